"""A citation or reference differs between a sentence and its translation.

Compared are numbers in brackets, name and year, roles and footnotes by their target, and
references to figures, tables, sections, equations, appendices and the like. `[7]-[9]` equals
`[7][8][9]`, "Section III" 第三节, "Table II" 表2; a chapter may be called a section, and 第四条 is
Article 4 or Section 4. A name may be translated, its year not. What is cited twice may be cited
once.

It does not fire where the other side points without a number (下图, "the table below"), nor
where the citation stands in the sentence next door.

Why: a reader who follows a wrong number reads the wrong paper, and nobody notices.
"""

import re
from collections.abc import Iterator, Sequence

from zhen_align.lint.apart import apart
from zhen_align.lint.facts import BLANK, BeadFacts, Pair, Shared, Side, Text
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.languages import LANGUAGES
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.text.citations import POINTING, Citation
from zhen_align.text.distance import near
from zhen_align.types import Span, Unit

NAME = "citation-mismatch"
SEVERITY = Severity.WARNING
NEEDS = frozenset({Need.BEADS})
EXAMPLES: tuple[Example, ...] = (
    Example("方法见 [21]。", "See [12] for the method.", ("[21]",), "another number"),
    Example("方法见 [7][8][9]。", "See [7]-[9] for the method.", why="a range written out"),
    Example("方法见文献。", "The method is known [12].", ("",), "a citation that was lost"),
    Example("方法见文献 [3]。", "The method is known.", ("[3]",), "a citation that was added"),
    Example("结果见表3。", "Results are in Table 2.", ("表3",), "another table"),
    Example("结果见表2和图 1。", "Results are in Table II and Fig. 1.", why="Roman numerals"),
    Example(
        "结果见下表。", "Results are in Table 2.", why="the other side points without a number"
    ),
    Example("见第四节。", "See Section V.", ("第四节",), "another section"),
    Example("依据第十七条。", "Under Article 17.", why="an article of a law"),
    Example("第四条继续有效。", "Section 4 survives.", why="a section of a contract"),
    Example("依据第十八条。", "Under Article 17.", ("第十八条",), "another article"),
    Example(
        "原因有二。第二条是成本。", "The second reason is cost.", why="an item, not an article"
    ),
    Example("见第五章。", "See Section V.", why="the same, called a chapter"),
    Example(
        "本章第二节谈法，第三节谈例，第三节谈果。",
        "In this chapter, Section II has the method, Section III a case, Section IV the result.",
        ("第三节",),
        "one section twice in place of another",
    ),
    Example("见图3(a)。", "See Fig. 3(b).", ("图3(a)",), "another part of a figure"),
    Example("见图2a。", "See panel a of Figure 2.", why="a part of a figure in words"),
    Example("见图1-3。", "See Figures 1 to 3.", why="a range that may be a number"),
    Example("见图1-4。", "See Figures 1 to 3.", ("图1-4",), "another range"),
    Example("见[7]-[11]。", "See [7]-[9].", ("[7]-[11]",), "a range that grew, once"),
    Example(
        "此前有人提出（Moreau, 2022）。",
        "It was proposed (Moreau, 2020).",
        ("（Moreau, 2022）",),
        "another year",
    ),
    Example(
        "已有证明（Moreau等人 2012）。",
        "It is proven (Moreau et al. 2021).",
        ("（Moreau等人 2012）",),
        "another year without a comma",
    ),
    Example("2020年，莫罗首先提出。", "Moreau (2020) proposed it.", why="the year in the sentence"),
    Example("莫罗（2020）首先提出。", "Moreau (2020) proposed it.", why="a translated name"),
    Example(
        "参见 :cite:`li.2020`。", "See :cite:`lee.2020`.", (":cite:`li.2020`",), "another role"
    ),
    Example("参见 :numref:`fig_a`。", "See :numref:`fig_a`.", why="the same role"),
    Example("参见注释。[^2]", "See the note.[^1]", ("[^2]",), "another footnote"),
    Example(
        "第一句。\n第二句 [4]。",
        "The first one [4].\nThe second.",
        why="it stands in the sentence next door",
    ),
    Example("See [21].", "See [21].", why="both sides in one language"),
)

