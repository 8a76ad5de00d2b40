"""What a paragraph of reStructuredText says of code and does not carry over.

The colons that begin a block of code, the half-width brackets of a call, the name of a role without
its backticks. Not here: inline markup that is written out but not recognised (recognised.py).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from zhen_align.types import Document, Kind

Broken = tuple[int, int, str]
_CALL = re.compile(r"(?<![\w.])[A-Za-z_][\w.]*\((?=[\x21-\x7e])")


def wide_calls(here: str, there: Sequence[str]) -> Iterator[Broken]:
    """Yield the calls of code whose brackets have become those of Chinese text."""
    for each in there:
        for found in _CALL.finditer(each):
            wide = f"{found[0][:-1]}（"
            if found[0] not in here and (at := here.find(wide)) >= 0:
                yield at, at + len(wide), f"{found[0]} is code: its brackets are half-width"


def leads_code(target: Document, number: int) -> bool:
    """Whether :: is asked for: in messages, and where no block of code follows without it."""
    if target.format == "po":
        return True
    after = target.blocks[number + 1 : number + 2]
    return target.format == "rst" and not (after and after[0].kind is Kind.OPAQUE)


def lost_colons(here: str, there: Sequence[str]) -> Iterator[Broken]:
    """Yield the end of a message that begins a block of code no longer."""
    if there and there[-1].rstrip().endswith("::") and not here.rstrip().endswith("::"):
        yield len(here) - 1, len(here), ":: is missing at the end"


def no_roles(text: str, roles: Iterable[str]) -> Iterator[Broken]:
    """Yield the names of roles without their backticks, or in full-width colons."""
    for name in dict.fromkeys(roles):
        said = re.escape(name.strip(":"))
        broken = rf"(?<![\w:`]):{said}:(?!`)|：{said}[:：]`|:{said}：`"
        if found := re.search(broken, text):
            yield *found.span(), f"{found[0].strip('`')} is no role here"
