"""Each format against the convention of those who read it."""

import json
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from zhen_align.lint.finding import Fix, Severity
from zhen_align.lint.outputs import OUTPUTS, render
from zhen_align.lint.outputs.places import identities
from zhen_align.lint.report import Report, Stale
from zhen_align.lint.suppress import Unused
from zhen_align.types import Span

Made = Callable[..., Report]

# two lines: "the first line", "12 samples in all, 3 groups"; 共 stands at 5, 12 at 6
TEXT = "第一行。\n共12个样本，3组。\n"
HOSTILE = st.text(
    st.one_of(
        st.sampled_from(list("<>&\"'%:,|`*_[]@#\\\n\r\t\x00\x1b\x85\u2028\u202e字😀\ufffe\udc80")),
        st.characters(),
    ),
    max_size=20,
) | st.sampled_from(["]]>", "::error::x", "##[error]x", "%0A", "\r\n::stop-commands::x", "<!--"])


@pytest.fixture(scope="session")
def report(made: Made) -> Report:
    """Return an error with a fix and a note in one file, and a file without findings."""
    return made(
        {"a b/x.md": TEXT, "clean.md": "无。\n"},
        ("a b/x.md", 6, 8, {"fix": Fix(Span(6, 8), "21"), "message": "12 is 21"}),
        (
            "a b/x.md",
            12,
            13,
            {"severity": Severity.INFO, "message": "so, so", "rule": "term-forbidden"},
        ),
    )


def test_gitlab(report: Report) -> None:
    """An array of issues with the keys that GitLab demands."""
    first, second = json.loads(render(report, "gitlab"))
    assert first == {
        "description": "12 is 21", "check_name": "number-mismatch",
        "fingerprint": identities(report.findings)[0], "severity": "major",
        "location": {"path": "a b/x.md", "lines": {"begin": 2, "end": 2}},
    }  # fmt: skip
    assert second["severity"] == "info"
    assert second["fingerprint"] != first["fingerprint"]
    assert render(Report(), "gitlab") == "[]\n"


def test_junit(report: Report) -> None:
    """Suites by file; a file without findings is a passing case; a note does not fail."""
    root = ElementTree.fromstring(render(report, "junit"))
    assert (root.tag, root.get("tests"), root.get("failures")) == ("testsuites", "3", "1")
    dirty, clean = root.findall("testsuite")
    assert [dirty.get(name) for name in ("name", "tests", "failures")] == ["a b/x.md", "2", "1"]
    failed, noted = dirty.findall("testcase")
    failure = failed.find("failure")
    assert failure is not None
    assert (failure.get("message"), failure.get("type")) == ("12 is 21", "error")
    assert (failure.text or "").splitlines()[0] == ("a b/x.md:2:2 error number-mismatch: 12 is 21")
    assert [failed.get(name) for name in ("classname", "file", "line")] == ["a b/x.md"] * 2 + ["2"]
    assert noted.find("failure") is None
    assert noted.find("system-out") is not None
    assert [clean.get(name) for name in ("name", "tests", "failures")] == ["clean.md", "1", "0"]
    (passing,) = clean.findall("testcase")
    assert list(passing) == []


def test_junit_names_each_case_once(made: Made) -> None:
    """Readers keep one case a name; two findings may stand at one place."""
    report = made({"x": TEXT}, ("x", 6, 8, {}), ("x", 6, 8, {"message": "other"}))
    names = [
        case.get("name")
        for case in ElementTree.fromstring(render(report, "junit")).iter("testcase")
    ]
    assert len(set(names)) == len(names) == 2


def test_checkstyle(report: Report) -> None:
    """Every file checked, each finding with its place, severity, message and rule."""
    root = ElementTree.fromstring(render(report, "checkstyle"))
    assert (root.tag, root.get("version")) == ("checkstyle", "4.3")
    assert [file.get("name") for file in root] == ["a b/x.md", "clean.md"]
    assert root[0][0].attrib == {
        "line": "2", "column": "2", "severity": "error", "message": "12 is 21",
        "source": "zhen-align.number-mismatch",
    }  # fmt: skip
    assert list(root[1]) == []


def test_rdjson(report: Report) -> None:
    """Columns are bytes of UTF-8 from 1; the suggestion is the fix and nothing more."""
    whole = json.loads(render(report, "rdjson"))
    assert (whole["source"], whole["severity"]) == ({"name": "zhen-align"}, "ERROR")
    first, second = whole["diagnostics"]
    # 共 takes three bytes, 12 stands after it
    place = {"start": {"line": 2, "column": 4}, "end": {"line": 2, "column": 6}}
    assert first["location"] == {"path": "a b/x.md", "range": place}
    assert first["suggestions"] == [{"range": place, "text": "21"}]
    assert (first["severity"], first["code"]) == ("ERROR", {"value": "number-mismatch"})
    assert second["location"]["range"]["start"] == {"line": 2, "column": 18}
    assert "suggestions" not in second


