"""A report with everything found in it, before its clauses are read: one search a kind, shared out by clause."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard import actors
from dashboard.actors import ActorMention
from dashboard.extraction.clauses import LEXICON, Clause, Link, clauses, words_pattern
from dashboard.extraction.landmarks import Landmarks, landmarks
from dashboard.extraction.tolls import Toll, tolls
from dashboard.extraction.types import Coding, Cue, cues, deciding
from dashboard.extraction.unmapped import unmapped
from dashboard.gazetteer import Resolved, Survey
from dashboard.language.words import Words, tokenise
from dashboard.temporal import TimeReading
from dashboard.text import Span

_LIST = re.compile(rf"^(?:and\s+)?(?:{words_pattern(LEXICON['lists']['words'])})$", re.IGNORECASE)
REFERS = re.compile(rf"(?:{words_pattern(LEXICON['references']['words'])})\b", re.IGNORECASE)
"""How a clause opens that is about what was told just before."""
_LULL = re.compile(rf"\b(?:{words_pattern(LEXICON['lulls']['words'])})\b", re.IGNORECASE)
_AGREED = re.compile(rf"\b(?:{words_pattern(LEXICON['lulls']['agreed'])})\b", re.IGNORECASE)
HARM = "Violence against civilians"
_REGAINED, _OVERTAKEN = "Government regains territory", "Non-state actor overtakes territory"
_EXTERNAL, _OWN, _REBELS = "External/Other Forces", "State Forces", "Rebel Groups"
_TAKEN_BACK = re.compile(rf"\b(?:{words_pattern(LEXICON['taken-back']['stems'])})", re.IGNORECASE)
_ALIKE = 3  # letters that a name and the place it means begin with, unless it is only a namesake
_HEADINGS = 2  # paragraphs: who reports, and the headline
_WELL_KNOWN = 150_000  # people: a city that is named without its country
_SPELT = "spelling"  # how a reason begins where the name only folds to one of the place's
_VILLAGES = frozenset({"village", "town", "camp", "hamlet"})


@dataclass(frozen=True, slots=True)
class Held:
    """What stands in one clause."""

    places: tuple[Resolved, ...]
    actors: tuple[ActorMention, ...]
    words: Words
    toll: Toll
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """The report; ``held`` and ``codings`` go by clause.

    ``told_by`` leads from an item of a list to the clause that tells its kind; ``sums`` are those clauses.
    ``lulls`` tell of quiet in a report that knows of no truce; ``outright`` are the clauses whose type is no mere hint.
    ``landmarks`` are the places without those that only lead to another.
    """

    text: str
    time: TimeReading
    places: tuple[Resolved, ...]
    actors: tuple[ActorMention, ...]
    clauses: tuple[Clause, ...]
    codings: tuple[Coding | None, ...]
    held: tuple[Held, ...]
    told_by: Mapping[int, int]
    sums: frozenset[int]
    lulls: frozenset[int]
    outright: tuple[int, ...]
    landmarks: Landmarks

    def sentence(self, number: int) -> tuple[int, int]:
        """The first clause of a clause's sentence, and the one after its last."""
        same = self.clauses[number].sentence
        first = bisect_left(self.clauses, same, key=lambda clause: clause.sentence)
        return first, bisect_right(self.clauses, same, key=lambda clause: clause.sentence)

    def tells_outright(self, first: int, last: int, beside: int) -> bool:
        """Whether a clause from the first up to the last, but the one beside it, tells an event outright."""
        among = self.outright[bisect_left(self.outright, first) : bisect_left(self.outright, last)]
        return bool(among) and among != (beside,)

    def is_heading(self, number: int) -> bool:
        """Whether a clause stands in a first or second paragraph of one sentence, with more below."""
        clause = self.clauses[number]
        if clause.paragraph >= _HEADINGS or self.clauses[-1].paragraph <= clause.paragraph:
            return False
        first, last = (
            side(self.clauses, clause.paragraph, key=lambda each: each.paragraph)
            for side in (bisect_left, bisect_right)
        )
        return self.clauses[first].sentence == self.clauses[last - 1].sentence


def ground(text: str, time: TimeReading, survey: Survey) -> Ground:
    """Places, actors, clauses and their types; ``survey`` are the names of places in the text."""
    found = tuple(clauses(text))
    who = tuple(actors.find(text, survey.country, time.published.day))
    places = _places(text, time, survey, who, found)
    held = tuple(_shared_out(text, found, places, who))
    codings = [_coding(clause, each) for clause, each in zip(found, held, strict=True)]
    listed = dict(_items(text, found, codings, held))
    told_by = listed | dict(_harms(text, found, codings, held, listed))
    for item, source in told_by.items():
        codings[item] = codings[source]
    return Ground(
        text,
        time,
        places,
        who,
        found,
        tuple(codings),
        held,
        told_by,
        frozenset(listed.values()),
        _lulls(text, found, codings),
        tuple(number for number, each in enumerate(codings) if each and each.cue.strength > 1),
        landmarks(text, places),
    )


def _coding(clause: Clause, held: Held) -> Coding | None:
    """What the clause tells; what a foreign army takes, and takes back for nobody, is not its government's."""
    coding = deciding(held.cues)
    if coding is None or not coding.sub_event_type:
        return None
    trigger = clause.span.start + coding.cue.span.start
    taken = coding.sub_event_type == _REGAINED and not _TAKEN_BACK.search(coding.cue.text)
    if taken and (_is_foreign(held.actors, trigger) or _is_rebel(held.actors, trigger)):
        return replace(coding, sub_event_type=_OVERTAKEN)
    return coding


