"""What the places of a text say of one another: they mostly lie in one region, and near each other."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from dashboard.gazetteer.containers import plus
from dashboard.gazetteer.place import Place, PlaceCandidate, PlaceKind

K = TypeVar("K")
IN_THE_REGION = "region of the report"
Ranked = tuple[PlaceCandidate, ...]
_REGION, _CLOSE = 3.0, 1.5
_CLOSE_KM = 120.0
_CLOSE_DEGREES = 1.1  # of latitude: no less than that
_FAR_KM = 200.0
_FAR_DEGREES = 1.8  # of latitude: no less than that
_SMALL = frozenset({PlaceKind.VILLAGE, PlaceKind.NEIGHBOURHOOD})  # many bear the name of another
_NO_BEARING = _SMALL | {PlaceKind.COUNTRY}
_COMPANY = 60  # sure places that the others are compared with: the first of the text


def _regions(found: Sequence[tuple[PlaceCandidate, ...]]) -> dict[tuple[str, str], float]:
    """How much of the text lies in each first-level region, by the places its names may mean."""
    votes: dict[tuple[str, str], float] = defaultdict(float)
    for ranked in {candidates[0].place.place_id: candidates for candidates in found if candidates}.values():
        likely = {
            (each.place.iso, each.place.admin1) for each in ranked if each.score >= ranked[0].score - 3.0
        }
        for region in sorted(likely):
            votes[region] += 1.0 / len(likely) if region[1] else 0.0
    return shares_of(votes)


def shares_of(votes: Mapping[K, float]) -> dict[K, float]:
    """Each one's part of all votes."""
    total = sum(votes.values()) or 1.0
    return {each: count / total for each, count in votes.items()}


def by_region(found: Sequence[Ranked]) -> list[Ranked]:
    """More for candidates in the regions that most of the text is about."""
    regions = _regions(found)
    return [in_order(_in_region(each, regions) for each in ranked) for ranked in found]


def _in_region(each: PlaceCandidate, regions: dict[tuple[str, str], float]) -> PlaceCandidate:
    share = regions.get((each.place.iso, each.place.admin1), 0.0)
    return plus(each, _REGION * share, IN_THE_REGION) if share > 0.15 else each


def by_neighbours(found: Sequence[Ranked]) -> list[Ranked]:
    """More for candidates close to the places that are sure."""
    clear = {ranked[0].place.place_id: ranked[0].place for ranked in found if ranked and _clear(ranked)}
    settled = list(clear.values())[:_COMPANY]
    return [_near(ranked, settled) for ranked in found]


def _clear(ranked: tuple[PlaceCandidate, ...]) -> bool:
    return ranked[0].place.kind != PlaceKind.COUNTRY and (
        len(ranked) == 1 or ranked[0].score - ranked[1].score > 2.0
    )


def _near(ranked: tuple[PlaceCandidate, ...], settled: list[Place]) -> tuple[PlaceCandidate, ...]:
    """More for candidates close to places that are sure."""
    if len(ranked) < 2 or not settled:
        return ranked
    return in_order(
        plus(each, _CLOSE, "near other places of the text") if _company(each.place, settled) else each
        for each in ranked
    )


def _company(place: Place, settled: list[Place]) -> bool:
    others = (other for other in settled if other.place_id != place.place_id)
    return _is_within(place, others, _CLOSE_KM, _CLOSE_DEGREES)


def _is_within(place: Place, others: Iterable[Place], km: float, degrees: float) -> bool:
    return any(
        abs(other.latitude - place.latitude) < degrees and place.kilometres_to(other) < km for other in others
    )


def without_the_far(
    found: Sequence[Ranked],
    is_capital: Callable[[Place], bool],
    keeps: Callable[[int, PlaceCandidate], bool],
) -> list[Ranked]:
    """Without villages, and what only sounds like a name, that lie far from all larger places of the text, if there are any.

    A capital is no such place: people speak there of all the land. ``keeps`` says of a candidate of the name of that
    number whether it is meant for all that.
    """
    first = (ranked[0] for ranked in found if ranked)
    told = [each.place for each in first if not (each.respelt or each.place.kind in _NO_BEARING)]
    known = [each for each in told[:_COMPANY] if not is_capital(each)]
    return [
        tuple(each for each in ranked if not _is_far(each, known) or keeps(at, each)) if known else ranked
        for at, ranked in enumerate(found)
    ]


def _is_far(each: PlaceCandidate, known: list[Place]) -> bool:
    doubtful = each.respelt or each.place.kind in _SMALL
    return doubtful and not _is_within(each.place, known, _FAR_KM, _FAR_DEGREES)


def in_order(found: Iterable[PlaceCandidate]) -> Ranked:
    """The candidates, best first."""
    return tuple(sorted(found, key=lambda each: (-each.score, each.place.place_id)))
