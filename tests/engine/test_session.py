"""From paths to alignments: names, partners, errors, and what the cache may answer."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from zhen_align.config import Config, PairRule
from zhen_align.engine import session, store, tasks
from zhen_align.engine.cache import Cache
from zhen_align.engine.session import Session, remember, work
from zhen_align.engine.tasks import Source, Task, pair, plan
from zhen_align.errors import InputError
from zhen_align.types import Bead, Span

ZH = "土壤很干。\n\n水泵开启3秒。\n"  # the soil is dry; the pump opens for 3 seconds
EN = "The soil is dry.\n\nThe pump opens for 3 seconds.\n"


class Counter:
    """A watcher that keeps what it hears."""

    def __init__(self) -> None:
        """Hear nothing yet."""
        self.heard: list[object] = []

    def start(self, total: int) -> None:
        """Keep the total."""
        self.heard.append(total)

    def advance(self) -> None:
        """Keep the step."""
        self.heard.append("one more")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Return a folder with a pair, a text alone and a file in both languages."""
    for name, text in (
        ("a.zh.md", ZH),
        ("a.en.md", EN),
        ("b.md", "Nobody translated this.\n"),
        ("c.md", "The soil is dry.\n\n土壤很干。\n"),
        ("d.md", ""),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _names(planned: Sequence[Task]) -> list[list[str]]:
    return [[source.name for source in task.sources] for task in planned]


def test_files_that_go_together_are_one_task(texts: Path) -> None:
    """Chinese first; in the order of the names; each with its reason."""
    planned, errors = plan([str(texts)], Config(root=texts))
    assert _names(planned) == [["a.zh.md", "a.en.md"], ["b.md"], ["c.md"], ["d.md"]]
    assert errors == []
    assert all(task.why for task in planned)
    assert {task.cache for task in planned} == {texts}
    assert {task.cache for task in plan([str(texts)], Config(root=texts, cache=False))[0]} == {None}


def test_pairs_of_the_configuration_are_kept(tmp_path: Path) -> None:
    """Names that say nothing are paired by its globs."""
    for name, text in (("left/x.md", ZH), ("right/x.md", EN)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    rules = (PairRule(zh="left/*.md", en="right/*.md"),)
    planned, _ = plan([str(tmp_path)], Config(root=tmp_path, pairs=rules))
    assert _names(planned) == [["left/x.md", "right/x.md"]]


def test_paths_of_the_configuration_start_at_its_folder(
    texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of the user start where the user stands; both are named from the folder."""
    inner = texts / "inner"
    inner.mkdir()
    (inner / "e.md").write_text(EN, encoding="utf-8")
    monkeypatch.chdir(inner)
    config = Config(root=texts, paths=("b.md",))
    assert _names(plan([], config)[0]) == [["b.md"]]
    assert _names(plan(["e.md", "../c.md"], config)[0]) == [["c.md"], ["inner/e.md"]]


def test_paths_that_lead_nowhere_are_gathered(texts: Path) -> None:
    """A folder without texts beside others is no error; alone it is."""
    (texts / "empty").mkdir()
    config = Config(root=texts)
    planned, errors = plan(
        [str(texts / "b.md"), str(texts / "no.md"), str(texts / "empty")], config
    )
    assert _names(planned) == [["b.md"]]
    assert [error.where for error in errors] == [str(texts / "no.md")]
    planned, errors = plan([str(texts / "empty")], config)
    assert (planned, len(errors)) == ([], 1)


def test_two_named_files_are_a_pair_whatever_they_hold(texts: Path) -> None:
    """The user knows; a folder is not a file."""
    (task,) = pair(texts / "b.md", texts / "a.en.md", Config(root=texts))
    assert _names([task]) == [["b.md", "a.en.md"]]
    done = work(task)
    assert [each.name for each in done.alignments] == ["b.md|a.en.md"]
    with pytest.raises(InputError, match="is no file"):
        pair(texts, texts / "a.en.md", Config(root=texts))


def _run(folder: Path, *, jobs: int = 1, cache: bool = True) -> tuple[Session, Counter]:
    planned, errors = plan([str(folder)], Config(root=folder, cache=cache))
    assert errors == []
    watcher = Counter()
    return session.run(planned, watcher, jobs), watcher


def test_a_session_tells_paired_unpaired_and_blank(texts: Path) -> None:
    """Two files, a file in both languages; a text alone; nothing at all."""
    done, watcher = _run(texts)
    assert [each.name for each in done.paired] == ["a.zh.md|a.en.md", "c.md"]
    assert [each.path for each in done.unpaired] == ["b.md"]
    assert done.blank == ("d.md",)
    assert done.errors == ()
    assert watcher.heard == [4, *["one more"] * 4]


def test_a_warm_session_is_equal_and_does_nothing(
    texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every task is remembered, with its texts, as one document where it was one."""
    cold, _ = _run(texts)
    monkeypatch.setattr(session, "work", None)
    warm, watcher = _run(texts)
    assert warm == cold
    assert watcher.heard == [0]
    both = next(each for each in warm.alignments if each.name == "c.md")
    assert both.zh is both.en


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_changed_file_is_done_again_and_only_that(jobs: int, texts: Path) -> None:
    """By content, not by time."""
    _run(texts)
    (texts / "b.md").touch()
    (texts / "c.md").write_text("The soil is wet.\n\n土壤很湿。\n", encoding="utf-8")
    done, watcher = _run(texts, jobs=jobs)
    assert watcher.heard == [1, "one more"]
    assert done == _run(texts, cache=False)[0]


def test_files_that_turn_out_to_be_no_pair_are_two(texts: Path) -> None:
    """Names may lie: then each is a text alone, and no rule compares them."""
    (texts / "a.zh.md").write_text("Nor was this one.\n", encoding="utf-8")
    done, _ = _run(texts)
    assert [each.name for each in done.paired] == ["c.md"]
    assert [each.path for each in done.unpaired] == ["a.zh.md", "a.en.md", "b.md"]
    assert _run(texts)[0] == done


def test_one_unreadable_side_leaves_the_other(texts: Path) -> None:
    """The error is kept, the other file is read alone, and nothing of it is remembered."""
    (texts / "a.zh.md").write_bytes(b"\x00\x01\x02\x03" * 99)
    for _ in range(2):
        done, _ = _run(texts)
        assert [error.where for error in done.errors] == ["a.zh.md"]
        assert [each.path for each in done.unpaired] == ["a.en.md", "b.md"]


def _kept(folder: Path, task: Task) -> tuple[Cache, str]:
    cache = session.cache_at(folder)
    assert cache is not None
    return cache, work(task).key


@pytest.mark.parametrize("part", ["bead", "block", "number"])
def test_an_entry_that_does_not_fit_the_text_is_not_used(part: str, texts: Path) -> None:
    """A stranger's cache may say anything; offsets outside the file are never believed."""
    task = Task((Source("c.md", texts / "c.md"),), cache=texts)
    cache, key = _kept(texts, task)
    (whole,) = work(task).alignments
    bead, far = whole.beads[0], Span(1000, 1001)
    sentence = replace(bead.zh[0], span=far) if part == "bead" else replace(bead.zh[0], block=99)
    document = whole.zh
    if part == "block":
        document = replace(document, blocks=(replace(document.blocks[0], span=far),))
    beads: tuple[Bead, ...] = whole.beads if part == "block" else (replace(bead, zh=(sentence,)),)
    store.put(cache, key, [replace(whole, zh=document, en=document, beads=beads)])
    assert remember(task) is None
    store.put(cache, key, [whole])
    assert remember(task) is not None


def test_names_and_reasons_are_part_of_the_key() -> None:
    """The same bytes under another name are another entry: names stand in it."""
    keys = {
        store.key(settings, contents)
        for settings in (("why",), ("why not",))
        for contents in ({"a": b"x"}, {"b": b"x"}, {"a": b"x", "b": b""}, {"a": b"", "b": b"x"})
    }
    assert len(keys) == 8


def test_standard_input_is_a_source_like_others(
    monkeypatch: pytest.MonkeyPatch, texts: Path
) -> None:
    """It is named `-` and read once."""
    with (texts / "c.md").open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        planned, errors = plan([tasks.STDIN], Config(root=texts))
    assert errors == []
    assert planned[0].sources == (Source("-", data=(texts / "c.md").read_bytes()),)
    assert [each.name for each in work(planned[0]).alignments] == ["-"]
