"""The same work on real Dask workers: same results, killed workers, helpful errors."""

import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from zhen_align.engine import cluster, pool
from zhen_align.errors import UsageError, ZhenError

TWO = "local:2"


@pytest.fixture(scope="module", autouse=True)
def _closed() -> Iterator[None]:
    """Leave no worker behind for the tests that count processes."""
    yield
    client = cluster.connect(TWO)
    client.cluster.close()
    client.close()
    cluster.connect.cache_clear()


pytestmark = pytest.mark.filterwarnings("ignore")  # of the libraries that Dask is made of


def _twice(n: int) -> tuple[int, int]:
    """Return a result and who made it."""
    return 2 * n, os.getpid()


def _die_once(path: str) -> str:
    """Die the first time, as a process does that somebody killed."""
    mark = Path(path)
    if mark.name.startswith("unlucky") and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return mark.name


def _die_of_three(n: int) -> int:
    """Die of a task that is to blame whenever it is tried."""
    if n == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return n


def _complain(n: int) -> int:
    raise UsageError(f"{n} is too much", where="here", fix="take less")


def test_results_keep_the_order_of_the_tasks() -> None:
    """They are made elsewhere, by both workers."""
    results = list(pool.run(_twice, range(40), scheduler=TWO))
    assert [result for result, _ in results] == list(range(0, 80, 2))
    makers = {maker for _, maker in results}
    assert len(makers) == 2
    assert os.getpid() not in makers


def test_an_error_arrives_whole() -> None:
    """With its place and its advice."""
    with pytest.raises(UsageError) as caught:
        list(pool.run(_complain, [7], scheduler=TWO))
    assert str(caught.value) == "here: 7 is too much; take less"


def test_killed_workers_cost_no_result(tmp_path: Path) -> None:
    """What they were working on is done again."""
    names = ["unlucky-1" if n == 3 else "unlucky-2" if n == 9 else f"{n:02}" for n in range(12)]
    paths = [str(tmp_path / name) for name in names]
    assert list(pool.run(_die_once, paths, scheduler=TWO)) == names


def test_a_task_that_kills_its_workers_is_lost_alone() -> None:
    """The others are done, in their order."""
    results = list(pool.run(_die_of_three, range(8), scheduler=TWO, lost=lambda n: -n))
    assert results == [0, 1, 2, -3, 4, 5, 6, 7]
    with pytest.raises(ZhenError, match="killed every worker"):
        list(pool.run(_die_of_three, [3], scheduler=TWO))


@pytest.mark.parametrize("name", ["", "local", "local:0", "tcp://", "http://here:80", "here:80"])
def test_what_is_no_scheduler_is_said(name: str) -> None:
    """Before anything is started."""
    with pytest.raises(UsageError, match="is no scheduler"):
        cluster.check(name)


def test_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address where no scheduler listens is an error that says how to start one."""
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(UsageError, match="dask scheduler"):
        cluster.connect(address)
