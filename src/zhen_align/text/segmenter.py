"""What cuts Chinese runs into words: jieba, or a subword model that the user has.

`spm:FILE` is a SentencePiece model, `hf:FOLDER` a tokenizer in the format of transformers
(its `tokenizer.json`). Both are read as data: no code that comes with a model is run. Which
words are terms is not decided here.
"""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from zhen_align.errors import ConfigError, first_line
from zhen_align.text.words import words
from zhen_align.types import Lang, Span

KINDS = ("spm", "hf")
_FIX = "name a file that can be, or take 'segmenter' out of the configuration"


@dataclass(frozen=True, slots=True)
class Segmenter:
    """A way to cut; `digest` tells one model from every other."""

    kind: str = "jieba"
    path: str = ""
    digest: str = ""

    @property
    def name(self) -> str:
        """Return what results made with it are kept under."""
        return f"{self.kind} {self.digest}".rstrip()

    def spans(self, text: str) -> list[Span]:
        """Return the words of a run of Chinese in order.

        >>> text = "训练模型"  # to train a model
        >>> [span.of(text) for span in Segmenter().spans(text)]
        ['训练', '模型']
        """
        if self.kind == "jieba":
            return words(text, Lang.ZH)
        return _pieces(_model(self), text)


JIEBA = Segmenter()


def segmenter(name: str, root: Path) -> Segmenter:
    """Return the segmenter of a configuration whose paths start at `root`."""
    kind, _, where = name.partition(":")
    if kind not in KINDS:
        return JIEBA
    path = root / Path(where).expanduser()
    if kind == "hf" and path.is_dir():
        path /= "tokenizer.json"
    try:
        data = path.read_bytes()
    except OSError as error:
        what = f"the segmenter cannot be read: {error.strerror}"
        raise ConfigError(what, where=str(path), fix=_FIX) from error
    found = Segmenter(kind, str(path), blake2b(data, digest_size=16).hexdigest())
    _model(found)
    return found


def _pieces(model: Any, text: str) -> list[Span]:
    """Return the pieces that cover something; what a model doubles is kept once."""
    found: list[Span] = []
    for start, end in model(text):
        start = max(start, found[-1].end if found else 0)
        if start < end:
            found.append(Span(start, end))
    return found


@lru_cache(maxsize=2)
def _model(chosen: Segmenter) -> Any:
    """Return a function from a text to the places of its pieces."""
    load = _sentencepiece if chosen.kind == "spm" else _tokenizer
    try:
        return load(chosen.path)
    except (OSError, RuntimeError, ValueError, TypeError, KeyError) as error:
        what = f"is no model for '{chosen.kind}:': {first_line(error)}"
        raise ConfigError(what, where=chosen.path, fix=_FIX) from error


def _sentencepiece(path: str) -> Any:
    from sentencepiece import SentencePieceProcessor

    model = SentencePieceProcessor(model_file=path)

    def places(text: str) -> list[tuple[int, int]]:
        return list(model.encode_as_offset_mapping(text)["offsets"])

    return places


def _tokenizer(path: str) -> Any:
    from tokenizers import Tokenizer

    # tokenizers raises plain Exception for a file that is none
    try:
        model = Tokenizer.from_file(path)
    except Exception as error:
        raise ValueError(str(error) or "it holds no tokenizer") from error

    model.no_truncation()  # made for a network, a tokenizer may stop after so many pieces
    model.no_padding()

    def places(text: str) -> list[tuple[int, int]]:
        return list(model.encode(text, add_special_tokens=False).offsets)

    return places
