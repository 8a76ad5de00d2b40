"""The compiled dictionary, made once a session in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from zhen_align.align import lexicon as module
from zhen_align.align.dictionary import translations
from zhen_align.align.lexicon import Lexicon


@pytest.fixture(scope="session")
def lexicon_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the session's dictionary is kept, inside a folder that is not there yet."""
    return tmp_path_factory.mktemp("cache") / "zhen-align" / "lexicon-of-the-tests"


@pytest.fixture(scope="session")
def table() -> dict[str, set[str]]:
    """Return all translations, read once a session."""
    return translations()


@pytest.fixture(scope="session", autouse=True)
def lex(lexicon_folder: Path, table: dict[str, set[str]]) -> Iterator[Lexicon]:
    """Compile the dictionary into the session's folder, never into the user's."""
    patch = pytest.MonkeyPatch()
    patch.setattr(module, "translations", lambda: table)
    patch.setattr(module, "_folder", lambda: lexicon_folder)
    module.lexicon.cache_clear()
    yield module.lexicon()
    patch.undo()
    module.lexicon.cache_clear()
