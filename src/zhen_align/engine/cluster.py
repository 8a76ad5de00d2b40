"""The same work on a Dask cluster: its scheduler's address, or one started here for the run.

Results come in task order, and are the bytes that one process would have made. Dask tries
a task again whose worker was killed; one whose workers were killed again and again is tried
alone, and lost if that kills them too; the others go on. The workers must run this version
of the program and see the same files.
Not here: what the work is; and nothing of Dask is loaded unless a scheduler is named.
"""

import atexit
import logging
import os
import re
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from zhen_align.engine.memory import keep_freed
from zhen_align.engine.version import release
from zhen_align.errors import UsageError, ZhenError

if TYPE_CHECKING:
    from distributed import Client, Future, LocalCluster

Task = TypeVar("Task")
Result = TypeVar("Result")

LOCAL = re.compile(r"local:([1-9]\d{0,3})")
_ADDRESS = re.compile(r"(?:tcp|tls)://\S+:\d+")
_AHEAD = 4  # unfinished bundles of tasks for each thread of the workers
_LONG_ENOUGH = 0.25  # seconds that a bundle shall take
_OURS = {  # how Dask runs a cluster of our own
    # it shares the cores with its scheduler, and shall not watch itself
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "500ms",
    # a worker that is killed while it is started again would be given up for good, and when
    # there is none any more, every task waits for ever
    "distributed.deploy.lost-worker-timeout": "365 days",
}
_PATIENCE = 20  # seconds to wait for a scheduler, and for its first worker
_TRIES = 3  # to start workers


def check(scheduler: str) -> str:
    """Return `scheduler` if it can be one; say what it may look like if not."""
    if not (LOCAL.fullmatch(scheduler) or _ADDRESS.fullmatch(scheduler)):
        fix = "write tcp://HOST:PORT, or local:N for N processes here"
        raise UsageError(f"'{scheduler}' is no scheduler", fix=fix)
    return scheduler


def run(
    scheduler: str,
    function: Callable[[Task], Result],
    tasks: Sequence[Task],
    *,
    started: Callable[[], None] = lambda: None,
    lost: Callable[[Task], Result] | None = None,
) -> Iterator[Result]:
    """Yield function(task) for every task, in the order of `tasks`."""
    from distributed import KilledWorker, wait

    client = connect(scheduler)
    started()
    left = deque(tasks)
    waiting: deque[tuple[list[Task], Future]] = deque()
    results: Iterable[Result]
    size = 1
    try:
        while left or waiting:
            busy = [future for _, future in waiting if not future.done()]
            while left and len(busy) < _AHEAD * max(1, sum(client.nthreads().values())):
                several = [left.popleft() for _ in range(min(size, len(left)))]
                busy.append(client.submit(_timed, function, several, pure=False))
                waiting.append((several, busy[-1]))
            if busy:
                with client.as_current():
                    wait(busy, return_when="FIRST_COMPLETED")
            while waiting and waiting[0][1].done():
                several, future = waiting.popleft()
                try:
                    seconds, results = future.result()
                    size = _fitting(len(several), seconds)
                except KilledWorker:
                    others = [other for _, other in waiting]
                    results = (_alone(client, function, each, others, lost) for each in several)
                future.release()
                yield from results
    except OSError as error:  # Dask's errors of a connection that broke
        what = f"the scheduler at {scheduler} is gone: {error}"
        raise ZhenError(what, fix="look at its log, and run again: what is done is kept") from error
    finally:
        client.cancel([future for _, future in waiting])


def _timed(function: Callable[[Task], Result], tasks: Sequence[Task]) -> tuple[float, list[Result]]:
    keep_freed()
    began = time.thread_time()
    results = [function(task) for task in tasks]
    return time.thread_time() - began, results


def _fitting(count: int, seconds: float) -> int:
    """Return how many tasks to send at once when `count` took so long.

    To send one costs as much as a quick one takes; of long ones no worker shall get many.
    """
    return max(1, min(2 * count, int(_LONG_ENOUGH * count / max(seconds, 1e-3))))


def _alone(
    client: "Client",
    function: Callable[[Task], Result],
    task: Task,
    others: "Sequence[Future]",
    lost: Callable[[Task], Result] | None,
) -> Result:
    """Do a task again when all others are done: it may only have waited behind one that kills."""
    from distributed import KilledWorker, wait

    with client.as_current():
        wait(list(others))
        future = client.submit(function, task, pure=False)
        wait([future])
    try:
        result: Result = future.result()
    except KilledWorker as error:
        if lost is None:
            what = "a task killed every worker that took it"
            raise ZhenError(what, fix="give the workers more memory") from error
        return lost(task)
    return result


@cache
def connect(scheduler: str) -> "Client":
    """Return the connection to a scheduler, one for the whole run, its workers checked."""
    try:
        import dask
        import distributed
    except ImportError as error:
        fix = "install zhen-align[distributed]"
        raise UsageError("--scheduler needs Dask's distributed", fix=fix) from error
    _quiet()
    if local := LOCAL.fullmatch(check(scheduler)):
        dask.config.set(_OURS)
        ours = _started(int(local[1]))
        atexit.register(_end, ours)
        return distributed.Client(ours, set_as_default=False, direct_to_workers=True)
    try:
        client = distributed.Client(scheduler, timeout=_PATIENCE, set_as_default=False)
        client.wait_for_workers(1, timeout=_PATIENCE)
        versions = client.run(release)
    except (OSError, TimeoutError) as error:
        fix = "start one with `dask scheduler` and its workers with `dask worker`"
        raise UsageError(f"no scheduler with workers answers at {scheduler}", fix=fix) from error
    except Exception as error:  # the worker's own, such as a program that it does not have
        what = f"the workers of {scheduler} cannot run zhen-align: {error}"
        raise UsageError(what, fix="install the same version there") from error
    for worker, theirs in sorted(versions.items()):
        if unlike := sorted({*release()} ^ {*theirs}):
            what = f"the worker {worker} has other versions: {', '.join(unlike)}"
            raise UsageError(what, fix="install the same there as here")
    return client


def _started(count: int) -> "LocalCluster":
    """Start workers here; again where one is killed before it can say that it is there."""
    from distributed import LocalCluster

    for tries_left in reversed(range(_TRIES)):
        try:
            return LocalCluster(
                n_workers=count,
                threads_per_worker=1,
                dashboard_address=None,
                # whatever is free: where another cluster has the usual port, Dask would warn
                scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},
                silence_logs=logging.CRITICAL,
            )
        except (OSError, RuntimeError, TimeoutError) as error:
            if not tries_left:
                what = f"{count} workers cannot be started: {error}"
                raise ZhenError(what, fix="try fewer, or --jobs") from error
    raise AssertionError  # there is a last try


def _end(ours: "LocalCluster") -> None:
    """End workers that were started here at once: Dask lets each finish its task, for seconds."""
    for nanny in list(ours.workers.values()):
        nanny.auto_restart = False
        if nanny.pid:
            with suppress(OSError):
                os.kill(nanny.pid, getattr(signal, "SIGKILL", signal.SIGTERM))


def _quiet() -> None:
    """Leave the terminal to our own messages; Dask logs what it mends by itself."""
    for name in ("distributed", "tornado", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
