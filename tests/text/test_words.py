"""Words of both languages, with places."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.text.words import words
from zhen_align.types import Lang

# the text, its words parted by blanks; the gloss names the case
CHINESE = [
    ("模型训练很慢。", "模型 训练 很 慢 。", "dictionary words and a mark"),
    ("多序列比对", "多 序列 比 对", "a term jieba does not know"),
    ("GPT-4达到97.3%", "GPT-4 达到 97.3 %", "Latin runs stay whole"),
    ("用 C++ 写", "用 C++ 写", "a Latin name with marks"),
    ("A 100", "A 100", "blanks part words"),
    ("(模型)", "( 模型 )", "brackets are marks"),
    ("很好😀", "很 好 😀", "emoji"),
]
ENGLISH = [
    ("We don't stop.", "We do n't stop .", "a contraction"),
    ("e.g. the U.K., at 97.3%", "e.g. the U.K. , at 97.3 %", "abbreviations"),
    ("Fine-tune GPT-4.", "Fine - tune GPT-4 .", "hyphens"),
    ("the term 模型训练 here", "the term 模型 训练 here", "Chinese inside"),
    ("模型", "模型", "Chinese alone"),
    ("two  blanks\nand a line", "two blanks and a line", "blanks are no words"),
]


@pytest.mark.parametrize(("text", "parts", "gloss"), CHINESE, ids=[row[2] for row in CHINESE])
def test_chinese_words(text: str, parts: str, gloss: str) -> None:
    """Each row is cut as its second column says."""
    assert [span.of(text) for span in words(text, Lang.ZH)] == parts.split()


@pytest.mark.parametrize(("text", "parts", "gloss"), ENGLISH, ids=[row[2] for row in ENGLISH])
def test_english_words(text: str, parts: str, gloss: str) -> None:
    """Each row is cut as its second column says."""
    assert [span.of(text) for span in words(text, Lang.EN)] == parts.split()


def test_extra_words_are_known_and_stay_private() -> None:
    """A glossary's terms are words for who passes them, for nobody else, and not in jieba."""
    text = "多序列比对与K均值"
    extra = frozenset({"多序列比对", "K均值", " "})
    found = [span.of(text) for span in words(text, Lang.ZH, extra)]
    assert found == ["多序列比对", "与", "K均值"]
    assert len(words(text, Lang.ZH)) > len(found)
    import jieba

    assert "多序列比对" not in jieba.dt.FREQ
    in_english = "the 多序列比对 step"
    assert [s.of(in_english) for s in words(in_english, Lang.EN, extra)][1] == "多序列比对"


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=40),
        st.text(alphabet="模型训练K均值GPT-4.'+#3 \n\u3000ａ，。(😀é", max_size=40),
    ),
    st.sampled_from(list(Lang)),
    st.sampled_from([frozenset[str](), frozenset({"K均值", "型训", "4.模"})]),
)
def test_words_cover_the_text_but_blanks(text: str, lang: Lang, extra: frozenset[str]) -> None:
    """Nothing is lost, doubled or moved: only blanks stand between the words."""
    done = 0
    for span in words(text, lang, extra):
        assert not text[done : span.start].strip()
        assert span.of(text).strip()
        done = span.end
    assert not text[done:].strip()


def test_jieba_is_silent_and_caches_in_our_folder(tmp_path: Path) -> None:
    """First use prints nothing, keeps its cache in ours, and leaves the logger as it was."""
    code = (
        "from zhen_align.text.words import words; from zhen_align.types import Lang\n"
        "words('模型', Lang.ZH); import logging; print(logging.getLogger('jieba').level)"
    )
    env = {"XDG_CACHE_HOME": str(tmp_path), "HOME": str(tmp_path), "PATH": ""}
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env
    )
    assert (run.stdout.strip(), run.stderr) == (str(logging.DEBUG), "")
    if sys.platform == "linux":
        assert list(tmp_path.rglob("zhen-align/jieba*.cache"))


def test_a_cache_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    """A file where the cache folder should be costs time, nothing else."""
    (tmp_path / "file").write_text("")
    code = (
        "from zhen_align.text.words import words; from zhen_align.types import Lang\n"
        "print(len(words('模型训练', Lang.ZH)))"
    )
    env = {"XDG_CACHE_HOME": str(tmp_path / "file"), "HOME": str(tmp_path / "file"), "PATH": ""}
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env
    )
    assert (run.stdout.strip(), run.stderr) == ("2", "")


@pytest.mark.parametrize("module", ["words", "sentences"])
def test_import_is_light(module: str) -> None:
    """Importing loads neither jieba nor spaCy."""
    code = (
        f"import sys, zhen_align.text.{module}\n"
        "print(*sorted({'jieba', 'spacy', 'numpy', 'platformdirs'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""
