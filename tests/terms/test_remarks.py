"""Brackets that only look like definitions, words that only look like nouns or names."""

import pytest

from zhen_align.terms import english
from zhen_align.terms.definitions import definitions
from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.fitness import _loose
from zhen_align.terms.initials import is_abbreviation
from zhen_align.terms.names import _NO_NAME

REMARKS = [
    ("请下载[JDK](https://example.org/x)安装。", "the text of a link"),
    ("可用内存（GB）", "a unit"),
    ("支持SNMP（暂未实现）", "not implemented yet"),
    ("调用GPU（$i$从0开始）", "a formula that counts from nought"),
    ("安装CUDA（或使用预装CUDA的镜像）", "a remark with the letters in it"),
    ("由于网络Web（UI）较慢", "letters beside another Latin word"),
    ("如（ABC）", "such as"),
    ("the LeNet (LeNet-5) network", "the same name with a number"),
]  # gloss: what each bracket is


@pytest.mark.parametrize(("text", "gloss"), REMARKS, ids=[gloss for _, gloss in REMARKS])
def test_no_definition(text: str, gloss: str) -> None:
    """A bracket that remarks on something defines nothing."""
    assert definitions(text) == []


SAID = [
    ("two-factor authorization (2FA) is on", "two-factor authorization", "2FA"),
    ("keep tests AIR (automatic, independent, repeatable).", "automatic, independent, repeatable",
     "AIR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "long", "abbr"), SAID)
def test_a_definition_all_the_same(text: str, long: str, abbr: str) -> None:
    """A digit may stand for a word, and a bracket may list a word for each letter."""
    found = [
        (one.en.of(text), one.abbr.of(text)) for one in definitions(text) if one.en and one.abbr
    ]
    assert found == [(long, abbr)]


@pytest.mark.parametrize("form", ["8GB", "2GHz", "v2", "data1", "yyyyMM"])
def test_no_abbreviation(form: str) -> None:
    """Quantities, versions, variables and patterns of dates abbreviate nothing."""
    assert not is_abbreviation(form)


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("they define a valve", "valve", "define"),
        ("the recall of valves", "recall", "valves"),
        ("what happens next", None, "happens"),
        ("the pump returns the water", "pump", "pump returns"),
        ("we initialize pumps", None, "initialize"),
    ],
)
def test_verbs_are_no_terms(text: str, wanted: str | None, unwanted: str) -> None:
    """What follows a determiner is a noun; what stands before one, or after we, is none."""
    found = {unit.span.of(text) for unit in english.units(text, Dictionary(()))}
    assert wanted is None or wanted in found
    assert unwanted == "valves" or unwanted not in found


def test_edges_of_the_sentence_are_loose() -> None:
    """A function word at the edge that nothing explains counts; prefixes of words do not."""
    assert sum(_loose("为公钥", [0.0, 1.0, 1.0])) > 0  # `as the public key`
    assert sum(_loose("缓存目录中", [1.0, 1.0, 1.0, 1.0, 0.0])) > 0  # `in the cache folder`
    assert sum(_loose("公钥目录", [1.0, 1.0, 1.0, 1.0])) == 0  # `folder of public keys`


@pytest.mark.parametrize("form", ["conf/app.properties", "driver-8.0.jar", "v1.8.x", "85E11560AB"])
def test_paths_and_versions_are_no_names(form: str) -> None:
    """Paths, files, versions and hexadecimal ids stay out of the names."""
    assert _NO_NAME.fullmatch(form)


@pytest.mark.parametrize("form", ["Node.js", "TCP/IP", "GPT-4", "BioBERT"])
def test_names_all_the_same(form: str) -> None:
    """A dot, a slash or a digit does not make a name less of one."""
    assert not _NO_NAME.fullmatch(form)
