"""A run of the source language is left in the target.

In Chinese: five English words or more with two small ones among them (the, of, is …), or a run
that stands word for word in the source and is no name. In English: a run of Chinese characters.
A paragraph of the translation's own file that was left as it is in the source counts as well, and
so do a heading, a title in the front matter, a caption and a cell of a table, where a dictionary
knows the words and neither text writes them with capitals in a sentence; a bold word, a cell and
the words of a link where the page translates its others; and what leads a sentence in (See also:).

It does not fire for what is kept on purpose: names and titles (every long word capitalised),
code, addresses and citations, the original in brackets or quotation marks, and kept terms of
the glossary.

Why: machine translation skips a sentence now and then, and a reviewer's eye glides over it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from zhen_align.lint.facts import BLANK, BeadFacts, Pair, Shared, Text
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.labels import is_short_prose, labels
from zhen_align.lint.languages import LANGUAGES, excerpt
from zhen_align.lint.left_pieces import pieces_left
from zhen_align.lint.left_words import left_words
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.lint.untranslated import Foreign, foreign
from zhen_align.text.scripts import HAN
from zhen_align.text.small_words import JOINERS, SMALL
from zhen_align.types import Kind, Lang, Sentence, Span, Unit

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
    Example("Blue River", "Blue River", why="a name, in capitals"),
    Example("使用 fine tuning 方法。", "We use fine tuning.", why="two words may be a term"),
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
)

_WORDS = r"[A-Za-z][A-Za-z'’-]*"
_RUN = re.compile(rf"{_WORDS}(?:[ \t\n]*[,;:]?[ \t\n]+(?:{_WORDS}|\d[\d.,%]*|{BLANK}+))*[.!?]?")
_HAN_RUN = re.compile(f"[{HAN}]{{2,}}")
_ASIDE = re.compile(
    r"\([^()]*\)|（[^（）]*）|“[^“”]*”|「[^「」]*」|『[^『』]*』|《[^《》]*》|\"[^\"]*\"|‘[^‘’]*’|"
    r"\[[^\[\]]*\]|【[^【】]*】|\*[^*\n]+\*|(?<![A-Za-z])'[^'\n]*'"
)
# what follows is the title of a page or what a program says: 详见How to Sow, 点击 Save to Disk
_NAMED = re.compile(
    r"(?:见|参阅|参考|查看|类似|名为|题为|标题[为是]|称为|叫做|提示|显示|报错|选择|点击|单击|按下)[：:]?\s*$"
)
_LONGEST_TITLE = 10
_LEAST, _LEAST_SMALL, _VERBATIM = 5, 2, 4
_LEAST_CAPITALS, _NAMELIKE = 4, 0.6
_CITED = re.compile(r"\bet al\b|\b(?:19|20)\d\d\b.*\bpp?\.|[A-Z]\. [A-Z][a-z]+,|arXiv", re.DOTALL)
_COMMAND = re.compile(r"\s(?:&&|\|\||--?[a-z][\w-]*=)\s?")
_LISTED = (Unit.KEYWORD, Unit.TITLE)


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Look at every sentence of the target, then at paragraphs in the other language."""
    for pair in pairs:
        kept = _Kept(pair)
        told: list[Span] = []
        for bead in pair.beads:
            for text in bead.target.texts:
                for span in _left(text, bead, kept):
                    place = text.span(span)
                    told.append(place)
                    yield bead, _hit(pair, place, place.of(text.document.text))
        target = pair.target_document
        for passage in foreign(pair):
            said = passage.span.of(target.text)
            if any(t.start < passage.span.end and passage.span.start < t.end for t in told):
                continue
            if _says_something(said, target.blocks[passage.block].kind):
                told.append(passage.span)
                yield _passage(pair, passage, shared)
        for label in (*labels(pair), *pieces_left(pair)):
            if not any(t.start < label.span.end and label.span.start < t.end for t in told):
                yield _passage(pair, label, shared)


def _passage(pair: Pair, passage: Foreign, shared: Shared) -> Judged:
    said = passage.span.of(pair.target_document.text)
    sentence = Sentence(passage.span, pair.target, Unit.SENTENCE, passage.block)
    text = Text(pair.target_document, sentence, pair.target, shared.terms)
    return text, replace(_hit(pair, passage.span, said), other=passage.source)


