"""XLIFF 2.0: a `<file>` for each pair of texts, a `<unit>` for each bead that has an original.

The source is the side that was translated. A sentence without a translation is in state
`initial`; a translation without an original has no place in this format and is left out.
Names of units come from their text, so that they stay when other sentences change.
"""

from collections.abc import Iterable, Iterator

from zhen_align.align.outputs.sides import lines, source_and_target, tags
from zhen_align.align.outputs.xml import UNFIT, Names, escaped
from zhen_align.types import Alignment, Bead, Lang


def render(alignments: Iterable[Alignment], target: Lang) -> Iterator[str]:
    """Yield the root, the files in order, the end."""
    every = list(alignments)
    source_tag, target_tag = tags(every, target)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"'
        f' srcLang="{source_tag}" trgLang="{target_tag}">\n'
    )
    files = Names()
    for alignment in every:
        path = alignment.en.path if target is Lang.ZH else alignment.zh.path
        yield f'<file id="f{files.of(alignment.name)}" original="{escaped(path)}">\n'
        units = list(_units(alignment, target))
        yield from units or ['<group id="empty"/>\n']  # a file may not be without either
        yield "</file>\n"
    if not every:
        yield '<file id="empty">\n<group id="empty"/>\n</file>\n'
    yield "</xliff>\n"


def _units(alignment: Alignment, target: Lang) -> Iterator[str]:
    names = Names()
    for bead in _in_source_order(alignment, target):
        source, translation = source_and_target(alignment, bead, target)
        if source:
            yield f'<unit id="u{names.of(source)}">\n'
            yield from _notes(alignment, bead, target)
            yield f'  <segment state="{"translated" if translation else "initial"}">\n'
            yield f"    <source>{_content(source)}</source>\n"
            if translation:
                yield f"    <target>{_content(translation)}</target>\n"
            yield "  </segment>\n</unit>\n"


def _in_source_order(alignment: Alignment, target: Lang) -> list[Bead]:
    """Return the beads that have an original, as it reads."""
    sides = [(bead.en if target is Lang.ZH else bead.zh, bead) for bead in alignment.beads]
    whole = [(side[0].span, number) for number, (side, _) in enumerate(sides) if side]
    return [alignment.beads[number] for _, number in sorted(whole)]


def _notes(alignment: Alignment, bead: Bead, target: Lang) -> Iterator[str]:
    zh, en = lines(alignment.zh, bead.zh), lines(alignment.en, bead.en)
    source, translation = (en, zh) if target is Lang.ZH else (zh, en)
    facts = {
        "unit": bead.unit.value,
        "score": f"{bead.score:.4f}",
        "moved": "true" if bead.moved else "",
        "source lines": source,
        "target lines": translation,
    }
    notes = (f'<note category="{name}">{fact}</note>' for name, fact in facts.items() if fact)
    yield f"  <notes>{''.join(notes)}</notes>\n"


def _content(text: str) -> str:
    """Return the text of a segment; what XML cannot hold has an element of its own here."""
    parts, done = [], 0
    for found in UNFIT.finditer(text):
        parts += [escaped(text[done : found.start()]), f'<cp hex="{ord(found[0]):04X}"/>']
        done = found.end()
    return "".join([*parts, escaped(text[done:])])
