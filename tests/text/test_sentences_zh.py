"""Chinese sentence ends, case by case; `|` stands where a sentence ends."""

import pytest

from zhen_align.text.opaque import opaque
from zhen_align.text.sentences import sentences
from zhen_align.types import Lang

# the text, with | where a sentence ends; the gloss names the case
CASES = [
    ("模型很大。|训练很慢。", "two plain sentences"),
    ("为什么？|因为便宜！|好。", "question and exclamation"),
    ("真的吗？！|真的！！|好。", "a run of marks ends once"),
    ("结果如下", "a heading without a mark"),
    ("第一句。|第二句没有句号", "the tail is a sentence"),
    ("先训练；再测试；最后部署。|完成。", "a semicolon ends nothing"),
    ("先训练;再测试,然后:部署。|完成。", "half-width marks run on"),
    ("这一行\n断在中间。|下一\n行", "line ends are blanks"),
    ("第一句。 |第二句。　|第三句。", "blanks between, full-width too"),
    ("他问：“为什么？”|没有答案。", "the quote closes inside the first"),
    ("他说：「走吧。」|她没动。", "corner quotes"),
    ("他说：『走吧！』|她没动。", "double corner quotes"),
    ("“为什么？”他问道。|没有答案。", "speech and its speaker"),
    ("“快跑！”她喊了一声，门开了。", "speech, speaker, more"),
    ("“快跑！”|大家都跑了。", "speech alone, then others"),
    ("他说“好。”，然后走了。", "a comma after the quote goes on"),
    ("题为“何为智能？”的文章很短。|读它。", "的 goes on"),
    ('他说"好。"|她说"不。"|完。', "straight quotes close"),
    ('先看。|"模型"是什么？|再看。', "a straight quote opens"),
    ("他说:'好。'|她说:'不。'|完。", "straight single quotes close"),
    ("“随便……”他答道。|好。", "an ellipsis, then the speaker"),
    ("作者 J. R. 托尔写的。|选方案 B. |我们同意。", "initials with blanks before Chinese"),
    ('他说:"第一句。|第二句。"|第三句。|"四"是数字。', "parity over sentences"),
    ("（见附录。）|结论如下。", "a bracket that is a sentence"),
    ("它变了（为什么？谁知道！）很多。|完。", "marks in a bracket that closes soon"),
    ("它变了（见上。）|后来又变了。", "a bracket that ends the sentence"),
    ("读《何处来？何处去？》一书。|完。", "a title with marks"),
    ("读《开始。》一书。|完。", "a title that ends in a stop"),
    ('用`a"b`。|"模型"很大。', "a quote in code does not count"),
    ("(这是一句。|这是二句。)|完。", "a bracket of two sentences"),
    ("等等……|然后呢？！", "an ellipsis ends one"),
    ("我……我不知道。|走吧。", "a stammer goes on"),
    ("因为……因为我忘了。|走吧。", "a stammer of two characters"),
    ("甲、乙、……等都可以。|完。", "an ellipsis in a list"),
    ("等等...|然后呢?", "an ellipsis of dots"),
    ("嗯……，好吧。|走。", "an ellipsis before a comma"),
    ("已有研究证实。[12]|我们继续。", "a citation after the stop"),
    ("已有研究证实。[3][4–6]|我们继续。", "two citations after the stop"),
    ("已有研究证实。 [12] |我们继续。", "a citation with blanks"),
    ("已有研究证实。［12］|我们继续。", "a full-width citation"),
    ("已有研究证实[12]。|我们继续。", "a citation before the stop"),
    ("已有研究证实。¹²|我们继续。", "a raised citation"),
    ("准确率为 97.3%，高于基线 3.5。|完。", "decimals"),
    ("使用 v2.0.1 版。|完。", "a version"),
    ("打开 config.yaml 和 a.txt 文件。|完。", "file names"),
    ("三部分:1) 模型;2) 数据;3) 预算。|完。", "an enumeration with brackets"),
    ("1. 打开文件。|2. 保存。|3. 关闭。", "an enumeration with dots"),
    ("1.打开文件。|2.保存。", "an enumeration without blanks"),
    ("步骤:1.打开;2.保存。|完。", "dots count inside a sentence"),
    ("选择“3. 配置”。|完。", "a quoted step"),
    ("(1).用户登录。|(2).用户退出。|（3）用户等待。", "bracketed numbers"),
    ("1．数据。|2．模型。|１．训练。", "full-width dots and digits"),
    ("【目的】建立模型。|【方法】训练它。", "labels of an abstract"),
    ("本法快,准确率达95.5%(P<0.05).|结果可靠.|代码公开.", "a page in half-width marks"),
    ("准确率达到95.3.|我们打开2.保存。", "a decimal ends, a counter does not"),
    ("见 U.S.政府的 J. Smith 等人。", "initials before Chinese"),
    ("步骤1. 安装。|步骤 2. 运行。", "numbered steps"),
    ("图 1. 模型结构。|虚线是输入。", "a caption's number"),
    ("结果见图 3. 模型更大. 训练更慢".replace(". ", ". |"), "half-width stops, blanks"),
    ("模型很大.|训练很慢.|完.", "half-width stops, no blanks"),
    ("为什么?|因为便宜!|好.", "half-width question"),
    ("约翰.史密斯写了它。|完。", "a dot in a foreign name"),
    ("他叫约翰. |史密斯也来了. |3 人都在。", "the same dot with a blank ends"),
    ("打开文件.txt 与文件.2 各一次。|完。", "file names with Han"),
    ("参见第2.3节。|完。", "a section's number"),
    ("作者 Smith et al. 提出此法。|完。", "et al. in Chinese"),
    ("如 Fig. 3 和 Eq. 2 所示。|完。", "English references"),
    ("水果(e.g. 苹果)很多。|完。", "e.g. in a bracket"),
    ("我们使用BERT.|结果更好。", "a Latin word, a dot, Chinese"),
    ("由公司 Acme Inc. 发布。", "a company, then Chinese"),
    ("我们使用 BERT。|GPT-4 更大。|它更慢。", "sentences that begin in Latin"),
    ("文中写道 Hello world. It works. 之后结束。".replace(". ", ". |"), "English inside"),
    ("添加文本“Hello world.”，再保存。|完。", "a quoted English string"),
    ("添加文本“Hello world.” 之后保存。|完。", "the same with a blank"),
    ("比较甲 vs.乙,见 Fig.图二,由 Mr.张与 Foo Inc.公司做。|完。", "abbreviations, Chinese"),
    ("后缀是“.txt”，不是“.md”。|完。", "quoted suffixes"),
    ("句末不加“.”即可。|完。", "a quoted dot"),
    ("**注意。**|不要关闭。", "bold closes"),
    ("先保存。|**注意**不要关闭。", "bold opens"),
    ("点击<b>保存。</b>|再离开。", "a tag closes"),
    ("第一行。<br>|第二行。", "a line break tag"),
    ("运行`a。b?c`命令。|完。", "code is opaque"),
    ("设 $a!b$ 为正数！|完。", "a formula is opaque"),
    ("见 https://example.org/a?b=c 页。|完。", "an address is opaque"),
    ("我们从这里开始。|:ref:`intro` 说明原因。", "a role begins a sentence"),
    ("你好😀！|再见😀。", "emoji"),
    ("ＡＢＣ很大．|很慢｡|完。", "full-width and half-width stops"),
    ("值为３．５。|完。", "a full-width decimal"),
    ("他——走了！——又回来。", "a dash goes on"),
    ("我们[设定学习率。]|接着训练。", "a bracket that closes with the stop"),
    (
        "模型很大。Training is slow. 我们等。".replace("。T", "。|T").replace(". 我", ". |我"),
        "mixed",
    ),
    ("他说：“第一句。|第二句。”|第三句。", "a long quote is cut inside"),
    ("繁體字也一樣。|為什麼？|因為規則相同。", "Traditional"),
    ("〇是零。|𠮷野家很大。", "rare characters"),
]


@pytest.mark.parametrize(("marked", "gloss"), CASES, ids=[gloss for _, gloss in CASES])
def test_chinese_sentences_end_at_the_bars(marked: str, gloss: str) -> None:
    """Each row splits where its bars stand."""
    text = marked.replace("|", "")
    found = [span.of(text) for span in sentences(text, Lang.ZH, opaque(text))]
    assert found == [part.strip() for part in marked.split("|")]


def test_there_are_enough_cases() -> None:
    """The table holds at least sixty rows, so no edit empties it by mistake."""
    assert len(CASES) >= 60
