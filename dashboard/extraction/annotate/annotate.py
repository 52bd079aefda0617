"""The first stage: a report with all that stands in its clauses."""

from dataclasses import replace
from functools import partial

from dashboard import actors
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.arms import with_arms
from dashboard.extraction.annotate.clauses import cut
from dashboard.extraction.annotate.clock import apart_in
from dashboard.extraction.annotate.contents import contents
from dashboard.extraction.annotate.form_contents import Told, filled_in, may_name
from dashboard.extraction.annotate.forms import forms
from dashboard.extraction.annotate.furniture import furniture
from dashboard.extraction.annotate.heading import headed
from dashboard.extraction.annotate.kinds import handed_on
from dashboard.extraction.annotate.later_deaths import with_later_deaths
from dashboard.extraction.annotate.listed import without_heads
from dashboard.extraction.annotate.other_days import other_days_in
from dashboard.extraction.annotate.own_clock import by_its_clock
from dashboard.extraction.annotate.places import home_of, places_of
from dashboard.extraction.annotate.reasons import reasons_in
from dashboard.extraction.annotate.signed import unsigned
from dashboard.gazetteer import Gazetteer
from dashboard.temporal import read_plain
from dashboard.text import Report, blanked, mended, unbroken


def annotate(report: Report, known: Gazetteer) -> Annotations:
    """The report's times, places, actors and clauses; ``known`` are the places to look names up in."""
    bare = headed(replace(report, text=unsigned(report.text)))
    told = by_its_clock(replace(bare, text=report.text), known)
    whole = unsigned(unbroken(mended(told.text)))
    of_the_page = furniture(whole)
    time = read_plain(whole, told.published, told.published_source or "given", aside=of_the_page)
    report = replace(told, text=blanked(whole, of_the_page))
    told_as, survey = forms(whole), known.survey(report.text)
    pieces = cut(
        report.text,
        sorted({at for each in told_as for at in each.edges}),
        apart_in(time),
        sorted({*reasons_in(report.text, time), *other_days_in(report.text, time)}),
    )
    naming = may_name(pieces, told_as)
    home = home_of(survey, partial(actors.homes, report.text, time.published.day))
    who = tuple(actors.find(report.text, home, time.published.day))
    named = places_of(survey, home, who, time.timexes, naming)
    every = tuple(contents(report.text, pieces, time, named.scenes, who))
    found = without_heads(report.text, every)
    clauses, sums = handed_on(
        filled_in(
            tuple(with_later_deaths(tuple(with_arms(found)))), told_as, Told(report, time, named.scenes, who)
        )
    )
    zone = report.timezone or known.timezone_of(home)
    return Annotations.of(
        *(told, report, zone, time, named, clauses, sums, of_the_page), country=home, known=known
    )
