"""`zhen-align lookup`: how do we say this? The glossary, in either language."""
