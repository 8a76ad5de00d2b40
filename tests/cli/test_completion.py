"""The Tab key: what is offered, in the shells that are installed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhen_align.cli.completion import SCRIPTS

if TYPE_CHECKING:
    from tests.cli.conftest import Zhen

ROWS = (
    "en\tabbr\tzh\tstatus\n"
    "neural network\tNN\t神经网络\tpreferred\n"
    "neural tissue\t\t神经组织\tadmitted\n"
)


@pytest.fixture
def shelf(tmp_path: Path, zhen: "Zhen") -> Path:
    """Return a folder with an indexed glossary."""
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "glossary.tsv").write_text(ROWS, encoding="utf-8")
    assert zhen("lookup", "NN").code == 0
    return tmp_path


# what is typed after the program's name, and what is offered
OFFERED = [
    (["lookup", "neural"], ["neural network", "neural tissue"], "terms, preferred first"),
    (["lookup", "Neural n"], ["neural network"], "without case"),
    (["lookup", "'neural t"], ["neural tissue"], "in an open quotation"),
    (["lookup", "neural\\ t"], ["neural tissue"], "with a quoted blank"),
    (["lookup", "神经网"], ["神经网络"], "Chinese"),  # neural network
    (["lookup", "神經網"], ["神经网络"], "Traditional"),
    (["lookup", "NN", "neural t"], ["neural tissue"], "a second term"),
    (["lookup", "--context", "neural"], [], "no term where a number stands"),
    (["loo"], ["lookup"], "commands"),
    (["lookup", "--conc"], ["--concordance"], "options"),
    (["lookup", "--status", "pre"], ["preferred"], "what an option knows"),
    (["rules", "number-m"], ["number-mismatch"], "rules"),
    (["completion", ""], ["bash", "zsh", "fish"], "shells"),
    (["nonsense", "--x"], [], "nothing for what is no command"),
]


@pytest.mark.parametrize(("typed", "offered", "gloss"), OFFERED, ids=[g for *_, g in OFFERED])
def test_offered(
    typed: list[str], offered: list[str], gloss: str, shelf: Path, zhen: "Zhen",
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """One candidate a line, as it is in the glossary."""
    monkeypatch.setenv("ZHEN_ALIGN_COMPLETE", str(len(typed)))
    ran = zhen(*typed)
    assert (ran.code, ran.out.splitlines(), ran.err) == (0, offered, "")


def test_without_an_index_nothing_is_offered(
    tmp_path: Path, zhen: "Zhen", monkeypatch: pytest.MonkeyPatch
) -> None:
    """The Tab key neither waits nor complains."""
    monkeypatch.setenv("ZHEN_ALIGN_COMPLETE", "2")
    ran = zhen("lookup", "ne")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


CALLS = {
    "bash": """
COMP_WORDS=(zhen-align lookup 'neural\\ n'); COMP_CWORD=2; _zhen_align_complete
printf '%s\\n' "${COMPREPLY[@]}"
""",
    "fish": "complete -C'zhen-align lookup neural\\ n'",
    "zsh": "print -r -- ok; functions _zhen_align_complete >/dev/null && print -r -- defined",
}
WANTED = {"bash": "neural\\ network\n", "fish": "neural network\n", "zsh": "ok\ndefined\n"}


@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_script_works_in_its_shell(shell: str, shelf: Path, zhen: "Zhen") -> None:
    """Blanks are quoted by the shell; a shell that is not installed is not asked."""
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not here")
    script = shelf / "script"
    before = "autoload -U compinit; compinit -D\n" if shell == "zsh" else ""
    script.write_text(before + zhen("completion", shell).out + CALLS[shell], encoding="utf-8")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [program, script], capture_output=True, cwd=shelf, check=False, encoding="utf-8",
        env={**os.environ, "PATH": path, "HOME": str(shelf)},
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (WANTED[shell], "")


def test_an_unknown_shell(zhen: "Zhen") -> None:
    """Is told what is known."""
    ran = zhen("completion", "fsh")
    assert (ran.code, "did you mean 'fish'?" in ran.err) == (2, True)
