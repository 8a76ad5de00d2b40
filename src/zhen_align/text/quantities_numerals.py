"""Numbers written in words: Chinese numerals and English number words, as values.

A word may mean one value (三百五十), one of a few (两三个), or an interval (数十亿,
hundreds of millions). Not here: where in a text such words stand.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from zhen_align.text.quantities_types import divide, multiply

ZH_DIGITS = {
    "零": 0, "〇": 0, "一": 1, "壹": 1, "二": 2, "两": 2, "兩": 2, "贰": 2, "三": 3, "叁": 3,
    "四": 4, "肆": 4, "五": 5, "伍": 5, "六": 6, "陆": 6, "七": 7, "柒": 7, "八": 8, "捌": 8,
    "九": 9, "玖": 9,
}  # fmt: skip
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "廿": 20}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_VAGUE = "几幾数數"
ZH_NUMERAL = "".join(ZH_DIGITS) + "".join(_SMALL) + "".join(_LARGE) + _VAGUE

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ROMAN = {"I": 1, "V": 5, "X": 10}
EN_ONES = {name: n for n, name in enumerate(_ONES.split())}
EN_TENS = {name: 10 * n for n, name in enumerate(_TENS.split(), 2)}
EN_SCALES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9,
    "trillion": 10**12, "quadrillion": 10**15,
}  # fmt: skip
EN_ORDINALS = {name: n for n, name in enumerate(_ORDINALS.split(), 1)}


class Amount(NamedTuple):
    """Values that words may mean, or the bounds of what they leave open (`high` left out)."""

    values: tuple[Decimal, ...]
    low: Decimal | None = None
    high: Decimal | None = None


def roman(letters: str) -> int:
    """Return what a Roman numeral says.

    >>> roman("XIV"), roman("III")
    (14, 3)
    """
    values = [ROMAN[letter] for letter in letters]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))


def scale(letters: str) -> Decimal:
    """Return what a run of Chinese scale characters multiplies by.

    >>> scale("千万"), scale("万亿")
    (Decimal('10000000'), Decimal('1000000000000'))
    """
    factor = 1
    for letter in letters:
        factor *= _SMALL.get(letter, 1) * _LARGE.get(letter, 1)
    return Decimal(factor)


def zh_amount(run: str) -> Amount | None:
    """Return what a run of Chinese numerals says; None where it says no number.

    >>> zh_amount("三百五十").values, zh_amount("数百万")[1:]
    ((Decimal('350'),), (Decimal('1000000'), Decimal('10000000')))
    """
    if len(run) > 24:
        return None
    if any(letter in _VAGUE for letter in run):
        return _zh_vague(run)
    if all(letter in ZH_DIGITS for letter in run):
        return _zh_digits(run)
    if twin := _zh_twin(run):
        return twin
    value = _zh_value(run)
    if value is None:
        return None
    return Amount((value,))


def _zh_digits(run: str) -> Amount:
    """Read digits without any scale: one, a pair of neighbours (三四), or a spelled-out row."""
    digits = [ZH_DIGITS[letter] for letter in run]
    row = Decimal("".join(map(str, digits)))
    if digits == [3, 5]:  # 三五天 are a few
        return Amount((Decimal(3), Decimal(5), row))
    if len(run) == 2 and 0 < digits[0] == digits[1] - 1:
        return Amount((Decimal(digits[0]), Decimal(digits[1]), row))
    return Amount((row,))


def _zh_twin(run: str) -> Amount | None:
    """Read two neighbours that share a scale: 三四十, 两三百万, 十七八."""
    for at in range(len(run) - 1):
        first, second = ZH_DIGITS.get(run[at], 0), ZH_DIGITS.get(run[at + 1], 0)
        if 0 < first == second - 1:
            low, high = (_zh_value(run[:at] + run[at + n] + run[at + 2 :]) for n in (0, 1))
            return Amount((low, high)) if low and high else None
    return None


def _zh_vague(run: str) -> Amount | None:
    """Read 几 and 数 as one digit left open: 十几, 几十, 数百万."""
    places = [at for at, letter in enumerate(run) if letter in _VAGUE]
    if len(places) != 1 or len(run) == 1:
        return None
    at = places[0]
    low, high = (_zh_value(run[:at] + digit + run[at + 1 :]) for digit in "一九")
    if low is None or high is None or low == high:
        return None
    return Amount((), low, high + (high - low) / 8)


def _zh_value(run: str) -> Decimal | None:
    """Read numerals with scales; the scales of a number fall, save that a large one multiplies."""
    total = section = 0
    digit: int | None = None
    for letter in run:
        if letter in ZH_DIGITS:
            if digit:  # two digits in a row are no such number
                return None
            digit = ZH_DIGITS[letter]
        elif letter in _SMALL:
            section += (1 if digit is None else digit or 1) * _SMALL[letter]
            digit = None
        else:
            large = _LARGE.get(letter)
            if large is None:  # the point of 几点一
                return None
            section += digit or 0
            digit = None
            if 0 < total < large:
                total = (total + section) * large
            else:
                total += (section or 1) * large
            section = 0
    if digit and not section and total and run[-2] in _LARGE:
        digit *= _LARGE[run[-2]] // 10  # 三万五 is 35,000
    elif digit and run[-2] in "百千佰仟":
        digit *= _SMALL[run[-2]] // 10  # 一千二 is 1,200
    return Decimal(total + section + (digit or 0))


_EN_NEXT = re.compile(r"[a-z]+", re.ASCII)


def en_amounts(phrase: str) -> list[tuple[int, int, Decimal, bool]]:
    """Return start, end, value and whether it is scaled of each number in a run of words.

    >>> [tuple(a) for a in en_amounts("three hundred and five thousand")]
    [(0, 31, Decimal('305000'), True)]
    """
    found: list[tuple[int, int, Decimal, bool]] = []
    start = end = -1
    total = section = last = 0
    scaled = False
    joined = False  # an "and" that only counts if a smaller number follows

    def close() -> None:
        if start >= 0:
            found.append((start, end, Decimal(total + section), scaled))

    for word in _EN_NEXT.finditer(phrase):
        name = word[0]
        if name == "and":
            joined = start >= 0 and (section >= 100 or total >= 1000)
            if not joined:
                close()
                start, total, section, last, scaled = -1, 0, 0, 0, False
            continue
        if name in ("a", "an"):
            continue
        size = EN_SCALES.get(name, 0)
        small = EN_ONES.get(name, EN_TENS.get(name, 0))
        fits = start >= 0 and (
            (size == 100 and 0 < section < 100)
            or (size > 100 and section)
            or (not size and (small < 10 <= last < 100 and last % 10 == 0 and last > 10))
            or (not size and small < 100 and last >= 100)
        )
        if not fits:
            close()
            start, total, section, scaled = word.start(), 0, 0, False
        if size == 100:
            section = (section or 1) * 100
        elif size:
            total += (section or 1) * size
            section = 0
            scaled = True
        else:
            section += small
        last = size or small
        end = word.end()
    close()
    return found


def several(word: str, of: str) -> tuple[Decimal, Decimal]:
    """Return the bounds of "tens", "hundreds of thousands", "millions".

    >>> several("tens", "millions")
    (Decimal('10000000'), Decimal('100000000'))
    """
    sizes = {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000}
    low = Decimal(sizes.get(word) or EN_SCALES[word.removesuffix("s")])
    width = Decimal(10)
    if word == "dozens":  # fewer than hundreds
        width = divide(Decimal(100), low)
    if of:
        low = multiply(low, Decimal(EN_SCALES[of.removesuffix("s")]))
    elif low >= 1000:
        width = Decimal(1000)
    return low, multiply(low, width)
