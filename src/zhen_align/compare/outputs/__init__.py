"""Comparisons as text, JSON or Markdown: a format is a module with `render` and a line here."""

from importlib import import_module

from zhen_align.compare.result import Comparison

OUTPUTS = {
    "text": "zhen_align.compare.outputs.text",
    "json": "zhen_align.compare.outputs.json",
    "markdown": "zhen_align.compare.outputs.markdown",
}


def render(found: Comparison, style: str, *, width: int = 100, color: bool = False) -> str:
    """Return a comparison in one of the formats; only text has a width and colours."""
    module = import_module(OUTPUTS[style])
    if style == "text":
        return str(module.render(found, width=width, color=color))
    return str(module.render(found))
