"""The API: what it answers, and what it refuses."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from zhen_align.glossary import store
from zhen_align.review import guard
from zhen_align.review.app import PAGE
from zhen_align.review.guard import TOKEN

HOST = "127.0.0.1:8765"

Ids = Callable[[], dict[str, str]]


def _act(client: TestClient, *actions: dict[str, Any], **more: Any) -> dict[str, Any]:
    answer = client.post("/api/actions", json={"actions": list(actions), **more})
    assert answer.status_code == 200, answer.text
    said: dict[str, Any] = answer.json()
    return said


# ------------------------------------------------------------------------- what it answers


def test_the_glossary(client: TestClient) -> None:
    """Every row with its name, its columns and those that people added."""
    said = client.get("/api/glossary").json()
    assert (said["name"], said["extra"], said["error"]) == ("glossary.tsv", ["owner"], "")
    assert len({row[0] for row in said["rows"]}) == len(said["rows"]) == 5
    pump = said["rows"][3]
    assert pump[1:11] == [
        *("pump", "", "水泵", "preferred", "3", "1.00", "garden", "not 泵 alone", ""),
        ["Mei"],
    ]
    assert [row[12] for row in said["rows"]] == [1, 1, 1, 0, 1]


def test_a_decision(client: TestClient, ids: Ids, tsv: Path) -> None:
    """The answer names the row before and gives it as it is now; the version follows."""
    name, version = ids()["探针"], client.get("/api/version").json()["version"]
    said = _act(client, {"kind": "decide", "rows": [name], "status": "preferred"})
    ((old, new),) = said["results"][0]["rows"]
    assert (old, new[4]) == (name, "preferred")
    assert said["before"] == version != said["version"]
    assert client.get("/api/version").json()["version"] == said["version"]
    assert store.read(tsv).rows[2].status == "preferred"


def test_several_actions_are_one_write(client: TestClient, ids: Ids, tsv: Path) -> None:
    """Edit, add and merge; each has its result."""
    names = ids()
    said = _act(
        client,
        {
            "kind": "edit",
            "row": names["探针"],
            "fields": {"note": "thin\tone\nonly", "owner": "Bo"},
        },
        {"kind": "add", "fields": {"en": "pump", "zh": " 抽水机 ", "status": "admitted"}},
        {"kind": "merge", "row": names["路径规划器"], "into": names["水泵"]},
        {"kind": "add", "fields": {"en": "", "zh": ""}},
    )
    assert [len(each["conflicts"]) for each in said["results"]] == [0, 0, 0, 1]
    rows = {row.zh: row for row in store.read(tsv).rows}
    assert (rows["探针"].note, rows["探针"].extra) == ("thin\tone\nonly", ("Bo",))
    assert (rows["抽水机"].en, rows["抽水机"].source) == ("pump", "")  # water pumper
    assert rows["路径规划器"].en == "pump"


def test_a_conflict_shows_both_versions(client: TestClient, ids: Ids, tsv: Path) -> None:
    """What was seen, what was wanted, what stands in the file."""
    name = ids()["水泵"]
    text = tsv.read_text(encoding="utf-8").replace("not 泵 alone", "theirs")
    tsv.write_text(text, encoding="utf-8")
    change = {"kind": "edit", "row": name, "fields": {"note": "mine"}}
    (conflict,) = _act(client, change)["results"][0]["conflicts"]
    assert conflict["why"] == "changed"
    assert [conflict[side][8] for side in ("base", "theirs", "mine")] == [
        *("not 泵 alone", "theirs", "mine")
    ]
    assert tsv.read_text(encoding="utf-8") == text
    _act(client, change, force=True)
    assert "mine" in tsv.read_text(encoding="utf-8")


def test_undo_and_history(client: TestClient, ids: Ids) -> None:
    """The history names what undo would take back."""
    _act(client, {"kind": "decide", "rows": list(ids().values()), "status": "rejected"})
    (latest,) = client.get("/api/history").json()["actions"]
    assert (latest["kind"], latest["size"]) == ("decide", 5)
    assert latest["rows"][0][1] == ["path planner", "", "路径规划器", "rejected"]
    said = client.post("/api/undo", json={}).json()
    assert len(said["results"][0]["rows"]) == 5
    assert client.get("/api/history").json()["actions"] == []
    assert client.post("/api/undo", json={}).json()["results"][0]["kind"] == ""


def test_live_counts(client: TestClient) -> None:
    """Sentence pairs with both forms, and with the term at all."""
    said = client.get("/api/evidence").json()
    assert said["ready"] is True
    assert ["soil moisture", "SM", "土壤湿度", 2] in said["pairs"]
    assert ["probe", "", "探针", 1] in said["pairs"]
    assert said["terms"]["probe"] == 2


@pytest.mark.parametrize(
    ("of", "lines"),
    [("row", [2]), ("term", [2, 6]), ("rest", [6])],
)
def test_examples(client: TestClient, ids: Ids, of: str, lines: list[int]) -> None:
    """Of a rendering, of its term, and of the term where no known rendering stands."""
    found = client.get("/api/examples", params={"row": ids()["探针"], "of": of}).json()
    assert [each["zh"]["line"] for each in found["examples"]] == lines
    assert found["total"] == len(lines)


def test_an_example_sets_the_term_apart(client: TestClient, ids: Ids) -> None:
    """On both sides, with path and line of each."""
    found = client.get("/api/examples", params={"row": ids()["土壤湿度"]}).json()["examples"][0]
    assert [text for text, marked in found["zh"]["parts"] if marked] == ["土壤湿度"]
    assert [text for text, marked in found["en"]["parts"] if marked] == ["Soil moisture", "SM"]
    assert "".join(text for text, _ in found["zh"]["parts"]).startswith("用探针测量")
    assert (found["en"]["path"], found["en"]["line"], found["zh"]["line"]) == ("garden.md", 1, 2)


def test_contradictions_of_a_term(client: TestClient, ids: Ids) -> None:
    """Two preferred renderings are told beside the examples."""
    names = ids()
    both = [names["探针"], names["探头"]]
    _act(client, {"kind": "decide", "rows": both, "status": "preferred"})
    found = client.get("/api/examples", params={"row": ids()["探针"]}).json()
    assert "two preferred renderings" in found["warnings"][0]


def test_a_faulty_file_is_told(client: TestClient, ids: Ids, tsv: Path) -> None:
    """The error of the file comes with its line, and nothing is written."""
    name = ids()["探针"]
    tsv.write_text(tsv.read_text(encoding="utf-8") + "half\n", encoding="utf-8")
    assert "glossary.tsv:7" in client.get("/api/version").json()["error"]
    action = {"kind": "decide", "rows": [name], "status": "keep"}
    answer = client.post("/api/actions", json={"actions": [action]})
    assert (answer.status_code, "glossary.tsv:7" in answer.json()["error"]) == (409, True)


# ------------------------------------------------------------------------- what it refuses

PATHS = ["/api/glossary", "/api/version", "/api/evidence", "/api/examples", "/api/history"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("token", ["", "wrong", "a-token-of-this-run-onl", "é"])
def test_without_the_token_there_is_no_data(client: TestClient, path: str, token: str) -> None:
    """Neither to read."""
    answer = client.get(path, headers={TOKEN.encode(): token.encode("latin-1")})
    assert (answer.status_code, "pump" in answer.text) == (401, False)


@pytest.mark.parametrize("path", ["/api/actions", "/api/undo"])
def test_without_the_token_nothing_is_done(client: TestClient, path: str, tsv: Path) -> None:
    """Nor to write."""
    before = tsv.read_bytes()
    del client.headers[TOKEN]
    assert client.post(path, json={}).status_code == 401
    assert tsv.read_bytes() == before


def _status(client: TestClient, path: str, *hosts: str) -> int:
    """Ask with these `Host` headers and the token; return the status."""
    headers = [(b"host", host.encode("latin-1")) for host in hosts]
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": b"",
        "headers": [*headers, (TOKEN.lower().encode(), client.headers[TOKEN].encode())],
    }
    said: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        said.append(message)

    asyncio.run(client.app(scope, receive, send))  # type: ignore[arg-type]
    status: int = said[0]["status"]
    return status


@pytest.mark.parametrize(
    "hosts",
    [
        *(
            ["evil.example"],
            ["evil.example:8765"],
            ["127.0.0.1"],
            ["127.0.0.1:80"],
            ["localhost:1"],
        ),
        *([""], [], ["0.0.0.0:8765"], ["[::1]:8765"], ["127.0.0.1:8765.evil.example"]),
        *(["127.0.0.1:8765@evil.example"], [HOST, "evil.example:8765"], [HOST, HOST]),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("path", ["/", "/api/glossary"])
def test_a_rebound_name_is_refused(client: TestClient, hosts: list[str], path: str) -> None:
    """Another name that leads to this machine, the token known or not."""
    assert _status(client, path, *hosts) == 421


@pytest.mark.parametrize("host", [HOST, "localhost:8765", "LOCALHOST:8765"])
def test_both_names_of_this_machine_are_fine(client: TestClient, host: str) -> None:
    """`localhost` is the same server."""
    assert _status(client, "/api/version", host) == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1:8765"},
        {"Origin": "http://127.0.0.1:8766"},
        {"Origin": "http://127.0.0.1:8765.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_another_page_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    """Even one that knows the token."""
    assert client.post("/api/undo", json={}, headers=headers).status_code == 403
    assert client.get("/api/glossary", headers=headers).status_code == 403


def test_no_other_page_is_invited(client: TestClient) -> None:
    """No answer allows another origin, and a preflight is refused."""
    answer = client.options(
        "/api/undo",
        headers={"Origin": "http://evil.example", "Access-Control-Request-Method": "POST"},
    )
    assert answer.status_code == 403
    for path in ("/", "/api/version"):
        assert not [name for name in client.get(path).headers if name.startswith("access-control")]


@pytest.mark.parametrize(
    "path",
    [
        *("/page/../guard.py", "/page/..%2fguard.py", "/page/%2e%2e/guard.py", "/../../etc/passwd"),
        *(
            "/page/....//guard.py",
            "/page/..\\guard.py",
            "/page//etc/passwd",
            "/page/",
            "/page/x.js",
        ),
        *("/page/index.html/..", "/page/main.js%00.css", "/api/", "/api", "/glossary.tsv"),
    ],
)
def test_only_the_files_of_the_page_are_served(client: TestClient, path: str) -> None:
    """No way leads out of its folder."""
    assert client.get(path, follow_redirects=False).status_code == 404


def test_every_file_of_the_page_is_served(client: TestClient) -> None:
    """With its kind, and without the token: no secret is in them."""
    del client.headers[TOKEN]
    files = sorted(PAGE.iterdir())
    assert len(files) > 10
    for path in files:
        answer = client.get(f"/page/{path.name}")
        assert answer.content == path.read_bytes()
        assert answer.headers["content-type"].startswith(("text/", "image/svg"))
    assert client.get("/").content == (PAGE / "index.html").read_bytes()


@pytest.mark.parametrize("path", ["/", "/page/main.js", "/api/glossary", "/nothing", "/api/undo"])
def test_every_answer_has_the_policy(client: TestClient, path: str) -> None:
    """Refusals too: no script but ours, in no frame, nothing kept."""
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"


def test_an_oversized_body_is_refused(client: TestClient) -> None:
    """By its length, and by its bytes where the length is not told or not true."""
    big = b'{"x": "' + b"x" * guard.LARGEST + b'"}'
    kind = {"Content-Type": "application/json"}
    assert client.post("/api/undo", content=big, headers=kind).status_code == 413

    def pieces() -> Any:
        for at in range(0, len(big), 1 << 16):
            yield big[at : at + (1 << 16)]

    assert client.post("/api/undo", content=pieces(), headers=kind).status_code == 413
    for length in ("-1", "x", "9" * 30, "²"):
        headers = {
            b"Content-Type": b"application/json",
            b"Content-Length": length.encode("latin-1"),
        }
        assert client.post("/api/undo", content=b"{}", headers=headers).status_code == 413


def test_a_form_of_another_page_is_no_request(client: TestClient) -> None:
    """A request is JSON and says so, which no form can."""
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""):
        answer = client.post("/api/undo", content=b"{}", headers={"Content-Type": kind})
        assert answer.status_code == 415
    assert client.put("/api/undo", json={}).status_code == 405
    assert client.delete("/api/glossary").status_code == 405


DECIDE = {"kind": "decide", "rows": ["ROW"], "status": "preferred"}
WRONG: list[Any] = [
    *(None, [], {}, 1, "x", {"actions": None}, {"actions": []}, {"actions": [1]}),
    {"actions": [{"kind": "drop"}]},
    {"actions": [DECIDE | {"status": "best"}]},
    {"actions": [DECIDE | {"status": ["preferred"]}]},
    {"actions": [DECIDE | {"rows": []}]},
    {"actions": [DECIDE | {"rows": "ROW"}]},
    {"actions": [DECIDE | {"rows": [["ROW"]]}]},
    {"actions": [DECIDE], "force": 1},
    {"actions": [DECIDE] * 501},
    {"actions": [{"kind": "edit", "row": "ROW", "fields": {"count": "9"}}]},
    {"actions": [{"kind": "edit", "row": "ROW", "fields": {"source": "auto-00000000"}}]},
    {"actions": [{"kind": "edit", "row": "ROW", "fields": {"no such": "9"}}]},
    {"actions": [{"kind": "edit", "row": "ROW", "fields": {"en": 1}}]},
    {"actions": [{"kind": "edit", "row": "ROW", "fields": {"en": "x" * 501}}]},
    {"actions": [{"kind": "edit", "row": "ROW", "fields": {"note": "x" * 20_001}}]},
    {"actions": [{"kind": "edit", "row": "ROW", "fields": {"en": "a\x00b"}}]},
    {"actions": [{"kind": "edit", "row": "ROW", "fields": {"note": "half \ud83d"}}]},
    {"actions": [{"kind": "edit", "row": "ROW", "fields": {"note": '"a ""b"" c"'}}]},
    {"actions": [{"kind": "edit", "row": "ROW", "fields": {"status": "best"}}]},
    {"actions": [{"kind": "edit", "row": "ROW"}]},
    {"actions": [{"kind": "merge", "row": "ROW"}]},
]


@pytest.mark.parametrize("said", WRONG, ids=lambda said: json.dumps(said)[:60])
def test_a_wrong_request_changes_nothing(
    client: TestClient, ids: Ids, tsv: Path, said: Any
) -> None:
    """It is told in a line."""
    before = tsv.read_bytes()
    text = json.dumps(said).replace('"ROW"', json.dumps(ids()["水泵"]))
    kind = {"Content-Type": "application/json"}
    answer = client.post("/api/actions", content=text.encode(), headers=kind)
    assert answer.status_code == 400, answer.text
    assert answer.json()["error"]
    assert tsv.read_bytes() == before


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[" * 200_000, b'{"a":' * 100_000])
def test_what_is_no_json(client: TestClient, data: bytes) -> None:
    """Neither crashes nor tells more than that."""
    kind = {"Content-Type": "application/json"}
    assert client.post("/api/undo", content=data, headers=kind).status_code == 400


@pytest.mark.parametrize(
    "query", [{"of": "all"}, {"first": "-1"}, {"first": "x"}, {"most": "1e9"}, {"first": "9" * 40}]
)
def test_a_wrong_question(client: TestClient, ids: Ids, query: dict[str, str]) -> None:
    """What is asked for is checked."""
    answer = client.get("/api/examples", params={"row": ids()["水泵"], **query})
    assert answer.status_code == 400


def test_a_row_that_was_never_shown(client: TestClient) -> None:
    """It is not there."""
    assert client.get("/api/examples", params={"row": "0123"}).status_code == 404
    action = {"kind": "decide", "rows": ["0123"], "status": "keep"}
    assert client.post("/api/actions", json={"actions": [action]}).status_code == 404


def test_half_a_character_in_a_text_is_shown_escaped(
    client: TestClient, ids: Ids, tsv: Path
) -> None:
    """Notes may hold anything that a file may: markup comes as text."""
    fields = {"note": "<script>alert(1)</script>\u2028\u202e"}
    _act(client, {"kind": "edit", "row": ids()["水泵"], "fields": fields})
    answer = client.get("/api/glossary")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["rows"][3][8] == fields["note"]
