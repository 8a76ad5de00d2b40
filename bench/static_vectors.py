"""Try a small bilingual encoder made of the dictionary and of aligned sentences, on a CPU.

Question: do dense word vectors add what the dictionary and the learned lexicon do not have?
Every dictionary entry and every aligned pair is a document of words of both languages; the
largest singular vectors of their weighted table (by random projection and power iteration,
numpy alone) give each word a vector, and a sentence is the sum of its words'. Learned on the
development halves of ../shared/data, fitted as one more feature there, judged on the others;
beside it the same fit without the encoder.

    python bench/static_vectors.py [--size N] [--rounds N]

Skips, saying so, where ../shared is absent. Takes minutes.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from fit_beads import DATA, Named, held_out, pulls, read, recut_anew, strict, verses
from zhen_align.align import dictionary, fit
from zhen_align.align.dictionary import gloss_words
from zhen_align.align.fit import Gold
from zhen_align.align.lexicon import stems
from zhen_align.align.weights import FEATURES, Weights
from zhen_align.evaluate.tally import Tally
from zhen_align.text.scripts import han_count
from zhen_align.text.segmenter import JIEBA

Rows = npt.NDArray[np.float32]
Entry = tuple[list[str], float]
_CHUNK = 32


class StaticEncoder:
    """Words to vectors; a text is the weighted sum of its words, less what all texts share."""

    name = "static"

    def __init__(self, numbers: dict[str, int], vectors: Rows, idf: Rows) -> None:
        self._numbers, self._vectors, self._idf = numbers, vectors, idf

    def encode(self, texts: Sequence[str]) -> Rows:
        """Return a unit vector for each text."""
        found = np.zeros((len(texts), self._vectors.shape[1]), dtype=np.float32)
        for row, words in enumerate(map(words_of, texts)):
            known = [self._numbers[word] for word in words if word in self._numbers]
            if known:
                found[row] = (self._idf[known, None] * self._vectors[known]).sum(axis=0)
        norms = np.linalg.norm(found, axis=1, keepdims=True)
        unit: Rows = found / np.maximum(norms, 1e-9)
        return unit


_stem_of: dict[str, str] = {}


def words_of(text: str) -> list[str]:
    """Return jieba's words and their characters in Chinese, stems in English."""
    if han_count(text) * 4 > len(text):
        cut = [span.of(text) for span in JIEBA.spans(text)]
        cut = [word for word in cut if han_count(word)]
        return cut + [char for word in cut if len(word) > 1 for char in word]
    low = [word for word in text.lower().replace("-", " ").split() if word]
    low = [word.strip(".,;:!?()[]\"'“”*_`") for word in low]
    missing = [word for word in set(low) if word and word not in _stem_of]
    _stem_of.update(zip(missing, stems(missing), strict=True))
    return [f"en {_stem_of[word]}" for word in low if word]


def entries(golds: Iterable[Gold]) -> Iterator[Entry]:
    """Yield the dictionary, each entry a little, and aligned pairs."""
    for _, head, glosses in dictionary.entries():
        cut = words_of(head)
        for gloss in glosses.split("/"):
            told = words_of(" ".join(gloss_words(gloss)))
            if cut and told:
                yield cut + told, 1.0
    for gold in golds:
        for zh, en in (*gold.exact, *gold.within):
            left = [word for n in zh for word in words_of(gold.zh[n].text)]
            right = [word for n in en for word in words_of(gold.en[n].text)]
            if left and right:
                yield left + right, 2.0


