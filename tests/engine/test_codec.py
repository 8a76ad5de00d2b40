"""Values through JSON and back, and what is refused on the way in."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.engine.codec import decode, encode
from zhen_align.types import (
    Alignment,
    Bead,
    Block,
    Document,
    Kind,
    Lang,
    Link,
    Sentence,
    Span,
    Unit,
)

SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 99), st.integers(0, 9)
)
SENTENCES = st.builds(Sentence, SPANS, st.sampled_from(Lang), st.sampled_from(Unit))
BLOCKS = st.builds(
    Block,
    SPANS,
    st.sampled_from(Kind),
    st.sampled_from(Lang),
    opaque=st.lists(SPANS, max_size=2).map(tuple),
    comment=st.booleans(),
)
BEADS = st.builds(
    Bead,
    st.lists(SENTENCES, max_size=2).map(tuple),
    st.lists(SENTENCES, max_size=2).map(tuple),
    st.floats(0, 1),
    moved=st.booleans(),
)
DOCUMENTS = st.builds(
    Document, st.text(max_size=5), st.text(max_size=9), st.lists(BLOCKS, max_size=3).map(tuple)
)
ALIGNMENTS = st.builds(
    Alignment,
    DOCUMENTS,
    DOCUMENTS,
    st.lists(BEADS, max_size=3).map(tuple),
    links=st.just((Link((0,), (1, 2), 0.5, "numbers"),)),
)


@settings(max_examples=60)
@given(ALIGNMENTS)
def test_an_alignment_survives_json(alignment: Alignment) -> None:
    """What is written and read again is equal to what was there before."""
    assert decode(Alignment, json.loads(json.dumps(encode(alignment)))) == alignment


def test_a_whole_number_may_stand_for_a_float() -> None:
    """JSON writers may drop `.0`; the value read is a float all the same."""
    link = decode(Link, [[0], [1], 1, "same number"])
    assert link == Link((0,), (1,), 1.0, "same number")
    assert isinstance(link.score, float)


LINK = Link((0,), (1,), 1.0, "why")
# what stands in place of an encoded Link
DAMAGED = [None, {}, "link", [], encode(LINK)[:3], [*encode(LINK), 0], [[0], ["1"], 1.0, "why"]]
DAMAGED += [[[0], [True], 1.0, "why"], [[0], 1, 1.0, "why"], [[0], [1], "1", "why"]]


@pytest.mark.parametrize("data", DAMAGED, ids=json.dumps)
def test_what_does_not_fit_is_refused(data: object) -> None:
    """Another shape or another type is a ValueError, never a half-right value."""
    with pytest.raises(ValueError, match=r"^no "):
        decode(Link, data)


@pytest.mark.parametrize("data", [[5, 2], [-1, 3]])
def test_invariants_hold_on_reading(data: object) -> None:
    """A span that runs backwards is refused as it is everywhere else."""
    with pytest.raises(ValueError, match="runs forward"):
        decode(Span, data)


def test_an_unknown_name_is_refused() -> None:
    """A language that there is not is no language."""
    sentence = encode(Sentence(Span(0, 1), Lang.ZH, Unit.SENTENCE))
    with pytest.raises(ValueError, match="fr"):
        decode(Sentence, ["fr" if part == "zh" else part for part in sentence])
    assert decode(Sentence, sentence) == replace(decode(Sentence, sentence))
