"""Addresses: what those of one page in two languages share, and what of one names the language.

Not here: where addresses stand in a text (opaque.py, markup.py).
"""

import re
from functools import lru_cache

_LANGUAGE_PART = re.compile(
    r"(?<=[/._-])(?:zh[-_](?:cn|tw|hans|hant|hk)|en[-_](?:us|gb)|zh|en|cn|chinese|english)"
    r"(?=[/._?#-]|$)",
    re.IGNORECASE,
)
# an encyclopedia names its articles in its own language
_WIKI = re.compile(r"^(https://[^/]+/wiki)/.*")
_HOST = re.compile(r"\w+://[^/]*")
_LANGUAGE_QUERY = re.compile(r"[?&](?:lang|language|locale|hl)=[\w-]+", re.IGNORECASE)


@lru_cache(maxsize=1 << 13)  # the same addresses and lines of code stand on both sides
def link_key(target: str) -> str:
    """Return what the addresses of one page in two languages share.

    >>> link_key("../en/api.md") == link_key("../zh/api.zh.md")
    True
    >>> link_key("https://zh.a.example/wiki/%E7%8C%AB"), link_key("https://cn.a.example/b")
    ('https://a.example/wiki', 'https://a.example/b')
    """
    plain = target.rstrip("/").removesuffix(".html").removesuffix(".md")
    plain, sign, anchor = plain.partition("#")
    plain = plain.removesuffix(".html").removesuffix(".md")
    plain = re.sub(r"^http:", "https:", _LANGUAGE_PART.sub("", _LANGUAGE_QUERY.sub("", plain)))
    plain = re.sub(r"(?<=[^./])[._-]+(?=/|$)|(?<=/)[_-]+(?=/|$)", "", plain)
    plain = re.sub(r"(?<!:)/{2,}", "/", plain)
    if "://." in plain:  # the host is that of a language
        plain = _WIKI.sub(r"\1", plain.replace("://.", "://"))
    # an anchor is made from a heading, which is translated; alone it is all there is
    return plain.rstrip("/") or (sign + anchor if sign else "")


def language_part(target: str) -> str:
    """Return what of an address names a language; nothing where its host alone does.

    >>> language_part("/zh-cn/docs/a"), language_part("./a_en.md"), language_part("/docs/a")
    ('zh-cn', 'en', '')
    """
    host = _HOST.match(target)
    found = _LANGUAGE_PART.search(target, host.end() if host else 0)
    return found[0] if found else ""
