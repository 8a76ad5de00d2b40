"""The text itself is broken: `gen omics`, `work- flow`, `contextual ize`.

Found are words with a blank, or a hyphen and a blank, inside: their pieces are no words, and
joined they are one that the document uses or the dictionary knows. Where the pieces are words, the
Chinese tells: it says the whole word, and nothing of the pieces (in put). Also words that lost the
hyphen or the blank between them (highquality, where the document writes high-quality; ofthe), a
large first letter that stands by itself (T HE), a lost ligature (signi cant), a small word that
stands twice (of of), and names with a blank inside that the other side writes whole; letters lost
in a change of encoding, ligatures, soft hyphens, characters that nobody sees or only one font has,
accents beside their letter (Poincar´e), figures for letters (1earning), radicals in place of
characters, characters taken for others that look like them (末来), half full-width words, and
Chinese with a blank inside a word, or after every character.

It does not fire for ordinary compounds (web site, multi modal), suspended hyphens (pre- and
post-operative), names, code and addresses. It says nothing about the translation.

Why: a broken word is lost to search, to the glossary and to every check that trusts its input.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from zhen_align.lint import broken_chinese
from zhen_align.lint.broken_words import (
    Beside,
    Vocabulary,
    broken,
    run_together,
    unligated_words,
)
from zhen_align.lint.dictionary import known
from zhen_align.lint.facts import BeadFacts, Pair, Shared, Text
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.lost_ligatures import lost_ligatures
from zhen_align.lint.names.lacunae import lacunae
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.text.damage import (
    BEGINNINGS,
    ENDINGS,
    NO_BEGINNINGS,
    NO_WORDS,
    Suspect,
    apart,
    capital,
    hyphened,
    misread,
    neighbours,
    split,
    usual,
    words,
)
from zhen_align.text.fused import compounds, fused, glued
from zhen_align.text.names import key_of
from zhen_align.text.small_words import SHORT_WORDS, SMALL
from zhen_align.text.spoilt import spoilt
from zhen_align.types import Lang, Span

NAME = "text-damaged"
SEVERITY = Severity.INFO
NEEDS = frozenset({Need.TEXT})
EXAMPLES: tuple[Example, ...] = (
    Example(
        "夜间的流程。",
        "The nightly work- flow.",
        ("work- flow",),
        "a hyphen and a blank",
        target="en",
    ),
    Example(
        "术前与术后。", "Pre- and post-operative notes.", why="a suspended hyphen", target="en"
    ),
    Example(
        "基因组学。",
        "A word such as gen omics is lost.",
        ("gen omics",),
        "a blank inside",
        target="en",
    ),
    Example(
        "生物信息学。",
        "Bioinformatics is also bio in formatics.",
        ("bio in formatics",),
        "two blanks",
        target="en",
    ),
    Example(
        "流行病学家。",
        "Epidemiologists and one epi de mio logi st.",
        ("epi de mio logi st",),
        "many blanks",
        target="en",
    ),
    Example("医院网站。", "The web site of the hospital.", why="an ordinary compound", target="en"),
    Example(
        "结合语境。", "To contextual ize.", ("contextual ize",), "an ending cut off", target="en"
    ),
    Example(
        "该方法 of\ufb01 cial 版本。", "The official one.", ("of\ufb01 cial",), "a loose ligature"
    ),
    Example("变成了\ufffd\ufffd。", "It became garbage.", ("\ufffd\ufffd",), "lost characters"),
    Example("我 们 使 用 模型。", "We use it.", ("我 们 使 用",), "a blank after every character"),
    Example(
        "该层的输入为零。",
        "The in put of the layer is zero.",
        ("in put",),
        "pieces that are words",
        target="en",
    ),
    Example(
        "屋顶漏水。", "The roof ofthe house.", ("ofthe",), "a blank that was lost", target="en"
    ),
    Example("庞加莱。", "Poincar´e was here.", ("Poincar´e",), "an accent apart", target="en"),
    Example("桥已开放。", "T HE bridge is open.", ("T HE",), "a first letter apart", target="en"),
    Example("变化很大。", "The change is signi cant.", ("signi cant",), "a ligature", target="en"),
    Example("屋顶漏水。", "The roof of of the house leaks.", ("of of",), "said twice", target="en"),
    Example("T细胞很小。", "T cells are small.", why="a letter that is a name", target="en"),
    Example("神经网络。", "A neura1 network.", ("neura1",), "a figure for a letter", target="en"),
    Example("该神经 网络很大。", "It is large.", ("神经 网络",), "a blank inside a Chinese word"),
    Example("我们使\u2f64它。", "We use it.", ("\u2f64",), "a radical in place of a character"),
    Example(
        "未来很快到来。未来的水泵很大。末来的阀门很小。",
        "The future is near. Pumps of the future are large. Valves of the future are small.",
        ("末来",),
        "a character that looks like another",
    ),
    Example("运行 `gen omics`。", "Run `gen omics`.", why="code"),
)


_FIGURED = re.compile("[10][a-z]|[a-z][10]")
_SHORTEST = 6
_SPLINTER, _LONGER = 4, 8
_CUT = frozenset(("iz", "ab", "ib", "at", "ic", "ol"))  # how an ending in pieces begins


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Look for broken words, knowing what words the document uses."""
    for pair in pairs:
        texts = pair.texts
        seen = Counter(word for _, text in texts for word in words(text.plain))
        lost = compounds((text.plain for _, text in texts), seen)
        running = "\n".join(text.plain for _, text in texts).lower()
        vocabulary = Vocabulary(seen, running)
        often = usual(seen)
        together = broken_chinese.pairs_of(t.plain for _, t in texts if t.lang is Lang.ZH)
        tight = broken_chinese.is_tight(text for _, text in texts)
        beside = {id(t): neighbours(t.plain, often) for _, t in texts if t.lang is Lang.EN}
        sides = ((t.plain, _english(judged, t)) for judged, t in texts if t.lang is Lang.ZH)
        misread_ones = broken_chinese.misread(sides, together)
        vocabulary.learn(seen)
        vocabulary.learn(joined for each in beside.values() for joined, _, _ in each)
        for judged, text in texts:
            pieces = _pieces(judged, text, beside.get(id(text), ()), vocabulary)
            for span, word in (
                *_damaged(text, seen, pieces, broken_chinese.apart(text, together, tight=tight)),
                *_joined(judged, text, lost, seen),
                *misread_ones.get(text.plain, ()),
            ):
                said = span.of(text.text)
                right = f"; write {word}" if word else ""
                yield judged, Hit(
                    text.span(span), text.lang, f"'{said}' is damaged{right}", SEVERITY,
                    (word,) if word else (), said,
                )  # fmt: skip


