"""Headings, titles and labels of a target that stand there as they do in the source.

They are too short to tell prose from names by their words alone. A heading is told where the
page translates its others, where a dictionary knows all of its words, and where neither text
uses it as a name. The same holds of the titles in the front matter and of what tags and
directives show. Not here: sentences and paragraphs (untranslated.py).
"""

import re
from collections.abc import Iterator

from zhen_align.lint.dictionary import known
from zhen_align.lint.facts import BLANK, Pair
from zhen_align.lint.markup.shown import both_shown
from zhen_align.lint.untranslated import Foreign
from zhen_align.lint.wording import WORD
from zhen_align.text.opaque import blanked, opaque
from zhen_align.text.scripts import has_han
from zhen_align.text.small_words import SMALL
from zhen_align.types import Block, Document, Kind, Lang, Span

_PLAIN = re.compile(r"[A-Za-z][a-z'’-]*")
_ID = re.compile(r"\s*\{(?:/\*)?\s*#[^{}]*\}\s*$|[*_#]+")
_TRANSLATED, _MANY, _LEAST = 0.7, 0.5, 2
_STOCK_TEXT = (
    "abstract appendix attributes background conclusion conclusions configuration constructor "
    "contents description discussion errors events example examples exceptions exercises features "
    "functions glossary installation introduction limitations methods notes options outline "
    "overview parameters prerequisites properties reference references requirements restrictions "
    "results returns specifications summary syntax troubleshooting usage"
)
_STOCK = frozenset(_STOCK_TEXT.split())
_SHOWN = re.compile(
    r"^[ \t]*(?:- )?(?:(?:[a-z]+-)?title|description|summary|sidebar_label|linkTitle|text|tagline"
    r"|details):[ \t]*(?P<value>[^\n]*[A-Za-z][^\n]*)$"
    r"|^(?:title|description|summary):[ \t]*[>|][+-]?[ \t]*\n"
    r"(?P<folded>(?:[ \t]+\S[^\n]*(?:\n(?=[ \t]+\S))?)+)"
    r"|\b(?:caption|summary|title|alt|label|placeholder|description)=\"(?P<attribute>[^\"\n]+)\""
    r"|<(?:summary|figcaption|caption|th|td|button|label)>(?P<element>[^<>\n]+)</"
    r"|^[ \t]*:(?:alt|caption|synopsis):[ \t]*(?P<option>[^\n]+)$"
    r"|^[ \t]*(?:`{3,}|:{3,})\{admonition\}[ \t]*(?P<admonition>[^\n]+)$"
    r"|^[ \t]*\.\. (?:list-table|table|csv-table|admonition|topic|rubric)::[ \t]*"
    r"(?P<table>[^\n]+)$"
    r"|^={2,5} (?P<section>[^\n=]+)$|^\.(?P<block>[A-Z][^\n]+)$",  # of AsciiDoc
    re.MULTILINE,
)
# one of these stands where anything is shown so, and asking for it costs little
_SIGNS = (
    "title:", "description:", "summary:", "sidebar_label:", "linkTitle:", "text:", "tagline:",
    "details:", '="', "</", ":alt:", ":caption:", ":synopsis:", "{admonition}", "::", "==", "\n.",
)  # fmt: skip
_LONG = 4
_TITLE_CASE = re.compile(r"^[A-Z][a-z]+ (?:[a-z]{1,3} )?[A-Z][a-z]+")


def labels(pair: Pair) -> Iterator[Foreign]:
    """Yield the headings, titles and labels of the target that were left as they are."""
    target, source = pair.target_document, pair.source_document
    if target.path == source.path or pair.source is not Lang.EN:
        return
    yield from _headings(pair, target, source)
    yield from _shown(pair, target, source)


def is_short_prose(said: str) -> bool:
    """Whether a few words are a sentence or part of one, as far as they alone can tell.

    >>> [is_short_prose(said) for said in ("Close it.", "Gone with the Wind", "One job runs")]
    [True, False, True]
    """
    plain = blanked(said, opaque(said), BLANK)
    words = WORD.findall(plain)
    if len(words) < _LEAST or re.search(r"[\d_/<>{}@=$\\|]", plain) or has_han(said):
        return False
    if not all(_PLAIN.fullmatch(word) for word in words) or any(w[0].isupper() for w in words[1:]):
        return False
    if not all(known([word.lower() for word in words])):
        return False
    small = any(word in SMALL for word in words[1:])
    return small or len(words) > _LEAST if words[0][0].isupper() else small and len(words) > _LEAST


