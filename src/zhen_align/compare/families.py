"""Words of a family: what the stemmer keeps apart and a paraphrase does not.

The dictionary glosses with one form (criterion, to analyse), the text has another (criteria,
analysis). Two stems are of a family where they begin alike for most of their length, or
where the one is an irregular form of the other (made, to make).
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

import numpy as np

from zhen_align.align.lexicon import stems
from zhen_align.align.tokens import WORD_STRENGTH, Pairs, Tokens
from zhen_align.terms.forms import simplified
from zhen_align.terms.glosses import glosses

_BEGIN = 4
_ALIKE = 0.6
_FORMS = """
arise arose arisen; bear bore borne; beat beaten; become became; begin began begun; bend bent;
bind bound; bite bit bitten; blow blew blown; break broke broken; bring brought; build built;
burn burnt; buy bought; catch caught; choose chose chosen; come came; deal dealt; dig dug;
draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen;
feed fed; feel felt; fight fought; find found; flee fled; fly flew flown; forget forgot forgotten;
freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown; hang hung;
hear heard; hide hid hidden; hold held; keep kept; know knew known; lay laid; lead led;
learn learnt; leave left; lend lent; light lit; lose lost; make made; mean meant; meet met;
pay paid; ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see saw seen;
seek sought; sell sold; send sent; shake shook shaken; shine shone; shoot shot; show shown;
shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept; speak spoke spoken;
spend spent; spin spun; stand stood; steal stole stolen; stick stuck; strike struck; sweep swept;
swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told;
think thought; throw threw thrown; understand understood; wake woke woken; wear wore worn;
weave wove woven; win won; wind wound; write wrote written; withdraw withdrew withdrawn;
child children; foot feet; goose geese; half halves; knife knives; leaf leaves; life lives;
man men; mouse mice; person people; tooth teeth; wife wives; wolf wolves; woman women;
bad worse worst; far further; good better best; little less least; many more most
"""


def with_families(zh: Tokens, en: Tokens, pairs: Pairs) -> Pairs:
    """Return the pairs, and those of Chinese words with relatives of their glosses."""
    heads = glosses().heads
    by_begin, by_base = _by_begin(en.names[: en.words]), _by_base(en.names[: en.words])
    have = set(zip(pairs.zh.tolist(), pairs.en.tolist(), strict=True))
    added: list[tuple[int, int]] = []
    for number, name in enumerate(zh.names[: zh.words]):
        for stem in heads.get(simplified(name), "").split():
            for other in by_begin.get(stem[:_BEGIN], ()):
                if (number, other) not in have and kin(stem, en.names[other]):
                    have.add((number, other))
                    added.append((number, other))
            for other in by_base.get(stem, ()):
                if (number, other) not in have:
                    have.add((number, other))
                    added.append((number, other))
    table = np.array(added, dtype=np.int64).reshape(-1, 2)
    return Pairs(
        np.concatenate([pairs.zh, table[:, 0]]),
        np.concatenate([pairs.en, table[:, 1]]),
        np.concatenate([pairs.strength, np.full(len(table), WORD_STRENGTH)]),
    )


@cache
def _bases() -> dict[str, str]:
    """Return the stem of each irregular form's plain form, by the stem of the form."""
    rows = (stems(row.split()) for row in _FORMS.split(";"))
    return {form: row[0] for row in rows for form in row[1:] if form != row[0]}


def _by_base(names: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        if name in _bases():
            found[_bases()[name]].append(number)
    return found


def _by_begin(names: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        if len(name) >= _BEGIN:
            found[name[:_BEGIN]].append(number)
    return found


def kin(one: str, other: str) -> bool:
    """Say whether two stems are of a family.

    >>> kin("criterion", "criteria"), kin("transform", "transition")
    (True, False)
    """
    alike = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        alike += 1
    return alike >= _BEGIN and alike > _ALIKE * max(len(one), len(other))
