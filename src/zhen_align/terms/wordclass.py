"""What the segmenter's dictionary says of a Chinese word: its class, and how common it is."""

from functools import cache


def tag(word: str) -> str:
    """Return the class of a word by the segmenter's dictionary, empty where it has none."""
    return _known_words().get(word, (0, ""))[1]


def frequency(word: str) -> int:
    """Return how common a word is in general text, by the segmenter's dictionary."""
    return _known_words().get(word, (0, ""))[0]


@cache
def _known_words() -> dict[str, tuple[int, str]]:
    """Return frequency and class of every word of the segmenter's dictionary."""
    from importlib.resources import files

    lines = files("jieba").joinpath("dict.txt").read_text("utf-8").splitlines()
    return {word: (int(times), kind) for word, times, kind in (ln.split(" ") for ln in lines)}
