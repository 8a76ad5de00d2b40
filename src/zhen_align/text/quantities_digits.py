"""What begins with a digit: names, versions, powers, fractions and plain numbers.

`read` says what stands at one digit and where to go on. What surrounds it decides whether
it is a quantity at all: a letter before it makes a name (GPT-4), a label a reference
(Fig. 3), a closing bracket alone a list mark.
"""

import re
from dataclasses import replace
from decimal import Decimal

from zhen_align.text.quantities_dates import at_digit
from zhen_align.text.quantities_mixed import mixed
from zhen_align.text.quantities_tails import as_percent, scaled_by, tail
from zhen_align.text.quantities_types import (
    Measure,
    Quantity,
    Reading,
    divide,
    multiply,
    number,
)
from zhen_align.types import Span

NUM = r"(?:(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)"
_NUM = re.compile(NUM, re.ASCII)
_NAME = re.compile(r"[A-Za-z\d]*(?:[-_./'][A-Za-z\d]+)*", re.ASCII)
_VERSION = re.compile(
    r"\d+(?:\.\d+){2,}(?:[-.]?(?:alpha|beta|rc|dev|post)[.-]?\d*)?(?![\d])", re.ASCII
)
_SUPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺负負", "0123456789-+--")
_POWER = re.compile(
    rf"(?:(?P<base>{NUM})(?:\s?[x×X*]|乘以?)\s?)?10(?:\s?(?:\^|\*\*)\s?(?P<exp>[-+]?\d{{1,3}})|(?P<sup>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}})"
    rf"|\s?的\s?(?P<nth>[-负負]?\s?\d{{1,3}})\s?次[方幂冪]|\sto\sthe\s(?:power\s(?:of\s)?(?P<of>-?\d{{1,3}})|(?P<th>-?\d{{1,3}})(?:st|nd|rd|th)?\spower))"
    r"(?!\d)"
    r"|(?P<mantissa>\d{1,10}(?:\.\d{1,20})?)[eE](?P<e>[-+]?\d{1,2})(?![A-Za-z\d])",
    re.ASCII,
)
_FRACTION = re.compile(r"(\d{1,3})\s?/\s?(\d{1,3})(?![\d/,.]\d|\d)", re.ASCII)
_GLUED = re.compile(r"[A-Za-z_]", re.ASCII)
_LOST_BLANK = re.compile(r"\s?([KMBT])(?=[a-z]{4})", re.ASCII)
_LETTER = re.compile(r"[A-Za-z_]", re.ASCII)
# prefixes after which a hyphen makes no name
_PREFIX = re.compile(
    r"(?<![A-Za-z])(?:mid|pre|post|early|late|sub|non|over|under|the|of|top)-$", re.I | re.ASCII
)
_LABEL = re.compile(
    r"(?:(?<![A-Za-z])(?:figs?|figures?|tabs?|tables?|secs?|sections?|chapters?|chap|eqs?|eqn|"
    r"equations?|appendix|algorithms?|alg|theorems?|lemma|parts?|pages?|pp|exercises?|listings?|refs?|"
    r"no|nos|vol|issues?|rfc|ieee|iso)\.?\s?\(?"
    r"|#|(?:[图圖表例]|(?<![达達方模形格样樣款])式|公式|算法|定理|引理|附录|附錄|程序清单|代码清单|练习|[章节節页頁])\s?\(?)$",
    re.I | re.ASCII,
)
_ZH_NTH = re.compile(r"第\s?$", re.ASCII)
_ZH_PART = re.compile(r"\s?[章节節页頁步条條款卷期篇版]", re.ASCII)
_HEAD = re.compile(r"(?<![A-Za-z])([A-Z][A-Za-z0-9+#.]*)\s$", re.ASCII)
_WORDS = (
    "In On By At For From To Of About Over Under With The A An And Or But Since Until Till After "
    "Before Between Among Within Nearly Almost Around Approximately Roughly Only Just Up These "
    "Those All Each Every Some Any Our Their Its His Her Than Is Are Was Were Be We You I It There "
    "When If As Using Use Given Both More Most Less Least Set Let Where While Top"
)
_NO_HEAD = frozenset(_WORDS.split())
# in 3:1 a one counts; 1:1 may be said in any words
_RATIO = re.compile(r"(?:(?<=[2-9])|(?<=\d\d)):1(?!\d)|(?<!\d)1:(?=[2-9]|\d\d)", re.ASCII)
_MONEY = re.compile(r"(?:[$€£¥₩₹]|(?<![A-Z])(?:USD|EUR|GBP|JPY|CNY|RMB|HKD|AUD|CAD|SGD))\s?$")
_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.3333", "⅔": "0.6667", "⅛": "0.125"}
_MARK = re.compile(r"\s*(?:[#*>-]\s*)*$", re.ASCII)


