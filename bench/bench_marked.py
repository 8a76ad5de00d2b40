"""Lint surveys whose defects are marked by hand; print what is found, per half.

Question: of the defects that a reader would mark in a survey, how many does a run tell, and how
many errors and warnings stand on clean pairs? The number before a file's name tells its half: an
even number from 42 on is only scored; all others (those below 42 and the odd ones) are looked at
while rules are written. `--misses` lists what is missed in those that are looked at.
Some defects no rule can know: a wrong meaning whose words are all in place.
"""

import argparse
from collections import Counter
from pathlib import Path

from marked import FOLDER, Told, laid_out, told

READ = 42  # from here on, an even number is only scored
# every word and figure may be in place: what is wrong is what the sentence says
SENSE = frozenset({"direction", "polarity", "swapped", "meaning", "term"})


def main() -> None:
    """Print the figures of both halves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list what is missed where one looks")
    chosen = parser.parse_args()
    files = sorted(FOLDER.glob("*.txt"), key=_number)
    for name, scored in (("looked at", False), ("only scored", True)):
        half = [_run(file) for file in files if _scored(file) is scored]
        _figures(name, half)
        if chosen.misses and not scored:
            for each in half:
                _misses(each)


def _number(file: Path) -> int:
    return int(file.name.partition("-")[0])


def _scored(file: Path) -> bool:
    return _number(file) >= READ and _number(file) % 2 == 0


def _run(file: Path) -> Told:
    return told(laid_out(file.read_text(encoding="utf-8")))


def _figures(name: str, half: list[Told]) -> None:
    defects = [(each, bool(says)) for run in half for each, says in run.found.items()]
    heavy = [found for each, found in defects if each.weight != "low"]
    print(f"{name}: {len(half)} texts, {sum(len(run.survey.pairs) for run in half)} pairs")
    print(f"  high and medium: {sum(heavy)} of {len(heavy)} ({sum(heavy) / len(heavy):.2f})")
    for title, sense in (("of the sense", True), ("of the rest", False)):
        some = [found for each, found in defects if (each.kind in SENSE) is sense]
        print(f"  {title}: {sum(some)} of {len(some)}", end=";")
    print()
    for weight in ("high", "medium", "low"):
        some = [found for each, found in defects if each.weight == weight]
        print(f"  {weight}: {sum(some)} of {len(some)}", end=";")
    kinds = Counter(each.kind for each, _ in defects)
    found = Counter(each.kind for each, found in defects if found)
    print(
        "\n  by kind: " + ", ".join(f"{kind} {found[kind]}/{kinds[kind]}" for kind in sorted(kinds))
    )
    clean, false = sum(run.clean for run in half), [each for run in half for each in run.false]
    levels = Counter(str(each["severity"]) for each in false)
    print(
        f"  false on {clean} clean pairs: {levels['error']} errors, {levels['warning']} warnings"
        f" ({100 * len(false) / clean:.1f} per 100); beside a defect: "
        f"{sum(len(run.beside) for run in half)}"
    )


def _misses(run: Told) -> None:
    print(f"  -- {run.survey.name}")
    for defect, says in run.found.items():
        if not says:
            print(f"  missed {defect.kind} {defect.weight}: {defect.text}")
    for title, some in (("FALSE", run.false), ("beside", run.beside)):
        for each in some:
            print(
                f"  {title} {each['severity']} {each['rule']}: {each['message']} [{each['found']}]"
            )
            for side in ("en", "zh"):
                if isinstance(whole := each[side], dict):
                    print(f"      {side}: {whole['text']}")


if __name__ == "__main__":
    main()
