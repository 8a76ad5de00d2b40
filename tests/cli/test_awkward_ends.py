"""Where results cannot go, and what cannot be asked: a line and exit 2, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "The pump opens.\n\n水泵开启。\n"
RUN = [sys.executable, "-m", "zhen_align"]


def shell(line: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of shell; `zhen` stands for the program."""
    line = line.replace("zhen ", f"{sys.executable} -m zhen_align ")
    return subprocess.run(["sh", "-c", line], cwd=cwd, capture_output=True, text=True, check=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", ["align", "lint --format json"])
def test_a_full_disk_behind_standard_output(command: str, tmp_path: Path) -> None:
    """It is no bug of ours, and one line says so."""
    (tmp_path / "x.md").write_text(TEXT, encoding="utf-8")
    done = shell(f"zhen {command} -q x.md > /dev/full", tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("error: standard output: cannot be written: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", ["align", "lint", "lint -q --format json", "lint --watch"])
def test_a_closed_standard_output(command: str, tmp_path: Path) -> None:
    """The same where there is none at all."""
    (tmp_path / "x.md").write_text(TEXT, encoding="utf-8")
    done = shell(f"zhen {command} x.md >&-", tmp_path)
    assert done.returncode == 2
    assert done.stderr == ("error: standard output is closed; open it, or name a file with -o\n")
    assert shell("zhen lint -q -o y.txt x.md >&-", tmp_path).returncode == 0


def test_other_streams_that_are_closed(tmp_path: Path) -> None:
    """Nothing is read, and nothing is said to nobody or among the results."""
    (tmp_path / "x.md").write_text(TEXT, encoding="utf-8")
    done = shell("zhen lint - <&-", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: -: no text in it; ")
    done = shell("zhen lint no.md 2>&-", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize("term", ["", "   "])
def test_looking_up_nothing(term: str, tmp_path: Path) -> None:
    """An empty term is a slip, not a question."""
    done = subprocess.run([*RUN, "lookup", term], cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: a term is empty; ")


def test_init_where_a_file_has_the_folders_name(tmp_path: Path) -> None:
    """What init cannot make is named."""
    (tmp_path / ".github").write_text("a file", encoding="utf-8")
    done = subprocess.run(
        [*RUN, "init"], cwd=tmp_path, capture_output=True, text=True, env={**os.environ}
    )
    assert done.returncode == 2
    assert "its folder cannot be made" in done.stderr
    assert "Traceback" not in done.stderr
