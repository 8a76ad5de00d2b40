"""The translation of a sentence stands elsewhere, out of order.

Found are passages that cross their neighbours, and sentences that have no partner where they
stand but one further on. Clauses in another order inside a sentence are grammar, not a move.

Why: a torn page or a slip of the mouse moves a passage away from the figure that it explains.
"""

from collections.abc import Iterator, Sequence

from zhen_align.lint.completeness import gaps
from zhen_align.lint.facts import Pair, Shared
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.languages import LANGUAGES, excerpt
from zhen_align.lint.rule import Example, Judged, Need

NAME = "sentence-moved"
SEVERITY = Severity.INFO
NEEDS = frozenset({Need.BEADS})
EXAMPLES: tuple[Example, ...] = (
    Example(
        "\n操作员每天早晨检查阀门。\n报告寄给工厂的经理。\n过滤器除去河里的沙子。",
        "A filter removes sand from the river.\nThe operator checks the valve every morning.\n"
        "The report is sent to the manager of the factory.\n",
        ("过滤器除去河里的沙子。",),
        "the first sentence stands last",
    ),
    Example(
        "操作员每天早晨检查阀门。\n\n报告寄给工厂的经理。",
        "The operator checks the valve every morning.\n"
        "A filter removes sand from the river.\nThe report is sent to the manager.",
        (),
        "missing, not moved",
    ),
)


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Report the sentences of the target that are out of order."""
    for pair in pairs:
        for moved in gaps(pair, shared).moved:
            source = excerpt(moved.source.of(pair.source_document.text))
            message = f"out of order: the {LANGUAGES[pair.source]} has this elsewhere: {source}"
            yield moved.bead, Hit(
                moved.text.sentence.span, pair.target, message, SEVERITY,
                (), moved.text.text, other=moved.source,
            )  # fmt: skip
