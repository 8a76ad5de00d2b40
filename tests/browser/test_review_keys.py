"""Every key and every button of the review page, in a real browser."""

from typing import Any

from playwright.sync_api import expect

DECISIONS = {
    "a": "admitted",
    "p": "preferred",
    "d": "deprecated",
    "f": "forbidden",
    "r": "rejected",
    "x": "keep",
}


def test_the_first_look(desk: Any) -> None:
    """Candidates, most used first; the first is chosen, with counts, shares and examples."""
    page = desk.page()
    assert desk.seen(page)[0] == desk.current(page) == "土壤湿度"
    assert len(desk.seen(page)) == 7
    expect(page.locator("#term")).to_have_text("soil moisture")
    expect(page.locator("#detail .facts")).to_have_text("in 3 aligned sentence pairs")
    expect(page.locator(".renderings tr.here .number")).to_have_text("3")
    expect(page.locator("#progress-text .long")).to_have_text("2 of 9 decided")
    example = page.locator(".example").first
    expect(example.locator(".zh mark")).to_have_text(["土壤湿度"])
    expect(example.locator(".en mark")).to_have_text(["Soil moisture", "SM"])
    expect(example.locator(".where")).to_have_text("docs/garden.md:3docs/garden.md:1")


def test_the_keys_that_decide_go_on(desk: Any) -> None:
    """Each is in the file when the page says so; the next row is chosen."""
    page = desk.page()
    order = desk.seen(page)
    for key, zh in zip(DECISIONS, order, strict=False):
        assert desk.current(page) == zh
        desk.press(page, key)
    names = {row.source or row.en: row for row in desk.rows().values()}
    assert len(names) > 3
    for (key, status), zh in zip(DECISIONS.items(), order, strict=False):
        if key != "x":
            assert desk.status(zh) == status, key
    kept = [row for row in desk.rows().values() if row.status == "keep"]
    assert [row.en == row.zh for row in kept] == [True]
    expect(page.locator("#progress-text .long")).to_have_text("8 of 9 decided")
    desk.press(page, *"uuuuuu")
    assert desk.tsv.read_text(encoding="utf-8").count("candidate") == 7


def test_the_buttons_that_decide(desk: Any) -> None:
    """A button does what its key does; undo has one too."""
    page = desk.page()
    before = desk.tsv.read_bytes()
    for key, status in DECISIONS.items():
        desk.to(page, "土壤湿度")
        page.click(f'#actions [data-key="{key}"]')
        desk.settled(page)
        row = next(row for row in desk.rows().values() if row.en == "soil moisture")
        assert row.status == status
        page.click('#actions [data-key="u"]')
        desk.settled(page)
        expect(page.locator("#status")).to_contain_text("Taken back")
        assert desk.tsv.read_bytes() == before


def test_moving(desk: Any) -> None:
    """j, k, arrows, the ends, pages; a click."""
    page = desk.page()
    order = desk.seen(page)
    for key, at in [
        *(("j", 1), ("ArrowDown", 2), ("k", 1), ("ArrowUp", 0), ("k", 0), ("G", 6), ("j", 6)),
        *(("g", 0), ("End", 6), ("Home", 0), ("PageDown", 6), ("PageUp", 0)),
    ]:
        page.keyboard.press(key)
        assert desk.current(page) == order[at], key
    desk.to(page, order[3])
    assert desk.current(page) == order[3]
    expect(page.locator("#list")).to_have_attribute(
        "aria-activedescendant", page.locator(".row.here").get_attribute("id") or ""
    )


