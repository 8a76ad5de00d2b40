"""Numbers in whole sentences, right and wrong in turn: the slips that machine translation makes.

Each row is an English sentence, a translation that keeps its numbers and one that does not: the
first must be silent, the second found. The English is the gloss.
"""

from collections.abc import Callable

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.types import Alignment

Align = Callable[..., Alignment]
RULES = ("number-mismatch", "unit-mismatch")

# English, right, wrong
SENTENCES = [
    (
        "The smaller model has 1.3B parameters and fits on one card.",
        "较小的模型有13亿个参数，一块显卡就能装下。",
        "较小的模型有1.3亿个参数，一块显卡就能装下。",
    ),
    (
        "The crawl was cut to 4.2 trillion tokens.",
        "抓取的文本被精简到4.2万亿个词元。",
        "抓取的文本被精简到4.2亿个词元。",
    ),
    (
        "About 350 million letters are sorted in the hall every year.",
        "该大厅每年分拣约3.5亿封信件。",
        "该大厅每年分拣约35亿封信件。",
    ),
    (
        "The archive holds 72,000 maps.",
        "档案馆藏有7.2万幅地图。",
        "档案馆藏有72万幅地图。",
    ),
    (
        "The city spent 2.6 billion yuan on drains.",
        "该市在排水管道上花费了26亿元。",
        "该市在排水管道上花费了2.6亿元。",
    ),
    (
        "The index covers 18M pages.",
        "索引覆盖1800万个网页。",
        "索引覆盖180万个网页。",
    ),
    (
        "Each batch has 512K tokens.",
        "每个批次包含51.2万个词元。",
        "每个批次包含512万个词元。",
    ),
    (
        "Its budget is half a billion dollars.",
        "其预算为5亿美元。",
        "其预算为5000万美元。",
    ),
    (
        "The station feeds 1,500,000 homes.",
        "该电站为150万户家庭供电。",
        "该电站为15万户家庭供电。",
    ),
    (
        "It was trained on 1.4T tokens from nine sources.",
        "它在来自九个来源的1.4万亿词元上训练。",
        "它在来自九个来源的1.4亿词元上训练。",
    ),
    (
        "A corpus of 300 billion words was used.",
        "使用了包含3000亿词的语料库。",
        "使用了包含300亿词的语料库。",
    ),
    (
        "The lake holds 27 million cubic metres of water.",
        "该湖蓄水2700万立方米。",
        "该湖蓄水270万立方米。",
    ),
    (
        "The fund paid out 1.05 million francs.",
        "该基金支付了105万法郎。",
        "该基金支付了1.05万法郎。",
    ),
    (
        "Twelve thousand five hundred seeds were planted.",
        "共播下一万两千五百粒种子。",
        "共播下一万五千两百粒种子。",
    ),
    (
        "The bridge carries sixty thousand cars a day.",
        "这座桥每天通行六万辆汽车。",
        "这座桥每天通行六千辆汽车。",
    ),
    (
        "Recall rose by 4 percentage points, from 71% to 75%.",
        "召回率从71%升至75%，提高了4个百分点。",
        "召回率从71%升至76%，提高了5个百分点。",
    ),
    (
        "The error rate fell to 0.35%.",
        "错误率降至0.35%。",
        "错误率降至3.5%。",
    ),
    (
        "Roughly 62.5 percent of the tests passed.",
        "大约62.5%的测试通过。",
        "大约65.2%的测试通过。",
    ),
    (
        "The salt content is 35‰.",
        "含盐量为千分之三十五。",
        "含盐量为百分之三十五。",
    ),
    (
        "Only 8% of the valves leaked.",
        "只有百分之八的阀门漏水。",
        "只有百分之十八的阀门漏水。",
    ),
    (
        "Costs were reduced by 40%.",
        "成本降低了四成。",
        "成本降低了六成。",
    ),
    (
        "Accuracy was 91.7% on the first set and 88.4% on the second.",
        "第一个数据集上的准确率为91.7%，第二个为88.4%。",
        "第一个数据集上的准确率为91.7%，第二个为84.8%。",
    ),
    (
        "The threshold is set to 0.75.",
        "阈值设为0.75。",
        "阈值设为0.57。",
    ),
    (
        "Nine tenths of the wall is under water.",
        "这面墙的十分之九在水下。",
        "这面墙的九分之一在水下。",
    ),
    (
        "Three quarters of the readers finished the book.",
        "四分之三的读者读完了这本书。",
        "三分之二的读者读完了这本书。",
    ),
    (
        "One in eight lamps was broken.",
        "每八盏灯中有一盏是坏的。",
        "每六盏灯中有一盏是坏的。",
    ),
    (
        "The new pump is three times as fast as the old one.",
        "新泵的速度是旧泵的三倍。",
        "新泵的速度是旧泵的五倍。",
    ),
    (
        "Throughput increased sevenfold.",
        "吞吐量增至原来的七倍。",
        "吞吐量增至原来的十七倍。",
    ),
    (
        "The index is 12 times smaller than before.",
        "索引缩小到原来的十二分之一。",
        "索引缩小到原来的二十分之一。",
    ),
    (
        "Sales more than doubled within a year.",
        "销量在一年内增长了一倍多。",
        "销量在一年内增长了五倍多。",
    ),
    (
        "Search became 2.5x faster.",
        "搜索速度提高到2.5倍。",
        "搜索速度提高到25倍。",
    ),
    (
        "Memory use was cut by half.",
        "内存占用减少了一半。",
        "内存占用减少了三分之一。",
    ),
    (
        "The signal is two orders of magnitude weaker.",
        "信号弱了两个数量级。",
        "信号弱了四个数量级。",
    ),
    (
        "The ship left port on 14 August 1897.",
        "该船于1897年8月14日离港。",
        "该船于1897年8月4日离港。",
    ),
    (
        "The law took effect on January 1, 2018.",
        "该法于2018年1月1日生效。",
        "该法于2018年7月1日生效。",
    ),
    (
        "The survey ran from March to September 2016.",
        "调查于2016年3月至9月进行。",
        "调查于2016年3月至11月进行。",
    ),
    (
        "The tower dates from the thirteenth century.",
        "这座塔始建于13世纪。",
        "这座塔始建于18世纪。",
    ),
    (
        "Such pumps were common in the 1930s.",
        "这种泵在20世纪30年代很常见。",
        "这种泵在20世纪50年代很常见。",
    ),
    (
        "The office opens at 8:15 a.m.",
        "办公室上午8点15分开门。",
        "办公室上午8点50分开门。",
    ),
    (
        "Submissions close at 23:59 on 2024-02-28.",
        "提交截止时间为2024年2月28日23:59。",
        "提交截止时间为2024年2月18日23:59。",
    ),
    (
        "The trial lasted eighteen months.",
        "试验持续了十八个月。",
        "试验持续了八个月。",
    ),
    (
        "He worked there between 1961 and 1974.",
        "1961年至1974年间，他在那里工作。",
        "1961年至1947年间，他在那里工作。",
    ),
    (
        "The next review is due in the third quarter of 2026.",
        "下一次审查定于2026年第三季度。",
        "下一次审查定于2026年第二季度。",
    ),
    (
        "Temperatures of 15 to 18 °C are best for the yeast.",
        "15至18 °C的温度最适合酵母。",
        "15至28 °C的温度最适合酵母。",
    ),
    (
        "Between 20 and 25 samples are taken per shift.",
        "每班取20到25个样本。",
        "每班取20到35个样本。",
    ),
    (
        "Models with 7B to 70B parameters were compared.",
        "比较了参数量为70亿到700亿的模型。",
        "比较了参数量为7亿到70亿的模型。",
    ),
    (
        "Fares rose by 3-5%.",
        "票价上涨了3%至5%。",
        "票价上涨了3%至15%。",
    ),
    (
        "The mean was 42.6 ± 1.8 seconds.",
        "平均值为42.6±1.8秒。",
        "平均值为46.2±1.8秒。",
    ),
    (
        "The learning rate decays to 1e-5.",
        "学习率衰减到0.00001。",
        "学习率衰减到0.0001。",
    ),
    (
        "There are 6.02 × 10^23 particles.",
        "共有6.02×10^23个粒子。",
        "共有6.02×10^32个粒子。",
    ),
    (
        "The third runner stopped after the fifth lap.",
        "第三名选手在第五圈之后停了下来。",
        "第三名选手在第七圈之后停了下来。",
    ),
    (
        "The 21st layer is frozen.",
        "第21层被冻结。",
        "第12层被冻结。",
    ),
    (
        "She finished second out of 340 skaters.",
        "她在340名滑冰者中获得第二名。",
        "她在430名滑冰者中获得第二名。",
    ),
    (
        "More than 200 ferries cross the strait.",
        "有200多艘渡轮横渡海峡。",
        "有2000多艘渡轮横渡海峡。",
    ),
    (
        "Nearly 90,000 tickets were sold.",
        "售出近9万张门票。",
        "售出近90万张门票。",
    ),
    (
        "At least 48 hours must pass.",
        "必须至少间隔48小时。",
        "必须至少间隔84小时。",
    ),
    (
        "Hundreds of thousands of birds rest here.",
        "数十万只鸟在此停歇。",
        "数百万只鸟在此停歇。",
    ),
    (
        "Tens of thousands of lines were rewritten.",
        "数万行代码被重写。",
        "数十万行代码被重写。",
    ),
    (
        "Dozens of wells were drilled, each 85 m deep.",
        "钻了几十口井，每口深85米。",
        "钻了几十口井，每口深58米。",
    ),
    (
        "The pipe is 1.2 m wide and 64 m long.",
        "管道宽1.2米，长64米。",
        "管道宽12米，长64米。",
    ),
    (
        "The disk stores 4 TB of logs.",
        "磁盘可存储4 TB日志。",
        "磁盘可存储4 GB日志。",
    ),
    (
        "A dose of 250 mg is given every six hours.",
        "每六小时给药250毫克。",
        "每六小时给药250克。",
    ),
    (
        "The answer arrives within 30 ms.",
        "响应在30毫秒内到达。",
        "响应在30秒内到达。",
    ),
    (
        "The fee is $45 per seat.",
        "费用为每个座位45美元。",
        "费用为每个座位45欧元。",
    ),
    (
        "The walk is 5 miles long.",
        "步道长5英里。",
        "步道长5公里。",
    ),
    (
        "The plant has 3 boilers and 14 turbines.",
        "该厂有3台锅炉和14台汽轮机。",
        "该厂有3台锅炉和41台汽轮机。",
    ),
    (
        "There are four kinds of joints.",
        "接头有四种。",
        "接头有五种。",
    ),
    (
        "The set is split 70/15/15.",
        "数据集按70/15/15划分。",
        "数据集按75/15/15划分。",
    ),
    (
        "The image has 1920×1080 pixels.",
        "图像为1920×1080像素。",
        "图像为1920×1800像素。",
    ),
    (
        "Support for version 2.14.3 ends soon.",
        "对2.14.3版本的支持即将结束。",
        "对2.41.3版本的支持即将结束。",
    ),
    (
        "The score improved from 27.3 to 29.1 BLEU.",
        "BLEU分数从27.3提高到29.1。",
        "BLEU分数从27.3提高到21.9。",
    ),
    (
        "Of the 128 heads, 16 were removed.",
        "128个头中移除了16个。",
        "128个头中移除了61个。",
    ),
    (
        "The festival drew 1.75 million guests in 11 days.",
        "该节庆在11天内吸引了175万名游客。",
        "该节庆在11天内吸引了17.5万名游客。",
    ),
    (
        "The warranty covers two years or 40,000 km.",
        "保修期为两年或4万公里。",
        "保修期为两年或40万公里。",
    ),
    (
        "Every 10,000 steps a copy is saved, and the last 5 are kept.",
        "每一万步保存一个副本，并保留最近5个。",
        "每一千步保存一个副本，并保留最近5个。",
    ),
]


def loud(align: Align, zh: str, en: str, target: str) -> list[str]:
    """Return the errors and warnings about the numbers of a pair."""
    found = lint([align((zh, en))], (), Options(target=target, only=RULES)).findings
    return [f.message for f in found if f.severity != "info"]


@pytest.mark.parametrize(("en", "zh"), [(en, right) for en, right, _ in SENTENCES])
def test_a_translation_that_keeps_its_numbers_is_silent(align: Align, en: str, zh: str) -> None:
    """A number told another way is no finding, whichever side is the translation."""
    for target in ("zh", "en"):
        assert loud(align, zh, en, target) == []


@pytest.mark.parametrize(("en", "zh"), [(en, wrong) for en, _, wrong in SENTENCES])
def test_a_number_that_changed_is_found(align: Align, en: str, zh: str) -> None:
    """A number that says another thing is a finding, whichever side is the translation."""
    for target in ("zh", "en"):
        assert loud(align, zh, en, target)


def test_there_are_as_many_right_as_wrong() -> None:
    """The table spans what it should: 75 sentences, each twice, none the same."""
    assert len(SENTENCES) == 75
    assert len({zh for _, *both in SENTENCES for zh in both}) == 150
