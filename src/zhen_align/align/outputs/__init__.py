"""What alignments can be written as: one module a format, one line each in this table.

A module has `render(alignments, target) -> Iterator[str]`, the pieces of the result in
order. `target` is the language of the translations: exchange formats have a source and a
target, and not a Chinese and an English side. Not here: where the result goes.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhen_align.types import Alignment, Lang

OUTPUTS = {
    "jsonl": "zhen_align.align.outputs.jsonl",
    "tsv": "zhen_align.align.outputs.tsv",
    "tmx": "zhen_align.align.outputs.tmx",
    "xliff": "zhen_align.align.outputs.xliff",
    "ladder": "zhen_align.align.outputs.ladder",
}
SUFFIXES = {"jsonl": ".jsonl", "tsv": ".tsv", "tmx": ".tmx", "xliff": ".xlf", "ladder": ".align"}


def render(alignments: "Iterable[Alignment]", format: str, target: "Lang") -> Iterator[str]:
    """Return the pieces of the alignments in a format."""
    pieces: Iterator[str] = import_module(OUTPUTS[format]).render(alignments, target)
    return pieces


def sure(alignment: "Alignment", least: float) -> "Alignment":
    """Return the alignment without the beads below the score `least`."""
    from dataclasses import replace

    beads = tuple(bead for bead in alignment.beads if bead.score >= least)
    return replace(alignment, beads=beads)
