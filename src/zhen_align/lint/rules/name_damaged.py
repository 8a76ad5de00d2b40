"""A Latin name on one side is nearly, not exactly, that on the other.

CheXpret stands where the source has CheXpert: a letter was lost, added, changed or
swapped, or its figure is another (YOLOv8 for YOLOv5). Case, hyphens, blanks, accents and
inflection make no damage. Whoever is cited must be cited by name: where one side has Zhou et al.
and the other Zhao et al., the two are told, however little they are alike.

It does not fire where the name, as it is, stands anywhere in the source text: then it is
another name. Code and addresses are markup-mismatch's business.

Why: a wrong letter in a name costs the reader an hour, and no spelling checker knows names.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from zhen_align.lint.facts import BeadFacts, Pair, Shared
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.names.damage import both_words, cut, inflected, is_damage
from zhen_align.lint.names.exchanged import exchanged, is_short, other_figure
from zhen_align.lint.names.found import Placed, parts, strange
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.text.distance import near, slips
from zhen_align.text.names import Name
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
    Example("与 CNN 相比。", "Compared with CNF.", ("CNN",), "the only abbreviations"),
    Example("用 BPTT 训练。", "RNF by back propagation through time.", why="what words stand for"),
    Example("反传（BPTT）很慢。", "RNF is slow.", why="an abbreviation that explains"),
    Example("CNN 和 RNN。", "CNF and RNF.", why="short names with other letters"),
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
    Example(
        "VHL很常见。\n它用VHL。\n用VHL。",
        "VHL is common.\nIt is used.\nVLH is used.",
        ("VHL",),
        "the source's own slip in a short name",
    ),
    Example(
        "VHL很常见。\nVLH是另一种。\n用VHL。",
        "VHL is common.\nIt is another.\nVLH is used.",
        why="a short name that the translation has elsewhere",
    ),
    Example(
        "Li及其合作者在Kyoto [4]测量了它。",
        "Lin and co-authors measured it at the Institute [4].",
        ("Li",),
        "an author, whatever else is cited",
    ),
    Example("用 Adam 训练。", "It is trained with AdamW.", ("Adam",), "a letter at the end"),
    Example("用 Adam 训练。", "It is trained with Adam3.", why="a version at the end"),
    Example("在 A100 上。", "On H100s.", ("A100",), "two of one family"),
    Example("用 Qwen-7B。", "Qwen-72B is used.", ("Qwen-7B",), "another size"),
    Example("用 BERT-large。", "It is BERT-base.", ("BERT-large",), "another kind"),
    Example("用 BERT-large。", "It is Bert Large.", why="the same kind"),
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

_LONG = 6
_OFTEN = 2
# a long name that is nearly the same says itself that two sentences belong together
_TOLD = 0.3


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Look among the source's names for the neighbours of each name that only the target has."""
    for pair in pairs:
        vocabulary: _Vocabulary | None = None
        others: list[tuple[BeadFacts, Placed, Placed]] = []
        for bead in pair.beads:
            if not bead.is_whole or bead.bead.score < min(_TOLD, shared.sure):
                continue
            ours, torn = strange(bead.zh, bead.en), list(cut(bead))
            if not (ours or torn or any(is_short(name) for _, name in bead.zh.names)):
                continue
            if vocabulary is None:
                vocabulary = _Vocabulary(pair)
            told: set[Span] = set()
            own = (each for each in torn if each[0][1].key not in vocabulary.en)
            for mine, other in (*_damaged(bead, ours, vocabulary), *own):
                if bead.bead.score >= shared.sure or len(other[1].key) >= _LONG:
                    told.add(mine[0])
                    yield bead, _hit(bead, mine, other)
            if bead.bead.score >= shared.sure:
                for mine, other in exchanged(bead, ours, vocabulary.en):
                    if mine[0] not in told:
                        others.append((bead, mine, other))
        # what stands for another again and again was put there on purpose
        often = Counter((mine[1].key, other[1].key) for _, mine, other in others)
        for bead, mine, other in others:
            if often[mine[1].key, other[1].key] <= _OFTEN:
                yield bead, _hit(bead, mine, other)


class _Vocabulary:
    """What the two texts say in Latin letters, counted, and the parts of compounds."""

    def __init__(self, pair: Pair) -> None:
        self.en = Counter(name.key for bead in pair.beads for _, name in parts(bead.en))
        self._pair = pair

    @cached_property
    def zh(self) -> frozenset[str]:
        """The Latin words of the Chinese text."""
        return frozenset(name.key for bead in self._pair.beads for _, name in parts(bead.zh))


def _damaged(
    bead: BeadFacts, ours: Sequence[Placed], vocabulary: _Vocabulary
) -> Iterator[tuple[Placed, Placed]]:
    """Yield each strange name with the one it was made from."""
    meant = parts(bead.en)
    for span, name in ours:
        close = [
            p for p in meant if is_damage(name, p[1]) and not other_figure(name.text, p[1].text)
        ]
        if name.key in vocabulary.en:
            # what the English writes so elsewhere may be damaged in the English here, once
            often = vocabulary.en[name.key] > 1
            close = [p for p in close if _is_slip_of_source(p[1], vocabulary, often=often)]
        elif any(inflected(name.key, word) for word in vocabulary.en):
            continue
        if close:
            best = min(close, key=lambda p: (slips(name.key, p[1].key, 2), p[0]))
            yield (span, name), best


def _is_slip_of_source(name: Name, vocabulary: _Vocabulary, *, often: bool) -> bool:
    """Whether a name stands once, is no ordinary word, or in capitals and never in the Chinese.

    `often` says that the English text has the other name more than once.
    """
    if vocabulary.en[name.key] != 1:
        return False
    if name.text.isupper() and name.key not in vocabulary.zh:
        return True
    is_long = len(name.key) >= _LONG and not name.text.islower()
    return often and is_long and not both_words(name, name)


def _hit(bead: BeadFacts, zh: Placed, en: Placed) -> Hit:
    mine, other = (zh, en) if bead.target_lang is Lang.ZH else (en, zh)
    said, meant = mine[1].text, other[1].text
    close = near(mine[1].key, other[1].key) or other_figure(said, meant)
    message = f"{said} is nearly {meant}, which the other side has"
    return Hit(
        mine[0], bead.target_lang,
        message if close else f"the other side has {meant} in place of {said}",
        SEVERITY, (meant,), f"{said}/{meant}", other=other[0],
    )  # fmt: skip
