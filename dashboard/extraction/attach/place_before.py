"""The place that a clause without one takes over: from its sentence, its paragraph, a head or label above, or the report."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from dashboard.actors import section_start
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.bystanders import is_in_city
from dashboard.extraction.annotate.clauses import FARTHEST, Link
from dashboard.extraction.annotate.landmarks import is_on_road
from dashboard.extraction.annotate.spotted import BRACKETS
from dashboard.extraction.annotate.unresolved_toponyms import LABEL_OPENS
from dashboard.extraction.attach.best_place import best_place, is_dateline, is_of_other_act
from dashboard.extraction.lexicon import CLAUSES, THE, one_of
from dashboard.gazetteer import REGION, Resolved
from dashboard.gazetteer.place import PlaceKind

_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.ADMIN3})
_SMALL = (PlaceKind.TOWN, PlaceKind.VILLAGE)
_CITY_PEOPLE = 30_000
_GOES_ON = (Link.JOINED, Link.LISTED, Link.CONCURRENT)
_LABEL_WORDS = 2  # words that a label may have beside its places and times: "district", "Oct"
_IN_DATELINE = 3  # places: "Quetta (Balochistan), Pakistan – "
_LAST_NAMED = 8  # names or clauses back, so far the town told last is looked for
_BACK_REACH = 600  # characters before a clause in which "the town" stands


def label_over(annotations: Annotations, number: int) -> Resolved | None:
    """The place that heads its entry, before a colon or as a sentence or a line of its own.

    "- Sarmin: a warplane fired", "27 Oct – Marib, Al Jubah: a missile struck", "12 October: Gwoza. Gunmen shot a man", "Gwoza, 12 October" over a line.
    """
    first, _ = annotations.sentence(number)
    head, text = annotations.clauses[first], annotations.report.text
    if first == number:
        return _head_before(annotations, number)
    if head.coding is not None or not head.places or not _COLON.match(text, head.span.end):
        return None
    return _of_head(head.places) if _opens_line(annotations, head) and _is_only_label(head) else None


def _head_before(annotations: Annotations, number: int) -> Resolved | None:
    """The town that is all the sentence or the line before tells, beside a day or a clock."""
    head = annotations.clauses[number - 1] if number else None
    if head is None or head.coding is not None or not head.places:
        return None
    alone = annotations.sentence(number - 1)[0] == number - 1
    within = (
        head.paragraph == annotations.clauses[number].paragraph
    )  # "Vaccinator, 19. Karachi, Pakistan. Shot by men …"
    line = _opens_line(annotations, head) and not _TELLS.search(head.quote)
    label = _is_only_label(head) if line else within and not _words_beside(head)
    chosen = _of_head(head.places)
    headed = _is_dated_head(annotations, head) or (alone and label)
    return chosen if headed and is_settlement(chosen) else None


def _is_dated_head(annotations: Annotations, head: AnnotatedClause) -> bool:
    """Whether its line opens with a day and a dash or colon, and nothing stands behind its places: "12 Oct 2023 – Gwoza. "."""
    text, first, last = annotations.report.text, head.places[0].toponym.span, head.places[-1].toponym.span
    opens = _DAY_BEFORE.fullmatch(text, text.rfind("\n", 0, first.start) + 1, first.start)
    return opens is not None and not _LETTERS.search(text, last.end, head.span.end)


def _opens_line(annotations: Annotations, head: AnnotatedClause) -> bool:
    """Whether nothing but a bullet, a clock or a day stands before it on its line."""
    text = annotations.report.text
    return LABEL_OPENS.fullmatch(text, text.rfind("\n", 0, head.span.start) + 1, head.span.start) is not None


def _is_only_label(head: AnnotatedClause) -> bool:
    """Whether a clause holds places, days and clocks, and hardly a word beside."""
    return _words_beside(head, brackets=True) <= _LABEL_WORDS


def _words_beside(head: AnnotatedClause, *, brackets: bool = False) -> int:
    """How many words a clause has beside its places, days and clocks; those in brackets where they are asked for."""
    known = sorted([each.toponym.span for each in head.places] + [each.span for each in head.times])
    rest, at = "", head.span.start
    for span in known:
        rest += head.quote[at - head.span.start : max(at, span.start) - head.span.start]
        at = max(at, span.end)
    rest += head.quote[at - head.span.start :]
    return len(_LETTERS.findall(rest if brackets else BRACKETS.sub("", rest)))


def _of_head(places: Sequence[Resolved]) -> Resolved:
    """The place meant of those that head an entry: the first where the seat of its region is named behind it, "Ansongo, Gao"."""
    first, behind = places[0], [each.place for each in places[1:] if each.place]
    seats = [each for each in behind if each.admin1 and each.admin1.startswith(each.name)]
    held = any(first.place is None or first.place.admin1 == each.admin1 for each in seats)
    return first if held and first.precision < REGION else max(places, key=_fineness)


def _fineness(each: Resolved) -> tuple[bool, int]:
    """By it the place meant comes last of those that head an entry: no region, then the one behind: "Taiz, Al Mudhaffar"."""
    return each.precision < REGION, each.toponym.span.start


def place_of_what_harmed(annotations: Annotations, number: int) -> Resolved | None:
    """The place of the act just before in the sentence, where a clause only counts its harm: not the place named last."""
    clause = annotations.clauses[number]
    before = annotations.clauses[number - 1] if number else None
    if before is None or before.sentence != clause.sentence or before.coding is None:
        return None
    counts = clause.hints and clause.casualties.told and clause.link in _GOES_ON
    return best_place(annotations.report.text, before, before.places) if counts else None


def place_before(annotations: Annotations, number: int) -> Resolved | None:
    """The place that a clause without one takes over."""
    return next(places_before(annotations, number), None)


def places_before(annotations: Annotations, number: int) -> Iterator[Resolved]:
    """The place last named in the sentence, then what the paragraph opens with, then the report.

    Of a paragraph that a state or a region labels, the first town in it: "PHILIPPINES · Host of a programme, Digos. Shot on 20 May".
    """
    clause = annotations.clauses[number]
    sentence = annotations.clauses[annotations.sentence(number)[0]]
    paragraph = annotations.clauses[annotations.paragraph(number)].span.start
    named, points = annotations.landmarks.places, annotations.landmarks.points
    first, end = (
        bisect_left(named, at, key=lambda each: each.toponym.span.start)
        for at in (paragraph, clause.span.start)
    )
    dateline = list(
        takewhile(
            lambda place: is_dateline(annotations.report.text, paragraph, place),
            named[first : min(first + _IN_DATELINE, end)],
        )
    )
    opens = first + len(dateline)
    if opens < end:
        yield from _city_it_was_written_in(clause, dateline, named[end - 1])
        if named[end - 1].toponym.span.start >= sentence.span.start:
            yield _inside(annotations, end - 1)
        if (sentence.refers or _BACK.search(clause.quote)) and points[end - 1] >= opens:
            yield named[points[end - 1]]
        if named[opens].precision >= REGION and not clause.times:
            yield from _of_act(annotations, number)
        if not is_settlement(named[opens]) and _is_only_label(
            annotations.clauses[annotations.paragraph(number)]
        ):
            yield from [each for each in named[opens + 1 : end] if is_settlement(each) and each.place][:1]
        yield named[opens]
    yield from _written_in(annotations, number, dateline)
    floor = section_start(annotations.report.text, clause.span.start)
    known = [each for each in named[max(0, end - _LAST_NAMED) : end] if each.toponym.span.start >= floor]
    last = [each for each in reversed(known) if is_settlement(each)]
    near = max(paragraph, clause.span.start - _BACK_REACH)
    if _BACK.search(annotations.report.text, near, clause.span.end):
        last.sort(key=lambda each: is_on_road(annotations.report.text, each))
    head = _head_over(annotations, number)
    if head is not None:
        below = head.toponym.span.end
        yield from (each for each in last if each.place and each.toponym.span.start > below)
        yield head
    yield from (each for each in last if each.place)
    yield from last
    yield from [each for each in annotations.places if each.toponym.span.start >= floor][:1]


def _city_it_was_written_in(
    clause: AnnotatedClause, dateline: Sequence[Resolved], last: Resolved
) -> Iterator[Resolved]:
    """The city of a dateline, where a clause tells of "the city" and the place told last is none: "GOMA – Rebels attacked Sake. In the city, …"."""
    small = last.place is None or (last.place.kind in _SMALL and last.place.population < _CITY_PEOPLE)
    if small and _THE_CITY.search(clause.quote):
        yield from (each for each in dateline if each.place and each.place.kind == PlaceKind.CITY)


def _written_in(annotations: Annotations, number: int, dateline: Sequence[Resolved]) -> Iterator[Resolved]:
    """The places of a dateline, and before them the town in which the headline above tells an act."""
    if dateline:
        yield from headline_town(annotations, number)
        yield from dateline


def headline_town(annotations: Annotations, number: int) -> Iterator[Resolved]:
    """The one town in which the headline tells the act of the paragraph that opens the story below it: "Five killed in Gwoza", "ABUJA (Agency) — Gunmen killed five".

    None where the lead tells another kind of act, or another number of dead, or names a house of the city that it was written in.
    """
    clause = annotations.clauses[number]
    if not clause.lead or is_in_city(clause.quote):
        return
    above = takewhile(lambda each: each.heading, annotations.clauses[: annotations.paragraph(number)])
    text = annotations.report.text
    towns = {
        town.location: town
        for each in above
        if (town := best_place(text, each, each.places)) is not None
        and is_settlement(town)
        and _is_one_act(text, each, town, clause)
    }
    yield from towns.values() if len(towns) == 1 else ()


def _is_one_act(text: str, head: AnnotatedClause, town: Resolved, lead: AnnotatedClause) -> bool:
    """Whether a headline may tell the act of the lead in its town: its dead, or its kind where not both tell them."""
    if head.coding is None or lead.coding is None:
        return head.coding is not None and lead.casualties.told
    dead, killed = head.casualties.killed, lead.casualties.killed
    if dead and killed:
        return dead.low == killed.low
    alike = head.coding.event_type is lead.coding.event_type
    return alike and not is_of_other_act(text, head, town)


def _head_over(annotations: Annotations, number: int) -> Resolved | None:
    """The place that stands alone on the line over the paragraphs in which a clause stands: "As-Suwayda province:", "Dogofry"."""
    clauses = annotations.clauses
    for before in range(number - 1, max(-1, number - FARTHEST), -1):
        head = clauses[before]
        if head.paragraph == clauses[number].paragraph or not head.places or head.coding is not None:
            continue
        follows = before + 1 < len(clauses) and clauses[before + 1].paragraph == head.paragraph
        opens = (
            not before
            or clauses[before - 1].paragraph != head.paragraph
            or _NUMBER.fullmatch(clauses[before - 1].quote)
        )
        if opens and not follows and _is_only_label(head) and not _TELLS.search(head.quote):
            return _of_head(head.places)
    return None


def _of_act(annotations: Annotations, number: int) -> Iterator[Resolved]:
    """The town of the act told last in the paragraph, which opens with a region: "North Kivu. Jets bombed Kirumba. Two people died"."""
    first = max(annotations.paragraph(number), number - _LAST_NAMED)
    told = (each for each in reversed(annotations.clauses[first:number]) if each.coding and each.places)
    for clause in islice(told, 1):
        chosen = best_place(annotations.report.text, clause, clause.places)
        if chosen is not None and is_settlement(chosen):
            yield chosen


def is_settlement(each: Resolved) -> bool:
    """Whether it is no region, district or country: what goes on there has a place on the map of its own."""
    wide = each.place is not None and each.place.kind in _WIDE
    return each.precision < REGION and not wide


def is_region(each: Resolved) -> bool:
    """Whether it is a part of a country, and no town in it."""
    country = each.place is not None and each.place.kind is PlaceKind.COUNTRY
    return not (country or is_settlement(each))


def _inside(annotations: Annotations, last: int) -> Resolved:
    """The town, where the place named last only says where it lies: "Kairu, in Zugu District", "Batibo, near Bamenda"."""
    named, text = annotations.landmarks.places, annotations.report.text
    if last and named[last - 1].precision < REGION:
        wide = named[last].precision == REGION or named[last].toponym.relation
        holds = _HOLDS if wide else _HELD
        between = holds.fullmatch(text, named[last - 1].toponym.span.end, named[last].toponym.span.start)
        return named[last - 1] if between else named[last]
    return named[last]


_ROUTE, _LEADS = CLAUSES["route"], CLAUSES["back"]
_HOLDS = re.compile(rf"\s*(?:,\s*)?(?:{one_of(_ROUTE['holds'])}\s+)?{THE}")
_HELD = re.compile(rf"\s*,\s*{one_of(_ROUTE['holds'])}\s+{THE}")
_COLON = re.compile(r"\s*:\s*")
_NUMBER = re.compile(r"\W*\d{1,2}[.)]?")
_DAY_BEFORE = re.compile(r"[^\n:–—|]{0,30}\d[^\n:–—|]{0,14}(?:[:–—|]|\s-)\s+")
_TELLS = re.compile(r"[.!?…]$")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_THE_CITY = re.compile(
    rf"\b{CLAUSES['the']['word']} {_LEADS['city']}\b(?!\s+(?:{_LEADS['of']}|{one_of(_LEADS['houses'])})\b)"
)
_BACK = re.compile(
    rf"\b(?:{one_of(_LEADS['there'])}|{CLAUSES['the']['word']} {one_of(_LEADS['the'])})\b(?!\s+(?:{_LEADS['of']}|{one_of(_LEADS['houses'])})\b)",
    re.IGNORECASE,
)
