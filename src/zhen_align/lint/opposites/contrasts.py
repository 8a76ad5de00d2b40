"""Where two halves of a frame have changed places: "A rather than B", "A exceeds B", "from A to B".

Both languages set two things against each other in a frame of words, and by the dictionary the
Chinese has in the one place what the English has in the other. The dictionary is asked only where
both sides have the same frame, once. Not here: opposites in clauses of their own (`crossed`).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from zhen_align.lint.dictionary import in_common
from zhen_align.lint.opposites.crossed import Crossed
from zhen_align.lint.opposites.frames import FRAMES
from zhen_align.lint.opposites.reversed import poles_in_common
from zhen_align.lint.opposites.said import Said

# begins with a word and never ends in one, so that a word of any length is walked through once
_SOME = r"(?<![\w'’-])(?:[\w'’%-]++\s++){0,6}[\w'’%-]++"
_WHERE = re.compile(r"\s(?:on|in|at|for|by|when|under|across|over|within)\s")
_AGAIN = re.compile(r"\b(?:into|than|rather|from)\b", re.IGNORECASE)


def contrasts(zh: Said, en: Said) -> Iterator[Crossed]:
    """Yield the contrasts of a bead whose halves have changed places."""
    for frame in _frames():
        if not (frame.hint_zh.search(zh.text) and frame.hint_en.search(en.text)):
            continue
        theirs = _only(frame.en, en.text)
        mine = _only(frame.zh, zh.text) if theirs else None
        if mine and theirs and _turned(mine, theirs):
            yield _crossed(zh, mine, en, theirs)


class _Frame(NamedTuple):
    """What a text has that may have the frame, and the lines that say it."""

    hint_zh: re.Pattern[str]
    hint_en: re.Pattern[str]
    zh: tuple[str, ...]
    en: tuple[str, ...]


@cache
def _frames() -> tuple[_Frame, ...]:
    found = []
    for paragraph in FRAMES.strip("\n").split("\n\n"):
        hint, *lines = paragraph.replace("\n  ", "").splitlines()
        hint_zh, hint_en = (re.compile(part, re.IGNORECASE) for part in hint.split(" & "))
        zh, en = (tuple(x for x in lines if x.startswith(lang)) for lang in ("zh: ", "en: "))
        found.append(_Frame(hint_zh, hint_en, zh, en))
    return tuple(found)


@cache
def _compiled(line: str) -> re.Pattern[str]:
    lang, _, frame = line.replace("NUM", r"\d|half|one|two|three").partition(": ")
    for half in ("ONE", "TWO"):
        some = r"[^，。；：、,;:]{1,14}" if lang == "zh" else _SOME
        frame = frame.replace(half, f"(?P<{half.lower()}>{some})")
    return re.compile(frame.replace(" ", r"\s+"), re.IGNORECASE)


def _only(frames: tuple[str, ...], text: str) -> re.Match[str] | None:
    """Return the one contrast of a text; of several nobody knows which is meant."""
    found = [match for frame in frames for match in _compiled(frame).finditer(text)]
    if any(_AGAIN.search(half) for match in found for half in match.group("one", "two")):
        return None
    return found[0] if len({match.end("two") for match in found}) == 1 else None


def _turned(zh: re.Match[str], en: re.Match[str]) -> bool:
    # what stands behind 的 may be what the whole frame belongs to: 优于基线的方法, a method that …
    one, two = zh["one"], zh["two"].rpartition("的")[0] or zh["two"]
    if one.endswith("的"):
        return False
    # where and when something holds stands behind it in English, and before it in Chinese
    first, second = en["one"], _WHERE.split(en["two"])[0]
    if all(_figures(a) and _figures(a) == _figures(b) for a, b in ((one, first), (two, en["two"]))):
        return False
    first, second = _own(first, second), _own(second, first)
    across = _common(one, second), _common(two, first)
    along = _common(one, first), _common(two, second)
    if across[0] > along[0] and across[1] > along[1]:
        return True
    # the first half has the subject, too
    return across[0] > 0 and across[1] > along[1] == 0


def _own(half: str, other: str) -> str:
    """Return the words of a half that the other half has not: among A rather than among B."""
    others = set(other.lower().split())
    return " ".join(word for word in half.split() if word.lower() not in others)


def _figures(half: str) -> list[str]:
    return re.findall(r"\d+", half)


def _common(zh: str, en: str) -> int:
    return in_common(zh, en) + poles_in_common(zh, en)


def _crossed(zh: Said, mine: re.Match[str], en: Said, theirs: re.Match[str]) -> Crossed:
    spans = [side.span(match.start(), match.end()) for side, match in ((zh, mine), (en, theirs))]
    pairs = [
        (side.written[slice(*m.span("one"))].strip(), side.written[slice(*m.span("two"))].strip())
        for side, m in ((zh, mine), (en, theirs))
    ]
    return Crossed(spans[0], spans[1], pairs[0], pairs[1])
