"""Which acts told before words may tell again: what a host has to be, and how near it has to stand."""

import re

from dashboard.extraction.acled import CROWDS, EventType, SubEventType
from dashboard.extraction.annotate.annotated_clause import UNARMED
from dashboard.extraction.annotate.semantic_roles import SemanticRole
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.attach.coded import NO_WORDS
from dashboard.extraction.attach.only_harm import only_counts
from dashboard.extraction.lexicon import CLAUSES, THE, any_of, one_of
from dashboard.extraction.link.acts import (
    NAMED,
    PARTS_OF_A_RAID,
    RAIDS,
    TAKEN,
    is_like,
    is_struck,
    is_violent,
)
from dashboard.extraction.link.around import holds
from dashboard.extraction.link.targets import known_targets, targets
from dashboard.gazetteer import REGION
from dashboard.temporal import Granularity

_ARMS = CLAUSES["told-again"]
_FIRED_FROM = re.compile(
    rf"\b{one_of(_ARMS['fired'])}\s+(?:[\w-]+\s+){{0,2}}?{one_of(_ARMS['from'])}\s+{THE}$", re.IGNORECASE
)
_BARE_HARM = any_of(_ARMS["bare-harm"])
_NEXT = 3  # sentences: so far on it is said what was seized
_SOON = 6  # sentences: so far on the details of an act are told


def is_done_there(candidate: Candidate, host: Candidate) -> bool:
    """Whether weapons struck just there on that day, as far as the host says; or then, where its own words tell no time."""
    one, other = candidate.where.place, host.where.place
    there = one is not None and other is not None and one.precision < REGION and holds(one, other)
    told = host.coding.event_type is EventType.REMOTE_VIOLENCE and not host.clause.hints
    untold = candidate.when.basis in NO_WORDS
    whole = untold or (host.when.granularity is Granularity.DAY and host.when.basis in NAMED)
    return there and told and whole and not candidate.when.is_apart(host.when)


