"""Two works compared: which case it is, what is linked, what only one says."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.align.tokens import Text
from zhen_align.compare.accounts import account
from zhen_align.compare.cells import SECOND_FEATURES, cells
from zhen_align.compare.claims import Work
from zhen_align.compare.missing import missing
from zhen_align.compare.pieces import pieces
from zhen_align.compare.result import Account, Case, Grade
from zhen_align.compare.wording import Shared, between
from zhen_align.read.document import parse
from zhen_align.types import Lang

# a lighthouse that runs on waves; a museum of clocks; both told in Chinese and in English
LIGHT_ZH = [
    "灯塔的电来自海浪，每天节省四十升柴油。",  # the power comes from waves, saves diesel
    "海鸟不再撞上玻璃，因为灯光变成了红色。",  # birds no longer hit the glass
    "三名工程师在岛上住了两年，记录每一场风暴。",  # three engineers recorded every storm
    "灯塔看守人把日记捐给了图书馆。",  # the keeper gave the diary to the library
]
LIGHT_EN = [
    "The lighthouse takes its electricity from the waves and saves forty litres of diesel a day.",
    "Sea birds no longer hit the glass, since the light has become red.",
    "Three engineers lived on the island for two years and recorded every storm.",
    "The keeper of the lighthouse gave the diary to the library.",
]
CLOCKS_EN = [
    "The museum shows clocks from the courts of two emperors.",
    "Visitors hear them strike at noon, one after the other.",
    "A clockmaker repairs the springs with tools of his grandfather.",
    "Children may wind up a wooden cuckoo.",
]


def _compared(a: str, b: str) -> Account:
    return account(parse("a.md", a), parse("b.md", b))


def _linked(found: Account) -> set[tuple[str, str]]:
    return {
        (one.text, two.text)
        for link in found.links
        if link.grade is not Grade.RELATED
        for one in link.a
        for two in link.b
    }


def test_shuffled_and_dropped_claims_are_linked() -> None:
    """In any order; what one of them leaves out is only in the other."""
    a = "\n\n".join([LIGHT_ZH[2], LIGHT_ZH[0], LIGHT_ZH[1]])
    b = "\n\n".join([LIGHT_EN[1], LIGHT_EN[3], LIGHT_EN[2], LIGHT_EN[0]])
    found = _compared(a, b)
    assert _linked(found) == {(LIGHT_ZH[n], LIGHT_EN[n]) for n in range(3)}
    assert [place.text for place in found.only] == [LIGHT_EN[3]]
    assert found.shares[0] == 1.0
    assert 0.5 < found.shares[1] < 1.0


def test_the_sides_may_be_exchanged() -> None:
    """The same links, the other way round."""
    a, b = "\n\n".join(LIGHT_ZH[::-1]), "\n\n".join(LIGHT_EN)
    assert {(y, x) for x, y in _linked(_compared(b, a))} == _linked(_compared(a, b))


def test_strangers_have_no_links() -> None:
    """Two texts about different things: nothing is better than something wrong."""
    found = _compared("\n\n".join(LIGHT_ZH), "\n\n".join(CLOCKS_EN))
    assert found.case is Case.STRANGERS
    assert (_linked(found), found.differences) == (set(), ())


def test_a_translation_is_known_as_one() -> None:
    """In order and whole: the ordinary aligner's beads become the links."""
    found = _compared("\n\n".join(LIGHT_ZH), "\n\n".join(LIGHT_EN))
    assert found.case is Case.TRANSLATION
    assert _linked(found) == set(zip(LIGHT_ZH, LIGHT_EN, strict=True))
    assert {link.grade for link in found.links} == {Grade.SAME}


