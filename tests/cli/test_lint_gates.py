"""`zhen-align lint` in a team: baseline, fixes, changed files."""

import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Zhen

DAMAGE = ("照看40株植物", "照看46株植物")  # 46 plants where the English says 40
RULES = "--rule=number-mismatch,term-forbidden"
# the probe's name is one that was decided against
GLOSSARY = "en\tabbr\tzh\tstatus\nprobe\t\t探针\tforbidden\nprobe\t\t探头\tpreferred\n"


def _text(folder: Path) -> str:
    return (folder / "corpus" / "garden.md").read_text(encoding="utf-8")


def _save(folder: Path, text: str) -> None:
    (folder / "corpus" / "garden.md").write_text(text, encoding="utf-8")


@pytest.fixture
def damaged(garden: Path) -> Path:
    """Return the garden with one wrong number in it."""
    _save(garden, _text(garden).replace(*DAMAGE))
    return garden


@pytest.fixture
def judged(garden: Path) -> Path:
    """Return the garden with a glossary that forbids one of its renderings."""
    (garden / "glossary").mkdir()
    (garden / "glossary" / "glossary.tsv").write_text(GLOSSARY, encoding="utf-8")
    return garden


def test_a_baseline_accepts_what_is_known(damaged: Path, zhen: "Zhen") -> None:
    """Writing it accepts everything; from then on only what is new fails."""
    ran = zhen("lint", RULES, "--write-baseline", "known.json")
    assert (ran.code, ran.err) == (0, "note: known.json accepts 1 finding\n")
    ran = zhen("lint", RULES, "--baseline", "known.json", "--strict-baseline")
    assert ran.code == 0
    assert ran.out.startswith("no findings; 1 finding in the baseline; checked 1 file")
    later = _text(damaged).replace("3 seconds", "30 seconds").replace("3秒", "40秒")
    _save(damaged, f"# 新的一章\n\n{later}")  # a new chapter
    ran = zhen("lint", RULES, "--baseline", "known.json", "--format", "json")
    assert ran.code == 1
    assert [f["found"] for f in json.loads(ran.out)["findings"]] == ["40"]


def test_a_baseline_is_renewed_in_place(damaged: Path, zhen: "Zhen") -> None:
    """Both options may name one file, from the first time on."""
    both = ("--baseline", "known.json", "--write-baseline", "known.json", "--strict-baseline")
    for _ in range(2):
        assert zhen("lint", RULES, *both).code == 0
    _save(damaged, _text(damaged).replace(DAMAGE[1], DAMAGE[0]))
    assert zhen("lint", RULES, *both).code == 0
    known = json.loads((damaged / "known.json").read_text(encoding="utf-8"))
    assert known["findings"] == []


def test_a_baseline_that_is_out_of_date(damaged: Path, zhen: "Zhen") -> None:
    """What is gone is listed; with --strict-baseline it fails, whatever the format."""
    zhen("lint", RULES, "--write-baseline", "known.json")
    _save(damaged, _text(damaged).replace(DAMAGE[1], DAMAGE[0]))
    ran = zhen("lint", RULES, "--baseline", "known.json")
    assert ran.code == 0
    assert "the baseline knows number-mismatch in corpus/garden.md, and it is gone: " in ran.out
    for style in ("text", "junit"):
        strict = zhen(
            "lint", RULES, "--baseline", "known.json", "--strict-baseline", "--format", style
        )
        assert strict.code == 1
    assert strict.err.startswith("note: the baseline knows number-mismatch in corpus/garden.md")


def test_a_baseline_of_a_deleted_file_is_out_of_date(damaged: Path, zhen: "Zhen") -> None:
    """One of a file that was not asked about is not."""
    zhen("lint", RULES, "--write-baseline", "known.json")
    (damaged / "corpus" / "other.md").write_text("Nothing.\n\n无。\n", encoding="utf-8")
    options = ("lint", "corpus/other.md", RULES, "--baseline", "known.json", "--strict-baseline")
    assert zhen(*options).code == 0
    (damaged / "corpus" / "garden.md").unlink()
    assert zhen(*options).code == 1


