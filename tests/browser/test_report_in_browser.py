"""The report in a real browser: it paints, filters, jumps, obeys keys, and runs nothing foreign."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

Open = Callable[..., Page]
Serious = Callable[[Page], list[str]]

# a farm: numbers that went wrong, a sentence left out, one added, two that moved, two words
# for the barn, and markup that must stay text
FARM = """# The farm <script>alert(1)</script>

# 农场 <script>alert(1)</script>

The barn holds 12 cows. The old barn has a red roof. Milk is collected twice a day.

牛舍里有16头奶牛。旧谷仓的屋顶是红色的。每天收集两次牛奶。

The river floods the meadow in April. <img src=x onerror=alert(2)> Hay is stored in the barn.

四月河水会淹没草地。干草储存在谷仓里。

The dog guards 300 sheep at night. A shepherd counts 45 lambs every spring.

狗在夜里看守300只羊。牧羊人每年春天清点54只羊羔，访客可在办公室购买羊毛。

Wool is washed in cold water. The mill grinds 20 sacks of wheat.

羊毛用冷水清洗。磨坊磨20袋小麦,很快。
"""
MORE = "The garden has 5 trees.\n\n花园里有5棵树。\n\nThe pond is deep.\n\n池塘很深。\n"
LONG = "\n\n".join(
    f"Gate number {n} opens at {n % 12 + 1} in the morning.\n\n{n}号大门早上{n % 12 + 1}点打开。"
    for n in range(100, 220)
)
GLOSSARY = (
    "en\tabbr\tzh\tstatus\tcount\tshare\tdomain\tnote\tsource\n"
    "barn\t\t牛舍\tdeprecated\t\t\t\t\t\n"
    "barn\t\t谷仓\tpreferred\t\t\t\t\t\n"
    "wool\t\t羊毛\tpreferred\t\t\t\t\t\n"
)


@pytest.fixture(scope="module")
def farm(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of the report of two short texts and a long one."""
    folder = tmp_path_factory.mktemp("farm")
    for name, text in (("a.md", FARM), ("b.md", MORE), ("c.md", LONG)):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "terms.tsv").write_text(GLOSSARY, encoding="utf-8")
    command = ["report", "a.md", "b.md", "c.md", "--glossary", "terms.tsv", "-o", "farm.html"]
    subprocess.run([sys.executable, "-m", "zhen_align", *command], cwd=folder, check=True)
    return (folder / "farm.html").as_uri()


def shown(page: Page, selector: str) -> Locator:
    """Return what is in sight of what a selector finds."""
    return page.locator(f"{selector}:visible")


def total(page: Page) -> str:
    """Return what the page says of how many beads are shown."""
    return page.locator("output b").inner_text()


def fragment(page: Page) -> str:
    """Return the anchor in the address (asked of the page: the driver hears of it later)."""
    anchor: str = page.evaluate("location.hash.slice(1)")
    return anchor


def test_nothing_foreign_runs(farm: str, open_page: Open) -> None:
    """Markup in a text is text: no script ran, no picture was asked for, nothing was logged."""
    page = open_page(farm)
    assert "<script>alert(1)</script>" in (page.locator("#d1-b1").text_content() or "")
    assert page.locator("#texts script, #texts img").count() == 0
    assert page.locator("script").count() == 2


