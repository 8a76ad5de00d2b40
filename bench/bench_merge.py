"""Edit and build a glossary at random, and kill builds in the middle; count what was lost.

Question: is there any order of edits and builds after which a person's row is changed or
gone, and any moment at which killing a build harms the file? Both counts must be 0; the
exit code says so.

    python bench/bench_merge.py [--interleavings N] [--kills N]
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from zhen_align.errors import GlossaryError
from zhen_align.glossary.merge import merge
from zhen_align.glossary.rows import COLUMNS, parse, render
from zhen_align.glossary.store import read
from zhen_align.terms.candidate import Candidate

CHOICES = {
    "judge": ["preferred", "rejected", "forbidden", "candidate"],
    "correct": ["芯", "核"],
    "note": ["x", ""],
}
PERSON = "pump\t\t水泵\tpreferred\t\t\twater\tthe usual word\tAnna"
BUILDS = """
import sys
from pathlib import Path
from zhen_align.glossary.merge import merge
from zhen_align.glossary.store import update
from zhen_align.terms.candidate import Candidate
print("ready", flush=True)
size = 0
while True:
    size = size % 3000 + 1000
    found = [Candidate(f"term {n}", "", f"术语{n}", size, 0.5, 0.5) for n in range(size)]
    update(Path(sys.argv[1]), lambda table: merge(table, found))
"""


def interleavings(count: int) -> dict[str, Any]:
    """Edit and build at random; say how often a person's row changed (it must be never)."""
    rng = random.Random(7)
    lost = builds = 0
    for _ in range(count):
        text = "\t".join(COLUMNS) + "\n"
        for _ in range(rng.randrange(2, 9)):
            if rng.random() < 0.5:
                text = edited(text, rng)
                continue
            try:
                old = parse(text, "g")
            except GlossaryError:
                continue
            new = merge(old, proposed(rng))
            builds += 1
            mine = [row.raw for row in old.rows if not row.is_program]
            kept = [row.raw for row in new.rows if not row.is_program]
            lost += sorted(map(str, mine)) != sorted(map(str, kept))
            text = render(new)
    return {"interleavings": count, "builds": builds, "people's rows changed": lost}


def proposed(rng: random.Random) -> list[Candidate]:
    words, han = ("kernel", "layer", "net", "Adam"), ("核", "层", "网络", "Adam")
    return [
        Candidate(rng.choice(words), rng.choice(["", "K"]), rng.choice(han), n + 1, 0.5, 0.5)
        for n in range(rng.randrange(6))
    ]


def edited(text: str, rng: random.Random) -> str:
    """Do what people do: judge, correct, note, delete, add, save from a spreadsheet."""
    head, *rows = (line.split("\t") for line in text.replace("\r\n", "\n").split("\n")[:-1])
    what = rng.choice(["judge", "correct", "note", "delete", "add", "column", "save"])
    if what == "add":
        rows.insert(rng.randint(0, len(rows)), ["net", "", "网", "preferred"])
        rows = [[*row, *[""] * (len(head) - len(row))] for row in rows]
    elif what == "column" and "client" not in head:
        head, rows = [*head, "client"], [[*row, rng.choice(["", "A"])] for row in rows]
    elif rows and what in ("judge", "correct", "note", "delete"):
        row = rng.choice(rows)
        if what == "delete":
            rows.remove(row)
        else:
            column = {"judge": 3, "correct": 2, "note": 7}[what]
            row[column] = rng.choice(
                {
                    3: ["preferred", "rejected", "forbidden", "candidate"],
                    2: ["芯", "核"],
                    7: ["x", ""],
                }[column]
            )
    end = "\r\n" if what == "save" else "\n"
    return "".join("\t".join(row) + end for row in [head, *rows])


def kills(count: int) -> dict[str, Any]:
    """Kill a process that builds without end, at random moments; look at the file each time."""
    rng = random.Random(11)
    harmed = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "glossary.tsv"
        path.write_text("\t".join(COLUMNS) + f"\n{PERSON}\n", encoding="utf-8")
        for _ in range(count):
            with subprocess.Popen(
                [sys.executable, "-c", BUILDS, str(path)], stdout=subprocess.PIPE
            ) as process:
                assert process.stdout is not None
                process.stdout.readline()
                time.sleep(rng.uniform(0.0, 0.3))
                process.kill()
            text = path.read_text("utf-8")
            rows = read(path).rows
            whole = (text.endswith("\n") and len(rows) % 1000 == 1) or len(rows) == 1
            harmed += not (whole and PERSON in text.splitlines())
    return {"kills": count, "files harmed": harmed}


def main() -> None:
    """Print one JSON line for each; exit 1 where anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--interleavings", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=50)
    args = parser.parse_args()
    edits, killed = interleavings(args.interleavings), kills(args.kills)
    for result in (edits, killed):
        print(json.dumps({"bench": "merge", **result}))
    sys.exit(int(edits["people's rows changed"] + killed["files harmed"] > 0))


if __name__ == "__main__":
    main()
