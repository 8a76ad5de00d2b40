"""Time `lint` as whole processes: cold, with nothing new, judged anew, and after an edit.

Question: how many MB of bilingual text does it judge in a second of processor time, once the
texts are aligned? `first look` has the alignments and knows nothing of terms; `anew` asks for
other settings, so that every rule runs again on what is kept of alignments and renderings;
`edited` changes a line of one file. The texts are the longest page of `../shared/seeds` and the
textbook of `../shared/data`. Not a pass/fail test.

    python bench/bench_lint_speed.py [--runs N]
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
LINT = [sys.executable, "-m", "zhen_align", "lint", ".", "--exit-zero", "--quiet", "-o", os.devnull]
FRESH = ("text-damaged", "mixed-script", "abbr-conflict", "sentence-moved", "unit-mismatch")
Timed = tuple[float, float]  # by the clock, and of the processor


def timed(folder: Path, *more: str) -> Timed:
    """Return how long one run takes."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([*LINT, "--jobs", "1", *more], cwd=folder, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, spent


def edit(folder: Path, run: int) -> None:
    """Add a word to the first line of one text that has Chinese in it."""
    texts = sorted(p for p in folder.iterdir() if p.suffix in (".md", ".txt"))
    chosen = next((p for p in texts if ".zh." in p.name), texts[0])
    said = chosen.read_text(encoding="utf-8")
    chosen.write_text(f"# {run}\n\n{said}", encoding="utf-8")


def measured(name: str, texts: list[Path], runs: int) -> None:
    """Print a line for each way to run over some texts."""
    size = sum(path.stat().st_size for path in texts)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "zhen-align.toml").write_text("", encoding="utf-8")
        for path in texts:
            shutil.copy(path, folder)

        def cold(_: int) -> Timed:
            shutil.rmtree(folder / ".zhen", ignore_errors=True)
            return timed(folder)

        def first_look(_: int) -> Timed:
            shutil.rmtree(folder / ".zhen", ignore_errors=True)
            timed(folder, "--ignore", "term-inconsistent,term-collision")
            return timed(folder)

        def edited(run: int) -> Timed:
            edit(folder, run)
            return timed(folder)

        ways: dict[str, Callable[[int], Timed]] = {
            "cold": cold,
            "first look": first_look,
            "unchanged": lambda _: timed(folder),
            "anew": lambda run: timed(folder, "--ignore", FRESH[run % len(FRESH)]),
            "edited": edited,
        }
        for way, once in ways.items():
            times = [
                once(run)
                for run in range(1 if way in ("cold", "first look") else min(runs, len(FRESH)))
            ]
            spent = median(cpu for _, cpu in times)
            print(
                json.dumps(
                    {
                        "bench": f"lint {way}", "texts": name, "kB": round(size / 1000),
                        "seconds": round(median(clock for clock, _ in times), 2),
                        "processor": round(spent, 2), "mb_s": round(size / spent / 1e6, 3),
                    }
                )
            )  # fmt: skip


def main() -> None:
    """Print the times of a long page, and of a set of texts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    pages = [*(SHARED / "seeds").glob("*.txt")]
    if not pages:
        print("../shared is not here: nothing to time")
        return
    measured("survey", [max(pages, key=lambda path: path.stat().st_size)], args.runs)
    measured("textbook", sorted((SHARED / "data" / "d2l" / "raw").glob("*.md")), args.runs)


if __name__ == "__main__":
    main()
