"""A model of transformers, run by torch: on a GPU in half precision where there is one."""

from pathlib import Path
from typing import Any

import numpy as np

from zhen_align.align.encoder.pooling import Mask, Vectors
from zhen_align.errors import UsageError


class TorchModel:
    """Token numbers to token vectors."""

    def __init__(self, folder: Path) -> None:
        """Load the weights; code that comes with a model is never run."""
        try:
            import torch
        except ImportError as error:
            fix = "install torch, or name a folder with an ONNX export (model.onnx)"
            raise UsageError("this model needs torch", where=str(folder), fix=fix) from error
        from transformers import AutoModel

        self._torch: Any = torch
        self._device = "cuda" if torch.cuda.is_available() else "cpu"
        kind = torch.float16 if self._device == "cuda" else torch.float32
        try:
            model = AutoModel.from_pretrained(
                folder, local_files_only=True, trust_remote_code=False, dtype=kind
            )
        except (OSError, ValueError, RuntimeError) as error:
            what = f"cannot be loaded: {str(error).splitlines()[0]}"
            raise UsageError(what, where=str(folder), fix="name another encoder") from error
        self._model = model.to(self._device).eval()

    def states(self, tokens: Mask, mask: Mask) -> Vectors:
        """Return a vector for each token."""
        torch = self._torch
        with torch.inference_mode():
            found = self._model(
                input_ids=torch.as_tensor(tokens, device=self._device),
                attention_mask=torch.as_tensor(mask, device=self._device),
            )
        return np.asarray(found.last_hidden_state.float().cpu().numpy(), dtype=np.float32)
