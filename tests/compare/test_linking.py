"""Which texts are about one work, and which are not said to be."""

import random
from dataclasses import replace
from itertools import pairwise

import pytest

from zhen_align.compare.identity import Identity
from zhen_align.compare.linking import group
from zhen_align.compare.portrait import Portrait, portrait
from zhen_align.read.document import parse

# Nouns of a garden with their Chinese names, to make texts that share nothing but their kind.
NOUNS = {
    "apple": "苹果", "bridge": "桥", "camel": "骆驼", "carpet": "地毯", "cherry": "樱桃",
    "chess": "象棋", "cotton": "棉花", "desert": "沙漠", "drum": "鼓", "eagle": "鹰",
    "elephant": "大象", "farmer": "农民", "forest": "森林", "garlic": "大蒜", "ginger": "生姜",
    "guitar": "吉他", "harbor": "港口", "honey": "蜂蜜", "island": "岛屿", "jade": "玉石",
    "kitchen": "厨房", "ladder": "梯子", "lamp": "灯", "lemon": "柠檬", "library": "图书馆",
    "mirror": "镜子", "mountain": "山", "mushroom": "蘑菇", "museum": "博物馆", "needle": "针",
    "onion": "洋葱", "orange": "橙子", "oyster": "牡蛎", "palace": "宫殿", "peach": "桃子",
    "pearl": "珍珠", "pepper": "胡椒", "piano": "钢琴", "pillow": "枕头", "potato": "土豆",
    "rabbit": "兔子", "river": "河流", "rubber": "橡胶", "salmon": "鲑鱼", "silk": "丝绸",
    "soap": "肥皂", "spider": "蜘蛛", "temple": "寺庙", "tiger": "老虎", "turtle": "乌龟",
    "umbrella": "雨伞", "village": "村庄", "violin": "小提琴", "walnut": "核桃", "whale": "鲸鱼",
    "window": "窗户", "wolf": "狼", "wood": "木头", "wool": "羊毛", "zebra": "斑马",
}  # fmt: skip


def _pool(works: int, *, alone: int = 0, seed: int = 3) -> tuple[list[Portrait], set[str]]:
    """Return texts of both languages, each work about its own nouns; and the works told twice."""
    chance = random.Random(seed)
    texts, twice = [], set()
    for number in range(works):
        nouns = chance.sample(sorted(NOUNS), 8)
        zh = "。".join("有" + "和".join(NOUNS[n] for n in nouns[i : i + 2]) for i in range(0, 8, 2))
        en = " ".join(f"There is a {a} and a {b}." for a, b in pairwise(nouns))
        if number >= alone:
            twice.add(str(number))
        for side, text, alone_here in (("zh", zh, number < alone // 2), ("en", en, False)):
            if number < alone and alone_here == (side == "zh"):
                continue
            texts.append(portrait(parse(f"{side}/{number}.txt", text)))
    chance.shuffle(texts)
    return texts, twice


def test_pairs_are_found_by_what_they_say() -> None:
    """Without ids, among sixty works; nobody's partner is taken for another's."""
    texts, twice = _pool(60, alone=20)
    groups, candidates = group(texts)
    found = [{work[3:-4] for work in each.works} for each in groups]
    assert all(len(each) == 1 for each in found)
    assert len(found) >= 0.35 * len(twice)  # the works share a sixth of their few words
    perhaps = [{work[3:-4] for work in each.works} for each in candidates]
    right = [each for each in (*found, *perhaps) if len(each) == 1]
    assert len(right) >= 0.5 * len(twice)
    assert all(each.why.startswith("what they say") for each in groups)


def test_the_order_of_the_texts_makes_no_difference() -> None:
    """The same groups, in whatever order the files come."""
    texts, _ = _pool(20)
    one, two = group(texts), group(texts[::-1])
    assert {each.works for each in one[0]} == {each.works for each in two[0]}


def test_two_strangers_alone_are_no_group() -> None:
    """Where there is no rival the best partner is not the right one."""
    texts, _ = _pool(12)
    zh = next(text for text in texts if text.zh)
    number = zh.path[3:-4]
    for en in (text for text in texts if text.en and text.path[3:-4] != number):
        assert group([zh, en])[0] == []


def _named(path: str, **told: str | tuple[str, ...]) -> Portrait:
    identity = Identity(**told)  # type: ignore[arg-type]
    return Portrait(path, identity)


def test_ids_make_groups_of_several() -> None:
    """Three accounts of one work, and one of another."""
    texts = [_named(f"{n}.md", arxiv="2401.01234") for n in range(3)]
    texts.append(_named("x.md", arxiv="2401.99999"))
    groups, candidates = group(texts)
    assert [each.works for each in groups] == [("0.md", "1.md", "2.md")]
    assert groups[0].why == "arXiv 2401.01234"
    assert (groups[0].score, candidates) == (1.0, [])


def test_a_title_in_either_language_is_enough() -> None:
    """A page with both titles is tied to a review that has one of them."""
    both = _named("a.md", titles=("河流与水泵的今天", "Rivers and Pumps Today"))
    review = _named("b.md", titles=("RIVERS AND PUMPS, TODAY",))
    groups, _ = group([both, review])
    assert groups[0].works == ("a.md", "b.md")
    assert "Rivers and Pumps Today" in groups[0].why


def test_different_works_are_never_joined() -> None:
    """Neither by a title that both have, nor through a third text."""
    title = ("Rivers and Pumps Today",)
    one = _named("a.md", arxiv="2401.00001", titles=title)
    two = _named("b.md", arxiv="2401.00002", titles=title)
    between = _named("c.md", titles=title)
    groups, _ = group([one, two, between])
    assert len(groups) <= 1
    assert not any({"a.md", "b.md"} <= set(each.works) for each in groups)


def test_a_heading_that_many_have_is_no_title() -> None:
    """Four texts called alike are four works."""
    texts = [_named(f"{n}.md", titles=("Notes of the week",)) for n in range(4)]
    assert group(texts) == ([], [])


def test_file_names_are_no_evidence() -> None:
    """Numbered files in two folders are seldom translations of each other."""
    texts, _ = _pool(24)
    zh = [text for text in texts if text.zh]
    en = [text for text in texts if text.en]
    swapped = [replace(t, path=o.path) for t, o in zip(en, en[1:] + en[:1], strict=True)]
    owner = {new.path: old.path[3:-4] for new, old in zip(swapped, en, strict=True)}
    for each in group([*zh, *swapped])[0]:
        one, two = sorted(each.works, key=lambda work: work.startswith("en"))
        assert owner[two] == one[3:-4]


@pytest.mark.parametrize("texts", [[], [_named("a.md")]])
def test_nothing_to_join(texts: list[Portrait]) -> None:
    """No text, or one alone."""
    assert group(texts) == ([], [])
