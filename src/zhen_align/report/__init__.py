"""The state of some texts in one picture: alignment, findings, terms, as one page or as JSON.

overview.py says what there is to see, gather.py collects it from the rooms below, json.py and
page/ show it. Both show the same data, so that what a person sees a script can have.
"""
