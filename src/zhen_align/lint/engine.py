"""Runs the rules over aligned texts and makes findings of what they hit.

Here are the things no rule has to care about: places in lines and columns, the two sides
of the bead, severities from the configuration, inline suppression, fingerprints, order.
Pure: nothing is read or written.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256

from zhen_align import __version__
from zhen_align.config import Ignore, Override
from zhen_align.glossary.rows import Row
from zhen_align.lint.coverage import coverage
from zhen_align.lint.facts import BeadFacts, Pair, Shared, Side, Text
from zhen_align.lint.finding import Finding, Hit, Place, Severity
from zhen_align.lint.fixes import is_certain
from zhen_align.lint.judged import Terms
from zhen_align.lint.kept import Kept
from zhen_align.lint.report import Report
from zhen_align.lint.rule import Need, Rule
from zhen_align.lint.rules import rule as rule_named
from zhen_align.lint.rules import rules as all_rules
from zhen_align.lint.scope import Scope
from zhen_align.lint.suppress import disables, ignored, suppressed
from zhen_align.lint.target import translation
from zhen_align.terms.rendering_looks import Looks
from zhen_align.text.lines import line_starts, position
from zhen_align.types import Alignment, Document, Lang, Span

_BETWEEN = re.compile(r"[\s>*+|-]*")


@dataclass(frozen=True, slots=True)
class Options:
    """What a project decided: severities by rule, the target side, how sure a bead must be.

    `spacing` is its style for blanks between Chinese and Latin, `glossary` the glossary's file.
    `looks` tell how terms are rendered, `kept` what was said of a pair, where something knows.
    """

    severities: Mapping[str, str] = field(default_factory=dict)
    target: str = "auto"
    sure: float = 0.5
    very_sure: float = 0.7
    spacing: str = ""
    glossary: Document | None = None
    looks: Looks | None = None
    kept: Kept | None = None
    overrides: Sequence[Override] = ()
    ignores: Sequence[Ignore] = ()
    only: Collection[str] = ()
    without: Collection[str] = ()
    where: str = ""  # what messages call the configuration

    @property
    def scope(self) -> Scope:
        """Return which rule holds where."""
        asked = (frozenset(self.only), frozenset(self.without))
        return Scope(self.severities, self.overrides, *asked)


def lint(
    alignments: Sequence[Alignment],
    rows: Sequence[Row] = (),
    options: Options | None = None,
    unpaired: Sequence[Document] = (),
) -> Report:
    """Return what is wrong with the translations, in the order of files and places."""
    options = options or Options()
    scope = options.scope
    active = _active(options, scope)
    shared = Shared(
        Terms.of(rows), options.sure, options.very_sure,
        options.glossary, tuple(rows), options.spacing, options.looks,
    )  # fmt: skip
    pairs = [Pair(a, _target(a, options), shared.terms) for a in alignments]
    alone = [Pair.alone(document, shared.terms) for document in unpaired]
    lines = _Lines()

    def made(rule: Rule, some: Sequence[Pair]) -> Iterator[Finding]:
        for judged, hit in rule.check(some, shared):
            yield _finding(rule, scope, judged, hit, lines)

    found = _distinct(_run(active, pairs, alone, made, options.kept))
    texts = {doc.path: doc for a in alignments for doc in (a.zh, a.en)}
    texts |= {doc.path: doc for doc in unpaired}
    if options.glossary is not None:
        texts.setdefault(options.glossary.path, options.glossary)
    off = [d for path in sorted(texts) for d in disables(texts[path], rule_named)]
    names = [rule.NAME for rule in active]
    shown = sorted((f for f in found if f.severity is not Severity.OFF), key=lambda f: f.order)
    kept, unused = suppressed(shown, off, names, partial=scope.is_partial)
    kept, vain = ignored(
        kept, options.ignores, texts, options.where, names, partial=scope.is_partial
    )
    return Report(
        tuple(kept),
        coverage(alignments, unpaired, shared.terms, names, shared.sure),
        (*unused, *vain),
        __version__,
        texts={path: texts[path].text for path in sorted(texts)},
    )


def _active(options: Options, scope: Scope) -> list[Rule]:
    """Return the rules that run; a name that no rule has is an error."""
    for name in (
        *options.severities,
        *(name for each in options.overrides for name in each.rules),
        *(name for each in options.ignores for name in each.rules),
    ):
        rule_named(name, where=options.where)
    for name in (*options.only, *options.without):
        rule_named(name)
    return [rule for rule in all_rules() if scope.greatest(rule) is not Severity.OFF]


def _target(alignment: Alignment, options: Options) -> Lang:
    return translation(alignment) if options.target == "auto" else Lang(options.target)


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Return each finding once: a text with two partners is judged with both of them."""
    return list({(f.rule, f.place, f.message): f for f in findings}.values())


