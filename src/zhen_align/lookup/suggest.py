"""Terms that were perhaps meant: a slip of the fingers, or the Chinese term as it is spoken.

Keys bring a few hundred rows that share half a form, a mended word or a reading; only
those are compared with the query. Nothing here is an answer.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise, product

from zhen_align.lookup import keys, pinyin
from zhen_align.lookup.answer import How, Store, Suggestion, number, rank_of
from zhen_align.lookup.nearness import forgiven, nearness, plain, slips_between
from zhen_align.terms.forms import american, chinese_key, singular

MOST = 8
_MOST_ROWS = 60  # of one key; the rest are longer or less certain
_MOST_MENDED = 6  # words that one word with a slip may be
_MOST_PHRASES = 24


def suggestions(store: Store, query: str) -> list[Suggestion]:
    """Return what is near a query, the nearest first, then by status."""
    if not query:
        return []
    stored = _chinese(store, chinese_key(query)) if keys.is_chinese(query) else _latin(store, query)
    found: dict[int, Suggestion] = {}
    for at in dict.fromkeys(map(keys.number_in, stored)):
        row = store.term(at).row
        forms = (each for each in (row.en, row.abbr, row.zh) if each)
        found[at] = Suggestion(row, _nearest(query, forms))
    for at, fit in _spoken(store, pinyin.asked(query)):
        if at not in found or fit.score > found[at].score:
            found[at] = fit
    best = [(each, at) for at, each in found.items() if each.score > 0]
    best.sort(key=lambda one: (_rank(one[0]), one[1]))
    return [each for each, _ in best[:MOST]]


def _nearest(query: str, forms: Iterable[str]) -> float:
    same = keys.is_chinese(query)
    scores = (nearness(query, form) for form in forms if keys.is_chinese(form) is same)
    return round(max(scores, default=0.0), 3)


def _rank(near: Suggestion) -> tuple[float, int, float, int]:
    status, _, line = rank_of(near.row)
    return -near.score, status, -number(near.row.count), line


def _few(stored: Sequence[int]) -> Sequence[int]:
    return stored[:_MOST_ROWS]


def _spoken(store: Store, said: str) -> Iterator[tuple[int, Suggestion]]:
    """Yield the rows whose Chinese form is read as `said`, or in part."""
    if not said:
        return
    stored = [each for key in pinyin.query_keys(said) for each in _few(store.entries(key))]
    for at in dict.fromkeys(map(keys.number_in, stored)):
        term = store.term(at)
        yield at, Suggestion(term.row, pinyin.fit(said, term.reading), How.PINYIN)


def _chinese(store: Store, query: str) -> Iterator[int]:
    for half in keys.near_halves(query):
        yield from _few(store.entries(half))
    if len(query) >= 3:
        # a longer term that holds the query with a slip holds one of its parts as it is
        for part in _parts(query, forgiven(query) + 1):
            pairs = ["c" + a + b for a, b in pairwise(part)] or ["c" + part]
            yield from _few(min(map(store.entries, pairs), key=len))


def _parts(query: str, count: int) -> Iterator[str]:
    cuts = [round(at * len(query) / count) for at in range(count + 1)]
    yield from (query[a:b] for a, b in pairwise(cuts) if a < b)


def _latin(store: Store, query: str) -> Iterator[int]:
    letters = keys.closed(query)
    if not letters:
        return
    yield from _few(store.entries("k" + letters))
    for half in keys.near_halves(letters):
        yield from _few(store.entries(half))
    for words in dict.fromkeys(_phrases(store, plain(query).split())):
        parts = [singular(american(word)) for word in words]
        pairs = [f"w{a} {b}" for a, b in pairwise(parts)] or ["w" + parts[0]]
        yield from _few(min(map(store.entries, pairs), key=len))


def _phrases(store: Store, words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield what the words may have been meant to be: unknown ones mended, then a known one."""
    known = [bool(store.entries("w" + singular(american(word)))) for word in words]
    mended = [_mended(store, word) for word in words]
    ways = [[word] if sure else near for word, sure, near in zip(words, known, mended, strict=True)]
    yield from islice(product(*ways), _MOST_PHRASES)
    if all(ways):
        first = tuple(way[0] for way in ways)
        for at, near in enumerate(mended):
            if known[at]:
                yield from ((*first[:at], other, *first[at + 1 :]) for other in near)


def _mended(store: Store, word: str) -> list[str]:
    """Return the words that a word may have been meant to be, the nearest first."""
    slips = min(forgiven(word), 2)
    if len(word) < 3:
        return []
    close = (each for half in keys.near_halves(word) for each in store.words(half))
    graded = {each: slips_between(word, each, slips) for each in close}
    best = sorted((each for each in graded if 0 < graded[each] <= slips), key=graded.__getitem__)
    return best[:_MOST_MENDED]
