"""`zhen-align lint`: which rules, which formats, which exit code."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhen_align.lint.outputs import OUTPUTS

if TYPE_CHECKING:
    from tests.cli.conftest import Zhen

DAMAGE = ("照看40株植物", "照看46株植物")  # 46 plants where the English says 40
ONE = "--rule=number-mismatch"


@pytest.fixture
def damaged(garden: Path) -> Path:
    """Return the garden with one wrong number in it."""
    path = garden / "corpus" / "garden.md"
    path.write_text(path.read_text(encoding="utf-8").replace(*DAMAGE), encoding="utf-8")
    return garden


def test_only_the_rules_asked_for(damaged: Path, zhen: "Zhen") -> None:
    """By either name, once or often, with commas."""
    ran = zhen("lint", ONE)
    assert ran.code == 1
    assert ran.out.endswith("rules: number-mismatch\n")
    assert zhen("lint", "--select", "number-mismatch").out == ran.out
    both = zhen("lint", "--rule", "term-forbidden,number-mismatch")
    assert both.out.endswith("rules: number-mismatch, term-forbidden\n")
    assert zhen("lint", "--rule", "term-forbidden", ONE).out == both.out


def test_all_but_some_rules(damaged: Path, zhen: "Zhen") -> None:
    """What is ignored does not run, and the coverage says so."""
    ran = zhen("lint", "--ignore", "number-mismatch")
    assert "number-mismatch" not in ran.out
    assert zhen("lint", ONE, "--ignore", "number-mismatch").code == 0


def test_severities_by_path(damaged: Path, zhen: "Zhen") -> None:
    """An override for a folder, in the configuration."""
    file = damaged / "zhen-align.toml"
    override = '[[overrides]]\npaths = ["{}"]\nrules = {{number-mismatch = "info"}}\n'
    file.write_text(override.format("corpus/old"), encoding="utf-8")
    assert zhen("lint", ONE).code == 1
    file.write_text(override.format("corpus"), encoding="utf-8")
    ran = zhen("lint", ONE)
    assert (ran.code, ran.out.startswith("corpus/garden.md:7:")) == (0, True)
    assert " info number-mismatch" in ran.out


def test_ignore_entries(damaged: Path, zhen: "Zhen") -> None:
    """For formats without comments; one that hides nothing is told."""
    file = damaged / "zhen-align.toml"
    entry = 'ignore = [{{paths = ["*/garden.md"], rules = ["number-mismatch"], text = "{}"}}]'
    file.write_text(entry.format("46株"), encoding="utf-8")
    assert zhen("lint", ONE).code == 0
    file.write_text(entry.format("47株"), encoding="utf-8")
    ran = zhen("lint", ONE)
    assert ran.code == 1
    assert f"{file}: an ignore entry for number-mismatch hides nothing\n" in ran.out


def test_inline_comments(damaged: Path, zhen: "Zhen") -> None:
    """A comment above the line hides the finding; elsewhere it is told of."""
    path = damaged / "corpus" / "garden.md"
    text = path.read_text(encoding="utf-8")
    comment = "<!-- zhen-align-disable-next-line number-mismatch -- counted by hand -->\n\n"
    path.write_text(text.replace("一台", comment + "一台"), encoding="utf-8")
    assert zhen("lint", ONE).code == 0
    path.write_text(comment + text, encoding="utf-8")
    ran = zhen("lint", ONE)
    assert ran.code == 1
    assert "corpus/garden.md:1 disables number-mismatch, and nothing needed it\n" in ran.out


# options, and the exit code where the only finding is a warning
WARNED = [
    ([], 0),
    (["--fail-on", "warning"], 1),
    (["--max-warnings", "0"], 1),
    (["--max-warnings", "1"], 0),
    (["--max-warnings", "0", "--exit-zero"], 0),
]


@pytest.mark.parametrize("style", OUTPUTS)
@pytest.mark.parametrize(("arguments", "code"), WARNED, ids=[" ".join(a) for a, _ in WARNED])
def test_exit_codes(
    arguments: list[str], code: int, style: str, damaged: Path, zhen: "Zhen"
) -> None:
    """The same for every format."""
    file = damaged / "zhen-align.toml"
    file.write_text('rules = {number-mismatch = "warning"}', encoding="utf-8")
    ran = zhen("lint", ONE, "--format", style, *arguments)
    assert (ran.code, ran.err) == (code, "")


def test_most_warnings_by_configuration(damaged: Path, zhen: "Zhen") -> None:
    """The command line wins."""
    file = damaged / "zhen-align.toml"
    file.write_text('max-warnings = 0\nrules = {number-mismatch = "warning"}', encoding="utf-8")
    assert zhen("lint", ONE).code == 1
    assert zhen("lint", ONE, "--max-warnings", "5").code == 0


@pytest.mark.parametrize("style", OUTPUTS)
def test_every_format_is_also_written(style: str, damaged: Path, zhen: "Zhen") -> None:
    """To a file by `--write` or `-o`, byte for byte what is printed."""
    printed = zhen("lint", ONE, "--format", style).out
    ran = zhen("lint", ONE, "--write", f"{style}=w", "--format", style, "-o", "o")
    assert (ran.code, ran.out) == (1, "")
    for name in "wo":
        assert (damaged / name).read_bytes().decode() == printed


def test_the_format_of_github_actions(
    damaged: Path, zhen: "Zhen", monkeypatch: pytest.MonkeyPatch
) -> None:
    """There annotations are the default; what is named wins, and so does a file or a terminal."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert zhen("lint", ONE).out.startswith("::error file=corpus/garden.md,line=7")
    assert zhen("lint", ONE, "--format", "text").out.startswith("corpus/garden.md:7")
    zhen("lint", ONE, "-o", "o")
    assert (damaged / "o").read_text(encoding="utf-8").startswith("corpus/garden.md:7")
    monkeypatch.setenv("GITHUB_ACTIONS", "false")
    assert zhen("lint", ONE).out.startswith("corpus/garden.md:7")