def test_the_policy_refuses_what_is_added(farm: str, open_page: Open) -> None:
    """A script, a style and a picture put into the page later are refused."""
    page = open_page(farm, expected=("Content Security Policy",))
    ran = page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.body.append(script);
          document.body.insertAdjacentHTML("beforeend", "<p id=loud style='color:red'>!</p>");
          return [window.ran ?? false, getComputedStyle(document.querySelector("#loud")).color];
        }"""
    )
    assert ran[0] is False
    assert ran[1] != "rgb(255, 0, 0)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_serious_for_axe(
    farm: str, open_page: Open, serious: Serious, scheme: str, width: int
) -> None:
    """Contrast, names, roles and order are sound in light and dark, narrow and wide."""
    page = open_page(
        farm, bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    assert serious(page) == []
    page.locator("#language").click()
    assert serious(page) == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 2200])
def test_nothing_sticks_out(farm: str, open_page: Open, width: int) -> None:
    """No width makes the page scroll sideways."""
    page = open_page(farm, viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_both_sides_stand_beside_each_other(farm: str, open_page: Open) -> None:
    """On a wide page the two sides of a bead share a line, on a narrow one they do not."""
    for width, level in ((1280, True), (360, False)):
        page = open_page(farm, viewport={"width": width, "height": 800})
        en, zh = (page.locator(f"#d1-b2 .{side}").bounding_box() for side in ("en", "zh"))
        assert en is not None
        assert zh is not None
        assert (abs(en["y"] - zh["y"]) < 4) is level
        assert en["x"] <= zh["x"]


def test_the_partner_is_highlighted(farm: str, open_page: Open) -> None:
    """Pointing at one side, or focusing the bead's number, colours both; a click keeps it."""
    page = open_page(farm)
    bead = page.locator("#d1-b2")
    colour = "(bead) => getComputedStyle(bead).backgroundColor"
    plain = bead.evaluate(colour)
    bead.locator(".en").hover()
    assert bead.evaluate(colour) != plain
    page.mouse.move(0, 0)
    assert bead.evaluate(colour) == plain
    bead.locator(".knot").focus()
    assert bead.evaluate(colour) != plain
    bead.locator(".knot").blur()
    bead.locator(".zh").click()
    page.mouse.move(0, 0)
    assert bead.evaluate(colour) != plain
    page.keyboard.press("Escape")
    assert bead.evaluate(colour) == plain


def test_the_filters(farm: str, open_page: Open) -> None:
    """State, severity, rule and text narrow the beads down; clearing shows all of them."""
    page = open_page(farm)
    everything = page.locator(".bead").count()
    assert total(page) == f"{everything} / {everything}"
    found = page.locator(".bead:has(.find)").count()

    page.locator("select[name=show]").select_option("findings")
    assert shown(page, ".bead").count() == found > 2
    assert total(page) == f"{found} / {everything}"
    assert shown(page, "#d3 h3").count() == 0  # a text without any is out of the way

    page.locator("select[name=rule]").select_option("number-mismatch")
    assert set(shown(page, ".find .rule").all_text_contents()) == {"number-mismatch"}
    page.locator("input[value=error]").uncheck()
    assert shown(page, ".find.error").count() == 0

    page.get_by_role("button", name="Clear").click()
    expect(page.locator("output b")).to_have_text(f"{everything} / {everything}")
    page.get_by_role("searchbox", name="Text").fill("WOOL")
    expect(page.locator("output b")).to_have_text(f"1 / {everything}")
    assert "Wool is washed" in shown(page, ".bead").inner_text()
    page.keyboard.press("Escape")
    assert total(page) == f"{everything} / {everything}"


def test_a_figure_shows_what_it_counts(farm: str, open_page: Open) -> None:
    """The number of findings on top filters the beads to those that have some."""
    page = open_page(farm)
    page.locator("#summary [data-show=findings]").click()
    assert page.locator("select[name=show]").input_value() == "findings"
    assert shown(page, ".bead").count() == page.locator(".bead:has(.find)").count()


def test_the_keys(farm: str, open_page: Open) -> None:
    """j and k go from bead to bead, n and p from finding to finding, / to the search."""
    page = open_page(farm)
    names = page.locator(".bead").evaluate_all("(all) => all.map((each) => each.id)")
    finds = page.locator("#texts .find").evaluate_all("(all) => all.map((each) => each.id)")
    page.locator("#texts h2").scroll_into_view_if_needed()
    for expected in names[:3]:
        page.keyboard.press("j")
        assert fragment(page) == expected
        assert page.evaluate("document.activeElement.closest('.bead').id") == expected
    page.keyboard.press("k")
    assert fragment(page) == names[1]
    page.keyboard.press("Escape")
    page.evaluate("scrollTo(0, 0)")
    seen = []
    for _ in finds:
        page.keyboard.press("n")
        seen.append(fragment(page))
    assert seen == finds
    page.keyboard.press("n")  # there is none after the last
    assert fragment(page) == finds[-1]
    page.keyboard.press("p")
    assert fragment(page) == finds[-2]
    page.keyboard.press("/")
    page.keyboard.type("jk")
    assert page.get_by_role("searchbox", name="Text").input_value() == "jk"


