"""A clause's place: the one its words lead to, else the one taken over; and the ends of a route."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from dashboard.actors import section_start
from dashboard.extraction.acled import MOVEMENTS, VIOLENT, EventType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.clauses import FARTHEST, Link
from dashboard.extraction.annotate.landmarks import is_way, led_by
from dashboard.extraction.annotate.unresolved_toponyms import LABEL_OPENS
from dashboard.extraction.attach.when import OLD_WOUNDS
from dashboard.extraction.lexicon import AND, CLAUSES, THE, one_of, said
from dashboard.gazetteer import REGION, Resolved
from dashboard.gazetteer.pairs import is_stretch
from dashboard.gazetteer.place import PlaceKind

_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.ADMIN3})
_SAYS_MORE = (Link.ELABORATES, Link.CONTRASTS, Link.COUNTED)
_GOES_ON = (Link.JOINED, Link.LISTED, Link.CONCURRENT)
_LABEL_WORDS = 2  # words that a label may have beside its places and times: "district", "Oct"
_ASIDE_LONG = 60  # characters between "who" and a place
_LAST_NAMED = 8  # names or clauses back, so far the town told last is looked for


@dataclass(frozen=True, slots=True)
class Where:
    """A clause's place, the ends of a route, and whether the place was taken over from before.

    ``around`` is the place on the map that holds or neighbours one that is not.
    """

    place: Resolved | None
    origin: str = ""
    goal: str = ""
    inherited: bool = False
    around: Resolved | None = None


def where(annotations: Annotations, number: int) -> Where:
    """The place of clause ``number``.

    A name after "in", "on" or "at" before one that only says where that is ("136 km south of", "from").
    """
    clause, text = annotations.clauses[number], annotations.report.text
    if clause.form and clause.form.place and (clause.form.is_main or not clause.places):
        return Where(clause.form.place, around=_around(annotations, number, clause.form.place))
    moves = clause.coding is not None and clause.coding.ext_type in MOVEMENTS
    origin = next((place for place in clause.places if led_by(text, place, _ORIGIN)), None) if moves else None
    goals = _goals(text, [each for each in clause.places if each is not origin]) if moves else []
    goal = next(iter(goals), None)
    there = [
        each for each in clause.places if each not in goals and (moves or not _is_gone_to(text, clause, each))
    ]
    there = [each for each in there if not _is_of_cause(text, clause, each)]
    there = _behind_wounds(clause, there)
    chosen = origin or _best(text, clause, there) or _arrival(annotations, number, goal)
    chosen = None if chosen is not None and _is_border(text, chosen) else chosen
    ends = (_name(origin), _name(goal))
    label = _label(annotations, number) if chosen is None else None
    if label is not None:
        return Where(label, *ends, around=_around(annotations, number, label))
    said = _said_to_be_at(annotations, number) if chosen is None or _is_vague(text, clause, chosen) else None
    if said is not None:
        return Where(said, *ends, around=_around(annotations, number, said))
    if chosen is None or _is_dateline(text, clause.span.start, chosen):
        further = _told_further_on(annotations, number)
        if further is not None:
            return Where(further, *ends, around=_around(annotations, number, further))
        taken = (
            _named_after(annotations, number)
            or chosen
            or _of_what_harmed(annotations, number)
            or _before(annotations, number)
        )
        return Where(taken, *ends, inherited=taken is not chosen, around=_around(annotations, number, taken))
    return Where(chosen, *ends, around=_around(annotations, number, chosen))


def _goals(text: str, places: Sequence[Resolved]) -> list[Resolved]:
    """The places moved to, with those joined to them: "towards A, B and C"."""
    goals: list[Resolved] = []
    for each in places:
        joined = goals and _JOIN.fullmatch(text, goals[-1].toponym.span.end, each.toponym.span.start)
        if joined or led_by(text, each, _GOAL):
            goals.append(each)
    return goals


def _behind_wounds(clause: AnnotatedClause, places: list[Resolved]) -> list[Resolved]:
    """The places, but of somebody who died of old wounds those of the act: "he died in Damascus of wounds sustained in Nawa"."""
    wounds = OLD_WOUNDS.search(clause.quote)
    if wounds is None or clause.heading:
        return places
    return [each for each in places if each.toponym.span.start >= clause.span.start + wounds.end()] or places


def _is_gone_to(text: str, clause: AnnotatedClause, each: Resolved) -> bool:
    """Whether somebody went there or was brought there after the act: "they threw a grenade and sped off toward Tipo-Tipo"."""
    return _GONE_TO.search(text, max(clause.trigger, clause.span.start), each.toponym.span.start) is not None


def _arrival(annotations: Annotations, number: int, goal: Resolved | None) -> Resolved | None:
    """Where a movement ends, when nothing before says where it begins."""
    return goal if goal and _before(annotations, number) is None else None


def _best(text: str, clause: AnnotatedClause, places: Sequence[Resolved]) -> Resolved | None:
    """The first that is no region, no dateline and no mere way to find another."""
    return min(places, key=lambda each: _rank(text, clause, each), default=None)


def _rank(text: str, clause: AnnotatedClause, each: Resolved) -> tuple[bool, bool, bool, bool, int, int]:
    end = each.toponym.span.end
    owns = text.startswith(_OWNS, end) and not _OWN_SITE.match(text, end)
    return (
        (each.place is not None and not each.place.iso) or _is_border(text, each),
        _is_dateline(text, clause.span.start, each),
        _is_of_other_act(text, clause, each) or _is_meanwhile(clause, each),
        each.precision == REGION
        or owns
        or _sets_scene(text, clause, each)
        or (each.place is None and _WAY.search(each.location) is not None),
        _is_holder(text, each)
        + 2 * is_way(text, each)
        + led_by(text, each, _ASIDE)
        + led_by(text, each, _BOUND)
        + owns
        + is_stretch(each.toponym.relation),
        each.toponym.span.start,
    )


def _is_meanwhile(clause: AnnotatedClause, each: Resolved) -> bool:
    """Whether it stands in what was done elsewhere meanwhile: "as deputies in Paris debated, shops in Nouméa were set alight"."""
    opens = _MEANWHILE.match(clause.quote)
    end = clause.span.start + opens.end() if opens else 0
    return each.toponym.span.end <= end <= clause.trigger


def _sets_scene(text: str, clause: AnnotatedClause, each: Resolved) -> bool:
    """Whether it opens the clause over a finer place told behind it: "In Kirkuk, a bomb went off at Domiz", "Southwest of Mosul, … in Qayyarah"."""
    here = each.toponym.span
    opens = (here.start == clause.span.start and each.toponym.relation) or _SCENE.fullmatch(
        text, clause.span.start, here.start
    )
    behind = (other for other in clause.places if other.toponym.span.start > here.end)
    described = _APPOSED.match(text, here.end)  # "In Mingachevir, a town on the Kura"
    return bool(opens and not described) and any(
        other.precision < REGION and led_by(text, other, _AT) for other in behind
    )


def _is_of_other_act(text: str, clause: AnnotatedClause, each: Resolved) -> bool:
    """Whether "after" or "before" stands between it and the words of the event: "taken to Peshawar after a bomb exploded in Bannu"."""
    here, trigger = each.toponym.span, clause.trigger
    if _is_of_whom(text, clause, each):
        return True
    first, last = (here.end, trigger) if here.end <= trigger else (trigger, here.start)
    return clause.coding is not None and _OTHER_ACT.search(text, first, last) is not None


def _is_of_whom(text: str, clause: AnnotatedClause, each: Resolved) -> bool:
    """Whether it only says who acts, where the act has a place of its own further on: "rebels who took Bria last year attacked Bambari"."""
    here = each.toponym.span
    behind = any(other.toponym.span.start > clause.trigger > here.end for other in clause.places)
    return (
        behind
        and _OF_WHOM.search(text, max(clause.span.start, here.start - _ASIDE_LONG), here.start) is not None
    )


def _is_of_cause(text: str, clause: AnnotatedClause, each: Resolved) -> bool:
    """Whether it is where that was which a crowd was angry about: "the protest was called over the rape of a girl in Chabahar"."""
    crowd = clause.coding is not None and clause.coding.event_type in _CROWDS
    return (
        crowd
        and _CAUSE.search(text, clause.trigger, max(clause.trigger, each.toponym.span.start)) is not None
    )


def _is_border(text: str, each: Resolved) -> bool:
    """Whether a state is only named for its border: "an ambush near the Mali border"."""
    state = each.place is not None and each.place.kind is PlaceKind.COUNTRY
    return state and _BORDER.match(text, each.toponym.name_span.end) is not None


def _is_holder(text: str, each: Resolved) -> bool:
    """Whether it only says whose suburb or village is meant: "the Kyiv suburb of Irpin"."""
    return _PART_OF.match(text, each.toponym.span.end) is not None


def _is_dateline(text: str, start: int, each: Resolved) -> bool:
    """Whether it opens a clause or paragraph that starts there, and a dash follows: "Homs – shells fell"."""
    span = each.toponym.span
    head = _HEAD.match(text, start) if span.start > start else None
    return (span.start == start and bool(_DASH.match(text, span.end))) or (
        head is not None and span.end <= head.end()
    )


def _label(annotations: Annotations, number: int) -> Resolved | None:
    """The place that heads its entry, before a colon: "- Sarmin: a warplane fired", "27 Oct – Marib, Al Jubah: a missile struck"."""
    first, _ = annotations.sentence(number)
    head, text = annotations.clauses[first], annotations.report.text
    if first == number or head.coding is not None or not head.places or not _COLON.match(text, head.span.end):
        return None
    opens = LABEL_OPENS.fullmatch(text, text.rfind("\n", 0, head.span.start) + 1, head.span.start)
    return max(head.places, key=_fineness) if opens and _is_only_label(head) else None


def _is_only_label(head: AnnotatedClause) -> bool:
    """Whether a clause holds places, days and clocks, and hardly a word beside."""
    known = sorted([each.toponym.span for each in head.places] + [each.span for each in head.times])
    rest, at = "", head.span.start
    for span in known:
        rest += head.quote[at - head.span.start : max(at, span.start) - head.span.start]
        at = max(at, span.end)
    return len(_LETTERS.findall(rest + head.quote[at - head.span.start :])) <= _LABEL_WORDS


def _fineness(each: Resolved) -> tuple[bool, int]:
    """By it the place meant comes last of those that head an entry: no region, then the one behind: "Taiz, Al Mudhaffar"."""
    return each.precision < REGION, each.toponym.span.start


def _named_after(annotations: Annotations, number: int) -> Resolved | None:
    """The place in the next clause, when that only says more of an event with no place but a dateline's."""
    following = number + 1
    if following >= len(annotations.clauses):
        return None
    clause, same = annotations.clauses[following], annotations.clauses[number].paragraph
    if clause.coding is not None or clause.paragraph != same:
        return None
    wide = _before(annotations, following)
    if wide is not None and wide.precision < REGION:
        return None
    points = [place for place in clause.places if place.precision < REGION]
    return _best(annotations.report.text, clause, points) if _HARM.search(clause.quote) else None


