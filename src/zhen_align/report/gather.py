"""From what the rooms below found to what a report shows. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from zhen_align.compare.result import NOTHING, Comparison
from zhen_align.engine.session import Session
from zhen_align.glossary.rows import Row
from zhen_align.lint.outputs.notes import notes
from zhen_align.lint.report import Report
from zhen_align.lint.target import translation
from zhen_align.report.beads import pairings, place
from zhen_align.report.figures import along, scores, summary
from zhen_align.report.overview import Found, Overview, Text
from zhen_align.report.terms import terms
from zhen_align.types import Alignment, Lang

SURE = 0.5  # below it a bead is likelier wrong than right, and no rule judges it


def overview(
    session: Session,
    report: Report,
    rows: Sequence[Row],
    *,
    target: str = "auto",
    title: str = "",
    date: str = "",
    doubtful_below: float = SURE,
    compared: Comparison = NOTHING,
) -> Overview:
    """Gather everything; `rows` are the glossary's, with the candidates of these texts."""
    paired = set(map(id, session.paired))
    shown = [each for each in session.alignments if id(each) in paired or each.beads]
    texts = [
        _text(each, f"d{number}", id(each) in paired, target, doubtful_below)
        for number, each in enumerate(shown, 1)
    ]
    found = place(report.findings, texts)
    by_text: dict[str, dict[str, list[Found]]] = {}
    for each in found:
        by_text.setdefault(each.text, {}).setdefault(each.bead, []).append(each)
    texts = [_with(text, by_text.get(text.name, {})) for text in texts]
    known = terms(rows, (bead for text in texts if text.paired for bead in text.beads))
    return Overview(
        title=title or _title(texts),
        date=date,
        version=report.version,
        doubtful_below=doubtful_below,
        summary=summary(texts, found, known),
        coverage=report.coverage,
        scores=scores(bead for text in texts if text.paired for bead in text.beads),
        texts=tuple(texts),
        findings=tuple(found),
        terms=known,
        notes=tuple(notes(report)),
        known=report.known,
        compared=compared,
    )


def _text(alignment: Alignment, name: str, paired: bool, target: str, below: float) -> Text:
    return Text(
        name=name,
        pair=alignment.name,
        zh=alignment.zh.path,
        en=alignment.en.path,
        target=translation(alignment) if target == "auto" else Lang(target),
        paired=paired,
        why=alignment.why,
        beads=tuple(pairings(alignment, name, below if paired else 0.0)),
    )


def _with(text: Text, found: Mapping[str, Sequence[Found]]) -> Text:
    """Add what was found: in each bead, and what is said of the file and of none of them."""
    names = {bead: tuple(each.name for each in those) for bead, those in found.items()}
    return replace(
        text,
        beads=tuple(replace(each, findings=names.get(each.name, ())) for each in text.beads),
        along=along(text.beads, found) if text.paired else (),
        findings=names.get("", ()),
    )


def _title(texts: Sequence[Text]) -> str:
    """Return the name of the only text, else how many there are."""
    if len(texts) != 1:
        return f"{len(texts)} texts"
    (text,) = texts
    return "standard input" if text.pair == "-" else " | ".join(dict.fromkeys((text.zh, text.en)))
