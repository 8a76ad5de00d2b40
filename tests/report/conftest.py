"""A small greenhouse in two languages, and what becomes of texts on their way to a report."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest

from zhen_align import pipeline
from zhen_align.config import Config
from zhen_align.engine.session import Session
from zhen_align.glossary.rows import Row, Status
from zhen_align.report import page
from zhen_align.report.gather import overview
from zhen_align.report.overview import Overview
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span, Unit

# a number that went wrong, two names for the seedling, a sentence that nobody translated,
# one that nobody wrote, two that changed places, and one that fits badly
GREENHOUSE = (
    ("一间小温室", "A small greenhouse"),
    ("温室的3个架子上放着60株幼苗。", "The greenhouse holds 40 seedlings on 3 shelves."),
    ("每株幼苗每天浇水两次。", "Each seedling is watered twice a day."),
    ("传感器测量秧苗附近的温度。", "A sensor measures the temperature near the seedling."),
    ("", "The data are stored on a small server."),
    ("欢迎大家来参观。", ""),
    ("温度高时，窗户会打开。", "When the temperature is high, the windows open.", {"at": 9}),
    ("夜里灯会熄灭。", "At night the lamps go out."),
    ("也许如此。", "The roof is made of glass.", {"score": 0.31}),
)

ROWS = (
    Row("seedling", "幼苗", status=Status.PREFERRED),
    Row("seedling", "秧苗", status=Status.DEPRECATED),
    Row("temperature", "温度", status=Status.PREFERRED),
    Row("greenhouse", "温室", status=Status.ADMITTED),
    Row("Random Access Memory", "随机存取存储器", abbr="RAM", status=Status.PREFERRED),
)

Line = tuple[str, str] | tuple[str, str, dict[str, float]]
Align = Callable[..., Alignment]
See = Callable[..., Overview]


def _side(lang: Lang, path: str, lines: Sequence[str]) -> tuple[Document, list[Sentence]]:
    """Return a document of one block a line, and its sentences."""
    text, blocks, sentences = "", [], []
    for line in lines:
        span = Span(len(text), len(text) + len(line))
        blocks.append(Block(span, Kind.PARAGRAPH, lang))
        sentences.append(Sentence(span, lang, Unit.SENTENCE, len(blocks) - 1))
        text += line + "\n"
    return Document(path, text, tuple(blocks)), sentences


@pytest.fixture(scope="session")
def align() -> Align:
    """Return what makes a bead of each pair of lines, (zh, en) with its `score`.

    Where `at` is given, the English stands there among its lines, and the bead is moved.
    """

    def make(*lines: Line, name: str = "x") -> Alignment:
        given = [(line[0], line[1], line[2] if len(line) == 3 else {}) for line in lines]
        order = sorted(range(len(given)), key=lambda n: (given[n][2].get("at", n), n))
        zh, zh_sentences = _side(Lang.ZH, f"{name}.zh.md", [line[0] for line in given])
        en, en_sentences = _side(Lang.EN, f"{name}.en.md", [given[n][1] for n in order])
        beads = tuple(
            Bead(
                (zh_sentences[n],) if line[0] else (),
                (en_sentences[order.index(n)],) if line[1] else (),
                line[2].get("score", 0.97),
                moved="at" in line[2],
            )
            for n, line in enumerate(given)
        )
        return Alignment(zh, en, beads, why="by name")

    return make


@pytest.fixture(scope="session")
def see() -> See:
    """Return what makes a report of alignments, some glossary rows and options."""

    def look(*alignments: Alignment, rows: Sequence[Row] = ROWS, **options: object) -> Overview:
        session = Session(alignments)
        report = pipeline.linted(session.paired, session.unpaired, rows, Config())
        return overview(session, report, rows, **options)  # type: ignore[arg-type]

    return look


@pytest.fixture(scope="session")
def greenhouse(align: Align, see: See) -> Overview:
    """Return the report of the greenhouse."""
    return see(align(*GREENHOUSE, name="garden/greenhouse"))


@dataclass
class Node:
    """An element of a page: its tag, attributes, children and text."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return all the text inside."""
        return "".join(each if isinstance(each, str) else each.text for each in self.children)

    @property
    def classes(self) -> set[str]:
        """Return the classes."""
        return set(self.attributes.get("class", "").split())

    def all(self, tag: str = "", of: str = "") -> list["Node"]:
        """Return the elements inside with a tag and a class, in order."""
        found = []
        for each in self.children:
            if isinstance(each, Node):
                if (not tag or each.tag == tag) and (not of or of in each.classes):
                    found.append(each)
                found += each.all(tag, of)
        return found

    def named(self, name: str) -> "Node":
        """Return the one element with an id."""
        found = [each for each in self.all() if each.attributes.get("id") == name]
        assert len(found) == 1, f"{len(found)} elements are called {name}"
        return found[0]


_VOID = {"meta", "input", "wbr", "br", "link"}


class _Builder(HTMLParser):
    """Builds a tree, and complains of what is not closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("#document")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice: {attrs}"
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


@pytest.fixture(scope="session")
def read_page() -> Callable[[Overview], Node]:
    """Return what renders a report as a page and reads the page back as a tree."""

    def read(report: Overview) -> Node:
        builder = _Builder()
        builder.feed("".join(page.render(report)))
        builder.close()
        assert len(builder.open) == 1, f"left open: {[each.tag for each in builder.open]}"
        return builder.open[0]

    return read
