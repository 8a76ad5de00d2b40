"""Encoders: pooling by the makers' recipe, batches, exports, and what is refused."""

import json
from pathlib import Path

import numpy as np
import pytest
from tests.align.small_models import onnx_model, sentences

from zhen_align.align.encoder.load import ModelEncoder, load
from zhen_align.align.encoder.pooling import layers, pooled, projected
from zhen_align.align.encoder.recipe import Dense, Recipe, recipe
from zhen_align.errors import UsageError

STATES = np.array([[[1, 2], [3, 4], [9, 9]], [[5, 6], [7, 0], [1, 2]]], dtype=np.float32)
MASK = np.array([[1, 1, 0], [0, 1, 1]])


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a small model that has learned from 400 pairs."""
    return onnx_model(tmp_path_factory.mktemp("model"), sentences(400, 1))


@pytest.mark.parametrize(
    ("modes", "expected"),
    [
        (("mean",), [[2, 3], [4, 1]]),
        (("cls",), [[1, 2], [7, 0]]),
        (("last",), [[3, 4], [1, 2]]),
        (("max",), [[3, 4], [7, 2]]),
        (("cls", "mean"), [[1, 2, 2, 3], [7, 0, 4, 1]]),
    ],
)
def test_padding_counts_for_nothing(modes: tuple[str, ...], expected: list[list[float]]) -> None:
    """On the right, and on the left as some models have it."""
    assert pooled(STATES, MASK, modes).tolist() == expected


def test_layers_and_length(tmp_path: Path) -> None:
    """A dense layer as LaBSE has it, then unit length."""
    from safetensors.numpy import save_file

    weight = np.array([[1, 0], [0, 2], [1, 1]], dtype=np.float32)
    bias = np.array([0, 0, 1], dtype=np.float32)
    save_file({"linear.weight": weight, "linear.bias": bias}, tmp_path / "model.safetensors")
    made = projected(np.array([[0.5, 0.25]], np.float32), layers([Dense(tmp_path, "Tanh")]))
    expected = np.tanh([0.5, 0.5, 1.75])
    assert np.allclose(made, expected / np.linalg.norm(expected), atol=1e-6)
    with pytest.raises(UsageError, match="activation 'Swish'"):
        layers([Dense(tmp_path, "Swish")])


def _recipe(folder: Path, **files: object) -> Recipe:
    for name, content in files.items():
        path = folder / (name.replace("__", "/") + ".json")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content), encoding="utf-8")
    return recipe(folder)


def test_the_makers_recipe(tmp_path: Path) -> None:
    """Pooling, layers, length and prompt are read from the files beside the model."""
    kind = "sentence_transformers.models."
    made = _recipe(
        tmp_path,
        modules=[
            {"type": f"{kind}Transformer", "path": ""},
            {"type": f"{kind}Pooling", "path": "1_Pooling"},
            {"type": f"{kind}Dense", "path": "2_Dense"},
            {"type": f"{kind}Normalize", "path": "3_Normalize"},
        ],
        **{
            "1_Pooling__config": {
                "pooling_mode_cls_token": True,
                "pooling_mode_mean_tokens": False,
            },
            "2_Dense__config": {"activation_function": "torch.nn.modules.activation.Tanh"},
            "sentence_bert_config": {"max_seq_length": 99, "do_lower_case": True},
            "config_sentence_transformers": {
                "prompts": {"q": "query: "},
                "default_prompt_name": "q",
            },
        },
    )
    assert made == Recipe(("cls",), (Dense(tmp_path / "2_Dense", "Tanh"),), 99, "query: ", True)


def test_without_a_recipe_the_mean(tmp_path: Path) -> None:
    """As everybody does."""
    assert recipe(tmp_path) == Recipe()


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"modules": [{"type": "x.Mystery", "path": ""}]}, "part 'Mystery'"),
        ({"modules": [{"type": "x.Dense", "path": "../.."}]}, "outside its folder"),
        ({"modules": [{"type": "x.Pooling", "path": ""}], "config": {}}, "pools in a way"),
        ({"modules": {"a": 1}}, "no known way"),
        ({"sentence_bert_config": {"max_seq_length": "long"}}, "no known way"),
        ({"sentence_bert_config": {"max_seq_length": -5}}, "-5 tokens"),
    ],
)
def test_what_cannot_be_followed_is_refused(
    tmp_path: Path, files: dict[str, object], message: str
) -> None:
    """Rather than given a wrong vector, or a file from elsewhere."""
    with pytest.raises(UsageError, match=message):
        _recipe(tmp_path, **files)


def test_translations_are_near(model: Path) -> None:
    """Of sentences that the model has not seen, each is nearest to its own translation."""
    unseen = sentences(40, 2)
    encoder = load(str(model))
    en, zh = (encoder.encode([pair[side] for pair in unseen]) for side in (0, 1))
    assert np.allclose(np.linalg.norm(en, axis=1), 1, atol=1e-5)
    assert ((en @ zh.T).argmax(axis=1) == np.arange(40)).mean() >= 0.95


def test_batches_change_nothing(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Alone or together, in any order, a text has one vector."""
    texts = [text for pair in sentences(30, 3) for text in pair]
    encoder = load(str(model))
    whole = encoder.encode(texts)
    monkeypatch.setattr("zhen_align.align.encoder.load._TOKENS", 1)
    one_by_one = encoder.encode(texts[::-1])[::-1]
    assert np.abs(whole - one_by_one).max() < 1e-6
    assert load(str(model)).encode(texts).tobytes() == whole.tobytes()
    assert encoder.encode([]).shape[0] == 0


