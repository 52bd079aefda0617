"""Words plus a reference time give an interval, with the reason kept.

It replaces general taggers and date libraries, which know neither the monitors' idioms ("after midnight of
yesterday"), nor quoted reports with a day of their own, nor how to work out the day of publication.

How a reading comes about: ``tokens`` cuts the text into islands of time words by the ``lexicon`` → ``rules``
turn each island into ``expressions``, which say what is meant before anybody says when → ``frames`` finds
quoted reports → ``dating`` works out the day of publication → ``resolve`` counts every expression from its
frame's day → ``timex``, the result.
"""

from dashboard.temporal.absolute import read_moment
from dashboard.temporal.granularity import Granularity
from dashboard.temporal.interval import Interval
from dashboard.temporal.reader import read_time, tag
from dashboard.temporal.timex import Bearing, Dating, Frame, TimeReading, Timex

__all__ = [
    "Bearing",
    "Dating",
    "Frame",
    "Granularity",
    "Interval",
    "TimeReading",
    "Timex",
    "read_moment",
    "read_time",
    "tag",
]
