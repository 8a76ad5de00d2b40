"""How well renderings score beside each other."""

from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.gather import gather
from zhen_align.terms.pairing import Link, pair
from zhen_align.terms.reading import read_bead
from zhen_align.terms.segments import Segment, Side


def links(term: str, pairs: list[tuple[str, str]]) -> dict[str, Link]:
    """Return the possible renderings of a term in some beads."""
    beads = [
        Segment("x", n, Side(en, ((0, 0),)), Side(zh, ((0, 0),)))
        for n, (en, zh) in enumerate(pairs)
    ]
    dictionary = Dictionary(())
    gathered = gather([read_bead(bead, dictionary) for bead in beads])
    return {link.zh: link for link in pair(gathered, [gathered.concepts[term]])[term]}


def test_a_second_good_rendering_excuses_the_first() -> None:
    """Beads with 快取 do not speak against 缓存 (both: cache); beads with neither do."""
    ours = [("The cache is full.", "缓存已满。"), ("Clear the cache.", "清空缓存。")]
    drifting = [*ours, ("Keep the cache.", "保留快取。"), ("The cache is slow.", "快取很慢。")]
    missing = [*ours, ("Keep the cache.", "保留它。"), ("The cache is slow.", "它很慢。")]
    assert links("cache", drifting)["缓存"].logit > links("cache", missing)["缓存"].logit + 1


def test_what_other_words_explain_is_no_part_of_the_rendering() -> None:
    """In 训练网络 (training the network) the network is only 网络."""
    found = links(
        "network",
        [("Training the network.", "训练网络。"), ("A network in training.", "正在训练网络。")],
    )
    assert found["网络"].logit > found["训练网络"].logit + 1


def test_a_definition_outweighs_counts() -> None:
    """What stands before the bracket is the rendering, whatever else recurs: 锚框 anchor box."""
    found = links(
        "anchor box",
        [
            ("An anchor box (AB) is here.", "这里有锚框（anchor box）。"),
            ("An anchor box.", "一个。"),
        ],
    )
    assert max(found.values(), key=lambda link: link.logit).zh == "锚框"
    assert found["锚框"].defined == 1
