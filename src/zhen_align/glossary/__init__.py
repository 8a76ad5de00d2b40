"""Candidates and people's decisions become the glossary TSV; and its terms match text.

Read `rows.py` first, then `merge.py`; decision 0004 says why they are as they are.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zhen_align.glossary.api import Glossary

__all__ = ["Glossary"]


def __getattr__(name: str) -> Any:
    # not at once: a look-up needs the rows, and none of what matches them in text
    if name in __all__:
        from zhen_align.glossary import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