def test_searching_and_filtering(desk: Any) -> None:
    """Text, status, count and several renderings; the file does not change."""
    page = desk.page()
    before = desk.tsv.read_bytes()
    page.keyboard.press("/")
    page.keyboard.type("PLAN")
    assert set(desk.seen(page)) == {"路径规划器", "规划器"}
    page.keyboard.type("zzz")
    expect(page.locator("#shown")).to_have_text("Nothing fits the filters.")
    page.keyboard.press("a")
    page.fill("#search", "ｐｒｏｂｅ 探")
    page.keyboard.press("Enter")
    page.keyboard.press("j")
    assert (desk.current(page), len(desk.seen(page))) == ("探头", 2)
    page.fill("#search", "")
    page.click('#statuses [data-status="preferred"]')
    assert len(desk.seen(page)) == 8
    page.click('#statuses [data-status="candidate"]')
    assert desk.seen(page) == ["水泵"]
    page.click('#statuses [data-status="preferred"]')
    assert len(desk.seen(page)) == 9
    page.fill("#least", "2")
    assert set(desk.seen(page)) == {"土壤湿度", "水泵", "探针"}
    page.fill("#least", "0")
    page.check("#several")
    assert set(desk.seen(page)) == {"探针", "探头"}
    assert desk.tsv.read_bytes() == before


def test_orders(desk: Any) -> None:
    """Terms stay together in every order."""
    page = desk.page(every=True)
    first = {"count": "土壤湿度", "mixed": "探针", "file": "电池", "en": "电池", "status": "电池"}
    for order in ("count", "mixed", "file", "en", "zh", "status"):
        page.select_option("#sort", order)
        seen = desk.seen(page)
        assert seen.index("探头") == seen.index("探针") + 1
        assert seen[0] == first.get(order, seen[0]), order
        if order == "zh":  # battery, water pump, drone: dian, shui, wu
            assert [zh for zh in seen if zh in ("电池", "水泵", "无人机")] == [
                "电池",
                "水泵",
                "无人机",
            ]


def test_editing(desk: Any) -> None:
    """Every field and added columns; Escape leaves all as it was; a note may have lines."""
    page = desk.page(every=True)
    desk.to(page, "水泵")
    before = desk.tsv.read_bytes()
    page.keyboard.press("e")
    page.fill("#field-zh", "泵")
    page.keyboard.press("Escape")
    assert desk.tsv.read_bytes() == before
    page.keyboard.press("e")
    page.fill("#field-zh", "抽水泵")
    page.fill("#field-abbr", "P")
    page.fill("#field-domain", "water")
    page.fill("#field-note", "first\nsecond\twith a tab")
    page.fill("#field-owner", "Bo")
    page.select_option("#field-status", "admitted")
    page.keyboard.press("Control+Enter")
    desk.settled(page)
    row = desk.rows()["抽水泵"]
    assert (row.en, row.abbr, row.domain, row.extra) == ("pump", "P", "water", ("Bo",))
    assert (row.note, str(row.status)) == ("first\nsecond\twith a tab", "admitted")
    assert desk.current(page) == "抽水泵"
    desk.press(page, "u")
    assert desk.tsv.read_bytes() == before
    page.click('#actions [data-key="e"]')
    page.fill("#field-en", "")
    page.fill("#field-zh", " ")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".problem")).to_have_text("A row needs an English or a Chinese form.")
    page.get_by_role("button", name="Cancel").click()
    assert desk.tsv.read_bytes() == before


def test_adding_a_rendering_that_no_text_has(desk: Any) -> None:
    """It stands with its term, seen nowhere; one that is there is shown instead."""
    page = desk.page()
    desk.to(page, "探针")
    page.keyboard.press("n")
    expect(page.locator("#field-en")).to_have_value("probe")
    page.keyboard.type("测杆")
    page.keyboard.press("Enter")
    desk.settled(page)
    assert desk.status("测杆") == "admitted"
    assert desk.current(page) == "测杆"
    expect(page.locator(".renderings tr.here .number")).to_have_text("0")
    expect(page.locator("#detail .found")).to_have_text("No aligned sentence pair shows this.")
    page.click('#actions [data-key="n"]')
    page.keyboard.type("探头")
    page.keyboard.press("Control+Enter")
    desk.settled(page)
    expect(page.locator("#status")).to_have_text("Another row says this already.")
    assert desk.current(page) == "探头"
    assert list(desk.rows()).count("探头") == 1


