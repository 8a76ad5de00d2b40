"""English units: runs of words that could be a term, in the form to show."""

import pytest

from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.english import canonical, is_initial, units
from zhen_align.types import Span

# a text, units that must be among those found, units that must not
CASES = [
    ("The neural network learns.", {"neural network", "network"}, {"the neural network", "neural"}),
    ("a novel brake system", {"brake system"}, {"novel brake system"}),
    ("It quickly understands brakes", set(), {"quickly", "understands brakes"}),
    ("brake, system", {"brake", "system"} - {"system"}, {"brake system"}),
    ("the brake of the car", {"brake", "car"}, {"brake of the car"}),
    ("We use GPT-4 and self-attention layers", {"=GPT-4", "self attention layer"}, {"gpt 4"}),
    ("US dollars", {"us dollar"}, set()),
    ("let us", set(), {"us", "=US"}),
    ("a clinical trial of brakes", {"clinical trial"}, {"clinical"}),
    ("Brakes remain practical", {"brake"}, {"brake remain practical", "practical"}),
    ("the speed of image retrieval", {"speed", "image retrieval"}, set()),
    ("a brake release is short", {"brake release", "release"}, {"brake release short"}),
    ("the brakes release it", {"brake"}, {"brake release"}),
    ("the wheel speeds up as engines restore it", set(), {"engine restore"}),
    ("it makes the brakes useless", {"brake"}, {"brake useless"}),
    ("its secondary structure and average pooling", {"secondary structure"}, {"secondary"}),
]


@pytest.mark.parametrize(("text", "inside", "outside"), CASES, ids=[t for t, *_ in CASES])
def test_units(text: str, inside: set[str], outside: set[str]) -> None:
    """Each text has the units of its row, and not those that only look like some."""
    from zhen_align.terms.initials import key_of

    dictionary = Dictionary(text.lower().split())
    found = {key_of(unit.span.of(text)) for unit in units(text, dictionary)}
    assert inside <= found
    assert not outside & found


def test_the_form_to_show() -> None:
    """Singular, small where the text ever writes it small, names with their capitals."""
    assert canonical({"Neural Networks": 2, "neural networks": 1}, {}) == "neural network"
    assert canonical({}, {"Neural networks": 2}) == "neural network"
    assert canonical({"Markov chains": 1}, {"Markov Chains": 1}) == "Markov chain"
    assert canonical({"ResNet models": 1}, {}) == "ResNet model"
    assert canonical({}, {"ResNet Models": 1}) == "ResNet model"


def test_where_capitals_mean_nothing() -> None:
    """At the head of a sentence, and where every word has one."""
    text = "Brake systems fail. Wheels turn. the Markov chain"
    assert is_initial(text, Span(0, 13))
    assert is_initial(text, Span(20, 26))
    assert not is_initial(text, Span(37, 49))
    assert is_initial("see Brake Systems", Span(4, 17))
