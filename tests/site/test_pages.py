"""The pages: what they show works, and the Chinese ones say what the English ones say."""

import contextlib
import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from zhen_align.cli.outcome import run
from zhen_align.lint.rules import RULES, rule

ROOT = Path(__file__).parents[2]
CHINESE = sorted([ROOT / "README.zh-CN.md", *(ROOT / "docs").glob("*.zh-CN.md")])
SHOWN = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "corpus" / "README.md"])
_CODE = re.compile(r"```(?:console|bash)?\n(.*?)```|(?<!`)`([^`\n]+)`(?!`)", re.DOTALL)
_COMMAND = re.compile(r"(?:^|[|(\s])(?:\$ )?(?:zhen-align|zhen) ([a-z]+\b[^\n|#>]*)")


def _english(page: Path) -> Path:
    return page.with_name(page.name.replace(".zh-CN", ""))


def _commands(page: Path) -> Iterator[str]:
    """Yield what a page shows as our commands."""
    for code in _CODE.finditer(page.read_text("utf-8")):
        for command in _COMMAND.finditer(code[1] or code[2] or ""):
            yield command[1].strip()


def test_every_command_shown_has_its_options(pages: ModuleType) -> None:
    """Whatever a page shows as a command of ours is one, with options that it has."""
    known = {
        name: {option for each in command.params for option in (*each.opts, *each.secondary_opts)}
        | {"-h", "--help"}
        for name, command in pages.commands().items()
    }
    wrong, count = [], 0
    for page in SHOWN:
        for shown in _commands(page):
            name, *words = shlex.split(shown.replace("…", ""), comments=True, posix=False)
            count += 1
            options = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
            if name not in known or options - known[name]:
                wrong.append(f"{page.name}: zhen-align {shown}")
    assert wrong == []
    assert count > 150


@pytest.mark.parametrize("name", ["README.md", "docs/tutorial.md"])
def test_a_page_is_followed_literally(name: str, following: ModuleType) -> None:
    """Command by command; what comes is what the page shows."""
    others = [
        (step.command, printed)
        for step, printed in following.follow(name)
        if not following.fits(step.shown, printed)
    ]
    assert others == [], "python docs/follow.py --accept writes the outputs anew"


def test_what_fits_and_what_does_not(following: ModuleType) -> None:
    """A line of dots is any lines, dots in a line are any characters, all else is itself."""
    assert following.fits(("a …", "…", "d"), ["a b", "c", "", "d"])
    assert following.fits(("…",), [])
    assert not following.fits(("a",), ["a", "b"])
    assert not following.fits(("a.c",), ["abc"])
    assert not following.fits(("a …", "d"), ["a b", "c", "d"])
    assert following.renewed(("x…", "…", "z"), ["abc", "d", "e"]) == ["a…", "…", "e"]


@pytest.mark.parametrize("page", CHINESE, ids=lambda page: page.name)
def test_code_is_the_same_in_both_languages(page: Path) -> None:
    """So that what is run for one holds for the other."""
    blocks = re.compile(r"```.*?```", re.DOTALL)
    both = [blocks.findall(each.read_text("utf-8")) for each in (page, _english(page))]
    assert both[0] == both[1]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what `lint` says about all pairs of pages, with the glossary of the pages."""
    out = tmp_path_factory.mktemp("lint") / "out.json"
    names = [str(each) for page in CHINESE for each in (page, _english(page))]
    options = [
        "--glossary",
        str(ROOT / "docs" / "terms.tsv"),
        "--no-cache",
        "--quiet",
        "--exit-zero",
    ]
    with contextlib.chdir(ROOT):
        assert run(["lint", *names, *options, "--format", "json", "-o", str(out)]) == 0
    found: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return found


def test_the_chinese_is_no_error(report: dict[str, Any]) -> None:
    """No finding of level error; README and pages are pairs, each of them."""
    assert [f for f in report["findings"] if f["severity"] == "error"] == []
    assert report["coverage"]["pairs"] == len(CHINESE) > 5
    assert report["coverage"]["unpaired"] == []


def test_the_chinese_covers_all_of_the_english(report: dict[str, Any]) -> None:
    """Every sentence, heading and cell of the English pages has its Chinese."""
    assert report["coverage"]["aligned_share"]["en"] == 1.0
    missing = [f for f in report["findings"] if f["rule"] == "sentence-missing"]
    assert [f for f in missing if f["severity"] != "info"] == []  # a clause may be said in a word


def test_the_overview_of_rules_is_complete() -> None:
    """All rules, with the severity that they have."""
    for name in ("rules.md", "rules.zh-CN.md"):
        text = (ROOT / "docs" / name).read_text("utf-8")
        shown = re.findall(r"^\| \[`([a-z-]+)`\]\(rules/\1\.md\) \| (\w+) \|", text, re.MULTILINE)
        assert dict(shown) == {each: rule(each).SEVERITY.value for each in RULES}


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.name)
def test_configurations_shown_are_right(page: Path, tmp_path: Path) -> None:
    """Every TOML block of a page is one that the program takes."""
    for block in re.findall(r"```toml\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
        if "[language-server" in block:
            continue
        tomllib.loads(block)
        file = tmp_path / ("pyproject.toml" if "[tool" in block else "zhen-align.toml")
        file.write_text(block, "utf-8")
        (tmp_path / "glossary.tsv").write_text("en\tabbr\tzh\tstatus\n", "utf-8")
        code = run(
            ["lookup", "--config", str(file), "--glossary", str(tmp_path / "glossary.tsv"), "x"]
        )
        assert code == 1
