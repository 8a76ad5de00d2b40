"""Candidates for a session, from the cache where nothing has changed."""

from dataclasses import dataclass

from zhen_align import pipeline
from zhen_align.config import Config
from zhen_align.engine.cache import key_of
from zhen_align.engine.codec import decode, encode
from zhen_align.engine.session import Session, cache_at
from zhen_align.terms.candidate import Candidate


@dataclass(frozen=True, slots=True)
class _Entry:
    """All candidates of a set of texts."""

    candidates: tuple[Candidate, ...]


def candidates(session: Session, config: Config) -> tuple[Candidate, ...]:
    """Return what `pipeline.extracted` finds; the key is made of the alignments' keys."""
    cache = cache_at(config.root if config.cache else None)
    if cache is None:
        return tuple(pipeline.extracted(session.paired, config))
    settings = f"candidates {config.min_count}".encode()
    key = key_of(settings, *(each.encode() for each in session.keys))
    try:
        return decode(_Entry, cache.get(key)).candidates
    except ValueError:
        found = tuple(pipeline.extracted(session.paired, config))
        cache.put(key, encode(_Entry(found)))
        return found
