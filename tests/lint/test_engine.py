"""The engine: places, sides, severities, order, fingerprints, coverage, the target side."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from zhen_align.errors import ConfigError
from zhen_align.glossary.rows import Row, Status
from zhen_align.lint.engine import Options, fingerprint, lint
from zhen_align.lint.finding import Severity
from zhen_align.lint.rules import RULES, rules
from zhen_align.lint.target import translation
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span, Unit

Align = Callable[..., Alignment]
BAD = ("共5.85亿条。", "It has 5.85B rows.")
GOOD = ("没有数字。", "No number here.")


def test_the_place_is_exact(align: Align) -> None:
    """Offsets, lines and columns of a finding give back its very characters."""
    alignment = align(GOOD, BAD)
    (finding,) = lint([alignment]).findings
    place = finding.place
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 2, 2, 7)
    assert alignment.zh.text[place.span.start : place.span.end] == place.text == "5.85亿"
    assert finding.zh is not None
    assert finding.en is not None
    assert (finding.zh.text, finding.en.text) == BAD
    assert (finding.zh.line, finding.en.line) == (2, 2)


def test_a_side_is_its_sentences_and_nothing_wider() -> None:
    """Where other text parts the sentences of a side, only the run of the hit is shown."""
    text = "共5.85亿条。It has 5.85B rows.另见下文。"
    cuts = [text.index("It"), text.index("另")]
    zh = [Span(0, cuts[0]), Span(cuts[1], len(text))]
    block = Block(Span(0, len(text)), Kind.PARAGRAPH, Lang.MIXED)
    document = Document("x.md", text, (block,))
    bead = Bead(
        tuple(Sentence(span, Lang.ZH, Unit.SENTENCE) for span in zh),
        (Sentence(Span(*cuts), Lang.EN, Unit.SENTENCE),),
        0.9,
    )
    (finding,) = lint([Alignment(document, document, (bead,))]).findings
    assert finding.zh is not None
    assert finding.zh.text == "共5.85亿条。"


def test_the_run_shown_is_the_one_with_the_hit() -> None:
    """A fault in the second of two parted sentences shows the second."""
    text = "另见下文。It has 5.85B rows.共5.85亿条。"
    cuts = [text.index("It"), text.index("共")]
    block = Block(Span(0, len(text)), Kind.PARAGRAPH, Lang.MIXED)
    document = Document("x.md", text, (block,))
    zh = (Span(0, cuts[0]), Span(cuts[1], len(text)))
    bead = Bead(
        tuple(Sentence(span, Lang.ZH, Unit.SENTENCE) for span in zh),
        (Sentence(Span(*cuts), Lang.EN, Unit.SENTENCE),),
        0.9,
    )
    (finding,) = lint([Alignment(document, document, (bead,))]).findings
    assert finding.zh is not None
    assert finding.zh.text == "共5.85亿条。"


def test_sentences_that_stand_together_are_one_side(align: Align) -> None:
    """Two sentences with only blanks and quote marks between them are shown whole."""
    text = "共5.85亿条。\n> 另见下文。"
    document = Document("x.zh.md", text, (Block(Span(0, len(text)), Kind.PARAGRAPH, Lang.ZH),))
    english = align(BAD).en
    sentences = tuple(
        Sentence(Span(a, b), Lang.ZH, Unit.SENTENCE) for a, b in ((0, 8), (11, len(text)))
    )
    bead = Bead(sentences, (Sentence(Span(0, 18), Lang.EN, Unit.SENTENCE),), 0.9)
    (finding,) = lint([Alignment(document, english, (bead,))]).findings
    assert finding.zh is not None
    assert finding.zh.text == text


def test_severities_come_from_the_configuration(align: Align) -> None:
    """A rule is moved or switched off as a whole; its milder findings stay mild."""
    pair = align(("共5.85亿条，64块。", "It has 5.85B rows."))

    def levels(severity: str) -> list[str]:
        report = lint([pair], (), Options({"number-mismatch": severity}))
        return [f.severity.value for f in report.findings]

    assert levels("error") == ["error", "warning"]
    assert levels("warning") == ["warning", "warning"]
    assert levels("info") == ["info", "info"]
    assert levels("off") == []
    with pytest.raises(ConfigError, match="did you mean 'number-mismatch'"):
        lint([pair], (), Options({"number-mismach": "off"}))


def test_the_order_is_that_of_files_and_places(align: Align) -> None:
    """However the pairs come, findings are sorted by path and place."""
    pairs = [align(BAD, GOOD, BAD, name=name) for name in "abc"]
    expected = lint(pairs).findings
    random.Random(1).shuffle(pairs)
    assert lint(pairs).findings == expected
    order = [(f.place.path, f.place.span.start) for f in expected]
    assert order == sorted(order)
    assert len(order) == 6


def test_fingerprints_survive_edits_elsewhere(align: Align) -> None:
    """Lines above, blanks and case inside change nothing; another sentence does."""
    before = lint([align(BAD)]).findings[0]
    after = lint([align(GOOD, GOOD, ("共 5.85亿条。", BAD[1]))]).findings[0]
    other = lint([align(("共5.85亿行。", BAD[1]))]).findings[0]
    assert before.fingerprint == after.fingerprint != other.fingerprint
    assert fingerprint("a", "b", "c") != fingerprint("a", "c", "b")


def test_coverage_counts_what_could_be_checked(align: Align) -> None:
    """Aligned shares count characters; a file without a partner and dead rows are named."""
    rows = [
        Row("token", "词元", status=Status.PREFERRED),
        Row("token", "", status=Status.FORBIDDEN),
        Row("病历", "record", status=Status.PREFERRED),
        Row("PyTorch", "PyTorch", status=Status.KEEP),
        Row("—", "破折号", status=Status.PREFERRED),
        Row("model", "模型"),
    ]
    lone = Document("y.md", "孤立", (Block(Span(0, 2), Kind.PARAGRAPH, Lang.ZH),))
    report = lint([align(("六个字的句子", "Six words"), ("两字", ""))], rows, unpaired=[lone])
    c = report.coverage
    assert (c.files, c.pairs, c.unpaired) == (3, 1, ("y.md",))
    assert (c.aligned_zh, c.aligned_en) == (0.6, 1.0)
    unsure = lint([align(("六个字的句子", "Six words"), score=0.3)]).coverage
    assert (unsure.aligned_zh, unsure.aligned_en) == (0.0, 0.0)
    assert (c.glossary_rows, c.glossary_rows_never_matchable) == (5, 3)
    off = {each.NAME for each in rules() if each.SEVERITY is Severity.OFF}
    assert c.rules == tuple(name for name in RULES if name not in off)


def test_a_report_fails_at_or_above_a_severity(align: Align) -> None:
    """--fail-on compares with the gravest finding."""
    report = lint([align(("共64块。", "It has many cards."))])
    assert [report.fails(level) for level in ("info", "warning", "error")] == [True, True, False]
    assert not lint([align(GOOD)]).fails("info")


# the Chinese file, the English file, and which is the translation
TARGETS = [
    ("x.zh.md", "x.md", "zh"),
    ("x.md", "x.en.md", "en"),
    ("docs/zh/x.md", "docs/en/x.md", "zh"),
    ("x.md", "x_origin.md", "zh"),
    ("x_origin.md", "x.md", "en"),
    ("a.md", "b.md", "zh"),
]


@pytest.mark.parametrize(("zh", "en", "target"), TARGETS)
def test_the_target_is_told_by_names(align: Align, zh: str, en: str, target: str) -> None:
    """What a file is called says which side is the translation; else it is the Chinese."""
    made = align(GOOD)
    pair = replace(made, zh=replace(made.zh, path=zh), en=replace(made.en, path=en))
    assert translation(pair) == target


def test_the_original_may_stand_in_comments(align: Align) -> None:
    """In one file, the language that is kept in comments is the original."""
    document = align(GOOD).zh
    comment = replace(document.blocks[0], comment=True)
    single = Alignment(document, document, ())
    commented = replace(document, blocks=(comment,))
    assert translation(single) == Lang.ZH
    assert translation(Alignment(commented, commented, ())) == Lang.EN


def turns(first: Lang, pairs: int, mark: str = "") -> Alignment:
    """Return one file where the languages take turns, paragraph by paragraph."""
    text = ""
    blocks: list[Block] = []
    beads: list[Bead] = []
    second = Lang.EN if first is Lang.ZH else Lang.ZH
    for number in range(pairs):
        sentences = {}
        for lang in (first, second):
            text += mark
            span = Span(len(text), len(text) + 2)
            sentences[lang] = (Sentence(span, lang, Unit.SENTENCE, len(blocks)),)
            blocks.append(Block(span, Kind.PARAGRAPH, lang))
            text += ("甲。" if lang is Lang.ZH else "a.") + f"\n{number}\n"
        beads.append(Bead(sentences[Lang.ZH], sentences[Lang.EN], 0.9))
    document = Document("x.md", text, tuple(blocks))
    return Alignment(document, document, tuple(beads))


def test_where_the_languages_take_turns_the_original_is_first() -> None:
    """Chinese before English, often enough and unquoted, makes English the translation."""
    assert translation(turns(Lang.ZH, 6)) == Lang.EN
    assert translation(turns(Lang.EN, 6)) == Lang.ZH
    assert translation(turns(Lang.ZH, 4)) == Lang.ZH
    assert translation(turns(Lang.ZH, 6, "> ")) == Lang.ZH
    page = turns(Lang.ZH, 6)
    menu = (Block(Span(0, 0), Kind.NAVIGATION, Lang.NONE),) * 3
    site = replace(page.zh, blocks=(*page.zh.blocks, *menu))
    assert translation(Alignment(site, site, page.beads)) == Lang.ZH


def halves(first: Lang, paragraphs: int) -> Alignment:
    """Return one file where one language stands whole before the other."""
    lines = [(first, "甲。" if first is Lang.ZH else "a.")] * paragraphs
    second = Lang.EN if first is Lang.ZH else Lang.ZH
    lines += [(second, "甲。" if second is Lang.ZH else "a.")] * paragraphs
    text, blocks, sentences = "", [], []
    for number, (lang, line) in enumerate(lines):
        span = Span(len(text), len(text) + len(line))
        blocks.append(Block(span, Kind.PARAGRAPH, lang))
        sentences.append(Sentence(span, lang, Unit.SENTENCE, number))
        text += f"{line}\n\n"
    document = Document("x.md", text, tuple(blocks))
    sides = sentences[:paragraphs], sentences[paragraphs:]
    zh, en = sides if first is Lang.ZH else sides[::-1]
    beads = tuple(Bead((a,), (b,), 0.9) for a, b in zip(zh, en, strict=True))
    return Alignment(document, document, beads)


def test_a_long_text_stands_before_its_translation() -> None:
    """Twelve paragraphs are a text, fewer an abstract, which stands first for its readers."""
    assert translation(halves(Lang.ZH, 12)) == Lang.EN
    assert translation(halves(Lang.EN, 12)) == Lang.ZH
    assert translation(halves(Lang.ZH, 11)) == Lang.ZH
    page = halves(Lang.ZH, 12)
    menu = (Block(Span(0, 0), Kind.NAVIGATION, Lang.NONE),) * 3
    site = replace(page.zh, blocks=(*page.zh.blocks, *menu))
    assert translation(Alignment(site, site, page.beads)) == Lang.ZH
