"""Time a second `lint` of the corpus against textlint with a terminology rule on the same files.

Question: is a run over texts that have not changed slower than a linter for prose that looks at
words only? The two run in turn, whole processes, and the ratio of their processor times is taken
pair by pair. Needs node and an installed textlint; name its program in TEXTLINT:

    npm install textlint textlint-rule-terminology
    TEXTLINT=node_modules/.bin/textlint python bench/bench_textlint.py [--pairs N]
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
OURS = [sys.executable, "-m", "zhen_align", "lint", ".", "--exit-zero", "--quiet", "-o"]


def seconds(command: list[str], folder: Path) -> float:
    """Return the processor time of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1) or "no rules" in done.stdout:
        raise SystemExit(
            f"{command[0]} ended with {done.returncode}: {(done.stderr or done.stdout)[-300:]}"
        )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print one JSON line: the medians, and the median of the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=7)
    args = parser.parse_args()
    theirs = os.environ.get("TEXTLINT") or shutil.which("textlint")
    if theirs is None or shutil.which("node") is None:
        print("node or textlint is not here: nothing to time against")
        return
    program = str(Path(theirs).absolute())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "work"
        shutil.copytree(ROOT / "corpus", folder)
        (folder / "zhen-align.toml").write_text("", encoding="utf-8")
        rules = Path(name) / ".textlintrc.json"
        rules.write_text('{"rules": {"terminology": true}}', encoding="utf-8")
        texts = sorted(str(p) for p in folder.rglob("*.[mt][dx]*"))
        textlint = [program, "--config", str(rules), *texts]
        ours = [*OURS, os.devnull]
        home = Path(program).parents[2]  # it looks for its rules where it runs
        seconds(ours, folder)
        seconds(textlint, home)
        timed = [(seconds(ours, folder), seconds(textlint, home)) for _ in range(args.pairs)]
        size = sum(Path(text).stat().st_size for text in texts)
    print(
        json.dumps(
            {
                "bench": "textlint", "files": len(texts), "kB": round(size / 1000),
                "ours_s": round(median(a for a, _ in timed), 2),
                "textlint_s": round(median(b for _, b in timed), 2),
                "ratio": round(median(a / b for a, b in timed), 2),
            }
        )
    )  # fmt: skip


if __name__ == "__main__":
    main()
