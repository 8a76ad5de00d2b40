"""What a report can be shown as: one module a format, one line each in this table.

A module has `render(report, *, color=False) -> str`; only the text output has a use for
colour, and for the number of columns that a terminal has.
"""

from difflib import get_close_matches
from importlib import import_module

from zhen_align.errors import UsageError
from zhen_align.lint.report import Report

COLUMNS = 94  # that lines with an excerpt have at most

OUTPUTS = {
    "text": "zhen_align.lint.outputs.text",
    "json": "zhen_align.lint.outputs.json",
    "sarif": "zhen_align.lint.outputs.sarif",
    "github": "zhen_align.lint.outputs.github",
    "gitlab": "zhen_align.lint.outputs.gitlab",
    "junit": "zhen_align.lint.outputs.junit",
    "checkstyle": "zhen_align.lint.outputs.checkstyle",
    "rdjson": "zhen_align.lint.outputs.rdjson",
    "markdown": "zhen_align.lint.outputs.markdown",
}


def render(
    report: Report, format: str = "text", *, color: bool = False, columns: int = COLUMNS
) -> str:
    """Return the report in a format; an unknown one is an error that names the nearest."""
    if format not in OUTPUTS:
        near = get_close_matches(format, OUTPUTS, n=1)
        fix = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(OUTPUTS)}"
        raise UsageError(f"there is no format '{format}'", fix=fix)
    more = {"columns": columns} if format == "text" else {}
    text: str = import_module(OUTPUTS[format]).render(report, color=color, **more)
    return text
