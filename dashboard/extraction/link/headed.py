"""Headlines, leads and titles brought together with the event below that they name.

A headline seldom says the day and says the country for the village; what it names is told once more below. It
belongs to the first event there that it can mean: of its kind, in its region, with its toll, not on another day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from math import inf

from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.attach.coded import NO_WORDS
from dashboard.extraction.link.acts import NAMED, is_struck, is_violent
from dashboard.extraction.link.around import holds
from dashboard.extraction.link.candidate_features import features_of
from dashboard.extraction.link.retold import Group
from dashboard.extraction.link.similarity import counts_differ
from dashboard.extraction.link.tells_again import brings_toll
from dashboard.gazetteer import REGION, Resolved
from dashboard.gazetteer.place import kilometres as distance
from dashboard.temporal import Granularity

_UNDER = 4  # paragraphs: so far below a title stands what it names
_FAR = 50  # groups: so far from a headline its event may stand
_LONG = timedelta(days=31)  # a headline names news
_NEAR_KM = 30.0
_COUNTRYSIDE_KM = 60.0  # around a town that a title tells for a village
_WHY = "told again: it heads what is told below"


def headed(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups; those that only head another one put into it."""
    kept: list[Group] = list(groups)
    for number, group in enumerate(groups):
        if not (group and _heads(group)):
            continue
        at = next(_hosts(group, number, kept), None)
        headed_by = kept[number][len(group) :]  # what heads it was put behind it, and stays with it
        if at is not None:
            kept[at], kept[number] = (*kept[at], *map(_leaning, group), *headed_by), ()
        else:
            kept[number] = (*_left(group, number, kept), *headed_by)
    return tuple(group for group in kept if group)


def _left(group: Group, number: int, groups: list[Group]) -> Iterator[Candidate]:
    """Those of several heads that were taken for one event and head nothing below; each title over what follows it goes there."""
    several = len(_standing(group)) > 1
    for each in group:
        titles = several and each.clause.title and not (each.heading or each.leans)
        at = next(_hosts((each,), number, groups), None) if titles else None
        if at is None:
            yield each
        else:
            groups[at] = (*groups[at], _leaning(each))


def _leaning(candidate: Candidate) -> Candidate:
    return replace(candidate, leans=True, alike=_WHY)


def _heads(group: Group) -> bool:
    """Whether all that tells it in words of its own heads what follows."""
    heads = _standing(group)
    return bool(heads) and all(map(_is_head, heads)) and (is_violent(group[0]) or _is_of_arms(group[0]))


def _is_of_arms(candidate: Candidate) -> bool:
    """Whether it tells of arms destroyed or seized: "forces struck an ammunition depot in Voronezh Oblast"."""
    return candidate.coding.sub_event_type is SubEventType.DISRUPTED_WEAPONS_USE


def _is_head(candidate: Candidate) -> bool:
    clause = candidate.clause
    if clause.another:
        return False
    return (
        candidate.heading
        or clause.title
        or (brings_toll(candidate) and clause.lead)
        or (clause.lead and _is_untold(candidate))
    )


def _standing(group: Group) -> tuple[Candidate, ...]:
    return tuple(each for each in group if not each.leans)


def _is_untold(candidate: Candidate) -> bool:
    return candidate.when.basis in NO_WORDS


def _hosts(group: Group, number: int, groups: Sequence[Group]) -> Iterator[int]:
    """The numbers of the groups that it may head, in their order; none far off, however long a report is."""
    last = max(each.clause.paragraph for each in _standing(group))
    until = _told_by(group)
    for at in range(max(0, number - _FAR), min(len(groups), number + _FAR)):
        host = groups[at]
        below = [each for each in _standing(host) if last < each.clause.paragraph <= until]
        if (
            at != number
            and below
            and (is_struck(host[0]) or _is_of_arms(host[0]))
            and _may_head(group, host, below)
        ):
            yield at


def _told_by(group: Group) -> float:
    """The paragraph by which it has been told with its day and its place, and heads nothing further below: "The blast hit the truck near Harnai at sunrise"."""
    again = (each for each in group if each.leans and each.when.basis in NAMED and not each.where.inherited)
    return min((each.clause.paragraph for each in again), default=inf)


def _may_head(group: Group, host: Group, below: Sequence[Candidate]) -> bool:
    heads = _standing(group)
    titles = all(each.clause.title and not each.heading for each in heads)
    under = _is_under(heads, below) and (titles or _is_news(below)) and not _tells_less(host, heads)
    next_told = all(each.clause.lead and _is_untold(each) for each in heads) and _is_next_account(
        heads, below
    )
    return under and all(
        _is_of_kind(each, host)
        and (next_told or _is_over(each, host))
        and _is_then(each, host)
        and not _is_of_another_entry(each, below)
        and _has_its_toll(each, host)
        for each in heads
    )


def _tells_less(host: Group, heads: Sequence[Candidate]) -> bool:
    """Whether it names no place and no day, or only hints at harm, where what would head it tells more: "Sunday's attack on Ayorou"."""
    told = _standing(host)
    if not all(each.where.inherited for each in told):
        return False
    placed = [each for each in heads if not each.where.inherited]
    full = any(each.when.basis in NAMED for each in placed)
    return (full and all(each.clause.hints for each in told)) or (bool(placed) and all(map(_is_untold, told)))


def _is_under(heads: Sequence[Candidate], below: Sequence[Candidate]) -> bool:
    """Whether it stands close enough: a headline heads the whole report, a title what comes next."""
    if any(each.heading or not each.clause.title for each in heads):
        return True
    last = max(each.clause.paragraph for each in heads)
    return any(last < each.clause.paragraph <= last + _UNDER for each in below)


