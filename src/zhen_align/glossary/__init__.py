"""Candidates and people's decisions become the glossary TSV; and its terms match text.

Read `rows.py` first, then `merge.py`; decision 0004 says why they are as they are.
"""

from zhen_align.glossary.api import Glossary

__all__ = ["Glossary"]
