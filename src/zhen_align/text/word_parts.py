"""Parts of English words, and words that are written in one or in several: data, no rules.

They tell a word that a blank broke from two that stand side by side.
"""


def _set(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


DETERMINERS = _set("a an the its their our his her your my each every")
"""No article follows them."""

LOOSE = _set("nonetheless nevertheless notwithstanding insofar inasmuch percent")
"""Written in one word or in several, as one likes."""

LOOSE_PARTS = _set(
    "any every some no one body thing time times day days way ways where how ever more over all",
    "out up down off on back through under side self web home",
)
"""What begins or ends such words: some time, over head, fall back."""

COMBINING = _set(
    "cyber geo auto thermo photo electro hydro aero astro cardio chemo eco ferro gastro hetero",
    "homo mega mono morpho nano ortho patho phono physio poly psycho quasi radio retro socio",
    "spectro stereo super tele turbo ultra video anti post over under counter fore off",
)
"""Careless writers set these as words: geo location."""

SHARDS = _set(
    "ed ing es er ers ning ting ring ling ding ted ved ses sed ture tures ible ance ence tive tial",
    "cial ous com dif ob ques al ary ory",
)
"""No word of a sentence, though a dictionary has them."""

TAILS = _set("less like wise ship hood ward wards fold able free proof ness ally")
"""What ends a word like another word: weightless, fireproof."""

_EITHER = ("the", "of", "and", "that", "these", "those", "which", "for", "with", "from", "when")
OPENING = (*_EITHER, "our", "their", "its", "was", "were", "has", "have", "been", "than", "while")
CLOSING = (*_EITHER, "are", "whose", "what", "into", "was", "were", "have", "than", "while")
"""Small words that hardly begin, and hardly end, a longer one."""

PREFIXED = ("in", "on", "by", "to", "at")
"""Small words that begin many a word, but seldom one of a plural."""

BEHIND_VERBS = ("in", "on", "by", "at", "to")
"""Small words that stand behind the form of a verb: conditioned on."""
