"""Sentences that reading has broken, and sound ones that look alike.

Each is a document of its own, so a dictionary and one sentence must do.
"""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.pipeline import alignments, parsed
from zhen_align.text.scripts import han_count

# a sentence, and the stretch that is told; a finding may be a little longer
DAMAGED = [
    ("The model out per forms all others by a wide margin.", "out per forms"),
    ("It keeps its preferred velo city on every slope.", "velo city"),
    ("Somebody must be re sponsible for the pumps.", "re sponsible"),
    ("The score rises by 12 per centage points.", "per centage"),
    ("Machine trans lation changed the trade.", "trans lation"),
    ("The gradi ent is computed on every node.", "gradi ent"),
    ("The sig nifi cant gain was seen twice.", "sig nifi cant"),
    ("The propor tion of errors was small.", "propor tion"),
    ("A bene fit of this approach is speed.", "bene fit"),
    ("The fluores cence faded within an hour.", "fluores cence"),
    ("The trans- lation was read by two people.", "trans- lation"),
    ("The results ofthe test were clear.", "ofthe"),
    ("The pumps inthe valley were replaced.", "inthe"),
    ("The models are small. These modelsare also fast.", "modelsare"),
    ("We trained the network. Thenetwork was small.", "Thenetwork"),
    ("The e\ufb03ciency was high.", "e\ufb03ciency"),
    ("The \ufb01rst valve was open.", "\ufb01rst"),
    ("The trans\u00adlation was good.", "trans\u00adlation"),
    ("The classi\u00ad fication was good.", "classi\u00ad fication"),
    ("The neura1 network learned quickly.", "neura1"),
    ("A 1arge valve was closed, and a large pump ran.", "1arge"),
    ("It was built in 2O19 near the river.", "2O19"),
    ("The accuracy was O.85 on the test set.", "O.85"),
    ("The valve canbe closed by hand.", "canbe"),
    ("The classi cation of pumps is easy.", "classi cation"),
    ("The quanti ed error of a valve.", "quanti ed"),
    ("It turns at a xed rate.", "xed"),
    ("共有三个水泵□站。", "□"),
    ("The stop was dueto a leak in the pipe.", "dueto"),
    ("It hasbeen closed for a year.", "hasbeen"),
    ("We were tested, and the pumps weretested twice.", "weretested"),
    ("The logic al outcome was clear.", "logic al"),
    ("The Poincar´e map is small.", "Poincar´e"),
    ("The Schr ¨odinger bridge is small.", "Schr ¨odinger"),
    ("A cafe´ was closed.", "cafe´"),
    ("The net\u200bwork is small.", "net\u200bwork"),
    ("The pump \uf0b7 was off.", "\uf0b7"),
    ("该网络\u200b很大。", "络\u200b很"),
    ("It canâ€™t be repaired.", "â€™"),
    ("The temperature was 20 Â°C at noon.", "Â°"),
    ("The cafÃ© was closed.", "Ã©"),
    ("The pump \ufffd was off.", "\ufffd"),
    ("The flow of of water was slow.", "of of"),
    ("The ＧPU was idle.", "ＧPU"),
    ("该神经 网络在夜间训练。", "神经 网络"),
    ("研究人 员检查了阀门。", "人 员"),
    ("我们使\u2f64该模型。", "\u2f64"),
    ("这\u2fa5的\u2f54泵已关闭。", "\u2fa5"),
    ("模型在２0年内完成。", "２0"),
    ("锟斤拷锟斤拷的水泵。", "锟斤拷"),
    ("鐨勬ā鍨嬪湪杩愯銆", "鐨勬ā鍨嬪湪杩愯銆"),
    ("水泵已关闭，。阀门打开。", "，。"),
    ("水泵已关闭。。阀门打开。", "。。"),
    ("水 泵 已 关 闭 了。", "水 泵 已 关 闭 了"),
    ("ä¸\u00adæ–‡模型很大。", "ä¸\u00adæ–‡"),
    ("该方法的准 确率很高，但速度较慢。", "准 确"),
    ("It is adiagnosis of the pump, and the diagnosis was late.", "adiagnosis"),
    ("It was built IN OCTOBER2019 by two firms.", "OCTOBER2019"),
    ("HE valves were once opened by hand, T yet today none is.", "HE"),
    ("A cut-and-paste job is no cutand-paste job.", "cutand-paste"),
    ("Reproducibility matters, and re producibility is rare.", "re producibility"),
    ("水泵 * * 打开* * 了。", "* * 打开* *"),
    ("The flow is conditionedon the wavelength.", "conditionedon"),
    ("The images are far from photoreal- istic here.", "photoreal- istic"),
]
# those that the other side tells: Chinese, English, what is told
BESIDE = [
    ("独立成分分析很快。", "The independentcomponent analysis is fast.", ["independentcomponent"]),
    ("共有九个基准。", "There are nine bench marks.", ["bench marks"]),
    ("Solar-Longvalve很快。", "Solar-Long valve is fast.", ["Solar-Long valve"]),
    ("这是 Solar-LV valve。", "Solar-LVvalve is fast.", []),
    ("由Trans former得。", "It comes from the Transformer.", ["Trans former"]),
    ("榫流泵很快。榫流泵很贵。榫 流泵很小。", "Mortise pumps are fast.", ["榫 流"]),
    ("用于笔记参数化的格式参数。", "A format used for parameterization of notes.", []),
    ("数据库很快。", "A data-base-driven site is a database-driven site.", []),
    ("多语言模型很快。", "A multi-pump-like test and a multipump-like test.", []),
    ("未来的水，未来的泵，末来的阀。", "Water, pumps and valves.", []),
    ("未来的水，水的末来。", "Water in the future, the future of water.", []),
    ("数毫秒内即可。", "It ends inmilliseconds.", ["inmilliseconds"]),
    ("他们有不安。", "They have inanxieties.", []),
    ("这是土壤。", "This is soil.", []),
    ("士壤。土壤。土壤。", "Soil, soil, soil.", ["士壤"]),
    ("对末来而言。", "For the future.", ["末来"]),
    ("他已拒答。", "He refused.", []),
    ("这是士壤。", "This is water.", []),
    ("水。土壤。土壤。士壤。", "Soil. Soil. Soil. Water.", []),
    ("等三天。", "Wait for a ternary day.", []),
    ("感谢海勒（Pfister）。", "We thank P ster for it.", ["P ster"]),
    ("感谢英格丽（Sørensen）。", "We thank S rensen for it.", ["S rensen"]),
    ("使用 Autoformer 模型。", "A former model is used.", []),
    ("使用 Pfister 模型。", "We use Pfister and P ster.", []),
    ("砂泵。", "One sand-pump-like and one sandpump-like part.", ["sandpump-like"]),
    ("砂泵。", "A sand-pump-like and two sandpump-like parts, sandpump-like too.", []),
]
SOUND = [
    "I don´t know the pump´s owner.",
    "A metal cation and two cations; the city and the cult.",
    "The uids of the process and the nest of a bird.",
    "The insecurities of the town were maybe known to a woman.",
    "The quadruped robot walks on ice.",
    "Omics data were used in vivo and in vitro, ad hoc and a priori.",
    "A status quo bias and vice versa, et al., per se.",
    "The data set and the web site use a work flow and a time step.",
    "Drones fly in formation over the land cover.",
    "Zero shot and few shot learning beat fine tuning.",
    "Ludwig van Beethoven, von Neumann and de la Cruz met.",
    "Die Straße ist lang, und der Donaudampfer kommt zu spät.",
    "The Bundesverfassungsgericht ruled in Karlsruhe.",
    "Pre- and post-operative notes were kept.",
    "The state-of-\nthe-art pump is new.",
    "A high-\nquality pump and a data-\ndriven test.",
    "The enzyme is a dehydrogenase, and the drug is sotorasib.",
    "Actin, ubiquitin, dystrophin and albumin are proteins.",
    "The software of the ligand strand is in the operand.",
    "We use word2vec, conv1d, mp3, i18n, p53 and k8s.",
    "H2O, CO2, Al2O3, E. coli O157 and the L2 norm.",
    "It needs 2l of water and 10l of oil.",
    "Layer1 and level1 and step0 are names; so is mode1.",
    "He said that that was fine, and had had enough.",
    "What it is is a question.",
    "The café in Zürich and the naïve El Niño.",
    "A coöperative effort with Ångström units.",
    "The temperature was 20 °C ± 1.",
    "Call pip install and git checkout of the_model.",
    "Kubernetes, PyTorch, scikit-learn and NumPy are tools.",
    "The ofcom report and the theorem about isoforms.",
    "Photosynthesis in chloroplasts needs light; paralysis does not.",
    "Never the twain shall meet; none the wiser.",
    "The up and coming team is in so far unknown.",
    "A per diem is paid; the per capita income is low.",
    "The cyber space and the nano scale and the geo location.",
    "A multi modal model and a non linear one.",
    "Re use of code and co author lists.",
    "The for loop and the if clause.",
    "The protein binds to the zinc finger.",
    "Hapax legomena are rare.",
    "The sulfhydryl reagent was used.",
    "Meta analysis is old. The meta data are new.",
    "The Thames, the Tyne and The Hague.",
    "摘 要",
    "第一章 引言",
    "关键词 神经网络 机器学习",
    "该模型使用 GPU 训练。",
    "共有 20 个水泵，２０个阀门。",
    "他说：“好……”，然后走了。",
    "真的吗？？好！！",
    "目的的确认。",
    "木匠用锛子和凿子。",
    "图 3 显示了结果 其中 A 为输入。",
    "ＧＰＵ很快。",
    "该系统由清华大学 李明 王伟 等人研制 发布 维护。",
    "第一章 引言 第二章 方法。",
    "使用 模型 A 与 模型 B 进行比较。",
    "An acellular and abiotic process is periodic: aperiodic motion, biotic and cellular.",
    "The mayor of May 2019 and Windows2019, python2023.",
]


