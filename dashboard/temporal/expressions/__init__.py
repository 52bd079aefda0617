"""What time words mean, before anybody says when they were spoken.

Rules turn words into expressions; an expression and a moment of speech give a Sense. That order lets one
reading be counted again from another day, which is how the publication date is worked out and how words
without a date stay relative.
"""

from dashboard.temporal.expressions.days import Calendar, MonthStep, Weekday, nearest
from dashboard.temporal.expressions.hours import Clock, MidnightAfter, Part
from dashboard.temporal.expressions.lengths import SHORT, Length, Window, unit_granularity
from dashboard.temporal.expressions.sense import Expression, Other, Sense, date_sense
from dashboard.temporal.expressions.shifts import (
    TODAY,
    Ago,
    DayCount,
    From,
    MonthOfYear,
    Named,
    NextEarly,
    NightBefore,
    Shift,
    Told,
    WeekdayOfWeek,
    shifted,
)
from dashboard.temporal.expressions.spans import Edge, Fixed, QuarterOf, SeasonOf, Stretch, Years
from dashboard.temporal.expressions.vague import Every, Ref

__all__ = [
    "SHORT",
    "TODAY",
    "Ago",
    "Calendar",
    "Clock",
    "DayCount",
    "Edge",
    "Every",
    "Expression",
    "Fixed",
    "From",
    "Length",
    "MidnightAfter",
    "MonthOfYear",
    "MonthStep",
    "Named",
    "NextEarly",
    "NightBefore",
    "Other",
    "Part",
    "QuarterOf",
    "Ref",
    "SeasonOf",
    "Sense",
    "Shift",
    "Stretch",
    "Told",
    "Weekday",
    "WeekdayOfWeek",
    "Window",
    "Years",
    "date_sense",
    "nearest",
    "shifted",
    "unit_granularity",
]
