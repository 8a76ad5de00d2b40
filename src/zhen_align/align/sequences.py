"""Two sequences of sentences to beads: tokens, corridor, scores, the best path."""

from collections.abc import Sequence

from zhen_align.align.corridor import centred
from zhen_align.align.features import Weights, score_beads
from zhen_align.align.lexicon import lexicon
from zhen_align.align.matches import Corridor, find_matches
from zhen_align.align.search import Step, search
from zhen_align.align.tokens import Text, tokenize


def align_sentences(
    zh: Sequence[Text],
    en: Sequence[Text],
    corridor: Corridor | None = None,
    weights: Weights | None = None,
) -> list[Step]:
    """Return the beads between two sequences of sentences, in order."""
    if not zh or not en:
        nulls = [Step(i, 0, 1, 0, 1.0) for i in range(len(zh))]
        return nulls + [Step(len(zh), j, 0, 1, 1.0) for j in range(len(en))]
    zh_tokens, en_tokens, pairs = tokenize(zh, en, lexicon())
    if corridor is None:
        corridor = centred(zh_tokens, en_tokens, pairs)
    matches = find_matches(zh_tokens, en_tokens, pairs, corridor)
    scored = score_beads(zh_tokens, en_tokens, pairs, corridor, matches, weights or Weights())
    return search(scored)
