"""A build of an index that is killed leaves the old index, or none: never a wrong answer."""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from zhen_align.engine import index_pairs, index_terms, index_update
from zhen_align.engine.index_search import Pairs
from zhen_align.glossary.rows import Row
from zhen_align.lookup.answer import answer
from zhen_align.lookup.concordance import asks
from zhen_align.types import Alignment, Bead, Document, Lang, Sentence, Span, Unit

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no fork, no SIGKILL")
STAMP = index_terms.Stamp(1, 2, 3, 4)


class Quiet:
    """Watches nothing."""

    def start(self, total: int) -> None:
        """Hear of the work."""

    def advance(self) -> None:
        """Hear of a step."""


def _seconds(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _killed(work: Callable[[], None], after: float) -> None:
    """Do the work in a process that is killed after a while."""
    child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _rows(turn: int) -> list[Row]:
    return [Row(f"part {n}", f"部件{turn}号", line=n) for n in range(300)]  # component


def test_a_killed_index_of_terms(tmp_path: Path) -> None:
    """The rows are all of one table."""
    path = tmp_path / ".zhen" / "lookup" / "terms.sqlite"
    dice = random.Random(1)
    whole = _seconds(lambda: index_update.update(path, STAMP, _rows(0), Quiet()))
    for turn in range(1, 15):
        rows = _rows(turn)
        _killed(lambda rows=rows: index_update.update(path, STAMP, rows, Quiet()),  # type: ignore[misc]
                dice.uniform(0, 1.2 * whole))  # fmt: skip
        terms = index_terms.opened(path)
        assert terms is not None
        found = {answer(terms, f"part {n}").matches[0].row.zh for n in range(0, 300, 23)}
        assert len(found) == 1
        terms.close()


def _alignment(turn: int) -> Alignment:
    zh, en = f"第{turn}个齿轮转动。" * 400, f"Gear {turn} turns. " * 400  # a gear turns
    left, right = len(zh) // 400, len(en) // 400
    beads = tuple(
        Bead(
            (Sentence(Span(n * left, n * left + left), Lang.ZH, Unit.SENTENCE),),
            (Sentence(Span(n * right, n * right + right - 1), Lang.EN, Unit.SENTENCE),),
            0.9,
        )
        for n in range(400)
    )
    return Alignment(Document("zh.md", zh, ()), Document("en.md", en, ()), beads)


def test_a_killed_index_of_pairs(tmp_path: Path) -> None:
    """The pairs are all of one text, and all of them are there."""
    dice = random.Random(2)

    def build(turn: int) -> None:
        index_pairs.update(tmp_path, [index_pairs.Text.of(_alignment(turn))], Quiet(), whole=True)

    whole = _seconds(lambda: build(10))
    for turn in range(11, 25):
        _killed(lambda turn=turn: build(turn), dice.uniform(0, 1.2 * whole))  # type: ignore[misc]
        pairs = Pairs.of(tmp_path)
        assert pairs is not None
        found = [pair.en[0].text for pair in pairs.candidates(asks("齿轮"), lambda _: True)]  # gear
        assert (len(found), len(set(found))) == (400, 1)
