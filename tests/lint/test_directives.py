"""Directives, labels, boxes and fences of files that an edit has changed, through the program."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.pipeline import alignments, parsed

# the English of each is the gloss; the first is whole
BODY_EN = "The valve is closed."
BODY_ZH = "阀门已关闭。"
# format, what stands around the English, what around the Chinese, what is told
CASES = [
    ("md", "```{note}\n%s\n```\n", "```{note}\n%s\n```\n", []),
    ("md", "```{note}\n%s\n```\n", "```{warning}\n%s\n```\n", [("{warning}", "warning")]),
    ("md", ":::{note}\n%s\n:::\n", ":::{tip}\n%s\n:::\n", [("{tip}", "warning")]),
    ("md", ":::note\n%s\n:::\n", ":::danger\n%s\n:::\n", [("danger", "warning")]),
    ("md", "!!! note\n    %s\n", "!!! danger\n    %s\n", [("danger", "warning")]),
    ("md", "> [!NOTE]\n> %s\n", "> [!TIP]\n> %s\n", [("TIP", "warning")]),
    ("md", "```{note}\n%s\n```\n", "```{admonition} 注意\n%s\n```\n", []),
    ("md", ":::{note}\n%s\n:::\n", "::{note}\n%s\n:::\n", [("::{note}", "error")]),
    ("md", ":::{note}\n%s\n:::\n", ":::{note}\n%s\n::\n", [("::", "error")]),
    ("md", ":::{note}\n%s\n:::\n", ":::{note}\n%s\n", [(":::", "error")]),
    ("md", ":::{note}\n%s\n", ":::{note}\n%s\n", []),
    ("md", "%s\n\n```sh\nrun\n```\n", "%s\n\n```sh\nrun\n", [("```", "error")]),
    ("md", "````md\n```{note}\n````\n%s\n", "````md\n```{tip}\n````\n%s\n", []),
    ("md", "(top-valve)=\n%s\n", "(topvalve)=\n%s\n", [("(topvalve)=", "warning")]),
    ("md", "(valve)=\n%s\n", "(valve-zh)=\n%s\n", []),
    (
        "md",
        "(valve)=\n%s See {ref}`valve`.\n",
        "(fa)=\n%s见 {ref}`fa`。\n",
        [("{ref}`fa`", "warning")],
    ),
    ("md", "- [x] %s\n- [ ] Stop.\n", "- [x] %s\n- [ ] 停下。\n", []),
    ("md", "- [x] %s\n- [ ] Stop.\n", "- [ ] %s\n- [ ] 停下。\n", [("[ ]", "warning")]),
    (
        "md",
        "```{figure} a.png\n:name: fig-a\n\n%s\n```\n",
        "```{figure} a.png\n:name: fig-b\n\n%s\n```\n",
        [("fig-b", "warning")],
    ),
    (
        "md",
        "```{figure} img/pump.png\n%s\n```\n",
        "```{figure} img/pmup.png\n%s\n```\n",
        [("```{figure} img/pmup.png", "warning")],
    ),
    ("rst", ".. note::\n\n   %s\n", ".. warning::\n\n   %s\n", [("warning", "warning")]),
    ("rst", ".. code::\n\n   x\n\n%s\n", ".. code-block::\n\n   x\n\n%s\n", []),
    ("rst", ".. _top-valve:\n\n%s\n", ".. _topvalve:\n\n%s\n", [("topvalve", "warning")]),
    ("rst", ".. _valve:\n\n%s\n", ".. _cn_valve:\n\n%s\n", []),
]


@pytest.mark.parametrize(("ending", "en", "zh", "told"), CASES, ids=[c[2] for c in CASES])
def test_what_was_changed_is_told(
    ending: str, en: str, zh: str, told: list[tuple[str, str]]
) -> None:
    """A changed mark is found at its place with its weight, and nothing else is."""
    head = ("Pump\n====\n\n", "水泵\n====\n\n") if ending == "rst" else ("# Pump\n\n", "# 水泵\n\n")
    read = [
        parsed(f"x.zh.{ending}", (head[1] + zh % BODY_ZH).encode()),
        parsed(f"x.en.{ending}", (head[0] + en % BODY_EN).encode()),
    ]
    findings = lint(alignments(read, "", fixed=True), (), Options(target="zh")).findings
    assert [(f.place.text, f.severity.value) for f in findings] == told


def test_a_caption_in_a_fence_is_compared() -> None:
    """The words of a figure are text: a number in them is checked."""
    en = "# Pump\n\n```{figure} a.png\n:name: a\n\nThe pump after 64 hours.\n```\n"
    zh = "# 水泵\n\n```{figure} a.png\n:name: a\n\n运行 46 小时后的水泵。\n```\n"
    read = [parsed("x.zh.md", zh.encode()), parsed("x.en.md", en.encode())]
    findings = lint(alignments(read, "", fixed=True), (), Options(target="zh")).findings
    assert [(f.rule, f.place.text) for f in findings] == [("number-mismatch", "46")]
