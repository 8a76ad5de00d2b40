"""Chinese numerals and what is built of them: shares, fractions, multiples, ages, vague orders.

They are weak: they support a number of the other side and are never demanded, save for
百分之30, which is as strong as 30%.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from zhen_align.text.quantities_dates import QUARTERS, half_day, times
from zhen_align.text.quantities_digits import NUM
from zhen_align.text.quantities_mixed import mixed
from zhen_align.text.quantities_numerals import ZH_NUMERAL, Amount, scale, zh_amount
from zhen_align.text.quantities_tails import Tail, tail
from zhen_align.text.quantities_types import (
    Measure,
    Quantity,
    Reading,
    divide,
    in_words,
    multiply,
    number,
)
from zhen_align.types import Span

_N = rf"[{ZH_NUMERAL}]{{1,24}}"
_AMOUNT = rf"(?:{NUM}|{_N})(?:[点點][零〇一二三四五六七八九]{{1,10}})?"
_ZH = re.compile(
    rf"(?P<share>(?P<per>[百千万])分之\s?(?P<shared>{_AMOUNT}))"
    rf"|(?P<fraction>(?P<below>{_N})分之(?P<above>{_AMOUNT}))"
    r"|(?P<many>成千上万|成千上萬|成百上千|数以(?P<by>[十百千万亿]{1,3})计"
    r"|[上近过過](?P<over>[十百千][万亿]?|[万亿])(?![\d一二三四五六七八九十]|[百千万亿]?分之))"
    rf"|(?P<numeral>{_N}(?:[点點][零〇一二三四五六七八九]{{1,10}}[十百千万萬亿億]{{0,3}})?)"
    r"|(?P<zhhalf>半)|(?P<zhtwo>[双雙对對倍俩])",
    re.ASCII,
)
ZH_FIRST = ZH_NUMERAL + "成上近过過半双雙对對倍俩"
# behind these a numeral counts; elsewhere it may be part of a word (四处, 三角形)
_COUNTED = re.compile(
    "[个個种種类類项項家次层層台臺年天月组組人位步篇条條点點块張张名阶階所门門座件套份轮輪段级級维維大周週章節节幅句页頁册冊卷首封颗顆粒辆輛架艘杯瓶盒箱袋株棵栋棟间間秒吨噸斤亩畝行列名例只隻支部场場批]|小[时時]|分[钟鐘]|[公千英]里|公[斤顷頃]|平方"
)
# elsewhere it is part of a word (半径), or time (半小时)
_HALVED = re.compile("[一减減过過折对對]半(?![径徑导導])|半[数數]")
_DECIMAL = re.compile(r"[点點]([零〇一二三四五六七八九]+)([十百千万萬亿億]*)$", re.ASCII)
_YEARS = re.compile(r"\s?年(?!代)", re.ASCII)
_CENTURY = re.compile(r"\s?世[纪紀](?:\s?([一二三四五六七八九]?十|\d0)\s?年代)?", re.ASCII)
_AGE = re.compile(r"\s?年代", re.ASCII)
_MONTHLY = re.compile(r"\s?月(?![球龄齡])", re.ASCII)
_CLOCK = re.compile(
    r"\s?[点點时時](?:(?P<quarter>半|[一三]刻)|\s?(?P<minute>[零〇]?[一二三四五六七八九十]{1,3})\s?分(?!之))?"
)
_HOUR = re.compile(
    r"([一二两三四五六七八九十]{1,3})(?=[点點](?:[一三]刻|[一二三四五]?十[一二三四五六七八九]?分|[零〇][一二三四五六七八九]分))"
)
_TENTHS_ARE = re.compile("成[为為]")
_MEGA = re.compile("[瓦赫字帕焦欧比]")
# 统一六国: the one belongs to the word before
_WORD_OF_ONE = re.compile("(?<=[统統唯惟单單同任逐归歸划劃专專均])一(?=[一二两兩三四五六七八九])")
_FIXED = {"zhhalf": (Measure.FRACTION, "0.5"), "zhtwo": (Measure.FOLD, "2")}


def at_numeral(text: str, pos: int) -> tuple[list[Quantity], int]:
    """Return the quantities of the Chinese numerals at `pos`, and where to go on."""
    if _WORD_OF_ONE.match(text, pos):
        return [], pos + 1
    if around := mixed(text, pos):
        return [around], around.span.end
    hit = _ZH.match(text, pos)
    return _chinese(text, hit) if hit else ([], pos + 1)


def _chinese(text: str, hit: re.Match[str]) -> tuple[list[Quantity], int]:
    """Read Chinese numerals and what is built of them."""
    place = hit.span()
    for name in ("zhhalf", "zhtwo"):
        if hit[name]:
            measure, value = _FIXED[name]
            half = name == "zhhalf" and _HALVED.search(text, max(0, place[0] - 1), place[1] + 1)
            reading = Reading(measure, Decimal(value))
            return [in_words(place, reading, text=hit[0], counts=bool(half))], place[1]
    if hit["share"]:
        return _share(hit)
    if hit["fraction"]:
        above, below = _amount(hit["above"]), _amount(hit["below"])
        if above and below and above.values and below.values and below.values[0]:
            share = Reading(Measure.FRACTION, divide(above.values[0], below.values[0]))
            return [in_words(place, share, text=hit[0], counts=True)], place[1]
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
        return in_words(place, Reading(Measure.ORDER, low), bounds=(divide(low, top), low + 1))
    return in_words(place, Reading(Measure.ORDER, low), bounds=(low, multiply(low, top)))


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
    if hour := _HOUR.match(text, start):  # 七点一刻 is no 7.1
        run, end = hour[1], hour.end(1)
    if len(run) > 1 and run[-1] == "兆" and _MEGA.match(text, end):
        run, end = run[:-1], end - 1  # 五兆瓦: five megawatts
    if len(run) > 1 and run[-1] == "百" and text.startswith("分位", end):
        run, end = run[:-1], end - 1  # 第三百分位
    if len(run) > 1 and run[-1] in "两兩" and run[-2] != "一":
        run, end = run[:-1], end - 1  # 三两: the weight
    amount = _amount(run)
    if amount is None and run[-1] == "一":  # 一万二一个月
        run, end = run[:-1], end - 1
        amount = _amount(run)
    if amount is None:
        return [], end
    scaled = any(letter in "万萬亿億兆" for letter in run)
    if amount.low is not None and amount.high is not None:
        bounds = (amount.low, amount.high)
        return [in_words((start, end), Reading(Measure.ORDER, amount.low), bounds=bounds)], end
    values = amount.values
    if century := _CENTURY.match(text, end):
        return [_century((start, century.end()), values[0], century[1])], century.end()
    if age := _AGE.match(text, end):  # 二三十年代 are two
        ages = [Reading(Measure.DECADE, v) for n in values[:2] for v in (n % 100, n)]
        return [in_words((start, age.end()), *ages)], age.end()
    if _MONTHLY.match(text, end) and values[0] <= 12:
        return [in_words((start, end), *(Reading(Measure.MONTH, v) for v in values))], end
    if len(run) == 4 and _YEARS.match(text, end):
        return [in_words((start, end), Reading(Measure.YEAR, values[-1]))], end
    if (clock := _CLOCK.match(text, end)) and (time := _time(text, start, clock, values)):
        return [time], clock.end()
    after = tail(text, end, values[0])
    if after.kind in ("powers", "off"):
        return [in_words((start, after.end), *after.readings)], after.end
    more = after.kind == "scale" and after.approx  # 一百二十余万
    if more or after.kind in ("percent", "fold", "tenths", "points", "basis", "more"):
        return [_with_tail((start, after.end), values, after)], after.end
    kind = Measure.ORDINAL if text[start - 1 : start] == "第" else Measure.NUMBER
    readings = (*(Reading(kind, v) for v in values), *_unsaid_shares(text, (start, end), values))
    counts = len(values) == 1 and _COUNTED.match(text, end) is not None
    return [in_words((start, end), *readings, scaled=scaled, text=run, counts=counts)], end


def _unsaid_shares(
    text: str, place: tuple[int, int], values: tuple[Decimal, ...]
) -> Iterator[Reading]:
    """Yield the shares that numerals may be without a sign: 利率四点二, 三成为女性."""
    start, end = place
    if any(sign in text[start:end] for sign in "点點") and "率" in text[max(0, start - 6) : start]:
        yield from (Reading(Measure.PERCENT, v) for v in values)
    if _TENTHS_ARE.match(text, end):  # 成为 is mostly "becomes"
        yield from (Reading(Measure.PERCENT, multiply(v, Decimal(10))) for v in values if v < 10)


def _time(
    text: str, start: int, clock: re.Match[str], values: tuple[Decimal, ...]
) -> Quantity | None:
    """Read 四点半, 下午三点二十分; 五点 alone may be five points."""
    half = half_day(text, start)
    if len(values) != 1 or values[0] > 24 or not (half or clock["quarter"] or clock["minute"]):
        return None
    minutes = _amount(clock["minute"].lstrip("零〇")) if clock["minute"] else None
    minute = int(minutes.values[0]) if minutes and minutes.values else 0
    minute = QUARTERS.get(clock["quarter"] or "", minute)
    plain = () if clock["quarter"] or clock["minute"] else (Reading(Measure.NUMBER, values[0]),)
    return in_words((start, clock.end()), *times(int(values[0]), minute, half), *plain)


def _century(place: tuple[int, int], value: Decimal, decade: str | None) -> Quantity:
    """Read 二十世纪, 二十世纪九十年代."""
    if not decade:
        return in_words(place, Reading(Measure.CENTURY, value))
    amount = _amount(decade)
    age = amount.values[0] if amount and amount.values else Decimal(0)
    year = (value - 1) * 100 + age
    return in_words(place, Reading(Measure.DECADE, age), Reading(Measure.DECADE, year))


def _with_tail(place: tuple[int, int], values: tuple[Decimal, ...], after: Tail) -> Quantity:
    """Give every value that the numerals may have what the tail says: 两三倍."""
    first = after.readings[0]
    ratio = divide(first.value, values[0]) if values[0] else Decimal(1)
    readings = [Reading(first.kind, multiply(v, ratio)) for v in values]
    if after.approx and len(values) == 1:
        step = multiply(Decimal(f"1e{values[0].normalize().as_tuple().exponent}"), ratio)
        bounds = (readings[0].value, readings[0].value + step)
        return in_words(place, *readings, scaled=after.scaled, bounds=bounds)
    # doubled is said in other words too, but 两倍 says nothing else
    return in_words(place, *readings, *after.readings[1:], counts=after.kind == "fold")
