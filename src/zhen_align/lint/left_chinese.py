"""Chinese that was left on an English page, wherever a reader sees it.

Chinese characters need no match in the source to be known as foreign, so they are looked for in
the text that is shown: paragraphs, cells, headings, and the words of tags, directives and front
matter. Not here: what stands in brackets or quotation marks, names of languages, links to Chinese
pages elsewhere, and examples that the Chinese page sets apart as well.
"""

import re
from collections.abc import Iterator

from zhen_align.lint.dictionary import ends_in_word
from zhen_align.lint.facts import BLANK, Pair
from zhen_align.lint.markup.shown import MATTER, both_shown
from zhen_align.read.people import is_people
from zhen_align.text.opaque import blanked, opaque
from zhen_align.text.scripts import HAN, han_count, word_count
from zhen_align.types import Block, Document, Kind, Lang, Span

_RUN = re.compile(rf"[{HAN}](?:[^{HAN}A-Za-z\r\n|<>\[\]“”\"]{{0,12}}[{HAN}])*")
_ASIDE = re.compile(
    r"\([^()]*\)|（[^（）]*）|“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』|《[^《》]*》|【[^【】]*】"
    r"|(?<!=)\"[^\"\n]*\"|(?<![A-Za-z=])'[^'\n]*'|(?<![*\w])[*_][^*_\n]+[*_](?![*\w])"
)
_SHOWN = re.compile(
    r"\b(?:alt|title|label|caption|summary|placeholder|description|header|heading|tab|text"
    rf"|aria-label)=(?:\{{)?[\"'](?P<attribute>[^\"'\n]*[{HAN}][^\"'\n]*)[\"']"
    rf"|^[ \t]*:(?:alt|caption|synopsis|header):[ \t]*(?P<option>[^\n]*[{HAN}][^\n]*)"
    rf"|^[ \t]*(?:=== |\?\?\?\+? |!!! ?)[^\"\n]*\"(?P<tab>[^\"\n]*[{HAN}][^\"\n]*)\""
    rf"|^[ \t]*(?:<Tab\w*|\{{\{{[%<][ \t]*tab)\b[^<>\n]*?\bname="
    rf"\"(?P<name>[^\"\n]*[{HAN}][^\"\n]*)\"",
    re.MULTILINE,
)
_ROLE = re.compile(rf":(?:ref|doc):`([^`<>\n]*[{HAN}][^`<>\n]*?)[ \t]*<[^`<>\n]+>`")
_FIELD = re.compile(
    r"^[ \t]*(?:- )?(?:title|description|summary|sidebar_label|sidebarTitle|linkTitle|subtitle|text"
    r"|tagline|details|label|caption|heading|tags|keywords|categories):[ \t]*"
    rf"(?P<field>[^\n]*[{HAN}][^\n]*)$",
    re.MULTILINE,
)
_LINK = re.compile(
    r"\[([^\[\]]*)\]\(\s*<?([^\s()]*)|<a\b[^<>]*href=[\"']([^\"']*)[\"'][^<>]*>([^<]*)"
)
_ELSEWHERE = re.compile(r"//|(?i:(?:^|[/._-])(?:zh|cn|chinese)(?:$|[/._-]))")
_LANGUAGE = re.compile(
    r"日本語|(?:简体|繁体|簡體|繁體|正體|正体)?(?:中文|汉语|漢語|国语|國語|华语)?(?:简体|繁体|繁體)?"
    r"(?:版本?|文档|文檔|说明|說明|介绍|主页|官网)?"
)
_LEGAL = re.compile(r"\[[JMCDR]\]|©|\(c\)|copyright|ICP|公网安备", re.IGNORECASE)
_KANA = re.compile(r"[\u3041-\u30ff]")
_DATA = re.compile(
    r"\b(?:chinese|mandarin|cantonese|pinyin|hanzi|original|examples?|samples?|tokens?|texts?"
    r"|sentences?|words?|phrases?|names?|inputs?|outputs?|characters?|translations?|zh)\b",
    re.IGNORECASE,
)
# a path, and what a word is called
_PATH = re.compile(
    r"(?<![^\s(（])[~.]{0,2}/?(?:[^\s/|<>()（），。]+/)+[^\s/|<>()（），。]*\.\w+|/[^\s|]+/\S*"
)
_NAMED = re.compile(
    r"\b(?:called|named|means|characters?|words?|type|enter)\b[ \t*_`]*$", re.IGNORECASE
)
_GLOSSED = re.compile(rf"(?:[ \t]*>[ \t]*[{HAN}]+)*[*_`”\"]*[ \t]?[(（][ \t]*[A-Za-z]")
_APART, _NAME, _PERSON = 40, 12, 3
_SET_APART = tuple("“「『《'\"`(（【")
_LEAST = 2
_ENGLISH = 3
"""How many Han characters for each word there may be at most on a page that is in English."""


def left_chinese(pair: Pair) -> Iterator[tuple[Span, Span | None]]:
    """Yield the runs of Chinese on an English page, and where they stand in the source."""
    target, source = pair.target_document, pair.source_document
    if pair.target is not Lang.EN or target.path == source.path:
        return
    plain = both_shown(pair)[0]
    if han_count(target.text) < _LEAST or not _is_english(target):
        return
    for span in _runs(target, plain):
        said = span.of(target.text)
        place = source.text.find(said)
        if place < 0:
            yield span, None
        elif not _only_set_apart(said, source):
            yield span, Span(place, place + len(said))


