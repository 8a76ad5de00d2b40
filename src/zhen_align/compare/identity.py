"""By what a text says which work it is about: arXiv ids and DOIs in any form, and titles.

A page names its own work in its front matter, its path and the lines around its title; it
may name others' works anywhere. An id counts as its own where it stands in such a place,
or where it is the only one of its kind.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zhen_align.read import labels
from zhen_align.text.literature import HEADING
from zhen_align.text.scripts import han_count, word_count
from zhen_align.types import Document, Kind

_BARE = r"(?:\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})"
_OLD = r"(?:[a-z]{2,8}(?:-[a-z]{2,8})?(?:\.[A-Z]{2})?/\d{7})"
_ARXIV = re.compile(
    rf"arxiv(?:\.org)?(?:[\s_-]*(?:id|number|no\.?))?(?:/(?:abs|pdf|html|format|src|e-print))?"
    rf"[\s:：/._=\]('\"-]*(?P<id>{_BARE}|{_OLD})(?!\d)",
    re.IGNORECASE,
)
_IN_PATH = re.compile(rf"(?<![\d.]){_BARE}(?:v\d+)?(?![\d])")
_DOI = re.compile(r"(?<![\w.])10\.\d{4,9}/[^\s\"'<>，。；、）】\])}|]+", re.ASCII)
_DOI_OF_ARXIV = re.compile(rf"10\.48550/arxiv\.(?P<id>{_BARE}|{_OLD})", re.IGNORECASE)
_MATTER = re.compile(r"\s*---[ \t]*\r?\n(?P<body>.*?)\r?\n---", re.DOTALL)
_ARXIV_KEY = re.compile(r"(?:arxiv(?:[_-]?id)?|eprint)\s*:\s*['\"]?(?:arxiv:)?(?P<value>.*)", re.I)
_DOI_KEY = re.compile(r"doi\s*:\s*(?P<value>.*)", re.I)
_VERSION = re.compile(r"v\d+$")
_NOT_IN_TITLE = re.compile(r"[\W_]+")
_LEAST_HAN, _LEAST_WORDS = 6, 3
_OWN = (Kind.METADATA, Kind.OPAQUE)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a text calls its own work; ids are bare and in lower case, without a version."""

    arxiv: str = ""
    doi: str = ""
    titles: tuple[str, ...] = ()

    def meets(self, other: "Identity") -> bool:
        """Say whether two texts name one work: by an id, or by a title in one language."""
        ids = (self.arxiv, other.arxiv), (self.doi, other.doi)
        keys = [{title_key(each) for each in one.titles} for one in (self, other)]
        return any(x and x == y for x, y in ids) or not keys[0].isdisjoint(keys[1])


def identity(document: Document) -> Identity:
    """Return what a document says about which work it is about."""
    arxiv = _own(
        arxiv_ids(" ".join(_fields(document.text, _ARXIV_KEY))),
        _path_ids(document.path),
        (each for line in _own_lines(document) for each in arxiv_ids(line)),
        arxiv_ids(_before_references(document)),
    )
    arxiv = arxiv or _only(each for b in _links(document) for each in _path_ids(b))
    doi = _own(
        dois(" ".join(_fields(document.text, _DOI_KEY))),
        (each for line in _own_lines(document) for each in dois(line)),
        dois(_before_references(document)),
    )
    return Identity(arxiv, doi, tuple(dict.fromkeys(_titles(document))))


def arxiv_ids(text: str) -> Iterator[str]:
    """Yield the arXiv ids of a text, without their versions.

    >>> list(arxiv_ids("arXiv:2101.00001v2, https://arxiv.org/pdf/2101.00002"))
    ['2101.00001', '2101.00002']
    """
    for pattern in (_ARXIV, _DOI_OF_ARXIV):
        for found in pattern.finditer(text):
            yield found["id"].lower()


def _fields(text: str, key: re.Pattern[str]) -> Iterator[str]:
    """Yield what the front matter says of a key, as `arXiv:` and the value where it is one."""
    found = _MATTER.match(text)
    for line in found["body"].splitlines() if found else ():
        if field := key.match(line):
            yield f"arXiv:{field['value'].strip()}" if key is _ARXIV_KEY else field["value"]


def dois(text: str) -> Iterator[str]:
    """Yield the DOIs of a text; those that arXiv gives out are arXiv ids.

    >>> list(dois("https://doi.org/10.1000/Ab.1)。"))
    ['10.1000/ab.1']
    """
    for found in _DOI.finditer(text):
        plain = found[0].rstrip(".,;:").lower()
        if not _DOI_OF_ARXIV.match(plain):
            yield plain


def _own(*sources: Iterable[str]) -> str:
    """Return the first id that is its own: from the surest place that names one and no other."""
    for source in sources:
        found = dict.fromkeys(each for each in source if each)
        if len(found) == 1:
            return next(iter(found))
        if found:
            return ""
    return ""


def _only(found: Iterable[str]) -> str:
    several = dict.fromkeys(found)
    return next(iter(several)) if len(several) == 1 else ""


def _path_ids(path: str) -> list[str]:
    return [_VERSION.sub("", found[0]) for found in _IN_PATH.finditer(path)]


def _links(document: Document) -> Iterator[str]:
    """Yield where links and images of a page lead."""
    for block in document.blocks:
        for span in (block.span,) if block.kind is Kind.OPAQUE else block.opaque:
            if "/" in (target := span.of(document.text)):
                yield target


def _own_lines(document: Document) -> Iterator[str]:
    """Yield the lines in which a page speaks of itself, up to its references."""
    for block in document.blocks:
        if block.kind is Kind.HEADING and HEADING.fullmatch(block.span.of(document.text)):
            return
        if block.kind in _OWN:
            line = block.span.of(document.text)
            if not labels.ENTRY.match(line):
                yield line


def _before_references(document: Document) -> str:
    for block in document.blocks:
        if block.kind is Kind.HEADING and HEADING.fullmatch(block.span.of(document.text)):
            return document.text[: block.span.start]
    return document.text


def _titles(document: Document) -> Iterator[str]:
    """Yield the titles of a page that are long enough to be a work's."""
    told = [document.meta.title]
    told += [b.span.of(document.text) for b in document.blocks if b.kind is Kind.TITLE]
    for title in told:
        if han_count(title) >= _LEAST_HAN or (
            not han_count(title) and word_count(title) >= _LEAST_WORDS
        ):
            yield " ".join(title.split())


def title_key(title: str) -> str:
    """Return what all spellings of a title share.

    >>> title_key("Deep Rivers:  A Survey") == title_key("deep rivers – a survey")
    True
    """
    from zhen_align.text.fold import fold

    return _NOT_IN_TITLE.sub("", fold(title).text.casefold())
