"""Groups that only tell again of an event the report tells elsewhere: its harm, its day, what was said of it.

A news story tells one attack in its headline, its lead, the details and the reactions. What names no place of
its own and only speaks of harm, of "the attack" or of what "they" did belongs to the act told last before it; where
such words name a day ("Thursday's assault"), they date it. To add a way of telling again: a row in ``leans.LEANS``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import chain

from dashboard.extraction.acled import ExtType
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.attach.coded import NO_WORDS, UNSAID, TimeBasis
from dashboard.extraction.attach.when import When
from dashboard.extraction.lexicon import CLAUSES, any_of
from dashboard.extraction.link.acts import NAMED, is_like, is_reprisal, is_struck
from dashboard.extraction.link.around import holds
from dashboard.extraction.link.leans import LEANS, TOLL_LEAN, Lean
from dashboard.extraction.link.tells_again import brings_toll, says_happened, says_where
from dashboard.extraction.model import Modality
from dashboard.gazetteer import REGION, Resolved
from dashboard.gazetteer.place import kilometres
from dashboard.temporal import Granularity
from dashboard.temporal.calendar.timex_types import TimexType

Group = tuple[Candidate, ...]
_OF_ALL = NO_WORDS | {TimeBasis.FORM}  # the time of all that the report or its form tells
_DEADLY = any_of(CLAUSES["told-again"]["deadly"])
_RELATIVE = any_of([*CLAUSES["told-again"]["relative"], "whose", "whom"])
_THERE = any_of(CLAUSES["back"]["there"])
_OF_ANOTHER = any_of(CLAUSES["dates-it"]["other"])  # "the ambush came days after"
_SENTENCE = 250  # characters
_UNFULFILLED = (Modality.PLANNED, Modality.DENIED)
_NEAR_KM = 25.0
_FEW = 3  # sentences
_LATER = timedelta(days=5)  # so long after a fight the dead are found, and it is spoken of
_NEWEST = 50  # groups that may be told again: what was told long before is named anew


def leaning(candidates: Sequence[Candidate]) -> frozenset[int]:
    """The numbers of those that may tell again of one told before."""
    standing: list[Group] = []
    found: set[int] = set()
    for number, candidate in enumerate(candidates):
        if _host(candidate, standing) is None:
            standing.append((candidate,))
        else:
            found.add(number)
    return frozenset(found)


def retold(groups: Sequence[Group], leaning: Sequence[Candidate]) -> tuple[Group, ...]:
    """The groups with those that only tell again of one of them, each put into the one told last before it."""
    kept = list(groups)
    for candidate in leaning:
        found = _host(candidate, kept)
        if found is None:
            kept.append((candidate,))
        else:
            at, lean = found
            act = kept[at][0]  # whose day and place are not those of what is told of it
            when = act.when if lean.later else candidate.when
            where = act.where if lean.whenever else candidate.where
            again = replace(candidate, leans=True, when=when, where=where, alike=f"told again: {lean.why}")
            kept[at] = (*kept[at], again)
    return tuple(kept)


def _host(candidate: Candidate, groups: Sequence[Group]) -> tuple[int, Lean] | None:
    """The number of the group told last before that it tells again, and how; None for one that stands by itself."""
    leans = _leans(candidate)
    first = next(leans, None)
    if first is None:
        return None
    newest = range(max(0, len(groups) - _NEWEST), len(groups))
    told = ((_last(groups[at], candidate), at) for at in newest)
    order = [at for last, at in sorted(told, reverse=True) if last >= 0]
    order.sort(key=lambda at: _is_aside(groups[at], candidate))
    hosts = ((_best(candidate, groups, order, lean), lean) for lean in chain((first,), leans))
    return next(((at, lean) for at, lean in hosts if at is not None), None)


def _best(candidate: Candidate, groups: Sequence[Group], order: Sequence[int], lean: Lean) -> int | None:
    """The first of the groups, the last told first, that it tells again in one way; the one that its words mean before others."""
    fitting = [at for at in order if _fits(candidate, groups[at], lean)]
    meant = [at for at in fitting if _is_meant(candidate, groups[at])]
    there = (at for at in meant if _is_named_there(candidate, groups[at]))
    return next(there, next(iter(meant or fitting), None))


def _is_aside(host: Group, candidate: Candidate) -> bool:
    """Whether an act was only told by the way, of somebody in another: "the village head, who was shot dead the day before"."""
    standing = [each for each in host if not each.leans]
    by_the_way = all(each.clause.link is Link.ELABORATES and _RELATIVE.match(each.quote) for each in standing)
    return by_the_way and all(each.clause.sentence != candidate.clause.sentence for each in standing)


def _is_named_there(candidate: Candidate, host: Group) -> bool:
    """Whether both name the one place: "the shelling of Sidakan", of several acts told before."""
    here = candidate.where.place
    named = here is not None and not candidate.where.inherited
    return named and any(
        each.where.place and each.where.place.location == here.location for each in host if here
    )


def _is_meant(candidate: Candidate, host: Group) -> bool:
    """Whether a host is what the words for a known act say it was: of its kind, and deadly where that was a massacre."""
    known = candidate.clause.known_act
    if known is None:
        return True
    if _DEADLY.fullmatch(known["act"]):
        return any(each.casualties.killed for each in host)
    return is_like(candidate, host[0])


def _last(host: Group, candidate: Candidate) -> int:
    """Where the last of a group stands that is told before the candidate in words of its own; -1 where none is."""
    starts = (each.clause.span.start for each in host if not each.leans)
    return max((start for start in starts if start < candidate.clause.span.start), default=-1)


def _leans(candidate: Candidate) -> Iterator[Lean]:
    """The ways in which it may lean on an event told before; none for one that is told by itself, as another one or with its time."""
    if brings_toll(candidate):
        yield TOLL_LEAN
        return
    if candidate.clause.another or is_reprisal(candidate):
        return
    dated, taken, known = candidate.when.basis in NAMED, _has_taken(candidate), _is_known(candidate)
    rows = (
        each
        for each in LEANS
        if (each.dated if dated else each.taken or (each.undated and known) if taken else each.undated)
    )
    yield from (each for each in rows if each.holds(candidate))


def _has_taken(candidate: Candidate) -> bool:
    """Whether it takes over the time of words before it."""
    return candidate.when.basis not in _OF_ALL | NAMED


def _is_known(candidate: Candidate) -> bool:
    """Whether it speaks of an act as known, or of its harm only: "Seven soldiers were killed in the battle"."""
    return candidate.clause.hints or candidate.clause.known_act is not None


def _fits(candidate: Candidate, host: Group, lean: Lean) -> bool:
    if all(each.modality.modality in _UNFULFILLED for each in host):
        return False
    if lean is TOLL_LEAN:
        return _is_tolls(candidate, host)
    if not _is_told_with(candidate, host[0]) or _is_of_another_entry(candidate, host[0]):
        return False
    if _has_taken(candidate) and not lean.taken and not _is_of_its_time(candidate, host):
        return False
    against = [each for each in host if not each.leans] if lean.all else host[:1]
    if not any(lean.of(candidate, each) for each in against):
        return False
    there = lean.anywhere or _is_there(candidate, host) or (lean.near and is_near(candidate, host))
    return there and (
        lean.whenever
        or _is_then(candidate, host, known=lean.near)
        or (lean.later and _is_days_later(candidate, host))
    )


def _is_of_its_time(candidate: Candidate, host: Group) -> bool:
    """Whether the time that it takes over is the host's, or one told since in the paragraph that may be the host's, of no other town."""
    if any(each.when.timex == candidate.when.timex for each in host):
        return True
    here = candidate.where.place
    moved = here is not None and here.precision < REGION and here.toponym.span.start > _last(host, candidate)
    return not moved and any(
        each.when.basis not in NO_WORDS
        and candidate.clause.paragraph - each.clause.paragraph <= 1
        and not candidate.when.is_apart(each.when)
        for each in host
    )


def _is_days_later(candidate: Candidate, host: Group) -> bool:
    """Whether its time is no earlier than the host's, and by no more than some days later."""
    one, other = candidate.when.start, next((each.when.start for each in host if each.when.start), None)
    return one is not None and other is not None and timedelta() <= one.date() - other.date() <= _LATER


