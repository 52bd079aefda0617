"""ACLED's six types of event, spelled once."""

from enum import StrEnum


class EventType(StrEnum):
    """What kind of event it is, in ACLED's words; their order is that of the table's choices."""

    BATTLES = "Battles"
    EXPLOSIONS = "Explosions/Remote violence"
    AGAINST_CIVILIANS = "Violence against civilians"
    PROTESTS = "Protests"
    RIOTS = "Riots"
    STRATEGIC = "Strategic developments"
