"""Documents to alignments: which text stands for which, and how surely."""
