"""Documents with known omissions, additions and moved passages, from texts that are aligned.

Which sentence translates which inside a paragraph is taken from the program's own surest
beads in the unspoilt text; what is asked is only whether the spoiling is noticed.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from zhen_align.align.search import Step
from zhen_align.evaluate.beads import Joined

_SURE = 0.98
_SHORTEST = 4
_TELLING = 8
_ENDED = re.compile(r"[.?!;。？！；…][)\]}\"'”’」』）】*_`]*$")
_HEADING = 40


@dataclass(frozen=True)
class Item:
    """A sentence, the bead it comes from (-1: none), and whether it has no partner.

    `sure` is set for beads of one sentence on each side; `unknown` is what nobody judges.
    """

    text: str
    bead: int
    sure: bool = False
    alone: bool = False
    unknown: bool = False


@dataclass
class Paragraph:
    """Sentences of both languages that belong together."""

    zh: list[Item] = field(default_factory=list)
    en: list[Item] = field(default_factory=list)


Texts = tuple[Sequence[str], Sequence[str]]


def paragraphs(texts: Texts, gold: Sequence[Joined], steps: Sequence[Step]) -> list[Paragraph]:
    """Return the paragraphs that gold knows, as far as no bead leaves them."""
    zh_home = {key: n for n, bead in enumerate(gold) for key in bead.zh}
    en_home = {key: n for n, bead in enumerate(gold) for key in bead.en}
    found = [Paragraph() for _ in gold]
    broken: set[int | None] = set()
    for number, s in enumerate(steps):
        zh, en = range(s.zh, s.zh + s.zh_count), range(s.en, s.en + s.en_count)
        homes = {zh_home.get(k) for k in zh} | {en_home.get(k) for k in en}
        home = homes.pop() if len(homes) == 1 else None
        if home is None:
            broken |= homes
            continue
        sure = s.zh_count == s.en_count == 1 and s.chance > _SURE
        sure = sure and len(texts[0][s.zh]) >= _SHORTEST
        unknown = not (s.zh_count and s.en_count)
        found[home].zh += [Item(texts[0][k], number, sure, unknown=unknown) for k in zh]
        found[home].en += [Item(texts[1][k], number, sure, unknown=unknown) for k in en]
    return [p for n, p in enumerate(found) if n not in broken and p.zh and p.en]


def gapped(
    text: Sequence[Paragraph], strangers: Texts, rng: random.Random, share: float = 0.08
) -> list[Paragraph]:
    """Take sentences and paragraphs out on one side, put in some of another text."""
    found: list[Paragraph] = []
    for p in text:
        zh, en = list(p.zh), list(p.en)
        sure = [item.bead for item in zh if item.sure]
        draw, first = rng.random(), rng.random() < 0.5
        sides = (zh, en) if first else (en, zh)
        several = len(zh) > 1 and len(en) > 1
        if sure and not several and draw < share / 2:
            sides[0].clear()
            sides[1][:] = [replace(item, alone=True) for item in sides[1]]
        elif sure and several and draw < share * 2:
            bead = rng.choice(sure)
            sides[0][:] = [item for item in sides[0] if item.bead != bead]
            sides[1][:] = [replace(i, alone=True) if i.bead == bead else i for i in sides[1]]
        elif several and draw < share * 4:
            # what nobody can tell from its neighbour is asked of nobody
            whole = [text for text in strangers[0 if first else 1] if _ENDED.search(text)]
            places = [0] + [n for n, i in enumerate(sides[0], 1) if _ENDED.search(i.text)]
            if whole:
                stranger = Item(rng.choice(whole), -1, alone=True)
                sides[0].insert(rng.choice(places), stranger)
        found.append(Paragraph(zh, en))
        if rng.random() < share / 3:
            side = rng.randrange(2)
            stranger = Item(rng.choice(strangers[side]), -1, alone=True)
            found.append(Paragraph([stranger], []) if side == 0 else Paragraph([], [stranger]))
    return found


@dataclass(frozen=True)
class Moved:
    """Paragraphs, the order of the Chinese ones, and which beads were moved, and how."""

    text: list[Paragraph]
    order: list[int]
    beads: dict[int, str]


def _ended(item: Item) -> bool:
    return _ENDED.search(item.text) is not None


def rearranged(text: Sequence[Paragraph], rng: random.Random) -> Moved:
    """Move some Chinese sentences inside a paragraph, into another, and whole paragraphs."""
    found = [Paragraph(list(p.zh), list(p.en)) for p in text]
    long = [n for n, p in enumerate(found) if len(p.zh) >= 3 and len(p.en) >= 3]
    rng.shuffle(long)
    count = max(1, len(found) // 25)
    moved: dict[int, str] = {}
    for number in long[: 2 * count]:
        across = number in long[:count]
        zh = found[number].zh
        able = [n for n, i in enumerate(zh) if i.sure and len(i.text) > _TELLING and _ended(i)]
        others = [n for n in long if abs(n - number) >= 2] if across else [number]
        if not able or not others:
            continue
        at = rng.choice(able)
        item = zh.pop(at)
        target = found[rng.choice(others)].zh
        # what nothing ends is one sentence with what follows, and no longer its own
        ended = [n for n in range(len(target) + 1) if not n or _ended(target[n - 1])]
        places = [n for n in ended if across or abs(n - at) >= 2] or [at]
        to = rng.choice(places)
        target.insert(to, item)
        if across or to != at:
            moved[item.bead] = "into another" if across else "inside"
    order = list(range(len(found)))
    whole = [
        n
        for n, p in enumerate(found)
        if n not in long[: 2 * count] and sum(len(item.text) for item in p.zh) > 2 * _TELLING
    ]
    for number in rng.sample(whole, min(count, len(whole))):
        order.remove(number)
        order.insert(rng.randrange(len(order) + 1), number)
        moved |= {item.bead: "paragraph" for item in found[number].zh}
    return Moved(found, order, moved)


Place = tuple[int, int, Item]


def _mark(paragraph: Sequence[Item]) -> str:
    """Return what makes a short line that nothing ends the heading that it is."""
    text = paragraph[0].text
    heading = len(paragraph) == 1 and len(text) < _HEADING and not _ENDED.search(text)
    return "## " if heading and text[-1] not in ":：,，" else ""


def written(sides: Sequence[Sequence[tuple[Item, ...]]], blank: str) -> tuple[str, list[Place]]:
    """Return paragraphs of sentences as a text, and where each sentence stands."""
    parts: list[str] = []
    places: list[Place] = []
    at = 0
    for paragraph in (items for side in sides for items in side if items):
        for number, item in enumerate(paragraph):
            gap = blank if number else _mark(paragraph)
            places.append((at + len(gap), at + len(gap) + len(item.text), item))
            parts.append(gap + item.text)
            at += len(gap) + len(item.text)
        parts.append("\n\n")
        at += 2
    return "".join(parts), places
