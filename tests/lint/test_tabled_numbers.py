"""Tables of one file that say each row in both languages, in turn or half after half."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.lint.rules import RULES
from zhen_align.pipeline import alignments, parsed

HEAD = "水泵把水送进水箱。\n\nThe pump moves water into the tank.\n\n"
ZH = (
    "| 水泵 | 流量 | 压力 |",
    "| 小型 | 12.34 | 3 |",
    "| 中型 | 1,500万 | 4 |",
    "| 大型 | 88.1 | 5 |",
)
EN = (
    "| Pump | Flow | Pressure |",
    "| Small | 12.34 | 3 |",
    "| Medium | 15 M | 4 |",
    "| Large | 88.1 | 5 |",
)


def told(zh: tuple[str, ...], en: tuple[str, ...], *, halves: bool) -> list[str]:
    """Return where the numbers of a table in one file are told."""
    rows = [*zh, *en] if halves else [row for two in zip(zh, en, strict=True) for row in two]
    rows = [rows[0], "|---|---|---|", *rows[1:]]
    pair = alignments([parsed("x.md", (HEAD + "\n".join(rows) + "\n").encode())], "", fixed=True)
    levels = {rule: "off" for rule in RULES if rule != "number-mismatch"}
    return [f.place.text for f in lint(pair, (), Options(levels, "zh")).findings]


@pytest.mark.parametrize("halves", [True, False])
def test_a_cell_that_differs_is_told(halves: bool) -> None:
    """Rows of numbers are in no bead; what is wrong in one cell is told all the same."""
    assert told(ZH, EN, halves=halves) == []
    for right, wrong in (("12.34", "12.43"), ("1,500万", "1.5亿")):
        assert told(tuple(row.replace(right, wrong) for row in ZH), EN, halves=halves) == [wrong]


def test_a_table_whose_numbers_differ_is_no_translation() -> None:
    """Rows are each other's only where nearly all of their numbers are the same."""
    other = tuple(row.replace("12.34", "9.1").replace("88.1", "62") for row in EN)
    assert told(ZH, other, halves=False) == []


def test_a_row_with_two_other_numbers_is_not_judged() -> None:
    """It may be another row."""
    other = (*EN[:3], EN[3].replace("88.1", "62").replace("5", "7"))
    assert told(ZH, other, halves=False) == []
