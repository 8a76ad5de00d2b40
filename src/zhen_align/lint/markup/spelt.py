"""Markup that is written with signs of Chinese text, which no program reads: ！！！ note, ｛#id｝.

Each pattern is told where the target has it and the source has nothing of the kind, and names of
directives and options where the source has them spelt as they should be. Not here: what differs
but is well written (frame.py, skeleton.py).
"""

import re
from collections.abc import Iterator

from zhen_align.lint.facts import Pair
from zhen_align.lint.markup.blocks_apart import Changed, change_at
from zhen_align.lint.markup.shown import both_shown
from zhen_align.text.scripts import HAN
from zhen_align.types import Document, Span

# what one of must stand on a page, the pattern, and what is said of it
_WIDE_LINES = (
    ("！", r"[！!]*！[！!]*(?=[ \t]?[A-Za-z]+(?:[ \t]+[\"“]|[ \t]*$))", "is no admonition"),
    ("：", r"(?=:{0,3}：)[：:]{2,}(?=[ \t]*[A-Za-z{]|[ \t]*$)", "is no container"),
    ("｀", r"(?=`{0,3}｀)[`｀]{3,}(?![^\n]*[`｀])", "is no fence"),
    ("＃", r"(?=#{0,5}＃)[#＃]{1,6}(?=[ \t]?\S)", "is no heading"),
    ("＞", r"＞(?=[ \t]?\S)", "is no quotation"),
    ("－ — –", r"(?:－|—|–)(?=[ \t]\S)", "begins no item"),
    ("・ • ·", r"[・•·](?=[ \t]?\S)", "begins no item"),
    ("[！", r"\[！[A-Za-z]+[\]】]", "is no alert"),
    ("＝", r"＝{3}(?=[ \t])", "begins no tab"),
    ("｜", r"(?=[^\n]*｜)[|｜][^\n]*[|｜][ \t]*$", "is no row of a table"),
    (
        "：- -：",
        r"\|?(?=[^\n]*：)[ \t:：|-]*-{2}[ \t:：|-]*$",
        "is no line under the head of a table",
    ),
    ("．． 。。", r"(?:．{2}|。{2})(?=[ \t]?[A-Za-z_]+)", "begins no directive"),
    (
        "::: !!! ???",
        rf"(?::{{3,}}[ \t]*|(?:!!!|\?\?\?\+?)[ \t]+)[{HAN}]+",
        "is no container: it was translated",
    ),
    ("!!", r"!!(?=[ \t]+[a-z]+[ \t]+\")", "is no admonition: a mark is missing"),
    ("[]", r"(?<=[-*+] )\[\](?=[ \t])", "is no box: it has no blank"),
)
_WIDE = (
    ("｀", r"｀+[^｀\n]{1,80}｀+", "is no code"),
    ("＊", r"＊{1,2}[^＊\n]{1,80}＊{1,2}", "is no emphasis"),
    ("＜", r"＜/?[A-Za-z][^＜＞<>\n]{0,80}＞", "is no tag"),
    ("｛", r"｛｛[^｛｝\n]{1,200}｝｝|｛\{[^{}\n]{1,200}\}｝", "is no macro"),
    ("｛", r"｛[ \t]?[#.:][\w .:#-]+｝", "is no attribute"),
    ("！[", r"！\[[^\[\]\n]*\]\([^()\s]+\.(?:png|svg|jpe?g|gif|webp)\)", "is no picture"),
    ("{{", r"\{\{[^{}\n]*[\w-](?:＝|=[“”])[^{}\n]*\}\}", "has signs that are none"),
    ("【^ 】", r"【\^[\w-]+】|\[\^[\w-]+】|【\^[\w-]+\]", "is no reference"),
    ("＼", r"\$[^$\n]*＼[A-Za-z][^$\n]*\$|＼(?=[a-z]+[\{_^ ])", "has a backslash that is none"),
    (
        "／／ ：// http// https// <http",
        r"https?(?:[:：]?／／|：//|//)|<https?:(?=[^<>\s]*[：／．？＝＆])[^<>\s]*>",
        "is no address",
    ),
    ("＆ &", r"＆[a-z]{2,6}[;；]|&[a-z]{2,6}；", "is no entity"),
)
_BEGINNING = r"^[ \t>]*(?:[-*+][ \t]+)?"
_PATTERNS = tuple(
    (signs.split(), re.compile(f"{before}(?P<said>{pattern})", re.MULTILINE), says)
    for before, table in ((_BEGINNING, _WIDE_LINES), ("", _WIDE))
    for signs, pattern, says in table
)
_DIRECTIVE = re.compile(r"^[ \t]*\.\.[ \t]+(?P<name>[A-Za-z][\w:+-]*)::", re.MULTILINE)
_OPTION = re.compile(r"^[ \t]+:(?P<name>[a-z][a-z-]*):(?=[ \t]|$)", re.MULTILINE)
_LABEL = re.compile(r"^[ \t]*\.\.[ \t]+_(?P<name>[\w.-]+):", re.MULTILINE)
_NOTE = re.compile(r"^[ \t]*\.\.[ \t]+\[(?P<name>[#*]?[\w-]*)\][ \t]", re.MULTILINE)
_HAN_OPTION = re.compile(rf"^[ \t]+[:：][{HAN}]+[:：](?=[ \t])", re.MULTILINE)
_NOWHERE = "refers to nothing"
_RST = (
    (r"(?<![`:\w])`[^`<>\n]+<https?:[^<>`\n]+`__?", "is no link: a bracket is missing"),
    (r"(?<![`:\w])`[^`<>\n]+<https?:[^<>`\n]+>`(?![`_])", "is no link: its underscore is missing"),
    (r"(?<![`:\w])`[^`<>\n]*[^\s`<>]<https?:[^<>`\s]+>`__?", "is no link: a blank is missing"),
    (rf":[{HAN}]{{1,6}}:(?=`)", "is no role: its name was translated"),
    (r"(?<![\w:]):[a-z][\w:-]*(?:：|: )(?=`)", "is no role"),
    (r"(?<![`:\w])`[^`<>\n]+`_(?![`_\w])", _NOWHERE),
)
_RST_LINES = tuple((re.compile(f"(?P<said>{pattern})"), says) for pattern, says in _RST)
_TABLE = re.compile(
    r"^(?P<in>[ \t]*)\.\. list-table::[^\n]*\n(?:(?:(?P=in)[ \t]+[^\n]*|[ \t]*)\n)*", re.M
)
_ROW = re.compile(r"^[ \t]+\*[ \t]+-(?P<cells>(?:(?!^[ \t]+\*[ \t]+-)[^\n]*\n)*)", re.MULTILINE)
_CELL = re.compile(r"^[ \t]+-(?=\s)", re.MULTILINE)
# what is left of a line of each kind that lost a mark, with the name in place of {name}
_NEARLY = (
    (
        _DIRECTIVE,
        r"(?P<dots>\.{{2}}[ \t]*|．．[ \t]*)?{name}[ \t]*(?(dots)[:：]{{0,2}}|::)",
        "directive",
    ),
    (_OPTION, r"[ \t]+(?:[:：]{name}[:：]?|{name}:)", "option"),
    (_LABEL, r"\.\.[ \t]*_?{name}[:：]?", "label"),
    (_NOTE, r"(?:\.\.)?\[{name}\]", "note"),
)


