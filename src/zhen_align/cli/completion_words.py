"""What the Tab key offers: commands, options, names that an option knows, and terms.

Called instead of a command where the environment says which word is being typed.
"""

from collections.abc import Callable, Iterable, Sequence


def offered(arguments: Sequence[str], place: str) -> list[str]:
    """Return what may stand at a place, counted from the program's name, among the words."""
    try:
        at = int(place) - 1
    except ValueError:
        return []
    before, typed = arguments[:at], _typed("".join(arguments[at : at + 1]))
    if at < 1:
        from zhen_align.cli.app import COMMANDS

        return _begun([*COMMANDS, "--help", "--version"], typed)
    command, previous = before[0], before[-1]
    if typed.startswith("-"):
        return _begun(_options(command), typed)
    if names := NAMES.get((command, previous)):
        return _begun(names(), typed)
    if command == "lookup" and not previous.startswith("--"):
        from zhen_align.cli.lookup_complete import complete

        return complete(typed)
    return []


def _typed(word: str) -> str:
    """Return a word without the quotation that is not closed yet."""
    if word[:1] in ("'", '"'):
        return word[1:]
    return word.replace("\\", "")


def _begun(names: Iterable[str], typed: str) -> list[str]:
    return [name for name in names if name.startswith(typed)]


def _options(name: str) -> list[str]:
    import typer

    from zhen_align.cli.app import COMMANDS, program

    if name not in COMMANDS:
        return []
    command = typer.main.get_command(program([name])).commands[name]  # type: ignore[attr-defined]
    return [option for each in command.params for option in each.opts if option.startswith("--")]


def _formats() -> list[str]:
    return ["text", "json", "tsv", "markdown"]


def _statuses() -> list[str]:
    from zhen_align.glossary.rows import Status

    return [str(status) for status in Status]


def _rules() -> list[str]:
    from zhen_align.lint.rules import RULES

    return list(RULES)


def _shells() -> list[str]:
    from zhen_align.cli.completion import SCRIPTS

    return list(SCRIPTS)


NAMES: dict[tuple[str, str], Callable[[], Iterable[str]]] = {
    ("completion", "completion"): _shells,
    ("lookup", "--format"): _formats,
    ("lookup", "--side"): lambda: ("zh", "en"),
    ("lookup", "--status"): _statuses,
    ("rules", "rules"): _rules,
}
"""The command, the word before, and what may follow it."""
