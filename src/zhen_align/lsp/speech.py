"""What the desk knows, in the words of the protocol: diagnostics, fixes, hovers."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from lsprotocol import types
from pygls.workspace import PositionCodec

from zhen_align.lint.finding import Finding, Severity
from zhen_align.lsp.desk import Entry
from zhen_align.text.lines import line_starts, position
from zhen_align.types import Span

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_MARKUP = {".md", ".markdown", ".mdx", ".html", ".htm", ".xhtml"}
_STANDING = {
    "preferred": "use",
    "keep": "keep as it is",
    "admitted": "admitted",
    "deprecated": "avoid",
    "forbidden": "never",
}


class Page:
    """A text as the client counts it: lines from 0, columns in its own units."""

    def __init__(self, text: str, codec: PositionCodec) -> None:
        """Find the lines."""
        self.text = text
        self._starts = line_starts(text)
        self._codec = codec

    def range(self, span: Span) -> types.Range:
        """Return a span's place."""
        return types.Range(self._position(span.start), self._position(span.end))

    def offset(self, place: types.Position) -> int:
        """Return the offset of a place; one behind the end of a line is that end."""
        if place.line >= len(self._starts):
            return len(self.text)
        start = self._starts[place.line]
        units = 0
        for at in range(start, self._end(place.line)):
            if units >= place.character:
                return at
            units += self._codec.client_num_units(self.text[at])
        return self._end(place.line)

    def _position(self, offset: int) -> types.Position:
        line, column = position(self._starts, offset)
        before = self.text[offset - column + 1 : offset]
        return types.Position(line - 1, self._codec.client_num_units(before))

    def _end(self, line: int) -> int:
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        return self._starts[line] + len(self.text[self._starts[line] : end].rstrip("\r\n"))


def diagnostic(finding: Finding, page: Page) -> types.Diagnostic:
    """Return a finding as the editor underlines it."""
    return types.Diagnostic(
        page.range(finding.place.span),
        finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source="zhen-align",
    )


def actions(
    findings: Sequence[Finding], page: Page, wanted: types.Range, uri: str, path: Path
) -> Iterator[types.CodeAction]:
    """Yield what can be done about the findings in a range: the fix, or a comment against it."""
    for finding in findings:
        place = page.range(finding.place.span)
        if (place.end.line, place.end.character) < (wanted.start.line, wanted.start.character) or (
            place.start.line,
            place.start.character,
        ) > (wanted.end.line, wanted.end.character):
            continue
        about = diagnostic(finding, page)
        if finding.fix is not None:
            edit = types.TextEdit(page.range(finding.fix.span), finding.fix.text)
            yield _action(f"Write “{finding.fix.text}”", [edit], uri, about, preferred=True)
        if path.suffix.lower() in _MARKUP:
            line = types.Position(place.start.line, 0)
            comment = f"<!-- zhen-align-disable-next-line {finding.rule} -->\n"
            edit = types.TextEdit(types.Range(line, line), comment)
            yield _action(f"Accept {finding.rule} in the next line", [edit], uri, about)


def _action(
    title: str,
    edits: list[types.TextEdit],
    uri: str,
    about: types.Diagnostic,
    *,
    preferred: bool = False,
) -> types.CodeAction:
    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[about],
        is_preferred=preferred,
        edit=types.WorkspaceEdit({uri: edits}),
    )


def hover(entry: Entry, page: Page) -> types.Hover:
    """Return what the glossary says of a term, best renderings first."""
    order = [*_STANDING, "candidate", "rejected"]
    rows = sorted(entry.rows, key=lambda row: (row.en, order.index(row.status)))
    lines: list[str] = []
    for number, row in enumerate(rows):
        if number == 0 or row.en != rows[number - 1].en:
            abbr = f" ({_plain(row.abbr)})" if row.abbr else ""
            lines.append(f"**{_plain(row.en)}**{abbr}")
        standing = _STANDING.get(row.status, row.status)
        about = "; ".join(filter(None, (row.domain, row.note)))
        lines.append(f"- {_plain(row.zh)}: {standing}" + (f" ({_plain(about)})" if about else ""))
    text = types.MarkupContent(types.MarkupKind.Markdown, "\n".join(lines))
    return types.Hover(text, page.range(entry.span))


def _plain(text: str) -> str:
    """Return words that no Markdown comes out of."""
    return "".join(f"\\{ch}" if ch in "\\`*_{}[]()#+!<>|&~" else ch for ch in text)