def test_both_languages_of_a_work_are_named() -> None:
    """A page that holds a sentence twice has both places in the link, the other work has one."""
    page = "\n\n".join(text for pair in zip(LIGHT_ZH, LIGHT_EN, strict=True) for text in pair)
    found = _compared(page, f"{LIGHT_EN[1]}\n\n{CLOCKS_EN[0]}\n\n{LIGHT_EN[3]}\n")
    links = [link for link in found.links if link.grade is not Grade.RELATED]
    assert [[place.text for place in link.a] for link in links] == [
        [LIGHT_ZH[1], LIGHT_EN[1]],
        [LIGHT_ZH[3], LIGHT_EN[3]],
    ]
    assert {place.path for link in links for place in link.b} == {"b.md"}


def test_a_clause_is_enough_for_a_part() -> None:
    """A long sentence that holds what the other says alone is partly the same."""
    long = LIGHT_ZH[3].rstrip("。") + "，而且" + LIGHT_ZH[1]  # "and moreover"
    a = f"{long}\n\n{LIGHT_ZH[2]}\n\n{LIGHT_ZH[0]}\n"
    found = _compared(a, "\n\n".join([LIGHT_EN[1], LIGHT_EN[0], LIGHT_EN[2]]))
    assert (long, LIGHT_EN[1]) in _linked(found)
    grade = next(link.grade for link in found.links if link.b[0].text == LIGHT_EN[1])
    assert grade is Grade.PARTIAL


def test_a_claim_of_two_keeps_two_partners() -> None:
    """One sentence says what two of the other work say: what each explains counts for it."""
    both = LIGHT_ZH[1].rstrip("。") + "且" + LIGHT_ZH[3]  # "and"
    found = _compared("\n\n".join([LIGHT_ZH[2], both, LIGHT_ZH[0]]), "\n\n".join(LIGHT_EN))
    assert {en for zh, en in _linked(found) if zh == both} == {LIGHT_EN[1], LIGHT_EN[3]}


def test_words_that_a_partner_explains_link_no_other() -> None:
    """A claim that only shares the words of a partnered one stays alone."""
    told = [LIGHT_ZH[0], LIGHT_ZH[2], LIGHT_ZH[3]]
    other = "The waves save the lighthouse forty litres."
    found = _compared("\n\n".join(told), "\n\n".join([other, LIGHT_EN[2], LIGHT_EN[0]]))
    assert other not in {en for _, en in _linked(found)}
    assert (LIGHT_ZH[0], LIGHT_EN[0]) in _linked(found)


def test_what_is_said_twice_is_linked_twice() -> None:
    """A sentence is no rival of its own repetition, whatever the marks around it."""
    again = LIGHT_EN[1].rstrip(".") + "!"
    a, once = "\n\n".join(LIGHT_ZH[:3][::-1]), [LIGHT_EN[1], LIGHT_EN[0], LIGHT_EN[2]]
    scores = [
        [each.score for each in _compared(a, "\n\n".join(b)).links if each.a[0].text == LIGHT_ZH[1]]
        for b in (once, [*once, again])
    ]
    assert scores[1] == pytest.approx(scores[0] * 2, abs=0.05)


def test_irregular_forms_are_known() -> None:
    """The dictionary says to make, the text says made."""
    zh = ["木匠做了三张桌子", LIGHT_ZH[1]]  # the carpenter made three tables
    found = [
        cells([Text(t) for t in zh], [Text(en), Text(LIGHT_EN[1])], (Lang.ZH, Lang.EN)).a_found
        for en in ("Three tables were made", "Three tables were laid")
    ]
    assert found[0][0, 0] > found[1][0, 0]


def test_other_names_are_other_claims() -> None:
    """Two sentences that name different things, known to both works, are asked for more."""
    zh = ["Axion 的恢复流程如下", "Boson 的恢复流程如下"]  # how the one recovers, and the other
    en = ["This is how Boson recovers", "This is how Axion recovers"]
    table = cells([Text(t) for t in zh], [Text(t) for t in en], (Lang.ZH, Lang.EN))
    differ = table.second[SECOND_FEATURES.index("other names")]
    assert differ.tolist() == [[0.5, 0.0], [0.0, 0.5]]
    assert (table.chance[0, 1], table.chance[1, 0]) > (table.chance[0, 0], table.chance[1, 1])


