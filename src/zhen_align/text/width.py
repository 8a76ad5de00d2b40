"""How many columns a terminal gives a text: a Chinese character takes two, an accent none."""

import unicodedata


def width(text: str) -> int:
    """Return how many columns the text takes.

    >>> width("LLM 模型")
    8
    """
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(ch) else 2 if unicodedata.east_asian_width(ch) in "WF" else 1
        for ch in text
    )
