"""Alignments as a pandas DataFrame, one row a bead: for notebooks."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from zhen_align.align.outputs.sides import plain
from zhen_align.text.lines import position
from zhen_align.types import Alignment, Bead, Document, Sentence

if TYPE_CHECKING:
    import pandas as pd

_SIDE = ("path", "line", "start", "end")
COLUMNS = (
    "pair", "unit", "kind", "score", "moved", "zh", "en",
    *(f"zh_{name}" for name in _SIDE), *(f"en_{name}" for name in _SIDE),
)  # fmt: skip
_NUMBERS = [name for name in COLUMNS if name.endswith(("_line", "_start", "_end"))]


def to_pandas(alignments: Alignment | Iterable[Alignment]) -> "pd.DataFrame":
    """Return the beads with their texts and places.

    A side of several sentences is joined; its place runs from the first to the end of the
    last. The numbers of an empty side are missing, its text is empty.
    """
    import pandas as pd

    every = [alignments] if isinstance(alignments, Alignment) else list(alignments)
    rows = [_row(alignment, bead) for alignment in every for bead in alignment.beads]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    types = dict.fromkeys(_NUMBERS, "Int64") | {"score": "float64", "moved": "bool"}
    return frame.astype(types)


def _row(alignment: Alignment, bead: Bead) -> dict[str, Any]:
    sides = (("zh", alignment.zh, bead.zh), ("en", alignment.en, bead.en))
    return {
        "pair": alignment.name,
        "unit": bead.unit.value,
        "kind": bead.kind,
        "score": bead.score,
        "moved": bead.moved,
        **{name: plain(document, side) for name, document, side in sides},
        **{
            f"{name}_{what}": value
            for name, document, side in sides
            for what, value in zip(_SIDE, _place(document, side), strict=True)
        },
    }


def _place(document: Document, side: tuple[Sentence, ...]) -> tuple[str, Any, Any, Any]:
    if not side:
        return document.path, None, None, None
    start = side[0].span.start
    return document.path, position(document.lines, start)[0], start, side[-1].span.end
