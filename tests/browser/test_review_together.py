"""Several people, several programs, and things that stop: nothing that was confirmed is lost."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Response, expect

from zhen_align.glossary import store

GONE = ("Failed to load resource", "ERR_CONNECTION")


def _say(page: Page) -> Any:
    return expect(page.locator("#status"))


def test_two_pages_at_once(desk: Any) -> None:
    """What one decides, the other shows; decisions on different rows are all there."""
    one, two = desk.page(), desk.page()
    desk.press(one, "p")
    desk.to(two, "电池")
    desk.press(two, "r")
    assert (desk.status("土壤湿度"), desk.status("电池")) == ("preferred", "rejected")
    expect(one.locator('.row[data-status="rejected"]')).to_have_count(0)  # no longer a candidate
    expect(one.locator("#progress-text .long")).to_have_text("4 of 9 decided")
    expect(two.locator("#progress-text .long")).to_have_text("4 of 9 decided")
    expect(one.locator(".banner p")).to_have_text(
        "The file changed outside this page: 0 new, 1 changed, 0 gone."
    )
    one.get_by_role("button", name="Close").click()
    expect(one.locator(".banner")).to_have_count(0)
    desk.press(two, "u")
    expect(one.locator("#progress-text .long")).to_have_text("3 of 9 decided")


@pytest.mark.parametrize(
    ("button", "status"), [("Write mine", "preferred"), ("Keep the file's", "forbidden")]
)
def test_the_same_row_decided_twice(desk: Any, button: str, status: str) -> None:
    """Before the page could hear of it: both versions are shown, and the choice is kept."""
    page = desk.page(expected=GONE)
    page.route("**/api/version", lambda route: route.abort())
    text = desk.tsv.read_text(encoding="utf-8")
    text = text.replace("土壤湿度\tcandidate", "土壤湿度\tforbidden")
    desk.tsv.write_text(text, encoding="utf-8")
    page.keyboard.press("p")
    expect(page.locator("#dialog-title")).to_have_text("This row has changed")
    expect(page.locator(".versions .differs td")).to_have_text(["forbidden", "preferred"])
    assert desk.status("土壤湿度") == "forbidden"
    page.get_by_role("button", name=button).click()
    desk.settled(page)
    assert desk.status("土壤湿度") == status
    desk.to(page, "土壤湿度")
    expect(page.locator(".renderings tr.here .state")).to_contain_text(status)


def test_an_edit_outside_while_a_dialog_is_open(desk: Any) -> None:
    """Another field is merged; the same field is shown in both versions."""
    page = desk.page(every=True)
    desk.to(page, "水泵")
    page.keyboard.press("e")
    page.fill("#field-domain", "water")
    text = desk.tsv.read_text(encoding="utf-8")
    desk.tsv.write_text(text.replace("not 泵 alone", "theirs"), encoding="utf-8")
    page.keyboard.press("Control+Enter")
    desk.settled(page)
    assert (desk.rows()["水泵"].domain, desk.rows()["水泵"].note) == ("water", "theirs")
    page.keyboard.press("e")
    page.fill("#field-note", "mine")
    text = desk.tsv.read_text(encoding="utf-8")
    desk.tsv.write_text(text.replace("theirs", "theirs again"), encoding="utf-8")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".versions .differs td")).to_have_text(["theirs again", "mine"])
    page.get_by_role("button", name="Write mine").click()
    desk.settled(page)
    assert desk.rows()["水泵"].note == "mine"


def test_a_row_that_goes_outside(desk: Any) -> None:
    """A decision about it is offered again as a new row, not lost and not made silently."""
    page = desk.page(expected=GONE)
    page.route("**/api/version", lambda route: route.abort())
    lines = desk.tsv.read_text(encoding="utf-8").splitlines(keepends=True)
    desk.tsv.write_text("".join(ln for ln in lines if "土壤湿度" not in ln), encoding="utf-8")
    page.keyboard.press("p")
    expect(page.locator("dialog")).to_contain_text("no longer in the file")
    assert "土壤湿度" not in desk.rows()
    page.get_by_role("button", name="Write mine").click()
    desk.settled(page)
    assert desk.status("土壤湿度") == "preferred"


def test_an_outside_edit_is_shown(desk: Any) -> None:
    """New rows, changed rows, rows that went; the place in the list stays."""
    page = desk.page(every=True)
    desk.to(page, "水泵")
    lines = desk.tsv.read_text(encoding="utf-8").splitlines(keepends=True)
    new = ["valve\t\t阀\tadmitted\t\t\t\t\t\t\n"]  # valve
    kept = [line.replace("not 泵 alone", "see 4.2") for line in lines if "无人机" not in line]
    desk.tsv.write_text("".join([*kept, *new]), encoding="utf-8")
    expect(page.locator(".banner")).to_contain_text("1 new, 1 changed, 1 gone")
    assert desk.current(page) == "水泵"
    expect(page.locator(".more")).to_contain_text("see 4.2")
    assert "阀" in desk.seen(page)
    assert "无人机" not in desk.seen(page)
    desk.press(page, "d")
    assert (desk.status("水泵"), desk.rows()["水泵"].note) == ("deprecated", "see 4.2")


def test_the_row_in_hand_stays_in_sight(desk: Any) -> None:
    """Somebody decides about it elsewhere, so it no longer fits the filter: it is still shown."""
    page = desk.page()
    desk.to(page, "电池")
    text = desk.tsv.read_text(encoding="utf-8").replace("电池\tcandidate", "电池\tforbidden")
    desk.tsv.write_text(text, encoding="utf-8")
    expect(page.locator(".row.here .state")).to_contain_text("forbidden")
    assert desk.current(page) == "电池"


def test_a_faulty_file_stops_nothing_but_writing(desk: Any) -> None:
    """Its error is shown with the line; a decision is told to be unsaved; mended, all goes on."""
    page = desk.page(expected=GONE)
    text = desk.tsv.read_text(encoding="utf-8")
    desk.tsv.write_text(text + "half a line\n", encoding="utf-8")
    expect(page.locator(".banner.bad")).to_contain_text("glossary.tsv:11: 1 field")
    page.keyboard.press("p")
    _say(page).to_contain_text("Not saved")
    assert desk.tsv.read_text(encoding="utf-8") == text + "half a line\n"
    desk.tsv.write_text(text, encoding="utf-8")
    expect(page.locator('.banner[data-name="file"]')).to_have_count(0)
    desk.to(page, "土壤湿度")
    expect(page.locator(".renderings tr.here .state")).to_contain_text("candidate")
    desk.press(page, "p")
    assert desk.status("土壤湿度") == "preferred"


def test_an_answer_that_breaks_off_is_asked_for_again(desk: Any) -> None:
    """A decision whose answer came in part counts as unsaved, and is sent once more."""
    page = desk.page()
    desk.to(page, "土壤湿度")
    page.route("**/api/actions", lambda route: route.fulfill(status=200, body='{"resul'))
    page.keyboard.press("p")
    saved = page.locator("#saved")
    expect(saved).to_have_attribute("data-state", "lost")
    page.unroute("**/api/actions")
    expect(saved).to_have_attribute("data-state", "saved")
    assert desk.status("土壤湿度") == "preferred"


def test_decisions_need_not_wait_for_the_texts(desk: Any, open_page: Any) -> None:
    """While the texts are being aligned, the page says how far that is, and takes decisions."""
    desk.evidence.ready, desk.evidence.done, desk.evidence.total = False, 1, 7
    page = open_page(desk.address)
    desk.pages.append(page)
    facts = page.locator("#detail .facts")
    expect(facts).to_have_text("The texts are being aligned: 1 of 7")
    desk.evidence.done = 2
    expect(facts).to_have_text("The texts are being aligned: 2 of 7")
    desk.press(page, "p")
    assert list(map(str, (row.status for row in desk.rows().values()))).count("preferred") == 2
    desk.evidence.ready = True
    desk.evidence.version += 1
    expect(facts).to_contain_text("aligned sentence")


def test_undo_survives_a_restart(desk: Any) -> None:
    """A new run takes back what the old one did; the old page says that it is of another run."""
    before = desk.tsv.read_bytes()
    page = desk.page(expected=(*GONE, "401"))
    desk.press(page, "p", "r", "x")
    desk.stop()
    expect(page.locator('.banner[data-name="net"]')).to_contain_text("does not answer")
    desk.start(desk.port)
    expect(page.locator('.banner[data-name="run"]')).to_contain_text("an earlier run")
    again = desk.page()
    desk.press(again, *"uuu")
    _say(again).to_contain_text("Taken back")
    assert desk.tsv.read_bytes() == before
    desk.press(again, "u")
    _say(again).to_have_text("Nothing to take back")


def test_an_undo_that_no_longer_fits(desk: Any) -> None:
    """Somebody changed the row since: both versions, and both ways out."""
    page = desk.page(expected=GONE)
    desk.press(page, "p", "r")
    for button, status in [("Keep the file's", "forbidden"), ("Write mine", "candidate")]:
        page.route("**/api/version", lambda route: route.abort())
        text = desk.tsv.read_text(encoding="utf-8")
        text = re.sub(
            r"(土壤湿度|路径规划器|水泵|探针)\t(preferred|rejected)\t(?=[23]\t)",
            r"\1\tforbidden\t",
            text,
        )
        desk.tsv.write_text(text, encoding="utf-8")
        page.keyboard.press("u")
        page.get_by_role("button", name=button).click()
        desk.settled(page)
        assert status in {str(row.status) for row in desk.rows().values()}
    assert desk.status("土壤湿度") == "candidate"


def test_killed_in_the_middle_of_200_decisions(tmp_path: Path, open_page: Any) -> None:
    """Every decision that the page confirmed is in the file, and the file is whole."""
    rows = "".join(f"word {n:03}\t\t词{n:03}\tcandidate\t\t\n" for n in range(200))  # words
    tsv = tmp_path / "glossary.tsv"
    tsv.write_text("en\tabbr\tzh\tstatus\tcount\tshare\n" + rows, encoding="utf-8")
    (tmp_path / "corpus").mkdir()
    command = [sys.executable, "-m", "zhen_align", "review", "--no-browser", "--port", "0"]
    with subprocess.Popen(
        [*command, "--glossary", "glossary.tsv"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=tmp_path,
    ) as server:
        assert server.stdout is not None
        page = open_page(server.stdout.readline().strip(), expected=GONE)
        expect(page.locator("#progress-text .long")).to_have_text("0 of 200 decided")
        confirmed: dict[str, str] = {}

        def answered(response: Response) -> None:
            if response.url.endswith("/api/actions"):
                try:
                    said = json.loads(response.body())
                except Exception:
                    return  # the server was killed while it answered
                for result in said["results"]:
                    confirmed.update((row[3], row[4]) for _, row in result["rows"])

        page.on("response", answered)
        for n in range(200):
            page.keyboard.press("apdfr"[n % 5])
            if n == 120:
                os.kill(server.pid, signal.SIGKILL)
        server.wait()
        expect(page.locator("#saved")).to_have_attribute("data-state", "lost")
        shown = int(page.locator("#saved").get_attribute("data-count"))
        page.context.close()
    found = {row.zh: str(row.status) for row in store.read(tsv).rows}
    assert len(found) == 200
    assert {zh: found[zh] for zh in confirmed} == confirmed
    decided = sum(status != "candidate" for status in found.values())
    assert 0 < shown <= decided < 200
    assert len(confirmed) <= decided


def test_the_command_opens_and_ends(tmp_path: Path) -> None:
    """It prints the address of this machine, serves, and ends with Ctrl-C as every command does."""
    (tmp_path / "glossary.tsv").write_text("en\tzh\tstatus\npump\t水泵\tcandidate\n", "utf-8")
    command = [sys.executable, "-m", "zhen_align", "review", "--no-browser", "--port", "0"]
    with subprocess.Popen(
        [*command, "--glossary", "glossary.tsv"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
    ) as server:
        assert server.stdout is not None
        assert server.stderr is not None
        address = server.stdout.readline()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/#[\w-]{32}\n", address)
        server.send_signal(signal.SIGINT)
        assert server.wait(20) == 130
        assert server.stderr.read() == "interrupted\n"
