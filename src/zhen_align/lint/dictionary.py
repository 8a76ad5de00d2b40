"""What the dictionary knows, asked only when something is suspect.

The dictionary needs numerics, which a run over a clean text must not wait for: they are loaded
by the first question.
"""

from collections.abc import Sequence


def known(words: Sequence[str]) -> list[bool]:
    """Tell for each English word, lower case, whether the dictionary's glosses use it.

    The smallest words, which it leaves out, are known too.

    >>> known(("sensors", "sensrs"))
    [True, False]
    """
    from zhen_align.align.dictionary import STOP
    from zhen_align.align.lexicon import find_stems, lexicon, stems

    found = find_stems(stems(words), lexicon()).tolist()
    return [number >= 0 or word in STOP for number, word in zip(found, words, strict=True)]
