"""Bytes to text and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhen_align.errors import InputError
from zhen_align.read.decode import decode, encode

SIMPLIFIED = "模型很大，但训练很慢。\r\n我们提出一种新的方法（见图 1）。\n"  # the model is large …
TRADITIONAL = "模型很大，但訓練很慢。\r\n我們提出一種新的方法（見圖 1）。\r"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16-le-sig", "utf-16-be-sig"]


@pytest.mark.parametrize("encoding", [*ENCODINGS, "gb18030"])
@pytest.mark.parametrize("text", [SIMPLIFIED, "The model is large.\r\n", "用 BERT\n"])
def test_each_encoding_is_told(text: str, encoding: str) -> None:
    """Simplified Chinese and English come back from every encoding, line ends as they were."""
    if text.isascii() and encoding == "gb18030":
        encoding = "utf-8"
    assert decode(encode(text, encoding), "a.txt") == (text, encoding)


@pytest.mark.parametrize("encoding", [*ENCODINGS, "big5", "gb18030"])
def test_traditional_is_told(encoding: str) -> None:
    """Traditional Chinese is told in Big5 and in GB18030, which both hold it."""
    assert decode(encode(TRADITIONAL, encoding), "a.txt") == (TRADITIONAL, encoding)


@given(st.lists(st.sampled_from(SIMPLIFIED + "不了这个"), min_size=8), st.sampled_from(ENCODINGS))
def test_decoding_is_undone_by_encoding(letters: list[str], encoding: str) -> None:
    """With a mark, or as UTF-8, any text is what it was, to the byte."""
    text = "".join(letters)
    if encoding.endswith(("sig", "8")):
        assert decode(encode(text, encoding), "a.txt") == (text, encoding)
    data = encode(text, encoding)
    assert encode(*decode(data, "a.txt")) == data


def test_an_empty_file_is_an_empty_text() -> None:
    """No bytes are no characters, and no error."""
    assert decode(b"", "a.txt") == ("", "utf-8")


@pytest.mark.parametrize(
    "data",
    [b"\x00\x01\x02\x03" * 50, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\x01\x02\x03" * 40],
)
def test_binary_files_are_named(data: bytes) -> None:
    """A binary file is an error that says so."""
    with pytest.raises(InputError) as caught:
        decode(data, "a.bin")
    assert str(caught.value) == "a.bin: is binary, no text; leave it out, or export its text"


@pytest.mark.parametrize(
    ("data", "line", "byte"),
    [
        ("模型很大。\n".encode() * 9 + b"\xff", 10, 144),
        ("模型".encode()[:-1], 1, 3),
        (b"caf\xe9s are open\n", 1, 3),
        (b"\xef\xbb\xbfok\n\xff", 2, 6),
        ("模型".encode("utf-16") + b"\x00", 1, 6),
    ],
    ids=["one bad byte", "cut short", "Latin-1", "after a mark", "odd UTF-16"],
)
def test_undecodable_bytes_are_placed(data: bytes, line: int, byte: int) -> None:
    """What fits no encoding is an error with its line and byte, never a question mark."""
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt")
    assert str(caught.value) == (
        f"a.txt:{line}: byte {byte} fits no encoding that is read here "
        "(UTF-8, UTF-16, GB18030, Big5); save it as UTF-8"
    )


@given(st.binary(max_size=60))
def test_any_bytes_decode_exactly_or_not_at_all(data: bytes) -> None:
    """No bytes crash; what is decoded encodes to the same bytes, or is no file of ours."""
    try:
        text, encoding = decode(data, "a.txt")
    except InputError:
        return
    if encoding.startswith("utf"):
        assert encode(text, encoding) == data
