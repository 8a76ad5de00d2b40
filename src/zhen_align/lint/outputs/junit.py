"""JUnit XML: a suite for each file, a failed case for each finding.

A file without findings is one passing case, so that a run that checked nothing does not
look like one that found nothing. Notes (info) are passing cases with output.
"""

from collections import Counter
from collections.abc import Iterator

from zhen_align.lint.finding import Finding, Place, Severity
from zhen_align.lint.outputs.notes import summary
from zhen_align.lint.outputs.xml import HEAD, attributes, cdata
from zhen_align.lint.report import Report


def render(report: Report, *, color: bool = False) -> str:
    """Return the suites in the order of the files."""
    by_file: dict[str, list[Finding]] = {path: [] for path in report.texts}
    for finding in report.findings:
        by_file.setdefault(finding.place.path, []).append(finding)
    failures = sum(map(_fails, report.findings))
    tests = sum(max(1, len(found)) for found in by_file.values())
    total = attributes(name="zhen-align", tests=tests, failures=failures, errors=0, time=0)
    lines = [f"<testsuites{total}>"]
    for path in sorted(by_file):
        lines.extend(_suite(path, by_file[path], report))
    return HEAD + "\n".join([*lines, "</testsuites>"]) + "\n"


def _suite(path: str, found: list[Finding], report: Report) -> Iterator[str]:
    failures = sum(map(_fails, found))
    head = attributes(
        name=path, package="zhen-align", tests=max(1, len(found)), failures=failures,
        errors=0, skipped=0, time=0,
    )  # fmt: skip
    yield f"<testsuite{head}>"
    checked = attributes(name="checked", value=summary(report))
    yield f"<properties><property{checked}/></properties>"
    times: Counter[str] = Counter()
    for finding in found:
        name = f"{finding.rule} {finding.place.line}:{finding.place.column}"
        times[name] += 1  # readers keep one case a name
        yield _case(finding, name + f" ({times[name]})" * (times[name] > 1))
    if not found:
        yield f"<testcase{attributes(name='zhen-align', classname=path, file=path, time=0)}/>"
    yield "</testsuite>"


def _case(f: Finding, name: str) -> str:
    p = f.place
    head = attributes(name=name, classname=p.path, file=p.path, line=p.line, time=0)
    body = cdata(_body(f))
    if _fails(f):
        said = attributes(message=f.message, type=f.severity.value)
        return f"<testcase{head}><failure{said}>{body}</failure></testcase>"
    return f"<testcase{head}><system-out>{body}</system-out></testcase>"


def _body(f: Finding) -> str:
    """Return what somebody needs who sees nothing but this case."""
    p = f.place
    lines = [f"{p.path}:{p.line}:{p.column} {f.severity} {f.rule}: {f.message}"]
    lines.extend(_side("zh", f.zh) + _side("en", f.en))
    return "\n".join(lines)


def _side(name: str, place: Place | None) -> list[str]:
    return [f"{name}  {place.text}"] if place else []


def _fails(finding: Finding) -> bool:
    return finding.severity.rank > Severity.INFO.rank
