"""Align and build generated abstract pairs in one process, in two, and on two Dask workers;
print how much faster two are, whether the bytes agree, and how time and memory grow.

Questions: what do a second core and a scheduler bring? What does a larger collection cost?

python bench/bench_scale.py [--documents N] [--growth]
"""

import argparse
import hashlib
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import abstracts

WHERE = {"one": ("--jobs", "1"), "two": ("--jobs", "2"), "dask": ("--scheduler", "local:2")}


def run(folder: Path, *arguments: str) -> dict[str, Any]:
    """Run a command in a folder; return its seconds, what it printed and its memory."""
    command = [sys.executable, "-m", "zhen_align", *arguments, "--quiet"]
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return {
        "seconds": round(time.perf_counter() - start, 1),
        "bytes": hashlib.blake2b(done.stdout, digest_size=6).hexdigest(),
        "largest process, MB": peak,
    }


def workers(documents: int) -> None:
    """Compare one process, two, and two Dask workers, side by side."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        abstracts.write(folder / "corpus", range(documents))
        made = {where: run(folder, "align", "corpus", "--no-cache", *how)
                for where, how in WHERE.items()}  # fmt: skip
    for where, figures in made.items():
        faster = made["one"]["seconds"] / figures["seconds"]
        same = figures["bytes"] == made["one"]["bytes"]
        print(json.dumps({"bench": f"align {documents}", "where": where, **figures,
                          "times as fast": round(faster, 2), "same bytes": same}))  # fmt: skip


def growth(documents: int) -> None:
    """Build collections of growing size, cold, warm and with one document changed."""
    for size in (documents // 4, documents // 2, documents):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            abstracts.write(folder / "corpus", range(size))
            cold = run(folder, "build", "corpus")
            warm = run(folder, "build", "corpus")
            path = folder / "corpus" / "0000" / "000000.zh.md"
            path.write_text(path.read_text("utf-8") + "\n最后一句。\n", encoding="utf-8")
            one = run(folder, "build", "corpus")
        print(json.dumps({"bench": f"build {size}", "cold": cold["seconds"],
                          "warm": warm["seconds"], "one changed": one["seconds"],
                          "largest process, MB": cold["largest process, MB"]}))  # fmt: skip


def main() -> None:
    """Print what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--growth", action="store_true")
    asked = parser.parse_args()
    (growth if asked.growth else workers)(asked.documents)


if __name__ == "__main__":
    main()
