"""CSV with the language codes on top, as Google's translation service takes glossaries."""

import csv
import io

from zhen_align.glossary.exchange.grid import Grid
from zhen_align.glossary.exchange.lines import best

LEFT_OUT = "all but the renderings to use"


def write(grid: Grid) -> bytes:
    """Return a line for each English form and the rendering to use."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([("en", "zh"), *best(grid)])
    return out.getvalue().encode()
