"""Links, code, formulas, roles, placeholders or the structure of lists differ.

Compared by what they are, not by how they are written: a link by its target (the part that
names the language left out), code by its text, a formula without its words, blanks and
final marks, `:term:` and the like by the role alone. Said once for two is enough.

**Error** where one thing has become another, where a link, code, role or placeholder is lost or
added, and where an item of a list stands outside it.

**Warning** where a formula is lost or added: it may have been put into words.

**Information** where emphasis differs.

It does not fire where the thing stands as plain text on the other side, nor where it stands
in the sentence next door.

Why: a reader who copies a damaged command gets an error, and a program that fills in a lost
placeholder fails.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from zhen_align.lint.facts import BeadFacts, Pair, Shared, Side
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.languages import LANGUAGES
from zhen_align.lint.lists import broken_items
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.text.distance import slips
from zhen_align.text.markup import Mark, MarkKind
from zhen_align.text.scripts import HAN
from zhen_align.types import Span

NAME = "markup-mismatch"
SEVERITY = Severity.ERROR
NEEDS = frozenset({Need.BEADS})
EXAMPLES: tuple[Example, ...] = (
    Example("调用 `rank_page`。", "Call `rank_pages`.", ("`rank_page`",), "other code"),
    Example("调用该函数。", "Call `rank_pages`.", ("",), "code that was lost"),
    Example("调用 rank_pages。", "Call `rank_pages`.", why="the code as plain text"),
    Example(
        "见[手册](https://a.example/b)。",
        "See the [manual](https://a.example/c).",
        ("[手册](https://a.example/b)",),
        "another target",
    ),
    Example(
        "见[手册](../zh/a.md)。", "See the [manual](../en/a.md).", why="the page in its language"
    ),
    Example("其中 $k = 10$。", "Here $k = 60$.", ("$k = 10$",), "another formula"),
    Example("其中 $x_i,$ 为输入。", "Here $x_{i}$ is the input.", why="the same formula"),
    Example("其中 $x_i$ 与 $y_i$ 给定。", "Here $x_i$ is given.", ("$y_i$",), "an added formula"),
    Example(
        "替换 ${变量}。", "Replace ${variable}.", why="a placeholder whose words are translated"
    ),
    Example(
        "打开 http://a.example/b。", "Open `http://a.example/b`.", why="an address set as code"
    ),
    Example("你好，{name}！", "Hello {name}, it is {day}!", ("",), "a placeholder that was lost"),
    Example("共 %d 个，%s。", "%s: %d of them.", why="placeholders in another order"),
    Example("见 :func:`a.b`。", "See :func:`a.c`.", (":func:`a.b`",), "another role"),
    Example("见 :term:`节点`。", "See :term:`node`.", why="a role whose words are translated"),
    Example("绝不可运行。", "It must **never** run.", ("",), "emphasis that was lost"),
    Example("**绝不**可运行。", "It must **never** run.", why="emphasis kept"),
    Example("先 `a()`。\n再做。", "First.\nThen `a()`.", why="it stands next door"),
)

Placed = tuple[Span, Mark]
# nothing but the number of these can be compared
_COUNTED = re.compile(r":\w+:|%[sdifrxXc@]|emphasis")
_NOISE = re.compile(r"[{}~&\\$`*]+")
# labels of buttons and menus are set like code, and translated
_WORDS = re.compile(
    r"[^=(){}_<$/\\]*[A-Za-z]{2,}(?:(?: ?(?:->|>|/|-) ?|: | )[A-Za-z]{2,})+[^=(){}_<$/\\]*"
)
_WORD = re.compile(r"[A-Za-z]+")
_SYMBOL = re.compile(r"(?:\\[A-Za-z]+)?\\?[A-Za-z]*[A-Za-z\d]?(?:_[A-Za-z\d])?")
_NUMBER = re.compile(r"[\d.,%\s]+")
_TRANSLATED = re.compile(rf"\$?[{{<][^{{}}<>]*[{HAN}][^{{}}<>]*[}}>]")
_LONGEST = 60
_LIKE = 0.5


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Compare the markup of every bead that is sure, and the lists of every text."""
    for pair in pairs:
        beads = [b for b in pair.beads if b.is_whole or b.bead.score >= shared.sure]
        left = [_left(bead) for bead in beads]
        for at, bead in enumerate(beads):
            extra, missing = left[at]
            if not (extra or missing) or not bead.is_whole or bead.bead.score < shared.sure:
                continue
            around = [left[n] for n in (at - 1, at + 1) if 0 <= n < len(beads)]
            extra = [p for p in extra if not any(_among(p[1], m) for _, m in around)]
            missing = [p for p in missing if not any(_among(p[1], e) for e, _ in around)]
            missing = missing[_translated(bead) :] if missing else missing
            for hit in _hits(bead, extra, missing):
                yield bead, hit
        for bead, span, message in broken_items(pair, shared.sure):
            yield bead, Hit(span, bead.target_lang, message, SEVERITY, (), "list")


