"""The corpus holds every layout that the program promises to read, three times or more.

What a layout is, is derived from the gold's blocks and links and from the files themselves; the
`layouts` that a gold file names, written by reading, have to say the same. Nothing here runs the
program. `python tests/test_gold_layouts.py` prints the places.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
NAMES = sorted(path.stem for path in (ROOT / "tests" / "gold").glob("*.json"))
FEWEST = 3
# one document each: tests/read holds every encoding and line end on strings of its own
ONE_IS_ENOUGH = frozenset(
    {"GB18030", "CRLF", "Traditional", "zh original", "two accounts", "keywords 、"}
)
PROSE = frozenset({"title", "heading", "paragraph", "item", "caption"})
OPAQUE = {
    "code": r"(?<![`}A-Za-z])`[^`\n]+`(?!`)",
    "formula": r"\$[A-Za-z\\-][^$\n]*\$|\$\$\n[^$]+\$\$",
    "role": r"\{[\w:]+\}`[^`\n]+`|:[\w:]+:`[^`\n]+`",
    "address": r"https?://[^\s)>]+|[\w.]+@[\w.-]+\.\w+",
    "link": r"\[[^\]\n]+\]\([^)\s]+\)",
    "placeholder": r"\{\{ ?\w+ ?\}\}|(?<![A-Za-z_}\\^{])\{[a-z]+\}(?![`{}])|`\[[A-Z]+\]`",
    "tag": r"<[a-z]+>(?=[^<\n]*</)",
}
SEPARATORS = "/;；,，、"
# letters that a Simplified text does not have
TRADITIONAL = frozenset("個們這為與來說時對過將還學國應會開關點")


@dataclass(frozen=True)
class Linked:
    """Lines that translate each other, of one kind; in a pair, lines of either file."""

    kind: str
    en: tuple[int, ...]
    zh: tuple[int, ...]


@dataclass(frozen=True)
class Texts:
    """One document's gold beside its files, decoded, by path."""

    entry: dict[str, Any]
    files: dict[str, str]

    @property
    def alone(self) -> str:
        """Return the path of a document that is one file, or nothing."""
        return "" if len(self.files) > 1 else next(iter(self.files))

    def linked(self, kinds: Iterable[str]) -> list[Linked]:
        """Return the links of one file whose lines are of these kinds, in the text's order."""
        kind_of = {b["line"]: b["kind"] for b in self.entry["blocks"]} if self.alone else {}
        found = [
            Linked(kind_of[link["en"][0]], tuple(link["en"]), tuple(link["zh"]))
            for link in self.entry["links"]
            if self.alone and kind_of[link["en"][0]] in set(kinds)
        ]
        return sorted(found, key=lambda link: min(link.en + link.zh))

    def place(self, line: int) -> str:
        """Return a line of the only file, to be shown."""
        return f"{self.alone}:{line}"


