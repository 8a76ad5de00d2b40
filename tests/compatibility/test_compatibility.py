"""Files that earlier versions wrote: this one reads them all, and means the same by them."""

import contextlib
import io
import json
import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator as Validator

from zhen_align import __version__
from zhen_align.cli.outcome import run
from zhen_align.config import load
from zhen_align.glossary.rows import parse, render
from zhen_align.read.files import read

HERE = Path(__file__).parent
VERSIONS = sorted(each.name for each in HERE.iterdir() if (each / "glossary.tsv").exists())
Zhen = Callable[..., tuple[int, str]]


@pytest.fixture(params=VERSIONS)
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a copy of what a version wrote."""
    folder = tmp_path / "project"
    shutil.copytree(HERE / request.param, folder)
    return folder


@pytest.fixture
def zhen(project: Path, monkeypatch: pytest.MonkeyPatch) -> Zhen:
    """Return the command as it is now, in that project."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)

    def start(*arguments: str) -> tuple[int, str]:
        out = io.TextIOWrapper(io.BytesIO(), "utf-8")
        with contextlib.chdir(project), redirect_stdout(out), redirect_stderr(io.StringIO()):
            code = run(arguments)
        out.flush()
        buffer = out.buffer
        assert isinstance(buffer, io.BytesIO)
        return code, buffer.getvalue().decode("utf-8")

    return start


def _fits(value: Any, name: str) -> bool:
    schema = json.loads((files("zhen_align") / "schemas" / f"{name}.json").read_text("utf-8"))
    return bool(Validator(schema).is_valid(value))


def test_this_version_has_its_files() -> None:
    """A release writes them: python tests/compatibility/write.py."""
    assert ".".join(__version__.split(".")[:2]) in VERSIONS


def test_the_glossary_is_the_same_to_the_byte(project: Path) -> None:
    """Read and written again; statuses, notes and added columns are what they were."""
    text = (project / "glossary.tsv").read_text("utf-8")
    table = parse(text, "glossary.tsv")
    assert render(table) == text
    row = next(row for row in table.rows if row.zh == "水泵")  # water pump
    assert (row.en, row.status, row.domain, row.note) == (
        "pump", "preferred", "farm", "one\ntwo \\ three",
    )  # fmt: skip
    assert row.extra == ("Ann",)


def test_a_build_keeps_every_row_of_people(project: Path, zhen: Zhen) -> None:
    """New rows may come; those that were there stay, in their order."""
    before = (project / "glossary.tsv").read_text("utf-8").splitlines()
    assert zhen("build", "--quiet")[0] == 0
    after = (project / "glossary.tsv").read_text("utf-8").splitlines()
    assert [line for line in after if line in before] == before


@pytest.mark.parametrize("name", ["export.csv", "export.xlsx", "export.tbx", "export-v2.tbx"])
def test_exported_glossaries_come_back(name: str, project: Path, zhen: Zhen) -> None:
    """They change nothing where they came from, and bring statuses and notes elsewhere."""
    assert zhen("import", name) == (0, "glossary.tsv: 0 rows added, 0 changed\n")
    assert zhen("import", name, "--glossary", "other.tsv")[0] == 0
    rows = parse((project / "other.tsv").read_text("utf-8"), "other.tsv").rows
    judged = {(row.en, row.zh): (row.abbr, row.status, row.note) for row in rows}
    assert judged["soil moisture", "湿土"] == ("SM", "forbidden", "wet soil")
    assert judged["GridPilot", "GridPilot"] == ("", "keep", "a product")
    assert judged["pump", "水泵"] == ("", "preferred", "one\ntwo \\ three")


def test_the_configuration_means_the_same(project: Path) -> None:
    """Every key of it."""
    config = load(project)
    assert (config.target, config.fail_on, config.max_warnings) == ("zh", "warning", 3)
    assert config.pairs[0].zh == "text/*-c.md"
    assert config.rules == {"punctuation-width": "off"}
    assert config.overrides[0].rules == {"number-mismatch": "info"}
    assert config.ignore[0].text == "人人都爱它"  # everybody loves it
    assert (config.baseline, config.min_count, config.jobs, config.cache) == (
        "baseline.json", 1, 1, False,
    )  # fmt: skip


def test_the_baseline_still_knows_its_findings(project: Path, zhen: Zhen) -> None:
    """Each fingerprint is made as it was, so that none of them is new, and none is stale."""
    known = json.loads((project / "baseline.json").read_text("utf-8"))["findings"]
    report = json.loads(zhen("lint", "--format", "json", "--exit-zero")[1])
    assert report["baseline"] == {"known": len(known), "stale": []}
    marks = {entry["fingerprint"] for entry in known}
    assert marks
    assert not marks & {finding["fingerprint"] for finding in report["findings"]}


@pytest.mark.parametrize("name", ["lint", "lookup", "report"])
def test_outputs_fit_the_schemas_of_today(name: str, project: Path) -> None:
    """What scripts were written for is still described."""
    assert _fits(json.loads((project / f"{name}.json").read_text("utf-8")), name)


def test_places_of_beads_lead_to_their_text(project: Path) -> None:
    """And so do those of today's, in the same keys."""
    for line in (project / "align.jsonl").read_text("utf-8").splitlines():
        bead = json.loads(line)
        assert _fits(bead, "align")
        for place in (*bead["zh"], *bead["en"]):
            text = (project / place["path"]).read_text("utf-8")
            assert text[place["start"] : place["end"]] == place["text"]


@pytest.mark.parametrize("name", ["align.tmx", "align.xlf"])
def test_exchange_files_are_read(name: str, project: Path) -> None:
    """Each unit with both of its sides."""
    document = read((project / name).read_bytes(), name)
    assert document.told
    assert len({block.address for block in document.blocks}) >= 4
