"""Words that lost the blank or the hyphen between them: `ofthe`, `highquality`, `MAY2019`.

Suspects are found by their looks and by the document's own compounds. Whether one is damage is
for those who know a dictionary (lint/rules/text_damaged.py). Not here: words in pieces (damage.py).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from zhen_align.text.damage import BEGINNINGS, Suspect
from zhen_align.text.small_words import SHORT_WORDS, SMALL
from zhen_align.types import Span

_COMPOUND = re.compile(r"(?<![\w-])([a-z]{4,})-([a-z]{4,})(?![\w-])", re.ASCII)
_CHAIN = re.compile(r"(?<![\w-])[A-Za-z]{2,}(?:-[A-Za-z]{2,})+(?![\w-])", re.ASCII)
_PREFIXES = frozenset(("over", "under", "self", "post", "anti", "super", "ultra", "fine", "cyber"))
_LONG = re.compile(r"(?<![\w-])(?:[A-Za-z]{7,}|[A-Za-z]+(?:-[A-Za-z]+)+)(?![\w-])", re.ASCII)
_CAPITALS = re.compile(r"([A-Z]{2,})([a-z]{5,})", re.ASCII)
_ADVERB = re.compile(r"([a-z]+(?:al|ous|ive|ent|ant|ful|ing|ed)ly)([a-z]{5,})", re.ASCII)
_MONTH = (
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec in on since of from until by during before after"
)
_FIGURED = re.compile(r"\d(?<=[A-Za-z]\d)")
_DATED = re.compile(rf"(?<![\w-])((?i:{'|'.join(_MONTH.split())}))((?:19|20)\d\d)(?![\w-]|\.\w)")
_NUMBERED = re.compile(
    r"(?<![\w-])(of|than|from|between|about|over|under|to)(\d+(?:[.,]\d+)*%|\d\d+(?:[.,]\d+)*)(?![\w-]|\.\w)"
)
_TWICE = re.compile(r"(?<![\w'’.-])((?:the|of|and|an?|to|for|with|from|by|at)) \1(?= [a-z])")
_LABEL_APART = re.compile(
    r"(?=[EFST])(?<![\w-])(T ables?|F igs?\.?|F igures?|S ections?|E q\.?)(?= \(?\d)"
)
_OF_THE = re.compile(
    r"(?<![\w-])([Oo]f|[Ii]n|[Oo]n|to|for|from|with|by|and|at|is|are|that|as|than|into)"
    r"(the|these|this|those)(?![\w-])"
)
_TOGETHER = re.compile(
    r"(?<![\w-])(?:"
    r"((?i:can|could|will|would|might|should|must|not|to))(be)|((?i:by|in|of|for|from|with|as))(an)"
    r"|((?i:has|have|had))(been)|((?i:due|able|according|related))(to)|((?i:such))(as)"
    r"|((?i:we))(can|have|use|show|propose)|((?i:it))(is|was|has|can)"
    r")(?![\w-]|\.\w)"
)
_APART = "t he|t his|th e|o f|an d|a nd|i n|i s"  # what follows a letter may be its verb: t hat
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_IN_TWO = re.compile(
    r" (?<=[a-z,] )("
    + "|".join(
        [_APART]
        + [
            f"{word[:at]} {word[at:]}"
            for word in sorted(SMALL)
            for at in range(1, len(word))
            if len(word) > 3 and word[at:] not in SHORT_WORDS - _ORDINALS and word[:at] not in SMALL
        ]
    )
    + r")(?= [a-z])"
)
_FEW = 3


def fused(text: str) -> Iterator[Suspect]:
    """Yield small words without the blank between them or cut in two, and months with a year.

    >>> [s.word for s in fused("In MAY2019 one ofthe pumps w hich failed")]
    ['MAY 2019', 'of the', 'which']
    """
    for pattern in (_DATED, _NUMBERED, _OF_THE) if _FIGURED.search(text) else (_OF_THE,):
        for found in pattern.finditer(text):
            pieces = found[1], found[2]
            yield Suspect(Span(*found.span()), pieces, " ".join(pieces))
    for found in _TOGETHER.finditer(text):
        pieces = tuple(filter(None, found.groups()))
        yield Suspect(Span(*found.span()), pieces, " ".join(pieces))
    for found in _TWICE.finditer(text):
        yield Suspect(Span(*found.span()), (found[1], found[1]), found[1])
    for found in (*_IN_TWO.finditer(text), *_LABEL_APART.finditer(text)):
        yield Suspect(Span(*found.span(1)), tuple(found[1].split()), found[1].replace(" ", ""))


def compounds(texts: Iterable[str], seen: Counter[str]) -> dict[str, str]:
    """Return the compounds of some texts that seldom stand there without their hyphen, too.

    Longer ones are given by each of the forms that lost one hyphen.

    >>> compounds(["a high-quality image, non-linear"], Counter(["highquality"]))
    {'highquality': 'high-quality'}
    >>> compounds(["a cut-and-paste job"], Counter())
    {'cutand-paste': 'cut-and-paste', 'cut-andpaste': 'cut-and-paste'}
    """
    hyphened = [text for text in texts if "-" in text]
    found = Counter(word for text in hyphened for word in _COMPOUND.findall(text))
    lost = {
        a + b: f"{a}-{b}"
        for (a, b), count in found.items()
        if 0 < seen[a + b] <= max(_FEW, 2 * count) and a not in BEGINNINGS and a not in _PREFIXES
    }
    chains = Counter(word.lower() for text in hyphened for word in _CHAIN.findall(text))
    for chain in [chain for chain in chains if chain.count("-") > 1]:
        parts = chain.split("-")
        for at, (one, next_one) in enumerate(pairwise(parts)):
            short = "-".join([*parts[:at], one + next_one, *parts[at + 2 :]])
            if one not in BEGINNINGS | _PREFIXES and chains[short] <= chains[chain]:
                lost[short] = chain
    return lost


def glued(text: str, hyphened: Mapping[str, str], seen: Counter[str]) -> Iterator[Suspect]:
    """Yield words that may be two: a compound's, an abbreviation's or an adverb's next one.

    >>> seen = Counter({"llm": 2, "based": 1})
    >>> [s.word for s in glued("LLMbased highquality", {"highquality": "high-quality"}, seen)]
    ['LLM-based', 'high-quality']
    """
    for found in _LONG.finditer(text):
        word, span = found[0], Span(found.start(), found.end())
        whole = hyphened.get(word.lower() if "-" in word else word)
        if whole is not None:
            yield Suspect(span, tuple(whole.split("-")), whole)
        elif (parts := _CAPITALS.fullmatch(word)) and seen[parts[1].lower()]:
            if seen[parts[2]]:
                yield Suspect(span, (parts[1], parts[2]), f"{parts[1]}-{parts[2]}")
        elif (parts := _ADVERB.fullmatch(word)) and seen[word] == 1:
            yield Suspect(span, (parts[1], parts[2]), f"{parts[1]} {parts[2]}")
