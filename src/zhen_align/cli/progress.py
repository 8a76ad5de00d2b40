"""A progress bar on standard error, for work that takes more than a second.

Nothing is drawn where standard error is no terminal. Rich is loaded when the bar
appears, by a thread: the work does not wait for it.
"""

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

PATIENCE = 1.0  # seconds of work without a bar


class Progress:
    """Counts what is done; `with` it, so that the bar is gone before anything is printed."""

    def __init__(self, label: str, *, quiet: bool) -> None:
        """Prepare a bar called `label`; with `quiet` there will be none."""
        self._label = label
        self._wanted = not quiet and sys.stderr.isatty()
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._bar: Bar | None = None
        self._done = self._total = 0

    def start(self, total: int) -> None:
        """Begin to wait: in a second there will be a bar."""
        self._total = total
        if self._wanted:
            self._timer = threading.Timer(PATIENCE, self._show)
            self._timer.daemon = True
            self._timer.start()

    def advance(self) -> None:
        """Count one more as done."""
        with self._lock:
            self._done += 1
            if self._bar is not None:
                self._bar.update(self._bar.task_ids[0], completed=self._done)

    def __enter__(self) -> "Progress":
        """Return the progress itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away."""
        if self._timer is not None:
            self._timer.cancel()
        with self._lock:
            self._wanted = False
            if self._bar is not None:
                self._bar.stop()
                self._bar = None

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        bar = Bar(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True)
        with self._lock:
            if self._wanted:
                bar.add_task(self._label, total=self._total, completed=self._done)
                bar.start()
                self._bar = bar
