"""Sentences that say in other words what the one beside them says."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.pipeline import alignments, parsed

ZH = [
    "泵把水送进屋顶的水箱，夜里会发出响声。",
    "操作员每天早晨检查阀门的压力。",
    "去年的干旱使收成减少了三成。",
    "工会要求把夜班工资提高12%。",
    "桥的西端由两根钢缆固定。",
]
EN = [
    "The pump sends water into the tank on the roof and rattles at night.",
    "The operator checks the pressure of the valve every morning.",
    "Last year's drought cut the harvest by thirty per cent.",
    "The union demands that wages for night shifts rise by 12%.",
    "Two steel cables hold the western end of the bridge.",
]
CASES = [
    ("zh", 1, "阀门压力由操作员每天早上检查一遍。", True),
    ("zh", 3, "工会希望夜班薪资上涨12%。", True),
    ("zh", 3, "工会希望夜班薪资上涨15%。", False),
    ("zh", 1, "阀门由不锈钢制成，重约三公斤。", False),
    ("en", 1, "Each morning an operator examines the pressure of the valve.", True),
    ("en", 3, "The union wants pay for night shifts to go up by 12%.", True),
    ("en", 3, "The union also wants the canteen to stay open at night.", False),
    ("en", 1, "The valve is made of stainless steel and weighs three kilos.", False),
]


@pytest.mark.parametrize(("lang", "after", "said", "is_told"), CASES)
def test_one_sentence_too_many(lang: str, after: int, said: str, is_told: bool) -> None:
    """It is told where it says no more than its neighbour, other news are another matter."""
    texts = {"zh": [*ZH], "en": [*EN]}
    texts[lang].insert(after + 1, said)
    read = [
        parsed(f"x.{name}.md", between.join(texts[name]).encode())
        for name, between in (("zh", ""), ("en", " "))
    ]
    options = Options(target=lang, only=("sentence-added",))
    found = lint(alignments(read, "", fixed=True), (), options).findings
    again = [f.place.text for f in found if "again" in f.message]
    assert again == [said] * is_told
