"""`zhen-align align` from its arguments to its exit code."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Zhen

KEYS = ["pair", "unit", "kind", "score", "moved", "zh", "en"]


def _beads(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_each_line_is_a_bead_that_points_into_the_file(garden: Path, zhen: "Zhen") -> None:
    """The fields are the contract's, and every place gives back exactly its text."""
    ran = zhen("align", "corpus")
    assert (ran.code, ran.err) == (0, "")
    beads = _beads(ran.out)
    assert len(beads) == 6
    text = (garden / "corpus" / "garden.md").read_bytes().decode("utf-8")
    for bead in beads:
        assert list(bead) == KEYS
        assert bead["pair"] == "corpus/garden.md"
        assert bead["kind"] == f"{len(bead['zh'])}-{len(bead['en'])}"
        assert 0 <= bead["score"] <= 1
        assert bead["moved"] is False
        for place in (*bead["zh"], *bead["en"]):
            assert list(place) == ["path", "line", "start", "end", "text"]
            assert text[place["start"] : place["end"]] == place["text"]
            assert text.splitlines()[place["line"] - 1].endswith(place["text"])
    assert [bead["kind"] for bead in beads] == ["1-1"] * 6
    assert beads[0]["zh"][0]["text"] == "浇水机器人"  # the watering robot
    assert beads[0]["en"][0]["text"] == "The watering robot"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_a_mark_shift_nothing(end: str, garden: Path, zhen: "Zhen") -> None:
    """Offsets count line ends and not the byte order mark."""
    path = garden / "corpus" / "garden.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", end.encode()))
    text = path.read_bytes().decode("utf-8-sig")
    for bead in _beads(zhen("align", "corpus").out):
        for place in (*bead["zh"], *bead["en"]):
            assert text[place["start"] : place["end"]] == place["text"]


def test_two_files_go_by_both_names(tmp_path: Path, zhen: "Zhen") -> None:
    """Partners by name; the pair is `zh-path|en-path`."""
    (tmp_path / "a.zh.md").write_text("土壤很干。\n\n水泵开启3秒。\n", encoding="utf-8")
    (tmp_path / "a.en.md").write_text(
        "The soil is dry.\n\nThe pump opens for 3 seconds.\n", encoding="utf-8"
    )
    for arguments in (["align", "."], ["align", "--zh", "a.zh.md", "--en", "a.en.md"]):
        beads = _beads(zhen(*arguments).out)
        assert [bead["pair"] for bead in beads] == ["a.zh.md|a.en.md"] * 2
        assert [bead["zh"][0]["path"] for bead in beads] == ["a.zh.md"] * 2


def test_names_are_relative_to_the_configuration(garden: Path, zhen: "Zhen") -> None:
    """Wherever the command runs, and however the path is written."""
    (garden / "zhen-align.toml").write_text("", encoding="utf-8")
    whole = zhen("align").out
    inside = garden / "corpus"
    for arguments in (["garden.md"], ["."], [garden / "corpus"], ["../corpus/*.md"], []):
        assert zhen("align", *arguments, cwd=inside).out == whole


def test_standard_input_and_output(garden: Path, zhen: "Zhen") -> None:
    """`-` is read, and is its own name; `-o` takes a file."""
    data = (garden / "corpus" / "garden.md").read_bytes()
    piped = zhen("align", "-", stdin=data)
    beads = _beads(piped.out)
    assert {bead["pair"] for bead in beads} == {"-"}
    assert piped.out.replace('"-"', '"corpus/garden.md"') == zhen("align", "corpus").out
    assert zhen("align", "corpus", "-o", "out.jsonl").out == ""
    assert (garden / "out.jsonl").read_text(encoding="utf-8") == zhen("align", "corpus").out