def _of_what_harmed(annotations: Annotations, number: int) -> Resolved | None:
    """The place of the act just before in the sentence, where a clause only counts its harm: not the place named last."""
    clause = annotations.clauses[number]
    before = annotations.clauses[number - 1] if number else None
    if before is None or before.sentence != clause.sentence or before.coding is None:
        return None
    counts = clause.hints and clause.casualties.told and clause.link in _GOES_ON
    return _best(annotations.report.text, before, before.places) if counts else None


def _is_vague(text: str, clause: AnnotatedClause, each: Resolved) -> bool:
    """Whether it only says about where: a region, a country, or what lies outside or above a town."""
    before = text[clause.span.start : each.toponym.span.start]
    relation = each.toponym.relation.casefold() in CLAUSES["says-where"]["about"]
    return each.precision >= REGION or relation or _ABOUT.search(before) is not None


def _said_to_be_at(annotations: Annotations, number: int) -> Resolved | None:
    """The town in which the act was, as one of the next sentences says: "The attack hit Furcy, in the commune of Kenscoff"."""
    clauses, text = annotations.clauses, annotations.report.text
    here = clauses[number]
    violent = here.coding is not None and here.coding.event_type in VIOLENT
    if here.known_act is not None or not (here.outright and violent):
        return None
    for each in clauses[number + 1 : number + _SAID_SOON]:
        if _WAS_AT.match(each.quote):
            towns = [place for place in each.places if place.precision < REGION]
            return _best(text, each, towns) if towns else None
        if each.outright and not here.heading:
            return None
    return None


