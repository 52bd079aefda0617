"""Words that say where something is by a place: "south of", "the southern countryside of", "near", "between"."""

import re
from dataclasses import dataclass

from dashboard.gazetteer.lexicon import WORDS
from dashboard.gazetteer.place import Toponym
from dashboard.gazetteer.spelling import words
from dashboard.language.lexicon import one_of
from dashboard.text import Span, lowered

_R = WORDS.relations
_DIRECTION = one_of(WORDS.directions)
_GENERIC = one_of(word for word in WORDS.generic if word.isascii())
_THE = rf"(?:(?:{_R['the']})\s+)?"  # it may be there
_OF = rf"\s+(?:{_R['of']})\s+"
_OF_OR_FROM = rf"\s+(?:{_R['of_or_from']})"
_COMPASS = rf"(?:{_DIRECTION})(?:\s+(?:{_R['and']}|{_R['to']})\s+{_THE}(?:{_DIRECTION}))?"
# What may stand between "south of" and the name: "the capital,", "the city of".
_LEAD = rf"{_THE}(?:(?:{_R['states_of']})\s+)?(?:(?:{_R['capital']}),?\s+(?:(?:{_R['of']})\s+)?)?(?:(?:{_GENERIC}){_OF})?{_THE}"

_BEFORE = re.compile(
    rf"""(?<!\w){_THE}(?:
        (?P<away>(?:{_R["about"]})?\s*(?:\d[\d.,]*|{_R["counts"]})\s*(?:{_R["units"]})\s+(?:(?:{_R["to"]})\s+(?:{_R["the"]})\s+)?(?:{_COMPASS}{_OF_OR_FROM}|{_R["from"]}))\s+{_LEAD}
      | (?P<part>{_COMPASS}\s+(?:{_R["parts"]}))\s+(?:{_R["of_or_in"]})\s+{_LEAD}
      | (?P<side>{_COMPASS}){_OF_OR_FROM}\s+{_LEAD}
      | (?P<bare>{_R["around"]}){_OF}{_LEAD}
      | (?P<share>{_R["shares"]}){_OF}{_LEAD}
      | (?P<near>{_R["near"]})\s+{_LEAD}
      | (?P<between>{_R["between"]})\s+{_LEAD}
      | (?P<adjective>{_COMPASS})\s+(?:(?:{_R["capital"]}),?\s+)?
      | (?P<seat>{_R["capital"]}){_OF}
      | (?:{_R["capital"]}),?\s+(?:(?:{_R["city"]}){_OF})?
      | (?P<generic>{_GENERIC}|{_R["wide_before"]}){_OF}{_THE}
    )$""",
    re.VERBOSE,
)  # over text in lower case
_AFTER = re.compile(
    rf"""(?:['’]s)?(?P<its>,?\s+(?:{_R["its"]})\s+)?\s*(?:
        (?P<part>(?:{_COMPASS}\s+)?(?:{_R["after"]}))
      | (?P<seat>(?:(?:{_R["of_a_region"]})\s+)?(?:{_R["capital"]})\b(?!\s(?:{_R["no_capital"]})\b))
      | (?P<generic>{_GENERIC}|{_R["wide_after"]})
    )(?!\w|\s+(?:{_R["of"]})\s)""",
    re.VERBOSE | re.IGNORECASE,
)
_OFFICE = re.compile(r"\s+[a-z]")
# The last word before a name when any of these stands there: a look at it spares the long pattern.
_ENDS = frozenset(
    words.split()[-1]
    for words in (*WORDS.directions, *WORDS.last_words, "of", "from", "in", "the", "to", "capital", "city")
)
SEAT_OF = "capital of"
"""The relation of a capital to what it is one of."""
_WHOSE = re.compile(rf"\b(?:{one_of(WORDS.indefinite)})\s\Z", re.IGNORECASE)
_WHOSE_REACH = 10  # characters of "another "
_REACH = 110  # characters looked back over


@dataclass(frozen=True, slots=True)
class Relation:
    """How a phrase stands to a name: its bounds in the text, its words, and the kind they tell."""

    start: int
    end: int
    words: str
    generic: str


def relation_at(text: str, start: int, end: int) -> Relation:
    """What stands round a name at ``start``-``end``.

    >>> text = "clashes in the southern countryside of Daraa"
    >>> found = relation_at(text, text.index("Daraa"), len(text))
    >>> found.words, text[found.start : found.end]
    ('southern countryside of', 'the southern countryside of Daraa')
    """
    before = _before(lowered(text[max(0, start - _REACH) : start]))
    after = _AFTER.match(text, end)
    if after is not None and after["its"] and after["generic"] and _OFFICE.match(text, after.end()):
        after = None  # "close to Morobo, the county commissioner said"
    if before is None and after is None:
        return Relation(start, end, "", "")
    said = _words_of(before) if before else ("", "")
    if after is not None and after["generic"] and is_indefinite(text, start):
        return Relation(start, end, "", "")  # "a Tyre village" is near Tyre, and not called so
    follows = _follows(after) if after else ("", "")
    first = start - (len(before.string) - before.start()) if before else start
    return Relation(first, after.end() if after else end, said[0] or follows[0], said[1] or follows[1])


def related(text: str, named: Toponym, after: int) -> Toponym:
    """The toponym with what stands round its name, of what lies behind ``after``."""
    name = named.name_span
    found = relation_at(text, name.start, name.end)
    if found.start < after:
        return named
    span = Span(found.start, found.end)
    generic = found.generic or last_kind(named.name)
    return Toponym(span, span.of(text), named.name, name, found.words, generic)


def last_kind(name: str) -> str:
    """The word of a name that tells its kind: "camp" of "Shatila Camp"; empty where it has none."""
    return next((word for word in reversed(words(name)) if word in WORDS.generic), "")


def is_indefinite(text: str, start: int) -> bool:
    """Whether "a", "another" or a count stands before a name: the kind of place behind it is no part of it."""
    return _WHOSE.search(text, max(0, start - _WHOSE_REACH), start) is not None


def _before(text: str) -> re.Match[str] | None:
    last = text[-16:].replace(",", " ").split()[-1:]
    return _BEFORE.search(text) if last and last[0].lstrip("(\"'“‘-–—") in _ENDS else None


def _follows(after: re.Match[str]) -> tuple[str, str]:
    words = SEAT_OF if after["seat"] else _clean(after["part"])
    return words, (after["generic"] or "").lower()


def directions(words: str) -> list[str]:
    """The points of the compass a relation names.

    >>> directions("southern countryside of")
    ['south']
    """
    return [
        WORDS.directions[each] for each in re.split(r"[^a-z-]+", words.lower()) if each in WORDS.directions
    ]


def _words_of(before: re.Match[str]) -> tuple[str, str]:
    groups = before.groupdict()
    of = {"part": " of", "side": " of", "bare": " of", "share": " of", "seat": " of"}
    for name in ("away", "part", "side", "bare", "share", "near", "between", "seat", "adjective"):
        if groups[name]:
            return _clean(groups[name]) + of.get(name, ""), ""
    return "", (groups["generic"] or "").lower()


def _clean(words: str | None) -> str:
    return " ".join((words or "").lower().split())
