"""Bad input, each through the real command: one clear line, the right code, no traceback."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Zhen

COMMANDS = ("build", "align", "lint")
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
as_root = pytest.mark.skipif(ROOT, reason="nothing is forbidden to root")


def _empty(folder: Path) -> str:
    (folder / "text.md").write_bytes(b"")
    return "text.md"


def _blank(folder: Path) -> str:
    (folder / "text.md").write_text(" \n\n\t\n", encoding="utf-8")
    return "text.md"


def _binary(folder: Path) -> str:
    (folder / "text.md").write_bytes(b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 8)
    return "text.md"


def _undecodable(folder: Path) -> str:
    # Chinese in UTF-8 with bytes in between that no encoding of ours knows
    text = "模型的训练需要数据。" * 20  # training a model takes data
    (folder / "text.md").write_bytes(text.encode() + b"\xff\x80\xff\xfe\x81" + text.encode())
    return "text.md"


def _folder_without_texts(folder: Path) -> str:
    (folder / "texts").mkdir()
    (folder / "texts" / "picture.png").write_bytes(b"\x89PNG\r\n")
    return "texts"


def _empty_folder(folder: Path) -> str:
    (folder / "texts").mkdir()
    return "texts"


def _missing(folder: Path) -> str:
    return "text.md"


def _no_match(folder: Path) -> str:
    return "texts/*.md"


def _link_to_itself(folder: Path) -> str:
    (folder / "text.md").symlink_to("text.md")
    return "text.md"


def _link_to_nothing(folder: Path) -> str:
    (folder / "text.md").symlink_to("elsewhere.md")
    return "text.md"


# how the input is made, and words that the complaint must have
CASES: dict[str, tuple[Callable[[Path], str], str]] = {
    "an empty file": (_empty, "text.md: "),
    "a file of blanks": (_blank, "text.md: "),
    "a binary file": (_binary, "text.md: "),
    "undecodable bytes": (_undecodable, "text.md:"),
    "a folder without texts": (_folder_without_texts, "texts: "),
    "an empty folder": (_empty_folder, "texts: "),
    "a path that does not exist": (_missing, "text.md: "),
    "a glob without a match": (_no_match, "texts/*.md: "),
    "a link to itself": (_link_to_itself, "text.md: "),
    "a link to nothing": (_link_to_nothing, "text.md: "),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("case", CASES)
def test_one_line_and_exit_2(case: str, command: str, tmp_path: Path, real_zhen: "Zhen") -> None:
    """The line names the place and what to do; nothing is printed as a result."""
    make, said = CASES[case]
    ran = real_zhen(command, make(tmp_path))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {said}")
    assert ran.err.count("\n") == 1
    assert "; " in ran.err


@as_root
def test_an_unreadable_file(tmp_path: Path, real_zhen: "Zhen") -> None:
    """A file that we may not read is named."""
    path = tmp_path / "text.md"
    path.write_text("text", encoding="utf-8")
    path.chmod(0)
    ran = real_zhen("align", "text.md")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: text.md: ")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs Linux's /proc")
def test_a_file_that_fails_while_it_is_read(garden: Path, real_zhen: "Zhen") -> None:
    """A disk error is named like any other trouble, and the other files are read."""
    (garden / "broken.md").symlink_to("/proc/self/mem")
    ran = real_zhen("align", "corpus", "broken.md")
    assert ran.code == 2
    assert ran.out.count("\n") >= 6
    assert ran.err.startswith("error: broken.md: cannot be read")
    assert ran.err.count("\n") == 1


def test_one_bad_file_among_many(garden: Path, real_zhen: "Zhen") -> None:
    """The rest is processed as if the bad one were not there; it is named; the end is 2."""
    alone = real_zhen("align", "corpus")
    (garden / "corpus" / "bad.md").write_bytes(b"\x00\x01\x02\x03" * 100)
    both = real_zhen("align", "corpus")
    assert (alone.code, both.code) == (0, 2)
    assert both.out == alone.out != ""
    assert both.err.startswith("error: corpus/bad.md: ")
    assert both.err.count("\n") == 1


def test_a_missing_path_among_others(garden: Path, real_zhen: "Zhen") -> None:
    """What is there is processed; what is not is named."""
    ran = real_zhen("align", "corpus", "nowhere.md")
    assert ran.code == 2
    assert ran.out == real_zhen("align", "corpus").out != ""
    assert ran.err.startswith("error: nowhere.md: ")


def test_an_empty_file_among_others_is_no_error(garden: Path, real_zhen: "Zhen") -> None:
    """A placeholder in a folder of texts must not fail a build; a note says that it is there."""
    (garden / "corpus" / "later.md").write_text("", encoding="utf-8")
    ran = real_zhen("align", "corpus")
    assert ran.code == 0
    assert "later.md" in ran.err
    assert real_zhen("align", "corpus", "--quiet").err == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_links_that_go_in_circles(command: str, garden: Path, real_zhen: "Zhen") -> None:
    """A folder that contains itself is walked once."""
    (garden / "corpus" / "again").symlink_to("..", target_is_directory=True)
    (garden / "corpus" / "loop").symlink_to("loop")
    ran = real_zhen(command, "corpus")
    assert ran.code == 0, ran.err
    assert "again" not in ran.out


def test_fifty_megabytes_on_one_line(tmp_path: Path, real_zhen: "Zhen") -> None:
    """No text has such lines: said at once, with the line, instead of after minutes."""
    sentence = "The probe measures the soil. 探针测量土壤。"
    line = sentence * (50_000_000 // len(sentence.encode()))
    (tmp_path / "line.md").write_text(f"# Soil\n{line}", "utf-8")
    start = time.monotonic()
    ran = real_zhen("align", "line.md", "-o", "out.jsonl")
    assert time.monotonic() - start < 20
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "error: line.md:2: a line of 50,000,000 bytes is no line of a text; "
        "break it up, or leave the file out\n"
    )
    assert not (tmp_path / "out.jsonl").exists()


def test_a_long_line_is_read(tmp_path: Path, real_zhen: "Zhen") -> None:
    """A paragraph of two hundred thousand characters is unusual, and a text."""
    english = "The probe measures the soil. " * 3500
    chinese = "探针测量土壤。" * 14000
    (tmp_path / "line.md").write_text(f"{english}\n\n{chinese}\n", "utf-8")
    assert real_zhen("align", "line.md", "-o", "out.jsonl").code == 0


@pytest.mark.parametrize("command", ["align", "lint"])
def test_an_output_folder_that_does_not_exist(
    command: str, garden: Path, real_zhen: "Zhen"
) -> None:
    """Said before the work, and no folder is made in the wrong place."""
    ran = real_zhen(command, "corpus", "-o", "no/where.txt")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "error: no/where.txt: the folder no does not exist; make it, or name another\n"
    )
    assert not (garden / "no").exists()


@as_root
def test_an_output_folder_that_is_read_only(garden: Path, real_zhen: "Zhen") -> None:
    """Said in a line."""
    folder = garden / "locked"
    folder.mkdir(mode=0o500)
    ran = real_zhen("align", "corpus", "-o", "locked/out.jsonl")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: locked/out.jsonl: cannot be written to; name another place\n"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs Linux's /proc")
def test_an_output_folder_that_takes_no_files(garden: Path, real_zhen: "Zhen") -> None:
    """Root too meets folders that refuse: the kernel's own."""
    ran = real_zhen("align", "corpus", "-o", "/proc/self/out.jsonl")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: /proc/self/out.jsonl: cannot be written")
    assert ran.err.count("\n") == 1


def test_an_output_that_is_a_folder(garden: Path, real_zhen: "Zhen") -> None:
    """A folder is not replaced by a file."""
    ran = real_zhen("align", "corpus", "-o", "corpus")
    assert (ran.code, ran.err) == (2, "error: corpus: is a folder; name a file to write\n")


@pytest.mark.parametrize(("jobs", "to"), [("1", "one"), ("2", "one"), ("2", "all")])
def test_ctrl_c(jobs: str, to: str, tmp_path: Path) -> None:
    """130, one word, nothing half-written; a terminal sends it to the workers too."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    paragraph = "The probe {} measures the soil.\n\n探针{}测量土壤。\n\n"
    for n in range(40):
        text = "".join(paragraph.format(n * 1000 + m, n * 1000 + m) for m in range(300))
        (folder / f"{n:02}.md").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "zhen_align", "build", "corpus", "--jobs", jobs]
    process = subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    time.sleep(3)
    if to == "all":
        os.killpg(process.pid, signal.SIGINT)
    else:
        process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, "", "interrupted\n")
    assert not (tmp_path / "glossary").exists()
    assert [path for path in tmp_path.iterdir() if path.name not in ("corpus", ".zhen")] == []
