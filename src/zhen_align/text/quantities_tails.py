"""What follows a number and changes what it means: scales, percent, fold, ordinals, units.

One table for both languages, because Chinese technical text says "12 million" and "7B"
too. A tail never looks further than a few characters.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from zhen_align.text.quantities_numerals import EN_SCALES, scale
from zhen_align.text.quantities_types import HUNDRED, Measure, Reading, divide, multiply

_LETTERS = {
    "k": 10**3, "K": 10**3, "M": 10**6, "mn": 10**6, "mln": 10**6, "B": 10**9, "bn": 10**9,
    "T": 10**12, "tn": 10**12,
}  # fmt: skip
_UNITS = (
    "[KMGTPkmg]i?B(?:ps|/s)?|[KMGkm]?b(?:ps|it/s)|bits?|bytes?|[KMGT]?FLOP[Ss]?|ms|[μµun]s|secs?|s"
    "|mins?|hrs?|h|[kcmnμµ]?m|[kmμµ]?g|[kMG]?Hz|[kMG]?W|[km]?V|m?A|[km]?J|°C|℃|°|px|dpi|fps|dB|"
    "eV|mol|Pa|kPa|MPa|mL|ml|L|hp|rpm|nt|bp|kb|Mb|Gb|Da|kDa|A100s?|vCPUs?|GPUs?|CPUs?"
)
_PERCENT = (
    r"\s?\\?[%‰]|\s?per\smill?e?(?![A-Za-z])|[\s-]?per\s?cent(?:age)?(?:[\s-]points?)?(?![A-Za-z])|\s?pp(?![A-Za-z])"
    r"|\s?(?:percentage[\s-]points?|pct)(?![A-Za-z])|\s?[个個]?\s?百分[点點]"
)
_BASIS = r"\s?[个個]?\s?基[点點]|[\s-]basis[\s-]points?(?![A-Za-z])|\s?bps?(?![A-Za-z/])"
_EN_SCALE = rf"(?:\+?[\s-]\s?(?i:{'|'.join(EN_SCALES)})s?(?![A-Za-z]))"
# 3千克 are kilograms and 5百分点 a share
_ZH_SCALE = (
    r"(?:[十百千拾佰仟]?[万萬亿億]{1,3}|兆(?![瓦赫字帕焦欧比])"
    r"|[百千](?![克米瓦卡兆字赫帕焦分牛伏欧安]|电子))"
)
_ZH_MORE = re.compile(rf"[零〇]?(\d{{1,4}}(?:\.\d+)?|\d,\d{{3}})({_ZH_SCALE})", re.ASCII)
_TAIL = re.compile(
    rf"(?P<percent>{_PERCENT})|(?P<basis>{_BASIS})"
    rf"|(?P<scale>{_EN_SCALE}{{1,2}})"
    rf"|\s?(?P<vague>[多余餘几幾来來]?)(?P<zh>{_ZH_SCALE})(?P<vague2>[多余餘几幾]?)"
    r"|\s?(?P<letter>bn|mn|mln|tn|[kKMBT])(?![A-Za-z0-9])"
    r"|(?P<ordinal>-?(?:st|nd|rd|th)(?![A-Za-z0-9]))"
    r"|(?P<fold>[\s-]?fold(?![A-Za-z])|[\s-]?times(?![A-Za-z])|[xX](?![A-Za-z0-9])|×(?!\s?\d)"
    r"|\s?(?:[多余餘来來])?倍)"
    r"|(?P<powers>\s?[个個]?(?:数量级|數量級)|\s?orders?\sof\smagnitude)"
    r"|(?P<points>[\s-](?:(?:absolute|accuracy|[A-Z][A-Z\d]{1,6})\s)?(?:points?|pts)(?![A-Za-z])|\s?[个個][点點])"
    r"|(?P<tenths>\s?成(?![为為功分熟员員立本长長果都型对對就品绩績千]))"
    r"|(?P<folds>\s?折(?=\s?交叉))|(?P<off>\s?折(?![叠疊射磨线線断斷旧舊返腾騰]))"
    r"|(?P<more>\s?[多余餘])(?!数|數|少|样|樣|次|种|個|个|元)"
    r"|(?P<pixels>[\s-]?(?:(?i:(?:mega|giga)-?pixels?)|MP)(?![A-Za-z]))"
    r"|(?P<trace>\s?(?:pp[mbt]|parts?\sper\s(?:thousand|[mb]illion|trillion))(?![A-Za-z]))"
    r"|(?P<ages>\s?[kMG](?:a|yr)(?![A-Za-z0-9]))"
    rf"|\s{{0,2}}(?P<unit>{_UNITS})(?![A-Za-z0-9])",
    re.ASCII,
)
# 多个 alone is several, but not in 二十多个
_MORE = re.compile(
    r"\s?(?:[多余餘](?=[个個种種次样樣元])"
    r"|[来來](?=[个個种種次样樣元件人岁歲天年位名条條款项項家篇页頁步层層台公分小秒米]))"
)
_THEN = re.compile(
    rf"(?P<percent>{_PERCENT})|(?P<fold>\s?[多余]?倍|-fold|\s?times(?![A-Za-z]))", re.ASCII
)


_DATA = re.compile(r"^[KMT](?:i?B|b|bps|bit)")
_MOST_POWERS = 30
# what a part of so many is of a hundredth
_TRACES = {
    "ppm": Decimal(10**4), "ppb": Decimal(10**7), "ppt": Decimal(10**10), "thousand": Decimal(10),
    "million": Decimal(10**4), "billion": Decimal(10**7), "trillion": Decimal(10**10),
}  # fmt: skip
MILLION = Decimal(10**6)


class Tail(NamedTuple):
    """What a number and its tail mean together, and where the tail ends."""

    end: int
    readings: tuple[Reading, ...]
    scaled: bool = False
    approx: bool = False
    unit: str = ""
    kind: str = ""


def tail(text: str, end: int, value: Decimal) -> Tail:
    """Read on after a number that ends at `end`.

    >>> tail("5.85亿条", 4, Decimal("5.85")).readings[0].value
    Decimal('585000000.00')
    """
    if value >= 10 and not value % 10 and (more := _MORE.match(text, end)):
        return Tail(more.end(), (Reading(Measure.NUMBER, value),), approx=True, kind="more")
    found = _TAIL.match(text, end)
    if found is None:
        return Tail(end, (Reading(Measure.NUMBER, value),))
    kind = found.lastgroup or ""
    if kind in ("vague2", "zh"):
        return _zh_scaled(text, found, value)
    if kind == "scale":
        factor = Decimal(1)
        for word in re.findall(r"[a-z]+", found["scale"].lower()):
            factor = multiply(factor, Decimal(EN_SCALES[word.removesuffix("s")]))
        return _then(text, found.end(), multiply(value, factor), approx=False)
    return _plain(text, found, kind, value)


def _plain(text: str, found: re.Match[str], kind: str, value: Decimal) -> Tail:
    """Read a tail that says what kind of number it is."""
    number = Reading(Measure.NUMBER, value)
    end = found.end()
    if kind == "percent":
        mill = "‰" in found[0] or "mil" in found[0]
        return Tail(end, (Reading(Measure.PERCENT, value / 10 if mill else value),), kind=kind)
    if kind == "basis":  # bp may count bases
        share = Reading(Measure.PERCENT, divide(value, HUNDRED))
        bases = found[0].strip() in ("bp", "bps")
        return Tail(end, (number, share) if bases else (share, number), kind=kind)
    if kind == "letter":
        letter = found["letter"]
        scaled = Reading(Measure.NUMBER, multiply(value, Decimal(_LETTERS[letter])))
        # apart from its number the letter may be a unit or a name: 16 T, 5 B
        apart = text[found.start()] == " "
        return Tail(end, (scaled, number) if apart else (scaled,), scaled=True, kind=kind)
    if kind == "pixels":
        pixels = MILLION * 1000 if "giga" in found[0].lower() else MILLION
        millions = Reading(Measure.NUMBER, multiply(value, pixels))
        return Tail(end, (millions, number), scaled=True, kind=kind)
    if kind == "trace":
        share = Reading(Measure.PERCENT, divide(value, _TRACES[found[0].split()[-1]]))
        return Tail(end, (number, share), unit=found[0].strip(), kind=kind)
    if kind == "ages":  # 66 Ma; k, M and G of years
        years = multiply(value, Decimal(_LETTERS[found[0].strip()[0].replace("G", "B")]))
        return Tail(end, (Reading(Measure.NUMBER, years), number), scaled=True, kind=kind)
    if kind == "ordinal":
        return Tail(end, (Reading(Measure.ORDINAL, value),), kind=kind)
    if kind == "fold":
        more = any(sign in found[0] for sign in "多余餘来來")
        return Tail(end, (Reading(Measure.FOLD, value),), approx=more, kind=kind)
    if kind == "folds":  # of a cross-validation
        return Tail(end, (Reading(Measure.FOLD, value), number), kind="fold")
    if kind == "powers" and abs(value) <= _MOST_POWERS:
        size = Reading(Measure.FOLD, Decimal(10) ** int(value))
        return Tail(end, (size, number), kind=kind)
    if kind == "points":
        return Tail(end, (number, Reading(Measure.PERCENT, value)), kind=kind)
    if kind == "tenths":
        return Tail(
            end, (Reading(Measure.PERCENT, multiply(value, Decimal(10))), number), kind=kind
        )
    if kind == "off":  # 八折 and 85折 are what is paid
        paid = multiply(value, Decimal(10)) if value < 10 else value
        shares = (Reading(Measure.PERCENT, HUNDRED - paid), Reading(Measure.PERCENT, paid))
        return Tail(end, (*shares, number), kind=kind)
    if kind == "more":
        return Tail(end, (number,), approx=True, kind=kind)
    unit = found["unit"] or ""
    if unit[:1] in _LETTERS and _DATA.search(unit):  # 500M says 500 MB too
        number_of = (number, Reading(Measure.NUMBER, multiply(value, scaled_by(unit[0]))))
        return Tail(end, number_of, unit=unit, kind=kind)
    return Tail(end, (number,), unit=unit, kind=kind)


def _zh_scaled(text: str, found: re.Match[str], value: Decimal) -> Tail:
    """Read 万, 亿 and what is added to them: 1亿2345万."""
    approx = bool(found["vague"] or found["vague2"])
    factor = scale(found["zh"])
    total = multiply(value, factor)
    end = found.end()
    while not approx and (more := _ZH_MORE.match(text, end)):
        part = scale(more[2])
        if part >= factor:
            break
        total += multiply(Decimal(more[1].replace(",", "")), part)
        factor, end = part, more.end()
    read = _then(text, end, total, approx=approx)
    if found["zh"] == "兆":  # 10^12, on the mainland also mega, and 100兆 are 100 Mbps
        kind = read.readings[0].kind
        mega = Reading(kind, divide(total, MILLION))
        bare = () if text[end : end + 1] in tuple("元圆圓美日欧歐") else (Reading(kind, value),)
        return read._replace(readings=(*read.readings, mega, *bare))
    return read


def _then(text: str, end: int, value: Decimal, *, approx: bool) -> Tail:
    """Read what may follow a scale: 3万倍, two hundred percent."""
    found = _THEN.match(text, end)
    if found is None:
        return Tail(
            end, (Reading(Measure.NUMBER, value),), scaled=True, approx=approx, kind="scale"
        )
    measure = Measure.PERCENT if found["percent"] else Measure.FOLD
    return Tail(found.end(), (Reading(measure, value),), True, approx, kind=found.lastgroup or "")


def scaled_by(letter: str) -> Decimal:
    """Return what a letter behind a number multiplies by."""
    return Decimal(_LETTERS[letter])


def as_percent(value: Decimal) -> Reading:
    """Return a share of one as percent."""
    return Reading(Measure.PERCENT, multiply(value, HUNDRED))
