"""The page: one file that holds everything it needs, works offline and lets nothing in.

Its policy (CSP) allows the style and the script that stand in it, by their digests, and
nothing else: no request, no form, no markup that a text might smuggle in would run.
"""

import json
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files

from zhen_align.report.overview import Overview
from zhen_align.report.page.accountlist import accountlist
from zhen_align.report.page.markup import SIGNS, esc, say
from zhen_align.report.page.plots import plots
from zhen_align.report.page.rulelist import rulelist
from zhen_align.report.page.summary import summary
from zhen_align.report.page.termlist import termlist
from zhen_align.report.page.texts import texts
from zhen_align.report.page.words import ZH


def render(report: Overview) -> Iterator[str]:
    """Yield the page piece by piece."""
    style, script = _asset("report.css"), _asset("report.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    title = esc(report.title)
    yield (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<meta name="generator" content="zhen-align {esc(report.version)}">\n'
        f"<title>{title} · zhen-align</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )
    yield _head(report)
    yield "<main>\n"
    yield from summary(report)
    yield from plots(report)
    yield from rulelist(report)
    yield from termlist(report)
    yield from accountlist(report)
    beads = sum(len(text.beads) for text in report.texts)
    yield f'<section id="texts" data-beads="{beads}">{say("Side by side", "h2")}\n'
    yield _toolbar(report)
    yield from texts(report)
    yield "</section>\n</main>\n"
    yield f"<footer><p>{say('Made with zhen-align')} {esc(report.version)}</p></footer>\n"
    yield _defs()
    yield f'<script type="application/json" id="words">{_words()}</script>\n'
    yield f"<script>{script}</script>\n</body>\n</html>\n"


def _head(report: Overview) -> str:
    date = f'<p class="date">{esc(report.date)}</p>' if report.date else ""
    themes = "".join(
        f'<option value="{value}" data-t>{value}</option>' for value in ("auto", "light", "dark")
    )
    return (
        f'<header class="top"><a class="skip" href="#texts">{say("Skip to the texts")}</a>'
        f'<div><p class="brand">zhen-align {say("report")}</p><h1>{esc(report.title)}</h1>{date}'
        f'</div><div class="controls" hidden><label>{say("Theme")} <select id="theme">{themes}'
        '</select></label><button type="button" id="language" lang="zh">中文</button></div>'
        "</header>\n"
    )


def _toolbar(report: Overview) -> str:
    """Return the filters; they need the script, which shows them."""
    shows = (
        ("all", "all"),
        ("findings", "with findings"),
        ("doubtful", "only doubtful"),
        ("moved", "moved or on one side"),
    )
    options = "".join(f'<option value="{v}" data-t>{words}</option>' for v, words in shows)
    rules = "".join(
        f"<option>{esc(name)}</option>"
        for name in sorted({f.finding.rule for f in report.findings})
    )
    levels = "".join(
        f'<label class="sev {level}"><input type="checkbox" name="severity" value="{level}" '
        f'checked> <i aria-hidden="true">{sign}</i> {say(level)}</label>'
        for level, sign in SIGNS.items()
    )
    keys = " ".join(
        f"<span><kbd>{key}</kbd> {say(words)}</span>"
        for key, words in (
            ("j", "next bead"), ("k", "bead before"), ("n", "next finding"),
            ("p", "finding before"), ("/", "search"), ("Esc", "clear"),
        )
    )  # fmt: skip
    return (
        '<form class="filters" hidden>'
        f'<label>{say("Show")} <select name="show">{options}</select></label>'
        f"<fieldset>{say('Severity', 'legend')}{levels}</fieldset>"
        f'<label>{say("Rule")} <select name="rule"><option value="" data-t>every rule</option>'
        f'{rules}</select></label><label>{say("Text")} <input type="search" name="text"></label>'
        f'<button type="reset" data-t>Clear</button>'
        f"<output><b></b> {say('beads shown')}</output></form>\n"
        f'<p class="keys" hidden>{say("Keys")}: {keys}</p>\n'
    )


def _defs() -> str:
    """Return the patterns that tell states apart without colour."""
    return (
        '<svg width="0" height="0" aria-hidden="true" focusable="false"><defs>'
        '<pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect class="hatch-back" width="4" height="4"/>'
        '<rect class="hatch-line" width="1.6" height="4"/></pattern></defs></svg>\n'
    )


def _words() -> str:
    return json.dumps(ZH, ensure_ascii=False).replace("<", "\\u003c")


def _asset(name: str) -> str:
    return (files(__name__) / "assets" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """Return the name that the policy has for a style or a script."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
