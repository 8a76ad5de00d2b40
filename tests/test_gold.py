"""The gold agrees with the texts it speaks of, and covers what the project promises.

Nothing here runs the program: it holds files against files. `python tests/test_gold.py`
prints the coverage.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
NAMES = sorted(path.stem for path in (ROOT / "tests" / "gold").glob("*.json"))

SILENT = frozenset({"metadata", "navigation", "opaque"})
KINDS = SILENT | {"title", "heading", "paragraph", "item", "caption", "row", "keywords"}
UNITS = frozenset({"sentence", "heading", "title", "keyword", "caption", "cell", "item"})
RULES = frozenset(
    {
        *("term-inconsistent", "term-forbidden", "term-missing", "term-collision"),
        *("abbr-expansion", "abbr-conflict", "abbr-first-mention"),
        *("number-mismatch", "unit-mismatch", "citation-mismatch"),
        *("name-damaged", "text-damaged", "mixed-script", "markup-mismatch"),
        *("sentence-missing", "sentence-added", "sentence-moved", "truncated", "untranslated"),
        *("punctuation-width", "spacing", "glossary-row"),
    }
)
BEAD_TYPES = ("1-1", "1-2", "2-1", "1-3", "3-1", "2-2", "1-0", "0-1", "moved")
FEWEST = 3
FORMS = {
    "million": r"\d million",
    "billion": r"\d billion",
    "万": r"\d万",
    "亿": r"\d亿",
    "decimal": r"\d\.\d",
    "thousands": r"\d,\d{3}",
    "percent": r"\d%",
    "fraction in words": r"[二三四五六七八九十]分之|\bone (?:third|quarter|half|tenth)",
    "Chinese numeral": r"[二三四五六七八九十][个名家条项份]",
    "number in words": r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve) \w",
    "year": r"(?:19|20)\d\d年|\b(?:in|since|In|Since) (?:19|20)\d\d",
    "date": r"\d年\d{1,2}月\d{1,2}日|[A-Z][a-z]+ \d{1,2}, \d{4}|\d{4}-\d\d-\d\d",
    "range": r"\d[–～~]\d",
    "money": r"[$¥€]\d|\d(?:美元|元)|\d yuan",
    "unit": r"\d ?(?:mg|mm|km|GB|TB|Å|mL|MWh)\b",
}

# what may stand outside a sentence: marks of lists, headings, quotes, comments and cells
_MARKS = re.compile(r"(?:[\s#>*•|;；,，、/<!\-\u3000]|\d+[.)])*")
_LABEL = re.compile(r"[\s*]*[^:：—]{2,30}[:：—][\s*]*")


@cache
def gold(name: str) -> dict[str, Any]:
    """Return one document's gold."""
    path = ROOT / "tests" / "gold" / f"{name}.json"
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


@cache
def decoded(path: str, encoding: str = "utf-8") -> str:
    """Return a file's text as offsets count it."""
    return (ROOT / path).read_bytes().decode(encoding).removeprefix("\ufeff")


@cache
def texts(name: str) -> dict[str, str]:
    """Return the document's files, decoded, by path."""
    entry = gold(name)
    pairs = zip(entry["document"], entry["encoding"], strict=True)
    return {path: decoded(path, encoding) for path, encoding in pairs}


def line_of(text: str, offset: int) -> int:
    """Return the 1-based line of an offset."""
    return len(re.findall(r"\r\n|\n|\r", text[:offset])) + 1


def places(value: Any) -> Iterator[dict[str, Any]]:
    """Give every place anywhere inside a piece of gold."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for inner in value.values():
            yield from places(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from places(inner)


def bead_types(name: str) -> Counter[str]:
    """Count a document's sentence beads by their Chinese and English sizes, and the moved."""
    counts = Counter(f"{len(b['zh'])}-{len(b['en'])}" for b in gold(name)["beads"])
    counts["moved"] = sum(b["moved"] for b in gold(name)["beads"])
    return counts


@pytest.mark.parametrize("name", NAMES)
def test_every_place_gives_its_text(name: str) -> None:
    """An offset that has slipped by one is found."""
    broken = [
        place
        for place in places(gold(name))
        if _text(name, place["path"])[place["start"] : place["end"]] != place["text"]
    ]
    assert broken == []


