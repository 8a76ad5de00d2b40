"""Two columns, English and the rendering to use, without a header: what DeepL and Azure take."""

from zhen_align.glossary.exchange.grid import Grid
from zhen_align.glossary.exchange.lines import best

LEFT_OUT = "all but the renderings to use"


def write(grid: Grid) -> bytes:
    """Return a line for each form, a tab between the two."""
    return "".join(f"{_one_line(en)}\t{_one_line(zh)}\n" for en, zh in best(grid)).encode()


def _one_line(text: str) -> str:
    return " ".join(text.split())
