"""Citations and references in either language, in one form.

`[7]-[9]` is [7], [8] and [9]; 第三节, "Section III" and "Sec. 3" are one reference, and so
are 图3 and "Figure 3"; (Moreau, 2020) is the name and the year. Roles that cite or refer,
`:cite:`x``, `\\cite{x}`, `[@x]`, `[^1]`, are their targets. Not here: name and year
(citations_dated.py), and whether both sides agree.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhen_align.text.citations_dated import dated
from zhen_align.text.markup import ROLE, is_reference
from zhen_align.text.quantities_numerals import ROMAN, roman, zh_amount
from zhen_align.text.scripts import HAN
from zhen_align.types import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """One thing cited: `kind` and `key` say what, `name` who, where that is told in Latin."""

    span: Span
    kind: str
    key: str
    name: str = ""


_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLD = _WIDE | dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0x301C), 0x2D)
_FOLD |= {0x3010: 0x5B, 0x3011: 0x5D, 0x3014: 0x5B, 0x3015: 0x5D, 0x3000: 0x20, 0xA0: 0x20}
_NUMBER = r"[1-9]\d{0,3}"
_INSIDE = rf"{_NUMBER}(?:\s?[-~]\s?{_NUMBER})?(?:\s?[,;、]\s?{_NUMBER}(?:\s?[-~]\s?{_NUMBER})?)*"
_BRACKETS = re.compile(
    rf"(?<![\w\])}}])\[{_INSIDE}\](?:\s?[-~,;、]?\s?\[{_INSIDE}\])*(?!\(|:\s)"
    rf"|(?<=[\w{HAN})\]])\[{_INSIDE}\](?:\s?[-~,;、]?\s?\[{_INSIDE}\])*(?![\(\[=])",
    re.ASCII,
)
_ITEM = re.compile(rf"({_NUMBER})(?:\s?[-~]\s?({_NUMBER}))?", re.ASCII)
_JOINED = re.compile(r"\]\s?[-~]\s?\[")
_LONGEST_RANGE = 60

_EN_KINDS = {
    "fig": "figure", "figure": "figure", "table": "table", "tab": "table", "sec": "section",
    "sect": "section", "section": "section", "subsection": "section", "chapter": "section",
    "chap": "section", "part": "section", "eq": "equation", "eqn": "equation",
    "article": "clause", "art": "clause", "clause": "clause",
    "equation": "equation", "formula": "equation", "appendix": "appendix",
    "appendices": "appendix", "app": "appendix", "algorithm": "algorithm", "alg": "algorithm",
    "theorem": "theorem", "thm": "theorem", "lemma": "lemma",
}  # fmt: skip
_ZH_KINDS = {
    "图": "figure", "圖": "figure", "表": "table", "节": "section", "節": "section",
    "小节": "section", "小節": "section", "章": "section", "部分": "section", "篇": "section",
    "式": "equation", "公式": "equation", "方程": "equation", "方程式": "equation",
    "附录": "appendix", "附錄": "appendix", "算法": "algorithm", "演算法": "algorithm",
    "定理": "theorem", "引理": "lemma", "条": "clause", "條": "clause",
}  # fmt: skip
_ONE = (
    r"(?:\d{1,3}(?:[.-]\d{1,3}){0,3}(?:[a-z]|\([a-h]\))?|[IVX]{1,6}(?:-[A-H])?|[\u2160-\u2169]"
    r"|[A-H](?:\.\d{1,2})?)(?![\w%])"
)
_ZH_NUM = r"[一二三四五六七八九十百零〇]{1,6}"
_EN_LINK = r"\s?(?:,\s?and|,|-|to|and|or|&|through)\s?"
_EN_REFERENCE = re.compile(
    r"(?<![A-Za-z])(?=[ACEFLPSTacefilpst])"  # of the branches none is tried for other letters
    r"(?P<kind>(?i:Fig|Figure|Table|Tab|Sec|Sect|Section|Subsection|Chapter|Chap|Part|Article|Art|Clause|"
    r"Eq|Eqn|Equation|Formula|Appendix|Appendices|App(?=\.)|Algorithm|Alg|Theorem|Thm|Lemma))(?i:s?)"
    rf"\.?[\s~]{{0,2}}(?P<list>\(?{_ONE}\)?(?:{_EN_LINK}\(?{_ONE}\)?)*"
    rf"(?:\s?(?:-|to|through)\s?(?P=kind)s?\.?\s?\(?{_ONE}\)?)?)",
    re.ASCII,
)
_ZH_LINK = r"\s?(?:、|,|-|~|和|与|與|及|至|到|以及)\s?"
_ZH_AFTER = re.compile(
    rf"(?P<kind>附录|附錄|公式|方程式|方程|演算法|算法|定理|引理|(?<![A-Za-z{HAN}]代)[图圖](?![像形])|表(?![示明现現])|(?<![达達方模形格样樣款])式)\s?-?"
    rf"(?P<list>\(?{_ONE}\)?(?:{_ZH_LINK}\(?{_ONE}\)?)*"
    rf"(?:\s?[-~至到]\s?(?P=kind)\s?\(?{_ONE}\)?)?)(?![、.]\d)",
    re.ASCII,
)
_ZH_BETWEEN = re.compile(
    rf"第\s?(?P<list>(?:{_ONE}|{_ZH_NUM})(?:{_ZH_LINK}第?\s?(?:{_ONE}|{_ZH_NUM}))*)\s?"
    r"(?P<kind>小节|小節|节|節|章|部分|篇|[条條])"
    r"|(?<![\d.])(?P<bare>\d{1,2}(?:\.\d{1,2}){1,3})\s?(?P<kind2>小节|小節|节|節)",
    re.ASCII,
)
# words that point at the next or last figure without its number
POINTING = {
    "figure": re.compile(
        r"[上下左右如该此][方面述侧]?[图圖]|[图圖][中示]|(?i:figure|fig\.|plot|image|diagram)"
    ),
    "table": re.compile(r"[上下如该此][方面述]?表|表[中格]|(?i:table)"),
    "section": re.compile(
        r"[上下本前后后面该此][面一]?[节節章]|(?i:section|chapter|part)|部分|小[节節]|章[节節]"
    ),
    "equation": re.compile(r"[上下该此][面述]?(?:公|方程)?式|(?i:equation|formula|above|below)"),
    "algorithm": re.compile(r"[上下该此]?[面述]?(?:算法|演算法)|(?i:algorithm)"),
    "theorem": re.compile(r"定理|(?i:theorem)"),
    "lemma": re.compile(r"引理|(?i:lemma)"),
}
_UNDER = re.compile(r"之([一二三四五六七八九十])")  # 第十二条之一 is Article 12-1
_RANGE = re.compile(r"[-~至到]|to|through")
_TO = re.compile(r"\s?[-~至到]\s?")
_TWO = re.compile(r"(\d+)-(\d+)", re.ASCII)
_PLURAL = re.compile("[A-Za-z]+s(?![A-Za-z])")
_TOKEN = re.compile(rf"{_ONE}|{_ZH_NUM}|[-~至到]|to\b|through", re.ASCII)
_DIGIT = re.compile(r"\d", re.ASCII)
_DIGITS = frozenset("一二三四五六七八九")

_TEX = re.compile(r"\\(?P<name>cite\w*|ref|eqref|autoref)\*?(?:\[[^\[\]]*\])?\{(?P<body>[^{}]*)\}")
_KEYED = re.compile(r"\[(?P<sign>\^|-?@)(?P<body>[^\[\]]*)\]")
_INNER = re.compile(r"<([^<>]+)>\s*$")


def citations(text: str, plain: str, opaque: Sequence[Span]) -> list[Citation]:
    """Return what a text cites and refers to, in order; `plain` is it without its opaque spans.

    >>> [(c.kind, c.key) for c in citations("见[7]-[9]和第三节", "见[7]-[9]和第三节", ())]
    [('cite', '7'), ('cite', '8'), ('cite', '9'), ('section', '3')]
    """
    folded = plain if plain.isascii() else plain.translate(_FOLD)
    found: list[Citation] = []
    for span in opaque:
        found.extend(_keyed(span, span.of(text)))
    if _DIGIT.search(folded):
        found.extend(_numbered(folded))
        found.extend(Citation(span, "year", *who) for span, *who in dated(folded))
    found.extend(_references(folded))
    return sorted(found, key=lambda c: (c.span.start, c.kind))


# a translation names its own pages so: cn_intro for intro
_OF_LANGUAGE = re.compile(
    r"^(?:zh_cn|zh_tw|zh|cn|en)[_-]|[_-](?:zh_cn|zh_tw|zh|cn|en)$", re.IGNORECASE
)


def _keyed(span: Span, body: str) -> Iterator[Citation]:
    """Read a role, a command or a bracket that holds the key of what is cited."""
    match = ROLE.fullmatch(body)
    if match is not None and is_reference(match["a"] or match["b"]):
        target = _INNER.search(match["body"])
        for key in (target[1] if target else match["body"]).split(","):
            yield Citation(span, "role", _OF_LANGUAGE.sub("", key.strip()) or key.strip())
        return
    match = _TEX.fullmatch(body) or _KEYED.fullmatch(body)
    if match is not None:
        sign = match.groupdict().get("sign") or ""
        for key in re.split(r"[,;]", match["body"]):
            yield Citation(span, "note" if sign == "^" else "role", key.strip().lstrip("-@"))


def _numbered(folded: str) -> Iterator[Citation]:
    if "[" not in folded:
        return
    for found in _BRACKETS.finditer(folded):
        run = _JOINED.sub("-", found[0])
        for item in _ITEM.finditer(run):
            first, last = int(item[1]), int(item[2] or item[1])
            if not first <= last <= first + _LONGEST_RANGE:
                last = first
            for number in range(first, last + 1):
                yield Citation(Span(found.start(), found.end()), "cite", str(number))


def _references(folded: str) -> Iterator[Citation]:
    for found in _EN_REFERENCE.finditer(folded):
        kind = _EN_KINDS.get(found["kind"].lower(), "figure")
        # "part a", "table in": only a capitalised word takes letters
        if found["kind"][0].islower() and not re.search(r"\d", found["list"]):
            continue
        yield from _members(found, kind, found.start("list"), found.end("list"))
    if folded.isascii():
        return
    for found in _ZH_AFTER.finditer(folded):
        kind = _ZH_KINDS[found["kind"]]
        yield from _members(found, kind, found.start("list"), found.end("list"))
    before: Citation | None = None
    for found in _ZH_BETWEEN.finditer(folded):
        group = "list" if found["list"] else "bare"
        kind = _ZH_KINDS[found["kind"] or found["kind2"]]
        if found["kind"] == "篇" and not re.search(r"\d", found["list"]):
            continue  # 第一篇论文: the first paper
        for one in _members(found, kind, found.start(group), found.end(group)):
            if (
                before
                and before.kind == kind
                and _TO.fullmatch(folded, before.span.end, one.span.start)
            ):
                yield from (Citation(one.span, kind, key) for key in _between(before.key, one.key))
            if kind == "clause" and (under := _UNDER.match(folded, found.end())):
                one = Citation(
                    Span(one.span.start, under.end()), kind, f"{one.key}.{_key(under[1])}"
                )
            yield one
            before = one


def _members(found: re.Match[str], kind: str, start: int, end: int) -> Iterator[Citation]:
    """Yield what a list of numbers refers to, ranges written out."""
    open_end = found[0].endswith(")") and "(" not in found[0]
    span = Span(found.start(), found.end() - open_end)
    last, through = "", False
    several = _PLURAL.match(found[0]) is not None  # Figures 1-3 are three, Figure 1-3 is one
    for token in _TOKEN.finditer(found.string, start, end):
        if _RANGE.fullmatch(token[0]):
            through = True
            continue
        said = token[0]
        if several and (ends := _TWO.fullmatch(said)):
            yield Citation(span, kind, ends[1])
            last, through, said = ends[1], True, ends[2]
        key = _key(said)
        if through:
            yield from (Citation(span, kind, one) for one in _between(last, key))
        yield Citation(span, kind, key)
        last, through = key, False


def _between(first: str, last: str) -> Iterator[str]:
    """Yield the numbers between two, where both are whole ones."""
    if first.isdecimal() and last.isdecimal():
        for number in range(int(first) + 1, min(int(last), int(first) + _LONGEST_RANGE)):
            yield str(number)


def _key(token: str) -> str:
    """Return the number of a reference in digits.

    >>> [_key(token) for token in ("III", "Ⅱ", "十二", "3.2", "A", "3(b)")]
    ['3', '2', '12', '3.2', 'A', '3b']
    """
    if "\u2160" <= token <= "\u2169":
        return str(ord(token) - 0x215F)
    if "-" in token and token[0] in ROMAN:
        head, _, tail = token.partition("-")
        return f"{_key(head)}.{tail}"
    if all(ch in ROMAN for ch in token):
        return str(roman(token))
    if token[0] in _DIGITS or token[0] in "十百":
        amount = zh_amount(token)
        return str(amount.values[0]) if amount and amount.values else token
    return token.replace("-", ".").replace("(", "").replace(")", "")