def _told_further_on(annotations: Annotations, number: int) -> Resolved | None:
    """The place that the rest of the sentence leads to, where nothing before it names one: "they shot nine, among them a baby, at Missong"."""
    clauses, text = annotations.clauses, annotations.report.text
    first, end = annotations.sentence(number)
    if any(
        not _is_dateline(text, each.span.start, place)
        for each in clauses[first:number]
        for place in each.places
    ):
        return None
    for clause in clauses[number + 1 : end]:
        if clause.coding is not None or clause.link not in _SAYS_MORE:
            return None
        points = [each for each in clause.places if _is_told_of(text, clause, each)]
        if points or clause.places:
            return next(iter(points), None)
    return None


def _is_told_of(text: str, clause: AnnotatedClause, each: Resolved) -> bool:
    """Whether a clause that says more of an event names a place as where that was, and not first as where something else was."""
    opens = _OPENS_ELSEWHERE.fullmatch(text, clause.span.start, each.toponym.span.start) is not None
    aside = is_way(text, each) or led_by(text, each, _ASIDE) or _is_holder(text, each)
    return each.precision < REGION and not (opens or aside)


def _around(annotations: Annotations, number: int, chosen: Resolved | None) -> Resolved | None:
    if chosen is None or chosen.place is not None:
        return None
    if chosen.holder:
        return Resolved(chosen.toponym, chosen.holder, REGION, chosen.holder.name)
    at = (
        bisect_right(annotations.clauses, chosen.toponym.span.start, key=lambda clause: clause.span.start) - 1
    )
    clauses = (annotations.clauses[max(at, 0)], annotations.clauses[number])
    inside = [each for clause in clauses for each in clause.places if each.place]
    after = [each for each in inside if each.toponym.span.start > chosen.toponym.span.start]
    return next(iter(after + inside), None) or next(
        (each for each in _befores(annotations, number) if each.place), None
    )


