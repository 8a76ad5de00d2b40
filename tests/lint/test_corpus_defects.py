"""The rules on the corpus: what its readers marked as a defect is found, and nothing else.

The beads are those of the gold, so that the aligner has no part in the result.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from zhen_align.glossary.rows import parse
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.rules import RULES as ALL
from zhen_align.lint.rules import rule
from zhen_align.text.lines import line_starts, position
from zhen_align.text.opaque import opaque
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span, Unit

ROOT = Path(__file__).resolve().parents[2]
GOLD = sorted((ROOT / "tests" / "gold").glob("*.json"))
# the other rules judge terms by how they are rendered elsewhere, and have tests of their own
RULES = tuple(name for name in ALL if name not in ("term-inconsistent", "term-collision"))
# these judge a style that only some of the documents keep to
STYLES = ("abbr-first-mention", "spacing")
OTHERS_OFF = {name: "off" for name in ALL if name not in RULES}


def aligned(gold: dict[str, Any]) -> Alignment:
    """Return the beads of a gold file over its documents."""
    texts = {
        path: (ROOT / path).read_bytes().decode(encoding).removeprefix("\ufeff")
        for path, encoding in zip(gold["document"], gold["encoding"], strict=True)
    }
    blocks: dict[str, list[Block]] = {path: [] for path in texts}
    kinds = {(b["path"], b["line"]): Kind(b["kind"]) for b in gold["blocks"]}

    def sentence(place: dict[str, Any], lang: Lang, unit: Unit) -> Sentence:
        span = Span(place["start"], place["end"])
        hidden = (s.shifted(by=span.start) for s in opaque(place["text"]))
        own = blocks[place["path"]]
        line = position(line_starts(texts[place["path"]]), span.start)[0]
        kind = kinds.get((place["path"], line), Kind.PARAGRAPH)
        own.append(Block(span, kind, lang, tuple(hidden)))
        return Sentence(span, lang, unit, len(own) - 1)

    beads = tuple(
        Bead(
            tuple(sentence(place, Lang.ZH, Unit(bead["unit"])) for place in bead["zh"]),
            tuple(sentence(place, Lang.EN, Unit(bead["unit"])) for place in bead["en"]),
            0.99,
            Unit(bead["unit"]),
            moved=bead.get("moved", False),
        )
        for bead in gold["beads"]
    )
    documents = {path: Document(path, texts[path], tuple(blocks[path])) for path in texts}
    first, last = gold["document"][0], gold["document"][-1]
    return Alignment(documents[first], documents[last], beads)


@pytest.mark.parametrize("path", GOLD, ids=[path.stem for path in GOLD])
def test_defects_are_found_and_nothing_else(path: Path) -> None:
    """Every marked defect meets a finding of its rule, and every error a marked defect."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    if not gold.get("beads"):
        pytest.skip("no beads in this one")
    glossary = gold.get("glossary")
    text = (ROOT / glossary).read_text(encoding="utf-8") if glossary else ""
    rows = parse(text, glossary).rows if glossary else ()
    spacing = gold.get("options", {}).get("spacing", "")
    severities = OTHERS_OFF | {
        name: "info" if any(d["rule"] == name for d in gold.get("defects", ())) else "off"
        for name in STYLES
    }
    options = Options(
        severities,
        gold.get("target", "auto"),
        spacing=spacing,
        glossary=Document(glossary, text, ()) if glossary else None,
    )
    report = lint([aligned(gold)], rows, options)
    marked = {
        (d["rule"], d["path"], d["start"], d["end"])
        for d in gold.get("defects", ())
        if d["rule"] in RULES
    }
    found = {
        (f.rule, f.place.path, f.place.span.start, f.place.span.end): f.severity
        for f in report.findings
    }
    # a rule may mention milder things: they are no alarm
    loud = {key for key, level in found.items() if rule(key[0]).SEVERITY in (level, "off")}
    loud |= {key for key, level in found.items() if level != "info"}

    def meets(a: tuple[str, str, int, int], b: tuple[str, str, int, int]) -> bool:
        return a[:2] == b[:2] and a[2] <= b[3] and b[2] <= a[3]

    assert [m for m in sorted(marked) if not any(meets(m, f) for f in found)] == []
    assert [f for f in sorted(loud) if not any(meets(f, m) for m in marked)] == []


def test_the_gold_is_there() -> None:
    """The glob above finds the gold, and the gold has defects of both rules."""
    rules = [
        d["rule"] for path in GOLD for d in json.loads(path.read_text("utf-8")).get("defects", ())
    ]
    assert len(GOLD) >= 15
    assert rules.count("number-mismatch") >= 10
    assert rules.count("term-forbidden") >= 3
