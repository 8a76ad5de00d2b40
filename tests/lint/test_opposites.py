"""Opposites: what is told, what excuses it, and that the lists of words hold together."""

import re
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.lint.engine import Options, lint
from zhen_align.lint.opposites.poles import (
    FIRST_SET,
    Listed,
    all_zh,
    any_word,
    axes,
    poles_of_words,
)
from zhen_align.lint.opposites.qualities import NEITHER
from zhen_align.text.opaque import opaque
from zhen_align.text.variants import convert
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span, Unit

OPTIONS = Options(target="zh", only=("meaning-reversed",))

# en, zh, what is told: the last of a row names the case
CASES = [
    ("The yield fell by 12% after 2019.", "2019年以后产量上升了12%。", ["上升"], "it rises"),
    ("The yield fell by 12% after 2019.", "2019年以后产量下降了12%。", [], "a fall"),
    ("Costs rose while output fell.", "成本上升，而产出下降。", [], "both, on both sides"),
    ("A larger lens lowers the noise.", "镜头越大，噪声越低。", [], "both, in other words"),
    ("It runs 40 times faster.", "其运行速度慢40倍。", ["慢"], "so many times"),
    ("It runs 40 times faster.", "它慢40倍。", ["慢"], "slower for faster"),
    ("It is fast, and runs.", "其运行速度慢。", [], "速 excuses 慢"),
    ("It is 4 points lower here.", "在这里反而高4个百分点。", ["高"], "by so many points"),
    ("At most 3% may be lost.", "损失至少须为3%。", ["至少须为"], "a bound"),
    ("At least 3% may be lost.", "损失不低于3%。", [], "the same bound"),
    ("It keeps 3% and at most 3%.", "保持3%，至少3%。", [], "a number said twice"),
    ("Most still use maps.", "大多不再使用地图。", ["不再"], "no longer"),
    ("Most already use maps.", "大多尚未使用地图。", ["尚未"], "not yet"),
    ("It moved to the northeast.", "它向西北移动。", ["西北"], "another direction"),
    ("The pump was built without valves.", "水泵由工人制成。", [], "what is lacked is left out"),
    ("The pump was built without valves.", "水泵由阀门制成。", ["水泵由阀门制成。"], "it has them"),
    ("Beyond that, pumps must be blue.", "超出后，水泵不得为蓝色。", ["不得"], "beyond"),
    ("The input layer is wide.", "输出层很宽。", ["输出"], "another layer"),
    ("The two samples are identical.", "两个样本不同。", ["不同"], "同 in 不同 is no excuse"),
    ("Whether they are different, we ask.", "我们问它们相同与否。", [], "与否 has both"),
    ("The gel contains no salt.", "凝胶不含盐。", [], "a verb and its object negated"),
    ("Rain is never heavier than here.", "这里的雨最大。", [], "never more is the most"),
    ("This is not a defect.", "这是一个缺陷。", [], "缺 could stand for a negation"),
    ("This is not a failure of the pump.", "这是泵的故障。", ["这是泵的故障。"], "negation lost"),
    ("The list is not only long.", "这份清单很长。", [], "not only"),
    ("The valve is open.", "阀门并非打开。", ["并非"], "negation added"),
    ("An early stage of the disease.", "该病的晚期。", ["晚期"], "a pair of terms"),
    ("A non-linear model.", "一个线性模型。", ["线性"], "a hyphen inside"),
    ("A non-linear model.", "一个非线性模型。", [], "线性 inside 非线性"),
    ("It was unable to tell them apart.", "它能够区分类别。", ["它能够区分类别。"], "unable"),
    ("None of the wells was wet.", "所有的井都很湿。", ["所有的井都很湿。"], "none"),
    ("Issue No and name.", "问题号和名称。", [], "No is a number"),
    ("It is fine.", "它没有问题。", [], "nothing is wrong"),
    ("Heat above 40 °C is bad.", "低于40 °C的热有害。", ["低于"], "a threshold"),
    ("The valve is without a spring.", "阀门不使用弹簧。", [], "without"),
    ("It is indispensable.", "它是不可或缺的。", [], "in- negates too"),
    ("At least nine took part, the most ever.", "至少有九人参加，人数最多。", [], "少有 in 至少有"),
    ("The ranges hold five each.", "每段不得超过五个。", [], "a bound negates nothing"),
    ("It is central.", "它不可或缺。", [], "a phrase that negates nothing"),
    ("It cannot be removed.", "它可以去除。", ["它可以去除。"], "除 stands for removed"),
    ("But it is removed.", "但它无法去除。", ["无法"], "but stands for 但"),
    ("It is too hot to be sold.", "它太热，无法出售。", [], "too hot to"),
    ("It never fails to start.", "它总能启动。", [], "two negations"),
    ("Hardly any of them broke.", "几乎所有的都完好。", [], "nearly all"),
    ("Hardly one of them broke.", "它们都完好地破裂。", ["它们都完好地破裂。"], "hardly"),
    ("It could not be simpler.", "它十分简单。", [], "the utmost"),
    ("We could not agree more.", "我们完全同意。", [], "the utmost, in two words"),
    ("Demand exceeds supply.", "供不应求。", [], "a phrase that holds a negation"),
    ("It stops if dry.", "如果没有水，它就停。", [], "a condition said the other way round"),
    ("Was it dry?", "它干了没有？", [], "a question"),
    ("We asked, not begged.", "我们恳求过。", ["我们恳求过。"], "not alone"),
    ("It is rarely seen and rarely heard.", "它很少见，很少听到。", [], "少 for each rarely"),
    ("The blue lamp is on.", "红色的灯亮着。", ["红色"], "another of a set"),
    ("The blue lamp beside the red one.", "红色旁的灯。", [], "the source says it, too"),
    ("The lamp is dark.", "红色的灯很暗。", [], "none of the set in the source"),
    ("The mine in Germany and the coal of France.", "法国的煤和波兰的矿。", ["波兰"], "of several"),
    ("Too much of it is bad.", "过少则有害。", ["过少"], "too little"),
    ("It is difficult to see.", "它很容易看到。", ["很容易"], "easy"),
    ("Oil is hard to see, not hot.", "油难看见，很热。", ["油难看见，很热。"], "难 for hard"),
    ("It is hard to find and we cannot burn it.", "它难找，难以燃烧。", [], "难 for cannot"),
    ("The blade must be cleaned.", "不得清洁刀片。", ["不得"], "must"),
    ("Only one of them was blinded.", "只有一个没有设盲。", ["没有"], "只 for only"),
    ("The lamp, if not red, is hot.", "灯发红时很热。", [], "a condition in short"),
    ("It rained before the war.", "战争后下了雨。", ["后"], "one character"),
    ("Check it before it is sold.", "检查后才可出售。", [], "才 turns 后 round"),
    ("The rear of it was there before.", "它的后部早就在那里。", [], "后 of another word"),
    ("Few disagreed.", "多数人赞同。", [], "what undoes the word"),
    ("Why or why not?", "为什么？", [], "a question in short"),
    ("Rarely used cars are sold to cut costs.", "很少用的车被出售以减费用。", [], "少 for rarely"),
    ("It says: do not touch.", "它写着：do not touch。", [], "in Latin letters"),
    ("It picks what it is least sure of.", "它选最没有把握的。", [], "least"),
    ("The word red is short.", "red译成蓝色。", [], "a word that is named"),
    ("The lamp is red.", "灯是蓝色（red）的。", ["蓝色"], "a word in brackets"),
    ("The max size is small.", "softmax的最小尺寸很小。", ["最小"], "a word inside another"),
    ("A rate inversely proportional to it.", "速率与其成正比。", ["成正比"], "inversely"),
    ("It rained during the war.", "战争结束后下了雨。", ["结束后"], "after for during"),
    ("Only the artery is not cut.", "只有非静脉未切。", ["静脉"], "kinds, whatever is negated"),
    ("Here a lamp is suboptimal.", "此处灯并非最优。", [], "sub- negates, too"),
    ("Do turkeys eat maize?", "德国人吃玉米吗？", [], "a name has a capital"),
    ("The mice were fed.", "大鼠获得喂食。", ["大鼠"], "mice and rats"),
    ("A vein of the arm.", "手臂的动脉。", ["动脉"], "terms of a field"),
    ("It was dry after that.", "那里很干：以前下过雨。", [], "in former times"),
    ("It was dry after the war.", "战争以前很干。", ["以前"], "before for after"),
]  # fmt: skip


