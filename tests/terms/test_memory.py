"""A build that remembers the last one gives what a build from nothing gives."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align import pipeline
from zhen_align.terms import drafts
from zhen_align.terms.drafts import Drafted
from zhen_align.terms.extract import found
from zhen_align.terms.gather import Concept, Gathered
from zhen_align.terms.reading import Reading, read

PAIRS = (
    ("The feed pump drives the cooling circuit.", "给水泵驱动冷却回路。"),
    ("A relief valve protects the feed pump.", "安全阀保护给水泵。"),
    ("The cooling circuit has a relief valve.", "冷却回路装有安全阀。"),
    ("Preheating the boiler saves fuel.", "预热锅炉可以节省燃料。"),
    ("The heating surface of the boiler is cleaned.", "锅炉的受热面要清洗。"),
    ("A programmable logic controller (PLC) reads the sensors.", "可编程控制器（PLC）读取传感器。"),
    ("The PLC closes the relief valve.", "PLC关闭安全阀。"),
    ("Fuel and boiler sensors are read.", "燃料和锅炉传感器被读取。"),
    ("The large boiler is loud.", "大锅炉很响。"),
)  # the feed of water, relief valves, boilers and controllers of a plant


def reading(name: str, numbers: Sequence[int]) -> Reading:
    """Return a document of some pairs, interleaved, read."""
    text = "\n\n".join(side for n in numbers for side in PAIRS[n])
    document = pipeline.parsed(name, f"{text}\n".encode())
    beads = [b for one in pipeline.alignments([document], "") for b in read(one).beads]
    return Reading(tuple(beads))


TEXTS = st.lists(st.integers(0, len(PAIRS) - 1), min_size=1, max_size=5)


@settings(max_examples=8, deadline=None)
@given(st.lists(st.lists(TEXTS, min_size=1, max_size=4), min_size=2, max_size=4))
def test_remembering_changes_nothing(builds: list[list[list[int]]]) -> None:
    """Whatever changed from build to build, the candidates are those of a full build."""
    memory: dict[str, Drafted] = {}
    for texts in builds:
        readings = [reading(f"{n}.md", numbers) for n, numbers in enumerate(texts)]
        assert found(readings, memory=memory) == found(readings)


@pytest.fixture
def drafted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect which concepts are drafted."""
    keys: list[str] = []
    plain = drafts._drafts

    def counted(concept: Concept, gathered: Gathered) -> Drafted:
        keys.append(concept.key)
        return plain(concept, gathered)

    monkeypatch.setattr(drafts, "_drafts", counted)
    return keys


def test_what_did_not_change_is_not_drafted_again(drafted: list[str]) -> None:
    """A second build of the same texts drafts nothing, one with a new text little."""
    memory: dict[str, Drafted] = {}
    first = [reading("a.md", [0, 1, 2, 0]), reading("b.md", [3, 4, 3])]
    found(first, memory=memory)
    assert {"feed pump", "boiler"} <= set(drafted)
    drafted.clear()
    found(first, memory=memory)
    assert drafted == []
    found([*first, reading("c.md", [5, 6])], memory=memory)
    assert "boiler" not in drafted
    assert drafted != []


def test_a_new_neighbour_of_a_frequent_word_drafts_little(drafted: list[str]) -> None:
    """What else stands beside a word says nothing of the terms whose sentences have it."""
    memory: dict[str, Drafted] = {}
    first = [reading("a.md", [3] * 30)]
    found(first, memory=memory)
    assert {"boiler", "fuel"} <= set(drafted)
    drafted.clear()
    found([*first, reading("b.md", [8])], memory=memory)
    assert "boiler" in drafted
    assert "fuel" not in drafted
