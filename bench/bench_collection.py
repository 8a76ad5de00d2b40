"""Build collections that grow ten times: time, memory of all processes, one changed document.

Questions: does the time grow with the number of documents, and no faster? Does memory stay
where it is? What does one changed document cost beside the whole build?

    python bench/bench_collection.py [--documents 200 2000] [--jobs 2] [--keep FOLDER]

`--keep` writes the texts to a folder and leaves them and the cache there, so that a run that
was cut short goes on. Not here: curves of many sizes, in small parts (bench_scale.py).
"""

import argparse
import contextlib
import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import abstracts
from bench_scale import Ran, finished, say, start

_PAUSE = 0.5  # seconds between two looks at the memory


class Memory(threading.Thread):
    """Watches how much memory a process and all it started hold, shared pages once."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        """Watch from when it is started."""
        super().__init__(daemon=True)
        self.process = process
        self.megabytes = 0
        self.over = threading.Event()

    def run(self) -> None:
        """Look again and again until it is over."""
        while not self.over.wait(_PAUSE):
            held = sum(map(_kilobytes, family(self.process.pid)))
            self.megabytes = max(self.megabytes, held // 1024)


def family(process: int) -> Iterator[int]:
    """Yield a process and all that it has started, and they."""
    yield process
    with contextlib.suppress(OSError):
        for thread in os.listdir(f"/proc/{process}/task"):
            children = Path(f"/proc/{process}/task/{thread}/children").read_text(encoding="ascii")
            for child in children.split():
                yield from family(int(child))


def _kilobytes(process: int) -> int:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def watched(folder: Path, *arguments: str) -> tuple[Ran, int]:
    """Run a command; return what it took, and the most megabytes that all processes held."""
    began = time.perf_counter()
    process = start(folder, *arguments)
    memory = Memory(process)
    memory.start()
    ran = finished(process, began)
    memory.over.set()
    memory.join()
    return ran, memory.megabytes


def build(folder: Path, documents: int, jobs: int) -> tuple[float, float]:
    """Build from nothing, unchanged, with one document changed; return the processor time."""
    abstracts.write(folder / "corpus", range(documents))
    (folder / "zhen-align.toml").touch()
    command = ("build", "corpus", "--jobs", str(jobs))
    seconds = {}
    for case in ("from nothing", "nothing changed", "one changed"):
        if case == "one changed":
            path = folder / "corpus" / "0000" / "000000.zh.md"
            path.write_text(path.read_text("utf-8") + "\n最后一句。\n", encoding="utf-8")
        ran, megabytes = watched(folder, *command)
        seconds[case] = ran.cpu
        rows = (folder / "glossary" / "glossary.tsv").read_bytes().count(b"\n")
        kept = sum(each.stat().st_size for each in (folder / ".zhen").rglob("*") if each.is_file())
        say(f"build {documents}, {case}", cpu_s=ran.cpu, seconds=ran.seconds,
            megabytes=megabytes, largest_process=ran.megabytes, rows=rows,
            cache_mb=kept // 1_000_000)  # fmt: skip
    return seconds["from nothing"], seconds["one changed"]


def main() -> None:
    """Print what each collection takes, and how that grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, nargs="+", default=[200, 2000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    took: list[tuple[float, float]] = []
    for documents in asked.documents:
        with contextlib.ExitStack() as stack:
            name = asked.keep or stack.enter_context(tempfile.TemporaryDirectory())
            took.append(build(Path(name) / str(documents), documents, asked.jobs))
    whole = [cold for cold, _ in took]
    say("growth", documents=asked.documents,
        times=[round(cold / whole[0], 2) for cold in whole],
        one_changed_share=[round(one / cold, 4) for cold, one in took])  # fmt: skip


if __name__ == "__main__":
    main()