def _translated(bead: BeadFacts) -> int:
    """Return how many code spans and placeholders of the target are words in its language."""
    source = {mark.key for _, mark in bead.source.marks}
    words = sum(not m.key.isascii() and m.key not in source for _, m in bead.target.marks)
    return words + sum(len(_TRANSLATED.findall(text.plain)) for text in bead.target.texts)


def _left(bead: BeadFacts) -> tuple[list[Placed], list[Placed]]:
    """Return what only the target has, and what only the source has."""
    target, source = bead.target.marks, bead.source.marks
    if not target and not source:
        return [], []
    return _unmatched(target, source, bead.source), _unmatched(source, target, bead.target)


def _unmatched(here: Sequence[Placed], there: Sequence[Placed], opposite: Side) -> list[Placed]:
    """Return the marks of one side that the other does not have in any form, each once."""
    keys = {mark.key for _, mark in there}
    counts = Counter(mark.key for _, mark in there if _COUNTED.fullmatch(mark.key))
    found: list[Placed] = []
    plain: str | None = None
    for span, mark in here:
        if _COUNTED.fullmatch(mark.key):
            counts[mark.key] -= 1
            if counts[mark.key] < 0:
                found.append((span, mark))
            continue
        if mark.key in keys or _among(mark, found):
            continue
        if plain is None:
            plain = _NOISE.sub("", "".join(text.text for text in opposite.texts)).casefold()
            plain = plain.replace("http:", "https:")
        if not _stands_plain(mark, plain):
            found.append((span, mark))
    return found


def _stands_plain(mark: Mark, plain: str) -> bool:
    """Whether the other side has what is marked as part of its text, or in words of its own."""
    if mark.kind is MarkKind.PLACEHOLDER:
        return not mark.key.isascii()
    key = _NOISE.sub("", mark.key).casefold().replace("http:", "https:")
    if not key or (mark.kind is MarkKind.FORMULA and _NUMBER.fullmatch(key)):
        return True
    if mark.kind is MarkKind.CODE and (not key.isascii() or _WORDS.fullmatch(mark.key)):
        return True
    pieces = key if mark.kind is MarkKind.FORMULA else key.split()
    if len(pieces) > _LONGEST:
        return False
    said = r"\s*".join(map(re.escape, pieces))
    return re.search(rf"(?<![a-z0-9_]){said}(?![a-z0-9_])", plain) is not None


def _among(mark: Mark, others: Sequence[Placed]) -> bool:
    return any(other.kind is mark.kind and other.key == mark.key for _, other in others)


def _hits(bead: BeadFacts, extra: Sequence[Placed], missing: Sequence[Placed]) -> Iterator[Hit]:
    """Pair what only one side has, kind by kind, the likest first; the rest stands alone."""
    rest = list(missing)
    for span, mark in extra:
        said = " ".join(span.of(bead.target.document.text).split())
        like = [p for p in rest if _alike(mark, p[1])]
        if like:
            other = min(like, key=lambda p: (slips(mark.key[:60], p[1].key[:60], 30), p[0]))
            rest.remove(other)
            there = " ".join(other[0].of(bead.source.document.text).split())
            yield Hit(
                span, bead.target_lang, f"{there} has become {said}", SEVERITY, (there,),
                f"{said}/{there}", other=other[0],
            )  # fmt: skip
        elif mark.kind is not MarkKind.EMPHASIS:
            message = f"{said} is not in the {LANGUAGES[bead.source.lang]}"
            yield Hit(span, bead.target_lang, message, _severity(mark), (), said)
    for span, mark in rest:
        there = " ".join(span.of(bead.source.document.text).split())
        message = f"{there} is not in the {LANGUAGES[bead.target.lang]}"
        yield Hit(
            bead.target.end, bead.target_lang, message, _severity(mark), (there,), there,
            other=span,
        )  # fmt: skip


def _alike(a: Mark, b: Mark) -> bool:
    """Whether one of two marks may have become the other; whole formulas come and go."""
    if a.kind is not b.kind or a.kind is MarkKind.EMPHASIS:
        return False
    if a.kind is not MarkKind.FORMULA:
        return True
    most = int(_LIKE * max(len(a.key), len(b.key)))
    return max(len(a.key), len(b.key)) <= 2 or slips(a.key, b.key, most) <= most


def _severity(mark: Mark) -> Severity:
    if mark.kind is MarkKind.EMPHASIS:
        return Severity.INFO
    if mark.kind is MarkKind.CODE and _WORD.fullmatch(mark.key):
        return Severity.INFO  # `keys` may have become keys, or 键
    if mark.kind is MarkKind.FORMULA:
        return Severity.INFO if _SYMBOL.fullmatch(mark.key) else Severity.WARNING
    return SEVERITY
