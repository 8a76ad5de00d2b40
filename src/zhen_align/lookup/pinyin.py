"""Pinyin: how a Chinese term is read, and whether a query is a way to write that reading.

A reading is its syllables with their tones, `da4 yu3 yan2 mo2 xing2`; Latin letters inside
a term read as themselves. A query may leave out tones and blanks, write tones as digits or
as marks, ü as v, u: or u, or give initials only. Not here: what characters sound like
(readings.py).
"""

import re
import unicodedata
from collections.abc import Iterator

_MARKS = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_START = 4  # letters from the beginning of a syllable on, which is what parts of terms go by
_TWO_LETTERS = (("zh", "z"), ("ch", "c"), ("sh", "s"))


def asked(query: str) -> str:
    """Return a query as letters, each tone a digit where it was written; "" if it is no pinyin.

    >>> asked("Dà yǔyán"), asked("lv4 se4"), asked("GPT-4"), asked("模型")
    ('da4yu3ya2n', 'lu4se4', '', '')
    """
    text = query.replace("u:", "ü").replace("U:", "ü").replace("'", "").replace("’", "")
    apart = unicodedata.normalize("NFD", "".join(text.casefold().split()))
    apart = apart.replace("\u0308", "")
    letters = "".join(_MARKS.get(ch, ch) for ch in apart).replace("v", "u").replace("0", "5")
    return letters if re.fullmatch(r"[a-z]+(?:[1-5][a-z]+)*[1-5]?", letters) else ""


def toneless(letters: str) -> str:
    """Return the letters without the digits of tones."""
    return re.sub("[1-5]", "", letters)


def keys(reading: str) -> Iterator[str]:
    """Yield what a reading is found by: in full, by initials, and by the start of each part.

    >>> list(keys("mo2 xing2"))
    ['pmoxing', 'imx', 'smoxi', 'sxing']
    """
    syllables = toneless(reading).split(" ")
    whole = "".join(syllables)
    yield "p" + whole
    yield "i" + initials(reading)
    at = 0
    for syllable in syllables:
        if len(whole) - at >= _START:
            yield "s" + whole[at : at + _START]
        at += len(syllable)


def query_keys(letters: str) -> list[str]:
    """Return the keys under which readings that fit a query may be found."""
    bare = toneless(letters)
    found = ["p" + bare]
    if letters == bare:
        found += ["i" + each for each in dict.fromkeys((bare, _single(bare)))]
    if len(bare) > _START:
        found.append("s" + bare[:_START])
    return found


def initials(reading: str) -> str:
    """Return the first letter of each syllable, and Latin words whole.

    >>> initials("da4 yu3 yan2 mo2 xing2"), initials("llm zhi4 neng2 ti3")
    ('dyymx', 'llmznt')
    """
    return "".join(part[0] if part[-1].isdigit() else part for part in reading.split(" "))


def fit(letters: str, reading: str) -> float:
    """Return how well a query fits a reading: whole, with right tones, initials, inside it.

    >>> fit("moxing", "mo2 xing2"), fit("mo4xing2", "mo2 xing2"), fit("mx", "mo2 xing2")
    (0.95, 0.0, 0.85)
    >>> fit("moxing", "yu3 yan2 mo2 xing2")
    0.76
    """
    parts = reading.split(" ")
    bare = toneless(letters)
    toned = letters != bare
    patterns = [_pattern(part) for part in parts]
    if re.fullmatch("".join(patterns), letters):
        return 0.97 if toned else 0.95
    short = initials(reading)
    if not toned and short in (bare, _single(bare)):
        return 0.85
    for start in range(len(parts)):
        inside = ""
        for end in range(start, len(parts)):
            inside += patterns[end]
            if end - start + 1 < len(parts) and re.fullmatch(inside, letters):
                return 0.76
    return 0.0


def _pattern(part: str) -> str:
    """Return the expression of one syllable; its tone may stand behind any of its letters."""
    if not part[-1].isdigit():
        return re.escape(part)
    return "".join(f"{letter}{part[-1]}?" for letter in part[:-1])


def _single(letters: str) -> str:
    """Return initials as one letter each, where zh, ch and sh were written in full."""
    for double, one in _TWO_LETTERS:
        letters = letters.replace(double, one)
    return letters
