"""Align Chinese/English technical texts, extract their terms, lint the translation."""

__version__ = "0.1.0"
