"""`zhen-align lookup` from its arguments to its exit code."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Zhen

ROWS = [
    "en\tabbr\tzh\tstatus\tnote",
    "neural network\tNN\t神经网络\tpreferred\tthe usual word",
    "neural network\tNN\t类神经网络\tdeprecated\t",
    "soil moisture\tSM\t土壤湿度\tcandidate\t",
]


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Return a folder with a glossary where it is looked for."""
    (tmp_path / "glossary").mkdir()
    text = "".join(f"{row}\n" for row in ROWS)
    (tmp_path / "glossary" / "glossary.tsv").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_term_is_answered_in_either_language(shelf: Path, zhen: "Zhen") -> None:
    """By its English, its abbreviation and its Chinese form."""
    for query, answer in (
        ("neural networks", "神经网络"),
        ("NN", "神经网络"),
        ("土壤湿度", "soil"),
    ):
        ran = zhen("lookup", query)
        assert (ran.code, ran.err) == (0, "")
        assert answer in ran.out


def test_json_is_the_contracts(shelf: Path, zhen: "Zhen") -> None:
    """One answer a query, in their order."""
    ran = zhen("lookup", "--format", "json", "NN", "soil moisture")
    first, second = json.loads(ran.out)
    assert [first["query"], second["query"]] == ["NN", "soil moisture"]
    assert list(first) == ["query", "matches", "related", "suggestions"]
    best = first["matches"][0]
    assert (best["zh"], best["status"], best["how"]) == ("神经网络", "preferred", "abbr")


@pytest.mark.parametrize("style", ["text", "json", "tsv", "markdown"])
def test_one_term_without_a_match_is_1(style: str, shelf: Path, zhen: "Zhen") -> None:
    """In every format, and the others are answered all the same."""
    ran = zhen("lookup", "--format", style, "NN", "NM")
    assert (ran.code, ran.err) == (1, "")
    assert "神经网络" in ran.out


def test_terms_from_standard_input(shelf: Path, zhen: "Zhen") -> None:
    """One a line; blank lines ask nothing."""
    ran = zhen("lookup", "-", stdin="NN\n\n 土壤湿度 \n".encode())
    assert ran.out == zhen("lookup", "NN", "土壤湿度").out
    assert zhen("lookup", "-").err == "error: -: no term; write one term a line\n"


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16", "utf-8-sig"])
def test_standard_input_in_another_encoding(encoding: str, shelf: Path, zhen: "Zhen") -> None:
    """Terms are read as texts are; what cannot be decoded is no question."""
    asked = "神经网络\n" if encoding != "big5" else "神經網路\n神經網絡\n"  # neural network
    ran = zhen("lookup", "--format", "json", "-", stdin=asked.encode(encoding))
    assert json.loads(ran.out)[-1]["matches"][0]["en"] == "neural network"
    ran = zhen("lookup", "-", stdin=b"NN\n\xff\xff\n")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: -:2: byte 3 fits no encoding")


def test_another_glossary_and_an_output_file(shelf: Path, zhen: "Zhen") -> None:
    """`--glossary` from where the user stands; `-o` takes a file."""
    (shelf / "inner").mkdir()
    (shelf / "inner" / "mine.tsv").write_text(f"{ROWS[0]}\nfork\t\t叉子\tpreferred\t\n", "utf-8")
    ran = zhen("lookup", "fork", "--glossary", "mine.tsv", "-o", "out.txt", cwd=shelf / "inner")
    assert (ran.code, ran.out) == (0, "")
    assert "叉子" in (shelf / "inner" / "out.txt").read_text(encoding="utf-8")


def test_without_a_glossary(tmp_path: Path, zhen: "Zhen") -> None:
    """The answer is not "no match": there is nothing to look in."""
    ran = zhen("lookup", "NN")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "error: glossary/glossary.tsv: there is no such glossary; "
        "name another with --glossary, or make it with zhen-align build\n"
    )


def test_without_a_term(shelf: Path, zhen: "Zhen") -> None:
    """A prompt is for people: without a terminal it is wrong usage."""
    ran = zhen("lookup")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: no term; name one, or - for a list on standard input\n"
