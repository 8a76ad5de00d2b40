"""The compiled dictionary: what it finds in texts, and how it is kept."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhen_align.align import lexicon as module
from zhen_align.align.dictionary import MAX_HAN
from zhen_align.align.lexicon import Lexicon, codes, find_stems, find_words, is_han, stems

# characters of which many neighbours are words, and some that are none
HANISH = st.text(alphabet="机器学习模型的大语言数据，。 aZ9😀\u3400", max_size=24)


def found(text: str, lex: Lexicon) -> list[tuple[int, str]]:
    """Return place and form of each word."""
    place, length, _ = find_words(text, lex)
    pairs = zip(place.tolist(), length.tolist(), strict=True)
    return [(at, text[at : at + size]) for at, size in pairs]


def slowly(text: str, table: dict[str, set[str]]) -> list[tuple[int, str]]:
    """Return the same by looking up every substring."""
    n = len(text)
    long = [
        (at, text[at : at + size])
        for at in range(n)
        for size in range(2, min(MAX_HAN, n - at) + 1)
        if text[at : at + size] in table
    ]
    covered = {at + k for at, word in long for k in range(len(word))}
    short = [(at, ch) for at, ch in enumerate(text) if at not in covered and ch in table]
    return sorted(long + short, key=lambda pair: (pair[0], len(pair[1])))


@given(text=HANISH)
def test_words_are_those_of_the_dictionary(
    lex: Lexicon, table: dict[str, set[str]], text: str
) -> None:
    """All words of two or more characters, and single ones that no longer word covers."""
    assert found(text, lex) == slowly(text, table)


def test_overlapping_words_are_all_found(lex: Lexicon) -> None:
    """Machine, learning and machine learning: no choice is made between them."""
    forms = [word for _, word in found("机器学习", lex)]
    assert {"机器", "学习"} <= set(forms)
    assert not {"机", "器"} & set(forms)


def test_numbers_lead_to_the_translations(lex: Lexicon) -> None:
    """A found word's number gives the stems of its translations."""
    _, _, number = find_words("模型", lex)
    ids = lex.en_id[lex.en_first[number[0]] : lex.en_first[number[0] + 1]]
    assert int(find_stems(["model"], lex)[0]) in ids.tolist()


def test_unknown_stems_have_no_number(lex: Lexicon) -> None:
    """What is in no gloss is -1; an inflected form is found by its stem."""
    model, nothing = find_stems([*stems(["models"]), "zzyzzy"], lex).tolist()
    assert model >= 0
    assert nothing == -1


def test_no_text_no_words(lex: Lexicon) -> None:
    """Empty text, no Chinese, a lone surrogate: nothing is found and nothing breaks."""
    for text in ("", "plain words", "\ud800"):
        assert found(text, lex) == []


def test_only_chinese_characters_are_han() -> None:
    """Marks, kana and Latin letters are not; extensions and the zero sign are."""
    han = [True, True, True, True, False, False, False, False]
    assert is_han(codes("中㐀〇\U00020000、ア a")).tolist() == han


def test_a_warm_start_maps_the_same_arrays(lex: Lexicon, lexicon_folder: Path) -> None:
    """What is loaded equals what was made, and is mapped, not read."""
    assert sorted(path.name for path in lexicon_folder.parent.iterdir()) == [lexicon_folder.name]
    again = module._load(lexicon_folder)
    assert isinstance(again.zh_hash.base, np.memmap)
    for name in module._ARRAYS:
        assert np.array_equal(getattr(again, name), getattr(lex, name))


def test_a_damaged_file_is_no_obstacle(
    lex: Lexicon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Arrays that cannot be read, in a place that cannot be written to: made again in memory."""
    folder = tmp_path / "lexicon-broken"
    folder.mkdir()
    for name in module._ARRAYS:
        (folder / f"{name}.npy").write_bytes(b"not an array")
    monkeypatch.setattr(module, "_folder", lambda: folder)
    monkeypatch.setattr(module, "compile_lexicon", lambda: lex)
    assert module.lexicon.__wrapped__().en_hash is lex.en_hash


def test_two_processes_at_first_use(tmp_path: Path) -> None:
    """Both get the dictionary, one copy is kept, nothing half made stays behind."""
    # a dictionary of eight words, slow enough that both set out to make it
    code = """
import time
from zhen_align.align import lexicon as module
def translations():
    time.sleep(0.5)
    return {"\\u6a21" * n: {"model"} for n in range(1, 9)}
module.translations = translations
print(len(module.lexicon().zh_hash), module.find_words("\\u6a21\\u6a21", module.lexicon())[2])
"""
    env = os.environ | {"XDG_CACHE_HOME": str(tmp_path)}
    processes = [
        subprocess.Popen([sys.executable, "-c", code], env=env, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    answers = [process.communicate(timeout=120)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    assert answers[0] == answers[1] != ""
    kept = [path.name for path in (tmp_path / "zhen-align").iterdir()]
    assert len(kept) == 1
    assert kept[0].startswith("lexicon-")
