"""Which `.!?` end an English sentence.

Three questions decide a full stop: is the word before it an abbreviation, a number that
counts a list or someone's initial; can what follows begin a sentence; and, where no blank
follows, were blanks lost here or is this a name like `torch.Tensor`. The word lists are
data: a word more is a line more.
Not here: closing quotes, brackets, citations (`sentences` takes them along before it asks).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from zhen_align.text.en_words import (
    INNER,
    INNER_NAMES,
    LAST_WORDS,
    LATIN,
    LOWER_OPENERS,
    MODULES,
    OPENERS,
    REFERENCES,
    SURNAMES,
    TITLES,
)
from zhen_align.text.scripts import HAN, is_han
from zhen_align.types import Span

_SAID = re.compile(
    r"(?:[A-Z][\w'’-]* ){1,3}(?:said|asked|cried|replied|answered|shouted|whispered|exclaimed|added"
    r"|wondered|called|murmured|demanded|inquired|thought)\b"
)
_TOKEN = re.compile(r"[A-Za-z0-9Ａ-Ｚａ-ｚ０-９À-ɏͰ-Ͽ.'’&-]+")
_WORD = re.compile(r"[^\W_][\w'’-]*")
_COUNTER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[IVX]{1,5}|[ivx]{1,5}")
_STEM = re.compile(r"['’-].*")
# a capitalised word and more words after it: prose, and no name with a dot
_PROSE = re.compile(r"[A-Z][\w'’-]*(?:[,:]? [\w“‘\"(`$\[]|,[a-z]{2,} )")
_ACRONYM = re.compile(r"[A-Z]{2,}s?|[A-Z]{2,}-?\d+")
_LABELLED = re.compile(r"[A-Z]?\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?|[IVX]{1,5}")
_OWN_COUNTER = re.compile(r"[•·*-]? ?[(（]?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[)）]|Step ?\d{1,2}")
_ITEM = re.compile(r"[-*] [A-Z\d“\"`]")
_ITEM_NUMBER = re.compile(r"\d{1,2}\. [A-Z]|\(\d{1,2}\)(?:\.|\s?[A-Z])")
_LABEL = re.compile(rf"[\"“(*_]*(?:[A-Z][a-z]{{1,11}}\.?|[A-Z]{{3,9}}|[{HAN}]{{1,3}})")
_DOTTED = re.compile(r"(?:[A-Za-z]{1,3}[.&-]{1,2})+[A-Za-z]{1,2}")
_MIXED_CASE = re.compile(r"[a-z]{1,6}[A-Z]\w|[a-z]-[A-Z]|p[A-Z]\b|[α-ω]")
_LOST = re.compile(r"[A-Za-z]{2},(?!etc)[a-z]{2,}(?=[ ,.])|\b[a-z]{3,}\.[A-Z][a-z]+(?= [a-z])")
_COUNTED = ':;,：；，“‘「(（"•·*-'
_HEAD = 40
"""So much of the sentence before a mark is looked at, however long it is."""
_OPENING = "“‘\"'([{「『（【《«*_`$\\#@•§¿¡<-"


def before(text: str, place: int, start: int = 0) -> str:
    """Return the word that ends at `place`, its inner dots included, and begins after `start`.

    >>> before("as in e.g", 9), before("模型BERT", 6)
    ('e.g', 'BERT')
    """
    found = _TOKEN.match(text[max(place - _HEAD, start) : place][::-1])
    return found[0][::-1].lstrip(".'’&-") if found else ""


def is_abbreviation(word: str) -> bool:
    """Say whether a full stop after this word often ends no sentence."""
    low = word.lower()
    return word in TITLES or low in LATIN or low in REFERENCES or _is_inner(word)


def _is_inner(word: str) -> bool:
    return word.lower() in INNER or word in INNER_NAMES


def looks_glued(text: str) -> bool:
    """Say whether blanks after commas and full stops were lost in this text: two signs do."""
    signs = 0
    for found in _LOST.finditer(text):
        before_mark, _, opener = found[0].partition(".")
        if before_mark not in MODULES:
            signs += 2 if opener.lower() in OPENERS else 1
        if signs > 1:
            return True
    return False


@dataclass(frozen=True, slots=True)
class Stop:
    """An end mark and what stands around it.

    `head` is the end of the sentence so far, without `word`, the word before the mark;
    `after` is where the next word (`following`, if it is one) begins, `closed` whether
    something closed between. `glued` tells whether blanks were lost in the whole text.
    """

    text: str
    run: str
    head: str
    word: str
    after: int
    following: re.Match[str] | None
    closed: str
    glued: Callable[[], bool]

    @property
    def first(self) -> str:
        """The next word, empty where the next thing is none."""
        return self.following[0] if self.following else ""

    @property
    def opens(self) -> bool:
        """Whether the next word often begins sentences; `A.` and `I.` are initials."""
        if self.following is None:
            return False
        end = self.following.end()
        initial = len(self.first) == 1 and self.text[end : end + 1] == "."
        return _STEM.sub("", self.first).lower() in OPENERS and not initial

    @property
    def counts(self) -> bool:
        """Whether a number counts what follows: `1. Open`, `steps: 2. Save`, `Table 3. Costs`."""
        head = self.head.rstrip()
        if _LABELLED.fullmatch(self.word) and _LABEL.fullmatch(head):
            return True
        if not self.word[:1].isdigit() or not _COUNTER.fullmatch(self.word):
            return False
        return not head or head[-1] in _COUNTED


def stop(
    text: str,
    start: int,
    mark: Span,
    gap: Span,
    is_opaque: Callable[[int], bool],
    glued: Callable[[], bool],
) -> bool:
    """Say whether the sentence that began at `start` ends in the gap after the mark."""
    word = "" if is_opaque(mark.start - 1) else before(text, mark.start, start)
    at = mark.start - len(word)
    head = text[max(start, at - _HEAD) : at]
    following = _WORD.match(text, gap.end)
    closed = text[mark.end : gap.start]
    run = mark.of(text).replace("．", ".")
    here = Stop(text, run, head, word, gap.end, following, closed, glued)
    opaque_next = is_opaque(gap.end)
    if here.run == "." and _OWN_COUNTER.fullmatch(here.head.strip() + word):
        return False
    if gap.start == gap.end:
        if opaque_next and following is None:
            return here.run != "." or (len(word) != 1 and not is_abbreviation(word))
        return _ends_glued(here)
    if closed and is_han(text[gap.end]) and closed[-1] in "”’」』":
        return here.run != "."
    if closed and _SAID.match(text, gap.end):
        return False
    if not opaque_next and not _can_begin(here):
        return False
    if here.run != "." or (closed and closed[-1] not in "*_>"):
        return True
    return _ends_spaced(here)


def _can_begin(here: Stop) -> bool:
    """Say whether a sentence may begin with what stands after the mark."""
    ch, word = here.text[here.after], here.word
    if not here.first:
        if ch in _OPENING:
            # a dash or an asterisk that stands alone opens an item of a list, or joins
            alone = ch in "-*" and here.text[here.after + 1 : here.after + 2].isspace()
            return not alone or _ITEM.match(here.text, here.after) is not None
        return not ch.isascii() and ch not in "，。、；：！？”’）】》」』—–…·"
    if not ch.islower() or _MIXED_CASE.match(here.first):
        return True
    if here.run != "." or is_abbreviation(word) or here.first not in LOWER_OPENERS:
        return False
    return word in LAST_WORDS or (len(word) > 3 and word.isalpha() and word.islower())


def _ends_spaced(here: Stop) -> bool:
    """Judge a single full stop with a blank after it, by the word before."""
    word, first = here.word, here.first
    low = word.lower()
    if word in TITLES or low in LATIN or here.counts:
        return False
    if _COUNTER.fullmatch(word) and not here.head.strip("\"“‘'(（*_#> "):
        return False
    if len(word) == 1 and word.isalpha():
        return _ends_initial(here)
    if low in REFERENCES:
        return len(first) > 1 and first.istitle()
    if low == "etc":
        return not first or not first[0].islower()
    if _is_inner(word) or _DOTTED.fullmatch(word):
        return here.opens
    return True


def _ends_initial(here: Stop) -> bool:
    """Judge a single letter: someone's initial, `p. 3`, or the end of `plan B.`."""
    if not here.first:
        return True
    if here.word.islower():
        return not here.first[0].isdigit()
    head = here.head.rstrip()
    if is_han(here.first[0]):
        return head[-1:] != "."
    if not here.first[0].isupper() or here.head[-1:] == "°":
        return True
    if not here.opens or (here.first in SURNAMES and here.word != "I"):
        return False
    refers = head.endswith(".") and before(head, len(head) - 1).lower() in REFERENCES
    return refers or here.word == "I" or head[-1:].islower() or head[-1:].isdigit()


