"""PO of the renderings to use, as translation platforms take glossaries."""

from zhen_align.glossary.exchange.grid import Grid
from zhen_align.glossary.exchange.lines import best

LEFT_OUT = "all but the renderings to use"

_HEAD = (
    'msgid ""\nmsgstr ""\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Content-Transfer-Encoding: 8bit\\n"\n"Language: zh\\n"\n'
)


def write(grid: Grid) -> bytes:
    """Return the glossary as a catalogue."""
    entries = (f"\nmsgid {_quoted(en)}\nmsgstr {_quoted(zh)}\n" for en, zh in best(grid))
    return (_HEAD + "".join(entries)).encode()


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"'
