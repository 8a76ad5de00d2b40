"""People's rows that cannot both hold are named with both lines."""

import pytest

from zhen_align.glossary.contradictions import contradictions
from zhen_align.glossary.rows import COLUMNS, parse

# two rows as en/abbr/zh/status/domain, whether they contradict each other, and the case
CASES = [
    ("kernel||核|preferred|", "Kernels||核|forbidden|", True, "one pair, two judgements"),
    ("kernel||核|preferred|", "kernel||核函数|preferred|", True, "two preferred renderings"),
    ("kernel||核|preferred|", "kernel||核函数|admitted|", False, "one preferred, one admitted"),
    ("kernel||核|preferred|ML", "kernel||内核|preferred|OS", False, "two domains"),
    ("Adam||Adam|keep|", "Adam||亚当|preferred|", True, "kept and translated"),
    ("kernel|||rejected|", "kernel||核|preferred|", True, "no term, yet reviewed"),
    ("kernel||核|rejected|", "kernel||核函数|preferred|", False, "only one pair is rejected"),
    ("kernel||核|candidate|", "kernel||核|forbidden|", False, "a candidate judges nothing"),
    ("map|MAP|映射|preferred|", "map|M|地图|preferred|", False, "two things, two abbreviations"),
]


@pytest.mark.parametrize(("a", "b", "clash", "gloss"), CASES, ids=[g for *_, g in CASES])
def test_contradicts(a: str, b: str, clash: bool, gloss: str) -> None:
    """Each pair of rows is reported, or not, as the table says."""
    lines = ["\t".join(COLUMNS)]
    for row in (a, b):
        en, abbr, zh, status, domain = row.split("|")
        lines.append("\t".join([en, abbr, zh, status, "", "", domain, "", ""]))
    found = contradictions(parse("\n".join(lines), "g"))
    assert [(c.first, c.second) for c in found] == ([(2, 3)] if clash else [])
