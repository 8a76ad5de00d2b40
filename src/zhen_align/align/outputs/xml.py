"""Text for XML: escaped, with stable names, and without what XML cannot hold."""

import re
from collections import Counter
from hashlib import blake2b

# XML 1.0 has no way to write these, not even as a reference
UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;",
     "\r": "&#13;"}
)  # fmt: skip


def escaped(text: str) -> str:
    """Return text for an element or attribute; what XML cannot hold becomes U+FFFD.

    >>> escaped("R&D <\\x07>")
    'R&amp;D &lt;\N{REPLACEMENT CHARACTER}&gt;'
    """
    return UNFIT.sub("\N{REPLACEMENT CHARACTER}", text).translate(_ESCAPES)


class Names:
    """Identifiers that come from what they name, so that edits elsewhere do not change them."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of(self, *parts: str) -> str:
        """Return a name for some content; the same content again gets a number."""
        whole = "\0".join(parts).encode("utf-8", "surrogatepass")
        name = blake2b(whole, digest_size=6).hexdigest()
        self._seen[name] += 1
        return name if self._seen[name] == 1 else f"{name}-{self._seen[name]}"
