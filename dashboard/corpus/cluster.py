"""Reading on the workers of a Dask cluster, which may be other machines: files are opened here, and only their reports sent."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib import import_module
from types import TracebackType
from typing import Any, Self

from dashboard.corpus.hands import HandsLostError
from dashboard.corpus.reading import Batch, OtherVersionError, Setup, Source, as_it_is, opened, read_batch
from dashboard.corpus.version import reader_version
from dashboard.errors import ClusterError
from dashboard.extras import CLUSTER
from dashboard.readers import Unreadable
from dashboard.text import Report

_SOON_S = 5
"""How long a scheduler may take to answer."""
_START = "start some: dask worker {} --nthreads 1 --nworkers auto"


@dataclass(frozen=True, slots=True)
class _Sent:
    """A batch with a worker, and what was found here before it was sent."""

    future: Any
    known: tuple[tuple[str, str], ...]
    failed: tuple[Unreadable, ...]
    sources: int
    address: str

    def result(self) -> Batch:
        """What came of it; raises HandsLostError where several workers died of it."""
        distributed = import_module("distributed")
        try:
            batch: Batch = self.future.result()
        except distributed.scheduler.KilledWorker as error:
            raise HandsLostError from error
        except OtherVersionError as error:
            raise ClusterError(_other_version(self.address, str(error))) from error
        except (OSError, distributed.client.FutureCancelledError) as error:
            msg = f"{self.address}: the scheduler is gone; what was kept stays, and the same again goes on from there"
            raise ClusterError(msg) from error
        return replace(
            batch,
            known=(*self.known, *batch.known),
            failed=(*self.failed, *batch.failed),
            sources=self.sources,
        )


class OnCluster:
    """All the workers of a scheduler. A batch of a worker that dies is read by another."""

    def __init__(self, address: str, setup: Setup) -> None:
        self._address, self._setup = address, setup
        self._client = _client(address)
        try:
            self.many = _workers(self._client, address)
            there = replace(setup, given=as_it_is, known={}, reader=reader_version())
            self._there = self._client.scatter(there, broadcast=True) if setup.places else there
        except BaseException:  # Ctrl-C too leaves no open connection
            self._client.close()
            raise

    def submit(self, sources: Sequence[Source]) -> _Sent:
        """Have a batch read by whichever worker is free."""
        found = [each for source in sources for each in opened(source, self._setup)]
        wanted = [each for each, known in found if isinstance(each, Report) and not known]
        return _Sent(
            self._client.submit(read_batch, wanted, self._there, pure=False),
            tuple(
                (each.report_id, each.called) for each, known in found if isinstance(each, Report) and known
            ),
            tuple(each for each, _ in found if isinstance(each, Unreadable)),
            len(sources),
            self._address,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):
            self._client.close()


def _client(address: str) -> Any:
    if lacking := CLUSTER.lacking():
        msg = f"{address}: {lacking}"
        raise ClusterError(msg)
    distributed = import_module("distributed")
    try:
        return distributed.Client(address, timeout=_SOON_S, set_as_default=False)
    except (OSError, ValueError) as error:  # a time-out is an OSError
        msg = f"{address}: no Dask scheduler answers there; start one: dask scheduler; an address is tcp://HOST:8786"
        raise ClusterError(msg) from error


def _workers(client: Any, address: str) -> int:
    """How many batches they read at one time; raises ClusterError where there are none, or one that reads otherwise."""
    threads = client.nthreads()
    if not threads:
        msg = f"{address}: the scheduler has no workers; {_START.format(address)}"
        raise ClusterError(msg)
    try:
        versions = client.run(version_there)
    except Exception as error:  # whatever a worker says, and it is not ours
        msg = f"{address}: a worker has no conflict-timeline, or another one ({type(error).__name__}: {error}); install the same version on all"
        raise ClusterError(msg) from error
    for worker, version in versions.items():
        if version != reader_version():
            raise ClusterError(_other_version(worker, version))
    return sum(threads.values())


def version_there() -> str:
    """Which reader is installed where this runs."""
    return reader_version()


def _other_version(worker: str, version: str) -> str:
    return f"{worker}: a worker there reads by other rules or places than this machine ({version}, not {reader_version()}); install the same version on all"
