"""Measure look-up on generated data: start, index, exact and near look-ups, concordance, kills.

Question: does a look-up keep up with the finger on the key? Prints one JSON line a
measure. Not a pass/fail test. `--terms` and `--pairs` make it smaller (100,000 terms and
1,000,000 pairs are what the figures in the documents are of).
"""

import argparse
import itertools
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from bench_startup import compare, empty_program
from lookup_data import pairs, rows, slipped
from zhen_align.cli.app import COMMANDS
from zhen_align.engine import index_pairs, index_terms, index_update
from zhen_align.engine.index_file import DamagedError
from zhen_align.engine.index_search import Pairs
from zhen_align.glossary.rows import Row, Table, render
from zhen_align.lookup.answer import Store, answer
from zhen_align.lookup.concordance import asks, concordance
from zhen_align.lookup.memory import Memory
from zhen_align.lookup.pairs import Finder
from zhen_align.text.lines import line_starts
from zhen_align.types import Alignment, Bead, Document, Lang, Sentence, Span, Unit

ZHEN = Path(sys.executable).with_name("zhen-align")
SCREEN = 20
A_FILE = 1_000  # pairs


class Quiet:
    """Watches nothing."""

    def start(self, total: int) -> None:
        """Hear of the work."""

    def advance(self) -> None:
        """Hear of a step."""


def say(name: str, **figures: object) -> None:
    print(json.dumps({"bench": "lookup", "case": name, **figures}), flush=True)


def project(folder: Path, known: Sequence[Row]) -> Path:
    """Make a project with a glossary."""
    (folder / "glossary").mkdir(parents=True)
    (folder / "zhen-align.toml").touch()
    glossary = folder / "glossary" / "glossary.tsv"
    glossary.write_text(render(Table(tuple(known))), encoding="utf-8")
    return glossary