def test_a_link_to_a_finding_leads_to_it(farm: str, open_page: Open) -> None:
    """Opened with its anchor, the page shows the finding, its bead picked, even far down."""
    page = open_page(farm)
    last = page.locator(".bead").last.get_attribute("id")
    find = page.locator("#texts .find").last.get_attribute("id")
    for name in (find, last):
        other = open_page(f"{farm}#{name}")
        expect(other.locator(f"#{name}")).to_be_in_viewport(ratio=1)
        picked = other.locator(".bead.on")
        assert picked.evaluate("(bead, name) => bead.matches(`#${name}, :has(#${name})`)", name)


def test_a_link_to_what_a_filter_hides_clears_it(farm: str, open_page: Open) -> None:
    """Following a link from the terms shows the bead, whatever was filtered before."""
    page = open_page(farm)
    page.locator("select[name=show]").select_option("doubtful")
    link = page.locator("#terms .where a").first
    target = link.get_attribute("href")
    link.click()
    page.locator(f"{target}.on").wait_for()
    assert page.locator("select[name=show]").input_value() == "all"


def test_the_bar_along_a_text_leads_there(farm: str, open_page: Open) -> None:
    """A click at the right end of a bar shows the end of its text."""
    page = open_page(farm)
    strip = page.locator(".strip").last
    box = strip.bounding_box()
    assert box is not None
    strip.click(position={"x": box["width"] - 2, "y": 10})
    number = int(page.locator(".bead.on").get_attribute("id").partition("-b")[2])  # type: ignore[union-attr]
    assert number > 0.95 * page.locator("#d3 .bead").count()


def test_a_rule_explains_itself(farm: str, open_page: Open) -> None:
    """The rule's name beside a finding opens the rule's page."""
    page = open_page(farm)
    page.locator(".find .rule").first.click()
    assert shown(page, "details[open] .rule-page").count() == 1


def test_the_words_in_chinese_and_back(farm: str, open_page: Open) -> None:
    """The switch exchanges the page's words, not the texts', and is remembered."""
    page = open_page(farm)
    before = page.locator("main").inner_text()
    page.locator("#language").click()
    assert page.locator("html").get_attribute("lang") == "zh-CN"
    assert page.locator("#terms h2").inner_text() == "术语"
    assert "The barn holds 12 cows." in (page.locator("#d1").text_content() or "")
    page.locator("#language").click()
    assert page.locator("main").inner_text() == before


def test_the_theme(farm: str, open_page: Open) -> None:
    """Light and dark follow the system, or what is chosen."""
    page = open_page(farm, color_scheme="dark")
    colour = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(colour)
    page.locator("#theme").select_option("light")
    light = page.evaluate(colour)
    assert light != dark
    page.locator("#theme").select_option("auto")
    assert page.evaluate(colour) == dark


def test_without_its_script_everything_is_there(farm: str, open_page: Open) -> None:
    """Texts, findings and terms need no script; what does is not shown."""
    page = open_page(farm, java_script_enabled=False)
    assert shown(page, ".filters").count() == 0
    assert shown(page, ".controls").count() == 0
    assert page.locator("#d1-b2 .find").first.is_visible()


def test_print_holds_everything(farm: str, open_page: Open, tmp_path: Path) -> None:
    """On paper every bead is there, the filters are not, and the colours are those of day."""
    page = open_page(farm, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert shown(page, ".filters").count() == 0
    assert page.locator(".chunk").last.evaluate("(e) => getComputedStyle(e).contentVisibility") == (
        "visible"
    )
    page.pdf(path=tmp_path / "farm.pdf")
    assert (tmp_path / "farm.pdf").stat().st_size > 20_000
