"""Alignments of files with one sentence a line: `[0]:[0,1]:0.93`, a bead a line."""

import json
import re

from zhen_align.errors import InputError
from zhen_align.evaluate.beads import Joined

_RUNG = re.compile(r"\s*(\[[\d,\s]*\]):(\[[\d,\s]*\])(?::([\d.eE+-]+))?\s*")


def parse(text: str, where: str = "") -> list[Joined]:
    """Return the beads of a ladder.

    >>> [bead.kind for bead in parse("[0]:[0,1]:0.93\\n[]:[2]\\n")]
    ['1-2', '0-1']
    """
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        rung = _RUNG.fullmatch(line)
        if rung is None:
            raise InputError(
                f"no bead: {line.strip()[:40]}",
                where=f"{where}:{number}",
                fix="write [0]:[0,1], Chinese numbers first",
            )
        zh, en = (frozenset(json.loads(rung[side])) for side in (1, 2))
        found.append(Joined(zh, en, float(rung[3] or 1.0)))
    return found
