"""What a page is built of around its sentences, held against the source's.

Shortcodes and macros (`{{< note >}}`, `{{Compat}}`), the ids of headings, labels, the attributes
of tags and of the front matter, and the links, code and roles of lines that no bead holds
(menus, lists of links). What only one side has may be the translator's choice: told is what
stands where the source has something else of its kind. Not here: directives and fences
(directives.py), their options (parts.py), what is broken by itself (unsound.py).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from zhen_align.lint.facts import Pair
from zhen_align.lint.markup.blocks_apart import Changed, change_at
from zhen_align.lint.markup.parts import Part, defined, fields, files, options, switches
from zhen_align.lint.markup.shown import MATTER, both_shown
from zhen_align.text.addresses import link_key
from zhen_align.text.distance import slips
from zhen_align.text.markup import MarkKind, marks
from zhen_align.text.opaque import opaque
from zhen_align.text.scripts import HAN, has_han
from zhen_align.types import Document, Kind, Span

_MACRO = re.compile(
    r"\{\{(?P<sign>[<%]?)[ \t]*(?P<name>[#/]?[ \t]*[\w/-]+)(?P<rest>[^{}\n]{0,300}?)[ \t]*[>%]?\}\}"
)
_TAG = re.compile(
    r"<(?P<name>[A-Za-z][\w.-]*)(?P<rest>(?:\s+[\w:@#.-]+(?:=(?:\"[^\"]*\"|'[^']*'|\{[^{}]*\}))?)+)\s*/?>"
)
_ATTRIBUTE = re.compile(r"([\w:@.-]+)=(?:\"([^\"]*)\"|'([^']*)')")
_TAB = re.compile(r"\bname=(?:\"[^\"]*\"|'[^']*')")  # shown, and sometimes one for each language
_ARGUMENT = re.compile(r"\"([^\"]*)\"|'([^']*)'|([^\s,()\"']+)")
# what a reader sees, or what a layout in another script may want otherwise
_SPOKEN_TEXT = (
    "alt title caption text label summary description placeholder heading aria-label content "
    "width height style align lang data-title message"
)
_SPOKEN = frozenset(_SPOKEN_TEXT.split())
_HEADING_ID = re.compile(
    r"^[ \t>]*#{1,6}[^\n]*?\{[ \t]*(?:/\*[ \t]*)?#(?P<id>[\w.:-]+)", re.MULTILINE
)
_LABEL = re.compile(r"^[ \t]*:(?P<id>(?:eq)?label:`[^`\n]+)`", re.MULTILINE)
_KEY = re.compile(
    r"^[ \t]*(?:- )?(?P<key>id|slug|layout|template|page-type|content_type|browser-compat|"
    r"permalink|link|theme|icon|image|src):[ \t]*(?P<value>[^\n]*?)[ \t]*$",
    re.MULTILINE,
)
_INCLUDED = re.compile(
    r"^[ \t]*(?:<<<[ \t]*(?P<snippet>\S+)|\[\[(?P<toc>[^\[\]\n]+)\]\]"
    r"|import[ \t](?P<import>[^\n]{1,200}['\"];?)"
    r"|\{%-?[ \t]*(?P<tag>[^{}\n]{1,200}?)[ \t]*-?%\})[ \t]*$",
    re.MULTILINE,
)
_ASCIIDOC = re.compile(
    r"(?:(?<![A-Za-z])(?P<kind>xref|link|image|include):{1,2}|<<)(?P<target>[^\s\[\]<>,]+)(?:\[|,|>>)"
)
_WORDS = re.compile(rf"[A-Za-z]{{2}}|[{HAN}]")
_BARE_CODE = re.compile(r"`[^`\n]+`(?:[ \t]*\{\{[^{}\n]*\}\})*")
_NO_TEXT = (Kind.METADATA, Kind.NAVIGATION)
_LIKE, _SLIP, _SLIPS = 0.3, 8, 2
_MOST = 250_000
_LOOSE = (MarkKind.LINK, MarkKind.ROLE, MarkKind.CODE)


def otherwise(pair: Pair) -> Iterator[Changed]:
    """Yield what stands where the source has something else of its kind."""
    target, source = pair.target_document, pair.source_document
    if target.path == source.path or target.format != source.format:
        return
    here, there = both_shown(pair)
    for parts in _PARTS:
        now, was = parts(target, here), parts(source, there)
        if now and was:
            for old, new in _swapped(was, now):
                if _alike(old, new):
                    yield change_at(target, new.span, old.span)
    inside = {pair.target: _in_beads(pair, pair.target), pair.source: _in_beads(pair, pair.source)}
    now = _loose(target, inside[pair.target])
    was = _loose(source, inside[pair.source])
    for old, new in _swapped(was, now):
        if _alike(old, new):
            yield change_at(target, new.span, old.span)


def _swapped(was: Sequence[Part], now: Sequence[Part]) -> Iterator[tuple[Part, Part]]:
    """Yield what of the one sequence stands exactly in another's place, kind by kind."""
    known, own = {(p.kind, p.key) for p in was}, {(p.kind, p.key) for p in now}
    if known == own:
        return
    was, now = _without_ends(was, now)
    if len(was) * len(now) > _MOST:
        return  # the time goes with the square
    matcher = SequenceMatcher(
        None, [f"{p.kind} {p.key}" for p in was], [f"{p.kind} {p.key}" for p in now], autojunk=False
    )
    for what, a, b, c, d in matcher.get_opcodes():
        if what != "replace":
            continue
        # what was only moved stands elsewhere on the other side
        old = _by_kind(p for p in was[a:b] if (p.kind, p.key) not in own)
        for kind, new in _by_kind(p for p in now[c:d] if (p.kind, p.key) not in known).items():
            if len(old.get(kind, ())) == len(new):
                yield from zip(old[kind], new, strict=True)
            else:
                yield from _misspelt(old.get(kind, ()), new)


