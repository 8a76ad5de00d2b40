"""Findings in formats that name their units say which one."""

import json

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
