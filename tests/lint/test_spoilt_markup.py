"""Markup that an edit has broken, in files of each format, read and aligned by the program."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.pipeline import alignments, parsed

MD_EN = (
    "First run `pump start`, then open the [manual](https://a.example/x).\n\nThe valve is closed.\n"
)
RST_EN = (
    "Pump\n====\n\nSee :ref:`valve-check` and ``pump.start()``.\n\nIt is given by :class:`Pump`.\n"
)
HTML_EN = "<p>Press <code>start</code> to start the <a href='https://a.example/x'>pump</a>.</p>"
# format, English, Chinese, what is told; the English is the gloss
CASES = [
    ("md", MD_EN, "先运行 `pump start`，再打开[手册](https://a.example/x)。\n\n阀门已关闭。\n", []),
    (
        "md",
        MD_EN,
        "先运行 `pump start 再打开[手册](https://a.example/y)。\n\n阀门已关闭。\n",
        ["`pump", "[手册](https://a.example/y)"],
    ),
    (
        "md",
        ":::{note}\nThe valve is closed.\n:::\n",
        ":::{note}\n阀门已关闭。\n:::\n",
        [],
    ),
    (
        "md",
        ":::{note}\nThe valve is closed.\n:::\n",
        ":::{nota}\n阀门已关闭。\n:::\n",
        ["{nota}"],
    ),
    (
        "rst",
        RST_EN,
        "泵\n==\n\n参见 :ref:`valve-check` 与 ``pump.start()``。\n\n它由 :class:`Pump` 提供。\n",
        [],
    ),
    (
        "rst",
        RST_EN,
        "泵\n==\n\n参见 :ref:`valve-chek` 与 ``pump.strat()``。\n\n它由 :class:`Valve` 提供。\n",
        [":ref:`valve-chek`", "``pump.strat()``", ":class:`Valve`"],
    ),
    (
        "html",
        HTML_EN,
        "<p>按 <code>start</code> 启动<a href='https://a.example/x'>水泵</a>。</p>",
        [],
    ),
    (
        "html",
        HTML_EN,
        "<p>按 <code>start</code> 启动<a href='https://a.example/z'>水泵</a>。</p>",
        ["<a href='https://a.example/z'>"],
    ),
]


@pytest.mark.parametrize(("ending", "en", "zh", "told"), CASES)
def test_broken_markup_is_told(ending: str, en: str, zh: str, told: list[str]) -> None:
    """What was broken is found at its place, and nothing else; what is whole is silent."""
    read = [parsed(f"x.zh.{ending}", zh.encode()), parsed(f"x.en.{ending}", en.encode())]
    findings = lint(alignments(read, "", fixed=True), (), Options(target="zh")).findings
    assert [f.place.text for f in findings if f.severity != "info"] == told
