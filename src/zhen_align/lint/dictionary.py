"""What the dictionary knows, asked only when something is suspect.

The dictionary needs numerics, which a run over a clean text must not wait for: they are loaded
by the first question.
"""

from collections.abc import Sequence


def known(words: Sequence[str]) -> list[bool]:
    """Tell for each English word, lower case, whether the dictionary's glosses use it.

    >>> known(("sensors", "sensrs"))
    [True, False]
    """
    from zhen_align.align.lexicon import find_stems, lexicon, stems

    return [int(number) >= 0 for number in find_stems(stems(words), lexicon())]
