"""Write two texts as files whose paragraphs do not correspond, keeping track of each sentence.

Translators and converters cut texts anew: paragraphs are merged and parted, headings get
lost or change their level, lists become paragraphs, lines are wrapped, sections change
places. The sentences stay, so the gold of the texts is that of the files.
"""

import random
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

_END = re.compile(r"[。！？.!?][\"'”’」』)）*_]*$")
_TITLE_END = re.compile(r"[。！？；：.!?;:][\"'”’」』)）*_`]*$")
_SHORT = {"zh": 30, "en": 90}
_WIDTH = {"zh": 36, "en": 72}


@dataclass(frozen=True)
class Paragraph:
    """Numbers of sentences that stand together, and what they are.

    `p` is prose, `h` a heading, `-` an item of a list; `.` is what does not end as a sentence
    does: nobody could tell where it ends if more came after it. `both`: its partner is prose.
    """

    sentences: tuple[int, ...]
    shape: str = "p"
    both: bool = False


@dataclass(frozen=True)
class Side:
    """One language's sentences in paragraphs; `width` wraps their lines."""

    lang: str
    texts: Sequence[str]
    paragraphs: tuple[Paragraph, ...]
    marks: str = "#"
    width: int = 0


Pair = tuple[Side, Side]


@dataclass(frozen=True)
class Written:
    """A file, and the stretch of it that each sentence takes: start, end, number."""

    text: str
    places: tuple[tuple[int, int, int], ...]


def side(lang: str, texts: Sequence[str], homes: Sequence[int]) -> Side:
    """Return a text in the paragraphs that it came in."""
    by_home: dict[int, list[int]] = {}
    for number, home in enumerate(homes):
        by_home.setdefault(home, []).append(number)
    found = []
    for numbers in by_home.values():
        first = texts[numbers[0]]
        heading = len(numbers) == 1 and len(first) <= _SHORT[lang] and not _TITLE_END.search(first)
        ended = all(_END.search(texts[n]) for n in numbers)
        found.append(Paragraph(tuple(numbers), "h" if heading else "p" if ended else "."))
    return Side(lang, texts, tuple(found))


def facing(zh: Side, en: Side, blocks: Sequence[tuple[Collection[int], Collection[int]]]) -> Pair:
    """Return both sides with their paragraphs that are prose and have partners that are.

    `blocks` are the sentences of paragraphs that belong together.
    """
    sides = (zh, en)
    plain = [{n for p in it.paragraphs if p.shape == "p" for n in p.sentences} for it in sides]
    good: tuple[set[int], set[int]] = (set(), set())
    for block in blocks:
        if all(plain[side].issuperset(block[side]) for side in (0, 1)):
            good[0].update(block[0])
            good[1].update(block[1])
    found = [
        replace(
            it,
            paragraphs=tuple(
                replace(p, both=good[side].issuperset(p.sentences)) for p in it.paragraphs
            ),
        )
        for side, it in enumerate(sides)
    ]
    return found[0], found[1]


def written(it: Side) -> Written:
    """Return the side as a file, a blank line between paragraphs."""
    parts: list[str] = []
    places: list[tuple[int, int, int]] = []
    at = 0

    def put(text: str) -> None:
        nonlocal at
        parts.append(text)
        at += len(text)

    for paragraph in it.paragraphs:
        mark = {"h": f"{it.marks} " if it.marks else "", "-": "- "}.get(paragraph.shape, "")
        put(mark)
        column = len(mark)
        for order, number in enumerate(paragraph.sentences):
            text = it.texts[number]
            if order and it.lang == "en":
                put(" ")
                column += 1
            start = at
            if it.width and paragraph.shape != "h":
                text, column = _wrapped(text, column, it)
            put(text)
            places.append((start, at, number))
        put("\n\n")
    return Written("".join(parts), tuple(places))


def _wrapped(text: str, column: int, it: Side) -> tuple[str, int]:
    """Return a sentence with line ends where its lines are full, and the column after it."""
    words = text.split(" ") if it.lang == "en" else list(text)
    blank = " " if it.lang == "en" else ""
    found = ""
    for word in words:
        gap = blank if found else ""
        if found and column + len(gap + word) > it.width:
            found, column = found + "\n" + word, len(word)
        else:
            found, column = found + gap + word, column + len(gap + word)
    return found, column


def merged(it: Side, rng: random.Random) -> Side:
    """Join runs of two to five paragraphs of prose."""
    found: list[Paragraph] = []
    left = 0
    for paragraph in it.paragraphs:
        if paragraph.shape == "p" and left and found and found[-1].shape == "p":
            found[-1] = Paragraph(found[-1].sentences + paragraph.sentences)
            left -= 1
        else:
            found.append(paragraph)
            left = rng.randint(1, 4)
    return replace(it, paragraphs=tuple(found))


