"""A table with a header, one row a bead: for spreadsheets and `cut`.

As in the glossary nothing is quoted: a tab, newline or backslash in a field is `\\t`,
`\\n`, `\\\\`. Each side is one plain line; its exact places are in the JSON lines.
"""

from collections.abc import Iterable, Iterator

from zhen_align.align.outputs.sides import lines, plain
from zhen_align.types import Alignment, Lang

COLUMNS = ("pair", "unit", "kind", "score", "moved", "zh_lines", "en_lines", "zh", "en")
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def render(alignments: Iterable[Alignment], target: Lang) -> Iterator[str]:
    """Yield the header, then a row for each bead."""
    yield "\t".join(COLUMNS) + "\n"
    for alignment in alignments:
        zh, en = alignment.zh, alignment.en
        for bead in alignment.beads:
            cells = (
                alignment.name, bead.unit.value, bead.kind, f"{bead.score:.4f}",
                "true" if bead.moved else "false", lines(zh, bead.zh), lines(en, bead.en),
                plain(zh, bead.zh), plain(en, bead.en),
            )  # fmt: skip
            yield "\t".join(cell.translate(_ESCAPES) for cell in cells) + "\n"
