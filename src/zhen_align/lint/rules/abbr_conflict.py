"""One abbreviation stands for two different things in one document.

Found where a bracket gives an abbreviation a second meaning, on both sides where both have it.
Another spelling, number or a further word is no other meaning. A meaning that only the translation
gives is abbr-expansion.

Why: the reader, and every model that reads on, takes the commoner meaning.
"""

from collections.abc import Iterator, Sequence

from zhen_align.lint.facts import Pair, Shared
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.meanings import Meaning, by_short, meanings, same
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.types import Lang

NAME = "abbr-conflict"
SEVERITY = Severity.WARNING
NEEDS = frozenset({Need.TEXT})
_FIRST = "Computed tomography (CT) is an image."
EXAMPLES: tuple[Example, ...] = (
    Example(
        "计算机断层扫描（computed tomography, CT）是影像。\n临床试验（clinical trial, CT）是一行。",
        f"{_FIRST}\nA clinical trial (CT) is a row.",
        ("clinical trial (CT", "clinical trial, CT"),
        "a second meaning on both sides",
    ),
    Example(
        "计算机断层扫描（CT）是影像。\n每次计算机断层扫描（CT）都很贵。",
        f"{_FIRST}\nEvery computed-tomography (CT) scan is dear.",
        (),
        "the same meaning again",
    ),
    Example(
        "计算机断层扫描（computed tomography, CT）是影像。\n临床试验（clinical trial, CT）是一行。",
        f"{_FIRST}\nA trial is a row.",
        (),
        "only the translation says so",
    ),
)


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Compare what each text says of its abbreviations."""
    for pair in pairs:
        sides = {lang: by_short(meanings(pair, lang)) for lang in (Lang.ZH, Lang.EN)}
        for lang, own in sides.items():
            other = sides[Lang.EN if lang is Lang.ZH else Lang.ZH]
            for short, found in sorted(own.items()):
                for meaning in found[1:]:
                    first = found[0]
                    if same(meaning.long, first.long):
                        continue
                    shared_by_source = any(same(meaning.long, m.long) for m in other.get(short, ()))
                    if lang is pair.source or pair.is_alone or shared_by_source:
                        yield meaning.judged, _hit(meaning, first, lang)


def _hit(meaning: Meaning, first: Meaning, lang: Lang) -> Hit:
    message = f"{meaning.short} stands for {meaning.long} here, for {first.long} before"
    return Hit(meaning.place, lang, message, SEVERITY, (), f"{meaning.short}\t{meaning.long}")
