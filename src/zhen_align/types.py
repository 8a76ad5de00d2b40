"""What flows through the pipeline: frozen values that point back into the author's text.

Offsets are code points into the decoded text of a file as it is on disk, line ends
included. Nothing here opens a file or imports anything outside the standard library.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum


class Lang(StrEnum):
    """The language of a stretch of text; NONE for what has none (an address, a rule)."""

    ZH = "zh"
    EN = "en"
    MIXED = "mixed"
    NONE = "-"


class Kind(StrEnum):
    """What a block is; METADATA, NAVIGATION and OPAQUE take no part in alignment."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CAPTION = "caption"
    ROW = "row"
    KEYWORDS = "keywords"
    METADATA = "metadata"
    NAVIGATION = "navigation"
    OPAQUE = "opaque"


class Unit(StrEnum):
    """What a bead joins."""

    SENTENCE = "sentence"
    HEADING = "heading"
    TITLE = "title"
    KEYWORD = "keyword"
    CAPTION = "caption"
    CELL = "cell"
    ITEM = "item"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The half-open slice [start, end) of one document's original text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward, got {self.start}:{self.end}")

    def of(self, text: str) -> str:
        """Return the author's own characters.

        >>> Span(2, 5).of("自注意力机制")
        '意力机'
        """
        return text[self.start : self.end]

    def meets(self, other: "Span") -> bool:
        """Whether two spans have a character in common.

        >>> Span(0, 3).meets(Span(2, 5)), Span(0, 3).meets(Span(3, 5))
        (True, False)
        """
        return self.start < other.end and other.start < self.end

    def shifted(self, *, by: int) -> "Span":
        """Return the same characters' place in a text that starts `by` earlier."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, table row … without its marks.

    `opaque` are the stretches inside that are no language: code, formulas, addresses,
    tags. `group` numbers the stretch of neighbouring lines the block stands in (lines
    with nothing but line ends between them share it). `comment` is set for text kept
    in a comment of the markup, `address` where the format names its parts (a unit, a row).
    """

    span: Span
    kind: Kind
    lang: Lang
    opaque: tuple[Span, ...] = ()
    cells: tuple[Span, ...] = ()
    level: int = 0
    group: int = 0
    comment: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class Meta:
    """What a document says about itself."""

    title: str = ""
    arxiv: str = ""
    doi: str = ""
    date: str = ""
    authors: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text and its blocks in file order; the blocks do not overlap.

    `told`: its format names languages and partners, by the addresses of the blocks.
    """

    path: str
    text: str
    blocks: tuple[Block, ...]
    lines: tuple[int, ...] = (0,)
    meta: Meta = field(default_factory=Meta)
    format: str = "text"
    encoding: str = "utf-8"
    told: bool = False

    def block_at(self, place: int) -> int:
        """Return the number of the last block that begins at or before a place; -1 for none."""
        return bisect_right(self.blocks, place, key=lambda block: block.span.start) - 1


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """The smallest thing that is aligned: its place, its language, what it is."""

    span: Span
    lang: Lang
    unit: Unit
    block: int = 0


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that translate each other; one side may be empty."""

    zh: tuple[Sentence, ...]
    en: tuple[Sentence, ...]
    score: float
    unit: Unit = Unit.SENTENCE
    moved: bool = False

    @property
    def kind(self) -> str:
        """Return the Chinese and English counts, `1-2`."""
        return f"{len(self.zh)}-{len(self.en)}"


@dataclass(frozen=True, slots=True)
class Link:
    """Blocks that translate each other, by their numbers, and why we think so."""

    zh: tuple[int, ...]
    en: tuple[int, ...]
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """A pair of texts (one document twice where one file holds both) and its beads."""

    zh: Document
    en: Document
    beads: tuple[Bead, ...]
    links: tuple[Link, ...] = ()
    why: str = ""

    @property
    def name(self) -> str:
        """Return the pair's name in every output: `path`, or `zh-path|en-path`."""
        return self.zh.path if self.zh.path == self.en.path else f"{self.zh.path}|{self.en.path}"
