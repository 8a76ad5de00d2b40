"""The progress bar: on a terminal, after a second, and nowhere else."""

import os
import pty
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest

from zhen_align.cli.progress import Progress


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, TextIO]]:
    """Return the two ends of a terminal: the one that sees, and the one that is drawn on."""
    monkeypatch.setattr("zhen_align.cli.progress.PATIENCE", 0.05)
    monkeypatch.setenv("TERM", "xterm")
    ours, theirs = pty.openpty()
    os.set_blocking(ours, False)
    with os.fdopen(theirs, "w") as stream:
        yield ours, stream
    os.close(ours)


def _drawn(end: int) -> str:
    try:
        return os.read(end, 100_000).decode()
    except BlockingIOError:
        return ""


def _wait(end: int) -> str:
    drawn = ""
    deadline = time.monotonic() + 10
    while "reading" not in drawn and time.monotonic() < deadline:
        time.sleep(0.05)
        drawn += _drawn(end)
    return drawn


def test_a_bar_appears_when_it_takes_long(
    terminal: tuple[int, TextIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its label and how much is done."""
    end, stream = terminal
    monkeypatch.setattr(sys, "stderr", stream)
    with Progress("reading", quiet=False) as progress:
        progress.start(7)
        progress.advance()
        drawn = _wait(end)
        progress.advance()
    assert "reading" in drawn
    assert "1/7" in drawn


def test_no_bar_when_it_is_quick_or_not_wanted(
    terminal: tuple[int, TextIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor where nothing was ever started."""
    end, stream = terminal
    monkeypatch.setattr(sys, "stderr", stream)
    with Progress("reading", quiet=True) as progress:
        progress.start(7)
        time.sleep(0.3)
    monkeypatch.setattr("zhen_align.cli.progress.PATIENCE", 30)
    with Progress("reading", quiet=False) as progress:
        progress.start(7)
    with Progress("reading", quiet=False):
        pass
    time.sleep(0.1)
    assert _drawn(end) == ""


def test_no_bar_into_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A log is no place for drawings."""
    monkeypatch.setattr("zhen_align.cli.progress.PATIENCE", 0.01)
    with (tmp_path / "log").open("w", encoding="utf-8") as log:
        monkeypatch.setattr(sys, "stderr", log)
        with Progress("reading", quiet=False) as progress:
            progress.start(7)
            time.sleep(0.2)
    assert (tmp_path / "log").read_bytes() == b""
