"""Which stretch renders which term, and what stands where the expected is missing."""

from dataclasses import replace

import pytest

from zhen_align.terms.reading import read
from zhen_align.terms.rendering_data import KEPT, USE, Expected, Rendered, rows
from zhen_align.terms.rendering_key import rendering_key
from zhen_align.terms.rendering_looks import Here
from zhen_align.terms.rendering_search import second_look
from zhen_align.terms.rendering_weights import WEIGHTS, Look, values
from zhen_align.terms.renderings import rendered, renderings
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span, Unit


def aligned(*pairs: tuple[str, str]) -> Alignment:
    """Return one bead for each pair of sentences, (zh, en)."""
    sides: dict[Lang, tuple[list[Block], list[Sentence], str]] = {}
    for lang, which in ((Lang.ZH, 0), (Lang.EN, 1)):
        text, blocks, sentences = "", [], []
        for pair in pairs:
            span = Span(len(text), len(text) + len(pair[which]))
            blocks.append(Block(span, Kind.PARAGRAPH, lang))
            sentences.append(Sentence(span, lang, Unit.SENTENCE, len(blocks) - 1))
            text += pair[which] + "\n"
        sides[lang] = blocks, sentences, text
    documents = {
        lang: Document(f"x.{lang}.md", text, tuple(blocks))
        for lang, (blocks, _, text) in sides.items()
    }
    couples = zip(sides[Lang.ZH][1], sides[Lang.EN][1], strict=True)
    beads = tuple(Bead((zh,), (en,), 0.99) for zh, en in couples)
    return Alignment(documents[Lang.ZH], documents[Lang.EN], beads)


def used(alignment: Alignment, seen: Rendered) -> dict[str, list[str]]:
    """Return by key the characters that render each occurrence."""
    found: dict[str, list[str]] = {}
    for bead in seen.beads:
        for term, _, _, form, start, end, _ in rows(bead.uses, USE):
            text = alignment.zh.text[start:end] if form >= 0 else str(form)
            found.setdefault(seen.terms[term].key, []).append(text)
    return found


# three sentences about fine-tuning a language model
TUNING = aligned(
    ("微调语言模型很快。", "Fine-tuning a language model is fast."),
    ("语言模型的微调很省。", "Fine-tuning of the language model is cheap."),
    ("语言模型 LM 很大。", "The language model is large."),
)


def test_every_occurrence_has_its_place() -> None:
    """A term is rendered by the very characters that say it, wherever they stand."""
    found = used(TUNING, renderings(TUNING))
    assert found["language model"] == ["语言模型", "语言模型", "语言模型"]
    assert found["fine tuning"] == ["微调", "微调"]


# what the pair is, whether it says that the term is called so
NAMED = [
    (Unit.HEADING, "2. 语言模型", "2. Language Model", 1),
    (Unit.KEYWORD, "语言模型", "language model", 1),
    (Unit.SENTENCE, "语言模型", "Language model", 0),
    (Unit.HEADING, "语言模型的代价", "The price of a language model", 0),
]


@pytest.mark.parametrize(("unit", "zh", "en", "says"), NAMED)
def test_a_heading_says_what_a_term_is_called(unit: Unit, zh: str, en: str, says: int) -> None:
    """A heading or a keyword that is a term and nothing else defines it as a bracket does."""
    pair = aligned((zh, en), ("语言模型很大。", "The language model is large."))
    first, *others = pair.beads
    seen = renderings(replace(pair, beads=(replace(first, unit=unit), *others)))
    key = {each.key: number for number, each in enumerate(seen.terms)}["language model"]
    told = [row[-1] for bead in seen.beads for row in rows(bead.uses, USE) if row[0] == key]
    assert told == [says, 0]


def test_what_stays_latin_is_no_rendering() -> None:
    """A bracket that says so makes it the term's own; an abbreviation left as it is needs none."""
    pair = aligned(
        ("大语言模型（LLM）会写信。", "A large language model (LLM) writes letters."),
        ("LLM 很贵。", "LLMs are dear."),
    )
    assert used(pair, renderings(pair))["large language model"][-1] == str(KEPT)


