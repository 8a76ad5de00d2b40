"""Texts to a comparison: portraits in processes, linking here, accounts in processes again.

A run on the same texts is known from the cache as a whole; of a run on other texts, each
pair of works whose bytes are the same.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from zhen_align.compare.accounts import account
from zhen_align.compare.linking import group, named, pairs_of
from zhen_align.compare.missing import missing
from zhen_align.compare.portrait import Portrait, portrait
from zhen_align.compare.result import NOTHING, Account, Case, Comparison, Missing
from zhen_align.config import Config
from zhen_align.engine import pool
from zhen_align.engine.cache import key_of
from zhen_align.engine.codec import decoded, encode
from zhen_align.engine.session import Watcher, cache_at
from zhen_align.engine.session import _bytes as read_source
from zhen_align.engine.tasks import Source
from zhen_align.errors import InputError, ZhenError
from zhen_align.glossary.rows import Row

MOST = 1_000
"""Texts among which accounts are looked for unasked; more are a matter for `compare`."""
_SOURCES = 32  # texts that are portrayed in one task
_PAIRS = 8
_MOST_ACCOUNTS = 1_000  # groups whose claims are compared unasked; more would fill a book


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a run, and the files that could not be read."""

    comparison: Comparison
    errors: tuple[ZhenError, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a process tells of a text; nothing but an error where it cannot be read."""

    portrait: Portrait | None = None
    missing: tuple[Missing, ...] = ()
    error: ZhenError | None = None


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Pairs of texts to compare."""

    pairs: tuple[tuple[Source, Source], ...]
    rows: tuple[Row, ...] = field(default=(), repr=False)


def run(
    sources: Sequence[Source],
    config: Config,
    watcher: Watcher,
    rows: Sequence[Row] = (),
    *,
    two: bool = False,
    details: bool = True,
    partners: Collection[frozenset[str]] = (),
) -> Run:
    """Compare texts: find the works among them, or take `two` as the user named them.

    `partners` are aligned with each other already: what they say is not compared again.
    """
    cache = cache_at(config.root if config.cache else None)
    contents, errors = _contents(sources)
    key = _key(contents, rows, two=two, details=details, partners=partners)
    kept = None if cache is None or errors else decoded(Comparison, cache.get(key))
    if kept is not None:
        return Run(kept, note=_note(kept) if details else "")
    readable = [source for source in sources if source.name in contents]
    chunks = [readable[at : at + _SOURCES] for at in range(0, len(readable), _SOURCES)]
    started = lambda: watcher.start(len(chunks))  # noqa: E731
    seen: list[_Seen] = []
    for each in pool.run(
        _portraits, chunks, config.jobs, scheduler=config.scheduler, started=started
    ):
        seen += each
        watcher.advance()
    errors += [each.error for each in seen if each.error]
    portraits = [each.portrait for each in seen if each.portrait]
    groups, candidates = named(portraits) if two else group(portraits)
    wanted = groups or (candidates if two else [])
    places = {source.name: source for source in readable}
    shown = details and len(wanted) <= _MOST_ACCOUNTS
    pairs = [pair for each in wanted for pair in pairs_of(each.works)] if shown else []
    pairs = [pair for pair in pairs if frozenset(pair) not in partners]
    accounts = _accounts(pairs, places, rows, config, watcher)
    lacking = tuple(each for one in seen for each in one.missing)
    if two and accounts and accounts[0].case is Case.STRANGERS:
        one, other = portraits
        groups = groups if one.identity.meets(other.identity) else []
    found = Comparison(tuple(groups), tuple(candidates), tuple(accounts), lacking)
    if cache is not None and not errors:
        cache.put(key, encode(found))
        cache.trim()
    return Run(found, tuple(errors), _note(found) if details else "")


def unasked(
    names: Iterable[str],
    partners: Iterable[tuple[str, str]],
    config: Config,
    watcher: Watcher,
    rows: Sequence[Row] = (),
) -> Comparison:
    """Compare texts that are at hand anyway, except partners; of too many nothing."""
    every, known = sorted({*names} - {"-"}), {frozenset(pair) for pair in partners}
    if not 1 < len(every) <= MOST or frozenset(every) in known:
        return NOTHING
    sources = [Source(name, config.root / name) for name in every]
    found = run(sources, config, watcher, rows, partners=known).comparison
    groups, candidates = (
        tuple(each for each in some if frozenset(each.works) not in known)
        for some in (found.groups, found.candidates)
    )
    return replace(found, groups=groups, candidates=candidates)


def _note(found: Comparison) -> str:
    """Return what is not in a comparison because it would be too much."""
    if found.accounts or len(found.groups) <= _MOST_ACCOUNTS:
        return ""
    return f"{len(found.groups):,} groups: to compare what they say, name fewer texts"


def _contents(sources: Sequence[Source]) -> tuple[dict[str, bytes], list[ZhenError]]:
    """Return the hash of every text, and what cannot be read."""
    found: dict[str, bytes] = {}
    errors: list[ZhenError] = []
    for source in sources:
        try:
            found[source.name] = key_of(read_source(source)).encode()
        except InputError as error:
            errors.append(error)
    return found, errors


def _key(
    contents: Mapping[str, bytes],
    rows: Sequence[Row],
    *,
    two: bool,
    details: bool,
    partners: Collection[frozenset[str]],
) -> str:
    names = (name.encode("utf-8", "surrogateescape") for name in contents)
    judged = [(row.en, row.zh, str(row.status)) for row in rows]
    said = repr((two, details, judged, sorted(map(sorted, partners))))
    return key_of(b"comparison", said.encode(), *names, *contents.values())


def _portraits(sources: Sequence[Source]) -> list[_Seen]:
    return [_seen(source) for source in sources]


def _seen(source: Source) -> _Seen:
    from zhen_align import pipeline

    try:
        document = pipeline.parsed(source.name, read_source(source))
    except InputError as error:
        return _Seen(error=error)
    return _Seen(portrait(document), tuple(missing(document)))


def _accounts(
    wanted: Sequence[tuple[str, str]],
    places: Mapping[str, Source],
    rows: Sequence[Row],
    config: Config,
    watcher: Watcher,
) -> list[Account]:
    """Compare works two by two."""
    pairs = [(places[a], places[b]) for a, b in wanted]
    tasks = [
        _Pairs(tuple(pairs[at : at + _PAIRS]), tuple(rows)) for at in range(0, len(pairs), _PAIRS)
    ]
    started = lambda: watcher.start(len(tasks))  # noqa: E731
    found: list[Account] = []
    for each in pool.run(
        _compared, tasks, config.jobs, scheduler=config.scheduler, started=started
    ):
        found += each
        watcher.advance()
    return found


def _compared(task: _Pairs) -> list[Account]:
    from zhen_align import pipeline

    found = []
    for pair in task.pairs:
        a, b = (pipeline.parsed(source.name, read_source(source)) for source in pair)
        found.append(account(a, b, task.rows))
    return found