def _ends_glued(here: Stop) -> bool:
    """Judge a mark with no blank after it: a lost blank, or a name with a dot?"""
    text, word, at, following = here.text, here.word, here.after, here.following
    bracketed = following is None and text[at] in '[(“‘"「《（'
    if bracketed:
        at += 1
        following = _WORD.match(text, at)
    if following is None:
        return False
    first = following[0]
    if _ITEM_NUMBER.match(text, here.after):
        return len(word) > 2 and word.islower() and word.isalpha()
    if is_han(first[0]):
        return _ends_before_han(here)
    if word in TITLES or word.lower() in LATIN:
        return False
    if not first[0].isupper():
        return bool(_MIXED_CASE.match(first)) and len(word) > 2 and word.islower() and here.glued()
    if word in MODULES:
        return here.opens
    after = text[following.end() : following.end() + 2]
    if len(first) == 1 and not (after[:1] == " " and (first in "AI" or _glued_letter(here, at))):
        return False
    if after[:1] in tuple("(_=/@\\") or (after[:1] == "." and after[1:].isalnum()):
        return False
    prose = _PROSE.match(text, at) is not None
    if is_abbreviation(word) or ("." in word and not word.replace(".", "").isdigit()):
        return here.opens and prose
    if here.closed or not word or here.run != "." or (bracketed and len(word) > 1):
        return True
    if here.counts:
        return False
    return here.opens or here.glued() or (prose and _is_common(word, first))


def _glued_letter(here: Stop, at: int) -> bool:
    """Say whether a lone capital begins prose in a text that lost blanks: `found.T cells`."""
    versions = here.word[:1].isdigit()
    return not versions and here.text[at + 2 : at + 3].islower() and here.glued()


def _is_common(word: str, first: str) -> bool:
    """Say whether a word is rather prose than the first part of a dotted name."""
    if len(word) < 3:
        return word in LAST_WORDS
    if not word[0].isupper():
        return True
    return "-" in word or (_ACRONYM.fullmatch(word) is not None and not first.isupper())


def _ends_before_han(here: Stop) -> bool:
    """Judge a mark between a Latin word and Chinese: `使用BERT.结果` ends, `1.简介` does not."""
    word = here.word
    if here.run != ".":
        return True
    if here.counts or _DOTTED.fullmatch(word) or is_abbreviation(word):
        return False
    # `打开2.保存` counts, with the stop before it lost; `达到95.3.我们` does not
    return len(word) > 2 or not word or (len(word) == 2 and word.isalpha())
