"""Say what millions of abstracts would take on some workers, from what a few take here.

Question: where does the bottleneck move? A model of few lines. With `--jobs` documents are
aligned and read, and terms drafted, in all processes; the rest of each part is done by one.
With a scheduler a worker makes whole parts, and the machine that asks does what is left:
it lists the files, puts the parts' candidates together, writes the index of aligned pairs.
The model knows the costs from one process, and is held against real runs with 1, 2 and 4.

    python bench/simulate_scale.py [--documents N] [--millions 10]
"""

import argparse
import heapq
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import abstracts
from bench_scale import run
from zhen_align.config import Config
from zhen_align.engine import collection, index_pairs, session, tasks
from zhen_align.engine.pool import cores
from zhen_align.terms.extract import found
from zhen_align.terms.parts import merged
from zhen_align.terms.reading import read

KEPT = 4_000  # bytes of memory for each text, on the machine that asks


@dataclass(frozen=True, slots=True)
class Costs:
    """Seconds of a core: to begin, and of a document, what is done with it by whom."""

    begin: float
    spread: float
    """In all processes: to align and read it, and to draft its terms."""
    joined: float
    """In the process that makes its part: to count and link its terms."""
    merged: float
    """Where the parts are put together: to add its part's candidates up."""
    last: float
    """There, too: to find it, to keep what is known of it, to write its pairs to the index."""
    size: float
    """Bytes."""


def with_jobs(documents: int, processes: int, costs: Costs) -> dict[str, float]:
    """Return the seconds of a build with `--jobs`, and what of them is whose."""
    spread = documents * costs.spread / processes
    joined = documents * (costs.joined + costs.merged)
    return _said(costs.begin, spread, joined, documents * costs.last)


def on_workers(documents: int, workers: int, costs: Costs) -> dict[str, float]:
    """Return the same of a build whose parts are made by a scheduler's workers."""
    parts = 1
    while documents * costs.size > parts * collection.PART:
        parts *= 2
    free = [0.0] * workers
    for _ in range(parts):
        begun = heapq.heappop(free)
        heapq.heappush(free, begun + documents / parts * (costs.spread + costs.joined))
    return _said(costs.begin, max(free), documents * costs.merged, documents * costs.last)


def _said(begin: float, workers: float, together: float, last: float) -> dict[str, float]:
    return {"seconds": begin + workers + together + last, "in all processes": workers,
            "putting together": together, "listing and index": last}  # fmt: skip


def measured(folder: Path, documents: int) -> Costs:
    """Return what each stage takes of one process, and of what is made of a document."""
    spent: list[float] = []

    def timed(work: Callable[[Any], Any], several: Iterable[Any]) -> Iterator[Any]:
        began = time.process_time()
        made = [work(each) for each in several]
        spent.append(time.process_time() - began)
        return iter(made)

    begin = run(folder, "build", "one", "--jobs", "1").cpu
    began = time.process_time()
    planned, _ = tasks.plan(["corpus"], Config(root=folder, cache=False))
    listed = time.process_time() - began
    session.work(planned[0])  # loads what is loaded once
    aligned = [each for done in timed(session.work, planned) for each in done.alignments]
    read(aligned[0])
    readings = list(timed(read, aligned))
    list(found(readings[:2]))
    began, before = time.process_time(), sum(spent)
    candidates = found(readings, spread=timed)
    joined = time.process_time() - began - (sum(spent) - before)
    began = time.process_time()
    merged([candidates, candidates])
    added = (time.process_time() - began) / 2
    began = time.process_time()
    texts = [index_pairs.Text.of(each) for each in aligned]
    index_pairs.update(folder, texts, session.Unwatched(), whole=True)
    last = listed + time.process_time() - began
    size = sum(map(session.size, planned))
    each = [value / documents for value in (sum(spent), joined, added, last, size)]
    return Costs(begin, *each)


def main() -> None:
    """Print the model beside the real runs, then what it says of millions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--millions", type=float, default=10)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.chdir(folder)
        abstracts.write(folder / "corpus", range(asked.documents))
        abstracts.write(folder / "one", range(1))
        (folder / "zhen-align.toml").touch()
        costs = measured(folder, asked.documents)
        _say(documents=asked.documents, each_ms={
            name: round(1000 * getattr(costs, name), 3)
            for name in ("spread", "joined", "merged", "last")})  # fmt: skip
        for jobs in (1, 2, 4):
            shutil.rmtree(folder / ".zhen")
            real = run(folder, "build", "corpus", "--jobs", str(jobs))
            told = with_jobs(asked.documents, min(jobs, cores()), costs)["seconds"]
            _say(processes=jobs, real_s=real.seconds, real_cpu_s=real.cpu, model_s=round(told, 1))
    many = int(asked.millions * 1e6)
    for workers in (4, 16, 64):
        hours = {name: round(value / 3600, 1)
                 for name, value in on_workers(many, workers, costs).items()}  # fmt: skip
        hours["hours"] = hours.pop("seconds")
        _say(millions=asked.millions, workers=workers, gigabytes_where_asked=many * KEPT // 10**9,
             core_hours=round(many * (costs.spread + costs.joined) / 3600), **hours)  # fmt: skip


def _say(**figures: object) -> None:
    print(json.dumps({"bench": "simulate", **figures}), flush=True)


if __name__ == "__main__":
    main()