@pytest.mark.parametrize("name", NAMES)
def test_every_line_has_one_block(name: str) -> None:
    """No line that is not blank is without a kind, none has two."""
    blocks = Counter((b["path"], b["line"]) for b in gold(name)["blocks"])
    there = Counter(
        (path, number)
        for path, text in texts(name).items()
        for number, (start, end) in enumerate(_numbered(text), 1)
        if text[start:end].strip()
    )
    assert blocks == there
    assert {b["kind"] for b in gold(name)["blocks"]} <= KINDS
    assert {b["lang"] for b in gold(name)["blocks"]} <= {"en", "zh", "mixed", "-"}


@pytest.mark.parametrize("name", NAMES)
def test_beads_cover_the_prose_once(name: str) -> None:
    """Outside the beads stand marks, labels of keyword lists and figures of bilingual rows."""
    kinds = {(b["path"], b["line"]): b for b in gold(name)["blocks"]}
    taken = {path: bytearray(len(text)) for path, text in texts(name).items()}
    for bead in gold(name)["beads"]:
        for place in bead["zh"] + bead["en"]:
            assert place["text"] == place["text"].strip() != ""
            for offset in range(place["start"], place["end"]):
                taken[place["path"]][offset] += 1
    assert all(max(marks, default=0) <= 1 for marks in taken.values()), "two beads overlap"
    left = []
    for path, text in texts(name).items():
        for number, (start, end) in enumerate(_numbered(text), 1):
            block = kinds.get((path, number))
            if block is None or block["kind"] in SILENT:
                continue
            rest = "".join(text[at] for at in range(start, end) if not taken[path][at])
            if block["kind"] == "keywords":
                rest = _LABEL.sub("", rest, count=1)
            if block["kind"] == "row" and block["lang"] == "mixed":
                rest = re.sub(r"[\d.,%–]+|mm", "", rest)
            if not _MARKS.fullmatch(rest):
                left.append((path, number, rest))
    assert left == []


@pytest.mark.parametrize("name", NAMES)
def test_beads_are_well_formed(name: str) -> None:
    """A bead has a known unit, at least one side, and its places in reading order."""
    for bead in gold(name)["beads"]:
        assert bead["unit"] in UNITS
        assert bead["zh"] or bead["en"]
        assert not bead["moved"] or (bead["zh"] and bead["en"]), "what is missing cannot move"
        for side in (bead["zh"], bead["en"]):
            starts = [(place["path"], place["start"]) for place in side]
            assert starts == sorted(starts)


@pytest.mark.parametrize("name", NAMES)
def test_only_moved_beads_cross(name: str) -> None:
    """Without the moved beads both languages run forward; each moved one crosses another."""
    two = [b for b in gold(name)["beads"] if b["zh"] and b["en"]]
    order = [((b["en"][0]["start"], b["zh"][0]["start"]), b["moved"]) for b in two]
    still = sorted(at for at, moved in order if not moved)
    assert [zh for _, zh in still] == sorted(zh for _, zh in still)
    for (en, zh), moved in order:
        if moved:
            assert any((en - e) * (zh - z) < 0 for (e, z), _ in order)


@pytest.mark.parametrize("name", NAMES)
def test_links_are_the_lines_of_the_beads(name: str) -> None:
    """Lines are linked if and only if a bead joins them."""
    joined = set()
    for bead in gold(name)["beads"]:
        en, zh = ({n for p in bead[side] for n in _rows(name, p)} for side in ("en", "zh"))
        joined |= {(e, z) for e in en for z in zh}
    linked = {(e, z) for link in gold(name)["links"] for e in link["en"] for z in link["zh"]}
    assert joined <= linked
    for link in gold(name)["links"]:
        assert any((e, z) in joined for e in link["en"] for z in link["zh"])