def _hit(pair: Pair, span: Span, said: str) -> Hit:
    message = f"left in {LANGUAGES[pair.source]}: {excerpt(said)}"
    return Hit(span, pair.target, message, SEVERITY, (), " ".join(said.split()))


class _Kept:
    """The terms that stay as they are, folded."""

    def __init__(self, pair: Pair) -> None:
        self.forms = {
            " ".join(row.en.split()).casefold() for row in pair.terms.rows if row.status == "keep"
        }

    def holds(self, run: str) -> bool:
        """Whether a run is a kept term and little else."""
        folded = " ".join(run.split()).casefold().strip(" .,;:")
        return any(form in folded and len(folded) <= len(form) + 4 for form in self.forms)


def _left(text: Text, bead: BeadFacts, kept: _Kept) -> Iterator[Span]:
    """Yield the runs of a sentence that are left in the source's language."""
    block = text.block
    if text.sentence.unit in _LISTED or (block is not None and block.comment):
        return
    own = _own_voice(text.plain)
    if text.lang is Lang.EN:
        if re.search(_WORDS, own):
            for found in _HAN_RUN.finditer(own):
                yield Span(found.start(), found.end())
        return
    if not re.search(f"[{HAN}]", text.text) and _stands_whole(text, bead):
        yield Span(0, len(text.text))
        return
    yield from left_words(text, bead)
    if not re.search(
        rf"{_WORDS}[ \t\n,;:]+{_WORDS}[ \t\n,;:]+(?:{_WORDS}|{BLANK})", own
    ) or _CITED.search(own):
        return
    source = ""
    for found in _RUN.finditer(own):
        words = re.findall(_WORDS, found[0])
        if len(words) < _VERBATIM or _is_name(words) or kept.holds(found[0]):
            continue
        if len(words) <= _LONGEST_TITLE and _NAMED.search(own[: found.start()]):
            continue
        small = sum(word.lower() in SMALL for word in words)
        if not (len(words) >= _LEAST and small >= _LEAST_SMALL):
            source = source or _folded("".join(t.plain + " " for t in bead.source.texts))
            if not small or _folded(found[0]) not in source or _like_name(words):
                continue
        end = found.end()
        # a full stop belongs to the run only where the sentence before it is all English
        if found[0][-1] in ".!?" and re.search(f"[{HAN}]", own[: found.start()]):
            end -= 1
        yield Span(found.start(), end)


def _stands_whole(text: Text, bead: BeadFacts) -> bool:
    """Whether a sentence without Chinese is one of the source's, and prose."""
    key = _folded(text.text)
    block = text.block
    return any(_folded(t.text) == key for t in bead.source.texts) and _says_something(
        text.text, block.kind if block else Kind.PARAGRAPH
    )


def _own_voice(plain: str) -> str:
    """Return a text with what stands in brackets or quotation marks blanked out."""
    while True:
        shorter = _ASIDE.sub(lambda m: BLANK * len(m[0]), plain)
        if shorter == plain:
            return plain
        plain = shorter


def _is_name(words: Sequence[str]) -> bool:
    """Whether all words but small ones are capitalised: a name, the title of a work."""
    if all(word[0].isupper() or word.lower() in JOINERS for word in words):
        return True
    small = all(word[0].isupper() or word in SMALL for word in words)
    return small and words[0][0].isupper() and _like_name(words)


def _like_name(words: Sequence[str]) -> bool:
    """Whether most words are capitalised: Garden Pumps for Old River Mills series."""
    capitals = sum(word[0].isupper() for word in words)
    return capitals >= _LEAST_CAPITALS and capitals >= _NAMELIKE * len(words)


def _folded(text: str) -> str:
    return " ".join(re.findall(_WORDS, text)).casefold()


def _says_something(said: str, kind: Kind) -> bool:
    """Whether a block is prose: names, code and references stand in both languages alike."""
    if re.search(f"[{HAN}]", said):
        return len(_HAN_RUN.findall(said)) > 0
    words = re.findall(_WORDS, said)
    if _CITED.search(said) or _COMMAND.search(said):
        return False
    if kind is Kind.HEADING:  # Title Case makes a heading no name
        return len(words) >= _LEAST
    if is_short_prose(said):
        return True
    small = sum(word.lower() in SMALL for word in words)
    ends = said.rstrip()[-1:] in ".!?:"
    return len(words) >= _VERBATIM and not _is_name(words) and small >= (1 if ends else 2)