def told(en: str, zh: str, target: str = "zh") -> list[str]:
    """Return the stretches that the rule flags in one pair."""
    documents = [
        Document(f"x.{lang}", text, (Block(span, Kind.PARAGRAPH, lang, opaque(text)),))
        for lang, text in ((Lang.ZH, zh), (Lang.EN, en))
        for span in [Span(0, len(text))]
    ]
    sides = [(Sentence(d.blocks[0].span, d.blocks[0].lang, Unit.SENTENCE),) for d in documents]
    alignment = Alignment(documents[0], documents[1], (Bead(sides[0], sides[1], 0.99),))
    found = lint([alignment], (), Options(target=target, only=OPTIONS.only)).findings
    return [finding.place.text for finding in found]


@pytest.mark.parametrize(("en", "zh", "flags", "case"), CASES, ids=[row[3] for row in CASES])
def test_told(en: str, zh: str, flags: list[str], case: str) -> None:
    """Each row tells what it says, and nothing else."""
    assert told(en, zh) == flags, case


@pytest.mark.parametrize(("en", "zh", "flags", "case"), CASES, ids=[row[3] for row in CASES])
def test_told_in_traditional(en: str, zh: str, flags: list[str], case: str) -> None:
    """Each row says the same in Traditional characters, and quotes them as they are written."""
    assert told(en, convert(zh, "s2t")) == [convert(flag, "s2t") for flag in flags], case


