"""The index of a glossary answers as the rows do, and is never believed for too long."""

import os
import random
import sqlite3
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhen_align.engine import index_file, index_terms, index_update
from zhen_align.glossary.rows import Row, Status
from zhen_align.lookup import keys
from zhen_align.lookup.answer import answer
from zhen_align.lookup.memory import Memory
from zhen_align.lookup.readings import readings


class Quiet:
    """Watches nothing."""

    def start(self, total: int) -> None:
        """Hear of the work."""

    def advance(self) -> None:
        """Hear of a step."""


STAMP = index_terms.Stamp(1, 2, 3, 4)
# deep, large, graph / network, model, learning
EN = ["deep", "large", "graph", "network", "model", "learning", "R-CNN", "GPT-4"]
ZH = ["深度", "大", "图", "网络", "模型", "学习", "網絡", "LLM"]
QUERIES = ["deep model", "deepmodel", "modle", "graph netwrok", "网络", "图网洛", "大模型", "LLM",
           "DM", "shenduxuexi", "sdxx", "network", "largegraph", "", "R-CNN", "模"]  # fmt: skip
SETTINGS = settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


@st.composite
def tables(draw: st.DrawFn) -> list[Row]:
    """Draw rows of a few words, in file order."""
    parts = st.lists(st.tuples(st.sampled_from(EN), st.sampled_from(ZH)), min_size=1, max_size=3)
    rows = []
    for line, chosen in enumerate(draw(st.lists(parts, max_size=8)), start=2):
        en, zh = " ".join(e for e, _ in chosen), "".join(z for _, z in chosen)
        abbr = draw(st.sampled_from(["", "DM", "LLM"]))
        status = draw(st.sampled_from(list(Status)))
        rows.append(
            Row(en, zh, abbr, status, note=draw(st.sampled_from(["", "a\tb\\"])), line=line)
        )
    return rows


@pytest.fixture(scope="module")
def read() -> None:
    """Read all terms that can be drawn at once: the dictionary is gone through only then."""
    readings({"".join(p) for size in (1, 2, 3) for p in product(ZH, repeat=size)})


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return where an index may lie."""
    return tmp_path / ".zhen" / "lookup" / "terms.sqlite"


def _opened(path: Path) -> index_terms.Terms:
    found = index_terms.opened(path)
    assert found is not None
    return found


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(first=tables(), second=tables())
def test_file_and_memory_agree(
    first: list[Row], second: list[Row], place: Path, read: None
) -> None:
    """Made at once, or changed from another table: the answers are those of the rows."""
    for rows, anew in ((first, True), (second, False), ([*second, *first], False)):
        index_update.update(place, STAMP, rows, Quiet(), anew=anew)
        terms, memory = _opened(place), Memory(rows)
        for query in QUERIES:
            assert answer(terms, query) == answer(memory, query)
        terms.close()


def test_two_processes_make_the_index_that_one_makes(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte for byte, but for the time it was made at."""
    monkeypatch.setattr("zhen_align.engine.index_update.time.time_ns", lambda: 1)
    monkeypatch.setattr("zhen_align.engine.pool.cores", lambda: 2)
    rows = [Row(f"term {n % 7} of {n}", "词" * (1 + n % 3), f"T{n}", line=n) for n in range(2, 90)]
    index_update.update(place, STAMP, rows, Quiet(), anew=True)
    alone = place.read_bytes()
    monkeypatch.setattr(index_update, "_WORTH_A_PROCESS", 1)
    index_update.update(place, STAMP, rows, Quiet(), anew=True)
    seal = index_file._SEAL.size  # the time of the file is in it
    assert place.read_bytes()[:-seal] == alone[:-seal]


def test_a_changed_row_is_all_that_is_indexed(place: Path) -> None:
    """The other rows keep their numbers."""
    rows = [Row(f"term {word}", f"词{n}", line=n) for n, word in enumerate("abcdefghijkl", 2)]
    index_update.update(place, STAMP, rows, Quiet())
    watched: list[int] = []

    class Counting(Quiet):
        def start(self, total: int) -> None:
            watched.append(total)

    index_update.update(place, STAMP, [*rows[:-1], Row("term z", "新词", line=13)], Counting())
    assert watched == [2]  # one gone, one new
    assert answer(_opened(place), "term z").matches
    assert not answer(_opened(place), "term l").matches


