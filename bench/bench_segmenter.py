"""Extract terms with Chinese cut by jieba, and by SentencePiece models of several sizes.

Question: does a segmenter learned from text like the user's find more terms, or find them
better, than jieba's dictionary? The models are trained on the chapters and pages of
../shared/data with an even number, scored on the terms of our own corpus and on those that
the authors of a textbook set apart in the chapters with an odd number.

    python bench/bench_segmenter.py [--json]

Skips, saying so, where ../shared is absent.
"""

import argparse
import io
import json
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench_held_terms import SHARED, aligned, set_apart
from bench_terms import FOLDER, figures
from bench_terms import aligned as aligned_gold
from zhen_align.evaluate.files import read_gold
from zhen_align.terms.extract import found
from zhen_align.terms.reading import read
from zhen_align.text.scripts import HAN
from zhen_align.text.segmenter import JIEBA, Segmenter, segmenter
from zhen_align.types import Alignment

SIZES = (4000, 8000, 16000)


def trained(texts: Sequence[str], size: int, folder: Path) -> Segmenter:
    from sentencepiece import SentencePieceTrainer

    model = io.BytesIO()
    SentencePieceTrainer.train(
        sentence_iterator=iter(texts),
        model_writer=model,
        vocab_size=size,
        character_coverage=0.9995,
        hard_vocab_limit=False,
        add_dummy_prefix=False,
        minloglevel=2,
    )
    (folder / f"{size}.model").write_bytes(model.getvalue())
    return segmenter(f"spm:{size}.model", folder)


def han_runs(path: Path) -> list[str]:
    return re.findall(f"[{HAN}]{{2,}}", path.read_text("utf-8"))


def listed(pairs: Sequence[Alignment], cutter: Segmenter) -> dict[str, Any]:
    """Look for the terms that the authors set apart, as `bench_held_terms.py` does."""
    readings = [read(each, cutter) for each in pairs]
    rows = found(readings)
    return {"rows": len(rows), "found": set_apart(pairs, readings, rows)[1]}


def main() -> None:
    """Print one line for each segmenter, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not SHARED.is_dir():
        print("skipped: ../shared is not here")
        return
    chapters = sorted((SHARED / "data" / "d2l" / "raw").glob("*.zh.md"))
    pages = sorted((SHARED / "data" / "dolphin" / "raw").glob("*.zh.md"))
    runs = [run for path in (*chapters[::2], *pages[::2]) for run in han_runs(path)]
    textbook = [pair for path in chapters[1::2] for pair in aligned(path)]
    gold = read_gold(FOLDER)
    corpus = [pair for each in gold for pair in aligned_gold(each)[1]]
    terms = [term for each in gold for term in each.terms]
    result = {}
    with tempfile.TemporaryDirectory() as folder:
        cutters = {"jieba": JIEBA}
        cutters |= {f"spm {size}": trained(runs, size, Path(folder)) for size in SIZES}
        for name, cutter in cutters.items():
            readings = [read(each, cutter) for each in corpus]
            result[name] = {
                "corpus": figures(readings, terms),
                "textbook": listed(textbook, cutter),
            }
            if not args.json:
                print(name, json.dumps(result[name], ensure_ascii=False))
    if args.json:
        print(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    main()
