"""Aligned texts made by hand, so that no test of lint depends on the aligner."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from zhen_align.lint.finding import Finding, Place, Severity
from zhen_align.lint.report import Coverage, Report
from zhen_align.text.lines import line_starts, position
from zhen_align.text.opaque import opaque
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span, Unit

Align = Callable[..., Alignment]


def _document(path: str, lang: Lang, lines: Sequence[str]) -> tuple[Document, list[Sentence]]:
    """Return a document of one block a line, and its sentences."""
    text, blocks, sentences = "", [], []
    for line in lines:
        span = Span(len(text), len(text) + len(line))
        hidden = tuple(found.shifted(by=span.start) for found in opaque(line))
        blocks.append(Block(span, Kind.PARAGRAPH, lang, hidden))
        sentences.append(Sentence(span, lang, Unit.SENTENCE, len(blocks) - 1))
        text += line + "\n"
    return Document(path, text, tuple(blocks)), sentences


@pytest.fixture
def align() -> Align:
    """Return a function that makes one bead of each pair of lines, (zh, en)."""

    def make(*pairs: tuple[str, str], name: str = "x", score: float = 0.99) -> Alignment:
        zh, zh_sentences = _document(f"{name}.zh.md", Lang.ZH, [pair[0] for pair in pairs])
        en, en_sentences = _document(f"{name}.en.md", Lang.EN, [pair[1] for pair in pairs])
        beads = tuple(
            Bead(
                (a,) if a.span.end > a.span.start else (),
                (b,) if b.span.end > b.span.start else (),
                score,
            )
            for a, b in zip(zh_sentences, en_sentences, strict=True)
        )
        return Alignment(zh, en, beads)

    return make


@pytest.fixture(scope="session")
def made() -> Callable[..., Report]:
    """Return a function that makes a report of findings about stretches of texts.

    Each is (path, start, end) with, where wanted, the fields of a finding by name.
    """

    def make(
        texts: Mapping[str, str], *findings: tuple[str, int, int, dict[str, Any]], **fields: Any
    ) -> Report:
        found = []
        for path, start, end, more in findings:
            place = _place(path, texts[path], start, end)
            whole = _place(path, texts[path], 0, len(texts[path]))
            given: dict[str, Any] = {
                "rule": "number-mismatch", "severity": Severity.ERROR, "message": "wrong",
                "expected": (), "zh": whole, "en": None, "fix": None, "fingerprint": "f" * 16,
                "side": Lang.ZH,
            }  # fmt: skip
            found.append(Finding(place=place, **(given | more)))
        ordered = tuple(sorted(found, key=lambda f: f.order))
        rules = tuple(sorted({f.rule for f in found}))
        return Report(ordered, Coverage(len(texts), 1, rules=rules), texts=texts, **fields)

    return make


def _place(path: str, text: str, start: int, end: int) -> Place:
    starts = line_starts(text)
    span = Span(start, end)
    return Place(path, span, *position(starts, start), *position(starts, end), span.of(text))
