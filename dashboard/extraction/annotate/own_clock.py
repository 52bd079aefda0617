"""A moment of publication on the clock of the place that is reported from: the days of a report are that place's days."""

from dataclasses import replace
from datetime import datetime

from dashboard.extraction.annotate.places import home_of
from dashboard.gazetteer import Gazetteer
from dashboard.temporal import local
from dashboard.text import Report


def by_its_clock(report: Report, known: Gazetteer) -> Report:
    """The report with its moment of publication as the clock of its place shows it; a day stays the day it is.

    Where the place is not known the page's own clock counts, and that is noted.

    >>> from datetime import UTC
    >>> from dashboard.gazetteer import load
    >>> said = Report("Shells fell on Douma, Syria.", published=datetime(2018, 5, 20, 23, 10, tzinfo=UTC))
    >>> str(by_its_clock(said, load()).published)
    '2018-05-21 02:10:00'
    """
    moment = report.published
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        return report
    zone = report.timezone or known.timezone_of(home_of(known.survey(report.text)))
    if zone:
        return replace(report, published=local(moment, zone))
    note = f"published {moment.isoformat(' ', 'minutes')}, taken by that clock: the place's own is not known"
    return replace(report, published=moment.replace(tzinfo=None), notes=(*report.notes, note))
