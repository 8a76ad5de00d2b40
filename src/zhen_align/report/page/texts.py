"""The texts side by side: a list item for each bead, its findings below it."""

from collections.abc import Iterator, Mapping, Sequence

from zhen_align.lookup.pairs import Piece
from zhen_align.report.overview import Found, Overview, Pairing, Text
from zhen_align.report.page.marked import marked
from zhen_align.report.page.markup import esc, say, severity
from zhen_align.types import Lang

CHUNK = 20  # beads that a browser lays out together, or leaves alone while out of sight
_NAMES = {Lang.ZH: "Chinese", Lang.EN: "English"}
_MISSING = {Lang.ZH: "not in the Chinese", Lang.EN: "not in the English"}


def texts(report: Overview) -> Iterator[str]:
    """Yield the sections of all texts, and what was found outside of them."""
    found = {each.name: each for each in report.findings}
    for text in report.texts:
        yield from _section(text, found)
    loose = [each for each in report.findings if not each.text]
    if loose:
        yield f'<section class="text" id="elsewhere">{say("Of no text", "h3")}'
        yield f"{_findings(loose)}</section>\n"


def _section(text: Text, found: Mapping[str, Found]) -> Iterator[str]:
    sides = (Lang.EN, Lang.ZH) if text.target is Lang.ZH else (Lang.ZH, Lang.EN)
    yield f'<section class="text{"" if text.paired else " alone"}" id="{text.name}">\n'
    yield f'<h3><a href="#{text.name}">{esc(text.pair).replace("|", "<wbr> | ")}</a></h3>\n'
    if text.paired:
        yield _columns(sides)
    else:
        yield f'<p class="why">{say("no partner")}</p>\n'
    guests = _guests(text.beads)
    for first in range(0, len(text.beads), CHUNK):
        yield f'<ol class="chunk" start="{first + 1}">\n'
        for number, bead in enumerate(text.beads[first : first + CHUNK], first + 1):
            yield _bead(bead, number, sides, found, guests.get(bead.name, ()))
        yield "</ol>\n"
    if text.findings:
        yield f'<div class="loose">{say("in no bead", "h4")}'
        yield f"{_findings([found[name] for name in text.findings])}</div>\n"
    yield "</section>\n"


def _columns(sides: tuple[Lang, Lang]) -> str:
    """Return the heads of the two columns: the original stands first."""
    original, translation = (say(_NAMES[side]) for side in sides)
    return (
        f'<p class="columns"><span>{original} · {say("original")}</span>'
        f"<span>{translation} · {say('translation')}</span></p>\n"
    )


def _guests(beads: Sequence[Pairing]) -> dict[str, list[str]]:
    """Return, for each bead, the moved ones whose English stands after its own."""
    guests: dict[str, list[str]] = {}
    for bead in beads:
        if bead.follows:
            guests.setdefault(bead.follows, []).append(bead.name)
    return guests


def _bead(
    bead: Pairing,
    number: int,
    sides: tuple[Lang, Lang],
    found: Mapping[str, Found],
    guests: Sequence[str],
) -> str:
    own = [found[name] for name in bead.findings]
    left, right = (_side(bead, side, own) for side in sides)
    knot = f'<a class="knot" href="#{bead.name}"><span>{number}</span> <b>{bead.score:.2f}</b></a>'
    return (
        f'<li class="{" ".join(_classes(bead))}" id="{bead.name}">{left}{knot}{right}'
        f"{_tags(bead, guests)}{_findings(own)}</li>\n"
    )


def _classes(bead: Pairing) -> Iterator[str]:
    yield "bead"
    yield f"u-{bead.unit.value}"
    if bead.doubtful:
        yield "doubtful"
    if bead.moved:
        yield "moved"
    if not (bead.zh and bead.en):
        yield "lone"


def _side(bead: Pairing, side: Lang, own: Sequence[Found]) -> str:
    pieces = bead.side(side)
    if not pieces:
        return f'<p class="side none {side}">{say(_MISSING[side])}</p>'
    return f'<p class="side {side}" lang="{side}">{"".join(_pieces(pieces, own))}</p>'


def _pieces(pieces: Sequence[Piece], own: Sequence[Found]) -> Iterator[str]:
    """Yield the sentences, each behind its line where that is another than before."""
    line = 0
    for piece in pieces:
        where = f' data-l="{piece.line}"' if piece.line != line else ""
        line = piece.line
        yield f"<span{where}>{marked(piece, [each.finding for each in own])}</span> "


def _tags(bead: Pairing, guests: Sequence[str]) -> str:
    tags = []
    if bead.doubtful:
        tags.append(f'<span class="tag">? {say("doubtful")}</span>')
    if bead.moved and bead.follows:
        said = say("moved: its English stands after")
        tags.append(f'<span class="tag">⇅ {said} {_link(bead.follows)}</span>')
    elif bead.moved:
        tags.append(f'<span class="tag">⇅ {say("moved")}</span>')
    if guests:
        said = say("here the English has what is moved to")
        links = " ".join(map(_link, guests))
        tags.append(f'<span class="tag guest">⇅ {said} {links}</span>')
    return f'<p class="tags">{" ".join(tags)}</p>' if tags else ""


def _link(bead: str) -> str:
    """Return a link to a bead of the same text."""
    return f'<a href="#{bead}">{bead.partition("-b")[2]}</a>'


def _findings(found: Sequence[Found]) -> str:
    if not found:
        return ""
    return f'<ul class="finds">{"".join(map(_finding, found))}</ul>'


def _finding(each: Found) -> str:
    """Return a finding: how grave, by which rule, what is wrong, what was expected.

    In a bead the side tells the file; elsewhere its path is said.
    """
    f = each.finding
    file = f"{f.side} " if each.bead else f"{f.place.path}:"
    place = f"{file}{f.place.line}:{f.place.column}"
    return (
        f'<li class="find {f.severity}" id="{each.name}" data-r="{esc(f.rule)}">'
        f'{severity(f.severity)} <a class="rule" href="#rule-{esc(f.rule)}">{esc(f.rule)}</a> '
        f'<span class="msg" lang="en">{esc(f.message)}</span>{_expected(f.expected)}{_fix(each)}'
        f' <a class="at" href="#{each.name}">{esc(place)}</a></li>'
    )


def _expected(forms: Sequence[str]) -> str:
    if not forms:
        return ""
    said = f" {say('or')} ".join(f"<bdi>{esc(form)}</bdi>" for form in forms)
    return f' <span class="want">{say("expected")}: {said}</span>'


def _fix(each: Found) -> str:
    fix = each.finding.fix
    if fix is None:
        return ""
    said = f"<ins>{esc(fix.text)}</ins>" if fix.text else say("delete")
    return f' <span class="want">{say("fix")}: {said}</span>'
