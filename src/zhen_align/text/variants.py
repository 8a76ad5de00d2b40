"""Which Chinese characters are only Traditional, or only Simplified.

The old national character sets say it at no cost: GB 2312 holds the Simplified characters, Big5
the Traditional ones. What both hold is right in either script (后, 台, 著, 乾). OpenCC is
asked only about the characters that remain. What neither holds may be a Japanese or old form.
"""

from functools import lru_cache

# also Simplified in some words or names, whatever the tables say
_EITHER = frozenset("乾著瞭於甚麽藉覆徵摺鍾蘋餘裏嚮")
# one Simplified character for several Traditional ones: only a reader can tell which
AMBIGUOUS = frozenset("发历复钟汇获尽脏坛签饥团纤苏弥摆当坏蒙冲卷")


@lru_cache(maxsize=1 << 14)
def is_traditional(ch: str) -> bool:
    """Whether a character is written so in Traditional only.

    >>> [ch for ch in "資料庫乾著" if is_traditional(ch)]
    ['資', '庫']
    """
    if ch < "\u3400" or ch in _EITHER or _encodes(ch, "gb2312"):
        return False
    return _encodes(ch, "big5") and convert(ch, "t2s") != ch


@lru_cache(maxsize=1 << 14)
def is_simplified(ch: str) -> bool:
    """Whether a character is written so in Simplified only.

    >>> [ch for ch in "资料库后台" if is_simplified(ch)]
    ['资', '库']
    """
    return ch >= "\u3400" and not _encodes(ch, "big5") and _encodes(ch, "gb2312")


@lru_cache(maxsize=1 << 14)
def simplified_variant(ch: str) -> str:
    """Return what Simplified writes for a form that only Japanese or older print has, or nothing.

    >>> [simplified_variant(ch) for ch in "捜効説搜"]
    ['搜', '效', '说', '']
    """
    if ch < "\u3400" or ch in _EITHER or _encodes(ch, "gb2312") or _encodes(ch, "big5"):
        return ""
    usual = convert(convert(ch, "jp2t"), "t2s")
    return usual if usual != ch and len(usual) == 1 and _encodes(usual, "gb2312") else ""


def convert(text: str, way: str) -> str:
    """Return a text in the other script; `way` is `t2s`, `s2t` or `jp2t`."""
    return str(_converter(way).convert(text))


@lru_cache(maxsize=3)
def _converter(way: str):  # type: ignore[no-untyped-def]  # OpenCC ships no types
    from opencc import OpenCC

    return OpenCC(way)


def _encodes(ch: str, charset: str) -> bool:
    try:
        ch.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
