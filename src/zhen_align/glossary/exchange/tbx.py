"""TBX-Basic: version 3 (ISO 30042:2019) in its DCA style, or version 2, which many tools expect.

A concept is an English form with its abbreviation, its renderings and its domain. Statuses
that TBX does not know (`forbidden`, `keep`, `candidate`, `rejected`) stand in a note as well,
so that they come back; counts, shares, sources and added columns have no place here.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from zhen_align.glossary.exchange.grid import Grid
from zhen_align.glossary.exchange.lines import Line, lines

LEFT_OUT = "counts, shares, sources and added columns"

NOTE = "zhen-align status: "
STATUSES = {
    "preferred": "preferredTerm-admn-sts",
    "keep": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "deprecated": "deprecatedTerm-admn-sts",
    "forbidden": "deprecatedTerm-admn-sts",
}
_EXACT = {"preferred", "admitted", "deprecated"}
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = {
    3: (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed:3.0">\n'
        "<tbxHeader><fileDesc><sourceDesc><p>zhen-align</p></sourceDesc></fileDesc></tbxHeader>\n"
        "<text><body>\n"
    ),
    2: (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n'
        '<martif type="TBX-Basic" xml:lang="en">\n'
        "<martifHeader><fileDesc><sourceDesc><p>zhen-align</p></sourceDesc></fileDesc></martifHeader>\n"
        "<text><body>\n"
    ),
}
_FOOT = {3: "</body></text>\n</tbx>\n", 2: "</body></text>\n</martif>\n"}
_NAMES = {3: ("conceptEntry", "langSec", "termSec"), 2: ("termEntry", "langSet", "tig")}


def write(grid: Grid, version: int = 3) -> bytes:
    """Return the glossary as TBX."""
    return (_HEAD[version] + "".join(_concepts(grid, version)) + _FOOT[version]).encode()


def _concepts(grid: Grid, version: int) -> Iterator[str]:
    entry, section, term = _NAMES[version]
    keyed = sorted(lines(grid), key=lambda line: (line.en, line.abbr, line.domain))
    grouped = groupby(keyed, key=lambda line: (line.en, line.abbr, line.domain))
    for number, ((en, abbr, domain), rows) in enumerate(grouped, 1):
        subject = f'<descrip type="subjectField">{_text(domain)}</descrip>' if domain else ""
        yield f'<{entry} id="c{number}">{subject}\n'
        forms = [f"<{term}><term>{_text(en)}</term>{_type('fullForm')}</{term}>"] if en else []
        if abbr:
            forms.append(f"<{term}><term>{_text(abbr)}</term>{_type('acronym')}</{term}>")
        if forms:
            yield f"<{section} xml:lang={quoteattr('en')}>{''.join(forms)}</{section}>\n"
        renderings = "".join(_rendering(row, term) for row in rows if row.zh)
        if renderings:
            yield f"<{section} xml:lang={quoteattr('zh')}>{renderings}</{section}>\n"
        yield f"</{entry}>\n"


def _rendering(row: Line, term: str) -> str:
    status = STATUSES.get(row.status)
    shown = f'<termNote type="administrativeStatus">{status}</termNote>' if status else ""
    own = "" if row.status in _EXACT else f"<note>{NOTE}{row.status}</note>"
    note = f"<note>{_text(row.note)}</note>" if row.note else ""
    return f"<{term}><term>{_text(row.zh)}</term>{shown}{own}{note}</{term}>"


def _type(name: str) -> str:
    return f'<termNote type="termType">{name}</termNote>'


def _text(value: str) -> str:
    return escape(_ILLEGAL.sub("\ufffd", value), {"\r": "&#13;"})
