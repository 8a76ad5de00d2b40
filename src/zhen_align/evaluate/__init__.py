"""Figures against gold: alignment, lines, sentence ends, terms, findings and how sure a score is.

Pure functions on data; only `files` opens a file. Nothing here decides what the program
does: the benchmarks and the tests ask.
"""
