"""A sentence says the opposite of its source, or names another thing of the same kind.

Found are words of the other pole (increases and 减少, faster and 慢, input and 输出, rarely and
通常), another member of a set (red and 蓝色, mice and 大鼠, artery and 静脉), two opposites that
have changed places ("A on the anode side, B on the cathode side"), the halves of a frame that have
("A rather than B", "A exceeds B", "from A to B", "A causes B"), opposites beside one word that both
sides have ("vibration increases", 振动减弱), sentences of which one negates and
the other has no word that could, a number that is bounded from above on one side and from below on
the other, and words of two senses in the one that the document does not mean
(recall and 回忆, where it is 召回 elsewhere) or that their phrase never has (beam search and 光束).

It speaks only where neither word has a counterpart on the other side: "grows, then falls" and
先增后减 excuse each other, as do 不低于 and "at least". What is paraphrased is let pass. It
knows the common pairs of opposites and sets of things, and nothing of what else may be wrong.

Why: the sentence reads well, every term and number is in place, and the claim is turned round.
"""

import re
from collections.abc import Iterator, Sequence

from zhen_align.lint.facts import BeadFacts, Pair, Shared
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.languages import LANGUAGES
from zhen_align.lint.opposites.against import against, negates_otherwise
from zhen_align.lint.opposites.attached import attached
from zhen_align.lint.opposites.bounds import turned_bounds
from zhen_align.lint.opposites.complements import are_complements
from zhen_align.lint.opposites.contrasts import contrasts
from zhen_align.lint.opposites.correlatives import correlatives
from zhen_align.lint.opposites.crossed import Crossed, crossed, crossed_numbers
from zhen_align.lint.opposites.homonyms import homonyms
from zhen_align.lint.opposites.negations import lost_negation
from zhen_align.lint.opposites.other_of_two import other_of_two
from zhen_align.lint.opposites.reversed import reversed_in_clauses, reversed_words, standing
from zhen_align.lint.opposites.said import Reversed, said
from zhen_align.lint.opposites.twofold import twofold
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.types import Lang, Unit

