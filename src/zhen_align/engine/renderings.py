"""What texts show of their renderings, kept in the cache document by document.

The first look at a document depends on that document alone, the second also on what the set
expects of its terms: one edit costs two looks at one document, and another one's second look
only where the edit changed what is expected there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from zhen_align.config import Config
from zhen_align.engine import pool
from zhen_align.engine.cache import Cache, key_of
from zhen_align.engine.codec import decoded, encode
from zhen_align.engine.extraction import keys_of_readings, known_reading
from zhen_align.engine.session import cache_at
from zhen_align.terms.rendering_data import Expected, Missed, Rendered
from zhen_align.text.segmenter import JIEBA, Segmenter, segmenter
from zhen_align.types import Alignment

if TYPE_CHECKING:
    from zhen_align.terms.reading import Reading

Kind = TypeVar("Kind")
_WORTH_PROCESSES = 20


@dataclass(slots=True)
class Cached:
    """The two looks, taken from the cache as far as nothing has changed."""

    config: Config
    _segmenter: Segmenter = JIEBA
    _keys: list[str] = field(default_factory=list)
    _seen: list[Rendered] = field(default_factory=list)

    def first(self, alignments: Sequence[Alignment]) -> Sequence[Rendered]:
        """Return how every term seems to be rendered."""
        self._segmenter = segmenter(self.config.segmenter, self.config.root)
        self._keys = keys_of_readings(alignments, self._segmenter)
        names = [key_of(b"rendered", key.encode()) for key in self._keys]
        tasks = [
            _First(each, key, name)
            for each, key, name in zip(alignments, self._keys, names, strict=True)
        ]
        self._seen = self._all(Rendered, names, tasks, _first)
        return self._seen

    def second(
        self, alignments: Sequence[Alignment], expected: Sequence[Sequence[Expected]]
    ) -> Sequence[Missed]:
        """Return what stands where the expected renderings are missing."""
        wanted = [tuple(each) for each in expected]
        names = [
            key_of(b"missed", key.encode(), repr(each).encode())
            for key, each in zip(self._keys, wanted, strict=True)
        ]
        parts = zip(alignments, self._keys, self._seen, wanted, strict=True)
        tasks = [_Second(*each) for each in parts]
        return self._all(Missed, names, tasks, _second)

    def _all(
        self,
        kind: type[Kind],
        names: Sequence[str],
        tasks: Sequence[Any],
        work: Callable[..., Kind],
    ) -> list[Kind]:
        """Return every task's result, from the cache or made and kept."""
        cache = cache_at(self.config.root if self.config.cache else None)
        found = {name: _known(cache, name, kind) for name in names}
        missing = {
            name: (cache, self._segmenter, task)
            for name, task in zip(names, tasks, strict=True)
            if found[name] is None
        }
        jobs = self.config.jobs if len(missing) >= _WORTH_PROCESSES else 1
        for name, made in zip(missing, pool.run(work, [*missing.values()], jobs), strict=True):
            found[name] = made
            if cache is not None:
                cache.put(name, encode(made))
        return [value for name in names if (value := found[name]) is not None]


@dataclass(frozen=True, slots=True)
class _First:
    alignment: Alignment
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class _Second:
    alignment: Alignment
    key: str
    seen: Rendered
    expected: tuple[Expected, ...]


def _known(cache: Cache | None, name: str, kind: type[Kind]) -> Kind | None:
    return None if cache is None else decoded(kind, cache.get(name))


def _first(task: tuple[Cache | None, Segmenter, _First]) -> Rendered:
    from zhen_align.terms.renderings import rendered

    return rendered(_reading(*task))


def _second(task: tuple[Cache | None, Segmenter, _Second]) -> Missed:
    from zhen_align.terms.rendering_search import second_look

    work = task[-1]
    if not work.expected:
        return Missed()
    return second_look(_reading(*task), work.seen, work.expected)


def _reading(cache: Cache | None, segmenter: Segmenter, work: _First | _Second) -> "Reading":
    """Return the reading that terms are extracted from, too."""
    from zhen_align.terms.reading import read

    key = work.key
    known = known_reading(cache, key)
    if known is None:
        known = read(work.alignment, segmenter)
        if cache is not None:
            cache.put(key, encode(known))
    return known