@pytest.mark.parametrize("name", NAMES)
def test_terms_and_definitions_stand_in_the_text(name: str) -> None:
    """Terms are found in both languages; a definition's long form starts where it says."""
    everything = re.sub(r"\s+", " ", "\n".join(texts(name).values()))
    for term in gold(name)["terms"]:
        assert re.search(_inflected(term["en"]), everything, re.IGNORECASE), term
        assert term["abbr"] in everything
        assert [zh for zh in term["zh"] if zh not in everything] == []
    for entry in gold(name)["definitions"]:
        text = texts(name)[entry["path"]]
        after = re.sub(r"\s+", " ", text[entry["start"] :][:300])
        assert after.startswith(entry["long"]), entry
        assert entry["abbr"] in after[: len(entry["long"]) + 60]


@pytest.mark.parametrize("name", NAMES)
def test_defects_name_rules_and_reasons(name: str) -> None:
    """A defect has a rule of the program and says why; none is also called clean."""
    entry = gold(name)
    for defect in entry["defects"]:
        assert defect["rule"] in RULES
        assert defect["why"]
    at = {(d["path"], d["rule"], d["start"], d["end"]) for d in entry["defects"]}
    clean = {(d["path"], d["rule"], d["start"], d["end"]) for d in entry.get("clean", [])}
    assert not at & clean


def test_every_text_of_the_corpus_has_gold() -> None:
    """A document without gold would be measured by nobody."""
    known = {path for name in NAMES for path in gold(name)["document"]}
    there = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "corpus").rglob("*")
        if path.is_file() and path.name != "README.md" and path.suffix != ".tsv"
    }
    assert there == known


def test_the_gold_covers_every_kind_of_thing() -> None:
    """Kinds, units, bead types, defects and forms of quantities occur three times or more."""
    counts = coverage()
    wanted = [("block", k) for k in KINDS] + [("unit", u) for u in UNITS]
    wanted += [("bead", b) for b in BEAD_TYPES] + [("defect", r) for r in RULES]
    wanted += [("quantity", form) for form in FORMS]
    assert {key: counts[key] for key in wanted if counts[key] < FEWEST} == {}


def coverage() -> Counter[tuple[str, str]]:
    """Count blocks by kind, beads by unit and type, defects by rule, over all gold."""
    counts: Counter[tuple[str, str]] = Counter()
    for name in NAMES:
        entry = gold(name)
        counts.update(("block", b["kind"]) for b in entry["blocks"])
        counts.update(("unit", b["unit"]) for b in entry["beads"])
        counts.update(("defect", d["rule"]) for d in entry["defects"])
        counts.update(("clean", d["rule"]) for d in entry.get("clean", []))
        counts.update({("bead", kind): n for kind, n in bead_types(name).items()})
        for form, pattern in FORMS.items():
            counts["quantity", form] += sum(
                len(re.findall(pattern, text)) for text in texts(name).values()
            )
        counts["all", "documents"] += 1
        counts["all", "beads"] += len(entry["beads"])
        counts["all", "pairs of sentences"] += sum(
            b["unit"] in {"sentence", "item", "caption"} and bool(b["zh"] and b["en"])
            for b in entry["beads"]
        )
        counts["all", "terms"] += len(entry["terms"])
        counts["all", "definitions"] += len(entry["definitions"])
    return counts


def _text(name: str, path: str) -> str:
    """Return one of a document's files, or another that its gold speaks of."""
    return texts(name).get(path) or decoded(path)


def _inflected(term: str) -> str:
    """Return a pattern for a term and its plural.

    >>> bool(re.search(_inflected("test criterion"), "the test criteria"))
    True
    """
    heads = (re.escape(word[: max(3, len(word) - 2)]) for word in re.split(r"[ -]", term))
    return r"\w*[ -]".join(heads)


def _numbered(text: str) -> list[tuple[int, int]]:
    """Return the lines of a text, blank ones included."""
    spans, start = [], 0
    for end in re.finditer(r"\r\n|\n|\r", text):
        spans.append((start, end.start()))
        start = end.end()
    return [*spans, (start, len(text))]


def _rows(name: str, place: dict[str, Any]) -> range:
    """Return the lines that a place runs over."""
    text = texts(name)[place["path"]]
    return range(line_of(text, place["start"]), line_of(text, place["end"]) + 1)


if __name__ == "__main__":
    for (what, which), count in sorted(coverage().items()):
        print(f"{what:8} {which:22} {count:5}")
