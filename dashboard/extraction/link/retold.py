"""Groups that only tell again of an event the report tells elsewhere: its harm, its day, what was said of it.

A news story tells one attack in its headline, its lead, the details and the reactions. What names no place of
its own and only speaks of harm, of "the attack" or of what "they" did belongs to the act told last before it; where
such words name a day ("Thursday's assault"), they date it. To add a way of telling again: a row in ``LEANS``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dashboard.extraction.acled import VIOLENT, EventType, ExtType, SubEventType
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.attach.coded import NO_WORDS, UNSAID, TimeBasis
from dashboard.extraction.attach.when import When
from dashboard.extraction.lexicon import CLAUSES, any_of
from dashboard.gazetteer import Resolved
from dashboard.temporal import Granularity

Group = tuple[Candidate, ...]
_PARTS_OF_A_RAID = frozenset({SubEventType.ABDUCTION, SubEventType.LOOTING})
_RAIDS = frozenset({SubEventType.ATTACK, SubEventType.ARMED_CLASH})
_REGION = 3  # geo_precision
_NAMED = frozenset({TimeBasis.OWN, TimeBasis.ELABORATED})
_OF_ALL = NO_WORDS | {TimeBasis.FORM}  # the time of all that the report or its form tells
_DEADLY = any_of(CLAUSES["told-again"]["deadly"])
_SHOT_DOWN = any_of(CLAUSES["told-again"]["shot-down"])
_DAMAGE, _MARCH = any_of(CLAUSES["told-again"]["damage"]), any_of(CLAUSES["told-again"]["marches"])
_ANSWERS, _STRAYS = any_of(CLAUSES["told-again"]["answers"]), any_of(CLAUSES["told-again"]["strays"])
_DOERS = any_of(CLAUSES["told-again"]["doers"])
_CROWDS = frozenset({EventType.PROTESTS, EventType.RIOTS})
_SOON = 6  # sentences: so far on the details of an act are told
_SENTENCE = 250  # characters
_NEWEST = 50  # groups that may be told again: what was told long before is named anew


@dataclass(frozen=True, slots=True)
class Lean:
    """A way to tell again: of which candidates it holds, of which hosts, and with what time.

    ``dated``: they may name one, ``undated``: none is told near them, ``taken``: they take one over. ``all``: of all that a host is told in, and not of its first words only. ``anywhere``: though it
    names another place, as that is where the harmed were brought.
    """

    why: str
    holds: Callable[[Candidate], bool]
    of: Callable[[Candidate, Candidate], bool]
    dated: bool = False
    undated: bool = True
    taken: bool = False
    all: bool = False
    anywhere: bool = False


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
        at, lean = _host(candidate, kept), _lean(candidate)
        if at is None or lean is None:
            kept.append((candidate,))
        else:
            kept[at] = (*kept[at], replace(candidate, leans=True, alike=f"told again: {lean.why}"))
    return tuple(kept)


def _host(candidate: Candidate, groups: Sequence[Group]) -> int | None:
    """The number of the group told last before that it tells again; None for one that stands by itself."""
    if _lean(candidate) is None:
        return None
    newest = range(max(0, len(groups) - _NEWEST), len(groups))
    told = ((_last(groups[at], candidate), at) for at in newest)
    order = sorted((each for each in told if each[0] >= 0), reverse=True)
    fitting = [at for _, at in order if _fits(candidate, groups[at])]
    meant = (at for at in fitting if _is_meant(candidate, groups[at]))
    return next(meant, next(iter(fitting), None))


def _is_meant(candidate: Candidate, host: Group) -> bool:
    """Whether a host is what the words for a known act say it was: of its kind, and deadly where that was a massacre."""
    known = candidate.clause.known_act
    if known is None:
        return True
    if _DEADLY.fullmatch(known["act"]):
        return any(each.casualties.killed for each in host)
    return _is_like(candidate, host[0])


def _last(host: Group, candidate: Candidate) -> int:
    """Where the last of a group stands that is told before the candidate in words of its own; -1 where none is."""
    starts = (each.clause.span.start for each in host if not each.leans)
    return max((start for start in starts if start < candidate.clause.span.start), default=-1)


def _lean(candidate: Candidate) -> Lean | None:
    """How it leans on an event told before; None for one that is told by itself, as another one or with its time."""
    if brings_toll(candidate):
        return TOLL_LEAN
    basis = candidate.when.basis
    if candidate.clause.another:
        return None
    dated, taken = basis in _NAMED, basis not in _OF_ALL
    rows = (each for each in LEANS if (each.dated if dated else each.taken if taken else each.undated))
    return next((each for each in rows if each.holds(candidate)), None)


def _fits(candidate: Candidate, host: Group) -> bool:
    lean = _lean(candidate)
    if lean is TOLL_LEAN:
        return _is_tolls(candidate, host)
    if lean is None or not _is_told_with(candidate, host[0]):
        return False
    against = [each for each in host if not each.leans] if lean.all else host[:1]
    if not any(lean.of(candidate, each) for each in against):
        return False
    return (lean.anywhere or _is_there(candidate, host)) and _is_then(candidate, host)


def _is_told_with(candidate: Candidate, host: Candidate) -> bool:
    """Whether both were told on one day, or a day apart: a page and its dateline."""
    one, other = candidate.clause.frame.day, host.clause.frame.day
    return one == other or (one is not None and other is not None and abs((one - other).days) <= 1)


def _is_then(candidate: Candidate, host: Group) -> bool:
    """Whether its time, if it names one, is the host's, or the host names none."""
    if candidate.when.basis not in _NAMED:
        return True
    named = [each.when for each in host if each.when.basis not in UNSAID and not brings_toll(each)]
    known = candidate.clause.known_act is not None or not named  # "they" may have done another thing then
    return known and all(
        not candidate.when.is_apart(each) or _is_same_day(candidate.when, each) for each in named
    )


