"""A quantity differs in value between a sentence and its translation.

Numbers are compared by value, not by digits: 1.2 million is 120万, 30% is 百分之三十,
two-thirds is 三分之二, "the 1990s" are 20世纪90年代. Digits that belong to a name, a citation, a
list mark or a figure's number are no quantities; v1.25 is compared with its like, and so is
"phase II". Style is free: "3", "three", 三 and 三类 are one and the same.

**Error** where a number of the translation contradicts one of the source: the same figures
in another size (5.85B as 5.85亿; the message gives the factor), a percent or minus sign that was
lost, a figure mistyped or swapped, another month or day, another figure where nothing else differs,
another phase or type (Ⅱ期, phase III), "9 of 11" turned round (9 项中的 11 项).

**Warning** where a number merely stands on one side, percentage points have become per cent, what
fell by 58% falls to it, or something happens more often (twice a year, 每两年).

**Information** where a number follows from two others (a sum, a difference, a change), only
counts what is listed behind it (共 3 种，分别是…), or gained a percent sign.

Why: machine translation turns million and billion into the wrong 万 and 亿 every day, and
nothing else in the sentence shows it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from zhen_align.lint.facts import BeadFacts, Pair, Shared, Side
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.languages import LANGUAGES
from zhen_align.lint.numbers.agree import implied, same
from zhen_align.lint.numbers.dated import dated, other_date
from zhen_align.lint.numbers.frequency import as_often
from zhen_align.lint.numbers.match import Clash, Outcome, Placed, Why, compare
from zhen_align.lint.numbers.others import others
from zhen_align.lint.numbers.points import points_before
from zhen_align.lint.numbers.restated import differing, restated
from zhen_align.lint.numbers.signs import Lost, lost_signs
from zhen_align.lint.numbers.tabled import tabled
from zhen_align.lint.numbers.write import corrected, multiple
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.text.quantities import Measure, Quantity
from zhen_align.types import Span

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
    Example("上升了5%。", "It rose by 5 percentage points.", ("5%",), "points are no per cent"),
    Example("上升了5个点。", "It rose by 5 percentage points.", why="points in other words"),
    Example("上升了5%。", "It rose by 5 percentage points.", why="into points", target="en"),
    Example("每两年办一次。", "It is held twice a year.", ("每两年办一次",), "how often"),
    Example("每半年办一次。", "It is held twice a year.", why="as often, in other words"),
    Example("窗口长 2043 个词。", "The window is 2048 words long.", ("2043",), "a mistyped figure"),
    Example("窗口约长 2000 个词。", "The window is 2048 words long.", why="rounded"),
    Example(
        "会议于 6 月 3 日举行。",
        "The meeting took place on May 3.",
        ("6 月 3 日",),
        "another month",
    ),
    Example("会议于 5 月 3 日举行。", "The meeting took place on May 3.", why="the same day"),
    Example("试验持续 9 个月。", "The trial lasted 6 months.", ("9",), "another figure"),
    Example(
        "该方法使用 64 块显卡。", "The method uses many cards.", ("64",), "only in the translation"
    ),
    Example("该方法使用许多显卡。", "The method uses 64 cards.", ("",), "only in the source"),
    Example("电位为 0.5 V。", "The potential is −0.5 V.", ("0.5 V",), "the minus sign is lost"),
    Example("电位下降 0.5 V。", "It changes by −0.5 V.", why="the minus sign in words"),
    Example("历时五周。", "It took three weeks.", ("五",), "other words of one unit"),
    Example("分为三类。", "There are 3 classes.", why="a numeral for digits"),
    Example("用户达数十亿。", "There are 3.5 billion users.", why="an order holds the value"),
    Example("GPT-4 优于此前的模型。", "It beats earlier models.", why="digits of a name"),
    Example("自 v1.26 起可用。", "Available since v1.25.", ("v1.26",), "another version"),
    Example("自 v1.30 起可用。", "Available since v1.30.0.", why="the same version"),
    Example("延迟降至58%。", "Latency was cut by 58%.", ("58%",), "to what it fell, not by what"),
    Example("延迟降低了58%。", "Latency was cut by 58%.", why="by what it fell"),
    Example("处于Ⅱ期临床试验。", "It is in a Phase III trial.", ("Ⅱ期",), "another phase"),
    Example("处于三期临床试验。", "It is in a Phase III trial.", why="the same phase"),
    Example("7台电机中的9台停转。", "In all, 7 of 9 motors stopped.", ("7台电机中的9",), "crossed"),
    Example("9台电机中的7台停转。", "7 of 9 motors stopped.", why="so many of so many"),
    Example("能耗降至三分之一。", "It cuts power by a third.", ("三分之一",), "a share, by or to"),
    Example("能耗降低一半。", "It cuts power to a half.", why="by half is to half"),
    Example("参数超过五亿。", "It has over 5 billion parameters.", ("五亿",), "a size in words"),
)

# a "sentence" with more numbers than this is a dump of data, and comparing all with all is slow
_MOST = 100
_LISTED = re.compile(r"[^。；;！？!?\n]{0,16}(?:分别|分別|依次)")


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Compare the quantities of every bead that is sure."""
    for pair in pairs:
        beads = [b for b in pair.beads if _is_judged(b, shared)]
        outcomes = [_outcome(b) for b in beads]
        for at, (bead, outcome) in enumerate(zip(beads, outcomes, strict=True)):
            around = [outcomes[n] for n in (at - 1, at + 1) if 0 <= n < len(beads)]
            signs = (_sign(bead, lost) for lost in lost_signs(bead))
            told = list(_other(bead))
            hits = (h for h in _hits(bead, outcome, around) if not _beside(h, told))
            for hit in (*hits, *signs, *told):
                if hit.severity is Severity.ERROR or bead.bead.score >= shared.very_sure:
                    yield bead, hit
        for bead in dated(pair):
            if clash := other_date(bead):
                yield bead, _clash(bead, clash, only=True)
        for bead in tabled(pair):
            for clash in _outcome(bead).clashes:
                yield bead, _clash(bead, clash, only=True)


