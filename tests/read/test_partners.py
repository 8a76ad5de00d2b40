"""Who is whose translation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhen_align.config import PairRule
from zhen_align.read.document import parse
from zhen_align.read.partners import Partners, Share, partners, settle, share
from zhen_align.types import Lang

PAIRS = [
    ("x.zh.md", "x.en.md"),
    ("x.zh-CN.md", "x.md"),
    ("x.zh_CN.md", "x.md"),
    ("x_zh.md", "x.md"),
    ("x-zh.md", "x.md"),
    ("x.cn.md", "x.md"),
    ("x.zh-tw.md", "x.en.md"),
    ("x.zh-Hans.md", "x.md"),
    ("x.md", "x_origin.md"),
    ("x.md", "x.en.md"),
    ("zh/a/x.md", "en/a/x.md"),
    ("guide/zh-cn/x.md", "guide/en-US/x.md"),
    ("docs/chinese/x.md", "docs/english/x.md"),
    ("docs/zh/x.md", "docs/x.md"),
    ("docs-cn/a/x.md", "docs/a/x.md"),
    ("docs-zh/x.md", "docs-en/x.md"),
    ("README_CN.md", "README.md"),
    ("a\nb.zh.md", "a\nb.en.md"),
    ("i18n/zh-CN/docusaurus-plugin-content-docs/current/a/x.md", "docs/a/x.md"),
]


@pytest.mark.parametrize(("zh", "en"), PAIRS)
def test_pairs_by_name(zh: str, en: str) -> None:
    """Every common way of naming translations is known, with others around or not."""
    assert [pair.names for pair in partners([en, zh])] == [(zh, en)]
    around = partners([zh, "other.md", en, "y/other.txt"])
    assert (zh, en) in [pair.names for pair in around]
    assert len(around) == 3


@pytest.mark.parametrize(
    "names",
    [
        ["x.md", "x.zh-CN.md", "x.zh-TW.md"],
        ["x.md", "y.md"],
        ["x.zh.md", "y.en.md"],
        ["a/x.md", "b/x.md"],
        ["x.zh.md", "x.zh.txt"],
        ["x.zh-CN.md", "x_zh.md"],
    ],
)
def test_in_doubt_nobody_is_paired(names: list[str]) -> None:
    """Two candidates, or none, leave every file alone."""
    found = partners(names)
    assert sorted(pair.names for pair in found) == sorted((name,) for name in names)
    if len(names) > 2:
        assert all(pair.why.startswith("several could be its partner: x.md") for pair in found)


def test_the_surest_claim_wins() -> None:
    """Files that name a language each are partners, and the bare one stays alone."""
    found = partners(["x.md", "x.en.md", "x.zh.md"])
    assert [pair.names for pair in found] == [("x.md",), ("x.zh.md", "x.en.md")]


def test_rules_pair_what_names_do_not() -> None:
    """The wildcards of a rule must stand for the same characters on both sides."""
    rules = [PairRule("src/zh/**", "tr/**"), PairRule("*-han.md", "*-latin.md")]
    names = ["src/zh/a/b.md", "tr/a/b.md", "tr/c.md", "q-han.md", "q-latin.md"]
    found = {pair.names: pair.why for pair in partners(names, rules)}
    assert found[("src/zh/a/b.md", "tr/a/b.md")] == "pairs in the configuration"
    assert set(found) == {("src/zh/a/b.md", "tr/a/b.md"), ("tr/c.md",), ("q-han.md", "q-latin.md")}


@given(st.lists(st.sampled_from([n for p in PAIRS for n in p]), unique=True))
def test_each_file_has_one_place(names: list[str]) -> None:
    """No file is lost or used twice, in any order of names."""
    found = partners(names)
    assert sorted(name for pair in found for name in pair.names) == sorted(names)
    assert found == partners(list(reversed(names)))


ZH, EN, BOTH = Share(900, 10), Share(5, 900), Share(500, 600)


@pytest.mark.parametrize(
    ("shares", "settled"),
    [
        ((ZH, EN), [("a", "b")]),
        ((EN, ZH), [("b", "a")]),
        ((BOTH, EN), [("a", "b")]),
        ((BOTH, BOTH), [("a", "a"), ("b", "b")]),
        ((ZH, ZH), [("a", None), ("b", None)]),
        ((EN, EN), [(None, "a"), (None, "b")]),
        ((Share(0, 0), EN), [("a", None), (None, "b")]),
    ],
    ids=["right", "swapped", "one quotes the other", "two bilingual", "two zh", "two en", "empty"],
)
def test_content_corrects_names(
    shares: tuple[Share, Share], settled: list[tuple[str | None, str | None]]
) -> None:
    """Sides are turned round, or files parted, by what they hold."""
    found = settle([Partners("a", "b", "why")], dict(zip("ab", shares, strict=True)))
    assert [(pair.zh, pair.en) for pair in found] == settled


@pytest.mark.parametrize(
    ("one", "sides", "why"),
    [
        (BOTH, ("a", "a"), "holds both languages"),
        (ZH, ("a", None), "unpaired: Chinese only, why"),
        (EN, (None, "a"), "unpaired: English only, why"),
    ],
)
def test_a_file_alone(one: Share, sides: tuple[str | None, str | None], why: str) -> None:
    """A lone file is bilingual or unpaired."""
    assert settle([Partners("a", "a", "why")], {"a": one}) == [Partners(*sides, why)]


def test_share_measures_the_running_text() -> None:
    """Code and menus weigh nothing."""
    measured = share(
        parse("a.md", "# 模型\n\n模型很大。\n\n```\nnot a word\n```\n\nIt is large.\n")
    )
    assert measured.zh == 6
    assert measured.en == pytest.approx(1.7 * 3)


def test_a_file_of_tables_has_a_language() -> None:
    """Rows count where there is nothing else, and not beside running text."""
    table = "| pump | hose |\n|---|---|\n| open | closed |\n"
    assert share(parse("a.md", table)).has(Lang.EN)
    assert not share(parse("a.md", f"{table}\n水泵每天早上运行三个小时。\n")).has(Lang.EN)


def test_a_table_with_a_column_for_each_language_holds_both() -> None:
    """As people make them in Word, with nothing else in the file."""
    rows = [("the pump is open", "水泵已开启"), ("the hose leaks", "软管漏水")]  # the same
    rows += [("close the lid", "合上盖子"), ("rinse the filter", "冲洗滤网")]
    found = share(parse("a.md", "".join(f"| {en} | {zh} |\n" for en, zh in rows)))
    assert found.has(Lang.EN)
    assert found.has(Lang.ZH)
