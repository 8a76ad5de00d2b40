"""`zhen-align export` and `import` from their arguments to their exit codes."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Zhen


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_out_and_in_again(name: str, garden: Path, zhen: "Zhen") -> None:
    """What nobody edited changes nothing; what somebody judged is taken in."""
    zhen("build")
    glossary = garden / "glossary" / "glossary.tsv"
    before = glossary.read_bytes()
    ran = zhen("export", name, "--contexts", "2", "-o", f"out.{name}")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert zhen("import", f"out.{name}").out == "glossary/glossary.tsv: 0 rows added, 0 changed\n"
    assert glossary.read_bytes() == before


def test_decisions_come_back(garden: Path, zhen: "Zhen") -> None:
    """A dry run prints the rows and writes nothing; the run does it; build keeps it."""
    zhen("build")
    glossary = garden / "glossary" / "glossary.tsv"
    before = glossary.read_text("utf-8")
    text = zhen("export", "csv").out
    line = next(line for line in text.splitlines() if line.startswith("soil moisture,SM,"))
    edited = line.replace("candidate", "preferred")
    (garden / "mine.csv").write_text(text.replace(line, edited), "utf-8")
    ran = zhen("import", "mine.csv", "--dry-run")
    shown = [line.split("\t")[:4] for line in ran.out.splitlines()]
    assert shown == [
        ["- soil moisture", "SM", "土壤湿度", "candidate"],
        ["+ soil moisture", "SM", "土壤湿度", "preferred"],
    ]
    assert glossary.read_text("utf-8") == before
    assert zhen("import", "mine.csv").out.endswith("0 rows added, 1 changed\n")
    assert "土壤湿度\tpreferred" in glossary.read_text("utf-8")
    ran = zhen("build")
    assert "1 by people; up to date" in ran.out
    assert "  preferred  1 row, 1 of them in 3 aligned pairs\n" in ran.out


@pytest.mark.parametrize("name", ["tmx", "po", "deepl", "google"])
def test_an_abbreviation_comes_back_as_what_it_is(name: str, garden: Path, zhen: "Zhen") -> None:
    """Formats without a place for it give it as a form of its own; it is no new term."""
    (garden / "glossary").mkdir()
    row = "soil moisture\tSM\t土壤湿度\tpreferred\n"
    glossary = garden / "glossary" / "glossary.tsv"
    glossary.write_text("en\tabbr\tzh\tstatus\n" + row, "utf-8")
    zhen("export", name, "-q", "-o", "list")
    assert "SM" in (garden / "list").read_text("utf-8")
    style = name if name in {"tmx", "po"} else "pairs"
    ran = zhen("import", "list", "--format", style)
    assert (ran.code, ran.out) == (0, "glossary/glossary.tsv: 0 rows added, 0 changed\n")


@pytest.mark.parametrize("name", ["tmx", "po", "google"])
def test_a_status_for_all_makes_no_terms_of_abbreviations(
    name: str, garden: Path, zhen: "Zhen"
) -> None:
    """Neither beside the term they belong to, nor a second time; the pair itself gets it."""
    (garden / "glossary").mkdir()
    glossary = garden / "glossary" / "glossary.tsv"
    head = "en\tabbr\tzh\tstatus\n"
    glossary.write_text(f"{head}soil moisture\tSM\t土壤湿度\tadmitted\n", "utf-8")
    zhen("export", name, "-q", "-o", "list")
    assert "SM" in (garden / "list").read_text("utf-8")
    style = name if name in {"tmx", "po"} else "pairs"
    ran = zhen("import", "list", "--format", style, "--status", "preferred")
    assert ran.out == "glossary/glossary.tsv: 0 rows added, 1 changed\n"
    (row,) = glossary.read_text("utf-8").splitlines()[1:]
    assert row.split("\t")[:4] == ["soil moisture", "SM", "土壤湿度", "preferred"]


def test_a_list_without_a_header_is_told_how(garden: Path, zhen: "Zhen") -> None:
    """The format that takes such lists is named; of tabs nothing is said about commas."""
    (garden / "list.csv").write_text("probe,探针\n", "utf-8")
    ran = zhen("import", "list.csv")
    assert ran.err == (
        "error: list.csv:1: the header has no column `en`; name the columns in the first line "
        "(en, abbr, zh, status …); a list of two columns without a header needs --format pairs\n"
    )
    assert "1 row added" in zhen("import", "list.csv", "--format", "pairs").out


def test_a_copy_from_standard_input(garden: Path, zhen: "Zhen") -> None:
    """Its format has to be named, and no suffix says another."""
    copy = "en,zh,status\nprobe,探针,preferred\n".encode()
    ran = zhen("import", "-", "--format", "csv", stdin=copy)
    assert (ran.code, ran.out) == (0, "glossary/glossary.tsv: 1 row added, 0 changed\n")
    unit = '<tu><tuv xml:lang="{}"><seg>{}</seg></tuv><tuv xml:lang="zh"><seg>{}</seg></tuv></tu>'
    memory = f"<tmx><body>{unit.format('en', 'hose', '软管')}</body></tmx>".encode()
    ran = zhen("import", "-", "--format", "tmx", "--dry-run", stdin=memory)
    assert (ran.code, ran.out) == (0, "+ hose\t\t软管\tcandidate\n")
    assert zhen("import", "-", stdin=copy).err == (
        "error: -: which format this is its name does not say; add --format csv\n"
    )


def test_contexts_show_both_sides(garden: Path, zhen: "Zhen") -> None:
    """And where they stand."""
    zhen("build")
    out = zhen("export", "csv", "--contexts", "1").out
    assert "context 1" in out.splitlines()[0]
    assert "(corpus/garden.md:11)" in out


WRONG = [
    (["export", "docx"], "error: export does not know 'docx'"),
    (["export", "xlsx"], "error: -: a workbook is no text"),
    (["export", "jieba", "--contexts", "1"], "error: jieba has no room"),
    (["export", "csv", "corpus"], "error: texts are read for --contexts only"),
    (["import", "glossary/glossary.md"], "error: glossary/glossary.md: which format"),
    (["import", "nothing.csv"], "error: nothing.csv: cannot be read"),
    (["import", "corpus/garden.md", "--format", "xlsx"], "error: corpus/garden.md: is no workbook"),
    (
        ["import", "corpus/garden.md", "--format", "csv"],
        "error: corpus/garden.md:1: the header has no column `en`",
    ),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG, ids=[" ".join(a) for a, _ in WRONG])
def test_wrong_usage(arguments: list[str], message: str, garden: Path, zhen: "Zhen") -> None:
    """One line, exit 2, and the glossary is as it was."""
    zhen("build")
    before = (garden / "glossary" / "glossary.tsv").read_bytes()
    ran = zhen(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(message)
    assert ran.err.count("\n") == 1
    assert (garden / "glossary" / "glossary.tsv").read_bytes() == before


def test_a_dictionary_for_jieba(garden: Path, zhen: "Zhen") -> None:
    """Only what people have judged."""
    zhen("build")
    assert zhen("export", "jieba").out == ""
    glossary = garden / "glossary" / "glossary.tsv"
    text = glossary.read_text("utf-8").replace("土壤湿度\tcandidate", "土壤湿度\tpreferred")
    glossary.write_text(text, "utf-8")
    assert zhen("export", "jieba").out == "土壤湿度 n\n"


def test_min_score_leaves_out_the_doubtful(garden: Path, zhen: "Zhen") -> None:
    """Every row of `--top` has at least that score."""
    rows = zhen("build", "--top", "99", "--min-score", "0.6").out.splitlines()[1:]
    scores = [float(row.split("\t")[-1]) for row in rows]
    assert scores
    assert min(scores) >= 0.6
    assert len(zhen("build", "--top", "99").out.splitlines()) > len(rows) + 1


def test_sentences_of_a_catalogue_are_left_out(garden: Path, zhen: "Zhen") -> None:
    """What a program says is no term; the note names the commands that read it as a text."""
    entries = [("water tank", "水箱"), ("Close the lid.", "合上盖子。"), ("Really?", "真的吗？")]
    text = "\n".join(f'msgid "{en}"\nmsgstr "{zh}"\n' for en, zh in entries)
    (garden / "d.po").write_text(text, "utf-8")
    ran = zhen("import", "d.po", "--dry-run")
    assert ran.out == "+ water tank\t\t水箱\tcandidate\n"
    told = "note: 2 pairs are sentences and are left out; `lint` and `align` read d.po itself\n"
    assert ran.err == told
    assert zhen("import", "d.po", "--dry-run", "-q").err == ""


def test_a_copy_that_contradicts_itself_is_said(garden: Path, zhen: "Zhen") -> None:
    """Both rows are taken in, the later over the earlier; their lines are named."""
    rows = "pump,水泵,preferred\npump,水泵,forbidden\n"  # 水泵: a water pump
    (garden / "mine.csv").write_text(f"en,zh,status\n{rows}", "utf-8")
    ran = zhen("import", "mine.csv", "--dry-run")
    assert ran.code == 0
    assert ran.err == (
        "warning: mine.csv:2: `pump` = `水泵` is both preferred and forbidden; see also line 3\n"
    )


def test_a_quote_that_is_never_closed(garden: Path, zhen: "Zhen") -> None:
    """The line in which the row begins is named."""
    (garden / "mine.csv").write_text('en,zh,status\npump,泵,keep\n"pipe,管,keep\n', "utf-8")
    ran = zhen("import", "mine.csv")
    assert ran.code == 2
    assert ran.err.startswith("error: mine.csv:3: is no CSV: ")
