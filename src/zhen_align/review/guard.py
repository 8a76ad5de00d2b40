"""Who may ask, and how much: host, origin, token and size, before any route is reached.

The server listens on this machine only, but every page that a browser here has open can
send it requests. A name that was rebound to this machine shows in `Host`, another page in
`Origin` or `Sec-Fetch-Site`; and who does not know the token of this run gets no data.
"""

import hmac
import json
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 4 * 1024 * 1024  # bytes of a request: the names of a hundred thousand rows and more
TOKEN = "X-Zhen-Token"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Lets through what comes from the page itself, and adds headers to every answer."""

    def __init__(self, app: ASGIApp, *, token: str, hosts: Iterable[str]) -> None:
        """Stand before `app`; `hosts` are what the address may be called, ports included."""
        self._app = app
        self._token = token.encode()
        self._hosts = frozenset(hosts)
        self._origins = frozenset(f"http://{host}" for host in self._hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let the application answer."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        if scope["type"] != "http":
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await _refuse(*refusal, _guarded(send))
            return
        data = await _read(receive)
        if data is None:
            await _refuse(413, "the request is too large", _guarded(send))
            return
        await self._app(scope, _again(data, receive), _guarded(send))

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Return the status and the reason to refuse a request; None to let it through."""
        headers = Headers(scope=scope)
        hosts, origins = headers.getlist("host"), headers.getlist("origin")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return 421, "this server goes by another name"
        if any(origin not in self._origins for origin in origins):
            return 403, "another page may not ask"
        data = scope["path"].startswith("/api/")
        if data and headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return 403, "another page may not ask"
        if data and not hmac.compare_digest(
            headers.get(TOKEN.lower(), "").encode("latin-1", "replace"), self._token
        ):
            return 401, "open the address that the terminal shows"
        if scope["method"] == "POST":
            kind = headers.get("content-type", "").partition(";")[0].strip().lower()
            if kind != "application/json":
                return 415, "a request is JSON"
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return 405, "only GET and POST"
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()) or len(length) > 9 or int(length) > LARGEST:
            return 413, "the request is too large"
        return None


async def _read(receive: Receive) -> bytes | None:
    """Return the body; None where it is too large, whatever its length claimed."""
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return b""
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > LARGEST:
            return None
        if not message.get("more_body", False):
            return b"".join(parts)


def _again(data: bytes, receive: Receive) -> Receive:
    """Return what hands out a body that has been read."""
    waiting = [data]

    async def again() -> Message:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(), "more_body": False}
        return await receive()

    return again


def _guarded(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return guarded


async def _refuse(status: int, why: str, send: Send) -> None:
    data = json.dumps({"error": why}).encode()
    kind = [(b"content-type", b"application/json"), (b"content-length", str(len(data)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": kind})
    await send({"type": "http.response.body", "body": data})
