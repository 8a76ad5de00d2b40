"""A minus sign that stands on one side only is an error, unless words say it."""

from collections.abc import Callable

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.types import Alignment

Align = Callable[..., Alignment]

# Chinese, English (the gloss), the place that is told
CASES = [
    ("温度降至 15 ℃。", "The temperature fell to −15 °C.", ["15 ℃"]),
    ("低于 20 ℃ 时停机。", "It stops below −20 °C.", ["20 ℃"]),
    ("误差为 −3 dB。", "The error is 3 dB.", ["3 dB"]),
    ("取值 0.5。", "The value is $-0.5$.", ["0.5"]),
    ("相关系数为 0.42。", "They correlate (r = −0.42).", ["0.42"]),
    ("降幅为 3.2%。", "The change was −3.2%.", []),
    ("下降了 3.2%。", "It decreased by -3.2%.", []),
    ("亏损 12 万元。", "Net income was −120,000 yuan.", []),
    ("二者负相关（r = 0.42）。", "They correlate (r = −0.42).", []),
    ("范围为 −5 到 5。", "It ranges from −5 to 5.", []),
    ("范围为 ±5。", "It ranges from −5 to +5.", []),
    ("零下 20 度。", "It is −20 degrees.", []),
    ("电压为 -5 V。", "The voltage is −5 V.", []),
    ("共 20 至 30 人。", "There are 20 –30 people.", []),
]


@pytest.mark.parametrize(("zh", "en", "told"), CASES, ids=[c[1] for c in CASES])
@pytest.mark.parametrize("target", ["zh", "en"])
def test_a_lost_sign_is_told(align: Align, zh: str, en: str, told: list[str], target: str) -> None:
    """The number without its sign is an error at its place, into both languages."""
    report = lint([align((zh, en))], (), Options(target=target, only=("number-mismatch",)))
    assert all(f.severity == "error" for f in report.findings)
    if target == "zh":
        assert [f.place.text for f in report.findings] == told
    assert len(report.findings) == len(told)


def test_the_message_says_what_is_lost(align: Align) -> None:
    """It names both numbers, and what to write."""
    finding = lint([align(("温度为 15 ℃。", "It is −15 °C."))], (), Options(target="zh")).findings[
        0
    ]
    assert finding.message == "15 ℃ has lost its minus sign: −15 °C"
    assert finding.expected == ("-15 ℃",)
