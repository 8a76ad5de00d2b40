"""`zhen-align report`: where the page goes, which findings it has, and how the run ends."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

Zhen = Callable[..., Any]

WRONG = "The set has 5.85B rows.\n\n该数据集有5.85亿行。\n"  # ten times too few


def test_the_page_goes_where_it_is_told(zhen: Zhen, garden: Path) -> None:
    """`-o` writes a file and prints nothing; without it the same bytes are printed."""
    ran = zhen("report", "corpus", "-o", "garden.html")
    assert (ran.code, ran.out) == (0, "")
    printed = zhen("report", "corpus", "-o", "-")
    assert printed.out == (garden / "garden.html").read_text(encoding="utf-8")
    assert printed.out.startswith("<!doctype html>")
    assert printed.out.endswith("</html>\n")
    assert zhen("report", "corpus").out == printed.out


def test_findings_do_not_fail_unless_asked_to(zhen: Zhen, tmp_path: Path) -> None:
    """A report is no gate; with --fail-on it is one, for every format."""
    (tmp_path / "x.md").write_text(WRONG, encoding="utf-8")
    for style in ("html", "json"):
        assert zhen("report", "x.md", "--format", style).code == 0
        assert zhen("report", "x.md", "--format", style, "--fail-on", "error").code == 1
    assert zhen("report", "x.md", "--fail-on", "fatal").code == 2


def test_a_configured_fail_on_is_for_lint(zhen: Zhen, tmp_path: Path) -> None:
    """Only the option makes a report a gate."""
    (tmp_path / "x.md").write_text(WRONG, encoding="utf-8")
    (tmp_path / "zhen-align.toml").write_text('fail-on = "info"\n', encoding="utf-8")
    assert zhen("report", "x.md").code == 0


def test_the_findings_are_those_of_lint(zhen: Zhen, tmp_path: Path) -> None:
    """For the same paths, configuration and baseline both commands say the same."""
    (tmp_path / "x.md").write_text(WRONG, encoding="utf-8")
    told = json.loads(zhen("lint", "x.md", "--format", "json").out)
    shown = json.loads(zhen("report", "x.md", "--format", "json").out)
    more = {"name", "text", "bead"}
    plain = [{k: v for k, v in f.items() if k not in more} for f in shown["findings"]]
    assert plain == told["findings"] != []
    assert shown["coverage"] == told["coverage"]
    zhen("lint", "x.md", "--write-baseline", "known.json")
    (tmp_path / "zhen-align.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    after = json.loads(zhen("report", "x.md", "--format", "json").out)
    assert (after["findings"], after["baseline_known"]) == ([], len(plain))


def test_terms_need_no_glossary(zhen: Zhen, garden: Path) -> None:
    """Without one, the candidates of the texts are the terms; none is written down."""
    shown = json.loads(zhen("report", "corpus", "--format", "json").out)
    statuses = {r["status"] for term in shown["terms"] for r in term["renderings"]}
    assert statuses == {"candidate"}
    assert not (garden / "glossary").exists()


def test_bad_files_are_named_and_the_others_shown(zhen: Zhen, garden: Path) -> None:
    """One file that cannot be read is exit 2, and the rest is in the report."""
    (garden / "corpus" / "broken.md").write_bytes(b"\xff\xfe\x00")
    ran = zhen("report", "corpus", "--format", "json")
    assert ran.code == 2
    assert ran.err.startswith("error: corpus/broken.md")
    assert [text["pair"] for text in json.loads(ran.out)["texts"]] == ["corpus/garden.md"]


def test_wrong_usage_is_said_before_the_work(zhen: Zhen, garden: Path) -> None:
    """A format, place, bound or path that cannot be is exit 2 and one line."""
    for wrong in (
        ("corpus", "--format", "pdf"), ("corpus", "-o", "missing/x.html"), ("nowhere.md",),
        ("corpus", "--doubtful", "2"), ("corpus", "--glossary", "nowhere.tsv"),
    ):  # fmt: skip
        ran = zhen("report", *wrong)
        assert (ran.code, ran.out) == (2, ""), wrong
        assert re.fullmatch(r"error: [^\n]+\n", ran.err), ran.err


def test_one_process_or_many_make_the_same_page(zhen: Zhen, garden: Path) -> None:
    """Neither the number of processes nor the cache changes a byte."""
    text = (garden / "corpus" / "garden.md").read_text(encoding="utf-8")
    (garden / "corpus" / "second.md").write_text(text.replace("40", "41"), encoding="utf-8")
    pages = [
        zhen("report", "corpus", *options).out
        for options in (("--jobs", "1", "--no-cache"), ("--jobs", "2"), ())
    ]
    assert pages[0] == pages[1] == pages[2] != ""


def test_title_and_date_are_the_users(zhen: Zhen, garden: Path) -> None:
    """Both stand on the page and in the JSON; without them the file names the report."""
    given = ("--title", "The garden", "--date", "2026-05-01")
    shown = json.loads(zhen("report", "corpus", "--format", "json", *given).out)
    assert (shown["title"], shown["date"]) == ("The garden", "2026-05-01")
    assert "<h1>The garden</h1>" in zhen("report", "corpus", *given).out
    plain = json.loads(zhen("report", "corpus", "--format", "json").out)
    assert (plain["title"], plain["date"]) == ("corpus/garden.md", None)
    piped = zhen("report", "-", "--format", "json", stdin=WRONG.encode())
    assert json.loads(piped.out)["title"] == "standard input"
