"""ACLED's event types and sub-event types, and what these fold away: the words of the codebook, spelled once.

Source: ACLED Codebook, https://acleddata.com/knowledge-base/codebook/. To add a kind that ACLED folds away: a member
of ``ExtType`` and a cue that has it (language/lexicon/en/types.toml).
"""

from enum import StrEnum


class EventType(StrEnum):
    """The six types in the order in which people choose among them; ``NONE`` for what is no event of a conflict."""

    BATTLES = "Battles"
    REMOTE_VIOLENCE = "Explosions/Remote violence"
    VIOLENCE_AGAINST_CIVILIANS = "Violence against civilians"
    PROTESTS = "Protests"
    RIOTS = "Riots"
    STRATEGIC_DEVELOPMENTS = "Strategic developments"
    NONE = ""


class SubEventType(StrEnum):
    """The 25 sub-event types; ``NONE`` for what is no event of a conflict."""

    GOVERNMENT_REGAINS = "Government regains territory"
    NON_STATE_OVERTAKES = "Non-state actor overtakes territory"
    ARMED_CLASH = "Armed clash"
    EXCESSIVE_FORCE = "Excessive force against protesters"
    PROTEST_WITH_INTERVENTION = "Protest with intervention"
    PEACEFUL_PROTEST = "Peaceful protest"
    VIOLENT_DEMONSTRATION = "Violent demonstration"
    MOB_VIOLENCE = "Mob violence"
    CHEMICAL_WEAPON = "Chemical weapon"
    AIR_STRIKE = "Air/drone strike"
    SUICIDE_BOMB = "Suicide bomb"
    SHELLING = "Shelling/artillery/missile attack"
    REMOTE_EXPLOSIVE = "Remote explosive/landmine/IED"
    GRENADE = "Grenade"
    SEXUAL_VIOLENCE = "Sexual violence"
    ATTACK = "Attack"
    ABDUCTION = "Abduction/forced disappearance"
    AGREEMENT = "Agreement"
    ARRESTS = "Arrests"
    CHANGE_TO_GROUP = "Change to group/activity"
    DISRUPTED_WEAPONS_USE = "Disrupted weapons use"
    BASE_ESTABLISHED = "Headquarters or base established"
    LOOTING = "Looting/property destruction"
    NON_VIOLENT_TRANSFER = "Non-violent transfer of territory"
    OTHER = "Other"
    NONE = ""


class ExtType(StrEnum):
    """What ACLED folds into a sub-event type, or codes as no event at all; ``NONE`` for all the rest."""

    ADVANCE = "advance"
    BREACH = "breach"
    CEASEFIRE = "ceasefire"
    CLAIM = "claim"
    DENIAL = "denial"
    DISPLACEMENT = "displacement"
    EVACUATION = "evacuation"
    PREPARATION = "preparation"
    SIEGE = "siege"
    UNATTRIBUTED = "unattributed"
    WITHDRAWAL = "withdrawal"
    NONE = ""


VIOLENT = frozenset(
    {EventType.BATTLES, EventType.REMOTE_VIOLENCE, EventType.VIOLENCE_AGAINST_CIVILIANS, EventType.RIOTS}
)
"""The types of events in which somebody is struck."""
CROWDS = frozenset({EventType.PROTESTS, EventType.RIOTS})
"""The types of events that crowds make."""
TAKING = frozenset(
    {SubEventType.GOVERNMENT_REGAINS, SubEventType.NON_STATE_OVERTAKES, SubEventType.NON_VIOLENT_TRANSFER}
)
"""The ways in which a place changes hands."""
BLOODLESS = frozenset(
    {
        SubEventType.AGREEMENT,
        SubEventType.CHANGE_TO_GROUP,
        SubEventType.OTHER,
        SubEventType.NON_VIOLENT_TRANSFER,
        SubEventType.BASE_ESTABLISHED,
    }
)
"""What kills nobody by itself: dead told beside it are those of another act."""
STATES = frozenset({ExtType.CEASEFIRE, ExtType.SIEGE})
"""What goes on by itself once begun."""
MOVEMENTS = frozenset({ExtType.EVACUATION, ExtType.DISPLACEMENT, ExtType.WITHDRAWAL})
"""What has an origin and a goal."""

_SUB = SubEventType
EVENT_TYPES: dict[EventType, tuple[SubEventType, ...]] = {
    EventType.BATTLES: (_SUB.GOVERNMENT_REGAINS, _SUB.NON_STATE_OVERTAKES, _SUB.ARMED_CLASH),
    EventType.PROTESTS: (_SUB.EXCESSIVE_FORCE, _SUB.PROTEST_WITH_INTERVENTION, _SUB.PEACEFUL_PROTEST),
    EventType.RIOTS: (_SUB.VIOLENT_DEMONSTRATION, _SUB.MOB_VIOLENCE),
    EventType.REMOTE_VIOLENCE: (
        _SUB.CHEMICAL_WEAPON,
        _SUB.AIR_STRIKE,
        _SUB.SUICIDE_BOMB,
        _SUB.SHELLING,
        _SUB.REMOTE_EXPLOSIVE,
        _SUB.GRENADE,
    ),
    EventType.VIOLENCE_AGAINST_CIVILIANS: (_SUB.SEXUAL_VIOLENCE, _SUB.ATTACK, _SUB.ABDUCTION),
    EventType.STRATEGIC_DEVELOPMENTS: (
        _SUB.AGREEMENT,
        _SUB.ARRESTS,
        _SUB.CHANGE_TO_GROUP,
        _SUB.DISRUPTED_WEAPONS_USE,
        _SUB.BASE_ESTABLISHED,
        _SUB.LOOTING,
        _SUB.NON_VIOLENT_TRANSFER,
        _SUB.OTHER,
    ),
}
EVENT_TYPE_OF: dict[str, EventType] = {sub: kind for kind, subs in EVENT_TYPES.items() for sub in subs}
