"""The same on a real Dask cluster of two worker processes."""

import os
import signal
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dashboard.corpus import Here, Setup, read_many
from dashboard.corpus.cluster import OnCluster
from dashboard.errors import ClusterError
from tests.cli.conftest import Run, run
from tests.corpus.conftest import MANY, table_of

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("ignore")  # theirs are not ours
__all__ = ["run"]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=60
        ) as made:
            yield made


def test_the_table_is_that_of_one_process(cluster: Any, files: list[Path]) -> None:
    with OnCluster(cluster.scheduler_address, Setup()) as workers:
        assert workers.many == 2
        there = list(read_many(files, workers, 4))
    alone = list(read_many(files, Here(Setup()), 4))
    assert table_of(there) == table_of(alone)
    assert [each.read for each in there] == [each.read for each in alone]


def test_the_batches_of_a_worker_that_is_killed_are_read_by_another(cluster: Any, files: list[Path]) -> None:
    with OnCluster(cluster.scheduler_address, Setup()) as workers:
        batches = read_many(files, workers, 2)
        there = [next(batches)]
        os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
        there += batches
    assert table_of(there) == table_of(list(read_many(files, Here(Setup()))))


def test_the_command_keeps_what_a_cluster_reads(run: Run, cluster: Any, folder: Path, tmp_path: Path) -> None:
    database = tmp_path / "case.db"
    ran = run("read", folder, "--into", database, "--scheduler", cluster.scheduler_address)
    assert ran.code == 1  # one of them is a page
    assert f"{MANY} reports read, 1 known already, 1 not readable" in ran.out
    again = run("read", folder, "--into", database, "--scheduler", cluster.scheduler_address)
    assert f"0 reports read, {MANY + 1} known already" in again.out


def test_workers_that_read_otherwise_are_refused(
    cluster: Any, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    address = cluster.scheduler_address
    with OnCluster(address, Setup()) as workers:
        late = Setup(reader="another")
        workers._there = late  # as a worker that came later finds it
        with pytest.raises(ClusterError, match="reads by other rules or places"):
            workers.submit(files[:1]).result()
    monkeypatch.setattr("dashboard.corpus.cluster.reader_version", lambda: "another")
    with pytest.raises(ClusterError, match="install the same version on all"):
        OnCluster(address, Setup())


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense://x"])
def test_a_scheduler_that_does_not_answer_is_told_soon(run: Run, folder: Path, address: str) -> None:
    ran = run("read", folder, "--scheduler", address)
    assert ran.code == 1
    assert f"error: {address}: no Dask scheduler answers there" in ran.err
    assert "Traceback" not in ran.err
