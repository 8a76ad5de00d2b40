"""What the dictionary knows, asked only when something is suspect.

The dictionary needs numerics, which a run over a clean text must not wait for: they are loaded
by the first question.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

_numbers: dict[str, int] = {}  # of every word that was asked for: half of them are asked for again


def known(words: Sequence[str]) -> list[bool]:
    """Tell for each English word, lower case, whether the dictionary's glosses use it.

    The smallest words, which it leaves out, are known too.

    >>> known(("sensors", "sensrs"))
    [True, False]
    """
    from zhen_align.align.dictionary import STOP

    return [n >= 0 or word in STOP for n, word in zip(stem_numbers(words), words, strict=True)]


def ends_in_word(text: str) -> bool:
    """Tell whether the last characters of a Chinese text are a word of two or more.

    >>> ends_in_word("溶液饱和"), ends_in_word("取决于温度和")
    (True, False)
    """
    from zhen_align.align.lexicon import find_words, lexicon

    tail = text[-4:]
    starts, sizes, _ = find_words(tail, lexicon())
    return any(
        size > 1 and start + size == len(tail)
        for start, size in zip(starts.tolist(), sizes.tolist(), strict=True)
    )


def word_across(text: str, cut: int) -> tuple[int, int] | None:
    """Return where the longest word of a Chinese text stands that goes on across a place.

    >>> word_across("该神经网络很", 3), word_across("结果其中", 2)
    ((1, 5), None)
    """
    from zhen_align.align.lexicon import find_words, lexicon

    starts, sizes, _ = find_words(text, lexicon())
    across = [
        (size, start)
        for start, size in zip(starts.tolist(), sizes.tolist(), strict=True)
        if start < cut < start + size
    ]
    size, start = max(across, default=(0, 0))
    return (start, start + size) if size else None


def words_around(text: str, at: int) -> list[tuple[int, int]]:
    """Return where the words of two characters or more stand that have one place in them.

    >>> words_around("这个未来", 2)
    [(2, 4)]
    """
    from zhen_align.align.lexicon import find_words, lexicon

    starts, sizes, _ = find_words(text, lexicon())
    return [
        (start, start + size)
        for start, size in zip(starts.tolist(), sizes.tolist(), strict=True)
        if size > 1 and start <= at < start + size
    ]


def words_of_two(pairs: Sequence[str]) -> frozenset[str]:
    """Return which of some pairs of Chinese characters are words.

    >>> sorted(words_of_two(["未来", "末来"]))
    ['未来']
    """
    from zhen_align.align.lexicon import find_words, lexicon

    starts, sizes, _ = find_words("\n".join(pairs), lexicon())
    return frozenset(pairs[n // 3] for n in starts[sizes == 2].tolist())


def in_common(zh: str, en: str) -> int:
    """Return how many words of an English text a Chinese one has, by the dictionary or as they are.

    >>> in_common("在系统层面", "at the level of systems."), in_common("在系统层面", "of sentences")
    (2, 0)
    """
    from zhen_align.align.dictionary import STOP

    words = _latin(en)
    kept = words & _latin(zh)
    plain = [word for word in words - kept if word.isalpha() and len(word) > 2 and word not in STOP]
    return len(kept) + len(_meant(zh).intersection(stem_numbers(plain)))


def _latin(text: str) -> set[str]:
    """Return the words and figures of a text, lower case, without the full stop behind the last."""
    return {word.strip(".") for word in re.findall("[a-z0-9.]+", text.lower())} - {""}


def said(zh: str, words: Sequence[str]) -> list[bool]:
    """Tell for each English word, lower case, whether a Chinese text has a word that means it.

    >>> said("阀门的速度", ("velocity", "city"))
    [True, False]
    """
    meant = _meant(zh)
    return [number in meant for number in stem_numbers(words)]


def means_beginning(zh: str, en: str) -> bool:
    """Tell whether a Chinese text begins with a word of two or more that an English one says.

    >>> means_beginning("取决于温度", "it depends on that"), means_beginning("同模型", "a model")
    (True, False)
    """
    said = set(stem_numbers(sorted(set(re.findall("[a-z]{3,}", en.lower()))))) - {-1}
    return any(start == 0 and size > 1 and meant & said for start, size, meant in meanings(zh))


def meanings(zh: str) -> list[tuple[int, int, set[int]]]:
    """Return place, size and the numbers of the stems of each word of a Chinese text."""
    from zhen_align.align.lexicon import find_words, lexicon

    lex = lexicon()
    return [
        (start, size, set(lex.en_id[lex.en_first[n] : lex.en_first[n + 1]].tolist()))
        for start, size, n in zip(*(each.tolist() for each in find_words(zh, lex)), strict=True)
    ]


@lru_cache(maxsize=1 << 10)
def _meant(zh: str) -> frozenset[int]:
    """Return the numbers of the stems that the words of a Chinese text may stand for."""
    from zhen_align.align.lexicon import find_words, lexicon

    lex = lexicon()
    found: set[int] = set()
    for number in find_words(zh, lex)[2].tolist():
        found.update(lex.en_id[lex.en_first[number] : lex.en_first[number + 1]].tolist())
    return frozenset(found)


def stem_numbers(words: Sequence[str]) -> list[int]:
    """Return the numbers of the stems of English words, -1 for what the dictionary has not."""
    new = [word for word in words if word not in _numbers]
    if new:
        from zhen_align.align.lexicon import find_stems, lexicon, stems

        _numbers.update(zip(new, find_stems(stems(new), lexicon()).tolist(), strict=True))
    return [_numbers[word] for word in words]
