"""The command line around the page."""

import contextlib
import socket
from pathlib import Path

import pytest

from zhen_align.cli.outcome import run
from zhen_align.errors import UsageError
from zhen_align.review import serve


def _failed(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: str) -> str:
    """Run the command where it cannot work; return its one line."""
    with contextlib.chdir(folder):
        assert run(["review", "--no-browser", *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


def test_without_a_glossary(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The line says how to make one."""
    assert "zhen-align build" in _failed(capsys, tmp_path)


def test_a_faulty_glossary(capsys: pytest.CaptureFixture[str], tsv: Path) -> None:
    """The line names the place."""
    tsv.write_text(tsv.read_text(encoding="utf-8") + "half\n", encoding="utf-8")
    assert "glossary.tsv:7: 1 field" in _failed(capsys, tsv.parent, "--glossary", tsv.name)


def test_texts_that_are_not_there(capsys: pytest.CaptureFixture[str], tsv: Path) -> None:
    """A path that was named leads somewhere."""
    said = _failed(capsys, tsv.parent, "--glossary", tsv.name, "--port", "0", "no/such.md")
    assert "no/such.md" in said


def test_a_port_that_is_taken(capsys: pytest.CaptureFixture[str], tsv: Path) -> None:
    """It is said, not another one used silently."""
    with serve.bind(0) as taken:
        taken.listen()
        port = str(taken.getsockname()[1])
        said = _failed(capsys, tsv.parent, "--glossary", tsv.name, "--port", port)
    assert f"port {port} cannot be used" in said


def test_the_usual_port_may_be_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then another one is found, on this machine only."""
    with serve.bind(0) as taken:
        taken.listen()
        monkeypatch.setattr(serve, "PORT", taken.getsockname()[1])
        with serve.bind(None) as found:
            host, port = found.getsockname()
            assert host == "127.0.0.1"
            assert port != taken.getsockname()[1]
        with pytest.raises(UsageError):
            serve.bind(taken.getsockname()[1])


def test_no_browser_takes_the_terminal_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are no windows, nothing is opened; elsewhere the address is."""
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    serve.show("one").join()
    monkeypatch.setenv("DISPLAY", ":0")
    serve.show("two").join()
    assert opened == ["two"]


def test_the_address_is_of_this_machine() -> None:
    """Nobody else reaches it."""
    with serve.bind(0) as found:
        assert found.family is socket.AF_INET
        assert found.getsockname()[0] == "127.0.0.1"
