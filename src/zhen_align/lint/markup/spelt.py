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
from zhen_align.types import Span

_WIDE_LINES = (
    (r"[！!]*！[！!]*(?=[ \t]?[A-Za-z]+(?:[ \t]+[\"“]|[ \t]*$))", "is no admonition"),
    (r"[：:]*：{2}[：:]*|：：：?(?=[ \t]*[A-Za-z]|[ \t]*$)", "is no container"),
    (r"｀{3}", "is no fence"),
    (r"＃{1,6}(?=[ \t]?\S)", "is no heading"),
    (r"＞(?=[ \t]?\S)", "is no quotation"),
    (r"(?:－|—|–)(?=[ \t]\S)", "begins no item"),
    (r"[・•·](?=[ \t]?\S)", "begins no item"),
    (r"\[！[A-Za-z]+[\]】]", "is no alert"),
    (r"＝{3}(?=[ \t])", "begins no tab"),
    (r"｜[^\n]*｜[ \t]*$", "is no row of a table"),
    (r"(?:．{2}|。{2})(?=[ \t]?[A-Za-z_]+)", "begins no directive"),
    (rf"(?::{{3,}}[ \t]*|(?:!!!|\?\?\?\+?)[ \t]+)[{HAN}]+", "is no container: it was translated"),
    (r"!!(?=[ \t]+[a-z]+[ \t]+\")", "is no admonition: a mark is missing"),
    (r"(?<=[-*+] )\[\](?=[ \t])", "is no box: it has no blank"),
)
_WIDE = (
    (r"｀+[^｀\n]{1,80}｀+", "is no code"),
    (r"＊{1,2}[^＊\n]{1,80}＊{1,2}", "is no emphasis"),
    (r"＜/?[A-Za-z][^＜＞<>\n]{0,80}＞", "is no tag"),
    (r"｛｛[^｛｝\n]{1,200}｝｝|｛\{[^{}\n]{1,200}\}｝", "is no macro"),
    (r"｛[ \t]?[#.:][\w .:#-]+｝", "is no attribute"),
    (r"！\[[^\[\]\n]*\]\([^()\s]+\.(?:png|svg|jpe?g|gif|webp)\)", "is no picture"),
    (r"<[A-Za-z][\w.-]*[^<>\n]*[\w:-]=“[^<>\n]*>", "has quotation marks that are none"),
    (r"【\^[\w-]+】|\[\^[\w-]+】|【\^[\w-]+\]", "is no reference"),
    (r"\$[^$\n]*＼[A-Za-z][^$\n]*\$|＼(?=[a-z]+[\{_^ ])", "has a backslash that is none"),
    (r"＆[a-z]{2,6}[;；]|&[a-z]{2,6}；", "is no entity"),
)
_LINES = tuple(
    (re.compile(rf"^[ \t>]*(?:[-*+][ \t]+)?(?P<said>{pattern})", re.MULTILINE), says)
    for pattern, says in _WIDE_LINES
)
_INLINE = tuple((re.compile(f"(?P<said>{pattern})"), says) for pattern, says in _WIDE)
_SIGNS = re.compile(r"[！：｀＃＞－—–・•·＝｜．。＊＜｛【＼＆“；]|:::|!!|\?\?\?|\[\] ")
_DIRECTIVE = re.compile(r"^[ \t]*\.\.[ \t]+(?P<name>[A-Za-z][\w:+-]*)::", re.MULTILINE)
_OPTION = re.compile(r"^[ \t]+:(?P<name>[a-z][a-z-]*):(?=[ \t]|$)", re.MULTILINE)
_LABEL = re.compile(r"^[ \t]*\.\.[ \t]+_(?P<name>[\w.-]+):", re.MULTILINE)
_NOTE = re.compile(r"^[ \t]*\.\.[ \t]+\[(?P<name>[#*]?[\w-]*)\][ \t]", re.MULTILINE)
_HAN_OPTION = re.compile(rf"^[ \t]+[:：][{HAN}]+[:：](?=[ \t])", re.MULTILINE)
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
    if target.format == "markdown" and _SIGNS.search(here):
        for pattern, says in (*_LINES, *_INLINE):
            if (found := pattern.search(here)) and not pattern.search(there):
                span = Span(*found.span("said"))
                yield change_at(target, span, None, f"{span.of(target.text).strip()} {says}")
    elif target.format == "rst":
        for span, message in _rst(target.text, source.text):
            yield change_at(target, span, None, message)


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
