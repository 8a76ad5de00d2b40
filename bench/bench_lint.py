"""Plant number defects into clean sentence pairs; print how many are found and what is false.

Questions: of a changed magnitude, a lost percent sign and a changed digit, how many does
number-mismatch find (error / warning / missed), and how many findings per 100 pairs does it
make on the unharmed originals? Numbers to harm are chosen by a plain expression, not by the
parser under test. Needs the development data (`../shared/data`); not a pass/fail test.

    python bench/bench_lint.py [--half odd|even|all] [--show N]
"""

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from zhen_align.lint.engine import Options, lint
from zhen_align.lint.finding import Finding
from zhen_align.text.opaque import opaque
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span, Unit

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
SETS = ("d2l", "dolphin")
OF_ONE_PAIR = Options(target="zh", without=("term-inconsistent", "term-collision"))
Pair = tuple[str, str, str]  # where it comes from, zh, en

_PLAIN_NUMBER = re.compile(r"(?<![\w./:\[{(#-])\d{2,}(?:\.\d+)?(?![\w./:\]}-])", re.ASCII)
_HIDDEN = re.compile(r"`[^`]*`|\$[^$]*\$|\]\([^)]*\)|https?://\S+|<[^>]*>")


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


def plant(zh: str, en: str, defect: str, rng: random.Random) -> str | None:
    """Return the Chinese with one number harmed; None where no plain number is on both sides."""
    hidden = [m.span() for m in _HIDDEN.finditer(zh)]
    places = [
        m
        for m in _PLAIN_NUMBER.finditer(zh)
        if re.search(rf"(?<![\d.]){re.escape(m[0])}(?![\d]|\.\d)", _HIDDEN.sub(" ", en))
        and not any(a <= m.start() < b for a, b in hidden)
    ]
    if defect == "percent":
        places = [m for m in places if re.match(r"\s?[%％]", zh[m.end() :])]
    if not places:
        return None
    at = rng.choice(places)
    head, number, rest = zh[: at.start()], at[0], zh[at.end() :]
    if defect == "percent":
        return head + number + re.sub(r"^\s?[%％]", "", rest)
    if defect == "magnitude":
        if "." in number:
            whole, part = number.split(".")
            return head + (whole + part[0] + (f".{part[1:]}" if part[1:] else "")) + rest
        return head + rng.choice([number + "0", number + "00", number[:-1] or "1"]) + rest
    spot = rng.choice([n for n, ch in enumerate(number) if ch.isdigit()])
    other = rng.choice([d for d in "123456789" if d != number[spot]])
    return head + number[:spot] + other + number[spot + 1 :] + rest


def main() -> None:
    """Print one JSON line a question."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", default="odd", choices=("odd", "even", "all"))
    parser.add_argument("--gold", default="gold_exact", choices=("gold_exact", "gold_block"))
    parser.add_argument("--show", type=int, default=0, help="print so many false or missed ones")
    args = parser.parse_args()
    pairs = list(read(args.half, args.gold))
    clean: Counter[str] = Counter()
    shown = args.show
    start = time.process_time()
    said = [(pair, findings(pair[1], pair[2])) for pair in pairs]
    seconds = time.process_time() - start
    for (where, zh, en), found in said:
        levels = {f.severity.value for f in found}
        worst = next((s for s in ("error", "warning", "info") if s in levels), "")
        if worst:
            clean[worst] += 1
        if worst in ("error", "warning") and shown > 0:
            shown -= 1
            print(f"--- {where}\n{zh}\n{en}")
            for f in found:
                print(f"    {f.severity.value}: {f.message} | {f.place.text!r} {f.expected}")
    size = sum(len(zh.encode()) + len(en.encode()) for _, zh, en in pairs)
    rates = {s: round(100 * clean[s] / max(1, len(pairs)), 2) for s in ("error", "warning", "info")}
    print(
        json.dumps(
            {
                "bench": "lint-clean", "half": args.half, "pairs": len(pairs),
                "alarmed": dict(clean), "per_100": rates, "mb_s": round(size / seconds / 1e6, 2),
            }
        )
    )  # fmt: skip
    for defect in ("magnitude", "percent", "digit"):
        rng = random.Random(7)
        result: Counter[str] = Counter()
        for (_, zh, en), before in said:
            harmed = plant(zh, en, defect, rng)
            if harmed is None or before:
                continue
            levels = {f.severity.value for f in findings(harmed, en)}
            worst = next((s for s in ("error", "warning", "info") if s in levels), "missed")
            result[worst] += 1
            if worst in ("missed", "info") and shown > 0:
                shown -= 1
                print(f"--- {defect} {worst}\n{zh}\n{harmed}\n{en}")
        total = sum(result.values())
        hits = result["error"] + result["warning"]
        print(
            json.dumps(
                {
                    "bench": f"lint-{defect}", "half": args.half, "planted": total,
                    **result, "recall": round(hits / max(1, total), 3),
                }
            )
        )  # fmt: skip


if __name__ == "__main__":
    main()
