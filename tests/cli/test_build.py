"""`zhen-align build` from its arguments to its exit code."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Zhen

HEADER = "en\tabbr\tzh\tstatus\tcount\tshare\tdomain\tnote\tsource"
PERSON = "soil moisture\tSM\t土壤湿度\tpreferred\t\t\tgardens\tthe usual word\tAnna\n"


def _glossary(folder: Path) -> Path:
    return folder / "glossary" / "glossary.tsv"


def test_the_glossary_appears(garden: Path, zhen: "Zhen") -> None:
    """With the contract's columns, candidates only, and a summary that says so."""
    ran = zhen("build")
    assert (ran.code, ran.err) == (0, "")
    header, *rows = _glossary(garden).read_text(encoding="utf-8").splitlines()
    assert header == HEADER
    cells = [row.split("\t") for row in rows]
    assert {row[3] for row in cells} == {"candidate"}
    assert ["soil moisture", "SM", "土壤湿度"] in [row[:3] for row in cells]
    first, second, *_ = ran.out.splitlines()
    assert first == "read 1 text: 6 aligned pairs of sentences"
    assert second == (
        f"glossary/glossary.tsv: {len(rows)} rows, 0 by people; {len(rows)} new, 0 changed, 0 gone"
    )


def test_building_again_changes_no_byte(garden: Path, zhen: "Zhen") -> None:
    """Cold, warm, with one process or two; `--check` agrees."""
    zhen("build")
    data, made = _glossary(garden).read_bytes(), _glossary(garden).stat().st_mtime_ns
    for arguments in ([], ["--no-cache"], ["--jobs", "2"], ["--check"]):
        ran = zhen("build", *arguments)
        assert (ran.code, _glossary(garden).read_bytes()) == (0, data)
        assert "up to date" in ran.out
    assert _glossary(garden).stat().st_mtime_ns == made


def test_a_persons_row_stays(garden: Path, zhen: "Zhen") -> None:
    """Whatever build finds, the line of a person is not touched."""
    _glossary(garden).parent.mkdir()
    _glossary(garden).write_text(f"{HEADER}\n{PERSON}", encoding="utf-8")
    ran = zhen("build")
    assert ran.code == 0
    text = _glossary(garden).read_text(encoding="utf-8")
    assert PERSON in text
    assert text.count("soil moisture\tSM\t土壤湿度") == 1
    assert " 1 by people" in ran.out


def test_check_says_what_is_not_up_to_date(garden: Path, zhen: "Zhen") -> None:
    """Exit 1, and nothing is written: no folder either."""
    ran = zhen("build", "--check")
    assert ran.code == 1
    assert "not up to date" in ran.out
    assert not _glossary(garden).parent.exists()


def test_diff_shows_the_rows(garden: Path, zhen: "Zhen") -> None:
    """What is new with +, what goes with -; nothing is written."""
    ran = zhen("build", "--diff")
    assert ran.code == 0
    assert any(line.startswith("+ soil moisture (SM) = 土壤湿度") for line in ran.out.splitlines())
    assert not _glossary(garden).parent.exists()
    zhen("build")
    assert zhen("build", "--diff").out == ""
    (garden / "corpus" / "garden.md").write_text("No robot.\n\n没有机器人。\n", "utf-8")
    lines = zhen("build", "--diff", "--check").out.splitlines()
    assert any(line.startswith("- soil moisture (SM) = 土壤湿度") for line in lines)


def test_top_prints_the_best_with_scores(garden: Path, zhen: "Zhen") -> None:
    """Best first, as many as asked, and nothing is written."""
    ran = zhen("build", "--top", "2", "-o", "-")
    assert (ran.code, ran.err) == (0, "")
    header, *rows = ran.out.splitlines()
    assert header == f"{HEADER}\tscore"
    assert len(rows) == 2
    scores = [float(row.split("\t")[-1]) for row in rows]
    assert scores == sorted(scores, reverse=True)
    assert not _glossary(garden).parent.exists()
    zhen("build", "--top", "2", "-o", "best.tsv")
    assert (garden / "best.tsv").read_text(encoding="utf-8") == ran.out


def test_min_count_leaves_out_the_rare(garden: Path, zhen: "Zhen") -> None:
    """The count is the column's, whatever an earlier run left in the cache."""
    zhen("build")
    rows = _glossary(garden).read_text(encoding="utf-8").splitlines()[1:]
    counts = sorted(int(row.split("\t")[4]) for row in rows)
    assert counts[0] < counts[-1]
    zhen("build", "--min-count", str(counts[-1]))
    kept = _glossary(garden).read_text(encoding="utf-8").splitlines()[1:]
    assert kept == [row for row in rows if row.split("\t")[4] == str(counts[-1])]
    (garden / "zhen-align.toml").write_text(f"min-count = {counts[-1]}\n", encoding="utf-8")
    assert zhen("build", "--check").code == 0


def test_another_glossary_may_be_named(garden: Path, zhen: "Zhen") -> None:
    """It is written where the user said, from where the user stands."""
    ran = zhen("build", "garden.md", "--glossary", "mine.tsv", cwd=garden / "corpus")
    assert ran.code == 0
    assert (garden / "corpus" / "mine.tsv").is_file()
    assert zhen("build", "--glossary", "no/mine.tsv").code == 2


def test_quiet_says_nothing(garden: Path, zhen: "Zhen") -> None:
    """The glossary is written all the same."""
    ran = zhen("build", "--quiet")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert _glossary(garden).is_file()


