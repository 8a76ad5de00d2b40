"""Tasks over processes: order, few in flight, nobody left behind."""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from zhen_align.engine import pool
from zhen_align.engine.pool import cores, run, workers
from zhen_align.errors import InputError, ZhenError


def _slow_first(n: int) -> tuple[int, int]:
    """Take longest for the first task, so that later ones are ready before it."""
    time.sleep(0.2 if n == 0 else 0)
    return n, os.getpid()


def _fail_on_three(n: int) -> int:
    if n == 3:
        raise InputError("three", where="here", fix="count")
    return n


def _die(n: int) -> int:
    os._exit(n + 1)


def _sleep(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def _note(path: str) -> str:
    Path(path).write_text("begun", encoding="utf-8")
    time.sleep(0.05)
    return path


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_keep_the_order_of_the_tasks(jobs: int) -> None:
    """However long each takes."""
    assert [n for n, _ in run(_slow_first, range(9), jobs)] == list(range(9))


def test_one_job_or_one_task_starts_nothing() -> None:
    """The work is done here, where a debugger can see it."""
    here = os.getpid()
    assert {pid for _, pid in run(_slow_first, range(3), 1)} == {here}
    assert {pid for _, pid in run(_slow_first, [0], 2)} == {here}
    assert here not in {pid for _, pid in run(_slow_first, range(3), 2)}


def test_how_many_workers() -> None:
    """Never more than tasks; 0 asks for one a core; there is always one."""
    assert workers(5, 3) == 3
    assert workers(2, 9) == 2
    assert workers(0, 10_000) == cores()
    assert workers(0, 0) == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_arrives_whole(jobs: int) -> None:
    """A worker's error is raised here, with its place and its advice."""
    with pytest.raises(InputError) as caught:
        list(run(_fail_on_three, range(9), jobs))
    assert str(caught.value) == "here: three; count"


def _children() -> Iterator[None]:
    deadline = time.monotonic() + 20
    while multiprocessing.active_children() and time.monotonic() < deadline:
        time.sleep(0.02)
        yield


def test_nobody_is_left_behind() -> None:
    """Neither at the end, nor after an error, nor when the caller walks away."""
    list(run(_slow_first, range(4), 2))
    with pytest.raises(InputError):
        list(run(_fail_on_three, range(9), 2))
    results = run(_slow_first, range(9), 2)
    next(results)
    results.close()  # type: ignore[attr-defined]
    list(_children())
    assert multiprocessing.active_children() == []


def test_work_under_way_is_not_waited_for() -> None:
    """Whoever interrupts does not want the answer any more."""
    start = time.monotonic()
    results = run(_sleep, [0.0, 60.0, 60.0, 60.0], 2)
    next(results)
    results.close()  # type: ignore[attr-defined]
    list(_children())
    assert multiprocessing.active_children() == []
    assert time.monotonic() - start < 50


def test_a_killed_worker_is_an_error_with_advice() -> None:
    """Not a hang, and not a traceback from inside the pool."""
    with pytest.raises(ZhenError, match="--jobs 1"):
        list(run(_die, range(4), 2))


def _die_of_three(n: int) -> int:
    """Die of a task that is to blame whenever it is tried."""
    if n == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return n


def _die_once(path: str) -> str:
    """Die the first time, as a process does that somebody killed."""
    mark = Path(path)
    if mark.name.startswith("unlucky") and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return mark.name


def test_a_task_that_kills_its_process_is_lost_alone() -> None:
    """The others are done, in their order."""
    results = list(run(_die_of_three, range(40), 2, lost=lambda n: -n))
    assert results == [0, 1, 2, -3, *range(4, 40)]


def test_a_process_killed_by_chance_costs_no_result(tmp_path: Path) -> None:
    """What it was working on is done again."""
    names = ["unlucky-1" if n == 5 else "unlucky-2" if n == 20 else f"{n:02}" for n in range(30)]
    paths = [str(tmp_path / name) for name in names]
    assert list(run(_die_once, paths, 2)) == names


def _note_soon(path: str) -> str:
    """Take long for one task, and leave a mark after the others."""
    if path.endswith("long"):
        time.sleep(1.5)
    else:
        Path(path).touch()
    return path


def test_a_long_task_does_not_hold_up_the_others(tmp_path: Path) -> None:
    """Results that wait for their turn leave room in the queue."""
    paths = [str(tmp_path / name) for name in ("long", *map(str, range(40)))]
    results = run(_note_soon, paths, 2)
    assert next(results) == paths[0]
    assert len(list(tmp_path.iterdir())) == 40
    assert list(results) == paths[1:]


def test_few_tasks_are_in_flight(tmp_path: Path) -> None:
    """A thousand tasks do not lie in the queue while the first result is looked at."""
    paths = [str(tmp_path / f"{n:03}") for n in range(100)]
    results = run(_note, paths, 2)
    next(results)
    time.sleep(0.6)
    begun = len(list(tmp_path.iterdir()))
    results.close()  # type: ignore[attr-defined]
    assert begun <= 16


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_start_is_announced_once_before_any_result(jobs: int) -> None:
    """Threads may begin then, and not before."""
    events: list[object] = []
    events.extend(run(_fail_on_three, [0, 1, 2], jobs, started=lambda: events.append("started")))
    assert events == ["started", 0, 1, 2]


def test_work_beside_has_all_that_this_process_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is done in another process, and nothing is sent there."""
    monkeypatch.setattr(pool, "cores", lambda: 2)
    mine = {"here": os.getpid()}
    forked = sys.platform == "linux" and threading.active_count() == 1
    with pool.beside(lambda: (mine["here"], os.getpid())) as result:
        parent, other = result()
    assert parent == os.getpid()
    assert (other != parent) is forked


def test_work_beside_that_is_killed_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is lost but time."""
    monkeypatch.setattr(pool, "cores", lambda: 2)
    parent = os.getpid()

    def work() -> int:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return os.getpid()

    with pool.beside(work) as result:
        assert result() == parent


def test_work_spread_survives_a_killed_process(tmp_path: Path) -> None:
    """What forked processes held is still here."""
    parent, seen = os.getpid(), {"here": "x"}

    def work(number: int) -> str:
        if number == 5 and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return f"{seen['here']}{number}"

    assert list(pool.spread(work, range(30), 2)) == [f"x{n}" for n in range(30)]
