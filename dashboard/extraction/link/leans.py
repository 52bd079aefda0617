"""The ways in which words tell again of an event told before: its harm, what else they did, what the other side did.

To add one: a row in ``LEANS``, with what it holds of and which hosts it may tell again.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from dashboard.extraction.acled import VIOLENT, EventType, ExtType, SubEventType
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.annotate.semantic_roles import SemanticRole
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.attach.coded import NO_WORDS, TimeBasis
from dashboard.extraction.attach.when import ACCUSED
from dashboard.extraction.lexicon import CLAUSES, any_of, one_of
from dashboard.extraction.link.similarity import share_name
from dashboard.gazetteer import REGION, Resolved
from dashboard.temporal import Granularity

_TAKEN = frozenset({SubEventType.GOVERNMENT_REGAINS, SubEventType.NON_STATE_OVERTAKES})
_PARTS_OF_A_RAID = frozenset({SubEventType.ABDUCTION, SubEventType.LOOTING})
_RAIDS = frozenset({SubEventType.ATTACK, SubEventType.ARMED_CLASH})
NAMED = frozenset({TimeBasis.OWN, TimeBasis.ELABORATED})
"""Words of its own, or of the next clause, tell the time."""
_SHOT_DOWN = any_of(CLAUSES["told-again"]["shot-down"])
_DAMAGE, _MARCH = any_of(CLAUSES["told-again"]["damage"]), any_of(CLAUSES["told-again"]["marches"])
_ANSWERS, _STRAYS = any_of(CLAUSES["told-again"]["answers"]), any_of(CLAUSES["told-again"]["strays"])
_DISPERSED, _RELATIVE = any_of(CLAUSES["told-again"]["dispersed"]), any_of(CLAUSES["told-again"]["relative"])
_STRUCK = re.compile(
    rf"{one_of(CLAUSES['told-again']['struck'])}\s+{one_of(CLAUSES['told-again']['how'])}\b", re.IGNORECASE
)
_BLOW_BACK = re.compile(
    rf"\b{one_of(CLAUSES['told-again']['blow-back'])}\s+(?:[\w-]+\s+){{0,3}}?of\s+the\s+{one_of(CLAUSES['told-again']['attackers'])}\b"
    rf"|\bof\s+the\s+{one_of(CLAUSES['told-again']['attackers'])}\s+(?:was|were)\s+{one_of(CLAUSES['told-again']['blow-back'])}\b"
    rf"|\bthe\s+{one_of(CLAUSES['told-again']['last'])}\s+(?:[\w-]+\s+)?{one_of(CLAUSES['told-again']['attackers'])}\b",
    re.IGNORECASE,
)
_KNOWN_ARMS = re.compile(
    rf"(?:^\W*the|\b{one_of(CLAUSES['told-again']['arms-after'])})\s+(?:[\w-]+\s+){{0,2}}?{one_of(CLAUSES['told-again']['arms'])}\s+"
    rf"(?:[\w-]+\s+){{0,4}}?{one_of(CLAUSES['told-again']['arms-do'])}\b",
    re.IGNORECASE,
)
_HEARD = re.compile(
    rf"\b{one_of(CLAUSES['told-again']['explosions'])}\s+{one_of(CLAUSES['told-again']['heard'])}\b",
    re.IGNORECASE,
)
_MORE_ARMS = any_of(CLAUSES["told-again"]["arms-not"])
_HURT_IN_IT = re.compile(  # "one of those wounded in the strike has died"
    rf"\b{one_of(CLAUSES['known-harm']['hurt'])}\s+{one_of(CLAUSES['known-harm']['in-it'])}\b", re.IGNORECASE
)
_OF_IT = re.compile(
    rf"\W*{one_of(CLAUSES['told-again']['it'])}\s+(?:\w+\s+)?{one_of(CLAUSES['told-again']['involved'])}\b",
    re.IGNORECASE,
)
_GONE = re.compile(
    rf"\b{one_of(CLAUSES['told-again']['goers'])}\s+(?:[\w-]+\s+){{0,3}}?{one_of(CLAUSES['told-again']['gone'])}\b",
    re.IGNORECASE,
)
_SEIZED = any_of(CLAUSES["told-again"]["seized"])
_NAMED_DOERS = any_of(CLAUSES["told-again"]["named-doers"])
_VERB = any_of(CLAUSES["told-again"]["by"])
_DOERS = any_of(CLAUSES["told-again"]["doers"])
_CROWDS = frozenset({EventType.PROTESTS, EventType.RIOTS})
_HURT_THEN = re.compile(  # "of wounds he had received on March 15"
    rf"\b{one_of(CLAUSES['old-wounds']['wounds'])}\s+(?:\w+\s+)?(?:he|she|they)\s+(?:had\s+)?{one_of(CLAUSES['old-wounds']['got'])}\s+(?:in|on|at|when)\s"
)
_NEXT = 3  # sentences: so far on it is said what was seized
_SOON = 6  # sentences: so far on the details of an act are told


@dataclass(frozen=True, slots=True)
class Lean:
    """A way to tell again: of which candidates it holds, of which hosts, and with what time.

    ``dated``: they may name one, ``undated``: none is told near them, ``taken``: they take one over. ``all``: of all
    that a host is told in, and not of its first words only. ``anywhere``: though it names another place, as that is
    where the harmed were brought; ``near``: though it names one beside it, and a time of its own, as its words say that it is known.
    """

    why: str
    holds: Callable[[Candidate], bool]
    of: Callable[[Candidate, Candidate], bool]
    dated: bool = False
    undated: bool = True
    taken: bool = False
    all: bool = False
    anywhere: bool = False
    near: bool = False


def holds(one: Resolved, other: Resolved) -> bool:
    """Whether a place is another one, or the region or country around it."""
    if one.place is None or other.place is None:
        return one.location == other.location or (
            one.place is other.place and share_name(one.location, other.location)
        )
    if one.place.place_id == other.place.place_id:
        return True
    inside = one.place.iso == other.place.iso and one.place.admin1 in ("", other.place.admin1)
    return one.precision >= REGION and inside


def brings_toll(candidate: Candidate) -> bool:
    """Whether it only brings the toll of an act told before up to date."""
    harm = candidate.casualties
    known = candidate.clause.hints or (harm.late and _HURT_IN_IT.search(candidate.quote) is not None)
    return harm.updated and not harm.summed and known and not _tells_where_hurt(candidate)


def _tells_where_hurt(candidate: Candidate) -> bool:
    """Whether it says itself in what and when those who died of it later were hurt: "of wounds he had received on March 15"."""
    return candidate.casualties.late and _HURT_THEN.search(candidate.quote) is not None


def _is_known_act(candidate: Candidate) -> bool:
    known = candidate.clause.known_act
    return _is_violent(candidate, candidate) and known is not None and known["any"] is not None


def _is_known_kind(candidate: Candidate) -> bool:
    return _is_violent(candidate, candidate) and candidate.clause.known_act is not None


def _refers_back(candidate: Candidate) -> bool:
    return _is_violent(candidate, candidate) and candidate.clause.refers


def _is_harm(candidate: Candidate) -> bool:
    return _is_violent(candidate, candidate) and candidate.clause.hints


def _is_general(candidate: Candidate) -> bool:
    attack = candidate.coding.sub_event_type is SubEventType.ATTACK
    harm = _is_harm(candidate) or (candidate.casualties.killed is not None and not acts(candidate))
    return harm and attack and not candidate.where.inherited


def acts(candidate: Candidate) -> bool:
    """Whether its own words name somebody as acting."""
    return any(each.role is SemanticRole.ACTS and not each.taken_over for each in candidate.participants)


def _is_done_there(candidate: Candidate, host: Candidate) -> bool:
    """Whether weapons struck just there on that day, as far as the host says; or then, where its own words tell no time."""
    one, other = candidate.where.place, host.where.place
    there = one is not None and other is not None and one.precision < REGION and holds(one, other)
    told = host.coding.event_type is EventType.REMOTE_VIOLENCE and not host.clause.hints
    untold = candidate.when.basis in NO_WORDS
    whole = untold or (host.when.granularity is Granularity.DAY and host.when.basis in NAMED)
    return there and told and whole and not candidate.when.is_apart(host.when)


def _only_counts(candidate: Candidate) -> bool:
    """Whether its sentence is nothing but a count of the harmed: "Two soldiers killed, four injured"."""
    clause, killed = candidate.clause, candidate.casualties.killed
    bare = not clause.places and candidate.when.basis is not TimeBasis.OWN and clause.link is Link.OPENS
    counts = killed is not None and killed.span.start == clause.span.start and not clause.another
    return bare and counts and candidate.coding.sub_event_type in _RAIDS and not _VERB.search(clause.quote)


def _is_uncounted(candidate: Candidate, host: Candidate) -> bool:
    near = candidate.clause.paragraph == host.clause.paragraph and host.casualties.killed is None
    return near and is_violent(host) and candidate.clause.sentence - host.clause.sentence == 1


def _is_more_of_its_sentence(candidate: Candidate) -> bool:
    more = candidate.clause.link is Link.ELABORATES and candidate.when.basis not in NAMED
    return more and is_violent(candidate)


def _is_of_its_sentence(candidate: Candidate, host: Candidate) -> bool:
    one = host.clause.sentence == candidate.clause.sentence and host.when.start == candidate.when.start
    return one and is_violent(host) and host.coding.event_type is not candidate.coding.event_type


def _is_shot_down(candidate: Candidate) -> bool:
    told_as = (SubEventType.DISRUPTED_WEAPONS_USE, SubEventType.ATTACK)  # "some had been shot down"
    weapon = candidate.coding.sub_event_type in told_as and candidate.casualties.killed is None
    return weapon and candidate.where.inherited and _SHOT_DOWN.search(candidate.quote) is not None


def _is_fired_just_before(candidate: Candidate, host: Candidate) -> bool:
    fired = host.coding.event_type is EventType.REMOTE_VIOLENCE
    return fired and candidate.clause.paragraph == host.clause.paragraph


def _is_blast(candidate: Candidate) -> bool:
    remote = candidate.coding.event_type is EventType.REMOTE_VIOLENCE
    return remote and candidate.where.inherited and candidate.clause.known_act is not None


def _is_explosion(candidate: Candidate, host: Candidate) -> bool:
    return is_like(candidate, host) and candidate.clause.sentence - host.clause.sentence <= _SOON


def _is_damage(candidate: Candidate) -> bool:
    harm = candidate.coding.sub_event_type is SubEventType.LOOTING and (
        candidate.where.inherited or not candidate.participants
    )
    return harm and _DAMAGE.search(candidate.quote) is not None


def _is_blow(candidate: Candidate, host: Candidate) -> bool:
    soon = candidate.clause.sentence - host.clause.sentence <= _SOON
    crowd = host.coding.event_type in _CROWDS and candidate.clause.sentence - host.clause.sentence <= 1
    return crowd or (
        soon and (host.coding.event_type is EventType.REMOTE_VIOLENCE or _is_raid(candidate, host))
    )


def _is_of_doers(candidate: Candidate) -> bool:
    opens = candidate.where.inherited and _DOERS.match(candidate.quote) is not None
    shot = (
        candidate.coding.sub_event_type is SubEventType.EXCESSIVE_FORCE
    )  # "they fired into the crowd" of a market
    struck = is_violent(candidate) or shot
    return opens and struck and candidate.clause.link is Link.OPENS and not _is_part(candidate)


def _is_how_done(candidate: Candidate) -> bool:
    """Whether it says how those known from before were struck, at no place of its own: "it was first sprayed with bullets"."""
    opens = candidate.where.inherited and _STRUCK.match(candidate.quote) is not None
    return opens and is_struck(candidate)


def _is_dated_by_doers(candidate: Candidate) -> bool:
    """Whether it says when those known from before struck, at no place of its own: "we learnt that the gunmen came at about 5pm"."""
    quote, at = candidate.quote, candidate.trigger.start - candidate.clause.span.start
    known = _NAMED_DOERS.search(quote, 0, max(at, 0)) is not None
    return known and candidate.where.inherited and is_violent(candidate) and not _is_part(candidate)


def _is_untold_just_before(candidate: Candidate, host: Candidate) -> bool:
    soon = candidate.clause.sentence - host.clause.sentence <= _SOON
    return soon and is_like(candidate, host) and host.when.basis in NO_WORDS


def _is_dispersal(candidate: Candidate) -> bool:
    crowd = candidate.coding.event_type in _CROWDS and candidate.where.inherited
    return crowd and _DISPERSED.search(candidate.quote) is not None


def _is_crowd_just_before(candidate: Candidate, host: Candidate) -> bool:
    near = candidate.clause.sentence - host.clause.sentence <= _NEXT
    return near and host.coding.event_type in _CROWDS


def _is_of_known_arms(candidate: Candidate) -> bool:
    """Whether it says what arms told of before did: "The jets dropped four bombs at about 7 p.m.", "when the shells fell"."""
    remote = candidate.coding.event_type is EventType.REMOTE_VIOLENCE or _is_harm(candidate)
    quote = candidate.quote
    return remote and _KNOWN_ARMS.search(quote) is not None and _MORE_ARMS.search(quote) is None


def _is_heard(candidate: Candidate) -> bool:
    """Whether it says when a strike told before was heard: "The first explosion was heard shortly before 11:00"."""
    remote = candidate.coding.event_type is EventType.REMOTE_VIOLENCE and candidate.where.inherited
    return remote and candidate.casualties.killed is None and _HEARD.search(candidate.quote) is not None


def _is_fired_before(candidate: Candidate, host: Candidate) -> bool:
    remote = host.coding.event_type is EventType.REMOTE_VIOLENCE
    return remote and candidate.clause.sentence - host.clause.sentence <= _SOON


def _is_how_it_was(candidate: Candidate) -> bool:
    """Whether it says how an act told before went on, where its sentence opens with when that was: "It happened at 11, when a patrol was shot at"."""
    return candidate.clause.link is Link.ELABORATES and is_struck(candidate)


def _is_of_it(candidate: Candidate) -> bool:
    """Whether it says what an act told before involved: "It involved at least ten airstrikes and 1,000 soldiers"."""
    return (
        candidate.clause.link is Link.OPENS
        and _OF_IT.match(candidate.quote) is not None
        and is_struck(candidate)
    )


def _is_way_out(candidate: Candidate) -> bool:
    """Whether it only says that those who struck went away: "the gunmen withdrew towards the hills"."""
    struck = is_struck(candidate) or candidate.coding.sub_event_type in _TAKEN
    return not struck and _GONE.search(candidate.quote) is not None


def _is_relative_blow(candidate: Candidate) -> bool:
    more = candidate.clause.link is Link.ELABORATES and candidate.casualties.killed is None
    blow = is_violent(candidate) and candidate.where.inherited and candidate.when.basis in NO_WORDS
    return more and blow and _RELATIVE.match(candidate.quote) is not None


def _is_struck_just_before(candidate: Candidate, host: Candidate) -> bool:
    return is_struck(host) and candidate.clause.sentence - host.clause.sentence <= _NEXT


def _is_seizure(candidate: Candidate) -> bool:
    seized = candidate.coding.sub_event_type is SubEventType.DISRUPTED_WEAPONS_USE
    return seized and candidate.where.inherited and _SEIZED.search(candidate.quote) is not None


def _is_raid_or_arrest(candidate: Candidate, host: Candidate) -> bool:
    near = candidate.clause.sentence - host.clause.sentence <= _NEXT
    return near and (is_violent(host) or host.coding.sub_event_type is SubEventType.ARRESTS)


def _is_answer(candidate: Candidate) -> bool:
    answers = _ANSWERS.search(candidate.quote) is not None and candidate.where.inherited
    return answers and is_violent(candidate)


def _is_stray(candidate: Candidate) -> bool:
    return _STRAYS.search(candidate.quote) is not None and is_violent(candidate)


def _is_blow_back(candidate: Candidate) -> bool:
    """Whether it says what was done to those who struck: "troops killed nine of the attackers"."""
    return is_violent(candidate) and _BLOW_BACK.search(candidate.quote) is not None


def _is_taking(candidate: Candidate) -> bool:
    """Whether it says who was taken, and neither when nor where: "the navy reported the capture of one guerrilla"."""
    return candidate.coding.sub_event_type is SubEventType.ARRESTS and candidate.where.inherited


def _is_fought_just_before(candidate: Candidate, host: Candidate) -> bool:
    near = candidate.clause.paragraph == host.clause.paragraph
    return near and is_violent(host) and candidate.clause.sentence - host.clause.sentence <= _NEXT


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


def _is_march(candidate: Candidate, host: Candidate) -> bool:
    shot_at = is_violent(host) and candidate.clause.sentence - host.clause.sentence <= _SOON
    return shot_at or host.coding.event_type in _CROWDS


def _is_flight(candidate: Candidate) -> bool:
    return candidate.coding.ext_type is ExtType.DISPLACEMENT


def _is_flight_from_it(candidate: Candidate) -> bool:
    """Whether it opens with who fled from what was just told, though it names where they went."""
    return _is_flight(candidate) and candidate.clause.link is Link.OPENS and candidate.when.basis not in NAMED


def _is_uncounted_flight(candidate: Candidate) -> bool:
    evacuated = candidate.coding.ext_type is ExtType.EVACUATION
    cleared = evacuated and candidate.where.inherited and not candidate.participants
    return cleared or (_is_flight(candidate) and candidate.casualties.displaced is None)


def _is_fled_just_before(candidate: Candidate, host: Candidate) -> bool:
    return is_struck(host) and candidate.clause.sentence - host.clause.sentence <= _NEXT


def _is_harm_in_a_quarter(candidate: Candidate) -> bool:
    """Whether it says who was harmed, and where in the town: "shells fell all night; three were killed in Ward 7"."""
    clause, place = candidate.clause, candidate.where.place
    listed = clause.link is Link.LISTED and clause.casualties.told and not clause.armed
    attack = candidate.coding.sub_event_type is SubEventType.ATTACK
    return listed and attack and place is not None and place.place is None


def _is_struck_beside(candidate: Candidate, host: Candidate) -> bool:
    return is_violent(host) and host.clause.sentence == candidate.clause.sentence


def _is_part(candidate: Candidate) -> bool:
    return candidate.coding.sub_event_type in _PARTS_OF_A_RAID


def _is_looting(candidate: Candidate) -> bool:
    return candidate.coding.sub_event_type is SubEventType.LOOTING


def is_violent(candidate: Candidate) -> bool:
    """Whether it tells of violence."""
    return candidate.coding.event_type in VIOLENT


def is_struck(candidate: Candidate) -> bool:
    """Whether it tells of violence, or of a part of a raid."""
    return is_violent(candidate) or candidate.coding.sub_event_type in _PARTS_OF_A_RAID


def _is_violent(_: Candidate, host: Candidate) -> bool:
    return is_struck(host)


def _is_raid(candidate: Candidate, host: Candidate) -> bool:
    other = _PARTS_OF_A_RAID - {candidate.coding.sub_event_type}  # who abducted may have looted as well
    return host.coding.sub_event_type in _RAIDS | other


def _is_raid_just_before(candidate: Candidate, host: Candidate) -> bool:
    near = candidate.clause.paragraph == host.clause.paragraph
    one = candidate.clause.sentence == host.clause.sentence and is_violent(host)
    return near and candidate.where.inherited and (one or _is_raid(candidate, host))


def is_like(candidate: Candidate, host: Candidate) -> bool:
    """Whether both are of one of ACLED's six types."""
    return host.coding.event_type is candidate.coding.event_type


