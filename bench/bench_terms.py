"""Extract terms; hold them against gold, without parts of the evidence, beside peers.

Question: what do the terms cost, how right are they, and which evidence pays for itself?
Precision at 100 and recall are against the gold of the corpus (a lower bound: gold is never
complete) and, where a folder with texts is named, seconds there too. An abbreviation counts
as right where its bracket names the same long form. Ablations take one kind of evidence
away. Peers work on the English alone, so they are held against the English terms alone; one
that is not installed is skipped and says so; pyate without its spaCy model has our word classes.

    python bench/bench_terms.py [--json] [--time FOLDER]
"""

import argparse
import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

from zhen_align import pipeline
from zhen_align.evaluate import terms
from zhen_align.evaluate.files import hash_of_gold, hash_of_sources, read_gold
from zhen_align.evaluate.gold import Gold, Term
from zhen_align.evaluate.signature import signature
from zhen_align.evaluate.tally import Tally
from zhen_align.read.partners import partners
from zhen_align.terms import drafts, scoring
from zhen_align.terms.candidate import Candidate
from zhen_align.terms.definitions import definitions
from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.english_words import word_kind
from zhen_align.terms.extract import found
from zhen_align.terms.forms import chinese_key, english_key
from zhen_align.terms.initials import bare
from zhen_align.terms.reading import Reading, read
from zhen_align.terms.stopwords import STOP
from zhen_align.types import Alignment, Document, Kind

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tests" / "gold"
NAMES = Path(__file__).with_name("kept_names.txt")
SILENT = (Kind.METADATA, Kind.NAVIGATION, Kind.OPAQUE)


def aligned(gold: Gold) -> tuple[list[Document], list[Alignment]]:
    texts = {path: pipeline.parsed(path, (ROOT / path).read_bytes()) for path in gold.paths}
    pairs = [
        alignment
        for pair in partners(list(gold.paths))
        for alignment in pipeline.alignments([texts[n] for n in dict.fromkeys(pair.names)], "")
    ]
    return list(texts.values()), pairs


def figures(readings: Sequence[Reading], gold: Sequence[Term]) -> dict[str, Any]:
    start = time.perf_counter()
    candidates = found(readings)
    seconds = time.perf_counter() - start
    often = [term for term in gold if frequency(term, readings) >= 2]
    return {
        "rows": len(candidates),
        "precision at 100": share(terms.precision_at(gold, candidates, [100])[100], "precision"),
        "recall": share(terms.recall(gold, candidates), "recall"),
        "recall of what comes twice": share(terms.recall(often, candidates), "recall"),
        "right rendering of those found": rendered(often, candidates),
        **kept(candidates),
        "seconds": round(seconds, 2),
    }


def kept(candidates: Sequence[Candidate]) -> dict[str, float]:
    """Hold the names that stay Latin against those that a reader found in the corpus."""
    wanted = {line for line in NAMES.read_text("utf-8").splitlines() if not line.startswith("#")}
    said = {one.en for one in candidates if one.en == one.zh}
    return {
        "kept names, precision": round(len(said & wanted) / max(1, len(said)), 3),
        "kept names, recall": round(len(said & wanted) / max(1, len(wanted)), 3),
    }


def share(tally: Tally, name: str) -> float:
    return round(float(getattr(tally, name)), 3)


def frequency(term: Term, readings: Sequence[Reading]) -> int:
    """Return in how many beads the term and one of its renderings stand."""
    key, forms = english_key(term.en), [chinese_key(zh) for zh in term.zh]
    return sum(
        key in english_key(bead.segment.en.text)
        and any(zh in chinese_key(bead.segment.zh.text) for zh in forms)
        for reading in readings
        for bead in reading.beads
    )


def rendered(gold: Sequence[Term], candidates: Sequence[Candidate]) -> float:
    """Return how many rows of gold terms have a rendering of the gold."""
    wanted: dict[str, set[str]] = {}
    for term in gold:
        wanted.setdefault(english_key(term.en), set()).update(map(chinese_key, term.zh))
    rows = [(c.zh, wanted[english_key(c.en)]) for c in candidates if english_key(c.en) in wanted]
    return round(sum(chinese_key(zh) in right for zh, right in rows) / max(1, len(rows)), 3)


def defined(texts: Sequence[Document]) -> dict[str, Any]:
    """Hold the brackets against the gold: path, abbreviation, where the long form ends."""
    said, wanted = set(), set()
    whole = {text.path: text.text for text in texts}
    for text in texts:
        for block in text.blocks:
            if block.kind in SILENT:
                continue
            inside = block.span.of(text.text)
            for each in definitions(inside):
                long = (
                    each.en if each.en and (not each.zh or each.zh.end > each.en.end) else each.zh
                )
                if each.abbr and long:
                    end = block.span.start + long.end
                    said.add((text.path, bare(each.abbr.of(inside)), end))
    for path in sorted(FOLDER.glob("*.json")):
        for one in json.loads(path.read_text("utf-8"))["definitions"]:
            # the text may be wrapped inside the long form
            spelt = r"\s*".join(map(re.escape, "".join(one["long"].split())))
            m = re.compile(spelt).match(whole[one["path"]], one["start"])
            assert m is not None, one
            end = m.end()
            wanted.add((one["path"], bare(one["abbr"]), end))
    both = len(said & wanted)
    return {
        "gold": len(wanted),
        "precision": round(both / max(1, len(said)), 3),
        "recall": round(both / max(1, len(wanted)), 3),
        "missed": sorted(wanted - said),
        "extra": sorted(said - wanted),
    }


