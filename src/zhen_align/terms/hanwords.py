"""Chinese words that no term holds, or neither begins nor ends with: data, no rules."""


def _set(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


INSIDE = _set(
    "的 了 着 是 在 和 与 及 或 而 且 也 都 就 还 又 但 若 则 因 所 之 其 该 此 这 那 这些 那些",
    "这种 这个 那个 该类 某 某些 某个 各 各种 各个 每 每个 任何 所有 一切 我们 他们 它们 它 他",
    "她 你 您 我 自己 本文 本书 本节 本章 以及 并 并且 而且 或者 还是 如果 假如 虽然 尽管 但是",
    "然而 因此 因而 所以 由于 因为 从而 进而 此外 另外 同时 例如 比如 诸如 包括 其中 其他 其它",
    "另 等 等等 等人 被 把 将 对 对于 关于 由 从 向 往 到 以 为 于 给 让 使 使得 令 用 比 跟",
    "通过 根据 按照 依据 基于 针对 随着 除了 除 经过 为了 作为 称为 成为 即 如 如何 如下 如此",
    "什么 怎么 为什么 哪 哪些 何 可 可以 能 能够 会 可能 应 应该 必须 需 需要 要 想 愿 来 去",
    "有 没有 无法 不 没 未 不是 不能 不会 很 非常 更 更加 最 最为 较 较为 比较 十分 极 极其",
    "太 过于 已 已经 正在 曾 曾经 将要 即将 仍 仍然 仅 仅仅 只 只有 只是 才 却 再 再次 常 常常",
    "通常 往往 一般 首先 其次 然后 最后 最终 接着 随后 之后 之前 以后 以前 之间 之一 当 当前",
    "目前 现在 近年 近年来 近期 如今 一个 一种 一些 一系列 两个 两种 三个 三种 几个 几种 多个",
    "多种 许多 很多 大量 不少 若干 部分 大多数 多数 少数 则是 也是 就是 都是 不仅 不同 相同",
    "进行 实现 提出 提供 使用 利用 采用 应用于 用于 具有 拥有 存在 属于 展示 展现 显示 表明",
    "证明 说明 表示 认为 发现 得到 获得 取得 达到 提高 提升 改善 增加 减少 降低 促进 推动 帮助",
    "有助于 有望 能否 是否 涉及 涵盖 包含 构成 组成 导致 引起 引发 产生 带来 出现 涌现 开展 探讨",
    "探索 讨论 介绍 描述 阐述 综述 总结 概述 回顾 聚焦 关注 强调 指出 致力于 旨在 目的 面临 克服",
    "解决 应对 处理好 确保 保证 允许 支持着 超过 高达 约 大约 近 至 至少 直到 以上 以下 以内",
    "左右 上述 下述 前者 后者 本身 彼此 相互 互相 分别 共同 一起 一样 一定 一直 总是 有时 有些",
    "有效 显著 重要 主要 关键 具体 相关 相应 特定 不断 逐渐 逐步 快速 迅速 直接 进一步 尤其 特别",
    "尤其是 特别是 甚至 乃至 几乎 完全 充分 广泛 日益 深入 请 让我们 来自 位于 处于 取决于 基本上",
    "实际上 事实上 总之 总体 整体 整个 全部 每次 每种 多少 以便 以免 只要 只需 无论 不管 不论",
    "像 好 做 看 说 想要 试图 尝试 希望 知道 意味着 看到 注意 注意到 请注意 回想 回顾一下 想象",
    "一项 一类 一组 一套 一款 一位 一名 一篇 两项 两类 两组 三项 三类 三组 多项 各项 该项 各类",
    "现有 现有的 传统 新 新型 最新 较大 较小 更多 更大 更小 更高 更低 更好 最大 最小 最高 最低",
    "最好 巨大 强大 良好 优异 卓越 出色 独特 潜在 众多 诸多 种种 其余 剩余 额外 单独 唯一",
)
"""Words where every term ends: function words, plain verbs, praise."""

OPENS = _set(
    "唯一 快速 直接 相互 互相 潜在 共同 单独 部分 整体 全部 完全 充分 有效 显著 关键 特定 相关",
    "最大 最小 最低 最高 最好 剩余 独特 广泛 不同 相同 分别 进行 增加 减少 降低 提升 注意",
)
"""Those with which a defined term may begin all the same: 最大似然估计."""

EDGE = _set(
    "个 种 些 位 次 件 条 项 名 篇 份 年 月 日 时 里 内 外 中 上 下 前 后 间 旁 左 右 起 出 入 来",
    "方面 过程中 情况 情况下 领域中 时候 问题上 以来 之中 当中 之上 之下 年来 月份 日期",
    "四 五 六 七 八 九 十 百 千 万 亿 第 第一 第二 第三 数十 数百 数千",
)
"""Words that do not begin or end a term."""

NO_END = frozenset("大小高低新旧多少好强弱长短快慢更最很")
"""Words of one character that qualify what follows: no term ends with them."""

LEFT = frozenset("的地得了着过们性化者所并且和与或及等个种些年月第其之于而又也都是")
"""Characters that no term begins with where the segmenter saw no word begin."""

RIGHT = frozenset("的地了着们是在和与或及等之其所从以并且而被把将为于第该此这")
"""Characters that no term ends with where the segmenter saw no word end."""

NO_PART = frozenset("的了着是在和与及或而且并等之其该此这那们")
"""Single characters that are no part of a term whatever the statistics say."""

CUTS = frozenset("有用即为以对从由将把被如使让给向于称叫")
"""Words of one character behind which a defined term may begin, and none begins with."""

WHILE = frozenset(("时", "时候", "情况下", "过程中", "以来", "年来"))
"""Words that end a clause, behind which a defined term may begin, and none begins with."""
