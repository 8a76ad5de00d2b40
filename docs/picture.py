"""Draw the output of some commands as docs/img/NAME.svg: plain SVG, no font from elsewhere.

python docs/picture.py
"""

import html
import os
import pty
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).parents[1]
KEPT = ".zhen/picture.tsv"
# the picture, the command as it is shown, how many lines of its output are
SHOWN = (
    ("lint", "lint corpus/mini", 99),
    ("explain", "align --explain corpus/mini/attention.md:9", 99),
    ("lookup", "lookup dayuyan", 99),
    ("concordance", "lookup --concordance few-shot --limit 4", 99),
    ("build", f"build corpus/mini --glossary {KEPT}", 99),
    ("compare", "compare corpus/11-two-accounts-a.md corpus/11-two-accounts-b.md", 20),
)
LINE, COLUMN, EDGE = 20, 8.2, 16
COLOURS = {"31": "#d0453b", "33": "#b58a1b", "36": "#2a8f9d", "32": "#3f9142", "34": "#3f6fc4"}


def width(text: str) -> int:
    """Return how many terminal columns a text takes."""
    return sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def spans(line: str) -> list[tuple[str, str, bool]]:
    """Return the line's stretches as text, colour and weight."""
    found, colour, bold = [], "", False
    for part in re.split(r"(\x1b\[[\d;]*m)", line):
        if not part.startswith("\x1b"):
            found.append((part, colour, bold))
            continue
        for code in part[2:-1].split(";"):
            if code in ("", "0"):
                colour, bold = "", False
            elif code == "1":
                bold = True
            else:
                colour = COLOURS.get(code, colour)
    return [span for span in found if span[0]]


def draw(lines: list[str], label: str) -> str:
    """Return the picture of some lines; every character of a wide script takes two columns."""
    columns = max(width(re.sub(r"\x1b\[[\d;]*m", "", line)) for line in lines)
    wide, high = columns * COLUMN + 2 * EDGE, len(lines) * LINE + 2 * EDGE
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:.0f}" height="{high}" '
        f'viewBox="0 0 {wide:.0f} {high}" role="img" aria-label="zhen-align {html.escape(label)}">',
        f'<rect width="{wide:.0f}" height="{high}" rx="8" fill="#fbfaf7" stroke="#d8d4c8"/>',
        '<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="13.5" '
        'fill="#2b2b2b">',
    ]
    for number, line in enumerate(lines):
        x, y = float(EDGE), EDGE + (number + 0.75) * LINE
        for text, colour, bold in spans(line):
            style = (f' fill="{colour}"' if colour else "") + (
                ' font-weight="bold"' if bold else ""
            )
            # blanks are places, not characters: viewers do not agree on what they are worth
            for part in re.findall(r"\s+|\S+", text):
                length = width(part) * COLUMN
                if not part.isspace():
                    out.append(
                        f'<text x="{x:.1f}" y="{y:.1f}" textLength="{length:.1f}"{style}>'
                        f"{html.escape(part)}</text>"
                    )
                x += length
    return "\n".join([*out, "</g>", "</svg>", ""])


def printed(command: str) -> str:
    """Return what a command prints to a terminal, which is where it uses colours."""
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    ours, its = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "zhen_align", *command.split()],
        cwd=ROOT, env=environment, stdout=its, stderr=subprocess.DEVNULL,
    ):  # fmt: skip
        os.close(its)
        said = b""
        while True:
            try:
                part = os.read(ours, 65_536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            said += part
    os.close(ours)
    return said.decode("utf-8").replace("\r\n", "\n")


def shown(command: str, most: int) -> list[str]:
    """Return the lines of a terminal in which the command has run."""
    lines = printed(command).rstrip("\n").replace(KEPT, "mine.tsv").splitlines()
    rest = ["…"] if len(lines) > most else []
    prompt = f"\x1b[32m$\x1b[0m zhen-align {command.replace(KEPT, 'mine.tsv')}"
    return [prompt, *lines[:most], *rest]


def main() -> None:
    """Run each command with colours and draw what it printed."""
    for name, command, most in SHOWN:
        (ROOT / KEPT).unlink(missing_ok=True)
        picture = draw(shown(command, most), command)
        (ROOT / "docs" / "img" / f"{name}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
