"""Alignments become candidates: what recurs on both sides and belongs together."""
