"""Quantities of two sides: which agree, which clash, and how the other language writes them."""
