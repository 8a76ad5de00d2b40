"""The glossary file is whole at every moment, whatever happens while it is written."""

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from zhen_align.errors import GlossaryError
from zhen_align.glossary import store
from zhen_align.glossary.merge import merge
from zhen_align.glossary.rows import Row, Status, Table, render
from zhen_align.terms.candidate import Candidate

LAYER = Candidate("layer", "", "层", 2, 1.0, 0.5)  # 层: layer


def grown(table: Table) -> Table:
    """Merge one candidate."""
    return merge(table, [LAYER])


def test_update_writes_once(tmp_path: Path) -> None:
    """The folder is made, the file is written, and equal bytes are not written again."""
    path = tmp_path / "glossary" / "g.tsv"
    assert store.update(path, grown).written
    before = path.stat()
    assert not store.update(path, grown).written
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert store.read(path).rows[0].zh == "层"
    assert os.listdir(path.parent) == ["g.tsv"]


def test_nothing_found_makes_no_file(tmp_path: Path) -> None:
    """An empty glossary is not worth a file; none is read as empty."""
    path = tmp_path / "g.tsv"
    assert not store.update(path, lambda table: table).written
    assert not path.exists()
    assert store.read(path) == Table()


def test_preview_writes_nothing(tmp_path: Path) -> None:
    """A preview says what would happen."""
    path = tmp_path / "g.tsv"
    outcome = store.preview(path, grown)
    assert outcome.written
    assert len(outcome.after.rows) == 1
    assert not path.exists()


def test_the_old_file_is_never_written_into(tmp_path: Path) -> None:
    """Who has the old file open reads it whole: the new one only takes its name."""
    path = tmp_path / "g.tsv"
    path.write_text(render(Table()), encoding="utf-8")
    with path.open(encoding="utf-8") as held:
        store.update(path, grown)
        assert held.read() == render(Table())


def test_mode_and_link_stay(tmp_path: Path) -> None:
    """The file keeps its mode, and a link to it stays a link."""
    real, link = tmp_path / "real.tsv", tmp_path / "link.tsv"
    real.write_text(render(Table()), encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    store.update(link, grown)
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert len(store.read(real).rows) == 1


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_full_disk_harms_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """The old file stays whole, the error says why, nothing is left beside it."""
    path = tmp_path / "g.tsv"
    path.write_text(render(Table()), encoding="utf-8")
    old = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(GlossaryError) as caught:
        store.update(path, grown, "g.tsv")
    assert str(caught.value).startswith(f"g.tsv: cannot be written: {os.strerror(code)};")
    assert path.read_bytes() == old
    assert os.listdir(tmp_path) == ["g.tsv"]


def test_a_bad_row_stops_the_change(tmp_path: Path) -> None:
    """Where the file cannot be trusted, nothing is written."""
    path = tmp_path / "g.tsv"
    path.write_text("en\tzh\tstatus\na\tb\n", encoding="utf-8")
    with pytest.raises(GlossaryError, match=r"^g.tsv:2: 2 fields, but the header names 3"):
        store.update(path, grown, "g.tsv")
    assert path.read_text(encoding="utf-8") == "en\tzh\tstatus\na\tb\n"


def test_bytes_that_are_no_utf8_are_named_by_line(tmp_path: Path) -> None:
    """An undecodable byte is an error with its line; UTF-16 with a mark is read."""
    path = tmp_path / "g.tsv"
    path.write_bytes("en\tzh\tstatus\na\t层\tkeep\n".encode("gbk"))
    with pytest.raises(GlossaryError, match=r"^g.tsv:2: this is not UTF-8"):
        store.read(path, "g.tsv")
    path.write_bytes("en\tzh\tstatus\r\na\t层\tkeep\r\n".encode("utf-16"))
    assert store.read(path).rows == (Row("a", "层", status=Status.KEEP),)


def test_an_editor_s_save_in_between_is_not_lost(tmp_path: Path) -> None:
    """Who saves while the program is thinking is read again."""
    path = tmp_path / "g.tsv"
    times: list[int] = []

    def slow(table: Table) -> Table:
        if not times:
            kept = Table((Row("kernel", "核", status=Status.PREFERRED),))
            path.write_text(render(kept), encoding="utf-8")
        times.append(1)
        return grown(table)

    store.update(path, slow)
    assert [row.en for row in store.read(path).rows] == ["kernel", "layer"]


def test_two_programs_take_turns(tmp_path: Path) -> None:
    """Changes made at once all arrive."""
    path = tmp_path / "g.tsv"

    def add(n: int) -> None:
        def change(table: Table) -> Table:
            time.sleep(0.002)
            return replace(table, rows=(*table.rows, Row(f"t{n}", "层", status=Status.KEEP)))

        store.update(path, change)

    threads = [threading.Thread(target=add, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(row.en for row in store.read(path).rows) == [f"t{n}" for n in range(8)]


WRITER = """
import sys
from pathlib import Path
from zhen_align.glossary import store
from zhen_align.glossary.rows import Row, Status, Table
print("ready", flush=True)
n = 0
while True:
    n += 1
    rows = tuple(Row(f"t{i:04}", "层", status=Status.KEEP, note=str(n)) for i in range(400))
    store.update(Path(sys.argv[1]), lambda table: Table(rows))
"""


def test_a_killed_writer_leaves_a_whole_file(tmp_path: Path) -> None:
    """Killed at any moment, the file holds one version entirely, and work goes on."""
    path = tmp_path / "g.tsv"
    for delay in (0.001, 0.004, 0.007, 0.011, 0.016, 0.023):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(delay)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        rows = store.read(path).rows
        assert len(rows) in (0, 400)
        assert len({row.note for row in rows}) <= 1
    store.update(path, lambda _: Table((Row("a", "层", status=Status.KEEP),)))
    assert os.listdir(tmp_path) == ["g.tsv"]