def test_stands_in_the_english() -> None:
    """With English as the translation, findings stand there, on the word or the sentence."""
    assert told("It runs 40 times slower.", "它快了40倍。", "en") == ["slower"]
    assert told("We recommend it.", "我们不推荐它。", "en") == ["We recommend it."]


CROSSED = [
    (
        "快的水泵每天抽水2.5吨，而旧的锅炉只烧水7.5吨。",
        "The fast pump lifts 7.5 tons of water a day, while the old boiler heats 2.5 tons only.",
        ["2.5吨，而旧的锅炉只烧水7.5"],
        "two numbers",
    ),
    (
        "旧的锅炉只烧水2.5吨，而快的水泵每天抽水7.5吨。",
        "The fast pump lifts 7.5 tons of water a day, while the old boiler heats 2.5 tons only.",
        [],
        "two numbers, each with its clause",
    ),
    (
        "快的水泵每天抽水2.5吨，而旧的锅炉只烧水7.5%。",
        "The fast pump lifts 7.5% of water a day, while the old boiler heats 2.5 tons only.",
        [],
        "numbers of another kind",
    ),
    (
        "注意力在细胞之间而非基因之间计算。",
        "Attention is computed among genes rather than among cells.",
        ["注意力在细胞之间而非基因之间计算"],
        "what both halves have says nothing",
    ),
    (
        "成功率从62%提高到32%。",
        "The rate rose from 32% to 62%.",
        ["从62%提高到32%"],
        "from a number to a number",
    ),
    ("快的灯在街上变慢，慢的灯变快。", "A lamp is slow.", [], "the source says one only"),
    (
        "水泵在夜晚抽水，锅炉在白天加热。",
        "In the daytime the pump lifts water, and during the night the boiler heats.",
        ["夜晚抽水，锅炉在白天"],
        "changed places",
    ),
    (
        "锅炉在夜晚加热，水泵在白天抽水。",
        "In the daytime the pump lifts water, and during the night the boiler heats.",
        [],
        "the clauses changed places as a whole",
    ),
    (
        "水泵在白天抽水，锅炉在夜晚加热。",
        "In the daytime the pump lifts water, and during the night the boiler heats.",
        [],
        "in their places",
    ),
    (
        "水泵在夜晚抽水，鍋爐在白天加熱。",
        "In the daytime the pump lifts water, and during the night the boiler heats.",
        ["夜晚抽水，鍋爐在白天"],
        "changed places in Traditional characters",
    ),
    (
        "多數錯誤由軟體而非標注者造成。",
        "Most errors were made by annotators rather than by software.",
        ["多數錯誤由軟體而非標注者造成"],
        "the halves of a contrast in Traditional characters",
    ),
    (
        "夜晚锅炉的水在白天用。",
        "In the daytime we use the water of a boiler of the night.",
        [],
        "in one clause, whose grammar may turn them round",
    ),
]