def test_the_second_look_finds_what_nobody_has_seen() -> None:
    """Where the expected rendering is missing, the stretch that is likest to it is named."""
    pair = aligned(
        ("对比学习很快。", "Contrastive learning is fast."),
        ("对比学习很省。", "Contrastive learning is cheap."),
        ("我们用对照学习训练。", "We train with contrastive learning."),
    )
    reading = read(pair)
    missed = second_look(reading, rendered(reading), [Expected("contrastive learning", "对比学习")])
    (guess,) = missed.guesses
    assert pair.zh.text[slice(*guess.target)] == "对照学习"
    assert pair.en.text[slice(*guess.source)] == "contrastive learning"
    assert [(t.due, t.done) for t in missed.tallies] == [(3, 2)]


def test_of_two_mentions_the_one_in_another_sense_is_seen() -> None:
    """One tenant is called as ever, the other by another word that the dictionary has for it."""
    before = [(f"租户有{n}台机器。", f"The tenant has {n} machines.") for n in "三四五"]
    last = ("新租户付费,旧房客不付。", "The new tenant pays, the old tenant does not.")
    reading = read(aligned(*before, last))
    missed = second_look(reading, rendered(reading), [Expected("tenant", "租户")])
    (guess,) = missed.guesses
    assert (guess.form, guess.partly, guess.sense) == ("房客", True, True)


def test_a_name_beside_is_no_rendering() -> None:
    """What has Latin letters is passed over for what may stand for the term."""
    before = [(f"集群有{n}台机器。", f"The cluster has {n} machines.") for n in "三四五"]
    reading = read(aligned(*before, ("Clustal用群组。", "Clustal uses a cluster.")))
    missed = second_look(reading, rendered(reading), [Expected("cluster", "集群")])
    assert [guess.form for guess in missed.guesses] == ["群组"]


def test_two_characters_turned_round_are_seen() -> None:
    """The same characters in the other order stand for the term (cluster)."""
    reading = read(
        aligned(
            *[(f"集群有{n}台机器。", f"The cluster has {n} machines.") for n in "三四五"],
            ("我们的群集昨天停了。", "Our cluster stopped yesterday."),
        )
    )
    missed = second_look(reading, rendered(reading), [Expected("cluster", "集群")])
    assert [(guess.bead, guess.form) for guess in missed.guesses] == [(3, "群集")]


def test_what_stands_once_as_one_word_is_not_weighed() -> None:
    """It is held against its own text only; a phrase that stands alone may recur elsewhere."""
    seen = renderings(
        aligned(
            ("注意力机制很快。", "The attention mechanism is fast."),
            ("门关上了。", "The door is closed."),
        )
    )
    links = {term.key: bool(term.links) for term in seen.terms}
    assert links["attention mechanism"]
    assert not links["door"]
    assert not links["mechanism"]  # a part of the longer one


def test_both_looks_are_pure() -> None:
    """The same alignment gives the same data, through the class as through the functions."""
    here = Here()
    assert list(here.first([TUNING])) == [renderings(TUNING)]
    wanted = [Expected("language model", "语言大模型")]
    assert list(here.second([TUNING], [wanted])) == [
        second_look(read(TUNING), renderings(TUNING), wanted)
    ]


def test_an_empty_text_shows_nothing() -> None:
    """No bead, no term."""
    assert renderings(aligned()) == Rendered()


KEYS = [("神经网络的训练", "神经网络训练"), ("類神經網絡", "类神经网络"), ("ＡＩ 模型", "AI模型")]


@pytest.mark.parametrize(("one", "other"), KEYS)
def test_spellings_share_a_key(one: str, other: str) -> None:
    """的, script, width and blanks make no other rendering: training, neural, AI model."""
    assert rendering_key(one) == rendering_key(other)


def test_there_is_a_weight_for_everything() -> None:
    """What is seen and what is weighed are of one length, and likeness speaks for a stretch."""
    like = Look(0.9, 0.9, True, True, 0.9, 0.9, 0.9, 0.0, 0.0, True, True, 0.0,
                False, False, False, False, 0, 0)  # fmt: skip
    assert len(values(like)) + 1 == len(WEIGHTS)
