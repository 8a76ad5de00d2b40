"""The site as it is built: nothing is missing, nothing comes from elsewhere."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from zhen_align.cli.app import COMMANDS
from zhen_align.config import _KEYS
from zhen_align.lint.rules import RULES

LOADING = {"script", "img", "iframe", "source", "video", "object", "embed"}


class Page(HTMLParser):
    """The links, the names and the things that a page loads."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.names: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag points to."""
        said = {name: value or "" for name, value in attrs}
        self.names |= {said["id"]} if "id" in said else set()
        if tag == "a" and said.get("href"):
            self.links.append(said["href"])
        loads = tag == "link" and said.get("rel") in {"stylesheet", "icon", "preconnect", "preload"}
        target = said.get("href" if tag == "link" else "src", "")
        if (tag in LOADING or loads) and target:
            self.loads.append(target)


@pytest.fixture(scope="module")
def built(site: Path) -> dict[Path, Page]:
    """Return every page of the site."""
    return {path: Page(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}


def test_nothing_comes_from_elsewhere(built: dict[Path, Page], site: Path) -> None:
    """No page, style or script of ours names another place to load from."""
    loads = {target for page in built.values() for target in page.loads}
    assert [target for target in loads if re.match(r"(?:\w+:)?//", target)] == []
    for style in site.rglob("*.css"):
        assert not re.search(r"url\([\"']?(?:https?:)?//|@import", style.read_text("utf-8"))


def test_every_link_leads_somewhere(built: dict[Path, Page], site: Path) -> None:
    """Pages, files and anchors, from every page but the one that is shown when one is missing."""
    assert len(built) > 60
    broken = []
    for path, page in built.items():
        if path.name == "404.html":
            continue
        for link in {*page.links, *page.loads}:
            if re.match(r"\w+:|//", link):
                continue
            name, _, anchor = link.partition("#")
            target = (path.parent / unquote(name)).resolve() if name else path
            target = target / "index.html" if target.is_dir() else target
            known = built[target].names if target in built else set()
            if not target.exists() or (anchor and target in built and unquote(anchor) not in known):
                broken.append(f"{path.relative_to(site)}: {link}")
    assert broken == []


def test_everything_has_its_place(built: dict[Path, Page], site: Path) -> None:
    """Each command, key, rule and schema, made from the program."""
    for name in RULES:
        assert f'<h1 id="{name}">' in (site / "rules" / f"{name}.html").read_text("utf-8")
    assert set(COMMANDS) <= built[site / "commands.html"].names
    configuration = (site / "configuration.html").read_text("utf-8")
    assert [key for key in _KEYS if f"<code>{key}</code>" not in configuration] == []
    assert (site / "schemas" / "lint.json").exists()


def test_what_a_page_of_a_rule_shows_is_text(site: Path) -> None:
    """Marks of Markdown and HTML in the examples are characters there, and all of them."""
    from html import unescape

    from zhen_align.lint.rules import rules

    for rule in rules():
        text = (site / "rules" / f"{rule.NAME}.html").read_text("utf-8")
        shown = unescape(re.sub(r"<(?!br)[^<>]*>", "", text)).replace("<br />", "<br>")
        for example in rule.EXAMPLES:
            for side in (example.zh, example.en):
                assert side.replace("\n", "<br>").strip() in shown
