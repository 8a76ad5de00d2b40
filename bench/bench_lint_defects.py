"""Plant defects into documents, align and lint them; print what is found and what is false.

Questions: of each class of planted defects, how many does a finding meet, of which rules; and how
many findings (errors and warnings) per 100 paragraphs does each rule make on the unharmed text?
The documents are made of the paragraphs of the development data whose alignment is known, and go
through the whole program. Needs `../shared/data`; not a pass/fail test.

    python bench/bench_lint_defects.py [--half odd|even|all] [--classes dropped,name] [--show N]
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from defects import PLANTERS, Paragraph, harmed, joined, places_of
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.finding import Finding
from zhen_align.pipeline import alignments, parsed

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
SETS = ("d2l", "dolphin")
# the terms of a whole set have a benchmark of their own
OF_ONE_PAIR = Options(target="zh", without=("term-inconsistent", "term-collision"))
Document = tuple[str, list[Paragraph]]


def documents(half: str) -> Iterator[Document]:
    """Yield the documents of the data as paragraphs whose alignment is known."""
    for name in SETS:
        folder = DATA / name / "sent"
        for ladder in sorted((folder / "gold_block").glob("*.align")):
            if half != "all" and int(ladder.stem) % 2 != (half == "odd"):
                continue
            sides = [
                (folder / lang / ladder.stem).read_text(encoding="utf-8").splitlines()
                for lang in ("zh", "en")
            ]
            found: list[Paragraph] = []
            for line in ladder.read_text(encoding="utf-8").splitlines():
                zh, en = (json.loads(part) for part in line.split(":")[:2])
                if zh and en:
                    found.append(([sides[0][n] for n in zh], [sides[1][n] for n in en]))
            if len(found) >= 4:
                yield f"{name}-{ladder.stem}", found


def findings(name: str, zh: list[str], en: list[str]) -> tuple[list[Finding], float, int]:
    """Return the errors and warnings of a pair of texts, the seconds lint took, and the bytes."""
    texts = ["\n\n".join(side).encode() for side in (zh, en)]
    read = [
        parsed(f"{name}.{lang}.md", text) for lang, text in zip(("zh", "en"), texts, strict=True)
    ]
    pairs = alignments(read, "", fixed=True)
    start = time.process_time()
    report = lint(pairs, (), OF_ONE_PAIR)
    seconds = time.process_time() - start
    loud = [f for f in report.findings if f.severity != "info"]
    return loud, seconds, sum(map(len, texts))


def main() -> None:
    """Print one JSON line a class, the clean text first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", default="odd", choices=("odd", "even", "all"))
    parser.add_argument("--classes", default=",".join(PLANTERS))
    parser.add_argument("--show", type=int, default=0, help="print so many false or missed ones")
    args = parser.parse_args()
    texts = list(documents(args.half))
    clean(texts, args.show)
    for kind in args.classes.split(","):
        planted(texts, kind, args.show)


def clean(texts: list[Document], show: int) -> None:
    false: Counter[str] = Counter()
    lines, paragraphs, seconds, size = set(), 0, 0.0, 0
    for name, pairs in texts:
        zh = [joined(side, is_zh=True) for side, _ in pairs]
        found, took, read = findings(name, zh, [joined(en, is_zh=False) for _, en in pairs])
        paragraphs, seconds, size = paragraphs + len(pairs), seconds + took, size + read
        lines |= {(name, f.place.line) for f in found}
        for f in found:
            false[f.rule] += 1
            if show > 0:
                show -= 1
                print(f"--- {name}:{f.place.line} {f.rule}: {f.message}")
    rates = {rule: round(100 * n / paragraphs, 2) for rule, n in sorted(false.items())}
    print(
        json.dumps(
            {
                "bench": "clean", "paragraphs": paragraphs, "findings_per_100": rates,
                "paragraphs_with_any_per_100": round(100 * len(lines) / paragraphs, 2),
                "mb_s": round(size / seconds / 1e6, 2),
            }
        )
    )  # fmt: skip


def planted(texts: list[Document], kind: str, show: int) -> None:
    total, hit = 0, 0
    rules: Counter[str] = Counter()
    for name, pairs in texts:
        zh_sides, places = harmed(pairs, PLANTERS[kind], 5)
        if not places:
            continue
        zh = [joined(side, is_zh=True) for side in zh_sides]
        found, _, _ = findings(name, zh, [joined(en, is_zh=False) for _, en in pairs])
        begins = list(places_of(zh))
        for at in places:
            own = {f.rule for f in found if begins[at] - 2 <= f.place.span.start < begins[at + 1]}
            total, hit = total + 1, hit + bool(own)
            rules.update(own)
            if not own and show > 0:
                show -= 1
                print(f"--- {kind} missed in {name}\n{zh[at]}\n{joined(pairs[at][1], is_zh=False)}")
    recall = round(hit / max(1, total), 3)
    print(
        json.dumps(
            {"bench": kind, "planted": total, "found": hit, "recall": recall, "by": dict(rules)}
        )
    )


if __name__ == "__main__":
    main()
