"""Whether two words of opposite poles are said of what runs against each other: 更快, "less time".

Of a burden (time, cost, error) less is better, and of a gain (speed, accuracy) more is. So the
speed that rises is the time that falls, and a latency that is improved is a lower one. It is asked
of the clauses that the two words stand in, and only where they would be told.
"""

import re

from zhen_align.lint.opposites.clauses import in_clause

_BURDEN_EN = re.compile(
    r"\b(?:time|times|latenc\w*|delay\w*|duration|costs?|pric\w*|overheads?|errors?|loss|losses"
    r"|footprint|memory|storage|consum\w*|energy|sizes?|weight|downtime|wait\w*|runtime|risks?|nois\w*"
    r"|perplexity|complexity|load|effort|usage|use|bandwidth\s+use|drain|longer|shorter|long|short"
    r"|second|minutes|hours|days|start-?up|\w*rmse|mae|wer|fid|lag)\b",
    re.IGNORECASE,
)
_GAIN_EN = re.compile(
    r"\b(?:speed\w*|fast\w*|quick\w*|slow\w*|perform\w*|throughput|efficien\w*|accura\w*|precis\w*"
    r"|quality|capacity|bandwidth|responsive\w*|productiv\w*|reliab\w*|(?:battery|service)\s+life"
    r"|life(?:time|span)?|fps|snr|value|scalab\w*|robust\w*)\b",
    re.IGNORECASE,
)
_BURDEN_ZH = re.compile(
    "时间|耗|用时|时长|延迟|时延|延时|成本|费用|开[销支]|代价|价格|误差|错误|损失|占用|内存|体积|停机|等待"
    "|风险|噪声|困惑度|复杂度|负[担荷载]|难度|周期|[缩变更较]短|[变更较]长|延长|秒|分钟|小时"
)
_GAIN_ZH = re.compile(
    "速度|速率|性能|吞吐|效率|效能|[精准]度|准确|精确|质量|帧率|算力|响应|可靠|稳定性|信噪比|性价比|表现"
    "|寿命|续航|能效|带宽|容量|[更加变较]快|[变更较放]慢"
)
_JUDGES_EN = re.compile(
    r"(?:improv|enhanc|boost|better|worse|deteriorat|degrad|harm|hurt|impair|optimi)\w*",
    re.IGNORECASE,
)
_JUDGES_ZH = re.compile("改善|改进|改良|优化|恶化|损害|退化|[更较变]好|[更较变]差")
_CUT_EN = re.compile(r"[,;:.]\s|\n|\s(?:and|but|while|whereas)\s")
_CUT_ZH = re.compile("[，；：。\n]")


def run_against_each_other(
    zh: str, zh_at: tuple[int, int], en: str, en_at: tuple[int, int]
) -> bool:
    """Tell of two words that stand for opposites whether what they are said of does so, too."""
    own, other = zh[slice(*zh_at)], en[slice(*en_at)]
    mine, theirs = (
        own.join(in_clause(_CUT_ZH, zh, *zh_at)),
        other.join(in_clause(_CUT_EN, en, *en_at)),
    )
    burden_zh, burden_en = _BURDEN_ZH.search(mine), _BURDEN_EN.search(theirs)
    if burden_zh and _JUDGES_EN.search(other):
        return True
    if burden_en and _JUDGES_ZH.search(own):
        return True
    return are_of_opposites(mine, theirs)


def are_of_opposites(zh: str, en: str) -> bool:
    """Tell whether the one text speaks of a burden and the other of a gain, and of nothing else."""
    burden_zh, burden_en = _BURDEN_ZH.search(zh), _BURDEN_EN.search(en)
    gain_zh, gain_en = _GAIN_ZH.search(zh), _GAIN_EN.search(en)
    return bool(
        (burden_zh and gain_en and not burden_en and not gain_zh)
        or (burden_en and gain_zh and not burden_zh and not gain_en)
    )
