"""Chinese characters that a recognition of a page takes for each other: data, no rules.

Each two look alike; a character may have several others. None is a word that stands before
anything, as 太 and 使 are.
"""

_GROUPS = """
万方 专传 且旦 东车 主玉 主王 义叉 乌鸟 九刀 九力 买实 于千 于干 交父 人入 人八 仅汉 今令 仑仓
仑伦 代伐 仪议 休体 优忧 传转 位往 位注 例列 侍待 侍持 侧测 侯候 倍培 倍陪 值植 像象 儿几 元天
元夭 先失 先矢 免兔 入八 冈网 决快 冶治 准唯 准淮 准维 凤风 刀力 剧据 募幕 北此 千干 卖实 博搏
历厉 友反 反皮 受爱 史吏 史更 各名 吏更 唤换 唯维 土士 坏怀 坏环 块快 城域 域或 培陪 塞寒 墓幕
墙增 壁璧 壮状 复夏 大犬 天夭 失矢 妈码 完宪 官宫 宜宣 密蜜 察蔡 层屋 川训 己巳 师筛 幕慕 式试
往注 径经 径轻 待持 徒徙 恰洽 恼脑 情清 情精 情请 戊戌 戊戍 戊成 戌戍 戌成 戍成 技枝 折拆 折析
折祈 抡抢 抱泡 拆析 拔拨 捐损 捡检 捡险 换涣 换焕 摸模 摸漠 支文 日曰 晴睛 暑署 朕肤 木本 木术
未末 本术 束柬 来米 极级 构沟 构购 析祈 标际 栈残 栈线 栽裁 栽载 桂硅 梢稍 检险 榆输 模漠 模膜
残线 汉议 沟购 沦论 洋祥 洋详 洛络 活话 浅线 清精 清请 炼练 烈裂 玉王 珍诊 田由 田甲 田申 由甲
由申 甲申 白百 白目 白自 百目 百自 目自 矩距 祥详 种肿 种钟 稍销 究穷 究突 筒简 答签 管菅 管营
篮蓝 籍藉 精请 纳钠 线钱 经轻 绩续 绩读 续读 罗逻 老考 肚肝 肺肿 胞跑 胸脑 脏赃 腊蜡 裁载 见贝
论轮 货贷 货贸 贷贸 辨辩 辨辫 辩辫 迁迂 运远 进逃 迟退 迭选 述迷 逆递 遗遣 酷酸 钙钾 销锁 间闻
阳阴 阴阻 阵陈 顶项 顶预 项预
"""


def _alike() -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for group in _GROUPS.split():
        for ch in group:
            found.setdefault(ch, set()).update(set(group) - {ch})
    return {ch: "".join(sorted(others)) for ch, others in found.items() if others}


ALIKE = _alike()
"""For each character those that look like it, in the order of their codes."""