def test_jobs_and_cache_change_no_byte(garden: Path, zhen: "Zhen") -> None:
    """One process or two, cold, warm or without a cache."""
    text = (garden / "corpus" / "garden.md").read_text(encoding="utf-8")
    for n in range(5):
        (garden / "corpus" / f"g{n}.md").write_text(text.replace("40", f"4{n}"), "utf-8")
    first = zhen("align", "--no-cache", "--jobs", "1")
    assert (first.code, len(_beads(first.out))) == (0, 36)
    assert not (garden / ".zhen").exists()
    for arguments in (["--no-cache", "--jobs", "2"], ["--jobs", "2"], [], ["--jobs", "1"]):
        assert zhen("align", *arguments).out == first.out
    assert (garden / ".zhen" / ".gitignore").exists()


def test_min_score_leaves_out_what_is_less_sure(garden: Path, zhen: "Zhen") -> None:
    """Beads below it are not printed; those above it are, unchanged."""
    beads = _beads(zhen("align").out)
    least = sorted(bead["score"] for bead in beads)[3]
    kept = _beads(zhen("align", "--min-score", str(least)).out)
    assert kept == [bead for bead in beads if bead["score"] >= least]


def test_target_turns_exchange_formats_round(garden: Path, zhen: "Zhen") -> None:
    """The source is the side that was translated, as the configuration says."""
    for target, source in (("zh", "en"), ("en", "zh-CN"), ("auto", "en")):
        (garden / "zhen-align.toml").write_text(f'target = "{target}"', encoding="utf-8")
        assert f'srcLang="{source}"' in zhen("align", "--format", "xliff").out
        assert f'srclang="{source}"' in zhen("align", "--format", "tmx").out


def test_list_pairs_gives_reasons(garden: Path, zhen: "Zhen") -> None:
    """Who is paired with whom, why, and what is alone."""
    (garden / "corpus" / "alone.md").write_text("Nobody translated this.\n", encoding="utf-8")
    lines = zhen("align", "--list-pairs").out.splitlines()
    assert lines[0].startswith("corpus/alone.md  (unpaired: English only")
    assert lines[1] == "  corpus/alone.md:1 en only"
    assert lines[3] == "corpus/garden.md  (holds both languages)"
    assert lines[4].startswith("  corpus/garden.md:3 = corpus/garden.md:1  ")
    assert lines[5:7] == ["    浇水机器人", "    The watering robot"]
    assert len(lines) == 4 + 3 * 6


def test_explain_shows_what_spoke_for_a_bead(garden: Path, zhen: "Zhen") -> None:
    """Both sentences, the words, the numbers, each part and the sum."""
    ran = zhen("align", "corpus", "--explain")
    assert (ran.code, ran.err) == (0, "")
    beads = _beads(zhen("align", "corpus").out)
    shown = ran.out.split("corpus/garden.md:")
    assert len(shown) == 1 + 2 * len(beads)
    third = ran.out.splitlines()[11:23]
    assert third[0].startswith("corpus/garden.md:7 = corpus/garden.md:5  1-1  ")
    assert third[0].endswith(f"  {beads[1]['score']:.4f}")
    assert third[1:3] == [
        "  zh  一台浇水机器人携带12升水，每天照看40株植物。",
        "  en  A watering robot carries 12 litres of water and visits 40 plants a day.",
    ]
    assert [line.split()[0] for line in third[3:]] == [
        "words", "literals", "place", "length", "border", "marks", "type", "sum",
        "corpus/garden.md:11",
    ]  # fmt: skip
    assert "机器人 = robot" in third[3]
    assert third[4].endswith("12; 40")


def test_explain_takes_a_line(garden: Path, zhen: "Zhen") -> None:
    """Of either language, from any folder; where nothing is aligned that is said."""
    for arguments, folder in (
        (["corpus/garden.md:7"], garden),
        (["corpus/garden.md:5"], garden),
        (["garden.md:7"], garden / "corpus"),
    ):
        ran = zhen("align", "--explain", *arguments, cwd=folder)
        assert (ran.code, ran.out.count("  zh  "), ran.err) == (0, 1, "")
        assert "一台浇水机器人" in ran.out  # a watering robot
    ran = zhen("align", "--explain", "corpus/garden.md:6")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "note: no aligned sentences there: nothing to explain\n"
    ran = zhen("align", "corpus/garden.md:7")
    assert ran.code == 2


