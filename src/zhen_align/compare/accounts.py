"""Two works compared: which case it is, what corresponds, what only one says, what differs.

A text and its translation go through the ordinary aligner, whose beads become links; two
independent accounts are linked claim by claim. Which of the two it is, the aligner itself
tells: it covers translations nearly whole, and in order.
"""

from collections.abc import Sequence

from zhen_align.align.align import align_pair
from zhen_align.compare import keywords, names, numbers, terms
from zhen_align.compare.claims import Work, place
from zhen_align.compare.links import Links, links
from zhen_align.compare.result import Account, Case, ClaimLink, Grade, Place
from zhen_align.glossary.rows import Row
from zhen_align.types import Alignment, Bead, Document, Lang, Sentence

_SURE_BEAD = 0.8
_PERHAPS_WHOLE = 0.6
_WHOLE = 0.75  # of both texts in sure beads: a translation
_UNMOVED = 0.8
_LEAST_LINKS = 0.06
"""With a smaller share of the shorter text linked, two texts have nothing to do with each other."""


def account(a: Document, b: Document, rows: Sequence[Row] = ()) -> Account:
    """Compare two works."""
    one, two = Work.of(a), Work.of(b)
    found, case = links(one, two), Case.ACCOUNTS
    if max(found.shares) < _LEAST_LINKS:
        case = Case.STRANGERS
    # aligning costs more than linking, and what is hardly linked is no translation
    alignment = _translation(one, two) if min(found.shares) > _PERHAPS_WHOLE else None
    if alignment is not None:
        found, case = _by_beads(one, two, alignment), Case.TRANSLATION
    different = [
        *numbers.differences(one, two, found.sentences),
        *names.differences(one, two, found.sentences),
        *terms.differences(one, two, rows),
    ]
    if case is Case.STRANGERS:
        different = []
    both, alone = keywords.compared(a, b)
    return Account(
        (a.path, b.path), case, found.found, found.only, tuple(different), found.shares,
        tuple(both), tuple(alone),
    )  # fmt: skip


def _translation(a: Work, b: Work) -> Alignment | None:
    """Return the alignment of two works in one language each, where that is a translation."""
    if len(a.langs) != 1 or len(b.langs) != 1 or a.langs == b.langs:
        return None
    zh, en = (a, b) if a.langs[0] is Lang.ZH else (b, a)
    alignment = align_pair(zh.document, en.document)
    joined = [bead for bead in alignment.beads if bead.zh and bead.en]
    sure = [bead for bead in joined if bead.score >= _SURE_BEAD]
    still = sum(not bead.moved for bead in joined)
    for side in ("zh", "en"):
        every = sum(_length(getattr(bead, side)) for bead in alignment.beads)
        if sum(_length(getattr(bead, side)) for bead in sure) < _WHOLE * every:
            return None
    return alignment if sure and still >= _UNMOVED * len(joined) else None


def _length(sentences: Sequence[Sentence]) -> int:
    return sum(each.span.end - each.span.start for each in sentences)


def _by_beads(a: Work, b: Work, alignment: Alignment) -> Links:
    """Return an alignment's beads as links."""
    number = [{s.span: n for n, s in enumerate(work.sentences)} for work in (a, b)]
    found: list[ClaimLink] = []
    pairs = []
    only: list[Place] = []
    turned = alignment.zh.path != a.document.path
    for bead in alignment.beads:
        left, right = (bead.en, bead.zh) if turned else (bead.zh, bead.en)
        places = [tuple(place(w.document, s) for s in side) for w, side in ((a, left), (b, right))]
        if not left or not right:
            only += [*places[0], *places[1]]
            continue
        grade = Grade.SAME if bead.score >= _SURE_BEAD else Grade.PARTIAL
        found.append(ClaimLink(grade, round(bead.score, 4), places[0], places[1]))
        sides = [
            tuple(numbers[s.span] for s in side if s.span in numbers)
            for numbers, side in zip(number, (left, right), strict=True)
        ]
        pairs.append((sides[0], sides[1], grade))
    shares = [_covered(alignment.beads, side) for side in ("zh", "en")]
    if turned:
        shares.reverse()
    return Links(tuple(found), tuple(pairs), tuple(only), (shares[0], shares[1]))


def _covered(beads: Sequence[Bead], side: str) -> float:
    every = sum(_length(getattr(bead, side)) for bead in beads)
    linked = sum(_length(getattr(bead, side)) for bead in beads if bead.zh and bead.en)
    return round(linked / max(every, 1), 4)
