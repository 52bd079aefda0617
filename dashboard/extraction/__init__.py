"""From a report to its events.

``clauses`` cuts the sentences → ``types``, ``tolls``, ``modality``, the gazetteer, the actors and the time
reading tell what each clause holds (``mentions``, ``when``) → ``merge`` brings mentions of one event
together → ``assemble`` makes the row. It replaces a parser and a model trained on newspapers, which shatter
the run-on prose of monitors, with words as data and a reason for every step.
"""

from dashboard.extraction.model import Event, Mention, Reading, Unread
from dashboard.extraction.reader import read_report

__all__ = ["Event", "Mention", "Reading", "Unread", "read_report"]
