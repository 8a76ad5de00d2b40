"""Who is whose translation: by file names, then corrected by what the files hold.

Only names are looked at first. Each file claims keys: its path without the language in it.
Two files with one key, one Chinese and one English, are partners; the strongest kind of
claim is settled first, and where a key has more than two files nobody is paired.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from zhen_align.config import PairRule
from zhen_align.text.scripts import han_count, word_count
from zhen_align.types import Document, Kind, Lang

_ZH = r"zh(?:[-_](?:cn|tw|hk|sg|hans|hant))?(?:[-_](?:cn|tw|hk))?|cn|chs|cht|zho|chinese"
_EN = r"en(?:[-_](?:us|gb|uk))?|eng|english"
_SUFFIX = re.compile(
    rf"(?P<base>.+?)[._-](?:(?P<zh>{_ZH})|(?P<en>{_EN}|origin))", re.IGNORECASE | re.DOTALL
)
_FOLDER = re.compile(rf"(?P<zh>{_ZH})|(?P<en>{_EN})", re.IGNORECASE)
_LOCALES = re.compile(r"i18n|l10n|locales?|translations?|translated[-_]content", re.IGNORECASE)
_MIDDLE = re.compile(r"docusaurus-plugin-content-(?P<what>docs|pages|blog)(?:-\w+)?|current")

_BY_RULE = "pairs in the configuration"
_KINDS = (
    _BY_RULE,
    "the same name with a language each",
    "the same path in a folder for each language",
    "the same name, one with a language",
    "the same path, one in a folder of a language",
    "the same path, one below a folder of translations",
)


@dataclass(frozen=True, slots=True)
class Partners:
    """A Chinese and an English file, one of them alone, or one file in both roles."""

    zh: str | None
    en: str | None
    why: str

    @property
    def names(self) -> tuple[str, ...]:
        """Return the files, each once, the Chinese first."""
        return tuple(dict.fromkeys(name for name in (self.zh, self.en) if name is not None))


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a document is in each language, in Han characters or their worth."""

    zh: float
    en: float

    def has(self, lang: Lang) -> bool:
        """Say whether the document holds more than a few words of a language."""
        own, other = (self.zh, self.en) if lang is Lang.ZH else (self.en, self.zh)
        return own > 0 and own >= _HOLDS * other


_NO_TEXT = frozenset({Kind.METADATA, Kind.NAVIGATION, Kind.OPAQUE, Kind.ROW})
_HOLDS = 0.08
"""The least size of a second language, compared with the first, in a bilingual file."""


def share(document: Document) -> Share:
    """Measure how much of a document's text is in each language, noise left out."""
    return _share(document, _NO_TEXT) or _share(document, _NO_TEXT - {Kind.ROW}) or Share(0.0, 0.0)


def _share(document: Document, left_out: frozenset[Kind]) -> Share | None:
    size = dict.fromkeys((Lang.ZH, Lang.EN), 0.0)
    for block in document.blocks:
        if block.kind in left_out:
            continue
        words = block.span.of(document.text)
        if block.lang in size:
            size[block.lang] += han_count(words) + 1.7 * word_count(words)
        elif block.lang is Lang.MIXED and block.kind is Kind.ROW:
            size[Lang.ZH] += han_count(words)
            size[Lang.EN] += 1.7 * word_count(words)
    return Share(size[Lang.ZH], size[Lang.EN]) if any(size.values()) else None


@dataclass(frozen=True, slots=True)
class _Claim:
    kind: int
    key: str
    side: Lang  # NONE: whatever the partner is not


def partners(names: Sequence[str], rules: Sequence[PairRule] = ()) -> list[Partners]:
    """Pair files by name; a file without a partner stands alone, in both roles.

    >>> [pair.names for pair in partners(["a.zh.md", "a.md", "b.md"])]
    [('a.zh.md', 'a.md'), ('b.md',)]
    """
    free = dict.fromkeys(sorted(names))
    claims: dict[tuple[int, str], dict[str, Lang]] = defaultdict(dict)
    for name in free:
        for claim in (*_ruled(name, rules), *_claims(name)):
            claims[claim.kind, claim.key].setdefault(name, claim.side)
    found: dict[str, Partners] = {}
    doubts: dict[str, str] = {}
    for kind, key in sorted(claims):
        sides = {name: side for name, side in claims[kind, key].items() if name in free}
        pair = _pair(sides)
        if pair is not None:
            found[pair[0]] = Partners(*pair, why=_KINDS[kind])
            for name in pair:
                free.pop(name)
        elif len(sides) > 2 and len(set(sides.values())) > 1:
            doubts.update(
                dict.fromkeys(sides, f"several could be its partner: {', '.join(sorted(sides))}")
            )
    for name in free:
        found[name] = Partners(name, name, doubts.get(name, "no file with a name that fits"))
    return sorted(found.values(), key=lambda pair: pair.names)


