"""What a report says of texts: beads, findings in their places, terms, figures."""

import re
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.glossary.rows import Row, Status
from zhen_align.lint.finding import Severity
from zhen_align.lookup.pairs import Piece
from zhen_align.report.figures import along, scores
from zhen_align.report.overview import Overview, Pairing
from zhen_align.report.terms import terms
from zhen_align.types import Alignment, Document, Lang, Unit

Align = Callable[..., Alignment]
See = Callable[..., Overview]


def bead(zh: str, en: str, name: str = "d1-b1", score: float = 0.9) -> Pairing:
    """Return a bead of two sentences, "" for none."""
    return Pairing(
        name=name,
        unit=Unit.SENTENCE,
        kind=f"{bool(zh):d}-{bool(en):d}",
        score=score,
        doubtful=score < 0.5,
        moved=False,
        zh=(Piece("x", 1, 0, len(zh), zh),) if zh else (),
        en=(Piece("x", 1, 0, len(en), en),) if en else (),
    )


def test_every_finding_stands_in_its_bead(greenhouse: Overview) -> None:
    """A finding names a bead that names it, and whose sentences hold its place."""
    beads = {each.name: each for text in greenhouse.texts for each in text.beads}
    assert len(greenhouse.findings) >= 3
    for each in greenhouse.findings:
        assert each.name in beads[each.bead].findings
        places = beads[each.bead].side(each.finding.side)
        if places:
            spot = each.finding.place.span
            assert any(p.start <= spot.start and spot.end <= p.end for p in places)


def test_the_wrong_number_is_found_where_it_is(greenhouse: Overview) -> None:
    """40 seedlings that became 60 are an error of the second bead."""
    (found,) = [f for f in greenhouse.findings if f.finding.rule == "number-mismatch"]
    assert found.bead == "d1-b2"
    assert found.finding.place.text == "60"


def test_what_is_added_in_a_row_is_told_apart(align: Align, see: See) -> None:
    """Each of two sentences that nobody wrote has its own finding; so for two left out."""
    pair = ("谷仓里有12头牛。", "The barn holds 12 cows.")
    added = see(align(pair, ("另有73只山羊。", ""), ("还有58只鸡。", ""), pair))
    assert [f.bead for f in added.findings] == ["d1-b2", "d1-b3"]
    left_out = see(align(pair, ("", "It holds 58 hens."), ("", "It holds 73 goats."), pair))
    assert [f.bead for f in left_out.findings] == ["d1-b2", "d1-b3"]


def test_the_name_of_a_finding_survives_an_edit_elsewhere(align: Align, see: See) -> None:
    """A line put before the text changes beads' numbers and no finding's name."""
    lines = (("共5株。", "There are 6 plants."), ("共5株。", "There are 6 plants."))
    before = see(align(*lines))
    after = see(align(("新的一行。", "A new line."), *lines))
    names = [[each.name for each in report.findings] for report in (before, after)]
    assert names[0] == names[1]
    assert len(set(names[0])) == 2


def test_a_text_with_two_partners_shows_a_finding_once(align: Align, see: See) -> None:
    """What is said of a text alone stands in one of its pairs, under one name."""
    first = align(("他说,天晴了。", "He said it was sunny."), name="a")
    other = Alignment(first.zh, Document("b.en.md", first.en.text, first.en.blocks), first.beads)
    report = see(first, other)
    names = [name for text in report.texts for each in text.beads for name in each.findings]
    assert len(names) == len(set(names)) == len(report.findings) > 0


def test_a_finding_stands_in_the_pair_it_was_held_against(align: Align, see: See) -> None:
    """A number that only the second partner contradicts is found in the second pair."""
    first = align(("谷仓里有12头牛。", "The barn holds 12 cows."), name="a")
    second = align(("谷仓里有12头牛。", "The barn holds 17 cows."), name="b")
    report = see(first, Alignment(first.zh, second.en, second.beads))
    assert [f.bead for f in report.findings] == ["d2-b1"]


def test_a_text_without_a_partner_is_shown_and_not_counted(align: Align, see: See) -> None:
    """Its sentences are there; the figures about beads leave them out, nothing is in doubt."""
    whole = align(("窗户会打开,", ""), ("夜里熄灯。", "", {"score": 0.1}))
    alone = Alignment(whole.zh, whole.zh, tuple(b for b in whole.beads if b.zh))
    report = see(alone)
    (text,) = report.texts
    assert not text.paired
    assert [len(each.zh) for each in text.beads] == [1, 1]
    assert not any(each.doubtful for each in text.beads)
    assert (report.summary.unpaired, report.summary.beads, report.summary.only_zh) == (1, 0, 0)
    assert [f.bead for f in report.findings] == ["d1-b1"]


def test_a_moved_bead_says_where_its_english_stands(greenhouse: Overview) -> None:
    """The English of the seventh bead stands after that of the last one."""
    (moved,) = [each for each in greenhouse.texts[0].beads if each.moved]
    assert (moved.name, moved.follows) == ("d1-b7", "d1-b9")


def test_a_moved_bead_at_the_beginning_follows_none(align: Align, see: See) -> None:
    """What the English has first of all has no bead to stand after."""
    report = see(align(("甲。", "Alpha."), ("乙。", "Beta."), ("丙。", "Gamma.", {"at": -1})))
    assert [each.follows for each in report.texts[0].beads] == ["", "", ""]


