"""What a run has to say besides its findings, in words: counts, coverage, what hid nothing."""

from collections import Counter
from collections.abc import Sequence

from zhen_align.lint.finding import Finding, Severity
from zhen_align.lint.report import Coverage, Report, Stale
from zhen_align.lint.suppress import Unused

_FEW = 4


def counts(findings: Sequence[Finding]) -> str:
    """Return how many findings of each severity there are.

    >>> counts([])
    'no findings'
    """
    said = []
    for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO):
        n = sum(f.severity is severity for f in findings)
        if n:
            said.append(_n(n, "note" if severity is Severity.INFO else severity.value))
    return ", ".join(said) or "no findings"


def summary(report: Report) -> str:
    """Return the last line: what was found, what was left out, what could be checked."""
    parts = [counts(report.findings)]
    if report.known:
        parts.append(f"{_n(report.known, 'finding')} in the baseline")
    if report.scope:
        parts.append(report.scope)
    return "; ".join([*parts, coverage_line(report.coverage)])


def coverage_line(c: Coverage) -> str:
    """Return in one line what could be checked."""
    parts = [
        f"checked {_n(c.files, 'file')}, {_n(c.pairs, 'pair')}",
        f"aligned {c.aligned_zh:.0%} of the Chinese and {c.aligned_en:.0%} of the English",
        _n(c.glossary_rows, "judged glossary row"),
        f"rules: {_named(c.rules)}",
    ]
    if c.glossary_rows_never_matchable:
        parts[2] += f" ({c.glossary_rows_never_matchable} can never match)"
    if c.unpaired:
        parts.insert(1, f"{len(c.unpaired)} without a partner")
    return "; ".join(parts)


def notes(report: Report) -> list[str]:
    """Return a line for each thing that hides findings and had none to hide."""
    return [*map(_unused, report.unused), *map(_stale, report.stale)]


def _unused(unused: Unused) -> str:
    rules = ", ".join(unused.rules) or "every rule"
    if unused.line:
        return f"{unused.path}:{unused.line} disables {rules}, and nothing needed it"
    return f"{unused.path}: an ignore entry for {rules} hides nothing"


def _stale(stale: Stale) -> str:
    said = f": {stale.message}" if stale.message else ""
    times = f" ×{stale.count}" if stale.count > 1 else ""
    return f"the baseline knows {stale.rule} in {stale.path}{times}, and it is gone{said}"


def statistics(report: Report) -> str:
    """Return a table of how often each rule spoke, the most frequent first."""
    tally = Counter((f.rule, f.severity) for f in report.findings)
    rows = sorted(tally.items(), key=lambda item: (-item[1], item[0]))
    size = len(str(max(tally.values(), default=0)))
    return "".join(f"{n:>{size}}  {severity:<7}  {rule}\n" for (rule, severity), n in rows)


def _n(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _named(rules: Sequence[str]) -> str:
    """Name a few rules, count many: the line is read by people, the JSON names them all."""
    if len(rules) > _FEW:
        return str(len(rules))
    return ", ".join(rules) or "none"
