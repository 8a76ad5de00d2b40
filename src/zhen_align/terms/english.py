"""English units that could be terms: runs of words without function words, noun at the end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.english_words import may_be_head, word_kind
from zhen_align.terms.forms import english_key, singular
from zhen_align.terms.stopwords import (
    BEFORE_NOUNS,
    BEFORE_VERBS,
    GENERIC,
    LEADING,
    QUALITIES,
    STOP,
)
from zhen_align.types import Span

_LETTER = r"A-Za-z\u00c0-\u024f\u0370-\u03ff"
_TOKEN = re.compile(
    rf"[{_LETTER}0-9]+(?:[-‐‑/.&+][{_LETTER}0-9]+)*(?:\+\+|#)?|['’][a-z]+", re.UNICODE
)
_ODD_CAPITAL = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]{2}")
"""What no word has, whatever its ending looks like: PubMed, RNAfold."""
_LONGEST = 5
_OF = re.compile(r"(?=\b([A-Za-z]{3,} of [A-Za-z]{3,})\b)")
_NEXT_WORD = re.compile(r"\s+([A-Za-z]+)\b")
_LAST_WORD = re.compile(r"([A-Za-z]+)\s+$")
_OBJECTS = {"it", "them", "us", "this", "these", "those", "each", "all", "any"}
_AMOUNTS = {"multiple", "numerous", "various", "certain", "further", "additional"}
_SUBJECTS = {"it", "which", "that", "this", "what", "who", "he", "she", "there"}
_LAST = {"noun", "name", "gerund", "noun or gerund", "noun or verb", "rare verb"}
_VERBS = {"verb", "rare verb"}
_DETERMINERS = {"a", "an", "the", "its", "their", "our", "your", "his", "her"}
_BEFORE_NO_VERB = _DETERMINERS | {"of", "in", "each", "every", "no", "any", "some", "per"}
_BEFORE_HEAD = {"noun", "name", "modifier", "gerund", "noun or gerund", "noun or verb"}
_AFTER_NOUNS = {"of", "is", "are", "was", "were", "has", "have", "can", "may", "will", "must"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text: its place, itself, and its lower-case form."""

    start: int
    end: int
    text: str
    low: str


@dataclass(frozen=True, slots=True)
class Unit:
    """An n-gram that could be a term: its key, its place, and its words as written."""

    key: str
    span: Span
    words: tuple[str, ...]


def runs(text: str) -> Iterator[list[Token]]:
    """Yield stretches of words with nothing between them but blanks."""
    run: list[Token] = []
    for m in _TOKEN.finditer(text):
        token = Token(m.start(), m.end(), m[0], m[0].lower())
        joined = run and text[run[-1].end : token.start].isspace()
        if run and not joined:
            yield run
            run = []
        acronym = token.text.isupper() and len(token.text) > 1
        if token.text[0] in "'’" or (token.low in STOP and not acronym):
            if run:
                yield run
            run = []
            continue
        run.append(token)
    if run:
        yield run


def units(text: str, dictionary: Dictionary) -> Iterator[Unit]:
    """Yield every n-gram of a text that could be a term by its words alone."""
    for run in runs(text):
        kinds = [
            "name" if _is_spelt_as_name(token.text) else word_kind(token.low, dictionary)
            for token in run
        ]
        before = _word_before(text, run[0].start)
        if kinds[0] in ("noun or verb", "verb") and before in BEFORE_VERBS:
            kinds[0] = "verb"
        for at, kind in enumerate(kinds):
            plain = at or (before in BEFORE_NOUNS and before != "of")
            if kind == "gerund" and at == len(run) - 1 and plain:
                kinds[at] = "noun or gerund"
        if kinds[0] == "noun or verb" and before in BEFORE_NOUNS and before not in _SUBJECTS:
            kinds[0] = "noun"
        elif kinds[0] == "noun or verb" and _is_plural(run[0].low) and before not in _SUBJECTS:
            kinds[0] = "noun"  # it runs, they run; but runs of a model
        elif kinds[0] in ("verb", "rare verb") and before in _BEFORE_NO_VERB:
            kinds[0] = "noun"
        after = _word_after(text, run[-1].end)
        if kinds[-1] == "noun or verb" and after in _DETERMINERS:
            kinds[-1] = "verb"
        elif _is_head(run, kinds, before, after, dictionary):
            kinds[-1] = "noun"
        for first in range(len(run)):
            if kinds[first] in ("adverb", "number"):
                continue
            for last in range(first, min(first + _LONGEST, len(run))):
                if kinds[last] == "adverb":
                    break
                if run[first].low in LEADING:
                    unit = _unit(text, run, first, last)
                    if first < last and (
                        dictionary.is_phrase(unit.key) or _says_which(run, kinds, first, last)
                    ):
                        yield unit
                elif _fits(run, kinds, first, last) or _is_version(run, kinds, first, last):
                    yield _unit(text, run, first, last)
    for m in _OF.finditer(text) if " of " in text else ():
        key = english_key(m[1])
        if dictionary.is_phrase(key):
            yield Unit(key, Span(*m.span(1)), tuple(m[1].split()))


def _is_head(
    run: list[Token], kinds: list[str], before: str, after: str, dictionary: Dictionary
) -> bool:
    """Whether what looks like an adjective or a verb ends a noun phrase here: a clinical trial."""
    if len(run) > 1:
        stands = kinds[-2] in _BEFORE_HEAD and run[-2].low not in LEADING
    else:
        stands = before in _DETERMINERS
    if not stands:
        return False
    if kinds[-1] == "modifier":
        return may_be_head(run[-1].low, dictionary)
    return kinds[-1] == "verb" and after in _AFTER_NOUNS


