"""The page and the JSON are the same data."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from zhen_align.report import json as as_json
from zhen_align.report.overview import Overview
from zhen_align.report.page.markup import percent

Read = Callable[[Overview], Any]


@pytest.fixture(scope="module")
def data(greenhouse: Overview) -> Any:
    """Return the JSON of the greenhouse."""
    return json.loads(as_json.render(greenhouse))


@pytest.fixture(scope="module")
def tree(greenhouse: Overview, read_page: Read) -> Any:
    """Return the page of the greenhouse."""
    return read_page(greenhouse)


def test_the_same_beads(data: Any, tree: Any) -> None:
    """Each bead stands in its text, with its score, both sides' sentences, lines and marks."""
    for text in data["texts"]:
        shown = tree.named(text["name"]).all("li", of="bead")
        assert [each.attributes["id"] for each in shown] == [b["name"] for b in text["beads"]]
        for bead, item in zip(text["beads"], shown, strict=True):
            (knot,) = item.all("a", of="knot")
            assert knot.all("b")[0].text == f"{bead['score']:.2f}"
            assert ("doubtful" in item.classes) == bead["doubtful"]
            assert ("moved" in item.classes) == bead["moved"]
            assert ("lone" in item.classes) == (not bead["zh"] or not bead["en"])
            assert f"u-{bead['unit']}" in item.classes
            for side in ("zh", "en"):
                (cell,) = item.all("p", of=side)
                sentences = cell.all("span") if bead[side] else []
                assert [each.text for each in sentences] == [each["text"] for each in bead[side]]
                lines = [each.attributes.get("data-l") for each in sentences]
                assert lines == [str(each["line"]) for each in bead[side]]
            if bead["follows"]:
                assert f"#{bead['follows']}" in [a.attributes["href"] for a in item.all("a")]


def test_the_same_findings(data: Any, tree: Any) -> None:
    """Each finding stands in its bead, once, with rule, severity, message, place, expected."""
    assert len(tree.all("li", of="find")) == len(data["findings"]) > 0
    for finding in data["findings"]:
        (item,) = [
            each
            for each in tree.named(finding["bead"]).all("li", of="find")
            if each.attributes["id"] == finding["name"]
        ]
        assert item.attributes["data-r"] == finding["rule"]
        assert finding["severity"] in item.classes
        assert finding["severity"] in item.all("b", of="sev")[0].text
        assert item.all("span", of="msg")[0].text == finding["message"]
        (place,) = item.all("a", of="at")
        side, line = place.text.split(" ")
        assert line == f"{finding['line']}:{finding['column']}"
        assert finding["path"] == next(
            t[side] for t in data["texts"] if t["name"] == finding["text"]
        )
        assert place.attributes["href"] == f"#{finding['name']}"
        assert [each.text for each in item.all("bdi")] == finding["expected"]


def test_what_is_found_is_marked(data: Any, tree: Any) -> None:
    """The characters that a finding names are marked, as gravely as the finding or more so."""
    ranks = ["info", "warning", "error"]
    for finding in data["findings"]:
        grave = set(ranks[ranks.index(finding["severity"]) :])
        marks = tree.named(finding["bead"]).all("mark")
        fitting = [each for each in marks if each.text == finding["found"]]
        assert any(grave & each.classes for each in fitting), finding["message"]


def test_the_same_rules(data: Any, tree: Any) -> None:
    """Each rule that spoke has an entry with its page and a link to each of its findings."""
    names = {finding["rule"] for finding in data["findings"]}
    entries = tree.all("details", of="rule-entry")
    assert {each.attributes["id"] for each in entries} == {f"rule-{name}" for name in names}
    for name in names:
        own = [f"#{f['name']}" for f in data["findings"] if f["rule"] == name]
        entry = tree.named(f"rule-{name}")
        assert sorted(a.attributes["href"] for a in entry.all("a")) == sorted(own)


def test_the_same_terms(data: Any, tree: Any) -> None:
    """Each term has its renderings, with status, count, share and the beads they stand in."""
    shown = {
        item.all("p", of="name")[0].all("b")[0].text: item
        for item in tree.named("terms").all("ul", of="terms")[0].all("li")
        if item.all("p", of="name")
    }
    assert set(shown) == {term["en"] for term in data["terms"]}
    for term in data["terms"]:
        lines = shown[term["en"]].all("li")
        others = bool(term["kept"]) + bool(term["none"])
        assert len(lines) == len(term["renderings"]) + others
        for rendering, line in zip(term["renderings"], lines, strict=False):
            assert line.all("b")[0].text == rendering["zh"]
            assert rendering["status"] in line.all("span", of="status")[0].classes
            assert line.all("span", of="num")[0].text == (
                f"{percent(rendering['share'])} ({rendering['count']})"
            )
            (bar,) = line.all("rect", of="share")
            assert bar.attributes["width"] == f"{rendering['share'] * 100:.2f}"
            links = [a.attributes["href"] for a in line.all("a")]
            assert links == [f"#{name}" for name in rendering["where"]]


def test_the_same_figures(data: Any, tree: Any) -> None:
    """The tiles show the summary and the coverage."""
    tiles = {
        each.all("dt")[0].text: each.all("", of="figure")[0].text
        for each in tree.named("summary").all("div")
    }
    s, share = data["summary"], data["coverage"]["aligned_share"]
    assert tiles == {
        "texts": str(s["texts"]),
        "beads": str(s["beads"]),
        "of the Chinese is aligned": percent(share["zh"]),
        "of the English is aligned": percent(share["en"]),
        "doubtful": str(s["doubtful"]),
        "moved": str(s["moved"]),
        "findings": str(s["errors"] + s["warnings"] + s["infos"]),
        "terms found": str(s["terms"]),
    }


def test_the_same_scores(data: Any, tree: Any) -> None:
    """The columns of the plot, and the words beside them, are the bins."""
    (plot,) = tree.named("scores").all("svg")
    counts = [each["count"] for each in data["scores"]]
    assert [int(t.text or 0) for t in plot.all("text") if not t.classes] == counts
    said = ", ".join(f"{b['from']:.1f} to {b['to']:.1f}: {b['count']}" for b in data["scores"])
    assert plot.attributes["aria-label"] == said


def test_the_same_stretches(data: Any, tree: Any) -> None:
    """The bar along a text has as many parts as it has stretches, and leads to their beads."""
    for text in data["texts"]:
        (strip,) = [
            each for each in tree.all("svg") if each.attributes.get("data-text") == text["name"]
        ]
        firsts = [each["first"].partition("-b")[2] for each in text["along"]]
        assert strip.attributes["data-first"].split() == firsts
        drawn = {
            (shade, int(part.split(" ")[0]))
            for path in strip.all("path")
            for shade in path.classes - {"tick"}
            for part in path.attributes["d"].split("M")[1:]
        }
        names = {
            "sure": "sure", "unsure": "doubtful", "zh-only": "only_zh", "en-only": "only_en",
            "error": "errors", "warning": "warnings", "info": "infos",
        }  # fmt: skip
        assert drawn == {
            (shade, at)
            for shade, key in names.items()
            for at, each in enumerate(text["along"])
            if each[key]
        }


def test_the_same_drift(data: Any, tree: Any) -> None:
    """The plot of drifting terms says what the JSON says of them."""
    (plot,) = tree.named("drift").all("svg")
    said = "; ".join(
        f"{t['en']}: " + ", ".join(f"{r['zh']} {r['count']}" for r in t["renderings"])
        for t in data["terms"]
        if t["inconsistency"]
    )
    assert plot.attributes["aria-label"] == said
