"""Names of places that are none where they stand: an illness's, an agreement's, a person's, the first half of a longer one."""

import re
from collections.abc import Callable, Collection, Iterable
from itertools import pairwise

from dashboard.gazetteer.lexicon import WORDS
from dashboard.gazetteer.relations import is_indefinite
from dashboard.gazetteer.runs import pieces_of
from dashboard.language.lexicon import one_of

_ILLNESS = re.compile(
    rf"(?:-[A-Z]\w+)?(?:\s+(?:{one_of(WORDS.before_diseases)}))?\s+(?:{one_of(WORDS.diseases)})\b",
    re.IGNORECASE,
)
_MADE_THERE = re.compile(rf"(?:[ -](?:I{{1,3}}|[12]))?\s+(?:{one_of(WORDS.lent)})\b", re.IGNORECASE)
_PRAYED = re.compile(
    rf"[\"”’']?\s+(?:{one_of(WORDS.prayers)})\b(?!\s+(?:{one_of(WORDS.prayed_in)})\b)", re.IGNORECASE
)
_GROUP = re.compile(rf"[\"”’']\s+(?:{one_of(WORDS.groups)})\b")
_OF_KIND = re.compile(rf"\s+(?:{one_of(WORDS.settlement)})\b")
_OF_PEOPLE = re.compile(rf"\s+(?:{one_of(WORDS.people_nouns)})\b")
_GOES_ON = re.compile(rf"\s+(?:{one_of(WORDS.goes_on)})\s+[A-Z]")


def is_no_place(text: str, name: str, end: int) -> bool:
    """Whether the words behind a name that ends there take it: "Lassa fever", "the Minsk II accords", "the Isha prayers", "San José de Apartadó".

    >>> [is_no_place(text, "Minsk", 5) for text in ("Minsk II accords", "Minsk was calm")]
    [True, False]
    """
    if " " in name and _GOES_ON.match(text, end):
        return True
    return any(of.match(text, end) for of in (_ILLNESS, _MADE_THERE, _PRAYED, _GROUP))


def is_people(text: str, start: int, end: int) -> bool:
    """Whether the words round a name make it a people's, if it is hardly known for a place: "Choa herders", "attacked a Hausa village".

    >>> [is_people(text, 2, 7) for text in ("a Hausa village", "a Hausa trader", "- Hausa village")]
    [True, False, False]
    """
    if _OF_PEOPLE.match(text, end) is not None:
        return True
    return is_indefinite(text, start) and _OF_KIND.match(text, end) is not None


def surnames(
    text: str, runs: Iterable[tuple[int, int]], among: Collection[str], is_given: Callable[[str], bool]
) -> frozenset[str]:
    """Those of the names that the text gives a person for a surname: "Andy Trapani said … Trapani".

    ``runs`` are the stretches of words with capitals; ``is_given`` says whether a word is a given name.
    """
    naming = (run for run in runs if not set(text[slice(*run)].split(" ")[1:]).isdisjoint(among))
    return frozenset(
        text[last.start : last.end]
        for start, end in naming
        for given, last in pairwise(pieces_of(text, start, end))
        if text[given.end : last.start] == " " and is_given(given.plain)
    )