def test_a_work_that_both_name_makes_them_no_strangers() -> None:
    """Where ids say that it is one work, a weak claim in common is believed more."""
    a = "\n\n".join(
        [*LIGHT_ZH[1:3], "石头很重。", "山羊吃草。", "云在走。"]
    )  # stone, goats, clouds
    b = "\n\n".join(["Light is red at night in the harbour.", *CLOCKS_EN])
    score = [
        max((link.score for link in _compared(a + more, b + more).links), default=0.0)
        for more in ("", "\n\n[Arxiv](https://arxiv.org/abs/2401.01234)\n")
    ]
    assert score[0] < 0.2 < score[1]


def test_headings_that_nothing_answers_are_not_told() -> None:
    """A section's name is no statement that the other work lacks."""
    a = f"# Light from Waves\n\n## What It Costs\n\n{LIGHT_EN[1]}\n\n{CLOCKS_EN[0]}\n"
    found = _compared(a, f"{LIGHT_ZH[1]}\n\n{LIGHT_ZH[2]}\n\n{LIGHT_ZH[3]}\n")
    alone = {place.text for place in found.only if place.path == "a.md"}
    assert alone == {CLOCKS_EN[0]}


def test_a_name_that_runs_into_its_section_is_no_claim() -> None:
    """Whatever the marks around it."""
    page = f"**Abstract.** {LIGHT_EN[0]} {LIGHT_EN[1]}\n\n**摘要：** {LIGHT_ZH[0]}\n"
    said = {s.span.of(page) for s in Work.of(parse("a.md", page)).sentences}
    assert not {each for each in said if each.startswith("**Abstract.**")}


def test_a_short_paragraph_is_no_heading() -> None:
    """Only a heading that is marked as one is held against what sentences say."""
    zh, en = LIGHT_ZH[3].rstrip("。"), LIGHT_EN[3]
    score = [
        max(
            k.score
            for k in _compared(f"{LIGHT_ZH[2]}\n\n{mark}{zh}\n", b).links
            if k.a[0].text == zh
        )
        for mark in ("", "## ")
        for b in ["\n\n".join([en, LIGHT_EN[2], CLOCKS_EN[0]])]
    ]
    assert score[0] > score[1] + 0.1


def test_a_title_on_every_page_is_furniture() -> None:
    """A line that is no sentence is a claim a few times; a caption that repeats it is none."""
    page = "# Light from Waves\n\n" + "\n\n".join(
        f"{text}\n\n## Light from Waves\n\n![Light from Waves](a.png)" for text in LIGHT_EN
    )
    said = [s.span.of(page) for s in Work.of(parse("a.md", page)).sentences]
    assert said.count("Light from Waves") == 3
    assert set(LIGHT_EN) <= set(said)


