"""Text into markup: everything that comes from outside goes through `esc`."""

import re

from zhen_align.report.page.words import ZH

# what HTML cannot hold at all: controls, half characters
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;"}
)


def esc(value: object) -> str:
    """Return text that is safe in an element and in a quoted attribute.

    >>> esc('<b title="x">')
    '&lt;b title=&quot;x&quot;&gt;'
    """
    return _IMPOSSIBLE.sub("\N{REPLACEMENT CHARACTER}", str(value)).translate(_ENTITIES)


def say(words: str, tag: str = "span") -> str:
    """Return words of the page that have a Chinese version.

    >>> say("Terms", "h2")
    '<h2 data-t>Terms</h2>'
    """
    if words not in ZH:
        raise KeyError(f"no Chinese for {words!r}")
    return f"<{tag} data-t>{esc(words)}</{tag}>"


def percent(share: float) -> str:
    """Return a share as whole percents; what is neither nothing nor all never looks so.

    >>> percent(0.999), percent(0.001), percent(1.0)
    ('99%', '1%', '100%')
    """
    rounded = round(share * 100)
    if 0 < share < 1:
        rounded = min(max(rounded, 1), 99)
    return f"{rounded}%"


SIGNS = {"error": "✕", "warning": "▲", "info": "●"}


def severity(level: str) -> str:
    """Return a severity as sign and word, so that colour is not needed."""
    return f'<b class="sev {level}"><i aria-hidden="true">{SIGNS[level]}</i> {say(level)}</b>'


def tally(errors: int, warnings: int, infos: int) -> str:
    """Return how many findings there are of each severity, those there are."""
    counts = {"error": errors, "warning": warnings, "info": infos}
    return " ".join(
        f'<span class="sev {level}"><i aria-hidden="true">{SIGNS[level]}</i> {count}'
        f' <span class="quiet" data-t>{level if count == 1 else f"{level}s"}</span></span>'
        for level, count in counts.items()
        if count
    )
