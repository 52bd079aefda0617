"""The stages in a row: a report in, its events out, with all that was not turned into one."""

from dataclasses import dataclass

from dashboard import gazetteer
from dashboard.extraction.annotate.annotate import annotate
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.assemble.assembled import assemble
from dashboard.extraction.attach.attach import attach
from dashboard.extraction.link.linked import Linked, link
from dashboard.extraction.reading import Reading
from dashboard.gazetteer import Gazetteer
from dashboard.text import Report


@dataclass(frozen=True, slots=True)
class Workings:
    """A reading with all that it was made from: what stands in each clause, and what each was read as."""

    reading: Reading
    annotations: Annotations
    linked: Linked


def workings(report: Report, places: Gazetteer | None = None) -> Workings:
    """The reading of a report, and how it came about."""
    annotations = annotate(report, places or gazetteer.load())
    linked = link(attach(annotations))
    return Workings(assemble(annotations, linked), annotations, linked)
