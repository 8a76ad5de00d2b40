"""What the directives of reStructuredText hold: code, a heading, a caption, text.

Those in none of these sets have an argument that is no text, and a body that is.
"""

import re

HEADED = frozenset(
    {"admonition", "topic", "sidebar", "rubric", "dropdown", "card", "tab-item", "tab"}
)
TITLED = frozenset({"table", "list-table", "figure"})  # a caption is their argument, or below
SAID = frozenset(
    {"note", "warning", "tip", "important", "caution", "danger", "hint", "attention", "error",
     "seealso", "todo", "epigraph", "highlights", "pull-quote", "replace", "centered"}
)  # fmt: skip
DATED = frozenset({"versionadded", "versionchanged", "deprecated", "versionremoved"})
CODE = re.compile(
    r"(?:code|code-block|sourcecode|math|image|toctree|highlight|literalinclude|raw|include|"
    r"parsed-literal|auto\w+|csv-table|plot|contents|graphviz|digraph|graph|mermaid|uml|doctest|"
    r"testcode|testoutput|testsetup|productionlist|index|bibliography|tabularcolumns|meta|role|"
    r"default-role|rst-class|module|currentmodule|py:module|py:currentmodule|title|unicode|date|"
    r"sectnum|section-numbering|target-notes|header|footer|tikz|jupyter-execute|ipython|prompt|"
    r"command-output|program-output|autosummary|glossary-file|youtube|video)"
)
