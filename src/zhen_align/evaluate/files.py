"""The only module here that opens files: gold, ladders and the hashes of what was read."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from zhen_align.errors import InputError
from zhen_align.evaluate import ladders
from zhen_align.evaluate.beads import Joined
from zhen_align.evaluate.gold import Gold, from_json
from zhen_align.evaluate.signature import digest


def read_gold(folder: Path) -> list[Gold]:
    """Return the gold of every document in a folder, by name."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise InputError("no gold here", where=str(folder), fix="name a folder of *.json")
    found = []
    for file in files:
        try:
            found.append(from_json(file.stem, json.loads(file.read_text(encoding="utf-8"))))
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(
                f"is no gold: {error!r}", where=file.name, fix="see tests/gold/README.md"
            ) from error
    return found


def read_ladder(file: Path) -> list[Joined]:
    """Return the beads of one ladder."""
    return ladders.parse(file.read_text(encoding="utf-8"), file.name)


def hash_of(paths: Iterable[Path], base: Path) -> str:
    """Return a short hash of the contents of files, by their names below `base`."""
    return digest((path.relative_to(base).as_posix(), path.read_bytes()) for path in paths)


def hash_of_gold(folder: Path, golds: Sequence[Gold], root: Path) -> str:
    """Return a short hash of gold and of the texts that it speaks of."""
    texts = {root / path for gold in golds for path in gold.paths}
    return hash_of([*folder.glob("*.json"), *texts], root)


def hash_of_sources() -> str:
    """Return a short hash of the program's own sources."""
    package = Path(__file__).parents[1]
    return hash_of(package.rglob("*.py"), package)
