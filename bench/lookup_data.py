"""Glossaries and aligned pairs that are made up, as large as wanted, the same each time.

English words are put together from syllables, Chinese ones from the characters of a
national character set, so that forms differ as much as real ones do; nothing means anything.
"""

import random
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from zhen_align.glossary.rows import Row, Status

_ONSETS = ("b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "l", "m", "n", "p", "pr", "s", "st",
           "t", "tr", "v")  # fmt: skip
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "io")
_CODAS = ("", "", "n", "r", "l", "ct", "nt", "ss", "m", "x")
_ENDINGS = ("", "", "tion", "ing", "ment", "ity", "al", "er")
_STATUSES = (Status.CANDIDATE, Status.CANDIDATE, Status.PREFERRED, Status.ADMITTED,
             Status.DEPRECATED)  # fmt: skip


def words(dice: random.Random, count: int) -> list[str]:
    """Return words that look English, each once."""
    made: dict[str, None] = {}
    while len(made) < count:
        syllables = dice.choices((1, 2, 3), (2, 5, 2))[0]
        parts = [dice.choice(_ONSETS) + dice.choice(_VOWELS) + dice.choice(_CODAS)
                 for _ in range(syllables)]  # fmt: skip
        made["".join(parts) + dice.choice(_ENDINGS)] = None
    return list(made)


def characters(count: int) -> list[str]:
    """Return the first Chinese characters of GB 2312, the common ones."""
    found = [bytes((high, low)).decode("gb2312", "ignore")
             for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF)]  # fmt: skip
    return [ch for ch in found if ch][:count]


def rows(count: int, seed: int = 1) -> list[Row]:
    """Return rows of terms of one to four words; one in five has an abbreviation."""
    dice = random.Random(seed)
    vocabulary = words(dice, max(200, count // 8))
    # a few words stand in many terms, as in any field
    weights = [1 / (place + 10) for place in range(len(vocabulary))]
    han = [a + b for a, b in zip(characters(3000), characters(3000)[::-1], strict=True)]
    made: dict[tuple[str, str], Row] = {}
    while len(made) < count:
        size = dice.choices((1, 2, 3, 4), (1, 5, 4, 2))[0]
        parts = dice.choices(vocabulary, weights, k=size)
        zh = "".join(dice.choice(han) for _ in range(max(1, size)))
        abbr = (
            "".join(part[0] for part in parts).upper() if size > 2 and dice.random() < 0.4 else ""
        )
        made[" ".join(parts), zh] = Row(
            " ".join(parts), zh, abbr, dice.choice(_STATUSES), str(dice.randint(1, 90)), "1.00"
        )
    return sorted(made.values(), key=lambda row: (row.en, row.zh))


def slipped(form: str, dice: random.Random) -> str:
    """Return a form with one slip; in Chinese two characters swapped or one replaced."""
    at = dice.randrange(len(form) - 1)
    if form[0] > "\u3000":
        if dice.random() < 0.5:
            return form[:at] + form[at + 1] + form[at] + form[at + 2 :]
        return form[:at] + dice.choice(characters(3000)) + form[at + 1 :]
    other = dice.choice("abcdefghijklmnopqrstuvwxyz")
    return dice.choice((
        form[:at] + form[at + 1] + form[at] + form[at + 2 :],
        form[:at] + other + form[at + 1 :],
        form[:at] + form[at + 1 :],
        form[:at] + other + form[at:],
    ))  # fmt: skip


@cache
def _english() -> tuple[list[str], list[float]]:
    vocabulary = words(random.Random(2), 30_000)
    return vocabulary, list(accumulate(1 / place for place in range(1, len(vocabulary) + 1)))


@cache
def _chinese() -> tuple[list[str], list[float]]:
    han = characters(3000)
    return han, list(accumulate(1 / (place + 5) for place in range(len(han))))


def pairs(count: int, seed: int = 2) -> Iterator[tuple[str, str]]:
    """Yield aligned sentences, Chinese and English, of the length that papers have."""
    dice = random.Random(seed)
    vocabulary, bounds = _english()
    han, han_bounds = _chinese()
    for _ in range(count):
        en = " ".join(dice.choices(vocabulary, cum_weights=bounds, k=dice.randint(8, 30)))
        zh = "".join(dice.choices(han, cum_weights=han_bounds, k=dice.randint(12, 50)))
        yield zh + "。", en.capitalize() + "."
