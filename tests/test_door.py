"""The public door: what a Python program may import, and that it works."""

import subprocess
import sys
from pathlib import Path

import pytest

import zhen_align

TEXT = """The pump fills 12 tanks.

水泵注满12个水箱。

Each valve closes in 3 seconds.

每个阀门在5秒内关闭。
"""
GLOSSARY = "en\tabbr\tzh\tstatus\nvalve\t\t阀门\tpreferred\n"  # valve


def test_the_names_of_the_door() -> None:
    """These and no others are promised."""
    assert set(zhen_align.__all__) == {
        "Glossary", "__version__", "align", "compare", "extract", "lint", "lookup", "read",
        "to_pandas",
    }  # fmt: skip
    assert all(hasattr(zhen_align, name) for name in zhen_align.__all__)


def test_a_name_that_is_not_there() -> None:
    """Anything else is an AttributeError, as in any module."""
    with pytest.raises(AttributeError, match="no attribute 'frobnicate'"):
        _ = zhen_align.frobnicate


def test_a_room_and_its_function_share_a_name() -> None:
    """Importing a room first does not take its function away, nor the reverse."""
    code = (
        "import zhen_align.align.lexicon, zhen_align as z; from zhen_align import read, align;"
        "assert z.align.lexicon and callable(align) and callable(read);"
        "import zhen_align.read.files; assert z.read.files"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_from_file_to_finding(tmp_path: Path) -> None:
    """Read, align, lint and look up without the command line."""
    (tmp_path / "text.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "terms.tsv").write_text(GLOSSARY, encoding="utf-8")
    document = zhen_align.read(tmp_path / "text.md")
    found = zhen_align.align(document)
    assert [bead.kind for bead in found.beads] == ["1-1", "1-1"]
    glossary = zhen_align.Glossary.open(tmp_path / "terms.tsv")
    report = zhen_align.lint([found], glossary)
    assert [finding.rule for finding in report.findings] == ["number-mismatch"]
    assert [match.row.zh for match in glossary.lookup("valves").matches] == ["阀门"]
    assert zhen_align.lookup(glossary, "pump").matches == ()
    assert isinstance(zhen_align.extract([found]), list)


def test_beads_as_a_table(tmp_path: Path) -> None:
    """A row a bead, from one alignment or several, with places that point into the files."""
    (tmp_path / "text.md").write_text(TEXT, encoding="utf-8")
    found = zhen_align.align(zhen_align.read(tmp_path / "text.md"))
    table = found.to_pandas()
    assert list(table["zh"]) == ["水泵注满12个水箱。", "每个阀门在5秒内关闭。"]  # pump, valve
    assert list(table["kind"]) == ["1-1", "1-1"]
    for row in table.to_dict("records"):
        assert TEXT[int(row["en_start"]) : int(row["en_end"])] == row["en"]
    assert len(zhen_align.to_pandas([found, found])) == 2 * len(table)
    assert zhen_align.to_pandas(found).equals(table)
