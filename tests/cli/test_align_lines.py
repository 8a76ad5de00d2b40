"""`align --lines`: one sentence a line, files and folders of them."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Ran, Zhen

ZH = ["土壤很干。", "水泵开启3秒。", "机器人回到车站。"]
EN = ["The soil is dry.", "The pump opens for 3 seconds.", "The robot returns to the station."]


def _write(path: Path, lines: list[str]) -> Path:
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def _ladder(text: str) -> list[str]:
    """Return the beads without their scores, which must be probabilities."""
    beads = []
    for line in text.splitlines():
        found = re.fullmatch(r"(\[[\d,]*\]:\[[\d,]*\]):(\S+)", line)
        assert found is not None, line
        assert 0 <= float(found[2]) <= 1
        beads.append(found[1])
    return beads


def _align(zhen: "Zhen", *arguments: str | Path) -> "Ran":
    return zhen("align", "--lines", "--format", "ladder", *arguments)


def test_a_ladder_counts_lines_from_0(tmp_path: Path, zhen: "Zhen") -> None:
    """Chinese first, one bead a line."""
    zh, en = _write(tmp_path / "zh", ZH), _write(tmp_path / "en", EN)
    ran = _align(zhen, "--zh", zh, "--en", en)
    assert (ran.code, ran.err) == (0, "")
    assert _ladder(ran.out) == ["[0]:[0]", "[1]:[1]", "[2]:[2]"]


def test_blank_lines_are_counted_and_not_aligned(tmp_path: Path, zhen: "Zhen") -> None:
    """An index is the number of the line in the file."""
    zh, en = _write(tmp_path / "zh", ["", *ZH]), _write(tmp_path / "en", [EN[0], "", *EN[1:]])
    ran = _align(zhen, "--zh", zh, "--en", en)
    assert _ladder(ran.out) == ["[1]:[0]", "[2]:[2]", "[3]:[3]"]


def test_folders_give_a_ladder_each(tmp_path: Path, zhen: "Zhen") -> None:
    """Named as the input and `.align`; the last folder of `-o` may be new."""
    for name in ("001", "002"):
        _write(tmp_path / "zh" / name, ZH)
        _write(tmp_path / "en" / name, EN)
    _write(tmp_path / "zh" / "003", ZH)
    ran = _align(zhen, "--zh", "zh", "--en", "en", "-o", "out")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "note: 003: only in one of the two folders\n"
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["001.align", "002.align"]
    text = (tmp_path / "out" / "001.align").read_text(encoding="utf-8")
    assert _ladder(text) == ["[0]:[0]", "[1]:[1]", "[2]:[2]"]


# the two sides, and the complaint; file names stand for themselves
REFUSED = {
    "an empty Chinese side": ([], EN, "zh: --zh holds no text; name one that does"),
    "an English side of blanks": (ZH, [" ", ""], "en: --en holds no text; name one that does"),
    "the same text twice": (ZH, ZH, "zh: --zh and --en hold the same text; name both sides"),
    "the two swapped": (EN, ZH, "zh: --zh is English and --en Chinese; swap the two"),
    "English twice": (EN, EN[:2], "zh: --zh is English; name the Chinese text"),
    "Chinese twice": (ZH, ZH[:2], "en: --en is Chinese; name the English text"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_meant_is_refused(case: str, tmp_path: Path, zhen: "Zhen") -> None:
    """Exit 2 and a line; no ladder."""
    zh, en, said = REFUSED[case]
    _write(tmp_path / "zh", zh)
    _write(tmp_path / "en", en)
    ran = _align(zhen, "--zh", "zh", "--en", "en")
    assert (ran.code, ran.out, ran.err) == (2, "", f"error: {said}\n")


def test_places_that_do_not_fit(tmp_path: Path, zhen: "Zhen") -> None:
    """A file with a folder, folders without a common name, many results for one stream."""
    _write(tmp_path / "zh" / "a", ZH)
    _write(tmp_path / "en" / "b", EN)
    _write(tmp_path / "same" / "a", EN)
    said = [
        (_align(zhen, "--zh", "zh", "--en", "en/b"), "zh: is a folder and --en is not"),
        (_align(zhen, "--zh", "zh", "--en", "en"), "zh: no name in it is also in en"),
        (_align(zhen, "--zh", "zh", "--en", "no"), "no: --en does not exist"),
        (_align(zhen, "--zh", "zh", "--en", "same"), "two folders give many results"),
        (_align(zhen, "--zh", "zh", "--en", "same", "-o", "x/y"), "x/y: the folder x does not"),
        (_align(zhen, "--zh", "zh", "--en", "same", "-o", "en/b"), "en/b: is a file"),
    ]
    for ran, words in said:
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"error: {words}"), ran.err
        assert ran.err.count("\n") == 1
