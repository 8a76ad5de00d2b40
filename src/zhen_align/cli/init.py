"""`zhen-align init`: a commented configuration, a CI job and a pre-commit entry.

Nothing that exists is changed: it is named, and what would have been written is printed,
to be taken over by hand.
"""

from pathlib import Path
from typing import Annotated

import typer

_SYSTEMS = ("github", "gitlab", "none")


def init(
    ci: Annotated[
        str, typer.Option("--ci", metavar="NAME", help="Whose CI: github, gitlab or none.")
    ] = "github",
) -> None:
    """Write a configuration, a CI job and a pre-commit entry; overwrite nothing."""
    from zhen_align.cli import output as out
    from zhen_align.cli.common import finish, one_of
    from zhen_align.cli.init_files import files, in_pyproject
    from zhen_align.errors import UsageError, ZhenError

    here = Path.cwd()
    errors: list[ZhenError] = []
    for name, text in files(one_of(ci, _SYSTEMS, "--ci"), here).items():
        place = _configured(here) if name == "zhen-align.toml" else None
        place = place or (name if (here / name).exists() or (here / name).is_symlink() else None)
        if place:
            text = in_pyproject(text) if place == "pyproject.toml" else text
            out.write(f"# for {place}, which is left as it is:\n{text}\n")
            fix = "take over by hand what is printed for it"
            errors.append(UsageError("exists already", where=place, fix=fix))
            continue
        try:
            (here / name).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(
                f"its folder cannot be made: {error.strerror}", where=name, fix="make it by hand"
            ) from error
        out.check_writable(name)
        out.write(text, name)
        out.write(f"wrote {name}\n")
    if not errors:
        out.write("now say in zhen-align.toml where the texts are, and run: zhen-align lint\n")
    finish(errors)


def _configured(folder: Path) -> str | None:
    """Return the file in which this folder is configured already."""
    from zhen_align.config import load

    config = load(folder)
    inside = config.file is not None and config.file.parent == folder.resolve()
    return config.file.name if inside and config.file is not None else None
