"""Formats that are archives of XML: which there are, and how their parts are read safely.

They have no text on disk that offsets could point into. A reader of one makes the text (what
people see, a line for each paragraph or row) and the pieces in it, with addresses.
"""

import io
import zipfile
import zlib
from importlib import import_module
from pathlib import PurePosixPath
from xml.etree import ElementTree

from zhen_align.errors import InputError
from zhen_align.read.pieces import Reading

PACKED = {".docx": "zhen_align.read.docx", ".xlsx": "zhen_align.read.xlsx"}
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ElementTree.ParseError,
    LookupError,  # an encoding that nobody knows, too
    ValueError,
    NotImplementedError,
    RuntimeError,  # a part with a password
)
"""What the libraries raise for a package that is none, or damaged."""
_LARGEST = 200_000_000  # bytes of one part, unpacked


class RefusedError(Exception):
    """What a package holds is not read, and this is why."""


def is_packed(path: str) -> bool:
    """Say whether a file of this name is an archive, whose text stands nowhere on disk."""
    return PurePosixPath(path).suffix.lower() in PACKED


def unpack(data: bytes, where: str) -> tuple[str, Reading]:
    """Return the text of an archive, and its pieces."""
    reader = import_module(PACKED[PurePosixPath(where).suffix.lower()])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            text, reading = reader.read(package)
    except RefusedError as error:
        raise InputError(
            str(error), where=where, fix="save it again, or export its text"
        ) from error
    except UNREADABLE as error:
        what = f"is no {PurePosixPath(where).suffix.lower()} file, or a damaged one"
        if data[:4] == b"\xd0\xcf\x11\xe0":
            what = "is locked with a password, or in the format of old versions of Office"
        raise InputError(what, where=where, fix="save it again, or export its text") from error
    return text, reading


def part(package: zipfile.ZipFile, name: str) -> ElementTree.Element:
    """Return the root of one part; it may declare no entities, and not unpack without end."""
    if package.getinfo(name).file_size > _LARGEST:
        raise RefusedError(f"holds a part larger than any text, {name}")
    content = package.read(name)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise RefusedError(f"declares entities in {name}, which are not expanded")
    return ElementTree.fromstring(content)