def test_merging_two_terms(desk: Any) -> None:
    """The other term is found by typing; its rows come over."""
    page = desk.page()
    desk.to(page, "规划器")
    before = desk.tsv.read_bytes()
    page.keyboard.press("m")
    page.keyboard.type("path")
    page.locator(".options button").click()
    page.keyboard.press("Enter")
    desk.settled(page)
    assert desk.rows()["规划器"].en == "path planner"
    expect(page.locator("#term")).to_have_text("path planner")
    expect(page.locator(".renderings tbody tr:not(.rest)")).to_have_count(2)
    desk.press(page, "u")
    assert desk.tsv.read_bytes() == before
    page.click('#actions [data-key="m"]')
    page.keyboard.type("path")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    assert desk.tsv.read_bytes() == before


def test_bulk_actions(desk: Any) -> None:
    """Space, J and K, a click on the mark, everything; one undo takes all of it back."""
    page = desk.page()
    before = desk.tsv.read_bytes()
    page.keyboard.press(" ")
    page.keyboard.press("J")
    page.keyboard.press("J")
    expect(page.locator("#selected")).to_contain_text("3 selected")
    page.locator(".row.here .mark").click()
    expect(page.locator("#selected")).to_contain_text("2 selected")
    page.locator(".row.here .mark").click()
    page.keyboard.press("K")
    expect(page.locator("#selected")).to_contain_text("3 selected")
    assert page.locator('.row[aria-selected="true"]').count() == 3
    desk.press(page, "a")
    assert [str(row.status) for row in desk.rows().values()].count("admitted") == 3
    expect(page.locator("#selected")).to_be_hidden()
    desk.press(page, "u")
    assert desk.tsv.read_bytes() == before
    page.keyboard.press("*")
    page.keyboard.press("Escape")
    expect(page.locator("#selected")).to_be_hidden()
    page.keyboard.press("*")
    page.click("#clear")
    expect(page.locator("#selected")).to_be_hidden()
    page.keyboard.press("*")
    desk.press(page, "r")
    assert [str(row.status) for row in desk.rows().values()].count("rejected") == 8


def test_a_large_bulk_action_asks(desk: Any) -> None:
    """Nothing happens before the answer."""
    more = "".join(f"w{n}\t\t词{n}\tcandidate\t\t\t\t\t\t\n" for n in range(30))  # word
    desk.tsv.write_text(desk.tsv.read_text(encoding="utf-8") + more, encoding="utf-8")
    page = desk.page()
    page.keyboard.press("*")
    page.keyboard.press("d")
    expect(page.locator("#dialog-title")).to_have_text("Deprecate: 37 rows?")
    page.get_by_role("button", name="Cancel").click()
    assert "deprecated" not in desk.tsv.read_text(encoding="utf-8")
    page.keyboard.press("d")
    page.keyboard.press("Enter")
    desk.settled(page)
    assert desk.tsv.read_text(encoding="utf-8").count("deprecated") == 37


def test_examples(desk: Any) -> None:
    """1, 2, 3 and their buttons; a rendering is chosen in the panel, `none of these` too."""
    page = desk.page()
    desk.to(page, "探针")
    lines = page.locator(".example .where span:first-child")
    for key, expected in [("2", 3), ("3", 0), ("1", 2)]:
        page.keyboard.press(key)
        expect(lines).to_have_count(expected)
    page.locator(".renderings .pick", has_text="探头").click()
    assert desk.current(page) == "探头"
    expect(lines).to_have_count(1)
    expect(page.locator(".example mark").first).to_have_text("探头")
    page.get_by_role("button", name="The term").click()
    expect(lines).to_have_count(3)
    desk.to(page, "规划器")
    expect(page.locator("#detail .facts")).to_have_text("in none of the aligned sentences")


def test_more_examples(desk: Any) -> None:
    """A few at first, the rest when asked."""
    text = desk.tsv.read_text(encoding="utf-8") + "it\t\t水\tcandidate\t\t\t\t\t\t\n"  # water
    desk.tsv.write_text(text.replace("\tSM\t", "\t\t"), encoding="utf-8")
    desk.evidence.hold(desk._alignments * 5)
    desk.evidence._forms = None
    desk.evidence.wake(desk.book.state().table.rows)
    page = desk.page()
    desk.to(page, "土壤湿度")
    expect(page.locator(".example")).to_have_count(8)
    page.get_by_role("button", name="7 more").click()
    expect(page.locator(".example")).to_have_count(15)


