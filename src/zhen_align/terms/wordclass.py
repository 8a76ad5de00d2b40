"""What the segmenter's dictionary says of a Chinese word: its class, and how common it is."""

from functools import cache


def tag(word: str) -> str:
    """Return the class of a word by the segmenter's dictionary, empty where it has none."""
    return _known_words()[1].get(word, "")


def frequency(word: str) -> int:
    """Return how common a word is in general text, by the segmenter's dictionary."""
    return int(_known_words()[0].get(word, "0"))


@cache
def _known_words() -> tuple[dict[str, str], dict[str, str]]:
    """Return frequency and class of every word of the segmenter's dictionary."""
    from importlib.resources import files

    # a word, its frequency and its class a line: cut in one go, as every build waits for it
    fields = files("jieba").joinpath("dict.txt").read_text("utf-8").split()
    words = fields[::3]
    return dict(zip(words, fields[1::3], strict=True)), dict(zip(words, fields[2::3], strict=True))
