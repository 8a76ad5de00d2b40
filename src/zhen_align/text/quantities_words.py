"""What is written in words: English number words, Chinese numerals, fractions, vague orders.

Such quantities are weak: they support a number of the other side and are never
demanded, for style turns 3 into three, 三 or 三类 freely.
"""

import re
from decimal import Decimal

from zhen_align.text.quantities_digits import NUM
from zhen_align.text.quantities_numerals import (
    EN_ONES,
    EN_ORDINALS,
    EN_SCALES,
    EN_TENS,
    ZH_NUMERAL,
    Amount,
    en_amounts,
    scale,
    several,
    zh_amount,
)
from zhen_align.text.quantities_tails import Tail, tail
from zhen_align.text.quantities_types import Measure, Quantity, Reading, divide, multiply, number
from zhen_align.types import Span

_WORD = rf"(?:{'|'.join([*EN_TENS, *sorted(EN_ONES, key=len, reverse=True), *EN_SCALES])})"
_RUN = rf"{_WORD}(?![a-z])(?:[\s-](?:and\s)?(?:an?\s)?{_WORD}(?![a-z])){{0,12}}"
_ORDINAL = "|".join(sorted(EN_ORDINALS, key=len, reverse=True))
_SEVERAL = "tens|dozens|hundreds|thousands|millions|billions|trillions"
_OF = "thousands|millions|billions|trillions"
_SIZES = "hundred|thousand|million|billion|trillion"
_TWO = "both|pairs?|couple|twice|double|doubles|doubled|doubling|dual|twin|either|neither|binary"
_THREE = "thrice|triple|triples|tripled|tripling|trio"
_SMALL = "an?|one|two|three|four|five|six|seven|eight|nine"
_PARTS = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "hundredth": 100}
_PART = "|".join([*_PARTS, "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"])
_EN = re.compile(
    rf"(?P<several>(?:{_SEVERAL})(?:\s(?:and\s(?:{_SEVERAL})\s)?of\s(?P<of>{_OF}))?(?![a-z]))"
    rf"|(?P<few>(?:several|a\sfew|few|multiple)\s(?P<fewof>{_SIZES})(?![a-z]))"
    rf"|(?P<times>(?:{_WORD})-?fold(?![a-z]))"
    rf"|(?P<parts>(?P<top>{_SMALL})[\s-](?P<bottom>{_PART})s?(?![a-z]))"
    rf"|(?P<among>(?P<some>{_WORD})\s(?:in|out\sof)\s(?:every\s)?(?P<all>\d{{1,4}}|{_WORD})(?![a-z\d%]|[.,]\d))"
    rf"|(?P<decades>{_WORD}\sdecades)"
    rf"|(?P<powers>(?:an|{_WORD})\sorders?\sof\smagnitude)"
    rf"|(?P<halfof>half[\s-](?:an?\s)?(?P<halved>{_SIZES})(?![a-z]))"
    rf"|(?P<andhalf>{_WORD}\sand\sa\shalf)"
    rf"|(?P<run>{_RUN})(?:-(?P<last>{_ORDINAL}))?"
    rf"|(?P<ordinal>(?:{_ORDINAL})(?![a-z]))"
    rf"|(?P<two>(?:{_TWO})(?![a-z]))|(?P<three>(?:{_THREE})(?![a-z]))"
    r"|(?P<half>(?:half|halves|halve|halved|halving)(?![a-z]))|(?P<quarter>quarters?(?![a-z]))"
    r"|(?P<dozen>dozen(?![a-z]))|(?P<once>(?:once|single|sole)(?![a-z]))"
    r"|(?P<decade>decades?(?![a-z]))|(?P<four>quadrupl(?:e[ds]?|ing)(?![a-z]))",
    re.IGNORECASE | re.ASCII,
)
# the words that any of these can begin with: all others are passed over without a try
EN_FIRST = frozenset(
    [*EN_ONES, *EN_TENS, *EN_SCALES, *EN_ORDINALS]
    + [f"{word}fold" for word in (*EN_ONES, *EN_TENS, *EN_SCALES)]
    + [
        "several",
        "a",
        "an",
        "few",
        "multiple",
        "half",
        "halves",
        "halve",
        "halved",
        "halving",
        "quarter",
        "quarters",
        "dozen",
    ]
    + [
        "once",
        "single",
        "sole",
        "decade",
        "decades",
        "quadruple",
        "quadrupled",
        "quadruples",
        "quadrupling",
    ]
    + "|".join((_SEVERAL, _TWO.replace("pairs?", "pair|pairs"), _THREE)).split("|")
)
_N = rf"[{ZH_NUMERAL}]{{1,24}}"
_AMOUNT = rf"(?:{NUM}|{_N})(?:[点點][零〇一二三四五六七八九]{{1,10}})?"
_ZH = re.compile(
    rf"(?P<share>(?P<per>[百千万])分之\s?(?P<shared>{_AMOUNT}))"
    rf"|(?P<fraction>(?P<below>{_N})分之(?P<above>{_N}))"
    r"|(?P<many>成千上万|成千上萬|成百上千|数以(?P<by>[十百千万亿]{1,3})计"
    r"|[上近过過](?P<over>[十百千][万亿]?|[万亿])(?![\d一二三四五六七八九十]))"
    rf"|(?P<numeral>{_N}(?:[点點][零〇一二三四五六七八九]{{1,10}}[十百千万萬亿億]{{0,3}})?)"
    r"|(?P<zhhalf>半)|(?P<zhtwo>[双雙对對倍俩])",
    re.ASCII,
)
ZH_FIRST = ZH_NUMERAL + "成上近过過半双雙对對倍俩"
_DECIMAL = re.compile(r"[点點]([零〇一二三四五六七八九]+)([十百千万萬亿億]*)$", re.ASCII)
_YEARS = re.compile(r"\s?年(?!代)", re.ASCII)
_CENTURY = re.compile(r"\s?世[纪紀](?:\s?([一二三四五六七八九]?十|\d0)\s?年代)?", re.ASCII)
_AGE = re.compile(r"\s?年代", re.ASCII)
_MONTHLY = re.compile(r"\s?月(?!球)", re.ASCII)
_CENTURY_EN = re.compile(r"[\s-]century", re.I | re.ASCII)


