"""A collection in parts: the same whoever does it, an edit costs one part, counts add up."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.align.lexicon import lexicon
from zhen_align.config import Config
from zhen_align.engine import collection, extraction, index_pairs, session, tasks
from zhen_align.engine.collection import Kind, collect, indexed, shared
from zhen_align.terms.candidate import Candidate
from zhen_align.terms.parts import merged

# 灌溉 irrigation, 土壤 soil, 传感器 sensor: each text is about two of them
TERMS = (("soil sensor", "土壤传感器"), ("drip irrigation", "滴灌"), ("seed bank", "种子库"))


class Quiet:
    """Watches nothing."""

    def start(self, total: int) -> None:
        """Hear of the work."""

    def advance(self) -> None:
        """Hear of a step."""


@contextmanager
def watch(label: str) -> Iterator[Quiet]:
    """Give somebody to tell."""
    yield Quiet()


def _write(folder: Path, number: int, more: str = "") -> None:
    en, zh = TERMS[number % 3]
    other, another = TERMS[(number + 1) % 3]
    text = (
        f"# About the {en}\n\n# 关于{zh}\n\n"
        f"The {en} was tested in {number + 2} gardens beside a {other}.\n\n"
        f"{zh}在{number + 2}个花园里与{another}一起接受了测试。\n\n"
        f"Every {en} costs less than a {other}.{more}\n\n每个{zh}都比{another}便宜。\n"
    )
    (folder / f"{number:03}.md").write_text(text, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    """Return the configuration of a folder with some small texts, a few of them a part."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    for number in range(16):
        _write(tmp_path / "corpus", number)
    monkeypatch.setattr(collection, "PART", 1_500)
    return Config(root=tmp_path)


def _collected(config: Config) -> collection.Collection:
    planned, errors = tasks.plan(["corpus"], config)
    assert not errors
    return collect(planned, config, watch)


def test_every_text_is_in_one_part(project: Config) -> None:
    """In the order of the names; what belongs together does not depend on the others."""
    planned, _ = tasks.plan(["corpus"], project)
    parts = shared(planned)
    assert len(parts) > 2
    assert sorted(names(each for part in parts for each in part)) == sorted(names(planned))
    assert all(names(part) == sorted(names(part)) for part in parts)
    assert shared(planned, most=10**6) == [planned]


def names(planned: Iterator[tasks.Task] | list[tasks.Task]) -> list[str]:
    """Return what the tasks read."""
    return [task.sources[0].name for task in planned]


def test_parts_are_the_same_in_one_process_and_in_two(project: Config) -> None:
    """With the cache or without."""
    one = _collected(replace(project, jobs=1))
    two = _collected(replace(project, jobs=2, cache=False))
    again = _collected(project)
    assert len(one.parts) > 2
    assert one.candidates == two.candidates == again.candidates
    assert {each.zh for each in one.candidates} >= {"土壤传感器", "滴灌", "种子库"}
    assert [text.name for _, text in one.of_kind(Kind.PAIRED)] == [
        f"corpus/{number:03}.md" for number in range(16)
    ]