def _english(judged: BeadFacts | Text, text: Text) -> str:
    """Return what the English of a Chinese text says, if there is any."""
    if text.lang is Lang.EN or not isinstance(judged, BeadFacts):
        return ""
    return " ".join(t.plain for t in judged.en.texts)


def _pieces(
    judged: BeadFacts | Text, text: Text, beside: Beside, vocabulary: Vocabulary
) -> list[Suspect]:
    """Return the words of an English text that a blank too many, or too few, has spoilt."""
    if text.lang is not Lang.EN:
        return []
    plain = text.plain
    other = "\n".join(t.plain for t in judged.zh.texts) if isinstance(judged, BeadFacts) else ""
    found = [*broken(plain, beside, other, vocabulary), *fused(plain)]
    found += [*run_together(plain, other, vocabulary), *_misread(plain, vocabulary)]
    found += unligated_words(plain, beside, vocabulary)
    found += lost_ligatures(plain, beside, vocabulary)
    block = text.block
    if block is not None and block.span.start == text.sentence.span.start:
        first = capital(plain)
        if first is not None and vocabulary.completes(first):
            found.append(first)
    return found


def _damaged(
    text: Text, seen: Counter[str], pieces: Sequence[Suspect], cut: Iterable[tuple[Span, str]]
) -> Iterator[tuple[Span, str]]:
    plain = text.plain
    taken: list[Span] = []
    for span, word in (*spoilt(plain), *cut):
        if not any(map(span.meets, taken)):
            taken.append(span)
            yield span, word
    suspects = [s for s in hyphened(plain) if _is_word(s, seen)]
    suspects += sorted(
        (*pieces, *(s for s in split(plain, seen) if _is_broken(s, seen))),
        key=lambda s: (s.span.start - s.span.end, s.span),
    )
    for suspect in suspects:
        span = suspect.span
        if not any(map(span.meets, taken)):
            taken.append(span)
            yield span, suspect.word


