"""Markup of LaTeX: labels, citations, pictures, formulas, environments, braces, rows of tables.

Told is what stands where the source has something else, and what is broken by itself where the
source is sound. Comments and listings are no text. Not here: citations inside a sentence
(rules/citation_mismatch.py).
"""

import re
from collections.abc import Callable, Iterator, Sequence

from zhen_align.lint.facts import BLANK, Pair
from zhen_align.lint.finding import Severity
from zhen_align.lint.markup.blocks_apart import Changed, change_at
from zhen_align.text.addresses import link_key
from zhen_align.text.distance import slips
from zhen_align.text.markup import formula_key
from zhen_align.text.opaque import blanked
from zhen_align.text.scripts import HAN
from zhen_align.types import Span

Part = tuple[str, Span]
_NO_TEXT = re.compile(
    r"(?<!\\)%[^\n]*|\\begin\{(verbatim\*?|lstlisting|minted|comment)\}.*?\\end\{\1\}"
    r"|\\verb(?P<mark>[^A-Za-z\s*]).*?(?P=mark)",
    re.DOTALL,
)
_COMMAND = re.compile(
    r"\\(?P<name>label|ref|eqref|autoref|cref|Cref|pageref|includegraphics|input|include|url|"
    r"texttt|SI|si|qty|num|begin)\*?"
    r"(?P<rest>(?:\[[^\[\]]*\])?(?:\{[^{}]*\})+)"
)
_FORMULA = re.compile(
    r"(?<!\\)\$(?!\$)(?P<inline>[^$\n]{1,400})\$|\\\[(?P<shown>.{1,2000}?)\\\]"
    r"|\\begin\{(?P<name>equation|align|gather|multline|eqnarray)\*?\}(?P<inner>.{1,3000}?)\\end\{",
    re.DOTALL,
)
_LABEL = re.compile(r"\\label\{[^{}]*\}")
_ENVIRONMENT = re.compile(r"\\(begin|end)\{([A-Za-z]+\*?)\}")
_HAN_COMMAND = re.compile(rf"\\[{HAN}]+(?=\{{)")
_TABLE = re.compile(r"\\begin\{(tabularx?|longtable|array)\*?\}.*?\\end\{\1\*?\}", re.DOTALL)
_ROW = re.compile(r"\\\\")
_BAR = re.compile(r"(?<!\\)&")
_BRACE = re.compile(r"(?<!\\)[{}]")
_FOOTNOTE = re.compile(r"\\footnote\{")
_LIKE, _LIKE_PATH = 0.5, 0.3
_PATHS = ("includegraphics", "input", "include", "url")


def tex(pair: Pair) -> Iterator[Changed]:
    """Yield what is broken or another in the target, a file of LaTeX."""
    target, source = pair.target_document, pair.source_document
    if target.path == source.path or not target.format == source.format == "latex":
        return
    here, there = _text(target.text), _text(source.text)
    for parts in (_commands, _formulas):
        for old, new in _others(parts(there), parts(here)):
            if _was(old[0], new[0], here):
                yield change_at(target, new[1], old[1])
    for test in _TESTS:
        if not list(test(there)):
            for span, message in test(here):
                yield change_at(target, span, None, message)
    yield from _rows(pair, here, there)
    lost = len(_FOOTNOTE.findall(there)) - len(_FOOTNOTE.findall(here))
    if lost > 0:
        end = Span(len(target.text.rstrip()), len(target.text.rstrip()))
        yield change_at(target, end, None, f"{lost} of the notes are lost", Severity.WARNING)


def _others(was: Sequence[Part], now: Sequence[Part]) -> Iterator[tuple[Part, Part]]:
    """Yield what only one text has, old and new, where there are as many of a kind."""
    known, own = {key for key, _ in was}, {key for key, _ in now}
    lost = [part for part in was if part[0] not in own]
    new = [part for part in now if part[0] not in known]
    for kind in dict.fromkeys(part[0].split(" ", 1)[0] for part in new):
        sides = [[p for p in side if p[0].split(" ", 1)[0] == kind] for side in (lost, new)]
        if len(sides[0]) == len(sides[1]):
            yield from zip(*sides, strict=True)


def _text(text: str) -> str:
    """Return a text without its comments and listings, as long as it was."""
    return blanked(text, [Span(*found.span()) for found in _NO_TEXT.finditer(text)], BLANK)


