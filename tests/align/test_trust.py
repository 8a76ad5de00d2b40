"""How far beads are believed: by the words that found a partner in them and around them."""

import numpy as np
import pytest

from zhen_align.align.looks import Prepared, prepare
from zhen_align.align.search import Step
from zhen_align.align.tokens import Text
from zhen_align.align.trust import told, trusted

# the harbour at night; translations, then sentences of something else
ZH = ["港口的灯塔在夜里发光。", "渔船装满了鱼和盐。", "船长在码头喝热茶。"]
EN = [
    "The lighthouse of the harbour shines at night.",
    "The fishing boats are full of fish and salt.",
    "The captain drinks hot tea on the quay.",
]
STRANGERS = [
    "Parliament has rejected the budget twice.",
    "Her grandmother knits grey pullovers.",
    "Violins sound better when they are old.",
]


def ready(en: list[str]) -> Prepared:
    """Return the Chinese text beside an English one."""
    return prepare([Text(t) for t in ZH], [Text(t) for t in en], None)


PATH = [Step(n, n, 1, 1, 1.0) for n in range(3)]


def test_translations_are_told_from_strangers() -> None:
    """Words that find a partner speak for a bead, those without against it."""
    own, near = told(ready(EN), PATH)
    assert (own > 0).all()
    assert (near > 0).all()
    own, near = told(ready(STRANGERS), PATH)
    assert (near < 0).all()


def test_trust_only_lessens() -> None:
    """Translations keep nearly all of their chance, strangers lose most of it."""
    assert min(step.chance for step in trusted(ready(EN), PATH)) > 0.9
    assert max(step.chance for step in trusted(ready(STRANGERS), PATH)) < 0.5


def freely(texts: list[str], words: str) -> list[str]:
    """Return sentences with so much said that stands nowhere in the other language."""
    return [f"{text[:-1]}, {words}." for text in texts]


# what no word of the Chinese stands for
FREE = "or so they used to say when the old quarrels were forgotten and winter drew near"


def test_a_free_translation_is_measured_by_itself() -> None:
    """What is usual in a text is no sign against it; a part that has much less is doubted."""
    zh, en = ZH * 12, freely(EN, FREE) * 12
    path = [Step(n, n, 1, 1, 1.0) for n in range(len(zh))]

    def chances(en: list[str]) -> list[float]:
        both = prepare([Text(t) for t in zh], [Text(t) for t in en], None)
        return [step.chance for step in trusted(both, path)]

    assert min(chances(en)) > 0.8
    # the same three sentences alone might as well be strangers
    alone = prepare([Text(t) for t in ZH], [Text(t) for t in freely(EN, FREE)], None)
    assert max(step.chance for step in trusted(alone, PATH)) < min(chances(en))
    exchanged = chances(en[:24] + STRANGERS * 4)
    assert min(exchanged[:20]) > 0.8
    assert max(exchanged[28:]) < 0.5


def test_the_neighbours_count() -> None:
    """The same bead is believed less among strangers."""
    among = [EN[0], *STRANGERS[1:]]
    first, *_ = trusted(ready(among), PATH)
    assert first.chance < trusted(ready(EN), PATH)[0].chance


def test_sentences_alone_stay_as_they_are() -> None:
    """Who has no partner is not judged by words."""
    alone = [Step(0, 0, 1, 0, 0.7), Step(1, 0, 0, 1, 0.6), *PATH[1:]]
    assert trusted(ready(EN), alone)[:2] == alone[:2]
    own, near = told(ready(EN), alone)
    assert not np.any(own[:2])
    assert not np.any(near[:2])


@pytest.mark.parametrize("steps", [[], [Step(0, 0, 1, 0, 1.0)]])
def test_nothing_joined(steps: list[Step]) -> None:
    """A path without beads is given back."""
    assert trusted(ready(EN), steps) == steps
