"""A model exported to ONNX, run by onnxruntime; torch is not needed."""

from pathlib import Path
from typing import Any

import numpy as np

from zhen_align.align.encoder.pooling import Mask, Vectors
from zhen_align.errors import UsageError, first_line

PLACES = ("model.onnx", "onnx/model.onnx")


class OnnxModel:
    """Token numbers to token vectors, or to sentence vectors where the export pools itself."""

    def __init__(self, file: Path) -> None:
        """Open an export; two runs give the same bytes."""
        try:
            import onnxruntime
        except ImportError as error:
            fix = "install zhen-align[onnx]"
            raise UsageError("onnxruntime is not installed", where=str(file), fix=fix) from error
        options = onnxruntime.SessionOptions()
        options.use_deterministic_compute = True
        options.log_severity_level = 3
        try:
            self._session: Any = onnxruntime.InferenceSession(
                file, options, providers=onnxruntime.get_available_providers()
            )
        except Exception as error:  # onnxruntime has no class of its own for a damaged file
            what = f"cannot be loaded: {first_line(error)}"
            raise UsageError(what, where=str(file), fix="export the model again") from error
        self._inputs = [each.name for each in self._session.get_inputs()]
        outputs = [each.name for each in self._session.get_outputs()]
        self._output = "sentence_embedding" if "sentence_embedding" in outputs else outputs[0]

    def states(self, tokens: Mask, mask: Mask) -> Vectors:
        """Return a vector for each token, or for each sentence."""
        given = {
            "input_ids": tokens,
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(tokens),
        }
        wanted = {name: given[name] for name in self._inputs if name in given}
        (found,) = self._session.run([self._output], wanted)
        return np.asarray(found, dtype=np.float32)
