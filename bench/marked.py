"""Surveys in two languages with their defects marked in place, and what a run finds of them.

A file of `marked/` says how its text is laid out and gives it pair by pair: a line of one language,
then a line of the other, `-` where there is none. `⟦kind weight|stretch⟧` marks a defect; all else
is clean. The text that is linted has no marks: `laid_out` writes it as a person would have it.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

FOLDER = Path(__file__).resolve().parent / "marked"
LANGS = ("en", "zh")
NUMBERS = frozenset({"number-mismatch", "unit-mismatch"})
TERMS = frozenset({"term-inconsistent", "term-collision", "term-missing", "term-forbidden"})
ABSENT = frozenset({"sentence-missing", "truncated", "citation-mismatch", *NUMBERS})
# what may tell a defect from the other side of its pair, besides standing on it
SUITS = {
    **dict.fromkeys(("magnitude", "percent", "digit", "year", "unit"), NUMBERS),
    **dict.fromkeys(("dropped", "clause"), ABSENT),
    "added": frozenset({"sentence-added", *NUMBERS}),
    "doubled": frozenset({"sentence-added"}),
    "citation": frozenset({"citation-mismatch"}),
    "label": frozenset({"citation-mismatch", *NUMBERS}),
    "name": frozenset({"name-damaged"}),
    "abbr": frozenset({"abbr-expansion", "abbr-conflict"}),
    "drift": TERMS,
    "term": TERMS,
    "untranslated": frozenset({"untranslated", "sentence-missing"}),
    "truncated": frozenset({"truncated", "sentence-missing"}),
    "moved": frozenset({"sentence-moved"}),
}
_MARK = re.compile(r"⟦(?P<kind>[\w-]+) (?P<weight>high|medium|low)\|(?P<text>[^⟧]*)⟧")
_LISTED = re.compile(r"- |\d+\. |\|")
_ALONE = re.compile(r"#|- |\d+\. |\||TABLE |表")

Place = tuple[str, int, int]  # path, start, end


@dataclass(eq=False)
class Defect:
    """A defect: its kind, its weight, the pair it stands in and where it is marked."""

    kind: str
    weight: str
    pair: int
    text: str
    places: list[Place] = field(default_factory=list)


@dataclass
class Survey:
    """A text as it is linted: its files, the places of its pairs and its defects."""

    name: str
    files: dict[str, str] = field(default_factory=dict)
    pairs: list[list[Place]] = field(default_factory=list)
    defects: list[Defect] = field(default_factory=list)

    def write(self, path: str, lang: int, pair: int, line: str, before: str) -> None:
        """Add `line`, without its marks, to a file, after `before`."""
        if line == "-":
            return
        text = self.files.get(path, "")
        text += before if text else ""
        start, at = len(text), 0
        for mark in _MARK.finditer(line):
            text += line[at : mark.start()] + mark["text"]
            self._mark(mark, pair, (path, len(text) - len(mark["text"]), len(text)))
            at = mark.end()
        text += line[at:]
        self.pairs[pair].append((path, start, len(text)))
        self.files[path] = text

    def _mark(self, mark: re.Match[str], pair: int, place: Place) -> None:
        # the same kind marked on both sides of a pair is one defect
        for known in self.defects:
            if (known.kind, known.pair) == (mark["kind"], pair):
                known.places.append(place)
                return
        self.defects.append(Defect(mark["kind"], mark["weight"], pair, mark["text"], [place]))


def laid_out(source: str) -> Survey:
    """Return the survey that the text of a marked file describes."""
    head, _, body = source.partition("\n\n")
    about = dict(line.split(": ", 1) for line in head.splitlines())
    layout, survey = about["layout"], Survey(about["name"])
    first, second = ("zh", "en") if "zh first" in layout else ("en", "zh")
    blocks: list[list[tuple[int, dict[str, str]]]] = []
    for paragraph in body.split("\n\n"):
        lines = [line for line in paragraph.splitlines() if line]
        if len(lines) % 2:
            raise ValueError(f"{survey.name}: a line without its partner in {lines[0]!r}")
        pairs = []
        for one, other in zip(lines[::2], lines[1::2], strict=True):
            pairs.append((len(survey.pairs), {first: one, second: other}))
            survey.pairs.append([])
        blocks.append(pairs)
    gap = "\n" if "tight" in layout else "\n\n"
    if layout.startswith("alternate"):
        for block in blocks:
            for run in _runs(block):
                for lang in (first, second):
                    _paragraph(survey, f"{survey.name}.txt", lang, run, gap)
    else:
        for lang in (first, second):
            halves = layout.startswith("halves")
            path = f"{survey.name}.md" if halves else f"{survey.name}.{lang}.md"
            for block in blocks:
                for at, part in enumerate(_runs(block)):
                    listed = at and _LISTED.match(part[0][1]["en"])
                    _paragraph(survey, path, lang, part, "\n" if listed else "\n\n")
    return survey


def _runs(
    block: list[tuple[int, dict[str, str]]],
) -> Iterator[list[tuple[int, dict[str, str]]]]:
    # headings, items and rows stand alone; the sentences between them are a paragraph
    run: list[tuple[int, dict[str, str]]] = []
    for pair in block:
        if _ALONE.match(pair[1]["en"]) or _ALONE.match(pair[1]["zh"]):
            if run:
                yield run
            yield [pair]
            run = []
        else:
            run.append(pair)
    if run:
        yield run


def _paragraph(
    survey: Survey, path: str, lang: str, run: list[tuple[int, dict[str, str]]], gap: str
) -> None:
    begun = False
    for pair, lines in run:
        between = " " if lang == "en" else ""
        survey.write(path, LANGS.index(lang), pair, lines[lang], between if begun else gap)
        begun |= lines[lang] != "-"


@dataclass
class Told:
    """What a run said of a survey: which findings tell of which defect, and those of none."""

    survey: Survey
    found: dict[Defect, list[dict[str, object]]]
    false: list[dict[str, object]]
    beside: list[dict[str, object]]

    @property
    def clean(self) -> int:
        """How many pairs have no defect."""
        return len(self.survey.pairs) - len({each.pair for each in self.survey.defects})


def told(survey: Survey, options: Sequence[str] = ()) -> Told:
    """Lint the survey as a user does and hold the findings against its defects."""
    with TemporaryDirectory() as folder:
        for path, text in survey.files.items():
            Path(folder, path).write_text(text + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "zhen_align", "lint", "--format", "json", "--quiet"]
        environment = {**os.environ, "PYTHONPATH": str(FOLDER.parents[1] / "src")}
        run = subprocess.run(
            [*command, "--exit-zero", *options, "."],
            cwd=folder, env=environment, capture_output=True, check=True,
        )  # fmt: skip
    found: dict[Defect, list[dict[str, object]]] = {each: [] for each in survey.defects}
    false: list[dict[str, object]] = []
    beside: list[dict[str, object]] = []
    spoilt = {each.pair for each in survey.defects}
    for finding in json.loads(run.stdout)["findings"]:
        place = _place(finding)
        hit = [each for each in survey.defects if _tells(finding, place, each)]
        for each in hit:
            found[each].append(finding)
        if not hit and finding["severity"] != "info":
            near = {
                number
                for number, places in enumerate(survey.pairs)
                if any(_overlap(place, each) for each in places)
            }
            (beside if near & spoilt else false).append(finding)
    return Told(survey, found, false, beside)


def _place(finding: dict[str, object]) -> Place:
    start, end = int(str(finding["start"])), int(str(finding["end"]))
    # what is missing has an empty place behind its neighbour
    return str(finding["path"]), start - (start == end), end


def _tells(finding: dict[str, object], place: Place, defect: Defect) -> bool:
    if any(_overlap(place, each) for each in defect.places):
        return True
    sides = [finding[lang] for lang in LANGS]
    beads = [(each["path"], each["start"], each["end"]) for each in sides if isinstance(each, dict)]
    return finding["rule"] in SUITS.get(defect.kind, ()) and any(
        _overlap(bead, each) for bead in beads for each in defect.places
    )


def _overlap(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]
