"""What convinces less: parts and wholes, verbs, words of every text; and which names are kept."""

from collections.abc import Sequence
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.terms import chinese, pairing, scoring, termhood
from zhen_align.terms.candidate import Candidate
from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.extract import LEAST_SCORE, found
from zhen_align.terms.gather import gather
from zhen_align.terms.glosses import is_phrase
from zhen_align.terms.pairing import pair
from zhen_align.terms.reading import Reading, read_bead
from zhen_align.terms.segments import Segment, Side

Pairs = Sequence[tuple[str, str]]


def rows(*texts: Pairs, listed: bool = False, least: float = 0.0) -> list[Candidate]:
    """Return the candidates of some texts, each of them beads of English and Chinese."""
    dictionary = Dictionary(())
    readings = [
        Reading(
            tuple(
                read_bead(
                    Segment(
                        f"text {number}",
                        n,
                        Side(en, ((0, 0),)),
                        Side(zh, ((0, 0),)),
                        listed,
                        listed,
                    ),
                    dictionary,
                )
                for n, (en, zh) in enumerate(pairs)
            )
        )
        for number, pairs in enumerate(texts)
    ]
    return found(readings, min_score=least)


def pairs_of(*texts: Pairs, least: float = 0.0) -> set[tuple[str, str]]:
    """Return the pairs of term and rendering."""
    return {(one.en, one.zh) for one in rows(*texts, least=least)}


# green tea, in sentences where green never stands alone
TEA = [
    ("We drink green tea.", "我们喝绿茶。"),
    ("The green tea is hot.", "绿茶很烫。"),
    ("A cup of green tea.", "一杯绿茶。"),
]


def test_a_word_does_not_get_the_rendering_of_a_longer_term() -> None:
    """In 绿茶 (green tea) nothing is called green alone."""
    said = pairs_of([*TEA, ("The door is of a dark green.", "门是深色的。")])
    assert ("green tea", "绿茶") in said
    assert ("green", "绿茶") not in said


def test_a_rendering_with_no_room_for_a_word_is_none() -> None:
    """Where 药物 (drug) is all that stands there, drug discovery is not rendered."""
    said = pairs_of(
        [
            ("Drug discovery is slow.", "药物研究很慢。"),
            ("We speed up drug discovery.", "我们加快药物开发。"),
            ("A new drug is tested.", "一种新药物正在试验。"),
            ("Each drug has a price.", "每种药物都有价格。"),
        ]
    )
    assert ("drug discovery", "药物") not in said


def test_a_short_form_that_a_part_means_is_no_rendering() -> None:
    """However often 阀门 (valve) stands for the pressure valve, that is what valve means."""
    said = pairs_of(
        [
            ("The pressure valve leaks.", "压力阀门漏水。"),
            ("We sell a pressure valve.", "我们出售压力阀门。"),
            ("Clean the pressure valve.", "清洁压力阀门。"),
            ("Is a pressure valve needed?", "需要压力阀门吗？"),
            ("Open the pressure valve.", "打开阀门。"),
            ("Close the pressure valve.", "关闭阀门。"),
            ("Turn the pressure valve.", "转动阀门。"),
            ("A valve of steel.", "钢制阀门。"),
            ("This valve is old.", "这个阀门很旧。"),
        ]
    )
    assert {zh for en, zh in said if en == "pressure valve"} == {"压力阀门"}
    assert ("valve", "阀门") in said


@pytest.mark.parametrize("prefix", ["自", "非"])
def test_a_prefix_stays_with_its_term(prefix: str) -> None:
    """自回归模型 (autoregressive model), 非线性模型 (nonlinear model): no cut 回归, no cut 线性."""
    en, zh = {
        "自": ("autoregressive model", "自回归模型"),
        "非": ("nonlinear model", "非线性模型"),
    }[prefix]
    said = pairs_of(
        [(f"The {en} is old.", f"这种{zh}很旧。"), (f"We train an {en}.", f"我们训练{zh}。")]
    )
    assert (en, zh) in said
    assert (en, zh[1:]) not in said


def test_a_word_used_as_a_verb_comes_last() -> None:
    """To filter (过滤) is no term, the filter (过滤器) is one."""
    verbs = rows(
        [
            ("We filter the water.", "我们过滤水。"),
            ("They filter it twice.", "他们过滤两次。"),
            ("Machines filter this oil.", "机器过滤这种油。"),
        ]
    )
    nouns = rows(
        [
            ("The filter is old.", "过滤器旧了。"),
            ("Clean the filter of dust.", "清洁过滤器。"),
            ("A filter costs little.", "过滤器很便宜。"),
        ]
    )
    score = {one.en: one.score for one in nouns}
    assert score["filter"] > LEAST_SCORE
    assert all(one.score < score["filter"] for one in verbs if one.en == "filter")


