"""Spellings of one term that count as the same: keys to compare by, never to show.

English: case, hyphen or space, plural of the last word, British or American.
Chinese: width, blanks, Traditional or Simplified. Abbreviations are not folded here:
their case is their meaning.
"""

import re
import unicodedata
from functools import cache, lru_cache

_SAME_IN_BOTH = {
    *("alias", "analytics", "atlas", "bias", "basis", "canvas", "chaos", "corpus", "data"),
    *("ethics", "gas", "genus", "lens"),
    *("mathematics", "news", "physics", "robotics", "semantics", "series", "species"),
    *("statistics", "status", "thesis"),
}
_IRREGULAR = {
    "aliases": "alias",
    "analyses": "analysis",
    "appendices": "appendix",
    "atlases": "atlas",
    "axes": "axis",
    "bases": "basis",
    "biases": "bias",
    "buses": "bus",
    "caches": "cache",
    "campuses": "campus",
    "canvases": "canvas",
    "children": "child",
    "corpora": "corpus",
    "criteria": "criterion",
    "diagnoses": "diagnosis",
    "focuses": "focus",
    "gases": "gas",
    "hypotheses": "hypothesis",
    "indices": "index",
    "lenses": "lens",
    "matrices": "matrix",
    "mice": "mouse",
    "niches": "niche",
    "phenomena": "phenomenon",
    "statuses": "status",
    "syntheses": "synthesis",
    "theses": "thesis",
    "vertices": "vertex",
    "viruses": "virus",
}
_DASHES = re.compile(r"[\s\-_\u00ad\u2010-\u2015\u2212]+")
_BRITISH = (
    (re.compile(r"is(ation|ations|ing|er|ers|ed|e)\b"), r"iz\1"),
    (re.compile(r"\b(behavi|col|fav|flav|neighb|lab|hum)our"), r"\1or"),
    (re.compile(r"\b(cancel|channel|label|level|model|signal|travel)l(ing|ed|er|ers)\b"), r"\1\2"),
    (re.compile(r"\b(cent|fib|lit|met)re\b"), r"\1er"),
)


@lru_cache(maxsize=1 << 16)
def singular(word: str) -> str:
    """Return an English noun without its plural ending, in the case it came in.

    >>> [singular(w) for w in ("networks", "LLMs", "indices", "bias", "class", "boundaries")]
    ['network', 'LLM', 'index', 'bias', 'class', 'boundary']
    """
    low = word.lower()
    if low in _IRREGULAR:
        whole = _IRREGULAR[low]
        return word[:1] + whole[1:] if word[:1].lower() == whole[:1] else whole
    if len(low) < 4 or low in _SAME_IN_BOTH:
        return word[:-1] if re.fullmatch(r"[A-Z]{2,}s", word) else word
    if not low.endswith("s") or low.endswith(("ss", "us", "is", "ics")):
        return word[:-1] if re.fullmatch(r"[A-Z0-9-]+s", word) else word
    if word[:-1].isupper() and word.endswith("s"):
        return word[:-1]
    if word.isupper() or (low.endswith("as") and not word.islower()):
        return word  # SARS, Dallas
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=1 << 16)
def english_key(text: str) -> str:
    """Return what all spellings of an English term share.

    >>> english_key("Large-Language  Models") == english_key("large language model")
    True
    >>> english_key("Tokenisation"), english_key("LARGE LANGUAGE MODELS")
    ('tokenization', 'large language model')
    """
    plain = _DASHES.sub(" ", unicodedata.normalize("NFKC", text)).strip()
    if " " in plain and plain.isupper():  # a heading in capitals
        plain = plain.lower()
    head, _, last = plain.rpartition(" ")
    return american(f"{head} {singular(last)}".strip().casefold())


def american(text: str) -> str:
    """Return lower-case English in American spelling, near enough to compare by."""
    for pattern, spelling in _BRITISH:
        text = pattern.sub(spelling, text)
    return text


@lru_cache(maxsize=1 << 16)
def chinese_key(text: str) -> str:
    """Return what all spellings of a Chinese term share.

    >>> chinese_key("圖　神經網絡") == chinese_key("图神经网络")
    True
    """
    return simplified("".join(unicodedata.normalize("NFKC", text).split())).casefold()


def simplified(text: str) -> str:
    """Return `text` with Traditional characters replaced one by one; lengths never change.

    >>> simplified("圖書")
    '图书'
    """
    return text if text.isascii() else text.translate(_SIMPLIFIED)


# Traditional, although GB 2312 holds them for the sake of some name
_TOO = frozenset("後於徵麽夥")


class _Simplified(dict[int, int]):
    """Code points to Simplified ones, found out when they are first asked for."""

    def __missing__(self, code: int) -> int:
        # GB 2312 holds the Simplified characters and next to no others, and asking it costs
        # nothing; the conversion tables take longer to load than a look-up may last.
        ch = chr(code)
        half = 0xD800 <= code <= 0xDFFF  # of a character: nothing that could be converted
        if code >= 0x3400 and not half and (ch in _TOO or not _in_gb2312(ch)):
            plain = _converter().convert(ch)
            self[code] = ord(plain) if len(plain) == 1 else code
        else:
            self[code] = code
        return self[code]


_SIMPLIFIED = _Simplified()


def _in_gb2312(ch: str) -> bool:
    try:
        ch.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _converter():  # type: ignore[no-untyped-def]  # OpenCC ships no types
    from opencc import OpenCC

    return OpenCC("t2s")