def read(name: str) -> Texts:
    """Return one document's gold and files."""
    entry = json.loads((ROOT / "tests" / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    pairs = zip(entry["document"], entry["encoding"], strict=True)
    return Texts(entry, {path: (ROOT / path).read_bytes().decode(code) for path, code in pairs})


def runs(texts: Texts) -> Iterator[tuple[str, int, int]]:
    """Give each pair of runs, one language and then the other: order, first line, links shared.

    Quotes and comments are layouts of their own, and so are lines that hold both languages.
    """
    hidden = commented(texts) | quoted(texts)
    sides = [
        (line, lang, number)
        for number, link in enumerate(texts.linked(PROSE))
        if not set(link.en) & set(link.zh) and not hidden & set(link.en)
        for lang, lines in (("en", link.en), ("zh", link.zh))
        for line in lines
    ]
    grouped = [list(group) for _, group in groupby(sorted(sides), key=lambda side: side[1])]
    for before, after in pairwise(grouped):
        shared = {number for _, _, number in before} & {number for _, _, number in after}
        if shared:
            order = "en-zh" if before[0][1] == "en" else "zh-en"
            yield order, min(line for line, _, n in before if n in shared), len(shared)


def commented(texts: Texts) -> set[int]:
    """Return the lines of the only file that lie in HTML comments."""
    text = texts.files.get(texts.alone, "")
    return {
        line
        for comment in re.finditer(r"<!--.*?-->", text, re.DOTALL)
        for line in range(
            text.count("\n", 0, comment.start()) + 1, text.count("\n", 0, comment.end()) + 2
        )
    }


def quoted(texts: Texts) -> set[int]:
    """Return the lines of the only file that are quotes."""
    lines = texts.files.get(texts.alone, "").split("\n")
    return {number for number, line in enumerate(lines, 1) if line.startswith(">")}


def stretches(lines: Iterable[int]) -> list[int]:
    """Return where each stretch starts, a gap of one line (a table's rule) allowed.

    >>> stretches([3, 5, 6, 9])
    [3, 9]
    """
    ordered = sorted(set(lines))
    return [now for before, now in pairwise([-9, *ordered]) if now - before > 2]


def in_order(texts: Texts) -> Iterator[tuple[str, str]]:
    """Interleaved: three pairs or more one after the other. Blocks: two paragraphs or more."""
    for (order, single), group in groupby(runs(texts), key=lambda run: (run[0], run[2] == 1)):
        places = [texts.place(line) for _, line, _ in group]
        if not single:
            yield from ((f"blocks {order}", place) for place in places)
        elif len(places) >= 3:
            yield f"interleaved {order}", places[0]


def in_frames(texts: Texts) -> Iterator[tuple[str, str]]:
    """Quotes in both languages; English in comments above Chinese that is in none."""
    inside, quotes = commented(texts), quoted(texts)
    links = texts.linked(PROSE)
    for link in links:
        if link.kind == "paragraph" and {*link.en, *link.zh} <= quotes:
            yield "quoted", texts.place(min(link.en + link.zh))
    hidden = [ln for ln in links if set(ln.en) <= inside and not set(ln.zh) & inside]
    if hidden and all(max(link.en) < min(link.zh) for link in hidden):
        yield "comments", texts.alone


def on_pages(texts: Texts) -> Iterator[tuple[str, str]]:
    """A page: abstracts in both languages among eight lines or more that say nothing."""
    kinds = [b["kind"] for b in texts.entry["blocks"]]
    lines = texts.files.get(texts.alone, "").split("\n")
    around = kinds.count("navigation") + kinds.count("metadata")
    if {"Abstract", "摘要"} <= set(lines) and "navigation" in kinds and around >= 8:
        yield "journal page", texts.alone


def in_lines(texts: Texts) -> Iterator[tuple[str, str]]:
    """Titles that hold both languages, or stand one above the other; keyword lists; tables."""
    for link in texts.linked({"title", "heading"}):
        if link.en == link.zh:
            yield "bilingual titles", texts.place(link.en[0])
        elif link.kind == "title":
            yield "title pair", texts.place(min(link.en + link.zh))
    for path, text in texts.files.items():
        lines = text.splitlines()
        for block in texts.entry["blocks"]:
            if block["kind"] == "keywords" and block["path"] == path:
                mark = max(SEPARATORS, key=lines[block["line"] - 1].strip("<!->").count)
                yield f"keywords {mark}", f"{path}:{block['line']}"
    rows = texts.linked({"row"})
    apart = stretches(line for link in rows if link.en != link.zh for line in link.en)
    both = stretches(line for link in rows if link.en == link.zh for line in link.en)
    yield from (("tables by rows", texts.place(line)) for line in apart)
    yield from (("bilingual cells", texts.place(line)) for line in both)


def in_files(texts: Texts) -> Iterator[tuple[str, str]]:
    """What a whole file is: one of a pair, with front matter, in some encoding or script."""
    whole = " ".join(texts.files)
    if not texts.alone:
        yield ("two accounts" if "graded" in texts.entry else "file pair"), whole
    if texts.entry["target"] == "en":
        yield "zh original", whole
    for (path, text), encoding in zip(texts.files.items(), texts.entry["encoding"], strict=True):
        if re.match(r"---\n(?:.+\n)+---\n", text):
            yield "front matter", path
        if encoding.lower() == "gb18030" and _not_utf8(path):
            yield "GB18030", path
        if "\r\n" in text:
            yield "CRLF", path
        if len(TRADITIONAL & set(text)) >= 8:
            yield "Traditional", path


def within_lines(texts: Texts) -> Iterator[tuple[str, str]]:
    """Spans that are no words, in the Chinese alone, so that a span and its copy count once."""
    path, text = next(iter(texts.files.items()))
    lines = {b["line"]: b for b in texts.entry["blocks"] if b["path"] == path}
    for name, pattern in OPAQUE.items():
        for span in re.finditer(pattern, text):
            number = text.count("\n", 0, span.start()) + 1
            if lines[number]["kind"] != "metadata" and lines[number]["lang"] != "en":
                yield f"opaque {name}", f"{path}:{number}"


FINDERS: tuple[Callable[[Texts], Iterator[tuple[str, str]]], ...] = (
    *(in_order, in_frames, on_pages, in_lines, in_files, within_lines),
)
LAYOUTS = frozenset(
    {
        *("interleaved en-zh", "interleaved zh-en", "blocks en-zh", "blocks zh-en"),
        *("quoted", "comments", "journal page", "bilingual titles", "title pair"),
        *("keywords /", "keywords ;", "keywords ；", "keywords ,", "keywords ，"),
        *("tables by rows", "bilingual cells", "file pair", "front matter"),
        *(f"opaque {name}" for name in OPAQUE),
        *ONE_IS_ENOUGH,
    }
)


def found(texts: Texts) -> dict[str, list[str]]:
    """Return every place of every layout of one document."""
    places = defaultdict(list)
    for finder in FINDERS:
        for layout, place in finder(texts):
            places[layout].append(place)
    return places


@pytest.mark.parametrize("name", NAMES)
def test_the_layouts_a_reader_names_are_those_of_the_text(name: str) -> None:
    """What was written by reading and what blocks, links and files show is the same."""
    texts = read(name)
    assert texts.entry["layouts"] == sorted(texts.entry["layouts"])
    assert set(texts.entry["layouts"]) == set(found(texts))


def test_every_layout_occurs_three_times() -> None:
    """A layout seen once is learned by heart; encodings and scripts need one document each."""
    counts = {layout: len(places) for layout, places in everywhere().items()}
    assert counts.keys() <= LAYOUTS
    fewest = {layout: 1 if layout in ONE_IS_ENOUGH else FEWEST for layout in LAYOUTS}
    assert {
        layout: counts.get(layout, 0)
        for layout in LAYOUTS
        if counts.get(layout, 0) < fewest[layout]
    } == {}


def everywhere() -> dict[str, list[str]]:
    """Return every place of every layout, over all gold."""
    places: dict[str, list[str]] = defaultdict(list)
    for name in NAMES:
        for layout, there in found(read(name)).items():
            places[layout] += there
    return places


def _not_utf8(path: str) -> bool:
    """Say whether a file's bytes are no UTF-8, whatever its gold calls them."""
    try:
        (ROOT / path).read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


if __name__ == "__main__":
    for layout, there in sorted(everywhere().items()):
        documents = {place.split(" ")[0].partition(":")[0] for place in there}
        print(f"{layout:20} {len(there):3} places in {len(documents):2}: {' '.join(there)[:150]}")
