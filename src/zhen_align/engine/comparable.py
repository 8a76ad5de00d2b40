"""Terms from texts about one work that are no translations: an abstract and somebody's review.

Texts without a partner are held against all others, as `compare` does. The sentences of two
accounts that are surely linked across the languages are read for terms like translations;
what only they show becomes candidates too. Not here: how accounts are found and linked
(`engine.comparison`), how candidates enter the glossary (`glossary.merge`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from zhen_align.compare.result import Account, Case, ClaimLink, Grade, Place
from zhen_align.config import Config
from zhen_align.engine.collection import Collection, Kind
from zhen_align.engine.session import Watcher
from zhen_align.terms.candidate import Candidate
from zhen_align.terms.forms import english_key
from zhen_align.types import Alignment, Bead, Document, Lang, Sentence, Unit

_SURE_LINK = 0.8
_LEAST_SCORE = 0.3  # of a candidate: linked sentences are no translations of each other


@dataclass(frozen=True, slots=True)
class Found:
    """Candidates that only accounts of one work show, and the sentences that show them."""

    candidates: tuple[Candidate, ...] = ()
    alignments: tuple[Alignment, ...] = ()


def comparable(texts: Collection, config: Config, watcher: Watcher) -> Found:
    """Return the terms that only accounts of one work show."""
    every = [text for part in texts.parts for text in part.shown.texts]
    if not any(text.kind is Kind.UNPAIRED for text in every):
        return Found()
    from zhen_align.engine import comparison  # loads numerics

    names = (path for text in every for path in (text.zh, text.en))
    partners = ((text.zh, text.en) for text in every if text.kind is Kind.PAIRED)
    done = comparison.unasked(names, partners, config, watcher)
    alignments = tuple(aligned(done.accounts, config))
    if not alignments:
        return Found()
    known = {english_key(each.en) for each in texts.candidates}
    new = (each for each in _terms(alignments, config) if english_key(each.en) not in known)
    return Found(tuple(new), alignments)


def _terms(alignments: Sequence[Alignment], config: Config) -> Iterator[Candidate]:
    from zhen_align.terms.extract import extract
    from zhen_align.text.segmenter import segmenter

    chosen = segmenter(config.segmenter, config.root)
    for each in extract(alignments, min_count=config.min_count, segmenter=chosen):
        if each.score >= _LEAST_SCORE and each.zh != each.en:
            yield each


def aligned(accounts: Iterable[Account], config: Config) -> Iterator[Alignment]:
    """Yield the sentences of accounts that are surely linked across the languages, as beads."""
    from zhen_align import pipeline

    for account in accounts:
        if account.case is Case.STRANGERS:
            continue
        links = [link for link in account.links if _sure(link)]
        if not any(_sides(link) for link in links):
            continue
        try:
            texts = [(path, (config.root / path).read_bytes()) for path in account.works]
        except OSError:
            continue  # taken away meanwhile
        a, b = (pipeline.parsed(*text) for text in texts)
        for zh, en, turned in ((a, b, False), (b, a, True)):
            beads = tuple(_beads(links, zh, en, turned=turned))
            if beads:
                yield Alignment(zh, en, beads, why="accounts of one work")


def _sure(link: ClaimLink) -> bool:
    return link.grade is not Grade.RELATED and link.score >= _SURE_LINK


def _sides(link: ClaimLink) -> bool:
    """Say whether a link has Chinese on one side and English on the other."""
    langs = {each.lang for each in link.a}, {each.lang for each in link.b}
    return any({str(Lang.ZH)} & x and {str(Lang.EN)} & y for x, y in (langs, langs[::-1]))


def _beads(
    links: Iterable[ClaimLink], zh: Document, en: Document, *, turned: bool
) -> Iterator[Bead]:
    for link in links:
        left, right = (link.b, link.a) if turned else (link.a, link.b)
        chinese = tuple(_sentences(left, zh, Lang.ZH))
        english = tuple(_sentences(right, en, Lang.EN))
        if chinese and english:
            yield Bead(chinese, english, link.score)


def _sentences(places: Iterable[Place], document: Document, lang: Lang) -> Iterator[Sentence]:
    for place in places:
        if place.lang != lang:
            continue
        for number, block in enumerate(document.blocks):
            if block.span.start <= place.span.start < block.span.end:
                yield Sentence(place.span, lang, Unit.SENTENCE, number)
                break
