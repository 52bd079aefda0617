"""How few and how many dead the accounts of one event allow, where they count otherwise."""

from dashboard.extraction.annotate.casualty_counts import Count
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.link.retold import Group
from dashboard.extraction.link.similarity import counts_differ

_PART, _MORE = 2, 3  # less than half of a toll may be some of its dead, more than thrice as many are others


def tolls(group: Group, best: Count) -> tuple[int, int | None]:
    """The least and the most that the accounts allow: those of the best, and of those that contradict it.

    A toll that was brought up to date stands alone, and what a heading or a sum over several acts says widens nothing.
    """
    if any(each.casualties.updated for each in group):
        return best.low, best.high
    others = [count for each in group if (count := _counted(each)) and _contradicts(count, best)]
    lows = [best.low, *(count.low for count in others)]
    highs = [best.high, *(count.low if count.high is None else count.high for count in others)]
    return min(lows), None if best.high is None else max(high for high in highs if high is not None)


def _counted(candidate: Candidate) -> Count | None:
    """The dead that an account in the body of the report counts of this one act."""
    count = candidate.casualties.killed
    apart = candidate.heading or candidate.casualties.several or candidate.casualties.summed
    return None if count is None or count.aggregate or apart or not count.low else count


def _contradicts(count: Count, best: Count) -> bool:
    """Whether it counts the same dead otherwise, and no part of them and no more than may be meant."""
    near = best.low <= count.low * _PART and count.low <= best.low * _MORE
    return near and counts_differ((count.low, count.high), (best.low, best.high))
