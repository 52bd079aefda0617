"""A region that a sentence opens with holds the towns that it goes on to: "In Homs province, fighters attacked Talbiseh"."""

import re
from collections.abc import Sequence

from dashboard.gazetteer.company import Ranked, in_order
from dashboard.gazetteer.containers import POINTS, lies_in, plus
from dashboard.gazetteer.lexicon import WORDS
from dashboard.gazetteer.place import PlaceKind, Toponym
from dashboard.language import STOP, STOPPED

_OPENS = re.compile(
    rf"(?:^|{STOP}\s*|[\n–—]\s*)(?:(?:{WORDS.relations['sentence_openers']}),?\s+)?[Ii]n\s+(?:the\s+)?$"
)
_SENTENCE_END = re.compile(rf"{STOPPED}|\n\s*\n")
_REACH = 40  # characters looked back over for how a sentence opens


def opening(text: str, toponyms: Sequence[Toponym], found: Sequence[Ranked], at: int) -> Ranked:
    """More for the region where a sentence opens with it and goes on to a town in it: "In Zacatecas, … in Jerez"."""
    ranked, span = found[at], toponyms[at].name_span
    opens = _OPENS.search(text, max(0, span.start - _REACH), span.start)
    if not (opens and text[span.end : span.end + 1] == "," and at + 1 < len(found) and found[at + 1]):
        return ranked
    town, between = found[at + 1][0].place, text[span.end : toponyms[at + 1].name_span.start]
    if town.precision == 3 or _SENTENCE_END.search(between):
        return ranked
    return in_order(
        plus(each, POINTS, f"{town.name} is in it")
        if each.place.kind == PlaceKind.ADMIN1 and lies_in(town, each.place)
        else each
        for each in ranked
    )
