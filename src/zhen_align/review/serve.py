"""The server's life: an address on this machine, the page in a browser, and the end.

The texts are aligned where the command runs, in its processes; the page is served
beside that by a thread, which starts once those processes are there.
"""

import os
import secrets
import socket
import sys
import threading
import time
import webbrowser

import uvicorn

from zhen_align.errors import UsageError
from zhen_align.review.app import application
from zhen_align.review.book import Book
from zhen_align.review.evidence import Evidence

ADDRESS = "127.0.0.1"
PORT = 8765  # where nothing else is asked for: with the same address a browser keeps its settings


def bind(port: int | None) -> socket.socket:
    """Return a socket on this machine: at `port`, else at ours, else wherever there is room."""
    for wanted in (PORT, 0) if port is None else (port,):
        found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":  # elsewhere it would let others listen at the same port
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((ADDRESS, wanted))
            return found
        except OSError as error:
            found.close()
            if wanted == port:
                raise UsageError(
                    f"port {port} cannot be used: {error.strerror}", fix="name another with --port"
                ) from None
    raise UsageError("there is no free port", fix="name one with --port")


class Server:
    """The page of one glossary, served from a thread."""

    def __init__(self, book: Book, evidence: Evidence, place: socket.socket) -> None:
        """Prepare to serve at `place`, with a token that only this run knows."""
        port = place.getsockname()[1]
        self._token = secrets.token_urlsafe(24)
        # after the #: a browser sends that part to nobody
        self.address = f"http://{ADDRESS}:{port}/#{self._token}"
        hosts = (f"{ADDRESS}:{port}", f"localhost:{port}")
        self._place = place
        self._server = uvicorn.Server(
            uvicorn.Config(
                application(book, evidence, token=self._token, hosts=hosts),
                loop="asyncio",
                http="h11",
                ws="none",
                lifespan="off",
                log_level="warning",
                access_log=False,
                server_header=False,
                date_header=False,
                timeout_graceful_shutdown=2,
            )
        )
        self._thread = threading.Thread(target=self._run, name="review", daemon=True)

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()
        while not self._server.started and self._thread.is_alive():
            time.sleep(0.01)

    def wait(self) -> None:
        """Wait until the server ends."""
        while self._thread.is_alive():
            self._thread.join(0.5)

    def stop(self) -> None:
        """Finish what is being answered, and end."""
        self._server.should_exit = True
        if self._thread.ident is not None:
            self._thread.join(5)
        self._place.close()

    def _run(self) -> None:
        self._server.run(sockets=[self._place])


def show(address: str) -> threading.Thread:
    """Open the page in the user's browser; return the thread that does, for who wants to wait."""
    thread = threading.Thread(target=_open, args=(address,), daemon=True)
    thread.start()
    return thread


def _open(address: str) -> None:
    windows = any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")))
    if sys.platform == "linux" and not windows:
        return  # what would open is a browser in this very terminal
    try:
        webbrowser.open(address)
    except (OSError, webbrowser.Error):
        return
