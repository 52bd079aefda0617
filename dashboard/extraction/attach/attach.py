"""The second stage: every clause with the words of an event as a candidate, or why it is none."""

from collections.abc import Iterator

from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.attach.candidates import Candidate, candidate
from dashboard.extraction.attach.corrections import corrected
from dashboard.extraction.attach.more_towns import in_its_towns
from dashboard.extraction.attach.refusals import refusals
from dashboard.extraction.attach.struck_by_army import Strikes
from dashboard.extraction.attach.when import times_of
from dashboard.extraction.model import Unread


def attach(annotations: Annotations) -> Iterator[Candidate | Unread]:
    """What was made of the clauses, in their order; nothing of those without an event's words."""
    mended = corrected(annotations)
    annotations = mended.annotations
    times = times_of(annotations)
    strikes = Strikes.of(annotations.clauses)
    refused = refusals(annotations, times) | mended.aside
    for number, clause in enumerate(annotations.clauses):
        if number in refused:
            yield refused[number]
        elif clause.coding is not None:
            told = candidate(annotations, number, clause.coding, times[number].full, strikes)
            yield from in_its_towns(annotations, number, told)
