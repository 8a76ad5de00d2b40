"""One alignment read once: everything that no other document has a say in.

A `Reading` is plain data that the cache can keep. What only a collection can tell (n-grams,
what an abbreviation means, what goes with what) is `gather.py`'s.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from zhen_align.terms import chinese, english
from zhen_align.terms.definitions import Definition, definitions
from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.forms import simplified
from zhen_align.terms.initials import key_of
from zhen_align.terms.segments import Segment, segments
from zhen_align.terms.stopwords import STOP
from zhen_align.text.segmenter import JIEBA, Segmenter
from zhen_align.types import Alignment, Span

_LONGEST_WORD = 6
LEAST_BEAD = 0.3
"""A bead less sure than this teaches nothing."""
_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Defined:
    """What a bracket says, and on which side it stands.

    `edges` are flat rows of (first atom, atoms, whether that is the whole run): what may be
    the rendering before the bracket.
    """

    in_chinese: bool
    en: Span | None
    abbr: Span | None
    zh: Span | None
    edges: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """A bead: English units as flat (start, end), words, and the Chinese as `ngrams` wants it.

    Of each unit `keys` has the key, `initial` a 1 where its capitals mean nothing.
    """

    segment: Segment
    english: tuple[int, ...]
    keys: tuple[str, ...]
    initial: str
    words: str
    stems: str
    marks: str
    whole: tuple[int, ...]
    spoken: str
    defined: tuple[Defined, ...]

    @property
    def plain(self) -> str:
        """Return the Chinese in Simplified characters, place by place."""
        return simplified(self.segment.zh.text)


@dataclass(frozen=True, slots=True)
class Reading:
    """The beads of one alignment that have something to say."""

    beads: tuple[Read, ...]


def read(alignment: Alignment, segmenter: Segmenter = JIEBA) -> Reading:
    """Read the beads of one alignment."""
    dictionary = Dictionary(())
    found = segments(alignment, LEAST_BEAD)
    return Reading(tuple(read_bead(each, dictionary, segmenter) for each in found))


def read_bead(segment: Segment, dictionary: Dictionary, segmenter: Segmenter = JIEBA) -> Read:
    """Read one bead; the dictionary tells the classes of words and their stems."""
    text = segment.en.text
    plain = simplified(segment.zh.text)
    runs = chinese.runs(plain, segmenter)
    words = sorted({w.lower() for w in _WORD.findall(text)})
    stems = {dictionary.stem(word) for word in words if word not in STOP}
    base, whole = 0, []
    for run in runs:
        for first, size in dict.fromkeys((*chinese.units(run), *_known(run, stems, dictionary))):
            whole += [base + first, size]
        base += len(run.atoms)
    found = [unit.span for unit in english.units(text, dictionary)]
    return Read(
        segment,
        english=tuple(_flat(found)),
        keys=tuple(key_of(" ".join(span.of(text).split())) for span in found),
        initial="".join("01"[english.is_initial(text, span)] for span in found),
        words=" ".join(words),
        stems=" ".join(sorted(stems)),
        marks="".join(map(chinese.marks, runs)),
        whole=tuple(whole),
        spoken=" ".join(sorted({word for run in runs for word in chinese.plain_words(run)})),
        defined=(
            *(Defined(False, d.en, d.abbr, d.zh) for d in definitions(text)),
            *(_defined(d, runs) for d in definitions(plain)),
        ),
    )


def _known(
    run: chinese.Run, stems: Collection[str], dictionary: Dictionary
) -> Iterator[tuple[int, int]]:
    """Yield words of the dictionary that a word of the English means, but were cut in two."""
    for start, stop in run.words:
        for first in range(start, stop):
            for size in range(stop - first + 1, min(_LONGEST_WORD, len(run.atoms) - first) + 1):
                if dictionary.means("".join(run.atoms[first : first + size]), stems):
                    yield first, size


def _flat(spans: Iterable[Span]) -> Iterator[int]:
    for span in spans:
        yield span.start
        yield span.end


def _defined(found: Definition, runs: Sequence[chinese.Run]) -> Defined:
    edges = tuple(_behind(runs, found.zh)) if found.zh else ()
    return Defined(True, found.en, found.abbr, found.zh, edges)


def _behind(runs: Sequence[chinese.Run], zh: Span) -> Iterator[int]:
    """Yield what may be the rendering before a bracket, and whether it is the whole run."""
    base = 0
    for run in runs:
        for _, first, last in chinese.suffixes(run, zh.end):
            if run.places[first] >= zh.start:
                yield from (base + first, last - first, int(chinese.is_whole(run, first, last)))
        base += len(run.atoms)
