"""English number words: numbers, ordinals, fractions, multiples, vague orders.

They are weak: they support a number of the other side and are never demanded. Only where
a word of `EN_FIRST` stands is anything tried.
"""

import re
from dataclasses import replace
from decimal import Decimal

from zhen_align.text.quantities_numerals import (
    EN_ONES,
    EN_ORDINALS,
    EN_SCALES,
    EN_TENS,
    en_amounts,
    several,
)
from zhen_align.text.quantities_tails import tail
from zhen_align.text.quantities_types import (
    Measure,
    Quantity,
    Reading,
    divide,
    in_words,
    multiply,
)

_WORD = rf"(?:{'|'.join([*EN_TENS, *sorted(EN_ONES, key=len, reverse=True), *EN_SCALES])})"
_RUN = rf"{_WORD}(?![a-z])(?:[\s-](?:and\s)?(?:an?\s)?{_WORD}(?![a-z])){{0,12}}"
_DIGIT = "|".join([*list(EN_ONES)[:10], "oh"])
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
    rf"|(?P<pieces>(?:(?P<some_of>{_SMALL})[\s-])?(?P<piece>quarter|third|fifth|tenth)s?"
    rf"(?:\sof\s(?:an?|one)\s|(?<=quarter)[\s-])(?P<of_size>{_SIZES})(?![a-z]))"
    rf"|(?P<point>(?:{_WORD}|nought|naught)\spoint(?P<decimals>(?:[\s-](?:{_DIGIT})(?![a-z])){{1,6}})"
    rf"(?:\s(?P<point_size>{_SIZES})(?![a-z]))?)"
    rf"|(?P<parts>(?P<top>{_SMALL})[\s-](?P<bottom>{_PART})s?(?![a-z]))"
    rf"|(?P<among>(?P<some>{_WORD})\s(?:in|out\sof)\s(?:every\s)?(?P<all>\d{{1,4}}|{_WORD}(?:[\s-]{_WORD})?)(?![a-z\d%]|[.,]\d))"
    rf"|(?P<decades>{_WORD}\sdecades)"
    rf"|(?P<powers>(?:an|{_WORD})\sorders?\sof\smagnitude)"
    rf"|(?P<halfof>half[\s-](?:an?\s)?(?P<halved>{_SIZES}|dozen)(?![a-z]))"
    rf"|(?P<dozens>(?:{_WORD}|several|a\sfew)\sdozen(?![a-z]))"
    rf"|(?P<score>{_WORD}\sscore(?:\sand\s(?P<over>{_WORD})(?![a-z])|(?=\s(?:years|days|men|of)\b)))"
    rf"|(?P<andhalf>{_WORD}\sand\s(?:(?P<parted>a|one|two|three)[\s-])(?P<part>half|quarter|third)s?)(?![a-z])"
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
    + ["nought", "naught"]
    + "|".join((_SEVERAL, _TWO.replace("pairs?", "pair|pairs"), _THREE)).split("|")
)
_OF_ALL = re.compile(r"\s(?:of|the|its|their|our|his|her|as|all)\s", re.ASCII)
_TAILS = ("percent", "fold", "points", "basis")
_CENTURY_EN = re.compile(r"[\s-]century", re.I | re.ASCII)

_FIXED = {
    "two": (Measure.FOLD, "2"), "three": (Measure.FOLD, "3"), "four": (Measure.FOLD, "4"),
    "half": (Measure.FRACTION, "0.5"), "quarter": (Measure.FRACTION, "0.25"),
    "dozen": (Measure.NUMBER, "12"), "once": (Measure.NUMBER, "1"),
    "decade": (Measure.NUMBER, "10"),
}  # fmt: skip


def at_word(text: str, pos: int) -> tuple[list[Quantity], int]:
    """Return the quantities of the English words at `pos`, and where to go on."""
    hit = _EN.match(text, pos)
    return _english(text, hit) if hit else ([], pos + 1)


def _english(text: str, hit: re.Match[str]) -> tuple[list[Quantity], int]:
    """Read English number words."""
    place, word = hit.span(), hit[0].lower()
    for name, (measure, value) in _FIXED.items():
        if hit.groupdict().get(name) is not None:
            reading, counts = Reading(measure, Decimal(value)), _changes(text, hit)
            said = in_words(place, reading, text=word, counts=counts)
            return [replace(said, whole=counts and measure is Measure.FOLD)], place[1]
    if hit["several"] or hit["few"]:
        if hit["few"]:
            low = Decimal(EN_SCALES[hit["fewof"].lower()])
            bounds = (low, multiply(low, Decimal(10)))
        else:
            bounds = several(word.split()[0], (hit["of"] or "").lower())
        return [in_words(place, Reading(Measure.ORDER, bounds[0]), bounds=bounds)], place[1]
    if hit["times"]:
        base = word.removesuffix("fold").removesuffix("-")
        times = Decimal((EN_ONES | EN_TENS | EN_SCALES)[base])
        return [in_words(place, Reading(Measure.FOLD, times), text=word)], place[1]
    if hit["pieces"] or hit["point"]:
        size = _pieces(hit) if hit["pieces"] else _with_decimals(hit)
        reading, scaled = Reading(Measure.NUMBER, size), bool(hit["of_size"] or hit["point_size"])
        return [in_words(place, reading, scaled=scaled, text=word, counts=True)], place[1]
    if hit["parts"]:
        top = EN_ONES.get(hit["top"].lower(), 1)
        name = hit["bottom"].lower()
        bottom = _PARTS.get(name) or EN_ORDINALS[name]
        share = Reading(Measure.FRACTION, divide(Decimal(top), Decimal(bottom)))
        # "a third model" is one more and no share
        ordinal = top == 1 and name not in ("half", "quarter", "hundredth")
        extra = (Reading(Measure.ORDINAL, Decimal(bottom)),) if ordinal else ()
        return [in_words(place, share, *extra, text=word, counts=_changes(text, hit))], place[1]
    if hit["among"]:
        return _among(hit), place[1]
    if hit["decades"]:
        years = 10 * _size(word.split()[0])
        return [in_words(place, Reading(Measure.NUMBER, Decimal(years)), text=word)], place[1]
    if hit["score"]:
        years = 20 * _size(word.split()[0]) + (_size(hit["over"]) if hit["over"] else 0)
        return [in_words(place, Reading(Measure.NUMBER, Decimal(years)), text=word)], place[1]
    if hit["dozens"]:
        return [_dozens(hit)], place[1]
    if hit["powers"] or hit["halfof"] or hit["andhalf"]:
        counts, built = hit["andhalf"] is not None, _built(hit)
        if counts and (after := tail(text, place[1], built.value)).kind in _TAILS:
            return [in_words((place[0], after.end), *after.readings, text=word)], after.end
        return [in_words(place, built, text=word, counts=counts)], place[1]
    if hit["ordinal"]:
        return [_ordinal(text, place, Decimal(EN_ORDINALS[word]))], place[1]
    return _run(text, hit)