def test_a_stamp_that_is_too_young_is_not_believed(tmp_path: Path, place: Path) -> None:
    """The glossary might be written once more without its times changing."""
    glossary = tmp_path / "glossary.tsv"
    glossary.write_text("x", encoding="utf-8")
    os.utime(glossary, ns=(10**18, 10**18))
    stamp = index_terms.Stamp.of(glossary)
    index_update.update(place, stamp, [Row("a", "甲")], Quiet())
    made = int(_opened(place).about()["made"])
    assert (index_terms.fresh(place, glossary) is not None) == (made >= stamp.settles)
    later = index_update.settled(glossary)
    index_update.update(place, later, [Row("a", "甲")], Quiet())
    if int(_opened(place).about()["made"]) >= later.settles:
        assert index_terms.fresh(place, glossary) is not None
    glossary.write_text("y", encoding="utf-8")
    assert index_terms.fresh(place, glossary) is None


def test_damage_anywhere_is_noticed(place: Path) -> None:
    """One byte, a lost end, or another file altogether."""
    index_update.update(place, STAMP, [Row("gradient", "梯度", line=2)], Quiet())
    whole = place.read_bytes()
    dice = random.Random(5)
    for _ in range(30):
        at = dice.randrange(len(whole) - 24)
        place.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(index_file.DamagedError):
            index_terms.opened(place)
    for data in (b"", b"x", whole[:-1], whole[: len(whole) // 2], b"no database" * 100):
        place.write_bytes(data)
        with pytest.raises(index_file.DamagedError):
            index_terms.opened(place)


def test_a_copy_is_as_good(place: Path) -> None:
    """Another time alone is no damage: the digest tells, and the time is set right."""
    index_update.update(place, STAMP, [Row("gradient", "梯度", line=2)], Quiet())
    given_time = place.stat().st_mtime_ns
    os.utime(place, ns=(1, 1))
    assert answer(_opened(place), "gradient").matches
    assert place.stat().st_mtime_ns == given_time


def test_no_link_is_followed(tmp_path: Path, place: Path) -> None:
    """Neither to read nor to write."""
    index_update.update(place, STAMP, [Row("gradient", "梯度", line=2)], Quiet())
    link = place.with_name("link.sqlite")
    link.symlink_to(place)
    assert index_terms.opened(link) is None
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    other = tmp_path / "other"
    other.mkdir()
    (other / ".zhen").symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(OSError, match="link"):
        index_update.update(other / ".zhen" / "lookup" / "t.sqlite", STAMP, [], Quiet())
    assert list(elsewhere.iterdir()) == []


def test_a_database_with_triggers_is_not_ours(place: Path) -> None:
    """Whoever made it, it would do things when it is changed."""

    def fill(made: sqlite3.Connection) -> None:
        made.execute("CREATE TRIGGER t AFTER INSERT ON row BEGIN DELETE FROM row; END")

    index_file.written(place, index_terms.SCHEMA, fill)
    with pytest.raises(index_file.DamagedError, match="not ours"):
        index_terms.opened(place)


def test_a_version_belongs_to_its_keys() -> None:
    """Where this fails, the keys have changed: write the new ones, and raise VERSION."""
    row = Row("R-CNN models", "图模型", "RCM", line=2)
    groups = (keys.of_row(row), keys.nearly(row, "tu2 mo2 xing2"))
    found = sorted(key for group in groups for _, each in group for key in each)
    assert index_terms.VERSION == 1
    assert found == [
        "aRCM",
        "bCNN",
        "c图",
        "c图模",
        "c型",
        "c模",
        "c模型",
        "er cnn model",
        "ercnn model",
        "h10<rcnnm",
        "h10>odels",
        "h3<r",
        "h3<图",
        "h3>cm",
        "h3>模型",
        "itmx",
        "krcm",
        "krcnnmodels",
        "ptumoxing",
        "smoxi",
        "stumo",
        "sxing",
        "wcnn",
        "wcnn model",
        "wmodel",
        "wr",
        "wr cnn",
        "z图模型",
    ]