def is_of_its_kind(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is of the same of ACLED's six types, or both are a raid: "the ambush" may be of a patrol that fought back."""
    raids = host.coding.sub_event_type in RAIDS and candidate.coding.sub_event_type in RAIDS
    return is_like(candidate, host) or raids


def is_uncounted(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is violence of the sentence before, of which no dead are counted."""
    near = candidate.clause.paragraph == host.clause.paragraph and host.casualties.killed is None
    return near and is_violent(host) and candidate.clause.sentence - host.clause.sentence == 1


def is_of_its_sentence(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is violence of another type in its sentence, at the same time."""
    one = host.clause.sentence == candidate.clause.sentence and host.when.start == candidate.when.start
    return one and is_violent(host) and host.coding.event_type is not candidate.coding.event_type


def is_fired_just_before(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is remote violence of the same paragraph."""
    fired = host.coding.event_type is EventType.REMOTE_VIOLENCE
    return fired and candidate.clause.paragraph == host.clause.paragraph


def is_fired_off(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is remote violence of the sentence before that only tells whence it was fired: "A rocket was fired from Gaza"."""
    place = host.where.place
    if place is None or candidate.clause.sentence - host.clause.sentence > 1:
        return False
    before = host.quote[: place.toponym.span.start - host.clause.span.start]
    return is_fired_just_before(candidate, host) and _FIRED_FROM.search(before) is not None


def has_no_more_dead(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is violence of the last sentences that no more dead are told of."""
    dead, counted = candidate.casualties.killed, host.casualties.killed
    fits = dead is None or counted is None or counted.low <= dead.low
    return is_fought_just_before(candidate, host) and fits


def is_explosion(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is of the same type, a few sentences before."""
    return is_like(candidate, host) and candidate.clause.sentence - host.clause.sentence <= _SOON


def is_blow(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is a crowd of the sentence before, or remote violence or a raid a few sentences before."""
    soon = candidate.clause.sentence - host.clause.sentence <= _SOON
    crowd = host.coding.event_type in CROWDS and candidate.clause.sentence - host.clause.sentence <= 1
    return crowd or (
        soon and (host.coding.event_type is EventType.REMOTE_VIOLENCE or is_raid(candidate, host))
    )


def is_untold_just_before(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is of the same type a few sentences before, and no words tell its time."""
    soon = candidate.clause.sentence - host.clause.sentence <= _SOON
    return soon and is_like(candidate, host) and host.when.basis in NO_WORDS


def is_untold_or_of_that_day(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is violence a few sentences before of which only the day is told, the one that the hour is of, or no time at all."""
    when, hour = host.when, candidate.when
    day = when.granularity is Granularity.DAY and when.start is not None and hour.start is not None
    fits = when.basis in NO_WORDS or (day and not hour.is_apart(when))
    fought = candidate.coding.sub_event_type is SubEventType.ARMED_CLASH
    if fought and host.coding.sub_event_type is SubEventType.ATTACK:
        return False  # "at 4 a.m. operatives came, and the bandits met them with gunfire": a fight after the raid
    return fits and is_soon_before(candidate, host) and is_raid(candidate, host)


def is_crowd_just_before(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is a protest or riot of the last sentences."""
    near = candidate.clause.sentence - host.clause.sentence <= _NEXT
    return near and host.coding.event_type in CROWDS


def is_fired_before(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is remote violence, a few sentences before, or harm of the paragraph of which no words say by what."""
    remote = host.coding.event_type is EventType.REMOTE_VIOLENCE
    harm = is_violent(host) and host.clause.hints and host.clause.paragraph == candidate.clause.paragraph
    return (remote or harm) and candidate.clause.sentence - host.clause.sentence <= _SOON


def is_on_target(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is violence a few sentences before, at what the candidate speaks of as known: "gunmen attacked a convoy"."""
    return is_soon_before(candidate, host) and not targets(host.quote).isdisjoint(
        known_targets(candidate.quote)
    )


def is_bare_harm_before(candidate: Candidate, host: Candidate) -> bool:
    """Whether the sentence before counts dead or hurt, and says neither of what nor by whom: "Two people were killed in Kherson on Monday"."""
    near = candidate.clause.paragraph == host.clause.paragraph
    armed = [each for each in host.participants if each.actor.category not in UNARMED]
    acting = any(each.role is SemanticRole.ACTS and not each.taken_over for each in armed)
    untold = (host.clause.hints or only_counts(host.clause)) and not acting
    harm = untold and is_violent(host) and host.casualties.told and _BARE_HARM.fullmatch(host.coding.cue.text)
    return near and bool(harm) and candidate.clause.sentence - host.clause.sentence == 1


def is_right_before(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is violence of the sentence before, of which no dead are counted, or no fewer."""
    near = candidate.clause.paragraph - host.clause.paragraph <= 1
    dead, counted = candidate.casualties.killed, host.casualties.killed
    fits = dead is None or counted is None or dead.low <= counted.low
    return near and is_violent(host) and candidate.clause.sentence - host.clause.sentence == 1 and fits


def is_struck_just_before(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is violence or a part of a raid, of the last sentences."""
    return is_struck(host) and candidate.clause.sentence - host.clause.sentence <= _NEXT


def is_raid_or_arrest(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is violence or arrests, of the last sentences."""
    near = candidate.clause.sentence - host.clause.sentence <= _NEXT
    return near and (is_violent(host) or host.coding.sub_event_type is SubEventType.ARRESTS)


def is_fought_just_before(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is violence of the last sentences of the paragraph."""
    near = candidate.clause.paragraph == host.clause.paragraph
    return near and is_violent(host) and candidate.clause.sentence - host.clause.sentence <= _NEXT


def is_soon_before(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is violence, a few sentences before."""
    soon = candidate.clause.sentence - host.clause.sentence <= _SOON
    return soon and is_violent(host)


def is_what_they_did(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is violence, a few sentences before; where somebody was taken, whom they killed is another act: "the gunmen killed two people on the road"."""
    taken = host.coding.sub_event_type is SubEventType.ABDUCTION
    other = taken and candidate.coding.sub_event_type is not SubEventType.ABDUCTION
    return is_soon_before(candidate, host) and not (other and candidate.casualties.killed)


def is_deadly_later(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is violence of the last sentences of the paragraph that had hurt and no dead: "Settlers shot a man. The man, who was wounded in the head, died"."""
    return is_fought_just_before(candidate, host) and host.casualties.killed is None


def is_fought_there(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is a fight, a blow at armed men or a town taken, of the last sentences, at the place that the candidate takes over."""
    fought = host.coding.sub_event_type in RAIDS | TAKEN or (is_violent(host) and host.clause.armed)
    one, other = candidate.where.place, host.where.place
    there = one is None or other is None or holds(one, other) or holds(other, one)
    near = candidate.clause.sentence - host.clause.sentence <= _NEXT
    return fought and there and near and candidate.clause.paragraph - host.clause.paragraph <= 1


def is_fight_just_before(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is violence, a protest or a riot, of the same paragraph."""
    fought = is_violent(host) or host.coding.event_type in CROWDS
    return fought and candidate.clause.paragraph == host.clause.paragraph


def is_march(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is a protest or riot, or violence a few sentences before."""
    shot_at = is_violent(host) and candidate.clause.sentence - host.clause.sentence <= _SOON
    return shot_at or host.coding.event_type in CROWDS


def is_struck_beside(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is violence of the same sentence."""
    return is_violent(host) and host.clause.sentence == candidate.clause.sentence


def is_any_blow(_: Candidate, host: Candidate) -> bool:
    """Whether it is violence or a part of a raid, wherever it stands."""
    return is_struck(host)


def is_raid(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is an attack, a clash, or the other part of a raid: who abducted may have looted as well."""
    other = PARTS_OF_A_RAID - {candidate.coding.sub_event_type}  # who abducted may have looted as well
    return host.coding.sub_event_type in RAIDS | other


def is_raid_just_before(candidate: Candidate, host: Candidate) -> bool:
    """Whether it is a raid of the same paragraph, or violence of the same sentence, of what names no place."""
    near = candidate.clause.paragraph == host.clause.paragraph
    one = candidate.clause.sentence == host.clause.sentence and is_violent(host)
    return near and candidate.where.inherited and (one or is_raid(candidate, host))