def test_a_baseline_by_configuration(damaged: Path, zhen: "Zhen") -> None:
    """Its path starts at the configuration's folder; writing it anew does not need it."""
    (damaged / "zhen-align.toml").write_text('baseline = "ci/known.json"', encoding="utf-8")
    (damaged / "ci").mkdir()
    assert zhen("lint", RULES).code == 2
    assert zhen("lint", RULES, "--write-baseline", "ci/known.json").code == 0
    assert zhen("lint", RULES).code == 0
    assert zhen("lint", "garden.md", RULES, cwd=damaged / "corpus").code == 0


def test_an_unreadable_baseline(damaged: Path, zhen: "Zhen") -> None:
    """Exit 2 before any work."""
    (damaged / "known.json").write_text("{", encoding="utf-8")
    ran = zhen("lint", "--baseline", "known.json")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: known.json:1: is no JSON: ")


def test_a_fix_changes_only_what_was_reported(judged: Path, zhen: "Zhen") -> None:
    """The rest of the file stays, the report is about the file as it is now."""
    before = _text(judged)
    assert zhen("lint", RULES).code == 1
    ran = zhen("lint", RULES, "--fix")
    assert (ran.code, ran.err) == (0, "note: fixed 1 finding in 1 file\n")
    assert ran.out.startswith("no findings; ")
    assert _text(judged) == before.replace("探针", "探头")
    assert zhen("lint", RULES, "--fix").err == ""


def test_a_fix_keeps_encoding_and_line_ends(judged: Path, zhen: "Zhen") -> None:
    """GB18030 with the line ends of another system."""
    file = judged / "corpus" / "garden.md"
    data = _text(judged).replace("\n", "\r\n").encode("gb18030")
    file.write_bytes(data)
    assert zhen("lint", RULES, "--fix").code == 0
    assert file.read_bytes() == data.replace("探针".encode("gb18030"), "探头".encode("gb18030"))


def test_what_is_hidden_is_not_fixed(judged: Path, zhen: "Zhen") -> None:
    """By a baseline, by a comment, by a rule that does not run."""
    before = _text(judged)
    zhen("lint", RULES, "--write-baseline", "known.json")
    assert zhen("lint", RULES, "--baseline", "known.json", "--fix").code == 0
    assert zhen("lint", "--rule", "number-mismatch", "--fix").code == 0
    assert _text(judged) == before
    _save(judged, f"<!-- zhen-align-disable-file term-forbidden -->\n\n{before}")
    zhen("lint", RULES, "--fix")
    assert "探针" in _text(judged)


def test_diff_writes_nothing(judged: Path, zhen: "Zhen") -> None:
    """It exits as lint would, and what it shows is what --fix does."""
    before = _text(judged)
    ran = zhen("lint", RULES, "--fix", "--diff")
    assert ran.code == 1
    assert ran.out.startswith("--- a/corpus/garden.md\n+++ b/corpus/garden.md\n@@ ")
    assert _text(judged) == before
    assert zhen("lint", RULES, "--diff").out == ran.out
    command = ["git", "apply", "--whitespace=nowarn", "-"]
    subprocess.run(command, input=ran.out.encode(), cwd=judged, check=True)
    patched = _text(judged)
    _save(judged, before)
    zhen("lint", RULES, "--fix")
    assert _text(judged) == patched


def test_a_file_that_may_not_be_written_is_said(judged: Path, zhen: "Zhen") -> None:
    """One line, exit 2."""
    file = judged / "corpus" / "garden.md"
    file.chmod(0o444)
    if os.access(file, os.W_OK):
        pytest.skip("nothing is forbidden to root")
    ran = zhen("lint", RULES, "--fix")
    assert ran.code == 2
    assert "cannot be written to" in ran.err


IDENTITY = ["-c", "user.name=somebody", "-c", "user.email=somebody@example.org"]


