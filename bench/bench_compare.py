"""Compare accounts made from the development data; print how many links and facts are found.

Questions: of paragraphs shuffled, dropped and merged, which are linked again? How many of a
reader's links between two accounts of the corpus? Are texts that have nothing to do with each
other left apart? Of texts of which a third has no partner,
which pairs are found, at what cost, among 200, 2,000 and 10,000 a language? Of numbers made
ten or a hundred times as large in one account, how many are told, and how many others?
`reuse` says how often a passage of the data stands in a pool, every time but one with other
words, names and numbers. Needs the development data (`../shared/data`); not a pass/fail test.

    python bench/bench_compare.py [--half odd|even] [--sizes 200,500,2000,10000] [--json]
"""

import argparse
import json
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import abstracts
import accounts
import annotated
import conflicts
import works
from zhen_align.compare.accounts import account
from zhen_align.compare.result import Difference, Grade
from zhen_align.config import Config
from zhen_align.engine import comparison
from zhen_align.engine.tasks import Source
from zhen_align.read.document import parse
from zhen_align.types import Document

_WINDOW = 16
_SHUFFLES = 3
_STRANGERS = 120
_ABSTRACTS = 200  # invented ones, of each half
_ALONE = 1 / 3  # of the texts of each language without a partner
_SEEDS, _SMALL = 3, 500  # pools of one size, up to which size
Window = tuple[list[str], list[str], set[tuple[int, int]]]


class _Quiet:
    def start(self, total: int) -> None:
        """Hear nothing."""

    def advance(self) -> None:
        """Hear nothing."""


def windows(
    half: str, seed: int = 0, least: int = 12, sets: Sequence[str] = accounts.SETS
) -> Iterator[Window]:
    """Yield paragraphs of both languages, shuffled, some dropped, some merged; and the links."""
    chance = random.Random(seed)
    for document in accounts.passages(half, verses=False, sets=sets):
        short = [p for p in document if len(p.zh) <= 2 and len(p.en) <= 2]
        short = [p for p in short if len("".join(p.zh)) >= least]
        for at in range(0, len(short) - _WINDOW + 1, _WINDOW):
            zh: list[tuple[str, set[int]]] = []
            en: list[tuple[str, set[int]]] = []
            first: dict[tuple[str, ...], int] = {}
            for place, passage in enumerate(short[at : at + _WINDOW]):
                # what is said twice in the same words corresponds to both
                number = min(first.get(passage.zh, place), first.get(passage.en, place))
                first[passage.zh] = first[passage.en] = number
                where = chance.random()
                if where < 0.75:
                    zh.append(("".join(passage.zh), {number}))
                if where < 0.5 or where >= 0.75:
                    en.append((" ".join(passage.en), {number}))
            sides = [_shuffled(side, blank, chance) for side, blank in ((zh, ""), (en, " "))]
            gold = {
                (i, j)
                for i, left in enumerate(sides[0])
                for j, right in enumerate(sides[1])
                if left[1] & right[1]
            }
            yield [text for text, _ in sides[0]], [text for text, _ in sides[1]], gold


def _shuffled(
    side: list[tuple[str, set[int]]], blank: str, chance: random.Random
) -> list[tuple[str, set[int]]]:
    chance.shuffle(side)
    if len(side) > 3:
        at = chance.randrange(len(side) - 1)
        one, two = side[at], side[at + 1]
        side[at : at + 2] = [(one[0] + blank + two[0], one[1] | two[1])]
    return side


def paragraphs(name: str, texts: Sequence[str]) -> tuple[Document, list[int]]:
    """Return a document of paragraphs, and where each ends."""
    ends, whole = [], ""
    for text in texts:
        whole += text + "\n\n"
        ends.append(len(whole))
    return parse(name, whole), ends


def links(half: str, sets: Sequence[str] = accounts.SETS) -> dict[str, float]:
    """Return how well paragraphs are linked again."""
    hits = told = wanted = 0
    for seed in range(_SHUFFLES):
        for zh, en, gold in windows(half, seed, sets=sets):
            found = _linked(zh, en)
            hits, told, wanted = hits + len(found & gold), told + len(found), wanted + len(gold)
    return _figures(hits, told, wanted)


def strangers(half: str) -> dict[str, float]:
    """Return how many pairs of texts that share nothing but their field keep a link."""
    every = list(windows(half))
    far = [(zh, every[(n + 7) % len(every)][1]) for n, (zh, _, _) in enumerate(every)]
    near = [(zh, every[(n + 1) % len(every)][1]) for n, (zh, _, _) in enumerate(every)]
    told = works.pool(half, _STRANGERS, 3).works
    kinds = {
        "": far, "neighbours ": near, "short ": [(zh[:3], en[:4]) for zh, en in (*far, *near)],
        "invented ": [([work.zh], [told[n - 11].en]) for n, work in enumerate(told)],
    }  # fmt: skip
    shown: dict[str, float] = {}
    for name, pairs in kinds.items():
        shown[f"{name}pairs"] = len(pairs)
        shown[f"{name}with a link"] = sum(bool(_linked(*pair)) for pair in pairs)
    return shown


