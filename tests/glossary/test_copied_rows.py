"""Rows that a person copied, and quotes that belong to nobody: nothing is lost."""

import pytest

from zhen_align.errors import GlossaryError
from zhen_align.glossary.merge import merge
from zhen_align.glossary.rows import parse, render
from zhen_align.terms.candidate import Candidate

PUMP = Candidate(en="water pump", abbr="WP", zh="水泵", count=3, share=1.0, score=0.9)
HEADER = "en\tabbr\tzh\tstatus\tcount\tshare\tdomain\tnote\tsource"


def test_a_copied_and_edited_row_leaves_the_original() -> None:
    """Copying a candidate and changing the copy adds a row; it replaces none."""
    first = merge(parse(HEADER + "\n", "g.tsv"), [PUMP])
    text = render(first)
    row = text.splitlines()[1]
    copied = row.replace("water pump", "hand pump").replace("水泵", "手泵")
    copied = copied.replace("candidate", "preferred")
    second = render(merge(parse(text + copied + "\n", "g.tsv"), [PUMP]))
    assert row in second.splitlines()
    assert copied in second.splitlines()


def test_a_row_edited_in_place_is_not_proposed_again() -> None:
    """There the person's row has taken the place of the program's."""
    text = render(merge(parse(HEADER + "\n", "g.tsv"), [PUMP]))
    edited = text.replace("水泵", "抽水机").replace("candidate", "preferred")
    assert render(merge(parse(edited, "g.tsv"), [PUMP])) == edited


def test_no_whole_row_is_swallowed_by_a_quote() -> None:
    """A quote that opens in a row with too few fields does not reach over the next row."""
    lines = [
        HEADER,
        'valve\t\t阀门\tpreferred\t\t\t"important\tme',
        "pump\t\t水泵\tpreferred\t\t\t\t\tme",
        'tank\t\t水箱\tpreferred\t\t\timportant"\tme',
    ]
    with pytest.raises(GlossaryError, match=r"g\.tsv:2: "):
        parse("\n".join(lines) + "\n", "g.tsv")