def test_a_larger_collection_asks_for_more() -> None:
    """Two beads of twenty are a term, two of four thousand hardly one."""
    term = [("The crank lever broke.", "曲柄杆断了。"), ("Oil the crank lever.", "给曲柄杆上油。")]
    filler = [(f"Line {n} is short.", f"第{n}行很短。") for n in range(4000)]

    def score(texts: Pairs) -> float:
        return next(one.score for one in rows(texts) if one.en == "crank lever")

    assert score(term) > LEAST_SCORE
    assert score([*term, *filler]) < score(term) - 0.2


def test_terms_that_begin_with_a_quality_are_known_from_the_dictionary() -> None:
    """False and multiple begin no term, but a false alarm is one, and a conflict of interest."""
    said = {
        one.en
        for one in rows(
            [
                ("The false alarm woke us.", "假警报吵醒了我们。"),
                ("There was a false alarm.", "有过一次假警报。"),
                ("He has a conflict of interest.", "他有利益冲突。"),
                ("No conflict of interest was found.", "没有发现利益冲突。"),
                ("A false spoon lay there.", "那里有一把假勺子。"),
                ("The false spoon broke.", "假勺子断了。"),
            ]
        )
    }
    assert {"false alarm", "conflict of interest"} <= said
    assert "false spoon" not in said
    assert not is_phrase("of course")
    assert not is_phrase("good idea")


def test_a_name_in_a_cell_is_kept() -> None:
    """A cell that is the same on both sides counts; a sentence without Chinese does not."""
    cells = [("QuillNet-2", "QuillNet-2"), ("QuillNet-2", "QuillNet-2")]
    assert {(one.en, one.zh) for one in rows(cells, listed=True)} == {("QuillNet-2",) * 2}
    english = "We found that QuillNet-2 was never translated at all."
    assert pairs_of([(english, english)] * 2) == set()


def test_a_name_may_be_left_out_at_times() -> None:
    """What can be no word is kept though every other sentence says it otherwise (它 it)."""
    name = [("QuillNet2 reads.", "QuillNet2会读。"), ("QuillNet2 writes.", "它会写。")]
    word = [("Robin reads.", "Robin会读。"), ("Robin writes.", "它会写。")] * 2
    assert ("QuillNet2",) * 2 in pairs_of(name)
    assert ("Robin",) * 2 not in pairs_of(word)


def test_an_abbreviation_whose_long_form_is_not_rendered_is_kept() -> None:
    """The Chinese writes QFT, and never says what it means."""
    pairs = [
        ("The Quill Folding Toolkit (QFT) is new.", "QFT是新的。"),
        ("QFT is fast.", "QFT很快。"),
        ("We use QFT.", "我们用QFT。"),
    ]
    assert ("QFT", "QFT") in pairs_of(pairs)


def test_a_plain_word_in_latin_letters_is_no_name() -> None:
    """A word of the dictionary in small letters is the author's habit: counter."""
    pairs = [("The counter is full.", "这个counter满了。"), ("Reset the counter.", "重置counter。")]
    assert ("counter", "counter") not in pairs_of(pairs)


def test_a_plural_that_the_chinese_takes_over_is_shown_without() -> None:
    """陶瓷QFTs and 陶瓷QFT, ceramic ones, are one rendering."""
    many = [("Two ceramic QFTs broke.", "两个陶瓷QFTs断了。"),
            ("We sell ceramic QFTs.", "我们出售陶瓷QFTs。"),
            ("Old ceramic QFTs hum.", "旧的陶瓷QFTs嗡嗡响。")]  # fmt: skip
    one = [("The ceramic QFT is old.", "陶瓷QFT很旧。"), ("Clean a ceramic QFT.", "清洁陶瓷QFT。")]
    assert {zh for en, zh in pairs_of([*many, *one]) if en.startswith("ceramic")} == {"陶瓷QFT"}


# long forms that share their first letters, each with its Chinese: no two mean the same
HOMONYMS = [
    ("road traffic control", "道路交通控制"),
    ("rapid tissue cooling", "快速组织冷却"),
    ("remote terminal circuit", "远程终端电路"),
    ("real time clock", "实时时钟"),
]


