"""Where the rows of a glossary stand in aligned texts."""

from zhen_align.glossary.rows import Row, Status
from zhen_align.glossary.usage import shown, usage
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span, Unit

EN = "A heat pump is here.\nPumps hum.\nGridPilot runs the heat pumps."
ZH = "这里有热泵。\n水泵嗡嗡响。\nGridPilot控制热泵。"
ROWS = [
    Row("heat pump", "热泵", status=Status.PREFERRED),
    Row("pump", "热泵", status=Status.FORBIDDEN),
    Row("GridPilot", "GridPilot", status=Status.KEEP),
    Row("fan", "风扇", status=Status.PREFERRED),
]


def alignment() -> Alignment:
    """Return the lines of both texts, one by one."""
    sides = []
    for text, lang in ((ZH, Lang.ZH), (EN, Lang.EN)):
        starts, spans = [0], []
        for line in text.split("\n"):
            spans.append(Sentence(Span(starts[-1], starts[-1] + len(line)), lang, Unit.SENTENCE))
            starts.append(starts[-1] + len(line) + 1)
        block = Block(Span(0, len(text)), Kind.PARAGRAPH, lang)
        sides.append((Document(f"x.{lang}", text, (block,), tuple(starts[:-1])), spans))
    (zh, left), (en, right) = sides
    return Alignment(zh, en, tuple(Bead((z,), (e,), 0.9) for z, e in zip(left, right, strict=True)))


def test_counts_and_examples() -> None:
    """Both forms in one bead; the longest term stands for its words; names count in Latin."""
    counts, examples = usage(ROWS, [alignment()], 1)
    assert counts == {0: 2, 2: 1}
    assert list(shown(examples[0])) == ["这里有热泵。\nA heat pump is here.\n(x.zh|x.en:1)"]
    assert examples[2][0].line == 3
    assert usage(ROWS, [alignment()], 0)[1] == {}
