"""Lint documentation before and after a fix; print what is found, and what is said of good pages.

Question: of the faults that people mend in translated documentation (links, code, roles, tags,
placeholders, passages left in English, numbers), how many are told, and is anything said of the
mended page, or of a page whose differences are the translator's right? The pages stand in
`bench/mended/`: a page is its source, its translation (whose head names the language, `zh` or
`en`), and after that the faults of the translation, each as the faulty (`-`) and the mended (`+`)
characters. The files latest* are scored only, and what is missed or false in them is never shown;
the others may be read when rules are made. Needs no other data; not a pass/fail test.

    python bench/bench_mended.py [--half looked|scored|all] [--show]
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from zhen_align.lint.engine import Options, lint
from zhen_align.lint.finding import Finding
from zhen_align.pipeline import alignments, parsed

PAGES = Path(__file__).resolve().parent / "mended"
HALVES = {"looked": ("odd", "even", "scored", "later", "newest"), "scored": ("latest",)}
OWN_RULES = {
    "markup": {"markup-mismatch", "citation-mismatch"},
    "untranslated": {"untranslated"},
    "number": {"number-mismatch", "unit-mismatch", "citation-mismatch", "markup-mismatch"},
}


@dataclass(frozen=True)
class Fault:
    """What was wrong in the translation, and what it was mended to."""

    kind: str
    title: str
    faulty: str
    mended: str


@dataclass(frozen=True)
class Page:
    """A page in both languages, as it is when nothing is wrong, and the faults it has had.

    A page without a translation is one that holds both languages.
    """

    name: str
    source: str
    translation: str
    target: str
    faults: tuple[Fault, ...]

    @property
    def mended(self) -> str:
        """The text that has had the faults, as it is without them."""
        return self.translation or self.source

    def spoilt(self, fault: Fault) -> str:
        """Return the translation with a fault in place of what mended it."""
        text = self.mended
        if text.count(fault.mended) != 1 or fault.faulty == fault.mended:
            raise ValueError(f"{self.name}, {fault.title}: the mended text must stand there once")
        return text.replace(fault.mended, fault.faulty)


def pages(half: str) -> Iterator[Page]:
    """Yield the pages of a half, those with faults first."""
    for path in sorted(PAGES.glob("*.txt")):
        if path.stem.startswith(HALVES[half]):
            yield from read(path.read_text(encoding="utf-8"))


def read(text: str) -> Iterator[Page]:
    """Yield the pages of one file."""
    for part in re.split(r"(?m)^%%% page ", text)[1:]:
        heads = re.split(r"(?m)^%%% ", part)
        name, source = heads[0].split("\n", 1)
        target, translation = heads[1].split("\n", 1)
        yield Page(name, source, translation, target, tuple(map(_fault, heads[2:])))


def _fault(part: str) -> Fault:
    head, *lines = part.removesuffix("\n").split("\n")
    kind, title = head.split(" ", 1)
    faulty, mended = ("\n".join(x[1:] for x in lines if x[0] == mark) for mark in "-+")
    return Fault(kind, title, faulty, mended)


def findings(page: Page, translation: str) -> list[Finding]:
    """Return the errors and warnings of a page with a translation."""
    stem, ending = page.name.rsplit(".", 1)
    texts = dict.fromkeys((f"{stem}.zh.{ending}", f"{stem}.en.{ending}"), "")
    texts |= {name: page.source for name in texts if page.translation}
    texts[f"{stem}.{page.target}.{ending}"] = translation
    read = [parsed(name, text.encode()) for name, text in texts.items() if text]
    report = lint(alignments(read, ""), (), Options(target=page.target))
    return [f for f in report.findings if f.severity != "info"]


def main() -> None:
    """Print a JSON line for each kind of fault, and one for the good pages, half by half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", default="all", choices=(*HALVES, "all"))
    parser.add_argument("--show", action="store_true", help="print what is missed or false")
    parser.add_argument("--page", default="", help="only pages whose name holds this")
    args = parser.parse_args()
    for half in HALVES:
        if args.half in (half, "all"):
            read = [page for page in pages(half) if args.page in page.name]
            _score(half, read, show=args.show and half == "looked")


def _score(half: str, read: list[Page], *, show: bool) -> None:
    total: Counter[str] = Counter()
    found: Counter[str] = Counter()
    other: Counter[str] = Counter()
    false: Counter[str] = Counter()
    for page in read:
        good = findings(page, page.mended)
        false.update(f.rule for f in good)
        if show:
            _print(f"FALSE {page.name}", good)
        for fault in page.faults:
            new = _beyond(findings(page, page.spoilt(fault)), good)
            own = [f for f in new if f.rule in OWN_RULES[fault.kind]]
            total[fault.kind] += 1
            found[fault.kind] += bool(own)
            other[fault.kind] += bool(new) and not own
            if show and not own:
                print(f"MISSED {page.name}: {fault.kind} {fault.title}: {fault.faulty!r}")
                _print("    but", new)
    for kind in total:
        share = round(found[kind] / total[kind], 3)
        line = {"faults": total[kind], "found": found[kind], "recall": share}
        print(json.dumps({"bench": kind, "half": half, **line, "by_other_rules": other[kind]}))
    good_line = {"pages": len(read), "findings": dict(false)}
    print(json.dumps({"bench": "good pages", "half": half, **good_line}))


def _beyond(found: list[Finding], known: list[Finding]) -> list[Finding]:
    left = Counter((f.rule, f.message, f.place.text) for f in known)
    new = []
    for finding in found:
        key = (finding.rule, finding.message, finding.place.text)
        left[key] -= 1
        if left[key] < 0:
            new.append(finding)
    return new


def _print(head: str, found: list[Finding]) -> None:
    for f in found:
        print(f"{head}: {f.place.line}: {f.rule} {f.severity}: {f.message}")


if __name__ == "__main__":
    main()
