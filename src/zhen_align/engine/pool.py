"""Run one function over many tasks, in as many processes as asked, results in task order.

At most a few tasks a worker wait in the queue, whatever their number. With one task or
one job nothing is started and the work happens here. Not here: what the work is.
"""

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from zhen_align.errors import ZhenError

if TYPE_CHECKING:  # one document needs none of these
    from concurrent.futures import Future
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD = 4  # tasks in the queue for each worker


def workers(jobs: int, tasks: int) -> int:
    """Return how many processes are worth starting; 1 means none."""
    return max(1, min(jobs or cores(), tasks))


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(
    function: Callable[[Task], Result],
    tasks: Sequence[Task],
    jobs: int = 0,
    started: Callable[[], None] = lambda: None,
) -> Iterator[Result]:
    """Yield function(task) for every task, in the order of `tasks`.

    `started` is called when all processes are there. Whoever starts threads waits for
    it: a process forked while another thread holds a lock may wait for ever.
    """
    count = workers(jobs, len(tasks))
    if count == 1:
        started()
        yield from map(function, tasks)
    else:
        yield from _run_many(function, tasks, count, started)


def _run_many(
    function: Callable[[Task], Result],
    tasks: Sequence[Task],
    count: int,
    started: Callable[[], None],
) -> Iterator[Result]:
    """Hand out the tasks a few at a time; leave no process behind, however it ends."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    others = set(multiprocessing.active_children())
    executor = ProcessPoolExecutor(count, mp_context=_context(), initializer=_begin_worker)
    waiting: deque[Future[Result]] = deque()
    try:
        for number, task in enumerate(tasks):
            waiting.append(executor.submit(function, task))
            if number == 0:
                started()
            if len(waiting) >= count * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
        executor.shutdown()
    except BrokenProcessPool as error:
        executor.shutdown(wait=False, cancel_futures=True)
        raise ZhenError(
            "a worker process was killed, perhaps for want of memory", fix="try --jobs 1"
        ) from error
    except BaseException:  # an error, Ctrl-C, or a caller that wants no more
        _stop(set(multiprocessing.active_children()) - others)
        executor.shutdown(wait=False, cancel_futures=True)
        raise


def _context() -> "BaseContext":
    """Return how processes are started: forked on Linux, where that is safe and fast."""
    import multiprocessing

    return multiprocessing.get_context("fork" if sys.platform == "linux" else None)


def _begin_worker() -> None:
    """Leave Ctrl-C to the parent, and end when the parent does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _stop(processes: "Iterable[BaseProcess]") -> None:
    for process in processes:
        process.terminate()
