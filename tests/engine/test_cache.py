"""The cache: found again, never trusted, never in the way."""

import os
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from zhen_align.engine.cache import Cache, key_of

KEY = key_of(b"content")


def test_what_was_put_is_got(tmp_path: Path) -> None:
    """A value comes back from another cache object on the same folder."""
    Cache(tmp_path, "v1").put(KEY, {"zh": "注意力", "n": [1, 2.5, None]})  # attention
    assert Cache(tmp_path, "v1").get(KEY) == {"zh": "注意力", "n": [1, 2.5, None]}


def test_another_version_sees_nothing(tmp_path: Path) -> None:
    """What another version of the program made is not ours to read."""
    Cache(tmp_path, "v1").put(KEY, 1)
    assert Cache(tmp_path, "v2").get(KEY) is None


def test_the_cache_ignores_itself(tmp_path: Path) -> None:
    """Version control sees nothing of it."""
    Cache(tmp_path, "v1").put(KEY, 1)
    assert (tmp_path / ".zhen" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_parts_do_not_run_together() -> None:
    """Moving a byte from one part to the next gives another key."""
    assert len({key_of(b"ab", b"c"), key_of(b"a", b"bc"), key_of(b"abc"), key_of(b"abc", b"")}) == 4


def _entry(root: Path) -> Path:
    return next(path for path in (root / ".zhen" / "cache").rglob("*") if path.is_file())


DEEP = zlib.compress(b"[" * 200_000)
DAMAGE = {
    "empty": b"",
    "text": b"not compressed",
    "no JSON": zlib.compress(b"{"),
    "no UTF-8": zlib.compress(b'"\xff"'),
    "too deep": DEEP,
}


@pytest.mark.parametrize("data", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_entry_is_no_entry(data: bytes, tmp_path: Path) -> None:
    """Damage reads as nothing, and the next write mends it."""
    cache = Cache(tmp_path, "v1")
    cache.put(KEY, 1)
    _entry(tmp_path).write_bytes(data)
    assert cache.get(KEY) is None
    cache.put(KEY, 2)
    assert cache.get(KEY) == 2


def test_an_entry_cut_short_is_no_entry(tmp_path: Path) -> None:
    """Not even where what is left would still be JSON."""
    cache = Cache(tmp_path, "v1")
    cache.put(KEY, list(range(5000)))
    path = _entry(tmp_path)
    whole = path.read_bytes()
    for kept in (1, 10, -1):
        path.write_bytes(whole[:kept])
        assert cache.get(KEY) is None


def test_an_entry_too_large_to_be_ours_is_no_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small file that unpacks without end is not unpacked."""
    monkeypatch.setattr("zhen_align.engine.cache._LARGEST", 1000)
    cache = Cache(tmp_path, "v1")
    cache.put(KEY, "x" * 5000)
    assert cache.get(KEY) is None


@pytest.mark.parametrize("place", [".zhen", ".zhen/cache"])
def test_a_place_that_takes_no_folder_is_no_error(place: str, tmp_path: Path) -> None:
    """Where the cache cannot be, there is none."""
    path = tmp_path / place
    path.parent.mkdir(exist_ok=True)
    path.write_text("a file, where the folder should be", encoding="utf-8")
    cache = Cache(tmp_path, "v1")
    cache.put(KEY, 1)
    cache.trim()
    assert cache.get(KEY) is None


def test_trim_keeps_what_was_made_last(tmp_path: Path) -> None:
    """Above the limit the oldest entries go first."""
    cache = Cache(tmp_path, "v1")
    keys = [key_of(bytes([n])) for n in range(4)]
    for age, key in enumerate(keys):
        cache.put(key, "x" * 100)
        path = cache.entries / key[:2] / key
        os.utime(path, (1_000_000 - age, 1_000_000 - age))
    size = path.stat().st_size
    cache.trim(limit=2 * size)
    assert [cache.get(key) is not None for key in keys] == [True, True, False, False]


def test_trim_forgets_old_versions(tmp_path: Path) -> None:
    """The versions used last stay; the one in use always does."""
    for age, version in enumerate(["v5", "v4", "v3", "v2", "v1"]):
        cache = Cache(tmp_path, version)
        cache.put(KEY, version)
        os.utime(cache.entries, (1_000_000 - age, 1_000_000 - age))
    Cache(tmp_path, "v1").trim()
    left = [
        version for version in ("v1", "v2", "v3", "v4", "v5") if Cache(tmp_path, version).get(KEY)
    ]
    assert left == ["v1", "v4", "v5"]


def test_trim_sweeps_what_a_killed_run_left(tmp_path: Path) -> None:
    """A temporary file of an hour ago belongs to nobody; one of now may."""
    cache = Cache(tmp_path, "v1")
    cache.put(KEY, 1)
    folder = cache.entries / KEY[:2]
    for name in (".new-old", ".new-now"):
        (folder / name).write_bytes(b"half")
    os.utime(folder / ".new-old", (1_000_000, 1_000_000))
    cache.trim()
    assert sorted(path.name for path in folder.iterdir()) == [".new-now", KEY]


# Everything below stays inside `tmp_path`: what a link points to is a folder made there.
OTHERS = ["a/one.txt", "b/two.txt", "c/three.txt", "d/four.txt", "e/" + "0" * 40, "ab/five.txt"]


def _somebody_elses(root: Path) -> dict[str, bytes]:
    """Make a folder with folders that are not the cache's; return its files."""
    for name in OTHERS:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
        os.utime(path.parent, (1_000_000, 1_000_000))
    return _contents(root)


def _contents(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("link", [".zhen", ".zhen/cache", ".zhen/cache/v1", "shelf"])
def test_a_link_to_elsewhere_is_never_followed(link: str, tmp_path: Path) -> None:
    """Not to read, not to write, not to delete: a project may come with such a link."""
    elsewhere, project = tmp_path / "elsewhere", tmp_path / "project"
    project.mkdir()
    before = _somebody_elses(elsewhere)
    place = project / (f".zhen/cache/v1/{KEY[:2]}" if link == "shelf" else link)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(elsewhere, target_is_directory=True)
    cache = Cache(project, "v1")
    cache.put(KEY, 1)
    cache.trim(limit=0)
    assert cache.get(KEY) is None
    assert _contents(elsewhere) == before


def test_trim_deletes_entries_only(tmp_path: Path) -> None:
    """Whatever else lies in the cache's folder stays, however old and however much there is."""
    cache = Cache(tmp_path, "v1")
    cache.put(KEY, 1)
    _somebody_elses(cache.entries.parent)
    _somebody_elses(cache.entries)
    before = set(_contents(cache.entries.parent))
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / KEY).write_bytes(b"not ours")
    (cache.entries / "ff").symlink_to(outside, target_is_directory=True)
    (cache.entries / KEY[:2] / ("0" * 40)).symlink_to(outside / KEY)
    cache.trim(limit=0)
    assert (outside / KEY).read_bytes() == b"not ours"
    # the entry itself, and nothing else
    assert before - set(_contents(cache.entries.parent)) == {f"v1/{KEY[:2]}/{KEY}"}
    assert cache.get(KEY) is None


def test_an_entry_that_is_no_file_is_no_entry(tmp_path: Path) -> None:
    """A pipe or a link where an entry should be is neither read nor waited for."""
    cache = Cache(tmp_path, "v1")
    cache.put(KEY, 1)
    path = _entry(tmp_path)
    kept = path.rename(tmp_path / "kept")
    path.symlink_to(kept)
    assert cache.get(KEY) is None
    path.unlink()
    os.mkfifo(path)
    assert cache.get(KEY) is None


WRITER = """
import sys
from pathlib import Path
from zhen_align.engine.cache import Cache, key_of
cache = Cache(Path(sys.argv[1]), "v1")
for n in range(300):
    key = key_of(bytes([n % 3]))
    value = cache.get(key)
    assert value is None or value == [n % 3] * 2000, value
    cache.put(key, [n % 3] * 2000)
"""


def test_two_processes_at_once(tmp_path: Path) -> None:
    """Each reads whole entries only, whoever wrote them, and nothing is left lying about."""
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    said = [process.communicate()[1] for process in both]
    assert said == [b"", b""]
    files = [path for path in (tmp_path / ".zhen" / "cache").rglob("*") if path.is_file()]
    assert len(files) == 3


def test_nothing_is_pickled() -> None:
    """Reading a cache that came with a repository must not run what it says."""
    import zhen_align.engine as engine

    for path in Path(engine.__path__[0]).glob("*.py"):
        assert "import pickle" not in path.read_text(encoding="utf-8")


def test_names_that_are_no_text_are_kept(tmp_path: Path) -> None:
    """A file name may hold bytes that no encoding knows."""
    cache = Cache(tmp_path, "v1")
    cache.put(KEY, ["g\udcff.md"])
    assert cache.get(KEY) == ["g\udcff.md"]
