"""The command, in this process or in one of its own, and a small corpus to run it on."""

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from zhen_align.cli.outcome import run

# one paragraph a language, in turn: a gardening robot
GARDEN = """# The watering robot

# 浇水机器人

A watering robot carries 12 litres of water and visits 40 plants a day.

一台浇水机器人携带12升水，每天照看40株植物。

Soil moisture (SM) is measured with a probe before each visit.

每次照看之前，用探针测量土壤湿度（Soil Moisture, SM）。

When soil moisture is low, the pump opens for 3 seconds.

土壤湿度低时，水泵开启3秒。

The path planner decides which plant comes next.

路径规划器决定接下来照看哪株植物。

A path planner that ignores soil moisture wastes water.

忽视土壤湿度的路径规划器会浪费水。
"""


@dataclass(frozen=True)
class Ran:
    """How a run ended and what it said."""

    code: int
    out: str
    err: str


Zhen = Callable[..., Ran]


@pytest.fixture
def zhen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Zhen:
    """Return the command, run in this process: arguments in, exit code and streams out."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)

    def start(*arguments: str | Path, stdin: bytes = b"", cwd: Path = tmp_path) -> Ran:
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        with contextlib.chdir(cwd), redirect_stdout(out), redirect_stderr(err):
            code = run([str(argument) for argument in arguments])
        return Ran(code, *(_written(stream) for stream in (out, err)))

    return start


@pytest.fixture
def real_zhen(tmp_path: Path) -> Zhen:
    """Return the command in a process of its own, as a shell starts it."""

    def start(*arguments: str | Path, stdin: bytes = b"", cwd: Path = tmp_path) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "zhen_align", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env=os.environ | {"COLUMNS": "100", "GITHUB_ACTIONS": ""},
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return start


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    """Return a folder with `corpus/garden.md`."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "garden.md").write_text(GARDEN, encoding="utf-8")
    return tmp_path