def _is_foreign(who: Sequence[ActorMention], trigger: int) -> bool:
    """Whether the nearest actor before the trigger is another country's army, with none of this country's beside it."""
    acting = [each for each in who if each.span.start < trigger]
    return bool(acting) and acting[-1].type == _EXTERNAL and all(each.type != _OWN for each in who)


def _is_rebel(who: Sequence[ActorMention], trigger: int) -> bool:
    """Whether the only actors before the trigger are rebels: "Tigrayan forces" may be no government's."""
    acting = [each for each in who if each.span.start < trigger]
    return bool(acting) and all(each.type == _REBELS for each in acting)


def _places(
    text: str, time: TimeReading, survey: Survey, who: Sequence[ActorMention], found: Sequence[Clause]
) -> tuple[Resolved, ...]:
    """Those on the map and those that only stand where a place stands, in order; no part of an actor's name."""
    named, country = [each.span for each in who if each.category != "civilians"], survey.country
    known = survey.resolve(country or None)
    here = {country} | {each.place.iso for each in known if each.place and each.place.kind == "country"}
    sides = {each.country for each in who}
    free = [
        each
        for each in known
        if not _inside(named, each.toponym.name_span) and not _abroad(each, here, sides, country)
    ]
    names = [each.toponym.name_span if each.place else each.toponym.span for each in free]
    taken = [*names, *(each.span for each in who), *(each.span for each in time.timexes)]
    items = [clause.span for clause in found if clause.link in (Link.LISTED, Link.COUNTED, Link.JOINED)]
    return tuple(sorted((*free, *unmapped(text, taken, items)), key=lambda each: each.toponym.span))


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
    mistaken = each.reason.startswith(_SPELT) and not alike  # "Lodda" for Lüda, which is Dalian
    return place.iso not in here and (place.population < _WELL_KNOWN or mistaken)


def _shared_out(
    text: str, found: Sequence[Clause], places: Sequence[Resolved], who: Sequence[ActorMention]
) -> Iterator[Held]:
    place_starts = [each.toponym.span.start for each in places]
    actor_starts = [each.span.start for each in who]
    words = tokenise(text)
    for clause in found:
        span = clause.span
        own = words.within(span)
        here = places[bisect_left(place_starts, span.start) : bisect_right(place_starts, span.end)]
        acting = who[bisect_left(actor_starts, span.start) : bisect_right(actor_starts, span.end)]
        yield Held(
            tuple(each for each in here if span.covers(each.toponym.span)),
            tuple(each for each in acting if span.covers(each.span)),
            own,
            tolls(own),
            tuple(cues(own)),
        )


def _items(
    text: str, found: Sequence[Clause], codings: Sequence[Coding | None], held: Sequence[Held]
) -> Iterator[tuple[int, int]]:
    """The items of lists ("Among them: the mill at A; B; C") with the clause that tells what they are."""
    source, listing = -1, -1
    for number, clause in enumerate(found):
        coding = codings[number]
        if _LIST.match(clause.span.of(text)):
            listing = clause.sentence if source >= 0 and found[source].paragraph == clause.paragraph else -1
        elif clause.sentence == listing:
            if _is_item(coding, held[number]):
                yield number, source
        elif coding is not None and coding.cue.strength > 1:
            source = number


def _harms(
    text: str,
    found: Sequence[Clause],
    codings: Sequence[Coding | None],
    held: Sequence[Held],
    listed: Mapping[int, int],
) -> Iterator[tuple[int, int]]:
    """Deaths in a place of their own ("That fire killed two in B") with the clause that tells of what."""
    source = -1
    for number, clause in enumerate(found):
        coding = codings[number]
        if coding is None or number in listed:
            continue
        harm = coding.event_type == HARM and REFERS.match(clause.span.of(text))
        if coding.cue.strength > 1 and not harm:
            source = number
        elif (
            source >= 0
            and found[source].paragraph == clause.paragraph
            and _harmed_elsewhere(held, source, number)
        ):
            yield number, source


def _harmed_elsewhere(held: Sequence[Held], source: int, number: int) -> bool:
    told = {each.location for each in held[source].places}
    own = [each for each in held[number].places if each.precision < 3 and each.location not in told]
    harmed = (held[number].toll.killed, held[number].toll.wounded)
    return bool(own) and any(count and count.low > 0 and not count.aggregate for count in harmed)


def _lulls(text: str, found: Sequence[Clause], codings: Sequence[Coding | None]) -> frozenset[int]:
    """Clauses of quiet, unless some clause tells that it was agreed on."""
    truces = [
        number for number, each in enumerate(codings) if each is not None and each.ext_type == "ceasefire"
    ]
    quiet = {number for number in truces if is_quiet(codings[number], found[number].span.of(text))}
    return frozenset(quiet) if len(quiet) == len(truces) else frozenset()


def is_quiet(coding: Coding | None, quote: str) -> bool:
    """Whether a clause tells only of quiet, and not that it was agreed on."""
    return coding is not None and bool(_LULL.search(coding.cue.text)) and not _AGREED.search(quote)


def _is_item(coding: Coding | None, held: Held) -> bool:
    return bool(held.places) and (coding is None or coding.cue.strength < 2)