def test_doubt_begins_below_the_bound(align: Align, see: See) -> None:
    """A bead at the bound is not in doubt, one below it is."""
    lines = (("甲。", "Alpha.", {"score": 0.7}), ("乙。", "Beta.", {"score": 0.6999}))
    report = see(align(*lines), doubtful_below=0.7)
    assert [each.doubtful for each in report.texts[0].beads] == [False, True]


def test_the_figures_add_up(greenhouse: Overview) -> None:
    """Beads are aligned or on one side; findings are errors, warnings or infos."""
    s = greenhouse.summary
    assert (s.beads, s.aligned, s.only_zh, s.only_en) == (9, 7, 1, 1)
    assert (s.doubtful, s.moved) == (1, 1)
    assert s.errors + s.warnings + s.infos == len(greenhouse.findings)
    assert s.errors == sum(f.finding.severity is Severity.ERROR for f in greenhouse.findings)
    assert sum(each.count for each in greenhouse.scores) == s.aligned


def test_a_score_of_one_is_in_the_last_bin() -> None:
    """The bins hold every score from 0 to 1, each one once."""
    found = scores([bead("甲", "a", score=s) for s in (0.0, 0.0999, 0.1, 0.95, 1.0)])
    assert [each.count for each in found] == [2, 1, 0, 0, 0, 0, 0, 0, 0, 2]


SIZES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60), st.floats(0, 1)), min_size=1, max_size=250
)


@given(SIZES)
@settings(max_examples=60, deadline=None)
def test_stretches_share_a_text_out_exactly(sizes: list[tuple[int, int, float]]) -> None:
    """Each stretch is whole; together they hold each state's share of the characters."""
    beads = [
        bead("字" * zh, "w" * en, f"d1-b{n}", score) for n, (zh, en, score) in enumerate(sizes, 1)
    ]
    found = along(beads, {})
    total = sum(zh + en for zh, en, _ in sizes)
    assert len(found) == (min(100, len(beads)) if total else 0)
    for each in found:
        assert abs(each.sure + each.doubtful + each.only_zh + each.only_en - 1) < 0.001
    only = sum(zh for zh, en, _ in sizes if not en)
    if found:
        assert abs(sum(each.only_zh for each in found) / len(found) - only / total) < 0.001
        numbers = [int(each.first.partition("-b")[2]) for each in found]
        assert numbers == sorted(numbers)


def test_a_finding_is_counted_in_the_stretch_its_bead_begins_in(greenhouse: Overview) -> None:
    """Every finding is counted once along its text."""
    (text,) = greenhouse.texts
    assert sum(s.errors + s.warnings + s.infos for s in text.along) == len(greenhouse.findings)
    lengths = [sum(len(p.text) for p in (*b.zh, *b.en)) for b in text.beads]
    begins = sum(lengths[:1]) * len(text.along) // sum(lengths)  # where the second bead does
    assert text.along[begins].errors >= 1


def test_renderings_are_counted_bead_by_bead(greenhouse: Overview) -> None:
    """The seedling is 幼苗 in two beads and 秧苗 in one."""
    (term,) = [each for each in greenhouse.terms if each.en == "seedling"]
    assert [(r.zh, r.status, r.count, r.where) for r in term.renderings] == [
        ("幼苗", "preferred", 2, ("d1-b2", "d1-b3")),
        ("秧苗", "deprecated", 1, ("d1-b4",)),
    ]
    assert (term.count, term.none, term.inconsistency) == (3, 0, 0.3333)
    assert [each.en for each in greenhouse.inconsistent()] == ["seedling"]
    assert greenhouse.summary.inconsistent == 1


def test_what_is_not_rendered_and_what_is_kept_are_told_apart() -> None:
    """An abbreviation that stands for its term is neither a rendering nor a gap."""
    rows = [Row("random access memory", "内存", abbr="RAM")]
    beads = [
        bead("内存很贵。", "Random access memory is dear."),
        bead("RAM很贵。", "RAM is dear."),
        bead("它很贵。", "RAM is dear."),
        bead("", "RAM is dear."),
    ]
    (term,) = terms(rows, beads)
    assert (term.count, term.kept, term.none) == (3, 1, 1)
    assert [(r.count, r.share) for r in term.renderings] == [(1, 0.3333)]
    assert term.inconsistency == 0


def test_variants_of_a_rendering_are_one() -> None:
    """Traditional and Simplified, or two rows for one rendering, are no inconsistency."""
    rows = [
        Row("lamp", "电灯"),
        Row("lamp", "電燈"),
        Row("lamp", "电灯", status=Status.PREFERRED, domain="light"),
    ]
    beads = [bead("电灯亮了。", "A lamp is on.", "d1-b1"), bead("電燈亮了。", "Lamps.", "d1-b2")]
    (term,) = terms(rows, beads)
    assert [(r.zh, r.status, r.count) for r in term.renderings] == [("电灯", "preferred", 2)]
    assert term.inconsistency == 0


def test_rejected_rows_are_no_terms() -> None:
    """What people have said is no term is none here either."""
    rows = [Row("lamp", "电灯", status=Status.REJECTED)]
    assert terms(rows, [bead("电灯亮了。", "The lamp is on.")]) == ()


def test_names_are_anchors(greenhouse: Overview) -> None:
    """Names hold only what needs no escaping in an address."""
    names = [each.name for each in greenhouse.findings]
    names += [each.name for text in greenhouse.texts for each in text.beads]
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in names)
    assert {each.target for each in greenhouse.texts} == {Lang.ZH}
