"""A Latin name on one side is nearly, not exactly, that on the other.

CheXpret stands where the source has CheXpert: a letter was lost, added, changed or
swapped, or its figure is another (YOLOv8 for YOLOv5). Case, hyphens, blanks, accents and
inflection make no damage. Whoever is cited must be cited by name: where one side has Zhou et al.
and the other Zhao et al., the two are told, however little they are alike.

It does not fire where the name, as it is, stands anywhere in the source text: then it is
another name. Code and addresses are markup-mismatch's business.

Why: a wrong letter in a name costs the reader an hour, and no spelling checker knows names.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

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
        "IL-6和IL-18偏高。", "IL-6 and IL-8 were high.", ("IL-18",), "the figure of a short name"
    ),
    Example("用MIMIC-IV。", "MIMIC-III was used.", ("MIMIC-IV",), "a Roman figure"),
    Example(
        "用 ResNet-50 和 ResNet-101。", "We use ResNet-50/101.", why="a list that shares its name"
    ),
    Example("Zhou等人[4]测量了它。", "Zhao et al. [4] measured it.", ("Zhou",), "another author"),
    Example("张等人[4]测量了它。", "Zhao et al. [4] measured it.", why="a name in Chinese"),
    Example(
        "用TensorFlow [4]训练。", "Trained with PyTorch [4].", ("TensorFlow",), "what is cited"
    ),
    Example(
        "PyTorch训练了RN网[4]。",
        "The RN network was trained in PyTorch by Zhao [4].",
        why="the other side has that name elsewhere",
    ),
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
_FIGURE = re.compile(r"(.*?[A-Za-z]-?)(?:\d+|(?<=-)[IVX]+)")
_PERSON = re.compile(r"[A-Z][\w-]*[^\W\d_A-Z]")
_CAMEL = re.compile(r"[A-Za-z]+[a-z][A-Z][A-Za-z]*")
_CITED = re.compile(
    r"\s?(?:et\s+al\b|等人|等\s?[\[（(]|(?:and|和|与)\s?(?:co-\w+|colleagues|其?同事)"
    r"|\[\d|[（(](?:19|20)\d\d|,\s?(?:19|20)\d\d)"
)
_LONG = 6
_OFTEN = 2
# a long name that is nearly the same says itself that two sentences belong together
_TOLD = 0.3


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Look among the source's names for the neighbours of each name that only the target has."""
    for pair in pairs:
        vocabulary: Counter[str] | None = None
        others: list[tuple[BeadFacts, tuple[Span, Name], tuple[Span, Name]]] = []
        for bead in pair.beads:
            if not bead.is_whole or bead.bead.score < min(_TOLD, shared.sure):
                continue
            strange = _strange(bead.zh, bead.en)
            if not strange and not any(_is_short(name) for _, name in bead.zh.names):
                continue
            if vocabulary is None:
                vocabulary = _vocabulary(pair)
            told: set[Span] = set()
            for mine, other in _damaged(bead, strange, vocabulary):
                if bead.bead.score >= shared.sure or len(other[1].key) >= _LONG:
                    told.add(mine[0])
                    yield bead, _hit(bead, mine, other)
            if bead.bead.score >= shared.sure:
                for mine, other in _exchanged(bead, strange, vocabulary):
                    if mine[0] not in told:
                        others.append((bead, mine, other))
        # what stands for another again and again was put there on purpose
        often = Counter((mine[1].key, other[1].key) for _, mine, other in others)
        for bead, mine, other in others:
            if often[mine[1].key, other[1].key] <= _OFTEN:
                yield bead, _hit(bead, mine, other)


def _is_short(name: Name) -> bool:
    return len(name.key) == 2 and _PERSON.fullmatch(name.text) is not None


def _strange(own: Side, other: Side, least: int = 3) -> list[tuple[Span, Name]]:
    """Return the names of a side that the other does not have, however it is spelt."""
    some = [p for p in own.names if len(p[1].key) >= least and not p[1].key.isdecimal()]
    if not some:
        return []
    joined = key_of("".join(text.text for text in other.texts))
    return [p for p in some if p[1].key not in joined]


def _exchanged(
    bead: BeadFacts, strange: Sequence[tuple[Span, Name]], vocabulary: Collection[str]
) -> Iterator[tuple[tuple[Span, Name], tuple[Span, Name]]]:
    """Yield the one name that the Chinese has where the English has another, of one kind.

    The two stand before a citation, or "et al.", they are one name with another figure, or
    both have capitals inside and the English text knows nothing of the one.
    """
    theirs = _strange(bead.en, bead.zh)
    cited, meant = _cited(bead.zh, bead.en), _cited(bead.en, bead.zh)
    if len(cited) == len(meant) == 1:
        yield cited[0], meant[0]
        return
    for mine in strange:
        same = [other for other in theirs if _other_figure(mine[1].text, other[1].text)]
        if len(same) == 1:
            yield mine, same[0]
    own, other = ([p for p in some if _CAMEL.fullmatch(p[1].text)] for some in (strange, theirs))
    if len(own) == len(other) == 1 and own[0][1].key not in vocabulary:
        yield own[0], other[0]


def _cited(side: Side, other: Side) -> list[tuple[Span, Name]]:
    """Return the names before a citation that the other side has not, as words of their own."""
    text = side.document.text
    some = [p for p in side.names if _PERSON.fullmatch(p[1].text) and _CITED.match(text, p[0].end)]
    if not some:
        return []
    whole = {part.key for _, part in _parts(other)}
    strange = {span for span, _ in _strange(side, other, 2)}
    return [
        (span, name)
        for span, name in some
        if name.key not in whole and (span in strange or len(name.key) == 2)
    ]


def _other_figure(a: str, b: str) -> bool:
    """Whether two names differ in the figure at their end alone."""
    one, two = _FIGURE.fullmatch(a), _FIGURE.fullmatch(b)
    return bool(one and two and key_of(one[1]) == key_of(two[1]) and len(key_of(one[1])) > 1)


def _vocabulary(pair: Pair) -> Counter[str]:
    """Count all that the English text says in Latin letters, and the parts of compounds."""
    return Counter(name.key for bead in pair.beads for _, name in _parts(bead.en))


def _damaged(
    bead: BeadFacts, strange: Sequence[tuple[Span, Name]], vocabulary: Counter[str]
) -> Iterator[tuple[tuple[Span, Name], tuple[Span, Name]]]:
    """Yield each strange name with the one it was made from."""
    meant = _parts(bead.en)
    for span, name in strange:
        close = [
            p for p in meant if _is_damage(name, p[1]) and not _other_figure(name.text, p[1].text)
        ]
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
    close = near(mine[1].key, other[1].key) or _other_figure(said, meant)
    message = f"{said} is nearly {meant}, which the other side has"
    return Hit(
        mine[0], bead.target_lang,
        message if close else f"the other side has {meant} in place of {said}",
        SEVERITY, (meant,), f"{said}/{meant}", other=other[0],
    )  # fmt: skip
