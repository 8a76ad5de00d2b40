"""How well the kinds of two blocks go together, beside what they say.

Kinds only shift a score, they never forbid: a heading may be translated by a paragraph,
and a page's furniture is told from text by what it says in the end.
"""

import re
from functools import lru_cache

from zhen_align.types import Kind

# Headings that every paper has, by class; a heading may belong to several, since 小结 is a
# summary and a conclusion.
_STOCK_TEXT = """
abstract, summary | 摘要, 内容摘要, 中文摘要, 提要, 概要
summary, conclusion, conclusions, concluding remarks, final remarks | 结论, 结语, 小结, 总结, 结束语
introduction | 引言, 前言, 绪论, 导言, 导论, 介绍, 简介, 概述
background, overview | 背景, 研究背景, 概述, 综述, 概览
related work, related works, literature review | 相关工作, 相关研究, 文献综述, 研究现状
method, methods, methodology, approach | 方法, 研究方法, 方法论
materials and methods, data and methods | 材料与方法, 资料与方法, 数据与方法
results, result, findings | 结果, 研究结果, 实验结果
results and discussion | 结果与讨论, 结果与分析
discussion | 讨论
experiments, experiment, experimental results, evaluation | 实验, 实验结果, 评估, 评价, 实验与分析
limitations, limitation | 局限性, 局限, 不足, 研究局限
future work, future directions, outlook | 未来工作, 展望, 未来方向, 未来展望
references, bibliography | 参考文献, 引用文献
keywords, key words, index terms | 关键词, 关键字, 主题词, 索引词, 索引术语
acknowledgements, acknowledgments, acknowledgement | 致谢
appendix, appendices, supplementary material | 附录, 补充材料
contents, table of contents | 目录
objective, objectives, aim, purpose | 目的, 研究目的, 目标
challenges, open problems | 挑战, 开放问题, 待解决的问题
applications | 应用
"""
_STOCK: dict[str, set[int]] = {}
for _number, _line in enumerate(_STOCK_TEXT.strip().splitlines()):
    for _heading in re.split(r"[,|]", _line):
        _STOCK.setdefault(_heading.strip(), set()).add(_number)

_NUMBERED = re.compile(
    r"^\s*(?:(?P<roman>[IVX]{1,5})[.、\s]|(?P<arabic>\d{1,2}(?:\.\d{1,2})*)[.、)）\s]"
    r"|(?P<letter>[A-Z])[.、)）]|第?(?P<han>[一二三四五六七八九十]{1,3})[章节、.])\s*"
)
_EDGE = re.compile(r"^[\s#*_【\[(（<《]+|[\s*_】\])）>》:：.。—-]+$")
_HAN_DIGIT = {c: i for i, c in enumerate("一二三四五六七八九十", start=1)}
_ROMAN = {
    "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10,
    "XI": 11, "XII": 12,
}  # fmt: skip
# each heading of one side is held against each of the other
_HEADINGS = 4096
_LONE = (Kind.METADATA, Kind.CAPTION, Kind.KEYWORDS)


@lru_cache(maxsize=_HEADINGS)
def ordinal(text: str) -> str:
    """Return the section number that a heading opens with, in one notation.

    >>> ordinal("二、方法") == ordinal("II. Methods")
    True
    """
    m = _NUMBERED.match(text)
    if not m:
        return ""
    if m["roman"]:
        return str(_ROMAN.get(m["roman"], m["roman"]))
    if m["han"]:
        return str(_HAN_DIGIT.get(m["han"], m["han"]))
    return str(m["arabic"] or m["letter"])


@lru_cache(maxsize=_HEADINGS)
def stock(text: str) -> frozenset[int]:
    """Return the classes of stock headings that a line may be."""
    plain = _EDGE.sub("", _NUMBERED.sub("", text, count=1)).lower()
    plain = re.sub(r"\s+", " ", plain)
    tight = plain.replace(" ", "")
    return frozenset(_STOCK.get(plain) or _STOCK.get(tight) or ())


def shift(en: Kind, zh: Kind) -> float:
    """Return what the kinds of two blocks add to their score."""
    if en == zh:
        return -3.0 if en is Kind.NAVIGATION else 0.0
    kinds = {en, zh}
    if Kind.NAVIGATION in kinds or Kind.ROW in kinds:
        return -6.0
    if any(kind in kinds for kind in _LONE):
        return -2.0
    return (
        -1.0 if kinds & {Kind.HEADING, Kind.TITLE} and kinds != {Kind.HEADING, Kind.TITLE} else 0.0
    )


def heading_shift(en: str, zh: str) -> float:
    """Return what stock headings and section numbers add to the score of two headings."""
    score = 0.0
    stock_en, stock_zh = stock(en), stock(zh)
    if stock_en and stock_zh:
        score += 6.0 if stock_en & stock_zh else -3.0
    number_en, number_zh = ordinal(en), ordinal(zh)
    if number_en and number_zh:
        score += 1.5 if number_en == number_zh else -3.0
    return score
