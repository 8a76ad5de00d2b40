"""Paths to tasks: which files there are, and which go together by their names."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from zhen_align.config import Config
from zhen_align.engine.weights import weights_of
from zhen_align.errors import InputError, ZhenError

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A text to read: its name in outputs, and its file, or its bytes where it has none."""

    name: str
    path: Path | None = None
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Task:
    """One file, or a Chinese and an English one in that order, and why they go together.

    `fixed` pairs were named by the user: their content may not part them. `cache` is the
    folder whose `.zhen/` may know the answer, `weights` the text of tuned ones, `encoder` the
    name or folder of a model.
    """

    sources: tuple[Source, ...]
    why: str = ""
    fixed: bool = False
    cache: Path | None = None
    weights: str = ""
    encoder: str = ""


def plan(
    paths: Sequence[str], config: Config, stdin: str = ""
) -> tuple[list[Task], list[ZhenError]]:
    """Return what to align, in the order of the names, and the paths that lead nowhere.

    Without `paths` it is the configuration's, which start at its folder. Standard input is
    called `stdin`, which tells its format.
    """
    from zhen_align.read.partners import partners

    cache, weights = config.root if config.cache else None, weights_of(config)
    files = [path for path in paths if path != STDIN]
    start = Path.cwd() if paths else config.root
    names, errors = _find(files if paths else config.paths, start, config.root)
    tasks = [
        Task(
            tuple(Source(name, config.root / name) for name in pair.names),
            pair.why,
            cache=cache,
            weights=weights,
            encoder=config.encoder,
        )
        for pair in partners(names, config.pairs)
    ]
    if STDIN in paths:
        piped = Source(stdin or STDIN, data=sys.stdin.buffer.read())
        tasks.append(Task((piped,), cache=cache, weights=weights, encoder=config.encoder))
    if not tasks and not errors:
        raise InputError("no texts here", where=", ".join(paths), fix="name files or folders")
    return tasks, errors


def pair(zh: Path, en: Path, config: Config) -> list[Task]:
    """Return the task of two files that the user named."""
    cache = config.root if config.cache else None
    names = [_find([str(path)], Path.cwd(), config.root) for path in (zh, en)]
    for path, (found, errors) in zip((zh, en), names, strict=True):
        if errors:
            raise errors[0]
        if path.is_dir() or len(found) != 1:
            raise InputError("is no file", where=str(path), fix="name one text, or add --lines")
    sources = tuple(Source(found[0], config.root / found[0]) for found, _ in names)
    why = "named on the command line"
    weights = weights_of(config)
    return [Task(sources, why, fixed=True, cache=cache, weights=weights, encoder=config.encoder)]


def _find(paths: Sequence[str], start: Path, base: Path) -> tuple[tuple[str, ...], list[ZhenError]]:
    """Find what can be found; a folder without texts is an error only where there are none."""
    from zhen_align.read.files import find

    names: set[str] = set()
    errors: list[tuple[str, ZhenError]] = []
    for path in paths:
        try:
            names.update(find([path], base, start=start).names)
        except InputError as error:
            errors.append((path, error))
    serious = [error for path, error in errors if not names or not (start / path).is_dir()]
    return tuple(sorted(names)), [*serious]