def test_names_change_with_the_files(model: Path, tmp_path: Path) -> None:
    """What is kept on disk is never taken for another model's."""
    other = onnx_model(tmp_path / "other", sentences(400, 1), trained=False)
    assert load(str(model)).name == load(str(model)).name != load(str(other)).name


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda f: (f / "model.onnx").unlink(), "holds no model"),
        (lambda f: (f / "model.onnx").write_bytes(b"no graph"), "cannot be loaded"),
        (lambda f: [p.unlink() for p in f.glob("tokenizer*")], "no tokenizer"),
    ],
)
def test_a_damaged_model_is_said(tmp_path: Path, spoil: object, message: str) -> None:
    """In one line, with what to do."""
    folder = onnx_model(tmp_path / "model", sentences(20, 1))
    assert callable(spoil)
    spoil(folder)
    with pytest.raises(UsageError, match=message):
        load(str(folder))


def test_nothing_is_fetched_unasked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A name that this machine does not know is an error that says how to get it."""
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    with pytest.raises(UsageError, match="--allow-download"):
        load("nobody/no-such-encoder")


def test_an_export_that_pools_itself() -> None:
    """Sentence vectors are taken as they are."""

    class Pooled:
        def states(self, tokens: np.ndarray, mask: np.ndarray) -> np.ndarray:
            return np.full((len(tokens), 2), 3.0, dtype=np.float32)

    def tokens(texts: list[str], **_: object) -> dict[str, np.ndarray]:
        return {name: np.ones((len(texts), 1), int) for name in ("input_ids", "attention_mask")}

    made = ModelEncoder("x", tokens, Pooled(), Recipe()).encode(["a", "b"])
    assert np.allclose(made, np.sqrt(0.5))
    twice = ModelEncoder("x", tokens, Pooled(), Recipe())
    twice._layers = [(np.array([[1, 0], [0, 9]], np.float32), np.zeros(2, np.float32), np.tanh)]
    assert np.allclose(twice.encode(["a"]), np.sqrt(0.5))


@pytest.mark.parametrize(
    ("states", "message"),
    [
        (np.full((2, 1, 4), np.nan, np.float32), "no numbers"),
        (np.ones(2, np.float32), "no vector for each"),
        (np.ones((1, 1, 4), np.float32), "no vector for each"),
    ],
)
def test_what_a_network_gives_is_looked_at(states: np.ndarray, message: str) -> None:
    """No vector is better than a wrong one, and a wrong model is no bug of the program."""

    class Broken:
        def states(self, tokens: np.ndarray, mask: np.ndarray) -> np.ndarray:
            return states

    def tokens(texts: list[str], **_: object) -> dict[str, np.ndarray]:
        return {name: np.ones((len(texts), 1), int) for name in ("input_ids", "attention_mask")}

    with pytest.raises(UsageError, match=message):
        ModelEncoder("x", tokens, Broken(), Recipe()).encode(["a", "b"])


def test_no_more_tokens_than_the_network_has_places_for(tmp_path: Path) -> None:
    """What the makers of a model say of its length is not always there, or true."""
    folder = onnx_model(tmp_path / "model", sentences(20, 1))
    for config, longest in (
        ({"max_position_embeddings": 16}, 16),
        ({"max_position_embeddings": 16, "model_type": "xlm-roberta"}, 14),
        ({}, 64),
    ):
        (folder / "config.json").write_text(json.dumps({"model_type": "bert", **config}))
        assert load(str(folder))._how.longest == longest
