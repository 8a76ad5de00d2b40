"""Quantities of both languages, as values: what is read, how surely, and what is none."""

from decimal import Decimal

import pytest

from zhen_align.text.quantities import Measure, Quantity, quantities
from zhen_align.types import Lang, Span


def read(text: str, lang: Lang) -> list[Quantity]:
    """Return what a translation would be held to, names and the like left out."""
    return [q for q in quantities(text, lang) if q.kind is not Measure.NAME]


# the text, the quantity's own characters, its kind, its value, whether it is strong; the gloss
ONE = [
    ("en", "It has 5.85B samples.", "5.85B", "number", "5850000000", True),
    ("en", "It has 5.85 billion samples.", "5.85 billion", "number", "5850000000", True),
    ("en", "about 200+ million users", "200+ million", "number", "200000000", True),
    ("en", "a 13K corpus", "13K", "number", "13000", True),
    ("en", "worth 3 bn in all", "3 bn", "number", "3000000000", True),
    ("en", "two hundred thousand words", "two hundred thousand", "number", "200000", False),
    ("en", "three hundred and five rows", "three hundred and five", "number", "305", False),
    ("en", "twenty-five rows", "twenty-five", "number", "25", False),
    ("en", "half a million rows", "half a million", "number", "500000", False),
    ("en", "10,000 rows", "10,000", "number", "10000", True),
    ("en", "at 1.5e-3 here", "1.5e-3", "number", "0.0015", True),
    ("en", "some 3 × 10^5 rows", "3 × 10^5", "number", "300000", True),
    ("en", "some 10⁶ rows", "10⁶", "number", "1000000", True),
    ("en", "by 12.5 percent", "12.5 percent", "percent", "12.5", True),
    ("en", "by 12 percentage points", "12 percentage points", "percent", "12", True),
    ("en", "by 3‰", "3‰", "percent", "0.3", True),
    ("en", "twenty percent", "twenty percent", "percent", "20", False),
    ("en", "two-thirds of them", "two-thirds", "fraction", "0.6667", False),
    ("en", "half of them", "half", "fraction", "0.5", False),
    ("en", "3x faster", "3x", "fold", "3", True),
    ("en", "a tenfold rise", "tenfold", "fold", "10", False),
    ("en", "twice as fast", "twice", "fold", "2", False),
    ("en", "two orders of magnitude", "two orders of magnitude", "fold", "100", False),
    ("en", "the 31st row", "31st", "ordinal", "31", True),
    ("en", "the third row", "third", "ordinal", "3", False),
    ("en", "in the 1990s", "1990s", "decade", "90", True),
    ("en", "the 21st century", "21st century", "century", "21", True),
    ("en", "at 3:30 pm", "3:30 pm", "time", "930", True),
    ("en", "version 2.1.0 of it", "2.1.0", "version", "0", True),
    ("en", "two decades ago", "two decades", "number", "20", False),
    ("en", "sized 16 GB", "16 GB", "number", "16", True),
    ("en", "mid-2019 it was", "2019", "number", "2019", True),
    ("zh", "共5.85亿条", "5.85亿", "number", "585000000", True),
    ("zh", "共 120 万条", "120 万", "number", "1200000", True),
    ("zh", "共1亿2345万条", "1亿2345万", "number", "123450000", True),
    ("zh", "共３千条", "３千", "number", "3000", True),
    ("zh", "约两千五百万条", "两千五百万", "number", "25000000", False),
    ("zh", "三点五亿条", "三点五亿", "number", "350000000", False),
    ("zh", "三萬億元", "三萬億", "number", "3000000000000", False),
    ("zh", "重3千克", "3", "number", "3", True),
    ("zh", "1.3B参数", "1.3B", "number", "1300000000", True),
    ("zh", "百分之三十", "百分之三十", "percent", "30", False),
    ("zh", "百分之30", "百分之30", "percent", "30", True),
    ("zh", "千分之五", "千分之五", "percent", "0.5", False),
    ("zh", "提高5.3个百分点", "5.3个百分点", "percent", "5.3", True),
    ("zh", "占３０％", "３０％", "percent", "30", True),
    ("zh", "约三成", "三成", "percent", "30", False),
    ("zh", "三分之二", "三分之二", "fraction", "0.6667", False),
    ("zh", "提升3倍", "3倍", "fold", "3", True),
    ("zh", "第 5 名", "5", "ordinal", "5", True),
    ("zh", "20世纪90年代", "20世纪90年代", "decade", "90", True),
    ("zh", "二十世纪九十年代", "二十世纪九十年代", "decade", "90", False),
    ("zh", "二十一世纪", "二十一世纪", "century", "21", False),
    ("zh", "二〇二一年", "二〇二一", "year", "2021", False),
    ("zh", "下午3点30分", "3点30分", "time", "930", True),
    ("zh", "十年", "十", "number", "10", False),
]


