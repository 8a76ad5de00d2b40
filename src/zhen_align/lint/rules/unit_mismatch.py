"""A quantity has the same value and another unit.

50 mg is not 50 g, 30 minutes are not 30秒, 5 million dollars not 500万欧元. Names and
signs of a unit are one (μm, micrometres, 微米), in Chinese and in English. A rate is compared
with what it is per: 4 L/h is not 4 L/min. So are units without a number: days are not 数周.

It does not fire where a unit is not known, or is left out on one side (4 GB as 4G), nor where
the value was converted with it, or two units of a rate make the same (5 mg/mL, 5 g/L); what
became of a value is number-mismatch's business.

Why: the figures are right, so everybody who checks figures passes over it.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from zhen_align.lint.facts import BeadFacts, Pair, Shared, Side
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.numbers.bare import bare_clash
from zhen_align.lint.numbers.restated import same_rate
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.text.units import per_at, per_before
from zhen_align.types import Span

NAME = "unit-mismatch"
SEVERITY = Severity.ERROR
NEEDS = frozenset({Need.BEADS})
EXAMPLES: tuple[Example, ...] = (
    Example("每日 50 g。", "A daily dose of 50 mg.", ("50 g",), "another unit"),
    Example("每日 50 毫克。", "A daily dose of 50 mg.", why="the same unit by name"),
    Example("耗时30秒。", "It takes 30 minutes.", ("30秒",), "another unit of time"),
    Example("耗时三十分钟。", "It takes thirty minutes.", why="values in words"),
    Example("花费500万欧元。", "It cost $5 million.", ("500万欧元",), "another currency"),
    Example("花费500万元。", "It cost USD 5 million.", ("500万元",), "a currency told before"),
    Example("花费500万元。", "It cost RMB 5 million.", why="a currency in letters"),
    Example("花费500万澳元。", "It cost $5 million.", why="dollars of any country"),
    Example("内存为 4G。", "It has 4 GB of memory.", why="a unit that is not known"),
    Example(
        "相距 5 公里，历时 5 小时。",
        "It is 5 km away, 5 hours on foot.",
        why="both units are there",
    ),
    Example("用四小时数据训练。", "Four minutes of data.", ("四小时",), "a word behind the unit"),
    Example("裕度为 30 Hz。", "A margin of 30°.", ("30 Hz",), "degrees"),
    Example("升至 30 °C。", "It rose to 30°.", why="degrees of either kind"),
    Example("浓度为 5 µM。", "At 5 nanomolar.", ("5 µM",), "concentrations"),
    Example("流量 4 L/h。", "A flow of 4 L/min.", ("4 L/h",), "another rate"),
    Example("浓度为 5 g/L。", "At 5 mg/mL.", why="the same rate in other units"),
    Example("每千克 25 美元。", "At $25 a tonne.", ("25 美元",), "a rate told before its number"),
    Example("每吨 25 美元。", "At $25 per tonne.", why="a sign of several in a rate"),
    Example("每分钟 4 升。", "A flow of 4 L/min.", why="the same rate in words"),
    Example("耗时数周。", "It took days.", ("数周",), "a unit without a number"),
    Example("仅为数十微伏。", "It is but tens of millivolts.", ("数十微伏",), "a vague number"),
    Example("仅为数十微伏。", "It is but tens of microvolts.", why="the same vague number"),
    Example("能量为 4 meV。", "An energy of 4 eV.", ("4 meV",), "a prefix"),
    Example("耗时数日。", "It took days.", why="the same unit without a number"),
    Example(
        "每天都要数周时间。",
        "It takes days, not weeks.",
        why="both units are there, in other words",
    ),
    Example("达到皮摩尔级。", "Nanomolar amounts.", ("皮摩尔级",), "another prefix"),
    Example("纳米颗粒长几微米。", "Nanoparticles some micrometres long.", why="the same prefixes"),
    Example("每秒一次。", "Every second day.", why="an ordinal is no unit"),
    Example("长 3 米。", "It is 300 cm long.", why="converted: another value"),
    Example("A dose of 50 g.", "A dose of 50 mg.", ("50 mg",), "into English", target="en"),
)

# of one sign: 30° may be degrees of either kind, Mb megabases or bytes, 元 those of Hong Kong
_ONE_SIGN = (
    *({"$", name} for name in ("dollar", "HKD", "TWD", "AUD", "CAD", "SGD")),
    {"yuan", "HKD"}, {"yuan", "TWD"},
    {"¥", "yuan"}, {"¥", "yen"}, {"°", "°C"}, {"°", "°F"}, {"kb", "KB"}, {"Mb", "MB"}, {"Gb", "GB"},
)  # fmt: skip

Units = dict[Decimal, dict[str, Span]]


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Compare the units of equal values in every bead that is sure."""
    for pair in pairs:
        for bead in pair.beads:
            if bead.is_whole and bead.bead.score >= shared.sure:
                for hit in (*_hits(bead), *_without_number(bead)):
                    yield bead, hit


def _hits(bead: BeadFacts) -> Iterator[Hit]:
    here, there = _units(bead.target), _units(bead.source)
    for value in here.keys() & there.keys():
        wrong = [unit for unit in here[value] if not _among(unit, there[value])]
        right = [unit for unit in there[value] if not _among(unit, here[value])]
        for mine, other in zip(wrong, right, strict=False):
            span, opposite = here[value][mine], there[value][other]
            said = span.of(bead.target.document.text)
            meant = opposite.of(bead.source.document.text)
            yield Hit(
                span, bead.target_lang, f"{said} stands for {meant}: {mine}, not {other}",
                SEVERITY, (meant,), f"{said}/{meant}", other=opposite,
            )  # fmt: skip


def _without_number(bead: BeadFacts) -> Iterator[Hit]:
    """Say that a unit without a number is another than that of the source."""
    if clash := bare_clash(bead):
        mine, other = clash
        said = mine.span.of(bead.target.document.text)
        meant = other.span.of(bead.source.document.text)
        yield Hit(
            mine.span, bead.target_lang,
            f"{said} stands for {meant}: {mine.unit}, not {other.unit}",
            SEVERITY, (meant,), f"{said}/{meant}", other=other.span,
        )  # fmt: skip


def _among(unit: str, others: Iterable[str]) -> bool:
    """Whether a unit is one of others; a rate may be told in words: 每分钟 4 升."""
    return any(_is_one(unit, other) or same_rate(unit, other) for other in others)


def _is_one(unit: str, other: str) -> bool:
    """Whether two units may be one; of a rate what it is per may be left out."""
    (a, _, by), (b, _, per) = unit.partition("/"), other.partition("/")
    return _alike(a, b) and (not (by and per) or _alike(by, per))


def _alike(a: str, b: str) -> bool:
    return a == b or {a, b} in _ONE_SIGN


def _units(side: Side) -> Units:
    """Return the known units of each value, rates with both, and the first place of each."""
    found: Units = {}
    for q, unit, span, more in side.measured:
        text = side.document.text
        rate = per_at(text, span.end)
        if rate is not None:
            unit, span = f"{unit}/{rate[0]}", Span(span.start, rate[1])
        elif each := per_before(text, span.start):
            unit = f"{unit}/{each}"
        found.setdefault(q.value + more, {}).setdefault(unit, span)
    return found
