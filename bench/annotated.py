"""Pairs of accounts, linked by hand: what a reader says corresponds.

Each line of `told_twice/NAME.links` is a piece of a sentence of the first account and one of
the second. Sentences that say the same, or one as a part of more, are linked; those that only
share a subject are not. The pairs were written for this, but for the two accounts of the
corpus (`trials`); all were read while the weights were chosen.
"""

from collections.abc import Iterator
from pathlib import Path

from zhen_align.compare.accounts import account
from zhen_align.compare.result import Grade
from zhen_align.read.document import parse

FOLDER = Path(__file__).resolve().parent / "told_twice"
CORPUS = Path(__file__).resolve().parents[1] / "corpus"
TEXTS = {"trials": (CORPUS / "11-two-accounts-a.md", CORPUS / "11-two-accounts-b.md")}
Link = tuple[str, ...]


def pairs() -> Iterator[tuple[Path, Path, list[Link]]]:
    """Yield the two accounts of each pair, and the links between them."""
    for links in sorted(FOLDER.glob("*.links")):
        a, b = TEXTS.get(links.stem) or (
            next(FOLDER.glob(f"{links.stem}.{lang}.*")) for lang in ("zh", "en")
        )
        lines = links.read_text(encoding="utf-8").splitlines()
        yield a, b, [tuple(line.split("|")) for line in lines]


def figures() -> tuple[int, int, int]:
    """Return how many of the links are found, how many are told, how many there are."""
    hits = others = wanted = 0
    for a, b, links in pairs():
        found: set[Link] = set()
        one, two = (parse(each.name, each.read_text(encoding="utf-8")) for each in (a, b))
        for link in account(one, two).links:
            if link.grade is Grade.RELATED:
                continue
            right = {
                pair
                for pair in links
                if any(pair[0] in place.text for place in link.a)
                and any(pair[1] in place.text for place in link.b)
            }
            found |= right
            others += not right
        hits, wanted = hits + len(found), wanted + len(links)
    return hits, hits + others, wanted
