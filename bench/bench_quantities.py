"""Lint sentences dense with quantities, right ones and such with one slip; print what is found.

Questions: of numbers that a translator got wrong in sentences of many trades, how many does lint
find, kind by kind; and how many of the right translations does it call wrong, pair by pair and in
documents that are read and aligned as files are? All pairs of quantity_pairs.txt and
quantity_pairs_more.txt may be read when rules are made; those of quantity_pairs_later.txt are
scored only, and never shown. Not a pass/fail test.

    python bench/bench_quantities.py [--half looked|scored|all] [--show]
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench_lint import OF_ONE_PAIR, aligned
from zhen_align.lint.engine import lint
from zhen_align.lint.finding import Finding
from zhen_align.pipeline import alignments, parsed
from zhen_align.text.scripts import han_count
from zhen_align.types import Alignment

HALVES = {
    "looked": ("quantity_pairs.txt", "quantity_pairs_more.txt"),
    "scored": ("quantity_pairs_later.txt",),
}
_SLIP = re.compile(r"! (\w+): (.+) => (.+)")


@dataclass(frozen=True, slots=True)
class Pair:
    """A source with its translation, right and, where there is one, with a slip of some kind."""

    trade: str
    source: str
    right: str
    wrong: str = ""
    kind: str = ""

    def sides(self, translation: str) -> tuple[str, str]:
        """Return the Chinese and the English of a translation."""
        return (self.source, translation) if self.to_en else (translation, self.source)

    @property
    def to_en(self) -> bool:
        """Whether the Chinese is the source."""
        return han_count(self.source) > han_count(self.right)

    @property
    def target(self) -> str:
        """The language of the translation."""
        return "en" if self.to_en else "zh"


def pairs(text: str) -> Iterator[Pair]:
    """Yield the records of the file."""
    trade = ""
    for record in text.split("\n\n"):
        lines = record.strip().splitlines()
        if lines and lines[0].startswith("# "):
            trade = lines[0][2:]
        elif lines:
            source, right, *rest = lines
            slip = _SLIP.fullmatch(rest[0]) if rest else None
            wrong = right.replace(slip[2], slip[3]) if slip else ""
            yield Pair(trade, source, right, wrong, slip[1] if slip else "")


def loud(one: Alignment, target: str) -> list[Finding]:
    """Return the errors and warnings about one pair of texts."""
    options = OF_ONE_PAIR.__class__(target=target, without=OF_ONE_PAIR.without)
    return [f for f in lint([one], (), options).findings if f.severity != "info"]


def of_pair(pair: Pair, translation: str) -> list[Finding]:
    """Return what is said about one pair, known to be one."""
    return loud(aligned(*pair.sides(translation)), pair.target)


def told(translation: str, pair: Pair) -> set[str]:
    """Return the messages about one pair, to compare."""
    return {f.message for f in of_pair(pair, translation)}


def of_documents(chosen: list[Pair], target: str) -> Iterator[Finding]:
    """Yield what is said about the right translations of each trade, read and aligned as files."""
    for trade in dict.fromkeys(p.trade for p in chosen):
        sides = [p.sides(p.right) for p in chosen if p.trade == trade and p.target == target]
        names = [f"{trade}.{lang}.md" for lang in ("zh", "en")]
        texts = ["\n\n".join(column) + "\n" for column in zip(*sides, strict=True)] if sides else []
        read = [parsed(name, t.encode()) for name, t in zip(names, texts, strict=False)]
        for one in alignments(read, "", fixed=True) if read else ():
            yield from loud(one, target)


def main() -> None:
    """Print one JSON line a question."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", default="all", choices=(*HALVES, "all"))
    parser.add_argument("--show", action="store_true", help="print what is false and missed")
    args = parser.parse_args()
    for half, names in HALVES.items():
        if args.half in (half, "all"):
            paths = map(Path(__file__).with_name, names)
            chosen = [p for path in paths for p in pairs(path.read_text(encoding="utf-8"))]
            _score(half, chosen, show=args.show and half == "looked")


def _score(half: str, chosen: list[Pair], *, show: bool) -> None:
    clean = [(p, said) for p in chosen if (said := of_pair(p, p.right))]
    apart = [f for target in ("zh", "en") for f in of_documents(chosen, target)]
    made, found = Counter(p.kind for p in chosen if p.kind), Counter[str]()
    for pair in chosen:
        if pair.kind and told(pair.wrong, pair) - told(pair.right, pair):
            found[pair.kind] += 1
        elif pair.kind and show:
            print(f"--- {pair.kind} missed\n{pair.source}\n{pair.wrong}")
    for pair, said in clean if show else ():
        print(f"--- false\n{pair.source}\n{pair.right}")
        for f in said:
            print(f"    {f.severity.value}: {f.rule}: {f.message}")
    for f in apart if show else ():
        print(f"--- in a document: {f.severity.value}: {f.rule}: {f.message} | {f.place.text!r}")
    false = Counter(f.rule for _, said in clean for f in said)
    print(
        json.dumps(
            {
                "bench": "quantities-clean", "half": half, "pairs": len(chosen),
                "false": len(clean), "per_100": round(100 * len(clean) / len(chosen), 2),
                "rules": dict(false), "in documents": len(apart),
            }
        )
    )  # fmt: skip
    for kind in (*sorted(made), "all"):
        planted, seen = (
            (made.total(), found.total()) if kind == "all" else (made[kind], found[kind])
        )
        print(
            json.dumps(
                {
                    "bench": f"quantities-{kind}", "half": half,
                    "planted": planted, "found": seen, "recall": round(seen / planted, 3),
                }
            )
        )  # fmt: skip


if __name__ == "__main__":
    main()
