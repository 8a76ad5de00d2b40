"""English prose on a Chinese page that its source no longer holds word for word.

It was left untranslated by an older revision, and the source has been written anew since. Whole
sentences with the small words of English need no match, but they must share the vocabulary of the
source's page. Not here: what stands beside its own translation, quotations, citations, licences,
and what is announced as an output, a prompt or an example.
"""

import re
from collections.abc import Iterator

from zhen_align.lint.dictionary import in_common
from zhen_align.lint.dictionary import known as in_dictionary
from zhen_align.lint.facts import BLANK, Pair
from zhen_align.lint.prose import COMMAND, WORDS, announced, cites, is_name, own_voice
from zhen_align.lint.untranslated import Foreign
from zhen_align.lint.wording import WORD
from zhen_align.text.opaque import blanked, opaque
from zhen_align.text.scripts import has_han
from zhen_align.text.small_words import SMALL
from zhen_align.types import Document, Kind, Lang

PROSE = (Kind.PARAGRAPH, Kind.ITEM, Kind.CAPTION)
_ENDS = re.compile(r"[.!?:;][\W_]*$")
_LEAST, _SMALL_LEAST = 7, 2
_SMALL_SHARE, _KNOWN_SHARE, _SHARED, _SHARED_QUOTED = 0.2, 0.75, 0.2, 0.5
_BESIDE = 0.35


def older_prose(pair: Pair) -> Iterator[Foreign]:
    """Yield the blocks of English prose on a Chinese page, wherever their source is."""
    target, source = pair.target_document, pair.source_document
    if pair.target is not Lang.ZH or target.path == source.path or target.told:
        return
    texts = [
        (number, block)
        for number, block in enumerate(target.blocks)
        if block.kind in PROSE and not block.comment
    ]
    chinese = sum(block.lang is Lang.ZH for _, block in texts)
    english = [(n, b) for n, b in texts if b.lang is Lang.EN and _is_prose(b.span.of(target.text))]
    if chinese < len(english):
        return
    for number, block in english:
        if not stays(pair, number):
            yield Foreign(number, block.span, None)


def stays(pair: Pair, number: int) -> bool:
    """Whether English prose is a quotation, is about other things, or is translated beside it."""
    target = pair.target_document
    said = target.blocks[number].span.of(target.text)
    least = _SHARED_QUOTED if _is_quoted(target, number) else _SHARED
    if announced(target, number) or _shared(said, _vocabulary(pair)) < least:
        return True
    return any(in_common(zh, said) >= _BESIDE * _content(said) for zh in _beside(pair, number))


def _vocabulary(pair: Pair) -> frozenset[str]:
    known = pair.memory.get("vocabulary")
    if not isinstance(known, frozenset):
        known = frozenset(map(_stem, WORD.findall(pair.source_document.text)))
        pair.memory["vocabulary"] = known
    return known


def _content(said: str) -> int:
    return len({w.lower() for w in WORD.findall(said) if w.lower() not in SMALL})


def _is_prose(said: str) -> bool:
    """Whether a block is at least one sentence of common English words in its own voice."""
    plain = own_voice(blanked(said, opaque(said), BLANK))
    words = re.findall(WORDS, plain)
    small = [word for word in words if word.lower() in SMALL]
    if len(words) < _LEAST or not _ENDS.search(said) or is_name(words):
        return False
    if len({word.lower() for word in small}) < _SMALL_LEAST or cites(said) or COMMAND.search(said):
        return False
    if len(small) < _SMALL_SHARE * len(words):
        return False
    return sum(in_dictionary([word.lower() for word in words])) >= _KNOWN_SHARE * len(words)


def _shared(said: str, words: frozenset[str]) -> float:
    """Return how much of what a text is about the source is about."""
    own = {_stem(word) for word in WORD.findall(said) if word.lower() not in SMALL}
    return len(own & words) / max(1, len(own))


def _stem(word: str) -> str:
    return re.sub(r"(?:ing|ed|es|s|e)$", "", word.lower())


def _is_quoted(target: Document, number: int) -> bool:
    start = target.blocks[number].span.start
    return ">" in target.text[target.text.rfind("\n", 0, start) + 1 : start]


def _beside(pair: Pair, number: int) -> Iterator[str]:
    """Yield the Chinese neighbours of a block that translate nothing of the source."""
    target = pair.target_document
    taken = {t.sentence.block for bead in pair.beads if bead.is_whole for t in bead.target.texts}
    for step in (-1, 1):
        at = number + step
        while 0 <= at < len(target.blocks) and target.blocks[at].kind is Kind.OPAQUE:
            at += step
        if 0 <= at < len(target.blocks) and at not in taken:
            said = target.blocks[at].span.of(target.text)
            if has_han(said) and not target.blocks[at].comment:
                yield said
