"""What lint said of the same texts before: a run over a set that has not changed judges nothing.

The whole report is one entry: terms are judged over the whole set, so that one changed file
may change what is said of another. What all other rules say is kept pair by pair. Where fixes
are made nothing is taken from here, for the cache comes with a project that somebody else may
have made.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from zhen_align.config import Config
from zhen_align.engine import collecting
from zhen_align.engine.cache import Cache, key_of
from zhen_align.engine.codec import decoded, encode
from zhen_align.engine.session import Session, cache_at
from zhen_align.lint.finding import Finding, Place
from zhen_align.lint.report import Coverage, Report
from zhen_align.lint.suppress import Unused
from zhen_align.types import Alignment, Document

if TYPE_CHECKING:
    from zhen_align.glossary.rows import Row

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class _Kept:
    """A report without its texts."""

    findings: tuple[Finding, ...]
    coverage: Coverage
    unused: tuple[Unused, ...]
    version: str


def linted(
    session: Session,
    rows: "Sequence[Row]",
    config: Config,
    glossary: Document | None = None,
    *,
    fresh: bool = False,
) -> Report:
    """Return what lint says of a session, from the cache where it knows and may be asked.

    `glossary` is the file that the `rows` stand in; a `fresh` report is always worked out.
    """
    cache = cache_at(config.root if config.cache else None)
    key = _key(session, config, glossary)
    texts = _texts(session, glossary)
    known = None if cache is None or fresh else _known(cache, key, texts)
    if known is not None:
        return known
    from zhen_align import pipeline
    from zhen_align.engine.renderings import Cached

    looks = Cached(config)
    kept = None if cache is None or fresh else _Pairs(cache, _settings(config, rows), session)
    with collecting.paused():
        report = pipeline.linted(
            session.paired, session.unpaired, rows, config, glossary, looks, kept
        )
    if cache is not None:
        whole = _Kept(report.findings, report.coverage, report.unused, report.version)
        cache.put(key, encode(whole))
    return report


@dataclass(frozen=True, slots=True)
class _OfPair:
    findings: tuple[Finding, ...]


class _Pairs:
    """What rules that look at one pair said of each, under what the cache calls the pair."""

    def __init__(self, cache: Cache, settings: bytes, session: Session) -> None:
        self._cache, self._settings = cache, settings
        called = zip(session.alignments, session.names, strict=False)
        self._names = {id(alignment): name for alignment, name in called}

    def of(self, alignment: Alignment, make: Callable[[], Sequence[Finding]]) -> Sequence[Finding]:
        """Return what is kept of a pair where it fits the texts, else what `make` returns."""
        name = self._names.get(id(alignment))
        if name is None:
            return make()
        key = key_of(b"findings", name.encode(), self._settings)
        texts = {doc.path: doc.text for doc in (alignment.zh, alignment.en)}
        known = decoded(_OfPair, self._cache.get(key))
        if known is not None and _all_fit(known.findings, texts):
            return known.findings
        made = tuple(make())
        self._cache.put(key, encode(_OfPair(made)))
        return made


def _known(cache: Cache, key: str, texts: dict[str, str]) -> Report | None:
    """Return what is kept under `key`, where all of it fits the texts."""
    kept = decoded(_Kept, cache.get(key))
    if kept is None or not _all_fit(kept.findings, texts):
        return None
    return Report(kept.findings, kept.coverage, kept.unused, kept.version, texts)


def _all_fit(findings: Sequence[Finding], texts: dict[str, str]) -> bool:
    """Whether every place of some findings holds what the texts have there."""
    return all(_fits(place, texts) for each in findings for place in _places(each))


def _places(finding: Finding) -> list[Place]:
    places = (finding.place, finding.zh, finding.en, finding.other)
    return [place for place in places if place is not None]


def _fits(place: Place, texts: dict[str, str]) -> bool:
    return place.path in texts and place.span.of(texts[place.path]) == place.text


def _texts(session: Session, glossary: Document | None) -> dict[str, str]:
    """Return the texts that a report on the session speaks of, by path."""
    texts = {doc.path: doc.text for each in session.paired for doc in (each.zh, each.en)}
    texts |= {document.path: document.text for document in session.unpaired}
    if glossary is not None:
        texts.setdefault(glossary.path, glossary.text)
    return {path: texts[path] for path in sorted(texts)}


def _settings(config: Config, rows: "Sequence[Row]") -> bytes:
    """Return all that the findings of one pair depend on beside the pair and the program."""
    from zhen_align.lint.judged import JUDGED

    said = (
        *(sorted(each.items()) for each in (config.rules, *(o.rules for o in config.overrides))),
        *(override.paths for override in config.overrides),
        config.target, config.only, config.without, config.spacing,
        [row for row in rows if row.status in JUDGED],
    )  # fmt: skip
    return repr(said).encode("utf-8", "surrogatepass")


def _key(session: Session, config: Config, glossary: Document | None) -> str:
    """Return the key of everything that a report depends on, the program left out."""
    said = (
        *(sorted(each.items()) for each in (config.rules, *(o.rules for o in config.overrides))),
        *(override.paths for override in config.overrides),
        config.ignore, config.target, config.only, config.without, config.spacing,
        str(config.file or ""),
        (glossary.path, glossary.text) if glossary else (),
        [doc.path for doc in session.unpaired],
        [each.name for each in session.paired],
    )  # fmt: skip
    return key_of(
        b"report", repr(said).encode("utf-8", "surrogatepass"), *map(str.encode, session.keys)
    )
