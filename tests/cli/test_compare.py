"""`zhen-align compare` from the command line: two files, many files, formats, bad input."""

import json
from pathlib import Path

import pytest

from zhen_align.cli.outcome import run

# A pump that saves water, told twice and not translated: seven / six valves, 4.2亿 / 4.2 billion
ZH = """# 省水泵：一种智能灌溉系统

本文提出省水泵，一个由土壤传感器和控制器组成的灌溉系统。

系统共有七个阀门，每年节约4.2亿升水。

我们在西北的葡萄园里测试了三年，葡萄产量没有下降。

[Arxiv](https://arxiv.org/abs/2611.00042)
"""
EN = """---
arxiv_id: '2611.00042v3'
---

# Review of a water-saving pump

The vineyard was tested for three years, and the yield of grapes did not fall.

The irrigation system joins soil sensors with a controller.

It saves 4.2 billion litres of water a year.

I would have liked to see the price.
"""
OTHER = """# A Chess Engine for Beginners

The engine explains each move of the knight in plain words, and never plays a queen too early.
"""


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with two accounts of one work and a stranger."""
    (tmp_path / "a.md").write_text(ZH, encoding="utf-8")
    (tmp_path / "b.md").write_text(EN, encoding="utf-8")
    (tmp_path / "c.md").write_text(OTHER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_two_accounts_as_json(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The contract's shape, with places that are exactly the file's characters."""
    assert run(["compare", "a.md", "b.md", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["groups"][0]["works"] == ["a.md", "b.md"]
    assert "arXiv 2611.00042" in found["groups"][0]["why"]
    assert {link["grade"] for link in found["links"]} <= {"same", "partial", "related"}
    sides = {"a.md": ZH, "b.md": EN}
    for link in found["links"]:
        assert {p["path"] for p in link["a"]} == {"a.md"}
        assert {p["path"] for p in link["b"]} == {"b.md"}
        for place in (*link["a"], *link["b"]):
            text = sides[place["path"]]
            assert text[place["start"] : place["end"]] == place["text"]
            assert text[: place["start"]].count("\n") + 1 == place["line"]
    assert any("price" in place["text"] for place in found["only"])
    assert [d["kind"] for d in found["differences"]] == ["number"]
    assert "10 times" in found["differences"][0]["message"]


def test_many_texts_find_their_groups(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The stranger is in no group and in no link."""
    assert run(["compare", ".", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [group["works"] for group in found["groups"]] == [["a.md", "b.md"]]
    assert "c.md" not in json.dumps(found)


def test_what_is_known_is_the_same(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From the cache, from nothing, and in two processes come the same bytes."""
    outputs = []
    for extra in ([], [], ["--no-cache"], ["--no-cache", "--jobs", "2"]):
        assert run(["compare", ".", "--format", "json", *extra]) == 0
        outputs.append(capsys.readouterr().out)
    assert len(set(outputs)) == 1


@pytest.mark.parametrize("style", ["text", "markdown"])
def test_for_people(texts: Path, style: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Both name the case, the link, what differs and what only one says."""
    assert run(["compare", "a.md", "b.md", "--format", style, "--width", "90"]) == 0
    shown = capsys.readouterr().out
    assert "ndependent accounts" in shown
    assert "10 times as much" in shown
    assert "I would have liked to see the price." in shown


def test_strangers_are_said_to_be_such(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two named texts with nothing in common are no group."""
    assert run(["compare", "b.md", "c.md", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["groups"], found["candidates"]) == ([], [])
    assert found["accounts"][0]["case"] == "strangers"
    assert [link for link in found["links"] if link["grade"] != "related"] == []


def test_an_id_holds_strangers_together(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two texts that name one work are a group, though they say nothing in common."""
    for name in ("b.md", "c.md"):
        text = (texts / name).read_text(encoding="utf-8")
        (texts / f"id-{name}").write_text(f"arXiv:2101.00007\n\n{text}", encoding="utf-8")
    assert run(["compare", "id-b.md", "id-c.md", "--format", "json"]) == 0
    (group,) = json.loads(capsys.readouterr().out)["groups"]
    assert "arXiv 2101.00007" in group["why"]


WRONG = [
    (["compare", "a.md"], "one text alone", "a single text"),
    (["compare", "a.md", "a.md"], "one text alone", "the same text twice"),
    (["compare", "a.md", "nowhere.md"], "does not exist", "a path that leads nowhere"),
    (["compare", "a.md", "b.md", "--format", "jsn"], "did you mean 'json'?", "a misspelt format"),
    (["compare", "a.md", "b.md", "-o", "no/x.json"], "does not exist", "a place not to write to"),
]


@pytest.mark.parametrize(
    ("arguments", "said", "gloss"), WRONG, ids=[gloss for _, _, gloss in WRONG]
)
def test_bad_input(
    texts: Path,
    arguments: list[str],
    said: str,
    gloss: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One line that says what is wrong, and exit 2."""
    assert run(arguments) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert "Traceback" not in shown.err
