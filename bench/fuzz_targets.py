"""What `fuzz.py` tries: for each target what it does with bytes, and bytes to begin with.

A target returns, or refuses the input by a `ZhenError`; anything else is a fault. Each also
checks what must hold of a result. The inputs are our own, and short.
"""

import io
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from xml.sax.saxutils import escape

import abstracts
from zhen_align import config as configuration
from zhen_align import pipeline
from zhen_align.config import Config
from zhen_align.glossary import rows as glossary_rows
from zhen_align.glossary.exchange import READERS, WRITERS, module
from zhen_align.glossary.exchange.grid import from_grid, to_grid
from zhen_align.lookup.answer import answer
from zhen_align.lookup.memory import Memory
from zhen_align.read.files import read
from zhen_align.text.sentences import sentences
from zhen_align.text.words import words
from zhen_align.types import Document, Lang

AWKWARD = (
    "\0", "\t", "\u200b", "\ufeff", "\u202e", "\ud800", "\U0010ffff", "\u2028", "\x85", "|", "`",
    "```\n", "~~~\n", "$$", "$", "\\", "\\begin{x}", "{{", "}}", "<!--", "-->", "<p>", "</", "<",
    "&#0;", "&amp;", "&x;", "]]>", "<![CDATA[", "---\n", "+++\n", ".. x::\n\n   ", "msgid \"",
    "msgstr \"", "| - | - |\n", ":ref:`", "[^1]: ", "[", "](", "> ", "# ", "* ", "1. ", "“", "”",
    "（", "）", "。", "；", "1e999", "9" * 40, "０", "Ⅻ", "一亿零", "%%", "5.85亿", "et al.", "https://",
    "关键词：", "Keywords:", "摘要", "Abstract", "：", "—", "𠀀", "e\u0301", "\r", "\n\n", " " * 30,
    "=IF(", "true", "[[", "[tool.zhen-align]", "\"\"\"", "=",
)  # fmt: skip
SUFFIXES = (".md", ".txt", ".html", ".rst", ".po", ".xlf", ".tmx", ".tsv", ".csv", ".tex", ".docx")
_ROWS = "en\tabbr\tzh\tstatus\tcount\tshare\tdomain\tnote\tsource\textra\n" \
    "neural network\tNN\t神经网络\tpreferred\t3\t1.00\tml\ta \\t tab\t\tx\n" \
    "kernel\t\t内核\tcandidate\t2\t0.50\t\t\tauto-12345678\t\n" \
    "BERT\t\tBERT\tkeep\t1\t1.00\t\t\t\t\n"  # fmt: skip
_CONFIG = (
    'paths = ["a/", "b/*.md"]\nglossary = "g.tsv"\ntarget = "zh"\njobs = 2\n'
    'pairs = [{zh = "zh/**", en = "en/**"}]\nspacing = "always"\n'
    '[rules]\n"number-mismatch" = "off"\n'
)


def _texts(text: str, document: Document) -> None:
    for block in document.blocks:
        assert 0 <= block.span.start <= block.span.end <= len(text)
        for span in block.opaque:
            assert block.span.start <= span.start <= span.end <= block.span.end


def _read(suffix: str, data: bytes) -> None:
    document = read(data, f"x{suffix}")
    _texts(document.text, document)


def _align(suffix: str, data: bytes) -> None:
    document = read(data, f"x{suffix}")
    for alignment in pipeline.alignments([document], ""):
        for bead in alignment.beads:
            assert bead.zh or bead.en
            assert 0 <= bead.score <= 1
            for side, text in ((bead.zh, alignment.zh.text), (bead.en, alignment.en.text)):
                assert all(each.span.end <= len(text) for each in side)
    found = pipeline.alignments([document], "")
    pipeline.extracted(found, Config())
    paired = [each for each in found if any(bead.zh and bead.en for bead in each.beads)]
    pipeline.linted(paired, [], glossary_rows.parse(_ROWS, "g").rows, Config())


def _pair(data: bytes) -> None:
    zh, _, en = data.partition(b"\n----\n")
    pipeline.alignments([read(zh, "x.zh.md"), read(en, "x.en.md")], "")


def _sentences(data: bytes) -> None:
    text = data.decode("utf-8", "replace")  # as texts are: half a character is none
    for lang in (Lang.ZH, Lang.EN):
        spans = sentences(text, lang)
        assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
        assert [span for span in words(text, lang) if span.end > len(text)] == []


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _glossary(data: bytes) -> None:
    table = glossary_rows.parse(data.decode("utf-8", "replace"), "g.tsv")
    again = glossary_rows.parse(glossary_rows.render(table), "g.tsv")
    assert again.rows == table.rows