def _is_english(target: Document) -> bool:
    blocks = [b.span.of(target.text) for b in target.blocks if b.kind is not Kind.OPAQUE]
    return _ENGLISH * sum(map(word_count, blocks)) >= sum(map(han_count, blocks))


def _runs(target: Document, plain: str) -> Iterator[Span]:
    """Yield the places of runs of Chinese that are no asides, in order."""
    matter = MATTER.match(plain)
    begin = matter.end() if matter else 0
    fields = _FIELD.finditer(plain, 0, begin)
    named = [*fields, *_SHOWN.finditer(plain, begin)]
    places = {Span(*found.span(found.lastgroup or 0)) for found in named}
    for number, block in enumerate(target.blocks):
        if block.kind is not Kind.OPAQUE and not block.comment:
            roles = _ROLE.finditer(target.text, block.span.start, block.span.end)
            places.update(Span(*found.span(1)) for found in roles)
        said = block.span.of(plain)
        if block.comment or block.span.start < begin or han_count(said) < _LEAST:
            continue
        if not (_KANA.search(said) or _LEGAL.search(said) or _beside_its_like(target, block)):
            places.update(_joined(said, block, _of_block(target, number, said)))
    for place in sorted(places):
        yield from _trimmed(target.text, place)


def _of_block(target: Document, number: int, text: str) -> Iterator[Span]:
    """Yield the runs of one block that are no asides and no names."""
    said = _without_links(text)
    said = blanked(said, opaque(said), BLANK)
    said = _PATH.sub(lambda m: BLANK * len(m[0]), said)
    while (shorter := _ASIDE.sub(lambda m: BLANK * len(m[0]), said)) != said:
        said = shorter
    for found in _RUN.finditer(said):
        named = _NAMED.search(said[: found.start()]) and len(found[0]) < _NAME
        if named or _GLOSSED.match(text, found.end()) or _LANGUAGE.fullmatch(found[0]):
            continue
        if han_count(found[0]) >= _LEAST and not _is_name(target, number, Span(*found.span())):
            yield Span(*found.span())


def _joined(text: str, block: Block, runs: Iterator[Span]) -> Iterator[Span]:
    """Yield the places of runs in the file, those of one passage as one."""
    ends = r"\||</|[A-Za-z]+ [A-Za-z]+ [A-Za-z]+"
    apart = re.compile(rf"\n|{ends}" if block.kind in (Kind.ROW, Kind.OPAQUE) else ends)
    last: Span | None = None
    for run in runs:
        if last and run.start - last.end < _APART and not apart.search(text, last.end, run.start):
            last = Span(last.start, run.end)
            continue
        if last:
            yield last.shifted(by=block.span.start)
        last = run
    if last:
        yield last.shifted(by=block.span.start)


def _beside_its_like(target: Document, block: Block) -> bool:
    """Whether a title stands beside its translation, or what leads elsewhere is in English."""
    if block.kind is Kind.TITLE:
        titles = [b for b in target.blocks if b.kind is Kind.TITLE]
        return len(titles) > 1 or word_count(block.span.of(target.text)) > 0
    return block.kind in (Kind.METADATA, Kind.NAVIGATION) and block.lang is not Lang.ZH


def _without_links(part: str) -> str:
    """Blank the words of links that lead to other sites or to Chinese pages."""
    spans = []
    for found in _LINK.finditer(part):
        group, where = (1, found[2]) if found[1] is not None else (4, found[3])
        if _ELSEWHERE.search(where):
            spans.append(Span(*found.span(group)))
    return blanked(part, spans, BLANK)


def _is_name(target: Document, number: int, run: Span) -> bool:
    """Whether a run is a person, or stands in a column that holds Chinese as data."""
    text, block = target.text, target.blocks[number]
    span = run.shifted(by=block.span.start)
    said = span.of(text)
    listed = block.kind in (Kind.ITEM, Kind.ROW) and len(said) <= _PERSON
    if listed and is_people(said) and not ends_in_word(said):
        return True
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    if block.kind is not Kind.ROW or "|" not in line:
        return False
    first = number
    while first and target.blocks[first - 1].group == block.group:
        first -= 1
    head = target.blocks[first].span.of(text).split("|")
    return first != number and bool(_DATA.search("".join(head[line.count("|") :][:1])))


def _trimmed(text: str, span: Span) -> Iterator[Span]:
    said = span.of(text)
    inner = said.strip(" \t\r\"'")
    if han_count(inner) >= _LEAST and not _LANGUAGE.fullmatch(inner):
        start = span.start + said.index(inner)
        end = start + len(inner)
        yield Span(start, end + (text[end : end + 1] in tuple("。！？")))


def _only_set_apart(said: str, source: Document) -> bool:
    """Whether the source, too, has a run in marks of quotation wherever it stands."""
    texts = [b.span.of(source.text) for b in source.blocks if not b.comment]
    before = [text[: m.start()] for text in texts for m in re.finditer(re.escape(said), text)]
    return bool(before) and all(b[-1:] in _SET_APART and b[-2:-1] not in ("=", ":") for b in before)
