"""Marks of a target that are the source's, made to fit its readers.

A link to the part of a site that is in their language, code with a placeholder in their words, the
address of a translator. Not here: how marks are compared (match.py), links that were not made to
fit (localized.py).
"""

import re
from collections.abc import Sequence

from zhen_align.lint.facts import BeadFacts
from zhen_align.text.addresses import language_part
from zhen_align.text.markup import Mark, MarkKind
from zhen_align.text.scripts import HAN, has_han
from zhen_align.types import Lang, Span

Placed = tuple[Span, Mark]
_LANGUAGES = {Lang.ZH: frozenset(("zh", "cn", "chinese")), Lang.EN: frozenset(("en", "english"))}
# the words of a placeholder, and what may be written between them
_WORDS = re.compile(rf"(?:\w*[{HAN}]\w*[ _-]?)+")
_ANY = r"[\w.-]+(?: [\w.-]+)*"
ANGLE = re.compile(rf"<[^<>\s]*[{HAN}][^<>\s]*>")
"""A placeholder in the words of its readers: <国家>."""


def fitted(
    bead: BeadFacts, extra: Sequence[Placed], missing: Sequence[Placed]
) -> tuple[list[Placed], list[Placed]]:
    """Return what is left of the marks that only one side has, without those made to fit."""
    here, there = list(extra), list(missing)
    if bead.target.document.told and not any(_is_mail(mark) for _, mark in there):
        here = [placed for placed in here if not _is_mail(placed[1])]
        there = _without_placeholders(bead, there)
    here = [placed for placed in here if not _is_localised(bead, placed)]
    for new in tuple(here):
        old = next((p for p in there if _is_fitted(new[1], p[1])), None)
        if old:
            here.remove(new)
            there.remove(old)
    return here, there


def _is_mail(mark: Mark) -> bool:
    return mark.kind is MarkKind.LINK and mark.key.startswith("mailto:")


def _is_localised(bead: BeadFacts, new: Placed) -> bool:
    """Whether a link leads to the part, in the target's language, of what the source links to."""
    if new[1].kind is not MarkKind.LINK:
        return False
    to = new[0].of(bead.target.document.text).rstrip(")> ")
    name = re.split("[-_]", language_part(to).casefold())[0]
    return name in _LANGUAGES[bead.target.lang] and any(
        new[1].key.startswith(f"{mark.key}/") for _, mark in bead.source.marks
    )


def _is_fitted(a: Mark, b: Mark) -> bool:
    code = a.kind is b.kind is MarkKind.CODE
    return code and (_says(a.key, b.key) or _says(b.key, a.key))


def _says(chinese: str, english: str) -> bool:
    """Whether some code is another but for words in Chinese: `cp 文件 /tmp`, `cp file /tmp`."""
    if not has_han(chinese) or has_han(english) or not _WORDS.sub("", chinese).strip(" <>{}"):
        return False
    pieces = map(re.escape, _WORDS.split(chinese))
    return re.fullmatch(_ANY.join(pieces), english) is not None


def _without_placeholders(bead: BeadFacts, missing: Sequence[Placed]) -> list[Placed]:
    """Leave out as many placeholders in angles as the target has in its own words.

    What has an end as well is a tag, by whose name a program finds it.
    """
    said = "".join(text.text for text in bead.source.texts)
    spare = sum(len(ANGLE.findall(text.plain)) for text in bead.target.texts)
    kept = []
    for placed in missing:
        key = placed[1].key
        if spare and key[0] == "<" and key[-1] == ">" and f"</{key[1:]}" not in said:
            spare -= 1
        else:
            kept.append(placed)
    return kept