# en, zh, zh with its halves exchanged
FRAMED = [
    ("Copper outlasts lead, so copper exceeds lead.", "铜超过铅。", "铅超过铜。"),
    ("Doctors trust it more than patients do.", "医生比患者更信任它。", "患者比医生更信任它。"),
    ("Trains are slower than ships.", "火车慢于船。", "船慢于火车。"),
    ("The water runs from the lake to the sea.", "水从湖流向海。", "水从海流向湖。"),
    ("The heat is transferred into water.", "热量转移到水中。", "水转移到热量中。"),
    ("They convert heat into light.", "它们把热转换为光。", "它们把光转换为热。"),
    ("We replaced steel with glass.", "我们用玻璃取代钢。", "我们用钢取代玻璃。"),
    ("They predict rain from wind.", "它们根据风预测雨。", "它们根据雨预测风。"),
    ("Drought causes famine.", "干旱引起饥荒。", "饥荒引起干旱。"),
    ("Famine is caused by drought.", "饥荒由干旱引起。", "干旱由饥荒引起。"),
    ("Speed depends on temperature.", "速度取决于温度。", "温度取决于速度。"),
    ("Thunder precedes rain.", "雷声先于雨。", "雨先于雷声。"),
    ("A square is a special case of a rectangle.", "正方形是矩形的特例。", "矩形是正方形的特例。"),
    ("The lake is twice as deep as the river.", "湖深是河深的两倍。", "河深是湖深的两倍。"),
    ("A method that outperforms glass.", "优于玻璃的方法。", "玻璃优于方法。"),
]


@pytest.mark.parametrize(("en", "right", "wrong"), FRAMED, ids=[row[0] for row in FRAMED])
def test_halves_of_a_frame(en: str, right: str, wrong: str) -> None:
    """What has changed places inside a frame is told, in either language."""
    assert told(en, right) == []
    assert told(en, wrong)
    assert told(en, wrong, "en")


IN_CLAUSES = [
    (
        "The deep lake is small and its water less clean, and the level of the river rises.",
        "深湖小，湖水较脏，河流的水位下降。",
        ["下降"],
        "what excuses it stands in another clause",
    ),
    (
        "The lake is small and the lake less clean, and the level of the river rises.",
        "河流的水位上升，湖小，湖水更脏，不下降。",
        [],
        "the clause of the word is not the other's",
    ),
    (
        "Before it is sold, check the lamp; check the valve less.",
        "检查灯后，才可出售；少检查阀门。",
        [],
        "one character may be said of the next clause",
    ),
]


@pytest.mark.parametrize(("en", "zh", "flags", "case"), IN_CLAUSES, ids=[r[3] for r in IN_CLAUSES])
def test_clauses_are_judged_alone(en: str, zh: str, flags: list[str], case: str) -> None:
    """Clauses that the dictionary knows as each other's are excused by nothing outside."""
    assert told(en, zh) == flags, case


SOUND = [
    ("A is larger than B in all of them.", "所有情况下B均小于A。", "turned round as a whole"),
    ("The second run was slower than the first.", "第一次运行更快。", "the other one is not said"),
    ("Ships outperform trains.", "火车不及船。", "a verb that compares"),
    ("It beats rain on more than 90 days.", "它在超过90天里胜过雨。", "more than a number"),
    (
        "It turned text into points and points into text.",
        "它把文本变成点，再把点变成文本。",
        "both ways",
    ),
    ("It beats rain in summer.", "它在夏天的雨中胜过雨。", "where it holds stands elsewhere"),
    ("What exceeds it is cut off.", "超过的部分会被截断。", "cut off is not less"),
    ("Two days pass before it rains.", "两天之后下雨。", "what passes before is over after"),
    (
        "It turns songs in 9 towns into songs in 4.",
        "它把9座城市的歌变成4座城市的歌。",
        "figures in their places",
    ),
]


