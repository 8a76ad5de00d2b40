"""Tasks to alignments: what the cache knows, the rest in worker processes, in task order.

A file that cannot be read does not stop the others: its error is kept beside the results.
Warm runs come from the cache alone and load no numerics. Not here: which files there are
(tasks.py) and what is done with the alignments.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from zhen_align.engine import collecting, pool, store
from zhen_align.engine.cache import Cache
from zhen_align.engine.encoders import encoder_name, encoder_of
from zhen_align.engine.tasks import Source, Task
from zhen_align.errors import InputError, ZhenError
from zhen_align.types import Alignment, Document

_LONGEST = 5_000_000  # bytes of a line: a million characters in any encoding, and some more


@dataclass(frozen=True, slots=True)
class Session:
    """Everything that could be aligned, in the order of the tasks, and what went wrong."""

    alignments: tuple[Alignment, ...]
    errors: tuple[ZhenError, ...] = ()
    keys: tuple[str, ...] = ()  # what the cache calls the alignments, task by task
    names: tuple[str, ...] = ()  # the same, one name for each alignment

    @property
    def paired(self) -> tuple[Alignment, ...]:
        """Return two files that go together, and files in which something is translated."""
        return tuple(each for each in self.alignments if is_paired(each))

    @property
    def unpaired(self) -> tuple[Document, ...]:
        """Return the texts without a partner, neither inside nor outside."""
        return tuple(each.zh for each in self.alignments if not is_paired(each) and each.beads)

    @property
    def blank(self) -> tuple[str, ...]:
        """Return the names of files without text."""
        return tuple(
            each.name for each in self.alignments if not is_paired(each) and not each.beads
        )


class Watcher(Protocol):
    """Is told how far the work is."""

    def start(self, total: int) -> None:
        """Hear that `total` tasks are under way."""

    def advance(self) -> None:
        """Hear that one more is done."""


class Unwatched:
    """Hears how far the work is, and tells nobody."""

    def start(self, total: int) -> None:
        """Tell nobody."""

    def advance(self) -> None:
        """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a task: two alignments where its files turned out to be no pair."""

    key: str
    alignments: tuple[Alignment, ...]
    errors: tuple[ZhenError, ...] = ()


def run(tasks: Sequence[Task], watcher: Watcher, jobs: int = 0, *, scheduler: str = "") -> Session:
    """Align every task, from the cache where it knows the answer."""
    done = aligned(tasks, watcher, jobs, scheduler=scheduler)
    return Session(
        alignments=tuple(each for one in done for each in one.alignments),
        errors=tuple(error for one in done for error in one.errors),
        keys=tuple(one.key for one in done),
        names=tuple(f"{one.key}-{n}" for one in done for n in range(len(one.alignments))),
    )


def aligned(
    tasks: Sequence[Task],
    watcher: Watcher,
    jobs: int = 0,
    *,
    scheduler: str = "",
    trim: bool = True,
) -> list[Done]:
    """Return what became of every task, in order; `trim` the cache that was filled."""
    with collecting.paused():  # ended before processes are forked, which would not collect either
        results = {task: done for task in tasks if (done := remember(task)) is not None}
    # the largest first, so that none is left at the end that all others wait for
    missing = sorted((task for task in tasks if task not in results), key=size, reverse=True)
    made = pool.run(
        work,
        missing,
        jobs,
        scheduler=scheduler,
        started=lambda: watcher.start(len(missing)),
        lost=_lost,
    )
    for done, task in zip(made, missing, strict=True):
        results[task] = done
        watcher.advance()
    if trim and missing and (cache := cache_at(missing[0].cache)):
        cache.trim()
    return [results[task] for task in tasks]


def remember(task: Task) -> Done | None:
    """Return what the cache knows of a task; None where that is nothing."""
    cache = cache_at(task.cache)
    if cache is None:
        return None
    try:
        contents = {source.name: _bytes(source) for source in task.sources}
        key = _key(task, contents)
        found = store.get(cache, key, contents)
    except InputError:
        return None
    return None if found is None else Done(key, found)


def work(task: Task) -> Done:
    """Read and align one task, whatever the cache knows, and tell the cache."""
    from zhen_align import pipeline

    contents: dict[str, bytes] = {}
    documents: list[Document] = []
    errors: list[ZhenError] = []
    for source in task.sources:
        try:
            contents[source.name] = _bytes(source)
            documents.append(pipeline.parsed(source.name, contents[source.name]))
        except InputError as error:
            errors.append(error)
    alignments = tuple(
        pipeline.alignments(
            documents,
            task.why,
            fixed=task.fixed,
            weights=task.weights,
            encoder=encoder_of(task.encoder, task.cache),
        )
    )
    cache = cache_at(task.cache)
    key = _key(task, contents)
    if cache is not None and not errors:
        store.put(cache, key, alignments)
    return Done(key, alignments, tuple(errors))


def known_as(task: Task) -> str:
    """Return what the cache calls a task's result; "" where it cannot be read."""
    try:
        return _key(task, {source.name: _bytes(source) for source in task.sources})
    except InputError:
        return ""


def size(task: Task) -> int:
    """Return how many bytes a task reads."""
    return sum(_bytes_on_disk(source) for source in task.sources)


def _bytes_on_disk(source: Source) -> int:
    if source.path is None:
        return len(source.data)
    try:
        return source.path.stat().st_size
    except OSError:
        return 0  # the error comes when it is read


def _lost(task: Task) -> Done:
    """Return what becomes of a task that no process survives: an error with its name."""
    where = ", ".join(source.name for source in task.sources)
    what = "the process that read it was killed twice, perhaps for want of memory"
    error = InputError(what, where=where, fix="try --jobs 1, or leave the file out")
    return Done("", (), (error,))


def _key(task: Task, contents: Mapping[str, bytes]) -> str:
    return store.key(
        (task.why, str(task.fixed), task.weights, encoder_name(task.encoder)), contents
    )


def is_paired(alignment: Alignment) -> bool:
    """Whether two files go together, or something in one file is translated."""
    return alignment.zh.path != alignment.en.path or any(
        bead.zh and bead.en for bead in alignment.beads
    )


def _bytes(source: Source) -> bytes:
    """Return what a source holds; lines that no text has are refused before they cost minutes."""
    try:
        data = source.data if source.path is None else source.path.read_bytes()
    except OSError as error:
        what = f"cannot be read: {error.strerror}"
        fix = "mend the file, or leave it out"
        raise InputError(what, where=source.name, fix=fix) from error
    for number, line in enumerate(data.splitlines(), 1) if len(data) > _LONGEST else ():
        if len(line) > _LONGEST:
            what = f"a line of {len(line):,} bytes is no line of a text"
            fix = "break it up, or leave the file out"
            raise InputError(what, where=f"{source.name}:{number}", fix=fix)
    return data


def cache_at(folder: Path | None) -> Cache | None:
    """Return the cache of a folder for this program, or None where none is wanted."""
    if folder is None:
        return None
    from zhen_align.engine.version import fingerprint

    return Cache(folder, fingerprint())
