"""Encodings with little to go by: a few rare characters, a stray control."""

import pytest

from zhen_align.errors import InputError
from zhen_align.read.decode import decode

# text, encoding, gloss
TEXTS = [
    ("水泵有三个部件。\x0b阀门每天关闭一次，水箱装满了水。\n", "gb18030", "a soft line break"),
    ("The café on the corner has a pump that opens at noon.\n", "gb18030", "one accent"),
    ("The café on the corner has a pump.\n", "utf-16-le", "no mark of order, one accent"),
    ("水泵 – the pump – 有三个部件。\n", "gb18030", "dashes between the languages"),
]


@pytest.mark.parametrize(("text", "encoding", "gloss"), TEXTS, ids=[t[2] for t in TEXTS])
def test_little_to_go_by(text: str, encoding: str, gloss: str) -> None:
    """What is read is what was written."""
    assert decode(text.encode(encoding), "x.txt")[0] == text


def test_a_chinese_text_cut_short_is_named_where_it_breaks() -> None:
    """The line is that of the cut, not of the first Chinese character."""
    data = "水泵有三个部件，每天检查。\n阀门每天关闭一次。\n水箱装满了水".encode("gb18030")[:-1]
    with pytest.raises(InputError, match=r"^x\.txt:3: byte "):
        decode(data, "x.txt")


def test_a_mark_of_order_does_not_make_text() -> None:
    """UTF-32 begins like UTF-16; what follows is full of zeros and is refused."""
    with pytest.raises(InputError, match="is binary"):
        decode("The pump opens at noon.".encode("utf-32"), "x.txt")
