"""What linking asks of an act: whether it is violence, a part of a raid, of a kind with another, or done by somebody named."""

from dashboard.extraction.acled import VIOLENT, SubEventType
from dashboard.extraction.annotate.semantic_roles import SemanticRole
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.attach.coded import TimeBasis
from dashboard.extraction.lexicon import CLAUSES, any_of

PARTS_OF_A_RAID = frozenset({SubEventType.ABDUCTION, SubEventType.LOOTING})
RAIDS = frozenset({SubEventType.ATTACK, SubEventType.ARMED_CLASH})
TAKEN = frozenset({SubEventType.GOVERNMENT_REGAINS, SubEventType.NON_STATE_OVERTAKES})
NAMED = frozenset({TimeBasis.OWN, TimeBasis.ELABORATED})
"""Words of its own, or of the next clause, tell the time."""

_REPRISALS = any_of(CLAUSES["another"]["reprisals"])


def acts(candidate: Candidate) -> bool:
    """Whether its own words name somebody as acting."""
    return any(each.role is SemanticRole.ACTS and not each.taken_over for each in candidate.participants)


def is_part(candidate: Candidate) -> bool:
    """Whether it is what a raid is made of as well: people carried off, things looted."""
    return candidate.coding.sub_event_type in PARTS_OF_A_RAID


def is_violent(candidate: Candidate) -> bool:
    """Whether it tells of violence."""
    return candidate.coding.event_type in VIOLENT


def is_struck(candidate: Candidate) -> bool:
    """Whether it tells of violence, or of a part of a raid."""
    return is_violent(candidate) or candidate.coding.sub_event_type in PARTS_OF_A_RAID


def is_like(candidate: Candidate, host: Candidate) -> bool:
    """Whether both are of one of ACLED's six types."""
    return host.coding.event_type is candidate.coding.event_type


def is_reprisal(candidate: Candidate) -> bool:
    """Whether somebody named burned, looted or took people because of what was told before: "angry soldiers then burnt eight houses in reprisal"."""
    return is_part(candidate) and acts(candidate) and _REPRISALS.search(candidate.quote) is not None