def _is_accusation(candidate: Candidate) -> bool:
    """Whether it says who is accused of it: "the army accused the rebels of having killed fifty"."""
    at = max(0, candidate.trigger.start - candidate.clause.span.start)
    return (
        candidate.where.inherited
        and is_struck(candidate)
        and ACCUSED.search(candidate.quote, 0, at) is not None
    )


TOLL_LEAN = Lean("it brings the toll up to date", brings_toll, _is_violent, dated=True, taken=True)
LEANS = (
    Lean("it speaks of the act as known", _is_known_act, _is_violent, dated=True),
    Lean("it speaks of such an act as known", _is_known_kind, is_like, dated=True),
    Lean("it says who is accused of it", _is_accusation, is_like, taken=True),
    Lean("it says what an explosion did", _is_blast, _is_explosion, taken=True),
    Lean("it says what was damaged", _is_damage, _is_blow, taken=True),
    Lean("it says what else they did", _is_of_doers, _is_just_before, taken=True),
    Lean("it says how that was done", _is_how_done, _is_struck_just_before, taken=True),
    Lean("it says when they did it", _is_dated_by_doers, _is_untold_just_before, dated=True, undated=False),
    Lean("it says how the crowd was dispersed", _is_dispersal, _is_crowd_just_before, taken=True),
    Lean("it says what else they did", _is_relative_blow, _is_struck_just_before),
    Lean("it says what was seized there", _is_seizure, _is_raid_or_arrest, taken=True),
    Lean("it says what the other side did", _is_answer, _is_soon_before, taken=True),
    Lean("it says what was done to those who struck", _is_blow_back, _is_soon_before, taken=True),
    Lean("it says who was taken there", _is_taking, _is_fought_just_before, taken=True),
    Lean("it says who was hit by it", _is_stray, _is_fight_just_before, taken=True, anywhere=True),
    Lean("it says how the march went", _is_known_march, _is_march, taken=True),
    Lean(
        "it says what the arms told of before did",
        _is_of_known_arms,
        _is_fired_before,
        dated=True,
        taken=True,
        all=True,
        near=True,
    ),
    Lean(
        "it says what that involved", _is_of_it, _is_struck_just_before, taken=True, all=True, anywhere=True
    ),
    Lean(
        "it says how it was heard",
        _is_heard,
        _is_fired_before,
        dated=True,
        taken=True,
        all=True,
        near=True,
    ),
    Lean(
        "it says how they left", _is_way_out, _is_just_before, dated=True, taken=True, all=True, anywhere=True
    ),
    Lean("it says when that was", _refers_back, _is_violent, dated=True, undated=False),
    Lean("it tells of harm only", _is_harm, _is_violent),
    Lean("it says where in the town who was harmed", _is_harm_in_a_quarter, _is_struck_beside, taken=True),
    Lean("it only counts whom it harmed", _only_counts, _is_uncounted, taken=True),
    Lean(
        "it says in general words what was done",
        _is_general,
        _is_done_there,
        dated=True,
        all=True,
    ),
    Lean("it tells who fled", _is_uncounted_flight, _is_fled_just_before, dated=True, taken=True),
    Lean("it tells who fled", _is_flight, _is_violent),
    Lean(
        "it tells whither they fled",
        _is_flight_from_it,
        _is_fled_just_before,
        taken=True,
        all=True,
        anywhere=True,
    ),
    Lean(
        "it says more of it in its sentence",
        _is_more_of_its_sentence,
        _is_of_its_sentence,
        taken=True,
        all=True,
    ),
    Lean("it tells what was shot down of it", _is_shot_down, _is_fired_just_before, taken=True, all=True),
    Lean("it tells a part of the raid", _is_part, _is_raid),
    Lean("it tells what they burned", _is_looting, _is_raid_just_before, taken=True, undated=False, all=True),
    Lean("it tells a part of the raid", _is_part, _is_raid_just_before, taken=True, undated=False),
)
"""The ways in which words tell again of an event told before."""
