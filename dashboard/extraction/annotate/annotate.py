"""The first stage: a report with all that stands in its clauses."""

from dashboard import actors
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.clauses import cut
from dashboard.extraction.annotate.contents import contents
from dashboard.extraction.annotate.heading import headed
from dashboard.extraction.annotate.kinds import handed_on
from dashboard.extraction.annotate.places import places_of
from dashboard.gazetteer import Gazetteer
from dashboard.temporal import read_time
from dashboard.text import Report


def annotate(report: Report, known: Gazetteer) -> Annotations:
    """The report's times, places, actors and clauses; ``known`` are the places to look names up in."""
    report = headed(report)
    time = read_time(report.text, report.published, report.published_source or "given")
    survey = known.survey(report.text)
    who = tuple(actors.find(report.text, survey.country, time.published.day))
    pieces = cut(report.text)
    places = places_of(survey, who, time.timexes, pieces.clauses)
    clauses, sums = handed_on(tuple(contents(report.text, pieces.clauses, time, places, who)))
    zone = report.timezone or known.timezone_of(survey.country)
    return Annotations.of(
        *(report, zone, time, places, clauses, sums, pieces.furniture), country=survey.country, known=known
    )
