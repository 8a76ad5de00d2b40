"""Links, code, formulas, roles, placeholders or the structure of lists differ.

Compared by what they are, not by how they are written: a link by its target (the part that
names the language left out), code by its text, a formula without its words, blanks and
final marks, `:term:` and the like by the role alone. Said once for two is enough.

**Error** where one thing has become another, where a link, role or placeholder is lost or added,
where code is lost or added, where an item of a list stands outside it, where a fence has lost a
mark (`::{note}`) or is never closed; and where markup is broken that is sound in the source: a tag,
shortcode or tab without its end, a bracket without its partner, a formula or literal that is not
closed, a table whose rows do not fit, markup in full-width signs (`！！！ note`), a line that
begins no block (`!!! tip “a”`), a reference to what is defined nowhere, a note that nothing refers
to any more, an entity without its semicolon, `##标题`. Also where a path, name or string of a
program was translated, keys pressed together are others, and where a message of a catalogue lost
what its program reads: the line end, `%%`, an option, the name of a plural form.

**Warning** where a formula is lost or added: one side may have put it into words; where a block of
code, a displayed formula or a picture differs a little from the source's (comments may), or lacks a
line; where a message lost a tag, its list or its key (`&Open`); where a
directive has become another (`{note}`, `{warning}`), a label that nothing in the translation refers
to was renamed, and where the box of a task was ticked; where a shortcode, an attribute, an id or a
key of the front matter is another one; where the row of a table or the id of a heading is lost;
where one word of a page lost its backticks; where bold type is not closed, a title in the front
matter not quoted as YAML wants it, an item run into the one before it. Also where a mark
around a text is lost or another one: the level of a heading, the mark of an item or quotation, an
indentation, a container, macro, directive or block of code between two sentences that both have;
and where a link leads to the page of the source's language, though the page's others were changed.

**Information** where one word set as code, or one symbol, is lost or added: it may be a word of the
sentence; and where emphasis differs.

It does not fire where the thing stands as plain text on the other side (more than once on a page),
nor where it stands in the sentence next door.

Why: a reader who copies a damaged command gets an error, and a program that fills in a lost
placeholder fails.
"""

import re
from collections.abc import Iterator, Sequence

from zhen_align.lint.apart import apart
from zhen_align.lint.facts import BeadFacts, Pair, Shared, Side, Text
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.languages import LANGUAGES, excerpt
from zhen_align.lint.markup.addressed import readdressed, unnamed
from zhen_align.lint.markup.asciidoc import asciidoc
from zhen_align.lint.markup.blocks_apart import Changed, changed
from zhen_align.lint.markup.catalogue import messages
from zhen_align.lint.markup.directives import spoilt
from zhen_align.lint.markup.frame import framed
from zhen_align.lint.markup.headed import headed
from zhen_align.lint.markup.inline import broken_inside
from zhen_align.lint.markup.lists import broken_items, lost_rows, run_together, ticked
from zhen_align.lint.markup.localized import unlocalized
from zhen_align.lint.markup.match import Placed, among, is_spoken, left
from zhen_align.lint.markup.recognised import unrecognised
from zhen_align.lint.markup.renamed import renamed
from zhen_align.lint.markup.skeleton import otherwise
from zhen_align.lint.markup.spelt import misspelt
from zhen_align.lint.markup.tex import tex
from zhen_align.lint.markup.unmarked import unmarked
from zhen_align.lint.markup.unsound import unsound
from zhen_align.lint.markup.verbatim import spoken_otherwise
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.text.distance import slips
from zhen_align.text.markup import BROKEN, Mark, MarkKind
from zhen_align.types import Sentence, Span, Unit