def _run(
    active: Sequence[Rule],
    pairs: Sequence[Pair],
    alone: Sequence[Pair],
    made: Callable[[Rule, Sequence[Pair]], Iterator[Finding]],
    kept: Kept | None,
) -> Iterator[Finding]:
    """Hand the pairs to the rules: all at once to those that need the set, else one by one.

    Rules that judge one text get those without a partner too.
    """
    single = [rule for rule in active if Need.SET not in rule.NEEDS]

    def all_of(pair: Pair) -> list[Finding]:
        return [each for rule in single for each in made(rule, (pair,))]

    for pair in pairs:
        yield from all_of(pair) if kept is None else kept.of(pair.alignment, partial(all_of, pair))
    for rule in active:
        if Need.SET in rule.NEEDS:
            yield from made(rule, [*pairs, *alone] if Need.TEXT in rule.NEEDS else pairs)
        elif Need.TEXT in rule.NEEDS:
            for text in alone:
                yield from made(rule, (text,))


class _Lines:
    """The line starts of documents, found once each."""

    def __init__(self) -> None:
        self._starts: dict[int, tuple[Document, tuple[int, ...]]] = {}

    def place(self, document: Document, span: Span) -> Place:
        """Return a span with its lines and columns."""
        known = self._starts.get(id(document))
        if known is None:  # the document is kept with them: its id must not be used again
            # a glossary is read without them
            starts = document.lines if len(document.lines) > 1 else line_starts(document.text)
            known = (document, starts)
            self._starts[id(document)] = known
        line, column = position(known[1], span.start)
        end_line, end_column = position(known[1], span.end)
        text, address = span.of(document.text), _address(document, span)
        return Place(document.path, span, line, column, end_line, end_column, text, address)


def _address(document: Document, span: Span) -> str:
    """Return what the format calls the block that a stretch begins in, or follows."""
    at = document.block_at(span.start)
    return document.blocks[at].address if at >= 0 else ""


def _finding(
    rule: Rule, scope: Scope, judged: BeadFacts | Text, hit: Hit, lines: _Lines
) -> Finding:
    """Add to a hit what a user sees of it."""
    zh, en = _sides(judged)
    own, opposite = (zh, en) if hit.side is Lang.ZH else (en, zh)
    if own is None:  # a rule judged a text alone
        own, opposite = opposite, None
    if own is None:
        raise ValueError(f"{rule.NAME}: a hit on a side that is not there")
    other = opposite.document if opposite is not None and opposite.texts else None
    places = {
        side.lang: lines.place(side.document, _whole(side, near))
        for side, near in ((own, hit.span), (opposite, hit.other))
        if side is not None and side.texts
    }
    severity = scope.at(rule, own.document.path)
    # a milder hit stays mild; the configuration moves the rule's own severity
    level = severity if hit.severity is rule.SEVERITY else _milder(severity, hit.severity)
    segment = places.get(own.lang) or next(iter(places.values()))
    return Finding(
        rule=rule.NAME,
        severity=level,
        place=lines.place(own.document, hit.span),
        message=hit.message,
        expected=hit.expected,
        zh=places.get(Lang.ZH),
        en=places.get(Lang.EN),
        fix=hit.fix if hit.fix and is_certain(hit.fix, own.document) else None,
        fingerprint=fingerprint(rule.NAME, hit.term, segment.text),
        side=own.lang,
        other=lines.place(other, hit.other) if other and hit.other else None,
    )


def _milder(a: Severity, b: Severity) -> Severity:
    return min(a, b, key=lambda s: s.rank)


def _sides(judged: BeadFacts | Text) -> tuple[Side | None, Side | None]:
    """Return the sides of what was judged."""
    if isinstance(judged, BeadFacts):
        return judged.zh, judged.en
    side = Side((judged,), judged.document, judged.lang)
    return (side, None) if judged.lang is Lang.ZH else (None, side)


def _whole(side: Side, near: Span | None) -> Span:
    """Return the side in full and nothing wider: where its sentences do not stand together,
    the run of them that holds `near`."""
    runs: list[Span] = []
    text = side.document.text
    for span in sorted(t.sentence.span for t in side.texts):
        if runs and _BETWEEN.fullmatch(text, runs[-1].end, max(runs[-1].end, span.start)):
            runs[-1] = Span(runs[-1].start, max(runs[-1].end, span.end))
        else:
            runs.append(span)
    holding = [run for run in runs if near and run.start <= near.start <= run.end]
    return (holding or runs)[0]


def fingerprint(rule: str, term: str, segment: str) -> str:
    """Return what tells a finding from others, whatever is edited elsewhere.

    >>> fingerprint("term-forbidden", "x", "一 二") == fingerprint("term-forbidden", "x", "一二")
    True
    """
    plain = "".join(segment.split()).casefold()
    return sha256("\0".join((rule, term, plain)).encode("utf-8", "replace")).hexdigest()[:16]