def _before(annotations: Annotations, number: int) -> Resolved | None:
    """The place that a clause without one takes over."""
    return next(_befores(annotations, number), None)


def _befores(annotations: Annotations, number: int) -> Iterator[Resolved]:
    """The place last named in the sentence, then what the paragraph opens with, then the report."""
    clause = annotations.clauses[number]
    sentence = annotations.clauses[annotations.sentence(number)[0]]
    paragraph = annotations.clauses[annotations.paragraph(number)].span.start
    named, points = annotations.landmarks.places, annotations.landmarks.points
    first, end = (
        bisect_left(named, at, key=lambda each: each.toponym.span.start)
        for at in (paragraph, clause.span.start)
    )
    dateline = [
        place
        for place in named[first : min(first + 1, end)]
        if _is_dateline(annotations.report.text, paragraph, place)
    ]
    opens = first + len(dateline)
    if opens < end:
        if named[end - 1].toponym.span.start >= sentence.span.start:
            yield _inside(annotations, end - 1)
        if (sentence.refers or _BACK.search(clause.quote)) and points[end - 1] >= opens:
            yield named[points[end - 1]]
        if named[opens].precision >= REGION and not clause.times:
            yield from _of_act(annotations, number)
        yield named[opens]
    yield from dateline
    floor = section_start(annotations.report.text, clause.span.start)
    known = [each for each in named[max(0, end - _LAST_NAMED) : end] if each.toponym.span.start >= floor]
    last = [each for each in reversed(known) if _is_settlement(each)]
    head = _head_over(annotations, number)
    if head is not None:
        below = head.toponym.span.end
        yield from (each for each in last if each.place and each.toponym.span.start > below)
        yield head
    yield from (each for each in last if each.place)
    yield from last
    yield from [each for each in annotations.places if each.toponym.span.start >= floor][:1]


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
            return max(head.places, key=_fineness)
    return None


