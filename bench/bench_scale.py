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
import contextlib
import hashlib
import json
import os
import random
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
    """Kill a worker of a build, each time at a random moment; compare the glossaries."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        abstracts.write(folder / "corpus", range(documents))
        (folder / "zhen-align.toml").touch()
        glossary = folder / "glossary" / "glossary.tsv"
        part = documents * 700  # two parts or four
        command = ("build", "corpus", "--no-cache")
        run(folder, *command, *WHERE["one"], part=part)
        expected = glossary.read_bytes()
        for where in ("two", "dask"):
            whole = run(folder, *command, *WHERE[where], part=part).seconds
            builds = hit = same = 0
            while hit < times:
                glossary.unlink()
                began = time.perf_counter()
                process = start(folder, *command, *WHERE[where], part=part)
                hit += _hit(process, dice.uniform(0.1, 0.9) * whole, dice)
                finished(process, began)
                builds += 1
                same += glossary.read_bytes() == expected
            say(f"worker killed, {where}", builds=builds, killed=hit, same_bytes=same)


def _hit(process: "subprocess.Popen[bytes]", after: float, dice: random.Random) -> bool:
    """Kill one of a process's workers after some seconds, or as soon as there is one."""
    time.sleep(after)
    while not _is_over(process.pid):
        if workers := [pid for pid in _children(process.pid) if _is_worker(pid)]:
            os.kill(dice.choice(workers), signal.SIGKILL)
            return True
        time.sleep(0.005)
    return False


def _is_over(process: int) -> bool:
    """Whether a process that nobody has waited for has ended."""
    status = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    return status.rpartition(")")[2].split()[0] == "Z"


def _is_worker(process: int) -> bool:
    """Whether a process is alive, and none that only looks after the others."""
    try:
        command = Path(f"/proc/{process}/cmdline").read_bytes()
        return not _is_over(process) and b"resource_tracker" not in command
    except OSError:
        return False


def _children(parent: int) -> list[int]:
    """Return the processes that a process has started, from whichever of its threads."""
    found: list[int] = []
    with contextlib.suppress(OSError):
        for thread in os.listdir(f"/proc/{parent}/task"):
            text = Path(f"/proc/{parent}/task/{thread}/children").read_text(encoding="ascii")
            found += map(int, text.split())
    return found


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
