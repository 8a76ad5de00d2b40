"""`lookup` without a term: a prompt that completes terms and remembers what was asked."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from zhen_align.cli import output as out
from zhen_align.config import Config
from zhen_align.errors import UsageError

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession

    from zhen_align.lookup.answer import Store


def prompt(config: Config, *, context: int, quiet: bool) -> None:
    """Answer one query after the other, until the end of input."""
    if not (sys.stdin.isatty() and out.is_terminal()):
        raise UsageError("no term", fix="name one, or - for a list on standard input")
    from zhen_align.cli.lookup_store import answered, screen, store
    from zhen_align.lookup.outputs import FORMATS

    session = _session(store(config, quiet=quiet))
    while True:
        try:
            asked = session.prompt("zhen> ").strip()
        except KeyboardInterrupt:
            continue  # as in a shell: this line, not the program
        except EOFError:
            return
        if asked:
            answers = answered([asked], config, context=context, quiet=quiet)
            print(FORMATS["text"](answers, screen("-")), end="", flush=True)


def _session(known: "Store") -> "PromptSession[str]":
    from pathlib import Path

    from platformdirs import user_cache_path
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import CompleteEvent, Completer, Completion
    from prompt_toolkit.document import Document
    from prompt_toolkit.history import FileHistory, History, InMemoryHistory

    from zhen_align.engine.index_terms import Terms
    from zhen_align.lookup.complete import forms

    class Forms(Completer):
        def get_completions(self, document: Document, _: CompleteEvent) -> Iterable[Completion]:
            typed = document.text_before_cursor.lstrip()
            if typed and isinstance(known, Terms):
                for form in forms(known, typed, 12):
                    yield Completion(form, start_position=-len(typed))

    history: History = InMemoryHistory()
    try:
        place: Path = user_cache_path("zhen-align", ensure_exists=True) / "lookup-history"
        place.touch(mode=0o600)
        history = FileHistory(str(place))
    except OSError:
        pass  # what was asked is then forgotten at the end
    return PromptSession(history=history, completer=Forms(), complete_while_typing=True)
