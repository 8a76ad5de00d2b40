"""Time the start of the program against an empty Typer program with as many commands.

Question: does `zhen-align --help` cost more than half as much again as Typer alone? Runs
alternate, so that whatever else the machine does hits both alike; the median of the
pairs' ratios is the figure. Prints one JSON line a case. Not a pass/fail test.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from zhen_align.cli.app import COMMANDS

PAIRS = 30
CASES: dict[str, list[str]] = {"help": ["--help"], "version": ["--version"]}


def empty_program(names: Sequence[str]) -> str:
    """Return a Typer program whose commands of these names do nothing."""
    commands = "".join(
        f'@app.command("{name}")\ndef command_{number}() -> None:\n    """Do nothing."""\n'
        for number, name in enumerate(names)
    )
    return (
        "import typer\napp = typer.Typer(rich_markup_mode=None)\n"
        f"{commands}if __name__ == '__main__':\n    app()\n"
    )


def seconds(command: Sequence[str]) -> float:
    """Return the wall time of one run."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def compare(ours: Sequence[str], theirs: Sequence[str], pairs: int = PAIRS) -> dict[str, float]:
    """Return the medians of both and of the ratio, over alternating runs."""
    for command in (ours, theirs):
        seconds(command)  # byte code and disk cache are not the question
    runs = [(seconds(ours), seconds(theirs)) for _ in range(pairs)]
    return {
        "ours_s": round(statistics.median(mine for mine, _ in runs), 4),
        "empty_s": round(statistics.median(other for _, other in runs), 4),
        "ratio": round(statistics.median(mine / other for mine, other in runs), 3),
    }


def main() -> None:
    """Print one line a case."""
    command = Path(sys.executable).with_name("zhen-align")
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text(empty_program(list(COMMANDS)), encoding="utf-8")
        for name, arguments in CASES.items():
            figures = compare([str(command), *arguments], [sys.executable, str(empty), "--help"])
            about = {"bench": "startup", "case": name, "pairs": PAIRS, "cores": os.cpu_count()}
            print(json.dumps(about | figures), flush=True)


if __name__ == "__main__":
    main()
