"""Time alignment as a user meets it, in whole processes; print what grows and what it needs.

Questions: do 8 times the sentences take no more than 9 times the time, as lines and as two
documents? How much memory do 100,000 sentences a side need? How long is a cold `align` of
100 pairs, and how long the dictionary's compiling, once a machine? Processor time is given,
since other work on the machine does not change it; the text is that of `../shared/data/verses`.

    python bench/bench_align_scale.py [--quick] [--json]
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from zhen_align.evaluate.files import hash_of_sources
from zhen_align.evaluate.signature import signature

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "verses"
COMMAND = (sys.executable, "-m", "zhen_align")
SIZES = (2_500, 20_000)
MOST = 100_000
PARAGRAPH = 5
Texts = tuple[list[str], list[str]]


def spent(arguments: Sequence[str], **environment: str) -> dict[str, Any]:
    """Run the program; return its processor time, wall time and peak memory."""
    code = (
        "import os, resource, subprocess, sys, time; start = time.perf_counter();"
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *COMMAND, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | environment,
    )
    busy, wall, peak = map(float, done.stdout.split())
    return {"busy": round(busy, 2), "wall": round(wall, 2), "mb": round(peak / 1024)}


def lines(sentences: int) -> Texts:
    """Return so many Chinese sentences, as often over as it takes, and the English beside them."""
    zh, en = ((DATA / lang / "big").read_text("utf-8").splitlines() for lang in ("zh", "en"))
    share = len(en) / len(zh)
    # each round is told apart, or the same sentence would stand in many places
    rounds = range(sentences // len(zh) + 1)
    many_zh = (f"{text}{turn}" if turn else text for turn in rounds for text in zh)
    many_en = (f"{text} {turn}" if turn else text for turn in rounds for text in en)
    return list(islice(many_zh, sentences)), list(islice(many_en, round(sentences * share)))


def written(folder: Path, texts: Texts, *, documents: bool) -> list[str]:
    """Write both sides, as lines or in paragraphs, and return the arguments that name them."""
    names = []
    for lang, side, blank in (("zh", texts[0], ""), ("en", texts[1], " ")):
        path = folder / f"{lang}.txt"
        if documents:
            parts = [side[at : at + PARAGRAPH] for at in range(0, len(side), PARAGRAPH)]
            path.write_text("\n\n".join(blank.join(part) for part in parts), "utf-8")
        else:
            path.write_text("\n".join(side), "utf-8")
        names += [f"--{lang}", str(path)]
    return names


def rows(quick: bool) -> Iterator[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield {"what": "compiling the dictionary"} | compiled(folder)
        hundred = written(folder, lines(100), documents=False)
        yield {"what": "cold align of 100 pairs, lines"} | spent(["align", "--lines", *hundred])
        hundred = written(folder, lines(100), documents=True)
        yield {"what": "cold align of 100 pairs"} | spent(["align", *hundred, "--no-cache"])
        for documents in (False, True):
            yield from growth(folder, documents)
        if not quick:
            for documents in (False, True):
                how = "two documents" if documents else "lines"
                figures = aligned(folder, MOST, documents)
                yield {"what": f"{MOST:,} sentences, {how}"} | figures


def compiled(folder: Path) -> dict[str, Any]:
    """Return what the first run of a machine needs more than others: it compiles."""
    pair = written(folder, (["下雨了。"], ["It rains."]), documents=False)
    cache = {"XDG_CACHE_HOME": str(folder / "cache")}
    first = spent(["align", "--lines", *pair], **cache)
    later = spent(["align", "--lines", *pair], **cache)
    return {key: first[key] - later[key] for key in ("busy", "wall")} | {"mb": first["mb"]}


def aligned(folder: Path, sentences: int, documents: bool) -> dict[str, Any]:
    pair = written(folder, lines(sentences), documents=documents)
    return spent(["align", *([] if documents else ["--lines"]), *pair, "--no-cache"])


def growth(folder: Path, documents: bool) -> Iterator[dict[str, Any]]:
    start = aligned(folder, 1, documents)["busy"]
    found = []
    for sentences in SIZES:
        figures = aligned(folder, sentences, documents)
        found.append(figures["busy"] - start)
        how = "two documents" if documents else "lines"
        rate = {"per second": round(sentences / max(found[-1], 0.01))}
        yield {"what": f"{sentences:,} sentences, {how}"} | figures | rate
    yield {"what": f"times for {SIZES[1] // SIZES[0]} times as many", "times": found[1] / found[0]}


def main() -> None:
    """Print a line for each question, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="without 100,000 sentences")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not DATA.is_dir():
        print("../shared is not here: nothing to align")
        return
    for row in rows(args.quick):
        rounded = {k: round(v, 2) if isinstance(v, float) else v for k, v in row.items()}
        text = "  ".join(f"{name} {value}" for name, value in list(rounded.items())[1:])
        print(json.dumps(rounded) if args.json else f"{row['what']:34} {text}", flush=True)
    print(signature(hash_of_sources(), "verses", {"sizes": ",".join(map(str, SIZES))}))


if __name__ == "__main__":
    main()
