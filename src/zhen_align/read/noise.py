"""Tests for what is not the text itself: metadata of an article, navigation of a page."""

import re

from zhen_align.read import labels
from zhen_align.read.facts import Facts
from zhen_align.read.people import is_people, is_person, names
from zhen_align.text.scripts import HAN, han_count, word_count

_LINK = re.compile(r"!?\[[^\[\]]*\]\([^()]*\)|<?https?://\S+")
_PARTS = re.compile(r"\s*[|›»｜∣│]\s*|\s+>\s+")
_APART = re.compile(r"\s*[|∣·•]\s*|\s{2,}")
_WIDE_GAP = re.compile(r"\s{2,}|\t|\u3000")
_LEADING = re.compile(r"[\s•·*△▲†(\[-]*(?:\(?\d{1,2}\s*[.,)]?|[a-z]\s)\s*")
_MENU_WORD = re.compile(f"[{HAN}]{{2,6}}")
_BYLINE = re.compile(r"\s+[·|]\s+")
_RIGHTS = re.compile(r"\W{0,4}(?:版权|转载)(?:声明|所有|说明)\s*:")
_BY = re.compile(
    r"(?:(?:written |translated |text |photos? )?by\s+|(?:文|图|撰文|编译|整理|译)\s*[/|丨:]\s*)",
    re.I,
)
_POSTED = re.compile(
    r"(?:发[表布]|更新|刊登)\s*[于在]|\b(?:posted|published|updated)\b|\d{1,2}:\d{2}|"
    r"\bmin(?:ute)?s? read\b|"
    r"(?:\A|[|·•丨/]\s*)(?:by\s|原创|来源|转载|作者)",
    re.IGNORECASE,
)
MORE = re.compile(
    r"(?<=[。.!?！？])\s*(?:(?:查看|展开)(?:全部|更多)|(?:read|show|see) more)\s*[>»›▼]*\Z",
    re.IGNORECASE,
)
"""The button at the end of a paragraph that a page shows in part."""
_EQUATION = re.compile(r"[^=<>!]=[^=]|≈|∝|≤|≥")
_PLAIN_WORD = re.compile(r"(?!(?:log|exp|max|min|sin|cos|tan|arg|lim|softmax|tanh)\b)[A-Za-z]{3,}")
_RAISED = re.compile(r"\$\^?\{?\^?\{?\d|[¹²³]|<sup>\s*\d|\^\d\^")
"""The raised number of an address, in the ways to write one."""
_ZH_DATE = re.compile(
    r"[〇○零一二三四五六七八九]{4}\s*年\s*[一二三四五六七八九十]{1,2}\s*月(?:\s*[一二三四五六七八九十]{1,3}\s*日)?"
)
_SCHOOL = re.compile(
    rf"[{HAN}]{{2,14}}(?:大学|学院|研究[所院])|"
    r"(?:the )?(?:[\w.-]+ ){0,5}(?:university|college|institute)"
    r"(?: of [\w ]{2,40})?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(rf"(?:\A|\s)\d{{1,2}}\s*[.、]?\s*(?=[{HAN}A-Z])")
_FOLIO = re.compile(r"\s*(?:[ivx]{1,6}|[IVX]{1,6})\s*")
"""The number of a page of front matter, alone in its line."""
_MAX_LABELLED = 160


def dated(line: Facts) -> bool:
    """Say whether a line without a language still tells something: a date, a number, a mail."""
    return bool(
        labels.DATE.search(line.text)
        or labels.EMAIL.search(line.text)
        or labels.DOI.search(line.text)
        or labels.ARXIV.search(line.text)
        or labels.STAMP.fullmatch(line.folded)
    )


def formula(line: Facts) -> bool:
    """Say whether a line is an equation without marks: letters and signs, no word.

    Names of functions are no words.
    """
    return (
        not line.han
        and line.size <= 40
        and _EQUATION.search(line.text) is not None
        and _PLAIN_WORD.search(line.text) is None
    )


def navigation(line: Facts) -> bool:
    """Say whether a line is a menu, a breadcrumb, a pager or a counter."""
    words = line.folded
    if len(words) > 300 or "`" in line.text:
        return False
    # an item or a sentence may well be one such word; several in a row, or a firm one, is a menu
    if labels.NAVIGATION_FIRM.fullmatch(words) or _FOLIO.fullmatch(line.text):
        return True
    if labels.METADATA.match(words):
        return False
    if line.piece.shape == "item":
        return False
    if labels.NAVIGATION.fullmatch(words):
        return True
    if line.sentences:
        return False
    if labels.BREADCRUMB.match(words):
        return True
    if _menu(words, _WIDE_GAP.split(line.text.strip())) or _menu(words, _PARTS.split(words)):
        return True
    if _row_of_words(words):
        return True
    links = _LINK.findall(line.text)
    return len(links) >= 2 and not re.search(r"\w", _LINK.sub("", line.text))


def _row_of_words(words: str) -> bool:
    """Say whether a line is Chinese words with blanks between, one of them a menu's."""
    parts = words.split()
    return (
        len(parts) >= 3
        and all(_MENU_WORD.fullmatch(part) for part in parts)
        and any(labels.NAVIGATION.fullmatch(part) for part in parts)
    )


def _menu(words: str, parts: list[str]) -> bool:
    """Say whether a line is parts of a few words each, some of them a menu's, or many."""
    parts = [part.strip() for part in parts if re.search(r"\w", part)]
    short = [part for part in parts if han_count(part) + 1.7 * word_count(part) <= 8]
    known = [part for part in parts if labels.NAVIGATION.fullmatch(part)]
    if len(parts) < 2 or names(words):
        return False
    if known:
        return len(short) >= 0.5 * len(parts)
    return len(parts) >= 3 and len(short) >= 0.6 * len(parts)


def rights(line: Facts) -> bool:
    """Say whether a line tells who may copy the page."""
    return _RIGHTS.match(line.folded) is not None and line.size <= _MAX_LABELLED


def links(line: Facts) -> bool:
    """Say whether a line is nothing but a link."""
    return bool(_LINK.search(line.text)) and not re.search(r"\w", _LINK.sub("", line.text))


def bare_label(line: Facts) -> bool:
    """Say whether a line is a label of metadata whose value must stand below."""
    words = line.folded
    return not line.opaque and any(
        (found := label.match(words)) is not None and found.end() == len(words)
        for label in (labels.METADATA, labels.METADATA_WEAK)
    )


def metadata(line: Facts, *, top: bool, weak: bool) -> bool:
    """Say whether a line tells about the article: who, where, when, how to cite it.

    `top` is the part above the running text, where more is believed; `weak` says that
    labels which are also common words count, since surer ones are near.
    """
    words = line.folded
    if len(words) > 1_200 or (line.prose and not rights(line)):
        return False
    return (
        _labelled(line, words, weak=weak)
        or bool(labels.STAMP.fullmatch(words))
        or _article_types(words)
        or bool(labels.DATE.fullmatch(words.strip("() .")))
        or bool(_ZH_DATE.fullmatch(words))
        or (links(line) and line.piece.shape != "item" and line.size <= 3.5)
        or cites(line)
        or _reference(line)
        or (line.sentences == 0 and line.size <= 12 and bool(labels.ARXIV.search(line.text)))
        or _mails(line, top=top)
        or _institution(line, words, top=top)
        or (top and bool(labels.ARTICLE_TYPE.fullmatch(words)))
        or (top and (names(words) or _byline(line)))
        or (weak and line.piece.shape == "text" and line.size <= 12 and _tells_date(words))
    )


def _article_types(words: str) -> bool:
    """Say whether a line is several marks of an article, `Open Access   Article`."""
    parts = [part for part in _APART.split(words) if part]
    return len(parts) > 1 and all(labels.ARTICLE_TYPE.fullmatch(part) for part in parts)


def _bare(words: str) -> bool:
    found = labels.METADATA_WEAK.fullmatch(words) or labels.METADATA.fullmatch(words)
    return found is not None


def _byline(line: Facts) -> bool:
    """Say whether a line above the text tells who wrote it, and when, in a few words."""
    if line.sentences or line.size > 40:
        return False
    parts = [part for part in _WIDE_GAP.split(line.text.strip()) if part]
    if len(parts) == 2 and (is_person(parts[0]) or all(map(_bare, parts))):
        return True  # a table of authors: the name, then where they work
    words = line.folded.strip(" *_")
    by = _BY.match(words)
    return bool(by and is_people(words[by.end() :])) or (
        _dated(words) and bool(_POSTED.search(words))
    )


def _labelled(line: Facts, words: str, *, weak: bool) -> bool:
    short = line.size <= _MAX_LABELLED and (line.sentences <= 1 or rights(line))
    if line.piece.shape == "item" and not weak:
        short = short and bool(labels.DATE.search(words) or labels.ARXIV.search(line.text))
    label = labels.METADATA.match(words)
    if label and short:
        # "Received wisdom …" is a sentence; after a label comes a mark or the end
        firm = label["rest"].strip() or label.end() == len(words)
        return bool(firm or labels.DATE.match(words, label.end()))
    label = labels.METADATA_WEAK.match(words)
    if not label or not short:
        return False
    value = line.text.partition(":")[2] or line.text.partition("：")[2]
    told = labels.DATE.search(value) or _LINK.search(value) or re.fullmatch(r"[\s\d.,-]+", value)
    return bool(told or is_people(value)) or (weak and line.size <= 40)


def _reference(line: Facts) -> bool:
    """Say whether this is an entry of a list of references: a number, a work, where it is."""
    listed = line.piece.shape == "item" or labels.ENTRY.match(line.folded) is not None
    return listed and line.size <= 120 and labels.WHERE.search(line.folded) is not None


def cites(line: Facts) -> bool:
    """Say whether this is the article's own citation line; entries of a list are not."""
    if line.folded[:1] == "[" or line.piece.shape == "item":
        return False
    if labels.CITATION.search(line.folded):
        return line.size <= 120
    return bool(labels.DOI.search(line.text)) and line.size <= 12


def _mails(line: Facts, *, top: bool) -> bool:
    """Say whether this is an address with its owner; a sentence may mention one."""
    if line.sentences or not labels.EMAIL.search(line.text):
        return False
    return line.size <= (30 if top and line.piece.shape != "item" else 6)


def _institution(line: Facts, words: str, *, top: bool) -> bool:
    if not labels.INSTITUTION.search(words) or line.sentences:
        return False
    byline = _BYLINE.split(words)
    if top and len(byline) > 1 and line.size <= 40 and (names(byline[0]) or _dated(words)):
        return True
    if top and (
        _SCHOOL.fullmatch(words) or len(_NUMBERED.findall(words)) + (line.piece.shape == "item") > 1
    ):
        return True
    if not re.search(r"[,;]", words):
        return False
    if top and _RAISED.match(line.text):
        return True
    placed = labels.POSTCODE.search(words)
    numbered = _LEADING.match(line.text)
    return bool(placed and (top or numbered)) or bool(top and numbered)


def _tells_date(words: str) -> bool:
    return ":" in words and _dated(words)


def _dated(words: str) -> bool:
    return labels.DATE.search(words) is not None
