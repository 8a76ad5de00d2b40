"""Words that reading or recognising a page has broken: `gen omics`, `work- flow`, `contextual ize`.

Suspects are found by their looks alone, quickly. Whether one is damage is for those who know
the document's vocabulary and a dictionary (lint/rules/text_damaged.py).
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from zhen_align.text.small_words import SHORT_WORDS, SMALL
from zhen_align.types import Span

_WORD = re.compile(r"(?<![\w'’-])[A-Za-z][a-z]*(?![\w'’-])", re.ASCII)
_HYPHEN = re.compile(r"(?<![\w-])([A-Za-z][a-z]+)-(?: |\n[ \t]*)([a-z]{2,})(?![\w-])", re.ASCII)
_AFTER_HYPHEN = frozenset(("and", "or", "to", "versus", "then", "nor", "but", "by", "as", "und"))
_ENDINGS_TEXT = (
    "ly ize ized izes izing ization tion tions sion ment ments ness ity ies ically ical istic "
    "ology ologies ation ations ibility ative ability abilities izable"
)
ENDINGS = frozenset(_ENDINGS_TEXT.split())
NO_WORDS = frozenset(
    ("ly", "ize", "ized", "izes", "izing", "izable", "ization", "tion", "tions", "sion")
)
NO_BEGINNINGS = frozenset(("un", "dis"))  # those that never stand alone
_BEGINNINGS_TEXT = (
    "bio neuro auto multi pre non semi micro macro meta hyper pseudo electro geno immuno onco "
    "inter intra extra trans sub un re de dis"
)
BEGINNINGS = frozenset(_BEGINNINGS_TEXT.split())
_PARTS = ENDINGS | BEGINNINGS
_INITIAL = re.compile(r"(?:[A-Z] [A-Z]+|[B-HJ-Z] [a-z]+) (?=[a-z])")
_DROPPED = re.compile(r"(?P<rest>[A-Z]{2,}) [a-z].*?[a-z,;] (?P<cap>[A-Z]) [a-z]")
_LAST = re.compile(r"([A-Za-z]+) \Z")
_LEAST = 5
_FIGURE = re.compile(
    r"(?<![\w./-])(?:[a-z]{2,}[10][a-z]{2,}|[10][a-z]{4,}|[A-Za-z][a-z]{4,}1)(?![\w/-])", re.ASCII
)
_RARE = 2
_FEW = 3
_SHORT = 3
_LONGEST = 9
_MOST = 5


@dataclass(frozen=True, slots=True)
class Suspect:
    """A stretch that may be one word broken in pieces, and the word."""

    span: Span
    pieces: tuple[str, ...]
    word: str


def words(text: str) -> Iterable[str]:
    """Return the words of a text in small letters, compounds in parts."""
    return re.findall(r"[a-z]+", text.lower(), re.ASCII)


def hyphened(text: str) -> Iterator[Suspect]:
    """Yield words with a hyphen and a blank inside.

    >>> [s.word for s in hyphened("a work- flow of pre- and post-processing")]
    ['workflow']
    """
    if "- " not in text and "-\n" not in text:
        return
    for found in _HYPHEN.finditer(text):
        if found[2] not in _AFTER_HYPHEN:
            span = Span(found.start(), found.end())
            yield Suspect(span, (found[1], found[2]), (found[1] + found[2]).lower())


def capital(text: str) -> Suspect | None:
    """Return the first word of a paragraph whose large first letter stands by itself.

    >>> capital("T HE pump failed").word, capital("HE pump of a T large mill").word
    ('THE', 'THE')
    """
    if found := _INITIAL.match(text):
        span = Span(found.start(), found.end() - 1)
        cap, rest = span.of(text).split(" ")
    elif found := _DROPPED.match(text):
        span = Span(*found.span("rest"))
        cap, rest = found["cap"], found["rest"]
    else:
        return None
    word = cap + rest
    if word.lower() not in SMALL and (rest.lower() in SMALL or len(word) < _LEAST):
        return None
    return Suspect(span, (cap, rest), word)


def apart(text: str, name: str, *, chinese: bool = False) -> Iterator[Suspect]:
    """Yield where a name has blanks inside it that no writer sets; Chinese has no words beside it.

    >>> [s.word for s in apart("Clinic alBERT and Clinical BERT", "ClinicalBERT")]
    ['ClinicalBERT']
    >>> [s.word for s in apart("由Trans former得", "Transformer", chinese=True)]
    ['Transformer']
    """
    letters = name.replace("-", "")
    inner = r"[ -]{0,2}".join(letters)
    for found in re.finditer(rf"(?<![\w-]){inner}(?![\w-])", text, re.ASCII):
        pieces = tuple(found[0].split())
        tail = pieces[1:]
        # inside the last part of a name with hyphens there is no word of its own
        inside = "-" in pieces[0] and pieces[0][-1].islower() and any(map(str.islower, tail))
        lower = chinese and len(tail) == 1 and (pieces[0][-1] + tail[0]).islower()
        if tail and (inside or lower or any(map(_is_shred, tail))):
            yield Suspect(Span(found.start(), found.end()), pieces, name)


def _is_shred(piece: str) -> bool:
    return len(piece) <= 2 or (piece[0].islower() and not piece.islower())


def _windows(at: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of two to five words that a word begins or ends, and of three around it."""
    for more in range(1, _MOST):
        yield at - more, at
        yield at, at + more
    yield at - 1, at + 1


