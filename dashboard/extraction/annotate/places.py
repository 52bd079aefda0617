"""The places that a report names: those on the map, and names that only stand where a place stands."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.actors import ActorMention, country_at, is_digest, sections
from dashboard.actors.model import Category
from dashboard.extraction.annotate.bystanders import Bystander, bystanders, country_of_dateline, is_told_next
from dashboard.extraction.annotate.clauses import Clause, Link
from dashboard.extraction.annotate.unresolved_toponyms import unresolved_toponyms
from dashboard.extraction.lexicon import CLAUSES
from dashboard.gazetteer import REGION, Resolved, Survey, Toponym
from dashboard.gazetteer.answers import told_as
from dashboard.gazetteer.pairs import with_stretches
from dashboard.gazetteer.place import PlaceKind
from dashboard.gazetteer.relations import related
from dashboard.temporal import Timex
from dashboard.text import Span

_ALIKE = 3  # letters that a name and the place it means begin with, unless it is only a namesake
_TOO_SHORT = 4  # letters: a name with fewer is a village's nearby, not a city's abroad
_WELL_KNOWN = 150_000  # people: a city that is named without its country
_SMALL = frozenset(CLAUSES["small-places"]["words"])
_QUARTERS = frozenset(CLAUSES["small-places"]["quarters"])
_OF_TOWN_KM = 50.0  # a quarter lies no further from its town
_FAR_KM = 25.0  # villages nearer each other are raided in one act
_OF_TOWN_REACH = 300  # characters from the name of the town to that of a quarter
_REGIONS = frozenset({PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.ADMIN3})
_LONG_WORD = 4  # letters: one with fewer may be small in a headline
_MAY_OPEN = (Link.LISTED, Link.COUNTED, Link.JOINED)  # clauses that may open with a place's name


@dataclass(frozen=True, slots=True)
class Named:
    """The places of a report, in order: those where something may happen, and those named for something else."""

    scenes: tuple[Resolved, ...]
    bystanders: tuple[Bystander, ...]


def home_of(survey: Survey, groups: Callable[[], Mapping[str, float]] | None = None) -> str:
    """The ISO code of the country that a report is about: not that of a state which acts abroad, nor of an editor's desk.

    ``groups`` gives what the bodies named in it say for each country; asked where the places' own country is nowhere
    named. Empty when nothing tells.
    """
    countries = survey.index.tables.countries
    states = [
        Resolved(each, countries[iso].place, 3, each.name)
        for each in survey.toponyms
        if (iso := survey.index.country_named(each.name)) and not each.relation
    ]
    beside = {each.place.toponym for each in bystanders(survey.text, states, frozenset())}
    found = survey.country_without(beside)
    named = {iso for _, iso in survey.peoples} | {each.place.iso for each in states if each.place}
    if groups is None or (found and found in named):
        return found
    return survey.country_without(beside, groups())


def places_of(
    survey: Survey,
    home: str,
    who: Sequence[ActorMention],
    timexes: Iterable[Timex],
    clauses: Iterable[Clause],
) -> Named:
    """The places that a report names."""
    named = tuple(_datelined(survey, home, _named(survey, home, who, timexes, clauses)))
    seats = {seat.place_id for each in named if each.place and (seat := survey.index.capital(each.place.iso))}
    apart = bystanders(survey.text, named, frozenset(seats))
    beside = {each.place.toponym.span for each in apart}
    return Named(tuple(each for each in named if each.toponym.span not in beside), apart)


def _datelined(survey: Survey, home: str, named: Iterable[Resolved]) -> Iterator[Resolved]:
    """The places, a city that a story was written in as its country; none abroad or where the next sentence tells where, as that tells nothing of an act."""
    named = tuple(named)
    for each in named:
        if is_told_next(survey.text, each, named):
            continue
        country = survey.index.tables.countries.get(each.place.iso) if each.place else None
        written = country_of_dateline(survey.text, each, country.place if country else None, named)
        if written is None or not home or (each.place and each.place.iso == home):
            yield written or each


def _named(
    survey: Survey,
    home: str,
    who: Sequence[ActorMention],
    timexes: Iterable[Timex],
    clauses: Iterable[Clause],
) -> tuple[Resolved, ...]:
    """The places of a report in order; no part of an actor's name, and no namesake abroad."""
    timexes = tuple(timexes)
    dates = {each.span.start for each in timexes if any(map(str.isdigit, each.text))}
    known = _in_their_towns(tuple(_on_the_map(survey, home, who)))
    free = tuple(
        each for each in known if each.toponym.name_span.start not in dates
    )  # "Nov 20" is no village
    names = [each.toponym.name_span if each.place else each.toponym.span for each in free]
    taken = [*names, *(each.span for each in who), *(each.span for each in timexes)]
    items = [clause.span for clause in clauses if clause.link in _MAY_OPEN]
    towns = [each.toponym.name_span for each in free if each.place and each.precision < REGION]
    regions = [each.toponym.span for each in free if each.place and each.place.kind in _REGIONS]
    words = survey.index.tables.ordinary
    unresolved = (
        each
        for each in unresolved_toponyms(survey.text, taken, items, towns, regions)
        if "w" not in words.get(each.toponym.name.lower(), "") or not _in_title(survey.text, each)
    )
    return tuple(_as_told(survey.text, sorted((*free, *unresolved), key=lambda each: each.toponym.span)))


