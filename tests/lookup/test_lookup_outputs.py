"""Answers as people, scripts and pages read them."""

import json

from zhen_align.glossary.rows import Row, Status
from zhen_align.lookup.answer import lookup
from zhen_align.lookup.columns import Screen
from zhen_align.lookup.outputs import FORMATS
from zhen_align.text.width import width

ROWS = [
    Row("hidden layer", "隐藏层", status=Status.PREFERRED, note="a|b\tc"),
    Row("hidden layer", "隐层", abbr="HL", status=Status.FORBIDDEN),
    Row("hidden layer size", "隐藏层大小"),
]  # 隐藏层 hidden layer, 隐层 a shorter form, 大小 size
ANSWERS = [lookup(ROWS, "hidden layer"), lookup(ROWS, "hiden layer")]


def test_json_has_the_promised_shape() -> None:
    """Matches, related terms and suggestions, under their names."""
    first, second = json.loads(FORMATS["json"](ANSWERS, Screen()))
    assert first["query"] == "hidden layer"
    assert first["matches"][0] == {
        "en": "hidden layer",
        "abbr": "",
        "zh": "隐藏层",
        "status": "preferred",
        "how": "exact",
        "note": "a|b\tc",
        "domain": "",
        "contexts": [],
    }
    assert first["related"] == ["hidden layer size"]
    assert first["suggestions"] == []
    assert second["matches"] == []
    assert set(second["suggestions"][0]) == {"en", "abbr", "zh", "status", "score", "how"}
    assert second["suggestions"][0]["how"] == "fuzzy"
    assert "隐藏层" in FORMATS["json"](ANSWERS, Screen())


def test_text_lines_up() -> None:
    """Columns start at the same place, whatever the widths before them."""
    lines = FORMATS["text"](ANSWERS, Screen()).splitlines()
    assert lines[0] == "hidden layer"
    assert lines[1] == "  hidden layer       隐藏层  preferred; a|b c"
    assert lines[2] == "  hidden layer (HL)  隐层    do not use"
    assert lines[3] == "  related: hidden layer size"
    assert lines[4] == "hiden layer: no such term in the glossary"
    assert lines[5] == "  did you mean"
    assert lines[6].split() == ["hidden", "layer", "隐藏层", "preferred"]


def test_tsv_has_matches_only() -> None:
    """A suggestion never looks like an answer to a script."""
    lines = FORMATS["tsv"](ANSWERS, Screen()).splitlines()
    assert lines[0].startswith("query\ten\tabbr\tzh\tstatus\thow")
    assert len(lines) == 3
    assert lines[1].endswith("\ta|b\\tc")


def test_markdown_escapes_its_own_marks() -> None:
    """A bar in a note ends no cell."""
    page = FORMATS["markdown"](ANSWERS, Screen())
    assert "| hidden layer | 隐藏层 | preferred | a\\|b\tc |" in page
    assert "## hiden layer\n\nNo such term." in page
    assert "Did you mean: hidden layer = 隐藏层" in page


def test_width_is_the_terminal_s() -> None:
    """Chinese is two columns wide, a combining accent none."""
    assert width("隐藏a") == 5
    assert width("e\u0301") == 1