def at_word(text: str, pos: int) -> tuple[list[Quantity], int]:
    """Return the quantities of the English words at `pos`, and where to go on."""
    hit = _EN.match(text, pos)
    return _english(text, hit) if hit else ([], pos + 1)


def at_numeral(text: str, pos: int) -> tuple[list[Quantity], int]:
    """Return the quantities of the Chinese numerals at `pos`, and where to go on."""
    hit = _ZH.match(text, pos)
    return _chinese(text, hit) if hit else ([], pos + 1)


def _weak(
    hit_or_span: tuple[int, int],
    *readings: Reading,
    scaled: bool = False,
    bounds: tuple[Decimal, Decimal] | None = None,
    text: str = "",
) -> Quantity:
    """Return a quantity in words."""
    low, high = bounds or (None, None)
    return Quantity(
        Span(*hit_or_span), readings, strong=False, digits=False, scaled=scaled, low=low, high=high,
        text=text,
    )  # fmt: skip


_FIXED = {
    "two": (Measure.FOLD, "2"), "three": (Measure.FOLD, "3"), "four": (Measure.FOLD, "4"),
    "half": (Measure.FRACTION, "0.5"), "quarter": (Measure.FRACTION, "0.25"),
    "dozen": (Measure.NUMBER, "12"), "once": (Measure.NUMBER, "1"),
    "decade": (Measure.NUMBER, "10"),
    "zhhalf": (Measure.FRACTION, "0.5"), "zhtwo": (Measure.FOLD, "2"),
}  # fmt: skip


def _english(text: str, hit: re.Match[str]) -> tuple[list[Quantity], int]:
    """Read English number words."""
    place, word = hit.span(), hit[0].lower()
    for name, (measure, value) in _FIXED.items():
        if hit.groupdict().get(name) is not None:
            return [_weak(place, Reading(measure, Decimal(value)), text=word)], place[1]
    if hit["several"] or hit["few"]:
        if hit["few"]:
            low = Decimal(EN_SCALES[hit["fewof"].lower()])
            bounds = (low, multiply(low, Decimal(10)))
        else:
            bounds = several(word.split()[0], (hit["of"] or "").lower())
        return [_weak(place, Reading(Measure.ORDER, bounds[0]), bounds=bounds)], place[1]
    if hit["times"]:
        base = word.removesuffix("fold").removesuffix("-")
        times = Decimal((EN_ONES | EN_TENS | EN_SCALES)[base])
        return [_weak(place, Reading(Measure.FOLD, times), text=word)], place[1]
    if hit["parts"]:
        top = EN_ONES.get(hit["top"].lower(), 1)
        name = hit["bottom"].lower()
        bottom = _PARTS.get(name) or EN_ORDINALS[name]
        share = Reading(Measure.FRACTION, divide(Decimal(top), Decimal(bottom)))
        # "a third model" is one more and no share
        extra = (Reading(Measure.ORDINAL, Decimal(bottom)),) if top == 1 else ()
        return [_weak(place, share, *extra, text=word)], place[1]
    if hit["among"]:
        return _among(hit), place[1]
    if hit["decades"]:
        years = 10 * _size(word.split()[0])
        return [_weak(place, Reading(Measure.NUMBER, Decimal(years)), text=word)], place[1]
    if hit["powers"] or hit["halfof"] or hit["andhalf"]:
        return [_weak(place, _built(hit), text=word)], place[1]
    if hit["ordinal"]:
        return [_ordinal(text, place, Decimal(EN_ORDINALS[word]))], place[1]
    return _run(text, hit)


