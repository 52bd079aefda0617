"""From a report to its events.

Four stages, each a function from the value before to a new one: ``annotate`` says what stands in each clause →
``attach`` what belongs to which act → ``link`` which acts are one event → ``assemble`` makes the rows; ``reader``
calls them in a row, ``explain`` shows how a reading came about. It replaces a parser and a model trained on
newspapers, which shatter the run-on prose of monitors, with words as data and a reason for every step.

To extend it: words stand in language/lexicon/en (types.toml, casualty_counts.toml, modality.toml, clauses.toml,
semantic_roles.toml); each stage's own docstring says how to add to it.
"""

from typing import TYPE_CHECKING

from dashboard.extraction.model import Event, Mention, Modality, Unread, UnreadReason
from dashboard.extraction.reading import Reading
from dashboard.text import Report

if TYPE_CHECKING:
    from dashboard.gazetteer import Gazetteer

__all__ = ["Event", "Mention", "Modality", "Reading", "Unread", "UnreadReason", "read_report"]


def read_report(report: Report, places: "Gazetteer | None" = None) -> Reading:
    """A report's events, one each, mentions merged; nothing silently dropped.

    ``places`` is the gazetteer to look names up in; without it the one that comes with the product. Times are
    wall-clock in the report's zone: the one given, else its country's, else UTC, which is said.
    """
    from dashboard.extraction.reader import workings  # noqa: PLC0415 - who looks at events read before reads none

    return workings(report, places).as_it_came()
