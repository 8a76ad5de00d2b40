"""Plant number defects into clean sentence pairs; print how many are found and what is false.

Questions: of numbers that changed their magnitude, their scale (万 for 亿), their percent sign, a
digit or their year, how many does lint find (error / warning / missed), in the corpus and in the
development data; and on how many unharmed pairs per 100 does a rule that looks at one pair make
an error or a warning? Not a pass/fail test.

    python bench/bench_lint.py [--half odd|even|all] [--gold gold_exact|gold_block] [--show N]
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from number_defects import KINDS, harmed
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.finding import Finding
from zhen_align.text.opaque import opaque
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span, Unit

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
SETS = ("d2l", "dolphin")
OF_ONE_PAIR = Options(target="zh", without=("term-inconsistent", "term-collision"))
Pair = tuple[str, str, str]  # where it comes from, zh, en


def read(half: str, gold: str) -> Iterator[Pair]:
    """Yield the beads of a gold folder that have both sides."""
    for name in SETS:
        folder = DATA / name / "sent"
        for ladder in sorted((folder / gold).glob("*.align")):
            if half != "all" and int(ladder.stem) % 2 != (half == "odd"):
                continue
            sides = [
                (folder / lang / ladder.stem).read_text(encoding="utf-8").splitlines()
                for lang in ("zh", "en")
            ]
            for line in ladder.read_text(encoding="utf-8").splitlines():
                zh, en = (json.loads(part) for part in line.split(":")[:2])
                if zh and en:
                    where = f"{name}/{ladder.stem}:{line}"
                    yield (
                        where,
                        " ".join(sides[0][n] for n in zh),
                        " ".join(sides[1][n] for n in en),
                    )


def aligned(zh: str, en: str, name: str = "x") -> Alignment:
    """Return one pair of texts as one bead."""
    documents = [
        Document(f"{name}.{lang}", text, (Block(span, Kind.PARAGRAPH, lang, opaque(text)),))
        for lang, text in ((Lang.ZH, zh), (Lang.EN, en))
        for span in [Span(0, len(text))]
    ]
    sentences = [
        (Sentence(Span(0, len(d.text)), d.blocks[0].lang, Unit.SENTENCE),) for d in documents
    ]
    return Alignment(documents[0], documents[1], (Bead(sentences[0], sentences[1], 0.99),))


def findings(zh: str, en: str) -> list[Finding]:
    """Return what lint says about one pair."""
    return list(lint([aligned(zh, en)], (), OF_ONE_PAIR).findings)


def corpus() -> Iterator[Pair]:
    """Yield the sentence pairs of the corpus, as its gold has them."""
    for file in sorted((ROOT / "tests" / "gold").glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        for bead in gold["beads"] if len(gold["document"]) < 3 else ():
            sides = [[place["text"] for place in bead[lang]] for lang in ("zh", "en")]
            if bead["unit"] == "sentence" and all(sides):
                yield (
                    f"{file.stem}:{bead['zh'][0]['start']}",
                    " ".join(sides[0]),
                    " ".join(sides[1]),
                )


def main() -> None:
    """Print one JSON line a question."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", default="odd", choices=("odd", "even", "all"))
    parser.add_argument("--gold", default="gold_exact", choices=("gold_exact", "gold_block"))
    parser.add_argument("--show", type=int, default=0, help="print so many false or missed ones")
    args = parser.parse_args()
    sets = {"corpus": list(corpus())}
    if DATA.is_dir():
        sets["data"] = list(read(args.half, args.gold))
    else:
        print("../shared/data is not here: only the corpus is measured")
    for name, pairs in sets.items():
        said = [(pair, findings(pair[1], pair[2])) for pair in pairs]
        if name == "data":
            _clean(said, args.half, args.show)
        for kind in KINDS:
            _planted(said, {"set": name, "half": args.half}, kind, args.show)


def _clean(said: list[tuple[Pair, list[Finding]]], half: str, show: int) -> None:
    """Print how many unharmed pairs have an error, a warning, or information."""
    worst: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    for (where, zh, en), found in said:
        levels = {f.severity.value for f in found}
        level = next((s for s in ("error", "warning", "info") if s in levels), "")
        worst[level] += 1
        loud = [f for f in found if f.severity.value != "info"]
        rules.update({f.rule for f in loud})
        if loud and show > 0:
            show -= 1
            print(f"--- {where}\n{zh}\n{en}")
            for f in found:
                print(f"    {f.severity.value}: {f.message} | {f.place.text!r} {f.expected}")
    rates = {s: round(100 * worst[s] / max(1, len(said)), 2) for s in ("error", "warning", "info")}
    loudly = worst["error"] + worst["warning"]
    print(
        json.dumps(
            {
                "bench": "lint-clean", "half": half, "pairs": len(said), "per_100": rates,
                "error or warning": loudly,
                "error or warning per_100": round(100 * loudly / max(1, len(said)), 2),
                "rules": dict(rules),
            }
        )
    )  # fmt: skip


def _planted(
    said: list[tuple[Pair, list[Finding]]], where: dict[str, str], kind: str, show: int
) -> None:
    """Print how many harmed numbers are found, in pairs where nothing is found unharmed."""
    rng = random.Random(7)
    result: Counter[str] = Counter()
    for (_, zh, en), before in said:
        if any(f.severity.value != "info" for f in before):
            continue
        for wrong in harmed(zh, en, kind, rng):
            levels = {f.severity.value for f in findings(wrong, en)}
            worst = next((s for s in ("error", "warning") if s in levels), "missed")
            result[worst] += 1
            if worst == "missed" and show > 0:
                show -= 1
                print(f"--- {kind} missed\n{zh}\n{wrong}\n{en}")
    total = result.total()
    recall = round((total - result["missed"]) / max(1, total), 3)
    print(
        json.dumps({"bench": f"lint-{kind}", **where, "planted": total, **result, "recall": recall})
    )


if __name__ == "__main__":
    main()
