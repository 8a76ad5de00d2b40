"""Keeping freed memory is a matter of time, never of whether a run succeeds."""

import ctypes
import sys
from collections.abc import Iterator

import pytest

from zhen_align.engine import memory


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    memory.keep_freed.cache_clear()
    yield
    memory.keep_freed.cache_clear()


def test_malloc_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both thresholds are set, and not again for every text."""
    asked: list[tuple[int, int]] = []

    class Libc:
        def mallopt(self, parameter: int, value: int) -> int:
            asked.append((parameter, value))
            return 1

    monkeypatch.setattr(ctypes, "CDLL", lambda name: Libc())
    monkeypatch.setattr(sys, "platform", "linux")
    memory.keep_freed()
    memory.keep_freed()
    assert asked == [(-1, memory.TRIM), (-3, memory.MMAP)]


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_another_libc_is_left_alone(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    """Where malloc takes no such wishes nothing happens."""
    monkeypatch.setattr(ctypes, "CDLL", lambda name: object())
    monkeypatch.setattr(sys, "platform", platform)
    memory.keep_freed()
