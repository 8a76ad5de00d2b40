"""Completes terms for a shell: what is typed so far is the beginning of a form.

Only an index that is there is asked: a shell that waits at the Tab key is a nuisance.
"""

MOST = 60


def complete(incomplete: str) -> list[str]:
    """Return the forms of the glossary that begin so, in the spelling of the glossary."""
    try:
        return _forms(incomplete)
    except Exception:  # whatever is wrong is said when the command is run, not at the Tab key
        return []


def _forms(incomplete: str) -> list[str]:
    from pathlib import Path

    from zhen_align.config import load
    from zhen_align.engine import index_terms
    from zhen_align.lookup.complete import forms

    config = load(Path.cwd())
    path = index_terms.path_of(config.root, config.glossary_path)
    terms = index_terms.opened(path) if config.cache else None
    return [] if terms is None else forms(terms, incomplete, MOST)
