"""Which words an abbreviation stands for: the walk back from its bracket."""

import re
from functools import lru_cache

from zhen_align.terms.forms import english_key
from zhen_align.types import Span

_WORD = re.compile(r"[A-Za-z0-9\u00c0-\u024f\u0370-\u03ff]+")
_SMALL = {
    *("a", "an", "and", "as", "at", "based", "by", "for", "from", "in", "of", "on", "or", "the"),
    *("to", "using", "via", "with"),
}
_ROMAN = re.compile(r"[IVX]{1,4}")
_COMPOUND = re.compile(r"(?<![\w-])[A-Za-z]+-(?:(?:the|of|in|to|a|and|by|on|for|at)-)+$")
_CAPITALS = re.compile(r"[A-Z]{3}")
_NUMBERED = re.compile(
    r"\d{4}|^(?![2-9][A-Z]{2,4}$)[vV]?\d[\d.]*|^[vV]\d|^[a-z]{4}|^\d(?:[KMGT]B|[GMk]Hz)"
)  # of a report, version, variable; a quantity
_STAND_FOR = {"2": "to", "4": "for"}
_EXTRA_WORDS = 4
_DEAR = 99


def is_abbreviation(form: str) -> bool:
    """Whether a form looks like an abbreviation.

    >>> [f for f in ("LLMs", "i2b2", "GPT-4", "mRNA", "Model", "II", "2020") if is_abbreviation(f)]
    ['LLMs', 'i2b2', 'GPT-4', 'mRNA']
    """
    if not 2 <= len(form) <= 12 or not re.fullmatch(r"[\w][\w&/.+-]*", form):
        return False
    letters = [ch for ch in form if ch.isalpha()]
    if (
        _NUMBERED.search(form)
        or len(letters) < 2
        or any(ord(ch) > 0x3FF for ch in letters)
        or _ROMAN.fullmatch(form)
    ):
        return False
    capitals = sum(ch.isupper() for ch in letters)
    if capitals >= 2:
        return len(form) <= 8 or capitals * 2 >= len(letters) or bool(_CAPITALS.search(form))
    return any(ch.isdigit() for ch in form[1:]) and len(form) <= 8


def bare(abbr: str) -> str:
    """Return an abbreviation without its plural ending.

    >>> bare("LLMs"), bare("GPS"), bare("CNN's")
    ('LLM', 'GPS', 'CNN')
    """
    return re.sub(r"(?<=[A-Z0-9])['’]?s$", "", abbr)


def key_of(form: str) -> str:
    """Return the key of an English form; what is mostly capitals keeps its case.

    >>> key_of("Language Models"), key_of("LLMs"), key_of("GPT-4")
    ('language model', '=LLM', '=GPT-4')
    """
    word = form.strip()
    if " " not in word and is_abbreviation(word):
        return "=" + bare(word)
    return english_key(word)


def long_form(text: str, run: Span, abbr: str) -> Span | None:
    """Return the words at the end of `run` that `abbr` abbreviates, if any do.

    >>> text = "we study a large language model"
    >>> long_form(text, Span(0, len(text)), "LLM").of(text)
    'large language model'
    """
    letters = [ch for ch in bare(abbr).lower() if ch.isalnum()]
    words = list(_WORD.finditer(text, run.start, run.end))[-(len(letters) + _EXTRA_WORDS) :]
    forms = [m[0].lower() for m in words]
    best: tuple[int, int] | None = None
    for first in range(len(words) - 1, -1, -1):
        if forms[first] in ("a", "an", "the") and letters[0] != "a":
            continue
        cost = min(_cost(tuple(forms[first:]), v) + dear for v, dear in _readings(letters))
        # a longer walk must be worth it: the shortest form that fits well stands
        if cost < _DEAR and (best is None or cost < best[0]):
            best = (cost, first)
    if best is None or best[0] > 3:
        return None
    start = _whole_word(text, run, words[best[1]].start())
    if "".join(letters) == "".join(forms[best[1] :]):
        return None
    return Span(start, words[-1].end())


def _whole_word(text: str, run: Span, start: int) -> int:
    """Return where the compound with small words begins that a form would be cut out of."""
    before = _COMPOUND.search(text[run.start : start])
    return run.start + before.start() if before else start


def _readings(letters: list[str]) -> list[tuple[tuple[str, ...], int]]:
    """Return what the letters may be read as, and how far-fetched that is.

    A digit is itself, `n times the letter before` (W3C), a word (seq2seq), or nothing.
    """
    plain = (tuple(letters), 0)
    if not any(ch.isdigit() for ch in letters):
        return [plain]
    repeated: list[str] = []
    for ch in letters:
        times = int(ch) - 1 if ch.isdigit() and repeated and ch in "234" else 0
        repeated += [repeated[-1]] * times if times else [ch]
    words = [_STAND_FOR.get(ch, ch)[0] for ch in letters]
    without = [ch for ch in letters if not ch.isdigit()]
    return [plain, (tuple(repeated), 0), (tuple(words), 0), (tuple(without), 1)]


@lru_cache(maxsize=1 << 14)
def _cost(words: tuple[str, ...], letters: tuple[str, ...]) -> int:
    """Return how ill the letters fit the words: 0 where they are exactly the initials.

    Every letter is found in order, the first at the first word's beginning; a content word
    left without a letter costs two, a letter inside a word one half, rounded up at the end.
    """
    if not letters or not words:
        return _DEAR
    head = words[0]
    if head[0] != letters[0] and not (letters[0] == "x" and head.startswith("ex")):
        return _DEAR
    halves = _fit(words, letters, 0, 0)
    return _DEAR if halves >= _DEAR else (halves + 1) // 2


@lru_cache(maxsize=1 << 16)
def _fit(words: tuple[str, ...], letters: tuple[str, ...], word: int, letter: int) -> int:
    """Return the least cost, in halves, of the letters from `letter` in the words from `word`."""
    if word == len(words):
        return 0 if letter == len(letters) else _DEAR
    form = words[word]
    best = _DEAR
    if word:
        skipped = 0 if form in _SMALL else 4
        best = skipped + _fit(words, letters, word + 1, letter)
    if letter < len(letters) and (
        form[0] == letters[letter] or (letters[letter] == "x" and form.startswith("ex"))
    ):
        at, inside = 1, 0
        for taken in range(letter + 1, len(letters) + 1):
            best = min(best, inside + _fit(words, letters, word + 1, taken))
            if taken == len(letters):
                break
            at = form.find(letters[taken], at) + 1
            if at == 0:
                break
            # one word alone may be cut to its consonants (ECG); among several it is rarer
            inside += 0 if len(words) == 1 else 1
    return best