def _size(word: str) -> int:
    """Return what one number word or a few digits say."""
    if word.isdecimal():
        return int(word)
    return (EN_ONES | EN_TENS | EN_SCALES)[word.lower()]


def _built(hit: re.Match[str]) -> Reading:
    """Read "two orders of magnitude", "half a million", "two and a half"."""
    first = hit[0].lower().split()[0]
    if hit["powers"]:
        power = 1 if first == "an" else min(_size(first), 30)
        return Reading(Measure.FOLD, Decimal(f"1e{power}"))
    if hit["halfof"]:
        return Reading(Measure.NUMBER, Decimal(EN_SCALES[hit["halved"].lower()]) / 2)
    return Reading(Measure.NUMBER, Decimal(_size(first)) + Decimal("0.5"))


def _among(hit: re.Match[str]) -> list[Quantity]:
    """Read "one in five": a share, and two numbers."""
    some, every = _size(hit["some"]), _size(hit["all"])
    if not every:
        return []
    share = divide(Decimal(some), Decimal(every))
    readings = (Reading(Measure.FRACTION, share), Reading(Measure.NUMBER, Decimal(every)))
    parts = [
        _weak(hit.span(name), Reading(Measure.NUMBER, Decimal(value)))
        for name, value in (("some", some), ("all", every))
    ]
    return [_weak(hit.span(), *readings, text=hit[0]), *parts]


def _ordinal(text: str, place: tuple[int, int], value: Decimal) -> Quantity:
    """Read an ordinal word, which a century may follow."""
    readings = [Reading(Measure.ORDINAL, value)]
    if _CENTURY_EN.match(text, place[1]):
        readings.append(Reading(Measure.CENTURY, value))
    return _weak(place, *readings)


def _run(text: str, hit: re.Match[str]) -> tuple[list[Quantity], int]:
    """Read a run of number words, with a tail or an ordinal at its end."""
    start, end = hit.span("run")
    amounts = en_amounts(hit["run"].lower())
    items = [
        _weak(
            (start + a, start + b), Reading(Measure.NUMBER, value), scaled=scaled, text=hit["run"]
        )
        for a, b, value, scaled in amounts
    ]
    if not items:
        return [], end
    last = items[-1]
    if hit["last"]:
        value = last.value + EN_ORDINALS[hit["last"].lower()]
        return [*items[:-1], _ordinal(text, (last.span.start, hit.end()), value)], hit.end()
    if end == last.span.end:
        after = tail(text, end, last.value)
        if after.kind in ("percent", "fold", "points"):
            items[-1] = _weak((last.span.start, after.end), *after.readings, text=last.text)
            return items, after.end
    return items, end


def _chinese(text: str, hit: re.Match[str]) -> tuple[list[Quantity], int]:
    """Read Chinese numerals and what is built of them."""
    place = hit.span()
    for name in ("zhhalf", "zhtwo"):
        if hit[name]:
            measure, value = _FIXED[name]
            return [_weak(place, Reading(measure, Decimal(value)), text=hit[0])], place[1]
    if hit["share"]:
        return _share(hit)
    if hit["fraction"]:
        above, below = _amount(hit["above"]), _amount(hit["below"])
        if above and below and above.values and below.values and below.values[0]:
            share = divide(above.values[0], below.values[0])
            return [_weak(place, Reading(Measure.FRACTION, share), text=hit[0])], place[1]
        return [], place[1]
    if hit["many"]:
        return [_many(hit, place)], place[1]
    return _numeral(text, hit)