def _is_of_another_entry(candidate: Candidate, host: Candidate) -> bool:
    """Whether each stands in an entry of its own day, and tells no other: "12 October: …", "13 October: …"."""
    frames = candidate.clause.frame, host.clause.frame
    own = all(each.datelined for each in frames) and candidate.when.basis in NO_WORDS
    return own and frames[0].day != frames[1].day


def _is_told_with(candidate: Candidate, host: Candidate) -> bool:
    """Whether both were told on one day, or a day apart: a page and its dateline."""
    one, other = candidate.clause.frame.day, host.clause.frame.day
    return one == other or (one is not None and other is not None and abs((one - other).days) <= 1)


def is_near(candidate: Candidate, host: Group) -> bool:
    """Whether its place is on no map, or within some kilometres of the host's."""
    here = candidate.where.place
    if here is None or here.place is None:
        return True
    one = here.place
    others = (each.where.place.place for each in host if each.where.place and each.where.place.place)
    return any(
        kilometres((one.latitude, one.longitude), (other.latitude, other.longitude)) <= _NEAR_KM
        for other in others
    )


def _is_then(candidate: Candidate, host: Group, *, known: bool = False) -> bool:
    """Whether its time, if it names one, is the host's, or the host names none."""
    if candidate.when.basis not in NAMED:
        return True
    named = [each.when for each in host if each.when.basis not in UNSAID and not brings_toll(each)]
    cleared = (
        candidate.coding.ext_type is ExtType.EVACUATION
    )  # "the building was evacuated the same afternoon"
    known = (
        known or cleared or candidate.clause.known_act is not None or not named
    )  # "they" may have done another thing then
    return known and all(
        not candidate.when.is_apart(each)
        or _is_same_day(candidate.when, each)
        or _is_about(each, candidate.when)
        for each in named
    )


