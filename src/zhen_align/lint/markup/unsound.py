"""Markup of a target that is broken in itself, where the source's is sound.

A tag or shortcode that is never closed, emphasis or a formula without its end, a link to a note
that is nowhere, a table whose rows do not fit: a reader sees the marks in place of what they
mean. Each test looks at one text; it speaks of the target where it has nothing to say of the
source. Not here: fences and directives (directives.py), what differs but is whole (skeleton.py).
"""

import re
from collections.abc import Callable, Iterator
from html.entities import html5

from zhen_align.lint.facts import Pair
from zhen_align.lint.finding import Severity
from zhen_align.lint.markup.balance import unbalanced
from zhen_align.lint.markup.begun import bare_items, keys, scalars, titled, underlined
from zhen_align.lint.markup.blocks_apart import Changed, change_at
from zhen_align.lint.markup.destinations import adrift, forgotten, unheaded, unused
from zhen_align.lint.markup.shown import both_shown
from zhen_align.lint.markup.unclosed import Broken, cramped, emphasis, formulas, literals, uneven
from zhen_align.text.scripts import HAN
from zhen_align.types import Document, Kind, Span

Test = Callable[[Document, str], Iterator[Broken]]
# here and below, a sign before what must not stand before it: other places are passed over quickly
_PLAIN_HASH = re.compile(rf"#(?<![^\n]#)(?:#{{1,5}}(?=[{HAN}\w`])|(?=[{HAN}]))")
_TAG = re.compile(
    r"</?(?!\w+:/)[A-Za-z][\w.:-]*(?=[\s/>])(?:\"[^\"\n]*\"|'[^'\n]*'|\{(?:[^{}]|\{[^{}]*\})*\}|[^<>\"'{}])*"
    r"[\"']?[^<>]*>"
)
_SOUND_TAG = re.compile(
    r"</?[A-Za-z][\w.:-]*(?:\s+(?:[\w:@.#\[\]$*()|?-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'"
    r"|\{(?:[^{}]|\{[^{}]*\})*\}|[^\s\"'=<>`“”]+))?|\{[^{}]*\}))*\s*/?>"
)
_ENTITY = re.compile(
    r"&(?:nbsp|[lg][te]|amp|quot|copy|reg|[mn]dash|[hm]ellip|times|[lru]arr|[lr][ds]quo|middot|ensp)"
    r"(?![A-Za-z0-9_;=-])"
)
_NAMED_ENTITY = re.compile(r"&(?P<name>[A-Za-z]\w{1,30};)", re.ASCII)
_WIDE_SIGNS = re.compile(
    r"(?:：[A-Za-z][\w-]*:|:(?<![\w:]:)[A-Za-z][\w-]*：|｛[A-Za-z][\w-]*｝)(?=[`\ufffc])"
)
_MACRO = re.compile(r"\{\{(?P<a>[<%]?)(?P<in>[^{}\n]*?)(?P<b>[>%]?)\}\}")
_HALF_MACRO = re.compile(
    r"^[ \t]*[-*+:|][^\n]*?(\{\{[ \t]*[A-Za-z_]\w*(?:\([^(){}\n]*\))?[ \t]*\}(?!\}))", re.MULTILINE
)
_HAN_VALUE = re.compile(rf"\{{[{HAN}]+(?:\.\w+)+\}}")
_NESTED = re.compile(r"\[\[[^\[\]\n]+\]\([^()\n]*\)\]\(")
_PICTURED = re.compile(r"!\[[^\[\]\n]*\]\([^()\s]*\)\]\(")
_TURNED = re.compile(r"\((?<!\]\()[^()\n]{1,80}\)\[(?:https?://|\.{0,2}/|#)[^\]\s]*\]")
_DIVIDER = re.compile(r"^[ \t>]*\|?(?:[ \t]*:?-{2,}:?[ \t]*(?:\||$))+[ \t]*$", re.MULTILINE)
_ROW = re.compile(r"^[ \t>]*\|.*\|[ \t]*$")
_UNDER_HEAD = re.compile(r"^[ \t>]*\|[ \t:|-]*-[ \t:|-]*\|[ \t]*$", re.MULTILINE)
_ROWS = re.compile(r"(?:^[ \t>]*\|[^\n]*\|[ \t]*(?:\n|\Z)){2,}", re.MULTILINE)
_LINE = re.compile(r"(?<![^\r\n])[^\r\n]*")
_BAR = re.compile(r"(?<!\\)\|")
_REFERRING = re.compile(r"\[(?:(?<!\]\[)[^\[\]]+\]\[([^\[\]^]+)\]|(?<!\w\[)(\^[\w-]+)\](?!:))")
_DEFINING = re.compile(r"^[ \t>]*\[([^\[\]^]+|\^[\w-]+)\]:", re.MULTILINE)
_HAN_NAME = re.compile(
    rf"^[ \t>]*(?:(?:`{{3,}}|:{{3,}})[ \t]*\{{[{HAN}]+\}}|\[![{HAN}]+\]|\.\.[ \t]+[{HAN}]+::)",
    re.MULTILINE,
)
_COLONS = re.compile(r"^[ \t]*::[ \t]?[A-Za-z][\w-]*(?=[ \t{\[]|$)", re.MULTILINE)
_SPACED_ROLE = re.compile(
    r"\{(?:ref|doc|numref|eq|cite\w*(?::\w)?|term|math|func|class|meth|mod|any|download)\}[ \t]+"
    r"(?=[`\ufffc])"
)
_DOUBLED_ROLE = re.compile(r"(?<![\w:`]):[a-z][\w:-]*:``[^`\n]+``")
_DIRECTIVE = re.compile(
    r"^[ \t]*\.\. (?:note|warning|tip|hint|caution|danger|important|seealso|image|figure|"
    r"code-block|code|function|class|method|attribute|module|version(?:added|changed)|deprecated|toctree|"
    r"literalinclude|math|rubric|list-table|table|admonition|highlight|include):(?!:)",
    re.MULTILINE,
)
_CLASS = re.compile(rf"\{{:?[ \t]*\.[\w-]*[{HAN}][^{{}}\n]*\}}")
_LABEL = re.compile(
    r"^[ \t]*(?!\([\w.:-]+\)=[ \t]*$)(?=[^\n]*[()（）])[（(]?[A-Za-z][\w.:-]*[)）]?[=＝][ \t]*$",
    re.MULTILINE,
)
_APART_CLASS = re.compile(r"(?<=[)\ufffc])[ \t]+\{:?[ \t]*\.[A-Za-z][^{}\n]*\}", re.ASCII)
_RST_LINK = re.compile(r"(?<!`)`[^`<>\n]+ <https?://[^<>`\s]+>`__?(?![`\w])")
_MD_LINK = re.compile(r"(?<!!)\[[^\[\]\n]+\]\((?:https?:|\.{0,2}/)[^\s()]+\)")
_COMMENT = re.compile(r"<!--(?:(?!-->).)*\Z", re.DOTALL)
_COMMENT_END = re.compile(r"(?<![-!])-->(?![\w-])")
_EMPTY = re.compile(
    r"^(?P<in>[ \t]*)\.\. (?:note|warning|tip|hint|caution|danger|important|attention|seealso)::"
    r"[ \t]*$(?!(?:[ \t]*\r?\n)+(?P=in)[ \t]+\S)",
    re.MULTILINE,
)
_SIGNS = re.compile(r"[A-Za-z].*[()=\[\]{}<>:$_/]")


