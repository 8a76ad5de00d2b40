"""Plant one kind of defect into aligned paragraphs, by plain expressions.

Nothing here knows of the parsers under test. A paragraph is two lists of sentences; every planter
takes the Chinese and English ones and returns the harmed Chinese, or None where it cannot.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence

Sentences = Sequence[str]
Planter = Callable[[Sentences, Sentences, random.Random], list[str] | None]
Paragraph = tuple[Sentences, Sentences]

_HAN = re.compile("[\u4e00-\u9fff]")
_HIDDEN = re.compile(r"`[^`]*`|\$[^$]*\$|\]\([^)]*\)|https?://\S+|<[^>]*>|:\w+:`[^`]*`")
_NAME = re.compile(r"(?<![\w`$/.:-])[A-Z][a-z]*[A-Z]\w{3,}|(?<![\w`$/.:-])[A-Z][a-z]{5,}(?![\w-])")
_CITED = re.compile(r":(?:cite|numref|ref|eqref):`([^`]+)`|(?<=[\u4e00-\u9fff] )\[(\d+)\]")
_MARKED = re.compile(r"(?<!:)`([A-Za-z_][\w.()/-]{4,})`|\]\((https?://[^)\s]{8,})\)|\$([^$]{4,})\$")
_UNITS = {
    "GB": "MB", "MB": "GB", "KB": "MB", "秒": "小时", "分钟": "秒", "小时": "分钟", "毫秒": "秒",
    "微秒": "毫秒", "天": "小时", "米": "公里", "美元": "欧元", "英寸": "厘米",
}  # fmt: skip
_UNIT = re.compile(
    rf"(?<![\w$`])(\d[\d.,]*\s?)({'|'.join(sorted(_UNITS, key=len, reverse=True))})(?!\w)", re.ASCII
)
_EN_UNIT = re.compile(
    r"\d\s?-?(?:GB|MB|KB|s|ms|seconds?|minutes?|hours?|days?|milliseconds?|meters?|inch\w*|dollars?)\b|\$\d"
)


def _long(zh: Sentences, least: int) -> list[int]:
    return [n for n, sentence in enumerate(zh) if len(_HAN.findall(sentence)) >= least]


def dropped(zh: Sentences, en: Sentences, rng: random.Random) -> list[str] | None:
    """Leave one of several sentences out."""
    if len(zh) < 2 or len(zh) != len(en) or not _long(zh, 8):
        return None
    at = rng.choice(_long(zh, 8))
    return [s for n, s in enumerate(zh) if n != at]


def doubled(zh: Sentences, en: Sentences, rng: random.Random) -> list[str] | None:
    """Write one sentence twice."""
    if not _long(zh, 10):
        return None
    at = rng.choice(_long(zh, 10))
    return [*zh[: at + 1], zh[at], *zh[at + 1 :]]


def untranslated(zh: Sentences, en: Sentences, rng: random.Random) -> list[str] | None:
    """Leave one sentence in English."""
    places = [n for n in _long(zh, 8) if len(zh) == len(en) and len(en[n].split()) >= 6]
    if not places:
        return None
    at = rng.choice(places)
    return [*zh[:at], en[at], *zh[at + 1 :]]


def clause(zh: Sentences, en: Sentences, rng: random.Random) -> list[str] | None:
    """Leave the longest clause of a long sentence out."""
    places = [n for n in _long(zh, 25) if len(zh) == len(en) and "，" in zh[n]]
    if not places:
        return None
    at = rng.choice(places)
    parts = zh[at].split("，")
    gone = max(range(len(parts)), key=lambda n: len(_HAN.findall(parts[n])))
    rest = "，".join(parts[:gone] + parts[gone + 1 :])
    return [*zh[:at], rest if rest.endswith(("。", "？", "！")) else rest + "。", *zh[at + 1 :]]


def _replaced(
    zh: Sentences,
    rng: random.Random,
    pattern: re.Pattern[str],
    harm: Callable[[re.Match[str]], str],
) -> list[str] | None:
    """Harm one match of a pattern, in a sentence that has any."""
    places = [(n, m) for n, sentence in enumerate(zh) for m in pattern.finditer(sentence)]
    places = [(n, m) for n, m in places if harm(m) != m[0]]
    if not places:
        return None
    at, m = rng.choice(places)
    return [*zh[:at], zh[at][: m.start()] + harm(m) + zh[at][m.end() :], *zh[at + 1 :]]


def name(zh: Sentences, en: Sentences, rng: random.Random) -> list[str] | None:
    """Lose, change or swap a letter in a name that both sides have."""
    text, kind = " ".join(en), rng.randrange(3)

    def harm(m: re.Match[str]) -> str:
        word, at = m[0], 2 + len(m[0]) % 2
        if not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text):
            return word
        if kind == 0:
            return word[:at] + word[at + 1 :]
        if kind == 1:
            return word[:at] + ("x" if word[at] != "x" else "o") + word[at + 1 :]
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    hidden = [_HIDDEN.sub(lambda m: "\ufffc" * len(m[0]), sentence) for sentence in zh]
    harmed = _replaced(hidden, rng, _NAME, harm)
    if harmed is None:
        return None
    at = next(n for n, (a, b) in enumerate(zip(hidden, harmed, strict=True)) if a != b)
    if "\ufffc" in hidden[at]:
        return None
    return [*zh[:at], harmed[at], *zh[at + 1 :]]


def citation(zh: Sentences, en: Sentences, rng: random.Random) -> list[str] | None:
    """Change or drop a reference that both sides have."""
    text, drop = " ".join(en), rng.random() < 0.5

    def harm(m: re.Match[str]) -> str:
        key = m[1] or m[2]
        if m[0].strip() not in text:
            return m[0]
        return (
            "" if drop else m[0].replace(key, str(int(key) + 7) if key.isdecimal() else key + "x")
        )

    return _replaced(zh, rng, _CITED, harm)


def markup(zh: Sentences, en: Sentences, rng: random.Random) -> list[str] | None:
    """Change code, the target of a link or a formula that both sides have."""
    text = " ".join(en)

    def harm(m: re.Match[str]) -> str:
        body = m[1] or m[2] or m[3]
        if m[0] not in text:
            return m[0]
        at = len(body) // 2
        return m[0].replace(body, body[:at] + ("7" if body[at] != "7" else "4") + body[at + 1 :])

    return _replaced(zh, rng, _MARKED, harm)


def unit(zh: Sentences, en: Sentences, rng: random.Random) -> list[str] | None:
    """Give a quantity another unit."""
    if not _EN_UNIT.search(" ".join(en)):
        return None
    return _replaced(zh, rng, _UNIT, lambda m: m[1] + _UNITS[m[2]])


PLANTERS: dict[str, Planter] = {
    planter.__name__: planter
    for planter in (dropped, doubled, untranslated, clause, name, citation, markup, unit)
}


def harmed(
    paragraphs: Sequence[Paragraph], planter: Planter, seed: int
) -> tuple[list[Sentences], list[int]]:
    """Return the Chinese with up to every third paragraph harmed, and which they are."""
    rng = random.Random(seed)
    out: list[Sentences] = []
    places: list[int] = []
    for at, (zh, en) in enumerate(paragraphs):
        new = planter(zh, en, rng) if not places or at - places[-1] >= 3 else None
        if new is not None:
            places.append(at)
        out.append(zh if new is None else new)
    return out, places


def joined(sentences: Sentences, *, is_zh: bool) -> str:
    """Return a paragraph; Chinese needs a blank only after a sentence without a mark."""
    if not is_zh:
        return " ".join(sentences)
    return "".join(s if s.endswith(tuple("。？！：；")) else s + " " for s in sentences).strip()


def places_of(paragraphs: Sequence[str]) -> Iterator[int]:
    """Yield where each paragraph begins, and where the next one would."""
    at = 0
    for paragraph in paragraphs:
        yield at
        at += len(paragraph) + 2
    yield at