def _linked(zh: Sequence[str], en: Sequence[str]) -> set[tuple[int, int]]:
    """Return which paragraphs are linked, by their numbers."""
    (a, a_ends), (b, b_ends) = paragraphs("a.md", zh), paragraphs("b.md", en)
    return {
        (_at(a_ends, one.span.start), _at(b_ends, two.span.start))
        for link in account(a, b).links
        if link.grade is not Grade.RELATED
        for one in link.a
        for two in link.b
    }


def _at(ends: Sequence[int], start: int) -> int:
    return next(n for n, end in enumerate(ends) if start < end)


def _figures(hits: int, told: int, wanted: int) -> dict[str, float]:
    precision, recall = hits / max(told, 1), hits / max(wanted, 1)
    both = 2 * precision * recall / max(precision + recall, 1e-9)
    return {
        "precision": round(precision, 4), "recall": round(recall, 4), "f1": round(both, 4),
    }  # fmt: skip


def pool(half: str, size: int, seed: int, folder: Path) -> dict[str, float]:
    """Return how well the pairs among `size` texts a language are found, and the cost."""
    import resource

    alone = int(size * _ALONE)
    told = works.pool(half, size + alone, seed)
    chance = random.Random(size + seed)
    names = chance.sample(range(10 * size), 2 * size)
    texts = [(n, work.zh) for n, work in enumerate(told.works[:size])]
    texts += [(n, work.en) for n, work in enumerate(told.works[alone:], alone)]
    sources, owner = [], {}
    for name, (number, text) in zip(names, texts, strict=True):
        path = folder / f"{name:07d}.txt"
        path.write_text(text + "\n", encoding="utf-8")
        sources.append(Source(path.name, path))
        owner[path.name] = number
    sources.sort(key=lambda source: source.name)
    wall, own, theirs = time.perf_counter(), time.process_time(), _children()
    config = Config(root=folder, cache=False)
    found = comparison.run(sources, config, _Quiet(), details=False).comparison
    seconds = time.perf_counter() - wall, time.process_time() - own
    right = [len({owner[work] for work in group.works}) == 1 for group in found.groups]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        **_figures(sum(right), len(right), size - alone), "links": len(right),
        "candidates": len(found.candidates), "reuse": told.reuse, "seconds": round(seconds[0], 1),
        "own cpu": round(seconds[1], 1), "others' cpu": round(_children() - theirs, 1),
        "peak MB": round(peak),
    }  # fmt: skip


def _children() -> float:
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def told(half: str) -> dict[str, list[accounts.Account]]:
    """Return accounts with numbers: of paragraphs of the data, and of invented abstracts."""
    chance = random.Random(1)
    real = [
        accounts.told(document[at : at + 6], chance)
        for document in accounts.passages(half, verses=False)
        for at in range(0, len(document), 3)
    ]
    first = _ABSTRACTS if half == "odd" else 0
    made = [abstracts.abstract(n) for n in range(first, first + _ABSTRACTS)]
    return {"of the data": real, "invented": [conflicts.freely(zh, en, chance) for en, zh in made]}


def facts(works: Sequence[accounts.Account], kind: conflicts.Harm) -> dict[str, float]:
    """Return how many planted numbers are told, and how many reports are of others."""
    chance = random.Random(2)
    planted = hits = others = alarms = 0
    for work in works:
        harmed = conflicts.planted(work, chance, kind)
        if harmed is None:
            continue
        planted += 1
        alarms += len(_numbers(work))
        found = _numbers(harmed[0])
        right = [harmed[1] in each.a.text.replace(",", "") for each in found]
        hits, others = hits + any(right), others + right.count(False)
    figures = _figures(hits, hits + others, planted)
    return {"planted": planted, **figures, "told of the unharmed": alarms}


def _numbers(work: accounts.Account) -> list[Difference]:
    found = account(parse("a.md", work.zh), parse("b.md", work.en)).differences
    return [each for each in found if each.kind == "number"]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--half", choices=("odd", "even"), default="odd")
    parser.add_argument("--sizes", default="200,500,2000,10000")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not accounts.DATA.is_dir():
        print("../shared/data is not here: nothing to compare")
        return
    shown: dict[str, dict[str, float]] = {"paragraphs linked": links(args.half)}
    for name in accounts.SETS:
        shown[f"of {name}"] = links(args.half, (name,))
    shown["linked by hand"] = _figures(*annotated.figures())
    shown["unrelated texts"] = strangers(args.half)
    for name, some in told(args.half).items():
        for kind in conflicts.Harm:
            shown[f"{kind}, {name}"] = facts(some, kind)
    for size in map(int, filter(None, args.sizes.split(","))):
        for seed in range(1, _SEEDS + 1) if size <= _SMALL else (1,):
            with tempfile.TemporaryDirectory() as folder:
                name = f"{size:,} texts a language, {seed}"
                shown[name] = pool(args.half, size, seed, Path(folder))
    if args.json:
        print(json.dumps(shown))
        return
    for name, row in shown.items():
        print(f"{name:28}", "  ".join(f"{key} {value}" for key, value in row.items()))


if __name__ == "__main__":
    main()
