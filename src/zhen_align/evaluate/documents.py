"""A program's alignment of documents against gold: beads by place, lines, kinds, sentence ends."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from zhen_align.evaluate import beads
from zhen_align.evaluate.beads import Joined, Keys
from zhen_align.evaluate.gold import Gold, Place
from zhen_align.evaluate.tally import Tally, of_sets
from zhen_align.text.lines import position
from zhen_align.types import Alignment, Document, Lang, Sentence

Lines = dict[tuple[str, int], tuple[str, str]]

_RUNNING = ("sentence", "item", "caption")


def joined(alignments: Iterable[Alignment]) -> list[Joined]:
    """Return a program's beads with places as keys."""
    return [
        Joined(_places(a.zh, b.zh), _places(a.en, b.en), b.score, b.moved, str(b.unit))
        for a in alignments
        for b in a.beads
    ]


def _places(document: Document, side: Sequence[Sentence]) -> Keys:
    return frozenset((document.path, s.span.start, s.span.end) for s in side)


def lax(gold: Sequence[Joined], found: Sequence[Joined]) -> Tally:
    """Return the lax tally, sentences that overlap counting as one another."""
    return beads.lax(gold, beads.renamed(found, _overlaps(found, gold)))


def _overlaps(found: Iterable[Joined], gold: Iterable[Joined]) -> dict[object, Keys]:
    """Return for each place that was found the gold's places that it shares characters with."""
    there: dict[str, list[Place]] = {}
    for place in _all_places(gold):
        there.setdefault(place[0], []).append(place)
    starts: dict[str, list[int]] = {}
    for path, places in there.items():
        places.sort(key=lambda place: place[1])
        starts[path] = [place[1] for place in places]
    names: dict[object, Keys] = {}
    for place in _all_places(found):
        path, start, end = place
        last = bisect_left(starts.get(path, []), end)
        first = max(0, bisect_left(starts.get(path, []), start) - 1)
        near = [p for p in there.get(path, [])[first:last] if p[1] < end and start < p[2]]
        if near:
            names[place] = frozenset(near)
    return names


def _all_places(joined: Iterable[Joined]) -> set[Place]:
    # keys of documents are places; ladders, whose keys are numbers, never come here
    return {key for b in joined for key in b.zh | b.en if isinstance(key, tuple)}


def line_pairs(alignment: Alignment) -> set[tuple[int, int]]:
    """Return the (English, Chinese) lines that the sentences of a bead stand on."""
    return {
        (e, z)
        for bead in alignment.beads
        for english in bead.en
        for e in _rows(alignment.en, english.span.start, english.span.end)
        for chinese in bead.zh
        for z in _rows(alignment.zh, chinese.span.start, chinese.span.end)
    }


def _rows(document: Document, start: int, end: int) -> range:
    first = position(document.lines, start)[0]
    return range(first, position(document.lines, max(start, end - 1))[0] + 1)


def pairs_tally(
    found: set[tuple[int, int]], wanted: set[tuple[int, int]], allowed: set[tuple[int, int]]
) -> Tally:
    """Return the tally of line pairs: some must be found, more may be."""
    right = len(found & (wanted | allowed))
    return Tally(right, len(found), len(found & wanted), len(wanted))


def lines_tally(gold: Gold, alignment: Alignment) -> Tally:
    """Return how well lines are paired: those that a gold bead joins are wanted."""
    documents = {alignment.zh.path: alignment.zh, alignment.en.path: alignment.en}
    wanted = {
        (e, z)
        for bead in gold.beads
        for e in _lines_of(bead.en, documents)
        for z in _lines_of(bead.zh, documents)
    }
    allowed = {(e, z) for en, zh in gold.links for e in en for z in zh}
    return pairs_tally(line_pairs(alignment), wanted, allowed)


def _lines_of(keys: Keys, documents: Mapping[str, Document]) -> set[int]:
    found: set[int] = set()
    for key in keys:
        if isinstance(key, tuple) and key[0] in documents:
            found.update(_rows(documents[key[0]], key[1], key[2]))
    return found


def of_lines(document: Document) -> Lines:
    """Return the kind and language of each line, by what covers most of it."""
    most: dict[int, tuple[int, str]] = {}
    langs: dict[int, set[Lang]] = {}
    ends = [*document.lines[1:], len(document.text)]
    for block in document.blocks:
        for row in _rows(document, block.span.start, block.span.end):
            start = max(document.lines[row - 1], block.span.start)
            size = min(ends[row - 1], block.span.end) - start
            most[row] = max(most.get(row, (-1, "")), (size, str(block.kind)))
            langs.setdefault(row, set()).add(block.lang)
    return {(document.path, row): (kind, _language(langs[row])) for row, (_, kind) in most.items()}


def _language(langs: set[Lang]) -> str:
    spoken = langs - {Lang.NONE}
    if not spoken:
        return str(Lang.NONE)
    return str(spoken.pop() if len(spoken) == 1 else Lang.MIXED)


def kinds_and_languages(gold: Gold, documents: Iterable[Document]) -> tuple[Tally, Tally]:
    """Return how many lines have the gold's kind, and how many its language."""
    said: Lines = {}
    for document in documents:
        said |= of_lines(document)
    answers = [said.get((line.path, line.line), ("", "")) for line in gold.lines]
    kinds = sum(a[0] == line.kind for a, line in zip(answers, gold.lines, strict=True))
    langs = sum(a[1] == line.lang for a, line in zip(answers, gold.lines, strict=True))
    n = len(gold.lines)
    return Tally(kinds, n, kinds, n), Tally(langs, n, langs, n)


def ends_tally(gold: Gold, found: Iterable[Joined], documents: Iterable[Document]) -> Tally:
    """Return how well the inner ends of sentences are found, where gold has running text."""
    by_path = {document.path: document for document in documents}
    wanted = _cuts(gold.beads, by_path)
    lines = {
        (path, row)
        for bead in gold.beads
        if bead.unit in _RUNNING
        for path, start, end in _all_places([bead])
        if path in by_path
        for row in _rows(by_path[path], start, end)
    }
    said = {
        (path, cut)
        for path, cut in _cuts(found, by_path)
        if (path, position(by_path[path].lines, cut - 1)[0]) in lines
    }
    return of_sets(said, wanted)


def _cuts(joined: Iterable[Joined], documents: Mapping[str, Document]) -> set[tuple[str, int]]:
    running = sorted(_all_places(b for b in joined if b.unit in _RUNNING))
    cuts = set()
    for one, other in pairwise(running):
        document = documents.get(one[0])
        if document is not None and one[0] == other[0]:
            row = _rows(document, one[1], one[2])[-1]
            if row == _rows(document, other[1], other[2])[0]:
                cuts.add((one[0], one[2]))
    return cuts
