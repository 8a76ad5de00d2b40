"""A run of the source language is left in the target.

In Chinese: five English words or more with two small ones among them (the, of, is …), or a run
that stands word for word in the source and is no name. In English: a run of Chinese characters,
wherever it is shown: in a sentence, a cell, the label of a tab, the title in the front matter.
A paragraph of the translation's own file that was left as it is in the source counts as well, and
so do a heading, a title in the front matter, a caption and a cell of a table, where a dictionary
knows the words and neither text writes them with capitals in a sentence; a bold word, a cell and
the words of a link where the page translates its others; and what leads a sentence in (See also:).
Sentences of an older revision, which the source no longer has, are told where they share its words,
and a comment in code where the page translates its others (in English any Chinese one). Two to four
plain words of the source in a Chinese sentence are **information**, as they may be a term that is
kept, unless most of their mentions are translated.

It does not fire for what is kept on purpose: names and titles (every long word capitalised),
code, addresses and citations, licences, what is announced as an output or a prompt, the original
in brackets or quotation marks, and kept terms of the glossary; nor, on an English page, for
people, names of languages, links to Chinese pages, and columns of Chinese words or examples.

Why: machine translation skips a sentence now and then, and a reviewer's eye glides over it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from zhen_align.lint.facts import BLANK, BeadFacts, Pair, Shared, Text
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.labels import labels
from zhen_align.lint.languages import LANGUAGES, excerpt
from zhen_align.lint.left_chinese import left_chinese
from zhen_align.lint.left_comments import comments_left
from zhen_align.lint.left_pieces import pieces_left
from zhen_align.lint.left_prose import PROSE, older_prose, stays
from zhen_align.lint.left_sentences import chinese_in_source, is_chinese, stands_whole
from zhen_align.lint.left_terms import LISTED, KeptTerms, terms_left
from zhen_align.lint.left_units import units_left
from zhen_align.lint.left_words import left_words
from zhen_align.lint.prose import (
    VERBATIM,
    WORDS,
    announced,
    cites,
    folded,
    is_name,
    is_shown,
    is_typed,
    like_name,
    own_voice,
    says_something,
)
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.lint.untranslated import Foreign, foreign
from zhen_align.text.literature import is_entry
from zhen_align.text.scripts import HAN, has_han
from zhen_align.text.small_words import SMALL
from zhen_align.types import Lang, Sentence, Span, Unit

NAME = "untranslated"
SEVERITY = Severity.WARNING
NEEDS = frozenset({Need.BEADS})
EXAMPLES: tuple[Example, ...] = (
    Example(
        "先问提问者是谁，for example a midwife or a pharmacist。",
        "First ask who it is, for example a midwife or a pharmacist.",
        ("for example a midwife or a pharmacist",),
        "a run with small words",
    ),
    Example(
        "最后必须在 the smallest possible window 内作答。",
        "At last it must answer in the smallest possible window.",
        ("the smallest possible window",),
        "word for word as in the source",
    ),
    Example(
        "At last it must answer in one line.",
        "At last it must answer in one line.",
        ("At last it must answer in one line.",),
        "a whole sentence",
    ),
    Example(
        "这刊登在Bulletin of the Clinical Search Society上。",
        "It was printed in the Bulletin of the Clinical Search Society.",
        why="a name",
    ),
    Example(
        "使用思维链提示（a chain of thought that is written down）。",
        "We use a chain of thought that is written down.",
        why="the original in brackets",
    ),
    Example(
        "他说“to be or not to be, that is it”。",
        "He said “to be or not to be, that is it”.",
        why="a quotation",
    ),
    Example(
        "运行 `cat the list of all the files`。",
        "Run `cat the list of all the files`.",
        why="code",
    ),
    Example(
        "Other types (docs, style) are not allowed.",
        "Other types (docs, style) are not allowed.",
        ("Other types (docs, style) are not allowed.",),
        "a whole sentence with brackets in it",
    ),
    Example(
        "详见How to sow the seeds of a lemon。",
        "See How to sow the seeds of a lemon.",
        why="the title of a page",
    ),
    Example(
        "在论文 Leaves Are All We Need 之后。",
        "After the paper Leaves are All We Need.",
        why="the title of a work",
    ),
    Example(
        "在论文 Leaves are what a Tree Needs 之后。",
        "After the paper Leaves are what a Tree Needs.",
        ("Leaves are what a Tree Needs",),
        "too few capitals for a title",
    ),
    Example("Close it.", "Close it.", ("Close it.",), "a short sentence"),
    Example("先关, or the |x| of it。", "Shut, or the |x| of it.", ("or the |x| of it",), "a name"),
    Example("先**do it all at once**。", "**Do it all at once**.", ("do it all at once",), "bold"),
    Example("有 **Do it all at once** 提示。", "**Do it all at once** is said.", why="a message"),
    Example("Blue River", "Blue River", why="a name, in capitals"),
    Example("使用 fine tuning 方法。", "We use fine tuning.", ("fine tuning",), "a term"),
    Example("使用微调（fine tuning）方法。", "We use fine tuning.", why="its original in brackets"),
    Example(
        "使用 fine tuning 方法。",
        "We use fine tuning.",
        (),
        "a term that is kept",
        (("fine tuning", "", "fine tuning", "keep"),),
    ),
    Example(
        "采用 out of the box thinking model 方案。",
        "We take the out of the box thinking model.",
        (),
        "a kept term",
        (("out of the box thinking model", "", "out of the box thinking model", "keep"),),
    ),
    Example(
        "使用注意力机制。",
        "The 注意力机制 is used.",
        ("注意力机制",),
        "Chinese in English",
        target="en",
    ),
    Example(
        "使用注意力机制。",
        "The attention mechanism (注意力机制) is used.",
        (),
        "the original in brackets, in English",
        target="en",
    ),
    Example(
        "参见《设置》。",
        "See also 设置.",
        why="a title in marks of quotation in the source",
        target="en",
    ),
)

_RUN = re.compile(
    rf"{WORDS}(?:[ \t\n]*[,;:]?[ \t\n]+(?:{WORDS}|\d[\d.,%]*|{BLANK}+|\|\w+\|))*[.!?]?"
)
_HAN_RUN = re.compile(f"[{HAN}]{{2,}}")
_LONGEST_TITLE = 10
_LEAST, _LEAST_SMALL = 5, 2


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Look at every sentence of the target, then at paragraphs in the other language."""
    for pair in pairs:
        target = pair.target_document
        if pair.target is Lang.EN and target.path != pair.source_document.path:
            yield from _chinese(pair, shared)
            for comment in comments_left(pair):
                yield _passage(pair, comment, shared)
            continue
        kept = KeptTerms(pair)
        told: list[Span] = []
        for bead, text in chinese_in_source(pair):
            yield bead, _hit(Lang.ZH, text.sentence.span, text.text)
        for bead in pair.beads:
            for text in bead.target.texts:
                for span in _left(text, bead, kept, pair):
                    if text.is_literature:
                        continue
                    place = text.span(span)
                    told.append(place)
                    yield bead, _hit(pair.source, place, place.of(text.document.text))
                for span, sure in terms_left(text, bead, pair, kept):
                    place = text.span(span)
                    if not any(map(place.meets, told)):
                        told.append(place)
                        hit = _hit(pair.source, place, place.of(text.document.text))
                        yield bead, hit if sure else replace(hit, severity=Severity.INFO)
        for passage in foreign(pair):
            said = passage.span.of(target.text)
            if any(map(passage.span.meets, told)):
                continue
            if announced(target, passage.block) or is_entry(target, passage.block):
                continue
            if says_something(said, target.blocks[passage.block].kind):
                told.append(passage.span)
                yield _passage(pair, passage, shared)
        for label in (
            *labels(pair),
            *pieces_left(pair),
            *units_left(pair),
            *older_prose(pair),
            *comments_left(pair),
        ):
            if not any(map(label.span.meets, told)) and not is_entry(target, label.block):
                told.append(label.span)
                yield _passage(pair, label, shared)