def _commands(text: str) -> list[Part]:
    return [
        (f"{found['name']} {_argument(found)}", Span(*found.span()))
        for found in _COMMAND.finditer(text)
    ]


def _argument(found: re.Match[str]) -> str:
    """Return what a command is given; a file in its language is the same file."""
    said = " ".join(found["rest"].split())
    if found["name"] not in _PATHS:
        return said
    options, _, path = said.rpartition("{")
    return re.sub(r"[_-](?=\.)", "", f"{options}{{{link_key(path.rstrip('}'))}}}")


def _formulas(text: str) -> list[Part]:
    found = []
    for match in _FORMULA.finditer(text):
        group = next(name for name in ("inline", "shown", "inner") if match[name] is not None)
        key = formula_key(_LABEL.sub("", match[group]))
        start = match.start(group) + (label.end() if (label := _LABEL.match(match[group])) else 0)
        found.append((f"$ {key}", Span(start, match.end(group))))
    return found


def _was(old: str, new: str, text: str) -> bool:
    """Whether one part stands for another: of the same kind, and no name of the text's own."""
    kind, _, said = new.partition(" ")
    was, _, there = old.partition(" ")
    if kind != was:
        return False
    if kind == "$":
        most = int(_LIKE * max(len(said), len(there)))
        return slips(said[:200], there[:200], most) <= most
    if kind == "label":  # renamed on purpose where the text refers to it, or to neither
        new_one, old_one = (re.search(rf"ref\*?{re.escape(name)}", text) for name in (said, there))
        return new_one is None and (old_one is not None or not said.isascii())
    if kind in _PATHS:
        most = int(_LIKE_PATH * max(len(said), len(there)))
        return slips(said, there, most) <= most
    return said.isascii() or kind != "texttt"


def _unbalanced(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the environments that are never closed, or never opened."""
    opened: list[re.Match[str]] = []
    for found in _ENVIRONMENT.finditer(text):
        if found[1] == "begin":
            opened.append(found)
        elif opened and opened[-1][2] == found[2]:
            opened.pop()
        elif opened:
            break
        else:
            yield Span(*found.span()), f"{found[0]} closes nothing"
            return
    if opened:
        yield Span(*opened[-1].span()), f"{opened[-1][0]} is not closed"


def _braces(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the last paragraph's brace that has no partner."""
    for paragraph in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", text):
        if "\\def" in paragraph[0] or "\\newcommand" in paragraph[0]:
            continue
        opened: list[int] = []
        for found in _BRACE.finditer(text, *paragraph.span()):
            if found[0] == "{":
                opened.append(found.start())
            elif opened:
                opened.pop()
            else:
                opened = [found.start()]
                break
        if opened:
            yield Span(opened[-1], opened[-1] + 1), "this brace has no partner"


def _dollars(text: str) -> Iterator[tuple[Span, str]]:
    for paragraph in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", text):
        signs = [m.start() for m in re.finditer(r"(?<!\\)\$", paragraph[0])]
        if len(signs) % 2:
            at = paragraph.start() + signs[-1]
            yield Span(at, at + 1), "the formula is not closed"


def _translated(text: str) -> Iterator[tuple[Span, str]]:
    for found in _HAN_COMMAND.finditer(text):
        yield Span(*found.span()), f"{found[0]} is no command: its name was translated"


_TESTS: tuple[Callable[[str], Iterator[tuple[Span, str]]], ...] = (
    _unbalanced,
    _braces,
    _dollars,
    _translated,
)


def _rows(pair: Pair, here: str, there: str) -> Iterator[Changed]:
    """Yield the tables of which one row lost a cell or its end."""
    now, was = list(_TABLE.finditer(here)), list(_TABLE.finditer(there))
    for new, old in zip(now, was, strict=True) if len(now) == len(was) else ():
        cells, wanted = ([len(_BAR.findall(row)) for row in _ROW.split(t[0])] for t in (new, old))
        if len(cells) != len(wanted):
            told = abs(len(cells) - len(wanted)) == 1
            message = "a row of this table has lost its end, or is one too many"
        else:
            told = sum(a != b for a, b in zip(cells, wanted, strict=True)) == 1
            message = "a row of this table has lost a cell"
        if told:
            place = Span(new.start(), new.start() + len("\\begin{") + len(new[1]) + 1)
            yield change_at(pair.target_document, place, Span(*old.span()), message)
