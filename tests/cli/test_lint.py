"""`zhen-align lint` from its arguments to its exit code."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Zhen

# Chinese says 46 plants where English says 40
DAMAGE = ("照看40株植物", "照看46株植物")
FORBIDDEN = "en\tabbr\tzh\tstatus\nsoil moisture\tSM\t土壤湿度\tforbidden\n"


@pytest.fixture
def damaged(garden: Path) -> Path:
    """Return the garden with one wrong number in it."""
    path = garden / "corpus" / "garden.md"
    path.write_text(path.read_text(encoding="utf-8").replace(*DAMAGE), encoding="utf-8")
    return garden


def test_a_right_translation_is_green_and_says_what_was_checked(garden: Path, zhen: "Zhen") -> None:
    """No finding, exit 0, and a line that tells green from blind."""
    ran = zhen("lint")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("no findings; checked 1 file, 1 pair; aligned 100% of the Chinese")


def test_a_wrong_number_is_found_at_its_place(damaged: Path, zhen: "Zhen") -> None:
    """Exit 1; the place is exact, in the text of the file."""
    ran = zhen("lint", "--format", "json")
    assert (ran.code, ran.err) == (1, "")
    report = json.loads(ran.out)
    (finding,) = report["findings"]
    text = (damaged / "corpus" / "garden.md").read_text(encoding="utf-8")
    assert finding["rule"] == "number-mismatch"
    assert finding["path"] == "corpus/garden.md"
    assert text[finding["start"] : finding["end"]] == finding["found"]
    assert "46" in finding["found"]
    assert report["coverage"]["pairs"] == 1


def test_a_forbidden_rendering_is_found(garden: Path, zhen: "Zhen") -> None:
    """The glossary is the configured one, or the one that is named."""
    (garden / "other.tsv").write_text(FORBIDDEN, encoding="utf-8")
    assert zhen("lint").code == 0
    named = zhen("lint", "--glossary", "other.tsv")
    assert named.code == 1
    assert "term-forbidden" in named.out
    (garden / "zhen-align.toml").write_text('glossary = "other.tsv"', encoding="utf-8")
    assert zhen("lint").out == named.out


# options, and the exit code where the only finding is an error
ENDS = [
    (["--fail-on", "info"], 1),
    (["--fail-on", "warning"], 1),
    (["--fail-on", "error"], 1),
    (["--exit-zero"], 0),
    (["--exit-zero", "--format", "sarif"], 0),
    (["--format", "github"], 1),
]


@pytest.mark.parametrize(("arguments", "code"), ENDS, ids=[" ".join(a) for a, _ in ENDS])
def test_exit_codes(arguments: list[str], code: int, damaged: Path, zhen: "Zhen") -> None:
    """The same for every format."""
    assert zhen("lint", *arguments).code == code


def test_severities_come_from_the_configuration(damaged: Path, zhen: "Zhen") -> None:
    """A milder rule does not fail; one that is off finds nothing."""
    file = damaged / "zhen-align.toml"
    file.write_text('rules = {number-mismatch = "warning"}', encoding="utf-8")
    assert zhen("lint").code == 0
    assert zhen("lint", "--fail-on", "warning").code == 1
    file.write_text('fail-on = "warning"\nrules = {number-mismatch = "warning"}', "utf-8")
    assert zhen("lint").code == 1
    file.write_text('rules = {number-mismatch = "off"}', encoding="utf-8")
    assert zhen("lint", "--fail-on", "info").code == 0


def test_more_formats_from_one_run(damaged: Path, zhen: "Zhen") -> None:
    """`--write` adds files; what is printed stays the same."""
    plain = zhen("lint")
    ran = zhen("lint", "--write", "json=out.json", "--write", "sarif=out.sarif")
    assert (ran.code, ran.out) == (1, plain.out)
    assert len(json.loads((damaged / "out.json").read_text(encoding="utf-8"))["findings"]) == 1
    assert json.loads((damaged / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_a_bad_file_wins_over_findings(damaged: Path, zhen: "Zhen") -> None:
    """What was found is printed; the exit is 2, since not all was checked."""
    (damaged / "corpus" / "bad.md").write_bytes(b"\x00\x01\x02\x03" * 100)
    ran = zhen("lint", "corpus")
    assert ran.code == 2
    assert "number-mismatch" in ran.out
    assert ran.err.startswith("error: corpus/bad.md: ")


WRONG = [
    (["--format", "jsn"], "error: --format does not know 'jsn'; did you mean 'json'?"),
    (["--fail-on", "fatal"], "error: --fail-on does not know 'fatal'; known are "),
    (["--write", "json"], "error: --write 'json' names no file; write it as FORMAT=FILE"),
    (["--write", "jsn=x"], "error: --write does not know 'jsn'; did you mean 'json'?"),
    (["--write", "json=no/x"], "error: no/x: the folder no does not exist; "),
    (["--glossary", "no.tsv"], "error: "),
    (["--config", "no.toml"], "error: no.toml: cannot be read: No such file"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG, ids=[" ".join(a) for a, _ in WRONG])
def test_wrong_usage(arguments: list[str], said: str, garden: Path, zhen: "Zhen") -> None:
    """One line, exit 2, nothing printed, nothing written."""
    ran = zhen("lint", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(said)
    assert ran.err.count("\n") == 1
    assert not (garden / "x").exists()


def test_an_unknown_rule_is_an_error(garden: Path, zhen: "Zhen") -> None:
    """In the configuration, with the file that holds it and the nearest name."""
    file = garden / "zhen-align.toml"
    file.write_text('rules = {number-mismach = "off"}', encoding="utf-8")
    ran = zhen("lint")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"error: {file}:1: there is no rule 'number-mismach'; did you mean 'number-mismatch'?\n"
    )


def test_a_broken_glossary_is_said_with_its_line(garden: Path, zhen: "Zhen") -> None:
    """Before any work; nothing is checked against half a glossary."""
    (garden / "glossary").mkdir()
    (garden / "glossary" / "glossary.tsv").write_text(
        "en\tabbr\tzh\tstatus\nsoil\t土壤\tcandidate\n", encoding="utf-8"
    )
    for command in ("lint", "build"):
        ran = zhen(command)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("error: glossary/glossary.tsv:2: 3 fields")


def test_no_colour_into_a_pipe(damaged: Path, zhen: "Zhen") -> None:
    """Colour is for terminals."""
    assert "\x1b" not in zhen("lint").out
