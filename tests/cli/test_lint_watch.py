"""`zhen-align lint --watch` in a process of its own: changes are seen, mistakes waited over."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Zhen

# the robot walks on 50 legs
EN, ZH = "The old robot walks on 50 legs.\n", "旧的机器人用{}条腿走路。\n"
WAIT = 120  # seconds; for machines that are busy


class Watching:
    """A run under way and all that it has said."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        """Start it."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "zhen_align", "lint", "--watch", *arguments],
            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env=os.environ | {"GITHUB_ACTIONS": "", "NO_COLOR": "1"},
        )  # fmt: skip
        self.said = ""
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line.decode("utf-8")

    def until(self, said: Callable[[str], bool]) -> None:
        """Wait for something to be said."""
        end = time.monotonic() + WAIT
        while not said(self.said):
            assert time.monotonic() < end, self.said
            assert self.process.poll() is None, self.said
            time.sleep(0.05)

    def looks(self, number: int) -> None:
        """Wait for the end of the look of that number."""
        self.until(lambda said: said.count("Ctrl-C ends it") >= number)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Watching]]:
    """Return what starts watching a pair with a wrong number; whatever runs is ended."""
    (tmp_path / "a.en.md").write_text(EN, "utf-8")
    (tmp_path / "a.zh.md").write_text(ZH.format(60), "utf-8")
    started: list[Watching] = []

    def begin(*arguments: str) -> Watching:
        started.append(Watching(tmp_path, *arguments))
        return started[-1]

    yield begin
    for each in started:
        each.process.kill()
        each.process.wait()
        each.reader.join()
        if each.process.stdout is not None:
            each.process.stdout.close()


def _interrupt(run: Watching) -> int:
    run.process.send_signal(signal.SIGINT)
    code = run.process.wait(WAIT)
    run.reader.join()
    return code


def test_changes_are_seen(start: Callable[..., Watching], tmp_path: Path) -> None:
    """A text that is mended, a new pair, a glossary that appears; Ctrl-C ends it as ever."""
    run = start(".")
    run.looks(1)
    assert "50 has become 60" in run.said
    assert "watching 2 files; Ctrl-C" in run.said  # a glossary that is not there is none
    (tmp_path / "a.zh.md").write_text(ZH.format(50), "utf-8")
    run.looks(2)
    assert "no findings; checked 2 files" in run.said
    (tmp_path / "b.md").write_text(EN + "\n" + ZH.format(70), "utf-8")
    run.looks(3)
    assert "50 has become 70" in run.said
    (tmp_path / "glossary").mkdir()
    row = "en\tabbr\tzh\tstatus\nrobot\t\t机器人\tpreferred\n"
    (tmp_path / "glossary" / "glossary.tsv").write_text(row, "utf-8")
    run.looks(4)
    assert "1 judged glossary row" in run.said
    assert _interrupt(run) == 130
    assert run.said.endswith("interrupted\n")
    assert "Traceback" not in run.said


def test_a_mistake_is_waited_over(start: Callable[..., Watching], tmp_path: Path) -> None:
    """A configuration that is half written is told; the next look is as if nothing had been."""
    file = tmp_path / "zhen-align.toml"
    file.write_text('paths = ["."]\n', "utf-8")
    run = start()
    run.looks(1)
    file.write_text("paths = [", "utf-8")
    run.looks(2)
    assert "error: " in run.said
    assert "is no TOML" in run.said
    file.write_text('paths = ["."]\n[rules]\nnumber-mismatch = "off"\n', "utf-8")
    run.looks(3)
    assert "no findings" in run.said
    assert _interrupt(run) == 130


WRONG = [
    (["-"], "standard input cannot be watched"),
    (["--diff"], "--watch and --diff do not go together"),
    (["--write-baseline", "b.json"], "--watch and --write-baseline do not go together"),
    (["--changed-since", "HEAD"], "--watch and --changed-since do not go together"),
    (["--rule", "no-such-rule"], "no-such-rule"),
    (["--strict-baseline"], "--strict-baseline has no baseline"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG, ids=[a[0] for a, _ in WRONG])
def test_a_wrong_command_line_ends_at_once(
    arguments: list[str], message: str, real_zhen: "Zhen", garden: Path
) -> None:
    """Nothing is waited for that no file can mend."""
    ran = real_zhen("lint", "--watch", *arguments, cwd=garden)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