_SAYS = {
    "cite": "[{}]", "figure": "Figure {}", "table": "Table {}", "section": "Section {}",
    "equation": "Equation {}", "appendix": "Appendix {}", "algorithm": "Algorithm {}",
    "theorem": "Theorem {}", "lemma": "Lemma {}", "note": "footnote {}", "clause": "Article {}",
}  # fmt: skip
# contracts have sections, laws have articles, and 条 is either
_CLAUSES = frozenset({"clause", "section"})
Placed = tuple[Span, Citation]
_TWO = re.compile(r"(\d+)\.(\d+)", re.ASCII)


_PANEL = re.compile(r"(?<![a-z])panels?(?![a-z])|子图|分图|[左右上下]图", re.IGNORECASE)
_LETTERS = "abcdefgh"


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Compare the citations of every bead that is sure."""
    for bead, extra, missing in apart(pairs, shared, _left, _among):
        for hit in _hits(bead, extra, missing):
            yield bead, hit


def _left(bead: BeadFacts) -> tuple[list[Placed], list[Placed]]:
    """Return what only the target cites, and what only the source cites."""
    target, source = bead.target.citations, bead.source.citations
    if bead.bead.unit is Unit.KEYWORD or not (target or source):
        return [], []  # the label of a list stands on one side or on both
    extra, missing = (
        _unmatched(target, source, bead.source),
        _unmatched(source, target, bead.target),
    )
    if any(_PANEL.search(t.text) for side in (bead.source, bead.target) for t in side.texts):
        extra, missing = _without_panels(extra, source), _without_panels(missing, target)
    extra += _in_place_of(missing, target, source)
    return _changed(extra, missing), _changed(missing, extra)


def _without_panels(placed: Sequence[Placed], others: Sequence[Placed]) -> list[Placed]:
    """Leave out 图2a where the other side has "panel a of Figure 2", and the other way round."""
    keys = {(one.kind, one.key.rstrip(_LETTERS)) for _, one in others}
    return [p for p in placed if (p[1].kind, p[1].key.rstrip(_LETTERS)) not in keys]


def _count(placed: Sequence[Placed], kind: str) -> int:
    return sum(one.kind == kind for _, one in placed)


def _in_place_of(
    missing: Sequence[Placed], target: Sequence[Placed], source: Sequence[Placed]
) -> list[Placed]:
    """Return what the target says twice, and its source once, where it should say another."""
    found = []
    for lost in missing:
        own = [p for p in target if p[1].kind == lost[1].kind]
        other = [p for p in source if p[1].kind == lost[1].kind]
        if len(own) != len(other) or lost not in other:
            continue
        there = own[other.index(lost)]
        if sum(_same(there[1], p[1]) for p in own) > sum(_same(there[1], p[1]) for p in other):
            found.append(there)
    return found


def _changed(placed: Sequence[Placed], others: Sequence[Placed]) -> list[Placed]:
    """Leave out clauses where the other side lacks none: 第三条 may be the third of anything."""
    lacking = any(other.kind in _CLAUSES for _, other in others)
    return [p for p in placed if p[1].kind != "clause" or lacking]


def _unmatched(here: Sequence[Placed], there: Sequence[Placed], opposite: Side) -> list[Placed]:
    """Return the citations of one side that the other does not have, each once."""
    found: list[Placed] = []
    for placed in here:
        one = placed[1]
        if _among(placed, there) or _among(placed, found) or _in_range(one, there):
            continue
        if one.kind == "year" and any(one.key in _uncited(t) for t in opposite.texts):
            continue  # told in the sentence: 2020年，莫罗提出
        # "this section" excuses one, unless there is a reference for each of these
        as_many = _count(here, one.kind) == _count(there, one.kind)
        points = one.kind in POINTING and any(_points(t, one.kind) for t in opposite.texts)
        if points and not as_many:
            continue
        found.append(placed)
    return found


def _in_range(one: Citation, others: Sequence[Placed]) -> bool:
    """Whether one of the two is read as figure 1.3, and the other as figures 1 to 3: 图1-3."""
    keys = {other.key for _, other in others if other.kind == one.kind}
    if ends := _TWO.fullmatch(one.key):
        return set(ends.groups()) <= keys
    return one.key.isdecimal() and any(
        int(ends[1]) <= int(one.key) <= int(ends[2])
        for key in keys
        if (ends := _TWO.fullmatch(key))
    )


def _points(text: Text, kind: str) -> bool:
    """Whether a sentence speaks of a figure, a table … without its number."""
    return POINTING[kind].search(_uncited(text)) is not None


def _uncited(text: Text) -> str:
    """Return a sentence as long as it is, without what it cites."""
    plain = text.plain
    for one in text.citations:
        plain = plain[: one.span.start] + BLANK * len(one.span.of(plain)) + plain[one.span.end :]
    return plain


def _among(placed: Placed, others: Sequence[Placed]) -> bool:
    return any(_same(placed[1], other) for _, other in others)


def _same(a: Citation, b: Citation) -> bool:
    """Whether two citations are of one thing; a name in Chinese can be anybody's."""
    if a.key != b.key or not _alike(a.kind, b.kind):
        return False
    if not (a.name and b.name) or a.name == b.name:
        return True
    return near(a.name.lower(), b.name.lower())  # a misspelt name is another rule's business


