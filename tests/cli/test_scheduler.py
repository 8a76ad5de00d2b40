"""`--scheduler`: the bytes that one process makes, made by Dask workers."""

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Zhen

SIZES = (3, 5, 8, 2, 6)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Return a folder of small bilingual texts that share some terms."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number, size in enumerate(SIZES):
        lines = [
            f"The soil moisture sensor sends {n + number} readings a day.\n\n"
            f"土壤湿度传感器每天发送{n + number}个读数。\n"
            for n in range(size)
        ]
        (folder / f"{number}.md").write_text("\n".join(lines), encoding="utf-8")
    return folder


def _run(folder: Path, *arguments: str) -> bytes:
    command = [sys.executable, "-m", "zhen_align", *arguments, "--no-cache", "--quiet"]
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.mark.parametrize(
    "command",
    [
        ["align"],
        ["lint", "--format", "json"],
        ["build"],
        ["compare", "--format", "json"],
    ],
)
def test_the_same_bytes(texts: Path, command: list[str]) -> None:
    """From one process, from two, and from two Dask workers."""
    made = []
    for where in (["--jobs", "1"], ["--jobs", "2"], ["--scheduler", "local:2"]):
        glossary = texts.parent / "g.tsv"
        written = ["--glossary", str(glossary)] if command == ["build"] else []
        printed = _run(texts, *command, ".", *written, *where)
        made.append(glossary.read_bytes() if written else printed)
        glossary.unlink(missing_ok=True)
    assert made[0].strip()
    assert made[1:] == made[:1] * 2


def test_a_wrong_scheduler_is_a_wrong_usage(texts: Path) -> None:
    """Said in one line, with what it may look like."""
    command = [sys.executable, "-m", "zhen_align", "align", ".", "--scheduler", "remote"]
    done = subprocess.run(command, cwd=texts, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stderr.strip().endswith("write tcp://HOST:PORT, or local:N for N processes here")
    assert "Traceback" not in done.stderr


def test_a_wrong_scheduler_is_wrong_though_nothing_is_left_to_do(
    garden: Path, zhen: "Zhen"
) -> None:
    """Where the cache has everything, too."""
    assert zhen("align", "-q").code == 0
    ran = zhen("align", "-q", "--scheduler", "remote")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "error: 'remote' is no scheduler; write tcp://HOST:PORT, or local:N for N processes here\n"
    )
