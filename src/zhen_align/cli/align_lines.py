"""`align --zh F --en F --lines`: texts with one sentence a line, files or folders."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from zhen_align.errors import UsageError

if TYPE_CHECKING:
    from zhen_align.types import Alignment


def align_lines(zh: Path, en: Path, *, style: str, least: float, output: str, quiet: bool) -> None:
    """Align and write; two folders give a file of each document in the folder `output`."""
    from zhen_align.cli import common
    from zhen_align.cli import output as out
    from zhen_align.cli.progress import Progress
    from zhen_align.engine import lines

    for path, option in ((zh, "--zh"), (en, "--en")):
        if not path.exists():
            raise UsageError(f"{option} does not exist", where=str(path), fix="name one that does")
    pairs, others = lines.twins(zh, en)
    lines.check(pairs)
    folder = _folder(output) if zh.is_dir() else None
    if folder is None:
        out.check_writable(output)
    for name in others:
        common.note(f"{name}: only in one of the two folders", quiet=quiet)
    with Progress("aligning", quiet=quiet) as progress:
        progress.start(len(pairs))
        results = [list(_shown(each, style, least)) for each in lines.align(pairs)]
    for pair, result in zip(pairs, results, strict=True):
        out.write(result, str(folder / f"{pair.name}.align") if folder else output)


def _shown(alignment: "Alignment", style: str, least: float) -> Iterator[str]:
    from zhen_align.cli import beads

    if style == "ladder":
        return beads.ladder(alignment, least)
    return beads.jsonl([alignment], least)


def _folder(output: str) -> Path:
    """Return the folder for the results; it may be new, the one it lies in may not."""
    if output == "-":
        raise UsageError("two folders give many results", fix="name a folder for them with -o")
    folder = Path(output)
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError:
        raise UsageError("is a file", where=output, fix="name a folder") from None
    except FileNotFoundError:
        raise UsageError(
            f"the folder {folder.parent} does not exist", where=output, fix="make it"
        ) from None
    except OSError as error:
        raise UsageError(
            f"cannot be made: {error.strerror}", where=output, fix="name another place"
        ) from error
    return folder
