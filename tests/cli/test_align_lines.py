"""`align --lines`: one sentence a line, files and folders of them."""

import gzip
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


def test_packed_files_are_read(tmp_path: Path, zhen: "Zhen") -> None:
    """Alone or in folders, on both sides or one; a ladder is named as its input."""
    plain = _align(zhen, "--zh", _write(tmp_path / "a", ZH), "--en", _write(tmp_path / "b", EN))
    for name in ("zh/1.gz", "zh/2.gz", "en/1.gz", "en/2", "zh/3", "en/3.gz"):
        path = _write(tmp_path / name, ZH if name.startswith("zh") else EN)
        if path.suffix == ".gz":
            path.write_bytes(gzip.compress(path.read_bytes()))
    assert _align(zhen, "--zh", "zh/1.gz", "--en", "en/1.gz").out == plain.out
    ran = _align(zhen, "--zh", "zh", "--en", "en", "-o", "out")
    assert (ran.code, ran.err) == (0, "")
    names = ["1.gz.align", "2.align", "3.align"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == names
    for name in names:
        assert _ladder((tmp_path / "out" / name).read_text("utf-8")) == _ladder(plain.out)


def test_what_cannot_be_unpacked(
    tmp_path: Path, zhen: "Zhen", monkeypatch: pytest.MonkeyPatch
) -> None:
    """A packed file that is cut off, damaged, or unpacks to far more than a text is refused."""
    monkeypatch.setattr("zhen_align.engine.lines._MOST", 1_000_000)
    _write(tmp_path / "en", EN)
    whole = gzip.compress("".join(ZH).encode())
    for data, said in (
        (whole[:-9], "cannot be unpacked: "),
        (whole[:12] + b"xx" + whole[14:], "cannot be unpacked: "),
        (gzip.compress(b"\n" * 2_000_000), "unpacks to more than 1 million bytes; split it"),
    ):
        (tmp_path / "zh.gz").write_bytes(data)
        ran = _align(zhen, "--zh", "zh.gz", "--en", "en")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"error: zh.gz: {said}")
        assert ran.err.count("\n") == 1


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_a_mark_change_no_number(end: str, tmp_path: Path, zhen: "Zhen") -> None:
    """With a byte order mark, blank lines and no last line end."""
    for name, rows in (("zh", ["", *ZH]), ("en", [*EN[:2], "", EN[2]])):
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + end.join(rows).encode())
    ran = _align(zhen, "--zh", "zh", "--en", "en")
    assert _ladder(ran.out) == ["[1]:[0]", "[2]:[1]", "[3]:[3]"]


def test_one_bad_document_does_not_stop_the_others(tmp_path: Path, zhen: "Zhen") -> None:
    """It is named, the rest is written, the exit code is 2."""
    sides = {"1": (ZH, EN), "2": (ZH, []), "3": (EN, EN), "4": (ZH, EN)}
    for name, (zh, en) in sides.items():
        _write(tmp_path / "zh" / name, zh)
        _write(tmp_path / "en" / name, en)
    (tmp_path / "zh" / "4").write_bytes("水".encode() * 40 + b"\xff\xfe")
    ran = _align(zhen, "--zh", "zh", "--en", "en", "-o", "out")
    assert (ran.code, ran.out) == (2, "")
    said = [line.split(": ")[1] for line in ran.err.splitlines()]
    assert said == ["en/2", "zh/3", "zh/4:1"]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["1.align"]


def test_lines_are_explained(tmp_path: Path, zhen: "Zhen") -> None:
    """As documents are."""
    zh, en = _write(tmp_path / "zh", ZH), _write(tmp_path / "en", EN)
    ran = zhen("align", "--lines", "--zh", zh, "--en", en, "--explain")
    assert (ran.code, ran.out.count("  zh  ")) == (0, 3)
    assert "水泵 = pump" in ran.out


def test_other_formats_have_their_suffix(tmp_path: Path, zhen: "Zhen") -> None:
    """A folder of results in any format; the least score holds in all of them."""
    _write(tmp_path / "zh" / "a", ZH)
    _write(tmp_path / "en" / "a", EN)
    for style, name in (("tmx", "a.tmx"), ("xliff", "a.xlf"), ("tsv", "a.tsv")):
        arguments = ("align", "--lines", "--zh", "zh", "--en", "en", "-o", "out", "--format", style)
        assert zhen(*arguments).code == 0
        full = (tmp_path / "out" / name).read_text("utf-8")
        assert ZH[1] in full
        assert EN[1] in full
        assert zhen(*arguments, "--min-score", "1").code == 0
        assert ZH[1] not in (tmp_path / "out" / name).read_text("utf-8")


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


# a text of eight sentences, of which the translation gives one elsewhere
STORY = [
    ("磨坊建在河边的山坡上。", "The mill stands on a hill beside the river."),
    ("风车有4片帆。", "The windmill has 4 sails."),
    ("磨坊主人每天清晨打开大门。", "The owner of the mill opens the gate every morning."),
    ("农民用马车把小麦运来。", "Farmers bring wheat on their carts."),
    ("石头把谷物磨成面粉。", "The stones grind the grain into flour."),
    ("夏天河水很浅，鱼很少。", "In summer the river is shallow and has few fish."),
    ("孩子们在桥下游泳。", "The children swim under the bridge."),
    ("冬天的夜晚，狼在森林里嚎叫。", "On winter nights wolves howl in the forest."),
]


def test_a_moved_sentence_is_found(tmp_path: Path, zhen: "Zhen") -> None:
    """The ladder crosses there, and the record says that it does."""
    order = [6, 0, 1, 2, 3, 4, 5, 7]
    zh = _write(tmp_path / "zh", [zh for zh, _ in STORY])
    en = _write(tmp_path / "en", [STORY[n][1] for n in order])
    ran = _align(zhen, "--zh", zh, "--en", en)
    assert _ladder(ran.out) == [f"[{n}]:[{order.index(n)}]" for n in range(8)]
    records = zhen("align", "--lines", "--zh", zh, "--en", en).out.splitlines()
    assert [n for n, record in enumerate(records) if '"moved": true' in record] == [6]


def test_strangers_are_not_said_to_have_moved(tmp_path: Path, zhen: "Zhen") -> None:
    """Sentences that only one side has stay alone, or are believed little."""
    soup = ["把洋葱切成薄片，放进锅里。", "用小火煮二十分钟。"]  # onions in a pot; a small fire
    tax = ["The parliament raised the tax on imported cars.", "Two ministers resigned last week."]
    zh = _write(tmp_path / "zh", [*soup, *(zh for zh, _ in STORY)])
    en = _write(tmp_path / "en", [*(en for _, en in STORY), *tax])
    for line in _align(zhen, "--zh", zh, "--en", en).out.splitlines():
        left, right, score = line.split(":")
        if left in {"[0]", "[1]"} or right in {"[8]", "[9]"}:
            assert "[]" in {left, right} or float(score) <= 0.5
