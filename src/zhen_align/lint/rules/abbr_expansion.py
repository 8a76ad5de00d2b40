"""An abbreviation is expanded as something else than where it was defined.

Judged is the translation: it gives an abbreviation a full form that neither its source gives it nor
it itself gave it before. Another spelling, number or a further word is no other form; two
meanings that the source has too are abbr-conflict. In Chinese, a **warning**: a bracket behind the
abbreviation or around it, which the source has not, names it otherwise than where it was defined;
in both languages, a full form none of whose words the dictionary finds in that of the source; and
words in place of an abbreviation that are not what it stands for here: in English with its
initials, in Chinese what most readers take it for.

Why: machine translation guesses what an abbreviation stands for, and prints the guess.
"""

import re
from collections.abc import Iterator, Sequence

from zhen_align.lint.dictionary import in_common, known, said
from zhen_align.lint.dictionary import meanings as word_meanings
from zhen_align.lint.facts import BeadFacts, Pair, Shared, Text
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.languages import excerpt
from zhen_align.lint.meanings import by_short, meanings, meanings_in, same
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.lint.spelled_out import spelled_out
from zhen_align.terms.definitions import Definition
from zhen_align.terms.initials import bare
from zhen_align.text.small_words import SMALL
from zhen_align.types import Lang, Span

NAME = "abbr-expansion"
SEVERITY = Severity.ERROR
NEEDS = frozenset({Need.BEADS})
EXAMPLES: tuple[Example, ...] = (
    Example(
        "水泵站（pump station, PS）开启。\n动力源（power source, PS）关闭。",
        "The pump station (PS) opens.\nThe PS closes.",
        ("power source, PS",),
        "another form than in the source",
    ),
    Example(
        "水泵站（pump stations, PS）开启。",
        "The pump station (PS) opens.",
        (),
        "the same form in the plural",
    ),
    Example(
        "水泵站（pump station, PS）开启。\n动力源（power source, PS）关闭。",
        "It opens.\nIt closes.",
        ("power source, PS",),
        "another form than before, and the source gives none",
    ),
    Example(
        "水泵站（pump station, PS）开启。\n动力源（power source, PS）关闭。",
        "The pump station (PS) opens.\nThe power source (PS) closes.",
        (),
        "the source has both",
    ),
    Example(
        "我们用多维质量度量（MQM）打分。\n按照 MQM（机器品种模型），错误扣五分。",
        "Ratings follow a metric (MQM).\nWith MQM an error costs five points.",
        ("机器品种模型",),
        "another name in Chinese",
    ),
    Example(
        "我们用多维质量度量（MQM）打分。\n按照机器品种模型（MQM），错误扣五分。",
        "Ratings follow a metric (MQM).\nWith MQM an error costs five points.",
        ("按照机器品种模型",),
        "another name before the abbreviation",
    ),
    Example(
        "我们用多维质量度量（MQM）打分。\n按照上述方法（MQM），错误扣五分。",
        "Ratings follow a metric (MQM).\nWith MQM an error costs five points.",
        why="what only points at it",
    ),
    Example(
        "我们用多维质量度量（MQM）打分。\n按照 MQM（多维质量指标），错误扣五分。",
        "Ratings follow a metric (MQM).\nWith MQM an error costs five points.",
        why="nearly the same name",
    ),
    Example(
        "我们用多维质量度量（MQM）打分。\n按照 MQM（机器品种模型），错误扣五分。",
        "Ratings follow a metric (MQM).\nWith MQM (a breed of machine) an error costs five points.",
        why="the source has a bracket too",
    ),
    Example(
        "我们用多维质量度量（MQM）打分。\n表中为五个模型的 MQM（越低越好）。",
        "Ratings follow a metric (MQM).\nThe table has the MQM of five models (lower is better).",
        why="a remark that the source makes elsewhere",
    ),
    Example(
        "抗体衍生标签（ADT）很弱。",
        "Automated droplet tests (ADT) are weak.",
        ("抗体衍生标签（ADT",),
        "nothing of the source's form",
    ),
    Example(
        "连接时序分类（CTC）很快。",
        "Connectionist temporal classification (CTC) is fast.",
        why="the source's form, in other parts of speech",
    ),
    Example(
        "水泵站（pump station control, PSC）开启。\n日志由 PSC 写入。",
        "The pump station control (PSC) opens.\nThe log is written by power supply circuits.",
        ("power supply circuits",),
        "spelled out as something else",
        target="en",
    ),
    Example(
        "自动排水系统（AES）开启。\n日志由高级加密标准写入。",
        "The automatic effluent system (AES) opens.\nThe log is written by the AES.",
        ("高级加密标准",),
        "what it stands for elsewhere",
    ),
    Example(
        "水泵站（pump station control, PSC）开启。\n日志由 PSC 写入。",
        "The pump station control (PSC) opens.\nThe log is written by pump-station control.",
        why="spelled out as what it is",
        target="en",
    ),
)
# 上述方法（PEFT） names nothing
_POINTING = re.compile("[该該此这這本其]|上述|前述")
_TAIL = 8
_REMARK = r"\((?:[a-z]+ )+[a-z]+\)"  # (lower is better)
_ALIKE = 0.5
_WORDS = re.compile(r"[a-z]{3,}")
# classification is of the root of classify, which the dictionary may have alone
_ENDINGS = {
    "ification": ("ify",), "ation": ("ate", "e", ""), "ion": ("e", ""), "ive": ("e", ""),
    "ist": ("",), "al": ("",), "ity": ("e", ""), "ness": ("",), "ing": ("e", ""), "er": ("e", ""),
    "or": ("e", ""), "ment": ("",), "ance": ("e", ""), "ence": ("e", ""), "ic": ("",),
    "ed": ("e", ""),
}  # fmt: skip
_SOME = 4  # so few words may all be put otherwise
_DOUBT = Severity.WARNING
_LEAST = 4


