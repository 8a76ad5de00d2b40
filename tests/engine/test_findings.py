"""A report that was made before: when it is given again, and when it must not be."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from zhen_align import pipeline
from zhen_align.config import Config, Ignore, Override
from zhen_align.engine import findings, session, tasks
from zhen_align.engine.cache import Cache
from zhen_align.engine.version import fingerprint
from zhen_align.lint.report import Report
from zhen_align.types import Document

ZH = "水泵开启30秒。\n\n土壤很干。\n"  # the pump opens for 30 seconds; the soil is dry
EN = "The pump opens for 3 seconds.\n\nThe soil is dry.\n"
Judge = Callable[..., Report]


class Quiet:
    """A watcher that is told and says nothing."""

    def start(self, total: int) -> None:
        """Hear the total."""

    def advance(self) -> None:
        """Hear of one more."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with a pair that has one fault."""
    (tmp_path / "a.zh.md").write_text(ZH, encoding="utf-8")
    (tmp_path / "a.en.md").write_text(EN, encoding="utf-8")
    return tmp_path


def judged(config: Config, glossary: Document | None = None, *, fresh: bool = False) -> Report:
    """Return what is said of the folder's texts."""
    planned, _ = tasks.plan([str(config.root)], config)
    done = session.run(planned, Quiet(), 1)
    return findings.linted(done, (), config, glossary, fresh=fresh)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return a list that grows whenever the rules are really run."""
    calls: list[object] = []
    real = pipeline.linted

    def counted(*args: object) -> Report:
        calls.append(args)
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "linted", counted)
    return calls


def test_the_same_set_is_judged_once(root: Path, asked: list[object]) -> None:
    """The second report is the first one, to the last field."""
    config = Config(root=root)
    first, second = judged(config), judged(config)
    assert first.findings
    assert (second, len(asked)) == (first, 1)


def test_without_a_cache_it_is_judged_each_time(root: Path, asked: list[object]) -> None:
    """So it is where the cache is off, and where fixes are to be made."""
    off = Config(root=root, cache=False)
    judged(off)
    judged(off)
    on = Config(root=root)
    judged(on)
    judged(on, fresh=True)
    assert len(asked) == 4


CHANGES: list[dict[str, object]] = [
    {"rules": {"number-mismatch": "info"}},
    {"overrides": (Override(("*.md",), {"number-mismatch": "off"}),)},
    {"ignore": (Ignore(("a.zh.md",)),)},
    {"target": "en"},
    {"only": ("truncated",)},
    {"without": ("number-mismatch",)},
    {"spacing": "always"},
]


@pytest.mark.parametrize("change", CHANGES, ids=[next(iter(c)) for c in CHANGES])
def test_what_a_report_depends_on(
    root: Path, asked: list[object], change: dict[str, object]
) -> None:
    """Every setting that rules hear of makes it another report."""
    config = Config(root=root)
    judged(config)
    judged(replace(config, **change))  # type: ignore[arg-type]
    assert len(asked) == 2


def test_texts_and_glossary_make_another_report(root: Path, asked: list[object]) -> None:
    """So do a changed file, and a changed line of the glossary."""
    config = Config(root=root)
    glossary = Document("g.tsv", "en\tzh\n", ())
    judged(config, glossary)
    judged(config, replace(glossary, text="en\tzh\nvalve\t阀\n"))
    (root / "a.zh.md").write_text(ZH.replace("30", "3"), encoding="utf-8")
    assert judged(config, glossary).findings == ()
    assert len(asked) == 3


@pytest.mark.parametrize(
    "harm",
    [
        lambda kept: "no report",
        lambda kept: kept[:2],
        lambda kept: [
            [[*kept[0][0][:2], ["b.md", *kept[0][0][2][1:]], *kept[0][0][3:]]],
            *kept[1:],
        ],
        lambda kept: [
            [[*kept[0][0][:2], [*kept[0][0][2][:6], "other", ""], *kept[0][0][3:]]],
            *kept[1:],
        ],
    ],
    ids=["no list", "too short", "another file", "another text"],
)
def test_an_entry_that_does_not_fit_is_not_believed(
    root: Path,
    asked: list[object],
    monkeypatch: pytest.MonkeyPatch,
    harm: Callable[[list[list[list[object]]]], object],
) -> None:
    """Damage and malice both lead to judging anew."""
    config = Config(root=root)
    real = Cache.put
    monkeypatch.setattr(
        Cache,
        "put",
        lambda self, key, value: real(self, key, harm(value) if len(value) == 4 else value),
    )
    first = judged(config)
    assert judged(config) == first
    assert len(asked) == 2
    assert (root / ".zhen" / "cache" / fingerprint()).is_dir()
