"""The four types of TIMEX3."""

from enum import StrEnum


class TimexType(StrEnum):
    """What kind of time words tell: a day or longer, a part of a day, how long, how often."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"
