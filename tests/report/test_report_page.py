"""The page is sound: whole, safe, the same for the same input, and readable by machines."""

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.glossary.rows import Row, Status
from zhen_align.lint.finding import Finding, Place, Severity
from zhen_align.lookup.pairs import Piece
from zhen_align.report import json as as_json
from zhen_align.report import page
from zhen_align.report.overview import Overview, Rendering, Term
from zhen_align.report.page.marked import marked
from zhen_align.report.page.markup import esc, percent, say
from zhen_align.report.page.words import ZH
from zhen_align.types import Alignment, Lang, Span

Align = Callable[..., Alignment]
See = Callable[..., Overview]
Read = Callable[[Overview], Any]

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "</style><style>*{display:none}</style>",
    "<!-- <svg onload=alert(1)> -->",
    "]]><a href=javascript:alert(1)>",
    "&lt;b&gt; &amp;amp; &#60;",
    "\N{RIGHT-TO-LEFT OVERRIDE}txt.exe",
    "a\0b\x1b[31m\x7f\x85",
    "\ud800 half",
)
ELEMENTS = {
    *("a", "b", "bdi", "body", "button", "code", "dd", "details", "div", "dl", "dt", "fieldset"),
    *("footer", "form", "h1", "h2", "h3", "h4", "head", "header", "html", "i", "input", "ins"),
    *("kbd", "label", "legend", "li", "main", "mark", "meta", "ol", "option", "output", "p"),
    *("script", "section", "select", "span", "style", "summary", "title", "ul", "wbr"),
    *("svg", "defs", "path", "pattern", "rect", "text", "tspan"),
}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_is_only_text(text: str, align: Align, see: See, read_page: Read) -> None:
    """Whatever a text, a term, a title or a file name says, it is shown and does nothing."""
    plain = text.replace("\ud800", "?")  # no file holds half a character, its name may
    renderings = tuple(Rendering(f"{plain}{n}", "preferred", 2, 0.4) for n in range(2))
    report = see(
        align((f"共5盏电灯{plain}。", f"There are 6 lamp {plain}."), name=f"x{text}"),
        rows=(Row("lamp", "电灯", status=Status.PREFERRED, note=plain),),
        title=text,
        date=text,
    )
    report = replace(
        report,
        terms=(Term(plain, plain, 5, 0, 1, 0.5, renderings),),
        notes=(plain,),
    )
    tree = read_page(report)
    assert {each.tag for each in tree.all()} <= ELEMENTS
    assert [each.attributes for each in tree.all("script")] == [
        {"type": "application/json", "id": "words"},
        {},
    ]
    for each in tree.all():
        assert not [name for name in each.attributes if name.startswith("on") or name == "style"]
        assert each.attributes.get("href", "#").startswith("#")
    assert tree.all("h1")[0].text == _shown(text)
    assert _shown(plain) in tree.named("d1-b1").text
    assert _shown(plain) in tree.named("terms").text


def _shown(text: str) -> str:
    return re.sub("[\x00-\x1f\x7f-\x9f\ud800]", "\N{REPLACEMENT CHARACTER}", text)


