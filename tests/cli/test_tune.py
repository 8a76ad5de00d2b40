"""`zhen-align tune`: from texts and gold to weights, and those weights in use."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhen_align.align.tuned import from_json, to_json
from zhen_align.align.weights import TYPES, Weights

if TYPE_CHECKING:
    from tests.cli.conftest import Ran, Zhen

# pump, valve, robot, soil: one Chinese sentence for two English ones
ZH = [
    "水泵开启，注满水箱。",
    "阀门关闭，水流停止。",
    "",
    "机器人返回，充满电池。",
    "土壤很干，需要水。",
]
EN = [
    "The pump opens.", "It fills the tank.", "The valve closes.", "The water stops.",
    "The robot returns.", "It charges its battery.", "The soil is dry.", "It needs water.",
]  # fmt: skip
GOLD = ["[0]:[0,1]", "[1]:[2,3]:1", "[3]:[4,5]", "[4]:[6,7]"]


def _texts(folder: Path, name: str = "") -> None:
    for side, rows in (("zh", ZH), ("en", EN), ("gold", GOLD)):
        path = folder / side / name if name else folder / side
        if side == "gold" and name:
            path = path.with_name(f"{name}.align")
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")


def _tune(zhen: "Zhen", *arguments: str) -> "Ran":
    return zhen("tune", "--zh", "zh", "--en", "en", "--gold", "gold", *arguments)


def test_a_file_of_gold_gives_weights(tmp_path: Path, zhen: "Zhen") -> None:
    """JSON on standard output; what it is worth beside it; the same twice."""
    _texts(tmp_path)
    ran = _tune(zhen)
    assert ran.code == 0
    weights = from_json(ran.out)
    assert weights.priors[TYPES.index((1, 2))] > Weights().priors[TYPES.index((1, 2))]
    assert ran.err.splitlines()[-1].endswith("on the gold itself: there is one text")
    again = _tune(zhen, "--quiet", "-o", "w.json")
    assert (again.out, again.err) == ("", "")
    assert (tmp_path / "w.json").read_text(encoding="utf-8") == ran.out


def test_folders_are_judged_on_unseen_texts(tmp_path: Path, zhen: "Zhen") -> None:
    """A text without gold is named and left out."""
    for name in ("a", "b", "c"):
        _texts(tmp_path, name)
    (tmp_path / "gold" / "c.align").unlink()
    ran = _tune(zhen)
    assert ran.code == 0
    notes = ran.err.splitlines()
    assert notes[0] == "note: c: no gold for it"
    assert notes[-1].startswith("note: strict F1 ")
    assert notes[-1].endswith("on texts that the fit did not see")


def test_gold_by_paragraphs(tmp_path: Path, zhen: "Zhen") -> None:
    """With --blocks a bead of the gold is a stretch, and may hold more than beads do."""
    _texts(tmp_path)
    (tmp_path / "gold").write_text("[0,1]:[0,1,2,3]\n[3,4]:[4,5,6,7]\n", encoding="utf-8")
    ran = _tune(zhen, "--blocks")
    assert ran.code == 0
    assert "now 1.0000" in ran.err
    assert from_json(ran.out)


def test_a_strong_pull_keeps_the_weights(tmp_path: Path, zhen: "Zhen") -> None:
    """Only the shares of the types are then the text's own."""
    _texts(tmp_path)
    held = json.loads(_tune(zhen, "--pull", "1000000").out)
    assert held["features"] == json.loads(to_json(Weights()))["features"]


def test_weights_in_the_configuration_are_used(tmp_path: Path, zhen: "Zhen") -> None:
    """By every command that aligns, and not what the cache knows from other weights."""
    _texts(tmp_path)
    text = "# 水泵\n\n# The pump\n\n水泵开启，注满水箱。\n\nThe pump opens. It fills the tank.\n"
    (tmp_path / "text.md").write_text(text, encoding="utf-8")
    lines = ("align", "--lines", "--zh", "zh", "--en", "en", "--format", "ladder")
    before = [zhen(*each).out for each in (("align", "text.md"), lines)]
    (tmp_path / "zhen-align.toml").write_text('weights = "w.json"\n', encoding="utf-8")
    priors = tuple(-50.0 if y == 2 else prior for prior, (_, y) in zip(
        Weights().priors, TYPES, strict=True
    ))  # fmt: skip
    never = Weights(priors=priors)
    (tmp_path / "w.json").write_text(to_json(never), encoding="utf-8")
    after = [zhen(*each).out for each in (("align", "text.md"), lines)]
    assert '"kind": "1-2"' in before[0]
    assert '"kind": "1-2"' not in after[0]
    assert ":[0,1]:" in before[1]
    assert ":[0,1]:" not in after[1]
    assert "length" in zhen(*lines, "--explain").out


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "the weights cannot be read: "), ("{}", "does not hold"), ("\udcff", "the weights")],
)
def test_weights_that_cannot_be_used(
    content: str | None, said: str, garden: Path, zhen: "Zhen"
) -> None:
    """Exit 2 and one line with the file's name, whatever the command."""
    (garden / "zhen-align.toml").write_text('weights = "w.json"\n', encoding="utf-8")
    if content is not None:
        (garden / "w.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    for command in ("align", "lint", "build"):
        ran = zhen(command)
        assert (ran.code, ran.out) == (2, "")
        assert "w.json: " in ran.err
        assert said in ran.err
        assert ran.err.count("\n") == 1


def test_wrong_usage(tmp_path: Path, zhen: "Zhen") -> None:
    """Gold that is not there, belongs to other texts, or is no ladder."""
    _texts(tmp_path)
    (tmp_path / "deep").mkdir()
    _texts(tmp_path / "deep", "a")
    said = {
        "[0]:[99]\n": "gold: there is no sentence in line 99, counted from 0; see that the ladder",
        "[2]:[1]\n": "gold: there is no sentence in line 2, counted from 0; see that",
        "0 1\n": "gold:1: no bead: 0 1; write",
    }
    for text, words in said.items():
        (tmp_path / "gold").write_text(text, encoding="utf-8")
        ran = _tune(zhen)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"error: {words}"), ran.err
    (tmp_path / "gold").unlink()
    assert _tune(zhen).err.startswith("error: gold: --gold does not exist")
    (tmp_path / "gold").mkdir()
    assert _tune(zhen).err.startswith("error: gold: is a folder and the texts are not")
    empty = zhen("tune", "--zh", "deep/zh", "--en", "deep/en", "--gold", "gold")
    assert empty.code == 2
    assert empty.err.splitlines()[-1].startswith("error: gold: holds no gold for these texts")
