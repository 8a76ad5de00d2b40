"""Token vectors to sentence vectors, with numpy alone: pool, project, make them unit length."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from zhen_align.align.encoder.recipe import Dense
from zhen_align.align.meaning import unit
from zhen_align.errors import UsageError, first_line

Vectors = npt.NDArray[np.float32]
Mask = npt.NDArray[np.int64]
Layer = tuple[Vectors, Vectors, Callable[[Any], Any]]

_ACTIVATIONS: dict[str, Callable[[Any], Any]] = {
    "Tanh": np.tanh,
    "Identity": lambda values: values,
    "ReLU": lambda values: np.maximum(values, 0),
}


def pooled(states: Vectors, mask: Mask, modes: Sequence[str]) -> Vectors:
    """Return one vector for each row of token vectors; padding counts for nothing."""
    seen = mask[:, :, None].astype(np.float32)
    parts = []
    for mode in modes:
        if mode == "cls":
            first = mask.argmax(axis=1)  # the padding may stand on the left
            parts.append(states[np.arange(len(states)), first])
        elif mode == "last":
            last = mask.shape[1] - 1 - mask[:, ::-1].argmax(axis=1)
            parts.append(states[np.arange(len(states)), last])
        elif mode == "max":
            parts.append(np.where(seen > 0, states, -np.inf).max(axis=1))
        else:
            parts.append((states * seen).sum(axis=1) / np.maximum(seen.sum(axis=1), 1e-9))
    return np.concatenate(parts, axis=1).astype(np.float32)


def projected(vectors: Vectors, layers: Sequence[Layer]) -> Vectors:
    """Return the vectors after the model's dense layers, at unit length."""
    for weight, bias, activation in layers:
        vectors = activation(vectors @ weight.T + bias).astype(np.float32)
    return unit(vectors)


def layers(dense: Sequence[Dense]) -> list[Layer]:
    """Load the weights of dense layers."""
    found = []
    for each in dense:
        try:
            found.append(_layer(each))
        except UsageError:
            raise
        except Exception as error:  # each format of weights has errors of its own
            what = f"holds no layer: {first_line(error)}"
            raise UsageError(what, where=str(each.folder), fix="name another encoder") from error
    return found


def _layer(dense: Dense) -> Layer:
    if dense.activation not in _ACTIVATIONS:
        what = f"has an activation '{dense.activation}' that is not known"
        raise UsageError(what, where=str(dense.folder), fix="name another encoder")
    tensors = _tensors(dense.folder)
    weight = tensors["linear.weight"]
    bias = tensors.get("linear.bias", np.zeros(len(weight), dtype=np.float32))
    return weight, bias, _ACTIVATIONS[dense.activation]


def _tensors(folder: Path) -> dict[str, Vectors]:
    """Return the tensors of a layer; an old pickle only as far as it holds tensors alone."""
    safe, pickled = folder / "model.safetensors", folder / "pytorch_model.bin"
    if safe.is_file():
        from safetensors.numpy import load_file

        found = load_file(safe)
    elif pickled.is_file():
        try:
            import torch
        except ImportError as error:
            fix = "install torch, or a model with model.safetensors"
            raise UsageError("is a pickle of torch", where=str(pickled), fix=fix) from error
        found = {
            name: tensor.float().numpy()
            for name, tensor in torch.load(pickled, map_location="cpu", weights_only=True).items()
        }
    else:
        raise UsageError("has no weights", where=str(folder), fix="name another encoder")
    return {name: np.asarray(values, dtype=np.float32) for name, values in found.items()}
