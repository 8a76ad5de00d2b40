"""Where the path may run: chains, closed stretches and the band round a centre line."""

from itertools import combinations, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from zhen_align.align.corridor import centred, heaviest_chain, through, whole
from zhen_align.align.lexicon import Lexicon
from zhen_align.align.matches import Corridor
from zhen_align.align.tokens import Text, tokenize

POINTS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 9)), max_size=8, unique=True
)


def best_weight(points: list[tuple[int, int, int]]) -> int:
    """Return the weight of the heaviest rising chain, trying all of them."""
    best = 0
    for size in range(1, len(points) + 1):
        for some in combinations(sorted(points), size):
            if all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(some)):
                best = max(best, sum(point[2] for point in some))
    return best


@given(POINTS)
def test_the_chain_is_the_heaviest(points: list[tuple[int, int, int]]) -> None:
    """It rises in both directions, and no other that does weighs more."""
    rows, columns, weights = (np.array([p[k] for p in points], dtype=np.int64) for k in range(3))
    chain = heaviest_chain(rows, columns, weights.astype(np.float64))
    assert (np.diff(rows[chain]) > 0).all()
    assert (np.diff(columns[chain]) > 0).all()
    assert weights[chain].sum() == best_weight(points)


def check(corridor: Corridor, zh: int, en: int) -> None:
    """Hold what every search relies on: from corner to corner, without a gap or a turn back."""
    assert len(corridor.low) == len(corridor.high) == zh + 1
    assert (corridor.low[0], corridor.high[-1]) == (0, en)
    assert (corridor.low <= corridor.high).all()
    assert (np.diff(corridor.low) >= 0).all()
    assert (np.diff(corridor.high) >= 0).all()
    assert (corridor.low[1:] <= corridor.high[:-1]).all()
    assert corridor.low.min() >= 0
    assert corridor.high.max() <= en


def test_the_whole_corridor_forbids_nothing() -> None:
    """Every row holds every place."""
    corridor = whole(3, 4)
    check(corridor, 3, 4)
    assert corridor.width == 5


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=6))
def test_stretches_are_closed(stretches: list[tuple[int, int]]) -> None:
    """Each stretch holds its own rectangle, and every sentence knows its stretch."""
    corridor = through(stretches)
    zh, en = sum(a for a, _ in stretches), sum(b for _, b in stretches)
    assert corridor.zh_part is not None
    assert corridor.en_part is not None
    check(corridor, zh, en) if stretches else None
    row = column = 0
    for number, (a, b) in enumerate(stretches):
        assert (corridor.zh_part[row : row + a] == number).all()
        assert (corridor.en_part[column : column + b] == number).all()
        assert (corridor.low[row : row + a + 1] <= column).all()
        assert (corridor.high[row : row + a + 1] >= column + b).all()
        row, column = row + a, column + b


def test_rows_inside_a_stretch_see_only_it() -> None:
    """A long pair of paragraphs among others widens no row but its own."""
    corridor = through([(2, 2), (3, 4), (1, 1)])
    assert corridor.low.tolist() == [0, 0, 0, 2, 2, 2, 6]
    assert corridor.high.tolist() == [2, 2, 6, 6, 6, 7, 7]


def test_the_band_follows_the_text(lex: Lexicon) -> None:
    """A long insertion on one side moves the centre line; the true places stay inside."""
    zh = [Text(f"第 {n} 组 a{n}") for n in range(120)]  # group n
    en = [Text(f"group {n} a{n}") for n in range(60)]
    en += [Text("nothing of it") for _ in range(50)]
    en += [Text(f"group {n} a{n}") for n in range(60, 120)]
    corridor = centred(*tokenize(zh, en, lex))
    check(corridor, 120, 170)
    for n in range(120):
        place = n if n < 60 else n + 50
        assert corridor.low[n] <= place < corridor.high[n + 1]
    assert corridor.width < 120


def test_nothing_in_common_gives_the_diagonal(lex: Lexicon) -> None:
    """Without a single vote the band runs straight."""
    zh, en = [Text("，") for _ in range(50)], [Text("…") for _ in range(100)]
    corridor = centred(*tokenize(zh, en, lex))
    check(corridor, 50, 100)
    assert all(corridor.low[n] <= 2 * n <= corridor.high[n] for n in range(51))