def unsound(pair: Pair) -> Iterator[Changed]:
    """Yield what is broken in the target by itself, in a text whose source is sound."""
    target, source = pair.target_document, pair.source_document
    if target.path == source.path or target.format != source.format:
        return
    here, there = both_shown(pair)
    for span, message in unbalanced(here, there):
        yield change_at(target, span, None, message)
    lost = (*forgotten(target, source), *unused(target, source), *unheaded(pair))
    for span, message in lost:
        yield change_at(target, span, None, message)
    for span in _unlit(target, source) if target.format == "rst" else ():
        yield change_at(target, span, None, "this code is shown as text: :: is missing before it")
    strays = uneven(target) if target.format in _TESTS else {}
    known = uneven(source) if strays else {}
    for sign, places in strays.items():
        for span in places if sign not in known else ():
            message = f"{span.of(target.text)}: {sign} has no partner here"
            yield change_at(target, span, None, message)
    for test in _TESTS.get(target.format, ()):
        found = list(test(target, here))
        if found and not any(test(source, there)):
            weight = _WEIGHTS.get(test, Severity.ERROR)
            yield from (change_at(target, span, None, message, weight) for span, message in found)


def _unlit(target: Document, source: Document) -> Iterator[Span]:
    """Yield the blocks of code that the target has as text, by their first line."""
    for block in source.blocks:
        line = block.span.of(source.text).partition("\n")[0].strip()
        if block.kind is not Kind.OPAQUE or not _SIGNS.search(line):
            continue
        if not source.text[: block.span.start].rstrip().endswith("::"):
            continue
        found = re.search(rf"^[ \t]+({re.escape(line)})[ \t]*$", target.text, re.MULTILINE)
        block_there = target.blocks[target.block_at(found.start(1))] if found else block
        if found and block_there.kind in (Kind.PARAGRAPH, Kind.ITEM):
            yield Span(*found.span(1))


