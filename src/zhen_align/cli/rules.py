"""`zhen-align rules`: every lint rule, or the page of one."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from zhen_align.cli import options

if TYPE_CHECKING:
    from zhen_align.lint.rule import Example, Rule


def rules(
    name: Annotated[
        str | None, typer.Argument(metavar="[RULE]", help="The rule whose page to show.")
    ] = None,
    output: options.Output = "-",
) -> None:
    """List the lint rules, or show what one of them finds, and why."""
    from zhen_align.cli import output as out
    from zhen_align.lint.rules import rule
    from zhen_align.lint.rules import rules as known

    out.check_writable(output)
    out.write(_list(known()) if name is None else _page(rule(name)), output)


def _list(known: "list[Rule]") -> Iterator[str]:
    width = max(len(each.NAME) for each in known)
    for each in known:
        first = (each.__doc__ or "").partition("\n")[0]
        yield f"{each.NAME:<{width}}  {each.SEVERITY:<7}  {first}\n"


def _page(rule: "Rule") -> Iterator[str]:
    yield f"{rule.NAME} ({rule.SEVERITY} by default)\n\n{(rule.__doc__ or '').strip()}\n"
    for title, wanted in (("Found", True), ("Not found", False)):
        yield f"\n{title}\n"
        for example in rule.EXAMPLES:
            if bool(example.flags) == wanted:
                yield from _example(example)


def _example(example: "Example") -> Iterator[str]:
    """Yield both sides, what is marked, and the clause that the example is for."""
    marked = ", ".join(flag or "what is missing" for flag in example.flags)
    zh, en = (side.replace("\n", "\n      ") for side in (example.zh, example.en))
    yield f"  zh  {zh}\n  en  {en}\n"
    for en, abbr, zh, status in example.rows:
        yield f"      glossary: {en}{f' ({abbr})' if abbr else ''} = {zh}, {status}\n"
    yield f"      {f'{marked}: ' if marked else ''}{example.why}\n"
