"""Citations by name and year: (Moreau, 2020), "Moreau et al. (2020)", 莫罗等人（2020）.

A name in Latin letters is told, one in Chinese may be anybody's. Not here: all that cites by a
number or a key.
"""

import re
from collections.abc import Iterator

from zhen_align.text.scripts import HAN
from zhen_align.types import Span

Dated = tuple[Span, str, str]  # where, the year, and the name where that is told

_YEAR = r"(?:1[89]|20)\d\d[a-z]?"
_SURNAME = r"(?:(?:van|von|de|der|den|di|la|le)\s)*[A-Z\u00c0-\u00de][\w'’\u00c0-\u024f-]+"
_OTHERS = (
    rf"(?:\s(?:and|&)\s{_SURNAME}|\s?(?:和|与|與|及)\s?{_SURNAME}|,?\s?et\s?al\b\.?|,?\s?等人?)"
)
_ET_AL = re.compile("et|等")
_ASIDE = re.compile(r"[(\[][^()\[\]]*$")
_NO_SPAN = rf"(?!{_YEAR}\s?-\s?(?:1[89]|20)?\d\d[)）])"  # a prize (2006–2009) cites nobody
_AUTHOR_YEAR = re.compile(
    rf"(?P<name>{_SURNAME})(?P<others>{_OTHERS})?(?:'s)?\s?(?:[,，]\s?|[(（\[]\s?{_NO_SPAN}|(?P<blank>(?<=\s)))"
    rf"(?P<year>{_YEAR})(?![\w年])",
    re.ASCII,
)
_HAN_YEAR = re.compile(
    rf"(?:[{HAN}·]{{2,8}}(?:等人?)?\s?(?:[,，]\s?|[(（]\s?)|(?<=[(（;；])\s?[{HAN}·]{{1,8}}等人?\s)(?P<year>{_YEAR})"
    r"\s?(?=[)）;；,，])"
)
_MORE_YEARS = re.compile(rf"\s?[,，;]\s?({_YEAR})(?![\w年])", re.ASCII)
_NO_NAMES_TEXT = (
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Since In By From Until Before After "
    "During Spring Summer Autumn Fall Winter Early Late Mid Copyright Version"
)
_NO_NAMES = frozenset(_NO_NAMES_TEXT.split())


def dated(folded: str) -> Iterator[Dated]:
    """Yield what a text of folded widths cites by name and year.

    >>> [who for _, *who in dated("as shown (Okoro et al. 2021, 2023)")]
    [['2021', 'Okoro'], ['2023', 'Okoro']]
    """
    taken: list[Span] = []
    for found in _AUTHOR_YEAR.finditer(folded):
        name = found["name"]
        # "Nature, 2020": without brackets or fellow authors it may be anything
        bare = "," in found[0] and not _ASIDE.search(folded[: found.start()])
        if name in _NO_NAMES or (bare and found["others"] is None):
            continue
        if found["blank"] is not None and not _cites(folded, found):
            continue
        span = _bracketed(folded, found.start(), found.end())
        taken.append(span)
        yield span, found["year"], name
        at = found.end()
        while more := _MORE_YEARS.match(folded, at):
            at = more.end()
            yield Span(more.start(1), more.end(1)), more[1], name
    for found in _HAN_YEAR.finditer(folded):
        span = Span(found.start(), found.end())
        if not any(map(span.meets, taken)):
            yield span, found["year"], ""


def _cites(folded: str, found: re.Match[str]) -> bool:
    """Whether a name and a year without a mark between cite: Moreau et al. 2022, (Moreau 2022a).

    (Berlin 2021) is a place.
    """
    if _ET_AL.search(found["others"] or ""):
        return True
    return found["year"][-1].isalpha() and _ASIDE.search(folded[: found.start()]) is not None


def _bracketed(folded: str, start: int, end: int) -> Span:
    """Grow a citation to its brackets where it is all that stands in them."""
    if folded[start - 1 : start] == "(" and folded[end : end + 1] == ")":
        return Span(start - 1, end + 1)
    if "(" in folded[start:end] and folded[end : end + 1] == ")":
        return Span(start, end + 1)
    return Span(start, end)