def _exchange(of: Callable[[bytes, str], list[list[str]]], data: bytes) -> None:
    table = from_grid(of(data, "x"), "x")
    to_grid(table)


def _config(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "zhen-align.toml"
        file.write_bytes(data)
        configuration.load(Path(name), file)


@cache
def _store() -> Memory:
    return Memory(glossary_rows.parse(_ROWS, "g").rows)


def _lookup(data: bytes) -> None:
    answer(_store(), data.decode("utf-8", "surrogatepass") if _is_utf8(data) else "x")


TARGETS: dict[str, Callable[[bytes], None]] = {
    **{f"read{suffix}": partial(_read, suffix) for suffix in SUFFIXES},
    "align.md": partial(_align, ".md"),
    "align.txt": partial(_align, ".txt"),
    "pair": _pair,
    "sentences": _sentences,
    "glossary": _glossary,
    **{f"import.{name}": partial(_exchange, module(name, READERS).read) for name in READERS},
    "config": _config,
    "lookup": _lookup,
}
"""By name, without a hyphen; a finding is kept under it."""


def seeds(name: str) -> list[bytes]:
    """Return inputs that a target takes as they are."""
    pairs = [abstracts.abstract(number) for number in range(6)]
    both = [f"{en}\n{zh}" for en, zh in pairs]
    plain = [text.encode() for text in both]
    grid = to_grid(glossary_rows.parse(_ROWS, "g"))
    made: dict[str, list[bytes]] = {
        "pair": [f"{zh}\n----\n{en}".encode() for en, zh in pairs],
        "glossary": [_ROWS.encode()],
        "config": [_CONFIG.encode(), f"[tool.zhen-align]\n{_CONFIG}".encode()],
        "lookup": [b"neural network", "神经网络".encode(), b"shenjing wangluo", b"NNs"],
        **{
            f"import.{name}": [module(name, WRITERS).write(grid)]
            for name in READERS
            if name in WRITERS
        },
        "import.tsv": [_ROWS.encode()],
        "import.xlf": [_xliff(en, zh) for en, zh in pairs],
        "import.xliff": [_xliff(en, zh) for en, zh in pairs],
        "import.pairs": [module("deepl", WRITERS).write(grid)],
        "read.html": [_html(text) for text in both],
        "read.rst": [text.replace("# ", "Title\n=====\n\n").encode() for text in both],
        "read.po": [_po(en, zh) for en, zh in pairs],
        "read.xlf": [_xliff(en, zh) for en, zh in pairs],
        "read.tmx": [_tmx(en, zh) for en, zh in pairs],
        "read.tsv": [f"en\tzh\n{_flat(en)}\t{_flat(zh)}\n".encode() for en, zh in pairs],
        "read.csv": [f'en,zh\n"{_flat(en)}","{_flat(zh)}"\n'.encode() for en, zh in pairs],
        "read.tex": [_tex(text) for text in both],
        "read.docx": [_docx(text) for text in both],
    }
    return made.get(name, plain)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


def _html(text: str) -> bytes:
    return "".join(f"<p>{escape(line)}</p>\n" for line in _lines(text)).encode()


def _po(en: str, zh: str) -> bytes:
    units = zip(_lines(en), _lines(zh), strict=False)
    return "\n".join(f'#: a.c:1\nmsgid "{a}"\nmsgstr "{b}"\n' for a, b in units).encode()


def _xliff(en: str, zh: str) -> bytes:
    units = "".join(
        f'<trans-unit id="{n}"><source>{a}</source><target>{b}</target></trans-unit>'
        for n, (a, b) in enumerate(zip(_lines(en), _lines(zh), strict=False))
    )
    return (
        '<?xml version="1.0"?><xliff version="1.2"><file source-language="en" '
        f'target-language="zh-CN" original="x"><body>{units}</body></file></xliff>'
    ).encode()


def _tmx(en: str, zh: str) -> bytes:
    units = "".join(
        f'<tu><tuv xml:lang="en"><seg>{a}</seg></tuv><tuv xml:lang="zh"><seg>{b}</seg></tuv></tu>'
        for a, b in zip(_lines(en), _lines(zh), strict=False)
    )
    return f'<?xml version="1.0"?><tmx version="1.4"><body>{units}</body></tmx>'.encode()


def _tex(text: str) -> bytes:
    body = "\n\n".join(_lines(text)).replace("# ", "\\section{x} ").replace("%", "\\%")
    return f"\\documentclass{{article}}\n\\begin{{document}}\n{body}\n\\end{{document}}\n".encode()


def _docx(text: str) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    lines = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in _lines(text))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", f'<?xml version="1.0"?><w:document xmlns:w="{space}">'
                         f"<w:body>{lines}</w:body></w:document>")  # fmt: skip
    return made.getvalue()
