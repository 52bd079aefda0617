"""How likely a capitalised word is a place, in points; the finder keeps what reaches ``ENOUGH``.

The points are few and round on purpose: they were set by what each sign means in reports, not fitted
to a corpus, and each stands here by its name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dashboard.gazetteer.index import ALIAS, EXACT, SPELLING, Hit, Index, PlaceTable
from dashboard.gazetteer.lexicon import WORDS
from dashboard.gazetteer.place import SETTLEMENTS, PlaceKind
from dashboard.gazetteer.runs import Piece
from dashboard.gazetteer.spelling import words

_PERSON = 2  # words of a person's name
ENOUGH = 1.5
STRONG = 2.2  # enough to speak for its country, and for the same name elsewhere in the text

AFTER_LOCATIVE = 1.3
AFTER_OF = 0.5
TOLD_KIND = 1.5  # "the town of …", "… province"
OF_TOWN = 1.0  # "four … farmers", of a place that is spelt so
IN_CONTAINER = 1.6  # "…, Syria"
IN_CHAIN = 1.0  # "Douma, Harasta and …"
COUNTRY_OF_TEXT = 0.8
SPELLING_IN_COUNTRY = 1.0
SECOND_WORD = 0.9
WORLDWIDE = 3.6  # a continent, a part of one, a sea: no given name comes near
NAMED_KIND = 1.8  # "… County", "Lake …"
NEIGHBOUR = -1.6  # another capitalised word in the same name
AFTER_TITLE = -3.0
ENGLISH_WORD, GIVEN_NAME, SURNAME, ORDINARY = -1.6, -1.4, -0.9, -1.6

_CURATED = {
    "city": 2.4, "admin1": 2.4, "region": 2.2, "camp": 2.0, "town": 1.8, "desert": 2.4, "sea": 2.2,
    "admin2": 0.7, "admin3": 0.7,
}  # fmt: skip
_REGION = {"admin1": 2.2, "admin2": 0.7}
_FEATURE = {"admin1": 2.2, "admin2": 0.7}  # of what a user added
_TOWNS = ((1_000_000, 3.0), (100_000, 2.2), (15_000, 1.3), (1_000, 0.8), (0, 0.5))


_WORLDWIDE = frozenset({PlaceKind.CONTINENT, PlaceKind.REGION, PlaceKind.SEA})
_NO_NAME = WORDS.never | WORDS.titles | WORDS.feature | WORDS.bodies


@dataclass(frozen=True, slots=True)
class Known:
    """What a name alone tells: points, the countries that have such a place, and of which spelling."""

    points: float
    isos: frozenset[str]
    spelt: bool  # at least one place bears the name as it is spelt


class Evidence:
    """Points for names, remembered."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.of = lru_cache(maxsize=50_000)(self._of)

    def _of(self, name: str) -> Known | None:
        """What the name tells by itself; None when no place folds to it."""
        parts = words(name)
        named = [part for part in parts if part not in WORDS.articles and part not in WORDS.generic]
        if not named or (len(parts) == 1 and named[0] in _NO_NAME):
            return None
        hits = self._index.hits(name)
        if self._index.is_code_in_small(name):
            hits = tuple(hit for hit in hits if hit.place.kind != PlaceKind.COUNTRY)
        if not hits:
            return None
        best = max(_points(hit) for hit in hits)
        state = any(hit.place.kind == PlaceKind.COUNTRY and hit.how == EXACT for hit in hits)
        extra = (
            SECOND_WORD
            if len(named) > 1
            else _plainness(named[0], self._index, state=state)
            if len(parts) == 1
            else 0.0
        )
        spelt = any(hit.how in (EXACT, ALIAS) for hit in hits)
        meant = (
            [hit for hit in hits if hit.place.kind == PlaceKind.COUNTRY or _points(hit) >= STRONG]
            if state
            else hits
        )
        return Known(best + extra, frozenset(hit.place.iso for hit in meant), spelt)

    def is_given(self, word: str) -> bool:
        """Whether people are called by the word before their surname."""
        return word in WORDS.names or "f" in self._index.tables.ordinary.get(word, "")

    def is_plain(self, word: str) -> bool:
        """Whether the word is an English one, or a person's name, as well: "Mobile", "Hassan"."""
        return word in self._index.tables.ordinary or word in WORDS.names or word in WORDS.ordinary

    def of_person(self, pieces: Sequence[Piece]) -> float:
        """The points that a name of two words loses where a person may bear it: "Robin Lake"."""
        if len(pieces) != _PERSON or pieces[-1].plain in WORDS.region or pieces[0].plain in WORDS.named_first:
            return 0.0
        return GIVEN_NAME if "f" in self._index.tables.ordinary.get(pieces[0].plain, "") else 0.0


def _points(hit: Hit) -> float:
    if hit.place.kind == PlaceKind.COUNTRY:
        return 3.0 if hit.how != SPELLING else 0.0
    if not hit.place.iso and hit.place.kind in _WORLDWIDE:
        return WORLDWIDE if hit.how != SPELLING else 0.0
    if hit.table is PlaceTable.CURATED:
        return _CURATED.get(hit.place.kind, 1.5) - (0.0 if hit.how != SPELLING else 0.7)
    if hit.table is PlaceTable.REGION:
        return _REGION[hit.place.kind] if hit.how == EXACT else 0.6
    if hit.table is PlaceTable.ADDED and hit.place.kind not in SETTLEMENTS:
        return _FEATURE.get(hit.place.kind, 0.3)
    points = next(points for least, points in _TOWNS if hit.place.population >= least)
    return points if hit.how == EXACT else min(points - 1.2, 0.8)


def _plainness(word: str, index: Index, *, state: bool) -> float:
    """The points a single word loses for being an English word or a person's name as well; a state's name no English word."""
    marks = index.tables.ordinary.get(word, "")
    lost = [GIVEN_NAME] * ("f" in marks) + [SURNAME] * ("s" in marks) + [GIVEN_NAME] * (word in WORDS.names)
    if not state:
        lost += [ENGLISH_WORD] * ("w" in marks) + [ORDINARY] * (word in WORDS.ordinary)
    return min(lost, default=0.0)
