"""`align --zh F --en F --lines`: texts with one sentence a line, files or folders."""

from pathlib import Path

from zhen_align.config import Config
from zhen_align.errors import UsageError


def align_lines(
    zh: Path, en: Path, config: Config, *, style: str, least: float, output: str, quiet: bool
) -> None:
    """Align and write; two folders give a file of each document in the folder `output`.

    `style` is a format, or `explain`. A document of a folder that cannot be aligned is
    named in the end; the rest is done.
    """
    from zhen_align.align.outputs import SUFFIXES, render, sure
    from zhen_align.cli import common, reasons
    from zhen_align.cli import output as out
    from zhen_align.cli.progress import Progress
    from zhen_align.engine import lines
    from zhen_align.engine.encoders import encoder_of
    from zhen_align.engine.weights import weights_of

    for path, option in ((zh, "--zh"), (en, "--en")):
        if not path.exists():
            raise UsageError(f"{option} does not exist", where=str(path), fix="name one that does")
    weights = weights_of(config)
    found = lines.twins(zh, en)
    folder = _folder(output) if zh.is_dir() else None
    if folder is None:
        out.check_writable(output)
    for name in found.others:
        common.note(f"{name}: only in one of the two folders", quiet=quiet)
    with Progress("aligning", quiet=quiet) as progress:
        progress.start(len(found.pairs))
        root = config.root if config.cache else None
        aligned = lines.align(found.pairs, weights, encoder_of(config.encoder, root))
    target = common.target_of(aligned, config)
    for pair, alignment in zip(found.pairs, aligned, strict=True):
        place = str(folder / (pair.name + SUFFIXES.get(style, ".txt"))) if folder else output
        if style == "explain":
            out.write(reasons.listing([alignment], config, least), place)
        else:
            out.write(render([sure(alignment, least)], style, target), place)
    common.finish(found.errors)


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
