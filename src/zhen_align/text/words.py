"""Words and marks of a text, with places: jieba for Chinese, spaCy's rules for English.

The spans cover every character but blanks, so whoever needs only words drops the marks.
Runs of Latin letters and digits in Chinese stay whole (`GPT-4`, `97.3`), runs of Han
characters in English are cut as Chinese. Both libraries load on first use, and jieba in an
instance of our own: its chatter is silenced and its cache lies in the user's cache folder.
Not here: which words are terms.
"""

import logging
import re
import warnings
from collections.abc import Collection, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from zhen_align.text.scripts import HAN
from zhen_align.types import Lang, Span

_HAN_RUN = re.compile(f"[{HAN}]+")
_JOINED = re.compile(r"[A-Za-z0-9]+(?:[-._'’+&/]?[A-Za-z0-9]+)*(?:\+\+|#)?", re.ASCII)


def words(text: str, lang: Lang, extra: Collection[str] = ()) -> list[Span]:
    """Return the words and marks of a text in order; `extra` are Chinese words to know.

    A caller with many texts passes `extra` as one frozenset: the dictionary is made once.

    >>> text = "See BERT-2, 模型训练."
    >>> [span.of(text) for span in words(text, Lang.EN)]
    ['See', 'BERT-2', ',', '模型', '训练', '.']
    """
    if lang is Lang.ZH:
        return list(_chinese(text, frozenset(extra)))
    return list(_english(text, frozenset(extra)))


def _english(text: str, extra: frozenset[str]) -> Iterator[Span]:
    done = 0
    for run in _HAN_RUN.finditer(text):
        yield from _tokens(text, done, run.start())
        yield from (span.shifted(by=run.start()) for span in _chinese(run[0], extra))
        done = run.end()
    yield from _tokens(text, done, len(text))


def _tokens(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield spaCy's tokens of a stretch, blanks left out."""
    piece = text[start:end]
    if not piece.strip():
        return
    for token in _tokenizer()(piece):
        if not token.text.isspace():
            yield Span(start + token.idx, start + token.idx + len(token.text))


def _chinese(text: str, extra: frozenset[str]) -> Iterator[Span]:
    """Yield jieba's words, Latin ones joined again where jieba cut inside them."""
    joined = [run.span() for run in _JOINED.finditer(text)]
    at = 0
    held: Span | None = None
    # HMM=False: with it jieba makes words that no dictionary holds, and we could not show
    # a reviewer where they came from
    for _, start, end in _jieba(extra).tokenize(text, HMM=False):
        if text[start:end].isspace():
            continue
        while at < len(joined) and joined[at][1] <= start:
            at += 1
        if at < len(joined) and joined[at][0] <= start and end <= joined[at][1]:
            held = Span(held.start if held else start, end)
            if end == joined[at][1]:
                yield held
                held = None
            continue
        if held:
            yield held
            held = None
        yield Span(start, end)


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    """Return spaCy's English tokenizer: rules only, no model."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spacy
    return spacy.blank("en").tokenizer


@lru_cache(maxsize=4)
def _jieba(extra: frozenset[str]) -> Any:
    """Return a jieba instance that also knows `extra`; the global one stays as it was."""
    with warnings.catch_warnings():
        # jieba's own source warns when it is compiled
        warnings.simplefilter("ignore")
        import jieba

    tokenizer = jieba.Tokenizer()
    if extra:
        known = _jieba(frozenset())
        tokenizer.FREQ, tokenizer.total = known.FREQ.copy(), known.total
        tokenizer.initialized = True
        for word in sorted(extra):
            if word.strip():
                tokenizer.add_word(word.strip())
        return tokenizer
    tokenizer.tmp_dir = str(_cache_folder())
    tokenizer.cache_file = f"jieba-{jieba.__version__}.cache"
    logger = logging.getLogger("jieba")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        tokenizer.initialize()
    finally:
        logger.setLevel(level)
    return tokenizer


def _cache_folder() -> Path:
    """Return our folder in the user's cache; where it cannot be made jieba does without."""
    from platformdirs import user_cache_path

    folder = user_cache_path("zhen-align")
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder
