"""The server: hears what the editor has open, and answers a moment after the last key.

Work is done in a thread, one pair at a time; what was asked about a text that has changed
since is not answered. Not here: what is said (speech.py) and what is known (desk.py).
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from zhen_align import __version__
from zhen_align.lint.finding import Finding
from zhen_align.lsp import desk
from zhen_align.lsp.speech import Page, actions, diagnostic, hover

PAUSE = 0.3  # seconds after the last key


@dataclass(slots=True)
class State:
    """What was last said of each file, and what is still to be looked at."""

    said: dict[str, tuple[str, Sequence[Finding]]] = field(default_factory=dict)
    waiting: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    work: asyncio.Lock = field(default_factory=asyncio.Lock)
    complained: set[str] = field(default_factory=set)


def server(pause: float = PAUSE) -> LanguageServer:
    """Return a server that is ready to be started."""
    made = LanguageServer(
        "zhen-align", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Incremental
    )
    state = State()

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(ls: LanguageServer, given: types.DidOpenTextDocumentParams) -> None:
        _soon(ls, state, given.text_document.uri, 0)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(ls: LanguageServer, given: types.DidChangeTextDocumentParams) -> None:
        _soon(ls, state, given.text_document.uri, pause)

    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(ls: LanguageServer, given: types.DidSaveTextDocumentParams) -> None:
        _soon(ls, state, given.text_document.uri, 0)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(ls: LanguageServer, given: types.DidCloseTextDocumentParams) -> None:
        state.said.pop(given.text_document.uri, None)
        _publish(ls, given.text_document.uri, [])

    @made.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    )
    def acted(ls: LanguageServer, given: types.CodeActionParams) -> list[types.CodeAction]:
        uri = given.text_document.uri
        text, findings = state.said.get(uri, ("", ()))
        if text != ls.workspace.get_text_document(uri).source:
            return []  # the places are those of another text
        page = Page(text, ls.workspace.position_codec)
        return [*actions(findings, page, given.range, uri, _path(uri))]

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(ls: LanguageServer, given: types.HoverParams) -> types.Hover | None:
        uri = given.text_document.uri
        page = Page(ls.workspace.get_text_document(uri).source, ls.workspace.position_codec)
        found = desk.entry(_path(uri), page.text, page.offset(given.position))
        return hover(found, page) if found else None

    return made


def start() -> None:
    """Serve on standard input and output until the editor ends it."""
    logging.getLogger("pygls").setLevel(logging.ERROR)
    server().start_io()


def _soon(ls: LanguageServer, state: State, uri: str, pause: float) -> None:
    """Look at a text after a pause; what was waiting for it is forgotten."""
    if earlier := state.waiting.pop(uri, None):
        earlier.cancel()
    state.waiting[uri] = asyncio.get_running_loop().create_task(_look(ls, state, uri, pause))


async def _look(ls: LanguageServer, state: State, uri: str, pause: float) -> None:
    await asyncio.sleep(pause)
    async with state.work:
        texts = {_path(each): doc.source for each, doc in ls.workspace.text_documents.items()}
        path = _path(uri)
        if path not in texts:
            return
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(None, partial(desk.judged, path, texts))
    if found.trouble and found.trouble not in state.complained:
        state.complained.add(found.trouble)
        message = types.ShowMessageParams(types.MessageType.Warning, f"zhen-align: {found.trouble}")
        ls.window_show_message(message)
    names = {_path(each): each for each in ls.workspace.text_documents}
    for place, findings in found.findings.items():
        text = found.texts.get(place, "")
        own = names.get(place)
        if own is not None and ls.workspace.get_text_document(own).source != text:
            continue  # it has changed since; another look is on its way
        name = own or from_fs_path(str(place)) or ""
        page = Page(text, ls.workspace.position_codec)
        state.said[name] = (text, findings)
        _publish(ls, name, [diagnostic(each, page) for each in findings])


def _publish(ls: LanguageServer, uri: str, found: list[types.Diagnostic]) -> None:
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found))


def _path(uri: str) -> Path:
    return Path(to_fs_path(uri) or uri)
