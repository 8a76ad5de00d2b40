"""Turn sentences round and print how many `meaning-reversed` tells; and where it speaks unasked.

Questions: of the claims of `reversed.txt`, written for this, and of the words and negations turned
round in the development data, how many are told? Of its words of which another of their set takes
the place (red for blue, a vein for an artery)? On how many unharmed pairs does the rule speak,
and on how many sound translations that were written because they look turned round?
The data were read while the lists of words were made. Needs `../shared/data` for all but the
first. Not a pass/fail test.

    python bench/bench_opposites.py [--show]
"""

import argparse
import json
import re
from collections import Counter
from pathlib import Path

from bench_lint import DATA, aligned, read
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.opposites.poles import FIRST_SET, any_word, axes, poles_of_words, sure_en

WRITTEN = Path(__file__).resolve().parent / "reversed.txt"
ONLY = Options(target="zh", only=("meaning-reversed",))
_POLES = """
增加 减少 增长 下降 增大 减小 上升 下降 提高 降低 提升 降低 扩大 缩小 高于 低于 大于 小于
更高 更低 更大 更小 更多 更少 较高 较低 较大 较小 优于 差于 更快 更慢 之前 之后 通常 很少
许多 很少 最大 最小 最高 最低 相同 不同 左侧 右侧 上层 下层 内部 外部 输入 输出 开始 结束
编码 解码 成功 失败 允许 禁止 包括 排除 硬件 软件 更好 更差 正极 负极
"""
_NEGATED = """
不能 能 不会 会 不是 是 没有 有 无法 可以 并非 是 不需要 需要 不应 应 未能 能 不得 可 不再
还 不必 须 不允许 允许 不支持 支持 不存在 存在 不包含 包含 不使用 使用 不建议 建议 不适用
适用
"""


def swaps(text: str, *, back: bool) -> dict[str, str]:
    """Return what each word is turned into."""
    words = text.split()
    pairs = list(zip(words[::2], words[1::2], strict=True))
    return {**({b: a for a, b in reversed(pairs)} if back else {}), **dict(reversed(pairs))}


def in_its_place(zh: str, en: str) -> str | None:
    """Return the Chinese with the first member of a set that both say exchanged for the next."""
    for match in any_word().finditer(zh):
        for pole in poles_of_words()[match[0]]:
            axis = axes()[pole.axis]
            if pole.axis >= FIRST_SET and sure_en(pole).find(en):
                other = axis[(pole.end + 1) % len(axis)].sure_zh.split()[0]
                return f"{zh[: match.start()]}{other}{zh[match.end() :]}"
    return None


def tells(zh: str, en: str) -> list[str]:
    """Return what the rule says of a pair."""
    return [finding.message for finding in lint([aligned(zh, en)], (), ONLY).findings]


def written(*, show: bool) -> None:
    """Print how many of the claims are told, and of how many sound ones something is said."""
    parts = WRITTEN.read_text(encoding="utf-8").split("---\n")
    for number, part in enumerate(parts):
        lines = [line.split("|") for line in part.splitlines() if not line.startswith("#")]
        told = [(en, zh) for en, zh in lines if tells(zh, en)]
        is_sound, is_scored = number > 1, number % 2
        name = "opposites-sound" if is_sound else "opposites-written"
        half = "only scored" if is_scored else "read"
        print(json.dumps({"bench": name, "half": half, "of": len(lines), "told": len(told)}))
        if show and not is_scored:
            print(*([each for each in lines if (tuple(each) in told) is is_sound]), sep="\n")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print what is missed and unasked")
    chosen = parser.parse_args()
    written(show=chosen.show)
    if not DATA.is_dir():
        print(f"{DATA} is not here: nothing is planted")
        return
    planted, found = Counter[str](), Counter[str]()
    pairs = spoke = 0
    kinds = {"pole": swaps(_POLES, back=True), "negation": swaps(_NEGATED, back=False)}
    for where, zh, en in (p for gold in ("gold_exact", "gold_block") for p in read("all", gold)):
        pairs += 1
        if said := tells(zh, en):
            spoke += 1
            if chosen.show:
                print(where, said)
        for kind, turned in kinds.items():
            match = re.search("|".join(sorted(turned, key=len, reverse=True)), zh)
            if match is not None:
                planted[kind] += 1
                harmed = zh[: match.start()] + turned[match[0]] + zh[match.end() :]
                found[kind] += bool(tells(harmed, en)) and not said
        if (exchanged := in_its_place(zh, en)) is not None:
            planted["member"] += 1
            found["member"] += bool(tells(exchanged, en)) and not said
    for kind in (*kinds, "member"):
        print(
            json.dumps(
                {"bench": f"opposites-{kind}", "planted": planted[kind], "found": found[kind]}
            )
        )
    print(json.dumps({"bench": "opposites-clean", "pairs": pairs, "spoke": spoke}))


if __name__ == "__main__":
    main()