def split(text: str, seen: Counter[str]) -> Iterator[Suspect]:
    """Yield neighbouring words one of which is hardly a word, joined; `seen` counts words.

    >>> seen = Counter({"gen": 1, "omics": 1, "data": 9})
    >>> sorted({s.word for s in split("gen omics data", seen)})
    ['genomics', 'genomicsdata']
    """
    found = list(_WORD.finditer(text))
    for at, word in enumerate(found):
        piece = word[0].lower()
        part = piece in _PARTS
        if not part and (seen[piece] > _RARE or len(piece) > _LONGEST or piece in SMALL):
            continue
        # only what looks like no word is worth asking a dictionary about
        odd = part or (len(piece) <= _SHORT and piece not in SHORT_WORDS)
        windows = _windows(at) if odd else ((at - 1, at), (at, at + 1))
        for first, last in windows:
            if first < 0 or last >= len(found):
                continue
            start, end = found[first].start(), found[last].end()
            pieces = tuple(text[start:end].split(" "))
            # nothing but one blank each between the words
            if len(pieces) != last - first + 1 or not all(map(str.isalpha, pieces)):
                continue
            joined = "".join(pieces).lower()
            if odd or seen[joined]:
                yield Suspect(Span(start, end), pieces, joined)


def usual(seen: Mapping[str, int]) -> frozenset[str]:
    """Return the words that stand in a text too often to be pieces of others."""
    return SMALL | {word for word, count in seen.items() if count > _FEW and len(word) > _FEW}


def neighbours(text: str, usual: Collection[str] = SMALL) -> list[tuple[str, int, int]]:
    """Return two or three words with one blank between each, joined, and where; the longer first.

    Words that are all `usual` are left out.

    >>> [joined for joined, _, _ in neighbours("of valve velo city")]
    ['valvevelocity', 'ofvalve', 'valvevelo', 'velocity']
    """
    twos, threes = [], []
    first = second = ""  # the words before, where they stand beside
    at = place = last = -1
    for found in _WORD.finditer(text):
        word = found[0]
        start, end = found.span()
        if start - last != 1 or text[last] != " " or not word.islower():
            first, at = "", -1
            second, place, last = word.lower(), start, end
            continue
        odd = word not in usual
        if (odd or second not in usual) and len(second) + len(word) >= _LEAST:
            twos.append((second + word, place, end))
        if (
            first
            and (odd or second not in usual or first not in usual)
            and first not in SMALL
            and word not in SMALL
        ):
            threes.append((first + second + word, at, end))
        first, at = second, place
        second, place, last = word, start, end
    return threes + twos


def unligated(word: str) -> Iterator[str]:
    """Yield what a word may have been before its ligature was lost, with or without a blank.

    >>> "significant" in set(unligated("signi cant")), "efficient" in set(unligated("ecient"))
    (True, True)
    """
    first, blank, rest = word.partition(" ")
    cuts = [len(first)] if blank else range(1, len(word))
    letters = first + rest
    for cut in cuts:
        for ligature in ("fi", "ff", "fl", "ffi", "ffl"):
            yield letters[:cut] + ligature + letters[cut:]


def preceding(text: str, place: int) -> str:
    """Return the word before a place, in small letters; nothing where a mark stands between."""
    found = _LAST.search(text, 0, place)
    return found[1].lower() if found else ""


def misread(text: str) -> Iterator[Suspect]:
    """Yield words with a figure in them that may be a letter: 1earning, neura1.

    >>> [s.word for s in misread("a 1earning neura1 net")]
    ['learning', 'neural']
    """
    for found in _FIGURE.finditer(text):
        word = found[0].lower().replace("1", "l").replace("0", "o")
        rest = re.sub(r"\d", "", found[0].lower())
        yield Suspect(Span(*found.span()), (rest,), word)
