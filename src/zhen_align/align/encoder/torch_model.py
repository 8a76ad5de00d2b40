"""A model of transformers, run by torch: on a GPU in half precision where there is one."""

from pathlib import Path
from typing import Any

import numpy as np

from zhen_align.align.encoder.pooling import Mask, Vectors
from zhen_align.errors import UsageError, first_line


class TorchModel:
    """Token numbers to token vectors."""

    def __init__(self, folder: Path) -> None:
        """Load the weights; code that comes with a model is never run."""
        try:
            import torch
        except ImportError as error:
            fix = "install torch, or name a folder with an ONNX export (model.onnx)"
            raise UsageError("this model needs torch", where=str(folder), fix=fix) from error
        from transformers import AutoConfig, AutoModel

        self._torch: Any = torch
        self._device = "cuda" if torch.cuda.is_available() else "cpu"
        kind = torch.float16 if self._device == "cuda" else torch.float32
        try:
            config = AutoConfig.from_pretrained(
                folder, local_files_only=True, trust_remote_code=False
            )
            # the config may name a kernel to be fetched and run: what it asks for is not heard
            config._attn_implementation = None
            model, told = AutoModel.from_pretrained(
                folder,
                config=config,
                local_files_only=True,
                trust_remote_code=False,
                dtype=kind,
                output_loading_info=True,
            )
        except Exception as error:  # damage shows itself in many ways
            what = f"cannot be loaded: {first_line(error)}"
            raise UsageError(what, where=str(folder), fix="name another encoder") from error
        # transformers makes up what is missing by chance; nobody asks the pooler
        missing = sorted(key for key in told["missing_keys"] if "pooler" not in key)
        if missing:
            what = f"lacks weights that its config.json asks for: {missing[0]}"
            raise UsageError(what, where=str(folder), fix="name another encoder")
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
