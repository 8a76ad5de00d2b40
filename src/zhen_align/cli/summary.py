"""What `build` says: the candidates as rows, the rows that change, the summary. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from zhen_align.engine.collection import Collection, Kind
from zhen_align.engine.comparable import Found
from zhen_align.glossary.merge import Changes, changes
from zhen_align.glossary.rows import COLUMNS, Row, Status, Table, fingerprint, render
from zhen_align.glossary.store import Outcome
from zhen_align.terms.candidate import Candidate
from zhen_align.terms.forms import english_key

_SHOWN = 10
_NAMED = 5
REWRITTEN = "; only the order of the rows, line ends or a byte-order mark"
"""What else makes a file that says the same be written anew."""
Live = Callable[[Sequence[Row]], Mapping[int, int]]
"""In how many aligned pairs rows stand, by their numbers; one that stands in none is left out."""
_IN_USE = (Status.PREFERRED, Status.ADMITTED, Status.KEEP, Status.DEPRECATED, Status.FORBIDDEN)


def best(candidates: Sequence[Candidate], count: int) -> str:
    """Return a glossary of the best candidates, best first, with their scores."""
    chosen = _by_score(candidates)[:count]
    rows = tuple(replace(_row(each), extra=(f"{each.score:.4f}",)) for each in chosen)
    return render(Table(rows, (*COLUMNS, "score")))


def differences(outcome: Outcome) -> Iterator[str]:
    """Yield the program's rows that go with `-`, those that come with `+`."""
    found = _changes(outcome)
    before = {(row.en, row.abbr, row.zh): row for row in outcome.before.rows}
    gone = [*found.gone, *(before[row.en, row.abbr, row.zh] for row in found.changed)]
    signed = [*(("-", row) for row in gone), *(("+", row) for row in (*found.new, *found.changed))]
    for sign, row in sorted(signed, key=lambda each: (_place(each[1]), each[0] == "+")):
        yield f"{sign} {_line(row)}  {row.count}x, share {row.share}\n"
    if outcome.written and not signed:
        yield f"no row{REWRITTEN}\n"


def summary(
    outcome: Outcome,
    collection: Collection,
    candidates: Sequence[Candidate],
    name: str,
    *,
    written: bool,
    live: Live,
) -> Iterator[str]:
    """Yield what was read, what became of the glossary, and the best that waits for a review."""
    every = [text for part in collection.parts for text in part.shown.texts]
    texts = len({path for text in every for path in (text.zh, text.en)})
    beads = sum(text.beads for text in every if text.kind is Kind.PAIRED)
    unpaired = sum(text.kind is Kind.UNPAIRED for text in every)
    alone = f" ({unpaired} without a partner)" if unpaired else ""
    yield f"read {_many(texts, 'text')}{alone}: {_many(beads, 'aligned pair')} of sentences\n"
    found = _changes(outcome)
    counts = f"{len(found.new)} new, {len(found.changed)} changed, {len(found.gone)} gone"
    if not (found.new or found.changed or found.gone):
        counts += REWRITTEN
    if not outcome.written:
        counts = "up to date"
    elif not written:
        counts = f"not up to date: {counts}"
    people = sum(not row.is_program for row in outcome.after.rows)
    rows = _many(len(outcome.after.rows), "row")
    yield f"{name}: {rows}, {people} by people; {counts}\n"
    drifting = inconsistent(outcome.after)
    if drifting:
        named = ", ".join(drifting[:_NAMED]) + (" …" if len(drifting) > _NAMED else "")
        yield f"{_many(len(drifting), 'term')} with several renderings: {named}\n"
    yield from _live(outcome.after, live)
    waiting = {(row.en, row.abbr, row.zh) for row in outcome.after.rows if row.is_program}
    shown = [each for each in candidates if (each.en, each.abbr, each.zh) in waiting]
    if shown:
        yield "best candidates, waiting for a review:\n"
        yield from _table(_by_score(shown)[:_SHOWN])


def of_accounts(found: Found) -> Iterator[str]:
    """Yield what accounts of one work add to what translations show."""
    if found.candidates:
        terms = [each.en for each in found.candidates]
        named = ", ".join(terms[:_NAMED]) + (" …" if len(terms) > _NAMED else "")
        yield f"{_many(len(terms), 'term')} only in accounts of one work: {named}\n"


def inconsistent(table: Table) -> list[str]:
    """Return the terms that have several renderings which nobody has judged."""
    renderings: dict[str, set[str]] = {}
    judged = set()
    for row in table.rows:
        key = english_key(row.en)
        if row.status is Status.CANDIDATE:
            renderings.setdefault(key, set()).add(row.zh)
        else:
            judged.add(key)
    names = {english_key(row.en): row.en for row in table.rows}
    return [names[key] for key, zh in renderings.items() if len(zh) > 1 and key not in judged]


def _live(table: Table, live: Live) -> Iterator[str]:
    """Yield how often people's rows occur in the texts as they are now."""
    people = [row for row in table.rows if not row.is_program and row.status in _IN_USE]
    if not people:
        return
    counts = live(people)
    for status in _IN_USE:
        own = [n for n, row in enumerate(people) if row.status is status]
        if own:
            seen = [counts[n] for n in own if n in counts]
            yield (
                f"  {status:<10} {_many(len(own), 'row')}, {len(seen)} of them"
                f" in {_many(sum(seen), 'aligned pair')}\n"
            )


def _table(candidates: Sequence[Candidate]) -> Iterator[str]:
    """Yield a line a candidate, in columns that stay straight with wide characters."""
    from rich.cells import cell_len

    terms = [f"{each.en} ({each.abbr})" if each.abbr else each.en for each in candidates]
    wide = [max(map(cell_len, column)) for column in (terms, [each.zh for each in candidates])]
    for term, each in zip(terms, candidates, strict=True):
        gaps = [size - cell_len(text) for size, text in zip(wide, (term, each.zh), strict=True)]
        yield (
            f"  {term}{' ' * gaps[0]}  {each.zh}{' ' * gaps[1]}"
            f"  {each.count:>4}x  {each.share:4.0%}  {each.score:.2f}\n"
        )


def _by_score(candidates: Sequence[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda c: (-c.score, -c.count, c.en, c.abbr, c.zh))


def _changes(outcome: Outcome) -> Changes:
    return changes(outcome.before, outcome.after)


def _row(candidate: Candidate) -> Row:
    return Row(
        en=candidate.en,
        abbr=candidate.abbr,
        zh=candidate.zh,
        status=Status.CANDIDATE,
        count=str(candidate.count),
        share=f"{candidate.share:.2f}",
        source=fingerprint(candidate.en, candidate.abbr, candidate.zh),
    )


def _line(row: Row) -> str:
    abbr = f" ({row.abbr})" if row.abbr else ""
    return f"{row.en}{abbr} = {row.zh}"


def _place(row: Row) -> tuple[str, str, str, str]:
    return (row.en.casefold(), row.en, row.abbr, row.zh)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