def _misspelt(was: Sequence[Part], now: Sequence[Part]) -> Iterator[tuple[Part, Part]]:
    """Yield what differs by a slip or two, where one side has more of a kind."""
    for old in was:
        most = min(_SLIPS, len(old.key) // _SLIP)
        near = [new for new in now if most and slips(old.key, new.key, most) <= most]
        if len(near) == 1:
            yield old, near[0]


def _without_ends(
    was: Sequence[Part], now: Sequence[Part]
) -> tuple[Sequence[Part], Sequence[Part]]:
    """Leave out what two sequences begin and end with alike."""
    least = min(len(was), len(now))
    same = [a.kind == b.kind and a.key == b.key for a, b in zip(was, now, strict=False)]
    start = same.index(False) if False in same else least
    end = 0
    while end < least - start and (was[-1 - end].kind, was[-1 - end].key) == (
        now[-1 - end].kind,
        now[-1 - end].key,
    ):
        end += 1
    return was[start : len(was) - end], now[start : len(now) - end]


def _by_kind(parts: Iterable[Part]) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = {}
    for part in parts:
        found.setdefault(part.kind, []).append(part)
    return found


def _alike(old: Part, new: Part) -> bool:
    """Whether one was made of the other: what leads elsewhere altogether was chosen."""
    if old.kind == "macro" and " " in old.key.partition(" ")[2] and has_han(new.key):
        return False  # it names a heading, which is translated
    if has_han(new.key) and not has_han(old.key):
        return True
    if old.kind in ("link", "definition") and ("://" in old.key or "://" in new.key):
        # a line of links leads to the places of its own readers; one slip is a slip
        return slips(old.key, new.key, 1) <= 1
    most = int(_LIKE * max(len(old.key), len(new.key)))
    return (
        not old.kind.startswith(("tag", "definition", "matter"))
        or slips(old.key, new.key, most) <= most
    )


def _macros(document: Document, plain: str) -> list[Part]:
    found = []
    for match in _MACRO.finditer(plain) if "{{" in plain else ():
        name = "".join(match["name"].casefold().split())
        found.append(Part("macro", f"{name} {_arguments(match)}", Span(*match.span())))
    return found


def _arguments(found: re.Match[str]) -> str:
    """Return the arguments of a macro that no reader sees; those of a call but the first are."""
    rest = found["rest"]
    named = _ATTRIBUTE.findall(rest)
    if named:
        return _named(_TAB.sub("", rest))
    values = ["".join(value) for value in _ARGUMENT.findall(rest)]
    values = values[:1] if rest.lstrip()[:1] == "(" else values
    return " ".join(link_key(value) for value in values)


def _named(rest: str) -> str:
    pairs = ((key.casefold(), a or b) for key, a, b in _ATTRIBUTE.findall(rest))
    kept = (
        f"{key}={link_key(value)}"
        for key, value in pairs
        if (key not in _SPOKEN or (key == "text" and not _WORDS.search(value)))
        and not (key == "href" and value[:1] == "#" and has_han(value))  # a heading's words
    )
    return " ".join(sorted(kept))


def _tags(document: Document, plain: str) -> list[Part]:
    return [
        Part(f"tag {found['name'].casefold()}", key, Span(*found.span()))
        for found in (_TAG.finditer(plain) if "<" in plain else ())
        if (key := _named(found["rest"]))
    ]


def _ids(document: Document, plain: str) -> list[Part]:
    patterns = (("heading", _HEADING_ID), ("label", _LABEL))
    text = document.text if "label:`" in document.text else plain
    return [
        Part(kind, found["id"].casefold(), Span(*found.span("id")))
        for kind, pattern in patterns
        for found in pattern.finditer(text)
    ]


def _included(document: Document, plain: str) -> list[Part]:
    return [
        Part(found.lastgroup or "", link_key(found[found.lastgroup or 0]), Span(*found.span()))
        for found in (_INCLUDED.finditer(plain) if document.format == "markdown" else ())
    ]


def _matter(document: Document, plain: str) -> list[Part]:
    matter = MATTER.match(document.text) if document.format == "markdown" else None
    if matter is None:
        return []
    return [
        Part(f"key {found['key']}", link_key(found["value"].strip("\"'")), Span(*found.span()))
        for found in _KEY.finditer(document.text, *matter.span("body"))
    ]


def _named_targets(document: Document, plain: str) -> list[Part]:
    """Return what AsciiDoc names, which is read as plain text."""
    return [
        Part(found["kind"] or "<<", found["target"], Span(*found.span()))
        for found in (_ASCIIDOC.finditer(plain) if document.format == "text" else ())
    ]


_PARTS = (
    _included, _named_targets, _macros, _tags, _ids, _matter,
    options, files, fields, defined, switches,
)  # fmt: skip


def _in_beads(pair: Pair, lang: str) -> frozenset[int]:
    """Return the numbers of the blocks of one side that take part in the alignment."""
    sides = (bead.zh if lang == "zh" else bead.en for bead in pair.alignment.beads)
    return frozenset(sentence.block for side in sides for sentence in side)


def _loose(document: Document, inside: frozenset[int]) -> list[Part]:
    """Return the links, code and roles of the lines that no bead holds."""
    found = []
    for number, block in enumerate(document.blocks):
        text = block.span.of(document.text)
        bare = _BARE_CODE.fullmatch(text) is not None
        if not (bare or block.kind in _NO_TEXT) or number in inside or block.comment:
            continue
        for mark in marks(text, opaque(text)):
            if mark.kind in _LOOSE and (bare or not has_han(mark.key)):
                place = mark.span.shifted(by=block.span.start)
                found.append(Part(mark.kind.value, mark.key, place))
    return found
