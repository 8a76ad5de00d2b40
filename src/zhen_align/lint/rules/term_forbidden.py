"""A deprecated or forbidden pair of the glossary is used.

A row judges the pair, not a word: 代币 may be forbidden for "token" and right for
"cryptocurrency token". The rule fires where the English form (or the abbreviation) stands
on one side of a pair of sentences and the Chinese rendering on the other; whichever side
is the translation is at fault. Chinese is matched on characters, English in its
inflected forms, and a longer term of the glossary hides a shorter one inside it.

It does not fire where the rendering is rightful: the other side also has a term of which
it is an allowed rendering.

Why: a team that has decided against a rendering wants it found wherever it comes back.
"""

from collections.abc import Iterator, Sequence

from zhen_align.glossary.index import Match, Side
from zhen_align.glossary.rows import Row
from zhen_align.lint.facts import BeadFacts, Pair, Shared
from zhen_align.lint.finding import Fix, Hit, Severity
from zhen_align.lint.judged import Terms
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.types import Lang, Span

NAME = "term-forbidden"
SEVERITY = Severity.ERROR
NEEDS = frozenset({Need.BEADS, Need.GLOSSARY})

_TOKEN = ("token", "", "令牌", "forbidden")
EXAMPLES: tuple[Example, ...] = (
    Example("令牌编码一次。", "Tokens are encoded.", ("令牌",), "a forbidden pair", (_TOKEN,)),
    Example("词元只编码一次。", "Tokens are encoded once.", (), "another rendering", (_TOKEN,)),
    Example("访问令牌已过期。", "The access key has expired.", (), "not this pair", (_TOKEN,)),
    Example(
        "请传入访问令牌。", "Pass the token as an access token.", (),
        "hidden by a longer term", (_TOKEN, ("access token", "", "访问令牌", "preferred")),
    ),
    Example(
        "使用大语模型。", "We use an LLM.", ("大语模型",), "the abbreviation stands for the term",
        (("large language model", "LLM", "大语模型", "deprecated"),),
    ),
    Example(
        "凭证在令牌之后。", "The badge comes after the token.", (), "rightful for another term",
        (_TOKEN, ("badge", "", "令牌", "admitted")),
    ),
    Example("令牌在此。", "Here is the token.", ("token",), "into English", (_TOKEN,), "en"),
)  # fmt: skip

Uses = dict[int, list[Span]]


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Look for both forms of a bad row in every bead that is sure."""
    if not shared.terms.banned:
        return
    for pair in pairs:
        for bead in pair.beads:
            if bead.is_whole and bead.bead.score >= shared.sure:
                for hit in _judge(bead, shared.terms):
                    yield bead, hit


def _judge(bead: BeadFacts, terms: Terms) -> Iterator[Hit]:
    """Yield one hit for every use of a bad pair on the target side."""
    zh = _uses(bead.zh.matches, (Side.ZH,))
    if terms.banned.isdisjoint(zh):
        return
    en = _uses(bead.en.matches, (Side.EN, Side.ABBR))
    for number in sorted(zh.keys() & en.keys()):
        row = terms.rows[number]
        if number not in terms.banned:
            continue
        rightful = {
            span
            for other in zh.keys() & en.keys()
            if other not in terms.banned
            for span in zh[other]
        }
        wrong = [span for span in zh[number] if span not in rightful]
        if not wrong:
            continue
        spans, partners = (
            (wrong, en[number]) if bead.target_lang is Lang.ZH else (en[number], wrong)
        )
        for span in spans:
            yield _hit(bead, row, span, partners[0], terms)


def _uses(matches: Sequence[tuple[Span, Match]], sides: Sequence[Side]) -> Uses:
    """Return where each row's form stands, by the row's number."""
    uses: Uses = {}
    for span, match in matches:
        for ref in match.refs:
            if ref.side in sides:
                uses.setdefault(ref.row, []).append(span)
    return uses


def _hit(
    bead: BeadFacts,
    row: Row,
    span: Span,
    other: Span,
    terms: Terms,
) -> Hit:
    """Say what is used, and what the glossary wants instead."""
    zh = bead.target_lang is Lang.ZH
    found = span.of(bead.target.document.text)
    if zh:
        expected = tuple(dict.fromkeys(r.zh for r in terms.allowed.get(row.en.casefold(), ())))
    else:
        rightful = (r for rows in terms.allowed.values() for r in rows if r.zh == row.zh)
        expected = tuple(dict.fromkeys(r.en for r in rightful))
    wanted = f"; the glossary wants {' or '.join(expected)}" if expected else ""
    note = f" ({row.note})" if row.note else ""
    message = f"{found} is {row.status} for {other.of(bead.source.document.text)}{wanted}{note}"
    # certain only where there is one thing to write and no inflection to get wrong
    fix = Fix(span, expected[0]) if zh and len(expected) == 1 else None
    return Hit(
        span, bead.target_lang, message, SEVERITY, expected, f"{row.en}\t{row.zh}", fix, other
    )
