"""Sections of a review that discuss something else."""

import numpy as np

from zhen_align.compare.claims import Work
from zhen_align.compare.sections import tempered
from zhen_align.read.document import parse

REVIEW = """# A Review

## Summary

The bridge is made of wood. The river is long and cold.

## What one should know

Wood is a material. A river carries water.

## What comes next

Build a second bridge. Measure the river again.
"""
ABSTRACT = (
    "这座桥是用木头做的。这条河又长又冷。"  # The bridge is of wood. The river is long and cold.
)


def test_only_sections_without_a_firm_link_are_lowered() -> None:
    """A section with a sure link keeps all its chances, and so does the shorter work."""
    review, abstract = Work.of(parse("r.md", REVIEW)), Work.of(parse("a.md", ABSTRACT))
    chance = np.full((len(review.claims), len(abstract.claims)), 0.5)
    firm = next(n for n, c in enumerate(review.claims) if _text(review, c.en[0]).startswith("The"))
    chance[firm, 0] = 0.95
    lowered = tempered(chance, review, abstract)
    kept = [firm, firm + 1]
    others = [n for n, c in enumerate(review.claims) if n > firm + 1]
    assert np.allclose(lowered[kept], chance[kept])
    assert (lowered[others] < 0.3).all()
    turned = tempered(chance.T, abstract, review)
    assert np.allclose(turned, lowered.T)


def test_works_of_one_length_are_left_alone() -> None:
    """Neither is a review of the other."""
    review = Work.of(parse("r.md", REVIEW))
    chance = np.full((len(review.claims), len(review.claims)), 0.5)
    assert (tempered(chance, review, review) == chance).all()


def _text(work: Work, number: int) -> str:
    return work.place(number).text