@pytest.mark.parametrize(("en", "zh", "case"), SOUND, ids=[row[2] for row in SOUND])
def test_sound_comparisons(en: str, zh: str, case: str) -> None:
    """What may be said the other way round, as a comparison if its halves are turned, too."""
    assert told(en, zh) == [], case


def test_a_comparison_alone_is_turned_round() -> None:
    """Where what is compared stays in its place, the word is told."""
    assert told("Ships are larger than trains.", "船小于火车。") == ["小于"]
    assert told("Ships are faster than trains.", "船比火车更慢。") == ["更慢"]


@pytest.mark.parametrize(("zh", "en", "flags", "case"), CROSSED, ids=[row[3] for row in CROSSED])
def test_changed_places(zh: str, en: str, flags: list[str], case: str) -> None:
    """Two opposites in each other's place are told, clauses in another order are not."""
    assert told(en, zh) == flags, case


def test_nearest_words_are_told() -> None:
    """Of two words that could be meant, the one in the same place of its sentence is told."""
    en = "The lamp lifts it a little; the red lamp is lower than the blue lamp."
    assert told(en, "灯使其稍微升高；红灯高于蓝灯。") == ["高于"]


def test_every_axis_is_whole() -> None:
    """Each axis has two poles or more, whose certain words are found as they stand."""
    assert [
        axis for axis in axes() if len(axis) < 2 or any(not pole.sure_en for pole in axis)
    ] == []
    for word, poles in poles_of_words().items():
        assert any_word().fullmatch(word)
        for pole in poles:
            assert all_zh(pole).search(word)
    assert all(poles_of_words()[word] == () for word in NEITHER)


def _plain(pole: Listed) -> tuple[str, str]:
    """Return a certain word of each language that is no expression."""
    words = re.sub(r"(?<=\w)s\?(?= |$)", "", pole.sure_en).split()
    return next(w for w in words if re.fullmatch(r"[\w-]+", w)).replace("_", " "), (
        pole.sure_zh.split()[0]
    )


@pytest.mark.parametrize("axis", axes()[FIRST_SET:], ids=lambda axis: _plain(axis[0])[0])
def test_members_of_a_set_are_told_apart(axis: tuple[Listed, ...]) -> None:
    """Each member is told in the place of each other one, and not in its own."""
    for one, other in permutations(map(_plain, axis), 2):
        assert told(f"It was {one[0]}.", f"就是{other[1]}。"), (one, other)
        assert told(f"It was {one[0]}.", f"就是{one[1]}。") == [], one


def test_no_word_stands_on_both_poles() -> None:
    """A word that is certain to stand on one pole is not certain to stand on another."""
    poles = poles_of_words()
    assert not [word for word, own in poles.items() if len({p.axis for p in own}) < len(own)]


WORDS = sorted(poles_of_words())
ENGLISH = (
    "rises",
    "falls",
    "not",
    "no",
    "rather than",
    "the input",
    "exceeds",
    ",",
    ".",
    "\n",
    "x",
)
CHINESE = (*WORDS[::9], "不", "而非", "，", "。", "超过", "泵", "\n", " ", "3")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(ENGLISH), min_size=1, max_size=9),
    st.lists(st.sampled_from(CHINESE), min_size=1, max_size=9),
    st.sampled_from(("zh", "en")),
)
def test_any_words_are_told_inside_their_sentence(
    english: list[str], chinese: list[str], target: str
) -> None:
    """Whatever the words, nothing breaks, and what is told stands in the target."""
    en, zh = " ".join(english), "".join(chinese)
    assert all(said in (zh if target == "zh" else en) for said in told(en, zh, target))
