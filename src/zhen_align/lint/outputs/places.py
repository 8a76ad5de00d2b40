"""Places as formats want them: lines and columns of offsets, columns in bytes, occurrences."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from hashlib import sha256

from zhen_align.lint.finding import Finding
from zhen_align.text.lines import line_starts, position


class Texts:
    """The texts that were judged, and where in lines and columns an offset into one stands."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Take the texts by their paths."""
        self._texts = {path: _Text(text) for path, text in texts.items()}

    def position(self, path: str, offset: int) -> tuple[int, int] | None:
        """Return line and column in code points, or None where the text is not known."""
        text = self._texts.get(path)
        return position(text.starts, offset) if text else None

    def byte_column(self, path: str, line: int, column: int) -> int:
        """Return a column in UTF-8 bytes for one in code points, both from 1."""
        text = self._texts.get(path)
        if text is None or line > len(text.starts):
            return column
        start = text.starts[line - 1]
        return 1 + len(text.text[start : start + column - 1].encode("utf-8", "surrogatepass"))


class _Text:
    """A text and its line starts, found when somebody asks."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def starts(self) -> tuple[int, ...]:
        return line_starts(self.text)


def identities(findings: Sequence[Finding]) -> list[str]:
    """Return a name for each finding that no other of the run has: fingerprint, file, number.

    The same fault in the same sentence twice has one fingerprint; consumers that keep one
    finding a name would lose the second. Counted in each file on its own, so that what is
    mended in one does not look as if it were mended in another.
    """
    seen: Counter[tuple[str, str]] = Counter()
    names = []
    for finding in findings:
        path, mark = finding.place.path, finding.fingerprint
        seen[path, mark] += 1
        file = sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        names.append(f"{mark}:{file}:{seen[path, mark]}")
    return names