def _in_title(text: str, each: Resolved) -> bool:
    """Whether it stands in a headline with capitals for every word: "Detained Men Shot on Hillside"."""
    start = text.rfind("\n", 0, each.toponym.span.start) + 1
    line, _, _ = text[start:].partition("\n")
    return not any(word[0].islower() and len(word) >= _LONG_WORD for word in line.split())


def _as_told(text: str, named: Sequence[Resolved]) -> Iterator[Resolved]:
    """The places, those on no map too with what stands round them: "near Dharwat", "the road from Gao to Dharwat"."""
    told: list[Toponym] = []
    for each in named:
        after = told[-1].span.end if told else 0
        told.append(each.toponym if each.place else related(text, each.toponym, after))
    yield from map(told_as, named, with_stretches(text, told))


def _on_the_map(survey: Survey, country: str, who: Sequence[ActorMention]) -> Iterator[Resolved]:
    named = [each.span for each in who if each.category is not Category.CIVILIANS]
    known = _resolved(survey, country)
    here = {country} | {
        each.place.iso for each in known if each.place and each.place.kind == PlaceKind.COUNTRY
    }
    sides = {each.country for each in who}
    for each in known:
        home = country_at(survey.text, each.toponym.span.start, country)
        mistaken = home != country and each.respelt and each.place and each.place.iso != home
        if mistaken or _inside(named, each.toponym.name_span) or _abroad(each, here, sides, home):
            continue
        yield each


def _in_their_towns(known: Sequence[Resolved]) -> Iterator[Resolved]:
    """The places, a quarter whose namesake lies far from the town told just before it as one on no map."""
    town: Resolved | None = None
    for each in known:
        quarter = each.toponym.generic in _QUARTERS
        if quarter and town is not None and _is_far_from(each, town):
            yield Resolved(
                each.toponym, None, 0, each.toponym.name, reason="a quarter of the town told before"
            )
            continue
        town = each if each.precision < REGION and not quarter else town
        yield each


def _is_far_from(quarter: Resolved, town: Resolved) -> bool:
    near = quarter.toponym.span.start - town.toponym.span.end <= _OF_TOWN_REACH
    if not near or quarter.place is None or town.place is None:
        return False
    return quarter.place.kilometres_to(town.place) > _OF_TOWN_KM


def is_far(one: Resolved, other: Resolved) -> bool:
    """Whether both are towns on the map, some way apart."""
    here, there = one.place, other.place
    towns = one.precision < REGION and other.precision < REGION
    return here is not None and there is not None and towns and here.kilometres_to(there) > _FAR_KM


def _resolved(survey: Survey, country: str) -> Sequence[Resolved]:
    """The places, in a digest each by the country of its section."""
    known = survey.resolve(country or None)
    if not is_digest(survey.text):
        return known
    own = {iso: survey.resolve(iso) for iso in {each.iso for each in sections(survey.text)}}
    homes = [country_at(survey.text, each.toponym.span.start, "") for each in known]
    return [own[home][at] if home else each for at, (each, home) in enumerate(zip(known, homes, strict=True))]


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
    if len(each.toponym.name) < _TOO_SHORT:
        return place.iso not in here  # "Di" for Dĩ An
    if each.toponym.generic in _SMALL:
        return True
    mistaken = each.respelt and not alike  # "Lodda" for Lüda, which is Dalian
    return place.iso not in here and (place.population < _WELL_KNOWN or mistaken)
