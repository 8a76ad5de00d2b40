"""Markup as what it is, however it is written."""

import pytest

from zhen_align.text.addresses import link_key
from zhen_align.text.markup import formula_key, marks
from zhen_align.text.opaque import opaque

CASES = [
    ("用 `a b`", "code:a b", "code"),
    ("用 ``list? ``", "code:list", "code with a mark at its end"),
    ("[x](../zh/a.md#top)", "link:../a", "a link without language and anchor"),
    ("![x](a.png)", "link:a.png", "a picture"),
    ("<https://a.example/b/>", "link:https://a.example/b", "an address in angles"),
    ("http://a.example/b。", "link:https://a.example/b", "a bare address"),
    ("$x_{i},$", "formula:x_i", "a formula"),
    (r"\(x\)", "formula:x", "a formula in TeX brackets"),
    (":math:`x`", "formula:x", "a formula as a role"),
    (":term:`a`", "role::term:", "a role with translated words"),
    (":func:`a.b <c.d>`", "role::func:c.d", "a role with a target"),
    (":cite:`a`", "", "a citation is another matter"),
    ("{name} %s ${x}", "placeholder:{name} placeholder:%s placeholder:${x}", "placeholders"),
    ("<username>", "placeholder:<username>", "an unknown tag"),
    ("<br>甲<b>乙</b>", "", "layout"),
    ('<img src="a.png">', "link:a.png", "a tag with an address"),
    ("a.b@c.example 可用", "link:mailto:a.b@c.example", "an address of mail"),
    ("按 <kbd>Ctrl</kbd>", "code:Ctrl", "code set by tags"),
    ("`手册 <https://a.example/b>`_ 。", "link:https://a.example/b", "a link in backticks"),
    ("`手册 <https://a.example/b>` 。", "link:\0https://a.example/b", "without its underscore"),
    ("[手册] (https://a.example/b)", "link:\0https://a.example/b", "a link with a blank in it"),
    ("[手册]（https://a.example/b）", "link:\0https://a.example/b", "in wide brackets"),
    ("自 |版本| 起", "role:|版本|", "a name to be replaced"),
    ("|a|b| 与 |x|", "", "the lines of a table, and bars around a letter"),
    (r"$\mathbf{X}和\mathbf{W}$", "", "the braces of a broken formula"),
    ("**甲** `**b**`", "code:**b** emphasis:emphasis", "emphasis, and none in code"),
]


@pytest.mark.parametrize(("text", "expected", "gloss"), CASES, ids=[c[2] for c in CASES])
def test_reads(text: str, expected: str, gloss: str) -> None:
    """Each row holds exactly this markup."""
    found = " ".join(f"{mark.kind}:{mark.key}" for mark in marks(text, opaque(text)))
    assert found == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (r"$a \times b$", "$a × b$"),
        (r"$i^\mathrm{th}$", "$i$"),
        (r"$\int f \; dx$", r"$\int f \;dx$"),
        (r"$x \text{ if } y$", "$x y$"),
        (r"$(2j + 1)^\mathrm{th}$", "$2j+1$"),
        (r"$\|w\|^2$", "$|w|^2$"),
    ],
)
def test_formulas_are_compared_by_what_they_say(a: str, b: str) -> None:
    """Words, blanks and endings of ordinals make no other formula; letters do."""
    assert formula_key(a) == formula_key(b)
    assert formula_key(a) != formula_key(b.replace("$", "$q", 1))


def test_links_of_two_languages() -> None:
    """The part that names the language is left out, and nothing else."""
    assert link_key("docs/zh-CN/a.html") == link_key("docs/en/a")
    assert link_key("a?language=zh_CN&lang=zh") == link_key("a?language=en")
    assert link_key("docs/a") != link_key("docs/b")
    assert link_key("a?page=1") != link_key("a?page=2")
    assert link_key("#top") != link_key("#end")
