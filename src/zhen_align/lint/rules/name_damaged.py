"""A Latin name on one side is nearly, not exactly, that on the other.

CheXpret stands where the source has CheXpert: a letter was lost, added, changed or
swapped. Case, hyphens, blanks, accents and inflection make no damage. A name of which only
the figures differ (ResNet-125 for ResNet-152) is information.

It does not fire where the name, as it is, stands anywhere in the source text: then it is
another name. Code and addresses are markup-mismatch's business.

Why: a wrong letter in a name costs the reader an hour, and no spelling checker knows names.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from zhen_align.lint.facts import BeadFacts, Pair, Shared, Side
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.text.distance import near, slips
from zhen_align.text.names import Name, key_of, names
from zhen_align.types import Lang, Span

NAME = "name-damaged"
SEVERITY = Severity.WARNING
NEEDS = frozenset({Need.BEADS})
EXAMPLES: tuple[Example, ...] = (
    Example(
        "图像来自 CheXpret。", "Images come from CheXpert.", ("CheXpret",), "two letters swapped"
    ),
    Example("图像来自 CheXpert。", "Images come from CheXpert.", why="the same name"),
    Example(
        "以 Pub-Med bert 为基线。", "PubMedBERT is the baseline.", why="hyphens, blanks and case"
    ),
    Example("用 Transformer 训练。", "Transformers were trained.", why="inflection"),
    Example("用 Schrodinger 方程。", "The Schrödinger equation.", why="accents"),
    Example(
        "与 GTP 相比。", "Compared with GPT.", ("GTP",), "a short name with its letters swapped"
    ),
    Example("与 CNN 相比。", "Compared with CNF.", why="a short name with another letter"),
    Example("用 ResNet-125。", "We use ResNet-152.", ("ResNet-125",), "only the figures differ"),
    Example(
        "先用 DeepLobe。\n再用 DeepLoba。",
        "First DeepLobe.\nThen DeepLoba is used.",
        why="both names are in the source",
    ),
    Example(
        "再用 DeepLobe。\n先用它。",
        "Then DeepLoba.\nFirst DeepLobe is used.",
        why="the name is elsewhere in the source",
    ),
    Example(
        "用 WaterScheduer 调度。",
        "Use `WaterScheduler`.",
        ("WaterScheduer",),
        "set as code on one side",
    ),
    Example(
        "DeepLobe 可靠。\nDeepLobe 很快。\n用 DeepLobe。",
        "DeepLobe is sound.\nDeepLobe is fast.\nDeepLoba is used.",
        ("DeepLobe",),
        "the source's own slip, once",
    ),
    Example("用 tensor 表示。", "It is shown by a sensor.", why="two ordinary words"),
    Example(
        "由Transfomer构成。", "A Transformer-based model.", ("Transfomer",), "part of a compound"
    ),
    Example("用 Schroedinger 方程。", "Use Schrödinger's equation.", why="an umlaut written out"),
    Example("由 Kubernets 调度。", "Kubernetes runs it.", ("Kubernets",), "no other ending"),
    Example("名为 Ada。", "It is called CheXpret.", why="nothing like it"),
    Example(
        "以 CheXpert 命名。", "Named for CheXpret.", ("CheXpret",), "into English", target="en"
    ),
)

_ENDINGS = frozenset(
    ("s", "es", "d", "ed", "r", "er", "ers", "or", "ors", "ing", "ly", "n", "al", "ic", "y", "ies")
)
# the same ending with and without its vowel: Kubernetes, Kubernets
_TORN = ({"s", "es"}, {"d", "ed"}, {"r", "er"}, {"rs", "ers"}, {"r", "or"}, {"n", "on"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa"})
_DIGITS = re.compile(r"\d+")
_LONG = 6
# a long name that is nearly the same says itself that two sentences belong together
_TOLD = 0.3


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Look among the source's names for the neighbours of each name that only the target has."""
    for pair in pairs:
        vocabulary: Counter[str] | None = None
        for bead in pair.beads:
            if not bead.is_whole or bead.bead.score < min(_TOLD, shared.sure):
                continue
            strange = _strange(bead.zh, bead.en)
            if not strange:
                continue
            if vocabulary is None:
                vocabulary = _vocabulary(pair)
            for mine, other in _damaged(bead, strange, vocabulary):
                if bead.bead.score >= shared.sure or len(other[1].key) >= _LONG:
                    yield bead, _hit(bead, mine, other)


