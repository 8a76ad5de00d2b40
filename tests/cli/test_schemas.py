"""The JSON schemas: what the program writes fits them, and they know all of it."""

import contextlib
import copy
import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator as Validator

from zhen_align.config import _KEYS, load
from zhen_align.errors import ConfigError
from zhen_align.glossary.rows import Status
from zhen_align.lint.rules import RULES
from zhen_align.types import Unit

if TYPE_CHECKING:
    from tests.cli.conftest import Zhen

ROOT = Path(__file__).parents[2]
NAMES = sorted(each.name for each in (files("zhen_align") / "schemas").iterdir())


def _schema(name: str) -> dict[str, Any]:
    text = (files("zhen_align") / "schemas" / f"{name}.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def _strict(schema: Any) -> Any:
    """Return a schema that allows no key that it does not name."""
    if isinstance(schema, list):
        return [_strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    strict = {key: _strict(value) for key, value in schema.items()}
    if schema.get("type") == "object" and "properties" in schema:
        strict["additionalProperties"] = False
    return strict


def _wrong(value: Any, name: str) -> list[str]:
    """Return what is wrong with a value, keys that the schema does not know included."""
    validator = Validator(_strict(copy.deepcopy(_schema(name))))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def test_all_are_schemas() -> None:
    """Of the draft that they name; the page lists them all."""
    page = (ROOT / "docs" / "schemas.md").read_text("utf-8")
    assert len(NAMES) == 8
    for name in NAMES:
        Validator.check_schema(_schema(name.removesuffix(".json")))
        assert f"](schemas/{name})" in page


def test_names_are_those_of_the_program() -> None:
    """Keys, rules, statuses and units are not told twice and differently."""
    config = _schema("config")["properties"]
    assert set(config) == set(_KEYS)
    assert config["rules"]["propertyNames"]["enum"] == list(RULES)
    answers = _schema("lookup")["items"]["properties"]
    assert set(answers["matches"]["items"]["properties"]["status"]["enum"]) == set(Status)
    assert set(_schema("align")["properties"]["unit"]["enum"]) == set(Unit)


@pytest.fixture
def built(zhen: "Zhen", garden: Path) -> "Zhen":
    """Return the command in a folder with a text, its glossary and a wrong number."""
    text = (garden / "corpus" / "garden.md").read_text("utf-8")
    (garden / "corpus" / "garden.md").write_text(text.replace("40株", "46株"), "utf-8")
    (garden / "corpus" / "alone.txt").write_text("Nobody translates this.\n", "utf-8")
    zhen("build")
    return zhen


COMMANDS = [
    ("lint", ["lint", "--format", "json"]),
    ("lint", ["lint", "--format", "json", "--rule", "punctuation-width", "corpus/alone.txt"]),
    ("lookup", ["lookup", "SM", "soil", "probes", "no such", "--format", "json"]),
    ("lookup", ["lookup", "soil moisture", "--context", "2", "--format", "json"]),
    ("concordance", ["lookup", "--concordance", "soil", "--limit", "1", "--format", "json"]),
    ("report", ["report", "--format", "json"]),
    ("report", ["report", "corpus/alone.txt", "--format", "json", "--date", "today"]),
]


@pytest.mark.parametrize(("name", "arguments"), COMMANDS, ids=[" ".join(a) for _, a in COMMANDS])
def test_what_is_written_fits(name: str, arguments: list[str], built: "Zhen") -> None:
    """Nothing is missing, of another type, or unknown to the schema."""
    ran = built(*arguments)
    assert ran.code in {0, 1}, ran.err
    assert _wrong(json.loads(ran.out), name) == []


def test_beads_fit(built: "Zhen", garden: Path) -> None:
    """Each line; with an address where the format has units."""
    row = "en,zh\nThe pump opens for 3 seconds.,水泵开启3秒。\n"
    (garden / "units.csv").write_text(row, "utf-8")
    lines = [json.loads(line) for line in built("align", "corpus", "units.csv").out.splitlines()]
    assert any("address" in place for line in lines for place in line["en"])
    assert [each for line in lines for each in _wrong(line, "align")] == []


def test_a_baseline_fits(built: "Zhen", garden: Path) -> None:
    """As it was written, and as an empty one."""
    built("lint", "--write-baseline", "known.json")
    known = json.loads((garden / "known.json").read_text("utf-8"))
    assert known["findings"]
    assert _wrong(known, "baseline") == []


def test_a_comparison_fits(zhen: "Zhen") -> None:
    """Groups, links, differences and what one says alone."""
    works = ("corpus/11-two-accounts-a.md", "corpus/11-two-accounts-b.md")
    ran = zhen("compare", *works, "--format", "json", "--no-cache", cwd=ROOT)
    found = json.loads(ran.out)
    assert found["links"]
    assert found["differences"]
    assert _wrong(found, "compare") == []


def test_what_does_not_fit_is_seen() -> None:
    """The strict reading of a schema notices a key too much, one too few, and a wrong type."""
    known = {"zhen-align-baseline": 1, "findings": []}
    assert _wrong(known, "baseline") == []
    assert _wrong(known | {"more": 1}, "baseline")
    assert _wrong({"findings": []}, "baseline")
    assert _wrong(known | {"findings": [{"path": 1, "rule": "a", "fingerprint": "b"}]}, "baseline")


# a value, and whether the program takes it
SETTINGS: list[tuple[dict[str, Any], bool]] = [
    ({}, True),
    ({"paths": ["docs/"], "target": "zh", "jobs": 2, "cache": False}, True),
    ({"pairs": [{"zh": "a/**", "en": "b/**"}], "max-warnings": 0}, True),
    ({"rules": {"number-mismatch": "off"}, "fail-on": "info"}, True),
    ({"overrides": [{"paths": ["old"], "rules": {"spacing": "info"}}]}, True),
    ({"ignore": [{"paths": ["a.docx"], "text": "12", "reason": "so"}]}, True),
    ({"spacing": "never", "segmenter": "spm:zh.model", "min-count": 1}, True),
    ({"path": ["docs/"]}, False),
    ({"paths": "docs/"}, False),
    ({"target": "de"}, False),
    ({"pairs": [{"zh": "a/**"}]}, False),
    ({"rules": {"number-mismatch": "loud"}}, False),
    ({"fail-on": "off"}, False),
    ({"max-warnings": -1}, False),
    ({"ignore": [{"rules": []}]}, False),
    ({"spacing": "sometimes"}, False),
    ({"cache": "no"}, False),
    ({"glossary": ""}, False),
]


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value)


@pytest.mark.parametrize(("settings", "right"), SETTINGS, ids=[str(s) for s, _ in SETTINGS])
def test_schema_and_program_agree(settings: dict[str, Any], right: bool, tmp_path: Path) -> None:
    """Whatever the program refuses the schema refuses, and the reverse."""
    file = tmp_path / "zhen-align.toml"
    file.write_text("".join(f"{key} = {_toml(each)}\n" for key, each in settings.items()), "utf-8")
    assert Validator(_schema("config")).is_valid(settings) is right
    with contextlib.nullcontext() if right else pytest.raises(ConfigError):
        load(tmp_path, file)


def _blocks(text: str) -> Iterator[dict[str, Any]]:
    import re
    import tomllib

    for block in re.findall(r"```toml\n(.*?)```", text, re.DOTALL):
        whole = tomllib.loads(block)
        yield whole.get("tool", {}).get("zhen-align", whole)


@pytest.mark.parametrize("name", ["README.md", "docs/ci.md", "docs/own-layout.md"])
def test_configurations_of_the_pages_fit(name: str) -> None:
    """What an editor with the schema would say about them: nothing."""
    for table in _blocks((ROOT / name).read_text("utf-8")):
        assert _wrong(table, "config") == []
