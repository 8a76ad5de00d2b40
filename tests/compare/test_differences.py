"""What differs between two accounts: numbers, names, terms, keywords; and what does not."""

import pytest

from zhen_align.compare.accounts import account
from zhen_align.compare.claims import Work
from zhen_align.compare.keywords import compared
from zhen_align.compare.numbers import differences
from zhen_align.compare.result import Difference, Grade
from zhen_align.glossary.rows import Row, Status
from zhen_align.read.document import parse

# a frame that links firmly; each case adds one sentence to either side
ZH = "灯塔看守人把日记捐给了图书馆。\n\n海鸟不再撞上玻璃，因为灯光变成了红色。\n\n"
EN = (
    "Sea birds no longer hit the glass, since the light has become red.\n\n"
    "The keeper of the lighthouse gave the diary to the library.\n\n"
)


def _differences(zh: str, en: str, rows: tuple[Row, ...] = ()) -> list[Difference]:
    a, b = parse("a.md", ZH + zh + "\n"), parse("b.md", EN + en + "\n")
    return list(account(a, b, rows).differences)


DIFFER = [
    ("水库蓄水4.2亿升。", "The reservoir holds 4.2 billion litres.", "10 times", "亿 for billion"),
    ("水泵用了350千瓦时。", "The pump used 3,500 kilowatt hours.", "10 times", "a zero more"),
    ("葡萄产量提高了1.85%。", "The yield of grapes rose by 18.5%.", "10 times", "the point moved"),
    ("水泵运行了12小时。", "The pump ran for 1,200 hours.", "100 times", "small, but linked"),
    ("准确率达到87.3%。", "The accuracy reached 83.7%.", "87.3%", "another value"),
    ("水泵重19公斤。", "The pump weighs 91 kg.", "91 kg", "digits exchanged, far apart"),
    ("阀门分为七类。", "The valves fall into six kinds.", "six (6)", "counts"),
]


@pytest.mark.parametrize(("zh", "en", "said", "gloss"), DIFFER, ids=[gloss for *_, gloss in DIFFER])
def test_numbers_that_differ(zh: str, en: str, said: str, gloss: str) -> None:
    """One difference, at the numbers themselves."""
    (found,) = _differences(zh, en)
    assert found.kind == "number"
    assert said in found.message
    assert found.a.text in zh
    assert found.b.text in en


AGREE = [
    ("水库蓄水4.2亿升。", "The reservoir holds 420 million litres.", "the same in other words"),
    ("水泵用了近350千瓦时。", "The pump used 348.6 kilowatt hours.", "rounded"),
    ("大约三分之一的阀门坏了。", "About 33.3% of the valves broke.", "a fraction"),
    ("水泵在2019年运行。", "The pump ran in 2019 and 2020.", "years"),
    ("阀门有3个，水泵有30台。", "There are 3 valves and 30 pumps.", "both on both sides"),
    ("节水90%。", "Only 10% of the water was used.", "the rest of a hundred"),
    ("节水近百升。", "It saves 1,000 litres.", "a bare hundred, said for many"),
    ("水泵有一个开关。", "The pump has 10 valves.", "one, which is said for anything"),
]


@pytest.mark.parametrize(("zh", "en", "gloss"), AGREE, ids=[gloss for *_, gloss in AGREE])
def test_numbers_that_agree(zh: str, en: str, gloss: str) -> None:
    """Accounts write, round and choose their numbers freely."""
    assert _differences(zh, en) == []


@pytest.mark.parametrize(
    ("zh", "en", "told"),
    [
        ("节水57%。", "It saves 75%.", True),  # per cent of the water saved
        ("阀门重57克。", "The valve weighs 75 g.", True),
        ("阀门有57个。", "There are 75 valves.", False),
        ("阀门重57克。", "The valve weighs 76 g.", False),
    ],
)
def test_digits_exchanged_where_claims_are_only_related(zh: str, en: str, told: bool) -> None:
    """There the unit must be the same."""
    a, b = Work.of(parse("a.md", zh)), Work.of(parse("b.md", en))
    assert bool(differences(a, b, [((0,), (0,), Grade.RELATED)])) is told


def test_a_number_is_told_once() -> None:
    """However often either side repeats it."""
    zh = "水库蓄水4.2亿升。\n\n4.2亿升水够用三年。"  # the water lasts three years
    en = "The reservoir holds 4.2 billion litres.\n\n4.2 billion litres of water last three years."
    places = [(found.a.span, found.b.span) for found in _differences(zh, en)]
    assert len(places) == len({a for a, _ in places}) == len({b for _, b in places})


def test_a_name_with_a_slip() -> None:
    """In linked claims, told with both spellings; a plural or another name is none."""
    zh, en = "我们把水泵叫做PumpSaver。", "We call the pump PumpSavre."
    (found,) = _differences(zh, en)
    assert (found.kind, found.a.text, found.b.text) == ("name", "PumpSaver", "PumpSavre")
    assert _differences("我们把水泵叫做PumpSaver。", "We call the pumps PumpSavers.") == []


def test_an_abbreviation_with_two_meanings() -> None:
    """Each work's brackets say what it means."""
    zh = "我们用水位控制（water level control, WLC）。"
    en = "We use wide lane control (WLC) here."
    found = [each for each in _differences(zh, en) if each.kind == "term"]
    assert [(each.a.text, each.b.text) for each in found] == [
        ("water level control", "wide lane control")
    ]


def test_renderings_of_the_glossary() -> None:
    """Two Chinese accounts, each with a rendering that the other does not use."""
    rows = (Row("lighthouse", "灯塔"), Row("lighthouse", "航标塔"))
    judged = tuple(Row(row.en, row.zh, status=Status.ADMITTED) for row in rows)
    a = parse("a.md", "灯塔看守人把日记捐给了图书馆。\n\n海鸟撞上了玻璃。\n")
    b = parse("b.md", "航标塔看守人把日记捐给了图书馆。\n\n海鸟撞上了玻璃。\n")
    found = account(a, b, judged).differences
    assert [(each.kind, each.a.text, each.b.text) for each in found] == [("term", "灯塔", "航标塔")]
    assert account(a, b).differences == ()


def test_keywords_against_keywords() -> None:
    """Paired within a language and across; the rest belongs to one side."""
    a = parse("a.md", "# 水泵\n\n关键词：水泵；葡萄；灯塔\n")  # pump, grape, lighthouse
    b = parse("b.md", "# Pumps\n\nKeywords: grape; pump; chess\n")
    both, alone = compared(a, b)
    assert {(x.text, y.text) for x, y in both} == {("水泵", "pump"), ("葡萄", "grape")}
    assert {place.text for place in alone} == {"灯塔", "chess"}
    assert compared(a, parse("b.md", "# Pumps\n")) == ([], [])
