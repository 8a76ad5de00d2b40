"""Findings about translations: the engine, its rules and its outputs."""
