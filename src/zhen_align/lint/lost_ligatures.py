"""Words that lost a ligature and whose rest looks like words: `classi cation`, `a xed rate`.

Stems make known words of such pieces, so they are known by their endings and beginnings instead.
Not here: pieces that nobody knows (broken_words.py).
"""

import re
from collections.abc import Iterator

from zhen_align.lint.broken_words import Beside, Vocabulary
from zhen_align.text.damage import Suspect
from zhen_align.types import Span

_HEADS = {
    "fi": "xed xing nding ndings gure gures elds nally nancial lters ltered nished tted tting "
    "ngerprint ngerprints broblast broblasts",
    "fl": "uctuation uctuations uctuating oating exible exibly exibility uorescence uorescent "
    "uoride uorine",
}
_WHOLE = {rest: head + rest for head, rests in _HEADS.items() for rest in rests.split()}
_HEADLESS = re.compile(rf"(?<![\w'’.-])(?:{'|'.join(_WHOLE)})(?![\w'’-])")
_AFTER_FI_TEXT = (
    "cation cations cant cantly cance ed es er ers able cial cient ciently ciency ciencies cally "
    "city culty culties cult nition nitions nitely"
)
_AFTER_FI = frozenset(_AFTER_FI_TEXT.split())
_LEAST = 4


def lost_ligatures(text: str, beside: Beside, vocabulary: Vocabulary) -> Iterator[Suspect]:
    """Yield the words of an English text that lost their fi or fl."""
    for found in _HEADLESS.finditer(text):
        yield Suspect(Span(*found.span()), (found[0],), _WHOLE[found[0]])
    for _, start, end in beside:
        first, _, last = text[start:end].partition(" ")
        if last in _AFTER_FI and len(first) >= _LEAST and first.islower():
            whole = f"{first}fi{last}"
            if vocabulary.knows(whole) and vocabulary.seen[first] <= vocabulary.seen[whole] + 1:
                yield Suspect(Span(start, end), (first, last), whole)
