"""Say what millions of abstracts would take on some workers, from what a few take here.

Question: where does the bottleneck move? A model of few lines: the machine that asks lists
the files, hands out documents one by one, and puts parts together; workers align. It is held
against real runs with 1, 2 and 4 processes, whose costs it knows only from the run with one.

    python bench/simulate_scale.py [--documents N] [--millions 10]
"""

import argparse
import heapq
import json
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import abstracts
from bench_scale import run
from zhen_align.engine import collection
from zhen_align.engine.pool import cores

MEAN = 2_400  # bytes of an abstract in both languages
SENT = 0.001  # seconds that Dask's scheduler needs for a task, by its own documentation
LISTED = 0.0004  # seconds to find a file pair, and to hash it
FETCHED = 0.0002  # seconds to unpack a result


@dataclass(frozen=True, slots=True)
class Costs:
    """Seconds of a core: to begin; of a document, to list, align, and put into its part."""

    begin: float
    listed: float
    aligned: float
    gathered: float
    sent: float = 0.0


def simulated(documents: int, workers: int, costs: Costs) -> dict[str, float]:
    """Return the seconds of a build, and what of them is whose."""
    listed = documents * costs.listed
    part = collection.PART // MEAN
    clock = listed + costs.begin
    aligning = 0.0
    for first in range(0, documents, part):
        size = min(part, documents - first)
        free = [clock] * workers
        sender, last = clock, clock
        for _ in range(size):
            sender += costs.sent
            begun = max(sender, heapq.heappop(free))
            last = max(last, begun + costs.aligned)
            heapq.heappush(free, begun + costs.aligned)
            sender += FETCHED
        last = max(last, sender)
        aligning += last - clock
        clock = last + size * costs.gathered
    return {
        "seconds": round(clock, 1),
        "listing": round(listed, 1),
        "aligning": round(aligning, 1),
        "putting together": round(clock - listed - aligning - costs.begin, 1),
    }


def measured(documents: int) -> tuple[Costs, dict[int, float], int]:
    """Return the costs by one process, the real seconds by 1, 2 and 4, and the memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        abstracts.write(folder / "corpus", range(documents))
        (folder / "zhen-align.toml").touch()
        abstracts.write(folder / "one", range(1))
        begin = run(folder, "build", "one", "--no-cache", "--jobs", "1").cpu
        aligned = run(folder, "align", "corpus", "--no-cache", "--jobs", "1").cpu - begin
        real, memory = {}, 0
        for jobs in (1, 2, 4):
            ran = run(folder, "build", "corpus", "--no-cache", "--jobs", str(jobs))
            real[jobs], memory = ran.seconds, max(memory, ran.megabytes)
            if jobs == 1:
                whole = ran.cpu - begin
    each = Costs(begin, LISTED, aligned / documents, (whole - aligned) / documents)
    return each, real, memory


def main() -> None:
    """Print the model beside the real runs, then what it says of millions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--millions", type=float, default=10)
    asked = parser.parse_args()
    costs, real, memory = measured(asked.documents)
    say: dict[str, object] = {"bench": "simulate", "documents": asked.documents}
    for jobs, seconds in real.items():
        told = simulated(asked.documents, min(jobs, cores()), costs)["seconds"]
        print(json.dumps({**say, "processes": jobs, "real_s": seconds, "model_s": told,
                          "megabytes": memory}), flush=True)  # fmt: skip
    for workers in (4, 16, 64):
        model = simulated(int(asked.millions * 1e6), workers, replace(costs, sent=SENT))
        hours = {name: round(value / 3600, 1) for name, value in model.items()}
        hours["hours"] = hours.pop("seconds")
        print(json.dumps({"bench": "simulate", "millions": asked.millions, "workers": workers,
                          **hours}), flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