NAME = "markup-mismatch"
SEVERITY = Severity.ERROR
NEEDS = frozenset({Need.BEADS})
EXAMPLES: tuple[Example, ...] = (
    Example("调用 `rank_page`。", "Call `rank_pages`.", ("`rank_page`",), "other code"),
    Example("调用该函数。", "Call `rank_pages`.", ("",), "code that was lost"),
    Example("调用 rank_pages。", "Call `rank_pages`.", why="the code as plain text"),
    Example(
        "见[手册](https://a.example/b)。",
        "See the [manual](https://a.example/c).",
        ("[手册](https://a.example/b)",),
        "another target",
    ),
    Example(
        "见[手册](../zh/a.md)。", "See the [manual](../en/a.md).", why="the page in its language"
    ),
    Example("其中 $k = 10$。", "Here $k = 60$.", ("$k = 10$",), "another formula"),
    Example("其中 $x_i,$ 为输入。", "Here $x_{i}$ is the input.", why="the same formula"),
    Example("其中 $x_i$ 与 $y_i$ 给定。", "Here $x_i$ is given.", ("$y_i$",), "an added formula"),
    Example(
        "替换 ${变量}。", "Replace ${variable}.", why="a placeholder whose words are translated"
    ),
    Example(
        "打开 http://a.example/b。", "Open `http://a.example/b`.", why="an address set as code"
    ),
    Example("其中 $a > 0$。", "Here $a < 0$.", ("$a > 0$",), "another relation"),
    Example("见[此](a.md#b)。", "See [this](a.md#c).", ("[此](a.md#b)",), "another anchor"),
    Example("见[此](a.md#某处)。", "See [this](a.md#there).", why="an anchor that is translated"),
    Example("见 :ref:`a`。", "See :doc:`a`.", (":ref:`a`",), "a role of another kind"),
    Example("见 :citet:`a`。", "See :cite:`a`.", why="a role that cites the same otherwise"),
    Example("设为 `True`。", "Set it to `true`.", ("`True`",), "code in other letters"),
    Example("设为 `真`。", "Set it to `True`.", ("",), "a value, which is no label"),
    Example("调用 `f（x）`。", "Call `f(x)`.", ("`f（x）`",), "code in full-width marks"),
    Example("你好，{name}！", "Hello {name}, it is {day}!", ("",), "a placeholder that was lost"),
    Example("共 %d 个，%s。", "%s: %d of them.", why="placeholders in another order"),
    Example("见 :func:`a.b`。", "See :func:`a.c`.", (":func:`a.b`",), "another role"),
    Example("运行 `pip instal x`。", "Run `pip install x`.", ("`pip instal x`",), "mistyped words"),
    Example("运行 `git push`。", "Run `git push --force`.", ("",), "an option that was lost"),
    Example("点击 `Save as`。", "Click `Keep under`.", why="a label, put otherwise"),
    Example("打开 `a 并运行。", "Open `a` and run it.", ("`",), "code that is not closed"),
    Example(
        "见 `手册 <https://a.example/b>` 。",
        "See `the manual <https://a.example/b>`_ .",
        ("`手册 <https://a.example/b>`",),
        "a link that lost its underscore",
    ),
    Example(
        "见[手册] (https://a.example/b)。",
        "See the [manual](https://a.example/b).",
        ("https://a.example/b",),
        "a link that a blank has broken",
    ),
    Example(
        "对 $a$、$b$ 有 $a < b$。", "For $a, b$ we have $a < b$.", why="a formula told in parts"
    ),
    Example("有 $b+a=2$。", "We have $a+b=2$.", why="a sum in another order"),
    Example("有 $a−b=2$。", "We have $a-c=2$.", ("$a−b=2$",), "another letter"),
    Example("按 <kbd>A</kbd>。", "Press <kbd>B</kbd>.", ("<kbd>A</kbd>",), "code set by tags"),
    Example("自 |版本| 起。", "Since |version|.", ("|版本|",), "a name to be replaced"),
    Example('使用 `f: "x"`。', 'Use `f` with `"x"`.', ('`f: "x"`',), "code set otherwise, a note"),
    Example("见 :term:`节点`。", "See :term:`node`.", why="a role whose words are translated"),
    Example("{term}`节点 <node>`。", "A {term}`node`.", why="a term whose words are its target"),
    Example("设置 `a_b` 后再运行。", "Run it then.", ("`a_b`",), "code that was added"),
    Example("绝不可运行。", "It must **never** run.", ("",), "emphasis that was lost"),
    Example("**绝不**可运行。", "It must **never** run.", why="emphasis kept"),
    Example("先 `a()`。\n再做。", "First.\nThen `a()`.", why="it stands next door"),
)

