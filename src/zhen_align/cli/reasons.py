"""`align --explain`: for each bead the words that match and what each part of the score says."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from zhen_align.align.outputs.sides import lines, plain
from zhen_align.config import Config
from zhen_align.engine.weights import weights_of
from zhen_align.text.lines import position
from zhen_align.types import Alignment, Bead

if TYPE_CHECKING:
    from zhen_align.align.explain import Match, Reasons

Places = Mapping[Path, set[int]]

_WORDS = 8
_PLACE = re.compile(r"(?P<path>.+):(?P<line>[1-9]\d*)")


def places(paths: Sequence[str]) -> tuple[list[str], Places]:
    """Return the paths without lines, and the lines that were named with them, by whole path.

    >>> places(["a.md:12", "b.md"])[0]
    ['a.md', 'b.md']
    """
    bare: list[str] = []
    named: dict[Path, set[int]] = {}
    for path in paths:
        place = None if Path(path).exists() else _PLACE.fullmatch(path)
        bare.append(place["path"] if place else path)
        if place:
            named.setdefault(Path(place["path"]).resolve(), set()).add(int(place["line"]))
    return list(dict.fromkeys(bare)), named


def listing(
    alignments: Iterable[Alignment],
    config: Config,
    least: float = 0.0,
    named: Places | None = None,
) -> Iterator[str]:
    """Yield the reasons for every bead of at least a score, or for those that touch a line
    that was named.
    """
    from zhen_align.align.explain import explain
    from zhen_align.align.tuned import from_json

    text = weights_of(config)
    weights = from_json(text) if text else None
    for alignment in alignments:
        for reasons in explain(alignment, weights):
            bead = reasons.bead
            if bead.score >= least and (
                not named or _is_named(alignment, bead, config.root, named)
            ):
                yield from _shown(alignment, reasons)


def _is_named(alignment: Alignment, bead: Bead, root: Path, named: Places) -> bool:
    for document, side in ((alignment.zh, bead.zh), (alignment.en, bead.en)):
        wanted = named.get((root / document.path).resolve(), set())
        for sentence in side if wanted else ():
            ends = sentence.span.start, max(sentence.span.end - 1, sentence.span.start)
            first, last = (position(document.lines, place)[0] for place in ends)
            if any(first <= line <= last for line in wanted):
                return True
    return False


def _shown(alignment: Alignment, reasons: "Reasons") -> Iterator[str]:
    bead = reasons.bead
    sides = [
        f"{document.path}:{lines(document, side)}" if side else "nothing"
        for document, side in ((alignment.zh, bead.zh), (alignment.en, bead.en))
    ]
    moved = "  moved" if bead.moved else ""
    yield f"{' = '.join(sides)}  {bead.kind}  {bead.score:.4f}{moved}\n"
    for name, document, side in (("zh", alignment.zh, bead.zh), ("en", alignment.en, bead.en)):
        if side:
            yield f"  {name}  {plain(document, side)}\n"
    words = [match for match in reasons.matches if not match.literal]
    literals = [match for match in reasons.matches if match.literal]
    said = {
        "words": _matches(words),
        "literals": _literals(literals, reasons.lone),
        "type": bead.kind,
    }
    for part, worth in reasons.parts.items():
        yield f"    {part:8} {worth:+6.2f}  {said.get(part, '')}".rstrip() + "\n"
    yield f"    {'sum':8} {reasons.total:+6.2f}\n"


def _matches(matches: "Sequence[Match]") -> str:
    shown = [
        f"{match.zh} = {match.en} {match.gain:.1f}{' (learned)' if match.learned else ''}"
        for match in matches[:_WORDS]
    ]
    more = f"; {len(matches) - _WORDS} more" if len(matches) > _WORDS else ""
    return "; ".join(shown) + more


def _literals(matches: "Sequence[Match]", lone: Sequence[str]) -> str:
    shown = [m.zh if m.zh == m.en else f"{m.zh} = {m.en}" for m in matches[:_WORDS]]
    alone = f"no partner: {', '.join(lone[:_WORDS])}" if lone else ""
    return "; ".join(filter(None, ["; ".join(shown), alone]))
