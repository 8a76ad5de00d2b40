"""What a program reads in a message of a catalogue: line ends, tags, accelerators, plural forms.

A message is shown by a program that knows nothing of its language, so what is not text in it must
be there as in its source. Not here: placeholders, code and links (match.py).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape

from zhen_align.lint.facts import BLANK, Pair
from zhen_align.lint.finding import Severity
from zhen_align.lint.markup.adapted import ANGLE
from zhen_align.lint.markup.balance import unbalanced
from zhen_align.lint.markup.blocks_apart import Changed, change_at
from zhen_align.read import po
from zhen_align.text.citations import citations
from zhen_align.text.markup import JOIN, marks
from zhen_align.text.opaque import blanked, opaque
from zhen_align.types import Block, Document, Span

_HELD = re.compile(r"(?<![\w%])%[1-9](?![\w%$])|(?<![\w$])\$[A-Za-z_]\w*(?!\$)")  # Qt, shells
_CODE = re.compile(r"`+[^`]+`+")
_FILLED = re.compile(r"%\(\w+\)[-+#0-9.]{0,6}[a-z]")
_NAMED = re.compile(r"(?<![\w:/.])(?<!::):([a-z][a-z_]+)\b(?![:`/])")  # Laravel: Hello :name
_TAG = re.compile(r"</?([A-Za-z][\w-]*)(?:\s[^<>]*)?/?>")
_FORM = re.compile(r"\{\s*(\w+)\s*,\s*([^,{}\s]+)\s*(?=[,}])")  # of ICU: {count, plural, …}
_FORMS = frozenset(("plural", "select", "selectordinal", "number", "date", "time"))
_INLINE = re.compile(
    r"<(?:g|ph|x|bx|ex|bpt|ept|pc|sc|ec|mrk)\b[^<>]*?\bid=(\"[^\"]*\")"
)  # of XLIFF
_ACCELERATOR = re.compile(r"(?<![\w&_])[&_](?=[A-Za-z])(?![a-z]{2,6};)")
_PROMPT = re.compile(r"(?:\A|(?<=\\n))[ \t]*(?:>>>|\.\.\.|\$)[ \t]")
_WIDE_KEY = re.compile(r"（[&_][A-Za-z]）|\([&_][A-Za-z]）|（[&_][A-Za-z]\)")
_INDENTED = re.compile(r"\\n[ \t]+\S")  # a line of a list, as commands explain themselves
_OPTION = re.compile(r"(?<![\w-])--[a-z][\w-]+|(?<=\\n)[ \t]+(?:-[A-Za-z])\b", re.ASCII)
_STARS = re.compile(r"(?<![\\*])\*{2}(?!\*)")
_SOME = 2
Broken = tuple[str, Severity]
Two = tuple[Span, Span]  # a message and its translation


def messages(pair: Pair) -> Iterator[Changed]:
    """Yield what the messages of a target lack, each once."""
    target, source = pair.target_document, pair.source_document
    if not target.told:
        return
    if target.format == "po":
        every = list(po.messages(target.text))
        yield from _unspoken(target, every)
        yield from _torn(target, every)
    both = list(_both(pair))
    kept = sum(bool(_accelerators(there) and _accelerators(here)) for _, here, _, there in both)
    for number, here, old, there in both:
        block = target.blocks[number]
        end = Span(block.span.end, block.span.end)
        for span, message in unbalanced(here, there) if "<" in here else ():
            said = span.of(here)
            at = block.span.of(target.text).find(said)
            place = Span(at, at + len(said)).shifted(by=block.span.start) if at >= 0 else end
            yield Changed(number, place, None, message)
            break
        else:
            for message, weight in (
                *_lacks(here, there),
                *(_ends(target, block, source, old) if target.format == "po" else ()),
                *(_pressed(here, there) if kept >= _SOME else ()),
            ):
                yield Changed(number, end, None, message, weight)


def _unspoken(document: Document, every: Sequence[Two]) -> Iterator[Changed]:
    """Yield the messages that are nothing but code, a role or a link, and have become another.

    They have no sentence in them and stand in no bead.
    """
    for source, target in every:
        was, now = (_only_marks(span.of(document.text)) for span in (source, target))
        if was and now is not None and was != now:
            yield change_at(document, target, source)


def _torn(document: Document, every: Sequence[Two]) -> Iterator[Changed]:
    """Yield the messages with a bracket or prompt too few, whether they have words or not."""
    for source, target in every:
        was, now = (JOIN.sub("", span.of(document.text)) for span in (source, target))
        end = Span(target.end, target.end)
        for opening, closing in ("{}", "[]"):
            if was.count(opening) == was.count(closing) and now.count(opening) != now.count(
                closing
            ):
                yield change_at(document, end, source, f"a {opening} has no partner here")
        prompts = Counter(_PROMPT.findall(was)) - Counter(_PROMPT.findall(now))
        if prompts:
            said = f"{min(prompts).strip()} is missing before a line of this code"
            yield change_at(document, end, source, said)
        if _WIDE_KEY.search(now) and not _WIDE_KEY.search(was):
            said = "the brackets around the key are full-width"
            yield change_at(document, target, source, said, Severity.WARNING)


def _only_marks(said: str) -> list[str] | None:
    """Return what a translation must keep of a message that has no words; None if it has some."""
    hidden = opaque(said)
    if re.search(r"\w", blanked(said, hidden, " ")):
        return None
    references = (each.key for each in citations(said, blanked(said, hidden, BLANK), hidden))
    return sorted((*(mark.key for mark in marks(said, hidden)), *references))


def _both(pair: Pair) -> Iterator[tuple[int, str, Block, str]]:
    """Yield the messages: number and text of the target's block, the source's block and text."""
    done = set()
    for bead in pair.beads:
        if not bead.is_whole:
            continue
        number = bead.target.texts[0].sentence.block
        old = bead.source.texts[0].block
        if number in done or old is None:
            continue
        done.add(number)
        here = pair.target_document.blocks[number].span.of(pair.target_document.text)
        there = old.span.of(pair.source_document.text)
        if "&lt;" in there:  # in a file of tags those of the text are written so
            here, there = unescape(here), unescape(there)
        yield number, JOIN.sub("", here), old, JOIN.sub("", there)


def _lacks(here: str, there: str) -> Iterator[Broken]:
    """Yield what a message must hold and does not."""
    options = map(str.strip, _OPTION.findall(there))
    in_code = (name for code in _CODE.findall(there) for name in _FILLED.findall(code))
    held = (*_HELD.findall(there), *_names(here, there), *_forms(there), *options, *in_code)
    for said in dict.fromkeys(held):
        if said not in "".join(here.split()):
            yield f"{said} is not in the translation", Severity.ERROR
    lost = Counter(_tags(there)) - Counter(_tags(here))
    if lost and not (ANGLE.search(here) and not any(f"</{name}" in there for name in lost)):
        yield f"<{min(lost)}> is not in the translation", Severity.WARNING
    inline = set(_INLINE.findall(there)) - set(_INLINE.findall(here))
    if inline:
        yield f"the mark {min(inline)} is not in the translation", Severity.ERROR
    if len(_STARS.findall(here)) % 2 and len(_STARS.findall(there)) % 2 == 0:
        yield "the emphasis is not closed here", Severity.WARNING
    if len(_INDENTED.findall(there)) > len(_INDENTED.findall(here)):
        yield "the lines of the message run into one another", Severity.WARNING
    if "%%" in there and "%%" not in here and re.search(r"%(?![\w(%.@])", here):
        yield "%% is not in the translation", Severity.ERROR


def _tags(said: str) -> list[str]:
    return [name.lower() for name in _TAG.findall(said)] if "<" in said else []


def _names(here: str, there: str) -> Iterator[str]:
    """Yield the placeholders with a colon that a target has with another colon, or translated."""
    for found in _NAMED.finditer(there):
        if re.search(rf"：\s?{found[1]}\b", here):
            yield found[0]


def _forms(there: str) -> Iterator[str]:
    """Yield how the forms of a plural begin, without blanks."""
    for found in _FORM.finditer(there):
        if found[2] in _FORMS:
            yield f"{{{found[1]},{found[2]}"


def _ends(target: Document, block: Block, source: Document, old: Block) -> Iterator[Broken]:
    """Say where one message ends in a line end and the other does not."""
    now, was = (
        doc.text.startswith("\\n", each.span.end) for doc, each in ((target, block), (source, old))
    )
    if now != was:
        verb = "has no line end" if was else "has a line end that its source has not"
        yield f"the message {verb}", Severity.ERROR


def _pressed(here: str, there: str) -> Iterator[Broken]:
    if (keys := _accelerators(there)) and not _accelerators(here):
        yield f"the key {keys[0]} is not in the translation", Severity.WARNING


def _accelerators(message: str) -> list[str]:
    """Return the accelerators of a short message: &Open, _Open, 打开(&O)."""
    if len(message) > _LONGEST or "__" in message:
        return []
    return [message[m.start() : m.end() + 1] for m in _ACCELERATOR.finditer(message)]


_LONGEST = 60
