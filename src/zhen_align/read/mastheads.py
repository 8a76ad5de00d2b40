"""The head of a page above its title: the journal's name, the name of the section.

In both languages they look like a title and its translation. What tells them: they stand
above a title that is marked as one, or above the line of the authors with a longer line
between, or they are named as journals are. Not here: what a line says about itself
(`noise`), and which heading is the title (`titles`).
"""

import re
from collections.abc import Sequence

from zhen_align.read import labels
from zhen_align.read.people import names
from zhen_align.text.fold import fold
from zhen_align.text.scripts import HAN, han_count, word_count
from zhen_align.types import Block, Kind, Lang

_JOURNAL = re.compile(
    rf"(?:中国|中华)?[{HAN}]{{2,16}}(?:学报|杂志|通报|学刊|期刊|[双半]?月刊|季刊|周刊|旬刊|年刊|"
    r"会刊|集刊|汇刊|论丛|译丛|文摘|快报)(?:[（(][^（）()]{2,12}[）)])?|"
    r"(?:the )?(?:[\w-]+ ){0,3}(?:journal|bulletin|annals|archives|transactions|proceedings|"
    r"letters|reviews|quarterly) (?:of|on|in|for) [\w &,-]{3,60}|"
    r"acta [a-z]{4,}(?: [a-z]{4,}){0,3}|"
    r"(?!an? |the \w+$)(?:[\w&-]+ ){1,5}"
    r"(?:journal|quarterly|magazine|gazette|bulletin|monthly|weekly)",
    re.IGNORECASE,
)


def journal(words: str) -> bool:
    """Tell whether a line is named as journals are.

    >>> journal("海洋学通报"), journal("Bulletin of Oceanography"), journal("海草床的恢复")
    (True, True, False)
    """
    return _JOURNAL.fullmatch(words.strip().rstrip(".")) is not None


def below(text: str, blocks: Sequence[Block], zone: Sequence[int]) -> list[int]:
    """Return which of the unmarked headings above the text can be its title, the likeliest first.

    Above the authors the last line is the title, if it is as long as those before it.
    """
    able = [at for at in zone if not journal(blocks[at].span.of(text))] or list(zone)
    if not able:
        return []
    authors = (
        at
        for at in range(able[0] + 1, len(blocks))
        if blocks[at].kind is Kind.METADATA and names(fold(blocks[at].span.of(text)).text.strip())
    )
    end = next(authors, 0)
    above = [at for at in able if at < end]
    if above and all(_size(text, blocks[above[-1]]) >= _size(text, blocks[at]) for at in above):
        return [above[-1], *able]
    return able


def _size(text: str, block: Block) -> float:
    words = block.span.of(text)
    return han_count(words) + 1.7 * word_count(words)


def furniture(text: str, blocks: Sequence[Block], titles: dict[Lang, int | None]) -> set[int]:
    """Return the headings above the first title that belong to the page.

    `titles` are the numbers of the titles by language.
    """
    chosen = sorted(at for at in titles.values() if at is not None)
    if not chosen:
        return set()
    first = chosen[0]
    above = [
        at
        for at in range(chosen[-1])
        if blocks[at].kind is Kind.HEADING
        and not blocks[at].level
        and at not in chosen
        and not _stock(text, blocks[at])
    ]
    told = {at for at in above if journal(blocks[at].span.of(text))}
    return told | {at for at in above if at < first}


def _stock(text: str, block: Block) -> bool:
    return labels.STOCK.fullmatch(block.span.of(text).strip()) is not None
