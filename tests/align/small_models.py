"""Small real models for tests: a tokenizer, vectors learned from pairs, an ONNX graph of them.

The vectors come from counting which tokens stand in translations of each other, and a
singular value decomposition; the graph looks them up. No torch is needed for any of it.
"""

import json
import random
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Regex, Tokenizer, models, pre_tokenizers, processors
from transformers import PreTrainedTokenizerFast

SIZE = 32
NOUNS = [
    ("pump", "水泵"), ("valve", "阀门"), ("sensor", "传感器"), ("field", "田地"), ("soil", "土壤"),
    ("river", "河流"), ("seed", "种子"), ("farmer", "农民"), ("storm", "风暴"), ("bridge", "桥梁"),
    ("kettle", "水壶"), ("ladder", "梯子"), ("window", "窗户"), ("garden", "花园"),
    ("engine", "引擎"),
]  # fmt: skip
VERBS = [
    ("opens", "打开"), ("breaks", "损坏"), ("moves", "移动"), ("waits", "等待"), ("grows", "生长"),
    ("stops", "停止"), ("returns", "返回"), ("sinks", "下沉"),
]  # fmt: skip


def sentences(count: int, seed: int) -> list[tuple[str, str]]:
    """Return pairs of English and Chinese sentences about the nouns and the verbs."""
    draw = random.Random(seed)
    made = []
    for _ in range(count):
        (a, b, c), verb = draw.sample(NOUNS, 3), draw.choice(VERBS)
        made.append(
            (f"the {a[0]} {verb[0]} near the {b[0]} and the {c[0]}",
             f"{a[1]}在{b[1]}和{c[1]}附近{verb[1]}")
        )  # fmt: skip
    return made


def tokenizer(folder: Path, texts: list[str]) -> PreTrainedTokenizerFast:
    """Save a tokenizer of words and single Han characters into a folder."""
    cut = pre_tokenizers.Sequence(
        [pre_tokenizers.Split(Regex("[一-鿿]"), "isolated"), pre_tokenizers.Whitespace()]
    )
    seen = sorted({word for text in texts for word, _ in cut.pre_tokenize_str(text)})
    names = {name: at for at, name in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *seen])}
    raw = Tokenizer(models.WordLevel(names, unk_token="[UNK]"))
    raw.pre_tokenizer = cut
    raw.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    whole = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=raw, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]",
        sep_token="[SEP]", model_max_length=64,
    )  # fmt: skip
    whole.save_pretrained(folder)
    return whole


def learned(
    whole: PreTrainedTokenizerFast, pairs: list[tuple[str, str]]
) -> npt.NDArray[np.float32]:
    """Return a vector for each token, near those of the tokens that translate it."""
    count = len(whole)
    together = np.zeros((count, count))
    alone = np.zeros(count)
    for pair in pairs:
        left, right = (sorted(set(whole(text)["input_ids"]) - {2, 3}) for text in pair)
        together[np.ix_(left, right)] += 1
        together[np.ix_(right, left)] += 1
        alone[[*left, *right]] += 1
    chance = np.outer(alone, alone) / max(len(pairs), 1)
    strength = np.log(np.maximum(together, 1e-9) / np.maximum(chance, 1e-9))
    strength = np.where(together > 0, np.maximum(strength, 0), 0)
    u, s, _ = np.linalg.svd(strength + np.eye(count))
    vectors: npt.NDArray[np.float32] = (u[:, :SIZE] * np.sqrt(s[:SIZE])).astype(np.float32)
    return vectors


def onnx_model(
    folder: Path, pairs: list[tuple[str, str]], *, trained: bool = True, seed: int = 0
) -> Path:
    """Save a tokenizer and an ONNX graph into a folder; untrained vectors are random."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = tokenizer(folder, [text for pair in pairs for text in pair])
    vectors = learned(whole, pairs)
    if not trained:
        vectors = np.random.default_rng(seed).normal(size=vectors.shape).astype(np.float32)
    graph = helper.make_graph(
        [helper.make_node("Gather", ["vectors", "input_ids"], ["last_hidden_state"])],
        "lookup",
        [
            helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"])
            for name in ("input_ids", "attention_mask")
        ],
        [
            helper.make_tensor_value_info(
                "last_hidden_state", TensorProto.FLOAT, ["batch", "tokens", SIZE]
            )
        ],
        [numpy_helper.from_array(vectors, "vectors")],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(made, folder / "model.onnx")
    (folder / "config.json").write_text(json.dumps({"model_type": "bert"}), encoding="utf-8")
    return folder
