"""Pages of the site that are made from the program: commands, configuration, rules, schemas.

mkdocs runs this as a hook (`mkdocs.yml`), so that these pages cannot go stale and none of
them is kept. The home page is the README; files of the project that pages link to are
pages too.
"""

import inspect
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from typer.main import get_command

from zhen_align import config as settings
from zhen_align.cli.app import program
from zhen_align.lint.rules import rules

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ROOT = Path(__file__).parents[1]
SCHEMAS = ROOT / "src" / "zhen_align" / "schemas"
# files beside docs/ that are pages, or are given as they are
AS_PAGES = {
    "README.md": "index.md",
    "README.zh-CN.md": "index.zh-CN.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "corpus/README.md": "corpus.md",
}
AS_TEXT = {
    "LICENSE": "license.txt",
    "NOTICE": "notice.txt",
    "corpus/mini/attention.md": "attention.txt",
    "glossary/glossary.tsv": "glossary.tsv",
}
_LINK = re.compile(r"(?<=\]\()(?!\w+:|#)([^)#\s]+)")


def commands() -> dict[str, click.Command]:
    """Return every command of the program by its name."""
    group: Any = get_command(program([]))
    return dict(group.commands)


def commands_page() -> Iterator[str]:
    """Yield the reference of the command line."""
    yield "# Commands\n\nMade from the program itself; `zhen-align COMMAND --help` says the same.\n"
    for name, command in commands().items():
        context = click.Context(command, info_name=f"zhen-align {name}")
        options = [each for each in command.get_params(context) if isinstance(each, click.Option)]
        given = [each for each in command.params if each.param_type_name == "argument"]
        usage = " ".join(["zhen-align", name, "[OPTIONS]", *(_argument(each) for each in given)])
        yield f"\n## {name}\n\n{_first(command.help)}\n\n```text\n{usage}\n```\n"
        yield "\n| | |\n| --- | --- |\n"
        for each in given:
            yield f"| `{_argument(each)}` | {_cell(getattr(each, 'help', None) or '')} |\n"
        for option in options:
            names, said = option.get_help_record(context) or ("", "")
            yield f"| `{names}` | {_cell(said)} |\n"


def _argument(argument: click.Parameter) -> str:
    """Return what stands for an argument: `FILE`, `[PATH]...`."""
    name = argument.metavar or (argument.name or "").upper()
    name = name if argument.required or name.startswith("[") else f"[{name}]"
    return name if argument.nargs == 1 or name.endswith("...") else f"{name}..."


def _first(text: str | None) -> str:
    return inspect.cleandoc(text or "").partition("\n\n")[0]


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;")


def configuration_page() -> Iterator[str]:
    """Yield the reference of the configuration: what stands beside the fields of `Config`."""
    page = (ROOT / "docs" / "configuration.in").read_text(encoding="utf-8")
    before, _, after = page.partition("KEYS\n")
    yield f"{before}| key | value | default | |\n| --- | --- | --- | --- |\n"
    for key, value, default, said in keys():
        shown = f"`{default}`" if default else ""
        yield f"| `{key}` | {_cell(value)} | {shown} | {_cell(said)} |\n"
    yield after


def keys() -> Iterator[tuple[str, str, str, str]]:
    """Yield each key with what its value must be, its default, and the comment beside it."""
    source = inspect.getsource(settings.Config)
    for key, read in settings._KEYS.items():
        line = re.search(rf"^    {key.replace('-', '_')}: .*?= (.*)$", source, re.MULTILINE)
        assert line is not None, key
        default, _, said = line[1].partition("  # ")
        try:
            read(object())
        except ValueError as error:
            value = str(error)
        yield key, value, _default(default), said


def _default(source: str) -> str:
    """Return a default as TOML says it, nothing where there is none."""
    if source in {"None", "()", '""'} or source.startswith("field("):
        return ""
    value = eval(source, {})
    return json.dumps(list(value) if isinstance(value, tuple) else value)