def test_rows_of_people_that_contradict_each_other(garden: Path, zhen: "Zhen") -> None:
    """A warning with both lines; the build goes on."""
    _glossary(garden).parent.mkdir()
    rows = "pump\t\t水泵\tpreferred\npump\t\t泵\tpreferred\n"
    _glossary(garden).write_text(f"en\tabbr\tzh\tstatus\n{rows}", encoding="utf-8")
    ran = zhen("build")
    assert ran.code == 0
    assert ran.err.startswith("warning: glossary/glossary.tsv:")
    assert ran.err.count("\n") == 1


def test_contradictions_are_told_by_the_lines_that_the_file_has(garden: Path, zhen: "Zhen") -> None:
    """Where nothing is written, rows keep the lines on which a person sees them."""
    zhen("build")
    file = _glossary(garden)
    lines = len(file.read_text(encoding="utf-8").splitlines())
    rows = "\tpreferred\t\t\t\t\t\naxle\t\t".join(("axle\t\t轴", "车轴", ""))  # both: axle
    with file.open("a", encoding="utf-8") as opened:
        opened.write(rows.removesuffix("axle\t\t"))
    ran = zhen("build", "--check")
    assert ran.code == 1
    assert ran.err.startswith(f"warning: glossary/glossary.tsv:{lines + 1}: ")
    assert ran.err.endswith(f"see also line {lines + 2}\n")


def test_what_else_would_be_written_anew_is_said(garden: Path, zhen: "Zhen") -> None:
    """A file with other line ends says the same, and is not up to date: the summary says why."""
    zhen("build")
    _glossary(garden).write_bytes(_glossary(garden).read_bytes().replace(b"\n", b"\r\n"))
    ran = zhen("build", "--check")
    assert ran.code == 1
    assert "0 gone; only the order of the rows, line ends or a byte-order mark" in ran.out
    assert zhen("build", "--diff").out.startswith("no row; only the order")


def test_a_bad_file_is_named_and_the_rest_is_built(garden: Path, zhen: "Zhen") -> None:
    """Exit 2 at the end."""
    (garden / "corpus" / "bad.md").write_bytes(b"\x00\x01\x02\x03" * 100)
    ran = zhen("build")
    assert ran.code == 2
    assert ran.err.startswith("error: corpus/bad.md: ")
    assert "土壤湿度" in _glossary(garden).read_text(encoding="utf-8")


@pytest.mark.parametrize("place", [".zhen", ".zhen/cache"])
def test_a_cache_that_cannot_be_written_is_no_error(place: str, garden: Path, zhen: "Zhen") -> None:
    """Only slower."""
    (garden / place).parent.mkdir(exist_ok=True)
    (garden / place).write_text("in the way", encoding="utf-8")
    first, second = zhen("build"), zhen("build")
    assert (first.code, second.code, first.err, second.err) == (0, 0, "", "")


def test_a_damaged_cache_is_no_error(garden: Path, zhen: "Zhen") -> None:
    """Every entry made unreadable, or something else: the result is the same."""
    zhen("build")
    data = _glossary(garden).read_bytes()
    entries = [path for path in (garden / ".zhen" / "cache").rglob("*") if path.is_file()]
    assert len(entries) == 5  # the alignment, its reading, drafts, candidates, all of it
    whole = [path.read_bytes() for path in entries]
    for contents in ([b"damaged"] * 5, whole[::-1], [one[:-3] for one in whole]):
        for path, content in zip(entries, contents, strict=True):
            path.write_bytes(content)
        assert zhen("build").code == 0
        assert _glossary(garden).read_bytes() == data


def test_a_build_after_an_edit_is_a_full_build(garden: Path, zhen: "Zhen") -> None:
    """What is remembered of the last build changes no byte of the next."""
    zhen("build")
    text = next(path for path in (garden / "corpus").rglob("*") if path.is_file())
    more = "The pump feeds the pond.\n\n水泵给池塘供水。\n"  # a pump and a pond
    text.write_text(f"{text.read_text('utf-8')}\n{more}", encoding="utf-8")
    zhen("build")
    data = _glossary(garden).read_bytes()
    _glossary(garden).unlink()
    zhen("build", "--no-cache")
    assert _glossary(garden).read_bytes() == data


def test_a_segmenter_of_the_user_is_asked(garden: Path, zhen: "Zhen") -> None:
    """Its model is loaded where one is named; what is kept was made with the one in force."""
    config = garden / "zhen-align.toml"
    zhen("build")
    before = _glossary(garden).read_bytes()
    kept = config.read_text(encoding="utf-8") if config.exists() else ""
    config.write_text(kept + '\nsegmenter = "hf:words.json"\n', encoding="utf-8")
    ran = zhen("build")
    assert ran.code == 2
    assert "words.json: the segmenter cannot be read" in ran.err
    one = '{"version":"1.0","truncation":null,"padding":null,"added_tokens":[],"normalizer":null,'
    one += '"pre_tokenizer":{"type":"Split","pattern":{"Regex":"。"},"behavior":"Isolated",'
    one += '"invert":false},"post_processor":null,"decoder":null,'
    one += '"model":{"type":"WordLevel","vocab":{"?":0},"unk_token":"?"}}'
    (garden / "words.json").write_text(one, encoding="utf-8")
    assert zhen("build").code == 0
    by_clause = _glossary(garden).read_bytes()
    config.write_text(kept + '\nsegmenter = "jieba"\n', encoding="utf-8")
    assert zhen("build").code == 0
    assert _glossary(garden).read_bytes() == before != by_clause
