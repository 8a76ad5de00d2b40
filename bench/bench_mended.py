"""Lint documentation before and after a fix; print what is found, and what is said of good pages.

Question: of the faults that people mend in translated documentation (links, code, roles, tags,
placeholders, passages left in English, numbers), how many are told, and is anything said of the
mended page, or of a page whose differences are the translator's right? The pages stand in
`bench/mended/`: a page is its English, its Chinese, and after that the faults, each as the
faulty (`-`) and the mended (`+`) characters. Needs no other data; not a pass/fail test.

    python bench/bench_mended.py [--half odd|even|all] [--show]
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
OWN_RULES = {
    "markup": {"markup-mismatch", "citation-mismatch"},
    "untranslated": {"untranslated"},
    "number": {"number-mismatch", "unit-mismatch", "citation-mismatch", "markup-mismatch"},
}


@dataclass(frozen=True)
class Fault:
    """What was wrong on the Chinese side, and what it was mended to."""

    kind: str
    title: str
    faulty: str
    mended: str


@dataclass(frozen=True)
class Page:
    """A page in both languages, as it is when nothing is wrong, and the faults it has had.

    A page without an English text is one that holds both languages.
    """

    name: str
    en: str
    zh: str
    faults: tuple[Fault, ...]

    def spoilt(self, fault: Fault) -> str:
        """Return the Chinese with a fault in place of what mended it."""
        text = self.zh or self.en
        if text.count(fault.mended) != 1 or fault.faulty == fault.mended:
            raise ValueError(f"{self.name}, {fault.title}: the mended text must stand there once")
        return text.replace(fault.mended, fault.faulty)


def pages(half: str) -> Iterator[Page]:
    """Yield the pages of a half, those with faults first."""
    for path in sorted(PAGES.glob("*.txt")):
        if half == "all" or path.stem.startswith(half):
            yield from read(path.read_text(encoding="utf-8"))


def read(text: str) -> Iterator[Page]:
    """Yield the pages of one file."""
    for part in re.split(r"(?m)^%%% page ", text)[1:]:
        heads = re.split(r"(?m)^%%% ", part)
        name, en = heads[0].split("\n", 1)
        zh = heads[1].split("\n", 1)[1]
        yield Page(name, en, zh, tuple(map(_fault, heads[2:])))


def _fault(part: str) -> Fault:
    head, *lines = part.removesuffix("\n").split("\n")
    kind, title = head.split(" ", 1)
    faulty, mended = ("\n".join(x[1:] for x in lines if x[0] == mark) for mark in "-+")
    return Fault(kind, title, faulty, mended)


def findings(page: Page, zh: str) -> list[Finding]:
    """Return the errors and warnings of a page."""
    stem, ending = page.name.rsplit(".", 1)
    texts = {f"{stem}.zh.{ending}": zh, f"{stem}.en.{ending}": page.en if page.zh else ""}
    read = [parsed(name, text.encode()) for name, text in texts.items() if text]
    report = lint(alignments(read, ""), (), Options())
    return [f for f in report.findings if f.severity != "info"]


def main() -> None:
    """Print a JSON line for each kind of fault, and one for the good pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", default="odd", choices=("odd", "even", "all"))
    parser.add_argument("--show", action="store_true", help="print what is missed or false")
    parser.add_argument("--page", default="", help="only pages whose name holds this")
    args = parser.parse_args()
    read = [page for page in pages(args.half) if args.page in page.name]
    total: Counter[str] = Counter()
    found: Counter[str] = Counter()
    other: Counter[str] = Counter()
    false: Counter[str] = Counter()
    for page in read:
        good = findings(page, page.zh or page.en)
        false.update(f.rule for f in good)
        if args.show:
            _print(f"FALSE {page.name}", good)
        for fault in page.faults:
            new = _beyond(findings(page, page.spoilt(fault)), good)
            own = [f for f in new if f.rule in OWN_RULES[fault.kind]]
            total[fault.kind] += 1
            found[fault.kind] += bool(own)
            other[fault.kind] += bool(new) and not own
            if args.show and not own:
                print(f"MISSED {page.name}: {fault.kind} {fault.title}: {fault.faulty!r}")
                _print("    but", new)
    for kind in total:
        share = round(found[kind] / total[kind], 3)
        line = {"faults": total[kind], "found": found[kind], "recall": share}
        print(json.dumps({"bench": kind, **line, "by_other_rules": other[kind]}))
    print(json.dumps({"bench": "good pages", "pages": len(read), "findings": dict(false)}))


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
