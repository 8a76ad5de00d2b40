"""Numbers that stand around their unit, as people say them: 一米八二, 9秒83, 两块五, 1米75.

What stands behind the unit are the decimals of what stands before it.
"""

import re
from decimal import Decimal

from zhen_align.text.quantities_numerals import ZH_DIGITS, zh_amount
from zhen_align.text.quantities_types import Measure, Quantity, Reading, in_words, number
from zhen_align.types import Span

# what is counted in its own right: 1秒24帧, 五米两根
_COUNTED = (
    "十百千万萬亿億点點个個只次位名年月天种種帧幀张張根条條件台臺步圈人"
    "遍組组发發轮輪格度升克公毫厘倍页頁字"
)
_DIGITS = re.compile(
    r"(\d{1,3})(?:[米秒度]|块钱?|塊錢?)(\d{1,2})(?:[毛角](?:钱|錢)?)?"
    rf"(?!\s?[\d.%:米秒{_COUNTED}])",
    re.ASCII,
)
_NUMERALS = re.compile(
    r"([一二两兩三四五六七八九十百千零]{1,7})(?:[米秒度块塊]|元(?=.[角毛]))([零〇一二三四五六七八九]{1,2})"
    rf"(?:[毛角](?:钱|錢|([一二三四五六七八九])分?)?)?(?![米秒{_COUNTED}])"
)


# 八角六分, 8角6分
_TENTHS = re.compile(
    r"([一二三四五六七八九]|(?<!\d)[1-9])[角毛]([一二三四五六七八九1-9])分(?![之钟鐘])"
)


def mixed(text: str, pos: int) -> Quantity | None:
    """Return the number around a unit that begins at `pos`.

    >>> str(mixed("身高1米82", 2).value), str(mixed("三块五", 0).value)
    ('1.82', '3.5')
    """
    if found := _DIGITS.match(text, pos):
        value = number(f"{found[1]}.{found[2]}")
        reading = Reading(Measure.NUMBER, value or Decimal(0))
        return Quantity(Span(*found.span()), (reading,), strong=True, text=f"{found[1]}.{found[2]}")
    if found := _TENTHS.match(text, pos):
        cents = Decimal(
            "".join(str(ZH_DIGITS.get(letter, letter)) for letter in found[1] + found[2])
        )
        readings = (Reading(Measure.NUMBER, cents / 100), Reading(Measure.NUMBER, cents))
        return in_words(found.span(), *readings, text=found[0], counts=True)
    found = _NUMERALS.match(text, pos)
    whole = zh_amount(found[1]) if found else None
    if not found or whole is None or len(whole.values) != 1:
        return None
    decimals = "".join(str(ZH_DIGITS[letter]) for letter in found[2] + (found[3] or ""))
    reading = Reading(Measure.NUMBER, Decimal(f"{whole.values[0]}.{decimals}"))
    return in_words(found.span(), reading, text=found[0], counts=True)