def _misread(plain: str, vocabulary: Vocabulary) -> Iterator[Suspect]:
    """Yield words with a figure for a letter."""
    if _FIGURED.search(plain):
        for suspect in misread(plain):
            known_so = vocabulary.seen[suspect.word] or vocabulary.knows(suspect.word)
            if known_so and not vocabulary.knows(suspect.pieces[0]):
                yield suspect


def _joined(
    judged: BeadFacts | Text, text: Text, lost: Mapping[str, str], seen: Counter[str]
) -> Iterator[tuple[Span, str]]:
    """Yield words that are two, and names in pieces that the other side has whole."""
    for suspect in glued(text.plain, lost, seen):
        if not all(known(suspect.span.of(text.plain).lower().split("-"))) and all(
            known([piece.lower() for piece in suspect.pieces if piece.islower()])
        ):
            yield suspect.span, suspect.word
    if not isinstance(judged, BeadFacts) or " " not in text.plain:
        return
    other = judged.en if text.lang is Lang.ZH else judged.zh
    yield from lacunae(text.plain, other)
    squeezed = ""
    for _, name in other.names:
        if len(name.key) < _SHORTEST or not name.key.isalpha() or name.text.islower():
            continue
        if name.text in text.plain:
            continue
        squeezed = squeezed or key_of(text.plain)
        if name.key in squeezed:
            found = apart(text.plain, name.text, chinese=text.lang is Lang.ZH)
            yield from ((s.span, s.word) for s in found)


def _is_word(suspect: Suspect, seen: Counter[str]) -> bool:
    """Whether a word cut by a hyphen is one: somebody has it, or nobody has what is cut off."""
    if seen[suspect.word] > 0 or known((suspect.word,))[0]:
        return True
    last = suspect.pieces[-1]
    return seen[last] == 1 and len(last) > 2 and not known((last,))[0]


def _in_splinters(pieces: Sequence[str]) -> bool:
    """Whether three pieces or more look like one word: a small word inside, or mostly no words."""
    if len(pieces) == 3 and any(p in SMALL for p in pieces[1:-1]):
        return True
    odd = sum(p not in SHORT_WORDS and (len(p) <= _SPLINTER or p in ENDINGS) for p in pieces)
    return 2 * odd >= len(pieces)


def _of_no_words(pieces: Sequence[str], word: str) -> bool:
    """Whether longer pieces, of which none is a word, make one."""
    rest = pieces[1:] if pieces[0] in BEGINNINGS else pieces
    return not any(known(rest)) and known((word,))[0]


def _is_broken(suspect: Suspect, seen: Counter[str]) -> bool:
    """Whether pieces that are no words make one."""
    pieces = [piece.lower() for piece in suspect.pieces]
    if suspect.word in ENDINGS or len(suspect.word) < _SHORTEST:
        return False
    if any(piece[0].isupper() for piece in suspect.pieces[1:]):
        return False
    if len(pieces) > 2 and not _in_splinters(pieces):
        return _of_no_words(pieces, suspect.word)
    uses = seen[suspect.word]
    if len(pieces) > 2 and "".join(pieces[1:]) in ENDINGS and pieces[1] in _CUT:
        return True
    if pieces[-1] in ENDINGS and len(pieces) == 2 and len(pieces[0]) >= 5:
        return pieces[-1] in NO_WORDS or uses > 0 or known((suspect.word,))[0]
    if pieces[0] in BEGINNINGS:
        if len(pieces) > 2:
            return uses > 0 or known((suspect.word,))[0]
        if uses > seen[pieces[0]]:
            return True
        if pieces[0] in NO_BEGINNINGS and known((suspect.word,))[0]:
            return True
        # re, un, de: somebody writes the word, and nobody what is left of it
        bound = len(pieces[0]) == 2 and uses > 0 and seen[pieces[1]] == 1
        return bound and (len(pieces[1]) > _LONGER or not known((pieces[1],))[0])
    if not uses and not known((suspect.word,))[0]:
        return False
    own = [p for p in pieces if p not in SMALL and p not in BEGINNINGS]
    return any(not is_known for is_known in known(own)) if own else False
