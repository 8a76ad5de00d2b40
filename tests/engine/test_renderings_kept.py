"""What texts show of their renderings is kept by document: an edit costs only what it touches."""

from pathlib import Path

import pytest

from zhen_align.config import Config
from zhen_align.engine import renderings
from zhen_align.engine.renderings import Cached
from zhen_align.pipeline import alignments, parsed
from zhen_align.terms.rendering_data import Expected, Missed, Rendered
from zhen_align.terms.rendering_looks import Here
from zhen_align.types import Alignment

# a pump and a valve, each in a sentence of either language
PUMP = "The water pump opens.\n\n水泵开启。\n\nA water pump is dear.\n\n水泵很贵。\n"
VALVE = "The check valve opens.\n\n止回阀开启。\n\nA check valve is dear.\n\n单向阀很贵。\n"


def aligned(name: str, text: str) -> Alignment:
    """Return the alignment of one file that holds both languages."""
    (found,) = alignments([parsed(name, text.encode())], "")
    return found


def expected(seen: Rendered) -> tuple[Expected, ...]:
    """Return something to expect of every term."""
    return tuple(Expected(term.key, "止回阀") for term in seen.terms)


def test_kept_is_what_would_be_made(tmp_path: Path) -> None:
    """The cache gives back what the looks give, byte for byte."""
    pairs = [aligned("pump.md", PUMP), aligned("valve.md", VALVE)]
    here, config = Here(), Config(root=tmp_path, jobs=1)
    wanted = [expected(each) for each in here.first(pairs)]
    for _ in range(2):
        kept = Cached(config)
        assert list(kept.first(pairs)) == list(here.first(pairs))
        assert list(kept.second(pairs, wanted)) == list(here.second(pairs, wanted))


def test_an_edit_costs_only_what_it_touches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is looked at twice; a changed document alone, another only for new expectations."""
    config, pump = Config(root=tmp_path, jobs=1), aligned("pump.md", PUMP)
    looked: list[str] = []

    def first(task: tuple[object, object, renderings._First]) -> Rendered:
        looked.append(f"1 {task[-1].alignment.name}")
        return Rendered()

    def second(task: tuple[object, object, renderings._Second]) -> Missed:
        looked.append(f"2 {task[-1].alignment.name}")
        return Missed()

    monkeypatch.setattr(renderings, "_first", first)
    monkeypatch.setattr(renderings, "_second", second)

    def look(*pairs: Alignment, form: str) -> list[str]:
        looked.clear()
        kept = Cached(config)
        kept.first(pairs)
        kept.second(pairs, [(Expected("x", form),)] * len(pairs))
        return list(looked)

    valve = aligned("valve.md", VALVE)
    assert look(pump, valve, form="甲") == ["1 pump.md", "1 valve.md", "2 pump.md", "2 valve.md"]
    assert look(pump, valve, form="甲") == []
    edited = aligned("valve.md", VALVE.replace("单向阀", "止回阀"))
    assert look(pump, edited, form="甲") == ["1 valve.md", "2 valve.md"]
    assert look(pump, edited, form="乙") == ["2 pump.md", "2 valve.md"]


def test_a_damaged_entry_is_made_anew(tmp_path: Path) -> None:
    """What does not fit the declared types is no answer."""
    pairs = [aligned("pump.md", PUMP)]
    config = Config(root=tmp_path, jobs=1)
    right = list(Cached(config).first(pairs))
    for entry in (tmp_path / ".zhen" / "cache").rglob("*"):
        if entry.is_file():
            entry.write_bytes(b"no entry")
    assert list(Cached(config).first(pairs)) == right
