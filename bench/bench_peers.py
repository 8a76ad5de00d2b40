"""Hold the number checks of two programs against the planted faults of the corpus.

Question: of the numbers that went wrong in corpus/12, how many does translate-toolkit's
`numbers` check (pofilter) tell, how many does `lint`, and what do both say that is no fault?
pofilter is given every aligned pair with both sides, as a catalogue would hold it.

    python bench/bench_peers.py
"""

import json
from pathlib import Path

from translate.filters import checks
from translate.storage.po import pounit

from zhen_align.align.align import align_document
from zhen_align.lint.engine import Options, lint
from zhen_align.read.files import load
from zhen_align.types import Alignment, Bead

ROOT = Path(__file__).resolve().parents[1]
PAGE = "corpus/12-defects-numbers.md"
GOLD = ROOT / "tests" / "gold" / "12-defects-numbers.json"
RULE = "number-mismatch"


def flagged_by_pofilter(alignment: Alignment) -> list[int]:
    """Return the beads in which pofilter sees a wrong number."""
    config = checks.CheckerConfig(targetlanguage="zh_CN")
    checker = checks.StandardChecker(checkerconfig=config, limitfilters=["numbers"])
    found = []
    for number, bead in enumerate(alignment.beads):
        if bead.zh and bead.en:
            unit = pounit(_side(alignment, bead, "en"))
            unit.target = _side(alignment, bead, "zh")
            if checker.run_filters(unit):
                found.append(number)
    return found


def flagged_by_lint(alignment: Alignment) -> list[int]:
    """Return the beads in which the rule speaks."""
    report = lint([alignment], (), Options(target="zh"))
    places = [f.place.span.start for f in report.findings if f.rule == RULE]
    return sorted({_bead_at(alignment, place) for place in places})


def _side(alignment: Alignment, bead: Bead, lang: str) -> str:
    document = alignment.zh if lang == "zh" else alignment.en
    sentences = bead.zh if lang == "zh" else bead.en
    return " ".join(sentence.span.of(document.text) for sentence in sentences)


def _bead_at(alignment: Alignment, place: int) -> int:
    for number, bead in enumerate(alignment.beads):
        if any(s.span.start <= place <= s.span.end for s in (*bead.zh, *bead.en)):
            return number
    return -1


def main() -> None:
    """Print a line for each program."""
    alignment = align_document(load(ROOT / PAGE, PAGE))
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    planted = {
        _bead_at(alignment, defect["start"]) for defect in gold["defects"] if defect["rule"] == RULE
    }
    print(f"{len(planted)} pairs of sentences with a wrong number, {len(alignment.beads)} in all")
    for name, found in (
        ("pofilter numbers", flagged_by_pofilter(alignment)),
        ("zhen-align lint", flagged_by_lint(alignment)),
    ):
        met = len(planted & set(found))
        print(f"{name:<17} {met} of {len(planted)} told, {len(found) - met} false")


if __name__ == "__main__":
    main()
