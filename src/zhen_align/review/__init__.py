"""The page where people decide: a server on this machine, and what it does to the glossary.

app.py (routes) -> book.py (the open glossary) -> actions.py (what a key means) ->
draft.py (rows, and whether a change still fits), with journal.py (undo), evidence.py
(where terms stand in the texts), guard.py (who may ask) and page/ (what the browser loads).
"""
