"""Merging what was found into what people decided."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.glossary.merge import changes, merge, term_key
from zhen_align.glossary.rows import COLUMNS, Row, Status, Table, parse, render
from zhen_align.terms.candidate import Candidate


def found(en: str, zh: str, abbr: str = "", count: int = 2, share: float = 1.0) -> Candidate:
    """Make a candidate."""
    return Candidate(en, abbr, zh, count, share, 0.5)


def pairs(table: Table) -> list[tuple[str, str]]:
    """Return the pairs in file order."""
    return [(row.en, row.zh) for row in table.rows]


def reviewed(*rows: tuple[str, str, str]) -> Table:
    """Make a table of people's rows: English, Chinese, status."""
    return Table(tuple(Row(en, zh, status=Status(status)) for en, zh, status in rows))


def test_candidates_become_rows_in_order() -> None:
    """Terms by English form without case, then the most used rendering first."""
    table = merge(
        Table(),
        [
            found("kernel", "核"),
            found("Adam", "Adam"),
            found("kernel", "核函数", count=5, share=0.7),
        ],
    )
    assert pairs(table) == [("Adam", "Adam"), ("kernel", "核函数"), ("kernel", "核")]
    assert [row.line for row in table.rows] == [2, 3, 4]
    row = table.rows[1]
    assert (row.status, row.count, row.share) == (Status.CANDIDATE, "5", "0.70")
    assert row.is_program


def test_rows_are_refreshed_and_dropped() -> None:
    """A pair found again gets its new numbers; one not found any more goes."""
    old = merge(Table(), [found("kernel", "核"), found("layer", "层")])
    new = merge(old, [found("kernel", "核", count=9)])
    assert [(row.en, row.count) for row in new.rows] == [("kernel", "9")]
    what = changes(old, new)
    assert [row.en for row in what.changed] == ["kernel"]
    assert [row.en for row in what.gone] == ["layer"]
    assert not what.new


def test_nothing_new_changes_nothing() -> None:
    """The same candidates again give the same bytes, whoever's rows stand between."""
    once = merge(
        reviewed(("kernel", "核", "preferred")), [found("kernel", "核函数"), found("a", "甲")]
    )
    again = merge(parse(render(once), "g"), [found("a", "甲"), found("kernel", "核函数")])
    assert render(again) == render(once)
    assert changes(once, again) == changes(once, once)


SETTLED = [
    (("kernel", "核", "rejected"), ("kernel", "核"), False, "the rejected pair"),
    (("kernel", "核", "rejected"), ("kernel", "核函数"), True, "another rendering of it"),
    (("kernel", "", "rejected"), ("kernels", "核函数"), False, "the whole term is rejected"),
    (("", "核", "rejected"), ("core", "核"), False, "the Chinese is rejected as a term"),
    (("Kernel Size", "核大小", "preferred"), ("kernel-sizes", "核 大小"), False, "spelt otherwise"),
    (("network", "網絡", "admitted"), ("network", "网络"), False, "in the other script"),
    (("Adam", "Adam", "rejected"), ("Adam", "Adam"), False, "a name that is none"),
    (("kernel", "核", "forbidden"), ("kernel", "核"), False, "a forbidden pair"),
]


def test_settled_pairs_are_not_proposed() -> None:
    """What a person has judged is not proposed again, in any spelling."""
    for row, (en, zh), proposed, gloss in SETTLED:
        table = merge(reviewed(row), [found(en, zh)])
        assert ((en, zh) in pairs(table)) is proposed or (en, zh) == row[:2], gloss
        assert len(table.rows) == 1 + proposed, gloss


def test_a_corrected_row_is_not_proposed_as_it_was() -> None:
    """Who mends a rendering is not asked about the wrong one again."""
    first = merge(Table(), [found("kernel", "核心"), found("kernel", "核函数")])
    mended = Table(
        tuple(replace(r, zh="核", raw=None) if r.zh == "核心" else r for r in first.rows)
    )
    again = merge(mended, [found("kernel", "核心"), found("kernel", "核函数")])
    assert sorted(pairs(again)) == [("kernel", "核"), ("kernel", "核函数")]


def test_people_s_rows_keep_their_places_in_the_term() -> None:
    """A program row that goes or comes moves no person's row past another."""
    hand = (Row("k", "丙", status=Status.ADMITTED), Row("K", "甲", status=Status.PREFERRED))
    ours = merge(Table(), [found("k", "乙"), found("k", "丁")]).rows
    old = Table((ours[0], hand[0], ours[1], hand[1]))
    assert [r.zh for r in merge(old, []).rows] == ["丙", "甲"]
    grown = merge(old, [found("k", "乙"), found("k", "丁", count=9), found("k", "戊", count=1)])
    assert [r.zh for r in grown.rows] == ["丁", "丙", "乙", "甲", "戊"]


