"""Terms over a whole set of texts: what is expected, where it is decided, what is said."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from zhen_align.glossary.rows import Row, Status
from zhen_align.lint.consistency.judge import judged
from zhen_align.lint.consistency.weighing import Evidence, fault_of, logit
from zhen_align.lint.consistency.whole import Term, Whole
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.facts import Pair, Shared
from zhen_align.lint.finding import Finding
from zhen_align.lint.rules import RULES
from zhen_align.terms.rendering_data import Guess, Missed, Rendered, Seen, Tally, TermSeen
from zhen_align.types import Alignment, Lang

Align = Callable[..., Alignment]
BOTH = ("term-inconsistent", "term-collision")
OFF = {name: "off" for name in RULES if name not in BOTH}
# large language model, in three plain sentences
DEFINED = ("大语言模型（LLM）会写信。", "A large language model (LLM) writes letters.")
OTHERWISE = ("大型语言模型会翻译。", "Large language models translate.")
AGAIN = ("大语言模型很贵。", "Large language models are dear.")


def said(*pairs: Alignment, rows: Sequence[Row] = (), target: str = "zh") -> list[Finding]:
    """Return what the two rules say of a set."""
    return list(lint(list(pairs), rows, Options(OFF, target)).findings)


def test_the_exact_characters_are_flagged(align: Align) -> None:
    """The finding stands on the rendering, and marks the term on the other side."""
    (found,) = said(align(DEFINED, OTHERWISE))
    assert (found.rule, found.place.text) == ("term-inconsistent", "大型语言模型")
    assert found.other is not None
    assert found.other.text == "Large language models"
    assert found.expected == ("大语言模型",)
    assert found.message == (
        "large language model (LLM) is 大语言模型 (defined in line 1), not 大型语言模型 "
        "(used: 大型语言模型 1×, 大语言模型 1×)"
    )


def test_terms_are_judged_over_the_whole_set(align: Align) -> None:
    """What one document defines is expected in the others, which alone say nothing."""
    one = align(DEFINED, AGAIN, name="one")
    other = align(OTHERWISE, name="other")
    assert said(other) == []
    (found,) = said(one, other)
    assert found.place.path == "other.zh.md"
    assert "(defined in one.zh.md:1)" in found.message


def test_once_for_each_occurrence(align: Align) -> None:
    """Every place is a finding of its own, with one message for all of them."""
    found = said(align(DEFINED, OTHERWISE, AGAIN, OTHERWISE, OTHERWISE))
    assert len(found) == len({f.place.span for f in found}) == 3
    assert len({f.message for f in found}) == 1


def test_the_glossary_decides(align: Align) -> None:
    """A preferred rendering is expected though nobody uses it; a forbidden one is not ours."""
    preferred = Row("large language model", "大型语言模型", "LLM", Status.PREFERRED)
    found = said(align(DEFINED, OTHERWISE, AGAIN), rows=[preferred])
    assert [f.place.text for f in found] == ["大语言模型", "大语言模型"]
    forbidden = Row("large language model", "大型语言模型", "LLM", Status.FORBIDDEN)
    assert said(align(DEFINED, OTHERWISE), rows=[forbidden]) == []


QUIET = [
    (("大 語言模型會翻譯。", "Large language models translate."), "another script, a blank"),
    (("LLM 会翻译。", "Large language models translate."), "the abbreviation"),
    (("它会翻译。", "Large language models translate."), "a pronoun"),
    (("该模型会翻译。", "The large language model translates."), "pointed at"),
    (("会翻译。", "Large language models translate."), "left out"),
    (("语言模型会翻译。", "Large language models translate."), "shortened to its head"),
    (("大语言模型会翻译。", "LLMs translate."), "the full form for the abbreviation"),
    (("GPT语言模型会翻译。", "Large language models translate."), "a name beside its head"),
]


@pytest.mark.parametrize(("pair", "why"), QUIET, ids=[why for _, why in QUIET])
def test_what_is_no_fault(align: Align, pair: tuple[str, str], why: str) -> None:
    """None of these is another rendering."""
    assert said(align(DEFINED, AGAIN, pair)) == []


def test_a_clear_rendering_makes_an_unsure_pair_sure(align: Align) -> None:
    """A pair that the aligner doubts is judged where the term and another rendering stand in it."""
    pair = align(DEFINED, AGAIN, OTHERWISE, score=0.6)
    assert [f.place.text for f in said(pair)] == ["大型语言模型"]
    assert said(align(DEFINED, AGAIN, OTHERWISE, score=0.4)) == []


def test_what_is_likely_again_and_found_nowhere_else_is_surer() -> None:
    """Each of these makes a fault likelier, or less likely, than what was seen once."""
    once = Guess("tenant", 3, (4, 10), (2, 5), "承租人", -1.0, partly=False)  # tenant
    term, tally = Term("tenant", worth=0.5), Tally("tenant", 9, 8)
    plain = logit(Evidence(once), tally, term)
    assert logit(Evidence(once, often=3), tally, term) > plain
    assert logit(Evidence(once), Tally("tenant", 9, 3), term) < plain
    assert logit(Evidence(replace(once, elsewhere=4)), tally, term) < plain
    assert logit(Evidence(replace(once, again=2)), tally, term) < plain
    assert logit(Evidence(replace(once, same=0.5)), tally, term) > plain
    assert logit(Evidence(replace(once, general=4.0)), tally, term) < plain
    assert logit(Evidence(replace(once, unsaid=0.5)), tally, term) < plain
    assert logit(Evidence(once), tally, term, defined=True) > plain
    assert Evidence(once, often=3).clear > Evidence(once, agreed=True).clear > once.logit


def _doubtful(
    key: str,
    expected: tuple[str, int],
    other: str,
    *,
    often: int = 1,
    value: float = 0.0,
    worth: float = 0.6,
) -> bool:
    """Judge a rendering beside the expected one, which has been used so many times."""
    form, n = expected
    whole = Whole({key: Term(key, worth=worth, uses=Counter({form: n, other: 1}))})
    guess = Guess(key, 9, (4, 10), (2, 2 + len(other)), other, value, partly=False)
    tally = Tally(key, n + often, n)
    fault = fault_of(0, Evidence(guess, often), whole, form, (tally, tally))
    assert fault is not None
    return fault.doubtful


def test_one_word_alone_has_to_be_surer() -> None:
    """A word may have two good renderings, a term of two words hardly; surely it is told."""
    assert _doubtful("inertia", ("惯量", 4), "惯性", value=-2.0)
    assert not _doubtful("inertia", ("惯量", 4), "惯性", value=1.0)
    assert not _doubtful("rotor inertia", ("转子惯量", 4), "转子惯性", value=1.0)


def test_of_a_term_that_stands_twice_another_sense_is_told() -> None:
    """Where one of two mentions is rendered by another word that the dictionary has for it."""
    term = Term("agent", worth=0.6, uses=Counter({"智能体": 9}))
    guess = Guess("agent", 9, (4, 10), (2, 4), "代理", -3.0, partly=True, sense=True)
    tally = Tally("agent", 9, 9)

    def told(one: Guess, term: Term = term) -> bool:
        fault = fault_of(0, Evidence(one), Whole({"agent": term}), "智能体", (tally, tally))
        return fault is not None and fault.doubtful

    assert told(guess)
    assert not told(replace(guess, sense=False))
    assert not told(guess, Term("agent", worth=0.6, uses=Counter({"智能体": 3})))


def test_nobody_is_warned_of_what_hardly_fits() -> None:
    """However steadily a term is rendered, what stands there has to look like its rendering."""
    assert _doubtful("rotor inertia", ("转子惯量", 60), "转子很重", value=-1.8)
    assert not _doubtful("rotor inertia", ("转子惯量", 60), "转子很重", value=-1.2)


def test_what_stands_once_against_six_is_a_slip() -> None:
    """A word that is steadily said so, and once otherwise, needs no more than a longer term."""
    assert _doubtful("inertia", ("惯量", 5), "惯性", value=-1.0, worth=0.4)
    assert not _doubtful("inertia", ("惯量", 6), "惯性", value=-1.0, worth=0.4)
    assert _doubtful("inertia", ("惯量", 6), "惯性", value=-1.0, worth=0.4, often=2)


def test_a_habit_is_no_slip() -> None:
    """That one word is said so again and again makes it no surer that it is wrong."""
    assert not _doubtful("inertia", ("惯量", 9), "惯性", value=-1.45)
    assert _doubtful("inertia", ("惯量", 9), "惯性", value=-1.45, often=3)


def test_what_is_doubtful_is_information(align: Align) -> None:
    """It is said more mildly, and does not hide what is sure."""
    walking = ("足式机器人会走路。", "A legged robot walks.")
    falling = ("每个机器人都会跌倒。", "Every robot falls.")
    others = [("机器人坏了。", "The robot is broken."), ("机器人很贵。", "Robots are dear.")]
    leg = ("腿部机器人很重。", "Legged robots are heavy.")
    (found,) = said(align(walking, walking, falling, *others, leg))
    assert (found.severity, found.place.text) == ("info", "腿部机器人")
    assert found.message.startswith("legged robot is elsewhere 足式机器人, here 腿部机器人")


def test_a_defined_term_is_meant_to_be_called_so(align: Align) -> None:
    """A long form with a small word in it is found again, and what stands for it is told.

    The figure beside it is no rendering, though nothing of the defined one is in either.
    """
    defined = ("交并比（IoU）是0.61。", "The intersection over union (IoU) is 0.61.")
    again = (
        "训练后达到0.72的重叠联合率。",
        "After training it reaches an intersection over union of 0.72.",
    )
    (found,) = said(align(defined, again))
    assert found.severity == "info"
    assert found.place.text.startswith("重叠联合")
    assert found.expected == ("交并比",)


def test_what_stays_latin_is_not_rendered_beside_itself(align: Align) -> None:
    """Functionals, 泛函, are no rendering of DFT where DFT stands in the Chinese too."""
    defined = ("密度泛函理论（DFT）很常用。", "Density functional theory (DFT) is common.")
    kept = (
        "DFT不是万能的：半局域泛函会低估带隙。",
        "DFT is no panacea: semilocal functionals underestimate band gaps.",
    )
    assert said(align(defined, kept)) == []


def test_the_first_of_two_definitions_holds(align: Align) -> None:
    """Where each is used once: the diarization error rate is not that of decoding."""
    first = ("说话人分离错误率（DER）是17%。", "The diarization error rate (DER) is 17%.")
    (found,) = said(align(first, ("DER（解码错误率）会下降。", "The DER falls.")))
    assert found.place.text == "解码错误率"


def test_of_two_that_stand_once_the_first_is_held(align: Align) -> None:
    """A term of two words that is called two things: nothing says which is right."""
    said_so = ("同步调相机很重。", "The synchronous condenser is heavy.")
    others = [("电网很大。", "The grid is large."), ("电网很老。", "The grid is old.")]
    again = ("同步冷凝器很便宜。", "A synchronous condenser is cheap.")
    (found,) = said(align(said_so, *others, again))
    assert (found.severity, found.place.text) == ("info", "同步冷凝器")
    assert found.expected == ("同步调相机",)
    assert said(align(said_so, *others, said_so)) == []


def test_what_a_longer_rendering_adds_to_is_expected() -> None:
    """Where a word is rendered with and without an addition, it is expected without."""
    whole = Whole({"momentum": Term("momentum", uses=Counter({"动量法": 6, "动量": 5}))})
    assert whole.expected("momentum") == "动量"  # momentum, and the method of it
    whole.terms["momentum"].uses["动量"] = 4
    assert whole.expected("momentum") == "动量法"


def test_a_rightful_use_is_none(align: Align) -> None:
    """Where both terms stand, the rendering of the one is no collision."""
    pair = align(
        DEFINED,
        ("大视觉模型（LVM）会看图。", "A large vision model (LVM) sees images."),
        ("大语言模型和大视觉模型都很贵。", "LLMs and LVMs are dear."),
        ("大语言模型失败了。", "The LVM failed."),
    )
    (found,) = said(pair)
    assert (found.rule, found.place.text) == ("term-collision", "大语言模型")
    assert found.zh is not None
    assert found.zh.text == "大语言模型失败了。"


def test_into_english_the_english_is_flagged(align: Align) -> None:
    """With English as the translation the finding stands there, and what is expected is English."""
    pair = align(
        ("卷积神经网络很快。", "The convolutional neural network is fast."),
        ("卷积神经网络很省。", "Convolutional neural networks are cheap."),
        ("卷积神经网络很贵。", "A convolution nerve network is dear."),
    )
    (found,) = said(pair, target="en")
    assert found.place.text == "convolution nerve network"
    assert found.place.path == "x.en.md"
    assert found.expected == ("convolutional neural network",)


def test_both_rules_share_one_judgement(align: Align) -> None:
    """What was worked out for the one rule is not worked out again for the other."""
    pairs = [Pair(align(DEFINED, OTHERWISE), Lang.ZH, Shared().terms)]
    assert judged(pairs, Shared()) is judged(pairs, Shared())


def test_nothing_to_judge() -> None:
    """A set without pairs says nothing."""
    assert judged([], Shared()).faults == ()
    assert said() == []


class Looks:
    """Two looks at one text that found what a test says."""

    def __init__(self, seen: Rendered, missed: Missed) -> None:
        """Keep what they find."""
        self.seen, self.missed = seen, missed

    def first(self, _: Sequence[Alignment]) -> list[Rendered]:
        """Return what stands where."""
        return [self.seen]

    def second(self, *_: object) -> list[Missed]:
        """Return what stands where the expected is missing."""
        return [self.missed]


@pytest.mark.parametrize(("english", "faults"), [("A telescope of bands.", 0), ("Optics.", 1)])
def test_a_part_that_renders_another_term_there_is_none(
    align: Align, english: str, faults: int
) -> None:
    """Six bands (六波段) are what the sentence calls bands, and no other word for a telescope."""
    pair = align(("望远镜。", "A telescope."), ("波段。", "Bands."), ("有六波段。", english))
    telescope, band = (0, 2, 11, 0, 0, 3, 1), (1, 0, 5, 1, 5, 7, 0)
    said_there = ((1, 15, 20, 1, 10, 12, 0),) if faults == 0 else ()
    seen = Rendered(
        (
            TermSeen("telescope", "telescope", ("T",), 90, (0, 300, 90, 90, 90, 1)),
            TermSeen("band", "band", (), 90, (1, 300, 90, 90, 90, 0)),
        ),
        ("望远镜", "波段"),
        (Seen(0, telescope), Seen(1, telescope + band * 3), *(Seen(2, row) for row in said_there)),
    )
    guess = Guess("telescope", 2, (2, 11), (9, 12), "六波段", 5.0, partly=False)
    missed = Missed((Tally("telescope", 3, 2),), (guess,))
    shared = replace(Shared(), looks=Looks(seen, missed))
    found = judged([Pair(pair, Lang.ZH, shared.terms)], shared).faults
    assert [fault.owner for fault in found] == ["band"] * faults
