"""Findings in formats that name their units say which one."""

import json

import pytest

from zhen_align.align.align import align_document
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.outputs.json import render
from zhen_align.read.document import parse

# the pump runs for 3 hours, of which the translation makes 5
CATALOGUE = (
    'msgid "The soil is dry."\nmsgstr "土壤很干。"\n\n'
    'msgid "The pump runs for 3 hours."\nmsgstr "水泵运行5小时。"\n'
)


def test_a_finding_and_its_sides_have_the_address() -> None:
    """The unit stands beside the offsets, at the place and at both sides."""
    document = parse("po/zh.po", CATALOGUE)
    report = lint([align_document(document)], (), Options())
    found = json.loads(render(report))["findings"]
    (wrong,) = [each for each in found if each["rule"] == "number-mismatch"]
    unit = document.blocks[-1].address
    assert unit
    assert wrong["address"] == wrong["zh"]["address"] == wrong["en"]["address"] == unit


def test_running_text_has_none() -> None:
    """Where offsets say it all, nothing is added."""
    text = "The pump runs for 3 hours.\n\n水泵运行5小时。\n"
    report = lint([align_document(parse("x.md", text))], (), Options())
    assert report.findings
    assert '"address"' not in render(report)


UNITS = [
    ("The soil is dry today.", "今天土壤很干。"),
    ("The pump runs for 3 hours every morning.", ""),
    ("Close the lid of the tank before you leave.", "离开前请合上水箱的盖子。"),
    ("Open it again at noon, when it is cool.", "中午凉快时再打开。"),
]
PO = "\n".join(f'msgid "{en}"\nmsgstr "{zh}"\n' for en, zh in UNITS)
XLIFF = (
    '<xliff version="1.2"><file source-language="en" target-language="zh"><body>{}</body></file>'
)
UNIT = '<trans-unit id="{}"><source>{}</source>{}</trans-unit>'


def _xliff(empty: str) -> str:
    units = enumerate(UNITS)
    return XLIFF.format(
        "".join(
            UNIT.format(n, en, f"<target>{zh}</target>" if zh else empty) for n, (en, zh) in units
        )
    )


# a file, and what stands before the place of the finding
EMPTY = [
    ("a.po", PO, 'every morning."\nmsgstr "'),
    ("a.xlf", _xliff("<target/>"), "every morning.</source>"),
    ("a.xlf", _xliff("<target state='new'></target>"), "<target state='new'>"),
    ("a.xlf", _xliff(""), "every morning.</source>"),
]


@pytest.mark.parametrize(("name", "text", "before"), EMPTY)
def test_a_unit_without_its_translation_is_named_where_that_belongs(
    name: str, text: str, before: str
) -> None:
    """The finding stands in the empty string of the unit, not behind the one above it."""
    found = lint([align_document(parse(name, text))]).findings
    missing = [finding for finding in found if finding.rule == "sentence-missing"]
    assert [finding.place.span.start for finding in missing] == [text.index(before) + len(before)]