def _pieces(hit: re.Match[str]) -> Decimal:
    """Read "three quarters of a million"."""
    top = EN_ONES.get((hit["some_of"] or "one").lower(), 1)
    name = hit["piece"].lower()
    bottom = _PARTS.get(name) or EN_ORDINALS[name]
    return divide(Decimal(top * EN_SCALES[hit["of_size"].lower()]), Decimal(bottom))


def _with_decimals(hit: re.Match[str]) -> Decimal:
    """Read "three point two billion"."""
    whole = EN_ONES | EN_TENS | EN_SCALES | {"nought": 0, "naught": 0, "oh": 0}
    first = hit["point"].lower().split()[0]
    said = "".join(str(whole[word]) for word in re.findall("[a-z]+", hit["decimals"].lower()))
    size = EN_SCALES[hit["point_size"].lower()] if hit["point_size"] else 1
    return multiply(Decimal(f"{whole[first]}.{said}"), Decimal(size))


def _changes(text: str, hit: re.Match[str]) -> bool:
    """Whether a half or a double says how much, and is no part of a name: halved, a third of."""
    word, (start, end) = hit[0].lower(), hit.span()
    if word == "half" or hit["parts"]:
        return _OF_ALL.match(text, end) is not None or text[max(0, start - 4) : start] in (
            " by ",
            " in ",
        )
    return word.endswith(("ed", "ing"))


def _size(word: str) -> int:
    """Return what one number word or a few digits say."""
    if word.isdecimal():
        return int(word)
    value = 1
    for each in re.findall("[a-z]+", word.lower()):  # ten million
        size = (EN_ONES | EN_TENS | EN_SCALES)[each]
        value = value * size if value == 1 or size >= 100 else value + size
    return value


def _built(hit: re.Match[str]) -> Reading:
    """Read "two orders of magnitude", "half a million", "two and a half"."""
    first = hit[0].lower().split()[0]
    if hit["powers"]:
        power = 1 if first == "an" else min(_size(first), 30)
        return Reading(Measure.FOLD, Decimal(f"1e{power}"))
    if hit["halfof"]:
        size = (EN_SCALES | {"dozen": 12})[hit["halved"].lower()]
        return Reading(Measure.NUMBER, Decimal(size) / 2)
    part = divide(
        Decimal(EN_ONES.get(hit["parted"].lower(), 1)), Decimal(_PARTS[hit["part"].lower()])
    )
    return Reading(Measure.NUMBER, Decimal(_size(first)) + part)


def _dozens(hit: re.Match[str]) -> Quantity:
    """Read "two dozen" and "several dozen"."""
    first = hit[0].lower().split()[0]
    if first in ("several", "a"):
        bounds = (Decimal(20), Decimal(100))
        return in_words(hit.span(), Reading(Measure.ORDER, bounds[0]), bounds=bounds)
    return in_words(hit.span(), Reading(Measure.NUMBER, Decimal(12 * _size(first))), text=hit[0])


def _among(hit: re.Match[str]) -> list[Quantity]:
    """Read "one in five": a share, and two numbers."""
    some, every = _size(hit["some"]), _size(hit["all"])
    if not every:
        return []
    share = divide(Decimal(some), Decimal(every))
    readings = (Reading(Measure.FRACTION, share), Reading(Measure.NUMBER, Decimal(every)))
    parts = [
        in_words(hit.span(name), Reading(Measure.NUMBER, Decimal(value)))
        for name, value in (("some", some), ("all", every))
    ]
    return [in_words(hit.span(), *readings, text=hit[0], counts=True), *parts]


def _ordinal(text: str, place: tuple[int, int], value: Decimal) -> Quantity:
    """Read an ordinal word, which a century may follow."""
    readings = [Reading(Measure.ORDINAL, value)]
    if _CENTURY_EN.match(text, place[1]):
        readings.append(Reading(Measure.CENTURY, value))
    return in_words(place, *readings)


def _run(text: str, hit: re.Match[str]) -> tuple[list[Quantity], int]:
    """Read a run of number words, with a tail or an ordinal at its end."""
    start, end = hit.span("run")
    amounts = en_amounts(hit["run"].lower())
    items = [
        in_words((start + a, start + b), Reading(Measure.NUMBER, value), scaled=scaled, counts=True)
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
        if after.kind in _TAILS:
            items[-1] = in_words((last.span.start, after.end), *after.readings, text=last.text)
            return items, after.end
    return items, end
