"""TMX of the renderings to use: a unit for each English form."""

from xml.sax.saxutils import escape

from zhen_align.glossary.exchange.grid import Grid
from zhen_align.glossary.exchange.lines import best

LEFT_OUT = "all but the renderings to use"

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
    '<header creationtool="zhen-align" creationtoolversion="1" segtype="phrase" o-tmf="tsv" '
    'adminlang="en" srclang="en" datatype="plaintext"/>\n<body>\n'
)


def write(grid: Grid) -> bytes:
    """Return the glossary as a translation memory."""
    units = (
        f'<tu><tuv xml:lang="en"><seg>{escape(en)}</seg></tuv>'
        f'<tuv xml:lang="zh"><seg>{escape(zh)}</seg></tuv></tu>\n'
        for en, zh in best(grid)
    )
    return (_HEAD + "".join(units) + "</body>\n</tmx>\n").encode()