@pytest.mark.parametrize(("lang", "text", "own", "kind", "value", "strong"), ONE)
def test_one_quantity(lang: str, text: str, own: str, kind: str, value: str, strong: bool) -> None:
    """The likeliest reading of the first quantity has this kind and value, and these characters."""
    quantity = read(text, Lang(lang))[0]
    assert quantity.span.of(text) == own
    assert (quantity.kind, quantity.strong) == (kind, strong)
    assert round(quantity.value, 4) == Decimal(value)


NONE = [
    ("en", "GPT-4 beat ResNet-152 and COVID-19."),
    ("en", "A 3D view of the F1 score, Top-1 and v2.1."),
    ("en", "As in Fig. 3 and Tables 4 and 5 of Section 6."),
    ("en", "See [12] and [3]-[7] and (Smith et al., 2020)."),
    ("en", "1) First, and (2) second."),
    ("en", "13.4. Anchors"),
    ("en", "See https://example.org/a/2021 and `range(300)`."),
    ("en", "Read arXiv:2101.00001 or 10.1000/182."),
    ("zh", "GPT-4模型与COVID-19疫情。"),
    ("zh", "见图3、表 4和第5章。"),
    ("zh", "图2：12-3 节"[:3]),
    ("zh", "（张等，2020）"),
    ("zh", "3、方法"),
]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_what_is_no_quantity(lang: str, text: str) -> None:
    """Digits of names, marks, citations, references, addresses and code demand nothing."""
    assert not [q for q in quantities(text, Lang(lang)) if q.strong]


VAGUE = [
    ("en", "hundreds of millions", 10**8, 10**9),
    ("en", "tens of thousands", 10**4, 10**5),
    ("en", "millions of rows", 10**6, 10**9),
    ("en", "several hundred rows", 100, 1000),
    ("zh", "数十亿", 10**9, 10**10),
    ("zh", "十几个", 11, 20),
    ("zh", "上百万条", 10**6, 10**7),
    ("zh", "成千上万", 10**3, 10**5),
    ("zh", "数以百万计", 10**6, 10**7),
    ("zh", "20多万", 2 * 10**5, 3 * 10**5),
    ("zh", "3000余条", 3000, 4000),
]


@pytest.mark.parametrize(("lang", "text", "low", "high"), VAGUE)
def test_what_is_vague_has_bounds(lang: str, text: str, low: int, high: int) -> None:
    """An order of magnitude is an interval, its upper end left out."""
    quantity = read(text, Lang(lang))[0]
    assert (quantity.low, quantity.high) == (Decimal(low), Decimal(high))


SAME = [
    ("1.2 million", "120万", "a million is a hundred 万"),
    ("540 billion", "5400亿", "a billion is ten 亿"),
    ("30%", "百分之三十", "percent in words"),
    ("two-thirds", "2/3", "a fraction in digits"),
    ("50%", "一半", "half"),
    ("one in five concerns", "20%", "a share"),
    ("May 3rd, 2021", "2021年5月3日", "a date"),
    ("3 May 2021", "2021-05-03", "a date in numbers"),
    ("the 1990s", "20世纪90年代", "a decade with its century"),
    ("the 1990s", "九十年代", "a decade in words"),
    ("the 1900s", "20世纪", "a century as a decade"),
    ("35,000 rows", "三万五", "a last figure without its scale"),
    ("the twentieth century", "20世纪", "a century in words"),
    ("3:30 pm", "下午3点30分", "a time of day"),
    ("3:30 pm", "15:30", "a time of day on 24 hours"),
    ("at 3:30", "下午3点30分", "a time of day that may be either"),
    ("both sides", "两侧", "both is two"),
    ("a dozen", "12个", "a dozen"),
    ("tenfold", "10倍", "tenfold is ten times"),
    ("6.800 rows", "6800行", "thousands parted by a point"),
    ("12 498 rows", "12498行", "thousands parted by a blank"),
    ("ViT-22B", "220亿", "a size in a name supports"),
    ("$3\\times 10^{5}$ rows", "30万行", "a formula that is a number"),
    ("a score of 0.35", "35%", "a share of one"),
    ("twenty twenty", "二十", "words and numerals"),
    ("2 or 3 rows", "两三行", "two or three"),
    ("65Kpatients took part", "6.5万名患者参加", "a lost blank"),
    ("2.1 Mpatients took part", "210万名患者参加", "a blank that moved"),
    ("Step.3 here", "步骤3", "a label with a point"),
    ("5 trillion", "5兆", "the largest scale"),
]