def _is_same_day(one: When, other: When) -> bool:
    """Whether parts of one day are told: "Monday morning", and that "the attack began at one"."""
    days = [
        each.start.date()
        for each in (one, other)
        if each.start and each.granularity.rank <= Granularity.DAY.rank
    ]
    return len(days) == 2 and days[0] == days[1]


def brings_toll(candidate: Candidate) -> bool:
    """Whether it only brings the toll of an act told before up to date."""
    harm = candidate.casualties
    return harm.updated and not harm.summed and candidate.clause.hints


def _is_tolls(candidate: Candidate, host: Group) -> bool:
    """Whether it is an act that cost lives, no more of them than the new toll, there, or anywhere if somebody died of it later."""
    new = candidate.casualties.killed
    tolls = [each.casualties.killed.low for each in host if each.casualties.killed]
    grown = new is None or candidate.casualties.late or max(tolls, default=0) <= new.low
    hurt = candidate.casualties.late and any(each.casualties.wounded for each in host)
    deadly = (any(tolls) or hurt) and grown
    there = candidate.casualties.late or _is_there(candidate, host)
    return deadly and there and _is_violent(candidate, host[0])


def _is_there(candidate: Candidate, host: Group) -> bool:
    """Whether it names no place, the host's, or one that holds the host's."""
    here = candidate.where.place
    if here is None or (candidate.where.inherited and not _is_of_its_sentences_place(candidate, here, host)):
        return True
    if here.place is None and candidate.clause.known_act and candidate.when.basis in NO_WORDS:
        return True  # a house, a school, a quarter
    return any(holds(here, each.where.place) for each in host if each.where.place)


def _is_of_its_sentences_place(candidate: Candidate, place: Resolved, host: Group) -> bool:
    """Whether its sentence opens with another place than the host's: "In Goma the rebels came back: they abducted two"."""
    last = max(each.clause.span.end for each in host if not each.leans)
    near = candidate.clause.span.start - place.toponym.span.start <= _SENTENCE
    return candidate.clause.link is not Link.OPENS and near and place.toponym.span.start >= last


def holds(one: Resolved, other: Resolved) -> bool:
    """Whether a place is another one, or the region or country around it."""
    if one.place is None or other.place is None:
        return one.location == other.location
    if one.place.place_id == other.place.place_id:
        return True
    inside = one.place.iso == other.place.iso and one.place.admin1 in ("", other.place.admin1)
    return one.precision >= _REGION and inside


def _is_known_act(candidate: Candidate) -> bool:
    known = candidate.clause.known_act
    return _is_violent(candidate, candidate) and known is not None and known["any"] is not None


def _is_known_kind(candidate: Candidate) -> bool:
    return _is_violent(candidate, candidate) and candidate.clause.known_act is not None


def _refers_back(candidate: Candidate) -> bool:
    return _is_violent(candidate, candidate) and candidate.clause.refers


def _is_harm(candidate: Candidate) -> bool:
    return _is_violent(candidate, candidate) and candidate.clause.hints


def _is_more_of_its_sentence(candidate: Candidate) -> bool:
    more = candidate.clause.link is Link.ELABORATES and candidate.when.basis not in _NAMED
    return more and is_violent(candidate)


def _is_of_its_sentence(candidate: Candidate, host: Candidate) -> bool:
    one = host.clause.sentence == candidate.clause.sentence and host.when.start == candidate.when.start
    return one and is_violent(host) and host.coding.event_type is not candidate.coding.event_type


def _is_shot_down(candidate: Candidate) -> bool:
    weapon = candidate.coding.sub_event_type is SubEventType.DISRUPTED_WEAPONS_USE
    return weapon and candidate.where.inherited and _SHOT_DOWN.search(candidate.quote) is not None


def _is_fired_just_before(candidate: Candidate, host: Candidate) -> bool:
    fired = host.coding.event_type is EventType.REMOTE_VIOLENCE
    return fired and candidate.clause.paragraph == host.clause.paragraph


