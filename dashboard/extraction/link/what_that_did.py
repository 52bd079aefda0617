"""Groups that tell of a blow and neither where, nor when, nor by whom, just after an act whose dead nobody has counted."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.extraction.acled import EventType
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.attach.coded import BORROWED
from dashboard.extraction.lexicon import CLAUSES, any_of, worded
from dashboard.extraction.link.acts import acts, is_struck
from dashboard.extraction.link.retold import Group

_NEXT = 2  # sentences: so far on it is said what an act did
_LAID = any_of(CLAUSES["laid"]["words"])
_LATER = worded(CLAUSES["another"]["next"])
_WHY = "told again: it says what that did, and neither where nor by whom"


def what_that_did(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups, each such one put into the act before it: "Aircraft bombed Soba. One of the bombs fell on a market and killed eight"."""
    kept: list[Group] = []
    for group in groups:
        host = kept[-1] if kept else ()
        if host and all(map(_is_bare, group)) and _may_have_done(host, group[0]) and _is_next(host, group[0]):
            kept[-1] = (*host, *(replace(each, leans=True, alike=_WHY) for each in group))
        else:
            kept.append(group)
    return tuple(kept)


def _is_bare(candidate: Candidate) -> bool:
    borrowed = candidate.when.basis in BORROWED and candidate.where.inherited
    told = candidate.clause.another or candidate.heading or _LATER.search(candidate.quote)
    return borrowed and is_struck(candidate) and not told and not acts(candidate)


def _may_have_done(host: Group, candidate: Candidate) -> bool:
    """Whether it is an act whose dead nobody has counted; what fell is of arms told before: no shell of those who took a town, no mine after a raid from the air."""
    uncounted = is_struck(host[0]) and not any(each.casualties.killed for each in host)
    fell = candidate.coding.event_type is EventType.REMOTE_VIOLENCE
    struck = host[0].coding.event_type is EventType.REMOTE_VIOLENCE and not _LAID.search(candidate.quote)
    return uncounted and (not fell or struck)


def _is_next(host: Group, candidate: Candidate) -> bool:
    last = max((each.clause for each in host if not each.leans), key=lambda clause: clause.span.start)
    here, place = candidate.clause, candidate.where.place
    near = last.paragraph == here.paragraph and 0 <= here.sentence - last.sentence <= _NEXT
    there = place is None or any(
        each.where.place and each.where.place.location == place.location for each in host
    )
    return near and there
