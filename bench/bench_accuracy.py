"""Hold every room against the gold of the corpus; print a table.

Question: what does the program get right, end to end, on texts where a reader has said what
is right? Read: kinds and languages of lines. Text: sentence ends inside lines. Align: beads
by type and unit, sentences without a partner, moved ones, line pairs, calibration. Terms:
recall, precision of the best k. Lint: defects met and false findings by rule.
The corpus is small and was written for this program: an alarm, not a boast.

    python bench/bench_accuracy.py [--json] [--documents] [--errors N] [NAME...]
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from zhen_align import pipeline
from zhen_align.config import Config
from zhen_align.evaluate import beads, calibration, defects, documents, terms
from zhen_align.evaluate.beads import Joined
from zhen_align.evaluate.defects import Judged
from zhen_align.evaluate.files import hash_of_gold, hash_of_sources, read_gold
from zhen_align.evaluate.gold import Gold
from zhen_align.evaluate.signature import signature
from zhen_align.evaluate.tally import Tally, total
from zhen_align.glossary.rows import Row, parse
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.finding import Finding, Severity
from zhen_align.lint.rules import RULES
from zhen_align.lint.rules import rule as rule_named
from zhen_align.read.partners import partners
from zhen_align.types import Alignment, Document

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tests" / "gold"
SIZES = (20, 50, 100, 200)


@dataclass
class Seen:
    """What the program made of one document, and what the gold says."""

    gold: Gold
    texts: list[Document]
    alignments: list[Alignment]
    found: list[Joined] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def run(gold: Gold) -> Seen:
    texts = {path: pipeline.parsed(path, (ROOT / path).read_bytes()) for path in gold.paths}
    aligned = [
        alignment
        for pair in partners(list(gold.paths))
        for alignment in pipeline.alignments([texts[n] for n in dict.fromkeys(pair.names)], "")
    ]
    seen = Seen(gold, list(texts.values()), aligned, documents.joined(aligned))
    seen.findings = linted(seen)
    return seen


def linted(seen: Seen) -> list[Finding]:
    rows: Sequence[Row] = ()
    if seen.gold.glossary:
        rows = parse((ROOT / seen.gold.glossary).read_text("utf-8"), seen.gold.glossary).rows
    wanted = {planted.rule for planted in (*seen.gold.defects, *seen.gold.clean)}
    off = {name: "warning" for name in wanted if default(name) is Severity.OFF}
    return list(lint(seen.alignments, rows, Options(off, seen.gold.target)).findings)


def default(name: str) -> Severity | None:
    """Return what a rule's findings count as where nobody said otherwise; None without it."""
    return rule_named(name).SEVERITY if name in RULES else None


def aligning(every: Sequence[Seen]) -> dict[str, Any]:
    kinds: Counter[str] = Counter()
    by_kind: dict[str, Tally] = {}
    by_unit: dict[str, Tally] = {}
    for seen in every:
        for name, tally in beads.by_kind(seen.gold.beads, seen.found).items():
            by_kind[name] = by_kind.get(name, Tally()) + tally
            kinds[name] += tally.wanted
        for name, tally in beads.by_unit(seen.gold.beads, seen.found).items():
            by_unit[name] = by_unit.get(name, Tally()) + tally
    answers = [a for s in every for a in calibration.judged(s.gold.beads, s.found)]
    return {
        "strict": total(beads.strict(s.gold.beads, s.found) for s in every),
        "lax": total(documents.lax(s.gold.beads, s.found) for s in every),
        "without a partner": total(beads.alone(s.gold.beads, s.found) for s in every),
        "moved": total(beads.moved(s.gold.beads, s.found) for s in every),
        "line pairs": total(documents.lines_tally(s.gold, a) for s in every for a in s.alignments),
        "type": {name: by_kind[name] for name, _ in kinds.most_common()},
        "unit": by_unit,
        "calibration error": round(calibration.expected_error(answers), 4),
        "reliability": [
            {"low": b.low, "beads": b.count, "claimed": b.claimed, "true": b.true}
            for b in calibration.table(answers)
        ],
    }


def extracting(every: Sequence[Seen]) -> dict[str, Any]:
    candidates = pipeline.extracted([a for s in every for a in s.alignments], Config(root=ROOT))
    gold = [term for seen in every for term in seen.gold.terms]
    return {
        "terms": terms.recall(gold, candidates),
        "renderings": terms.renderings(gold, candidates),
        **{f"best {k}": t for k, t in terms.precision_at(gold, candidates, SIZES).items()},
    }