def _is_same_day(one: When, other: When) -> bool:
    """Whether parts of one day are told: "Monday morning", and that "the attack began at one"."""
    days = [
        each.start.date()
        for each in (one, other)
        if each.start and each.granularity.rank <= Granularity.DAY.rank
    ]
    return len(days) == 2 and days[0] == days[1]


def _is_about(counted: When, other: When) -> bool:
    """Whether a day that was counted to is the day beside it: "four days after the raid" was Friday or Saturday."""
    timex = counted.timex
    by_length = timex is not None and (timex.counted_from is not None or timex.type == TimexType.DURATION)
    if not by_length or not (counted.start and other.start):
        return False
    fine = max(counted.granularity.rank, other.granularity.rank) <= Granularity.DAY.rank
    return fine and abs((counted.start.date() - other.start.date()).days) <= 1


def _is_tolls(candidate: Candidate, host: Group) -> bool:
    """Whether it is an act that cost lives, no more of them than the new toll, there, or anywhere if somebody died of it later."""
    new = candidate.casualties.killed
    tolls = [each.casualties.killed.low for each in host if each.casualties.killed]
    contests = candidate.clause.known_act is not None  # "confirmed the attack but put the dead at 11"
    grown = new is None or contests or candidate.casualties.late or max(tolls, default=0) <= new.low
    hurt = candidate.casualties.late and any(each.casualties.wounded for each in host)
    soon = candidate.casualties.late and not tolls and _is_soon(candidate, host)
    wounded = new is None and candidate.casualties.wounded is not None and _is_soon(candidate, host)
    deadly = (any(tolls) or hurt or soon or wounded) and grown and not _is_of_another_item(candidate, host)
    there = candidate.casualties.late or _is_there(candidate, host)
    return deadly and there and is_struck(host[0])


