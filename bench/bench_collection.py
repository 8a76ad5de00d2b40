"""Build collections that grow ten times: time, memory of all processes, what a change costs.

Questions: does the time grow with the number of documents, and no faster? Does memory stay
where it is? What do some changed documents cost beside the whole build?

    python bench/bench_collection.py [--documents 200 2000] [--changed 1] [--jobs 2] [--keep FOLDER]

`--keep` writes the texts to a folder and leaves them and the cache there: a run that was cut
short (Ctrl-C, SIGTERM) goes on, and adds what it took before. Not here: curves of many sizes,
in small parts (bench_scale.py).
"""

import argparse
import contextlib
import json
import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import abstracts
from bench_scale import Ran, finished, say, start
from zhen_align.engine.version import fingerprint

CASES = ("from nothing", "nothing changed", "changed")
CHANGING = "changing"
SPENT = "spent.json"
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


def watched(folder: Path, *arguments: str) -> Ran:
    """Run a command; return what it took, with the megabytes of all its processes together.

    What it took when it was cut short before is added.
    """
    spent = folder / SPENT
    before = Ran(*json.loads(spent.read_text("utf-8"))) if spent.exists() else Ran(0.0, 0.0, 0)
    began = time.perf_counter()
    process = start(folder, *arguments)
    memory = Memory(process)
    memory.start()
    try:
        ran = _with(before, finished(process, began), memory)
    except KeyboardInterrupt:
        for again in (signal.SIGINT, signal.SIGTERM):  # who stops a run may say so twice
            signal.signal(again, signal.SIG_IGN)
        os.kill(process.pid, signal.SIGINT)
        used = os.wait4(process.pid, 0)[2]
        now = Ran(time.perf_counter() - began, used.ru_utime + used.ru_stime, 0)
        spent.write_text(json.dumps(_with(before, now, memory)), encoding="utf-8")
        raise
    memory.over.set()
    memory.join()
    spent.unlink(missing_ok=True)
    return ran


def _with(before: Ran, now: Ran, memory: Memory) -> Ran:
    seconds, cpu = round(before.seconds + now.seconds, 2), round(before.cpu + now.cpu, 2)
    return Ran(seconds, cpu, max(before.megabytes, memory.megabytes), now.digest)


def build(folder: Path, documents: int, changed: int, jobs: int) -> dict[str, Ran]:
    """Build from nothing, unchanged, with some documents changed; return what each took."""
    if not (folder / "zhen-align.toml").exists():
        abstracts.write(folder / "corpus", range(documents))
        (folder / "zhen-align.toml").touch()
    known = Known(folder)
    for case in CASES:
        if case == CASES[-1] and CHANGING not in known.cases:
            for number in range(0, documents, documents // changed):
                _change(folder / "corpus" / f"{number // 100:04}" / f"{number:06}")
            known.put(CHANGING, [])
        if case not in known.cases:
            ran = watched(folder, "build", "corpus", "--jobs", str(jobs))
            rows = (folder / "glossary" / "glossary.tsv").read_bytes().count(b"\n")
            kept = [each for each in (folder / ".zhen").rglob("*") if each.is_file()]
            known.put(case, [*ran, rows, sum(each.stat().st_size for each in kept) // 1_000_000])
        seconds, cpu, megabytes, _, rows, kept_mb = known.cases[case]
        say(f"build {documents}, {case}", cpu_s=cpu, seconds=seconds,
            megabytes=megabytes, rows=rows, cache_mb=kept_mb)  # fmt: skip
    return {case: Ran(*known.cases[case][:4]) for case in CASES}


class Known:
    """What this program has measured in a folder, in a run that was cut short."""

    def __init__(self, folder: Path) -> None:
        """Read what is known; what another program took is forgotten."""
        self.path, self.cases = folder / "took.json", dict[str, list[Any]]()
        if self.path.exists():
            program, cases = json.loads(self.path.read_text("utf-8"))
            if program == fingerprint():
                self.cases = cases
                return
        (folder / SPENT).unlink(missing_ok=True)
        self._write()

    def put(self, case: str, figures: list[Any]) -> None:
        """Note what a case took."""
        self.cases[case] = figures
        self._write()

    def _write(self) -> None:
        self.path.write_text(json.dumps([fingerprint(), self.cases]), encoding="utf-8")


def _change(stem: Path) -> None:
    """Give a pair of texts one more sentence, or take it away again."""
    for lang, more in (("en", " We thank our colleagues."), ("zh", "我们感谢同事。")):
        path = stem.with_name(f"{stem.name}.{lang}.md")
        title, blank, body, *rest = path.read_text("utf-8").split("\n")
        body = body.removesuffix(more) if body.endswith(more) else body + more
        path.write_text("\n".join((title, blank, body, *rest)), encoding="utf-8")


def main() -> None:
    """Print what each collection takes, and how that grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, nargs="+", default=[200, 2000])
    parser.add_argument("--changed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    took: list[dict[str, Ran]] = []
    for documents in asked.documents:
        with contextlib.ExitStack() as stack:
            name = asked.keep or stack.enter_context(tempfile.TemporaryDirectory())
            folder = Path(name) / str(documents)
            took.append(build(folder, documents, asked.changed, asked.jobs))
    whole = [each["from nothing"].cpu for each in took]
    say("growth", documents=asked.documents, changed=asked.changed,
        times=[round(cpu / whole[0], 2) for cpu in whole],
        changed_share_of_cpu=[
            round(each["changed"].cpu / each["from nothing"].cpu, 4) for each in took],
        changed_share_of_seconds=[
            round(each["changed"].seconds / each["from nothing"].seconds, 4) for each in took],
    )  # fmt: skip


if __name__ == "__main__":
    main()
