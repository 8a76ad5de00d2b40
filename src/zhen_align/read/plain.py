"""Plain text, which often carries Markdown's marks but not its joining of lines -> pieces."""

from zhen_align.read import markdown
from zhen_align.read.pieces import Reading


def read(text: str) -> Reading:
    """Read a plain text file."""
    return markdown.read(text, joined=False)