def misspelt(pair: Pair) -> Iterator[Changed]:
    """Yield the markup of a target that is written so that it is none."""
    target, source = pair.target_document, pair.source_document
    if target.path == source.path or target.format != source.format:
        return
    here, there = both_shown(pair)
    if target.format == "markdown":
        for signs, pattern, says in _PATTERNS:
            found = pattern.search(here) if any(sign in here for sign in signs) else None
            if found and not pattern.search(there):
                span = Span(*found.span("said"))
                yield change_at(target, span, None, f"{span.of(target.text).strip()} {says}")
    elif target.format == "rst":
        for span, message in (*_rst(target.text, source.text), *_rows(target.text, source.text)):
            yield change_at(target, span, None, message)
        yield from _links(target, source)


def _links(target: Document, source: Document) -> Iterator[Changed]:
    """Yield the links and roles of reStructuredText that have lost a mark."""
    for pattern, says in _RST_LINES:
        found = None if pattern.search(source.text) else pattern.search(target.text)
        if found and not (says == _NOWHERE and _is_named(found["said"], target.text)):
            said = " ".join(found["said"].split())
            yield change_at(target, Span(*found.span("said")), None, f"{said} {says}")


def _is_named(reference: str, text: str) -> bool:
    """Whether a page says where a reference by name leads, or has a heading of that name."""
    name = re.escape(reference.strip("`_"))
    return (
        re.search(rf"_`?{name}`?:|`{name}[ ]?<|^[ \t]*{name}[ \t]*$", text, re.MULTILINE)
        is not None
    )


def _rows(target: str, source: str) -> Iterator[tuple[Span, str]]:
    """Yield the rows of a list-table that have fewer or more cells than its first one."""
    if "list-table" in target and not any(_uneven(source)):
        yield from _uneven(target)


def _uneven(text: str) -> Iterator[tuple[Span, str]]:
    for table in _TABLE.finditer(text):
        rows = list(_ROW.finditer(table[0]))
        counts = [1 + len(_CELL.findall(row["cells"])) for row in rows]
        usual = max(counts, key=counts.count, default=0)
        for row, count in zip(rows, counts, strict=True):
            if count != usual:
                start = table.start() + row.start()
                line = Span(start, start + len(row[0].partition("\n")[0]))
                yield line, f"this row has {count} cells, the others of its table have {usual}"


def _rst(target: str, source: str) -> Iterator[tuple[Span, str]]:
    """Yield directives, options, labels and notes that have lost a part of their marks."""
    for pattern, broken, what in _NEARLY:
        lost = [
            name
            for name in dict.fromkeys(pattern.findall(source))
            if len(_lines(pattern, name, target)) < len(_lines(pattern, name, source))
        ]
        for name in lost:
            line = re.compile(
                rf"^[ \t]*(?P<said>{broken.format(name=re.escape(name))})(?=[ \t]|$)", re.MULTILINE
            )
            if _broken(line, pattern, source):
                continue
            for span in _broken(line, pattern, target):
                yield span, f"{span.of(target).strip()} is no {what}: a mark is missing"
    if not _HAN_OPTION.search(source) and _OPTION.search(source):
        for found in _HAN_OPTION.finditer(target):
            above = target.rfind("\n", 0, max(0, found.start() - 1)) + 1
            if re.match(r"[ \t]*(?:\.\. [\w:-]+::|:[a-z-]+:)", target[above : found.start()]):
                message = f"{found[0].strip()} is no option: its name was translated"
                yield Span(*found.span()), message


def _broken(line: re.Pattern[str], sound: re.Pattern[str], text: str) -> list[Span]:
    """Return where a line stands that is nearly a sound one."""
    return [
        Span(*found.span("said"))
        for found in line.finditer(text)
        if not sound.match(text, found.start())
    ]


def _lines(pattern: re.Pattern[str], name: str, text: str) -> list[str]:
    return [said for said in pattern.findall(text) if said == name]
