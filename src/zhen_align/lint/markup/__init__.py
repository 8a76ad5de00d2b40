"""Markup and the structure of a page, held against the source's."""