def _is_blast(candidate: Candidate) -> bool:
    remote = candidate.coding.event_type is EventType.REMOTE_VIOLENCE
    return remote and candidate.where.inherited and candidate.clause.known_act is not None


def _is_explosion(candidate: Candidate, host: Candidate) -> bool:
    return _is_like(candidate, host) and candidate.clause.sentence - host.clause.sentence <= _SOON


def _is_damage(candidate: Candidate) -> bool:
    harm = candidate.coding.sub_event_type is SubEventType.LOOTING and candidate.where.inherited
    return harm and _DAMAGE.search(candidate.quote) is not None


def _is_blow(candidate: Candidate, host: Candidate) -> bool:
    soon = candidate.clause.sentence - host.clause.sentence <= _SOON
    return soon and (host.coding.event_type is EventType.REMOTE_VIOLENCE or _is_raid(candidate, host))


def _is_of_doers(candidate: Candidate) -> bool:
    opens = candidate.where.inherited and _DOERS.match(candidate.quote) is not None
    return opens and is_violent(candidate) and candidate.clause.link is Link.OPENS and not _is_part(candidate)


def _is_answer(candidate: Candidate) -> bool:
    answers = _ANSWERS.search(candidate.quote) is not None and candidate.where.inherited
    return answers and is_violent(candidate)


def _is_stray(candidate: Candidate) -> bool:
    return _STRAYS.search(candidate.quote) is not None and is_violent(candidate)


def _is_soon_before(candidate: Candidate, host: Candidate) -> bool:
    soon = candidate.clause.sentence - host.clause.sentence <= _SOON
    return soon and is_violent(host)


def _is_fight_just_before(candidate: Candidate, host: Candidate) -> bool:
    fought = is_violent(host) or host.coding.event_type in _CROWDS
    return fought and candidate.clause.paragraph == host.clause.paragraph


def _is_just_before(candidate: Candidate, host: Candidate) -> bool:
    return is_violent(host) and candidate.clause.sentence - host.clause.sentence <= _SOON


def _is_known_march(candidate: Candidate) -> bool:
    crowd = candidate.coding.event_type in _CROWDS and candidate.where.inherited
    return crowd and _MARCH.match(candidate.quote) is not None


def _is_march(_: Candidate, host: Candidate) -> bool:
    return host.coding.event_type in _CROWDS


def _is_flight(candidate: Candidate) -> bool:
    return candidate.coding.ext_type is ExtType.DISPLACEMENT


def _is_part(candidate: Candidate) -> bool:
    return candidate.coding.sub_event_type in _PARTS_OF_A_RAID


def is_violent(candidate: Candidate) -> bool:
    """Whether it tells of violence."""
    return candidate.coding.event_type in VIOLENT


def is_struck(candidate: Candidate) -> bool:
    """Whether it tells of violence, or of a part of a raid."""
    return is_violent(candidate) or candidate.coding.sub_event_type in _PARTS_OF_A_RAID


def _is_violent(_: Candidate, host: Candidate) -> bool:
    return is_struck(host)


def _is_raid(_: Candidate, host: Candidate) -> bool:
    return host.coding.sub_event_type in _RAIDS


def _is_raid_just_before(candidate: Candidate, host: Candidate) -> bool:
    near = candidate.clause.paragraph == host.clause.paragraph
    return near and candidate.where.inherited and _is_raid(candidate, host)


def _is_like(candidate: Candidate, host: Candidate) -> bool:
    return host.coding.event_type is candidate.coding.event_type


TOLL_LEAN = Lean("it brings the toll up to date", brings_toll, _is_violent, dated=True, taken=True)
LEANS = (
    Lean("it speaks of the act as known", _is_known_act, _is_violent, dated=True),
    Lean("it speaks of such an act as known", _is_known_kind, _is_like, dated=True),
    Lean("it says what an explosion did", _is_blast, _is_explosion, taken=True),
    Lean("it says what was damaged", _is_damage, _is_blow, taken=True),
    Lean("it says what else they did", _is_of_doers, _is_just_before, taken=True),
    Lean("it says what the other side did", _is_answer, _is_soon_before, taken=True),
    Lean("it says who was hit by it", _is_stray, _is_fight_just_before, taken=True, anywhere=True),
    Lean("it says how the march went", _is_known_march, _is_march, taken=True),
    Lean("it says when that was", _refers_back, _is_violent, dated=True, undated=False),
    Lean("it tells of harm only", _is_harm, _is_violent),
    Lean("it tells who fled", _is_flight, _is_violent),
    Lean(
        "it says more of it in its sentence",
        _is_more_of_its_sentence,
        _is_of_its_sentence,
        taken=True,
        all=True,
    ),
    Lean("it tells what was shot down of it", _is_shot_down, _is_fired_just_before, taken=True),
    Lean("it tells a part of the raid", _is_part, _is_raid),
    Lean("it tells a part of the raid", _is_part, _is_raid_just_before, taken=True, undated=False),
)
"""The ways in which words tell again of an event told before."""
