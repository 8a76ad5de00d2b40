"""Signs without a partner: told in the target alone, silent where a text has them for a reason."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.pipeline import alignments, parsed

EN = """# Pump

See [the taps][t] or write to <https://a.example/taps>, when `open(3)` ends ~~at once~~ later.

| Tap | Use |
| --- | --- |
| `hot` | For the tea |

<Tap name="hot" @open="shut" v-if="warm">

Use {{< tap name="hot" >}} here, if a -> b and 3 &lt; 4 but b < a.

</Tap>

```html
<p class="tap">Open it</p>
<p class="box">Shut it</p>
```

(tap)=
## Closing { #closing }

$$a = b$$

[t]: taps.md
"""
ZH = """# 水泵

参见[龙头][t]或写信至 <https://a.example/taps>，当 `open(3)` ~~立刻~~稍后结束时。

| 龙头 | 用途 |
| --- | --- |
| `hot` | 用来泡茶 |

<Tap name="hot" @open="shut" v-if="warm">

如果 a -> b 且 3 &lt; 4 但 b < a，在此使用 {{< tap name="hot" >}}。

</Tap>

```html
<p class="tap">打开它</p>
<p class="box">关上它</p>
```

(tap)=
## 关闭 { #closing }

$$a = b$$

[t]: taps.md
"""


def told(zh: str, en: str = EN) -> list[str]:
    """Return what is told of the markup of a Chinese page."""
    texts = {"a.zh.md": zh, "a.en.md": en}
    read = [parsed(name, text.encode()) for name, text in texts.items()]
    report = lint(alignments(read, ""), (), Options(target="zh", only=("markup-mismatch",)))
    return [f.message for f in report.findings if f.severity != "info"]


def test_sound_pages_are_silent() -> None:
    """Arrows, comparisons, reference links, attributes of any framework and interrupted lines."""
    assert told(ZH) == []
    assert told(ZH.replace("稍后", " [稍后"), EN.replace("later", "[later")) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("[龙头][t]", "[龙头]［t]"),
        ("[龙头][t]", "龙头][t]"),
        ("<https://a.example/taps>", "<https://a.example/taps"),
        ("<https://a.example/taps>", "<https：//a.example/taps>"),
        ("`open(3)`", "`open(3`"),
        ("`open(3)`", "open(3)`"),
        ("~~立刻~~", "~~立刻~"),
        ("| --- | --- |", "| --- ｜ --- |"),
        ("| 龙头 | 用途 |", "| 龙头 | 用途 ｜"),
        ('name="hot" @open', 'name＝"hot" @open'),
        ('name="hot" @open', 'name"hot" @open'),
        ('tap name="hot" >}}', 'tap name="hot" }}'),
        ('tap name="hot" >}}', 'tap name="hot >}}'),
        ('<p class="tap">', '<p class＝"tap">'),
        ("(tap)=", "（tap)="),
        ("```html\n", ""),
        ("| --- | --- |\n", ""),
        ("3 &lt; 4", "3 &llt; 4"),
        ("{ #closing }", "{ #closing ｝"),
    ],
)
def test_a_sign_without_its_partner_is_told(right: str, wrong: str) -> None:
    """Whichever of the two was lost or made full-width."""
    assert right in ZH
    assert told(ZH.replace(right, wrong, 1)) != []