def linting(every: Sequence[Seen]) -> dict[str, Judged]:
    found: dict[str, Judged] = {}
    for seen in every:
        judged = defects.judge(seen.gold.defects, seen.gold.clean, seen.findings)
        for name, one in judged.items():
            found[name] = found.get(name, Judged()) + one
    return dict(sorted(found.items()))


def measured(every: Sequence[Seen]) -> dict[str, Any]:
    kinds, languages = zip(
        *(documents.kinds_and_languages(s.gold, s.texts) for s in every), strict=True
    )
    ends = total(documents.ends_tally(s.gold, s.found, s.texts) for s in every)
    return {
        "read": {"kinds": total(kinds), "languages": total(languages)},
        "text": {"sentence ends": ends},
        "align": aligning(every),
        "terms": extracting(every),
        "lint": linting(every),
    }


def plain(value: Any) -> Any:
    """Return figures as JSON has them."""
    if isinstance(value, Tally):
        return value.figures()
    if isinstance(value, Judged):
        return {name: getattr(value, name) for name in Judged.__slots__}
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    return value


def row(name: str, tally: Tally) -> str:
    rates = f"{tally.precision:7.3f}"
    rates += f"{tally.recall:7.3f}{tally.f1:7.3f}" if tally.wanted else f"{'-':>7}{'-':>7}"
    return f"  {name:<22}{rates}{tally.found:7}{tally.wanted:7}"


def table(figures: dict[str, Any]) -> Iterable[str]:
    for room in ("read", "text", "align", "terms"):
        yield f"{room:<24}{'P':>7}{'R':>7}{'F1':>7}{'found':>7}{'gold':>7}"
        for name, value in figures[room].items():
            if isinstance(value, Tally):
                yield row(name, value)
            elif isinstance(value, dict):
                yield from (row(f"{name} {inner}", tally) for inner, tally in value.items())
    error = figures["align"]["calibration error"]
    yield f"scores: expected calibration error {error:.3f}"
    for each in figures["align"]["reliability"]:
        yield (
            f"  from {each['low']:.1f} {each['beads']:5} beads claim {each['claimed']:.2f},"
            f" {each['true']:.2f} are right"
        )
    yield f"{'lint':<24}{'met':>9}{'exact':>7}{'said':>7}{'false':>7}{'on look-alikes':>16}"
    for name, it in figures["lint"].items():
        there = "" if default(name) else "  (no such rule yet)"
        yield (
            f"  {name:<22}{it.met:4} /{it.planted:3}{it.exact:7}{it.findings:7}"
            f"{it.false:7}{it.alarmed:16}{there}"
        )


def wrong(seen: Seen) -> Iterable[str]:
    """Yield the beads that gold and program do not share, in the order of the text."""
    texts = {text.path: text.text for text in seen.texts}
    gold, found = ({b.sides: b for b in these} for these in (seen.gold.beads, seen.found))

    def side(keys: Iterable[Any]) -> str:
        places = sorted(keys)
        return " + ".join(texts[path][start:end] for path, start, end in places) or "-"

    odd = [("gold", gold[s]) for s in gold.keys() - found.keys()]
    odd += [("said", found[s]) for s in found.keys() - gold.keys()]
    for who, bead in sorted(odd, key=lambda o: (min(map(str, o[1].zh | o[1].en)), o[0])):
        yield f"  {who} {bead.unit} {bead.score:.2f} {side(bead.zh)} = {side(bead.en)}"


def main() -> None:
    """Print the table, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="only these documents")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--documents", action="store_true", help="strict figures by document")
    parser.add_argument("--errors", type=int, default=0, help="print so many wrong beads of each")
    args = parser.parse_args()
    start = time.perf_counter()
    golds = [g for g in read_gold(FOLDER) if not args.names or g.name in args.names]
    every = [run(gold) for gold in golds]
    figures = measured(every)
    seconds = time.perf_counter() - start
    line = signature(
        hash_of_sources(), hash_of_gold(FOLDER, golds, ROOT), {"documents": len(golds)}
    )
    if args.json:
        whole = {"bench": "accuracy", **plain(figures), "signature": line}
        print(json.dumps(whole | {"seconds": round(seconds, 1)}, ensure_ascii=False))
        return
    print("\n".join(table(figures)))
    for seen in every if args.documents or args.errors else ():
        print(row(seen.gold.name[:22], beads.strict(seen.gold.beads, seen.found)))
        for number, text in enumerate(wrong(seen)):
            if number < args.errors:
                print(text)
    print(f"{line} ({seconds:.0f} s)")


if __name__ == "__main__":
    main()
