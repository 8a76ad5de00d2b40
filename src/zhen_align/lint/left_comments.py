"""Comments in the code of a page that were left in the source's language.

Whether comments are translated at all is a page's own decision: one is told where the page
translated its others. What a program reads (a pragma, code that is commented out, a name) is
none. Chinese in the code of an English page needs no other comment as proof. Not here: strings,
which a program may compare, and the text around code (untranslated.py).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zhen_align.lint.facts import BLANK, Pair
from zhen_align.lint.untranslated import Foreign
from zhen_align.lint.wording import TOKEN, is_wording
from zhen_align.text.scripts import han_count, has_han
from zhen_align.types import Document, Kind, Lang, Span

_COMMENT = re.compile(
    r"<!--(?P<tag>.*?)-->|/\*+(?P<block>.*?)\*/|^[ \t]*(?P<q>\"{3}|'{3})(?P<doc>.*?)(?P=q)"
    r"|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`[^`\n]*`"
    r"|(?:^|(?<=[\s;{}),]))(?://+|\#+|--|;+)(?=[ \t]|[^\x00-\x7f])(?P<line>[^\r\n]*)",
    re.MULTILINE | re.DOTALL,
)
_ELEMENT = re.compile(r"(?<=[A-Za-z\"'/]>)(?P<text>[^<>{}]*[A-Za-z][^<>{}]*)(?=</)")
_SHOWN = re.compile(r"[ \t>]*(?:`{3,}|~{3,})[ \t]*(?:html|vue|jsx|tsx|svelte|astro)\b")
_CODE = re.compile(
    r"`[^`]*`|[\w.-]*[A-Za-z\d][_./@:=#][\w./@:=#()-]+|[\w.]+\([^()]*\)|[a-z]+[A-Z]\w*|<[^<>]*>"
)
_FENCE = re.compile(r"(?:`{3,}|~{3,})[^\n]*\n|\.\.[ \t]+(?:code|sourcecode|parsed-literal)|<pre\b")
_EDGES = re.compile(r"\A[\s*!/#-]+|[\s*/-]+\Z")
_LEAST_HAN, _LEAST = 2, 3
_FEW, _SURE = 4, 2


@dataclass(frozen=True, slots=True)
class _Comment:
    said: str
    span: Span
    shown: bool = False  # the text of an element


def comments_left(pair: Pair) -> Iterator[Foreign]:
    """Yield the comments of a target's code that stand in the source as they are."""
    target, source = pair.target_document, pair.source_document
    if target.path == source.path or target.told:
        return
    here = _comments(target)
    if not here:
        return
    there = {comment.said: comment.span for comment in reversed(_comments(source))}
    english = pair.target is Lang.EN
    foreign, own = (_is_chinese, _is_prose) if english else (_is_prose, has_han)
    left = [c for c in here if c.said in there and foreign(c.said)]
    done = sum(own(c.said) and c.said not in there for c in here)
    # a file that is shown as it is has comments of its own
    if len(left) > (max(_LEAST, done) if english else max(1, done // _FEW)):
        return
    for comment in left:
        if english or done >= (_SURE if comment.shown else 1):
            number = max(0, target.block_at(comment.span.start))
            yield Foreign(number, comment.span, there[comment.said])


def _comments(document: Document) -> list[_Comment]:
    """Return the comments and the text of elements in the code of a document."""
    found = []
    for block in document.blocks:
        code = block.span.of(document.text)
        if block.kind is not Kind.OPAQUE or block.comment or not _FENCE.match(code):
            continue
        places = [
            (Span(*match.span(match.lastgroup)), False)
            for match in _COMMENT.finditer(code)
            if match.lastgroup
        ]
        if _SHOWN.match(code):
            places += [(Span(*match.span("text")), True) for match in _ELEMENT.finditer(code)]
        for place, shown in places:
            inner = _EDGES.sub("", place.of(code))
            if inner:
                start = code.index(inner, place.start) + block.span.start
                span = Span(start, start + len(inner))
                found.append(_Comment(" ".join(inner.split()), span, shown))
    return found


def _is_chinese(said: str) -> bool:
    return han_count(said) >= _LEAST_HAN


def _is_prose(said: str) -> bool:
    """Whether a comment is words of English; code among them may be anything."""
    if has_han(said):
        return False
    plain = _CODE.sub(BLANK, said)
    return is_wording(plain) and (plain == said or len(TOKEN.findall(plain)) >= _LEAST)