def read(text: str, pos: int) -> tuple[list[Quantity], int]:
    """Return the quantities that begin at `pos`, and where to go on.

    >>> [int(q.value) for q in read("5亿", 0)[0]]
    [500000000]
    """
    if _in_name(text, pos):
        return _named(text, pos)
    if not _LABEL.search(text, max(0, pos - 24), pos) and (dated := at_digit(text, pos)):
        return dated
    if found := _VERSION.match(text, pos):
        return _version(found)
    if around := mixed(text, pos):
        return [around], around.span.end
    if (found := _POWER.match(text, pos)) and (power := _power(found)):
        return [power], found.end()
    if (found := _FRACTION.match(text, pos)) and (parts := _fraction(found)):
        return parts, found.end()
    return _number(text, pos)


def _in_name(text: str, pos: int) -> bool:
    """Whether the digit at `pos` goes on a name: GPT-4, F1, v2.1, but not mid-2019, 3x3."""
    if pos == 0:
        return False
    before = text[pos - 1]
    if _LETTER.match(before):
        return before not in "xX" or not (
            text[pos - 2 : pos - 1] == " " or _is_digit(text, pos - 2)
        )
    if before in "-_./+'" and pos > 1 and _LETTER.match(text[pos - 2]):
        return before in "_./+" or not _PREFIX.search(text, max(0, pos - 8), pos)
    return False


def _is_digit(text: str, at: int) -> bool:
    return at >= 0 and text[at].isdecimal()


def _named(text: str, pos: int) -> tuple[list[Quantity], int]:
    """Read the digits of a name; they support a number and demand nothing."""
    found = _NAME.match(text, pos)
    end = found.end() if found else pos + 1
    digits = _NUM.match(text, pos)
    if digits is None:
        return [], max(end, pos + 1)
    end = max(end, digits.end())
    parts = [digits, *(_NUM.finditer(text, digits.end(), end))]
    return [q for part in parts if (q := _in_its_name(text, part))], end


def _in_its_name(text: str, digits: re.Match[str]) -> Quantity | None:
    """Read one number of a name: 2 and 7B in Llama-2-7B, where 7B is 7 billion."""
    value = number(digits[0])
    if value is None:
        return None
    size = tail(text, digits.end(), value)
    scaled = size.readings[0].value if size.kind == "letter" else value
    values = dict.fromkeys((value, scaled, *_unglued(text, digits.end(), value)))
    readings = tuple(Reading(Measure.NAME, v) for v in values)
    return Quantity(Span(*digits.span()), readings, text=digits[0])


def _version(found: re.Match[str]) -> tuple[list[Quantity], int]:
    """Read a number with two points or more, which is equal only to itself."""
    span = Span(*found.span())
    reading = Reading(Measure.VERSION, Decimal(0))
    return [Quantity(span, (reading,), strong=True, text=found[0][:40])], found.end()


def _power(found: re.Match[str]) -> Quantity | None:
    """Read 3×10^5, 10⁵ and 3e5."""
    said = found["nth"] or found["of"] or found["th"] or found["sup"] or ""
    written = found["exp"] or found["e"] or said.translate(_SUPER).replace(" ", "")
    base = number(found["base"] or found["mantissa"] or "1")
    if base is None:
        return None
    value = multiply(base, Decimal(f"1e{int(written)}"))
    return Quantity(Span(*found.span()), (Reading(Measure.NUMBER, value),), True, text=found[0])


def _fraction(found: re.Match[str]) -> list[Quantity] | None:
    """Read 2/3; its parts support too, for 16/32 may be two numbers."""
    top, bottom = Decimal(found[1]), Decimal(found[2])
    if not bottom:
        return None
    if top == 24 and bottom == 7:  # always, and no number
        names = (Reading(Measure.NAME, top), Reading(Measure.NAME, bottom))
        return [Quantity(Span(*found.span()), names, text=found[0])]
    share = divide(top, bottom)
    strong = top < bottom and found[0] != "9/11"  # the day of the attacks
    whole = Quantity(
        Span(*found.span()), (Reading(Measure.FRACTION, share),), strong, text=found[0]
    )
    parts = [
        Quantity(Span(*found.span(n)), (Reading(Measure.NUMBER, v),), top >= bottom, text=found[n])
        for n, v in ((1, top), (2, bottom))
    ]
    return [whole, *parts]


