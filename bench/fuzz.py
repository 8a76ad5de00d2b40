"""Feed readers, glossaries, configurations, alignment and look-up with broken input, for a time.

Question: does any input end in a crash, a hang, or places that are not in the text? What is
refused in one line is fine. Prints the seed and the number of cases a target, as JSON; what
was found lies in the folder `--keep` as TARGET-DIGEST, and tests/fuzz/ holds what was mended.

    python bench/fuzz.py [--seconds N] [--seed N] [--only TARGET] [--keep FOLDER]
    python bench/fuzz.py --replay FILE...
"""

import argparse
import io
import json
import random
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

import fuzz_targets
from zhen_align.errors import ZhenError

PATIENCE = 30.0
"""Seconds of processor time after which a case is a hang: a loaded machine is no reason."""
LARGEST = 40_000  # bytes of a case: more is a matter of speed
KEPT = Path(__file__).resolve().parent.parent / "tests" / "fuzz"


class HangError(BaseException):
    """The work took too long; no `except Exception` on the way may catch it."""


def mutated(data: bytes, others: Sequence[bytes], dice: random.Random) -> bytes:
    """Return the data after a few changes, each of another kind."""
    if zipfile.is_zipfile(io.BytesIO(data)) and dice.random() < 0.7:
        return _repacked(data, others, dice)
    for _ in range(dice.choice((1, 1, 2, 4, 9))):
        data = dice.choice(_CHANGES)(data, others, dice)[:LARGEST]
    return data


def _flip(data: bytes, _: Sequence[bytes], dice: random.Random) -> bytes:
    made = bytearray(data or b" ")
    for _time in range(dice.choice((1, 3, 20))):
        made[dice.randrange(len(made))] = dice.randrange(256)
    return bytes(made)


def _cut(data: bytes, _: Sequence[bytes], dice: random.Random) -> bytes:
    start, end = sorted(dice.randrange(len(data) + 1) for _ in range(2))
    return data[:start] + data[end:]


def _again(data: bytes, _: Sequence[bytes], dice: random.Random) -> bytes:
    start, end = sorted(dice.randrange(len(data) + 1) for _ in range(2))
    piece = data[start : min(end, start + dice.choice((2, 40, 400)))]
    return data[:start] + piece * dice.choice((2, 3, 50)) + data[start:]


def _spliced(data: bytes, others: Sequence[bytes], dice: random.Random) -> bytes:
    other = dice.choice(others)
    start, end = sorted(dice.randrange(len(other) + 1) for _ in range(2))
    at = dice.randrange(len(data) + 1)
    return data[:at] + other[start:end] + data[at:]


def _awkward(data: bytes, _: Sequence[bytes], dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    piece = dice.choice(fuzz_targets.AWKWARD).encode("utf-8", "surrogatepass")
    return data[:at] + piece * dice.choice((1, 1, 1, 2, 60)) + data[at:]


def _lines(data: bytes, _: Sequence[bytes], dice: random.Random) -> bytes:
    lines = data.split(b"\n")
    way = dice.randrange(4)
    if way == 0:
        dice.shuffle(lines)
    elif way == 1:
        lines = [line for line in lines if dice.random() < 0.7]
    elif way == 2:
        return dice.choice((b"\r", b"\r\n", b"\x0b", b"\xc2\x85", b"\xe2\x80\xa8", b"")).join(lines)
    else:
        lines = [line[: dice.randrange(len(line) + 1)] for line in lines]
    return b"\n".join(lines)


def _recoded(data: bytes, _: Sequence[bytes], dice: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    codec = dice.choice(("utf-16", "utf-16-be", "utf-8-sig", "gb18030", "big5", "latin-1"))
    return text.encode(codec, "replace")


_CHANGES = (_flip, _cut, _again, _spliced, _awkward, _awkward, _lines, _lines, _recoded)


def _repacked(data: bytes, others: Sequence[bytes], dice: random.Random) -> bytes:
    """Return an archive one of whose files is changed."""
    made = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old:
            parts = {name: old.read(name) for name in old.namelist()}
    except Exception:  # one that an earlier change has spoilt
        return _flip(data, others, dice)
    chosen = dice.choice([*parts, ""])
    with zipfile.ZipFile(made, "w") as new:
        for name, inside in parts.items():
            changed = dice.choice(_CHANGES)(inside, others, dice) if name == chosen else inside
            new.writestr(name, changed[:LARGEST])
    return made.getvalue()


def tried(target: Callable[[bytes], None], data: bytes) -> str:
    """Return what went wrong, "" if nothing did."""

    def late(*_: object) -> None:
        raise HangError

    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        target(data)
    except ZhenError:
        return ""  # refused in a line
    except HangError:
        return f"took more than {PATIENCE:.0f} s\n{traceback.format_exc(limit=-3)}"
    except Exception:
        return traceback.format_exc(limit=-6)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return ""


def cases(seed: int, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield targets in turn with an input each, without end."""
    dice = random.Random(seed)
    seeds = {name: fuzz_targets.seeds(name) for name in names}
    others = [data for each in seeds.values() for data in each]
    grown = {name: list(each) for name, each in seeds.items()}
    while True:
        for name in names:
            data = mutated(dice.choice(grown[name]), others, dice)
            if dice.random() < 0.05:  # so that changes pile up
                grown[name][dice.randrange(len(grown[name]))] = data
            if dice.random() < 0.01:
                grown[name] = list(seeds[name])
            yield name, data


def fuzz(seed: int, seconds: float, names: Sequence[str], keep: Path) -> int:
    """Try cases until the time is over; return how many different faults were found."""
    done: Counter[str] = Counter()
    faults: dict[str, str] = {}
    end = time.monotonic() + seconds
    for name, data in cases(seed, names):
        if time.monotonic() > end:
            break
        done[name] += 1
        if wrong := tried(fuzz_targets.TARGETS[name], data):
            where = next(line for line in reversed(wrong.splitlines()) if "File " in line)
            if where not in faults:
                faults[where] = wrong
                keep.mkdir(parents=True, exist_ok=True)
                kept = keep / f"{name}-{blake2b(data, digest_size=6).hexdigest()}"
                kept.write_bytes(data)
                print(f"{kept}:\n{wrong}", file=sys.stderr, flush=True)
    print(json.dumps({"bench": "fuzz", "seed": seed, "seconds": round(seconds),
                      "cases": sum(done.values()), "by target": dict(done),
                      "faults": len(faults)}))  # fmt: skip
    return len(faults)


def main() -> None:
    """Fuzz, or try again what was kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", choices=sorted(fuzz_targets.TARGETS), action="append")
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    parser.add_argument("--replay", type=Path, nargs="+")
    asked = parser.parse_args()
    if asked.replay:
        wrong = [tried(fuzz_targets.TARGETS[file.name.split("-")[0]], file.read_bytes())
                 for file in asked.replay]  # fmt: skip
        print("\n".join(filter(None, wrong)) or "nothing is wrong any more")
        sys.exit(any(wrong))
    names = asked.only or list(fuzz_targets.TARGETS)
    sys.exit(fuzz(asked.seed, asked.seconds, names, asked.keep) > 0)


if __name__ == "__main__":
    main()