def parted(it: Side, rng: random.Random, share: float = 1.0) -> Side:
    """Part paragraphs after some of their sentences."""
    found: list[Paragraph] = []
    for paragraph in it.paragraphs:
        begun: list[int] = []
        for number in paragraph.sentences:
            begun.append(number)
            if rng.random() < share:
                found.append(replace(paragraph, sentences=tuple(begun)))
                begun = []
        if begun:
            found.append(replace(paragraph, sentences=tuple(begun)))
    return replace(it, paragraphs=tuple(found))


def recut(it: Side, rng: random.Random) -> Side:
    """Let paragraphs of prose end anywhere, after three sentences as a rule."""
    found: list[Paragraph] = []
    run: list[int] = []

    def close() -> None:
        if run:
            found.append(Paragraph(tuple(run)))
            run.clear()

    for paragraph in it.paragraphs:
        if paragraph.shape != "p":
            close()
            found.append(paragraph)
            continue
        for number in paragraph.sentences:
            run.append(number)
            if rng.random() < 1 / 3:
                close()
    close()
    return replace(it, paragraphs=tuple(found))


def one_block(it: Side) -> Side:
    """Put all prose into one paragraph; the rest is left out."""
    every = tuple(n for p in prose(it).paragraphs for n in p.sentences)
    return replace(it, paragraphs=(Paragraph(every),))


def prose(it: Side) -> Side:
    """Leave out all but what is prose in both languages."""
    return replace(it, paragraphs=tuple(p for p in it.paragraphs if p.shape == "p" and p.both))


def unheaded(it: Side) -> Side:
    """Leave out the headings."""
    return replace(it, paragraphs=tuple(p for p in it.paragraphs if p.shape != "h"))


def listed(it: Side, rng: random.Random) -> Side:
    """Make the sentences of some paragraphs items of a list."""
    found: list[Paragraph] = []
    for paragraph in it.paragraphs:
        if paragraph.shape == "p" and len(paragraph.sentences) > 1 and rng.random() < 0.5:
            found += [Paragraph((n,), "-") for n in paragraph.sentences]
        else:
            found.append(paragraph)
    return replace(it, paragraphs=tuple(found))


def permuted(it: Side, rng: random.Random) -> Side:
    """Give four or so sections in another order."""
    size = len(it.paragraphs)
    cuts = sorted(rng.sample(range(1, size), min(3, size - 1)))
    parts = [it.paragraphs[a:b] for a, b in zip([0, *cuts], [*cuts, size], strict=True)]
    rng.shuffle(parts)
    return replace(it, paragraphs=tuple(p for part in parts for p in part))


def wrapped(it: Side) -> Side:
    """Wrap the lines as an editor does."""
    return replace(it, width=_WIDTH[it.lang])


def _either(change: Callable[[Side], Side]) -> Callable[[Side, Side, random.Random], Pair]:
    """Return what changes one of two sides, drawn by lot."""

    def changed(zh: Side, en: Side, rng: random.Random) -> Pair:
        return (change(zh), en) if rng.random() < 0.5 else (zh, change(en))

    return changed


CASTS: dict[str, Callable[[Side, Side, random.Random], Pair]] = {
    "as it was": lambda z, e, r: (z, e),
    "merged": lambda z, e, r: _either(lambda s: merged(s, r))(z, e, r),
    "parted": lambda z, e, r: _either(lambda s: parted(s, r))(z, e, r),
    "recut": lambda z, e, r: (recut(z, r), recut(e, r)),
    "one block": lambda z, e, r: _either(one_block)(prose(z), prose(e), r),
    "two blocks": lambda z, e, r: (one_block(z), one_block(e)),
    "no headings": lambda z, e, r: _either(unheaded)(recut(z, r), recut(e, r), r),
    "other levels": lambda z, e, r: (
        replace(recut(z, r), marks="####"), replace(recut(e, r), marks="")
    ),
    "lists": lambda z, e, r: _either(lambda s: listed(s, r))(merged(z, r), e, r),
    "wrapped": lambda z, e, r: (wrapped(recut(z, r)), wrapped(recut(e, r))),
    "one wrapped": lambda z, e, r: _either(wrapped)(recut(z, r), recut(e, r), r),
    "permuted": lambda z, e, r: (permuted(z, r), e),
    "recut, permuted": lambda z, e, r: (recut(permuted(z, r), r), recut(e, r)),
}  # fmt: skip
