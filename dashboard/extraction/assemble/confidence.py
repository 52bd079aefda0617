"""How sure an event is, from 0 to 1: less for each thing that was taken over, is vague or is contradicted."""

from datetime import date, datetime

from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.attach.time_sources import TimeBasis
from dashboard.temporal import Granularity

_SURE, _AT_MOST_WHEN_FAR = 0.95, 0.2
_BASES = tuple(TimeBasis)  # the surest first
_CENTURY = 100  # years
CONTRADICTED = 0.1
"""What a contradiction among its mentions takes away."""


def confidence(best: Candidate, *, far: bool) -> float:
    """The confidence of an event by its best candidate; ``far``: its year was most likely misread."""
    doubts = (
        0.05 * _BASES.index(best.when.basis),
        0.15 if best.where.inherited else 0.0,
        0.2 if best.where.place is None or best.where.place.place is None else 0.0,
        0.1 if best.when.granularity is Granularity.UNKNOWN else 0.0,
        0.1 if best.clause.hints else 0.0,
    )
    sure = round(_SURE - sum(doubts), 2)
    return min(sure, _AT_MOST_WHEN_FAR) if far else sure


def is_far(published: date | None, *edges: datetime | None) -> bool:
    """Whether an event would lie more than a century from its report's day: most likely its year was misread.

    >>> is_far(date(2018, 5, 21), datetime(1200, 1, 1), None), is_far(date(2018, 5, 21), None)
    (True, False)
    """
    return published is not None and any(
        edge and abs(edge.year - published.year) > _CENTURY for edge in edges
    )