def _unit(text: str, run: list[Token], first: int, last: int) -> Unit:
    span = Span(run[first].start, run[last].end)
    words = tuple(token.text for token in run[first : last + 1])
    return Unit(english_key(" ".join(span.of(text).split())), span, words)


def _fits(run: list[Token], kinds: list[str], first: int, last: int) -> bool:
    """Whether the words could be a noun phrase of their own."""
    final, low = kinds[last], run[last].low
    if first == last:
        return final in ("noun", "name", "noun or gerund") and len(low) > 2
    if final not in _LAST or low in _AMOUNTS:
        return False
    return _VERBS.isdisjoint(kinds[first:last])


def _says_which(run: list[Token], kinds: list[str], first: int, last: int) -> bool:
    """Whether the words are a quality and the noun whose kind it may name: hard wax."""
    if run[first].low not in QUALITIES or last != first + 1:
        return False
    return singular(run[last].low) not in GENERIC and _fits(run, kinds, last, last)


def _is_version(run: list[Token], kinds: list[str], first: int, last: int) -> bool:
    """Whether the words are a name and its number: LLaMA 2, but not Table 2."""
    name, number = run[last - 1], run[last].low
    if last != first + 1 or kinds[last] != "number" or "/" in number:
        return False
    return kinds[first] == "name" and _is_spelt_as_name(name.text)


def _is_spelt_as_name(word: str) -> bool:
    return bool(_ODD_CAPITAL.search(word))


def opens_with_action(key: str, dictionary: Dictionary) -> bool:
    """Whether a term begins with what may be a verb's form: rather a phrase than a term."""
    return " " in key and word_kind(key.split()[0], dictionary) in ("gerund", "noun or verb")


def opens_with_gerund(key: str, dictionary: Dictionary) -> bool:
    """Whether a term begins with what is a verb's -ing form rather than a noun."""
    return " " in key and word_kind(key.split()[0], dictionary) == "gerund"


def is_noun_here(text: str, span: Span) -> bool | None:
    """Whether the words beside a place make a noun of it, or a verb; None where they do not say.

    >>> is_noun_here("the filter", Span(4, 10)), is_noun_here("to filter data", Span(3, 9))
    (True, False)
    """
    before, after = _word_before(text, span.start), _word_after(text, span.end)
    if before in BEFORE_VERBS or after in _DETERMINERS or after in _OBJECTS:
        return False
    return True if before in BEFORE_NOUNS else None


def _is_plural(low: str) -> bool:
    return singular(low) != low


def _word_before(text: str, at: int) -> str:
    """Return the lower-case word before a place, empty at the head of a sentence."""
    m = _LAST_WORD.search(text, max(0, at - 20), at)
    return m[1].lower() if m else ""


def _word_after(text: str, at: int) -> str:
    """Return the lower-case word right behind a place, empty where something else stands."""
    m = _NEXT_WORD.match(text, at)
    return m[1].lower() if m else ""


def canonical(forms: dict[str, int], initial: dict[str, int]) -> str:
    """Return the form to show: singular, and with a capital only where that means something.

    `initial` are forms whose capitals mean nothing: at the head of a sentence, in a title.

    >>> canonical({"Neural Networks": 3, "neural networks": 1}, {})
    'neural network'
    >>> canonical({}, {"Atrial Fibrillation": 1}), canonical({"Markov chain": 2}, {})
    ('atrial fibrillation', 'Markov chain')
    """
    if not forms:
        forms = {" ".join(map(_small, form.split())): n for form, n in initial.items()}
    parts = [(form.split(), count) for form, count in sorted(forms.items())]
    size = max(parts, key=lambda p: (p[1], -len(p[0])))[0]
    same = [(words, count) for words, count in parts if len(words) == len(size)]
    shown = []
    for at in range(len(size)):
        seen: dict[str, int] = {}
        for words, count in same:
            word = singular(words[at]) if at == len(size) - 1 else words[at]
            seen[word] = seen.get(word, 0) + count
        small = {word: n for word, n in seen.items() if word.islower()}
        plain = small or {w: n for w, n in seen.items() if not w.isupper()} or seen
        if any(any(ch.isupper() for ch in w[1:]) for w in seen) and not small:
            plain = seen
        shown.append(max(plain, key=lambda w: (plain[w], w)))
    return " ".join(shown)


def _small(word: str) -> str:
    """Return a word without the capital that any word has in a title; names keep theirs."""
    parts = word.split("-")
    plain = all(part[1:] == part[1:].lower() and not part.isdigit() for part in parts)
    return word.lower() if plain and len(parts[0]) > 1 else word


def is_initial(text: str, span: Span) -> bool:
    """Whether capitals mean nothing at this place: a sentence begins, or all words have one."""
    before = text[: span.start].rstrip(" \"'“‘(*#")
    begins = not before or before[-1] in ".!?:\0"
    begins = begins or _is_headline(text)
    words = span.of(text).split()
    title = len(words) > 1 and all(w[0].isupper() for w in words if w[0].isalpha())
    return begins or title


@lru_cache(maxsize=256)
def _is_headline(text: str) -> bool:
    """Whether all longer words of a text have a capital, as in titles."""
    words = [m[0] for m in _TOKEN.finditer(text) if len(m[0]) > 4 and m[0].isalpha()]
    return len(words) > 1 and all(word[0].isupper() for word in words)
