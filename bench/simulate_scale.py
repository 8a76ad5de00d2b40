"""Say what millions of abstracts would take on some workers, from what fewer take here.

Question: where does the bottleneck move? A model of few lines. With `--jobs` all processes
align and read, and draft terms; the rest of each part is done by one. With a scheduler a
worker makes whole parts, and the machine that asks does what is left: it lists the texts,
puts the parts' candidates together, writes the glossary and what is looked up.

The model knows what a build in one process has spent where, and what it takes to begin;
`--check` holds it against real builds with 1, 2 and 4 processes, and as many workers.

    python bench/simulate_scale.py [--documents N] [--millions 10]
    python bench/simulate_scale.py --check [--documents N]
"""

import argparse
import contextlib
import heapq
import json
import os
import pickle
import shutil
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import abstracts
from bench_scale import run
from zhen_align.cli import outcome
from zhen_align.config import Config
from zhen_align.engine import collection, pool, session, tasks
from zhen_align.terms.parts import merged

FEW = 6
"""Texts of a build that does little but begin; as many parts as workers have some of them."""


class Stopwatch:
    """Where the time of this process goes: work within other work counts for itself alone."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.spent: dict[str, float] = {}
        self._inside = [0.0]

    def timed(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """Return the work, its time counted under a name."""

        def counted(*arguments: Any, **named: Any) -> Any:
            began = time.process_time()
            self._inside.append(0.0)
            try:
                return work(*arguments, **named)
            finally:
                took = time.process_time() - began
                self.spent[name] = self.spent.get(name, 0.0) + took - self._inside.pop()
                self._inside[-1] += took

        return counted


@dataclass(frozen=True, slots=True)
class Costs:
    """What a build of some documents takes, in seconds of a core and bytes."""

    documents: int
    spread: float
    """In all processes: to align and read, and to draft terms."""
    sent: float
    """To hand that to other processes, and its results back."""
    joined: float
    """In the process that makes a part: to count its terms and link them."""
    merged: float
    """Where the parts are put together: to add their candidates up."""
    last: float
    """There, too: to find the texts, to keep what is known of them, to write what is looked up."""
    pools: float
    """How often processes are started for that."""
    fork: float
    """To start one of them, and to let it end."""
    memory: float
    """There: bytes that a build in which nothing has changed holds at once."""
    cache: float
    """Bytes on disk."""
    size: float
    """Bytes of the texts."""


def with_jobs(costs: Costs, processes: int, cores: int) -> float:
    """Return the seconds of a build with `--jobs` that has begun."""
    spread = costs.spread
    if processes > 1:
        spread += costs.sent + costs.pools * costs.fork * processes
    return spread / min(processes, cores) + costs.joined + costs.merged + costs.last


def on_workers(costs: Costs, parts: Sequence[float], workers: int, cores: int) -> float:
    """Return the seconds that workers take for parts, each of so many documents."""
    each = (costs.spread + costs.joined) / costs.documents
    free = [0.0] * workers
    for documents in parts:
        heapq.heappush(free, heapq.heappop(free) + documents * each)
    return max(max(free), sum(free) / cores)


def measured(folder: Path, part: int) -> Costs:
    """Build in this process, as if in two; return what went where."""
    config = Config(root=folder, cache=False)
    watch = Stopwatch()
    pools = [0]

    def seen(real: Callable[..., Any], *, whole: bool) -> Callable[..., Any]:
        def here(work: Any, several: Sequence[Any], jobs: int = 0, **more: Any) -> Iterator[Any]:
            if jobs == 1:  # would be done here anyway
                yield from real(work, several, jobs, **more)
                return
            pools[0] += len(several) > 1
            made = real(watch.timed("spread", work), several, 1, **more)
            for number, result in enumerate(made):
                given = several[number] if whole else number  # who is forked has the rest
                watch.timed("sent", _through_a_pipe)(given, result)
                yield result

        return here

    planned, _ = tasks.plan(["corpus"], config)
    patches = (
        mock.patch.object(collection, "PART", part),
        mock.patch.object(pool, "run", seen(pool.run, whole=True)),
        mock.patch.object(pool, "spread", seen(pool.spread, whole=False)),
        mock.patch.object(session, "aligned", watch.timed("joined", session.aligned)),
        mock.patch.object(collection, "_made", watch.timed("joined", collection._made)),
        mock.patch.object(collection, "merged", watch.timed("merged", merged)),
    )
    _build("few", "--no-cache")  # loads what is loaded once
    with contextlib.ExitStack() as stack:
        for patch in patches:
            stack.enter_context(patch)
        watch.timed("last", _build)("corpus", "--jobs", "2")
        spent, started = dict(watch.spent), pools[0]
        tracemalloc.start()
        _build("corpus", "--jobs", "2")
        memory = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    cache = sum(each.stat().st_size for each in (folder / ".zhen").rglob("*") if each.is_file())
    sizes = {"memory": memory, "cache": cache, "size": _size(planned)}
    return Costs(documents=len(planned), pools=started, fork=_fork(), **spent, **sizes)


def _fork() -> float:
    """Return the seconds of a core to fork this process, as it is, and to end what was forked."""
    began = sum(os.times()[:4])
    for _ in range(10):
        list(pool.run(abs, [1, 1, 1, 1], 2))
    return (sum(os.times()[:4]) - began) / 20


def _build(*arguments: str) -> None:
    assert outcome.run(["build", *arguments, "--quiet"]) == outcome.FINE


def _through_a_pipe(*values: object) -> None:
    for value in values:
        pickle.loads(pickle.dumps(value))


def _size(planned: Sequence[tasks.Task]) -> int:
    return sum(map(session.size, planned))


@contextlib.contextmanager
def project(documents: int) -> Iterator[tuple[Path, list[tasks.Task]]]:
    """Give a folder with some texts, and what there is to do."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.chdir(folder)
        abstracts.write(folder / "corpus", range(documents))
        abstracts.write(folder / "few", range(FEW))
        (folder / "zhen-align.toml").touch()
        yield folder, tasks.plan(["corpus"], Config(root=folder, cache=False))[0]


