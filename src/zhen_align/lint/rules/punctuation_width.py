"""Half-width marks in Chinese running text, or full-width ones in Latin.

In Chinese `, . ; : ? ! ( )` are found beside Chinese characters; not between digits (10:30,
1,024), in code and addresses, nor brackets set off by a blank that hold only Latin or figures, a
house style of its own. In English every full-width mark is found that is not beside Chinese.

Each comes with its replacement. Where a team wants more of this kind, autocorrect and zhlint
do it thoroughly.

Why: half-width marks sit too close to read, and full-width ones tear English lines apart.
"""

import re
from collections.abc import Iterator, Sequence

from zhen_align.lint.facts import Pair, Shared, Text
from zhen_align.lint.finding import Fix, Hit, Severity
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.text.scripts import HAN, han_count
from zhen_align.types import Lang, Span

NAME = "punctuation-width"
SEVERITY = Severity.INFO
NEEDS = frozenset({Need.TEXT})
EXAMPLES: tuple[Example, ...] = (
    Example("方法简单,效果好;训练快.", "It is simple.", (",", ";", "."), "beside Chinese"),
    Example("使用 BERT,效果好。", "We use BERT.", (",",), "Latin before it, Chinese after it"),
    Example("共 1,024 个，10:30 开始。", "There are 1,024.", why="between digits"),
    Example("马(公马)受伤。", "A horse.", ("(", ")"), "brackets around Chinese"),
    Example("模型(LLM)很大。", "The model is large.", ("(", ")"), "brackets glued to Chinese"),
    Example("模型 (LLM) 很大。", "The model is large.", why="brackets set off by blanks"),
    Example("这是(**重点**)所在。", "The point.", why="brackets of the markup"),
    Example("文件(&F)", "&File", why="the key of a menu"),
    Example("运行 `f(图,1)` 即可。", "Run it.", why="code"),
    Example("这样……对吗...", "Is it so...", why="an ellipsis"),
    Example(
        "一行。", "One line， please（now）.", ("， ", "（", "）"), "full-width marks in English"
    ),
    Example("词。", "He writes 词，句 often.", why="Chinese quoted in English"),
)

_FULL = {",": "，", ".": "。", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_HALF = {
    "，": ", ", "。": ". ", "；": "; ", "：": ": ", "？": "? ", "！": "! ", "（": " (",
    "）": ") ", "、": ", ",
}  # fmt: skip
_CJK = f"{HAN}”’」』）》】"
_NEXT = f"{HAN}“‘「『（《【"
_MARK = re.compile(
    rf"(?<=[{_CJK}])[,;:?!](?![,;:?!/\\])|(?<=[A-Za-z0-9)\]%])[,;?!](?=\s?[{_NEXT}])"
    rf"|(?<=[A-Za-z)\]%]):(?=\s?[{_NEXT}])|(?<=[{_CJK}])\.(?![.\w])"
)
_BRACKETS = re.compile(r"\(([^()（）\n]*)\)")
_KEY = re.compile(r"[&_][A-Za-z\d]")  # the key of a menu's entry: 文件(&F)
_WIDE = re.compile(r"[，。；：？！（）、]")
_HAN = re.compile(f"[{HAN}]")
_BLANKS = re.compile(r"[ \u00a0]*")


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Look at every sentence of both sides."""
    for pair in pairs:
        for judged, text in pair.texts:
            for at in _places(text):
                yield judged, _hit(text, at)


def _places(text: Text) -> list[int]:
    plain = text.plain
    if text.lang is Lang.EN:
        if plain.isascii():
            return []
        return [m.start() for m in _WIDE.finditer(plain) if not _beside_han(plain, m.start())]
    if not han_count(plain):
        return []
    found = {m.start() for m in _MARK.finditer(plain)}
    for m in _BRACKETS.finditer(plain) if "(" in plain else ():
        glued = _HAN.match(plain[m.start() - 1 : m.start()])
        if m[1].startswith("*") and m[1].endswith("*"):
            continue  # the brackets belong to the markup
        if _KEY.fullmatch(m[1]):
            continue
        if _HAN.search(m[1]) or (glued and not m[1].isdigit()):
            found |= {m.start(), m.end() - 1}
    return sorted(found)


def _beside_han(plain: str, at: int) -> bool:
    around = plain[max(0, at - 2) : at] + plain[at + 1 : at + 3]
    return _HAN.search(around) is not None


def _hit(text: Text, at: int) -> Hit:
    mark = text.text[at]
    right = (_FULL if text.lang is Lang.ZH else _HALF)[mark]
    start, end = at, at + 1
    if text.lang is Lang.ZH or right.endswith(" "):  # the new mark brings its own room
        end = _BLANKS.match(text.text, end).end()  # type: ignore[union-attr]  # matches nothing too
    if text.lang is Lang.ZH and mark == "(":
        start -= len(text.text[:at]) - len(text.text[:at].rstrip(" "))
    if text.lang is Lang.EN:
        right = _spaced(right, text.text[:start], text.text[end:])
    where = "Chinese" if text.lang is Lang.ZH else "English"
    width = "half-width" if text.lang is Lang.ZH else "full-width"
    message = f"{width} '{mark}' in {where}; write '{right.strip()}'"
    # blanks that the right mark has no use for are part of the fault
    place = text.span(Span(start, end))
    return Hit(place, text.lang, message, SEVERITY, (right,), mark, Fix(place, right))


def _spaced(right: str, before: str, after: str) -> str:
    """Return an English mark with blanks only where words follow or come before."""
    if not after or not (after[0].isalnum() or after[0] in "(“\"'"):
        right = right.rstrip()
    return right.lstrip() if not before or before[-1].isspace() else right