def test_a_line_without_end_is_compared_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of clauses on either side are not held against each other one by one."""
    asked: list[int] = []

    def spoken(a: Sequence[Text], b: Sequence[Text], langs: object, **more: bool) -> Shared:
        asked.append(len(a) * len(b))
        return between(a, b, (Lang.ZH, Lang.EN), **more)

    monkeypatch.setattr("zhen_align.compare.cells.between", spoken)
    zh, en = "红色的阀门用黄铜制成，" * 900, "The red valve is made of brass, " * 900  # the same
    cells([Text(zh)], [Text(en)], (Lang.ZH, Lang.EN))
    assert asked == [1]


def test_what_a_reviewer_asks_is_no_claim() -> None:
    """The same sentence below such a heading is linked less surely."""
    a = "\n\n".join(LIGHT_ZH[:3])
    said = "\n\n".join([LIGHT_EN[1], CLOCKS_EN[1], CLOCKS_EN[3]])
    plain = f"# A Lighthouse\n\n## Findings of the Team\n\n{said}\n"
    asked = plain.replace("Findings of the Team", "Open Questions")
    score = [
        max((k.score for k in _compared(a, b).links if k.b[0].text == LIGHT_EN[1]), default=0.0)
        for b in (plain, asked)
    ]
    assert score[0] > score[1]


@pytest.mark.parametrize("text", ["", "\n\n", "123\n", "# 摘要\n", "`code`\n"])
def test_texts_that_say_nothing(text: str) -> None:
    """Empty, numbers only, a heading only: no links and no crash."""
    found = _compared(text, "\n\n".join(LIGHT_EN))
    assert (found.case, found.links) == (Case.STRANGERS, ())


def test_claims_hold_every_sentence_once() -> None:
    """No sentence is lost or in two claims; those that translate each other are one claim."""
    page = "\n\n".join(text for pair in zip(LIGHT_ZH, LIGHT_EN, strict=True) for text in pair)
    work = Work.of(parse("a.md", page))
    numbers = [n for claim in work.claims for n in (*claim.zh, *claim.en)]
    assert sorted(numbers) == list(range(len(work.sentences)))
    assert [(len(claim.zh), len(claim.en)) for claim in work.claims] == [(1, 1)] * 4


def test_cells_do_not_depend_on_the_order_of_claims() -> None:
    """Rows and columns follow their claims."""
    zh, en = [Text(t) for t in LIGHT_ZH], [Text(t) for t in LIGHT_EN]
    straight = cells(zh, en, (Lang.ZH, Lang.EN)).chance
    turned = cells(zh[::-1], en, (Lang.ZH, Lang.EN)).chance
    assert abs(straight - turned[::-1]).max() < 1e-6
    exchanged = cells(en, zh, (Lang.EN, Lang.ZH)).chance
    assert abs(straight - exchanged.T).max() < 1e-6


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="水泵灯塔ab ，。,;.（） 3", max_size=80))
def test_pieces_are_the_sentence(text: str) -> None:
    """Joined they are all that is said; one alone is no cut."""
    found = pieces(text, Lang.ZH)
    assert len(found) != 1
    if found:
        assert "".join("".join(found).split()) == "".join(text.split())


EMPTY = [
    ("# 摘要\n\n# Abstract\n\nPumps save water.\n", ["zh"], "the Chinese abstract is empty"),
    ("# 摘要\n\n# Abstract\n\n水泵省水。\n", ["en"], "the English one is"),  # pumps save water
    ("# 摘要\n\n# Abstract\n\n水泵省水。\n\nPumps save water.\n", [], "both below two headings"),
    ("# 摘要\n\n水泵省水。\n\n# Abstract\n\nPumps save water.\n", [], "one after the other"),
    ("# 摘要\n\n# Keywords\n\npump\n", [], "headings of different kinds"),
    ("# 摘要\n\n# Abstract\n", [], "nothing in either"),
    ("# 摘要\n\n# 关键词\n\n水泵\n\n# Abstract\n\nPumps save water.\n", ["zh"], "apart"),
    ("摘要：\n\nAbstract: Pumps save water.\n", ["zh"], "after a label"),
    ("# 摘要\n\n暂无\n\n# Abstract\n\nPumps save water.\n", ["zh"], "none as yet"),
]


@pytest.mark.parametrize(("text", "langs", "gloss"), EMPTY, ids=[gloss for *_, gloss in EMPTY])
def test_an_empty_section_is_told(text: str, langs: list[str], gloss: str) -> None:
    """With the place right after its heading."""
    found = missing(parse("x.md", text))
    assert [each.place.lang for each in found] == langs
    for each in found:
        assert text[: each.place.span.start].endswith(("摘要", "摘要：", "Abstract"))
        assert each.place.span.start == each.place.span.end


@pytest.mark.parametrize("text", ["", "\n\n", "---\ntitle: x\n---\n", "TBD\n"])
def test_a_text_that_says_nothing_is_told(text: str) -> None:
    """Whatever it is compared with."""
    (told,) = missing(parse("x.md", text))
    assert "nothing to compare" in told.message
    assert (told.place.line, told.place.span.start) == (1, 0)