def told(text: str) -> list[str]:
    """Return what is damaged in one sentence."""
    if han_count(text) or "ä" in text:
        return told_of(text, "The pump is on.")
    return told_of("水泵已打开。", text)


def told_of(*texts: str) -> list[str]:
    """Return what is damaged in a pair of sentences."""
    read = [
        parsed(f"x.{lang}.txt", f"{t}\n".encode())
        for lang, t in zip(("zh", "en"), texts, strict=True)
    ]
    found = lint(alignments(read, "", fixed=True), (), Options(target="zh")).findings
    return [f.place.text for f in found if f.rule == "text-damaged"]


@pytest.mark.parametrize(("text", "place"), DAMAGED)
def test_damage_is_told(text: str, place: str) -> None:
    """What no writer writes is found, as short as it is."""
    assert place
    assert [each for each in told(text) if place in each or each in place] != []


@pytest.mark.parametrize("text", SOUND)
def test_sound_sentences_are_silent(text: str) -> None:
    """Names, compounds, foreign words, code and formulas are no damage."""
    assert told(text) == []


@pytest.mark.parametrize(("zh", "en", "places"), BESIDE)
def test_the_other_side_tells(zh: str, en: str, places: list[str]) -> None:
    """Where looks leave a doubt, it is asked what the other language says."""
    assert told_of(zh, en) == places


def test_a_blank_where_the_document_sets_none() -> None:
    """One blank in many sentences is a slip; with more of them it is how the text is set."""
    plain = "水泵在夜间运行。" * 1
    many = "\n\n".join([plain] * 30)
    assert told(f"{many}\n\n误差降 至百分之三。") == ["降 至"]
    assert told("误差降 至百分之三。") == []
    assert told(many + "\n\n误差降 至百分之三。" * 5) == []
    assert told(f"{many}\n\n第三章 至百分之三。") == []


def test_a_character_for_that_of_the_document() -> None:
    """A pair that the dictionary has not, but that the document writes for what is said here."""
    zh = "共有叶栅。其中叶栅很大。这些叶栅很小。而叶珊也关闭了。"
    en = "There are cascades. Big cascades. Small cascades. {} were closed."
    assert told_of(zh, en.format("Cascades")) == ["叶珊"]
    assert told_of(zh, en.format("They")) == []
    assert told_of(zh.replace("叶珊", "叶檀"), en.format("Cascades")) == []
