"""Characters that no writer sets: what an extraction, a recognition or a wrong code has left.

Each is told by itself, with what should stand there where that is known. Not here: words in
pieces (damage.py), which need a vocabulary.
"""

import re
import unicodedata
from collections.abc import Iterator

from zhen_align.text.scripts import HAN
from zhen_align.types import Span

Spoilt = tuple[Span, str]
_LETTERS = r"A-Za-z\ufb00-\ufb06"
_LIGATURE = re.compile(rf"[{_LETTERS}]*[\ufb00-\ufb06] ?[{_LETTERS}]*")
_LOOSE = re.compile(r"\b[a-z]{1,4} (?:ffi|ffl|ff|fi|fl) [a-z]+")
_SOFT = re.compile(r"[A-Za-z]+(?:\u00ad\s?[A-Za-z]+)+")
_GARBLED = re.compile(
    r"\ufffd+|â€[™œ\u009d\u0153“”˜\u00a6]|Ã[\u0080-\u00bf©¨¼¶¤]|Â[\u00a0-\u00bf]|ï»¿|ï¼[\u0080-\u00bfŒˆ‰š›Ÿ]"
    r"|(?:[ä-é][\u0080-\u00bf\u0152-\u02dc\u2013-\u203a€™]{2}){2,}|(?:锟斤拷)+|(?:烫){3,}"
)
# Chinese in UTF-8 that was read as GBK: characters that nobody writes, close together
_MISREAD = re.compile(rf"[{HAN}€]*[鐨銆鍜鏄杩鍦鎴鍙鍨][{HAN}€]{{0,3}}[鐨銆鍜鏄杩鍦鎴鍙鍨][{HAN}€]*")
# the strokes of dictionaries in place of characters; beside Chinese no radical is meant
_RADICAL = re.compile(
    rf"[\u2e80-\u2fd5\uf900-\ufad9]+(?=[{HAN}])|(?<=[{HAN}])[\u2e80-\u2fd5\uf900-\ufad9]+"
)
_RADICALS = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰",
        "民虎西见角贝车长门青页风飞食马骨鬼鱼鸟麦黄齐齿龙",
        strict=True,
    )
)
# not compatibility characters at all, in spite of where they stand
_UNIFIED = frozenset("\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27\ufa28\ufa29")
_WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_HALF_WIDE = re.compile(
    rf"[A-Za-z0-9]+[{_WIDE}][A-Za-z0-9{_WIDE}]*|[{_WIDE}]+[A-Za-z0-9][A-Za-z0-9{_WIDE}]*"
)
# a character of a font of its own, which no other font shows, and what is shown in its place
_PRIVATE = re.compile(rf"[\ue000-\uf8ff]+|(?<=[{HAN}])□(?=[{HAN}])")
# no reader sees them, and no search finds the word that has one
_UNSEEN = re.compile(
    rf"(?:[A-Za-z]+[\u200b\u2060\ufeff]+(?=[a-z]))+[a-z]+"
    rf"|[{HAN}](?:[\u200b-\u200d\u2060\ufeff]+[{HAN}])+"
)
# an accent beside its letter: Poincar´e, Schr¨odinger, cafe´; what is like an apostrophe is one
_ACCENTS = dict(zip("´¨ˆ˜¸ˇ˚", "\u0301\u0308\u0302\u0303\u0327\u030c\u030a", strict=True))
_ACCENT = re.compile(
    r"[A-Za-zÀ-ÿ]+ ?[´¨ˆ˜¸ˇ˚](?!(?:s|t|re|ve|ll|d|m)\b)[a-zıà-ÿ]+|(?<!\w)[´¨ˇ˚][A-Z][a-zà-ÿ]+"
    r"|(?<!\w)[A-Za-zÀ-ÿ]+[aeiou][´¨](?!\w)"
)
# one of these stands where anything below is to be found, and asking for it costs little
_SIGN = re.compile(
    rf"[\ufffdâÃÂïä-é锟烫鐨銆鍜鏄杩鍦鎴鍙鍨\ufb00-\ufb06\u00ad\u2e80-\u2fd5\uf900-\ufad9{_WIDE}"
    r"□\ue000-\uf8ff\u200b-\u200d\u2060\ufeff´¨ˆ˜¸ˇ˚]"
)
_NUMBER = re.compile(r"(?<![\w.-])(?:\d+[Ol]\d+|O\.\d+)(?![\w-])")
_FIGURED = re.compile(r"[Ol](?:(?<=\d.)|(?<=O)\.)")
_TWICE = re.compile(
    r"(?<![，。、；])(?:，[，。、；]|。[，、；]|、[，。、]|；[；。]|。。)(?![。，、；.…])"
)
_CUT = re.compile(rf"(?<![{HAN}] )(?<=[{HAN}])(?P<blank>[ \u00a0])(?=[{HAN}](?! [{HAN}]))")
_SPACED_HAN = re.compile(f"(?<![{HAN}])[{HAN}](?: [{HAN}](?![{HAN}])){{3,}}")
_STARS = re.compile(r"\* \* ?[^\s*][^*\n]{0,40}\* ?\*|\*\* ?[^\s*][^*\n]{0,40}\* \*")
_AROUND = 3
_RUN_BEFORE, _RUN_AFTER = re.compile(f"[{HAN}]+$"), re.compile(f"[{HAN}]+")


