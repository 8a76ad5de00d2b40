"""Swap renderings of terms in aligned documents; print how many are found, and what is false.

Questions: of the places where another plausible rendering was planted (in a quarter of those of
a term that has four or more), how many does a finding meet, as a warning, at the exact characters;
with and without a glossary; each document alone, and all as one set? How many findings are made on
the unharmed texts, per 100 pairs of paragraphs? Needs `../shared/data`; not a pass/fail test.

    python bench/bench_consistency.py [--half odd|even|all] [--rounds N] [--by synonym|owner]
        [--into zh|en] [--together] [--show N]

Each round plants anew: few documents have many places, and each round takes a quarter of them.
With `--by owner` what is planted is the rendering of another steady term of the document. With
`--into en` the English counts as the translation, and other names of the term are planted there.
"""

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench_lint_defects import DATA, Document, documents
from defects import joined, places_of
from synonyms import COMMON, NAMES, SYNONYMS
from zhen_align.glossary.rows import Row, Status
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.finding import Finding
from zhen_align.lint.rules import RULES
from zhen_align.pipeline import alignments, parsed
from zhen_align.types import Alignment

CONSISTENCY = ("term-inconsistent", "term-collision")
TERMS = (*CONSISTENCY, "term-forbidden", "term-missing")
LEAST, PART, STEADY = 4, 4, 0.7


@dataclass(frozen=True)
class Swap:
    """A planted rendering: its document, its place in the Chinese, what it stands for."""

    name: str
    start: int
    end: int
    en: str
    right: str


