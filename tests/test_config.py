"""The configuration: what is found, what is refused, and the words of the refusal."""

from pathlib import Path

import pytest

from zhen_align.config import _KEYS, Config, Ignore, Override, PairRule, load
from zhen_align.errors import ConfigError


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    """A folder without configuration gets the defaults, relative to itself."""
    config = load(tmp_path)
    assert config == Config(root=tmp_path.resolve())
    assert config.paths == ("corpus/",)
    assert config.glossary_path == tmp_path.resolve() / "glossary/glossary.tsv"


def test_every_key_is_read(tmp_path: Path) -> None:
    """Each key of the file arrives in its field, as an immutable value."""
    (tmp_path / "zhen-align.toml").write_text(
        """
        paths = ["docs"]
        glossary = "terms.tsv"
        target = "en"
        pairs = [{zh = "docs/zh/**", en = "docs/en/**"}]
        rules = {number-mismatch = "warning"}
        overrides = [{paths = ["docs/old"], rules = {number-mismatch = "info"}}]
        ignore = [{paths = ["a.docx"], rules = ["number-mismatch"], text = "12", reason = "no"}]
        fail-on = "warning"
        max-warnings = 5
        baseline = "known.json"
        min-count = 2
        jobs = 3
        cache = false
        """,
        encoding="utf-8",
    )
    assert load(tmp_path) == Config(
        root=tmp_path.resolve(),
        file=tmp_path.resolve() / "zhen-align.toml",
        paths=("docs",),
        glossary="terms.tsv",
        target="en",
        pairs=(PairRule(zh="docs/zh/**", en="docs/en/**"),),
        rules={"number-mismatch": "warning"},
        overrides=(Override(paths=("docs/old",), rules={"number-mismatch": "info"}),),
        ignore=(Ignore(("a.docx",), ("number-mismatch",), text="12", reason="no"),),
        fail_on="warning",
        max_warnings=5,
        baseline="known.json",
        min_count=2,
        jobs=3,
        cache=False,
    )


def test_the_nearest_file_wins_whole(tmp_path: Path) -> None:
    """A nearer file hides a farther one, key by key unset or not."""
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "zhen-align.toml").write_text('target = "en"\njobs = 7\n', encoding="utf-8")
    (tmp_path / "a" / "pyproject.toml").write_text(
        '[tool.zhen-align]\ntarget = "zh"\n', encoding="utf-8"
    )
    config = load(inner)
    assert (config.root, config.target, config.jobs) == ((tmp_path / "a").resolve(), "zh", 0)


