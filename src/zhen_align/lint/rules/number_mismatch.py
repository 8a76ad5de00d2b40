"""A quantity differs in value between a sentence and its translation.

Numbers are compared by value, not by digits: 1.2 million is 120万, 30% is 百分之三十,
two-thirds is 三分之二, "the 1990s" are 20世纪90年代. Digits that belong to a name, a
version, a citation, a list mark or a figure's number are no quantities. Style is free: "3",
"three", 三 and 三类 are one and the same.

**Error** where a number of the translation contradicts one of the source: the same figures
in another size (5.85B as 5.85亿; the message gives the factor), a percent sign that was
lost, a figure mistyped or swapped, another month or day.

**Warning** where a number merely stands on one side.

**Information** where a number follows from two others (a sum, a difference, a change), or
gained a percent sign.

Why: machine translation turns million and billion into the wrong 万 and 亿 every day, and
nothing else in the sentence shows it.
"""

from collections.abc import Iterator, Sequence

from zhen_align.lint.facts import BeadFacts, Pair, Shared
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.numbers import factor, figures, implied, near, percent_lost, same, slipped
from zhen_align.lint.numbers_write import multiple, scaled, write
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.text.quantities import Measure, Quantity
from zhen_align.types import Lang, Span

NAME = "number-mismatch"
SEVERITY = Severity.ERROR
NEEDS = frozenset({Need.BEADS})
EXAMPLES: tuple[Example, ...] = (
    Example(
        "数据集含 5.85 亿条样本。",
        "The set has 5.85B samples.",
        ("5.85 亿",),
        "ten times too small",
    ),
    Example("数据集含 58.5 亿条样本。", "The set has 5.85B samples.", why="the same value"),
    Example("共 120 万人参加。", "1.2 million people took part.", why="the same value"),
    Example("准确率提高了 12。", "Accuracy rose by 12%.", ("12",), "the percent sign is lost"),
    Example("准确率提高了百分之十二。", "Accuracy rose by 12%.", why="percent in words"),
    Example("窗口长 2043 个词。", "The window is 2048 words long.", ("2043",), "a mistyped figure"),
    Example("窗口约长 2000 个词。", "The window is 2048 words long.", why="rounded"),
    Example("会议于 6 月 3 日举行。", "The meeting took place on May 3.", ("6",), "another month"),
    Example("会议于 5 月 3 日举行。", "The meeting took place on May 3.", why="the same day"),
    Example(
        "该方法使用 64 块显卡。", "The method uses many cards.", ("64",), "only in the translation"
    ),
    Example("该方法使用许多显卡。", "The method uses 64 cards.", ("",), "only in the source"),
    Example("分为三类。", "There are 3 classes.", why="a numeral for digits"),
    Example("用户达数十亿。", "There are 3.5 billion users.", why="an order holds the value"),
    Example("GPT-4 优于此前的模型。", "It beats earlier models.", why="digits of a name"),
    Example("参数超过五亿。", "It has over 5 billion parameters.", ("五亿",), "a size in words"),
)

# a "sentence" with more numbers than this is a dump of data, and comparing all with all is slow
_MOST = 300
_DATE = (Measure.MONTH, Measure.DAY)
Placed = tuple[Span, Quantity]


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Compare the quantities of every bead that is sure."""
    for pair in pairs:
        beads = [b for b in pair.beads if _is_judged(b, shared)]
        left = [_unmatched(bead) for bead in beads]
        for at, bead in enumerate(beads):
            if not (left[at][0] or left[at][1]):
                continue
            around = [left[n] for n in (at - 1, at + 1) if 0 <= n < len(beads)]
            for hit in _judge(bead, *left[at], around):
                if hit.severity is Severity.ERROR or bead.bead.score >= shared.very_sure:
                    yield bead, hit


def _is_judged(bead: BeadFacts, shared: Shared) -> bool:
    """Whether a bead is sure enough, and a sentence."""
    if not bead.is_whole or bead.bead.score < shared.sure:
        return False
    return max(len(bead.zh.quantities), len(bead.en.quantities)) <= _MOST


def _unmatched(bead: BeadFacts) -> tuple[list[Placed], list[Placed]]:
    """Return what target and source say that the other does not say exactly."""
    target, source = bead.target.quantities, bead.source.quantities
    there = {key for _, q in source for key in q.keys}
    here = {key for _, q in target for key in q.keys}
    return (
        [(span, q) for span, q in target if q.keys.isdisjoint(there)],
        [(span, q) for span, q in source if q.keys.isdisjoint(here)],
    )


def _judge(
    bead: BeadFacts,
    extra: list[Placed],
    missing: list[Placed],
    around: list[tuple[list[Placed], list[Placed]]],
) -> Iterator[Hit]:
    """Look for conflicts first, then for numbers that stand alone."""
    for conflict in (_magnitude, _percent, _digits, _date):
        yield from conflict(bead, extra, missing)
    target = [q for _, q in bead.target.quantities]
    source = [q for _, q in bead.source.quantities]
    extra = [(s, q) for s, q in extra if q.strong and not any(near(q, r) for r in source)]
    missing = [(s, q) for s, q in missing if q.strong and not any(near(q, r) for r in target)]
    # missing here and surplus in the next bead is the aligner's doing
    extra = [p for p in extra if not _moved(p[1], [q for _, there in around for _, q in there])]
    missing = [p for p in missing if not _moved(p[1], [q for here, _ in around for _, q in here])]
    if len(extra) == len(missing) == 1 and extra[0][1].kind is missing[0][1].kind:
        yield _instead(bead, extra[0], missing[0])
        return
    for span, q in _distinct(extra):
        yield _alone(bead, span, q, source, missing_here=False)
    for span, q in _distinct(missing):
        yield _alone(bead, span, q, target, missing_here=True)


def _moved(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    return any(same(quantity, other) for other in others)


def _distinct(placed: Sequence[Placed]) -> list[Placed]:
    """Return the first of each value: a number may be said once for two."""
    out: list[Placed] = []
    for span, q in placed:
        if not any(same(q, kept) for _, kept in out):
            out.append((span, q))
    return out


def _may_clash(t: Quantity, s: Quantity) -> bool:
    """Whether two quantities are of the kind that a conflict is read from."""
    if t.kind is Measure.NAME or s.kind is Measure.NAME:
        return False
    if t.strong or s.strong:
        return (t.digits or t.scaled) and (s.digits or s.scaled)
    return (t.scaled and s.scaled) or bool(t.head and t.head == s.head)


def _magnitude(bead: BeadFacts, extra: list[Placed], missing: list[Placed]) -> Iterator[Hit]:
    """Same figures, another size; the source's number may have served another already."""
    free = list(missing)
    for span, t in list(extra):
        if not (t.digits or t.scaled):
            continue
        served = [p for p in bead.source.quantities if p not in missing]
        for other, s in [*free, *served]:
            taken = (other, s) in served
            off = factor(t, s) if _may_clash(t, s) else None
            if off is None or (taken and (len(figures(t.value)) < 2 or not t.strong)):
                continue
            if not taken:
                free.remove((other, s))
                missing.remove((other, s))
            extra.remove((span, t))
            right = scaled(s.value, bead.target.lang) if t.scaled else write(s, bead.target.lang)
            message = f"{_said(bead, other)} is {right}, not {_said(bead, span, True)}"
            yield _conflict(bead, span, other, f"{message} ({multiple(off)})", right)
            break