def test_history(desk: Any) -> None:
    """It shows what undo would take back, and takes the last back."""
    page = desk.page()
    desk.press(page, "p", "r")
    page.keyboard.press("h")
    items = page.locator(".log li span")
    expect(items).to_have_count(2)
    expect(items.last).to_have_text("soil moisture = 土壤湿度: preferred")
    page.locator("dialog").get_by_role("button", name="Undo").click()
    expect(page.locator("#status")).to_contain_text("Taken back")
    assert desk.status("土壤湿度") == "preferred"
    page.click("#history")
    expect(items).to_have_count(1)
    page.keyboard.press("Escape")
    desk.press(page, "u")
    page.keyboard.press("u")
    expect(page.locator("#status")).to_contain_text("Nothing")


def test_help_and_its_switches(desk: Any) -> None:
    """? shows every key; single keys can be turned off, and going on too."""
    page = desk.page()
    page.keyboard.press("?")
    shown = page.locator(".keys kbd").all_inner_texts()
    assert set("jkapdfrxeu/?") <= set(shown)
    page.uncheck("#switch-onward")
    page.get_by_role("button", name="Close").click()
    desk.press(page, "p")
    assert desk.current(page) == "土壤湿度"
    page.click("#help")
    page.uncheck("#switch-keysOn")
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    page.keyboard.press("ArrowDown")
    desk.settled(page)
    assert desk.status("土壤湿度") == "preferred"
    assert desk.current(page) != "土壤湿度"


def test_language_and_colours(desk: Any) -> None:
    """Both are switched in place and stay after a reload; nothing is left in English."""
    page = desk.page()
    page.click("#language")
    expect(page.locator("h1")).to_contain_text("术语审校")
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"
    expect(page.locator('#actions [data-key="a"]')).to_contain_text("可用")
    page.click("#theme")
    page.click("#theme")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.reload()
    expect(page.locator("h1")).to_contain_text("术语审校")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    expect(page.locator(".row.here")).to_be_visible()
    chrome = page.evaluate(
        "[...document.querySelectorAll('header, .filters, footer, .shown, th, h3, .tabs, .facts')]"
        ".map(n => n.innerText).join(' ')"
    )
    left = {word for word in chrome.split() if word.isascii() and word.isalpha() and len(word) > 1}
    assert left <= {"English", "glossary"}
    page.click("#language")
    expect(page.locator("h1")).to_contain_text("Glossary review")


def test_a_browser_that_speaks_chinese(desk: Any) -> None:
    """The page speaks it from the start."""
    page = desk.page(locale="zh-CN")
    expect(page.locator("#detail h3")).to_have_text("例句")


def test_another_keyboard_layout(desk: Any) -> None:
    """With letters that are not Latin on the keys, the keys are the same ones."""
    page = desk.page()
    page.evaluate(
        "document.querySelector('#list').dispatchEvent(new KeyboardEvent('keydown',"
        " {key: 'о', code: 'KeyJ', bubbles: true, cancelable: true}))"
    )
    assert desk.current(page) != "土壤湿度"
    page.evaluate(
        "document.querySelector('#list').dispatchEvent(new KeyboardEvent('keydown',"
        " {key: 'Process', code: 'KeyK', bubbles: true, cancelable: true}))"
    )
    assert desk.current(page) == "土壤湿度"


def test_filter_and_place_survive_a_reload(desk: Any) -> None:
    """They belong to the tab, as the token does."""
    page = desk.page(every=True)
    page.fill("#search", "p")
    desk.to(page, "水泵")
    page.reload()
    expect(page.locator(".row.here")).to_be_visible()
    assert desk.current(page) == "水泵"
    expect(page.locator("#search")).to_have_value("p")
    assert "#" not in page.url