def _is_judged(bead: BeadFacts, shared: Shared) -> bool:
    """Whether a bead is sure enough, and a sentence."""
    if not bead.is_whole or bead.bead.score < shared.sure:
        return False
    return max(len(bead.zh.quantities), len(bead.en.quantities)) <= _MOST


def _outcome(bead: BeadFacts) -> Outcome:
    """Compare the two sides; what is the same in another unit is no difference."""
    sides = (bead.target, bead.source)
    outcome = compare(*([Placed(span, q) for span, q in side.quantities] for side in sides))
    if not (outcome.clashes or outcome.extra or outcome.missing):
        return replace(outcome, clashes=tuple(_in_words(bead)))
    again = restated(bead.target, bead.source) | as_often(bead)
    return Outcome(
        tuple(
            c
            for c in outcome.clashes
            if c.target.quantity not in again or c.source.quantity not in again
        ),
        tuple(p for p in outcome.extra if p.quantity not in again and not _cited(p, bead.target)),
        tuple(p for p in outcome.missing if p.quantity not in again and not _cited(p, bead.source)),
    )


def _in_words(bead: BeadFacts) -> Iterator[Clash]:
    """Yield amounts in words that differ, where no other number does."""
    if differs := differing(bead.target, bead.source):
        here, there = (Placed(m.span, m.quantity) for m in differs)
        yield Clash(here, there, Why.INSTEAD)


def _cited(placed: Placed, side: Side) -> bool:
    """Whether a number is part of a citation, which another rule compares: a year, 4.2 节."""
    return any(
        span.start <= placed.span.start and placed.span.end <= span.end
        for span, one in side.citations
        if one.kind != "cite"
    )


def _hits(bead: BeadFacts, outcome: Outcome, around: Sequence[Outcome]) -> Iterator[Hit]:
    """Put into words what came of a bead."""
    only = len(outcome.clashes) == 1 and not (outcome.extra or outcome.missing)
    for clash in outcome.clashes:
        places = clash.target.span, clash.source.span
        if clash.why is not Why.LOST or not points_before(bead, *places):
            yield _clash(bead, clash, only=only)
    # missing here and surplus in the next bead is the aligner's doing
    near_missing = [p.quantity for o in around for p in o.missing]
    near_extra = [p.quantity for o in around for p in o.extra]
    for p in outcome.extra:
        if not any(same(p.quantity, q) for q in near_missing):
            yield _alone(bead, p, bead.source, missing=False)
    for p in outcome.missing:
        if not any(same(p.quantity, q) for q in near_extra):
            yield _alone(bead, p, bead.target, missing=True)


def _said(side: Side, span: Span) -> str:
    """Return the author's characters on one line."""
    return " ".join(span.of(side.document.text).split())


