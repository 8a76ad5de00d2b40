"""A report that was made before: when it is given again, and when it must not be."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from zhen_align import pipeline
from zhen_align.config import Config, Ignore, Override
from zhen_align.engine import findings, session, tasks
from zhen_align.engine.cache import Cache
from zhen_align.engine.version import fingerprint
from zhen_align.glossary.rows import Row, Status
from zhen_align.lint.facts import Pair, Shared
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


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list of the texts that the rule for numbers is really run on."""
    from zhen_align.lint.rules import number_mismatch

    paths: list[str] = []
    real = number_mismatch.check

    def seen(pairs: Sequence[Pair], shared: Shared) -> Iterator[object]:
        paths.extend(pair.target_document.path for pair in pairs)
        return real(pairs, shared)

    monkeypatch.setattr(number_mismatch, "check", seen)
    return paths


def test_an_edit_has_only_its_own_pair_judged_again(root: Path, ran: list[str]) -> None:
    """What was said of the others is told as it was."""
    for lang, text in (("zh", ZH), ("en", EN)):
        (root / f"b.{lang}.md").write_text(text, encoding="utf-8")
    config = Config(root=root)
    judged(config)
    assert ran == ["a.zh.md", "b.zh.md"]
    (root / "b.zh.md").write_text("你好。\n\n" + ZH, encoding="utf-8")  # hello
    again = judged(config)
    assert ran == ["a.zh.md", "b.zh.md", "b.zh.md"]
    assert again == judged(replace(config, cache=False))


def test_a_candidate_has_no_pair_judged_again_but_a_judged_row_has(
    root: Path, ran: list[str]
) -> None:
    """Rows that nobody has looked at judge nothing."""
    config = Config(root=root)
    for status in (None, Status.CANDIDATE, Status.PREFERRED):
        planned, _ = tasks.plan([str(root)], config)
        rows = [Row("pump", "水泵", status=status)] if status else []
        glossary = Document("g.tsv", f"{status}", ())
        findings.linted(session.run(planned, Quiet(), 1), rows, config, glossary)
    assert len(ran) == 2


def test_a_pairs_entry_that_does_not_fit_is_not_believed(
    root: Path, ran: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is judged anew, though the report is made anew in any case."""
    config = Config(root=root)
    before = judged(config)
    real = Cache.get
    monkeypatch.setattr(
        Cache,
        "get",
        lambda self, key: _moved(real(self, key)),
    )
    assert judged(config).findings == before.findings
    assert len(ran) == 2


def _moved(value: object) -> object:
    """Return an entry whose findings, if it has any, stand in another file."""
    return json.loads(json.dumps(value).replace('"a.zh.md"', '"b.zh.md"'))


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
        # a report has findings first; what is kept of renderings has as many parts, all empty
        lambda self, key, value: real(
            self, key, harm(value) if len(value) == 4 and value[0] else value
        ),
    )
    first = judged(config)
    assert judged(config) == first
    assert len(asked) == 2
    assert (root / ".zhen" / "cache" / fingerprint()).is_dir()
