"""A term inside a longer one is excused where the longer one has a rendering of its own."""

from zhen_align.lint.consistency.hosts import Hosts
from zhen_align.lint.consistency.whole import put_together
from zhen_align.terms.rendering_data import Guess, Rendered, Seen, TermSeen

# "tide gauge station (TGS)" 验潮站, "tide gauge" 潮位计: places are (English, Chinese)
FORMS = ("验潮站", "潮位计")


def seen(abbreviations: tuple[str, ...], logit: int, place: tuple[int, int]) -> Rendered:
    """Return a document with a station in two beads, rendered with this logit at this place."""
    terms = (
        TermSeen("tide gauge station", "tide gauge station", abbreviations, 50,
                 (0, logit, 80, 80, 80, 1)),
        TermSeen("tide gauge", "tide gauge", (), 50, (1, 200, 80, 80, 80, 0)),
    )  # fmt: skip
    uses = (0, 0, 18, 0, *place, 1, 1, 0, 10, -1, 0, 0, 0)
    return Rendered(terms, FORMS, (Seen(0, uses), Seen(1, uses)))


def excused(document: Rendered, form: str, target: tuple[int, int]) -> bool:
    """Whether what stands for the tide gauge there is the station's."""
    guess = Guess("tide gauge", 0, (0, 10), target, form, 1.0, partly=False)
    return Hosts(document.terms, put_together([document])).answer(guess, document.beads[0])


def test_an_abbreviated_term_owns_its_characters() -> None:
    """What its rendering holds is excused, what it does not hold is not."""
    document = seen(("TGS",), 100, (0, 3))
    assert excused(document, "验潮", (0, 2))
    assert not excused(document, "潮汐站", (0, 2))
    assert not excused(seen((), 100, (0, 3)), "验潮", (0, 2))


def test_a_stretch_renders_the_longer_term_whole() -> None:
    """The very same stretch is excused, where it is likely the longer term's."""
    assert excused(seen((), 100, (0, 3)), "验潮站", (0, 3))
    assert not excused(seen((), 100, (0, 3)), "验潮站", (0, 2))
    assert not excused(seen((), -100, (0, 3)), "验潮站", (0, 3))


def test_no_longer_term_excuses_nothing() -> None:
    """The term itself is no host."""
    document = seen(("TGS",), 100, (0, 3))
    guess = Guess("tide gauge station", 0, (0, 18), (0, 3), "验潮站", 1.0, partly=False)
    hosts = Hosts(document.terms, put_together([document]))
    assert not hosts.answer(guess, document.beads[0])
