"""Live counts of people's rows: those of all texts, and an edit has one part counted again."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from zhen_align.config import Config
from zhen_align.engine import collection, live, session, tasks
from zhen_align.engine.cache import Cache
from zhen_align.engine.live import counts
from zhen_align.glossary.rows import Row, Status
from zhen_align.glossary.usage import usage
from zhen_align.types import Alignment

ROWS = [  # a brass kettle, a copper pan, what stands nowhere
    Row("brass kettle", "黄铜水壶", status=Status.PREFERRED),
    Row("copper pan", "铜锅", status=Status.ADMITTED),
    Row("iron stove", "铁炉", status=Status.PREFERRED),
]


def _watch(label: str) -> AbstractContextManager[session.Watcher]:
    return nullcontext(session.Unwatched())


def _write(folder: Path, number: int, pans: int = 1) -> None:
    pan = f"They sold {number + 3} copper pans.\n\n他们卖了{number + 3}口铜锅。\n\n"
    text = f"A brass kettle costs {number}.\n\n一个黄铜水壶要{number}元。\n\n{pan * pans}"
    (folder / f"{number:02}.md").write_text(text, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    """Return the configuration of a folder with some small texts, a few of them a part."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(collection, "PART", 400)
    for number in range(10):
        _write(tmp_path, number)
    return Config(root=tmp_path, jobs=1)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return a list that gets the names of the texts whenever some are counted."""
    found: list[list[str]] = []

    def noted(rows: Sequence[Row], alignments: Iterable[Alignment], most: int) -> object:
        every = list(alignments)
        found.append([each.name for each in every])
        return usage(rows, every, most)

    monkeypatch.setattr(live, "usage", noted)
    return found


def _collected(config: Config) -> collection.Collection:
    planned, errors = tasks.plan(["."], config)
    assert not errors
    return collection.collect(planned, config, _watch)


def test_counts_are_those_of_all_parts(project: Config) -> None:
    """By the numbers of the rows; what stands nowhere has none."""
    texts = _collected(project)
    assert len(texts.parts) > 2
    assert counts(ROWS, texts, project) == {0: 10, 1: 10}


def test_an_edit_has_one_part_counted_again(project: Config, counted: list[list[str]]) -> None:
    """What has not changed is known, and other rows are another question."""
    counts(ROWS, _collected(project), project)
    assert sorted(name for names in counted for name in names) == [f"{n:02}.md" for n in range(10)]
    counted.clear()
    counts(ROWS, _collected(project), project)
    assert counted == []
    _write(project.root, 4, pans=3)
    assert counts(ROWS, _collected(project), project) == {0: 10, 1: 12}
    assert len(counted) == 1
    assert "04.md" in counted[0]
    counted.clear()
    assert counts(ROWS[:1], _collected(project), project) == {0: 10}
    assert len(counted) > 2


def test_what_the_cache_has_lost_is_counted_again(
    project: Config, counted: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Damage is as if nothing were there."""
    texts = _collected(project)
    before = counts(ROWS, texts, project)
    counted.clear()
    monkeypatch.setattr(Cache, "get", lambda *_: [[0], "many"])
    assert counts(ROWS, texts, project) == before
    assert len(counted) == len(texts.parts)


def test_a_text_that_was_taken_away_meanwhile_has_no_pairs(project: Config) -> None:
    """Nothing ends, and the others are counted."""
    _collected(project)
    texts = _collected(project)
    (project.root / "07.md").unlink()
    assert counts(ROWS, texts, project) == {0: 9, 1: 9}