@pytest.fixture
def repo(damaged: Path) -> Path:
    """Return a repository with faults in two pairs, of two files and of one."""
    (damaged / "corpus" / "two.en.md").write_text(
        "The old robot walks on 50 legs.\n", encoding="utf-8"
    )
    (damaged / "corpus" / "two.zh.md").write_text(
        "旧的机器人用60条腿走路。\n", encoding="utf-8"
    )  # sixty legs
    for arguments in (["init", "-qb", "main"], ["add", "."], [*IDENTITY, "commit", "-qm", "x"]):
        subprocess.run(["git", *arguments], cwd=damaged, check=True)
    return damaged


def _places(zhen: "Zhen", *arguments: str) -> tuple[int, list[str], int]:
    """Return the exit code, the files of the findings and the number of files checked."""
    ran = zhen("lint", RULES, "--format", "json", *arguments)
    report = json.loads(ran.out)
    return ran.code, [f["path"] for f in report["findings"]], report["coverage"]["files"]


def test_only_changed_pairs_are_shown(repo: Path, zhen: "Zhen") -> None:
    """A change of the original shows what is wrong with the translation; all is judged."""
    both = ["corpus/garden.md", "corpus/two.zh.md"]
    assert _places(zhen) == (1, both, 3)
    assert _places(zhen, "--changed-since", "HEAD") == (0, [], 3)
    original = repo / "corpus" / "two.en.md"
    original.write_text("The old robot walks on 50 long legs.\n", encoding="utf-8")
    assert _places(zhen, "--changed-since", "HEAD") == (1, ["corpus/two.zh.md"], 3)
    shown = zhen("lint", RULES, "--changed-since", "HEAD").out
    assert "shown are pairs changed since HEAD: 2 of 3 files" in shown
    ran = zhen("lint", "--changed-since", "no-such-branch")
    assert (ran.code, ran.out) == (2, "")


def test_the_named_files_are_shown_and_the_whole_set_is_judged(repo: Path, zhen: "Zhen") -> None:
    """A commit's files alone would be texts without a partner."""
    assert _places(zhen, "corpus/two.zh.md") == (0, [], 1)
    assert _places(zhen, "--whole-set", "corpus/two.zh.md") == (1, ["corpus/two.zh.md"], 3)
    assert _places(zhen, "--whole-set", "corpus/two.en.md") == (1, ["corpus/two.zh.md"], 3)
    assert _places(zhen, "--whole-set")[2] == 3
    (repo / "README.md").write_text("Numbers, numbers.\n", encoding="utf-8")
    assert _places(zhen, "--whole-set", "README.md") == (0, [], 3)
    assert zhen("lint", "--whole-set", "no.md").code == 2


def test_without_configured_paths_the_whole_set_is_the_folder(repo: Path, zhen: "Zhen") -> None:
    """A project that has no corpus/ is all of its texts."""
    (repo / "corpus").rename(repo / "texts")
    assert _places(zhen, "--whole-set", "texts/two.zh.md") == (1, ["texts/two.zh.md"], 3)


def test_a_link_leads_to_what_has_changed(repo: Path, zhen: "Zhen") -> None:
    """git names the file, the configuration a link to its folder."""
    (repo / "corpus").rename(repo / "texts")
    for arguments in (["add", "."], [*IDENTITY, "commit", "-qm", "y"]):
        subprocess.run(["git", *arguments], cwd=repo, check=True)
    (repo / "corpus").symlink_to("texts")
    assert _places(zhen, "corpus", "--changed-since", "HEAD")[1] == []
    original = repo / "texts" / "two.en.md"
    original.write_text("The old robot walks on 50 long legs.\n", encoding="utf-8")
    assert _places(zhen, "corpus", "--changed-since", "HEAD")[1] == ["corpus/two.zh.md"]
    assert _places(zhen, "--whole-set", "texts/two.en.md")[1] == ["corpus/two.zh.md"]