def _clash(bead: BeadFacts, clash: Clash, *, only: bool) -> Hit:
    """Say how a number of the target contradicts one of the source, the `only` ones that differ."""
    here = _said(bead.target, clash.target.span)
    there = _said(bead.source, clash.source.span)
    t, s = clash.target.quantity, clash.source.quantity
    right = corrected(here, t, s, bead.target.lang)
    size = f"is {right}, not {here}" if right != there else f"has become {here}"
    says = {
        Why.SIZE: f"{there} {size} ({multiple(clash.factor)})",
        Why.LOST: f"{here} has lost its percent sign: {there}",
        Why.GAINED: f"{here} has gained a percent sign: {there}",
        Why.SLIP: f"{there} has become {here}",
        Why.INSTEAD: f"{here} stands where the {LANGUAGES[bead.source.lang]} has {there}",
    }
    return Hit(
        clash.target.span,
        bead.target.lang,
        says[clash.why],
        _severity(clash.why, t, s, only=only and _one_unit(bead, t, s)),
        (right,),
        f"{here}/{there}",
        other=clash.source.span,
    )


def _sign(bead: BeadFacts, lost: Lost) -> Hit:
    """Say that a number has lost its minus sign, or has one that its source has not."""
    here, there = _said(bead.target, lost.target), _said(bead.source, lost.source)
    what = "has a minus sign that its source has not" if lost.gained else "has lost its minus sign"
    right = here if lost.gained else f"-{here}"
    return Hit(
        lost.target, bead.target.lang, f"{here} {what}: {'' if lost.gained else '−'}{there}",
        SEVERITY, (right,), f"{here}/{there}", other=lost.source,
    )  # fmt: skip


def _other(bead: BeadFacts) -> Iterator[Hit]:
    """Say what is another thing though its digits may be the same."""
    for target, source, says, level in others(bead):
        here, there = _said(bead.target, target), _said(bead.source, source)
        message, term = says.format(here=here, there=there), f"{here}/{there}"
        yield Hit(target, bead.target_lang, message, level, (there,), term, other=source)


def _beside(hit: Hit, told: Sequence[Hit]) -> bool:
    """Whether a number is part of what is told already."""
    return any(
        each.span.meets(hit.span) or (each.other and hit.other and each.other.meets(hit.other))
        for each in told
    )


def _one_unit(bead: BeadFacts, t: Quantity, s: Quantity) -> bool:
    """Whether two numbers are in digits, or in words and of one unit: three weeks, 五周."""
    if t.digits and s.digits:
        return True
    units = [
        {m.unit for m in side.measured if m.quantity == q}
        for side, q in ((bead.target, t), (bead.source, s))
    ]
    return bool(units[0] & units[1])


def _severity(why: Why, t: Quantity, s: Quantity, *, only: bool) -> Severity:
    """Weigh a clash: of several bare numbers two may be about different things.

    `only` are numbers in digits, or of one unit, that no others stand beside.
    """
    if why is Why.GAINED:
        return Severity.INFO
    bare = t.kind is Measure.NUMBER and s.kind is Measure.NUMBER
    alike = (t.scaled and s.scaled) or (t.unit and s.unit)
    in_words = not (t.digits and s.digits) and min(t.value, s.value) > 10
    plain = only and not (t.approx or s.approx)
    if why is Why.INSTEAD and bare and not (alike or in_words or plain):
        return Severity.WARNING
    return Severity.ERROR


def _counts_a_list(side: Side, placed: Placed) -> bool:
    """Whether a small number only counts what is listed behind it: 4种，分别是…"""
    after = side.document.text[placed.span.end : placed.span.end + 24]
    return placed.quantity.value <= 10 and _LISTED.match(after) is not None


def _alone(bead: BeadFacts, placed: Placed, opposite: Side, *, missing: bool) -> Hit:
    """Say that a number stands on one side only."""
    own = bead.source if missing else bead.target
    follows = implied(placed.quantity, [q for _, q in opposite.quantities])
    said = _said(own, placed.span)
    message = f"{said} is not in the {LANGUAGES[opposite.lang]}"
    counts = not follows and _counts_a_list(own, placed)
    severity = Severity.INFO if follows or counts else Severity.WARNING
    if follows:
        message += ", though it follows from numbers there"
    elif counts:
        message += ", where what it counts is listed"
    if not missing:
        return Hit(placed.span, own.lang, message, severity, (), said)
    right = corrected("", placed.quantity, placed.quantity, opposite.lang)
    end, lang = bead.target.end, bead.target.lang
    return Hit(end, lang, message, severity, (right,), said, other=placed.span)
