"""Links to the page of the source's language: told where the page's others were changed."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.pipeline import alignments, parsed


def told(en: str, zh: str, target: str = "zh") -> list[str]:
    """Return the links that are told to lead to the other language."""
    head = "# Pump\n\n{}\n", "# 水泵\n\n{}\n"
    texts = {"a.en.md": head[0].format(en), "a.zh.md": head[1].format(zh)}
    read = [parsed(name, text.encode()) for name, text in texts.items()]
    report = lint(alignments(read, ""), (), Options(target=target, only=("markup-mismatch",)))
    return [f.place.text for f in report.findings if "this link leads to the" in f.message]


EN = (
    "Read about [taps]({0}a{1}) and [tanks]({0}b{1}) before you begin.\n\n"
    "Then open the [valve]({0}c{1}#how), and close it as [told here]({0}d{1})."
)
ZH = (
    "开始之前，请先阅读[龙头]({0}a{1})与[水箱]({0}b{1})。\n\n"
    "然后打开[阀门]({2}c{3}#how)，并按[此处所述]({0}d{1})关闭。"
)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (("/docs/", "/"), ("/zh-cn/docs/", "/")),
        (("/en-US/docs/", ""), ("/zh-CN/docs/", "")),
        (("./", "_en.md"), ("./", "_cn.md")),
        (("", ".md"), ("", ".zh-CN.md")),
        (("https://a.example/en/", ""), ("https://a.example/zh/", "")),
    ],
)
def test_one_link_that_was_passed_over(source: tuple[str, str], target: tuple[str, str]) -> None:
    """How the languages are named is learned from the others."""
    en = EN.format(*source)
    assert told(en, ZH.format(*target, *target)) == []
    assert told(en, ZH.format(*target, *source)) == ["c".join(source) + "#how"]


def test_links_of_another_kind_are_left_alone() -> None:
    """A file, and a page of another folder, need not be there in both languages."""
    en = EN.format("/docs/", "") + " See [the plan](/files/plan.pdf) and [the news](/blog/x)."
    zh = ZH.format(*("/zh-cn/docs/", "") * 2) + " 参见[方案](/files/plan.pdf)与[新闻](/blog/x)。"
    assert told(en, zh) == []
    assert told("See [one](a.md) and [two](b.md).", "见[一](a.zh.md)和[二](b.md)。") == []
    assert told("See [English](a.en.md) or [two](b.md).", "见 [English](a.md) 或[二](b.md)。") == []


def test_an_english_page_that_leads_to_a_chinese_one() -> None:
    """A region, or a place on the page that is named in Chinese, is proof by itself."""
    zh = "参见[说明]({})。"
    en = "See the [notes]({})."
    for to in ("https://a.example/zh-CN/b", "notes.md#安装"):
        assert told(en.format(to), zh.format(to), "en") == [to]
        assert told(en.format(to), zh.format(to)) == []
    english, chinese = (f"https://a.example/{part}/b" for part in ("en-US", "zh-CN"))
    assert told(en.format(english), zh.format(chinese)) == []
