"""What people do to rows, as changes: decide, edit, add, merge two terms. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from zhen_align.glossary.merge import term_key
from zhen_align.glossary.rows import Row, Status
from zhen_align.review.draft import Change, Conflict, Draft, Made, Why, said, saying
from zhen_align.terms.forms import english_key
from zhen_align.text.scripts import han_count


@dataclass(frozen=True, slots=True)
class Decide:
    """Give rows a status."""

    rows: tuple[Row, ...]
    status: Status


@dataclass(frozen=True, slots=True)
class Edit:
    """Let a row say something else."""

    row: Row
    wanted: Row


@dataclass(frozen=True, slots=True)
class Add:
    """Add a row, such as a rendering that no text uses yet."""

    row: Row


@dataclass(frozen=True, slots=True)
class Merge:
    """Make two terms one: the rows of the first join those of the second."""

    row: Row
    into: Row


Action = Decide | Edit | Add | Merge


def perform(draft: Draft, action: Action, *, force: bool = False) -> list[Made | Conflict]:
    """Make what an action asks for; changes that do not fit are left, the others are made.

    A merge is made whole or not at all.
    """
    match action:
        case Decide(rows, Status.KEEP):
            return [_kept(draft, row, force=force) for row in rows]
        case Decide(rows, status):
            return [draft.apply(Change(row, _with(row, status)), force=force) for row in rows]
        case Edit(row, wanted):
            return [_edited(draft, row, wanted, force=force)]
        case Add(row):
            return [_added(draft, row)]
        case Merge(row, into):
            trial = draft.copy()
            results = _merged(trial, row, into, force=force)
            if all(isinstance(each, Made) for each in results):
                draft.become(trial)
            return results


def _with(row: Row, status: Status) -> Row:
    return replace(row, status=status)


def _edited(draft: Draft, row: Row, wanted: Row, *, force: bool) -> Made | Conflict:
    said_anew = (row.en, row.zh, row.status) != (wanted.en, wanted.zh, wanted.status)
    if said_anew and _two_names(wanted):
        return Conflict(Why.TWO_NAMES, Change(row, wanted), draft.current(row))
    return draft.apply(Change(row, wanted), force=force)


def _two_names(row: Row) -> bool:
    """Whether a kept term is not the same on both sides."""
    return row.status is Status.KEEP and row.en != row.zh


def _added(draft: Draft, row: Row) -> Made | Conflict:
    """Add a row, unless there is one of these forms, whatever has been decided about it."""
    if _two_names(row):
        return Conflict(Why.TWO_NAMES, Change(None, row))
    for other in draft.with_forms(row.en, row.abbr, row.zh):
        if other.domain == row.domain:
            return Conflict(Why.EXISTS, Change(None, row), other)
    return draft.apply(Change(None, row))


def _kept(draft: Draft, row: Row, *, force: bool) -> Made | Conflict:
    """Keep a term in Latin letters: the row that says so, else this one, says so from now on.

    A row that held a rendering keeps its `source`, so that the rendering is not proposed again.
    """
    name = row.en.strip() or row.zh.strip()
    if not name or han_count(name):
        return Conflict(Why.NO_NAME, Change(row, row), draft.current(row))
    if row.zh != row.en:
        for other in draft.with_forms(row.en, row.abbr, row.en):
            if other.domain == row.domain:
                return draft.apply(Change(other, _with(other, Status.KEEP)), force=force)
    return draft.apply(Change(row, replace(row, en=name, zh=name, status=Status.KEEP)), force=force)


def _merged(draft: Draft, row: Row, into: Row, *, force: bool) -> list[Made | Conflict]:
    if term_key(row) == term_key(into):
        return [Conflict(Why.SAME, Change(row, into), into)]
    rows = draft.rows
    ours = [each for each in rows if term_key(each) == term_key(row)]
    theirs = [each for each in rows if term_key(each) == term_key(into)]
    if not ours or not theirs:
        seen = into if ours else row
        return [Conflict(Why.GONE, Change(seen, seen))]
    abbr = into.abbr or next((each.abbr for each in theirs if each.abbr), "")
    results: list[Made | Conflict] = []
    for change in _moves(ours, theirs, into.en, abbr):
        result = draft.apply(change, force=force)
        if isinstance(result, Conflict):
            return [result]
        results.append(result)
    return results


def _moves(ours: Sequence[Row], theirs: Sequence[Row], en: str, abbr: str) -> Iterator[Change]:
    """Yield what brings every row of a term to another: moved, or joined where it is there."""
    there = {(row.zh, row.domain): row for row in theirs}
    for row in ours:
        zh = en if row.zh == row.en else row.zh
        key = zh, row.domain
        twin = there.get(key)
        if twin is None:
            there[key] = replace(row, en=en, abbr=row.abbr or abbr, zh=zh)
            yield Change(row, there[key])
            continue
        joined = _joined(twin, row)
        if said(joined) != said(twin):
            yield Change(twin, joined)
            there[key] = joined
        if english_key(row.en) == english_key(en):
            yield Change(row, None)  # the other row settles this spelling too
        else:
            # gone, it would be found again by the next build
            note = _notes((row.note, f"→ {en}"))
            yield Change(row, replace(row, status=Status.REJECTED, note=note))


def _joined(twin: Row, row: Row) -> Row:
    """Return a row with what another one knows: the notes of both, the status of a person."""
    decided = twin.status is not Status.CANDIDATE or row.status is Status.CANDIDATE
    status = twin.status if decided else row.status
    extra = (_notes(pair) for pair in zip(twin.extra, row.extra, strict=True))
    en, abbr, zh, _, domain, note, source, *_ = said(twin)
    note = _notes((note, row.note))
    return saying(twin, (en, abbr or row.abbr, zh, str(status), domain, note, source, *extra))


def _notes(parts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(part for part in parts if part))
