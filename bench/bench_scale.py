"""Build generated abstract pairs: in one process, two, and on Dask; growing; with killed workers.

Questions: what do a second core and a scheduler bring, beside two processes that know nothing
of each other? What do more documents cost, in time and memory, and what one that changed? Are
the bytes the same when processes are killed?

    python bench/bench_scale.py [--documents N]
    python bench/bench_scale.py --growth [--base N] [--part BYTES] [--page docs/growth.md]
    python bench/bench_scale.py --kills 10 [--documents N]

`--part` makes the parts of a collection smaller than they are, so that a small collection
has as many as a large one.
"""

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import abstracts
from growth_page import page

WHERE = {"one": ("--jobs", "1"), "two": ("--jobs", "2"), "dask": ("--scheduler", "local:2")}
TIMES = (1, 4, 16, 64)
_START = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from zhen_align.engine import collection; part, *sys.argv[1:] = sys.argv[1:];"
    "collection.PART = int(part) or collection.PART;"
    "from zhen_align.__main__ import main; sys.exit(main())"
)


class Ran(NamedTuple):
    """What a command took: on the clock, of the processors, of memory in its largest process."""

    seconds: float
    cpu: float
    megabytes: int
    digest: str = ""


def start(folder: Path, *arguments: str, part: int = 0) -> "subprocess.Popen[bytes]":
    """Start a command in a folder."""
    command = [sys.executable, "-c", _START, str(part), *arguments, "--quiet"]
    return subprocess.Popen(command, cwd=folder, stdout=-1, stderr=subprocess.DEVNULL)


def finished(process: "subprocess.Popen[bytes]", began: float) -> Ran:
    """Wait for a command."""
    assert process.stdout is not None
    digest = hashlib.blake2b(process.stdout.read(), digest_size=6).hexdigest()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, process.args
    cpu = used.ru_utime + used.ru_stime
    seconds = time.perf_counter() - began
    return Ran(round(seconds, 2), round(cpu, 2), used.ru_maxrss // 1024, digest)


def run(folder: Path, *arguments: str, part: int = 0) -> Ran:
    """Run a command in a folder."""
    return finished(start(folder, *arguments, part=part), time.perf_counter())


def say(case: str, **figures: object) -> None:
    """Print a line of figures."""
    print(json.dumps({"bench": "scale", "case": case, **figures}), flush=True)


def workers(documents: int) -> None:
    """Compare one process, two, two Dask workers, and two that know nothing of each other."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        abstracts.write(folder / "corpus", range(documents))
        made = {where: run(folder, "align", "corpus", "--no-cache", *how)
                for where, how in WHERE.items()}  # fmt: skip
        halves = []
        for half in (0, 1):
            abstracts.write(folder / f"half{half}" / "corpus", range(half, documents, 2))
        began = time.perf_counter()
        for half in (0, 1):
            process = start(folder / f"half{half}", "align", "corpus", "--no-cache", *WHERE["one"])
            halves.append(process)
        apart = max(_drained(process, began) for process in halves)
    for where, ran in made.items():
        faster = made["one"].seconds / ran.seconds
        say(f"align {documents}, {where}", seconds=ran.seconds, cpu_s=ran.cpu,
            times_as_fast=round(faster, 2), of_two_apart=round(apart / ran.seconds, 2),
            same_bytes=ran.digest == made["one"].digest)  # fmt: skip
    say("two apart", seconds=round(apart, 2), times_as_fast=round(made["one"].seconds / apart, 2))


def _drained(process: "subprocess.Popen[bytes]", began: float) -> float:
    process.communicate()
    return time.perf_counter() - began


def growth(base: int, part: int) -> list[dict[str, float]]:
    """Build collections of growing size: from nothing, unchanged, with one document changed."""
    rows: list[dict[str, float]] = []
    for size in (base * times for times in TIMES):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            abstracts.write(folder / "corpus", range(size))
            (folder / "zhen-align.toml").touch()
            cold, warm = (run(folder, "build", "corpus", part=part) for _ in range(2))
            path = folder / "corpus" / "0000" / "000000.zh.md"
            path.write_text(path.read_text("utf-8") + "\n最后一句。\n", encoding="utf-8")
            one = run(folder, "build", "corpus", part=part)
        rows.append({"documents": size, "cold_s": cold.seconds, "cold_cpu_s": cold.cpu,
                     "warm_cpu_s": warm.cpu, "one_changed_cpu_s": one.cpu,
                     "one_changed_share": round(one.cpu / cold.cpu, 3),
                     "megabytes": cold.megabytes})  # fmt: skip
        say(f"build {size}", **rows[-1])
    return rows


def kills(times: int, documents: int, dice: random.Random) -> None:
    """Kill a process of a build at random moments; compare the glossary with an undisturbed one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        abstracts.write(folder / "corpus", range(documents))
        (folder / "zhen-align.toml").touch()
        glossary = folder / "glossary" / "glossary.tsv"
        part = 300_000
        whole = run(folder, "build", "corpus", "--no-cache", "--jobs", "2", part=part)
        expected, same, killed = glossary.read_bytes(), 0, 0
        for _ in range(times):
            shutil.rmtree(folder / "glossary")
            began = time.perf_counter()
            process = start(folder, "build", "corpus", "--no-cache", "--jobs", "2", part=part)
            time.sleep(dice.uniform(0.2, 0.9) * whole.seconds)
            children = _children(process.pid)
            if children:
                os.kill(dice.choice(children), signal.SIGKILL)
                killed += 1
            finished(process, began)
            same += glossary.read_bytes() == expected
    say("worker killed", builds=times, killed=killed, same_bytes=same)


def _children(parent: int) -> list[int]:
    """Return the processes that a process has started."""
    try:
        text = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(number) for number in text.split()]


def main() -> None:
    """Print what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--base", type=int, default=25)
    parser.add_argument("--part", type=int, default=0)
    parser.add_argument("--page", type=Path)
    parser.add_argument("--kills", type=int, default=0)
    asked = parser.parse_args()
    if asked.kills:
        kills(asked.kills, asked.documents, random.Random(4))
    elif asked.growth:
        rows = growth(asked.base, asked.part)
        if asked.page:
            asked.page.write_text(page(rows, asked.part), encoding="utf-8")
    else:
        workers(asked.documents)


if __name__ == "__main__":
    main()