def test_statistics(damaged: Path, zhen: "Zhen") -> None:
    """After the text; beside other formats on standard error, so that these stay readable."""
    table = "1  error    number-mismatch\n"
    assert zhen("lint", ONE, "--statistics").out.endswith(f"number-mismatch\n\n{table}")
    ran = zhen("lint", ONE, "--statistics", "--format", "json")
    assert ran.err == table
    json.loads(ran.out)


def test_formats_that_cannot_tell_leave_it_to_standard_error(damaged: Path, zhen: "Zhen") -> None:
    """What hides nothing is said somewhere; with --quiet it is not."""
    path = damaged / "corpus" / "garden.md"
    comment = "<!-- zhen-align-disable-next-line number-mismatch -->\n\n"
    path.write_text(comment + path.read_text(encoding="utf-8"), encoding="utf-8")
    ran = zhen("lint", ONE, "--format", "gitlab")
    said = "note: corpus/garden.md:1 disables number-mismatch, and nothing needed it\n"
    assert ran.err == said
    assert zhen("lint", ONE, "--format", "gitlab", "--quiet").err == ""
    assert zhen("lint", ONE, "--format", "gitlab", "--write", "text=t").err == ""


WRONG = [
    (["--rule", "numbr-mismatch"], "error: there is no rule 'numbr-mismatch'; did you mean 'numb"),
    (["--ignore", "numbr-mismatch"], "error: there is no rule 'numbr-mismatch'; did you mean "),
    (["--rule", ","], "error: --rule names no rule; zhen-align rules lists them"),
    (["--max-warnings", "-1"], "error: Invalid value for '--max-warnings'"),
    (["--strict-baseline"], "error: --strict-baseline has no baseline; name one with --baseline"),
    (["--baseline", "no.json"], "error: no.json: does not exist; make it with --write-baseline"),
    (["--baseline", "corpus"], "error: corpus: cannot be read: "),
    (["--write-baseline", "no/b.json"], "error: no/b.json: the folder no does not exist; "),
    (["--fix", "-"], "error: standard input cannot be fixed; name a file"),
    (["--fix", "--write-baseline", "b"], "error: --write-baseline and --fix do not go together; "),
    (["--whole-set", "-"], "error: standard input is no part of the whole set; leave out "),
    (["--write", "json=-"], "error: standard output: two results would go there; name a place "),
    (["-o", "x", "--write", "json=./x"], "error: ./x: two results would go there; name a place "),
    (["--write", "json=x", "--write-baseline", "x"], "error: x: two results would go there; "),
    (["--whole-set", "--changed-since", "x", "."], "error: --whole-set and --changed-since both "),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG, ids=[" ".join(a) for a, _ in WRONG])
def test_wrong_usage(arguments: list[str], said: str, garden: Path, zhen: "Zhen") -> None:
    """One line, exit 2, nothing printed."""
    ran = zhen("lint", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(said)
    assert ran.err.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_a_terminal_gets_colour(damaged: Path) -> None:
    """Text in colour, whatever GitHub Actions says, unless NO_COLOR is set."""
    import os
    import pty
    import subprocess

    for extra, coloured in (({}, True), ({"NO_COLOR": "1"}, False)):
        parent, child = pty.openpty()
        env = os.environ | {"GITHUB_ACTIONS": "true"} | extra
        env = {key: value for key, value in env.items() if key != "NO_COLOR" or extra}
        command = [sys.executable, "-m", "zhen_align", "lint", ONE, "--quiet"]
        with subprocess.Popen(command, stdout=child, cwd=damaged, env=env) as process:
            os.close(child)
            shown = b""
            while True:
                try:
                    piece = os.read(parent, 4096)
                except OSError:  # how Linux ends such a stream
                    break
                if not piece:
                    break
                shown += piece
        os.close(parent)
        assert process.returncode == 1
        assert (b"\x1b[31;1merror" in shown) is coloured
        assert b"corpus/garden.md:7" in shown
