"""The places that a report names: those on the map, and names that only stand where a place stands."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from dashboard.actors import ActorMention
from dashboard.actors.model import Category
from dashboard.extraction.annotate.clauses import Clause, Link
from dashboard.extraction.annotate.unresolved_toponyms import unresolved_toponyms
from dashboard.gazetteer import Resolved, Survey
from dashboard.gazetteer.place import PlaceKind
from dashboard.temporal import Timex
from dashboard.text import Span

_ALIKE = 3  # letters that a name and the place it means begin with, unless it is only a namesake
_WELL_KNOWN = 150_000  # people: a city that is named without its country
_VILLAGES = frozenset({"village", "town", "camp", "hamlet"})
_MAY_OPEN = (Link.LISTED, Link.COUNTED, Link.JOINED)  # clauses that may open with a place's name


def places_of(
    survey: Survey, who: Sequence[ActorMention], timexes: Iterable[Timex], clauses: Iterable[Clause]
) -> tuple[Resolved, ...]:
    """The places of a report in order; no part of an actor's name, and no namesake abroad."""
    free = tuple(_on_the_map(survey, who))
    names = [each.toponym.name_span if each.place else each.toponym.span for each in free]
    taken = [*names, *(each.span for each in who), *(each.span for each in timexes)]
    items = [clause.span for clause in clauses if clause.link in _MAY_OPEN]
    unresolved = unresolved_toponyms(survey.text, taken, items)
    return tuple(sorted((*free, *unresolved), key=lambda each: each.toponym.span))


def _on_the_map(survey: Survey, who: Sequence[ActorMention]) -> Iterator[Resolved]:
    country, named = survey.country, [each.span for each in who if each.category is not Category.CIVILIANS]
    known = survey.resolve(country or None)
    here = {country} | {
        each.place.iso for each in known if each.place and each.place.kind == PlaceKind.COUNTRY
    }
    sides = {each.country for each in who}
    for each in known:
        if not _inside(named, each.toponym.name_span) and not _abroad(each, here, sides, country):
            yield each


def _inside(spans: Sequence[Span], name: Span) -> bool:
    """Whether one of the spans, in order, touches the name."""
    at = bisect_left(spans, name.end, key=lambda span: span.start) - 1
    return at >= 0 and spans[at].end > name.start


def _abroad(each: Resolved, here: set[str], sides: set[str], country: str) -> bool:
    """A namesake in a country that the report does not speak of, nor of its forces."""
    place = each.place
    if place is None or not country or place.iso == country:
        return False
    alike = place.name[:_ALIKE].lower() == each.toponym.name[:_ALIKE].lower()
    if place.iso in sides and alike:
        return False
    if each.toponym.generic in _VILLAGES:
        return True
    mistaken = each.respelt and not alike  # "Lodda" for Lüda, which is Dalian
    return place.iso not in here and (place.population < _WELL_KNOWN or mistaken)
