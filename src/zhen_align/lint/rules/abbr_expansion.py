"""An abbreviation is expanded as something else than where it was defined.

Judged is the translation: it gives an abbreviation a full form that neither its source gives it nor
it itself gave it before. Another spelling, number or a further word is no other form; two
meanings that the source has too are abbr-conflict.

Why: machine translation guesses what an abbreviation stands for, and prints the guess.
"""

from collections.abc import Iterator, Sequence

from zhen_align.lint.facts import Pair, Shared
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.meanings import by_short, meanings, same
from zhen_align.lint.rule import Example, Judged, Need

NAME = "abbr-expansion"
SEVERITY = Severity.ERROR
NEEDS = frozenset({Need.BEADS})
EXAMPLES: tuple[Example, ...] = (
    Example(
        "水泵站（pump station, PS）开启。\n动力源（power source, PS）关闭。",
        "The pump station (PS) opens.\nThe PS closes.",
        ("power source, PS",),
        "another form than in the source",
    ),
    Example(
        "水泵站（pump stations, PS）开启。",
        "The pump station (PS) opens.",
        (),
        "the same form in the plural",
    ),
    Example(
        "水泵站（pump station, PS）开启。\n动力源（power source, PS）关闭。",
        "It opens.\nIt closes.",
        ("power source, PS",),
        "another form than before, and the source gives none",
    ),
    Example(
        "水泵站（pump station, PS）开启。\n动力源（power source, PS）关闭。",
        "The pump station (PS) opens.\nThe power source (PS) closes.",
        (),
        "the source has both",
    ),
)


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Compare the target's full forms with the source's, else with its own first."""
    for pair in pairs:
        source = by_short(meanings(pair, pair.source))
        for short, found in sorted(by_short(meanings(pair, pair.target)).items()):
            right = [m.long for m in source.get(short, ())] or [found[0].long]
            for meaning in found:
                if any(same(meaning.long, long) for long in right):
                    continue
                message = f"{short} stands for {right[0]}, not {meaning.long}"
                term = f"{short}\t{meaning.long}"
                yield (
                    meaning.judged,
                    Hit(meaning.place, pair.target, message, SEVERITY, (right[0],), term),
                )
