"""Comments in code: told where the page translated its others, silent where it shows a file."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.pipeline import alignments, parsed

CODE = """# Pump

Open the tap with this:

```python
# wait until the tank is full
pump.open()  # the lower tap
# pump.size = 3
name = "# keep the old name"
```

```html
<p>The water is shown in this box.</p>
<!-- the lower tap is hidden -->
```
"""
# the words of the code, and what a translator makes of them
WORDS = {
    "# Pump": "# 水泵",
    "Open the tap with this:": "用以下代码打开龙头：",
    "# wait until the tank is full": "# 等待水箱装满",
    "# the lower tap\n": "# 下方的龙头\n",
    "The water is shown in this box.": "水显示在此框中。",
    "the lower tap is hidden": "下方的龙头被隐藏",
}


def translated(*left: str) -> str:
    """Return the Chinese page with some words left in English."""
    text = CODE
    for old, new in WORDS.items():
        text = text if old in left else text.replace(old, new)
    return text


def told(en: str, zh: str, target: str = "zh") -> list[str]:
    """Return what is told to be left."""
    read = [parsed(f"a.{lang}.md", text.encode()) for lang, text in (("zh", zh), ("en", en))]
    report = lint(alignments(read, ""), (), Options(target=target, only=("untranslated",)))
    return [finding.place.text for finding in report.findings]


def test_a_page_whose_comments_are_translated_is_silent() -> None:
    """Code that is commented out and the words of a string are no comments."""
    assert told(CODE, translated()) == []


@pytest.mark.parametrize(
    ("left", "said"),
    [
        ("# wait until the tank is full", "wait until the tank is full"),
        ("The water is shown in this box.", "The water is shown in this box."),
        ("the lower tap is hidden", "the lower tap is hidden"),
    ],
)
def test_one_comment_among_translated_ones_is_told(left: str, said: str) -> None:
    """Whatever the language of the code."""
    assert told(CODE, translated(left)) == [said]


def test_a_page_that_translates_no_comment_has_a_style() -> None:
    """Nothing is told where all are left, or more than a few."""
    assert told(CODE, translated(*list(WORDS)[2:])) == []
    assert told(CODE, translated(*list(WORDS)[3:5])) == []


def test_chinese_in_the_code_of_an_english_page_is_told() -> None:
    """It needs no other comment as proof."""
    zh = "# 水泵\n\n用以下代码打开龙头：\n\n```python\n# 等待水箱装满\npump.open()\n```\n"
    en = "# Pump\n\nOpen the tap with this:\n\n```python\n# 等待水箱装满\npump.open()\n```\n"
    assert told(en, zh, "en") == ["等待水箱装满"]
    assert told(en.replace("等待水箱装满", "wait until it is full"), zh, "en") == []
