"""The stages in order: read this first. Pure: no file, clock or process below this line.

    bytes -> Document(blocks) -> Alignment(beads) -> Candidate -> merged Table -> Report

Each stage is one function of the room that it is named after, which is loaded when it is
called. engine/ decides what runs where and what is known already, cli/ what is asked for.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from zhen_align.types import Alignment, Bead, Document, Lang, Sentence, Unit

if TYPE_CHECKING:
    from zhen_align.align.meaning import Encoder
    from zhen_align.align.search import Step
    from zhen_align.config import Config
    from zhen_align.glossary.rows import Row, Table
    from zhen_align.lint.kept import Kept
    from zhen_align.lint.report import Report
    from zhen_align.terms.candidate import Candidate
    from zhen_align.terms.rendering_looks import Looks


def parsed(name: str, data: bytes) -> Document:
    """Read: bytes become a text and its blocks, each with its kind and language."""
    from zhen_align.read.files import read

    return read(data, name)


def alignments(
    documents: Sequence[Document],
    why: str,
    *,
    fixed: bool = False,
    weights: str = "",
    encoder: "Encoder | None" = None,
) -> list[Alignment]:
    """Align one file with itself, or a Chinese with an English one.

    What two files hold may turn them round or part them, unless they are `fixed`. `weights`
    are those of `zhen-align tune`, as its text; none are the built-in ones. An `encoder` adds
    the nearness of its vectors to the evidence.
    """
    from zhen_align.align.align import align_pair
    from zhen_align.align.tuned import from_json
    from zhen_align.read.partners import Partners, settle, share

    texts = {document.path: document for document in documents}
    names = [*texts]
    pairs = [Partners(names[0], names[-1], why)] if names else []
    if not fixed:
        pairs = settle(pairs, {name: share(document) for name, document in texts.items()})
    tuned = from_json(weights) if weights else None
    return [align_pair(texts[p.names[0]], texts[p.names[-1]], p.why, tuned, encoder) for p in pairs]


def extracted(alignments: Sequence[Alignment], config: "Config") -> "list[Candidate]":
    """Extract: what recurs on both sides and belongs together."""
    from zhen_align.terms.extract import extract
    from zhen_align.text.segmenter import segmenter

    return extract(
        alignments,
        min_count=config.min_count,
        segmenter=segmenter(config.segmenter, config.root),
    )


def merged(table: "Table", candidates: "Sequence[Candidate]") -> "Table":
    """Merge: the program's rows are brought up to date, people's rows stay as they are."""
    from zhen_align.glossary.merge import merge

    return merge(table, candidates)


def linted(
    alignments: Sequence[Alignment],
    unpaired: Sequence[Document],
    rows: "Sequence[Row]",
    config: "Config",
    glossary: Document | None = None,
    looks: "Looks | None" = None,
    kept: "Kept | None" = None,
) -> "Report":
    """Lint: what the rules find, and what they were able to check.

    `glossary` is the file that the rows stand in. Who chooses a style of spacing wants it held.
    `looks` may know how terms are rendered, `kept` what was said of a pair before.
    """
    from zhen_align.lint.engine import Options, lint

    chosen = {"spacing": "info"} if config.spacing else {}
    options = Options(
        severities=chosen | dict(config.rules),
        target=config.target,
        overrides=config.overrides,
        ignores=config.ignore,
        only=config.only,
        without=config.without,
        where=str(config.file or ""),
        spacing=config.spacing,
        glossary=glossary,
        looks=looks,
        kept=kept,
    )
    return lint(alignments, rows, options, unpaired)


def aligned_lines(
    pairs: Sequence[tuple[Document, Document]],
    weights: str = "",
    encoder: "Encoder | None" = None,
) -> list[Alignment]:
    """Align texts whose blocks are sentences already, as one collection."""
    from zhen_align.align.order import crossing, in_order
    from zhen_align.align.sequences import align_collection
    from zhen_align.align.tokens import of_lines
    from zhen_align.align.tuned import from_json

    tuned = from_json(weights) if weights else None
    sides = [(of_lines(zh), of_lines(en)) for zh, en in pairs]
    found = align_collection(sides, weights=tuned, encoder=encoder, elsewhere=True)
    beads = [
        in_order(crossing([_bead(zh, en, step) for step in steps]))
        for (zh, en), steps in zip(pairs, found, strict=True)
    ]
    return [
        Alignment(zh, en, tuple(some), why="named by the user")
        for (zh, en), some in zip(pairs, beads, strict=True)
    ]


def _bead(zh: Document, en: Document, step: "Step") -> Bead:
    return Bead(
        _sentences(zh, Lang.ZH, step.zh, step.zh_count),
        _sentences(en, Lang.EN, step.en, step.en_count),
        step.chance,
    )


def _sentences(document: Document, lang: Lang, first: int, count: int) -> tuple[Sentence, ...]:
    numbers = range(first, first + count)
    return tuple(Sentence(document.blocks[n].span, lang, Unit.SENTENCE, n) for n in numbers)
