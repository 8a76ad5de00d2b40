"""Finding and loading files."""

import os
from pathlib import Path

import pytest

from zhen_align.errors import InputError
from zhen_align.read.files import find, load


def make(base: Path, *names: str) -> None:
    """Make small texts."""
    for name in names:
        (base / name).parent.mkdir(parents=True, exist_ok=True)
        (base / name).write_text("词\n", encoding="utf-8")


def test_folders_files_and_globs(tmp_path: Path) -> None:
    """Known suffixes are found to the bottom, sorted, once; hidden and tools' folders are not."""
    make(tmp_path, "b.md", "a/z.txt", "a/c/y.html", "a/x.py", ".zhen/c.md", "a/node_modules/r.md")
    make(tmp_path, "a/.hidden.md", "odd.xyz")
    assert find(["."], tmp_path).names == ("a/c/y.html", "a/z.txt", "b.md")
    assert find(["a/**/*", "b.md", "b.md"], tmp_path).names[-1] == "b.md"
    assert find(["**/*.md"], tmp_path).names[-1] == "b.md"
    assert find(["odd.xyz"], tmp_path).names == ("odd.xyz",)
    found = find([str(tmp_path / "a")], tmp_path)
    assert found.path(found.names[0]).read_text(encoding="utf-8") == "词\n"


def test_paths_begin_where_the_user_stands(tmp_path: Path) -> None:
    """Names are from the base, paths from the start."""
    make(tmp_path, "docs/a.md")
    assert find(["a.md"], tmp_path, start=tmp_path / "docs").names == ("docs/a.md",)
    assert find(["docs"], tmp_path / "docs", start=tmp_path).names == ("a.md",)


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (["nowhere.md"], "nowhere.md: does not exist; check the path"),
        (["*.md"], "*.md: matches no text; quote the pattern, or widen it"),
        (["empty"], "empty: no texts here; name files, or folders with .htm .html"),
        (["loop.md"], "loop.md: is a link that leads to itself; mend or remove the link"),
    ],
)
def test_what_is_not_there(tmp_path: Path, paths: list[str], message: str) -> None:
    """One clear line for each way of naming nothing."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "loop.md").symlink_to("loop.md")
    with pytest.raises(InputError) as caught:
        find(paths, tmp_path)
    assert str(caught.value).startswith(message)


def test_links(tmp_path: Path) -> None:
    """Loops of folders end; links that leave the folder, or repeat a file, are not followed."""
    make(tmp_path, "in/a.md", "out/b.md", "in/.keep/c.md")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in")
    (tmp_path / "in/away.md").symlink_to(tmp_path / "out/b.md")
    (tmp_path / "in/again.md").symlink_to("a.md")
    (tmp_path / "in/broken.md").symlink_to("gone.md")
    (tmp_path / "in/kept.md").symlink_to(".keep/c.md")
    assert find(["in"], tmp_path).names == ("in/a.md", "in/kept.md")
    assert find(["in/away.md"], tmp_path).names == ("in/away.md",)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_what_is_no_file_is_passed_over(tmp_path: Path) -> None:
    """A pipe among the texts is not waited for."""
    make(tmp_path, "in/a.md")
    os.mkfifo(tmp_path / "in/b.md")
    assert find(["in"], tmp_path).names == ("in/a.md",)
    assert find(["in/*.md"], tmp_path).names == ("in/a.md",)


def test_load(tmp_path: Path) -> None:
    """A file is read with its encoding, its line ends and its name; an empty one has no blocks."""
    (tmp_path / "a.md").write_bytes("\ufeff# 模型\r\n".encode())
    document = load(tmp_path / "a.md", "x/a.md")
    assert (document.path, document.text, document.encoding) == (
        "x/a.md",
        "# 模型\r\n",
        "utf-8-sig",
    )
    (tmp_path / "empty.md").touch()
    assert load(tmp_path / "empty.md", "empty.md").blocks == ()


def test_unreadable_files_are_named(tmp_path: Path) -> None:
    """A file without permission, a missing one and a folder each say what they are."""
    make(tmp_path, "secret.md")
    with pytest.raises(InputError, match=r"gone\.md: does not exist; check the path"):
        load(tmp_path / "gone.md", "gone.md")
    with pytest.raises(InputError, match="d: is a folder; name a file"):
        load(tmp_path, "d")
    (tmp_path / "secret.md").chmod(0)
    if os.access(tmp_path / "secret.md", os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(InputError, match=r"secret\.md: may not be read"):
        load(tmp_path / "secret.md", "secret.md")
