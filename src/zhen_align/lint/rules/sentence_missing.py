"""A source sentence, or a clause of one, has no translation.

Found are sentences that were aligned with nothing, and those that were aligned together with
others while no word of theirs is translated and the translation is too short. Clauses are found
in the same way: how much too short the translation is, how much the clause says, and how little
of it the dictionary finds are weighed together. **Information** where that leaves a doubt, and for
most clauses without a number or name of their own: a translator may put many words into few.
The place is where the translation should stand: right
after what is translated last before it. A paragraph or section that is missing as a whole is one
finding.

It does not fire for what stands elsewhere (see sentence-moved), for pictures, names, cells and
references to literature, nor where most of the text has no translation at all.

Why: nobody misses what they have not read.
"""

from collections.abc import Iterator, Sequence

from zhen_align.lint.completeness import Gap, gaps
from zhen_align.lint.facts import Pair, Shared
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.frames import framed
from zhen_align.lint.languages import LANGUAGES, excerpt
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.lint.untranslated import left_standing

NAME = "sentence-missing"
SEVERITY = Severity.WARNING
NEEDS = frozenset({Need.BEADS})
EXAMPLES: tuple[Example, ...] = (
    Example(
        *framed("", "A filter removes sand and leaves from the river."),
        ("",),
        "a sentence without a translation",
    ),
    Example(
        *framed("过滤器除去河里的沙子和树叶。", "A filter removes sand and leaves from the river."),
        (),
        "all is translated",
    ),
    Example(
        *framed(
            "过滤器除去沙子。",
            "A filter removes sand, although two farmers complained about the noise.",
        ),
        ("",),
        "a clause without a translation",
    ),
    Example(
        *framed("过滤器除去河里的沙子。", "A filter removes sand from the river, as you know."),
        (),
        "a clause that says little",
    ),
    Example(*framed("", "River Filter"), (), "a name says too little"),
)


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Report what only the source says."""
    for pair in pairs:
        found = gaps(pair, shared).of(pair.source)
        kept = left_standing(pair) if found else frozenset()
        for gap in found:
            # what was left in its own language is there, though not translated
            if not all(text.sentence.span in kept for text in gap.texts):
                yield gap.bead, _hit(pair, gap)


def _hit(pair: Pair, gap: Gap) -> Hit:
    said = gap.span.of(gap.texts[0].document.text)
    what = "this paragraph" if gap.whole_block else "this clause" if gap.clause else "this sentence"
    verb = "is not" if gap.sure else "is perhaps not"
    return Hit(
        gap.after, pair.target, f"{what} {verb} in the {LANGUAGES[pair.target]}: {excerpt(said)}",
        SEVERITY if gap.sure else Severity.INFO, (), " ".join(said.split()), other=gap.span,
    )  # fmt: skip