def _headings(pair: Pair, target: Document, source: Document) -> Iterator[Foreign]:
    heads = [
        (number, block, _said(block, target))
        for number, block in enumerate(target.blocks)
        if block.kind is Kind.HEADING and not block.comment
    ]
    titles = [
        (number, block, _said(block, target))
        for number, block in enumerate(target.blocks)
        if block.kind is Kind.TITLE
    ]
    if all(has_han(said) for _, _, said in (*heads, *titles)):
        return
    there = {
        _said(block, source): block.span
        for block in source.blocks
        if block.kind in (Kind.HEADING, Kind.TITLE)
    }
    done = sum(has_han(said) for _, _, said in heads)
    left = [x for x in heads if x[2] in there and _is_words(x[2], target, source)]
    left_said = {said for _, _, said in left}
    most = done >= _LEAST and done >= _TRANSLATED * len(heads)
    capital = done >= max(1, _MANY * len(heads)) and any(
        _TITLE_CASE.search(said) for said in there if said not in left_said
    )
    for number, block, said in titles if len(titles) == 1 else ():
        if re.search(r" [a-z]", said) and said in there and _is_words(said, target, source):
            yield Foreign(number, block.span, there[said])
    cased = [_is_capital(said) for said in there if " " in said and said not in left_said]
    names = sum(cased) * 2 < len(
        cased
    )  # a page that writes its headings small has names in capitals
    for number, block, said in left:
        if names and _is_capital(said):
            continue
        # Title Case may be a name, unless it is the source's style; a small letter tells words
        if most or (len(left) == 1 and (capital or re.search(r" [a-z]", said))):
            yield Foreign(number, block.span, there[said])


def _is_capital(said: str) -> bool:
    """Whether all words of a heading that are not small are capitalised, and there are several."""
    words = [word for word in WORD.findall(said) if word not in SMALL]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _said(block: Block, document: Document) -> str:
    return _ID.sub("", block.span.of(document.text)).strip()


def _shown(pair: Pair, target: Document, source: Document) -> Iterator[Foreign]:
    there: dict[str, Span] = {}
    plain, original = both_shown(pair)
    here = list(_SHOWN.finditer(plain)) if any(sign in f"\n{plain}" for sign in _SIGNS) else []
    for found in _SHOWN.finditer(original) if here else ():
        there.setdefault(_value(found)[0], _value(found)[1])
    for found in here:
        said, span = _value(found)
        if said in there and _is_words(said, target, source):
            yield Foreign(max(0, target.block_at(span.start)), span, there[said])


def _value(found: re.Match[str]) -> tuple[str, Span]:
    group = next(name for name in _GROUPS if found[name])
    said = found[group].strip().strip("\"'")
    start = found.start(group) + found[group].index(said)
    return said, Span(start, start + len(said))


_GROUPS = (
    "folded",
    "value",
    "attribute",
    "element",
    "option",
    "admonition",
    "table",
    "section",
    "block",
)


def _is_words(said: str, target: Document, source: Document) -> bool:
    """Whether a label is words of the language, and no name of this page."""
    words = WORD.findall(said)
    if not words or not all(_PLAIN.fullmatch(word) for word in words):
        return False
    if re.search(r"[\d`_/<>{}@=$]", said) or has_han(said):
        return False
    if len(words) == 1:
        return words[0].lower() in _STOCK or _is_common(words[0], target, source)
    told = known([word.lower() for word in words])
    small = re.search(r" [a-z]", said) is not None
    if not all(told) and not (small and 2 * sum(told) >= len(told)):
        return False
    if len(words) >= _LONG and any(word in SMALL for word in words[1:]):
        return True
    # what sentences write with capitals as well is a name; in a link it is the heading's words
    return not any(_in_a_sentence(said, document) for document in (target, source))


def _is_common(word: str, target: Document, source: Document) -> bool:
    """Whether the source's sentences write one word of a label small, and the target nowhere."""
    if not word[0].isupper() or not word[1:].islower() or not known((word.lower(),))[0]:
        return False
    stem = re.escape(word.lower().removesuffix("s"))
    small = re.compile(rf"(?<![\w`'\"./:<-]){stem}s?(?![\w`'\"/>-])")
    if not any(small.search(block.span.of(source.text)) for block in _sentences(source)):
        return False
    latin = re.compile(rf"(?<![\w`]){stem}", re.IGNORECASE)
    return not any(latin.search(block.span.of(target.text)) for block in _sentences(target))


def _sentences(document: Document) -> Iterator[Block]:
    """Return the blocks of text; AsciiDoc's titles are none, though they are read so."""
    return (
        block
        for block in document.blocks
        if block.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.ROW)
        and not document.text.startswith((".", "=="), block.span.start)
    )


def _in_a_sentence(said: str, document: Document) -> bool:
    """Whether the sentences of a text use some words, as a name or, among Chinese, as a term."""
    name = re.compile(rf"(?<![\w#\[“\">]){re.escape(said)}(?!\w)")
    term = re.compile(rf"(?<![\w#\[“\">/-]){re.escape(said)}(?![\w/-])", re.IGNORECASE)
    texts = ((block.span.of(document.text), block.lang) for block in _sentences(document))
    return any((term if lang is Lang.ZH else name).search(text) for text, lang in texts)
