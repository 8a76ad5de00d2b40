"""Draw a command's terminal output as docs/img/lint.svg: plain SVG, no font from elsewhere.

python docs/picture.py
"""

import html
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).parents[1]
COMMAND = ["lint", "--no-cache", "--quiet", "corpus/mini"]
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


def draw(lines: list[str]) -> str:
    """Return the picture of some lines; every character of a wide script takes two columns."""
    columns = max(width(re.sub(r"\x1b\[[\d;]*m", "", line)) for line in lines)
    wide, high = columns * COLUMN + 2 * EDGE, len(lines) * LINE + 2 * EDGE
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:.0f}" height="{high}" '
        f'viewBox="0 0 {wide:.0f} {high}" role="img" aria-label="Output of zhen-align lint">',
        f'<rect width="{wide:.0f}" height="{high}" rx="8" fill="#fbfaf7" stroke="#d8d4c8"/>',
        '<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="13.5" '
        'fill="#2b2b2b" xml:space="preserve">',
    ]
    for number, line in enumerate(lines):
        x, y = float(EDGE), EDGE + (number + 0.75) * LINE
        for text, colour, bold in spans(line):
            style = (f' fill="{colour}"' if colour else "") + (
                ' font-weight="bold"' if bold else ""
            )
            length = width(text) * COLUMN
            out.append(
                f'<text x="{x:.1f}" y="{y:.1f}" textLength="{length:.1f}"{style}>'
                f"{html.escape(text)}</text>"
            )
            x += length
    return "\n".join([*out, "</g>", "</svg>", ""])


def main() -> None:
    """Run the command with colours and draw what it printed."""
    environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    shown = subprocess.run(
        [sys.executable, "-m", "zhen_align", *COMMAND],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    prompt = f"\x1b[32m$\x1b[0m zhen-align lint {COMMAND[-1]}"
    picture = draw([prompt, *shown.stdout.rstrip("\n").splitlines()])
    (ROOT / "docs" / "img" / "lint.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
