"""Words plus a reference time give an interval, with the reason kept.

It replaces general taggers and date libraries, which know neither the monitors' idioms ("after midnight of
yesterday"), nor quoted reports with a day of their own, nor how to work out the day of publication.

How a reading comes about: ``lexing`` cuts the text into islands of time words by the lexicon → ``rules`` turn each
island into ``expressions``, which say what is meant before anybody says when → ``context`` looks at the words around
each (``date_order`` tells the month from the day in dates in figures, ``tense`` whether the clause looks ahead) →
``discourse`` finds quoted reports (``attribution``), dated entries (``datelines``) and parts news from chronicles
(``narrative``) → ``anchoring`` works out the day of publication (``publication_date``) and counts every expression
(``resolve``) from its frame's day, which ``reference_times`` keeps → ``timex``, the result → ``sunlit``, which makes an
interval of what the sun tells once a place is known (``calendar/sun``: rows of the lexicon, ``calendar/skies``: the libraries).

To add a word: put it in a row of language/lexicon/en/time.toml or ar/time.toml whose words mean the same ("sundown" beside "sunset"), and
show it by a row in tests/temporal/corpora, in the table whose heading has the moment of speech.
A word that only rules speak of goes under [glue], and its key is what a pattern writes.
To ask something new of a time expression ("does it name a month?"): a property of ``Expression`` with the answer of most
(expressions/sense.py), and the other answer where it holds; no module asks what class an expression is.
To add a rule: look at what it will see, as below; write a function in the family of ``rules`` it belongs to, decorated
with its name and its patterns over kinds of words (rules/engine.py says how they are written), and its corpus row.
Rules run in the order of rules/__init__.py, then as they stand in the file: put yours before the one that would
take its words first.
To add a language: a lexicon of its own with the same tables, named in lexicon.py; the script of a text tells
which is meant, and a text may mix them. Where its words stand in another order, give those words kinds of
their own ("last-after" follows its noun) and add patterns for them, as rules/noun_first.py does for Arabic: the
productions are shared, and no pattern of one language matches another.

What a rule sees, and what the rules made of it:

>>> from dashboard.temporal.lexing.lexicon import lexicon
>>> from dashboard.temporal.rules import all_rules
>>> from dashboard.temporal.lexing.tokens import islands
>>> (island,) = islands("overnight into Sunday", lexicon("en"))
>>> [node.kind for node in island]
['overnight-into', 'weekday']
>>> [(node.kind, node.rule) for node in all_rules().understand(island)]
[('time', 'overnight into <day>')]
"""

from importlib import import_module
from typing import TYPE_CHECKING

from dashboard.temporal.absolute import read_moment
from dashboard.temporal.calendar.granularity import Granularity
from dashboard.temporal.calendar.interval import Interval
from dashboard.temporal.calendar.moment import UNPUBLISHABLE, is_publishable
from dashboard.temporal.calendar.skies import Spot
from dashboard.temporal.calendar.zones import zone_at
from dashboard.temporal.given import (
    TypedDay,
    day_given,
    full_day_given,
    is_ambiguous,
    known_zone,
    local,
    possible,
    typed_day,
)

if TYPE_CHECKING:
    from dashboard.temporal.reader import read_plain, read_time, seen_from, tag
    from dashboard.temporal.sunlit import in_sunlight
    from dashboard.temporal.timex import Bearing, Frame, FrameKind, PublicationDate, TimeReading, Timex

__all__ = [
    "UNPUBLISHABLE",
    "Bearing",
    "Frame",
    "FrameKind",
    "Granularity",
    "Interval",
    "PublicationDate",
    "Spot",
    "TimeReading",
    "Timex",
    "TypedDay",
    "day_given",
    "full_day_given",
    "in_sunlight",
    "is_ambiguous",
    "is_publishable",
    "known_zone",
    "local",
    "possible",
    "read_moment",
    "read_plain",
    "read_time",
    "seen_from",
    "tag",
    "typed_day",
    "zone_at",
]

_OF_TEXTS = {
    "Bearing": "timex",
    "Frame": "timex",
    "FrameKind": "timex",
    "PublicationDate": "timex",
    "TimeReading": "timex",
    "Timex": "timex",
    "in_sunlight": "sunlit",
    "read_plain": "reader",
    "read_time": "reader",
    "seen_from": "reader",
    "tag": "reader",
}
"""What only a text needs, and where it is: who types a day, or asks for a zone, waits for no rules."""


def __getattr__(name: str) -> object:
    if name not in _OF_TEXTS:
        msg = f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}"
        raise AttributeError(msg)
    return getattr(import_module(f"{__name__}.{_OF_TEXTS[name]}"), name)