def test_explain_finds_a_sentence_by_any_of_its_lines(tmp_path: Path, zhen: "Zhen") -> None:
    """One that begins on a line and ends two lines below is found by all three."""
    text = (
        "The pump in the shed behind the house opens at seven o'clock in the\n"
        "morning, and fills the large tank on the roof with water from the\n"
        "river.\n\n屋后棚里的水泵早上七点开启，用河水注满屋顶的大水箱。\n\nGood.\n\n好。\n"
    )
    (tmp_path / "wrapped.md").write_text(text, encoding="utf-8")
    for line in (1, 2, 3, 5):
        ran = zhen("align", "--explain", f"wrapped.md:{line}")
        assert ran.out.count("  zh  ") == 1
        assert "o'clock in the morning, and" in ran.out
    assert "Good." in zhen("align", "--explain", "wrapped.md:7").out


def test_explain_leaves_out_what_is_less_sure(garden: Path, zhen: "Zhen") -> None:
    """The least score chooses what is shown, and changes none of the reasons."""
    beads = _beads(zhen("align").out)
    best = max(bead["score"] for bead in beads)
    whole = zhen("align", "--explain").out
    some = zhen("align", "--explain", "--min-score", str(best)).out
    assert some
    assert some in whole


def test_a_text_without_a_partner_is_said(garden: Path, zhen: "Zhen") -> None:
    """It gives no beads and is no error."""
    (garden / "corpus" / "alone.md").write_text("Nobody translated this.\n", encoding="utf-8")
    ran = zhen("align")
    assert (ran.code, len(_beads(ran.out))) == (0, 6)
    assert ran.err == "note: corpus/alone.md: no partner, nothing to align\n"


WRONG = [
    (["--format", "jsnol"], "--format does not know 'jsnol'; did you mean 'jsonl'?"),
    (["--zh", "a"], "--zh and --en go together; name both"),
    (["--lines"], "--lines needs --zh and --en; name both"),
    (["--format", "ladder"], "a ladder is made of line numbers; add --lines, --zh and --en"),
    (["--zh", "a", "--en", "b"], "a: does not exist; check the path"),
    (["--jobs", "many"], "Invalid value for '--jobs' / '-j'"),
    (["--min-score", "2"], "Invalid value for '--min-score'"),
    (["--nonsense"], "No such option: --nonsense"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG, ids=[" ".join(a) for a, _ in WRONG])
def test_wrong_usage(arguments: list[str], said: str, garden: Path, zhen: "Zhen") -> None:
    """One line that says what to do, and exit 2."""
    ran = zhen("align", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {said}")
    assert ran.err.count("\n") == 1


def test_standard_input_has_the_format_of_its_name(tmp_path: Path, zhen: "Zhen") -> None:
    """A catalogue from a pipe is read as one where its name says so."""
    # the pump opens
    catalogue = 'msgid "The pump opens."\nmsgstr "水泵开启。"\n'.encode()
    ran = zhen("align", "-", "--stdin-filename", "po/zh.po", stdin=catalogue)
    (bead,) = _beads(ran.out)
    assert (bead["pair"], bead["kind"]) == ("po/zh.po", "1-1")
    assert bead["zh"][0]["address"]
    assert "address" not in zhen("align", "-", stdin=catalogue).out
    judged = zhen("lint", "-", "--stdin-filename", "po/zh.po", "--format", "json", stdin=catalogue)
    assert '"pairs": 1' in judged.out


def test_a_name_for_standard_input_needs_it(garden: Path, zhen: "Zhen") -> None:
    """The option without `-` is a slip."""
    ran = zhen("align", "corpus", "--stdin-filename", "x.md")
    assert ran.code == 2
    assert ran.err.startswith("error: --stdin-filename names standard input, which is not read")
