"""Run benchmarks on two revisions in turn, so that both meet the same machine, and compare.

    python bench/compare_revisions.py BASE [--times N] [--only PART-OF-NAME ...]

The base is unpacked into a folder of its own; both sides run this revision's benchmarks with
their own sources. Prints one JSON line for each figure that is a number: the base's median,
ours, and their ratio. A benchmark that the base cannot run is said and left out.
"""

import argparse
import io
import json
import os
import statistics
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
USUAL = ("bench_accuracy", "bench_merge")
Figures = dict[tuple[str, str], float]


def unpacked(revision: str, folder: Path) -> Path:
    """Unpack the sources of a revision; return them."""
    command = ["git", "archive", revision, "src"]
    packed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    return folder / "src"


def figures(script: Path, sources: Path) -> Figures:
    """Run a benchmark with some sources; return its numbers by case and name."""
    environment = {**os.environ, "PYTHONPATH": str(sources)}
    asked = ["--json"] if '"--json"' in script.read_text(encoding="utf-8") else []
    command = [sys.executable, str(script), *asked]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no word"])[-1]
        raise RuntimeError(f"{script.stem}: {last}")
    found: Figures = {}
    for line in done.stdout.splitlines():
        if line.startswith("{") and line.endswith("}"):
            said = json.loads(line)
            case = " ".join(value for value in said.values() if isinstance(value, str))
            found.update({(case, name): value for name, value in _numbers(said)})
    return found


def _numbers(said: dict[str, object], before: str = "") -> Iterator[tuple[str, float]]:
    for name, value in said.items():
        if isinstance(value, dict):
            yield from _numbers(value, f"{before}{name} ")
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield before + name, value


def compare(script: Path, base: Path, times: int) -> None:
    """Print the figures of a benchmark on both sides."""
    runs: dict[Path, list[Figures]] = {base: [], ROOT / "src": []}
    for _ in range(times):
        for sources, seen in runs.items():
            seen.append(figures(script, sources))
    theirs, ours = runs.values()
    for case, name in theirs[0]:
        both = [[each[case, name] for each in side if (case, name) in each]
                for side in (theirs, ours)]  # fmt: skip
        if both[1]:
            old, new = map(statistics.median, both)
            ratio = round(new / old, 3) if old else None
            print(json.dumps({"bench": script.stem, "case": case, "figure": name,
                              "base": old, "now": new, "ratio": ratio}), flush=True)  # fmt: skip


def main() -> None:
    """Compare what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base")
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--only", nargs="+", default=USUAL)
    asked = parser.parse_args()
    scripts = sorted(
        script
        for script in (ROOT / "bench").glob("bench_*.py")
        if any(name in script.stem for name in asked.only)
    )
    with tempfile.TemporaryDirectory() as name:
        base = unpacked(asked.base, Path(name))
        for script in scripts:
            try:
                compare(script, base, asked.times)
            except RuntimeError as error:
                print(json.dumps({"bench": script.stem, "left out": str(error)}), flush=True)


if __name__ == "__main__":
    main()
