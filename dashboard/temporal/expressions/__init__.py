"""What time words mean, before anybody says when they were spoken.

Rules turn words into expressions; an expression and a moment of speech give a Sense. That order lets one
reading be counted again from another day, which is how the publication date is worked out and how words
without a date stay relative.
"""

from dashboard.temporal.expressions.ancient import Ancient, in_ancient_years
from dashboard.temporal.expressions.days import Calendar, MonthStep, NoDay, TwoWays, Weekday, nearest
from dashboard.temporal.expressions.feasts import DayOfFeast, Feast, Hijri, Nearby, TheEid
from dashboard.temporal.expressions.hours import Clock, MidnightAfter, Part
from dashboard.temporal.expressions.lengths import SHORT, Length, Window, unit_granularity
from dashboard.temporal.expressions.modifiers import Around, AroundDay, Beside, Bounded, Clipped, Near
from dashboard.temporal.expressions.offsets import (
    TODAY,
    DayCount,
    DayOfYear,
    From,
    MonthOfYear,
    Named,
    NextEarly,
    NightBefore,
    Shift,
    Told,
    ToldNight,
    UnitCount,
    WeekdayOfWeek,
    shifted,
)
from dashboard.temporal.expressions.ordinals import (
    DayOfMonth,
    Later,
    PieceOf,
    SameDay,
    UpTo,
    WeekdayOf,
    WeekOfMonth,
)
from dashboard.temporal.expressions.ranges import (
    Edge,
    Ending,
    Fixed,
    HalfOf,
    QuarterOf,
    SeasonOf,
    Stretch,
    ThisPeriod,
    ToldSpan,
    YearBefore,
    Years,
)
from dashboard.temporal.expressions.sense import Expression, Other, Sense, date_sense, said
from dashboard.temporal.expressions.vague import Ago, Every, Recently, Ref, Since

__all__ = [
    "SHORT",
    "TODAY",
    "Ago",
    "Ancient",
    "Around",
    "AroundDay",
    "Beside",
    "Bounded",
    "Calendar",
    "Clipped",
    "Clock",
    "DayCount",
    "DayOfFeast",
    "DayOfMonth",
    "DayOfYear",
    "Edge",
    "Ending",
    "Every",
    "Expression",
    "Feast",
    "Fixed",
    "From",
    "HalfOf",
    "Hijri",
    "Later",
    "Length",
    "MidnightAfter",
    "MonthOfYear",
    "MonthStep",
    "Named",
    "Near",
    "Nearby",
    "NextEarly",
    "NightBefore",
    "NoDay",
    "Other",
    "Part",
    "PieceOf",
    "QuarterOf",
    "Recently",
    "Ref",
    "SameDay",
    "SeasonOf",
    "Sense",
    "Shift",
    "Since",
    "Stretch",
    "TheEid",
    "ThisPeriod",
    "Told",
    "ToldNight",
    "ToldSpan",
    "TwoWays",
    "UnitCount",
    "UpTo",
    "WeekOfMonth",
    "Weekday",
    "WeekdayOf",
    "WeekdayOfWeek",
    "Window",
    "YearBefore",
    "Years",
    "date_sense",
    "in_ancient_years",
    "nearest",
    "said",
    "shifted",
    "unit_granularity",
]
