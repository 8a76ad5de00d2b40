"""The page that shows how a build grows: a table, and a plot as SVG for each figure."""

import math
import os
import platform
import subprocess
from collections.abc import Mapping, Sequence

_WIDTH, _HEIGHT, _EDGE = 420, 240, 46
PLOTS = {
    "cold_cpu_s": "seconds of processor time, from nothing",
    "one_changed_cpu_s": "seconds of processor time, one document changed",
    "megabytes": "largest process, MB",
}
Row = Mapping[str, float]


def page(rows: Sequence[Row], part: int) -> str:
    """Return the page in Markdown."""
    names = ("documents", *PLOTS, "warm_cpu_s", "one_changed_share")
    heads = ("documents", "from nothing, s", "one changed, s", "largest process, MB",
             "nothing changed, s", "share of one changed")  # fmt: skip
    table = [f"| {' | '.join(heads)} |", "|" + " ---: |" * len(heads)]
    table += [f"| {' | '.join(f'{row[name]:,g}' for name in names)} |" for row in rows]
    option = f" --part {part}" if part else ""
    base = int(rows[0]["documents"])
    note = (
        f"\nParts are {part / 1e6:g} MB here instead of 8, so that the largest collection has as"
        f" many parts as one of {rows[-1]['documents'] * 8e6 / part:,.0f} documents.\n"
        if part
        else ""
    )
    plots = "\n\n".join(plot(rows, name, label) for name, label in PLOTS.items())
    return (
        "# How a build grows\n\n"
        "Generated abstract pairs, about 1.4 kB each, once, four, sixteen and sixty-four times as"
        " many. Processor time of all processes together: what else the machine does does not"
        f" count.\n{note}\n" + "\n".join(table) + f"\n\n{plots}\n\n"
        f"`python bench/bench_scale.py --growth --base {base}{option} --page docs/growth.md`,"
        f" commit {commit()}, Python {platform.python_version()}, {os.cpu_count()} cores.\n"
    )


def commit() -> str:
    """Return the revision that is measured."""
    command = ["git", "rev-parse", "--short", "HEAD"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def plot(rows: Sequence[Row], name: str, label: str) -> str:
    """Return a plot with two logarithmic axes; a dashed line grows as the documents do."""
    xs = [math.log2(row["documents"]) for row in rows]
    ys = [math.log2(max(row[name], 0.01)) for row in rows]
    low, high = math.floor(min(ys)), max(math.ceil(max(ys)), math.floor(min(ys)) + 1)

    def at(x: float, y: float) -> tuple[float, float]:
        right = _EDGE + (x - xs[0]) / (xs[-1] - xs[0]) * (_WIDTH - 2 * _EDGE)
        down = _HEIGHT - _EDGE - (y - low) / (high - low) * (_HEIGHT - 2 * _EDGE)
        return round(right, 1), round(down, 1)

    points = [at(x, y) for x, y in zip(xs, ys, strict=True)]
    line = " ".join(f"{x},{y}" for x, y in points)
    steepest = min(xs[-1], xs[0] + high - ys[0])
    (x1, y1), (x2, y2) = at(xs[0], ys[0]), at(steepest, ys[0] + steepest - xs[0])
    marks = "".join(f'<circle cx="{x}" cy="{y}" r="3"/>' for x, y in points)
    foot = _HEIGHT - _EDGE
    values = "".join(
        f'<text x="{x}" y="{y - 8}" text-anchor="middle">{row[name]:,g}</text>'
        f'<text x="{x}" y="{foot + 18}" text-anchor="middle">{row["documents"]:,g}</text>'
        for (x, y), row in zip(points, rows, strict=True)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}"'
        f' role="img" aria-label="{label}" font-family="sans-serif" font-size="11"'
        f' fill="currentColor"><title>{label}</title>'
        f'<path d="M{_EDGE} {_EDGE}V{foot}H{_WIDTH - _EDGE}" fill="none" stroke="currentColor"/>'
        f'<path d="M{x1} {y1}L{x2} {y2}" stroke="currentColor" stroke-dasharray="3 4"/>'
        f'<polyline points="{line}" fill="none" stroke="currentColor" stroke-width="2"/>'
        f'{marks}{values}<text x="{_EDGE}" y="{_EDGE - 24}">{label}</text>'
        f'<text x="{_WIDTH - _EDGE}" y="{_HEIGHT - 10}" text-anchor="end">documents</text></svg>'
    )