@pytest.mark.parametrize(("en", "zh", "gloss"), SAME, ids=[gloss for _, _, gloss in SAME])
def test_both_languages_meet(en: str, zh: str, gloss: str) -> None:
    """Everything that one side demands the other side says."""
    sides = [quantities(en, Lang.EN), quantities(zh, Lang.ZH)]
    for one, other in (sides, sides[::-1]):
        said = {key for q in other for key in q.keys}
        assert all(not q.keys.isdisjoint(said) for q in one if q.strong)
    assert any(not a.keys.isdisjoint(b.keys) for a in sides[0] for b in sides[1])


APART = [
    ("5.85B", "5.85亿", "a billion is no 亿"),
    ("30%", "30个", "a share is no count"),
    ("the 1990s", "1980年代", "another decade"),
    ("May 3", "6月3日"[:2], "another month"),
    ("the 19th century", "20世纪", "another century"),
    ("3:30 pm", "3:30 am", "another half of the day"),
    ("version 2.1.0", "版本2.1.1", "another version"),
    ("3 kg", "3千", "kilograms are no thousands"),
]


@pytest.mark.parametrize(("en", "zh", "gloss"), APART, ids=[gloss for _, _, gloss in APART])
def test_what_is_not_the_same(en: str, zh: str, gloss: str) -> None:
    """No reading of one is a reading of the other."""
    for a in read(en, Lang.EN)[:1]:
        assert all(a.keys.isdisjoint(b.keys) for b in read(zh, Lang.ZH))


def test_members_of_a_range_share_its_unit() -> None:
    """In "3 to 34 billion" and 20-30% the bare number also means what the last one says."""
    for text, lang, value in (
        ("3 to 34 billion tokens", Lang.EN, "3000000000"),
        ("3至34亿", Lang.ZH, "300000000"),
        ("16.8, 20 and 45.7%", Lang.EN, "16.8"),
        ("20-30%", Lang.ZH, "20"),
    ):
        first, last = read(text, lang)[0], read(text, lang)[-1]
        assert Decimal(value) in [r.value for r in first.readings if r.kind is last.kind]


def test_scales_that_do_not_fall_part_numbers() -> None:
    """3万5万 are two numbers, 3亿5万 is one."""
    assert [int(q.value) for q in read("3万5万", Lang.ZH)] == [30000, 50000]
    assert [int(q.value) for q in read("3亿5万", Lang.ZH)] == [300050000]


def test_a_written_out_number_inherits_nothing() -> None:
    """Nobody means 10,000 billion by "10,000 or 2 billion"."""
    assert len(read("10,000 or 2 billion", Lang.EN)[0].readings) == 1


def test_a_date_is_its_parts_and_one_place() -> None:
    """Each part of a date carries the whole date as its place and knows where in it it stands."""
    text = "于 2021年5月3日 发布"
    parts = read(text, Lang.ZH)
    assert [(q.kind.value, int(q.value)) for q in parts] == [
        ("year", 2021),
        ("month", 5),
        ("day", 3),
    ]
    assert {q.span.of(text) for q in parts} == {"2021年5月3日"}
    assert [q.part and q.part.of("2021年5月3日") for q in parts] == ["2021", "5", "3"]


def test_a_caption_label_is_no_time_of_day() -> None:
    """图2：12 is a label and a number, not twelve past two."""
    assert [q.kind for q in read("图2：12个样本", Lang.ZH)] == [Measure.NUMBER]


def test_opaque_spans_only_support() -> None:
    """Numbers in what the caller calls opaque are kept, but weak."""
    text = "run {x 300} now"
    found = quantities(text, Lang.EN, [Span(4, 11)])
    assert [(q.span.of(text), q.strong) for q in found] == [("300", False)]


def test_the_place_of_a_formula_is_the_formula() -> None:
    """A number that is a formula is placed with its marks, so that they stay a pair."""
    text = "共 $3\\times 10^{5}$ 行，或 $5{,}000$ 行"
    assert [q.span.of(text) for q in read(text, Lang.ZH)] == ["$3\\times 10^{5}$", "$5{,}000$"]
    assert [int(q.value) for q in read(text, Lang.ZH)] == [300000, 5000]


def test_about_is_known() -> None:
    """The words that leave a number open are seen before it and behind it."""
    for text, lang in (("about 50", Lang.EN), ("约长50", Lang.ZH), ("50个左右", Lang.ZH)):
        assert read(text, lang)[0].approx
    assert not read("exactly 50", Lang.EN)[0].approx
