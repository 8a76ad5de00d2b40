"""`--encoder`: the same commands with a model, and what goes wrong with one."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.align.small_models import onnx_model, sentences

if TYPE_CHECKING:
    from tests.cli.conftest import Zhen


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """Return the folder of a small model."""
    return onnx_model(tmp_path / "models" / "small", sentences(300, 1))


def _texts(folder: Path) -> None:
    pairs = sentences(30, 5)
    for side, name in ((0, "en"), (1, "zh")):
        lines = "".join(pair[side] + "\n" for pair in pairs)
        (folder / f"{name}.txt").write_text(lines, encoding="utf-8")


def test_the_same_bytes_twice(tmp_path: Path, model: Path, zhen: "Zhen") -> None:
    """With what was kept and without; the configuration may name the model."""
    _texts(tmp_path)
    lines = ("align", "--lines", "--zh", "zh.txt", "--en", "en.txt", "--format", "ladder")
    first = zhen(*lines, "--encoder", str(model))
    assert first.code == 0
    assert first.out.startswith("[0]:[0]:")
    assert (tmp_path / ".zhen" / "vectors").is_dir()
    assert zhen(*lines, "--encoder", str(model)).out == first.out
    assert zhen(*lines, "--encoder", str(model), "--no-cache").out == first.out
    config = f"encoder = {json.dumps(str(model))}\n"
    (tmp_path / "zhen-align.toml").write_text(config, encoding="utf-8")
    assert zhen(*lines).out == first.out


def test_documents_too(tmp_path: Path, model: Path, zhen: "Zhen") -> None:
    """A page's beads are scored with the model, and cached apart from those without."""
    (en, zh), *_ = sentences(1, 9)
    (tmp_path / "a.md").write_text(f"{en.capitalize()}.\n\n{zh}。\n", encoding="utf-8")
    plain = zhen("align", "a.md")
    helped = zhen("align", "a.md", "--encoder", str(model))
    assert [ran.code for ran in (plain, helped)] == [0, 0]
    assert zhen("align", "a.md").out == plain.out
    assert zhen("align", "a.md", "--encoder", str(model)).out == helped.out


def test_tune_says_what_the_encoder_adds(tmp_path: Path, model: Path, zhen: "Zhen") -> None:
    """And fits its weight."""
    _texts(tmp_path)
    ladder = "".join(f"[{n}]:[{n}]:1\n" for n in range(30))
    (tmp_path / "gold.align").write_text(ladder, encoding="utf-8")
    ran = zhen(
        "tune", "--zh", "zh.txt", "--en", "en.txt", "--gold", "gold.align",
        "--encoder", str(model),
    )  # fmt: skip
    assert ran.code == 0
    assert "without the encoder" in ran.err
    assert "meaning" in json.loads(ran.out)["features"]


def test_tune_takes_the_encoder_of_the_configuration(
    tmp_path: Path, model: Path, zhen: "Zhen"
) -> None:
    """As every other command does, where none is named."""
    _texts(tmp_path)
    ladder = "".join(f"[{n}]:[{n}]\n" for n in range(30))
    (tmp_path / "gold.align").write_text(ladder, encoding="utf-8")
    config = f"encoder = {json.dumps(model.relative_to(tmp_path).as_posix())}\n"
    (tmp_path / "zhen-align.toml").write_text(config, encoding="utf-8")
    ran = zhen("tune", "--zh", "zh.txt", "--en", "en.txt", "--gold", "gold.align")
    assert ran.code == 0
    assert "without the encoder" in ran.err


@pytest.mark.parametrize("command", [("build",), ("align", "a.md"), ("lint", "a.md")])
def test_an_encoder_that_is_not_there(
    tmp_path: Path, command: tuple[str, ...], zhen: "Zhen"
) -> None:
    """Exit 2 and how to get it; nothing is fetched."""
    (tmp_path / "corpus").mkdir()
    for name in ("a.md", "corpus/b.md"):
        (tmp_path / name).write_text("It rains.\n\n下雨了。\n", encoding="utf-8")
    ran = zhen(*command, "--encoder", "nobody/no-such-model")
    assert ran.code == 2
    assert "is not on this machine" in ran.err
    assert "--allow-download" in ran.err