LINES = st.lists(st.text("a字😀é ,", max_size=8), min_size=1, max_size=4)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.data())
@settings(max_examples=60)
def test_rdjson_columns_lead_to_the_bytes(
    made: Made, lines: list[str], end: str, data: st.DataObject
) -> None:
    """Whoever slices the line's bytes by the columns has exactly the text of the place."""
    text = end.join(lines)
    number = data.draw(st.integers(0, len(lines) - 1))
    begin = sum(len(line) + len(end) for line in lines[:number])
    start = begin + data.draw(st.integers(0, len(lines[number])))
    stop = data.draw(st.integers(start, begin + len(lines[number])))
    whole = json.loads(render(made({"x": text}, ("x", start, stop, {})), "rdjson"))
    place = whole["diagnostics"][0]["location"]["range"]
    assert place["start"]["line"] == place["end"]["line"] == number + 1
    cut = slice(place["start"]["column"] - 1, place["end"]["column"] - 1)
    assert lines[number].encode()[cut].decode() == text[start:stop]


def test_markdown(report: Report) -> None:
    """A heading with the counts, a table with the gravest first, what was checked."""
    lines = render(report, "markdown").splitlines()
    assert lines[0] == "## zhen-align: 1 error, 1 note"
    assert lines[4] == (
        "| error | `a b/x.md:2:2` | number-mismatch | 12 is 21<br>zh: 第一行。 共12个样本，3组。 |"
    )
    assert lines[5].startswith("| info | `a b/x.md:2:8` |")
    assert lines[-1].startswith("1 error, 1 note; checked 2 files")


def test_markdown_stays_short(made: Made) -> None:
    """A comment on a pull request has a limit."""
    many = made({"x": TEXT}, *[("x", 6, 8, {"message": f"no {n}"}) for n in range(300)])
    text = render(many, "markdown")
    assert "And 200 more." in text
    assert len(text) < 65_536


def _no_empty(value: Any) -> bool:
    """Whether no string inside is empty: GitHub refuses those."""
    if isinstance(value, dict):
        return all(map(_no_empty, value.values()))
    return all(map(_no_empty, value)) if isinstance(value, list) else value != ""


def _holds_to_sarif(whole: dict[str, Any]) -> None:
    """Check what SARIF 2.1.0 and GitHub's page on it require."""
    assert whole["version"] == "2.1.0"
    assert whole["$schema"].startswith("https://")
    assert _no_empty(whole)
    (run,) = whole["runs"]
    assert len(run["results"]) <= 25_000
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert driver["name"]
    for described in driver["rules"]:
        assert described["id"]
        for key in ("shortDescription", "fullDescription", "help"):
            assert described[key]["text"]
        assert described["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
        assert len(described["properties"]["tags"]) <= 20
    marks = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]
    assert len(set(marks)) == len(marks)
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("note", "warning", "error")
        assert result["message"]["text"]
        linked = {int(n) for n in re.findall(r"(?<!\\)\]\((\d+)\)", result["message"]["text"])}
        assert linked == {place["id"] for place in result.get("relatedLocations", ())}
        assert len(result["locations"]) == 1
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            _holds_place(location["physicalLocation"])
        for fix in result.get("fixes", ()):
            for change in fix["artifactChanges"]:
                assert change["artifactLocation"]["uri"]
                assert change["replacements"]


def _holds_place(place: dict[str, Any]) -> None:
    uri = place["artifactLocation"]["uri"]
    assert re.fullmatch(r"[\w.~/%!$&'()*+,;=@-]+", uri, re.ASCII)  # no scheme, no blanks
    region = place["region"]
    assert all(number >= 1 for number in region.values())
    assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])


