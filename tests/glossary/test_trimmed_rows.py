"""What an editor trims at the end of a line is put back; what is no file is not waited for."""

import os
from pathlib import Path

import pytest

from zhen_align.errors import GlossaryError
from zhen_align.glossary.rows import COLUMNS, parse, render
from zhen_align.glossary.store import read

HEADER = "\t".join(COLUMNS)


@pytest.mark.parametrize(
    "line",
    [
        "pump\t\t水泵\tpreferred",
        "pump\t\t水泵\tpreferred\t3",
        "pump\t\t水泵\tpreferred\t3\t0.50\tplant",
        "pump\t\t水泵\tpreferred\t\t\tplant\tthe usual word",
    ],
)
def test_trimmed_tabs_are_no_error(line: str) -> None:
    """A row without its empty last fields says the same, and stays as it was written."""
    table = parse(f"{HEADER}\n{line}\n", "g.tsv")
    whole = line + "\t" * (len(COLUMNS) - 1 - line.count("\t"))
    assert table.rows == parse(f"{HEADER}\n{whole}\n", "g.tsv").rows
    assert render(table) == f"{HEADER}\n{line}\n"


@pytest.mark.parametrize(
    "line",
    [
        "pump\t水泵\tpreferred",  # a tab is lost before the status
        "pump\t\t水泵\tpreferred\tplant\tthe usual word",  # and here before the domain
        "pump\t\t水泵",
        "pump\t\t水泵\tpreferred\t\t",  # what is trimmed leaves no tab at the end
    ],
)
def test_a_tab_lost_inside_is_an_error(line: str) -> None:
    """Where a field has slipped into another column the line is named."""
    with pytest.raises(GlossaryError, match=r"g\.tsv:2: "):
        parse(f"{HEADER}\n{line}\n", "g.tsv")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused(tmp_path: Path) -> None:
    """A glossary that is a pipe would be waited for without end."""
    os.mkfifo(tmp_path / "g.tsv")
    with pytest.raises(GlossaryError, match="it is no file"):
        read(tmp_path / "g.tsv")
