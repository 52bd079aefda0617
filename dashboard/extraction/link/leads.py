"""Leads over several acts that the report tells one by one below: a sum, and no act of its own."""

from collections.abc import Iterator, Sequence

from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.attach.totals import some_sum_to
from dashboard.extraction.lexicon import CLAUSES, any_of
from dashboard.extraction.link.acts import is_struck
from dashboard.extraction.link.retold import Group
from dashboard.gazetteer import REGION

_WAVE = any_of(CLAUSES["of-many"]["wave"])
_TWO = 2
_FAR = 50  # groups: so far below its parts are looked for


def is_lead_over(group: Group, groups: Sequence[Group]) -> bool:
    """Whether a group stands at the head, in no town, and two acts or more in towns of their own are below: its parts.

    They are its parts when its words are those of many acts, or when some of their dead make up its own.
    """
    standing = [each for each in group if not each.leans]
    heads = any(each.heading or each.clause.lead for each in standing[:1])
    if (
        not heads
        or _is_told_on(standing[0], groups)
        or not is_struck(group[0])
        or any(map(_is_in_town, standing))
    ):
        return False
    parts = list(_parts(group, groups))
    if len({town for town, _ in parts}) < _TWO:
        return False
    if any(_WAVE.search(each.quote) or each.clause.casualties.several for each in standing):
        return True
    tolls = (each.casualties.killed for each in group)
    total = next((count.low for count in tolls if count), 0)
    return total > 1 and some_sum_to([dead for _, dead in parts], total)


def _is_told_on(candidate: Candidate, groups: Sequence[Group]) -> bool:
    """Whether its paragraph has told another act before it: a digest goes on there, and no lead."""
    others = (each.clause for group in groups for each in group if not each.leans)
    here = candidate.clause
    return any(each.paragraph == here.paragraph and each.sentence < here.sentence for each in others)


def _parts(group: Group, groups: Sequence[Group]) -> Iterator[tuple[str, int]]:
    """The towns of the acts below that may be of its day, with their dead."""
    at = next(number for number, each in enumerate(groups) if each is group)
    last = min(each.clause.span.end for each in group if not each.leans)
    for other in groups[at + 1 : at + _FAR]:
        towns = [each.where.place.location for each in other if each.where.place and _is_in_town(each)]
        below = all(each.clause.span.start >= last for each in other if not each.leans)
        if towns and below and is_struck(other[0]) and not _is_apart(group, other):
            tolls = (each.casualties.killed for each in other)
            yield towns[0], next((count.low for count in tolls if count), 0)


def _is_apart(group: Group, other: Group) -> bool:
    return all(one.when.is_apart(two.when) for one in group for two in other)


def _is_in_town(candidate: Candidate) -> bool:
    place, where = candidate.where.place, candidate.where
    named = not where.inherited or candidate.clause.link is Link.ELABORATES  # its sentence names it
    return place is not None and place.precision < REGION and named
