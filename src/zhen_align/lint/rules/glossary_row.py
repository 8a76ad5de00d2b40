"""A row of the glossary that can never match, or contradicts another.

Judged are the rows that people have decided on: those with an empty form or swapped columns, those
of which the matcher finds nothing in its own words, kept names whose two forms differ, and pairs
of rows that cannot both hold (two preferred renderings, preferred and forbidden at once). The
finding stands in the glossary's file, on the later of two rows.

Why: a row that cannot match says nothing for ever, and silence looks like a clean text.
"""

from collections.abc import Iterator, Sequence

from zhen_align.glossary.contradictions import contradictions
from zhen_align.glossary.rows import Row, Status, Table
from zhen_align.lint.coverage import can_match
from zhen_align.lint.facts import Pair, Shared, Text
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.text.lines import line_starts
from zhen_align.text.scripts import han_count
from zhen_align.types import Lang, Sentence, Span, Unit

NAME = "glossary-row"
SEVERITY = Severity.WARNING
NEEDS = frozenset({Need.GLOSSARY, Need.SET})
_TAIL = "\t\t\t\t\t"
EXAMPLES: tuple[Example, ...] = (
    Example("甲。", "A.", (f"biomarker\t\t标记物\tpreferred{_TAIL}",), "two preferred renderings",
            (("biomarker", "", "标志物", "preferred"), ("biomarker", "", "标记物", "preferred"))),
    Example("甲。", "A.", (f"token\t\t词元\tforbidden{_TAIL}",), "preferred and forbidden at once",
            (("token", "", "词元", "preferred"), ("token", "", "词元", "forbidden"))),
    Example("甲。", "A.", (f"病历\t\trecord\tpreferred{_TAIL}",), "swapped columns",
            (("病历", "", "record", "preferred"),)),
    Example("甲。", "A.", (f"record\t\t\tpreferred{_TAIL}",), "an empty form",
            (("record", "", "", "preferred"),)),
    Example("甲。", "A.", (f"—\t\t破折号\tpreferred{_TAIL}",), "nothing to find",
            (("—", "", "破折号", "preferred"),)),
    Example("甲。", "A.", (f"Scanpy\t\t扫描派\tkeep{_TAIL}",), "a kept name with two forms",
            (("Scanpy", "", "扫描派", "keep"),)),
    Example("甲。", "A.", (), "a second rendering that is admitted",
            (("tuning", "", "微调", "preferred"), ("tuning", "", "精调", "admitted"))),
    Example("甲。", "A.", (), "a kept name", (("Scanpy", "", "Scanpy", "keep"),)),
    Example("甲。", "A.", (), "nobody has decided", (("record", "", "", "candidate"),)),
)  # fmt: skip


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Judge the rows, each in its line of the file."""
    if shared.glossary is None:
        return
    starts = line_starts(shared.glossary.text)
    for row, why in sorted(_wrong(shared), key=lambda found: (found[0].line, found[1])):
        if not 0 < row.line <= len(starts):
            continue
        start = starts[row.line - 1]
        end = starts[row.line] if row.line < len(starts) else len(shared.glossary.text)
        end = start + len(shared.glossary.text[start:end].rstrip("\r\n"))
        text = Text(
            shared.glossary, Sentence(Span(start, end), Lang.EN, Unit.CELL), Lang.EN, shared.terms
        )
        yield text, Hit(Span(start, end), Lang.EN, why, SEVERITY, (), f"{row.en}\t{row.zh}")


def _wrong(shared: Shared) -> Iterator[tuple[Row, str]]:
    by_line = {row.line: row for row in shared.every}
    for found in contradictions(Table(shared.every)):
        yield by_line[found.second], f"{found.why} (see line {found.first})"
    for number, row in enumerate(shared.terms.rows):
        said = f"`{row.en}` = `{row.zh}`"
        if row.status is Status.KEEP and row.en and row.zh and row.en != row.zh:
            yield row, f"{said} is kept, yet its two forms differ"
        elif not row.en.strip() or not row.zh.strip():
            yield row, f"{said} can never match: one form is empty"
        elif han_count(row.en) and not han_count(row.zh):
            yield row, f"{said} can never match: the columns are swapped"
        elif not can_match(number, row, shared.terms):
            yield row, f"{said} can never match: there is nothing to find in one of its forms"