def learned(golds: Iterable[Gold], size: int, rounds: int) -> StaticEncoder:
    numbers: dict[str, int] = {}
    rows, columns, values = [], [], []
    seen: Counter[int] = Counter()
    count = 0
    for column, (words, weight) in enumerate(entries(golds)):
        times = Counter(numbers.setdefault(word, len(numbers)) for word in words)
        seen.update(times.keys())
        for number, often in times.items():
            rows.append(number)
            columns.append(column)
            values.append(weight * (1 + np.log(often)))
        count = column + 1
    idf = np.log((count + 1) / (np.array([seen[n] for n in range(len(numbers))]) + 0.5))
    table = Sparse(np.array(rows), np.array(columns), np.array(values), len(numbers), count)
    table = table.weighted(idf)
    basis = table.times(np.random.default_rng(0).standard_normal((count, size)).astype(np.float32))
    for _ in range(rounds):
        basis = np.linalg.qr(basis)[0].astype(np.float32)
        basis = table.times(table.turned_times(basis))
    left, strengths, _ = np.linalg.svd(basis, full_matrices=False)
    vectors = (left * strengths**0.25).astype(np.float32)  # of A·Aᵀ: half of a singular value
    return StaticEncoder(numbers, vectors, idf.astype(np.float32))


class Sparse:
    """A table by its cells, with what power iteration needs."""

    def __init__(self, rows: Rows, columns: Rows, values: Rows, height: int, width: int) -> None:
        self.rows, self.columns, self.values = rows, columns, values.astype(np.float32)
        self.shape = (height, width)

    def weighted(self, by_row: Rows) -> "Sparse":
        """Return the table with rows weighted and columns of unit length."""
        values = self.values * by_row[self.rows]
        squares = np.bincount(self.columns, values**2, minlength=self.shape[1])
        values /= np.sqrt(np.maximum(squares, 1e-9))[self.columns]
        return Sparse(self.rows, self.columns, values, *self.shape)

    def times(self, other: Rows) -> Rows:
        """Return the product with a dense table."""
        return _product(self.rows, self.columns, self.values, self.shape[0], other)

    def turned_times(self, other: Rows) -> Rows:
        """Return the product of the transposed table with a dense one."""
        return _product(self.columns, self.rows, self.values, self.shape[1], other)


def _product(to: Rows, source: Rows, values: Rows, height: int, other: Rows) -> Rows:
    found = np.zeros((height, other.shape[1]), dtype=np.float32)
    for column in range(other.shape[1]):
        found[:, column] = np.bincount(to, values * other[source, column], minlength=height)
    return found


def development() -> list[Named]:
    book, pages = read("d2l/sent", 0), read("dolphin/sent", 0)
    return [
        Named("textbook", book),
        Named("documentation", pages),
        Named("verses, cut anew", recut_anew([verses(0, 2400)], "dev"), 0.5),
        Named("textbook, cut anew", recut_anew(book, "dev"), 0.5),
    ]


def main() -> None:
    """Learn, fit with and without, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=192)
    parser.add_argument("--rounds", type=int, default=2)
    args = parser.parse_args()
    if not DATA.is_dir():
        print("skipped: ../shared is not here")
        return
    start = time.process_time()
    seen = [*read("d2l/sent", 0), *read("dolphin/sent", 0), verses(0, 2400)]
    encoder = learned(seen, args.size, args.rounds)
    print(f"learned in {time.process_time() - start:.0f} s of CPU", flush=True)
    now, held = Weights(), pulls(60.0)
    held[FEATURES.index("meaning")] = 1.0  # nearly free
    collections = [(each.golds, each.count) for each in development()]
    without = fit.fit(fit.examples(collections, now), now, now, held)
    print("fitted without", flush=True)
    found = fit.fit(fit.examples(collections, now, encoder), now, now, held)
    print(
        f"fitted with; the weight of meaning is {found.features[FEATURES.index('meaning')]:.3f}",
        flush=True,
    )
    for each in held_out():
        for name, tallies in (
            ("without", strict(each, without)),
            ("with", within(each, found, encoder)),
        ):
            told = "  ".join(f"{kind} {tally.f1:.4f}" for kind, tally in tallies.items())
            print(f"{each.name:22} {name:8} {told}", flush=True)


def within(each: Named, chosen: Weights, encoder: StaticEncoder) -> dict[str, Tally]:
    from zhen_align.evaluate.tuning import judged

    pair = judged(each.golds, chosen, encoder)
    return {kind: t for kind, t in zip(("exact", "within"), pair, strict=True) if t.wanted}


if __name__ == "__main__":
    main()