_WORD = re.compile(r"[A-Za-z]+")
_SYMBOL = re.compile(r"(?:\\[A-Za-z]+)?\\?[A-Za-z]*[A-Za-z\d]?(?:_[A-Za-z\d])?")
_LETTER = re.compile(
    r"[A-Za-z]|\\(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|"
    r"sigma|tau|upsilon|phi|chi|psi|omega)"
)
_TOKENS = re.compile(r"[^\s\"'=:,;()\[\]{}]+")
_LIKE = 0.5
_NEAR = 0.34  # labels may be put otherwise; more alike than this, one was mistyped


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Compare the markup of every bead that is sure, and the lists of every text."""
    for bead, extra, missing in apart(pairs, shared, left, among):
        for hit in _hits(bead, extra, missing):
            yield bead, hit
    for pair in pairs:
        for bead in pair.beads:
            if bead.is_whole and bead.bead.score >= shared.sure:
                for here, there in (*readdressed(bead), *spoken_otherwise(bead)):
                    yield bead, _became(pair, here, there, SEVERITY)
        items = [
            *((*item, SEVERITY) for item in broken_items(pair, shared.sure)),
            *((*item, Severity.WARNING) for item in run_together(pair, shared.sure)),
        ]
        blocks = [
            *changed(pair),
            *spoilt(pair),
            *unsound(pair),
            *otherwise(pair),
            *headed(pair, shared.sure),
            *messages(pair),
            *asciidoc(pair),
            *tex(pair),
            *misspelt(pair),
            *unlocalized(pair),
            *unrecognised(pair, shared.sure),
        ]
        told = [each.span for each in blocks]
        for bead, span, message in broken_inside(pair, shared.sure):
            if not any(map(span.meets, told)):
                yield bead, Hit(span, bead.target_lang, message, SEVERITY, (), message)
        told = [*told, *(span for _, span, *_ in items)]
        for each in (*blocks, *framed(pair, shared.sure, told)):
            sentence = Sentence(each.span, pair.target, Unit.SENTENCE, each.block)
            yield (
                Text(pair.target_document, sentence, pair.target, shared.terms),
                _of_block(pair, each),
            )
        for bead, span, message, level in items:
            yield bead, Hit(span, bead.target_lang, message, level, (), "list")
        for bead, end, there in lost_rows(pair, shared.sure):
            said = " ".join(there.of(pair.source_document.text).split())
            message = f"this row is not in the {LANGUAGES[pair.target]}: {excerpt(said)}"
            yield bead, Hit(end, pair.target, message, Severity.WARNING, (), said, other=there)
        for bead, here, there in (*ticked(pair, shared.sure), *unmarked(pair, shared.sure)):
            yield bead, _became(pair, here, there)
        for bead, here, there in (*renamed(pair, shared.sure), *unnamed(pair, shared.sure)):
            yield bead, _became(pair, here, there, SEVERITY)


def _of_block(pair: Pair, each: Changed) -> Hit:
    """Say what became of a line of a block, or that a fence is broken."""
    if each.source is None or each.message:
        said = each.span.of(pair.target_document.text) or each.message
        return Hit(
            each.span, pair.target, each.message, each.weight, (), said, other=each.source
        )  # fmt: skip
    return _became(pair, each.span, each.source)


def _became(pair: Pair, span: Span, source: Span, level: Severity = Severity.WARNING) -> Hit:
    """Say what a stretch that is no sentence was in the source."""
    there = " ".join(source.of(pair.source_document.text).split())
    said = " ".join(span.of(pair.target_document.text).split())
    return Hit(
        span, pair.target, f"{excerpt(there)} has become {excerpt(said)}", level,
        (there,), f"{said}/{there}", other=source,
    )  # fmt: skip


def _hits(bead: BeadFacts, extra: Sequence[Placed], missing: Sequence[Placed]) -> Iterator[Hit]:
    """Pair what only one side has, kind by kind, the likest first; the rest stands alone."""
    rest = list(missing)
    for span, mark in extra:
        said = " ".join(span.of(bead.target.document.text).split())
        if mark.key.startswith(BROKEN):
            message = f"{said} is written so that it is no link"
            yield Hit(span, bead.target_lang, message, SEVERITY, (), said)
            continue
        like = [p for p in rest if _alike(mark, p[1])]
        if like:
            other = min(like, key=lambda p: (slips(mark.key[:60], p[1].key[:60], 30), p[0]))
            rest.remove(other)
            there = " ".join(other[0].of(bead.source.document.text).split())
            yield Hit(
                span, bead.target_lang, f"{there} has become {said}", SEVERITY, (there,),
                f"{said}/{there}", other=other[0],
            )  # fmt: skip
        elif mark.kind is not MarkKind.EMPHASIS and not is_spoken(mark):
            message = f"{said} is not in the {LANGUAGES[bead.source.lang]}"
            yield Hit(span, bead.target_lang, message, _severity(mark, bead.source), (), said)
    for span, mark in rest:
        if is_spoken(mark):
            continue
        there = " ".join(span.of(bead.source.document.text).split())
        message = f"{there} is not in the {LANGUAGES[bead.target.lang]}"
        level = _severity(mark, bead.target)
        yield Hit(bead.target.end, bead.target_lang, message, level, (there,), there, other=span)


def _alike(a: Mark, b: Mark) -> bool:
    """Whether one of two marks may have become the other; whole formulas come and go."""
    if a.kind is not b.kind or a.kind is MarkKind.EMPHASIS:
        return False
    longest = max(len(a.key), len(b.key))
    if is_spoken(a) or is_spoken(b):
        most = int(_NEAR * longest)
        return a.key.isascii() and b.key.isascii() and slips(a.key, b.key, most) <= most
    if a.kind is not MarkKind.FORMULA:
        return True
    most = int(_LIKE * longest)
    if _LETTER.fullmatch(a.key) and _LETTER.fullmatch(b.key):
        return True  # one letter, however long its name
    return longest <= 2 or slips(a.key, b.key, most) <= most


def _severity(mark: Mark, opposite: Side) -> Severity:
    """Return how grave it is that the `opposite` side does not have a mark."""
    if mark.kind is MarkKind.EMPHASIS:
        return Severity.INFO
    if mark.kind is MarkKind.CODE and (_WORD.fullmatch(mark.key) or _in_parts(mark, opposite)):
        return Severity.INFO  # `keys` may have become keys, or 键
    if mark.kind is MarkKind.FORMULA:
        return Severity.INFO if _SYMBOL.fullmatch(mark.key) else Severity.WARNING
    return SEVERITY


def _in_parts(mark: Mark, opposite: Side) -> bool:
    """Whether the other side has every word of some code, only set otherwise."""
    words = _TOKENS.findall(mark.key)
    said = "\n".join(text.text for text in opposite.texts)
    return len(words) > 1 and all(word in said for word in words)
