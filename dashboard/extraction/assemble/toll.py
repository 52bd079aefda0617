"""Which count of several accounts an event has: the best account's, the latest, or with those who died of it later."""

from dashboard.extraction.annotate.casualty_counts import Count, both
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.link.retold import Group
from dashboard.extraction.model import Harm


def best_toll(group: Group) -> Count | None:
    """The dead of an event, with those of whom a later account says that they died as well."""
    later = [each for each in group if each.casualties.more]
    told = tuple(each for each in group if not each.casualties.more)
    more = _latest(later)
    toll = first_told(told, Harm.KILLED) if told else None
    if more is None or toll is None or not toll.low:
        return more or toll
    counts = [each.casualties.killed for each in told if each.casualties.killed]
    # "two on the spot", where three were told: the third is among them; or they were added where they were told
    counted = any(each.low == toll.low - more.low or more.text in each.text.split(" + ") for each in counts)
    return toll if counted else both(toll, more)


def first_told(group: Group, harm: Harm) -> Count | None:
    """The latest count that brings the toll up to date, else that of the best candidate that tells it by itself; none that sums up others."""
    ranked = sorted(
        group, key=lambda each: -each.clause.span.start if each.casualties.updated else 1 + each.leans
    )
    counts = [count for each in ranked if (count := each.casualties.of(harm)) and not count.aggregate]
    if counts and ranked[0].casualties.late:
        return max(counts, key=lambda each: each.low)
    return next(iter(counts), None)


def _latest(later: list[Candidate]) -> Count | None:
    counts = [each.casualties.killed for each in later if each.casualties.killed]
    return max(counts, key=lambda each: each.span.start, default=None)
