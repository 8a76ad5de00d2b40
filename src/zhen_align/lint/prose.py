"""What tells English prose from names, citations and commands by its words alone.

Not here: what the source says (untranslated.py), headings and labels (labels.py).
"""

import re
from collections.abc import Sequence

from zhen_align.lint.facts import BLANK, Text
from zhen_align.lint.labels import is_short_prose
from zhen_align.lint.wording import ELSEWHERE, LEGAL, is_types
from zhen_align.text.scripts import HAN, has_han
from zhen_align.text.small_words import JOINERS, SMALL
from zhen_align.types import Document, Kind

WORDS = r"[A-Za-z][A-Za-z'’-]*"
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_HAN_RUN = re.compile(f"[{HAN}]{{2,}}")
_ASIDE = re.compile(
    r"\([^()]*\)|（[^（）]*）|“[^“”]*”|「[^「」]*」|『[^『』]*』|《[^《》]*》|\"[^\"]*\"|‘[^‘’]*’|"
    r"\[[^\[\]]*\]|【[^【】]*】|(?<!\*)\*[^*\n]+\*(?!\*)|(?<![A-Za-z])'[^'\n]*'"
)
CITED = re.compile(r"\bet al\b|\b(?:19|20)\d\d\b.*\bpp?\.|[A-Z]\. [A-Z][a-z]+,|arXiv", re.DOTALL)
# what leads in a text that is shown as it is, and the marks of quotations
_ANNOUNCED = re.compile(
    r"(?:提示词|输出|例句|原文|引文|写道|回答|消息|邮件|日志|报错|提交信息|[Pp]rompt)[^。]{0,12}[：:][\W_]*$"
)
# what follows is the title of a page or what a program says: 详见How to Sow, 点击 Save to Disk
_NAMED = re.compile(
    r"(?:见|参阅|参考|查看|类似|名为|题为|标题[为是]|称为|叫做|提示|显示|报错|选择|点击|单击|按下)[：:]?\s*$"
)
_SHOWN = re.compile(r"[\s*”’」』.]*的?(?:错误|信息|消息|提示|警告|报错|字样|按钮|选项|菜单|对话框)")
_QUOTE = re.compile(r"\A\W*(?:quote|pull-quote|epigraph|verse|blockquote)\b")
COMMAND = re.compile(r"\s(?:&&|\|\||--?[a-z][\w-]*=)\s?")
_PROMPTS = (">>> ", "... ", "$ ")
_LEAST, VERBATIM = 5, 4
_LEAST_CAPITALS, _NAMELIKE = 4, 0.6


def own_voice(plain: str) -> str:
    """Return a text with what stands in brackets or quotation marks blanked out."""
    while True:
        shorter = _ASIDE.sub(lambda m: BLANK * len(m[0]), plain)
        if shorter == plain:
            return plain
        plain = shorter


def is_shown(text: str, start: int, end: int) -> bool:
    """Whether the words around a stretch say that it is a title, or what a program shows."""
    return bool(_NAMED.search(text, 0, start) or _SHOWN.match(text, end))


def is_typed(text: Text) -> bool:
    """Whether a sentence stands behind the prompt of a program, as in an example."""
    start = text.sentence.span.start
    before = text.document.text[max(0, start - 4) : start]
    return before.endswith(_PROMPTS) or text.text.startswith(_PROMPTS)


def is_name(words: Sequence[str]) -> bool:
    """Whether all words but small ones are capitalised: a name, the title of a work."""
    if all(word[0].isupper() or word.lower() in JOINERS for word in words):
        return True
    small = all(word[0].isupper() or word in SMALL for word in words)
    return small and words[0][0].isupper() and like_name(words)


def like_name(words: Sequence[str]) -> bool:
    """Whether most words are capitalised: Garden Pumps for Old River Mills series."""
    capitals = sum(word[0].isupper() for word in words)
    return capitals >= _LEAST_CAPITALS and capitals >= _NAMELIKE * len(words)


def folded(text: str) -> str:
    """Return the words of a text, for comparing two."""
    return " ".join(re.findall(WORDS, text)).casefold()


def says_something(said: str, kind: Kind) -> bool:
    """Whether a block is prose: names, code and references stand in both languages alike."""
    if has_han(said):
        return len(_HAN_RUN.findall(said)) > 0
    said = _TAG.sub(" ", said)
    words = re.findall(WORDS, said)
    if cites(said) or COMMAND.search(said) or is_types(words):
        return False
    if kind is Kind.HEADING:  # Title Case makes a heading no name
        return len(words) >= _LEAST
    if is_short_prose(said):
        return True
    small = sum(word.lower() in SMALL for word in words)
    ends = said.rstrip()[-1:] in ".!?:"
    return len(words) >= VERBATIM and not is_name(words) and small >= (1 if ends else 2)


def cites(said: str) -> bool:
    """Whether a text is a citation, a licence, or a link to another site and nothing more."""
    return any(mark.search(said) for mark in (CITED, LEGAL, ELSEWHERE))


def announced(document: Document, number: int) -> bool:
    """Whether what stands before a block says that it is shown as it is: an output, a quotation."""
    if not number:
        return False
    before = document.blocks[number - 1]
    said = before.span.of(document.text)
    if before.kind is Kind.OPAQUE:
        return _QUOTE.match(said) is not None
    return not before.comment and _ANNOUNCED.search(said) is not None
