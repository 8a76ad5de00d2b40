"""Aligned pairs in `zhen-align lookup`: contexts, the concordance, and what it says when old."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhen_align.text.width import width

if TYPE_CHECKING:
    from tests.cli.conftest import Zhen

# soil moisture with its usual rendering, and with one that is warned against
ROWS = (
    "en\tabbr\tzh\tstatus\n"
    "soil moisture\tSM\t土壤湿度\tpreferred\n"
    "path planner\t\t路径规划器\tdeprecated\n"
)


@pytest.fixture
def built(garden: Path, zhen: "Zhen") -> Path:
    """Return a project whose pairs are indexed."""
    (garden / "glossary").mkdir()
    (garden / "glossary" / "glossary.tsv").write_text(ROWS, encoding="utf-8")
    assert zhen("build").code == 0
    return garden


def test_context_shows_both_sides(built: Path, zhen: "Zhen") -> None:
    """With their places, and what stands for what set off."""
    ran = zhen("lookup", "soil moisture", "--context", "1")
    assert (ran.code, ran.err) == (0, "")
    assert "corpus/garden.md:9   [Soil moisture] ([SM]) is measured" in ran.out
    assert "corpus/garden.md:11  每次照看之前，用探针测量[土壤湿度]" in ran.out


def test_contexts_in_every_format(built: Path, zhen: "Zhen") -> None:
    """As columns for scripts, where there are any, and as a list for pages."""
    asked = ("lookup", "soil moisture", "path planner", "--context", "1", "--format")
    head, moist, path = zhen(*asked, "tsv").out.splitlines()
    assert head.split("\t")[6:] == ["note", "zh_place", "zh_text", "en_place", "en_text"]
    assert moist.split("\t")[7] == "corpus/garden.md:11"
    assert "土壤湿度" in moist.split("\t")[8]
    assert len(path.split("\t")) == 11
    assert "- **Soil moisture** (**SM**) is measured" in zhen(*asked, "markdown").out
    assert zhen("lookup", "SM", "--format", "tsv").out.startswith(
        "query\ten\tabbr\tzh\tstatus\thow\tnote\n"
    )


def test_contexts_in_json_point_into_the_files(built: Path, zhen: "Zhen") -> None:
    """Each place is exactly what it says."""
    ran = zhen("lookup", "SM", "--context", "9", "--format", "json")
    text = (built / "corpus" / "garden.md").read_text(encoding="utf-8")
    (answer,) = json.loads(ran.out)
    contexts = answer["matches"][0]["contexts"]
    assert len(contexts) == 3
    for each in contexts:
        found = [*each["found"]["zh"], *each["found"]["en"]]
        assert {place["text"].lower() for place in found} <= {"soil moisture", "sm", "土壤湿度"}
        for place in (*each["zh"], *each["en"], *found):
            assert text[place["start"] : place["end"]] == place["text"]


def test_a_concordance_lines_up(built: Path, zhen: "Zhen") -> None:
    """The keyword begins in the same column, whatever is left of it."""
    ran = zhen("lookup", "--concordance", "土壤湿度", "--side", "zh")
    lines = [line for line in ran.out.splitlines() if "土壤湿度" in line][1:]
    assert len(lines) == 3
    assert len({width(line[: line.index("土壤湿度")]) for line in lines}) == 1
    assert all(width(line) <= 100 for line in ran.out.splitlines())


# a query, the lines of the pairs on its side
FOUND = [
    ("水", [3, 7, 15, 23], "a single character"),  # water
    ("湿度", [11, 15, 23], "two characters"),  # humidity
    ("濕度", [11, 15, 23], "the same in Traditional"),
    ("plants", [5], "a word in the plural"),
    ("plant", [5, 17], "and in the singular"),
    ("lann", [17, 21], "a part of words where there is no such word"),
    ("SM", [9], "an abbreviation"),
    ("40 plants", [5], "words in a row"),
    ("40株", [7], "both scripts"),
    ("，", [7, 11, 15], "a mark, which is no token"),
]


@pytest.mark.parametrize(("query", "lines", "gloss"), FOUND, ids=[gloss for *_, gloss in FOUND])
def test_a_string_is_found(
    query: str, lines: list[int], gloss: str, built: Path, zhen: "Zhen"
) -> None:
    """Down to one character, in file order."""
    ran = zhen("lookup", "--concordance", query, "--format", "json")
    (answer,) = json.loads(ran.out)
    found = [hit[hit["side"]][0]["line"] for hit in answer["hits"]]
    assert set(lines) <= set(found)
    assert found == sorted(found)
    for hit in answer["hits"]:
        assert hit["found"][hit["side"]]


def test_filters(built: Path, zhen: "Zhen") -> None:
    """By side, by path, by the status of the rendering; none left is exit 1."""
    assert zhen("lookup", "--concordance", "soil moisture", "--status", "preferred").code == 0
    assert zhen("lookup", "--concordance", "soil moisture", "--status", "forbidden").code == 1
    ran = zhen("lookup", "--concordance", "path planner", "--status", "deprecated")
    assert ran.out.count("路径规划器") == 2
    assert zhen("lookup", "--concordance", "SM", "--side", "zh").code == 0
    assert zhen("lookup", "--concordance", "plant", "--side", "zh").code == 1
    for path in ("corpus/", "corpus/*.md", "./corpus/garden.md", ".", str(built / "corpus")):
        assert zhen("lookup", "--concordance", "plant", "--path", path).code == 0


def test_paths_start_here_or_at_the_project(built: Path, zhen: "Zhen") -> None:
    """As a shell completes them, or as the outputs name them; one without texts is an error."""
    (built / "zhen-align.toml").write_text("", "utf-8")
    notes = built / "notes"
    notes.mkdir()
    for path in ("../corpus", "../corpus/garden.md", "corpus", ".."):
        assert zhen("lookup", "--concordance", "plant", "--path", path, cwd=notes).code == 0
    for path in (".", "nowhere"):
        ran = zhen("lookup", "--concordance", "plant", "--path", path, cwd=notes)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == (
            f"error: {path}: no text of the last build is there; name a file, folder or glob "
            "of these texts, or run zhen-align build again\n"
        )


def test_a_limit_says_that_there_is_more(built: Path, zhen: "Zhen") -> None:
    """And 0 is none."""
    ran = zhen("lookup", "--concordance", "the", "--limit", "1")
    assert "the first 1; --limit 0 shows all" in ran.out
    assert "--limit" not in zhen("lookup", "--concordance", "the", "--limit", "0").out


def test_without_pairs(garden: Path, zhen: "Zhen") -> None:
    """What to do is said."""
    ran = zhen("lookup", "--concordance", "soil")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: no aligned pairs are indexed here; run zhen-align build first\n"


def test_a_changed_text_is_named(built: Path, zhen: "Zhen") -> None:
    """Its lines may have moved; the next build knows the new ones."""
    path = built / "corpus" / "garden.md"
    path.write_text("\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    ran = zhen("lookup", "--concordance", "12 litres")
    assert "note: corpus/garden.md: changed since the last build" in ran.err
    zhen("build")
    ran = zhen("lookup", "--concordance", "12 litres")
    assert (ran.err, "garden.md:7 " in ran.out) == ("", True)


def test_a_text_that_is_gone_is_forgotten(built: Path, zhen: "Zhen") -> None:
    """Also where only another text is built."""
    (built / "corpus" / "other.md").write_text("A zebra sleeps.\n\n一匹斑马睡着了。\n", "utf-8")
    zhen("build", "corpus/other.md")
    assert zhen("lookup", "--concordance", "zebra").code == 0
    assert zhen("lookup", "--concordance", "12 litres").code == 0
    (built / "corpus" / "other.md").unlink()
    zhen("build", "corpus/garden.md")
    assert zhen("lookup", "--concordance", "zebra").code == 1


def test_a_damaged_index_of_pairs(built: Path, zhen: "Zhen") -> None:
    """Look-up says so, and build makes it anew and says that too."""
    index = built / ".zhen" / "lookup" / "pairs.sqlite"
    index.write_bytes(index.read_bytes()[:-100])
    ran = zhen("lookup", "--concordance", "soil")
    assert ran.code == 2
    assert "damaged" in ran.err
    assert "damaged" in zhen("build").err
    assert zhen("lookup", "--concordance", "soil").code == 0


def test_damage_behind_an_unchanged_time(built: Path, zhen: "Zhen") -> None:
    """A disk that rots touches no times: what cannot be read is named, and is no crash."""
    index = built / ".zhen" / "lookup" / "pairs.sqlite"
    status, data = index.stat(), bytearray(index.read_bytes())
    moisture = "土壤湿度".encode()  # soil moisture
    assert moisture in data
    index.write_bytes(bytes(data).replace(moisture, b"\xf0" * len(moisture)))
    os.utime(index, ns=(status.st_atime_ns, status.st_mtime_ns))
    ran = zhen("lookup", "--concordance", "soil")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: .zhen/lookup: the index of aligned pairs is damaged (")


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("soil moisture", "--context", "99999999999999999999"), 0),
        (("--concordance", "soil", "--limit", "99999999999999999999"), 0),
        (("--concordance", "soil", "--path", ""), 2),
        (("\udcff",), 2),  # bytes that the terminal's encoding does not have
    ],
)
def test_odd_questions(asked: tuple[str, ...], code: int, built: Path, zhen: "Zhen") -> None:
    """They are answered, or refused in a line."""
    ran = zhen("lookup", *asked)
    assert ran.code == code, ran.err
    assert ran.err.startswith("error: ") or code == 0
