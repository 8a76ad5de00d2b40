"""Long texts are scored part by part, which nobody can tell from the result."""

import pytest

from zhen_align.align import looks, sequences
from zhen_align.align.corridor import through
from zhen_align.align.tokens import Text

NOUNS = [("pump", "水泵"), ("valve", "阀门"), ("tank", "水箱"), ("tower", "塔"), ("bridge", "桥")]


def texts(count: int) -> tuple[list[Text], list[Text]]:
    """Return sentences that recur, with some left out on each side and numbers in between."""
    zh, en = [], []
    for n in range(count):
        (a, left), (b, right) = NOUNS[n % 5], NOUNS[(n * 3 + 1) % 5]
        if n % 17:
            en.append(Text(f"The {a} number {n} stands beside the {b}."))
        if n % 13:
            zh.append(Text(f"{n}号{left}在{right}旁边。"))
    return zh, en


@pytest.mark.parametrize("closed", [False, True], ids=["one text", "many short pairs"])
def test_the_parts_give_the_whole(closed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beads and their probabilities are the same, however long the parts are."""
    zh, en = texts(180)
    corridor = None
    if closed:
        en = en[: len(zh)]
        corridor = through([(3, 3)] * (len(zh) // 3) + [(len(zh) % 3, len(zh) % 3)])
    found = []
    for rows in (10_000, 50, 7):
        monkeypatch.setattr(looks, "_CHUNK", rows)
        found.append(sequences.align_sentences(zh, en, corridor))
    assert found[0] == found[1] == found[2]
