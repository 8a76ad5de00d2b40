"""The routes: the page's files, and the API behind it (docs/review.md has its manual)."""

import json
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from zhen_align.errors import ZhenError
from zhen_align.glossary.contradictions import contradictions
from zhen_align.glossary.merge import term_key
from zhen_align.glossary.rows import COLUMNS, Row, Table
from zhen_align.review import wire
from zhen_align.review.book import Book, State, UnknownRowError
from zhen_align.review.evidence import Evidence, numbers_of
from zhen_align.review.guard import Guard

PAGE = Path(__file__).parent / "page"
_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_MOST_EXAMPLES = 100

Endpoint = Callable[[Request], Awaitable[Response]]


def application(book: Book, evidence: Evidence, *, token: str, hosts: Iterable[str]) -> Guard:
    """Return the whole application, guarded."""
    service = _Service(book, evidence)
    service.prepare()
    files = {f"/page/{path.name}": path for path in sorted(PAGE.iterdir()) if path.suffix in _KINDS}
    files["/"] = PAGE / "index.html"
    routes = [Route(name, _file(path)) for name, path in files.items()]
    routes += [
        Route("/api/glossary", service.glossary),
        Route("/api/version", service.version),
        Route("/api/evidence", service.counts),
        Route("/api/examples", service.examples),
        Route("/api/history", service.history),
        Route("/api/actions", service.act, methods=["POST"]),
        Route("/api/undo", service.undo, methods=["POST"]),
    ]
    app = Starlette(
        routes=routes,
        exception_handlers={
            HTTPException: _plain_error,
            wire.RequestError: _wrong_request,
            UnknownRowError: _unknown_row,
            ZhenError: _wrong_file,
        },
    )
    return Guard(app, token=token, hosts=hosts)


class _Service:
    """The API on one glossary and its texts."""

    def __init__(self, book: Book, evidence: Evidence) -> None:
        self._book, self._evidence = book, evidence
        self._last = "", b""  # a version and its answer

    def prepare(self) -> None:
        """Have every row ready before anybody asks."""
        self._rows(self._book.state())

    async def glossary(self, request: Request) -> Response:
        """Every row, as the file says now."""
        state = await run_in_threadpool(self._book.state)
        return Response(await run_in_threadpool(self._rows, state), media_type="application/json")

    def _rows(self, state: State) -> bytes:
        version, data = self._last
        if version != state.version:
            data = self._all(state)
            self._last = state.version, data
        return data

    def _all(self, state: State) -> bytes:
        name = self._name(state.table)
        said = {
            "version": state.version,
            "error": state.error,
            "name": self._book.name,
            "columns": [*COLUMNS],
            "extra": list(state.table.extra),
            "lasting": self._book.journal.lasting,
            "rows": [wire.packed(row, name) for row in state.table.rows],
        }
        return _bytes(said)

    async def version(self, request: Request) -> Response:
        """Tell whether anything is new."""
        state = await run_in_threadpool(self._book.state)
        found = self._evidence
        found.wake(state.table.rows)
        return _json(
            {
                "version": state.version,
                "error": state.error,
                "evidence": found.version,
                "ready": found.ready,
                "done": found.done,
                "total": found.total,
            }
        )

    async def counts(self, request: Request) -> Response:
        """How many aligned sentence pairs hold each pair of forms, and each term."""
        found = self._evidence
        return _json(
            {
                "evidence": found.version,
                "ready": found.ready,
                "errors": found.errors,
                "pairs": [[*forms, len(beads)] for forms, beads in found.seen.pairs.items()],
                "terms": {term: len(beads) for term, beads in found.seen.terms.items()},
            }
        )

    async def examples(self, request: Request) -> Response:
        """Sentence pairs of a row, of its term, or of the term without a known rendering."""
        asked = request.query_params
        of = asked.get("of", "row")
        if of not in ("row", "term", "rest"):
            raise wire.RequestError("`of` is row, term or rest")
        first, most = _whole(asked.get("first", "0")), _whole(asked.get("most", "10"))
        return _json(await run_in_threadpool(self._found, asked.get("row", ""), of, first, most))

    def _found(self, id: str, of: str, first: int, most: int) -> dict[str, Any]:
        table = self._book.state().table
        row = self._book.row(id, table)
        term = [each for each in table.rows if term_key(each) == term_key(row)]
        numbers = numbers_of(self._evidence.seen, row, term, of)
        shown = [row] if of == "row" else [row, *term]
        found = self._evidence.examples(shown, numbers, first, min(most, _MOST_EXAMPLES))
        return {
            "total": len(numbers),
            "examples": [wire.example_json(each) for each in found],
            "warnings": [each.why for each in contradictions(Table(tuple(term), table.columns))],
        }

    async def history(self, request: Request) -> Response:
        """The last actions that can be taken back, the latest first."""
        entries = await run_in_threadpool(self._book.journal.entries)
        latest = [
            {
                "kind": each.kind,
                "at": each.at,
                "rows": [
                    [row and [row.en, row.abbr, row.zh, str(row.status)] for row in pair]
                    for pair in each.pairs[:20]
                ],
                "size": len(each.pairs),
            }
            for each in reversed(entries[-100:])
        ]
        return _json({"actions": latest, "lasting": self._book.journal.lasting})

    async def act(self, request: Request) -> Response:
        """Make actions; every one that is answered is in the file."""
        said = wire.body(await request.body())
        plans, force = wire.plans(said), wire.flag(said, "force")
        before, after, results = await run_in_threadpool(self._book.act, plans, force=force)
        return await run_in_threadpool(self._answer, before, after, results)

    async def undo(self, request: Request) -> Response:
        """Take the last action back."""
        said = wire.body(await request.body())
        force, skip = wire.flag(said, "force"), wire.flag(said, "skip")
        before, after, result = await run_in_threadpool(self._book.undo, force=force, skip=skip)
        return await run_in_threadpool(self._answer, before, after, [result])

    def _answer(self, before: State, after: State, results: list[Any]) -> Response:
        self._evidence.wake(after.table.rows)
        name = self._name(after.table)
        return _json(
            {
                "before": before.version,
                "version": after.version,
                "results": [wire.result_json(each, name) for each in results],
            }
        )

    def _name(self, table: Table) -> Callable[[Row], str]:
        return lambda row: self._book.remember(row, table.columns)


def _file(path: Path) -> Endpoint:
    data, kind = path.read_bytes(), _KINDS[path.suffix]

    async def send(request: Request) -> Response:
        return Response(data, headers={"content-type": kind})

    return send


def _bytes(said: object) -> bytes:
    try:
        return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:  # a file may hold half a character, which UTF-8 cannot
        return json.dumps(said, separators=(",", ":")).encode()


def _json(said: object, status: int = 200) -> Response:
    return Response(_bytes(said), status_code=status, media_type="application/json")


def _whole(said: str) -> int:
    if not (said.isascii() and said.isdigit()) or len(said) > 9:
        raise wire.RequestError("`first` and `most` are whole numbers")
    return int(said)


async def _plain_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _json({"error": "there is nothing here"}, status)


async def _wrong_request(request: Request, error: Exception) -> Response:
    return _json({"error": str(error)}, 400)


async def _unknown_row(request: Request, error: Exception) -> Response:
    return _json({"error": "there is no such row"}, 404)


async def _wrong_file(request: Request, error: Exception) -> Response:
    """Say what is wrong with the glossary file; nothing was written."""
    return _json({"error": str(error)}, 409)