def _pattern(pattern: re.Pattern[str], says: str) -> Test:
    """Return a test that finds what one pattern does."""

    def test(document: Document, plain: str) -> Iterator[Broken]:
        for found in pattern.finditer(plain):
            span = Span(*found.span())
            yield span, f"{' '.join(span.of(document.text).split())} {says}"

    return test


def _tags(document: Document, plain: str) -> Iterator[Broken]:
    """Yield tags whose attributes are not written as such."""
    for found in _TAG.finditer(plain):
        if not _SOUND_TAG.fullmatch(found[0]):
            yield Span(*found.span()), f"the tag {' '.join(found[0].split())} is broken"


def _entities(document: Document, plain: str) -> Iterator[Broken]:
    """Yield entities that nobody knows."""
    for found in _NAMED_ENTITY.finditer(plain):
        if found["name"] not in html5:
            yield Span(*found.span()), f"{found[0]} is no entity"


def _tables(document: Document, plain: str) -> Iterator[Broken]:
    """Yield the lines of tables that have more or fewer cells than the head."""
    if "|" not in plain:
        return
    head, above = 0, ""
    for found in _LINE.finditer(plain):
        line = found[0]
        if head and _ROW.match(line):
            count = _cells(line)
            if count != head:
                yield Span(*found.span()), _misfit(count, head)
        elif _ROW.match(above) and "|" in line and _DIVIDER.match(line):
            head, count = _cells(above), _cells(line)
            if count != head:
                yield Span(*found.span()), _misfit(count, head)
        else:
            head = 0
        above = line


def _headless(document: Document, plain: str) -> Iterator[Broken]:
    """Yield tables without a line under their head, which are no tables."""
    for found in _ROWS.finditer(plain) if "|" in plain else ():
        if not _UNDER_HEAD.search(found[0]):
            line = Span(found.start(), found.start() + len(found[0].partition("\n")[0]))
            yield line, "this is no table: the line under its head is missing"


def _misfit(count: int, head: int) -> str:
    return f"this row has {count} cells, the head of its table has {head}"


def _cells(row: str) -> int:
    inner = row.strip(" \t>").removeprefix("|")
    return len(_BAR.findall(inner[:-1] if inner.endswith("|") else inner)) + 1


def _references(document: Document, plain: str) -> Iterator[Broken]:
    """Yield references to notes and addresses that are defined nowhere, where some are."""
    known = {found[1].casefold() for found in _DEFINING.finditer(plain)}
    for found in _REFERRING.finditer(plain):
        label = (found[1] or found[2]).casefold()
        if label not in known and (found[2] or known):
            yield Span(*found.span()), f"[{label}] is defined nowhere"


