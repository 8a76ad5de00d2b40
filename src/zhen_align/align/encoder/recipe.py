"""How a model's makers turn its token vectors into one vector for a sentence.

Read from the files that sentence-transformers writes beside a model; a model without them
is pooled by the mean. Not here: the model itself.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zhen_align.errors import UsageError, first_line

_MODES = {
    "pooling_mode_cls_token": "cls",
    "pooling_mode_mean_tokens": "mean",
    "pooling_mode_max_tokens": "max",
    "pooling_mode_lasttoken": "last",
}
_KNOWN = {"Transformer", "Pooling", "Dense", "Normalize"}
_LONGEST = 512
_MOST = 1 << 20


@dataclass(frozen=True, slots=True)
class Dense:
    """A layer after the pooling: the folder of its weights, and its activation."""

    folder: Path
    activation: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """What happens to the token vectors; several modes are put one after the other."""

    modes: tuple[str, ...] = ("mean",)
    dense: tuple[Dense, ...] = ()
    longest: int = _LONGEST
    prompt: str = ""
    lower: bool = False


def recipe(folder: Path) -> Recipe:
    """Return how the model in a folder makes sentence vectors."""
    try:
        made = _recipe(folder)
    except UsageError:
        raise
    except (TypeError, ValueError, AttributeError, OverflowError, RecursionError) as error:
        what = f"says in no known way how it pools: {first_line(error)}"
        raise UsageError(what, where=str(folder), fix=_OTHER) from error
    if not 1 <= made.longest <= _MOST:
        raise UsageError(f"reads {made.longest} tokens at most", where=str(folder), fix=_OTHER)
    return made


def positions(folder: Path) -> int:
    """Return how many tokens the network has places for, as far as its config.json says."""
    config = _json(folder / "config.json")
    known = config.get("max_position_embeddings") if isinstance(config, dict) else None
    if not isinstance(known, int) or known < 1:
        return _MOST
    # the family of RoBERTa leaves two places for padding
    return known - 2 if "roberta" in str(config.get("model_type")) and known > 2 else known


def _recipe(folder: Path) -> Recipe:
    modules = _json(folder / "modules.json") or []
    modes: tuple[str, ...] = ("mean",)
    dense: list[Dense] = []
    for module in modules:
        kind = str(module.get("type", "")).rpartition(".")[2]
        place = folder / str(module.get("path", ""))
        if not place.resolve().is_relative_to(folder.resolve()):
            raise UsageError("names a part outside its folder", where=str(folder), fix=_OTHER)
        config = _json(place / "config.json") or {}
        if kind not in _KNOWN:
            raise UsageError(
                f"has a part '{kind}' that is not known", where=str(folder), fix=_OTHER
            )
        if kind == "Pooling":
            modes = _modes(config, folder)
        elif kind == "Dense":
            activation = str(config.get("activation_function", "")).rpartition(".")[2]
            dense.append(Dense(place, activation or "Identity"))
    about = _json(folder / "sentence_bert_config.json") or {}
    prompts = _json(folder / "config_sentence_transformers.json") or {}
    named = prompts.get("prompts") or {}
    return Recipe(
        modes,
        tuple(dense),
        int(about.get("max_seq_length") or _LONGEST),
        str(named.get(prompts.get("default_prompt_name") or "", "")),
        bool(about.get("do_lower_case")),
    )


_OTHER = "name another encoder"


def _modes(config: dict[str, Any], folder: Path) -> tuple[str, ...]:
    asked = tuple(mode for name, mode in _MODES.items() if config.get(name))
    newer = config.get("pooling_mode")
    if not asked and isinstance(newer, str):
        asked = (newer.removesuffix("token").rstrip("_") or "mean",)
    if not asked or not set(asked) <= set(_MODES.values()):
        raise UsageError("pools in a way that is not known", where=str(folder), fix=_OTHER)
    return asked


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot be read: {error}", where=str(path), fix=_OTHER) from error
