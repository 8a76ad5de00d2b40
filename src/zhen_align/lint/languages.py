"""How messages call the languages, and how they quote."""

from zhen_align.types import Lang

LANGUAGES = {Lang.ZH: "Chinese", Lang.EN: "English"}
_LONGEST = 60


def excerpt(text: str) -> str:
    """Return a text on one line, cut where it grows too long for a message.

    >>> excerpt("one\\ntwo")
    'one two'
    """
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