def swapped(
    document: Document, rng: random.Random, *, owners: bool = False
) -> tuple[list[str], list[Swap]]:
    """Return the Chinese paragraphs with renderings swapped, at most one in each, and where.

    What is put there is a synonym, or what another of these terms is called in the document.
    """
    name, pairs = document
    zh = [list(sentences) for sentences, _ in pairs]
    planted: dict[int, tuple[str, str, str]] = {}
    chosen = {
        en: found
        for en, listed in {**SYNONYMS, **COMMON}.items()
        if (found := _chosen(document, en, listed.split())) is not None
    }
    for en, (right, synonyms, places) in chosen.items():
        owned = [z for z, _, _ in chosen.values() if z not in right and right not in z]
        free = [n for n in places if n not in planted]
        for n in rng.sample(free, min(len(free), max(1, len(places) // PART))):
            others = [z for z in owned if not _count(z, zh[n])] if owners else synonyms
            if others:
                wrong = rng.choice(others)
                zh[n] = [sentence.replace(right, wrong) for sentence in zh[n]]
                planted[n] = (en, right, wrong)
    texts = [joined(sentences, is_zh=True) for sentences in zh]
    begins = list(places_of(texts))
    swaps = [
        Swap(name, begins[n] + m.start(), begins[n] + m.end(), en, right)
        for n, (en, right, wrong) in sorted(planted.items())
        for m in re.finditer(re.escape(wrong), texts[n])
    ]
    return texts, swaps


def _chosen(
    document: Document, en: str, renderings: list[str]
) -> tuple[str, list[str], list[int]] | None:
    """Return what a document renders a term by, what it could, and in which paragraphs it does."""
    name = rf"(?<![A-Za-z]){en.replace(' ', '[ -]')}(?:e?s)?(?![A-Za-z])"
    pairs = document[1]
    found = [n for n, (_, said) in enumerate(pairs) if re.search(name, " ".join(said), re.I)]
    where = {z: [n for n in found if any(z in s for s in pairs[n][0])] for z in renderings}
    right = max(renderings, key=lambda z: len(where[z]))
    # what holds the right one is no other rendering, but an extension
    others = [z for z in renderings if right not in z and not where[z]]
    steady = len(where[right]) >= max(LEAST, STEADY * len(found))
    # where the Chinese says it more often, the English says a pronoun, or nothing
    due = [n for n in where[right] if _count(right, pairs[n][0]) <= _said(name, pairs[n][1])]
    return (right, others, due) if steady and others and due else None


def _count(form: str, sentences: Sequence[str]) -> int:
    return sum(sentence.count(form) for sentence in sentences)


def _said(name: str, sentences: Sequence[str]) -> int:
    return len(re.findall(name, " ".join(sentences), re.I))


def renamed(document: Document, rng: random.Random) -> tuple[list[str], list[Swap]]:
    """Return the English paragraphs with other names of terms, at most one in each, and where."""
    name, pairs = document
    zh = [" ".join(sentences) for sentences, _ in pairs]
    en = [joined(sentences, is_zh=False) for _, sentences in pairs]
    planted: dict[int, tuple[str, str, str]] = {}
    for form, line in NAMES.items():
        right, _, others = line.partition(" > ")
        said = re.compile(rf"(?<![A-Za-z-]){right.replace(' ', '[ -]')}(?=s?(?![A-Za-z-]))", re.I)
        due = [n for n, text in enumerate(zh) if form in text and said.search(en[n])]
        if len(due) < LEAST:
            continue
        free = [
            n for n in due if n not in planted and zh[n].count(form) <= len(said.findall(en[n]))
        ]
        for n in rng.sample(free, min(len(free), max(1, len(due) // PART))):
            wrong = rng.choice(others.split(", "))
            en[n] = said.sub(wrong, en[n])
            planted[n] = (form, right, wrong)
    begins = list(places_of(en))
    swaps = [
        Swap(name, begins[n] + m.start(), begins[n] + m.end(), form, right)
        for n, (form, right, wrong) in sorted(planted.items())
        for m in re.finditer(re.escape(wrong), en[n])
    ]
    return en, swaps


def aligned(
    document: Document, zh: Sequence[str] | None = None, en: Sequence[str] | None = None
) -> list[Alignment]:
    """Read and align one document, with this Chinese or English."""
    name, pairs = document
    texts = {
        "zh": zh or [joined(said, is_zh=True) for said, _ in pairs],
        "en": en or [joined(said, is_zh=False) for _, said in pairs],
    }
    read = [parsed(f"{name}.{lang}.md", "\n\n".join(t).encode()) for lang, t in texts.items()]
    return alignments(read, "", fixed=True)


def findings(
    sets: Sequence[list[Alignment]], rows: Sequence[Row] = (), target: str = "zh"
) -> Iterator[Finding]:
    """Yield what the rules for terms say of each set."""
    wanted = TERMS if rows else CONSISTENCY
    off = {name: "off" for name in RULES if name not in wanted}
    for each in sets:
        yield from lint(each, rows, Options(off, target=target)).findings


def met(
    swap: Swap, found: Sequence[Finding], *, exactly: bool = False, loudly: bool = False
) -> bool:
    """Whether a finding stands at a planted place, or says that the term is missing there."""
    for f in found:
        if loudly and f.severity == "info":
            continue
        if not f.place.path.startswith(f"{swap.name}."):
            continue
        span = f.place.span
        if exactly:
            hit = (span.start, span.end) == (swap.start, swap.end)
        elif f.rule == "term-missing":
            side = f.zh if f.place.path.endswith(".zh.md") else f.en
            near = side is not None and side.span.start <= swap.start < side.span.end
            hit = near and swap.right in f.expected
        else:
            hit = span.start < swap.end and swap.start < span.end
        if hit:
            return True
    return False


def main() -> None:
    """Print a JSON line for the clean texts, for the swaps without and with a glossary."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", default="odd", choices=("odd", "even", "all"))
    parser.add_argument("--rounds", type=int, default=1, help="plant so many times")
    parser.add_argument("--by", default="synonym", choices=("synonym", "owner"))
    parser.add_argument("--into", default="zh", choices=("zh", "en"))
    parser.add_argument("--together", action="store_true", help="all documents as one set")
    parser.add_argument("--show", type=int, default=0, help="print so many false or missed ones")
    args = parser.parse_args()
    if not DATA.is_dir():
        print("../shared/data is not here: nothing to measure")
        return
    texts = list(documents(args.half))
    clean = [aligned(document) for document in texts]
    paragraphs = sum(len(pairs) for _, pairs in texts)
    _clean(_sets(clean, together=args.together), paragraphs, args.into, args.show)
    sums: Counter[tuple[str, str, str]] = Counter()
    for seed in range(7, 7 + args.rounds):
        rng = random.Random(seed)
        into_zh = args.into == "zh"
        owners = args.by == "owner"
        harmed = [
            (d, *(swapped(d, rng, owners=owners) if into_zh else renamed(d, rng))) for d in texts
        ]
        harmed = [each for each in harmed if each[2]]
        wrong = [aligned(d, text) if into_zh else aligned(d, en=text) for d, text, _ in harmed]
        swaps = [swap for _, _, each in harmed for swap in each]
        right = {(s.en, s.right) if into_zh else (s.right, s.en) for s in swaps}
        rows = [Row(en, zh, status=Status.PREFERRED) for en, zh in sorted(right)]
        for title, given in (("no glossary", ()), ("glossary", rows)):
            said = list(findings(_sets(wrong, together=args.together), given, args.into))
            _planted(title, said, swaps, sums, show=args.show)
    for title, kind, what in sorted(sums):
        if what == "planted":
            planted, found, loud, exact = (
                sums[title, kind, k] for k in ("planted", "found", "loud", "exact")
            )
            print(json.dumps({"bench": f"swapped, {title}", "of": kind, "planted": planted,
                              "found": found, "recall": round(found / planted, 3),
                              "as a warning": round(loud / planted, 3),
                              "exact": exact}))  # fmt: skip


def _sets(documents: list[list[Alignment]], *, together: bool) -> list[list[Alignment]]:
    return [[a for each in documents for a in each]] if together else documents


def _clean(sets: list[list[Alignment]], paragraphs: int, target: str, show: int) -> None:
    start = time.process_time()
    found = list(findings(sets, (), target))
    seconds = time.process_time() - start
    for f in found[:show]:
        print(f"--- {f.place.path}:{f.place.line} {f.severity} {f.rule}: {f.message}")
    loud, mild = (
        [f for f in found if f.severity != "info"],
        [f for f in found if f.severity == "info"],
    )
    rates = {
        name: {r: round(100 * sum(f.rule == r for f in some) / paragraphs, 2) for r in CONSISTENCY}
        for name, some in (("warnings_per_100", loud), ("info_per_100", mild))
    }
    print(json.dumps({"bench": "clean", "paragraphs": paragraphs, **rates,
                      "seconds": round(seconds, 1)}))  # fmt: skip


def _planted(
    title: str,
    found: list[Finding],
    swaps: list[Swap],
    sums: Counter[tuple[str, str, str]],
    *,
    show: int,
) -> None:
    """Add to `sums` how many were planted and found, terms and common words apart."""
    for swap in swaps:
        kind = "common words" if swap.en in COMMON else "terms"
        sums[title, kind, "planted"] += 1
        sums[title, kind, "exact"] += met(swap, found, exactly=True)
        sums[title, kind, "loud"] += met(swap, found, loudly=True)
        if met(swap, found):
            sums[title, kind, "found"] += 1
        elif show > 0:
            show -= 1
            print(f"--- missed in {swap.name}: {swap.en}, {swap.right} at {swap.start}")


if __name__ == "__main__":
    main()