NAME = "meaning-reversed"
SEVERITY = Severity.WARNING
NEEDS = frozenset({Need.BEADS})
EXAMPLES: tuple[Example, ...] = (
    Example(
        "深度加大时水压逐渐下降。",
        "The pressure of the water rises when we go deeper.",
        why="加大 may stand for what rises",
    ),
    Example(
        "随着深度加大，水压逐渐下降。",
        "Going deeper, the pressure of the water rises.",
        ("下降",),
        "a pole in its own clause",
    ),
    Example("阀门打开后，流量下降。", "The flow rises as the valve opens.", ("下降",), "a pole"),
    Example(
        "阀门打开后，流量上升。",
        "The flow falls as the valve opens.",
        ("falls",),
        "a pole, into English",
        target="en",
    ),
    Example(
        "每逢星期三检查蓝色的阀门。", "The blue valve is checked on Tuesdays.", ("星期三",), "a set"
    ),
    Example(
        "绿色阀门旁的管道要检查。",
        "Check the pipe by the green valve and the red one.",
        why="both say one of the set, and what is left out is no other one",
    ),
    Example("流量先上升后下降。", "The flow rises and then falls.", why="both sides say both"),
    Example(
        "泵在白天抽水，锅炉在夜间加热。",
        "By day the pump lifts water, while at night the boiler heats.",
        why="each in its own place",
    ),
    Example(
        "锅炉在夜晚加热，水泵在白天抽水。",
        "In the daytime the pump lifts water, and during the night the boiler heats.",
        why="clauses in another order take what stands around with them",
    ),
    Example(
        "水泵在夜晚抽水，锅炉在白天加热。",
        "In the daytime the pump lifts water, and during the night the boiler heats.",
        ("夜晚抽水，锅炉在白天",),
        "two words in each other's place",
    ),
    Example(
        "多数错误由软件而非标注者造成。",
        "Most errors were made by annotators rather than by software.",
        ("多数错误由软件而非标注者造成",),
        "the halves of a contrast",
    ),
    Example(
        "多数错误由标注者而非软件造成。",
        "Most errors were made by annotators rather than by software.",
        why="the halves in their places",
    ),
    Example(
        "2023年需求超过供给。",
        "In 2023 supply exceeded demand.",
        ("2023年需求超过供给",),
        "a comparison",
    ),
    Example(
        "热量由水传给管道，水温由管道决定。",
        "The pipe is heated by water, and it depends on the pipe how warm the water is.",
        why="other frames than these are let pass",
    ),
    Example(
        "所有管道中，软管均短于钢管。",
        "Steel pipes are longer than hoses in all of them.",
        why="a comparison turned round as a whole",
    ),
    Example(
        "流程的耗时减少。", "The speed of the process rises.", why="less time is a higher speed"
    ),
    Example(
        "管道越长，水压越高。",
        "The longer the pipe, the lower the pressure.",
        ("高",),
        "one half of a relation",
    ),
    Example("流速随深度增大而减小。", "The flow slows with depth.", why="it falls with what grows"),
    Example(
        "水泵和阀门都很旧，前者会漏水。",
        "Pumps and valves are old, and the latter leak.",
        ("前者",),
        "the other of two",
    ),
    Example("这样的旧泵没有用处。", "Such old pumps are not useless.", ("没有用处",), "twice no"),
    Example(
        "我们建议打开阀门。",
        "We advise against opening the valve.",
        ("我们建议打开阀门。",),
        "a verb that negates by what stands behind it",
    ),
    Example("流量不低于五升。", "The flow is higher than five litres.", why="a pole negated"),
    Example("流量没有上升。", "The flow is not lower than it was.", why="a pole that both negate"),
    Example(
        "应最大限度地缩短停机时间。", "Downtime should be minimized.", why="an idiom, not a pole"
    ),
    Example(
        "我们建议用它打分。",
        "We do not recommend it for scoring.",
        ("我们建议用它打分。",),
        "a negation that was lost",
    ),
    Example(
        "我们不建议用它打分。", "We recommend it for scoring.", ("不建",), "one that was added"
    ),
    Example(
        "它缺乏条理，又快。", "It is not orderly, and quick.", why="a word that negates otherwise"
    ),
    Example("它既快又便宜。", "It is not only quick, it is cheap.", why="a negation that is none"),
    Example(
        "这条管道很长，每天检查。",
        "The pipe, which is not made of steel, is long and inspected daily.",
        why="what is negated is left out, which is no reversal",
    ),
    Example("每区不得超过五个。", "Each zone may hold five at most.", why="a bound"),
    Example("间距不应小于10米。", "Lay them no more than 10 m apart.", ("不应小于",), "a bound"),
    Example("间距不应小于10米。", "Lay them no less than 10 m apart.", why="the same bound"),
    Example("占比在10%以上。", "The share is never under 10%.", why="a bound that is negated"),
    Example("占比超过10%。", "A share of more than 10%, and under 10%.", why="one of two bounds"),
    Example("这是不可或缺的工具。", "The tool is essential.", why="a phrase that negates nothing"),
    Example("下列学期应保持一致。", "The terms below should be kept.", ("学期",), "another sense"),
    Example(
        "学期始于九月。",
        "Terms begin in September, as the school year does.",
        why="the sense that is meant",
    ),
    Example("答案用光束搜索求得。", "Answers are found by beam search.", ("光束",), "a phrase"),
    Example("泵不会停。", "The pump rarely stops.", why="another word that negates"),
    Example(
        "水温并不取决于管道的形状。",
        "The temperature of the water depends on the shape of the pipe.",
        ("并不",),
        "a negation before what the source says",
    ),
    Example(
        "管道不同，水温也不同。", "Other pipes, other temperatures.", why="不同 negates nothing"
    ),
    Example(
        "水位过高时，泵会多转几圈，振动反而减弱，这就是共振的反面。",
        "At too high a level the pump turns more often and vibration increases, which is the"
        " reverse of resonance.",
        ("减弱",),
        "opposites beside the same word",
    ),
    Example(
        "多数买主是成本高的农场。",
        "Most buyers are farms of low cost.",
        ("高",),
        "single characters beside the same word",
    ),
    Example(
        "水位过高时，泵会多转几圈，振动反而减弱。",
        "At too high a level the pump turns more often, and the increased vibration is damped.",
        why="beside the word something else says it",
    ),
)
_OF_TIME = re.compile("[前后後早晚]")
_ASKED_LAST = (correlatives, other_of_two, twofold)
_NO_PROSE = (Unit.KEYWORD, Unit.TITLE)


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Look for opposites in every bead that is sure."""
    for pair in pairs:
        sure = [
            bead
            for bead in pair.beads
            if bead.is_whole
            and bead.bead.score >= shared.very_sure
            and bead.bead.unit not in _NO_PROSE
        ]
        sides = [(said(bead.zh), said(bead.en)) for bead in sure]
        for bead, (zh, en) in zip(sure, sides, strict=True):
            stand = standing(zh.text)
            opposite = list(reversed_words(zh, en, stand)) or reversed_in_clauses(zh, en, stand)
            opposite = list(opposite) or list(attached(zh, en, stand))
            opposite = opposite or list(turned_bounds(bead.zh, bead.en))
            opposite = opposite or [f for ask in _ASKED_LAST for f in ask(zh, en)][:1]
            for found in opposite:
                if _OF_TIME.search(found.zh_word) and are_complements(zh.text, en.text):
                    continue
                yield bead, _hit(bead, found, _opposite(bead, found))
            for pair_of_words in (
                *crossed(zh, en, stand),
                *contrasts(zh, en),
                *crossed_numbers(zh, en),
            ):
                yield bead, _exchange(bead, pair_of_words)
            lost = lost_negation(zh, en) or next(against(zh, en), None)
            # that of 尚未 is told already
            is_new = lost is not None and not any(_overlap(lost, found) for found in opposite)
            if lost is not None and is_new and not _is_other_negation(lost, zh.text, en.text):
                yield bead, _hit(bead, lost, _negated(lost))
        for number, found in homonyms(sides):
            yield sure[number], _hit(sure[number], found, _another_sense(sure[number], found))


def _is_other_negation(lost: Reversed, zh: str, en: str) -> bool:
    """Whether the other side negates by another word, or says from when on it is so."""
    return are_complements(zh, en) or (not lost.en_word and negates_otherwise(en))


def _overlap(lost: Reversed, found: Reversed) -> bool:
    return lost.zh.meets(found.zh) if lost.zh_word else lost.en.meets(found.en)


def _exchange(bead: BeadFacts, found: Crossed) -> Hit:
    into_zh = bead.target_lang is Lang.ZH
    place, other = (found.zh, found.en) if into_zh else (found.en, found.zh)
    one, two = found.zh_words if into_zh else found.en_words
    message = f"'{one}' and '{two}' stand in each other's place"
    return Hit(place, bead.target_lang, message, SEVERITY, (), f"{one}\t{two}", other=other)


def _opposite(bead: BeadFacts, found: Reversed) -> str:
    target, source = found.zh_word, found.en_word
    if bead.target_lang is Lang.EN:
        target, source = source, target
    if found.is_kind:
        return f"'{target}' stands for '{source}'"
    return f"'{target}' says the opposite of '{source}'"


def _another_sense(bead: BeadFacts, found: Reversed) -> str:
    target, source = found.zh_word, found.en_word
    if bead.target_lang is Lang.EN:
        target, source = source, target
    return f"'{target}' is another '{source}' than is meant here"


def _negated(found: Reversed) -> str:
    said, lang = (found.zh_word, Lang.ZH) if found.zh_word else (found.en_word, Lang.EN)
    other = Lang.EN if lang is Lang.ZH else Lang.ZH
    return f"the {LANGUAGES[lang]} says '{said}', the {LANGUAGES[other]} negates nothing"


def _hit(bead: BeadFacts, found: Reversed, message: str) -> Hit:
    into_zh = bead.target_lang is Lang.ZH
    place, other = (found.zh, found.en) if into_zh else (found.en, found.zh)
    term = f"{found.zh_word}\t{found.en_word}"
    return Hit(place, bead.target_lang, message, SEVERITY, (), term, other=other)
