"""Cast parallel paragraphs into the layouts that real bilingual files have.

The gold comes for free: which line translates which is known when the file is made. The
easy casts move, tear or separate lines; the hard ones drop runs, permute sections, switch
the order of the languages midway and sprinkle in lines that belong to a page, not a text.
"""

import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

Pair = tuple[str, str]

FURNITURE = [
    "Home | Issues | About | Contact", "首页 | 期刊 | 关于我们 | 联系方式", "Download PDF (1.2 MB)",
    "下载全文", "Previous article", "上一篇 下一篇", "Share this page", "分享到微信",
    "Views: 1,204 Downloads: 388", "浏览次数：1204 下载次数：388", "Sign in to comment",
    "登录后可发表评论", "Copyright 2025 The Society", "版权所有 © 2025 学会编辑部",
    "Received 3 March 2025; accepted 9 June 2025", "收稿日期：2025-03-03", "Export citation",
    "导出引用", "Related articles", "相关文章推荐", "Back to top", "返回顶部", "Metrics",
    "更多指标", "Cite this article", "引用本文", "Vol. 12, No. 3", "第12卷 第3期",
    "Corresponding author", "通信作者简介", "All rights reserved", "责任编辑：王芳",
    "Open access", "开放获取", "Follow us", "关注公众号", "Page 3 of 18", "第3页 共18页",
]  # fmt: skip


@dataclass(frozen=True)
class Cast:
    """A file's lines and the pairs of (English, Chinese) line numbers, from 1.

    `gold` pairs share text for certain, those in `allowed` may. `noise` lines are none of
    the text and belong to nothing.
    """

    name: str
    kind: str
    lines: list[str]
    gold: list[tuple[int, int]]
    allowed: list[tuple[int, int]]
    noise: frozenset[int]

    @property
    def text(self) -> str:
        """Return the file."""
        return "\n".join(self.lines) + "\n"


@dataclass(frozen=True)
class Piece:
    """A line, its language and the number of the pair it comes from (-1: none).

    `begin` and `end` say which part of its paragraph a torn piece is, by characters.
    """

    text: str
    lang: str
    pair: int
    begin: float = 0.0
    end: float = 1.0


_APART = 0.12  # pieces this far from each other share nothing, however unlike the languages
_SURELY = 0.5  # of the shorter piece


def shared(a: Piece, b: Piece) -> float:
    """Return how much of the shorter of two pieces stands in the other; negative if apart."""
    common = min(a.end, b.end) - max(a.begin, b.begin)
    return common / min(a.end - a.begin, b.end - b.begin) if common > 0 else common


def numbered(pieces: list[Piece], name: str, kind: str, blank: bool = False) -> Cast:
    """Write the pieces down and note which lines belong together."""
    lines: list[str] = []
    where: dict[tuple[str, int], list[tuple[int, Piece]]] = {}
    noise = set()
    for piece in pieces:
        lines.append(piece.text)
        if piece.pair >= 0:
            where.setdefault((piece.lang, piece.pair), []).append((len(lines), piece))
        else:
            noise.add(len(lines))
        if blank:
            lines.append("")
    both = [
        (a, b, shared(en, zh))
        for (lang, pair), en_lines in where.items()
        if lang == "en"
        for a, en in en_lines
        for b, zh in where.get(("zh", pair), [])
    ]
    gold = [(a, b) for a, b, common in both if common >= _SURELY]
    allowed = [(a, b) for a, b, common in both if common > -_APART]
    return Cast(name, kind, lines, gold, allowed, frozenset(noise))


def torn_pieces(text: str, lang: str, pair: int, parts: int) -> list[Piece]:
    """Return a paragraph torn at sentence ends, each piece knowing which part it is."""
    texts = split(text, parts)
    size, at, found = sum(map(len, texts)), 0, []
    for part in texts:
        found.append(Piece(part, lang, pair, at / size, (at + len(part)) / size))
        at += len(part)
    return found