def _share(hit: re.Match[str]) -> tuple[list[Quantity], int]:
    """Read 百分之三十, 千分之5: written in digits it is as strong as 30%."""
    place = hit.span()
    amount = _amount(hit["shared"])
    if amount is None or not amount.values:
        return [], place[1]
    per = {"百": 1, "千": 10, "万": 100}[hit["per"]]
    digits = hit["shared"][-1].isascii()
    readings = tuple(Reading(Measure.PERCENT, divide(v, Decimal(per))) for v in amount.values)
    written = hit["shared"]
    return [Quantity(Span(*place), readings, digits, digits, text=written)], place[1]


def _many(hit: re.Match[str], place: tuple[int, int]) -> Quantity:
    """Read 成千上万, 数以百万计, 上百, 近千: an order and no value."""
    run = hit["by"] or hit["over"]
    amount = zh_amount(run) if run else None
    low = amount.values[0] if amount and amount.values else Decimal(1000)
    top = Decimal(100 if run is None else 10)
    if hit["over"] and hit[0][0] == "近":  # 近千 is a little less than a thousand
        return _weak(place, Reading(Measure.ORDER, low), bounds=(divide(low, top), low + 1))
    return _weak(place, Reading(Measure.ORDER, low), bounds=(low, multiply(low, top)))


def _amount(written: str) -> Amount | None:
    """Read digits or numerals, with 点 as the decimal point."""
    if written[-1].isascii() and written[0] in "0123456789.":
        value = number(written)
        return Amount((value,)) if value is not None else None
    point = _DECIMAL.search(written)
    if point is None:
        return zh_amount(written)
    whole = zh_amount(written[: point.start()])
    if whole is None or len(whole.values) != 1:
        return None
    digits = "".join(str("零一二三四五六七八九".find(c.replace("〇", "零"))) for c in point[1])
    return Amount((multiply(Decimal(f"{whole.values[0]}.{digits}"), scale(point[2])),))


def _numeral(text: str, hit: re.Match[str]) -> tuple[list[Quantity], int]:
    """Read a run of numerals with what follows it: 三十年代, 五倍, 三成, 二〇二一年."""
    start, end = hit.span("numeral")
    run = hit["numeral"]
    amount = _amount(run)
    if amount is None:
        return [], end
    scaled = any(letter in "万萬亿億兆" for letter in run)
    if amount.low is not None and amount.high is not None:
        bounds = (amount.low, amount.high)
        return [_weak((start, end), Reading(Measure.ORDER, amount.low), bounds=bounds)], end
    values = amount.values
    if century := _CENTURY.match(text, end):
        return [_century((start, century.end()), values[0], century[1])], century.end()
    if (age := _AGE.match(text, end)) and len(values) == 1:
        ages = (Reading(Measure.DECADE, values[0] % 100), Reading(Measure.DECADE, values[0]))
        return [_weak((start, age.end()), *ages)], age.end()
    if _MONTHLY.match(text, end) and values[0] <= 12:
        return [_weak((start, end), *(Reading(Measure.MONTH, v) for v in values))], end
    if len(run) == 4 and _YEARS.match(text, end):
        return [_weak((start, end), Reading(Measure.YEAR, values[-1]))], end
    after = tail(text, end, values[0])
    if after.kind in ("percent", "fold", "tenths", "points", "more"):
        return [_with_tail((start, after.end), values, after)], after.end
    readings = tuple(Reading(Measure.NUMBER, v) for v in values)
    return [_weak((start, end), *readings, scaled=scaled, text=run)], end


def _century(place: tuple[int, int], value: Decimal, decade: str | None) -> Quantity:
    """Read 二十世纪, 二十世纪九十年代."""
    if not decade:
        return _weak(place, Reading(Measure.CENTURY, value))
    amount = _amount(decade)
    age = amount.values[0] if amount and amount.values else Decimal(0)
    year = (value - 1) * 100 + age
    return _weak(place, Reading(Measure.DECADE, age), Reading(Measure.DECADE, year))


def _with_tail(place: tuple[int, int], values: tuple[Decimal, ...], after: Tail) -> Quantity:
    """Give every value that the numerals may have what the tail says: 两三倍."""
    first = after.readings[0]
    ratio = divide(first.value, values[0]) if values[0] else Decimal(1)
    readings = [Reading(first.kind, multiply(v, ratio)) for v in values]
    if after.approx and len(values) == 1:
        step = Decimal(f"1e{len(str(int(values[0]))) - 1}")
        return _weak(place, *readings, bounds=(readings[0].value, readings[0].value + step))
    return _weak(place, *readings, *after.readings[1:])
