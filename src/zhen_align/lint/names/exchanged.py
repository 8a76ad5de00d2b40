"""The one name that a side has where the other has another: they are cited, or of one kind."""

import re
from collections.abc import Collection, Iterator, Sequence

from zhen_align.lint.facts import BeadFacts, Side
from zhen_align.lint.names.damage import inflected
from zhen_align.lint.names.found import Placed, parts, strange
from zhen_align.text.names import Name, key_of

_FIGURE = re.compile(r"(.*?[A-Za-z]-?)(?:\d+(?:\.\d+)?|(?<=-)[IVX]+)")
# Qwen-72B and Qwen-7B
_SIZE = re.compile(r"(.*[A-Za-z].*-)\d+(?:\.\d+)?[BMK]")
_MIXED = re.compile(r"(?=[A-Za-z\d]{2,6}$)([A-Za-z]+)(\d+)s?")
_KIND = re.compile(r"([A-Z][\w.]+)-([A-Za-z]+)")
_CAPITALS = re.compile(r"[A-Z]{3,}")
_PERSON = re.compile(r"[A-Z][\w-]*[^\W\d_A-Z]")
_CAMEL = re.compile(r"[A-Za-z]+[a-z][A-Z][A-Za-z]*")
# an abbreviation in brackets explains what stands before them
_ASIDE = re.compile(r"[（(][^（()）]*$")
_NEAR, _SPREAD = 40, 16
# what Chinese says in Latin letters, whatever English calls it
_BORROWED = frozenset(("APP", "CEO", "CTO", "CFO", "DIY", "GDP", "KTV", "PDF", "PPT", "USB", "VIP"))
# behind these stands a person
_AUTHOR = re.compile(
    r"\s?(?:et\s+al\b|等人|等\s?[\[（(]|and\s(?:(?:his|her|their)\s)?(?:co-?\w+|colleagues)"
    r"|[和与及]其?(?:合作者|合著者|同事|团队)|['’]s\s(?:group|team|lab)|的?(?:团队|课题组))"
)
# and these stand behind other names too
_CITED = re.compile(rf"{_AUTHOR.pattern}|\s?(?:\[\d|[（(](?:19|20)\d\d|,\s?(?:19|20)\d\d)")


def exchanged(
    bead: BeadFacts, ours: Sequence[Placed], vocabulary: Collection[str]
) -> Iterator[tuple[Placed, Placed]]:
    """Yield the one name that the Chinese has where the English has another, of one kind.

    The two stand before a citation, or "et al.", they are one name with another figure, or
    both have capitals inside and the English text knows nothing of the one.
    """
    theirs = strange(bead.en, bead.zh)
    for behind in (_AUTHOR, _CITED):
        cited, meant = _cited(bead.zh, bead.en, behind), _cited(bead.en, bead.zh, behind)
        if len(cited) == len(meant) == 1:
            yield cited[0], meant[0]
            return
    short = strange(bead.zh, bead.en, 2), strange(bead.en, bead.zh, 2)
    for mine in short[0]:
        same = [other for other in short[1] if _is_another(mine[1].text, other[1].text)]
        if len(same) == 1:
            yield mine, same[0]
    own, other = ([p for p in some if _CAMEL.fullmatch(p[1].text)] for some in (ours, theirs))
    if len(own) == len(other) == 1 and own[0][1].key not in vocabulary:
        yield own[0], other[0]
    own, other = ([p for p in some if _CAPITALS.fullmatch(p[1].text)] for some in (ours, theirs))
    if len(own) == len(other) == 1 and own[0][1].key not in vocabulary:
        said = own[0][1].text in _BORROWED or _stands_for(own[0][1].key, bead.en)
        aside = _ASIDE.search(bead.zh.document.text[: own[0][0].start][-_NEAR:])
        yield from () if said or aside else ((own[0], other[0]),)


def _stands_for(key: str, side: Side) -> bool:
    """Whether an abbreviation may stand for words of a side: BPTT, backpropagation through time."""
    spread = rf"[\w\s-]{{0,{_SPREAD}}}?".join(key)
    words = re.compile(rf"(?<![A-Za-z]){spread}", re.IGNORECASE)
    return any(words.search(text.text) for text in side.texts)


def _cited(side: Side, other: Side, behind: re.Pattern[str]) -> list[Placed]:
    """Return the names with such words behind that the other side has not as words."""
    text = side.document.text
    some = [p for p in side.names if _PERSON.fullmatch(p[1].text) and behind.match(text, p[0].end)]
    if not some:
        return []
    whole = {part.key for _, part in parts(other)}
    alone = {span for span, _ in strange(side, other, 2)}
    return [
        (span, name)
        for span, name in some
        if name.key not in whole and (span in alone or len(name.key) == 2)
    ]


def other_figure(a: str, b: str) -> bool:
    """Whether two names differ in the figure at their end alone."""
    one, two = _FIGURE.fullmatch(a), _FIGURE.fullmatch(b)
    return bool(one and two and key_of(one[1]) == key_of(two[1]) and len(key_of(one[1])) > 1)


def _is_another(a: str, b: str) -> bool:
    """Whether two names are members of one family: Qwen-72B and Qwen-7B, H100 and A100."""
    if other_figure(a, b):
        return True
    if (one := _SIZE.fullmatch(a)) and (two := _SIZE.fullmatch(b)):
        return key_of(one[1]) == key_of(two[1])
    if (one := _MIXED.fullmatch(a)) and (two := _MIXED.fullmatch(b)):
        return one[1] == two[1] or one[2] == two[2]
    one, two = _KIND.fullmatch(a), _KIND.fullmatch(b)
    return bool(one and two and one[1] == two[1] and not inflected(one[2].lower(), two[2].lower()))


def is_short(name: Name) -> bool:
    """Whether a name has two characters: Li, C4."""
    return len(name.key) == 2 and any(kind.fullmatch(name.text) for kind in (_PERSON, _MIXED))
