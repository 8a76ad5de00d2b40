"""A target sentence, or a clause of one, has no source; or it stands twice.

The same as sentence-missing, seen from the translation: sentences that were aligned with nothing,
and sentences or clauses whose words have no counterpart while the translation is too long. A
sentence that repeats the one before it is found wherever the source does not repeat itself.
**Information** where one sentence too many only says in other words what its neighbour says.

Why: what the author did not say, or said once, is put into the author's mouth.
"""

import re
from collections.abc import Iterator, Sequence

from zhen_align.lint.completeness import Gap, gaps
from zhen_align.lint.doubled import doubled, repeated
from zhen_align.lint.facts import Pair, Shared
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.frames import framed
from zhen_align.lint.languages import LANGUAGES, excerpt
from zhen_align.lint.restated import restated
from zhen_align.lint.rule import Example, Judged, Need

NAME = "sentence-added"
SEVERITY = Severity.WARNING
NEEDS = frozenset({Need.BEADS})
EXAMPLES: tuple[Example, ...] = (
    Example(
        *framed("邻居们对此表示十分满意。", ""),
        ("邻居们对此表示十分满意。",),
        "a sentence without a source",
    ),
    Example(
        *framed("过滤器除去河里的沙子。", "A filter removes sand from the river."),
        (),
        "all has a source",
    ),
    Example(
        *framed("过滤器除去沙子，邻居们为此送来了两瓶葡萄酒和一封信。", "A filter removes sand."),
        ("邻居们为此送来了两瓶葡萄酒和一封信。",),
        "a clause without a source",
    ),
    Example(
        *framed("泵把水送进水箱。", ""),
        ("泵把水送进水箱。",),
        "a short sentence, word for word twice",
    ),
    Example(
        "操作员每天早晨检查阀门的压力。\n操作员每天早晨检查阀门的压力。\n报告寄给经理。",
        "The operator checks the valve every morning.\n\nThe report goes to the manager.",
        ("操作员每天早晨检查阀门的压力。",),
        "a sentence that stands twice",
    ),
    Example(
        *framed("", "Each morning an operator examines the pressure of the valve."),
        ("The operator checks the pressure of the valve every morning.",),
        "the same in other words",
        target="en",
    ),
    Example(
        "操作员每天早晨检查阀门的压力。\n操作员每天早晨检查阀门的压力。",
        "The operator checks the valve every morning.\n"
        "The operator checks the valve every morning.",
        (),
        "the source says it twice too",
    ),
    Example(
        "操作员每天早晨检查 1 号阀门的压力。\n操作员每天早晨检查 2 号阀门的压力。",
        "The operator checks valve 1 every morning,\nthen the second.",
        (),
        "the figures differ",
    ),
)

_NOTE = re.compile(r"[\W_]*(?:译者?注|譯者?註|译者按|譯者按|(?i:translator'?s note)\b)")


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Report what stands twice, then what only the target says."""
    for pair in pairs:
        twice = set()
        for bead, text, span, first in (*doubled(pair), *repeated(pair)):
            twice.add(text.sentence.span)
            yield bead, Hit(span, pair.target, "this stands twice", SEVERITY, (), f"twice {first}")
        known = gaps(pair, shared)
        for bead, text, said in restated(pair, known.cover_of, shared.sure):
            span = text.sentence.span
            if not {span, said.sentence.span} & twice:
                twice.add(span)
                message = f"this perhaps says again: {excerpt(said.text)}"
                term = f"again {said.text}"
                yield bead, Hit(span, pair.target, message, Severity.INFO, (), term)
        for gap in known.of(pair.target):
            if _NOTE.match(gap.texts[0].text):
                continue  # the translator speaks
            if not any(text.sentence.span in twice for text in gap.texts):
                yield from ((gap.bead, hit) for hit in _hits(pair, gap))


def _hits(pair: Pair, gap: Gap) -> Iterator[Hit]:
    """Yield a hit a sentence; the reader of a whole paragraph wants to see each."""
    what = "clause" if gap.clause else "sentence"
    spans = [gap.span] if gap.clause else [text.sentence.span for text in gap.texts]
    for span in spans:
        said = span.of(gap.texts[0].document.text)
        verb = "is not" if gap.sure else "is perhaps not"
        message = f"this {what} {verb} in the {LANGUAGES[pair.source]}: {excerpt(said)}"
        level = SEVERITY if gap.sure else Severity.INFO
        yield Hit(span, pair.target, message, level, (), " ".join(said.split()))