def _percent(bead: BeadFacts, extra: list[Placed], missing: list[Placed]) -> Iterator[Hit]:
    """The percent sign was lost, or gained."""
    for span, t in list(extra):
        for other, s in list(missing):
            if not (t.strong and s.strong):
                continue
            here, there = _said(bead, span, True), _said(bead, other)
            if percent_lost(t, s):
                right = write(s, bead.target.lang)
                message = f"{here} has lost its percent sign: {there}"
                yield _conflict(bead, span, other, message, right)
            elif percent_lost(s, t):
                message = f"{here} has gained a percent sign: {there}"
                hit = _conflict(bead, span, other, message, write(s, bead.target.lang))
                yield _with(hit, Severity.INFO)
            else:
                continue
            extra.remove((span, t))
            missing.remove((other, s))
            break


def _digits(bead: BeadFacts, extra: list[Placed], missing: list[Placed]) -> Iterator[Hit]:
    """One figure was mistyped, dropped, doubled or swapped."""
    for span, t in list(extra):
        for other, s in list(missing):
            if _may_clash(t, s) and not near(t, s) and slipped(t, s):
                right = write(s, bead.target.lang)
                message = f"{_said(bead, other)} has become {_said(bead, span, True)}"
                yield _conflict(bead, span, other, message, right)
                extra.remove((span, t))
                missing.remove((other, s))
                break


def _date(bead: BeadFacts, extra: list[Placed], missing: list[Placed]) -> Iterator[Hit]:
    """Another month or day, where each side has one that the other has not."""
    for kind in _DATE:
        here = [p for p in extra if p[1].kind is kind and p[1].strong]
        there = [p for p in missing if p[1].kind is kind and p[1].strong]
        if len(here) == len(there) == 1:
            (span, t), (other, s) = here[0], there[0]
            right = write(s, bead.target.lang)
            message = f"{_said(bead, other)} has become {write(t, bead.target.lang)}"
            yield _conflict(bead, span, other, message, right)
            extra.remove(here[0])
            missing.remove(there[0])


def _said(bead: BeadFacts, span: Span, target: bool = False) -> str:
    """Return the author's characters on one line."""
    side = bead.target if target else bead.source
    return " ".join(span.of(side.document.text).split())


def _conflict(bead: BeadFacts, span: Span, other: Span, message: str, right: str) -> Hit:
    return Hit(
        span, bead.target.lang, message, Severity.ERROR, (right,),
        f"{_said(bead, span, True)}/{_said(bead, other)}", other=other,
    )  # fmt: skip


def _with(hit: Hit, severity: Severity) -> Hit:
    return Hit(hit.span, hit.side, hit.message, severity, hit.expected, hit.term, other=hit.other)


def _instead(bead: BeadFacts, extra: Placed, missing: Placed) -> Hit:
    """One number left on each side: probably the one for the other."""
    right = write(missing[1], bead.target.lang)
    message = f"{_said(bead, extra[0], True)} stands where the source has {_said(bead, missing[0])}"
    return _with(_conflict(bead, extra[0], missing[0], message, right), Severity.WARNING)


def _alone(
    bead: BeadFacts, span: Span, q: Quantity, others: Sequence[Quantity], *, missing_here: bool
) -> Hit:
    """A number that stands on one side only."""
    language = {Lang.ZH: "Chinese", Lang.EN: "English"}
    follows = implied(q, others)
    said = _said(bead, span, not missing_here)
    absent = bead.target.lang if missing_here else bead.source.lang
    message = f"{said} is not in the {language[absent]}"
    if follows:
        message += ", though it follows from numbers there"
    severity = Severity.INFO if follows else Severity.WARNING
    if missing_here:
        right = (write(q, bead.target.lang),)
        return Hit(bead.target.end, bead.target.lang, message, severity, right, said, other=span)
    return Hit(span, bead.target.lang, message, severity, (), said)
