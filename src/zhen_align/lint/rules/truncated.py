"""A text ends in mid-sentence.

**Warning** where the translation breaks off and its source does not: the last sentence of a
paragraph ends in a comma, a connective or an opening bracket, or it has no final mark and is much
shorter than its source makes us expect (where all other paragraphs end in a mark, of any length;
where all other items do, of any that lacks the last word of its source).
Also where the source ends in such a word, and its translation in a full stop; and inside a
paragraph, where one sentence of the translation stands for two: the words of the first stop after a
connective, those of the second begin at once, and the end of the first is said nowhere.

**Information** where both sides break off: then the original was torn already.

It does not fire before a formula, a list or code, which go on with the sentence, for headings
and cells, nor where both sides end in an ellipsis. Where the lines of the source often end in a
comma (verses, subtitles), those of the translation may.

Why: a limit on length cuts off the end, and what is left still looks like a translation.
"""

import re
from collections.abc import Iterator, Sequence

from zhen_align.lint.completeness import gaps
from zhen_align.lint.dictionary import ends_in_word
from zhen_align.lint.endings import bare, ends_block, is_final, is_followed, may_end
from zhen_align.lint.facts import BeadFacts, Pair, Shared, Text
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.lengths import usual_ratio
from zhen_align.lint.markup.asciidoc import ENDINGS as WRAPPED
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.lint.torn import Torn, lacks_last, torn
from zhen_align.text.clauses import clauses
from zhen_align.types import Lang, Span, Unit

NAME = "truncated"
SEVERITY = Severity.WARNING
NEEDS = frozenset({Need.BEADS})
EXAMPLES: tuple[Example, ...] = (
    Example(
        "检索很便宜，因为",
        "Retrieval is cheap, because it works at night.",
        ("因为",),
        "ends in a connective",
    ),
    Example(
        "检索很便宜，也很快，",
        "Retrieval is cheap and quick.",
        ("也很快，",),
        "ends in a comma",
    ),
    Example(
        "最好的办法是学习，但点击偏向于",
        "The best cure is to learn from what the users click, but the clicks are biased towards "
        "the top of the list.",
        ("但点击偏向于",),
        "without a mark, and too short",
    ),
    Example("DATE：数据类型", "DATE: indicates the type of the data.", why="terse, but whole"),
    Example(
        "检索很便宜，因为它在夜间工作",
        "Retrieval is cheap, because it works at night.",
        why="only the mark is missing",
    ),
    Example(
        "负责解答的是那个人，以及",
        "The dearest part is the person who answers, and the",
        ("以及",),
        "both sides break off",
    ),
    Example("- 溶液饱和", "- The solution is saturated.", why="a word that ends like a joint"),
    Example("检索便宜……", "Retrieval is cheap…", why="an ellipsis on both sides"),
    Example("检索很便宜。", "Retrieval is cheap.", why="a final mark"),
    Example(
        "河水流着，\n\n" * 9 + "灯还亮着，",
        "The river flows,\n\n" * 9 + "the lamp burns on.",
        why="lines that end in commas on both sides",
    ),
    Example(
        "检索很便宜，因为它在夜间工作。",
        "Retrieval is cheap because of the",
        ("因为它在夜间工作。",),
        "the source breaks off",
    ),
    Example(
        "检索很便宜，因为它在夜间工作。",
        "Retrieval is cheap because of the",
        ("Retrieval is cheap because of the",),
        "into English",
        target="en",
    ),
)

_OPEN = {
    Lang.ZH: re.compile(
        r"(?:[，、（(]|(?:以及|因为|因為|但是|然而|并且|並且|而且|或者|如果|由于|由於|例如|比如|包括|"
        r"从而|從而|所以|虽然|雖然|尽管|即使|不仅|为了|為了|其中|因此|此外|"
        r"[位属屬处處等大小高低优優源取基关關对對向用]于|[和与與及或但且而将將把被从從向]))$"
    ),
    Lang.EN: re.compile(
        r"(?:,|\(|(?<![\w-])(?:an?|the|of|to|for|from|with|by|and|or|but|because|which|that|than|"
        r"such as|including|although|whose|their|its|our))$",
        re.IGNORECASE,
    ),
}
_STOP = re.compile("[。！？.!?]['\"’”」』）)]*$")
_SHORT = 0.62
_STRICT = 0.92  # where a missing mark is itself a sign
_LONG = 8.0
_TORN, _UNSAID = 0.25, 0.35
_ENOUGH, _MARKED = {Unit.SENTENCE: 8, Unit.ITEM: 4}, 0.9
_FEW = 2
_LINES = 8
_IN_LINES = 0.03  # of the source's lines: so many end in a comma where sentences are cut into lines
_COMMA = re.compile("[,，、]$")
_JOINT = re.compile("[,;，；、] ?(?:and|or|以及|并且|或者?|和)$")


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Look at the last sentence of every paragraph of the target."""
    for pair in pairs:
        ratio: float | None = None
        unmarked: dict[Unit, int | None] = {}
        in_lines = _is_in_lines(pair)
        for bead in pair.beads:
            if not bead.is_whole or bead.bead.score < shared.sure:
                continue
            for each in torn(bead):
                yield bead, _inner(each)
            last, source = bead.target.texts[-1], bead.source.texts[-1]
            listed = last.sentence.unit is Unit.ITEM
            if not may_end(last, source) or _goes_on(last, in_lines=in_lines):
                continue
            if is_final(last):
                if _STOP.search(bare(last)) and _torn(source):
                    message = "the source breaks off here, its translation does not"
                    yield bead, _hit(bead, last, message, SEVERITY)
                continue
            if ratio is None:
                ratio = usual_ratio(pair, pair.source).ratio
                unmarked = {unit: _unmarked(pair, shared, unit) for unit in _ENOUGH}
            few = unmarked.get(Unit.ITEM if listed else Unit.SENTENCE)
            least = _STRICT if few is not None else 0.0 if listed else _SHORT
            hit = _judge(bead, last, source, (ratio, least))
            if hit is not None and (_opened(last) or _lacks_end(pair, bead, shared)):
                yield bead, hit
            elif _stops(bead, last, source) and _is_rare(few, last, source):
                what = "item" if listed else "paragraph"
                message = f"no mark ends this {what}, as one ends all others: it may break off"
                yield bead, _hit(bead, last, message, SEVERITY)


def _goes_on(last: Text, *, in_lines: bool) -> bool:
    """Whether the next line goes on with the sentence, as verses and the items of a list do."""
    said = bare(last)
    listed = last.sentence.unit is Unit.ITEM and is_followed(last)
    if _COMMA.search(said):
        return in_lines or listed
    return listed and _JOINT.search(said) is not None


def _is_rare(few: int | None, last: Text, source: Text) -> bool:
    """Whether hardly any other text lacks its mark; an item must lack its source's last word."""
    if last.sentence.unit is Unit.ITEM:
        return few == 1 and lacks_last(last, source)
    return few is not None and few <= _FEW


