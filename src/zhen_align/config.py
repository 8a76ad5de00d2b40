"""The configuration: `[tool.zhen-align]` in pyproject.toml, or zhen-align.toml.

The nearest such file upwards wins, whole: nothing is merged from further up. What the
keys mean is said once, beside the fields of `Config`; whether a rule of that name
exists is the business of lint/.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from zhen_align.errors import ConfigError

Target = Literal["zh", "en", "auto"]
TARGETS = ("auto", "zh", "en")
SEVERITIES = ("off", "info", "warning", "error")
_LINE = re.compile(r"at line (\d+)")
_HEADER = re.compile(r"\s*\[\[?\s*([\w.\"'-]+)\s*\]")
FILES = ("zhen-align.toml", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class PairRule:
    """Two globs whose `*` and `**` match alike: files that translate each other."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Override:
    """Severities that hold in the files of some globs."""

    paths: tuple[str, ...]
    rules: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Ignore:
    """Findings that nobody wants to see: of `rules` (all, where empty) in the files of `paths`.

    With `text` only those in a sentence that holds it.
    """

    paths: tuple[str, ...]
    rules: tuple[str, ...] = ()
    text: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """What a project decided; `root` is the folder that every path is relative to."""

    root: Path = field(default_factory=Path.cwd)
    file: Path | None = None
    paths: tuple[str, ...] = ("corpus/",)  # what is read when no PATH is given
    glossary: str = "glossary/glossary.tsv"  # the file of terms and their renderings
    target: Target = "auto"  # the side that is the translation
    pairs: tuple[PairRule, ...] = ()  # partners that file names do not give away
    rules: Mapping[str, str] = field(default_factory=dict)  # rule -> severity
    overrides: tuple[Override, ...] = ()  # severities for some paths; the last that fits holds
    ignore: tuple[Ignore, ...] = ()  # findings to pass over, for formats without comments
    fail_on: str = "error"  # the least severity that makes lint exit with 1
    max_warnings: int | None = None  # more warnings than this make it exit with 1 too
    baseline: str | None = None  # the file of findings that are known and accepted
    only: tuple[str, ...] = ()  # the rules asked for by name, on the command line; none: all
    without: tuple[str, ...] = ()  # the rules left out there
    spacing: str = ""  # the blank between Chinese and Latin: always, never, or nothing decided
    weights: str | None = None  # the file of alignment weights that `tune` wrote
    min_count: int = 1  # a candidate seen less often is not proposed
    jobs: int = 0  # processes; 0 is one a core
    segmenter: str = "jieba"  # what cuts Chinese words: "jieba", "spm:FILE" or "hf:FOLDER"
    encoder: str = ""  # a model whose sentence vectors count in alignment: a folder, or a name
    scheduler: str = ""  # the Dask scheduler that gets the work; none: processes here
    cache: bool = True  # keep what was worked out in `.zhen/`, beside the configuration

    @property
    def glossary_path(self) -> Path:
        """Return where the glossary lies."""
        return self.root / self.glossary


def load(start: Path, file: Path | None = None) -> Config:
    """Return the configuration of `file`, else of the nearest file at or above `start`."""
    if file is not None:
        table = _table(file, named=True)
        return _parse(table if table is not None else {}, file)
    start = start.resolve()
    for folder in (start, *start.parents):
        for name in FILES:
            table = _table(folder / name)
            if table is not None:
                return _parse(table, folder / name)
    return Config(root=start)


def _table(file: Path, *, named: bool = False) -> Mapping[str, Any] | None:
    """Return our part of `file`; None where it has none and was not asked for by name."""
    if not named and not file.is_file():
        return None
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ConfigError(
            f"cannot be read: {error.strerror}", where=str(file), fix="name a file that can"
        ) from error
    try:
        whole = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        if not named and file.name == "pyproject.toml" and b"zhen-align" not in data:
            return None  # a file of other tools, which they will complain about
        line = _LINE.search(str(error))
        where = f"{file}:{line[1]}" if line else str(file)
        raise ConfigError(f"is no TOML: {error}", where=where, fix="mend it") from error
    tool = whole.get("tool", {})
    ours = tool.get("zhen-align") if isinstance(tool, dict) else None
    if file.name != "pyproject.toml" and ours is None:
        ours = whole
    if ours is not None and not isinstance(ours, dict):
        raise ConfigError("[tool.zhen-align] is no table", where=str(file), fix="make it one")
    return ours


def _parse(table: Mapping[str, Any], file: Path) -> Config:
    """Check every key and value of `table`."""
    values: dict[str, Any] = {}
    for key, value in table.items():
        read = _KEYS.get(key)
        if read is None:
            fix = _nearest(key, _KEYS)
            raise ConfigError(f"unknown key '{key}'", where=place(file, key), fix=fix)
        try:
            values[key.replace("-", "_")] = read(value)
        except ValueError as error:
            raise ConfigError(
                f"'{key}' is {value!r}", where=place(file, key), fix=f"it must be {error}"
            ) from error
    root = file.resolve().parent
    if "encoder" in values and (root / values["encoder"]).is_dir():
        values["encoder"] = str(root / values["encoder"])  # else it is a name
    return Config(root=root, file=file.resolve(), **values)