def test_what_aligning_needs_is_loaded_once_for_all_parts(
    project: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before processes are forked for each of them; not where nothing is to be made."""
    lexicon.cache_clear()
    collection._load()
    assert lexicon.cache_info().currsize == 1
    loaded: list[str] = []
    monkeypatch.setattr(collection, "_load", lambda: loaded.append("once"))
    for _ in range(2):
        _collected(project)
        assert loaded == ["once"]
    monkeypatch.setattr(collection, "PART", 10**6)
    _collected(replace(project, cache=False))
    assert loaded == ["once"]


def test_an_edit_costs_one_part(project: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the result is that of a build from nothing."""
    before = _collected(project)
    _write(project.root / "corpus", 5, " The seed bank is open.")
    worked: list[int] = []
    real = extraction.candidates

    def counted(*arguments: object) -> object:
        worked.append(1)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(collection, "candidates", counted)
    after = _collected(project)
    assert len(worked) == 1
    assert after.candidates == _collected(replace(project, cache=False)).candidates
    changed = [
        new.name
        for new, old in zip(indexed(after), indexed(before), strict=True)
        if new.digest != old.digest
    ]
    assert changed == ["corpus/005.md"]


def test_the_cache_may_grow_with_the_texts(project: Config) -> None:
    """What a build has written, the next one finds, however little a cache may take."""
    _collected(project)
    cache = session.cache_at(project.root)
    assert cache is not None
    kept = sorted(each for each in cache.entries.rglob("*") if each.is_file())
    assert len(kept) > 16
    cache.trim(limit=1)
    assert all(each.exists() for each in kept)
    cache.allow(100)
    cache.trim(limit=1)
    assert sum(each.exists() for each in kept) < 2


def test_what_nobody_changed_is_not_looked_into(
    project: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The contents tell enough."""
    before = _collected(project)

    def fail(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(session, "remember", fail)
    monkeypatch.setattr(session, "work", fail)
    assert _collected(project).candidates == before.candidates


def test_a_faulty_text_stops_no_other(project: Config) -> None:
    """It is named each time, and nothing is kept that would hide it."""
    (project.root / "corpus" / "zz.md").write_bytes(b"\x81\xff\x00\x03" * 9)
    for _ in range(2):
        found = _collected(project)
        assert [error.where for error in found.errors] == ["corpus/zz.md"]
        assert len(found.of_kind(Kind.PAIRED)) == 16


def test_a_text_that_was_taken_away_meanwhile_is_not_indexed(project: Config) -> None:
    """It was read, so its terms count; the index has the others, and nothing fails."""
    found = _collected(project)
    (project.root / "corpus" / "003.md").unlink()
    index_pairs.update(project.root, indexed(found), Quiet(), whole=True)
    opened = index_pairs.opened(index_pairs.path_of(project.root))
    assert opened is not None
    with closing(opened) as connection:
        names = [each.name for each in index_pairs.files(connection)]
    assert names == [f"corpus/{number:03}.md" for number in range(16) if number != 3]


def test_parts_made_elsewhere_are_those_made_here(
    project: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole parts go to other processes, and what they have shown comes back."""
    config = replace(project, cache=False)
    here = _collected(config)
    monkeypatch.setattr(collection, "_worth_sending", lambda *_: True)
    monkeypatch.setattr(collection, "_one_by_one", None)
    elsewhere = _collected(config)
    assert elsewhere.candidates == here.candidates
    assert [each.shown for each in elsewhere.parts] == [each.shown for each in here.parts]
    assert all(each.held is None for each in elsewhere.parts)


def _rows() -> st.SearchStrategy[list[Candidate]]:
    """Return candidates as a part has them: the shares of a term are of one number."""

    def part(counts: dict[tuple[str, str], int]) -> list[Candidate]:
        total = {en: sum(n for (other, _), n in counts.items() if other == en) for en, _ in counts}
        return [
            Candidate(en, "", zh, n, n / total[en], 0.5) for (en, zh), n in sorted(counts.items())
        ]

    pair = st.tuples(st.sampled_from(["kernel", "Kernels", "node"]), st.sampled_from("核点结"))
    return st.dictionaries(pair, st.integers(1, 9), max_size=5).map(part)


@settings(deadline=None, max_examples=60)
@given(parts=st.lists(_rows(), min_size=2, max_size=4))
def test_counts_of_parts_add_up(parts: list[list[Candidate]]) -> None:
    """No occurrence is counted twice, shares are of all, the order of parts is no matter."""
    found = merged(parts)
    assert sum(each.count for each in found) <= sum(each.count for part in parts for each in part)
    assert all(0 < each.share <= 1 and 0 < each.score < 1 for each in found)
    assert [(c.en, c.zh, c.count) for c in merged(parts[::-1])] == [
        (c.en, c.zh, c.count) for c in found
    ]
    assert len({(each.en.lower().rstrip("s"), each.zh) for each in found}) == len(found)


def test_what_is_seen_in_more_parts_is_wanted_more() -> None:
    """A single part says what it says; a name stays apart from a word."""
    one = [
        Candidate("Kernel", "K", "内核", 2, 1.0, 0.5),
        Candidate("BERT", "", "BERT", 2, 1.0, 0.5),
    ]
    assert merged([one]) == one
    kernel, name = sorted(merged([one, one]), key=lambda each: each.zh, reverse=True)
    assert (kernel.en, kernel.abbr, kernel.count, kernel.share) == ("Kernel", "K", 4, 1.0)
    assert kernel.score > 0.5
    assert (name.zh, name.count) == ("BERT", 4)
