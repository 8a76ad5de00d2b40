"""The browser that the other tests look through."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page


def test_axe_sees_what_is_wrong(
    open_page: Callable[..., Page], serious: Callable[[Page], list[str]], tmp_path: Path
) -> None:
    """A picture without a text alternative and a page without a language are serious."""
    page = tmp_path / "page.html"
    page.write_text("<title>t</title><img src='data:,'>", encoding="utf-8")
    found = serious(open_page(page.as_uri(), bypass_csp=True))
    assert {each.partition(":")[0] for each in found} == {"html-has-lang", "image-alt"}