def _strange(zh: Side, en: Side) -> list[tuple[Span, Name]]:
    """Return the names of the Chinese that the English does not have, however it is spelt."""
    own = [p for p in zh.names if len(p[1].key) >= 3 and not p[1].key.isdecimal()]
    if not own:
        return []
    joined = key_of("".join(text.text for text in en.texts))
    return [p for p in own if p[1].key not in joined]


def _vocabulary(pair: Pair) -> Counter[str]:
    """Count all that the English text says in Latin letters, and the parts of compounds."""
    return Counter(name.key for bead in pair.beads for _, name in _parts(bead.en))


def _damaged(
    bead: BeadFacts, strange: Sequence[tuple[Span, Name]], vocabulary: Counter[str]
) -> Iterator[tuple[tuple[Span, Name], tuple[Span, Name]]]:
    """Yield each strange name with the one it was made from."""
    meant = _parts(bead.en)
    for span, name in strange:
        close = [p for p in meant if _is_damage(name, p[1])]
        if name.key in vocabulary:
            # what the English writes so elsewhere may be damaged in the English here, once
            often = vocabulary[name.key] > 1
            close = [p for p in close if often and vocabulary[p[1].key] == 1 and _is_name(p[1])]
        elif any(_inflected(name.key, word) for word in vocabulary):
            continue
        if close:
            best = min(close, key=lambda p: (slips(name.key, p[1].key, 2), p[0]))
            yield (span, name), best


def _is_name(name: Name) -> bool:
    """Whether a word is no ordinary one: long, with capitals, and in no dictionary."""
    return len(name.key) >= _LONG and not name.text.islower() and not _both_words(name, name)


def _parts(side: Side) -> list[tuple[Span, Name]]:
    """Return the names of a side, in code too, and the parts of those with hyphens."""
    found = []
    for text in side.texts:
        for name in names(text.text) if text.opaque else text.names:
            place = text.span(name.span)
            found.append((place, name))
            at = place.start
            for part in name.text.split("-") if "-" in name.text else ():
                inner = Span(at, at + len(part))
                found.append((inner, Name(inner, part, key_of(part))))
                at += len(part) + 1
    return found


def _is_damage(a: Name, b: Name) -> bool:
    """Whether one of two names was made from the other by a slip."""
    if a.key in (b.key, _written_out(b)) or b.key == _written_out(a) or _inflected(a.key, b.key):
        return False
    if min(len(a.key), len(b.key)) == 3:
        return a.text.isupper() and b.text.isupper() and _swapped(a.key, b.key)
    if a.text.islower() and b.text.islower():
        return min(len(a.key), len(b.key)) >= 6 and near(a.key, b.key) and not _both_words(a, b)
    return near(a.key, b.key)


def _written_out(name: Name) -> str:
    """Return the key of a name with its umlauts in two letters: Schroedinger, Schrödinger."""
    return key_of(name.text.lower().translate(_UMLAUTS)) if not name.text.isascii() else name.key


def _swapped(a: str, b: str) -> bool:
    return len(a) == len(b) and sorted(a) == sorted(b) and slips(a, b, 1) == 1


def _inflected(a: str, b: str) -> bool:
    """Whether two words differ by an ending only.

    >>> _inflected("transformer", "transformers"), _inflected("tuned", "tuning")
    (True, True)
    """
    if a[:3] != b[:3]:
        return False
    common = 0
    while common < min(len(a), len(b)) and a[common] == b[common]:
        common += 1
    rests = {a[common:], b[common:]}
    return common >= 3 and rests not in _TORN and rests <= _ENDINGS | {"", "e", "ation", "ion"}


def _both_words(a: Name, b: Name) -> bool:
    """Whether a dictionary has both."""
    from zhen_align.lint.dictionary import known

    return all(known((a.key, b.key)))


def _hit(bead: BeadFacts, zh: tuple[Span, Name], en: tuple[Span, Name]) -> Hit:
    mine, other = (zh, en) if bead.target_lang is Lang.ZH else (en, zh)
    said, meant = mine[1].text, other[1].text
    version = _DIGITS.sub("", mine[1].key) == _DIGITS.sub("", other[1].key)
    severity = Severity.INFO if version else SEVERITY
    return Hit(
        mine[0], bead.target_lang, f"{said} is nearly {meant}, which the other side has",
        severity, (meant,), f"{said}/{meant}", other=other[0],
    )  # fmt: skip
