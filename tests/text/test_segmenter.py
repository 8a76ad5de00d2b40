"""What cuts Chinese words: jieba by default, or a model that the user has, made here."""

import io
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sentencepiece import SentencePieceTrainer
from tokenizers import Tokenizer, models, pre_tokenizers

from zhen_align.errors import ConfigError
from zhen_align.text.segmenter import JIEBA, Segmenter, segmenter

# farm work: "the mill grinds wheat", "the mill is old", "wheat is dry", "the old mill is dry"
LINES = ["磨坊磨小麦", "磨坊很旧", "小麦很干", "旧磨坊很干"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a SentencePiece model, and a tokenizer of transformers' format."""
    here = tmp_path_factory.mktemp("models")
    model = io.BytesIO()
    SentencePieceTrainer.train(
        sentence_iterator=iter(LINES * 50),
        model_writer=model,
        vocab_size=24,
        character_coverage=1.0,
        hard_vocab_limit=False,
        add_dummy_prefix=False,
        minloglevel=2,
    )
    (here / "farm.model").write_bytes(model.getvalue())
    known = ["[UNK]", "磨坊", "小麦", "很", "旧", "干"]
    tokenizer = Tokenizer(models.WordLevel({word: n for n, word in enumerate(known)}, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("很", "isolated")
    (here / "farm").mkdir()
    tokenizer.save(str(here / "farm" / "tokenizer.json"))
    return here


def cut(chosen: Segmenter, text: str) -> list[str]:
    """Return the pieces as strings."""
    return [span.of(text) for span in chosen.spans(text)]


def test_sentencepiece_cuts_as_it_learned(folder: Path) -> None:
    """磨坊 (mill) and 小麦 (wheat) came often, so they are pieces of their own."""
    assert cut(segmenter("spm:farm.model", folder), "小麦磨坊") == ["小麦", "磨坊"]


def test_a_tokenizer_of_transformers_gives_its_offsets(folder: Path) -> None:
    """A folder is named as transformers name it, or the file in it."""
    for name in ("hf:farm", "hf:farm/tokenizer.json"):
        assert cut(segmenter(name, folder), "磨坊很旧") == ["磨坊", "很", "旧"]


def test_a_path_may_begin_at_home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a shell, whatever the configuration's own folder is."""
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    assert cut(segmenter("hf:~/farm", folder / "elsewhere"), "磨坊很旧") == ["磨坊", "很", "旧"]


def test_no_tokenizer_stops_early(folder: Path) -> None:
    """Many are saved with the length that their network takes."""
    model = Tokenizer.from_file(str(folder / "farm" / "tokenizer.json"))
    model.enable_truncation(2)
    model.enable_padding(length=9)
    model.save(str(folder / "short.json"))
    pieces = cut(segmenter("hf:short.json", folder), "磨坊很旧很旧")  # an old, old mill
    assert pieces == ["磨坊", "很", "旧", "很", "旧"]


@pytest.mark.parametrize("name", ["jieba", "spm:farm.model", "hf:farm"])
@settings(deadline=None)  # the first one loads the model
@given(text=st.text("磨坊小麦很旧干𠀀塔é", max_size=12))
def test_pieces_stand_in_order(folder: Path, name: str, text: str) -> None:
    """Pieces do not overlap, none is empty, and only what a model cannot see is left out."""
    spans = segmenter(name, folder).spans(text)
    assert all(span.start < span.end for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join(span.of(text) for span in spans) == text


def test_models_are_told_apart_by_what_they_hold(folder: Path) -> None:
    """The name under which results are kept follows the content of the file, not its path."""
    first = segmenter("spm:farm.model", folder)
    (folder / "copy.model").write_bytes((folder / "farm.model").read_bytes())
    assert segmenter("spm:copy.model", folder).name == first.name
    assert len({JIEBA.name, first.name, segmenter("hf:farm", folder).name}) == 3


@pytest.mark.parametrize("name", ["spm:none.model", "spm:bad.model", "hf:none", "hf:bad.model"])
def test_what_is_no_model_is_named(folder: Path, name: str) -> None:
    """A missing or damaged model is an error of the configuration, with the file's name."""
    (folder / "bad.model").write_bytes(b"\x08no model")
    with pytest.raises(ConfigError) as caught:
        segmenter(name, folder)
    assert name.partition(":")[2] in str(caught.value.where)
    assert "segmenter" in str(caught.value.fix)