@settings(max_examples=12, deadline=None)
@given(st.permutations(HOMONYMS), st.integers(2, 4))
def test_homonymous_abbreviations_are_kept_apart(order: list[tuple[str, str]], many: int) -> None:
    """RTC is what each text defines it to be, whichever texts come first."""
    texts = [
        [
            (f"We study {en} (RTC).", f"我们研究{zh}（RTC）。"),
            (f"Here {en} is new.", f"这里的{zh}是新的。"),
            ("RTC is cheap.", "RTC很便宜。"),
        ]
        for en, zh in order[:many]
    ]
    said = {one.en: one for one in rows(*texts)}
    for en, zh in order[:many]:
        assert (said[en].abbr, said[en].zh) == ("RTC", zh)


BASES = [("pump", "水泵"), ("engine", "引擎"), ("lens", "镜头")]
KINDS = [("ceramic", "陶瓷"), ("copper", "铜制"), ("plastic", "塑料"), ("wooden", "木制")]


@settings(max_examples=12, deadline=None)
@given(
    st.sampled_from(BASES), st.lists(st.sampled_from(KINDS), min_size=1, max_size=3, unique=True)
)
def test_nested_terms_have_whole_renderings(
    base: tuple[str, str], kinds: list[tuple[str, str]]
) -> None:
    """Neither head nor prefix is cut off the longer terms, and the shorter one keeps its own."""
    en, zh = base
    plain = [(f"The {en} stops.", f"{zh}停了。"), (f"Repair the {en}.", f"修理{zh}。")]
    longer = [
        pair
        for first, begin in kinds
        for pair in (
            (f"The {first} {en} is here.", f"{begin}{zh}在这里。"),
            (f"We sell a {first} {en}.", f"我们出售{begin}{zh}。"),
        )
    ]
    said = pairs_of([*plain, *longer])
    assert (en, zh) in said
    for first, begin in kinds:
        assert {other for form, other in said if form == f"{first} {en}"} == {begin + zh}


def logit(term: str, zh: str, pairs: Pairs) -> float:
    """Return how sure one rendering of one term is."""
    dictionary = Dictionary(())
    beads = [
        read_bead(Segment("x", n, Side(en, ((0, 0),)), Side(other, ((0, 0),))), dictionary)
        for n, (en, other) in enumerate(pairs)
    ]
    gathered = gather(beads)
    return next(
        one.logit for one in pair(gathered, [*gathered.concepts.values()])[term] if one.zh == zh
    )


DRUGS = [
    ("Drug discovery is slow.", "药物很慢。"),
    ("We speed up drug discovery.", "我们加快药物。"),
    ("A new drug is tested.", "一种新药物正在试验。"),
    ("A drug has a price.", "药物有价格。"),
]
LAMPS = [("The lamp is hot.", "台灯座很烫。"), ("Clean the lamp.", "清洁台灯座。")]


@pytest.mark.parametrize(
    ("module", "weight", "term", "zh", "pairs"),
    [
        (pairing, "_WHOLE_ONLY", "green", "绿茶", TEA),
        (pairing, "_PART_ONLY", "drug discovery", "药物", DRUGS),
        (scoring, "_NO_ROOM", "drug discovery", "药物", DRUGS),
        (scoring, "_UNTIDY", "lamp", "台灯座", LAMPS),
    ],
    ids=["what a longer term means", "what a part means", "no room for a word", "half unsaid"],
)
def test_each_doubt_counts(
    monkeypatch: pytest.MonkeyPatch,
    module: ModuleType,
    weight: str,
    term: str,
    zh: str,
    pairs: Pairs,
) -> None:
    """Without its weight, a wrong rendering would be surer by just that."""
    doubted, least = logit(term, zh, pairs), getattr(module, weight)
    monkeypatch.setattr(module, weight, 0.0)
    assert logit(term, zh, pairs) == pytest.approx(doubted + least, abs=0.01)


def test_verbs_are_doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    """We pump and they pump: the words beside it (we, they, it) make a verb of it, 抽水."""
    pairs = [("We pump it up.", "我们抽水。"), ("They pump it twice.", "他们抽水两次。"),
             ("The new pump.", "新的抽水。")]  # fmt: skip
    doubted = {one.en: one.score for one in rows(pairs)}["pump"]
    monkeypatch.setattr(termhood, "_VERB", 0.0)
    assert {one.en: one.score for one in rows(pairs)}["pump"] > doubted + 0.1


def test_a_prefix_is_no_function_word() -> None:
    """自 and 非 may begin a unit before a word, not before a function word: 自注意力, attention."""
    (run,) = chinese.runs("自注意力和非线性")
    units = {"".join(run.atoms[first : first + size]) for first, size in chinese.units(run)}
    assert {"自注意力", "非线性"} <= units
    (run,) = chinese.runs("自从那时")
    assert not any(run.atoms[first] == "自" for first, _ in chinese.units(run))
