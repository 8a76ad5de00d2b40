"""Follow the pages: run every command of their `console` blocks, and compare what comes.

A block is a session: `$ ` begins a command, what follows is its output. A line `…` stands
for any lines, `…` in a line for any characters. All blocks of a page run in one folder with
a copy of the corpus, in their order.

    python docs/follow.py [--accept] [PAGE...]

With `--accept` the outputs in the pages are written anew, in the extent that they have.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "docs/tutorial.md")
NEEDED = ("corpus", "glossary", "Makefile", "pyproject.toml")
SERVERS = ("zhen-align review",)  # ended after their first line
ONLY_SHOWN = ("make test",)  # this is it
_BLOCK = re.compile(r"(?<=```console\n)(.*?)(?=```)", re.DOTALL)
_ANY = "…"


@dataclass(frozen=True, slots=True)
class Step:
    """A command of a page and the output shown for it, and where that stands in the page."""

    command: str
    shown: tuple[str, ...]
    start: int
    end: int


def steps(page: str) -> Iterator[Step]:
    """Yield the commands of a page in their order."""
    for block in _BLOCK.finditer(page):
        at = block.start()
        for part in re.split(r"(?m)^(?=\$ )", block[1]):
            command, _, output = part.partition("\n")
            if command:
                start = at + len(command) + 1
                yield Step(command[2:], tuple(output.splitlines()), start, at + len(part))
            at += len(part)


def fits(shown: tuple[str, ...], printed: list[str]) -> bool:
    """Say whether what was printed is what is shown."""
    pattern = ""
    for line in shown:
        any_lines = line.strip() == _ANY
        pattern += r"(?:.*\n)*" if any_lines else re.escape(line).replace(_ANY, ".*") + r"\n"
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


def renewed(shown: tuple[str, ...], printed: list[str]) -> list[str]:
    """Return what is printed now in the extent of what was shown."""
    gaps = [at for at, line in enumerate(shown) if line.strip() == _ANY]
    if not gaps:
        return printed
    after = len(shown) - gaps[-1] - 1
    head = printed[: gaps[0]]
    tail = printed[len(printed) - after :] if after else []
    return [_cut(a, b) for a, b in zip(shown, head, strict=False)] + [_ANY] + tail


def _cut(shown: str, printed: str) -> str:
    """End a line where the one shown ended."""
    return printed[: len(shown) - 1].rstrip() + _ANY if shown.endswith(_ANY) else printed


class Shell:
    """A folder with what the pages need, and the program on its PATH."""

    def __init__(self, folder: Path) -> None:
        """Copy what is needed there."""
        self.folder = self.here = folder / "project"
        self.folder.mkdir()
        for name in NEEDED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, self.folder / name)
        self.bin = folder / "bin"
        self.bin.mkdir()
        program = self.bin / "zhen-align"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m zhen_align "$@"\n', "utf-8")
        program.chmod(0o755)

    def run(self, command: str) -> list[str]:
        """Return the lines that a command prints, on either stream."""
        if command in ONLY_SHOWN:
            return []
        if command.startswith(SERVERS):
            return self._first_line(f"{command} --no-browser --port 0")
        if command == "make":  # all of it but the installation
            command = f"make --no-print-directory -o .venv/.installed BIN={self.bin}"
        done = subprocess.run(
            ["bash", "-c", f"{command}\ncode=$?; pwd > {self.bin}/here; exit $code"],
            cwd=self.here, env=self._environment(), stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, check=False, timeout=300,
        )  # fmt: skip
        self.here = Path((self.bin / "here").read_text("utf-8").strip())
        return done.stdout.decode("utf-8").splitlines()

    def _first_line(self, command: str) -> list[str]:
        with subprocess.Popen(
            ["bash", "-c", f"exec {command}"], cwd=self.here, env=self._environment(),
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        ) as server:  # fmt: skip
            assert server.stdout is not None
            try:
                line = server.stdout.readline().decode("utf-8")
            finally:
                server.terminate()
        return [re.sub(r":\d+/", ":8765/", line.rstrip("\n"))]

    def _environment(self) -> dict[str, str]:
        wanted = {"PATH": f"{self.bin}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100"}
        plain = {"NO_COLOR": "1", "GITHUB_ACTIONS": "", "PYTHONPATH": "", "LC_ALL": "C.UTF-8"}
        return os.environ | wanted | plain


def follow(name: str) -> Iterator[tuple[Step, list[str]]]:
    """Yield each step of a page and what it printed."""
    with tempfile.TemporaryDirectory() as folder:
        shell = Shell(Path(folder))
        for step in steps((ROOT / name).read_text(encoding="utf-8")):
            yield step, shell.run(step.command)


def accept(name: str) -> int:
    """Write the outputs of a page anew; return how many were others."""
    page = (ROOT / name).read_text(encoding="utf-8")
    others = [(s, printed) for s, printed in follow(name) if not fits(s.shown, printed)]
    for step, printed in reversed(others):
        lines = "".join(f"{line}\n" for line in renewed(step.shown, printed))
        page = page[: step.start] + lines + page[step.end :]
    (ROOT / name).write_text(page, encoding="utf-8")
    return len(others)


def main() -> None:
    """Follow the pages named, else all."""
    parser = argparse.ArgumentParser(description="Run what the pages show.")
    parser.add_argument("pages", nargs="*", default=PAGES)
    parser.add_argument("--accept", action="store_true", help="write the outputs anew")
    given = parser.parse_args()
    wrong = 0
    for name in given.pages:
        if given.accept:
            print(f"{name}: {accept(name)} outputs written anew")
            continue
        for step, printed in follow(name):
            if not fits(step.shown, printed):
                wrong += 1
                print(f"{name}: $ {step.command}", *printed, sep="\n")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