def start(folder: Path, known: Sequence[Row]) -> None:
    """First index, then cold look-ups beside an empty Typer program in turn, and memory."""
    project(folder, known)
    began, used = time.perf_counter(), _children()
    subprocess.run([ZHEN, "lookup", "-q", known[0].en], cwd=folder, check=True, stdout=-3)
    wall = round(time.perf_counter() - began, 2)
    size = sum(each.stat().st_size for each in (folder / ".zhen/lookup").iterdir())
    say("first index", rows=len(known), seconds=wall, cpu_s=round(_children() - used, 2),
        megabytes=round(size / 1e6, 1))  # fmt: skip
    empty = folder / "empty.py"
    empty.write_text(empty_program(list(COMMANDS)[:1]), encoding="utf-8")
    os.chdir(folder)
    for name, query in (("exact", known[len(known) // 2].en), ("near", "dayuyan moxing")):
        found = compare([str(ZHEN), "lookup", query], [sys.executable, str(empty)])
        say(f"cold start, {name}", rows=len(known), **found)
    probe = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=-3);" \
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"  # fmt: skip
    told = subprocess.check_output([sys.executable, "-c", probe, ZHEN, "lookup", known[0].en])
    say("memory of a look-up", megabytes=round(int(told) / 1024, 1))


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def rates(store: Store, known: Sequence[Row], dice: random.Random) -> None:
    """Exact and near look-ups a second of processor time, and whether the right term is first."""
    queries = [
        dice.choice((row.en, row.zh, row.abbr or row.en)) for row in dice.choices(known, k=20_000)
    ]
    began = time.process_time()
    matched = sum(bool(answer(store, query).matches) for query in queries)
    spent = time.process_time() - began
    say("exact", a_second=round(len(queries) / spent), matched=matched / len(queries))
    for name, chinese in (("English", False), ("Chinese", True)):
        near(store, known, dice, name, chinese=chinese)


def near(
    store: Store, known: Sequence[Row], dice: random.Random, name: str, *, chinese: bool
) -> None:
    """Ask with one slip: how fast, and how often the right term is the first suggestion."""
    cases: list[tuple[str, str]] = []
    while len(cases) < 500:
        row = dice.choice(known)
        form = row.zh if chinese else row.en
        typed = slipped(form, dice)
        if (
            len(form) >= (2 if chinese else 6)
            and typed != form
            and not answer(store, typed).matches
        ):
            cases.append((form, typed))
    began = time.process_time()
    found = [answer(store, typed).suggestions for _, typed in cases]
    spent = time.process_time() - began
    first = sum(
        bool(near) and form in (near[0].row.en, near[0].row.zh)
        for near, (form, _) in zip(found, cases, strict=True)
    )
    say(f"one slip, {name}", a_second=round(500 / spent), right_first=first / 500)


def alignment(number: int, sentences: Sequence[tuple[str, str]]) -> Alignment:
    """Return two texts that are aligned line by line."""
    zh = "".join(f"{pair[0]}\n" for pair in sentences)
    en = "".join(f"{pair[1]}\n" for pair in sentences)
    beads, at, other = [], 0, 0
    for left, right in sentences:
        zh_place, en_place = Span(at, at + len(left)), Span(other, other + len(right))
        beads.append(Bead((Sentence(zh_place, Lang.ZH, Unit.SENTENCE),),
                          (Sentence(en_place, Lang.EN, Unit.SENTENCE),), 0.9))  # fmt: skip
        at, other = zh_place.end + 1, en_place.end + 1
    return Alignment(
        Document(f"zh/{number:05}.md", zh, (), line_starts(zh)),
        Document(f"en/{number:05}.md", en, (), line_starts(en)),
        tuple(beads),
    )


def concordances(folder: Path, count: int) -> None:
    """Index pairs, then ask for common, rare and short strings."""
    source = pairs(count)
    batches = (list(itertools.islice(source, A_FILE)) for _ in range(0, count, A_FILE))
    texts = [alignment(number, batch) for number, batch in enumerate(batches)]
    size = sum(len(each.zh.text.encode()) + len(each.en.text.encode()) for each in texts)
    began, used = time.perf_counter(), time.process_time()
    index_pairs.update(folder, [index_pairs.Text.of(each) for each in texts], Quiet(), whole=True)
    wall, spent = time.perf_counter() - began, time.process_time() - used
    file = index_pairs.path_of(folder)
    times_the_text = round(file.stat().st_size / size, 2)
    a_second, a_cpu_second = round(count / wall), round(count / spent)
    say("index of pairs", pairs=count, a_second=a_second, a_cpu_second=a_cpu_second,
        times_the_text=times_the_text)  # fmt: skip
    zh, en = texts[-1].zh.text, texts[-1].en.text.lower()
    queries = [
        zh[0],
        zh[:2],
        zh[3:5],
        zh[5:8],
        en.split()[3],
        " ".join(en.split()[4:6]),
        "的",
        "鼯",
    ]
    del texts
    for query in queries:
        times = []
        for _ in range(3):
            began = time.perf_counter()
            opened = Pairs.of(folder)
            assert opened is not None
            hits = concordance(opened.candidates(asks(query), lambda _: True), Finder([query]))
            found = len(list(itertools.islice(hits, SCREEN)))
            times.append(time.perf_counter() - began)
        say("concordance", query=query, hits=found, seconds=round(min(times), 3))


def kills(folder: Path, known: Sequence[Row], dice: random.Random) -> None:
    """Kill builds of both indexes at random moments; what is left must answer rightly."""
    glossary = project(folder, known)
    path = index_terms.path_of(folder, glossary)
    wrong = left = 0
    for turn in range(50):
        mine = [Row(row.en, row.zh + "甲乙丙丁"[turn % 4], row.abbr, row.status) for row in known]
        terms, texts = dice.random() < 0.5, [alignment(turn, list(pairs(2_000, turn)))]
        build = partial(_build, path, glossary, mine, texts, folder, terms=terms)
        killed_while(build, dice)
        try:
            opened, found = index_terms.opened(path), Pairs.of(folder)
            if opened is not None:
                left += 1
                sample = [opened.term(number).row for number in range(0, len(known), 97)]
                wrong += len({row.zh[-1] for row in sample}) != 1
                wrong += any(not answer(opened, row.en).matches for row in sample)
            if found is not None:
                left += 1
                wrong += len(found.files) not in (0, 1)
                wrong += any(
                    len(list(found.candidates(asks(pair[0][:2]), lambda _: True))) == 0
                    for pair in list(pairs(20, int(found.files[0].name[3:8])))
                )
        except DamagedError:
            wrong += 1
    say("killed builds", kills=50, indexes_left=left, wrong=wrong)


def _build(
    path: Path, glossary: Path, known: Sequence[Row], texts: Sequence[Alignment], folder: Path,
    *, terms: bool,
) -> None:  # fmt: skip
    if terms:
        index_update.update(path, index_terms.Stamp.of(glossary), known, Quiet(), anew=True)
    else:
        index_pairs.update(
            folder, [index_pairs.Text.of(each) for each in texts], Quiet(), whole=True
        )


def killed_while(work: Callable[[], None], dice: random.Random) -> None:
    """Do the work in a process that is killed at some moment."""
    child = os.fork()
    if not child:
        work()
        os._exit(0)
    time.sleep(dice.uniform(0.0, 1.5))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def main() -> None:
    """Print one line a measure."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--terms", type=int, default=100_000)
    options.add_argument("--pairs", type=int, default=1_000_000)
    asked = options.parse_args()
    dice = random.Random(3)
    known = rows(asked.terms)
    with tempfile.TemporaryDirectory() as name:
        folder, home = Path(name), os.getcwd()
        kills(folder / "kills", known[:3_000], dice)
        start(folder / "start", known)
        os.chdir(home)
        began = time.process_time()
        store = Memory(known)
        say("in memory", rows=len(known), cpu_s=round(time.process_time() - began, 2))
        answer(store, "qqqq")
        rates(store, known, dice)
        (folder / "pairs").mkdir()
        concordances(folder / "pairs", asked.pairs)


if __name__ == "__main__":
    main()
