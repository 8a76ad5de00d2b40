"""Vectors kept on disk: nothing is encoded twice, and no damage gives a wrong one."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from zhen_align.engine.vectors import KeptVectors


class Lengths:
    """An encoder whose vectors are easy to know, and which counts what it is asked."""

    name = "lengths"

    def __init__(self, size: int = 3) -> None:
        """Ask nothing yet."""
        self.size = size
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return the length of a text, as often as there is room."""
        self.asked += texts
        return np.array([[len(text) / 7] * self.size for text in texts], dtype=np.float32)


TEXTS = [f"{'词' * n} word" for n in range(50)]  # 词: word


def test_a_second_run_encodes_nothing(tmp_path: Path) -> None:
    """And gives the same bytes, whatever the order."""
    first = KeptVectors(Lengths(), tmp_path).encode(TEXTS)
    again = Lengths()
    kept = KeptVectors(again, tmp_path)
    assert kept.encode(TEXTS[::-1])[::-1].tobytes() == first.tobytes()
    assert (again.asked, kept.encoded) == ([], 0)
    assert KeptVectors(Lengths(), None).encode(TEXTS).tobytes() == first.tobytes()


def test_only_what_is_new_is_encoded(tmp_path: Path) -> None:
    """Once, though it stands there twice."""
    KeptVectors(Lengths(), tmp_path).encode(TEXTS[:20])
    encoder = Lengths()
    KeptVectors(encoder, tmp_path).encode([*TEXTS[10:30], *TEXTS[20:30]])
    assert encoder.asked == TEXTS[20:30]


def test_two_write_at_once(tmp_path: Path) -> None:
    """Each sees its own; the next sees both."""
    one, two = KeptVectors(Lengths(), tmp_path), KeptVectors(Lengths(), tmp_path)
    one.encode(TEXTS[:30])
    two.encode(TEXTS[20:])
    encoder = Lengths()
    found = KeptVectors(encoder, tmp_path).encode(TEXTS)
    assert encoder.asked == []
    assert np.allclose(found[:, 0], [len(text) / 7 for text in TEXTS], atol=1e-2)


@pytest.mark.parametrize("name", ["keys-3", "rows-3", "rows-7", "rows-x"])
@pytest.mark.parametrize("data", [b"", b"7", b"x" * 101])
def test_damage_costs_time_only(tmp_path: Path, name: str, data: bytes) -> None:
    """What does not fit together is made anew."""
    expected = KeptVectors(Lengths(), tmp_path).encode(TEXTS)
    folder = tmp_path / ".zhen" / "vectors" / "lengths"
    whole = (folder / name).read_bytes() if (folder / name).exists() else b""
    (folder / name).write_bytes(whole[: len(data)] if whole else data)
    for _ in range(2):
        found = KeptVectors(Lengths(), tmp_path).encode(TEXTS)
        assert found.tobytes() == expected.tobytes()


def test_half_a_write_is_cut_off(tmp_path: Path) -> None:
    """Rows without keys are overwritten by the next."""
    KeptVectors(Lengths(), tmp_path).encode(TEXTS[:10])
    folder = tmp_path / ".zhen" / "vectors" / "lengths"
    with (folder / "rows-3").open("ab") as rows:
        rows.write(b"half a write")
    KeptVectors(Lengths(), tmp_path).encode(TEXTS)
    encoder = Lengths()
    found = KeptVectors(encoder, tmp_path).encode(TEXTS)
    assert encoder.asked == []
    assert np.allclose(found[:, 0], [len(text) / 7 for text in TEXTS], atol=1e-2)


def test_links_are_followed_nowhere(tmp_path: Path) -> None:
    """A `.zhen/` that came with somebody's project may not write elsewhere."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    root = tmp_path / "project"
    (root / ".zhen").mkdir(parents=True)
    (root / ".zhen" / "vectors").symlink_to(elsewhere)
    assert len(KeptVectors(Lengths(), root).encode(TEXTS)) == 50
    assert list(elsewhere.iterdir()) == []


def test_rows_that_are_no_numbers_are_made_anew(tmp_path: Path) -> None:
    """A damaged file is believed where it is sound, and mended where it is not."""
    KeptVectors(Lengths(), tmp_path).encode(TEXTS)
    rows = next(tmp_path.rglob("rows-3"))
    data = bytearray(rows.read_bytes())
    data[6:12] = b"\x00\x7e" * 3  # the second row: not a number, in half precision
    rows.write_bytes(bytes(data))
    encoder = Lengths()
    found = KeptVectors(encoder, tmp_path).encode(TEXTS)
    assert encoder.asked == TEXTS[1:2]
    assert np.isfinite(found).all()
    again = Lengths()
    KeptVectors(again, tmp_path).encode(TEXTS)
    assert again.asked == []