def settle(pairs: Sequence[Partners], shares: Mapping[str, Share]) -> list[Partners]:
    """Correct the pairs by what the files hold; files without a share are left as they are."""
    settled: list[Partners] = []
    for pair in pairs:
        if any(name not in shares for name in pair.names):
            settled.append(pair)
        elif len(pair.names) == 2:
            settled.extend(_checked(pair, shares))
        else:
            settled.append(_alone(pair.names[0], shares, pair.why))
    return settled


def _pair(sides: Mapping[str, Lang]) -> tuple[str, str] | None:
    """Return the Chinese and the English file if there is just one of each."""
    if len(sides) != 2:
        return None
    (first, one), (second, other) = sides.items()
    if one is other:
        return None
    if Lang.ZH is one or Lang.EN is other:
        return first, second
    return second, first


def _claims(name: str) -> Iterator[_Claim]:
    path = PurePosixPath(name)
    folders, stem, suffix = path.parts[:-1], path.stem, path.suffix.lower()
    named = _SUFFIX.fullmatch(stem)
    if named:
        bare = "/".join((*folders, named["base"] + suffix))
        side = Lang.ZH if named["zh"] else Lang.EN
        yield _Claim(1, bare, side)
        yield _Claim(3, bare, side)
    else:
        yield _Claim(3, "/".join((*folders, stem + suffix)), Lang.NONE)
    yield from _folder_claims(folders, path.name)


def _folder_claims(folders: Sequence[str], file: str) -> Iterator[_Claim]:
    whole = "/".join((*folders, file))
    yield _Claim(4, whole, Lang.NONE)
    for at, folder in enumerate(folders):
        before, after = folders[:at], (*folders[at + 1 :], file)
        if language := _FOLDER.fullmatch(folder):
            side = Lang.ZH if language["zh"] else Lang.EN
            yield _Claim(2, "/".join((*before, "*", *after)), side)
            if any(map(_LOCALES.fullmatch, before)):
                yield _Claim(5, "/".join(_source_tail(after)), side)
            else:
                yield _Claim(4, "/".join((*before, *after)), side)
        elif language := _SUFFIX.fullmatch(folder):
            side = Lang.ZH if language["zh"] else Lang.EN
            bare = "/".join((*before, language["base"], *after))
            yield _Claim(2, bare, side)
            yield _Claim(4, bare, side)
    if not any(map(_LOCALES.fullmatch, folders)):
        for at in range(len(folders) + 1):
            yield _Claim(5, "/".join((*folders[at:], file)), Lang.NONE)


def _source_tail(parts: Sequence[str]) -> list[str]:
    """Return where the source of a translated page lies, from the site's root."""
    tail: list[str] = []
    for part in parts:
        middle = _MIDDLE.fullmatch(part)
        if middle is None:
            tail.append(part)
        elif middle["what"]:
            tail.append({"pages": "src/pages"}.get(middle["what"], middle["what"]))
    return tail


def _ruled(name: str, rules: Sequence[PairRule]) -> Iterator[_Claim]:
    for number, rule in enumerate(rules):
        for side, glob in ((Lang.ZH, rule.zh), (Lang.EN, rule.en)):
            if match := _pattern(glob).fullmatch(name):
                yield _Claim(0, f"{number} {match.groups()}", side)


def _pattern(glob: str) -> re.Pattern[str]:
    """Turn a glob into a pattern whose groups are what the wildcards stand for."""
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", glob)
    known = {"**/": r"((?:[^/]+/)*)", "**": r"(.*)", "*": r"([^/]*)", "?": r"([^/])"}
    return re.compile("".join(known.get(part) or re.escape(part) for part in parts), re.DOTALL)


def _checked(pair: Partners, shares: Mapping[str, Share]) -> list[Partners]:
    """Keep, turn round or part two files that their names made partners."""
    zh, en = pair.names
    if pair.why == _BY_RULE:
        return [pair]
    holds = {(name, lang): shares[name].has(lang) for name in (zh, en) for lang in Lang}
    # a half translated file still has a partner, but two bilingual ones need none
    if not all(holds[name, lang] for name in (zh, en) for lang in (Lang.ZH, Lang.EN)):
        if holds[zh, Lang.ZH] and holds[en, Lang.EN]:
            return [pair]
        if holds[zh, Lang.EN] and holds[en, Lang.ZH]:
            return [Partners(en, zh, f"{pair.why}, turned round by their content")]
    return [_alone(name, shares, f"no pair with {other}") for name, other in ((zh, en), (en, zh))]


def _alone(name: str, shares: Mapping[str, Share], why: str) -> Partners:
    chinese, english = (shares[name].has(lang) for lang in (Lang.ZH, Lang.EN))
    if chinese and english:
        return Partners(name, name, "holds both languages")
    if not chinese and not english:
        return Partners(name, None, "unpaired: no text in either language")
    if chinese:
        return Partners(name, None, f"unpaired: Chinese only, {why}")
    return Partners(None, name, f"unpaired: English only, {why}")