def test_the_policy_lets_in_what_stands_in_the_page(greenhouse: Overview, read_page: Read) -> None:
    """Style and script run by their digests; nothing else runs, and nothing is fetched."""
    tree = read_page(greenhouse)
    (policy,) = [
        each.attributes["content"]
        for each in tree.all("meta")
        if each.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    for tag, node in (("style", tree.all("style")[0]), ("script", tree.all("script")[-1])):
        digest = b64encode(sha256(node.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert not [e for e in tree.all() if {"src", "action", "data", "srcset"} & set(e.attributes)]
    style = tree.all("style")[0].text
    assert "url(" not in style.replace("url(#hatch)", "")
    assert "@import" not in style


def test_names_are_unique_and_links_lead_somewhere(greenhouse: Overview, read_page: Read) -> None:
    """No anchor stands twice, and every link of the page leads to one."""
    tree = read_page(greenhouse)
    names = [each.attributes["id"] for each in tree.all() if "id" in each.attributes]
    assert len(names) == len(set(names))
    links = {a.attributes["href"].removeprefix("#") for a in tree.all("a")}
    assert links - set(names) == set()


def test_every_word_of_the_page_has_its_chinese(greenhouse: Overview, read_page: Read) -> None:
    """What is marked to be exchanged is in the table, which the page brings along."""
    tree = read_page(greenhouse)
    marked_up = {each.text for each in tree.all() if "data-t" in each.attributes}
    assert len(marked_up) > 30
    assert marked_up - set(ZH) == set()
    with pytest.raises(KeyError, match="no Chinese for"):
        say("words that nobody has put into Chinese")


def test_every_picture_says_what_it_shows(greenhouse: Overview, read_page: Read) -> None:
    """An SVG is an image with a label, or hidden because the text beside it says the same."""
    for each in read_page(greenhouse).all("svg"):
        if each.attributes.get("aria-hidden") != "true":
            assert each.attributes["role"] == "img"
            assert each.attributes["aria-label"]


def test_severities_differ_by_sign_and_word(greenhouse: Overview, read_page: Read) -> None:
    """Without any colour an error is told from a warning."""
    shown = {each.text for each in read_page(greenhouse).all("b", of="sev")}
    assert {"✕ error", "● info"} <= shown


def test_the_same_input_makes_the_same_bytes(align: Align, see: See) -> None:
    """No clock and no chance is in either format."""
    lines = (("共5株幼苗。", "There are 6 seedlings."), ("秧苗。", "A seedling."))
    reports = [see(align(*lines)) for _ in range(2)]
    assert len({"".join(page.render(each)) for each in reports}) == 1
    assert len({as_json.render(each) for each in reports}) == 1


def test_a_date_is_said_only_where_one_is_given(align: Align, see: See, read_page: Read) -> None:
    """Without the option there is none."""
    line = ("温室。", "A greenhouse.")
    assert read_page(see(align(line))).all("p", of="date") == []
    dated = see(align(line), date="1 May")
    assert [each.text for each in read_page(dated).all("p", of="date")] == ["1 May"]


def test_the_original_stands_first(align: Align, see: See, read_page: Read) -> None:
    """The side that is the translation is the second column."""
    line = ("温室。", "A greenhouse.")
    for target, order in (("zh", ["en", "zh"]), ("en", ["zh", "en"])):
        tree = read_page(see(align(line), target=target))
        sides = [each.attributes["lang"] for each in tree.named("d1-b1").all("p", of="side")]
        assert sides == order


def test_nothing_to_show_is_said(align: Align, see: See, read_page: Read) -> None:
    """Without findings and terms the page says so, and draws nothing."""
    tree = read_page(see(align(("天晴了。", "It is sunny.")), rows=()))
    assert "Nothing was found." in tree.named("rules").text
    assert "No term occurs in these texts." in tree.named("terms").text
    assert tree.named("drift").all("svg") == []


def found(start: int, end: int, severity: Severity = Severity.ERROR) -> Finding:
    """Return a finding about a stretch of the file x."""
    place = Place("x", Span(start, end), 1, 1, 1, 1, "")
    return Finding("r", severity, place, "m", (), None, None, None, "f", Lang.ZH)


TEXT = "温室里<b>很暖"  # it is warm in the greenhouse


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([], "温室里&lt;b&gt;很暖"),
        ([found(10, 12)], '<mark class="error">温室</mark>里&lt;b&gt;很暖'),
        ([found(12, 12)], '温室<mark class="gap error"></mark>里&lt;b&gt;很暖'),
        ([found(18, 18)], '温室里&lt;b&gt;很暖<mark class="gap error"></mark>'),
        ([found(2, 11)], '<mark class="error">温</mark>室里&lt;b&gt;很暖'),
        ([found(2, 10), found(18, 30)], "温室里&lt;b&gt;很暖"),
        (
            [found(10, 13, Severity.INFO), found(11, 12)],
            '<mark class="info">温</mark><mark class="error">室</mark>'
            '<mark class="info">里</mark>&lt;b&gt;很暖',
        ),
    ],
    ids=["none", "a word", "a gap", "at the end", "from before", "beside", "one in another"],
)
def test_marks(findings: list[Finding], expected: str) -> None:
    """The characters that findings name are marked, the gravest one in sight."""
    assert marked(Piece("x", 1, 10, 18, TEXT), findings) == expected


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12), st.sampled_from(Severity)))


@given(st.text(alphabet='温<>&"\x00a', max_size=20), SPANS)
@settings(max_examples=80, deadline=None)
def test_marks_change_no_text(text: str, spans: list[tuple[int, int, Severity]]) -> None:
    """Take the marks away, and the sentence is there as it was."""
    findings = [found(start, start + size, severity) for start, size, severity in spans]
    shown = marked(Piece("x", 1, 5, 5 + len(text), text), findings)
    assert re.sub('<mark class="[a-z ]+">|</mark>', "", shown) == esc(text)


def test_a_share_never_looks_like_all_or_nothing() -> None:
    """Only nothing is 0%, and only all is 100%."""
    assert [percent(s) for s in (0, 0.0001, 0.5, 0.9999, 1)] == ["0%", "1%", "50%", "99%", "100%"]
