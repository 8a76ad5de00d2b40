"""`zhen-align init`: what it writes works, and what is there stays."""

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhen_align import __version__
from zhen_align.config import load

yaml = pytest.importorskip("yaml")

if TYPE_CHECKING:
    from tests.cli.conftest import Zhen

WORKFLOW = ".github/workflows/zhen-align.yml"
HOOKS = ".pre-commit-config.yaml"
INSTALL = f'pip install "zhen-align=={__version__}"'


def test_what_it_writes_works(garden: Path, zhen: "Zhen") -> None:
    """The configuration loads and lint runs with it; the version is this one."""
    ran = zhen("init")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"wrote zhen-align.toml\nwrote {WORKFLOW}\nwrote {HOOKS}\n")
    config = load(garden)
    assert (config.file, config.paths) == ((garden / "zhen-align.toml").resolve(), ("corpus",))
    assert zhen("lint").code == 0
    job = yaml.safe_load((garden / WORKFLOW).read_text(encoding="utf-8"))
    assert job["permissions"] == {"contents": "read"}
    commands = [step["run"] for step in job["jobs"]["lint"]["steps"] if "run" in step]
    assert commands[0] == INSTALL
    (repo,) = yaml.safe_load((garden / HOOKS).read_text(encoding="utf-8"))["repos"]
    assert repo["hooks"][0]["additional_dependencies"] == [f"zhen-align=={__version__}"]


def test_every_example_of_the_configuration_fits(garden: Path, zhen: "Zhen") -> None:
    """With all examples switched on it still loads, and what a team decides is there."""
    zhen("init")
    file = garden / "zhen-align.toml"
    text = file.read_text(encoding="utf-8")
    example = re.compile(r"^# (?=[a-z-]+ = |\[\[)", re.MULTILINE)
    file.write_text(example.sub("", text), encoding="utf-8")
    assert load(garden).overrides[0].paths == ("docs/archive",)
    assert zhen("lint", "corpus").code == 2  # the baseline of the example is not there
    shown = set(tomllib.loads(file.read_text(encoding="utf-8")))
    assert shown >= {"paths", "glossary", "target", "pairs", "fail-on", "max-warnings", "baseline"}
    assert shown >= {"rules", "overrides", "ignore"}


def test_gitlab(garden: Path, zhen: "Zhen") -> None:
    """Its job writes the reports that it hands on."""
    assert zhen("init", "--ci", "gitlab").code == 0
    job = yaml.safe_load((garden / ".gitlab-ci.yml").read_text(encoding="utf-8"))["zhen-align"]
    assert job["script"][0] == INSTALL
    for report in job["artifacts"]["reports"].values():
        assert f"={report}" in job["script"][1]
    assert not (garden / WORKFLOW).exists()


def test_no_ci(garden: Path, zhen: "Zhen") -> None:
    """Only what was asked for."""
    assert zhen("init", "--ci", "none").code == 0
    assert {path.name for path in garden.iterdir()} == {"corpus", "zhen-align.toml", HOOKS}


@pytest.mark.parametrize("name", ["zhen-align.toml", WORKFLOW, HOOKS])
def test_nothing_is_overwritten(name: str, garden: Path, zhen: "Zhen") -> None:
    """What exists is named and stays to the byte; what it lacks is printed, the rest written."""
    (garden / name).parent.mkdir(parents=True, exist_ok=True)
    (garden / name).write_text("# mine\n", encoding="utf-8")
    ran = zhen("init")
    assert ran.code == 2
    assert ran.err == (f"error: {name}: exists already; take over by hand what is printed for it\n")
    assert f"# for {name}, which is left as it is:\n" in ran.out
    assert (garden / name).read_text(encoding="utf-8") == "# mine\n"
    assert all((garden / each).exists() for each in ("zhen-align.toml", WORKFLOW, HOOKS))


def test_twice(garden: Path, zhen: "Zhen") -> None:
    """The second time everything is there."""
    zhen("init")
    before = (garden / "zhen-align.toml").read_bytes()
    ran = zhen("init")
    assert (ran.code, ran.err.count("\n")) == (2, 3)
    assert (garden / "zhen-align.toml").read_bytes() == before


def test_a_link_that_leads_nowhere_is_not_followed(garden: Path, zhen: "Zhen") -> None:
    """Writing through it would make a file that nobody asked for."""
    (garden / HOOKS).symlink_to(garden / "elsewhere")
    assert zhen("init").code == 2
    assert not (garden / "elsewhere").exists()


def test_a_project_that_is_configured_elsewhere(garden: Path, zhen: "Zhen") -> None:
    """A second configuration would hide the first."""
    (garden / "pyproject.toml").write_text("[tool.zhen-align]\njobs = 1\n", encoding="utf-8")
    ran = zhen("init")
    assert ran.err.startswith("error: pyproject.toml: exists already; ")
    assert not (garden / "zhen-align.toml").exists()
    # what is to be taken over by hand fits there, every table of it
    shown = ran.out.partition("left as it is:\n")[2].partition("\nwrote ")[0]
    (garden / "pyproject.toml").write_text(
        shown.replace("# [[", "[[").replace("# paths", "paths").replace("# rules", "rules"),
        encoding="utf-8",
    )
    config = load(garden)
    assert (config.paths, len(config.overrides), len(config.ignore)) == (("corpus",), 1, 1)


def test_an_unknown_ci(garden: Path, zhen: "Zhen") -> None:
    """Nothing is written."""
    ran = zhen("init", "--ci", "githubb")
    assert (ran.code, ran.err) == (
        2,
        "error: --ci does not know 'githubb'; did you mean 'github'?\n",
    )
    assert [path.name for path in garden.iterdir()] == ["corpus"]
