"""From a group of candidates to one event: whose time counts, what conflicts, how sure it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from dashboard.extraction.acled import VIOLENT, ExtType, SubEventType
from dashboard.extraction.annotate.cues import Coding
from dashboard.extraction.assemble.acled_actors import acled_actors
from dashboard.extraction.assemble.confidence import assessed
from dashboard.extraction.assemble.contested import tolls
from dashboard.extraction.assemble.daylight import Daylight
from dashboard.extraction.assemble.ids import Ids
from dashboard.extraction.assemble.mention_record import mention, reference
from dashboard.extraction.assemble.row_times import NO_TIME, is_far
from dashboard.extraction.assemble.toll import best_toll, first_told
from dashboard.extraction.assemble.victims import by_victims
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.attach.coded import NO_WORDS, UNSAID, TimeBasis
from dashboard.extraction.attach.when import When
from dashboard.extraction.attach.where import Where
from dashboard.extraction.link.acts import NAMED, is_struck
from dashboard.extraction.link.around import holds
from dashboard.extraction.link.hosts import is_bare_harm_before
from dashboard.extraction.link.retold import Group
from dashboard.extraction.link.tells_again import is_cause, is_landing, says_where
from dashboard.extraction.model import Event, Harm, Modality
from dashboard.gazetteer import REGION
from dashboard.gazetteer.place import PlaceKind
from dashboard.temporal import Bearing, FrameKind, Granularity, PublicationDate
from dashboard.temporal.calendar.zones import NO_ZONE_KNOWN

_HARMED = tuple(harm for harm in Harm if harm is not Harm.KILLED)
_BASES = tuple(TimeBasis)  # the surest first
_UNFULFILLED = (Modality.PLANNED, Modality.DENIED)
_SHORT = 2  # letters: "At", no weekday and no month
_NEAR = 250  # characters: so far before its act a town may stand that a headline's region is told by
_FAR_NOTE = "more than a century from the report's day: check the year"


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rows of a report have in common: the zone of its clocks, its day, and the daylight there."""

    zone: str
    zone_known: bool
    dating: PublicationDate
    daylight: Daylight


def event_row(group: Group, ids: Ids, setting: Setting) -> Event:
    """One row: the best candidate gives the time, all of them the rest."""
    ordered, where = best_first(group), _where(group)
    usual = _widened(ordered[0].when, ordered)
    row = _row(ordered, ids, setting, where)
    alone = [row] if len(group) == 1 else [_row((each,), ids, setting, where) for each in ordered]
    same = (usual.start, usual.end) == (row.start, row.end)
    told = _as_counted(row if same else replace(row, start=usual.start, end=usual.end), alone)
    mentions = tuple(
        mention(each, ids, told, by_itself) for each, by_itself in zip(ordered, alone, strict=True)
    )
    conflicts = dict.fromkeys(each.conflict for each in mentions if each.conflict)
    whole = replace(row, mentions=mentions, conflicts="; ".join(conflicts))
    sure = assessed(ordered, whole, far=is_far(setting.dating.day, row.start, row.end))
    return replace(whole, confidence=sure.confidence, doubts=str(sure))


def _as_counted(row: Event, alone: Sequence[Event]) -> Event:
    """The row with the toll as its own words bound it, and not as all accounts do: what those say otherwise is a conflict."""
    own = next((each for each in alone if each.fatalities_text == row.fatalities_text), row)
    bounds = own.fatalities_low, own.fatalities_high
    if bounds == (row.fatalities_low, row.fatalities_high):
        return row
    return replace(row, fatalities_low=bounds[0], fatalities_high=bounds[1])


def best_first(group: Group) -> Group:
    """The group with the candidate in front whose time counts."""
    best = min(group, key=_rank)
    best = next((each for each in group if _is_night_of(each, best)), best)
    return (best, *(candidate for candidate in group if candidate is not best))


def _is_night_of(night: Candidate, hour: Candidate) -> bool:
    """Whether an hour told by itself is of the morning on which a night ends that is told by its day: "On Tuesday night they shelled the town. At 03:40 a shell hit a clinic"."""
    told, then = night.when, hour.when
    if told.start is None or then.start is None or then.timex is None or told.is_apart(then):
        return False
    dated = any(word.istitle() and len(word) > _SHORT for word in then.timex.text.split())
    named = told.basis in NAMED and not night.leans and _is_named(told)
    part = then.granularity.rank < told.granularity.rank < Granularity.DAY.rank
    return named and part and not dated and told.start.date() < then.start.date()


_COMING = (SubEventType.NON_STATE_OVERTAKES, SubEventType.CHANGE_TO_GROUP)
"""Told by no more than a hint, it is how they came to what they did."""