def rule_pages() -> Iterator[tuple[str, str]]:
    """Yield the name and the page of each rule: its docstring and its examples."""
    for rule in rules():
        title, _, page = (rule.__doc__ or "").strip().partition("\n")
        text = f"# {rule.NAME}\n\n**{title}** `{rule.SEVERITY}` by default.\n{page}\n"
        for heading, wanted in (("Found", True), ("Not found", False)):
            text += f"\n## {heading}\n\n| Chinese | English | |\n| --- | --- | --- |\n"
            for example in rule.EXAMPLES:
                if bool(example.flags) == wanted:
                    text += _example(example)
        yield rule.NAME, text


def _example(example: Any) -> str:
    marked = ", ".join(
        f"<mark>{_text(f)}</mark>" if f else "what is missing" for f in example.flags
    )
    rows = "; ".join(
        f"glossary: {en}{f' ({abbr})' if abbr else ''} = {zh}, {status}"
        for en, abbr, zh, status in example.rows
    )
    why = ": ".join(filter(None, (marked, _text(example.why))))
    said = ". ".join(filter(None, (why, _text(rows))))
    return f"| {_text(example.zh)} | {_text(example.en)} | {said} |\n"


def _text(text: str) -> str:
    """Return a text for a cell, in which nothing is markup."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = re.sub(r"[\\`*_{}\[\]()#!|$~^]", lambda mark: f"&#{ord(mark[0])};", escaped)
    return escaped.replace("\n", "<br>")


def schemas() -> Iterator[tuple[str, str]]:
    """Yield the schemas that come with the package."""
    for path in sorted(SCHEMAS.glob("*.json")):
        yield f"schemas/{path.name}", path.read_text(encoding="utf-8")


def decisions_page() -> str:
    """Return the list of the design notes."""
    notes = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
    titles = (
        (path.name, path.read_text("utf-8").partition("\n")[0].lstrip("# ")) for path in notes
    )
    links = "".join(f"- [{title}]({name})\n" for name, title in titles)
    return f"# Decisions\n\nWhy things are as they are, one page a decision.\n\n{links}"


def moved(page: str, text: str) -> str:
    """Return a page of the project's own folder with its links as they are on the site."""
    folder = (ROOT / page).parent

    def target(link: re.Match[str]) -> str:
        path = (folder / link[1]).resolve()
        if not path.is_relative_to(ROOT):
            return link[1]
        name = path.relative_to(ROOT).as_posix()
        inside = name.removeprefix("docs/")
        return {**AS_PAGES, **AS_TEXT, "docs/decisions": "decisions/index.md"}.get(name, inside)

    return _LINK.sub(target, text)


def generated() -> Iterator[tuple[str, str]]:
    """Yield every file of the site that is not in docs/, as its name and its content."""
    yield "commands.md", "".join(commands_page())
    yield "configuration.md", "".join(configuration_page())
    for name, page in rule_pages():
        yield f"rules/{name}.md", page
    yield from schemas()
    yield "decisions/index.md", decisions_page()
    for name, page in AS_PAGES.items():
        yield page, moved(name, (ROOT / name).read_text(encoding="utf-8"))
    for name, page in AS_TEXT.items():
        yield page, (ROOT / name).read_text(encoding="utf-8")


def on_config(config: "MkDocsConfig") -> "MkDocsConfig":
    """Put the page of each rule, and each design note, into the navigation."""
    for part in config.nav or []:
        for pages in part.values():
            if isinstance(pages, list) and "rules.md" in pages:
                pages += [f"rules/{rule.NAME}.md" for rule in rules()]
            if isinstance(pages, list) and "decisions/index.md" in pages:
                notes = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
                pages += [f"decisions/{path.name}" for path in notes]
    return config


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":
    """Add what is generated."""
    from mkdocs.structure.files import File

    for name, content in generated():
        files.append(File.generated(config, name, content=content))
    return files


if __name__ == "__main__":
    sys.stdout.write("".join(content for _, content in generated()))
