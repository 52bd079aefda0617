"""Words that tell again of an event told before: its harm, what else was done in it, how it went on, who fled."""

import re

from dashboard.extraction.acled import CROWDS, EventType, ExtType, SubEventType
from dashboard.extraction.annotate.annotations import HEARD
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.attach.coded import NO_WORDS, TimeBasis
from dashboard.extraction.attach.own_times import ACCUSED
from dashboard.extraction.lexicon import CLAUSES, Worded, any_of, one_of, worded
from dashboard.extraction.link.acts import NAMED, RAIDS, TAKEN, acts, is_part, is_struck, is_violent
from dashboard.extraction.link.targets import known_targets
from dashboard.temporal import Granularity

_WOUNDS = CLAUSES["old-wounds"]
_STRIKES = (SubEventType.AIR_STRIKE, SubEventType.SHELLING)
_HOURS = (Granularity.MINUTE, Granularity.HOUR, Granularity.DAYPART)
_SHOT_DOWN = any_of(CLAUSES["told-again"]["shot-down"])
_DAMAGE, _MARCH = any_of(CLAUSES["told-again"]["damage"]), any_of(CLAUSES["told-again"]["marches"])
_ANSWERS, _STRAYS = any_of(CLAUSES["told-again"]["answers"]), any_of(CLAUSES["told-again"]["strays"])
_DISPERSED, _RELATIVE = any_of(CLAUSES["told-again"]["dispersed"]), any_of(CLAUSES["told-again"]["relative"])
_STRUCK = re.compile(
    rf"{one_of(CLAUSES['told-again']['struck'])}\s+{one_of(CLAUSES['told-again']['how'])}\b", re.IGNORECASE
)
_BLOW_BACK = Worded(
    CLAUSES["told-again"]["attackers"],
    rf"\b{one_of(CLAUSES['told-again']['blow-back'])}\s+(?:[\w-]+\s+){{0,3}}?of\s+the\s+{one_of(CLAUSES['told-again']['attackers'])}\b"
    rf"|\bof\s+the\s+{one_of(CLAUSES['told-again']['attackers'])}\s+(?:was|were)\s+{one_of(CLAUSES['told-again']['blow-back'])}\b"
    rf"|\bthe\s+{one_of(CLAUSES['told-again']['last'])}\s+(?:[\w-]+\s+)?{one_of(CLAUSES['told-again']['attackers'])}\b",
)
_KNOWN_ARMS = re.compile(
    rf"(?:^\W*the|\b{one_of(CLAUSES['told-again']['arms-after'])})\s+(?:[\w-]+\s+){{0,2}}?{one_of(CLAUSES['told-again']['arms'])}\s+"
    rf"(?:[\w-]+\s+){{0,4}}?{one_of(CLAUSES['told-again']['arms-do'])}\b",
    re.IGNORECASE,
)
_MORE_ARMS = worded(CLAUSES["told-again"]["arms-not"])
_FATE = Worded(
    _WOUNDS["was-hurt"],
    rf"\b{one_of(_WOUNDS['was-hurt'])}\s+(?:\w+ly\s+)?{one_of(CLAUSES['known-harm']['hurt'])}\b[^.;\n]*?\b{one_of(_WOUNDS['fates'])}\b",
)
_IT_WENT_OFF = re.compile(
    rf"\W*{one_of(CLAUSES['told-again']['arms-it'])}\s+(?:\w+\s+)?{one_of(CLAUSES['told-again']['went-off'])}\b",
    re.IGNORECASE,
)
_LASTED = Worded(
    CLAUSES["told-again"]["lasted"],
    rf"\b{one_of(CLAUSES['told-again']['lasted'])}\s+(?:\w+\s+)?{one_of(CLAUSES['told-again']['until'])}\b",
)
_OF_A_DAY = re.compile(rf"[A-Z][a-z]{{2}}|\d{{4}}|\b{one_of(CLAUSES['told-again']['of-a-day'])}\b")
_HURT_IN_IT = Worded(  # "one of those wounded in the strike has died"
    CLAUSES["known-harm"]["in-it"],
    rf"\b{one_of(CLAUSES['known-harm']['hurt'])}\s+{one_of(CLAUSES['known-harm']['in-it'])}\b",
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
_THEIR_BODIES = one_of(CLAUSES["told-again"]["bodies"])
_FOUND = one_of(CLAUSES["told-again"]["found"])
_BODIES = Worded(
    CLAUSES["told-again"]["bodies"],
    rf"\b{_THEIR_BODIES}[\"”’]?\s+(?:\w+\s+){{0,3}}?{_FOUND}\b|\b{_FOUND}\s+[\"“‘]?{_THEIR_BODIES}\b",
)
_DECLARED = worded(CLAUSES["told-again"]["declared"])
_CLAIMERS, _CLAIMED = one_of(CLAUSES["told-again"]["claimers"]), one_of(CLAUSES["told-again"]["claimed"])
_CLAIM = Worded(
    CLAUSES["told-again"]["claims"],
    rf"\b{one_of(CLAUSES['told-again']['claims'])}\s+(?:that\s+)?{_CLAIMERS}\s+(?:also\s+)?{_CLAIMED}\b",
)
_HAD, _DEEDS = one_of(CLAUSES["told-again"]["claimers-had"]), one_of(CLAUSES["told-again"]["deeds"])
_CLAIM_REPORTED = re.compile(
    rf"\W*(?:{_CLAIMERS}\s+{_CLAIMED}|{_HAD}\s+(?:also\s+)?(?:\w+ed|{_DEEDS}))\b", re.IGNORECASE
)
_PUBLISHES = any_of(CLAUSES["told-again"]["publishes"])
_NAMED_DOERS = any_of(CLAUSES["told-again"]["named-doers"])
_VERB = any_of(CLAUSES["told-again"]["by"])
_HAVE_DIED, _LATER_ON = any_of(CLAUSES["told-again"]["have-died"]), any_of(CLAUSES["told-again"]["later-on"])
_SEARCHED = re.compile(  # "rescuers had recovered four bodies"
    rf"\b{one_of(CLAUSES['told-again']['searchers'])}\s+(?:\w+\s+)?{one_of(CLAUSES['told-again']['recover'])}\s+"
    rf"(?:[\w-]+\s+){{0,4}}?{one_of(CLAUSES['told-again']['remains'])}\b",
    re.IGNORECASE,
)
_IT_LANDED = re.compile(
    rf"\W*{one_of(CLAUSES['told-again']['arms-it'])}\s+(?:\w+\s+)?{one_of(CLAUSES['told-again']['landed'])}\b",
    re.IGNORECASE,
)
_DOERS = any_of(CLAUSES["told-again"]["doers"])
_THEN = re.compile(  # "Gunmen then entered the hotel"
    rf"\W*(?:{one_of(CLAUSES['told-again']['then'])},?\s|(?:[\w-]+\s+){{1,3}}?{one_of(CLAUSES['told-again']['then'])}\b)",
    re.IGNORECASE,
)
_KNOWN_OPENS = re.compile(
    rf"\W*{one_of(CLAUSES['told-again']['the'])}\s+(?:[\w-]+\s+)?"
    rf"(?:{one_of(CLAUSES['told-again']['any'])}|{one_of(CLAUSES['told-again']['words'])})\b",
    re.IGNORECASE,
)
_COMES = re.compile(  # "Monday's raid comes barely two days after"
    rf"\W*(?:{one_of(CLAUSES['told-again']['the'])}|[A-Z]\w+[’']s)\s+(?:[\w-]+\s+)?"
    rf"(?:{one_of(CLAUSES['told-again']['any'])}|{one_of(CLAUSES['told-again']['words'])})\s+"
    rf"{one_of(CLAUSES['told-again']['comes'])}\s+(?:{one_of(CLAUSES['told-again']['comes-with'])}\b"
    rf"|(?:[\w-]+\s+){{0,4}}?{one_of(CLAUSES['told-again']['comes-units'])}\s+{one_of(CLAUSES['told-again']['comes-after'])}\b)",
    re.IGNORECASE,
)
_HAPPENED = any_of(CLAUSES["dates-it"]["words"])
_DIED, _HURT = any_of(_WOUNDS["died"]), any_of(CLAUSES["known-harm"]["hurt"])
_HURT_THEN = re.compile(  # "of wounds he had received on March 15"
    rf"\b{one_of(_WOUNDS['wounds'])}\s+(?:\w+\s+)?{one_of(_WOUNDS['hurt'])}\s+(?:had\s+)?{one_of(_WOUNDS['got'])}\s+{one_of(_WOUNDS['then'])}\s"
)
_LEAVES = re.compile(
    rf"\b{one_of(CLAUSES['flights']['words'])}\s+(?:from\s+)?(?:the\s+\w+\s+of\s+)?$", re.IGNORECASE
)


def brings_toll(candidate: Candidate) -> bool:
    """Whether it only brings the toll of an act told before up to date."""
    harm = candidate.casualties
    clause = candidate.clause
    unsaid = clause.kind_from is not None or _HURT_IN_IT.search(candidate.quote) is not None
    known = clause.hints or (harm.late and unsaid)
    return harm.updated and not harm.summed and known and not _tells_where_hurt(candidate)


def _tells_where_hurt(candidate: Candidate) -> bool:
    """Whether it says itself where or when those who died of it later were hurt: "of wounds he had received on March 15", "a child hurt in Kafr Zita a week ago has died"."""
    clause, quote = candidate.clause, candidate.quote
    hurt, died = _HURT.search(quote), _DIED.search(quote)
    told = (*(each.toponym.span for each in clause.places), *(each.span for each in clause.times))
    between = (
        hurt is not None
        and died is not None
        and any(hurt.end() <= each.start - clause.span.start < died.start() for each in told)
    )
    return candidate.casualties.late and (between or _HURT_THEN.search(quote) is not None)


def is_known_act(candidate: Candidate) -> bool:
    """Whether it speaks of an act as known, by a word for any act: "the attack"."""
    known = candidate.clause.known_act
    return is_known_kind(candidate) and known is not None and known["any"] is not None


def is_known_kind(candidate: Candidate) -> bool:
    """Whether it speaks of an act as known: "the shelling"; what that came after is another act: "the ambush came days after three were killed at Pallel"."""
    comes = _COMES.match(candidate.quote)
    another = comes is not None and _is_another_told(candidate, comes.end())
    return is_struck(candidate) and candidate.clause.known_act is not None and not another


def _is_another_told(candidate: Candidate, behind: int) -> bool:
    """Whether words of an act stand behind those for a known one: "came days after troops shelled Gao"."""
    return any(each.span.start >= behind for each in candidate.clause.cues)


def refers_back(candidate: Candidate) -> bool:
    """Whether it opens with words for what was said just before: "It happened at noon"."""
    return is_struck(candidate) and candidate.clause.refers


def is_harm(candidate: Candidate) -> bool:
    """Whether its words only hint at violence."""
    return is_struck(candidate) and candidate.clause.hints


def is_cause(candidate: Candidate) -> bool:
    """Whether it says what struck, at no place of its own, and counts no dead: "Medics said a rocket had hit their bus"."""
    remote = candidate.coding.event_type is EventType.REMOTE_VIOLENCE and candidate.clause.outright
    return remote and candidate.where.inherited and candidate.casualties.killed is None


def is_general(candidate: Candidate) -> bool:
    """Whether it says in general words, at a place of its own, that people were harmed there."""
    attack = candidate.coding.sub_event_type is SubEventType.ATTACK
    harm = is_harm(candidate) or (candidate.casualties.killed is not None and not acts(candidate))
    return harm and attack and not candidate.where.inherited


def is_bare_count(candidate: Candidate) -> bool:
    """Whether its sentence is nothing but a count of the harmed: "Two soldiers killed, four injured"."""
    clause, killed = candidate.clause, candidate.casualties.killed
    bare = not clause.places and candidate.when.basis is not TimeBasis.OWN and clause.link is Link.OPENS
    counts = killed is not None and killed.span.start == clause.span.start and not clause.another
    return bare and counts and candidate.coding.sub_event_type in RAIDS and not _VERB.search(clause.quote)


def is_more_of_its_sentence(candidate: Candidate) -> bool:
    """Whether it elaborates a clause of its sentence, with no time of its own."""
    more = candidate.clause.link is Link.ELABORATES and candidate.when.basis not in NAMED
    return more and is_violent(candidate)


def is_shot_down(candidate: Candidate) -> bool:
    """Whether it only says that weapons fired were shot down, at no place of its own."""
    told_as = (SubEventType.DISRUPTED_WEAPONS_USE, SubEventType.ATTACK)  # "some had been shot down"
    weapon = candidate.coding.sub_event_type in told_as and candidate.casualties.killed is None
    return weapon and candidate.where.inherited and _SHOT_DOWN.search(candidate.quote) is not None


def is_blast(candidate: Candidate) -> bool:
    """Whether it names remote violence as known, at no place of its own: "the explosion"."""
    remote = candidate.coding.event_type is EventType.REMOTE_VIOLENCE
    return remote and candidate.where.inherited and candidate.clause.known_act is not None


def is_damage(candidate: Candidate) -> bool:
    """Whether it says what was damaged, at no place of its own or by nobody named."""
    harm = candidate.coding.sub_event_type is SubEventType.LOOTING and (
        candidate.where.inherited or not candidate.participants
    )
    return harm and _DAMAGE.search(candidate.quote) is not None


def is_of_doers(candidate: Candidate) -> bool:
    """Whether it opens with those who struck, at no place of its own: "they fired at the guards"."""
    opens = candidate.where.inherited and _DOERS.match(candidate.quote) is not None
    shot = (
        candidate.coding.sub_event_type is SubEventType.EXCESSIVE_FORCE
    )  # "they fired into the crowd" of a market
    struck = is_violent(candidate) or shot
    return opens and struck and candidate.clause.link in (Link.OPENS, Link.LISTED) and not is_part(candidate)


def is_what_came_next(candidate: Candidate) -> bool:
    """Whether it opens with who struck then, at no place of its own: "Gunmen then entered the hotel and fought with guards"."""
    opens = candidate.clause.link is Link.OPENS and candidate.where.inherited
    return opens and is_violent(candidate) and _THEN.match(candidate.quote) is not None


def is_how_done(candidate: Candidate) -> bool:
    """Whether it says how those known from before were struck, at no place of its own: "it was first sprayed with bullets"."""
    opens = candidate.where.inherited and _STRUCK.match(candidate.quote) is not None
    return opens and is_struck(candidate)


def is_dated_by_doers(candidate: Candidate) -> bool:
    """Whether it says when those known from before struck, at no place of its own: "we learnt that the gunmen came at about 5pm"."""
    quote, at = candidate.quote, candidate.trigger.start - candidate.clause.span.start
    known = _NAMED_DOERS.search(quote, 0, max(at, 0)) is not None
    return known and candidate.where.inherited and is_violent(candidate) and not is_part(candidate)


def is_hour_of_doers(candidate: Candidate) -> bool:
    """Whether it opens with those who struck, at no place of its own, and tells the hour: "They came shortly after the prayer"."""
    hour = candidate.when.granularity in _HOURS and candidate.when.basis in NAMED
    return hour and (is_of_doers(candidate) or is_dated_by_doers(candidate)) and not candidate.clause.another


def is_dispersal(candidate: Candidate) -> bool:
    """Whether it says how a crowd was dispersed, at no place of its own."""
    crowd = candidate.coding.event_type in CROWDS and candidate.where.inherited
    return crowd and _DISPERSED.search(candidate.quote) is not None


def is_of_known_arms(candidate: Candidate) -> bool:
    """Whether it says what arms told of before did: "The jets dropped four bombs at about 7 p.m.", "when the shells fell"."""
    remote = candidate.coding.event_type is EventType.REMOTE_VIOLENCE or is_harm(candidate)
    quote = candidate.quote
    return remote and _KNOWN_ARMS.search(quote) is not None and _MORE_ARMS.search(quote) is None


def is_of_arms_named(candidate: Candidate) -> bool:
    """Whether it says by "it" or "they" what arms just named did, at no place of its own: "It exploded on the road outside"."""
    remote = candidate.coding.event_type is EventType.REMOTE_VIOLENCE and candidate.where.inherited
    return remote and _IT_WENT_OFF.match(candidate.quote) is not None


def is_how_long(candidate: Candidate) -> bool:
    """Whether it says until when an act known from before went on: "the exchange of fire continued till noon", "the fighting continued until Wednesday"."""
    known = candidate.clause.known_act is not None and candidate.where.inherited and is_struck(candidate)
    lasted, timex = _LASTED.search(candidate.quote), candidate.when.timex
    if not known or lasted is None or timex is None:
        return False
    until = (
        timex.span.start >= candidate.clause.span.start + lasted.start()
    )  # "began at 7 and went on until 9"
    only = _KNOWN_OPENS.match(candidate.quote) is not None and not candidate.casualties.told
    return until and (only or _OF_A_DAY.search(timex.text) is None)


def is_fate_of_hurt(candidate: Candidate) -> bool:
    """Whether it says what became of somebody hurt in an act told before: "the nurse who was injured then died today"."""
    return candidate.where.inherited and _FATE.search(candidate.quote) is not None


def is_harm_there(candidate: Candidate) -> bool:
    """Whether a sentence says who was harmed and by nobody, at no place of its own: "Six soldiers were killed, according to the governor", "Two soldiers were hurt by a device"."""
    opens = candidate.clause.link is Link.OPENS and candidate.where.inherited and is_violent(candidate)
    harm = candidate.casualties
    counts = (each.span.start for each in (harm.killed, harm.wounded) if each)
    whom = (
        candidate.clause.hints or min(counts, default=candidate.trigger.start) == candidate.clause.span.start
    )
    return opens and whom and harm.told and not acts(candidate)


def is_of_doers_named(candidate: Candidate) -> bool:
    """Whether it says what those known from before did, at no place of its own: "he said the attackers planted a bomb on the road"."""
    at = candidate.trigger.start - candidate.clause.span.start
    known = _NAMED_DOERS.search(candidate.quote, 0, max(at, 0)) is not None
    return known and candidate.where.inherited and is_violent(candidate)


def is_of_target(candidate: Candidate) -> bool:
    """Whether it speaks of what was struck as known, at no place of its own: "a bomb went off when the convoy was passing"."""
    known = candidate.where.inherited and bool(known_targets(candidate.quote))
    more = _MORE_ARMS.search(candidate.quote) is not None or _strikes_at_an_hour(candidate)
    return known and (is_looting(candidate) or (is_violent(candidate) and not more))


def _strikes_at_an_hour(candidate: Candidate) -> bool:
    """Whether it tells of shells or an air strike with an hour of its own: "In the evening shells hit the house"."""
    hour = candidate.when.granularity in _HOURS and candidate.when.basis is TimeBasis.OWN
    return hour and candidate.coding.sub_event_type in _STRIKES


def is_heard(candidate: Candidate) -> bool:
    """Whether it says when a strike told before was heard: "The first explosion was heard shortly before 11:00"."""
    remote = candidate.coding.event_type is EventType.REMOTE_VIOLENCE and candidate.where.inherited
    killed = candidate.casualties.killed
    return remote and (killed is None or not killed.low) and HEARD.search(candidate.quote) is not None


def is_of_it(candidate: Candidate) -> bool:
    """Whether it says what an act told before involved: "It involved at least ten airstrikes and 1,000 soldiers"."""
    return (
        candidate.clause.link is Link.OPENS
        and _OF_IT.match(candidate.quote) is not None
        and is_struck(candidate)
    )


def is_way_out(candidate: Candidate) -> bool:
    """Whether it only says that those who struck went away: "the gunmen withdrew towards the hills"."""
    struck = is_struck(candidate) or candidate.coding.sub_event_type in TAKEN
    return not struck and _GONE.search(candidate.quote) is not None


def is_relative_blow(candidate: Candidate) -> bool:
    """Whether it goes on with "who" or "which" to a blow with neither dead, time nor place."""
    more = candidate.clause.link is Link.ELABORATES and candidate.casualties.killed is None
    blow = is_violent(candidate) and candidate.where.inherited and candidate.when.basis in NO_WORDS
    return more and blow and _RELATIVE.match(candidate.quote) is not None


def is_seizure(candidate: Candidate) -> bool:
    """Whether it says what weapons were seized, at no place of its own."""
    seized = candidate.coding.sub_event_type is SubEventType.DISRUPTED_WEAPONS_USE
    return seized and candidate.where.inherited and _SEIZED.search(candidate.quote) is not None


def is_answer(candidate: Candidate) -> bool:
    """Whether it says what the other side did in answer, at no place of its own."""
    answers = _ANSWERS.search(candidate.quote) is not None and candidate.where.inherited
    return answers and is_violent(candidate)


def is_found_dead(candidate: Candidate) -> bool:
    """Whether it says when the bodies of those killed before were found, or that doctors could only declare them dead."""
    quote = candidate.quote
    found = _BODIES.search(quote) or _DECLARED.search(quote)
    return candidate.where.inherited and is_struck(candidate) and found is not None


def is_beside_what_else(candidate: Candidate) -> bool:
    """Whether it only says beside what else a known act was: "The attacks came two days after the president met envoys in Paris"."""
    words = _COMES.match(candidate.quote)
    if words is None or not is_struck(candidate) or candidate.casualties.told:
        return False
    another = _is_another_told(candidate, words.end())
    return candidate.trigger.start < candidate.clause.span.start + words.end() and not another


def is_later_toll(candidate: Candidate) -> bool:
    """Whether it only says at a later time how many have died, at no place of its own: "At 10 a.m. police said two people had died", "By noon rescuers had recovered four bodies"."""
    quote, clause = candidate.quote, candidate.clause
    dead = candidate.casualties.killed is not None and not clause.armed
    told = (clause.hints and _HAVE_DIED.search(quote)) or _SEARCHED.search(quote)
    return dead and candidate.where.inherited and bool(told)


def is_landing(candidate: Candidate) -> bool:
    """Whether it says where arms just told of came down: "It landed in Sderot"."""
    remote = candidate.coding.event_type is EventType.REMOTE_VIOLENCE
    return remote and not candidate.where.inherited and _IT_LANDED.match(candidate.quote) is not None


def is_claim(candidate: Candidate) -> bool:
    """Whether it is what one side says of a fight, at no place of its own: "JNIM claimed to have killed 60 soldiers"."""
    quote, reported = candidate.quote, candidate.clause.link is Link.REPORTED
    says = _CLAIM.search(quote) or (_CLAIM_REPORTED.match(quote) if reported else None)
    done = (SubEventType.LOOTING, SubEventType.DISRUPTED_WEAPONS_USE, *TAKEN)
    fought = is_violent(candidate) or candidate.coding.sub_event_type in done
    return candidate.where.inherited and fought and says is not None and not candidate.clause.another


def is_published_claim(candidate: Candidate) -> bool:
    """Whether it says with it when that was said: "claimed to have killed 60 and published footage on June 2"."""
    timex = candidate.when.timex
    if timex is None or not is_claim(candidate):
        return False
    start = candidate.clause.span.start
    claim = _CLAIM.search(candidate.quote)
    behind = claim.end() if claim else 0
    return _PUBLISHES.search(candidate.quote, behind, max(timex.span.start - start, behind)) is not None


def is_stray(candidate: Candidate) -> bool:
    """Whether it says who was hit by chance."""
    return _STRAYS.search(candidate.quote) is not None and is_violent(candidate)


def is_blow_back(candidate: Candidate) -> bool:
    """Whether it says what was done to those who struck: "troops killed nine of the attackers"; what was done later, or from the air, is another act."""
    apart = candidate.coding.sub_event_type in _STRIKES or _LATER_ON.search(candidate.quote) is not None
    return is_violent(candidate) and not apart and _BLOW_BACK.search(candidate.quote) is not None


def is_taking(candidate: Candidate) -> bool:
    """Whether it says who was taken, and neither when nor where: "the navy reported the capture of one guerrilla"."""
    return candidate.coding.sub_event_type is SubEventType.ARRESTS and candidate.where.inherited


def is_known_march(candidate: Candidate) -> bool:
    """Whether it opens with the crowd as one known, at no place of its own: "the march"."""
    crowd = candidate.coding.event_type in CROWDS and candidate.where.inherited
    return crowd and _MARCH.match(candidate.quote) is not None


def is_flight(candidate: Candidate) -> bool:
    """Whether it tells who fled."""
    return candidate.coding.ext_type is ExtType.DISPLACEMENT


def is_flight_from_it(candidate: Candidate) -> bool:
    """Whether it opens with who fled from what was just told, though it names where they went; not the town they fled."""
    opens = candidate.clause.link is Link.OPENS and candidate.when.basis not in NAMED
    return is_flight(candidate) and opens and not _is_of_town_left(candidate)


def _is_of_town_left(candidate: Candidate) -> bool:
    """Whether its own place is what they fled: "hundreds fled the town of Tawila"."""
    place = None if candidate.where.inherited else candidate.where.place
    return place is not None and bool(
        _LEAVES.search(candidate.quote[: place.toponym.name_span.start - candidate.clause.span.start])
    )


def is_flight_of_known_act(candidate: Candidate) -> bool:
    """Whether it opens with an act as with one known and says who fled from it: "the attack took place on Monday in Mavala and caused the people to flee"."""
    return is_flight(candidate) and _KNOWN_OPENS.match(candidate.quote) is not None


def says_where(candidate: Candidate) -> bool:
    """Whether it opens with an act as with one known and says where that was: "the blast occurred in the village of Mavala"."""
    known, quote = candidate.clause.known_act, candidate.quote
    opens = known is not None and not known.start()
    return (
        opens
        and not candidate.where.inherited
        and _KNOWN_OPENS.match(quote) is not None
        and says_happened(candidate)
    )


def says_happened(candidate: Candidate) -> bool:
    """Whether it says that an act took place: "mourners had gathered when the attack took place"."""
    return _HAPPENED.search(candidate.quote) is not None


def is_uncounted_flight(candidate: Candidate) -> bool:
    """Whether it tells who fled, uncounted, or that a place was cleared by nobody named."""
    evacuated = candidate.coding.ext_type is ExtType.EVACUATION
    cleared = evacuated and candidate.where.inherited and not candidate.participants
    return cleared or (is_flight(candidate) and candidate.casualties.displaced is None)


def is_harm_in_a_quarter(candidate: Candidate) -> bool:
    """Whether it says who was harmed, and where in the town: "shells fell all night; three were killed in Ward 7"."""
    clause, place = candidate.clause, candidate.where.place
    listed = clause.link is Link.LISTED and clause.casualties.told and not clause.armed
    attack = candidate.coding.sub_event_type is SubEventType.ATTACK
    return listed and attack and place is not None and place.place is None


def is_looting(candidate: Candidate) -> bool:
    """Whether it tells of looting or burning."""
    return candidate.coding.sub_event_type is SubEventType.LOOTING


def is_accusation(candidate: Candidate) -> bool:
    """Whether it says who is accused of it: "the army accused the rebels of having killed fifty"."""
    at = max(0, candidate.trigger.start - candidate.clause.span.start)
    return (
        candidate.where.inherited
        and is_struck(candidate)
        and ACCUSED.search(candidate.quote, 0, at) is not None
    )
