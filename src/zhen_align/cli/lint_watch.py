"""`zhen-align lint --watch`: judge anew when a text, the glossary or the configuration changes.

Times and sizes of the files are asked for twice a second, which every system and every shared
folder knows. A mistake, in the configuration say, is told and waited over; Ctrl-C ends it.
"""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import typer

from zhen_align.cli.common import configure, note
from zhen_align.cli.outcome import complain_of
from zhen_align.errors import UsageError, ZhenError

Stamps = Mapping[Path, tuple[int, int]]

_PAUSE = 0.5  # seconds
_SHARE = 10  # a look around takes at most this part of the time


def check(paths: Sequence[str] | None, **others: object) -> None:
    """Complain of options that make no sense while one waits."""
    if "-" in (paths or ()):
        raise UsageError("standard input cannot be watched", fix="name files or folders")
    for option, value in others.items():
        if value:
            name = option.replace("_", "-")
            raise UsageError(f"--watch and --{name} do not go together", fix="leave one out")


def watch(
    look: Callable[[], None],
    paths: Sequence[str] | None,
    config: Path | None,
    glossary: Path | None,
    baseline: Path | None,
    *,
    quiet: bool,
) -> None:
    """Call `look`, and again after every change, until Ctrl-C."""
    known: Stamps = {}
    first = True
    while True:
        known = stamps(paths, config, glossary, baseline, known)
        try:
            look()
        except typer.Exit:
            pass
        except ZhenError as error:
            if first:
                raise  # most likely of the command line, which no change mends
            complain_of(error)
        first = False
        sys.stdout.flush()
        count = sum(size >= 0 for _, size in known.values())
        files = "1 file" if count == 1 else f"{count} files"
        note(f"watching {files}; Ctrl-C ends it", quiet=quiet)
        while True:
            began = time.monotonic()
            now = stamps(paths, config, glossary, baseline, known)
            if now != known:
                break
            time.sleep(max(_PAUSE, _SHARE * (time.monotonic() - began)))


def stamps(
    paths: Sequence[str] | None,
    config: Path | None,
    glossary: Path | None,
    baseline: Path | None,
    known: Stamps,
) -> Stamps:
    """Return time and size of every file that the findings depend on.

    Where the configuration is wrong for now, the files are those that were `known`.
    """
    from zhen_align.engine import tasks

    try:
        settings = configure(config, glossary=glossary, no_cache=True)
        planned, _ = tasks.plan(paths or (), settings)
    except ZhenError:
        return _stamps([*known, *filter(None, (config,))])
    texts = [source.path for task in planned for source in task.sources if source.path]
    own = [settings.root / name for name in (settings.baseline, settings.weights) if name]
    others = [settings.glossary_path, *own, *filter(None, (settings.file, config, baseline))]
    return _stamps([*texts, *others])


def _stamps(files: Sequence[Path]) -> Stamps:
    found = {}
    for file in dict.fromkeys(files):
        try:
            status = file.stat()
            found[file] = (status.st_mtime_ns, status.st_size)
        except OSError:  # gone, or not there yet
            found[file] = (0, -1)
    return found
