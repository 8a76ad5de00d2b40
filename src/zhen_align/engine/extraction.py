"""Candidates for a session, from the cache as far as nothing has changed.

Each alignment's reading is kept by what was read, so that one edit costs one reading; the
collection's candidates are kept by all its readings. What each concept may be rendered by
is kept from build to build, by all that it depends on.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from zhen_align.config import Config
from zhen_align.engine import collecting, pool
from zhen_align.engine.cache import Cache, key_of
from zhen_align.engine.codec import decoded, encode
from zhen_align.engine.session import Session, cache_at
from zhen_align.terms.candidate import Candidate
from zhen_align.text.segmenter import Segmenter, segmenter
from zhen_align.types import Alignment

if TYPE_CHECKING:
    from zhen_align.terms.drafts import Drafted
    from zhen_align.terms.reading import Reading

Part = TypeVar("Part")
Result = TypeVar("Result")

_MEMORY = b"drafts of the last build"
_MOST_REMEMBERED = 100_000  # concepts; more take longer to read than to draft again
_WORTH_SPREADING = 3  # parts
_WORTH_PROCESSES = 20  # readings; fewer are made sooner than a process starts


@dataclass(frozen=True, slots=True)
class _Entry:
    """All candidates of a set of texts."""

    candidates: tuple[Candidate, ...]


def candidates(session: Session, config: Config, part: str = "") -> tuple[Candidate, ...]:
    """Return what `terms.extract` finds in the session's pairs, which may be but a `part`.

    Without the places, which nobody asks for and which are most of it.
    """
    cache = cache_at(config.root if config.cache else None)
    chosen = segmenter(config.segmenter, config.root)
    keys = keys_of_readings(session.paired, chosen)
    key = key_of(b"candidates", str(config.min_count).encode(), *map(str.encode, keys))
    known = None if cache is None else decoded(_Entry, cache.get(key))
    if known is not None:
        return known.candidates
    with collecting.paused():
        found = tuple(
            replace(each, places=())
            for each in _extracted(session.paired, keys, chosen, cache, config, part)
        )
    if cache is not None:
        cache.put(key, encode(_Entry(found)))
    return found


def _extracted(
    alignments: Sequence[Alignment],
    keys: Sequence[str],
    chosen: Segmenter,
    cache: Cache | None,
    config: Config,
    part: str,
) -> tuple[Candidate, ...]:
    from zhen_align.terms.drafts import Memory
    from zhen_align.terms.extract import found
    from zhen_align.terms.glosses import glosses
    from zhen_align.terms.reading import read
    from zhen_align.terms.wordclass import tag

    readings: dict[str, Reading] = {}
    missing = {}
    for key, each in zip(keys, alignments, strict=True):
        known = known_reading(cache, key)
        if known is None:
            missing[key] = each
        else:
            readings[key] = known
    jobs = config.jobs if len(missing) >= _WORTH_PROCESSES else 1
    glosses(), tag(""), chosen.spans("字")  # processes that are forked share what is loaded
    made = pool.run(partial(read, segmenter=chosen), [*missing.values()], jobs)
    for key, reading in zip(missing, made, strict=True):
        readings[key] = reading
        if cache is not None:
            cache.put(key, encode(reading))
    wanted = (readings[key] for key in keys)
    spread = partial(_spread, config.jobs)
    if cache is None:
        return tuple(found(wanted, min_count=config.min_count, spread=spread))
    drafts = key_of(_MEMORY, part.encode())
    memory = _remembered(cache, drafts)
    made_now = found(wanted, min_count=config.min_count, spread=spread, memory=memory)
    if len(memory) <= _MOST_REMEMBERED:
        cache.put(drafts, encode(Memory(tuple(memory), tuple(memory.values()))))
    return tuple(made_now)


def _remembered(cache: Cache, key: str) -> "dict[str, Drafted]":
    """Return what the last build of this part drafted, by digest; damaged is as if empty."""
    from zhen_align.terms.drafts import Memory

    kept = decoded(Memory, cache.get(key))
    return {} if kept is None else dict(zip(kept.digests, kept.drafts, strict=False))


def _spread(
    jobs: int, function: Callable[[Part], Result], parts: Sequence[Part]
) -> Iterator[Result]:
    """Map as `map` does, in several processes where that is worth it."""
    if len(parts) < _WORTH_SPREADING:
        return map(function, parts)
    return pool.spread(function, parts, jobs)


def known_reading(cache: Cache | None, key: str) -> "Reading | None":
    """Return the reading that the cache keeps under its name, where it can be read."""
    from zhen_align.terms.reading import Reading

    return None if cache is None else decoded(Reading, cache.get(key))


def keys_of_readings(alignments: Sequence[Alignment], chosen: Segmenter) -> list[str]:
    """Return the names of alignments' readings, which depend on how words are cut."""
    name = chosen.name.encode()
    return [_key_of_reading(each, name) for each in alignments]


def _key_of_reading(alignment: Alignment, segmenter: bytes) -> str:
    """Return a name made of the texts, what stands apart in them, the beads, how words are cut."""
    sides = (alignment.zh, alignment.en)
    return key_of(
        b"reading",
        segmenter,
        alignment.name.encode("utf-8", "surrogateescape"),
        *(side.text.encode("utf-8", "surrogatepass") for side in sides),
        repr([[block.opaque for block in side.blocks] for side in sides]).encode(),
        repr(alignment.beads).encode(),
    )
