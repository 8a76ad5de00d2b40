"""Whether one of two names was made from the other by a slip.

Case, hyphens, accents and inflection make no damage, nor do two ordinary words.
"""

from collections.abc import Iterator

from zhen_align.lint.facts import BeadFacts
from zhen_align.lint.names.found import Placed, parts
from zhen_align.text.distance import near, slips
from zhen_align.text.names import Name, key_of
from zhen_align.text.units import UNITS

_LEAST = 3
_ENDINGS = frozenset(
    ("s", "es", "d", "ed", "r", "er", "ers", "or", "ors", "ing", "ly", "n", "al", "ic", "y", "ies")
)
# the same ending with and without its vowel: Kubernetes, Kubernets
_TORN = ({"s", "es"}, {"d", "ed"}, {"r", "er"}, {"rs", "ers"}, {"r", "or"}, {"n", "on"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa"})


def is_damage(a: Name, b: Name) -> bool:
    """Whether one of two names was made from the other by a slip."""
    if a.key in (b.key, _written_out(b)) or b.key == _written_out(a) or inflected(a.key, b.key):
        return False
    if min(len(a.key), len(b.key)) == 3:
        return a.text.isupper() and b.text.isupper() and _swapped(a.key, b.key)
    if a.text.islower() and b.text.islower():
        return min(len(a.key), len(b.key)) >= 6 and near(a.key, b.key) and not both_words(a, b)
    return near(a.key, b.key)


def cut(bead: BeadFacts) -> Iterator[tuple[Placed, Placed]]:
    """Yield the Chinese side's names that lack the first or last letter of an English one."""
    some = [p for p in bead.zh.names if len(p[1].key) >= _LEAST and not p[1].text.islower()]
    whole = parts(bead.en) if some else []
    keys = {name.key for _, name in whole}
    for mine in some:
        key = mine[1].key
        if key in keys:
            continue
        for other in whole:
            longer = other[1].key
            if len(longer) != len(key) + 1 or key not in longer or inflected(key, longer):
                continue
            rest = longer.removeprefix(key) if longer.startswith(key) else longer[:1]
            if rest.isalpha() and other[1].text not in UNITS:  # 4 GFLOPs, 4 G 次 FLOPs
                yield mine, other


def _written_out(name: Name) -> str:
    """Return the key of a name with its umlauts in two letters: Schroedinger, Schrödinger."""
    return key_of(name.text.lower().translate(_UMLAUTS)) if not name.text.isascii() else name.key


def _swapped(a: str, b: str) -> bool:
    return len(a) == len(b) and sorted(a) == sorted(b) and slips(a, b, 1) == 1


def inflected(a: str, b: str) -> bool:
    """Whether two words differ by an ending only.

    >>> inflected("transformer", "transformers"), inflected("tuned", "tuning")
    (True, True)
    """
    if a[:3] != b[:3]:
        return False
    common = 0
    while common < min(len(a), len(b)) and a[common] == b[common]:
        common += 1
    rests = {a[common:], b[common:]}
    return common >= 3 and rests not in _TORN and rests <= _ENDINGS | {"", "e", "ation", "ion"}


def both_words(a: Name, b: Name) -> bool:
    """Whether a dictionary has both."""
    from zhen_align.lint.dictionary import known

    return all(known((a.key, b.key)))