def spoilt(text: str) -> Iterator[Spoilt]:
    """Yield what no writer writes, and what it should be, where that is known.

    >>> text = "the o\ufb03ce of 2O19"
    >>> [(span.of(text), word) for span, word in spoilt(text)]
    [('o\ufb03ce', 'office'), ('2O19', '2019')]
    """
    if not text.isascii():
        yield from _foreign(text)
    for found in _STARS.finditer(text) if "* *" in text else ():
        yield Span(*found.span()), re.sub(r"\s*\* ?\*\s*", "**", found[0])
    for found in _NUMBER.finditer(text) if _FIGURED.search(text) else ():
        yield Span(*found.span()), found[0].replace("O", "0").replace("l", "1")


def cut_words(text: str) -> Iterator[tuple[Span, int]]:
    """Yield where a blank stands between Chinese characters, with those around it: place, cut.

    >>> [(span.of("该神经 网络很大。"), at) for span, at in cut_words("该神经 网络很大。")]
    [('该神经 网络很', 3)]
    """
    for found in _CUT.finditer(text) if " " in text or "\u00a0" in text else ():
        before = _RUN_BEFORE.search(text, max(0, found.start() - _AROUND), found.start())
        after = _RUN_AFTER.match(text, found.end(), found.end() + _AROUND)
        if before and after:
            yield Span(before.start(), after.end()), found.start() - before.start()


def _foreign(text: str) -> Iterator[Spoilt]:
    for found in _LOOSE.finditer(text) if " f" in text else ():
        yield Span(*found.span()), ""
    if _SIGN.search(text):
        yield from _rare(text)
    for pattern in (_TWICE, _SPACED_HAN) if " " in text else (_TWICE,):
        yield from ((Span(*found.span()), "") for found in pattern.finditer(text))


def _rare(text: str) -> Iterator[Spoilt]:
    for pattern in (_GARBLED, _MISREAD):
        yield from ((Span(*found.span()), "") for found in pattern.finditer(text))
    for found in _LIGATURE.finditer(text):
        loose = " " in found[0]
        yield Span(*found.span()), "" if loose else unicodedata.normalize("NFKC", found[0])
    for found in _SOFT.finditer(text) if "\u00ad" in text else ():
        yield Span(*found.span()), re.sub(r"\u00ad\s?", "", found[0])
    for found in _RADICAL.finditer(text):
        if _UNIFIED.isdisjoint(found[0]):
            yield Span(*found.span()), _plain(found[0])
    for found in _HALF_WIDE.finditer(text):
        yield Span(*found.span()), unicodedata.normalize("NFKC", found[0])
    for found in _PRIVATE.finditer(text):
        yield Span(*found.span()), ""
    for found in _UNSEEN.finditer(text):
        yield Span(*found.span()), re.sub(r"[^\w]", "", found[0])
    for found in _ACCENT.finditer(text):
        if accented := _composed(found[0]):
            yield Span(*found.span()), accented


def _composed(said: str) -> str:
    """Return a word with its accents on their letters; nothing where one fits none.

    >>> _composed("Garc´ıa"), _composed("cafe´"), _composed("x´b")
    ('García', 'café', '')
    """
    plain = re.sub(r" ?([´¨ˆ˜¸ˇ˚])(\w)", lambda m: m[2] + _ACCENTS[m[1]], said.replace("ı", "i"))
    plain = "".join(_ACCENTS.get(ch, ch) for ch in plain)
    composed = unicodedata.normalize("NFC", plain)
    return "" if any(map(unicodedata.combining, composed)) else composed


def _plain(said: str) -> str:
    """Return the characters that radicals stand for; none where one is not known.

    >>> _plain("\u2f64"), _plain("\u2e80")
    ('用', '')
    """
    plain = unicodedata.normalize("NFKC", "".join(_RADICALS.get(ch, ch) for ch in said))
    return "" if any("\u2e80" <= ch <= "\u2fd5" for ch in plain) else plain