def _chinese(pair: Pair, shared: Shared) -> Iterator[Judged]:
    """Find the Chinese on an English page, in sentences and beside them."""
    text = pair.target_document.text
    spoken = [(t.sentence.span, bead) for bead in pair.beads for t in bead.target.texts]
    for span, source in left_chinese(pair):
        bead = next((b for s, b in spoken if s.start <= span.start and span.end <= s.end), None)
        if bead is not None:
            yield bead, _hit(pair.source, span, span.of(text))
        else:
            yield _at(pair, span, source, shared)


def _passage(pair: Pair, passage: Foreign, shared: Shared) -> Judged:
    return _at(pair, passage.span, passage.source, shared)


def _at(pair: Pair, span: Span, source: Span | None, shared: Shared) -> Judged:
    target = pair.target_document
    number = max(0, target.block_at(span.start))
    text = Text(
        target, Sentence(span, pair.target, Unit.SENTENCE, number), pair.target, shared.terms
    )
    return text, replace(_hit(pair.source, span, span.of(target.text)), other=source)


def _hit(left: Lang, span: Span, said: str) -> Hit:
    """Return a hit for what is left in a language where the other is spoken."""
    message = f"left in {LANGUAGES[left]}: {excerpt(said)}"
    side = Lang.EN if left is Lang.ZH else Lang.ZH
    return Hit(span, side, message, SEVERITY, (), " ".join(said.split()))


def _left(text: Text, bead: BeadFacts, kept: KeptTerms, pair: Pair) -> Iterator[Span]:
    """Yield the runs of a sentence that are left in the source's language."""
    block = text.block
    if text.sentence.unit in LISTED or (block is not None and block.comment):
        return
    if announced(text.document, text.sentence.block) or is_typed(text):
        return
    own = own_voice(text.plain)
    if text.lang is Lang.EN:
        if is_chinese(text):
            yield Span(0, len(text.text))
        elif re.search(WORDS, own):
            for found in _HAN_RUN.finditer(own):
                yield Span(found.start(), found.end())
        return
    if not has_han(text.text) and stands_whole(text, bead):
        yield Span(0, len(text.text))
        return
    if block is not None and block.lang is Lang.EN and block.kind in PROSE:
        whole = block.span.of(text.document.text)
        if not has_han(whole) and stays(pair, text.sentence.block):
            return
    yield from left_words(text, bead)
    if (
        not re.search(rf"{WORDS}[ \t\n,;:]+{WORDS}[ \t\n,;:]+(?:{WORDS}|{BLANK}|\|)", own)
        or cites(own)
        or cites(text.text)
    ):
        return
    source = ""
    for found in _RUN.finditer(own):
        words = re.findall(WORDS, found[0])
        if len(words) < VERBATIM or is_name(words) or kept.holds(found[0]):
            continue
        if len(words) <= _LONGEST_TITLE and is_shown(own, found.start(), found.end()):
            continue
        small = sum(word.lower() in SMALL for word in words)
        if not (len(words) >= _LEAST and small >= _LEAST_SMALL):
            source = source or folded("".join(t.plain + " " for t in bead.source.texts))
            if not small or folded(found[0]) not in source or like_name(words):
                continue
        end = found.end()
        # a full stop belongs to the run only where the sentence before it is all English
        if found[0][-1] in ".!?" and has_han(own[: found.start()]):
            end -= 1
        yield Span(found.start(), end)
