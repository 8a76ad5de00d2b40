"""Every way out of the program: its exit code and its words."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer

import zhen_align
from zhen_align.cli.outcome import run
from zhen_align.errors import ConfigError, GlossaryError, InputError, UsageError, ZhenError

if TYPE_CHECKING:
    from tests.cli.conftest import Zhen

Ends = Callable[[BaseException | None], tuple[int, str]]


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ends:
    """Return what a command that raises this ends with: the code, and what it says."""

    def ending(error: BaseException | None) -> tuple[int, str]:
        app = typer.Typer(rich_markup_mode=None)

        @app.command()
        def command() -> None:
            if error is not None:
                raise error

        monkeypatch.setattr("zhen_align.cli.app.program", lambda _: app)
        return run([]), capsys.readouterr().err

    return ending


@pytest.mark.parametrize("kind", [UsageError, ConfigError, InputError, GlossaryError, ZhenError])
def test_what_a_user_can_mend_is_2(kind: type[ZhenError], ends: Ends) -> None:
    """Place, fault and remedy on one line, whatever the parts hold."""
    assert ends(kind("is\nodd", where="a.md:3", fix="mend it")) == (
        2,
        "error: a.md:3: is odd; mend it\n",
    )
    assert ends(kind("is odd")) == (2, "error: is odd\n")


def test_other_endings(ends: Ends) -> None:
    """Fine, findings, an interruption, a reader that has gone."""
    assert ends(None) == (0, "")
    assert ends(typer.Exit(1)) == (1, "")
    assert ends(KeyboardInterrupt()) == (130, "interrupted\n")
    assert ends(typer.Abort()) == (130, "interrupted\n")
    assert ends(BrokenPipeError()) == (0, "")


def test_a_bug_is_3_with_its_traceback_in_a_file(ends: Ends) -> None:
    """Short words on the screen; the file has what a developer needs."""
    code, said = ends(LookupError("lost"))
    assert code == 3
    first, second = said.splitlines()
    assert first == "error: a bug in zhen-align, not in your files: LookupError: lost"
    found = re.fullmatch(r"The traceback is in (\S+); please report it with that file .*", second)
    assert found is not None
    report = Path(found[1])
    text = report.read_text(encoding="utf-8")
    report.unlink()
    assert f"zhen-align {zhen_align.__version__}, Python {sys.version.split()[0]}" in text
    assert "Traceback" in text
    assert 'LookupError("lost")' not in first


def test_a_bug_where_no_file_can_be_written(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    """The traceback goes to standard error rather than nowhere."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    code, said = ends(LookupError("lost"))
    assert code == 3
    assert "Traceback" in said
    assert "CONTRIBUTING.md" in said


def test_wrong_usage_is_2(real_zhen: "Zhen") -> None:
    """What Typer finds is said like everything else, with where to look."""
    assert real_zhen("nonsense").err == (
        "error: No such command 'nonsense'; see zhen-align --help\n"
    )
    ran = real_zhen("align", "--top", "3")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: No such option: --top")
    assert ran.err.endswith("; see zhen-align align --help\n")


def test_without_a_command_there_is_help(real_zhen: "Zhen") -> None:
    """Nothing was asked for: that is wrong usage, and the help is not a result."""
    ran = real_zhen()
    assert (ran.code, ran.out) == (2, "")
    assert "Commands" in ran.err
    asked = real_zhen("--help")
    assert (asked.code, asked.err) == (0, "")
    assert asked.out == ran.err


def test_the_version(real_zhen: "Zhen") -> None:
    """One line that names the program."""
    ran = real_zhen("--version")
    assert (ran.code, ran.out, ran.err) == (0, f"zhen-align {zhen_align.__version__}\n", "")


@pytest.mark.parametrize("name", ["zhen-align", "zhen"])
def test_both_names_are_installed(name: str) -> None:
    """The long and the short one run the same program."""
    command = Path(sys.executable).with_name(name)
    done = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"zhen-align {zhen_align.__version__}\n"


@pytest.mark.parametrize("arguments", ["align corpus", "lint corpus", "--help"])
def test_a_reader_that_goes_away_is_no_trouble(arguments: str, garden: Path) -> None:
    """`| head -1`, and no complaint from anybody."""
    path = garden / "corpus" / "garden.md"
    path.write_text(path.read_text("utf-8") * 40, "utf-8")  # more than a pipe holds
    command = f"set -o pipefail; {sys.executable} -m zhen_align {arguments} | true"
    done = subprocess.run(["bash", "-c", command], cwd=garden, capture_output=True, check=False)
    assert done.stderr == b""
    assert done.returncode in (0, 1)


def test_undecodable_names_can_be_printed(garden: Path, real_zhen: "Zhen") -> None:
    """A file name that is no UTF-8 does not stop the output."""
    try:
        (garden / "corpus" / "garden.md").rename(garden / "corpus" / "g\udcff.md")
    except OSError:
        pytest.skip("this file system takes no such names")
    ran = real_zhen("align", "corpus")
    assert ran.code == 0
    assert "g\\udcff.md" in ran.out
