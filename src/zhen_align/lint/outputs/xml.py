"""XML by hand: the few pieces that the XML formats need, safe for any text.

A character that XML cannot hold, even escaped, becomes U+FFFD.
"""

import re

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
# what a reader would turn into a plain blank inside an attribute
_BLANKS = {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_ESCAPES = str.maketrans(_MARKUP | _BLANKS)

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def attributes(**values: object) -> str:
    """Return attributes, each with a blank before it.

    >>> attributes(name="a<b", line=3)
    ' name="a&lt;b" line="3"'
    """
    return "".join(f' {name}="{escaped(str(value))}"' for name, value in values.items())


def escaped(text: str) -> str:
    """Return a text as an attribute's value."""
    return _ILLEGAL.sub("\ufffd", text).translate(_ESCAPES)


def cdata(text: str) -> str:
    """Return a text as character data that needs no other escapes.

    >>> cdata("a]]>b")
    '<![CDATA[a]]]]><![CDATA[>b]]>'
    """
    legal = _ILLEGAL.sub("\ufffd", text)
    return f"<![CDATA[{legal.replace(']]>', ']]]]><![CDATA[>')}]]>"