def _number(text: str, pos: int) -> tuple[list[Quantity], int]:
    """Read a plain number with its tail."""
    found = _NUM.match(text, pos)
    if found is None:
        return [], pos + 1
    value = number(found[0])
    if value is None:
        return [], found.end()
    start = found.end()
    if text[start : start + 1] in _VULGAR and "." not in found[0]:
        value, start = value + Decimal(_VULGAR[text[start]]), start + 1  # 6½
    read_tail = tail(text, start, value)
    end = read_tail.end
    glued = _GLUED.match(text, end)
    if glued and text[end - 1].isdigit() and glued[0] not in "xX":
        name = _NAME.match(text, end)
        values = dict.fromkeys((value, *_unglued(text, found.end(), value)))
        readings = tuple(Reading(Measure.NAME, v) for v in values)
        named = Quantity(Span(pos, found.end()), readings, text=found[0])
        return [named], max(end, name.end() if name else end)
    quantity = Quantity(
        Span(pos, end), read_tail.readings, True, True, read_tail.scaled, read_tail.approx,
        unit=read_tail.unit, text=found[0],
    )  # fmt: skip
    if read_tail.unit == "m" and text[end - 2].isdigit():
        quantity = _maybe_millions(text, quantity)
    if read_tail.approx:
        quantity = _opened(quantity, value)
    elif quantity.kind is Measure.NUMBER and not read_tail.scaled:
        quantity = _extra_readings(quantity, value)
    if not read_tail.kind:
        more = (Reading(Measure.NUMBER, v) for v in _unglued(text, end, value))
        quantity = replace(quantity, readings=(*quantity.readings, *more))
    if not read_tail.scaled and read_tail.kind in ("", "unit", "points", "tenths"):
        quantity = _judged(text, quantity, value, bare=not read_tail.kind)
    return [quantity], end


def _maybe_millions(text: str, quantity: Quantity) -> Quantity:
    """Let 20m be 20 million too, and nothing else where it is money."""
    million = Reading(Measure.NUMBER, multiply(quantity.value, Decimal(10**6)))
    if _MONEY.search(text, max(0, quantity.span.start - 4), quantity.span.start):
        return replace(quantity, readings=(million,), scaled=True, unit="")
    return replace(quantity, readings=(*quantity.readings, million))


def _unglued(text: str, end: int, value: Decimal) -> list[Decimal]:
    """Return what 65Kpatients and "2.1 Mpatients" say where a blank was lost."""
    found = _LOST_BLANK.match(text, end)
    return [multiply(value, scaled_by(found[1]))] if found else []


def _opened(quantity: Quantity, value: Decimal) -> Quantity:
    """Give 20多万 its upper end: one more in the last figure that is not zero."""
    plain = value.normalize()
    exponent = plain.as_tuple().exponent
    step = Decimal(f"1e{exponent}") if isinstance(exponent, int) and value else Decimal(1)
    ratio = divide(quantity.value, value) if value else Decimal(1)
    return replace(
        quantity,
        low=quantity.value,
        high=quantity.value + multiply(step, ratio),
    )


def _extra_readings(quantity: Quantity, value: Decimal) -> Quantity:
    """Add what a bare number may also be: 0.35 a share, 6.800 thousands."""
    if 0 < value < 1:
        return replace(quantity, readings=(*quantity.readings, as_percent(value)))
    whole, point, decimals = quantity.text.partition(".")
    if point and len(decimals) == 3 and whole != "0" and 0 < len(whole) <= 3:
        thousands = Reading(Measure.NUMBER, Decimal(whole + decimals))
        return replace(quantity, readings=(*quantity.readings, thousands))
    return quantity


def _judged(text: str, quantity: Quantity, value: Decimal, *, bare: bool) -> Quantity:
    """Weaken what is a reference, a list mark, the number of a name, or just 0 or 1.

    Only a `bare` number, with nothing behind it that belongs to it, may be the mark of an item.
    """
    start, end = quantity.span.start, quantity.span.end
    near = max(0, start - 24)
    named = tuple(Reading(Measure.NAME, r.value) for r in quantity.readings)
    if label := _LABEL.search(text, near, start):
        return replace(quantity, strong=False, readings=named, head=label[0].strip(" (."))
    if _ZH_NTH.search(text, near, start):
        if part := _ZH_PART.match(text, end):
            return replace(quantity, strong=False, readings=named, head=part[0].strip())
        quantity = replace(quantity, readings=(Reading(Measure.ORDINAL, value),))
    if bare and _is_mark(text, start, end, quantity.text):
        return replace(quantity, strong=False, readings=named)
    if value in (0, 1) and not _RATIO.search(text[max(0, start - 2) : end + 2]):
        return replace(quantity, strong=False)
    head = _HEAD.search(text, near, start)
    if head and head[1] not in _NO_HEAD:
        return replace(quantity, head=head[1])
    return quantity


def _is_mark(text: str, start: int, end: int, written: str) -> bool:
    """Whether a number counts an item: "2)", "(2)", "3." or "13.4." where a text begins."""
    after = text[end : end + 1]
    if after == ")" and len(written) <= 2:
        before = text[start - 1 : start]
        return before == "(" or "(" not in text[max(0, start - 40) : start]
    if start < 12 and after in (".", "、", " ", ":") and _MARK.match(text[:start]):
        section = re.fullmatch(r"\d{1,2}\.\d{1,2}", written) and after == " "
        if after == ":":  # 8:2 is a ratio
            return len(written) <= 2 and not text[end + 1 : end + 2].isdigit()
        return after in (".", "、") or bool(section and not text[:start].strip("# "))
    return False
