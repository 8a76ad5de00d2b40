"""A collection of any size, part by part: aligned, its terms extracted, the parts put together.

A part is a few megabytes of texts, and memory holds one at a time. Which part a text belongs
to follows from its name and from how many parts there are, a power of two: so an edit touches
one part. What a part has shown is kept under the contents of its texts, and then none of them
is looked into. Not here: how a part is aligned (session.py) and read (extraction.py).
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from zhen_align.config import Config
from zhen_align.engine import index_pairs, pool, session
from zhen_align.engine.cache import key_of
from zhen_align.engine.codec import decoded, encode
from zhen_align.engine.extraction import candidates
from zhen_align.engine.session import Done, Session, Watcher, cache_at, is_paired
from zhen_align.engine.tasks import Task
from zhen_align.engine.version import fingerprint
from zhen_align.errors import ZhenError
from zhen_align.terms.candidate import Candidate
from zhen_align.terms.parts import merged
from zhen_align.text.segmenter import segmenter
from zhen_align.types import Alignment

PART = 8_000_000
"""Bytes of text in a part: at most, if names spread evenly."""
_KEPT = 12
"""Bytes that the cache may always take for each byte of text: twice what a build writes."""
ALL = ""
"""The place of the only part."""
Share = tuple[Sequence[Task], str]
"""The tasks of a part, and its place."""
Watching = AbstractContextManager[Watcher]
Watch = Callable[[str], Watching]
"""Gives what is told how far some work is."""


class Kind(StrEnum):
    """What became of a text."""

    PAIRED = "paired"
    UNPAIRED = "unpaired"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Text:
    """A text or a pair of texts: what is said of it without looking into it again."""

    name: str
    zh: str
    en: str
    kind: Kind
    beads: int
    task: int
    """Its task's number in the part."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a part has shown, as the cache keeps it."""

    texts: tuple[Text, ...]
    candidates: tuple[Candidate, ...]


@dataclass(slots=True)
class Part:
    """Some of the tasks, what the cache calls them, what they have shown."""

    tasks: Sequence[Task]
    keys: Sequence[str]
    shown: Shown
    errors: tuple[ZhenError, ...] = ()
    held: dict[str, Alignment] | None = None
    """The alignments by name, where there is only one part."""

    def alignment(self, text: Text) -> Alignment | None:
        """Return a text's alignment, made again where the cache has lost it.

        None where the text was taken away, or became another, since it was read.
        """
        if self.held is not None:
            return self.held[text.name]
        task = self.tasks[text.task]
        done = session.remember(task) or session.work(task)
        return next((each for each in done.alignments if each.name == text.name), None)


@dataclass(slots=True)
class Collection:
    """All parts of some texts."""

    parts: Sequence[Part]
    candidates: Sequence[Candidate]
    errors: tuple[ZhenError, ...] = ()

    def of_kind(self, kind: Kind) -> list[tuple[Part, Text]]:
        """Return the texts of a kind, in the order of their names."""
        found = [
            (part, text) for part in self.parts for text in part.shown.texts if text.kind is kind
        ]
        return sorted(found, key=lambda each: each[1].name) if len(self.parts) > 1 else found


def collect(tasks: Sequence[Task], config: Config, watch: Watch) -> Collection:
    """Align the texts of all tasks and extract their terms."""
    shares = shared(tasks)
    many = len(shares) > 1
    places = [f"{number} of {len(shares)}" if many else ALL for number in range(1, len(shares) + 1)]
    cut = segmenter(config.segmenter, config.root).name
    parts = [_known(own, cut) for own in shares]
    missing = [number for number, part in enumerate(parts) if part is None]
    wanted = [(shares[number], places[number]) for number in missing]
    made = _elsewhere if many and _worth_sending(wanted, config) else _one_by_one
    for number, part in zip(missing, made(wanted, config, watch), strict=True):
        if many:
            part.held = None
        parts[number] = part
    if many and missing and (cache := cache_at(tasks[0].cache)):
        # what is dropped would be missed by the next build, which would drop something else
        cache.allow(_KEPT * sum(map(session.size, tasks)))
        cache.trim()
    done = [part for part in parts if part is not None]
    found = merged([part.shown.candidates for part in done])
    often = [each for each in found if each.count >= config.min_count]
    return Collection(done, often, tuple(error for part in done for error in part.errors))


