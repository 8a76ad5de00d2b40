"""What is said about an occurrence that is not rendered as expected."""

from collections.abc import Iterator, Sequence

from zhen_align.lint.consistency.back import Back
from zhen_align.lint.consistency.judge import Judged, judged
from zhen_align.lint.consistency.weighing import Fault
from zhen_align.lint.consistency.whole import Term
from zhen_align.lint.facts import Pair, Shared
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.rule import Judged as Found
from zhen_align.text.lines import position
from zhen_align.types import Lang, Span

_SHOWN = 3
_CLEAR = 0.0


def inconsistent(pairs: Sequence[Pair], shared: Shared, severity: Severity) -> Iterator[Found]:
    """Yield the occurrences where something else than the expected rendering stands."""
    yield from _hits(pairs, shared, severity, owned=False)


def collisions(pairs: Sequence[Pair], shared: Shared, severity: Severity) -> Iterator[Found]:
    """Yield the occurrences where the rendering of another term stands."""
    yield from _hits(pairs, shared, severity, owned=True)


def _hits(
    pairs: Sequence[Pair], shared: Shared, severity: Severity, *, owned: bool
) -> Iterator[Found]:
    whole = [pair for pair in pairs if not pair.is_alone]
    result = judged(whole, shared)
    for fault in result.faults:
        if bool(fault.owner) != owned:
            continue
        pair = whole[fault.pair]
        bead = pair.beads[fault.guess.bead]
        # a rendering that fits the term well makes an unsure bead sure
        least = shared.sure if fault.guess.logit > _CLEAR else shared.very_sure
        if bead.bead.score < least:
            continue
        expected = result.whole.show(fault.expected)
        place, other = Span(*fault.guess.target), Span(*fault.guess.source)
        found = place.of(bead.target.document.text)
        message = _message(fault, result, whole, expected, found)
        term = f"{fault.guess.key}\t{fault.guess.form}"
        level = Severity.INFO if fault.doubtful else severity
        yield bead, Hit(place, pair.target, message, level, (expected,), term, other=other)
    for back in result.back:
        bead = whole[back.pair].beads[back.bead]
        if bool(back.owner) == owned and bead.bead.score >= shared.very_sure:
            yield bead, _back(back, result, bead.target.document.text, severity)


def _back(back: Back, result: Judged, text: str, severity: Severity) -> Hit:
    """Say what a Chinese term is called where English is the translation."""
    terms = result.whole.terms
    expected, zh = terms[back.expected].shown, result.whole.show(back.form)
    found = " ".join(back.target.of(text).split())
    name = _name(terms[back.expected])
    message = f"{zh} is {name}, not {found}"
    if back.doubtful:
        message, severity = f"{zh} is elsewhere {name}, here {found}", Severity.INFO
    if back.owner:
        message += f", which stands for {result.whole.show(back.owner)}"
    term = f"{back.form}\t{back.key}"
    return Hit(back.target, Lang.EN, message, severity, (expected,), term, other=back.source)


def _message(fault: Fault, result: Judged, pairs: Sequence[Pair], expected: str, found: str) -> str:
    term = result.whole.terms[fault.guess.key]
    name = _name(term)
    here = " ".join(found.split())
    where = _where(fault, term, pairs)
    said = f"{name} is {expected}{where}, not {here}"
    if fault.doubtful:
        said = f"{name} is elsewhere {expected}{where}, here {here}"
    if fault.owner:
        owner = result.whole.terms[fault.owner]
        said += f", which stands for {_name(owner)}"
        return said
    counts = _counts(term, result)
    return f"{said} (used: {counts})" if counts else said


def _name(term: Term) -> str:
    return f"{term.shown} ({min(term.abbreviations)})" if term.abbreviations else term.shown


def _where(fault: Fault, term: Term, pairs: Sequence[Pair]) -> str:
    """Return where the expected rendering is defined, where it is."""
    place = term.where.get(fault.expected)
    if place is None:
        return ""
    document = pairs[place[0]].alignment.zh
    line, _ = position(document.lines, place[1])
    same = place[0] == fault.pair
    return f" (defined in line {line})" if same else f" (defined in {document.path}:{line})"


def _counts(term: Term, result: Judged) -> str:
    """Return how often which rendering is used, the commonest first."""
    listed = sorted(term.uses.items(), key=lambda item: (-item[1], item[0]))[:_SHOWN]
    return ", ".join(f"{result.whole.show(form)} {n}×" for form, n in listed)