def _is_news(below: Sequence[Candidate]) -> bool:
    """Whether it is of the days just before its report."""
    return any(
        each.when.frame.day is None
        or each.when.start is None
        or timedelta() <= each.when.frame.day - each.when.start.date() <= _LONG
        for each in below
    )


def _is_of_kind(head: Candidate, host: Group) -> bool:
    """Whether it is of the host's kind, or one of the two does not say what was done; what counts dead heads no abduction of which nobody died."""
    same = head.coding.sub_event_type is host[0].coding.sub_event_type
    abducted = host[0].coding.sub_event_type is SubEventType.ABDUCTION
    if head.casualties.killed and abducted and not any(each.casualties.killed for each in host):
        return same
    return same or _is_general(head) or _is_general(host[0])


def _is_general(candidate: Candidate) -> bool:
    return candidate.clause.hints or candidate.coding.sub_event_type is SubEventType.ATTACK


def _is_over(head: Candidate, host: Group) -> bool:
    """Whether it names no place, the host's, or one that holds the host's."""
    here = head.where.place
    if brings_toll(head) and here is not None and here.place is None:
        return True  # an area, a park
    there = [each.where.place for each in _standing(host) if each.where.place]
    if here is None or not there or (head.where.inherited and (head.heading or head.clause.title)):
        return True
    wide = head.where.inherited and here.precision >= REGION
    near = head.heading and _is_untold(head) and any(_is_suburb(here, place) for place in there)
    if wide or near:
        return True
    if _is_inherited(host) and head.coding.sub_event_type is host[0].coding.sub_event_type and _iso(here):
        return any(_iso(place) == _iso(here) for place in there)
    around = [each.where.around for each in _standing(host) if each.where.around]
    if any(holds(here, place) for place in (*there, *around)):
        return True
    above = _is_right_above(head, host) and any(_may_be_one(here, place) for place in there)
    return above or (
        head.clause.title and _is_untold(head) and any(_is_in_its_region(here, place) for place in there)
    )


def _is_right_above(head: Candidate, host: Group) -> bool:
    """Whether it is the title of the very paragraph that tells the host, as over the posts of a live blog."""
    told = [each.clause for each in _standing(host)]
    next_to = bool(told) and told[0].paragraph == head.clause.paragraph + 1 and not told[0].title
    return head.clause.title and _is_untold(head) and next_to


def _may_be_one(one: Resolved, other: Resolved) -> bool:
    """Whether a title's town may stand for a place that is on no map, or one in the country around it."""
    if one.place is None or other.place is None:
        return True
    near = distance((one.place.latitude, one.place.longitude), (other.place.latitude, other.place.longitude))
    return near <= _COUNTRYSIDE_KM


def _is_next_account(heads: Sequence[Candidate], below: Sequence[Candidate]) -> bool:
    """Whether somebody tells it in the paragraph below a lead, at a place on no map: "The source said that gunmen opened fire in the Sinsil area at dusk"."""
    last = max(each.clause.paragraph for each in heads)
    near = [each for each in below if each.clause.paragraph == last + 1 and each.clause.link is Link.REPORTED]
    dated = (each for each in near if each.when.basis in NAMED and not each.clause.another)
    return any(each.where.place and each.where.place.place is None for each in dated)


def _is_inherited(host: Group) -> bool:
    """Whether none of its words name a place: its own may be the one that heads it."""
    return all(each.where.inherited for each in _standing(host))


def _iso(place: Resolved) -> str:
    return place.place.iso if place.place else ""


def _is_suburb(one: Resolved, other: Resolved) -> bool:
    """Whether a headline's town is the one by which a village near it is known: "strike on Kharkiv suburb"."""
    if one.place is None or other.place is None or one.precision >= REGION:
        return False
    near = distance((one.place.latitude, one.place.longitude), (other.place.latitude, other.place.longitude))
    return near <= _NEAR_KM and one.place.population > other.place.population


def _is_in_its_region(one: Resolved, other: Resolved) -> bool:
    """Whether a title's town stands for the region around the village that is told: "Drone attack on Belgorod"."""
    if one.place is None or other.place is None or not one.place.admin1:
        return False
    return (one.place.admin1, one.place.iso) == (other.place.admin1, other.place.iso)


def _is_then(head: Candidate, host: Group) -> bool:
    """Whether it tells no time, or one that the host's can be."""
    if _is_untold(head):
        return True
    days = [each.when for each in _standing(host) if not _is_untold(each)]
    if brings_toll(head) and head.when.basis in NO_WORDS:
        return True
    short = head.when.granularity.rank <= Granularity.DAY.rank
    return short and bool(days) and not any(head.when.is_apart(each) for each in days)


def _is_of_another_entry(head: Candidate, below: Sequence[Candidate]) -> bool:
    """Whether each stands behind a day of its own: "12 April: Gunmen attacked …" over "15 April: Soldiers raided …"."""
    one, others = head.clause.frame, [each.clause.frame for each in below]
    return one.datelined and all(each.datelined and each.day != one.day for each in others)


def _has_its_toll(head: Candidate, host: Group) -> bool:
    """Whether the two tolls can both be right, as far as they are told."""
    own = features_of(head).killed
    tolls = [killed for each in _standing(host) if (killed := features_of(each).killed)]
    return own is None or not tolls or any(not counts_differ(own, each) for each in tolls)
