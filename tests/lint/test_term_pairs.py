"""term-forbidden: a row judges the pair, reviewed rows only, one finding an occurrence."""

from collections.abc import Callable

from zhen_align.glossary.rows import Row, Status
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.finding import Finding
from zhen_align.types import Alignment

Align = Callable[..., Alignment]
FORBIDDEN = Row("token", "令牌", status=Status.FORBIDDEN)


def said(alignment: Alignment, *rows: Row, target: str = "zh") -> list[Finding]:
    """Return what the rule finds."""
    return list(lint([alignment], rows, Options(target=target)).findings)


def test_every_occurrence_is_a_finding(align: Align) -> None:
    """Twice used is twice found, each at its place."""
    findings = said(align(("令牌接令牌。", "Token after token.")), FORBIDDEN)
    assert [f.place.span.start for f in findings] == [0, 3]


def test_expected_is_what_the_glossary_allows(align: Align) -> None:
    """The preferred rendering comes first; there is a fix only where it is the only one."""
    admitted = Row("Token", "标记", status=Status.ADMITTED)
    preferred = Row("token", "词元", status=Status.PREFERRED)
    pair = align(("令牌。", "A token."))
    (one,) = said(pair, FORBIDDEN, preferred)
    (two,) = said(pair, admitted, FORBIDDEN, preferred)
    (none,) = said(pair, FORBIDDEN)
    assert (one.expected, two.expected, none.expected) == (("词元",), ("词元", "标记"), ())
    assert one.fix is not None
    assert one.fix.text == "词元"
    assert two.fix is None
    assert none.fix is None


def test_in_english_nothing_is_fixed(align: Align) -> None:
    """English inflects: what to write is told, but not written."""
    preferred = Row("badge", "令牌", status=Status.PREFERRED)
    (finding,) = said(align(("令牌。", "Two tokens.")), FORBIDDEN, preferred, target="en")
    assert (finding.place.text, finding.expected, finding.fix) == ("tokens", ("badge",), None)


def test_a_candidate_hides_nothing(align: Align) -> None:
    """A longer term that nobody has reviewed does not cover a forbidden one inside it."""
    candidate = Row("token stream", "令牌流")
    pair = align(("令牌流。", "A token stream."))
    assert len(said(pair, FORBIDDEN, candidate)) == 1
    reviewed = Row("token stream", "令牌流", status=Status.PREFERRED)
    assert said(pair, FORBIDDEN, reviewed) == []


def test_a_candidate_excuses_nothing(align: Align) -> None:
    """Only a reviewed row makes a rendering rightful for another term of the sentence."""
    pair = align(("令牌。", "The token on the badge."))
    assert len(said(pair, FORBIDDEN, Row("badge", "令牌"))) == 1
    assert said(pair, FORBIDDEN, Row("badge", "令牌", status=Status.ADMITTED)) == []


def test_the_term_is_found_glued_to_anything(align: Align) -> None:
    """Chinese has no word boundaries: the rendering is found in the middle of a run."""
    assert len(said(align(("每个令牌都有编号", "Each token has a number")), FORBIDDEN)) == 1


def test_an_unsure_bead_is_not_judged(align: Align) -> None:
    """Sentences that may not be translations of each other accuse nobody."""
    assert said(align(("令牌。", "A token."), score=0.4), FORBIDDEN) == []


def test_one_finding_survives_an_edit_elsewhere(align: Align) -> None:
    """The fingerprint is of the pair and the sentence."""
    (a,) = said(align(("令牌。", "A token.")), FORBIDDEN)
    (b,) = said(align(("无。", "None."), ("令牌。", "The token.")), FORBIDDEN)
    assert a.fingerprint == b.fingerprint
