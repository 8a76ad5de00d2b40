"""Names that two linked claims spell nearly, but not quite, alike."""

from collections.abc import Iterator, Sequence

from zhen_align.compare.claims import Work
from zhen_align.compare.numbers import Pair
from zhen_align.compare.result import Difference, Grade, Place
from zhen_align.text.distance import near
from zhen_align.text.lines import position
from zhen_align.text.names import Name, names
from zhen_align.types import Span

_LEAST = 5


def differences(a: Work, b: Work, pairs: Sequence[Pair]) -> list[Difference]:
    """Return the names that stand in linked claims with a slip between them."""
    keys_a, keys_b = _keys(a), _keys(b)
    found: dict[tuple[str, str], Difference] = {}
    for left, right, grade in pairs:
        if grade is Grade.RELATED:
            continue
        ours = [p for n in left for p in _names(a, n) if p[1].key not in keys_b]
        theirs = [p for n in right for p in _names(b, n) if p[1].key not in keys_a]
        for one, name in ours:
            for two, other in theirs:
                if _slipped(name.key, other.key):
                    message = f"{one.text} in the one, {two.text} in the other"
                    key = (name.key, other.key)
                    found.setdefault(key, Difference("name", one, two, message))
    return list(found.values())


def _slipped(one: str, other: str) -> bool:
    """Say whether two keys are one name with a slip, and no two forms of a word."""
    if one[:4] == other[:4] and (one.startswith(other) or other.startswith(one)):
        return False
    digits = ["".join(ch for ch in key if ch.isdigit()) for key in (one, other)]
    return digits[0] == digits[1] and near(one, other)


def _keys(work: Work) -> frozenset[str]:
    return frozenset(name.key for name in names(work.document.text))


def _names(work: Work, number: int) -> Iterator[tuple[Place, Name]]:
    """Yield the words of a sentence that are written as names are: with a capital inside."""
    sentence = work.sentences[number]
    document = work.document
    for name in names(sentence.span.of(document.text)):
        if len(name.key) >= _LEAST and any(ch.isupper() for ch in name.text[1:]):
            span = Span(name.span.start, name.span.end).shifted(by=sentence.span.start)
            line = position(document.lines, span.start)[0]
            place = Place(document.path, line, span, str(sentence.lang), span.of(document.text))
            yield place, name