def test_sarif(report: Report) -> None:
    """Required fields are there; the address is relative and escaped; the fix is exact."""
    whole = json.loads(render(report, "sarif"))
    _holds_to_sarif(whole)
    first, second = whole["runs"][0]["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b/x.md"
    region = {"startLine": 2, "startColumn": 2, "endLine": 2, "endColumn": 4}
    assert place["region"] == region
    (replacement,) = first["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement == {"deletedRegion": region, "insertedContent": {"text": "21"}}
    assert second["level"] == "note"


def test_sarif_links_nothing_of_its_own_accord(made: Made) -> None:
    """What looks like a link in a message is text."""
    whole = json.loads(render(made({"x": TEXT}, ("x", 6, 8, {"message": "[a](7) \\"})), "sarif"))
    assert whole["runs"][0]["results"][0]["message"]["text"] == "\\[a\\](7) \\\\"


def test_sarif_keeps_the_gravest(made: Made) -> None:
    """Beyond the limit the mildest are left out; a fix that deletes inserts nothing."""
    mild = {"severity": Severity.INFO}
    findings = [("x", 6, 8, mild | {"message": f"{n:06}"}) for n in range(25_010)]
    grave = ("x", 9, 10, {"fix": Fix(Span(9, 10), "")})
    whole = json.loads(render(made({"x": TEXT}, *findings, grave), "sarif"))
    results = whole["runs"][0]["results"]
    assert (len(results), results[0]["level"]) == (25_000, "error")
    assert "insertedContent" not in str(results[0]["fixes"])


def test_github_folds_what_it_would_not_show(made: Made) -> None:
    """Ten commands a kind; the rest in the log, where no text becomes a command."""
    bad = {"message": "a\n::error::b ##[error]c"}
    lines = render(made({"x": TEXT}, *[("x", 6, 8, bad)] * 12), "github").splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 10
    begin = lines.index("::group::zhen-align: 2 more")
    assert (
        lines[begin + 1 : begin + 3]
        == ["x:2:2 error number-mismatch: a ::error::b # #[error]c"] * 2
    )
    assert lines[begin + 3] == "::endgroup::"


def test_github_leaves_columns_out_where_lines_differ(made: Made) -> None:
    """GitHub ignores a command whose columns span lines."""
    line = render(made({"x": TEXT}, ("x", 0, 8, {})), "github").splitlines()[0]
    assert line.startswith("::error file=x,line=1,endLine=2,title=")


def test_no_note_is_a_command(made: Made) -> None:
    """Not even one about a file whose name begins like one."""
    told = made({"x": TEXT}, unused=(Unused("::error::x", 3, ()),))
    assert render(told, "github").startswith("- ::error::x:3 disables")


def test_what_hides_nothing_is_told(made: Made) -> None:
    """In every format that has a place for it."""
    told = made(
        {"x": TEXT},
        unused=(Unused("x", 3, ("unit",)), Unused("z.toml", 0, ())),
        stale=(Stale("x", "unit", "f" * 16, 2, "gone"),),
        known=4,
        scope="shown is a part",
    )
    for name in ("text", "github", "markdown", "sarif"):
        said = render(told, name)
        assert "x:3 disables unit, and nothing needed it" in said
        assert "z.toml: an ignore entry for every rule hides nothing" in said
        assert "the baseline knows unit in x ×2, and it is gone: gone" in said
    assert "no findings; 4 findings in the baseline; shown is a part; checked 1 file" in render(
        told
    )
    whole = json.loads(render(told, "json"))
    assert whole["baseline"] == {
        "known": 4,
        "stale": [{"path": "x", "rule": "unit", "fingerprint": "f" * 16, "count": 2}],
    }
    assert whole["unused_disables"] == [
        {"path": "x", "line": 3, "rules": ["unit"]},
        {"path": "z.toml", "line": None, "rules": []},
    ]


def test_identities_differ(made: Made) -> None:
    """The same fault in the same sentence twice is two findings, and another file's is its own."""
    texts = {"x": TEXT, "y": TEXT}
    twice = made(texts, ("x", 6, 8, {}), ("x", 9, 10, {}), ("y", 6, 8, {}))
    names = identities(twice.findings)
    assert len(set(names)) == 3
    assert all(name.startswith("f" * 16) for name in names)
    mended = made(texts, ("y", 6, 8, {}))
    assert identities(mended.findings) == names[2:]
    assert identities(made({"x": TEXT}, ("x", 9, 10, {})).findings) == names[:1]


@pytest.mark.parametrize("name", OUTPUTS)
def test_bytes_are_the_same_every_time(report: Report, name: str) -> None:
    """No clock, no random order."""
    assert render(report, name) == render(report, name)


def _unescaped(text: str) -> str:
    for code, ch in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, ch)
    return text


@given(HOSTILE, HOSTILE, HOSTILE)
@example("]]>", "a%b::c,d", "x")
@example("\udc80", "\udc80", "\udc80")
@example("|`|", "| see [this](7) @all \x1b[2J", "\x1b")
@example("`", "\\|", "\\")
@settings(max_examples=150)
def test_no_text_breaks_a_format(made: Made, path: str, message: str, text: str) -> None:
    """Whatever stands in a path, a message or a file, what comes out is well formed."""
    path = path or "x"
    more = {"message": message, "expected": (text,), "fix": Fix(Span(0, len(text)), message)}
    nasty = made({path: text}, (path, 0, len(text), more))
    out = {
        name: render(nasty, name).encode("utf-8", "backslashreplace").decode() for name in OUTPUTS
    }
    for name in ("json", "rdjson", "gitlab", "sarif"):
        json.loads(out[name])
    _holds_to_sarif(json.loads(render(nasty, "sarif")))
    assert json.loads(out["json"])["findings"][0]["message"] == message
    for name in ("junit", "checkstyle"):
        ElementTree.fromstring(out[name].encode())
    lines = out["github"].split("\n")
    assert len(lines) == 3
    command = re.fullmatch(r"::error file=([^,:]*),([^:]*)::(.*)", lines[0], re.DOTALL)
    assert command is not None
    plain = message.encode("utf-8", "backslashreplace").decode()
    assert _unescaped(command[3]) == plain
    assert not lines[1].startswith("::")
    assert "\x1b" not in out["text"] + out["markdown"]
    row = out["markdown"].split("\n")[4]
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 5
    assert re.search(r"@(?!<!-- -->)", row) is None or "@" in path