def _of_act(annotations: Annotations, number: int) -> Iterator[Resolved]:
    """The town of the act told last in the paragraph, which opens with a region: "North Kivu. Jets bombed Kirumba. Two people died"."""
    first = max(annotations.paragraph(number), number - _LAST_NAMED)
    told = (each for each in reversed(annotations.clauses[first:number]) if each.coding and each.places)
    for clause in islice(told, 1):
        chosen = _best(annotations.report.text, clause, clause.places)
        if chosen is not None and _is_settlement(chosen):
            yield chosen


def _is_settlement(each: Resolved) -> bool:
    """Whether it is no region, district or country: what goes on there has a place on the map of its own."""
    wide = each.place is not None and each.place.kind in _WIDE
    return each.precision < REGION and not wide


def _inside(annotations: Annotations, last: int) -> Resolved:
    """The town, where the place named last only says where it lies: "Kairu, in Zugu District", "Batibo, near Bamenda"."""
    named, text = annotations.landmarks.places, annotations.report.text
    if last and named[last - 1].precision < REGION:
        wide = named[last].precision == REGION or named[last].toponym.relation
        holds = _HOLDS if wide else _HELD
        between = holds.fullmatch(text, named[last - 1].toponym.span.end, named[last].toponym.span.start)
        return named[last - 1] if between else named[last]
    return named[last]


def _name(place: Resolved | None) -> str:
    return place.location if place else ""


