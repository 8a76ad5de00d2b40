"""Run one function over many tasks, in as many processes as asked, results in task order.

At most a few unfinished tasks a worker wait in the queue, whatever their number. With one
task or one job nothing is started and the work happens here. A task whose process is killed
is tried again, alone; what kills that twice is lost, and the others go on. Not here: what
the work is, nor processes on other machines (cluster.py).
"""

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from zhen_align.engine.memory import keep_freed
from zhen_align.errors import ZhenError

if TYPE_CHECKING:  # one document needs none of these
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD = 4  # unfinished tasks in the queue for each worker
_TRIES = 2  # of a task by itself
_held: list[Callable[..., Any]] = []  # what forked processes work on


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
    *,
    scheduler: str = "",
    started: Callable[[], None] = lambda: None,
    lost: Callable[[Task], Result] | None = None,
) -> Iterator[Result]:
    """Yield function(task) for every task, in the order of `tasks`.

    `started` is called when all processes are there. Whoever starts threads waits for
    it: a process forked while another thread holds a lock may wait for ever. `lost` gives
    the result of a task that no process survives; without it that is an error. With
    a `scheduler` the work is done by Dask.
    """
    keep_freed()
    if scheduler and tasks:
        from zhen_align.engine import cluster

        yield from cluster.run(scheduler, function, tasks, started=started, lost=lost)
        return
    count = workers(jobs, len(tasks))
    if count == 1:
        started()
        yield from map(function, tasks)
    else:
        yield from _run_many(function, tasks, count, started, lost)


def spread(
    function: Callable[[Task], Result], tasks: Sequence[Task], jobs: int = 0
) -> Iterator[Result]:
    """Yield function(task) for every task, from processes that have what the function holds.

    They are forked: what it holds may be most of the memory in use, and would take longer to
    send than the work takes. Where that is not possible the work is done here.
    """
    count = workers(jobs, len(tasks))
    if sys.platform != "linux" or count == 1:
        yield from map(function, tasks)
        return

    def here(number: int) -> Result:
        return function(tasks[number])

    _held.append(here)
    try:
        yield from _run_many(_work, range(len(tasks)), count, lambda: None, here=here)
    finally:
        _held.pop()


@contextmanager
def beside(function: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Start `function` in a process forked from this one; give what waits for its result.

    Where none can be forked, or it is killed, the work is done here when it is asked for.
    """
    import multiprocessing

    if sys.platform != "linux" or threading.active_count() > 1 or cores() == 1:
        yield function
        return
    others = set(multiprocessing.active_children())
    executor = _executor(1, _context())
    _held.append(function)
    try:
        future = executor.submit(_work)
        yield lambda: _waited(future, function)
    finally:
        _held.pop()
        _stop(set(multiprocessing.active_children()) - others)
        executor.shutdown(wait=False, cancel_futures=True)


def _work(*numbers: int) -> Any:
    return _held[-1](*numbers)


def _waited(future: "Future[Result]", function: Callable[[], Result]) -> Result:
    from concurrent.futures.process import BrokenProcessPool

    try:
        return future.result()
    except BrokenProcessPool:
        return function()


def _run_many(
    function: Callable[[Task], Result],
    tasks: Sequence[Task],
    count: int,
    started: Callable[[], None],
    lost: Callable[[Task], Result] | None = None,
    here: Callable[[Task], Result] | None = None,
) -> Iterator[Result]:
    """Hand out the tasks a few at a time; leave no process behind, however it ends.

    Once a process was killed, no other is forked from one that may have threads: what is left
    is done by new ones, or `here` where those would know nothing.
    """
    import multiprocessing
    from concurrent.futures.process import BrokenProcessPool

    others = set(multiprocessing.active_children())
    left = deque(tasks)
    waiting: deque[tuple[Task, Future[Result]]] = deque()
    executor = _executor(count, _context())
    started_once = False
    try:
        while left or waiting:
            try:
                for _ in range(min(len(left), _room(waiting, count))):
                    waiting.append((left[0], executor.submit(function, left[0])))
                    left.popleft()
                    if not started_once:
                        started()
                        started_once = True
                _wait_for_one(waiting)
                while waiting and waiting[0][1].done():
                    result = waiting[0][1].result()
                    waiting.popleft()
                    yield result
            except BrokenProcessPool:
                executor.shutdown(wait=False, cancel_futures=True)
                alone = here or partial(_by_itself, function, lost)
                yield from (_result_or(alone, *each) for each in waiting)
                waiting.clear()
                if here is not None:
                    yield from map(here, left)
                    return
                executor = _executor(count, _clean_context())
        executor.shutdown()
    except BaseException:  # an error, Ctrl-C, or a caller that wants no more
        _stop(set(multiprocessing.active_children()) - others)
        executor.shutdown(wait=False, cancel_futures=True)
        raise


def _room(waiting: "Iterable[tuple[Task, Future[Result]]]", count: int) -> int:
    """Return how many tasks may be added; those that wait for an earlier one are done."""
    return max(0, count * _AHEAD - sum(not future.done() for _, future in waiting))


def _wait_for_one(waiting: "Iterable[tuple[Task, Future[Result]]]") -> None:
    """Wait until one more is done."""
    from concurrent.futures import FIRST_COMPLETED, wait

    unfinished = [future for _, future in waiting if not future.done()]
    if unfinished:
        wait(unfinished, return_when=FIRST_COMPLETED)


def _result_or(work: Callable[[Task], Result], task: Task, future: "Future[Result]") -> Result:
    """Return a result that is there already, else do the work again.

    When a process was killed it is not known which of the tasks under way was to blame.
    """
    if future.done() and not future.cancelled() and future.exception() is None:
        return future.result()
    return work(task)


def _by_itself(
    function: Callable[[Task], Result], lost: Callable[[Task], Result] | None, task: Task
) -> Result:
    """Do one task in a process of its own; a second, where that is killed by chance."""
    from concurrent.futures.process import BrokenProcessPool

    for _ in range(_TRIES):
        executor = _executor(1, _clean_context())
        try:
            return executor.submit(function, task).result()
        except BrokenProcessPool:
            continue
        finally:
            executor.shutdown(wait=False, cancel_futures=True)
    if lost is None:
        what = "a worker process was killed, perhaps for want of memory"
        raise ZhenError(what, fix="try --jobs 1")
    return lost(task)


def _executor(count: int, context: "BaseContext") -> "ProcessPoolExecutor":
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(count, mp_context=context, initializer=_begin_worker)


def _context() -> "BaseContext":
    """Return how processes are started: forked on Linux, where that is safe and fast."""
    import multiprocessing

    return multiprocessing.get_context("fork" if sys.platform == "linux" else None)


def _clean_context() -> "BaseContext":
    """Return how processes are started once there are threads: with nothing of this one."""
    import multiprocessing

    return multiprocessing.get_context("spawn")


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