def _alike(kind: str, other: str) -> bool:
    return kind == other or {kind, other} <= _CLAUSES


def _hits(bead: BeadFacts, extra: Sequence[Placed], missing: Sequence[Placed]) -> Iterator[Hit]:
    """Pair, kind by kind and in order, what is wrong with what is right."""
    rest = _by_place(missing)
    for (span, kind), wrong in _by_place(extra).items():
        said = _said(bead.target, span)
        place = next((key for key in rest if _alike(key[1], kind)), None)
        if place is None:
            only = ", ".join(map(_name, wrong))
            message = f"{only} {_is(wrong)} not in the {LANGUAGES[bead.source.lang]}"
            yield Hit(span, bead.target_lang, message, SEVERITY, (), said)
            continue
        there = _said(bead.source, place[0])
        expected = tuple(map(_name, rest.pop(place)))
        yield Hit(
            span, bead.target_lang, f"{there} has become {said}", SEVERITY, expected,
            f"{said}/{there}", other=place[0],
        )  # fmt: skip
    for (span, _), lost in rest.items():
        there = _said(bead.source, span)
        names = tuple(map(_name, lost))
        what = there if len(lost) == 1 and len(names[0]) >= len(there) else ", ".join(names)
        message = f"{what} {_is(lost)} not in the {LANGUAGES[bead.target.lang]}"
        yield Hit(bead.target.end, bead.target_lang, message, SEVERITY, names, there, other=span)


def _is(some: Sequence[Citation]) -> str:
    return "is" if len(some) == 1 else "are"


def _by_place(placed: Sequence[Placed]) -> dict[tuple[Span, str], list[Citation]]:
    """Return what is cited in each place: a range is one place of many."""
    found: dict[tuple[Span, str], list[Citation]] = {}
    for span, one in placed:
        found.setdefault((span, one.kind), []).append(one)
    return found


def _said(side: Side, span: Span) -> str:
    return " ".join(span.of(side.document.text).split())


def _name(one: Citation) -> str:
    """Return what a citation is called in messages."""
    if one.kind == "year":
        return f"{one.name}, {one.key}" if one.name else one.key
    return _SAYS.get(one.kind, "{}").format(one.key)
