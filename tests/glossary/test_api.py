"""The glossary as programs see it."""

from pathlib import Path

import pytest

from zhen_align.errors import GlossaryError
from zhen_align.glossary import Glossary
from zhen_align.glossary.rows import Row, Status, Table, render


def test_open(tmp_path: Path) -> None:
    """Rows, matches and contradictions of one file, read once: 核 kernel, 核函数 kernel too."""
    path = tmp_path / "g.tsv"
    rows = [Row("kernel", zh, status=Status.PREFERRED) for zh in ("核", "核函数")]
    path.write_text(render(Table(tuple(rows))), encoding="utf-8")
    glossary = Glossary.open(path)
    assert list(glossary.rows) == rows
    assert [m.refs[0].row for m in glossary.index.find("核函数与核")] == [1, 0]
    assert [(c.first, c.second) for c in glossary.contradictions] == [(2, 3)]


def test_open_nothing(tmp_path: Path) -> None:
    """A glossary that is not there is an error that says what to do."""
    with pytest.raises(GlossaryError, match=r"no such glossary; make it with `zhen-align build`"):
        Glossary.open(tmp_path / "none.tsv")