def _one_by_one(wanted: Sequence[Share], config: Config, watch: Watch) -> Iterator[Part]:
    """Make parts here, the documents of each in several processes or on the scheduler."""
    if len(wanted) > 1 and not config.scheduler:
        _load()
    for own, place in wanted:
        with watch(f"aligning, part {place}" if place else "aligning") as watcher:
            done = session.aligned(
                own, watcher, config.jobs, scheduler=config.scheduler, trim=place == ALL
            )
        yield _made(own, config, place, done)


def _load() -> None:
    """Align two words: the processes that are forked for each part share what that has loaded."""
    from zhen_align import pipeline

    # a lamp
    pipeline.alignments([pipeline.parsed("", "# 灯\n\n# Lamp\n".encode())], "")


def _worth_sending(wanted: Sequence[Share], config: Config) -> bool:
    """Whether there is a part for each of the scheduler's workers."""
    if not config.scheduler or len(wanted) < 2:
        return False
    from zhen_align.engine import cluster

    threads: dict[str, int] = cluster.connect(config.scheduler).nthreads()
    return len(wanted) >= sum(threads.values())


def _elsewhere(wanted: Sequence[Share], config: Config, watch: Watch) -> Iterator[Part]:
    """Have whole parts made by the scheduler's workers; nothing of theirs but results is sent."""

    def lost(share: Share) -> Part:
        # one of its documents is to blame: found and named when they go one by one
        return next(_one_by_one([share], config, watch))

    alone = replace(config, scheduler="", jobs=1)
    with watch("making parts") as watcher:
        made = pool.run(
            partial(_sent, alone),
            wanted,
            scheduler=config.scheduler,
            started=lambda: watcher.start(len(wanted)),
            lost=lost,
        )
        for part in made:
            watcher.advance()
            yield part


def _sent(config: Config, share: Share) -> Part:
    own, place = share
    part = _made(own, config, place, session.aligned(own, session.Unwatched(), 1, trim=False))
    part.held = None
    return part


def indexed(texts: Collection) -> list[index_pairs.Text]:
    """Return what the index of aligned pairs is made of."""
    return [
        index_pairs.Text(
            text.name,
            (text.zh, text.en),
            # what is found under a key depends on the program, too
            bytes.fromhex(key_of(fingerprint().encode(), part.keys[text.task].encode()))[:12],
            partial(part.alignment, text),
        )
        for part, text in texts.of_kind(Kind.PAIRED)
    ]


def shared(tasks: Sequence[Task], most: int = 0) -> list[list[Task]]:
    """Return the tasks in parts of at most about `most` bytes, their order kept."""
    total, count = sum(map(session.size, tasks)), 1
    while total > count * (most or PART):
        count *= 2
    parts: list[list[Task]] = [[] for _ in range(count)]
    for task in tasks:
        names = (each.name.encode("utf-8", "surrogateescape") for each in task.sources)
        parts[int(key_of(*names), 16) % count].append(task)
    return [part for part in parts if part]


def _known(tasks: Sequence[Task], cut: str) -> Part | None:
    """Return a part as the cache keeps it; None where it does not."""
    cache = cache_at(tasks[0].cache)
    if cache is None:
        return None
    keys = [session.known_as(task) for task in tasks]
    shown = decoded(Shown, cache.get(_key(keys, cut))) if all(keys) else None
    return None if shown is None else Part(tasks, keys, shown)


def _key(keys: Sequence[str], cut: str) -> str:
    """Return the name of what a part with these texts shows when words are cut in a way."""
    return key_of(b"part", cut.encode(), *map(str.encode, keys))


def _made(tasks: Sequence[Task], config: Config, place: str, done: Sequence[Done]) -> Part:
    """Extract the terms of a part whose texts are aligned, and tell the cache."""
    every = tuple(each for one in done for each in one.alignments)
    errors = tuple(error for one in done for error in one.errors)
    # what is rare in a part may not be so in all of them
    found = candidates(Session(every), replace(config, min_count=1), place)
    shown = Shown(tuple(_texts(done)), found)
    keys = [one.key for one in done]
    if all(keys) and not errors and (cache := cache_at(tasks[0].cache)):
        cut = segmenter(config.segmenter, config.root).name
        cache.put(_key(keys, cut), encode(shown))
    return Part(tasks, keys, shown, errors, {each.name: each for each in every})


def _texts(done: Sequence[Done]) -> Iterator[Text]:
    for task, one in enumerate(done):
        for each in one.alignments:
            kind = Kind.PAIRED if is_paired(each) else Kind.UNPAIRED if each.beads else Kind.BLANK
            beads = sum(bool(bead.zh and bead.en) for bead in each.beads)
            yield Text(each.name, each.zh.path, each.en.path, kind, beads, task)