def check(documents: int) -> None:
    """Print what the model says beside what builds take, in 8 parts."""
    with project(documents) as (folder, planned):
        part = -(-_size(planned) // 8)
        parts = [float(len(each)) for each in collection.shared(planned, part)]
        costs = measured(folder, part)
        _say(documents=documents, parts=len(parts), **_each(costs))
        for count in (1, 2, 4):
            for option, where in (("--jobs", f"{count}"), ("--scheduler", f"local:{count}")):
                shutil.rmtree(folder / ".zhen")
                begin = run(folder, "build", "few", "--no-cache", option, where, part=1)
                real = run(folder, "build", "corpus", option, where, part=part)
                if option == "--jobs":
                    work = with_jobs(costs, count, pool.cores())
                    whole = with_jobs(costs, count, 1)
                else:
                    work = on_workers(costs, parts, count, pool.cores())
                    work += costs.merged + costs.last
                    whole = with_jobs(costs, 1, 1)
                more = 1 - FEW / documents
                told = begin.seconds + work * more
                cpu = begin.cpu + whole * more
                _say(where=f"{option} {where}", real_s=real.seconds, model_s=round(told, 1),
                     model_of_real=round(told / real.seconds, 2), begin_s=begin.seconds,
                     real_cpu_s=real.cpu, model_cpu_s=round(cpu, 1))  # fmt: skip


def foretell(documents: int, millions: float) -> None:
    """Print what the model says of millions, from two parts of some documents."""
    with project(documents) as (folder, planned):
        costs = measured(folder, -(-_size(planned) // 2))
    _say(documents=documents, **_each(costs))
    many = int(millions * 1e6)
    times, parts = many / documents, 1
    while times * costs.size > parts * collection.PART:
        parts *= 2
    _say(millions=millions, core_hours=_hours(times * (costs.spread + costs.joined)),
         gigabytes_where_asked=_gigabytes(times * costs.memory), parts=parts,
         cache_gigabytes=_gigabytes(times * costs.cache),
         texts_gigabytes=_gigabytes(times * costs.size))  # fmt: skip
    together, last = times * costs.merged, times * costs.last
    for workers in (4, 16, 64):
        made = on_workers(costs, [many / parts] * parts, workers, workers)
        _say(workers=workers, hours=_hours(made + together + last), on_workers=_hours(made),
             putting_together=_hours(together), listing_and_looked_up=_hours(last))  # fmt: skip


def _each(costs: Costs) -> dict[str, float]:
    """Return the costs of one document: milliseconds and kilobytes."""
    times = ("spread", "sent", "joined", "merged", "last")
    each = {f"{name}_ms": 1000 * getattr(costs, name) / costs.documents for name in times}
    each |= {f"{name}_kb": getattr(costs, name) / 1000 / costs.documents
             for name in ("memory", "cache", "size")}  # fmt: skip
    return {name: round(value, 2) for name, value in each.items()}


def _hours(seconds: float) -> float:
    return round(seconds / 3600, 1)


def _gigabytes(size: float) -> float:
    return round(size / 1e9, 1)


def _say(**figures: object) -> None:
    print(json.dumps({"bench": "simulate", **figures}), flush=True)


def main() -> None:
    """Print what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int)
    parser.add_argument("--millions", type=float, default=10)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    if asked.check:
        check(asked.documents or 320)
    else:
        foretell(asked.documents or 1000, asked.millions)


if __name__ == "__main__":
    main()
