"""Models of transformers run by torch, held against plain code, and their ONNX export.

`make test-neural` installs torch and runs these; `make test` leaves them out.
"""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.align.small_models import sentences, tokenizer

from zhen_align.align.encoder.load import load

torch = pytest.importorskip("torch")
pytestmark = [pytest.mark.neural, pytest.mark.filterwarnings("ignore")]
PAIRS = sentences(300, 1)


def _model(folder: Path, *, steps: int) -> Path:
    """Save a small BERT; `steps` of training bring translations near to each other."""
    from transformers import BertConfig, BertModel

    torch.manual_seed(0)
    folder.mkdir()
    whole = tokenizer(folder, [text for pair in PAIRS for text in pair])
    config = BertConfig(
        vocab_size=len(whole), hidden_size=48, num_hidden_layers=2, num_attention_heads=4,
        intermediate_size=96, max_position_embeddings=64,
    )  # fmt: skip
    model = BertModel(config, add_pooling_layer=False)
    optimiser = torch.optim.AdamW(model.parameters(), lr=2e-3)
    for step in range(steps):
        batch = [PAIRS[(32 * step + n) % len(PAIRS)] for n in range(32)]
        en, zh = (_plain(model, whole, [pair[side] for pair in batch]) for side in (0, 1))
        target = torch.arange(len(batch))
        near = 20 * en @ zh.T
        loss = torch.nn.functional.cross_entropy(near, target)
        loss = loss + torch.nn.functional.cross_entropy(near.T, target)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    model.eval()  # type: ignore[no-untyped-call]
    model.save_pretrained(folder)
    return folder


def _plain(model: object, whole: object, texts: list[str]) -> Any:
    """Return what a user's own few lines would give: mean pooling, unit length."""
    assert callable(model)
    assert callable(whole)
    given = whole(texts, padding=True, truncation=True, max_length=64, return_tensors="pt")
    mask = given["attention_mask"][:, :, None].float()
    states = model(
        input_ids=given["input_ids"], attention_mask=given["attention_mask"]
    ).last_hidden_state
    mean = (states * mask).sum(1) / mask.sum(1)
    return torch.nn.functional.normalize(mean, dim=1)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a model that has learned from the pairs."""
    return _model(tmp_path_factory.mktemp("models") / "trained", steps=80)


def test_vectors_are_those_of_plain_code(trained: Path) -> None:
    """To a hundred-thousandth, in batches of any size."""
    from transformers import AutoModel, AutoTokenizer

    texts = [text for pair in sentences(25, 5) for text in pair]
    model, whole = AutoModel.from_pretrained(trained).eval(), AutoTokenizer.from_pretrained(trained)
    with torch.inference_mode():
        expected = _plain(model, whole, texts).numpy()
    assert np.abs(load(str(trained)).encode(texts) - expected).max() < 1e-5


def test_an_export_gives_the_same(trained: Path, tmp_path: Path) -> None:
    """Without torch's weights beside it, the ONNX file is what runs."""
    from transformers import AutoModel, AutoTokenizer

    whole = AutoTokenizer.from_pretrained(trained)
    whole.save_pretrained(tmp_path)
    model = AutoModel.from_pretrained(trained, attn_implementation="eager").eval()

    class Named(torch.nn.Module):  # type: ignore[misc, name-defined]
        def __init__(self) -> None:
            super().__init__()
            self.inner = model

        def forward(self, input_ids: object, attention_mask: object) -> object:
            return self.inner(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state

    sample = whole(["the pump opens", "水泵"], padding=True, return_tensors="pt")
    names = ["input_ids", "attention_mask"]
    torch.onnx.export(
        Named(), tuple(sample[name] for name in names), str(tmp_path / "model.onnx"),
        input_names=names, output_names=["last_hidden_state"], dynamo=False,
        dynamic_axes={name: {0: "batch", 1: "tokens"} for name in names},
    )  # fmt: skip
    texts = [text for pair in sentences(25, 6) for text in pair]
    assert np.abs(load(str(tmp_path)).encode(texts) - load(str(trained)).encode(texts)).max() < 1e-5


def test_training_shows(trained: Path, tmp_path: Path) -> None:
    """A trained model finds the translation, one with random weights does not."""
    unseen = sentences(40, 7)
    right = {}
    for name, folder in (("trained", trained), ("random", _model(tmp_path / "random", steps=0))):
        encoder = load(str(folder))
        en, zh = (encoder.encode([pair[side] for pair in unseen]) for side in (0, 1))
        right[name] = ((en @ zh.T).argmax(axis=1) == np.arange(40)).mean()
    assert right["trained"] >= 0.7
    assert right["random"] <= 0.3


def test_weights_that_are_missing_are_not_made_up(tmp_path: Path) -> None:
    """Transformers fills them by chance, which would give other vectors each time."""
    import json

    from zhen_align.errors import UsageError

    folder = _model(tmp_path / "model", steps=0)
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    kept = json.dumps(config | {"_attn_implementation": "nobody/kernel"})
    (folder / "config.json").write_text(kept, encoding="utf-8")
    assert load(str(folder)).encode(["the pump opens"]).shape == (1, 48)
    more = json.dumps(config | {"num_hidden_layers": 3})
    (folder / "config.json").write_text(more, encoding="utf-8")
    with pytest.raises(UsageError, match="lacks weights"):
        load(str(folder))
    (folder / "model.safetensors").write_bytes(b"\xff" * 99)
    with pytest.raises(UsageError, match="cannot be loaded"):
        load(str(folder))
