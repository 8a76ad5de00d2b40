"""The fuzzer: its targets take what they should, and it finds what is wrong."""

import importlib
import itertools
from pathlib import Path
from types import ModuleType

import pytest

from zhen_align.errors import InputError

ROOT = Path(__file__).resolve().parents[1]
KEPT = sorted(path for path in (ROOT / "tests" / "fuzz").iterdir() if path.suffix != ".md")


@pytest.fixture
def fuzz(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the fuzzer, which lies among the benchmarks."""
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    return importlib.import_module("fuzz")


def test_targets_take_their_seeds(fuzz: ModuleType) -> None:
    """As they are: whole inputs are read, not refused."""
    targets = fuzz.fuzz_targets
    for name, target in targets.TARGETS.items():
        target(targets.seeds(name)[0])


def test_the_same_seed_makes_the_same_cases(fuzz: ModuleType) -> None:
    """So that a finding can be had again."""
    names = ["glossary", "read.docx", "lookup"]
    first, second = (list(itertools.islice(fuzz.cases(7, names), 60)) for _ in range(2))
    assert first == second
    assert len({data for _, data in first}) > 50


def test_faults_are_told_from_refusals(fuzz: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is refused in a line is no fault; a crash is, and so is work without end."""
    monkeypatch.setattr(fuzz, "PATIENCE", 0.1)

    def refuse(_: bytes) -> None:
        raise InputError("no text")

    def endless(_: bytes) -> None:
        while True:
            pass

    assert fuzz.tried(refuse, b"") == ""
    assert "ZeroDivisionError" in fuzz.tried(lambda _: 1 // 0, b"")
    assert fuzz.tried(endless, b"").startswith("took more than")


@pytest.mark.parametrize("file", KEPT, ids=lambda path: path.name)
def test_what_was_found_is_mended(fuzz: ModuleType, file: Path) -> None:
    """For good."""
    target = fuzz.fuzz_targets.TARGETS[file.name.split("-")[0]]
    assert fuzz.tried(target, file.read_bytes()) == ""
