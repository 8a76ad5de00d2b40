"""The editor server over standard input and output, with a real client."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from zhen_align.lsp.desk import judged
from zhen_align.lsp.speech import Page

EN = "# Soil\n\nThe sensor 😀 sends 12 readings. The pump stops after 9 hours.\n"
ZH = "# 土壤\n\n传感器😀发送13个读数。水泵在9小时后停止.\n"  # 13 for 12, and a half-width stop
GLOSSARY = "en\tabbr\tzh\tstatus\npump\t\t水泵\tpreferred\npump\t\t泵浦\tforbidden\n"


class Editor:
    """A client with two files open, and what it was told about them."""

    def __init__(self, folder: Path) -> None:
        """Write the files."""
        self.folder = folder
        (folder / "zhen-align.toml").write_text('paths = ["."]\n', encoding="utf-8")
        (folder / "glossary").mkdir()
        (folder / "glossary" / "glossary.tsv").write_text(GLOSSARY, encoding="utf-8")
        for name, text in (("a.en.md", EN), ("a.zh.md", ZH)):
            (folder / name).write_text(text, encoding="utf-8")
        self.client = LanguageClient("test", "1")
        self.told: dict[str, list[types.Diagnostic]] = {}
        self.news = asyncio.Event()
        self.version = 1

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def _told(given: types.PublishDiagnosticsParams) -> None:
            self.told[given.uri] = list(given.diagnostics)
            self.news.set()

    def uri(self, name: str) -> str:
        """Return what the protocol calls a file."""
        return (self.folder / name).as_uri()

    async def start(self) -> None:
        """Start the server in the folder, and shake hands."""
        await self.client.start_io(sys.executable, "-m", "zhen_align", "lsp", cwd=str(self.folder))
        await self.client.initialize_async(
            types.InitializeParams(
                types.ClientCapabilities(), root_uri=self.folder.as_uri(), process_id=None
            )
        )
        self.client.initialized(types.InitializedParams())

    def open(self, name: str, text: str) -> None:
        """Open a file."""
        item = types.TextDocumentItem(self.uri(name), "markdown", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, name: str, text: str) -> None:
        """Replace a file's text, as typing does."""
        self.version += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.version, self.uri(name)),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    async def rules(self, name: str, wanted: Callable[[list[str]], bool]) -> list[str]:
        """Wait until the rules that speak of a file are as wanted."""
        async with asyncio.timeout(60):
            while True:
                found = [str(each.code) for each in self.told.get(self.uri(name), [])]
                if self.uri(name) in self.told and wanted(found):
                    return found
                self.news.clear()
                await self.news.wait()


def _with(folder: Path, work: Callable[[Editor], Awaitable[None]]) -> None:
    async def run() -> None:
        editor = Editor(folder)
        await editor.start()
        try:
            await work(editor)
        finally:
            await editor.client.shutdown_async(None)
            editor.client.exit(None)
            await editor.client.stop()  # type: ignore[no-untyped-call]

    asyncio.run(run())


@pytest.mark.filterwarnings("ignore")  # of the client's streams, which it leaves to the loop
def test_a_session(tmp_path: Path) -> None:
    """Open, see, mend by an action, type, and be told nothing any more."""

    async def work(editor: Editor) -> None:
        editor.open("a.zh.md", ZH)
        found = await editor.rules("a.zh.md", lambda rules: "number-mismatch" in rules)
        assert "punctuation-width" in found
        uri = editor.uri("a.zh.md")
        number = next(d for d in editor.told[uri] if d.code == "number-mismatch")
        # the face before it is two units in the client's count
        assert (number.range.start.line, number.range.start.character) == (2, 7)
        assert number.severity is types.DiagnosticSeverity.Error

        stop = next(d for d in editor.told[uri] if d.code == "punctuation-width")
        found_actions = await editor.client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(uri), stop.range, types.CodeActionContext([stop])
            )
        )
        actions = [each for each in found_actions or () if isinstance(each, types.CodeAction)]
        assert [each.title for each in actions] == [
            "Write “。”",
            "Accept punctuation-width in the next line",
        ]
        assert actions[0].edit is not None
        assert actions[0].edit.changes is not None
        (edit,) = actions[0].edit.changes[uri]
        assert isinstance(edit, types.TextEdit)
        assert (edit.new_text, edit.range) == ("。", stop.range)

        editor.change("a.zh.md", ZH.replace("停止.", "停止。").replace("13", "12"))
        await editor.rules("a.zh.md", lambda rules: not rules)

        # the partner's unsaved text counts, too
        editor.open("a.en.md", EN.replace("12", "14"))
        await editor.rules("a.zh.md", lambda rules: rules == ["number-mismatch"])

    _with(tmp_path, work)


@pytest.mark.filterwarnings("ignore")  # of the client's streams, which it leaves to the loop
def test_hover(tmp_path: Path) -> None:
    """On a term, in either language, what the glossary says; elsewhere nothing."""

    async def work(editor: Editor) -> None:
        editor.open("a.zh.md", ZH)
        for character, expected in ((14, "**pump**\n- 水泵: use\n- 泵浦: never"), (1, None)):
            found = await editor.client.text_document_hover_async(
                types.HoverParams(
                    types.TextDocumentIdentifier(editor.uri("a.zh.md")),
                    types.Position(2, character),
                )
            )
            shown = found.contents if found else None
            value = shown.value if isinstance(shown, types.MarkupContent) else None
            assert value == expected

    _with(tmp_path, work)


def test_places_go_there_and_back() -> None:
    """With characters of two units, and with all line ends."""
    from pygls.workspace import PositionCodec

    from zhen_align.types import Span

    text = "a😀b\r\n词\n\r末"
    for encoding in types.PositionEncodingKind:
        page = Page(text, PositionCodec(encoding))
        for offset in (0, 1, 2, 3, 5, 6, 8, 9):
            place = page.range(Span(offset, offset)).start
            assert page.offset(place) == offset
        assert page.offset(types.Position(0, 99)) == 3
        assert page.offset(types.Position(99, 0)) == len(text)


def test_a_wrong_configuration_is_trouble_not_a_crash(tmp_path: Path) -> None:
    """The editor shows it once."""
    (tmp_path / "zhen-align.toml").write_text("pathz = 1\n", encoding="utf-8")
    (tmp_path / "a.md").write_text(EN, encoding="utf-8")
    found = judged(tmp_path / "a.md", {})
    assert "unknown key 'pathz'" in found.trouble
    assert not found.findings
