"""What is open in the editor, over what lies on disk, and what lint says of the pair.

A file is judged with its partner, and against the glossary as it is now. Nothing here knows
the protocol.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from zhen_align.config import Config, load
from zhen_align.engine import findings, session, tasks
from zhen_align.engine.tasks import Source, Task
from zhen_align.errors import ZhenError
from zhen_align.glossary import store
from zhen_align.glossary.index import Index
from zhen_align.glossary.rows import Row
from zhen_align.lint.finding import Finding
from zhen_align.types import Span


@dataclass(frozen=True, slots=True)
class Judged:
    """The findings in each file of a pair, the texts they stand in, and what went wrong."""

    findings: Mapping[Path, Sequence[Finding]] = field(default_factory=dict)
    texts: Mapping[Path, str] = field(default_factory=dict)
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of text that the glossary knows, and all rows of its terms."""

    span: Span
    rows: tuple[Row, ...]


def judged(path: Path, open_texts: Mapping[Path, str]) -> Judged:
    """Return what lint says of a file and its partner, as the editor has them."""
    try:
        config = replace(load(path.parent), jobs=1)
        task = _task(path, config)
        sources = tuple(_as_open(source, config, open_texts) for source in task.sources)
        done = session.run([replace(task, sources=sources)], session.Unwatched(), jobs=1)
        rows = rows_of(config)
        report = findings.linted(done, rows, config, fresh=True)
    except ZhenError as error:
        return Judged(trouble=str(error))
    places = {source.name: config.root / source.name for source in task.sources}
    found: dict[Path, list[Finding]] = {place: [] for place in places.values()}
    for finding in report.findings:
        if finding.place.path in places:
            found[places[finding.place.path]].append(finding)
    texts = {place: report.texts[name] for name, place in places.items() if name in report.texts}
    return Judged(found, texts, "; ".join(str(error) for error in done.errors))


def entry(path: Path, text: str, offset: int) -> Entry | None:
    """Return what the glossary says of the term at an offset."""
    try:
        rows = rows_of(load(path.parent))
    except ZhenError:
        return None
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start : end if end >= 0 else len(text)]
    for match in Index(rows).find(line):
        span = match.span.shifted(by=start)
        if span.start <= offset < span.end:
            terms = {rows[ref.row].en for ref in match.refs}
            return Entry(span, tuple(row for row in rows if row.en in terms))
    return None


def rows_of(config: Config) -> tuple[Row, ...]:
    """Return the rows of the configured glossary; none where there is no such file."""
    return store.read(config.glossary_path, config.glossary).rows


def _task(path: Path, config: Config) -> Task:
    """Return the pair that a file belongs to: as configured, else by what lies beside it."""
    name = path.relative_to(config.root).as_posix() if path.is_relative_to(config.root) else ""
    for paths in ((), (str(path.parent),), (str(path),)):
        try:
            planned, _ = tasks.plan(paths, config)
        except ZhenError:
            continue
        for task in planned:
            if any(name in {source.name, ""} or _is(source, path) for source in task.sources):
                return task
    return Task((Source(name or str(path), path),))


def _is(source: Source, path: Path) -> bool:
    return source.path is not None and source.path.resolve() == path.resolve()


def _as_open(source: Source, config: Config, open_texts: Mapping[Path, str]) -> Source:
    place = config.root / source.name
    if place not in open_texts:
        return source
    return Source(source.name, data=open_texts[place].encode("utf-8", "surrogatepass"))