def _is_of_another_item(candidate: Candidate, host: Group) -> bool:
    """Whether it stands in an item of a list that the host is not told in."""
    clause = candidate.clause
    return clause.item and all(each.clause.paragraph != clause.paragraph for each in host)


def _is_soon(candidate: Candidate, host: Group) -> bool:
    """Whether it stands a few sentences behind the host's own words."""
    return any(
        0 < candidate.clause.sentence - each.clause.sentence <= _FEW for each in host if not each.leans
    )


def _is_there(candidate: Candidate, host: Group) -> bool:
    """Whether it names no place, the host's, or one that holds the host's."""
    here = candidate.where.place
    led_back = _THERE.search(candidate.quote) is not None
    if here is None or (
        candidate.where.inherited and not (led_back or _is_of_its_sentences_place(candidate, here, host))
    ):
        return True
    if _is_known_there(candidate, here, host):
        return True
    if here.place is None and candidate.clause.link is Link.LISTED:
        same = any(each.clause.sentence == candidate.clause.sentence for each in host)
        if same and _is_within(candidate, host):
            return True  # "shells fell on the town; three were killed in Ward 7"
    if here.place is None and any(here.location in each.quote for each in host):
        return True
    return any(holds(here, each.where.place) for each in host if each.where.place)


def _is_known_there(candidate: Candidate, here: Resolved, host: Group) -> bool:
    """Whether it speaks of the act as known and names a place that may be the host's: a house, a school, a quarter, or the town where only a region was told."""
    if says_where(candidate) and _is_next(candidate, host):
        return True
    known = candidate.clause.known_act
    if known is None:
        return False
    opens = not known.start()
    if here.place is None:  # "the blast happened around 7.40 p.m. in Barangay Maganda"
        near = (opens or says_happened(candidate)) and (
            _is_within(candidate, host) or _is_next(candidate, host)
        )
        return candidate.when.basis in NO_WORDS or near
    meant = known["any"] is not None and not is_like(candidate, host[0])
    return (
        opens and meant and not _OF_ANOTHER.search(candidate.quote) and _is_told_wide(candidate, here, host)
    )


def _is_told_wide(candidate: Candidate, here: Resolved, host: Group) -> bool:
    """Whether the host is told by no more than the region or country around a place that is named for an act just told: "The attack on Sunday struck Kolofata"."""
    places = [each.where.place for each in host if each.where.place]
    wide = bool(places) and all(each.precision >= REGION and holds(each, here) for each in places)
    return wide and here.precision < REGION and _is_soon(candidate, host)


def _is_next(candidate: Candidate, host: Group) -> bool:
    """Whether it stands in the very next sentence of the paragraph."""
    return any(
        candidate.clause.sentence - each.clause.sentence <= 1
        and candidate.clause.paragraph - each.clause.paragraph <= 1
        for each in host
        if not each.leans
    )


def _is_within(candidate: Candidate, host: Group) -> bool:
    """Whether the place around its own, as far as the text tells, is the host's."""
    around = candidate.where.around
    return around is not None and any(
        holds(around, each.where.place) or holds(each.where.place, around)
        for each in host
        if each.where.place
    )


def _is_of_its_sentences_place(candidate: Candidate, place: Resolved, host: Group) -> bool:
    """Whether its sentence opens with another place than the host's: "In Goma the rebels came back: they abducted two"."""
    last = max(each.clause.span.end for each in host if not each.leans)
    near = candidate.clause.span.start - place.toponym.span.start <= _SENTENCE
    return candidate.clause.link is not Link.OPENS and near and place.toponym.span.start >= last
