"""Vectors as evidence: nearness by type and place, and what a trained model is worth."""

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from tests.align.small_models import onnx_model, sentences

from zhen_align.align.encoder.load import load
from zhen_align.align.looks import prepare, stretch_of
from zhen_align.align.meaning import Meaning
from zhen_align.align.sequences import align_collection
from zhen_align.align.stretch import Stretch
from zhen_align.align.tokens import Text

# invented words, which no dictionary knows
EN = ["zorp", "blick", "fendle", "quarm", "tivvy", "munk", "drosk", "plinth", "yarrow", "gimble"]
ZH = [chr(0x4E00 + 37 * n) + chr(0x5E00 + 53 * n) for n in range(10)]


class Names:
    """An encoder that knows which invented words translate each other."""

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return how often each word stands in a text, at unit length."""
        rows = np.array(
            [
                [text.count(a) + text.count(b) for a, b in zip(EN, ZH, strict=True)]
                for text in texts
            ],
            dtype=np.float32,
        )
        norms = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        unit: np.ndarray = (rows / norms).astype(np.float32)
        return unit


def _texts(words: Sequence[Sequence[int]], names: Sequence[str], between: str) -> list[Text]:
    return [Text(between.join(names[n] for n in sentence)) for sentence in words]


def _ready(words: Sequence[Sequence[int]]) -> Stretch:
    zh, en = _texts(words, ZH, ""), _texts(words, EN, " ")
    return stretch_of(prepare(zh, en, None, Names()))


def test_translations_are_nearer_than_chance() -> None:
    """For each type the window that says the same is the nearest of its row."""
    stretch = _ready([[n, (n + 3) % 10] for n in range(10)])
    assert stretch.meaning is not None
    corridor = stretch.corridor
    for size in (1, 2):
        table = stretch.meaning.of_type(corridor, size, size)
        for row in range(11 - size):
            here = table[row][: corridor.high[row] - corridor.low[row]]
            assert corridor.low[row] + int(here.argmax()) == row


def test_parts_are_those_of_the_whole() -> None:
    """A long text is scored in stretches, with the same figures."""
    stretch = _ready([[n % 10, (3 * n) % 10] for n in range(30)])
    assert stretch.meaning is not None
    whole = stretch.meaning.of_type(stretch.corridor, 1, 2)
    part = stretch.part(10, 20)
    assert part.meaning is not None
    here = part.meaning.of_type(part.corridor, 1, 2)
    width = min(here.shape[1], whole.shape[1])
    inside = np.arange(width)[None, :] < (part.corridor.high - part.corridor.low)[:10, None] - 1
    assert np.allclose(here[:10, :width][inside], whole[10:20, :width][inside], atol=1e-5)


def test_windows_are_encoded_once() -> None:
    """The same words in another place are no new work."""
    asked: list[str] = []

    class Counting(Names):
        def encode(self, texts: Sequence[str]) -> np.ndarray:
            asked.extend(texts)
            return super().encode(texts)

    words = [[1], [2], [1], [2], [1], [2]]
    Meaning.of(_texts(words, ZH, ""), _texts(words, EN, " "), Counting())
    assert len(asked) == len(set(asked))


def _strict(model: Path | None, seed: int) -> float:
    """Return the share of right beads between shuffled-in nonsense, with or without a model."""
    draw = random.Random(seed)
    pairs = sentences(120, seed)
    zh, en, right = [], [], set()
    for left, other in pairs:
        if draw.random() < 0.15:
            zh.append(Text(draw.choice(pairs)[1]))
        if draw.random() < 0.15:
            en.append(Text(draw.choice(pairs)[0]))
        right.add((len(zh), len(en)))
        zh.append(Text(other))
        en.append(Text(left))
    encoder = load(str(model)) if model else None
    (steps,) = align_collection([(zh, en)], encoder=encoder)
    found = {(s.zh, s.en) for s in steps if (s.zh_count, s.en_count) == (1, 1)}
    return 2 * len(found & right) / (len(found) + len(right))


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """Return a trained model and one with random vectors."""
    folder = tmp_path_factory.mktemp("models")
    return {
        trained: onnx_model(folder / str(trained), sentences(400, 1), trained=trained)
        for trained in (True, False)
    }


def test_a_model_that_has_learned_helps(
    models: dict[bool, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the dictionary is of no use, training shows; a random model does no harm with it."""
    known = {trained: _strict(folder, 11) for trained, folder in models.items()}
    assert known[False] >= _strict(None, 11) - 0.03
    from zhen_align.align.tokens import tokenize

    monkeypatch.setattr("zhen_align.align.looks.tokenize", _without_words(tokenize))
    blind = {trained: _strict(folder, 12) for trained, folder in models.items()}
    assert blind[True] >= blind[False] + 0.2
    assert blind[True] >= 0.9


def _without_words(tokenize: object) -> object:
    """Return a tokeniser that finds no pair of words in the dictionary."""
    from zhen_align.align.tokens import Pairs

    assert callable(tokenize)

    def tokenized(*given: object) -> object:
        zh, en, pairs = tokenize(*given)
        return zh, en, Pairs(pairs.zh[:0], pairs.en[:0], pairs.strength[:0])

    return tokenized