def place(file: Path, name: str) -> str:
    """Return PATH:LINE of a key, or of another name, in our part of a configuration.

    The parser tells no lines; where the name is not found the path alone is returned.
    """
    try:
        lines = file.read_bytes().decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return str(file)
    own = alone = file.name != "pyproject.toml"
    ours = []
    for number, line in enumerate(lines, 1):
        if header := _HEADER.match(line):
            other = header[1].startswith("tool.") or not alone
            own = not other or header[1].startswith("tool.zhen-align")
        if own:
            ours.append((number, line))
    word = rf"[\"']?{re.escape(name)}[\"']?"
    as_key = rf"\s*{word}\s*[.=]|\s*\[+[^\]#]*\b{word}\s*\]"
    for pattern in (as_key, rf"[^#]*(?<![\w-]){word}(?![\w-])"):
        for number, line in ours:
            if re.match(pattern, line):
                return f"{file}:{number}"
    return str(file)


def _nearest(word: str, known: Mapping[str, object]) -> str:
    """Return the advice that names what was probably meant."""
    near = get_close_matches(word.replace("_", "-"), known, n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else f"known are {', '.join(sorted(known))}"


def _text(value: object) -> str:
    """Read a string that is not empty."""
    if not isinstance(value, str) or not value:
        raise ValueError("a string")
    return value


def _texts(value: object) -> tuple[str, ...]:
    """Read a list of strings."""
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise ValueError("a list of strings")
    return tuple(value)


def _one_of(*names: str) -> Callable[[object], str]:
    """Return the reader of one of `names`."""

    def read(value: object) -> str:
        if value not in names:
            raise ValueError("one of " + ", ".join(f'"{name}"' for name in names))
        return value

    return read


def _segmenter(value: object) -> str:
    """Read the name of a segmenter."""
    kind, _, model = value.partition(":") if isinstance(value, str) else ("", "", "")
    if value != "jieba" and not (kind in ("spm", "hf") and model):
        raise ValueError('"jieba", "spm:FILE" or "hf:FOLDER"')
    return str(value)


def _whole(value: object) -> int:
    """Read a number from 0 up; true and false are none."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError("a whole number, 0 or more")
    return value


def _switch(value: object) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


def _pairs(value: object) -> tuple[PairRule, ...]:
    """Read the list of {zh, en} globs."""
    wanted = 'a list like [{zh = "docs/zh/**", en = "docs/en/**"}]'
    if not isinstance(value, list):
        raise ValueError(wanted)
    for item in value:
        if not isinstance(item, dict) or set(item) != {"zh", "en"}:
            raise ValueError(wanted)
        if not all(isinstance(glob, str) and glob for glob in item.values()):
            raise ValueError(wanted)
    return tuple(PairRule(zh=item["zh"], en=item["en"]) for item in value)


def _rules(value: object) -> dict[str, str]:
    """Read the table of rule names and severities."""
    if not isinstance(value, dict) or not all(name in SEVERITIES for name in value.values()):
        raise ValueError("a table of rules, each " + ", ".join(f'"{name}"' for name in SEVERITIES))
    return dict(value)


def _overrides(value: object) -> tuple[Override, ...]:
    """Read the list of {paths, rules}."""
    wanted = 'a list like [{paths = ["docs/old"], rules = {number-mismatch = "info"}}]'
    return tuple(
        Override(_texts(item["paths"]), _rules(item["rules"]))
        for item in _tables(value, {"paths", "rules"}, set(), wanted)
    )


def _ignore(value: object) -> tuple[Ignore, ...]:
    """Read the list of {paths, rules, text, reason}."""
    wanted = 'a list like [{paths = ["a.docx"], rules = ["number-mismatch"], text = "12"}]'
    return tuple(
        Ignore(
            _texts(item["paths"]),
            _texts(item.get("rules", [])),
            *(_text(item[key]) if key in item else "" for key in ("text", "reason")),
        )
        for item in _tables(value, {"paths"}, {"rules", "text", "reason"}, wanted)
    )


def _tables(value: object, needed: set[str], more: set[str], wanted: str) -> list[dict[str, Any]]:
    """Read a list of tables that have the keys `needed`, and at most `more`."""
    if not isinstance(value, list) or not all(
        isinstance(item, dict) and needed <= set(item) <= needed | more for item in value
    ):
        raise ValueError(wanted)
    return value


_KEYS: dict[str, Callable[[object], object]] = {
    "paths": _texts,
    "glossary": _text,
    "target": _one_of(*TARGETS),
    "pairs": _pairs,
    "rules": _rules,
    "overrides": _overrides,
    "ignore": _ignore,
    "fail-on": _one_of(*SEVERITIES[1:]),
    "max-warnings": _whole,
    "baseline": _text,
    "spacing": _one_of("always", "never"),
    "weights": _text,
    "min-count": _whole,
    "jobs": _whole,
    "scheduler": _text,
    "segmenter": _segmenter,
    "encoder": _text,
    "cache": _switch,
}