def _macros(document: Document, plain: str) -> Iterator[Broken]:
    """Yield macros and shortcodes whose ends, brackets or quotation marks do not fit."""
    for found in _MACRO.finditer(plain):
        ends = {"<": ">"}.get(found["a"], found["a"]) == found["b"]
        said = found["in"]
        if not ends or said.count("(") != said.count(")") or said.count('"') % 2:
            yield Span(*found.span()), f"{found[0]} is broken: its marks do not fit"


def _directives(document: Document, plain: str) -> Iterator[Broken]:
    """Yield directives that are comments: what stands under them is not shown."""
    for found in _DIRECTIVE.finditer(document.text):
        yield Span(*found.span()), f"{found[0].strip()} is a comment: a colon is missing"


def _strange_links(document: Document, plain: str) -> Iterator[Broken]:
    """Yield links in the manner of reStructuredText, which Markdown takes for code."""
    for block in document.blocks if "`_" in document.text else ():
        for found in _RST_LINK.finditer(document.text, block.span.start, block.span.end):
            if block.kind is not Kind.OPAQUE:
                yield Span(*found.span()), f"{found[0]} is no link of Markdown"


def _half_macros(document: Document, plain: str) -> Iterator[Broken]:
    """Yield the macros of items and rows with one brace at their end; `plain` lacks those."""
    for found in _HALF_MACRO.finditer(document.text) if "{{" in document.text else ():
        yield Span(*found.span(1)), f"{found[1]} has lost a brace"


def _unopened(document: Document, plain: str) -> Iterator[Broken]:
    """Yield the pictures that were to be links, and whose link is not opened."""
    for found in _PICTURED.finditer(plain):
        before = plain[plain.rfind("\n", 0, found.start()) + 1 : found.start()]
        if before.count("[") <= before.count("]"):
            yield Span(*found.span()), "a bracket is missing before this picture"


def _roles(document: Document, plain: str) -> Iterator[Broken]:
    """Yield roles with two backticks, which are shown as they are written."""
    for found in _DOUBLED_ROLE.finditer(document.text):
        yield Span(*found.span()), "a role has one backtick on each side"


_EVERY = (_tags, _entities, _pattern(_ENTITY, "is an entity without its semicolon"))
_TESTS = {
    "html": _EVERY,
    "markdown": (
        *_EVERY,
        _pattern(_PLAIN_HASH, "is no heading: a blank is missing after it"),
        _pattern(_WIDE_SIGNS, "is no role: it has full-width marks"),
        _pattern(_LABEL, "is no label: a bracket is missing"),
        _macros,
        _half_macros,
        _pattern(_HAN_VALUE, "is no value: its name was translated"),
        _pattern(_NESTED, "is no picture: its exclamation mark is missing"),
        _unopened,
        _pattern(_TURNED, "is written so that it is no link"),
        _pattern(_HAN_NAME, "is no directive: its name was translated"),
        _pattern(_COLONS, "has lost a colon"),
        _pattern(_SPACED_ROLE, "is no role: a blank follows it"),
        _pattern(_CLASS, "is no class: its name was translated"),
        _pattern(_COMMENT, "is a comment that is not closed"),
        _pattern(_COMMENT_END, "ends no comment"),
        _pattern(_APART_CLASS, "is shown as text: a blank stands before it"),
        _strange_links,
        keys,
        scalars,
        titled,
        bare_items,
        adrift,
        _tables,
        _headless,
        _references,
        emphasis,
        cramped,
        formulas,
    ),
    "rst": (
        _directives,
        emphasis,
        _pattern(_EMPTY, "has no text: what follows is not indented"),
        _pattern(_WIDE_SIGNS, "is no role: it has full-width marks"),
        _pattern(_MD_LINK, "is no link of reStructuredText"),
        underlined,
        _pattern(_HAN_NAME, "is no directive: its name was translated"),
        _roles,
        literals,
    ),
}
# stray stars can be read over, what else is broken does not work
_WEIGHTS: dict[Test, Severity] = {
    emphasis: Severity.WARNING,
    scalars: Severity.WARNING,
    underlined: Severity.WARNING,
    cramped: Severity.INFO,
}