def split(text: str, parts: int) -> list[str]:
    """Tear a text at sentence ends into up to `parts` lines."""
    ends = [m.end() for m in re.finditer(r"[。！？]|[.!?](?=\s)", text)][:-1]
    if parts == 1 or len(ends) < parts - 1:
        return [text]
    step = max(1, len(ends) // parts)
    cuts = [0, *ends[step - 1 :: step][: parts - 1], len(text)]
    return [text[a:b].strip() for a, b in pairwise(cuts) if text[a:b].strip()]


def interleave(pairs: list[Pair], first: str = "en") -> list[Piece]:
    """Return each pair's two lines, one after the other."""
    found = []
    for i, (zh, en) in enumerate(pairs):
        two = [Piece(en, "en", i), Piece(zh, "zh", i)]
        found += two if first == "en" else two[::-1]
    return found


def shuffled_lines(pieces: list[Piece], rng: random.Random, share: float) -> list[Piece]:
    """Move some lines a few places away."""
    out = list(pieces)
    for _ in range(max(1, int(len(out) * share))):
        at = rng.randrange(len(out))
        piece = out.pop(at)
        out.insert(max(0, min(len(out), at + rng.choice([-5, -4, -3, 3, 4, 5]))), piece)
    return out


def torn(pairs: list[Pair], rng: random.Random, both: bool) -> list[Piece]:
    """Tear some paragraphs into two or three lines."""
    found = []
    for i, (zh, en) in enumerate(pairs):
        tear = rng.random() < 0.4 and len(en) > 200
        which = rng.choice(["en", "zh", "both"] if both else ["en", "zh"])
        en_parts = rng.choice([2, 3]) if tear and which in ("en", "both") else 1
        zh_parts = rng.choice([2, 3]) if tear and which in ("zh", "both") else 1
        found += torn_pieces(en, "en", i, en_parts) + torn_pieces(zh, "zh", i, zh_parts)
    return found


def sprinkle(pieces: list[Piece], rng: random.Random, share: float) -> list[Piece]:
    """Put lines of a page's furniture between the others."""
    found = []
    for piece in pieces:
        if rng.random() < share:
            found.append(Piece(rng.choice(FURNITURE), "-", -1))
        found.append(piece)
    return found


def dropped(pairs: list[Pair], rng: random.Random) -> list[Piece]:
    """Leave out 15 % of the lines of each side, and put runs of one language together."""
    found: list[Piece] = []
    at = 0
    while at < len(pairs):
        run = range(at, min(len(pairs), at + rng.randint(2, 8)))
        found += [Piece(pairs[i][1], "en", i) for i in run if rng.random() > 0.15]
        found += [Piece(pairs[i][0], "zh", i) for i in run if rng.random() > 0.15]
        at = run.stop
    return found


def among_strangers(pairs: list[Pair], rng: random.Random, others: list[Pair]) -> list[Piece]:
    """Put paragraphs of another text in, in one language each."""
    found: list[Piece] = []
    left = rng.sample(others, len(others))
    for pair in interleave(pairs):
        if rng.random() < 0.1 and left:
            lang = rng.choice(["zh", "en"])
            found.append(Piece(left.pop()[lang == "en"], lang, -1))
        found.append(pair)
    return found


def permuted(pairs: list[Pair], rng: random.Random) -> list[Piece]:
    """Give the English sections in order, then the Chinese ones in another order."""
    cuts = sorted(rng.sample(range(1, len(pairs)), min(4, len(pairs) - 1)))
    parts = [range(a, b) for a, b in zip([0, *cuts], [*cuts, len(pairs)], strict=True)]
    order = list(parts)
    rng.shuffle(order)
    return [Piece(pairs[i][1], "en", i) for i in range(len(pairs))] + [
        Piece(pairs[i][0], "zh", i) for part in order for i in part
    ]


def switched(pairs: list[Pair]) -> list[Piece]:
    """Give en/zh first and zh/en from the middle on."""
    half = len(pairs) // 2
    second = [replace(p, pair=p.pair + half) for p in interleave(pairs[half:], "zh")]
    return interleave(pairs[:half]) + second


def page(pairs: list[Pair], rng: random.Random) -> list[Piece]:
    """Give two abstracts, one a language, in a page's furniture."""
    some = pairs[:6]
    zh, en = " ".join(p[0] for p in some), " ".join(p[1] for p in some)
    noise = [Piece(text, "-", -1) for text in rng.sample(FURNITURE, 10)]
    return [
        *noise[:4], Piece("摘要", "zh", 1), Piece(zh.replace(" ", ""), "zh", 0), *noise[4:7],
        Piece("Abstract", "en", 1), Piece(en, "en", 0), *noise[7:],
    ]  # fmt: skip


def one_sided(pairs: list[Pair], rng: random.Random) -> list[Piece]:
    """Give a page whose text is in one language and only its head and a few parts in both."""
    own = rng.choice(["en", "zh"])
    found: list[Piece] = []
    for number, pair in enumerate(interleave(pairs)):
        both = number < 4 or number // 2 % 7 == 0
        if both or pair.lang == own:
            found.append(pair)
    return sprinkle(found, rng, 0.3)


Maker = Callable[[list[Pair], random.Random, list[Pair]], list[Piece]]
EASY: dict[str, Maker] = {
    "interleaved": lambda p, r, _: shuffled_lines(interleave(p), r, 0.03),
    "blocks": lambda p, _, __: (
        [q for q in interleave(p) if q.lang == "en"] + [q for q in interleave(p) if q.lang == "zh"]
    ),
    "quoted": lambda p, _, __: [replace(q, text="> " + q.text) for q in interleave(p, "zh")],
    "torn": lambda p, r, _: torn(p, r, both=False),
    "page": lambda p, r, _: page(p, r),
}
HARD: dict[str, Maker] = {
    "dropped": lambda p, r, _: sprinkle(dropped(p, r), r, 0.04),
    "permuted": lambda p, r, _: sprinkle(permuted(p, r), r, 0.04),
    "switched": lambda p, r, _: sprinkle(shuffled_lines(switched(p), r, 0.02), r, 0.04),
    "torn both": lambda p, r, _: sprinkle(torn(p, r, both=True), r, 0.04),
    "strangers": among_strangers,
    "one-sided": lambda p, r, _: one_sided(p, r),
}
# the same places, other texts: what order alone would pair, and nothing else may
STRANGE: dict[str, Maker] = {
    "half strange": lambda p, _, o: estranged(p, o, len(p) // 2),
    "all strange": lambda p, _, o: estranged(p, o, 0),
    "few strange": lambda p, r, o: few(p, r, o, r.randint(0, 4)),
    "few, all strange": lambda p, r, o: few(p, r, o, 0),
    "few": lambda p, r, _: interleave(r.sample(p, r.randint(1, 3))),
}


def estranged(pairs: list[Pair], others: list[Pair], keep: int) -> list[Piece]:
    """Give from some place on the Chinese of another text beside the English."""
    found = interleave(pairs[:keep])
    for (_, en), (zh, _) in zip(pairs[keep:], others, strict=False):
        found += [Piece(en, "en", -1), Piece(zh, "zh", -1)]
    return found


def few(pairs: list[Pair], rng: random.Random, others: list[Pair], keep: int) -> list[Piece]:
    """Give so many pairs, and from there on one or two of other texts."""
    at = rng.randrange(len(pairs) - 4)
    return estranged(pairs[at : at + keep + rng.randint(1, 2)], rng.sample(others, 2), keep)


def paragraphs(folder: Path) -> Iterator[tuple[str, list[Pair]]]:
    """Yield each chapter's name and its (Chinese, English) paragraphs."""
    for gold in sorted((folder / "gold_block").glob("*.align")):
        zh = (folder / "zh" / gold.stem).read_text(encoding="utf-8").split("\n")
        en = (folder / "en" / gold.stem).read_text(encoding="utf-8").split("\n")
        pairs = []
        for line in gold.read_text(encoding="utf-8").splitlines():
            left, right = (json.loads(part) for part in line.split(":")[:2])
            pairs.append(("".join(zh[i] for i in left), " ".join(en[j] for j in right)))
        yield gold.stem, pairs


def casts(folder: Path, makers: dict[str, Maker], odd: bool | None = None) -> Iterator[Cast]:
    """Yield every chapter in every layout; `odd` picks one half of the chapters."""
    halves: dict[bool, list[tuple[str, list[Pair]]]] = {True: [], False: []}
    for name, pairs in paragraphs(folder):
        number = int(re.sub(r"\D", "", name) or 0)
        half = number // 2 if number % 2 else number  # some sets have odd numbers only
        halves[bool(half % 2)].append((name, pairs))
    for which in (False, True) if odd is None else (odd,):
        for at, (name, pairs) in enumerate(halves[which]):
            others = halves[which][at - 1][1]
            for kind, make in makers.items() if len(pairs) >= 8 else ():
                rng = random.Random(f"{name} {kind}")
                yield numbered(make(pairs, rng, others), name, kind, blank=kind == "quoted")
