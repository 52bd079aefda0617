"""Which clauses behind one only say what came of its event: no event, no place and no day of their own."""

import re
from collections.abc import Iterator

from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.clauses import FARTHEST, Link
from dashboard.extraction.annotate.coordination import OTHER_CAUSE
from dashboard.extraction.annotate.kinds import AFTERWARDS
from dashboard.extraction.lexicon import CLAUSES, any_of, one_of
from dashboard.gazetteer import REGION, Resolved
from dashboard.temporal import Bearing, Granularity, Interval

_SAME = re.compile(rf"{one_of(CLAUSES['contrasts']['same'])}\b", re.IGNORECASE)
_LIES = any_of(CLAUSES["known-place"]["lies"])
_FROM = re.compile(
    rf"\b{one_of(CLAUSES['origins']['people'])},?\s+(?:{one_of(CLAUSES['origins']['came'])}\s+)?from\s+$",
    re.IGNORECASE,
)
_FEW = 3  # sentences


def hanging(annotations: Annotations, number: int) -> Iterator[int]:
    """The numbers of the clauses behind one that only say what came of its event, up to the first that does not."""
    clauses, clause = annotations.clauses, annotations.clauses[number]
    for following in range(number + 1, min(number + FARTHEST, len(clauses))):
        behind = clauses[following]
        same = behind.sentence == clause.sentence
        if same and behind.link is Link.APART:
            return  # "The attack came a month after one at Riyom, where eight died"
        more = same and behind.coding is None and not behind.casualties.told  # with what, on whom
        if more or _tells_where(behind, clause) or (not same and _only_sums(annotations, following)):
            continue
        elsewhere = same and behind.link is not Link.LISTED and clause.casualties.ends_elsewhere
        if elsewhere or _is_posted(behind, clause) or not _hangs(behind, clause):
            return
        yield following


def _only_sums(annotations: Annotations, number: int) -> bool:
    """Whether its sentence names no place and only counts over days or a war: "The insurgency has killed 4,000 since 2019"."""
    clauses = annotations.clauses
    first, end = annotations.sentence(number)
    told = clauses[first:end]
    counted = [each.casualties.killed for each in told if each.casualties.killed]
    return bool(counted) and all(each.aggregate for each in counted) and not any(each.places for each in told)


def _is_posted(clause: AnnotatedClause, event: AnnotatedClause) -> bool:
    """Whether its paragraph has a time: another day, or another post."""
    return bool(clause.paragraph != event.paragraph and clause.times and not clause.casualties.updated)


def _hangs(clause: AnnotatedClause, event: AnnotatedClause) -> bool:
    """Whether a clause says only what came of the event: no event and no place of its own, unless the event has none."""
    against = (
        clause.link is Link.CONTRASTS and clause.sentence == event.sentence
    )  # not "there is no toll, but …"
    goes_on = not against or _SAME.match(clause.quote)
    only = clause.coding is None or (clause.hints and clause.casualties.late)
    later = (
        only and clause.casualties.updated
    )  # "villagers counted 60 bodies the next day", "he died of it on Tuesday"
    then = later or not is_of_another_day(clause, event)
    near = goes_on and is_near(clause, event) and then
    own_place = event.places or clause.sentence != event.sentence or clause.link is Link.ELABORATES
    named = {
        each.location
        for each in clause.places
        if is_scene(each, clause) and not (clause.coding is None and _is_origin(each, clause))
    }
    placed = named and own_place and not named <= {each.location for each in event.places}
    return bool(near) and not placed and (not clause.outright or clause.outcome)


def is_near(clause: AnnotatedClause, event: AnnotatedClause) -> bool:
    """Whether it stands in the paragraph of an event, or tells no act a few sentences on: each has its paragraph in a wire story."""
    other = clause.another or OTHER_CAUSE.search(clause.quote) is not None
    few = clause.sentence - event.sentence <= _FEW and clause.coding is None and not other
    return clause.paragraph == event.paragraph or (few and not (clause.item or event.item))


def _tells_where(clause: AnnotatedClause, event: AnnotatedClause) -> bool:
    """Whether the next sentence only says where the place of an act lies: "Ta Laing is in Sagaing Township"."""
    near = clause.sentence == event.sentence + 1 and clause.paragraph == event.paragraph
    return (
        near
        and clause.coding is None
        and not clause.casualties.told
        and _LIES.search(clause.quote) is not None
    )


def is_scene(place: Resolved, clause: AnnotatedClause) -> bool:
    """Whether a place may be where people were harmed: no country or region, and no town whose hospital they were taken to."""
    before = clause.quote[: place.toponym.span.start - clause.span.start]
    return place.precision < REGION and AFTERWARDS.search(before) is None


def _is_origin(place: Resolved, clause: AnnotatedClause) -> bool:
    """Whether somebody only came from there: "about 80 people from Loikaw were sleeping there"."""
    return _FROM.search(clause.quote[: place.toponym.span.start - clause.span.start]) is not None


def tells_another(clause: AnnotatedClause, event: AnnotatedClause) -> bool:
    """Whether a clause of a sentence behind an event tells of another one: with a place, a day or words of its own for it."""
    return bool(clause.places) or clause.another or is_of_another_day(clause, event)


def is_of_another_day(clause: AnnotatedClause, event: AnnotatedClause) -> bool:
    """Whether a sentence has a day of its own that is none of the event's: "Its men killed six there in January"."""
    own = [each for each in _days(clause) if each.granularity.rank >= Granularity.DAY.rank]
    its = _days(event)
    if not own or clause.sentence == event.sentence:
        return False
    if not its:
        return all(each.granularity.rank >= Granularity.MONTH.rank for each in own)
    return not any(each.overlaps(other) for each in own for other in its)


def _days(clause: AnnotatedClause) -> list[Interval]:
    """When a clause's words set what it tells."""
    return [each.interval for each in clause.times if each.interval and each.bearing is Bearing.AT]
