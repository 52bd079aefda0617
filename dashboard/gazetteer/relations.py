"""Words that say where something is by a place: "south of", "the southern countryside of", "near", "between"."""

import re
from dataclasses import dataclass

from dashboard.gazetteer.lexicon import WORDS
from dashboard.language.lexicon import one_of
from dashboard.text import lowered

_R = WORDS.relations
_DIRECTION = one_of(WORDS.directions)
_GENERIC = one_of(word for word in WORDS.generic if word.isascii())
# What may stand between "south of" and the name: "the capital,", "the city of".
_THE = rf"(?:the\s+)?(?:(?:{_R['states_of']})\s+)?(?:(?:{_R['capital']}),?\s+(?:of\s+)?)?(?:(?:{_GENERIC})\s+of\s+)?(?:the\s+)?"
_COMPASS = rf"(?:{_DIRECTION})(?:\s+(?:and|to)\s+(?:the\s+)?(?:{_DIRECTION}))?"

_BEFORE = re.compile(
    rf"""(?<!\w)(?:the\s+)?(?:
        (?P<away>(?:{_R["about"]})?\s*\d[\d.,]*\s*(?:{_R["units"]})\s+(?:to\s+the\s+)?(?:{_COMPASS}\s+(?:of|from)|from))\s+{_THE}
      | (?P<part>{_COMPASS}\s+(?:{_R["parts"]}))\s+(?:of|in)\s+{_THE}
      | (?P<side>{_COMPASS})\s+(?:of|from)\s+{_THE}
      | (?P<bare>{_R["around"]})\s+of\s+{_THE}
      | (?P<share>{_R["shares"]})\s+of\s+{_THE}
      | (?P<near>{_R["near"]})\s+{_THE}
      | (?P<between>{_R["between"]})\s+{_THE}
      | (?P<adjective>{_COMPASS})\s+(?:capital,?\s+)?
      | (?P<seat>{_R["capital"]})\s+of\s+
      | (?:{_R["capital"]}),?\s+(?:city\s+of\s+)?
      | (?P<generic>{_GENERIC}|{_R["wide_before"]})\s+of\s+(?:the\s+)?
    )$""",
    re.VERBOSE,
)  # over text in lower case
_AFTER = re.compile(
    rf"""(?:['’]s)?(?:,?\s+(?:in\s+)?(?:its|the)\s+)?\s*(?:
        (?P<part>(?:{_COMPASS}\s+)?(?:{_R["after"]}))
      | (?P<generic>{_GENERIC}|{_R["wide_after"]})
    )(?!\w|\s+of\s)""",
    re.VERBOSE | re.IGNORECASE,
)
# The last word before a name when any of these stands there: a look at it spares the long pattern.
_ENDS = frozenset(
    words.split()[-1]
    for words in (*WORDS.directions, *WORDS.last_words, "of", "from", "in", "the", "to", "capital", "city")
)
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
    if before is None and after is None:
        return Relation(start, end, "", "")
    said = _words_of(before) if before else ("", "")
    follows = (_clean(after["part"]), (after["generic"] or "").lower()) if after else ("", "")
    first = start - (len(before.string) - before.start()) if before else start
    return Relation(first, after.end() if after else end, said[0] or follows[0], said[1] or follows[1])


def _before(text: str) -> re.Match[str] | None:
    last = text[-16:].replace(",", " ").split()[-1:]
    return _BEFORE.search(text) if last and last[0].lstrip("(\"'“‘-–—") in _ENDS else None


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