def _named_otherwise(pair: Pair) -> Iterator[Judged]:
    """Compare what brackets behind an abbreviation call it with where Chinese defines it."""
    runs: dict[str, list[str]] = {}
    later: list[tuple[BeadFacts, Text, Definition, str]] = []
    for judged, text in pair.texts:
        for d in text.definitions if text.lang is Lang.ZH else ():
            if d.abbr is None or d.zh is None:
                continue
            short = bare(d.abbr.of(text.text))
            if d.zh.start < d.abbr.start:
                said = d.zh.of(text.text)
                if short not in runs:
                    runs[short] = [said]
                elif _is_like(said, runs[short][0]) or _POINTING.search(said[-_TAIL:]):
                    runs[short].append(said)
                elif isinstance(judged, BeadFacts):
                    later.append((judged, text, d, short))
            elif d.en is None and isinstance(judged, BeadFacts):
                later.append((judged, text, d, short))
    for judged, text, d, short in later:
        assert d.zh is not None
        said = d.zh.of(text.text)
        bracket = re.compile(rf"{re.escape(short)}s?\s?[)(（）]|{_REMARK}")
        if len(said) < _LEAST or any(bracket.search(t.text) for t in judged.source.texts):
            continue
        first = runs.get(short, [])
        if first and all(_shared(said, run) < _ALIKE for run in first):
            message = f"{short} is {said} here, and was defined as {excerpt(first[0])}"
            yield (
                judged,
                Hit(text.span(d.zh), Lang.ZH, message, Severity.WARNING, (), f"{short}\t{said}"),
            )


def _put_otherwise(pair: Pair, sure: float) -> Iterator[Judged]:
    """Compare the Chinese and the English form of an abbreviation that both texts define."""
    for bead in pair.beads:
        if not bead.is_whole or bead.bead.score < sure:
            continue
        english = {m.short: m for text in bead.en.texts for m in meanings_in(bead, text)}
        for text in bead.zh.texts if english else ():
            for d in text.definitions:
                if d.abbr is None or d.zh is None or d.en is not None:
                    continue
                meaning = english.get(bare(d.abbr.of(text.text)))
                name = d.zh.of(text.text)
                if meaning and len(name) >= _LEAST and _has_nothing_of(name, meaning.long):
                    chinese = Span(min(d.zh.start, d.abbr.start), max(d.zh.end, d.abbr.end))
                    sides = [(text.span(chinese), name), (meaning.place, meaning.long)]
                    (here, mine), (there, old) = sides if pair.target is Lang.ZH else sides[::-1]
                    message = f"{meaning.short} stands for {old} there, for {mine} here"
                    term = f"{meaning.short}\t{mine}"
                    yield bead, Hit(here, pair.target, message, _DOUBT, (), term, other=there)


def _has_nothing_of(zh: str, en: str) -> bool:
    """Whether no word of an English name is in a Chinese one, both of which are of known words."""
    words = [word for word in _WORDS.findall(en.lower()) if word not in SMALL]
    end, longer = 0, 0
    for start, size, _ in word_meanings(zh[-2 * len(words) :]):
        if size > 1 and start >= end:
            end, longer = start + size, longer + 1
    if len(words) + longer < _SOME or not longer or not all(known(words)):
        return False
    forms = [
        word.removesuffix(end) + root
        for word in words
        for end, roots in _ENDINGS.items()
        for root in roots
        if word.endswith(end) and len(word) > len(end) + 2
    ]
    return not in_common(zh, en) and not any(said(zh, forms))


def _is_like(said: str, run: str) -> bool:
    """Whether two runs that end in a name have two characters of it in common."""
    tails = said[-_TAIL:], run[-_TAIL:]
    return any(tails[0][at : at + 2] in tails[1] for at in range(len(tails[0]) - 1))


def _shared(said: str, run: str) -> float:
    return sum(ch in run for ch in said) / len(said)


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Compare the target's full forms with the source's, else with its own first."""
    for pair in pairs:
        if pair.target is Lang.ZH:
            yield from _named_otherwise(pair)
        yield from _put_otherwise(pair, shared.sure)
        for each in spelled_out(pair):
            message = f"{each.short} stands for {each.right}, not {each.long}"
            term = f"{each.short}\t{each.long}"
            yield each.judged, Hit(each.span, pair.target, message, _DOUBT, (each.right,), term)
        source = by_short(meanings(pair, pair.source))
        for short, found in sorted(by_short(meanings(pair, pair.target)).items()):
            right = [m.long for m in source.get(short, ())] or [found[0].long]
            for meaning in found:
                if any(same(meaning.long, long) for long in right):
                    continue
                message = f"{short} stands for {right[0]}, not {meaning.long}"
                term = f"{short}\t{meaning.long}"
                yield (
                    meaning.judged,
                    Hit(meaning.place, pair.target, message, SEVERITY, (right[0],), term),
                )
