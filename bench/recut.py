"""Cut texts anew, so that sentences and clauses of the two languages end in different places.

Literary translations join and part sentences freely: one Chinese sentence is two or three
in English, and where both sides cut a run of clauses differently the bead is 2-2 or 2-3.
Such gold is made here from pieces that translate each other for certain: a sentence end
between two pieces may go on either side. Some pieces are left out on one side.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Piece = tuple[str, str]
Bead = tuple[list[int], list[int]]

_LONGEST = 90
_BOTH, _EN, _ZH = 0.58, 0.28, 0.10
_LEFT_OUT = 0.03
_SMALL = (
    "And ", "The ", "Then ", "But ", "So ", "For ", "In ", "This ", "That ", "These ", "It ",
    "We ", "He ", "They ", "A ", "An ", "As ", "If ", "When ", "However", "Note ", "To ",
)  # fmt: skip
_ZH_END = re.compile(r"[。；]$")
_EN_END = re.compile(r"[.;]$")


@dataclass(frozen=True)
class Recut:
    """Sentences of both sides, and the beads between them."""

    zh: list[str]
    en: list[str]
    beads: list[Bead]


def recut(pieces: Sequence[Piece], rng: random.Random) -> Recut:
    """Return the pieces as sentences that end where they please."""
    zh: list[str] = []
    en: list[str] = []
    beads: list[Bead] = []
    zh_open = en_open = False
    here: Bead = ([], [])
    for zh_piece, en_piece in pieces:
        fresh = not (zh_open or en_open)
        if fresh and rng.random() < _LEFT_OUT:
            side, text = ((zh, zh_piece), (en, en_piece))[rng.random() < 0.5]
            side.append(text)
            beads.append(([len(zh) - 1], []) if side is zh else ([], [len(en) - 1]))
            continue
        _put(zh, zh_piece, zh_open, _ZH_END, "，", "")
        _put(en, en_piece, en_open, _EN_END, rng.choice([",", ",", ";"]), " ")
        here[0].extend({len(zh) - 1} - set(here[0]))
        here[1].extend({len(en) - 1} - set(here[1]))
        draw = rng.random()
        zh_ends = draw < _BOTH or _BOTH + _EN <= draw < _BOTH + _EN + _ZH
        en_ends = draw < _BOTH + _EN
        zh_ends |= len(zh[-1]) > _LONGEST or not _ZH_END.search(zh_piece)
        en_ends |= len(en[-1]) > 4 * _LONGEST or not _EN_END.search(en_piece)
        if max(len(here[0]), len(here[1])) >= 4:
            zh_ends = en_ends = True
        zh_open, en_open = not zh_ends, not en_ends
        if zh_ends and en_ends:
            beads.append(here)
            here = ([], [])
    if here[0] or here[1]:
        beads.append(here)
    return Recut(zh, en, beads)


def _put(
    side: list[str], piece: str, going_on: bool, end: re.Pattern[str], mark: str, space: str
) -> None:
    if not going_on:
        side.append(piece)
        return
    small = piece[:1].lower() + piece[1:] if piece.startswith(_SMALL) else piece
    side[-1] = end.sub(mark, side[-1]) + space + small


def documents(pieces: Sequence[Piece], size: int, seed: str) -> Iterator[Recut]:
    """Yield texts of so many pieces, each cut anew."""
    for number, at in enumerate(range(0, len(pieces) - size // 2, size)):
        yield recut(pieces[at : at + size], random.Random(f"{seed} {number}"))