def _kind(ordered: Group) -> Coding:
    """What the best candidate is about; of a march, what was done to it, of a raid that burned and killed, the killing."""
    codings = [candidate.coding for candidate in sorted(ordered, key=lambda each: each.leans)]
    if codings[0].sub_event_type is SubEventType.PEACEFUL_PROTEST:
        others = (each for each in codings if each.sub_event_type is not SubEventType.PEACEFUL_PROTEST)
        return next(others, codings[0])
    if codings[0].sub_event_type in _COMING and codings[0].cue.strength <= 1:
        did = (each for each in codings if each.sub_event_type not in _COMING)
        return next(did, codings[0])  # "Rebels entered the town. They looted the clinic"
    if codings[0].sub_event_type is SubEventType.REMOTE_EXPLOSIVE:
        bomber = (each for each in codings if each.sub_event_type is SubEventType.SUICIDE_BOMB)
        return next(bomber, codings[0])
    host = min(ordered, key=lambda each: each.leans)
    cause = (each.coding for each in ordered if is_cause(each) and is_bare_harm_before(each, host))
    if (coding := next(cause, None)) is not None:
        return coding  # "Two people were killed in Kherson. A rocket hit their bus"
    if codings[0].sub_event_type is SubEventType.LOOTING:
        told = (each.coding for each in ordered if not (each.leans and each.clause.hints))
        return next((each for each in told if each.event_type in VIOLENT), codings[0])
    return codings[0]


def _row(ordered: Group, ids: Ids, setting: Setting, sky: Where | None) -> Event:
    """All that the candidates say together, the best of them first, without their mentions; ``sky`` is where its sun is."""
    best = ordered[0]
    kind = by_victims(_kind(ordered), [who for each in ordered for who in each.participants])
    when = setting.daylight.on(_widened(best.when, ordered), sky)
    who = acled_actors(ordered)
    far = is_far(setting.dating.day, when.start, when.end)
    clocked = when.granularity.rank <= Granularity.HOUR.rank and not setting.zone_known
    doubts = ((_FAR_NOTE,) if far else ()) + ((NO_ZONE_KNOWN,) if clocked else ())
    return Event(
        event_id=ids.event(min(ordered, key=lambda candidate: candidate.clause.span.start)),
        mentions=(),
        start=when.start,
        end=when.end,
        core_start=when.core_start,
        core_end=when.core_end,
        timezone=setting.zone,
        ongoing=when.ongoing,
        granularity=str(when.granularity),
        time_text=when.timex.text if when.timex else "",
        reference_time=reference(when),
        reference_source=_reference_source(when, setting.dating),
        time_rule=when.timex.rule if when.timex else NO_TIME,
        time_notes="; ".join((*when.notes, *doubts)),
        event_type=kind.event_type,
        sub_event_type=kind.sub_event_type,
        ext_type=_ext_type(ordered),
        modality=_modality(ordered, when),
        actor1=who.actor1,
        actor1_type=who.actor1_type,
        actor2=who.actor2,
        actor2_type=who.actor2_type,
        assoc_actors="; ".join(who.assoc),
        route_from=next((candidate.where.origin for candidate in ordered if candidate.where.origin), ""),
        route_to=next((candidate.where.goal for candidate in ordered if candidate.where.goal), ""),
        **_placed(_where(ordered)),
        **_harm(ordered),
    )


def _ext_type(group: Group) -> str:
    """What ACLED folds away; making ready for a thing is not the thing."""
    if group[0].clause.prepares:
        return ExtType.PREPARATION
    own = (candidate.coding.ext_type for candidate in group if not candidate.leans)
    return next(filter(None, own), "")


def _modality(group: Group, when: When) -> Modality:
    """A fulfilled plan happened; what is found going on at the end is ongoing."""
    every = {candidate.modality.modality for candidate in group}
    return Modality.ONGOING if when.ongoing and Modality.ONGOING in every else Modality.surest(every)


def _rank(candidate: Candidate) -> tuple[int, ...]:
    """Placed before unplaced, fulfilled before planned, finer before coarser, named before counted."""
    when = candidate.when
    return (
        int(_is_undated_headline(candidate)),
        int(candidate.leans and (_dates_nothing(candidate) or _is_of_update(candidate))),
        int(not when.placed),
        int(candidate.modality.modality in _UNFULFILLED),
        int(_only_began(candidate)),
        when.granularity.rank,
        int(not _is_named(when)),
        _BASES.index(when.basis),
        candidate.clause.span.start,
    )


def _is_undated_headline(candidate: Candidate) -> bool:
    """Whether it is the report's own headline and tells no day: any words below know more, those of an entry apart."""
    return candidate.heading and candidate.when.basis in UNSAID and not candidate.when.frame.datelined


def _dates_nothing(candidate: Candidate) -> bool:
    """Whether its time is not its own words' and may be that of something else: who was arrested then, what was burned."""
    part = candidate.coding.sub_event_type in (SubEventType.ARRESTS, SubEventType.LOOTING)
    return candidate.when.basis in NO_WORDS or (part and candidate.when.basis not in NAMED)


def _is_of_update(candidate: Candidate) -> bool:
    """Whether its time may be that of a new count, and not of the act: "on Monday the toll rose", "a woman hurt in the attack died on Monday", but not "of Sunday's attack"."""
    harm = candidate.clause.casualties
    dates_act = candidate.clause.known_act is not None and candidate.when.basis in NAMED and not harm.late
    return harm.updated and not dates_act


