"""Sources in batches through whatever hands there are; what comes out is in their order."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from dashboard.corpus.hands import Hands, HandsLostError, Task
from dashboard.corpus.reading import Batch, ReadReport, Source, nothing_of

SIZE = 50
"""Reports a batch: enough that sending them costs nothing, few enough that little is lost with one."""
_AHEAD = 2  # batches for each hand, one of them waiting
_DIED = "whoever read it died of it (it takes too much memory, or it is our fault); the others were read; please report it"


def read_many(sources: Iterable[Source], hands: Hands, size: int = SIZE) -> Iterator[Batch]:
    """What comes of each batch, in the order of the sources; each report once, with the surest day.

    Only as many batches are under way as there are hands for, so that it takes the same memory for any number.
    """
    return _each_report_once(_in_order(_batches(sources, size), hands))


def _in_order(batches: Iterator[list[Source]], hands: Hands) -> Iterator[Batch]:
    under_way: deque[tuple[list[Source], Task]] = deque()
    for sources in batches:
        under_way.append((sources, hands.submit(sources)))
        if len(under_way) >= hands.many * _AHEAD:
            yield from _done(*under_way.popleft(), hands)
    while under_way:
        yield from _done(*under_way.popleft(), hands)


def _done(sources: Sequence[Source], task: Task, hands: Hands) -> Iterator[Batch]:
    """What came of it; where its reader died, it is read again in halves until the one to blame is alone."""
    try:
        yield task.result()
        return
    except HandsLostError:
        pass
    if len(sources) == 1:
        # it may have died with another batch: alone it is to blame
        yield _alone(sources[0], hands)
        return
    half = len(sources) // 2
    for some in (sources[:half], sources[half:]):
        yield from _done(some, hands.submit(some), hands)


def _alone(source: Source, hands: Hands) -> Batch:
    try:
        return hands.submit([source]).result()
    except HandsLostError:
        return nothing_of(source, _DIED)


def _batches(sources: Iterable[Source], size: int) -> Iterator[list[Source]]:
    rest = iter(sources)
    while some := list(islice(rest, size)):
        yield some


def _each_report_once(batches: Iterator[Batch]) -> Iterator[Batch]:
    """Without reports that an earlier batch told with a day as sure: the same words under another name."""
    surest: dict[str, tuple[bool, str]] = {}
    for batch in batches:
        again = [each for each in batch.read if surest.get(each.report_id, (True, "~~")) <= each.rank]
        surest.update((each.report_id, each.rank) for each in batch.read if each not in again)
        yield without(batch, again) if again else batch


def without(batch: Batch, again: Sequence[ReadReport]) -> Batch:
    """The batch without some of its reports, which are then known."""
    ids = [each.report_id for each in again]
    data = batch.dataset
    mentions = data.mentions[~data.mentions["report_id"].isin(ids)].reset_index(drop=True)
    events = data.events[data.events["event_id"].isin(mentions["event_id"])].reset_index(drop=True)
    reports = data.reports[~data.reports["report_id"].isin(ids)].reset_index(drop=True)
    return replace(
        batch,
        dataset=replace(data, events=events, mentions=mentions, reports=reports),
        read=tuple(each for each in batch.read if each not in again),
        known=(*batch.known, *((each.report_id, each.name) for each in again)),
    )