def test_a_pyproject_of_other_tools_is_passed_by(tmp_path: Path) -> None:
    """A pyproject.toml that does not name us is none of ours, broken or not."""
    (tmp_path / "zhen-align.toml").write_text("jobs = 2\n", encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    for text in ("[tool.other]\nx = 1\n", "[tool.other\n", "tool = 3\n"):
        (inner / "pyproject.toml").write_text(text, encoding="utf-8")
        assert load(inner).jobs == 2


def test_a_file_may_be_named(tmp_path: Path) -> None:
    """`--config` takes any name, with the table or without it."""
    for text in ("jobs = 4\n", "[tool.zhen-align]\njobs = 4\n"):
        file = tmp_path / "other.toml"
        file.write_text(text, encoding="utf-8")
        assert load(tmp_path, file).jobs == 4


# the file's text, and what is said about it after its path
REFUSED = [
    ("jbos = 1", "unknown key 'jbos'; did you mean 'jobs'?"),
    ("fail_on = 'error'", "unknown key 'fail_on'; did you mean 'fail-on'?"),
    ("xyzzy = 1", f"unknown key 'xyzzy'; known are {', '.join(sorted(_KEYS))}"),
    (
        "overrides = [{path = 'a', rules = {}}]",
        "'overrides' is [{'path': 'a', 'rules': {}}]; it must be a list like "
        '[{paths = ["docs/old"], rules = {number-mismatch = "info"}}]',
    ),
    (
        "ignore = ['a']",
        "'ignore' is ['a']; it must be a list like "
        '[{paths = ["a.docx"], rules = ["number-mismatch"], text = "12"}]',
    ),
    ("ignore = [{paths = [1]}]", "'ignore' is [{'paths': [1]}]; it must be a list of strings"),
    ("max-warnings = -1", "'max-warnings' is -1; it must be a whole number, 0 or more"),
    ("jobs = '2'", "'jobs' is '2'; it must be a whole number, 0 or more"),
    ("jobs = true", "'jobs' is True; it must be a whole number, 0 or more"),
    ("jobs = -1", "'jobs' is -1; it must be a whole number, 0 or more"),
    ("cache = 1", "'cache' is 1; it must be true or false"),
    ("paths = 'docs'", "'paths' is 'docs'; it must be a list of strings"),
    ("paths = [1]", "'paths' is [1]; it must be a list of strings"),
    ("glossary = ''", "'glossary' is ''; it must be a string"),
    ("target = 'fr'", '\'target\' is \'fr\'; it must be one of "auto", "zh", "en"'),
    (
        "pairs = [{zh = 'a'}]",
        "'pairs' is [{'zh': 'a'}]; it must be a list like "
        '[{zh = "docs/zh/**", en = "docs/en/**"}]',
    ),
    (
        "rules = {a = 'loud'}",
        "'rules' is {'a': 'loud'}; it must be a table of rules, each "
        '"off", "info", "warning", "error"',
    ),
]


@pytest.mark.parametrize(("text", "said"), REFUSED, ids=[text for text, _ in REFUSED])
def test_what_does_not_fit_is_refused(text: str, said: str, tmp_path: Path) -> None:
    """A wrong key or value is an error that says where, what, and what to do."""
    file = tmp_path / "zhen-align.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(tmp_path)
    assert str(caught.value) == f"{file}:1: {said}"


# the file's name, its text, and the line of what is wrong
PLACES = [
    ("zhen-align.toml", "# jobs = 1\njobs = 2\njbos = 1\n", 3, "a key"),
    ("zhen-align.toml", "jobs = 2\n[rulez]\nspacing = 'off'\n", 2, "a table"),
    ("zhen-align.toml", "[tool.other]\njbos = 1\n[tool.zhen-align]\njbos = 1\n", 4, "another's"),
    ("pyproject.toml", "[x]\njbos = 1\n[tool.zhen-align]\n'jbos' = 1\n", 4, "quoted"),
    ("pyproject.toml", "[tool.zhen-align]\njobs = 1\n[tool.zhen-align.rulez]\n", 3, "a subtable"),
    ("pyproject.toml", "[[tool.zhen-align.pairz]]\nzh = 'a'\n", 1, "a list of tables"),
    ("pyproject.toml", "[tool.zhen-align]\njobs = 1\njobs =\n", 3, "no TOML"),
]


@pytest.mark.parametrize(("name", "text", "line", "gloss"), PLACES, ids=[p[3] for p in PLACES])
def test_errors_name_the_line(name: str, text: str, line: int, gloss: str, tmp_path: Path) -> None:
    """The parser tells no lines of keys, so they are looked for in our part of the file."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(tmp_path)
    assert caught.value.where == f"{tmp_path / name}:{line}"


@pytest.mark.parametrize("name", ["zhen-align.toml", "pyproject.toml"])
def test_broken_toml_is_refused(name: str, tmp_path: Path) -> None:
    """A file of ours that is no TOML is an error, not a default."""
    (tmp_path / name).write_text("[tool.zhen-align\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="is no TOML"):
        load(tmp_path)


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    """A file that was asked for by name and is missing is an error."""
    with pytest.raises(ConfigError, match="No such file"):
        load(tmp_path, tmp_path / "none.toml")


def test_an_encoder_in_a_folder_lies_where_the_configuration_does(tmp_path: Path) -> None:
    """Its folder is found from everywhere below; what is no folder there is a name."""
    (tmp_path / "models" / "small").mkdir(parents=True)
    (tmp_path / "zh").mkdir()
    config = tmp_path / "zhen-align.toml"
    config.write_text('encoder = "models/small"\n', encoding="utf-8")
    assert load(tmp_path / "zh").encoder == str(tmp_path / "models" / "small")
    config.write_text('encoder = "maker/model"\n', encoding="utf-8")
    assert load(tmp_path / "zh").encoder == "maker/model"
