"""A name or a folder to an encoder: found on this machine, never fetched unless allowed."""

import os
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from zhen_align.align import meaning
from zhen_align.align.encoder.onnx_model import PLACES, OnnxModel
from zhen_align.align.encoder.pooling import Layer, Mask, Vectors, layers, pooled, projected
from zhen_align.align.encoder.recipe import Recipe, positions, recipe
from zhen_align.errors import UsageError, first_line

_OTHER = "name another encoder"
_TOKENS = 4096  # in a batch, padding counted
_TOKENIZERS = ("tokenizer.json", "vocab.*", "*.model")
_WAY = b"2"  # changes with how vectors are made, so that none are taken from an older way
_WEIGHTS = ("model.safetensors", "pytorch_model.bin", "model.safetensors.index.json")


class Encoder(meaning.Encoder, Protocol):
    """An encoder whose vectors may be kept on disk."""

    @property
    def name(self) -> str:
        """Return what tells this encoder from every other."""


class Model(Protocol):
    """Runs the network itself."""

    def states(self, tokens: Mask, mask: Mask) -> Vectors:
        """Return a vector for each token, or for each sentence."""


class ModelEncoder:
    """A tokenizer, a network and its makers' recipe."""

    def __init__(self, name: str, tokenizer: Any, model: Model, how: Recipe) -> None:
        """Put the parts together."""
        self.name = name
        self._tokenizer, self._model, self._how = tokenizer, model, how
        self._layers: list[Layer] = layers(how.dense)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return unit vectors, in the order of the texts; texts of like length go together."""
        try:
            found = self._encoded(texts)
        except UsageError:
            raise
        except Exception as error:  # whatever a network says that is of another kind than it seems
            raise UsageError(f"the encoder fails: {first_line(error)}", fix=_OTHER) from error
        if not np.isfinite(found).all():
            raise UsageError("the encoder gives vectors that hold no numbers", fix=_OTHER)
        return found

    def _encoded(self, texts: Sequence[str]) -> Vectors:
        order = sorted(range(len(texts)), key=lambda at: (len(texts[at]), at))
        rows: dict[int, Vectors] = {}
        batch: list[int] = []
        for at in order:
            longest = min(len(texts[at]) + 2, self._how.longest)
            if batch and (len(batch) + 1) * longest > _TOKENS:
                self._run(batch, texts, rows)
                batch = []
            batch.append(at)
        if batch:
            self._run(batch, texts, rows)
        if not rows:
            return np.zeros((0, 0), dtype=np.float32)
        return np.stack([rows[at] for at in range(len(texts))])

    def _run(self, batch: Sequence[int], texts: Sequence[str], rows: dict[int, Vectors]) -> None:
        words = [self._how.prompt + texts[at] for at in batch]
        given = self._tokenizer(
            [each.lower() for each in words] if self._how.lower else words,
            padding=True,
            truncation=True,
            max_length=self._how.longest,
            return_tensors="np",
        )
        mask = given["attention_mask"].astype(np.int64)
        states = self._model.states(given["input_ids"].astype(np.int64), mask)
        if states.shape[: states.ndim - 1] not in (mask.shape, mask.shape[:1]):
            raise UsageError("the encoder gives no vector for each text", fix=_OTHER)
        if states.ndim == 3:
            vectors = projected(pooled(states, mask, self._how.modes), self._layers)
        else:
            vectors = projected(states, ())  # who exports the pooling exports what follows it
        rows.update(zip(batch, vectors, strict=True))


def load(name: str, *, allow_download: bool = False) -> ModelEncoder:
    """Return the encoder in a folder, or of a name that this machine's model cache knows."""
    folder = _folder(name, allow_download=allow_download)
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")  # it warns that torch is missing
    os.environ.setdefault("TRANSFORMERS_NO_ADVISORY_WARNINGS", "1")
    export = _export(folder)
    heavy = any((folder / weights).is_file() for weights in _WEIGHTS)
    if export is None and not heavy:
        raise UsageError("holds no model", where=str(folder), fix="name a folder with one")
    model: Model
    if export is not None and not (heavy and find_spec("torch")):
        model = OnnxModel(export)
    else:
        from zhen_align.align.encoder.torch_model import TorchModel

        model = TorchModel(folder)
    if not any(found for pattern in _TOKENIZERS for found in folder.glob(pattern)):
        # without files of its own some version of transformers makes up an empty one
        raise UsageError("has no tokenizer", where=str(folder), fix="put it beside the model")
    from transformers import AutoTokenizer

    try:
        tokenizer = AutoTokenizer.from_pretrained(
            folder, local_files_only=True, trust_remote_code=False
        )
    except Exception as error:  # damage shows itself in many ways
        what = f"has no tokenizer that can be loaded: {first_line(error)}"
        raise UsageError(what, where=str(folder), fix="put it beside the model") from error
    how = recipe(folder)
    limit = min(how.longest, tokenizer.model_max_length, positions(folder))
    return ModelEncoder(fingerprint(str(folder)), tokenizer, model, replace(how, longest=limit))


def _folder(name: str, *, allow_download: bool) -> Path:
    if not allow_download:
        os.environ["HF_HUB_OFFLINE"] = "1"
    folder = Path(name).expanduser()
    if folder.is_dir():
        return folder
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(name, local_files_only=not allow_download))
    except Exception as error:  # the hub's library has many, and none is a user's business
        raise UsageError(
            f"the encoder '{name}' is not on this machine",
            fix="name a folder that holds it, or let it be fetched with --allow-download",
        ) from error


def _export(folder: Path) -> Path | None:
    return next((folder / place for place in PLACES if (folder / place).is_file()), None)


def fingerprint(name: str, *, allow_download: bool = False) -> str:
    """Return a short name for the files of a model: names, sizes, times; hidden ones are none."""
    folder = _folder(name, allow_download=allow_download)
    digest = blake2b(_WAY, digest_size=10)
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder).as_posix()
        if path.is_file() and not any(part[0] == "." for part in place.split("/")):
            status = path.stat()
            digest.update(f"{place} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()
