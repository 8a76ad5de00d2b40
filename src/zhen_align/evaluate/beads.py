"""Beads against beads: strict, lax, by type, and those with one side or out of order.

The keys of a bead are whatever names a sentence: its number in a file of one sentence a
line, or its place. Strict is the same keys on both sides; lax shares at least one pair.
Precision counts all beads that were found, recall the gold's with both sides.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from zhen_align.evaluate.tally import Tally, of_sets

Keys = frozenset[Hashable]


@dataclass(frozen=True, slots=True)
class Joined:
    """What translates what, as gold or a program says; one side may be empty."""

    zh: Keys
    en: Keys
    score: float = 1.0
    moved: bool = False
    unit: str = "sentence"

    @property
    def kind(self) -> str:
        """Return the counts of both sides, `1-2`."""
        return f"{len(self.zh)}-{len(self.en)}"

    @property
    def sides(self) -> tuple[Keys, Keys]:
        """Return what strict comparison goes by."""
        return (self.zh, self.en)

    @property
    def whole(self) -> bool:
        """Tell whether both sides are there."""
        return bool(self.zh and self.en)


def strict(gold: Iterable[Joined], found: Iterable[Joined]) -> Tally:
    """Return how many beads are exactly the gold's."""
    known, said = {b.sides for b in gold}, {b.sides for b in found}
    wanted = {sides for sides in known if all(sides)}
    right = len(said & known)
    return Tally(right, len(said), len(wanted & said), len(wanted))


def lax(gold: Sequence[Joined], found: Sequence[Joined]) -> Tally:
    """Return how many beads share a pair of sentences with the gold's, or are exactly one."""
    known, said = {b.sides for b in gold}, {b.sides for b in found}
    wanted = {sides for sides in known if all(sides)}
    answers = {sides for sides in said if all(sides)}
    return Tally(_touching(said, known), len(said), _touching(wanted, answers), len(wanted))


def _touching(these: set[tuple[Keys, Keys]], those: set[tuple[Keys, Keys]]) -> int:
    partners: dict[Hashable, set[Hashable]] = {}
    for zh, en in those:
        for key in zh:
            partners.setdefault(key, set()).update(en)
    return sum(
        (zh, en) in those or any(not en.isdisjoint(partners.get(key, ())) for key in zh)
        for zh, en in these
    )


def by_kind(gold: Iterable[Joined], found: Iterable[Joined]) -> dict[str, Tally]:
    """Return the strict tally of each bead type, by the type on its own side of the count."""
    known, said = {b.sides: b.kind for b in gold}, {b.sides: b.kind for b in found}
    both = Counter(known[sides] for sides in known.keys() & said.keys())
    wanted, answered = Counter(known.values()), Counter(said.values())
    return {
        kind: Tally(both[kind], answered[kind], both[kind], wanted[kind])
        for kind in sorted(wanted.keys() | answered.keys())
    }


def by_unit(gold: Sequence[Joined], found: Sequence[Joined]) -> dict[str, Tally]:
    """Return the strict tally of each unit: sentences, headings, keywords …"""
    names = sorted({b.unit for b in gold} | {b.unit for b in found})
    return {
        name: strict([b for b in gold if b.unit == name], [b for b in found if b.unit == name])
        for name in names
    }


def alone(gold: Iterable[Joined], found: Iterable[Joined]) -> Tally:
    """Return how well the sentences without a partner are known."""
    return of_sets(_lone(found), _lone(gold))


def _lone(beads: Iterable[Joined]) -> set[tuple[str, Hashable]]:
    lone = [bead for bead in beads if not bead.whole]
    return {("zh", key) for b in lone for key in b.zh} | {("en", key) for b in lone for key in b.en}


def moved(gold: Iterable[Joined], found: Iterable[Joined]) -> Tally:
    """Return how well beads out of order are found, and said to be so."""
    return of_sets({b.sides for b in found if b.moved}, {b.sides for b in gold if b.moved})


def known(gold: Iterable[Joined], found: Iterable[Joined]) -> list[Joined]:
    """Return the beads that touch what partial gold knows."""
    zh: set[Hashable] = set()
    en: set[Hashable] = set()
    for bead in gold:
        zh |= bead.zh
        en |= bead.en
    return [b for b in found if not (b.zh.isdisjoint(zh) and b.en.isdisjoint(en))]


def within(gold: Sequence[Joined], found: Iterable[Joined]) -> list[Joined]:
    """Join neighbouring beads that lie in the same gold bead, where gold is coarse."""
    zh_of = {key: number for number, bead in enumerate(gold) for key in bead.zh}
    en_of = {key: number for number, bead in enumerate(gold) for key in bead.en}
    out: list[Joined] = []
    last: int | None = None
    for bead in found:
        homes = {zh_of.get(key) for key in bead.zh} | {en_of.get(key) for key in bead.en}
        home = homes.pop() if len(homes) == 1 else None
        if home is not None and home == last:
            out[-1] = Joined(out[-1].zh | bead.zh, out[-1].en | bead.en)
        else:
            out.append(bead)
        last = home
    return out


def renamed(beads: Iterable[Joined], names: Mapping[Hashable, Keys]) -> list[Joined]:
    """Return the beads with each key replaced by those it stands for; unknown ones stay."""

    def side(keys: Keys) -> Keys:
        return frozenset(name for key in keys for name in names.get(key, frozenset({key})))

    return [Joined(side(b.zh), side(b.en), b.score, b.moved, b.unit) for b in beads]
