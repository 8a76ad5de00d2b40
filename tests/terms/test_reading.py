"""What one document says by itself, and that it survives being written down."""

import json

from zhen_align.engine.codec import decode, encode
from zhen_align.terms.extract import extract, found
from zhen_align.terms.reading import Reading, read
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span, Unit

PAIRS = [
    ("A heat pump (HP) warms the house.", "热泵（heat pump, HP）给房子供暖。"),
    ("The HP needs a buffer tank.", "热泵需要缓冲水箱。"),
    ("A buffer tank stores heat; GridPilot runs it.", "缓冲水箱储存热量，由GridPilot控制。"),
    ("GridPilot knows the buffer tank.", "GridPilot了解缓冲水箱。"),
]


def aligned(name: str) -> Alignment:
    """Return the pairs as a document each side."""
    sides, rows = [], []
    for column, lang in ((0, Lang.EN), (1, Lang.ZH)):
        at, row = 0, []
        for pair in PAIRS:
            row.append(Sentence(Span(at, at + len(pair[column])), lang, Unit.SENTENCE))
            at += len(pair[column]) + 1
        text = "\n".join(pair[column] for pair in PAIRS)
        sides.append(
            Document(f"{name}.{lang}", text, (Block(Span(0, len(text)), Kind.ITEM, lang),))
        )
        rows.append(row)
    beads = tuple(Bead((z,), (e,), 0.9) for e, z in zip(*rows, strict=True))
    return Alignment(sides[1], sides[0], beads)


def test_a_reading_survives_json() -> None:
    """The cache gives back what it was given, and extraction finds the same in it."""
    readings = [read(aligned("a")), read(aligned("b"))]
    kept = [decode(Reading, json.loads(json.dumps(encode(one)))) for one in readings]
    assert kept == readings
    assert found(kept) == extract([aligned("a"), aligned("b")])


def test_a_reading_is_the_documents_alone() -> None:
    """Beside another document it is the same; the collection is the sum."""
    assert read(aligned("a")) == read(aligned("a"))
    once, twice = found([read(aligned("a"))]), found([read(aligned("a")), read(aligned("b"))])
    assert {(c.en, c.zh): 2 * c.count for c in once} == {
        (c.en, c.zh): c.count for c in twice if (c.en, c.zh) in {(o.en, o.zh) for o in once}
    }
    assert ("heat pump", "HP", "热泵") in {(c.en, c.abbr, c.zh) for c in once}


def test_a_doubtful_bead_teaches_nothing() -> None:
    """Below the least score a bead is not read."""
    one = aligned("a")
    beads = tuple(Bead(b.zh, b.en, 0.1) for b in one.beads)
    assert read(Alignment(one.zh, one.en, beads)) == Reading(())