def _stops(bead: BeadFacts, last: Text, source: Text) -> bool:
    """Whether a long sentence ends without a mark, and its source in a full stop."""
    if last.document.path.endswith(WRAPPED):
        return False
    long = bead.target.size >= _LONG
    return long and bare(last)[-1:].isalpha() and _STOP.search(bare(source)) is not None


def _is_in_lines(pair: Pair) -> bool:
    """Whether the source's sentences go on from line to line."""
    ends = [bare(bead.source.texts[-1]) for bead in pair.beads if bead.is_whole]
    commas = sum(_COMMA.search(end) is not None for end in ends)
    return commas >= max(_LINES, _IN_LINES * len(ends))


def _unmarked(pair: Pair, shared: Shared, unit: Unit) -> int | None:
    """Return how many paragraphs, or items, lack the mark that ends their source; None for many.

    Without a mark a short paragraph is read as a heading.
    """
    ends = [
        is_final(bead.target.texts[-1])
        for bead in pair.beads
        if bead.is_whole
        and bead.bead.score >= shared.sure
        and may_end(bead.target.texts[-1], bead.source.texts[-1])
        and (bead.target.texts[-1].sentence.unit is Unit.ITEM) is (unit is Unit.ITEM)
        and is_final(bead.source.texts[-1])
    ]
    least = min(_MARKED * len(ends), len(ends) - 1)  # one may be the one that is torn
    return len(ends) - sum(ends) if len(ends) >= _ENOUGH[unit] and sum(ends) >= least else None


def _judge(bead: BeadFacts, last: Text, source: Text, usual: tuple[float, float]) -> Hit | None:
    """Weigh the end of a target without a final mark against that of its source.

    `usual` is the ratio of lengths, and how much of it must be there.
    """
    ratio, least = usual
    opened = _opened(last)
    if not is_final(source):
        torn = opened and ends_block(source) and _OPEN[source.lang].search(bare(source))
        return _hit(bead, last, "both texts break off here", Severity.INFO) if torn else None
    have, want = bead.target.size, ratio * bead.source.size
    short = want >= _LONG and have < least * want
    if not opened and not short:
        return None
    return _hit(bead, last, "the translation breaks off here, its source does not", SEVERITY)


def _opened(last: Text) -> bool:
    """Whether a sentence ends in a word or mark that something must follow."""
    said = bare(last)
    found = _OPEN[last.lang].search(said)
    if found is None:
        return False
    # 和 is a joint, and the end of 饱和
    joint = last.lang is Lang.ZH and len(found[0]) == 1 and found[0].isalpha()
    return not (joint and ends_in_word(said))


def _torn(source: Text) -> bool:
    """Whether a source ends in a word that something must follow; items may end in a comma."""
    return (
        bare(source)[-1:] not in (",", "，", "、") and _opened(source) and may_end(source, source)
    )


def _lacks_end(pair: Pair, bead: BeadFacts, shared: Shared) -> bool:
    """Whether the dictionary finds nothing of the source's last clause in the target.

    Entries of a list end without a mark, and are terser than their source, but whole.
    """
    if bead.target.size < _TORN * bead.source.size:
        return True
    cover = gaps(pair, shared).cover
    units = cover.numbers(bead.source.texts)
    return cover.share(pair.source, units[-1:], cover.numbers(bead.target.texts)) <= _UNSAID


def _hit(bead: BeadFacts, last: Text, message: str, severity: Severity) -> Hit:
    spans = clauses(last.text, last.opaque)
    tail = last.span(spans[-1]) if spans else last.sentence.span
    end = bead.source.end.end
    start = max(bead.source.texts[-1].sentence.span.start, end - 40)
    return Hit(tail, last.lang, message, severity, (), "end", other=Span(start, end))


def _inner(each: Torn) -> Hit:
    end = each.source.sentence.span.end
    message = "the translation of a sentence breaks off here, and the next begins"
    start = max(each.source.sentence.span.start, end - 40)
    return Hit(each.span, each.text.lang, message, SEVERITY, (), "inside", other=Span(start, end))