def without_dictionary(self: Dictionary, zh: str) -> dict[str, int]:
    return {}


ABLATIONS: dict[str, tuple[object, str, Callable[..., Any]]] = {
    "without the dictionary's words": (Dictionary, "masks", without_dictionary),
    "without other words' claims": (drafts, "others", lambda *_: 0.0),
    "without lengths": (scoring, "_length_matters", lambda *_: 0.0),
    "without brackets": (scoring, "_by_definition", lambda *_: 0.0),
    "without cut heads": (drafts, "_cut_short", lambda *_: set()),
}


def peers(readings: Sequence[Reading], gold: Sequence[Term]) -> Iterator[tuple[str, Any]]:
    """Yield what peers find in the English, by precision at 100 of English terms."""
    text = "\n".join(bead.segment.en.text.replace("\0", " ") for r in readings for bead in r.beads)
    wanted = {english_key(term.en) for term in gold}
    for name, run in (("pyate", pyate), ("poterminology", poterminology)):
        start = time.perf_counter()
        try:
            ranked = run(text)
        except Exception as error:
            yield name, f"skipped: {type(error).__name__}: {error}"
            continue
        best = [english_key(form) for form in ranked[:100]]
        yield (
            name,
            {
                "precision at 100, English only": round(
                    sum(form in wanted for form in best) / max(1, len(best)), 3
                ),
                "seconds": round(time.perf_counter() - start, 2),
            },
        )
    ours = list(dict.fromkeys(english_key(c.en) for c in found(readings) if c.en != c.zh))[:100]
    right = sum(form in wanted for form in ours)
    yield "zhen-align", {"precision at 100, English only": round(right / max(1, len(ours)), 3)}


def pyate(text: str) -> list[str]:
    """Return what pyate finds; where its model is missing, with the word classes of ours."""
    import spacy
    from pyate import TermExtraction  # type: ignore[import-not-found]

    name = TermExtraction.config["model_name"]
    nlp = spacy.load(name) if spacy.util.is_package(name) else tagger()
    # its release leaves out the general texts; what is measured does not compare with them
    made = TermExtraction(text.splitlines(), nlp=nlp, default_domain=(), do_parallelize=False)
    found = made.combo_basic()
    return [str(form) for form in found.sort_values(ascending=False).index]


def tagger() -> Any:
    """Return a pipeline that knows word classes from the dictionary's glosses alone."""
    import spacy
    from spacy.language import Language

    dictionary = Dictionary(())
    kinds = {"modifier": "ADJ", "adverb": "ADV", "number": "NUM", "verb": "VERB"}

    @Language.component("classes")
    def classes(doc: Any) -> Any:
        for token in doc:
            low = token.text.lower()
            stops = "ADP" if low in {"of", "for", "in", "on", "with", "to", "by"} else "DET"
            word = low.isascii() and low[:1].isalpha()
            kind = word_kind(low, dictionary) if word else ""
            token.pos_ = stops if low in STOP else kinds.get(kind, "NOUN") if word else "PUNCT"
        return doc

    made = spacy.blank("en")
    made.add_pipe("classes")
    return made


def poterminology(text: str) -> list[str]:
    from translate.storage import po
    from translate.tools.poterminology import TerminologyExtractor

    store = po.pofile()
    for line in text.splitlines():
        store.addsourceunit(line)
    extractor = TerminologyExtractor()
    extractor.processunits(store.units, "corpus")
    return [str(unit.source) for _, unit in extractor.filter_terms(extractor.extract_terms())]


def timed(folder: Path) -> dict[str, Any]:
    """Time reading and extraction of a folder's texts, one file a document."""
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.md"))
    texts = {name: pipeline.parsed(name, (folder / name).read_bytes()) for name in names}
    alignments = [
        one
        for pair in partners(names)
        for one in pipeline.alignments([texts[n] for n in dict.fromkeys(pair.names)], "")
    ]
    start = time.process_time()
    readings = [read(one) for one in alignments]
    middle = time.process_time()
    rows = len(found(readings))
    end = time.process_time()
    return {
        "documents": len(alignments),
        "characters": sum(len(text.text) for text in texts.values()),
        "reading, seconds": round(middle - start, 1),
        "extraction, seconds": round(end - middle, 1),
        "rows": rows,
    }


def main() -> None:
    """Print a table, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--time", type=Path, help="a folder of texts to time")
    args = parser.parse_args()
    golds = read_gold(FOLDER)
    both = [aligned(gold) for gold in golds]
    texts = [text for own, _ in both for text in own]
    readings = [read(one) for _, pairs in both for one in pairs]
    gold = [term for each in golds for term in each.terms]
    found(readings)  # what is loaded once is not timed
    result: dict[str, Any] = {"all evidence": figures(readings, gold)}
    for name, (where, what, instead) in ABLATIONS.items():
        with patch.object(where, what, instead):
            result[name] = figures(readings, gold)
    result |= dict(peers(readings, gold))
    result["definitions"] = defined(texts)
    if args.time:
        result["time"] = timed(args.time)
    line = signature(
        hash_of_sources(), hash_of_gold(FOLDER, golds, ROOT), {"documents": len(golds)}
    )
    if args.json:
        print(json.dumps({"bench": "terms", **result, "signature": line}, ensure_ascii=False))
        return
    for name, value in result.items():
        print(name)
        pairs = value.items() if isinstance(value, dict) else [("", value)]
        for inner, figure in pairs:
            print(f"  {inner:<34}{figure}")
    print(line)


if __name__ == "__main__":
    main()