_ROUTE, _LEADS = CLAUSES["route"], CLAUSES["back"]
_ORIGIN = re.compile(
    rf"\b{one_of(_ROUTE['from'])}\s+{THE}(?:(?!{one_of(_ROUTE['not_from'])}\b)\w+\s+){{0,2}}$", re.IGNORECASE
)
_GOAL = re.compile(
    rf"\b{one_of(_ROUTE['to'] + _ROUTE['for'])}\s+{THE}"
    rf"(?:(?!{one_of(_ROUTE['not_to'])}\b)\w+\s+(?:{_ROUTE['of']}\s+{THE})?)?$",
    re.IGNORECASE,
)
_GONE_TO = re.compile(
    rf"\b{one_of(_ROUTE['gone'])}\b[^.;,\n]{{0,60}}?\b{one_of(_ROUTE['whither'])}\s+{THE}(?:\w+\s+){{0,2}}$",
    re.IGNORECASE,
)
_OPENS_ELSEWHERE = re.compile(rf"\w+\s+(?:\w+\s+)?{THE}(?:\w+\s+{_ROUTE['of']}\s+)?")
_JOIN = re.compile(rf",?\s+(?:{AND}\s+)?")
_MEANWHILE = re.compile(rf"(?:[\w ]{{0,20}},\s+)?{one_of(_ROUTE['meanwhile'])}\s[^,;\n]+,", re.IGNORECASE)
_SCENE = re.compile(rf"\W*{one_of(_ROUTE['scene'])}\s+{THE}")
_APPOSED = re.compile(rf",\s+(?:an?\s+|{THE})(?:\w+\s+)?{one_of(CLAUSES['unmapped']['kinds'])}\b")
_AT = re.compile(rf"\b{one_of(_ROUTE['at'])}\s+{THE}$")
_ASIDE = re.compile(rf"\b{one_of(_ROUTE['aside'])}\s+{THE}$", re.IGNORECASE)
_BOUND = re.compile(
    rf"\b{one_of(_ROUTE['from'])}\s[^.;,\n]{{2,40}}\s{one_of(_ROUTE['whither'])}\s+{THE}$", re.IGNORECASE
)
_HOLDS = re.compile(rf"\s*(?:,\s*)?(?:{one_of(_ROUTE['holds'])}\s+)?{THE}")
_HELD = re.compile(rf"\s*,\s*{one_of(_ROUTE['holds'])}\s+{THE}")
_PART_OF = re.compile(
    rf"(?:['’]s)?\s+(?:[a-z]+\s+)?{one_of(_ROUTE['parts'])}\s+{CLAUSES['unmapped']['of']}\s+[A-Z]"
)
_WAY = re.compile(rf"\b{one_of(CLAUSES['owned']['ways'])}$")
_OWN_SITE = re.compile(rf"['’]s\s+(?:[a-z]+\s+){{0,2}}?{one_of(CLAUSES['owned']['sites'])}\b")
_BORDER = re.compile(rf"\s+{one_of(CLAUSES['owned']['border'])}\b", re.IGNORECASE)
_OWNS = ("'s ", "’s ")
_SAID_SOON = 10  # clauses
_WAS_AT = re.compile(
    rf"\W*(?:{one_of(CLAUSES['told-again']['the'])}|[A-Z]\w+['’]s)\s+(?:[\w'’-]+\s+){{0,2}}?"
    rf"{one_of([*CLAUSES['told-again']['any'], *CLAUSES['told-again']['words']])}\s+{one_of(CLAUSES['says-where']['was'])}\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(rf"\b{one_of(CLAUSES['says-where']['about'])}\s+(?:[\w'’]+\s+){{0,2}}$", re.IGNORECASE)
_OTHER_ACT = re.compile(rf"\b{one_of(_ROUTE['other_act'])}\b", re.IGNORECASE)
_OF_WHOM = re.compile(rf"\b{one_of(CLAUSES['descriptions']['opens'])}\b[^,.;\n]*$")
_CROWDS = frozenset({EventType.PROTESTS, EventType.RIOTS})
_WRONGS = [*_ROUTE["wrongs"], *CLAUSES["told-again"]["any"], *CLAUSES["told-again"]["words"]]
_CAUSE = re.compile(  # "the protest was called over the rape of a girl in Chabahar"
    rf"\b{one_of(_ROUTE['over'])}\s+(?:(?:{THE}|an?\s+)(?:\w+\s+){{0,2}}?){one_of(_WRONGS)}\b", re.IGNORECASE
)
_HARM = said("harm")
_DASH = re.compile(r"(?:,\s[^,;\n]{1,20}){0,3}\s*(?:\([^()\n]{1,30}\)\s*)?(?:[–—:]|--?)\s")
_HEAD = re.compile(  # "CHILAPA, Gro., April 24. – "
    r"[A-Z][A-Z .'’/-]{2,40}(?:,\s[^,;\n]{1,20}){1,3}\s*(?:\([^()\n]{1,30}\)\s*)?(?:[–—]|--?)\s"
)
_COLON = re.compile(r"\s*:\s*")
_NUMBER = re.compile(r"\W*\d{1,2}[.)]?")
_TELLS = re.compile(r"[.!?…]$")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_BACK = re.compile(
    rf"\b(?:{one_of(_LEADS['there'])}|{CLAUSES['the']['word']} {one_of(_LEADS['the'])})\b(?!\s+{_LEADS['of']}\b)",
    re.IGNORECASE,
)
