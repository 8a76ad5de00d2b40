"""The same work on real Dask workers: same results, killed workers, helpful errors."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from zhen_align.config import Config
from zhen_align.engine import cluster, collection, pool, session, tasks
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


def _watch(label: str) -> AbstractContextManager[session.Watcher]:
    return nullcontext(session.Unwatched())


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


def test_quick_tasks_are_sent_together_and_long_ones_alone() -> None:
    """Sending one costs as much as a quick one takes; a worker shall not get many long ones."""
    assert [cluster._fitting(1, 0.01), cluster._fitting(2, 0.02), cluster._fitting(16, 0.0)] == [
        2, 4, 32
    ]  # fmt: skip
    assert [cluster._fitting(32, 0.5), cluster._fitting(8, 9.0)] == [16, 1]


def test_workers_that_are_killed_at_once_are_started_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Three times; what is wrong then is said."""
    import distributed

    tries: list[object] = []

    def unlucky(**options: object) -> str:
        tries.append(options["n_workers"])
        if len(tries) < 3:
            raise RuntimeError("Nanny failed to start.")
        return "started"

    monkeypatch.setattr(distributed, "LocalCluster", unlucky)
    assert cluster._started(5) == "started"
    assert tries == [5, 5, 5]
    tries.clear()
    monkeypatch.setattr(cluster, "_TRIES", 2)
    with pytest.raises(ZhenError, match="5 workers cannot be started: Nanny failed"):
        cluster._started(5)


def test_workers_of_ours_are_not_waited_for_at_the_end() -> None:
    """Each would finish its task first, and another take its place."""
    sleeper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    pids = (None, sleeper.pid)  # one that has died already, one at work
    nannies = {n: SimpleNamespace(pid=pid, auto_restart=True) for n, pid in enumerate(pids)}
    cluster._end(SimpleNamespace(workers=nannies))
    assert sleeper.wait(60) == -signal.SIGKILL
    assert not any(each.auto_restart for each in nannies.values())


def test_a_second_cluster_says_nothing_of_the_first(recwarn: pytest.WarningsRecorder) -> None:
    """Each takes ports that are free."""
    cluster.connect(TWO)
    second = cluster._started(1)
    second.close()
    assert not [each for each in recwarn if "already in use" in str(each.message)]


def test_a_worker_that_is_killed_again_and_again_is_not_given_up() -> None:
    """Dask would do that after a while, and with no worker left all tasks wait for ever."""
    from dask import config
    from dask.utils import parse_timedelta

    cluster.connect(TWO)
    assert parse_timedelta(config.get("distributed.deploy.lost-worker-timeout")) > 86_400


def test_whole_parts_are_made_by_workers_that_were_killed_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They come back the same as those made here."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(collection, "PART", 400)
    # a green lamp, a red lamp
    for name, (en, zh) in enumerate([("green lamp", "绿灯"), ("red lamp", "红灯")] * 3):
        lines = (
            f"# The {en}",
            f"# {zh}",
            f"We saw {name} times a {en}.",
            f"我们看到了{name}次{zh}。",
        )
        text = "\n\n".join(lines)
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    alone = Config(root=tmp_path, cache=False, jobs=1)
    planned, _ = tasks.plan(["."], alone)
    here = collection.collect(planned, alone, _watch)
    monkeypatch.setattr(collection, "_one_by_one", None)
    there = collection.collect(planned, replace(alone, scheduler=TWO), _watch)
    assert len(here.parts) > 1
    assert [each.shown for each in there.parts] == [each.shown for each in here.parts]
    assert there.candidates == here.candidates


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