# ------------------------------------------------------------- random edits and builds

WORDS = st.sampled_from(["kernel", "Kernels", "layer", "Adam", "", " net "])
HAN = st.sampled_from(["核", "层", "網絡", "网络", "Adam", "", "核 "])
CANDIDATES = st.lists(
    st.builds(
        found,
        st.sampled_from(["kernel", "layer", "net", "Adam"]),
        st.sampled_from(["核", "层", "网络", "Adam"]),
        st.sampled_from(["", "K"]),
        st.integers(1, 3),
        st.just(0.5),
    ),
    max_size=6,
)
EDIT = st.one_of(
    st.tuples(st.just("add"), WORDS, HAN, st.sampled_from(list(Status)), st.integers(0, 9)),
    st.tuples(st.just("status"), st.integers(0, 9), st.sampled_from(list(Status))),
    st.tuples(st.just("note"), st.integers(0, 9), st.sampled_from(["x", 'a "b"', "tab\\t", ""])),
    st.tuples(st.just("zh"), st.integers(0, 9), HAN),
    st.tuples(st.just("delete"), st.integers(0, 9)),
    st.tuples(st.just("column"), st.integers(0, 9)),
    st.tuples(st.just("save"), st.sampled_from(["\ufeff", ""]), st.sampled_from(["\r\n", "\n"])),
    st.tuples(st.just("build"), CANDIDATES),
)


def edited(text: str, edit: tuple[object, ...]) -> str:
    """Do to the file what a person does with an editor or a spreadsheet."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").rstrip("\n").split("\n")
    rows = [line.split("\t") for line in lines]
    head, body = rows[0], rows[1:]
    what, *rest = edit
    if what == "add":
        en, zh, status, at = rest
        row = [str(en), "", str(zh), str(status), *[""] * (len(head) - 4)]
        if (str(en) + str(zh)).strip():
            body.insert(int(str(at)), row)
    elif what == "save":
        joined = str(rest[1]).join("\t".join(row) for row in rows)
        return f"{rest[0]}{joined}{rest[1]}"
    elif what == "column" and body:
        if head[-1] != "client":
            rows = [[*head, "client"], *([*row, ""] for row in body)]
            head, body = rows[0], rows[1:]
        body[int(str(rest[0])) % len(body)][-1] = "X"
    elif body:
        at = int(str(rest[0])) % len(body)
        if what == "delete":
            del body[at]
        else:
            row = body[at]
            value = str(rest[1])
            column = {"status": 3, "note": 7, "zh": 2}[str(what)]
            if column != 2 or (row[0] + value).strip():
                row[column] = value
    return "\n".join("\t".join(row) for row in [head, *body]) + "\n"


def persons(table: Table) -> dict[str, list[Row]]:
    """Return people's rows by term, in their order."""
    kept: dict[str, list[Row]] = {}
    for row in table.rows:
        if not row.is_program:
            kept.setdefault(term_key(row), []).append(row)
    return kept


@settings(max_examples=300, deadline=None)
@given(st.lists(EDIT, max_size=12), CANDIDATES)
def test_no_person_s_row_is_ever_changed_or_lost(
    edits: list[tuple[object, ...]], last: list[Candidate]
) -> None:
    """Through any sequence of edits and builds, every person's line stays, in its order."""
    from zhen_align.errors import GlossaryError

    text = "\t".join(COLUMNS) + "\n"
    for edit in [*edits, ("build", last)]:
        if edit[0] != "build":
            text = edited(text, edit)
            continue
        try:
            old = parse(text, "g")
        except GlossaryError:
            continue  # the same row twice: the build would write nothing
        new = merge(old, edit[1])  # type: ignore[arg-type]
        assert persons(new) == persons(old)
        assert sorted(r.raw for rows in persons(new).values() for r in rows if r.raw) == sorted(
            r.raw for rows in persons(old).values() for r in rows if r.raw
        )
        text = render(new)
        written = parse(text, "g")
        assert [term_key(row) for row in written.rows] == sorted(map(term_key, written.rows))
        assert render(merge(written, edit[1])) == text  # type: ignore[arg-type]
        if new.columns != old.columns or "client" in new.columns:
            continue
        assert all(len(line.split("\t")) == len(COLUMNS) for line in text.splitlines())
