"""Where results go: whole or not at all, and as the place was before."""

import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from zhen_align.cli.output import check_writable, replace, wants_color, write
from zhen_align.errors import UsageError


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    """And nothing else lies beside it afterwards."""
    path = tmp_path / "out"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    write(["new ", "词"], str(path))  # word
    assert path.read_text(encoding="utf-8") == "new 词"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_is_as_open_as_others(tmp_path: Path) -> None:
    """A temporary file's privacy does not stick to it."""
    (tmp_path / "other").write_text("", encoding="utf-8")
    write("new", str(tmp_path / "out"))
    modes = {path.stat().st_mode for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What it points to is replaced."""
    (tmp_path / "real").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to("real")
    write("new", str(tmp_path / "link"))
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "new"


def test_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    """A pipe stays a pipe; as would a device, which no test should have at hand."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text("utf-8")), daemon=True)
    reader.start()
    write("new", str(pipe))
    reader.join(timeout=10)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert got == ["new"]


def test_an_error_while_writing_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old one whole, and no half-written neighbour."""
    path = tmp_path / "out"
    path.write_text("old", encoding="utf-8")

    for name, error in (("replace", OSError(28, "No space left")), ("fdopen", KeyboardInterrupt())):
        with monkeypatch.context() as patch:

            def fail(*_: object, error: BaseException = error) -> None:
                raise error

            patch.setattr(f"zhen_align.cli.output.os.{name}", fail)
            with pytest.raises((UsageError, KeyboardInterrupt)):
                replace(path, b"new")
        assert [each.read_text(encoding="utf-8") for each in tmp_path.iterdir()] == ["old"]


def test_an_error_while_working_writes_nothing(tmp_path: Path) -> None:
    """The pieces are made before the file is touched."""

    def pieces() -> Iterator[str]:
        yield "half"
        raise LookupError("lost")

    with pytest.raises(LookupError):
        write(pieces(), str(tmp_path / "out"))
    assert list(tmp_path.iterdir()) == []


def test_places_are_checked_before_the_work(tmp_path: Path) -> None:
    """Standard output and a new file are fine; a folder and a missing one are not."""
    check_writable("-")
    check_writable(str(tmp_path / "new"))
    with pytest.raises(UsageError, match="is a folder"):
        check_writable(str(tmp_path))
    with pytest.raises(UsageError, match="does not exist"):
        check_writable(str(tmp_path / "no" / "out"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_device_needs_no_folder_that_one_may_write_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """/dev belongs to root, and everybody writes to /dev/null; a file is replaced in its folder."""
    (tmp_path / "file").touch()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("file")
    monkeypatch.setattr(os, "access", lambda path, _: not Path(path).is_dir())
    check_writable(str(tmp_path / "pipe"))
    for name in ("file", "link", "new"):
        with pytest.raises(UsageError, match="cannot be written to"):
            check_writable(str(tmp_path / name))


def test_no_colour_in_a_file_or_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """And on a terminal only where nobody minds."""
    assert not wants_color("out.txt")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert wants_color("-")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not wants_color("-")


def test_a_device_that_is_full_is_no_bug_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is no file may refuse what is written to it, too."""
    os.mkfifo(tmp_path / "pipe")

    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(UsageError, match="No space left"):
        write("new", str(tmp_path / "pipe"))
