"""Two accounts of the corpus, linked by hand: what a reader says corresponds.

Each pair is a piece of a sentence of the first account and one of the second. Sentences that
say the same, or one as a part of more, are linked; those that only share a subject are not.
"""

from pathlib import Path

from zhen_align.compare.accounts import account
from zhen_align.compare.result import Grade
from zhen_align.read.document import parse

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
TEXTS = ("11-two-accounts-a.md", "11-two-accounts-b.md")
LINKS = (
    ("为患者匹配临床试验", "Matching Patients to"),
    ("临床试验招不满人", "Recruiting for clinical"),
    ("平均要花 52 分钟", "Checking one patient"),
    ("平均要花 52 分钟", "fell from 52 to 11"),
    ("两段式系统", "splits the work in two"),
    ("再逐条判断", "splits the work in two"),
    ("再逐条判断", "For every criterion"),
    ("归为七类", "sorted into six kinds"),
    ("4.2 亿词元", "4.2 billion tokens"),
    ("召回率为 87.3%", "Recall on the retrospective"),
    ("召回率为 87.3%", "1,250 patients"),
    ("缩短到 11 分钟", "fell from 52 to 11"),
    ("有 94% 引用", "In 94% of"),
    ("推算日期", "arithmetic with dates"),
    ("已公开代码", "Released: code"),
    ("不应替人排除试验", "They recommend the system"),
    ("不应替人排除试验", "wrongly included"),
)


def figures() -> tuple[int, int, int]:
    """Return how many of the links are found, how many are told, how many there are."""
    a, b = (parse(name, (CORPUS / name).read_text(encoding="utf-8")) for name in TEXTS)
    hits, others = set(), 0
    for link in account(a, b).links:
        if link.grade is Grade.RELATED:
            continue
        right = {
            pair
            for pair in LINKS
            if any(pair[0] in place.text for place in link.a)
            and any(pair[1] in place.text for place in link.b)
        }
        hits |= right
        others += not right
    return len(hits), len(hits) + others, len(LINKS)