def _only_began(candidate: Candidate) -> bool:
    """Whether it says since when acts have gone on, in words for many of them: "a number of clashes since 1 April"."""
    timex = candidate.when.timex
    return timex is not None and timex.bearing is Bearing.SINCE and not candidate.clause.is_state


def _is_named(when: When) -> bool:
    """Whether the phrase names its day (a weekday, a date) rather than counting to it."""
    return when.timex is not None and any(
        word[0].isdigit() or word[0].isupper() for word in when.timex.text.split()
    )


def _widened(when: When, group: Group) -> When:
    """A state lasts to the latest moment at which any mention finds it going on."""
    if not when.ongoing or when.end is None or len(group) == 1:
        return when
    told = [candidate.when for candidate in group if candidate.when.basis not in NO_WORDS]
    ends = [each.end for each in told if each.end and each.ongoing]
    end = max([when.end, *ends])
    return replace(when, end=end, core_end=end if when.core_end else None)


def _reference_source(when: When, dating: PublicationDate) -> str:
    if when.frame.kind is FrameKind.QUOTED:
        return FrameKind.QUOTED
    return "text" if when.frame.datelined else dating.source


def _where(group: Group) -> Where | None:
    """The place of the candidate that names one itself and is on the map, else one taken over."""
    placed = [candidate for candidate in group if candidate.where.place]
    best = min(placed, key=_place_rank, default=None)
    finer = best and next(filter(None, (_finer(best, each) for each in placed)), None)
    return finer or (best.where if best else None)


def _finer(wide: Candidate, other: Candidate) -> Where | None:
    """The town inside what only tells a country or a region: that of the headline, or below such a headline that of the body."""
    around, point = wide.where.place, other.where.place
    if around is None or around.precision < REGION or point is None or point.precision >= REGION:
        return None
    inside = holds(around, point) or (other.where.around is not None and holds(around, other.where.around))
    if other.heading and other.clause.paragraph < wide.clause.paragraph:
        state = around.place is not None and around.location == around.place.name and not around.place.admin1
        return other.where if inside and state and not other.where.inherited else None
    further = point.toponym.span.start >= wide.clause.span.end and not (other.leans or other.heading)
    near = other.clause.span.start - point.toponym.span.start <= _NEAR
    return other.where if wide.heading and further and near and inside else None


def _place_rank(candidate: Candidate) -> tuple[int, ...]:
    """Named before taken over, the body before a headline, a point on the map before one on none and that before a state or province; of those with a day of others the first told."""
    where, place = candidate.where, candidate.where.place
    unmapped = place is not None and place.place is None
    timed = candidate.when.basis not in NO_WORDS
    finer = (
        unmapped and timed and not where.inherited and is_struck(candidate) and not candidate.casualties.late
    )  # "the gunfight began at Qaimoh", under "gunfight in Kulgam"
    told = candidate.leans and not (finer or says_where(candidate))
    first = candidate.clause.span.start if candidate.when.basis is TimeBasis.TAKEN_OVER else 0
    lands = candidate.leans and is_landing(candidate)  # "fired from Gaza. It landed in Sderot"
    heading = place if candidate.heading else None  # a lead under a headline heads, too: the finer of them
    wide = heading.precision if heading is not None else 0
    part = place is not None and place.place is not None and place.place.kind == PlaceKind.REGION
    state = (
        place is not None and place.precision >= REGION and not part
    )  # "South Damascus" is as fine as a camp in it
    rough = 2 if state else int(unmapped)
    return not lands, told, where.inherited, candidate.heading, rough, first, wide


def _placed(where: Where | None) -> dict[str, Any]:
    """The columns of a place; a name that is on no map is drawn, as a region, with the place around it."""
    if where is None or where.place is None:
        return {}
    named, shown = where.place, where.place if where.place.place else where.around
    place = shown.place if shown else None
    if place is None or shown is None:
        return {"location": named.location}
    return {
        "location": named.location,
        "place_id": place.place_id if named is shown else "",
        "admin1": place.admin1,
        "admin2": place.admin2,
        "country": place.country,
        "iso": place.iso,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geo_precision": shown.precision if named is shown else 3,
    }


def _harm(group: Group) -> dict[str, Any]:
    """The columns of casualties; the dead as the best account has them, as few and as many as all of them allow."""
    killed, rest = best_toll(group), [first_told(group, harm) for harm in _HARMED]
    wounded, missing, captured, displaced = (count.low if count else None for count in rest)
    words = (f"{harm}: {count.text}" for harm, count in zip(_HARMED, rest, strict=True) if count)
    low, high = tolls(group, killed) if killed else (None, None)
    return {
        "fatalities": killed.low if killed else None,
        "fatalities_low": low,
        "fatalities_high": high,
        "fatalities_text": killed.text if killed else "",
        "injured": wounded,
        "missing": missing,
        "captured": captured,
        "displaced": displaced,
        "harm_text": "; ".join(words),
    }
