"""Names that stand where a place stands and are on no map: most villages, squares and crossroads.

No gazetteer has them all, and a report that says "shells fell on Dharwat village" says where: the name is
kept, and drawn with the place that holds it (``where``).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dashboard.actors.dictionary import country_names, peoples
from dashboard.extraction.annotate.cues import code
from dashboard.extraction.lexicon import AND, CLAUSES, THE, one_of
from dashboard.gazetteer import Resolved, Toponym
from dashboard.gazetteer.lexicon import WORDS
from dashboard.language.lexicon import any_case, lexicon
from dashboard.language.spans import Taken
from dashboard.text import Span

_WORDS, _SUFFERED = CLAUSES["unmapped"], CLAUSES["suffers"]
_PARTICLE = (
    r"(?:[AEae][dlnrstz]h?[-–]|\b(?:a[dlrz]|ash|adh|ath|e[lz])[^\S\n])"  # "al-Tawakkul", "al Qabaytah"
)
_PART = rf"{_PARTICLE}?[A-Z][\w'’]+(?:-[\w'’]+)*"
_COUNTED = (
    rf"{one_of(_WORDS['counted'])}\s\d{{1,3}}[A-Z]?\b(?:\s{_PART})?"  # Camp 17, Camp 4 Extension, Zone 3
)
_LINK = r"(?:(?:de|del|la|las|los|da|do|dos|du|des)[^\S\n]+){0,2}"  # "Venus del Río", "Lango la Simba"
_QUOTED_PART = _PART.replace("?[A-Z]", "?['’‘]?[A-Z]")
_NEXT_PART = (  # "Ras 'Ein al 'Auja"; not "in Um Sumeima Monday", as wires say
    rf"(?!{one_of([*_SUFFERED['days'], *_WORDS['never_in_names']])}\b){_QUOTED_PART}"
)
_NAME = rf"(?:{_COUNTED}|{_PART}(?:(?<!['’]s)[^\S\n]+{_LINK}{_NEXT_PART}){{0,2}}(?:\s\d{{1,3}}(?=\s*[,.;)]|\s{one_of(_WORDS['behind_numbers'])}\b))?)"  # Kilo 16, with no count behind it
_KIND, _OF = one_of(_WORDS["kinds"]), _WORDS["of"]
_SITE = (  # "stormed the old garrison of", "raided the Bedouin community of"
    rf"(?:(?:[a-z][a-z-]*\s+){{0,2}}?{one_of([*_WORDS['sites'], *_WORDS['kinds']])}"
    rf"|[A-Z]\w+\s+{one_of(_WORDS['peopled'])})\s+{_OF}\s+{THE}"
)
_LED = re.compile(
    rf"\b(?:(?:{any_case(_WORDS['before'] + _WORDS['also_before'])})\s+{THE}(?P<site>{_SITE})?(?:(?:{_KIND}|{one_of(_WORDS['between'])})\s+(?:{_OF}\s+)?)*"
    rf"|{one_of(CLAUSES['ahead']['roads'])}\s+{THE}(?:{_KIND}\s+{_OF}\s+)?"  # "barricaded the road to Yater"
    rf"|{one_of(_WORDS['flown'])}\s+{one_of(_WORDS['over'])}\s+{THE}(?:(?:{_KIND}|{one_of(_WORDS['between'])})\s+(?:{_OF}\s+)?)*"
    rf"|{one_of(CLAUSES['route']['taken'])}\s+(?:[a-z0-9][\w'’-]*\s+){{1,4}}?to\s+{THE}(?:{_KIND}\s+{_OF}\s+)?"
    rf"|{_KIND}\s+{one_of([_OF, *_WORDS['called']])}\s+)(?P<name>{_NAME})(?P<kind>\s+{_KIND}\b)?",
)
_ALSO = re.compile(rf"\b(?:{any_case(_WORDS['also_before'])})\s")
_OF_HOUSE = re.compile(  # "Sacred Heart hospital in Owerri", "Central Mosque in Kano", "Total petrol station"
    rf"{_PART}(?:[^\S\n]+{_PART}){{0,2}}?\s+(?:[a-z]+\s+)?(?:(?i:{one_of(_WORDS['houses'])})\s+{_WORDS['in']}\s+{THE}(?:[a-z]+\s+{_OF}\s+)?[A-Z]|{one_of(_WORDS['never_towns'])}\b)"
)
_HOUSE_IN = re.compile(  # "at the Tawakal hotel in Kismayo"
    rf"{_PART}(?:[^\S\n]+{_PART}){{0,2}}?\s+{one_of(_WORDS['never_towns'])}\s+{_WORDS['in']}\s+{THE}[A-Z]"
)
_MANY = re.compile(
    rf"\b{one_of(_WORDS['many'])}(?:,|:|\s+\(|\s+{one_of(_WORDS['named'])})\s*(?P<name>{_NAME})(?P<kind>(?!))?"
)
_TITLED = re.compile(rf"\b{one_of(_WORDS['titled'])}\s+(?P<name>{_PART})")
_UNIT = re.compile(rf"\b(?P<name>{one_of(_WORDS['units'])}[^\S\n]+{_PART}(?:[^\S\n]+{_PART})?)")
_WHERE = re.compile(  # "visited Dharwat today, where a bomb had fallen"
    rf"\b[a-z]+\s(?P<name>{_PART}(?:\s{_PART})?)(?:\s[a-z]{{4,10}})?,\s+{WORDS.relations['where']}\b"
)
_OWNED = re.compile(rf"\b{one_of(CLAUSES['route']['at'])}\s+{_NAME}(?:(?<=['’]s)|['’]s)\s+(?P<name>{_NAME})")
_WAY = re.compile(rf"\b{one_of(CLAUSES['owned']['ways'])}$")
_OWNS = re.compile(r"(?<=['’]s)\s+[A-Z]")  # "Sokoto's Dharwat": a region, and the place in it
_OF_PEOPLE = re.compile(rf"\s+{one_of(_WORDS['people'])}\b")
_WHOSE = re.compile(rf"\b{one_of(_WORDS['indefinite'])}\s+$")
_NAMED_BEHIND = re.compile(rf"\s+{_KIND}\s+{_OF}\s+[A-Z]")
_ADJECTIVES = tuple(_WORDS["adjectives"])
_COMPOUND = re.compile(rf"-{one_of(_WORDS['compounds'])}$")
_BY_WHOM = re.compile(rf"(?:ed|\b{one_of(_WORDS['people_by'])})\s+$")
_SIDES = re.compile(rf"\b{one_of(_WORDS['sides'])}\s+(?:{one_of(_WORDS['sides_did'])}\s+)?$", re.IGNORECASE)
_DEED = re.compile(  # "the strike Ahmed saw": a noun, and who
    rf"\b{one_of(_WORDS['deed_of'])}\s+{one_of(_WORDS['deeds'])}\s+$", re.IGNORECASE
)
_OF_BODY = re.compile(rf"\b{one_of(_WORDS['bodies'])}\s+on\s+$")
_PART_OF_NAME = re.compile(r"\b[A-Z][\w'’-]*\s$")  # "General Yater"
_SETTLED = re.compile(
    rf"(?<![\w'’.-])(?:The\s+)?(?P<name>{_NAME})\s+{one_of(_WORDS['settled'])}\b(?!\s+{_OF}\b)"
)
LABEL_OPENS = re.compile(
    r"[ \t]*(?:[•▪●◦*·‣▸►–—-]\ufe0f?|\d{1,2}[.)])?[ \t]*(?:\d{1,2}[.:h]\d{2}[ \t]*(?:[|–—-][ \t]*)?)?(?:[^\n,:]{0,24}\d[^\n,:]{0,12},[ \t]*)?"
)
"""What may stand on a line before the place that labels it: a bullet, a clock, a day."""
_DASHED = re.compile(  # "• Sloviansk community – a drone hit a car"
    rf"^[ \t]*[•▪●◦*·–—-]\ufe0f?[ \t]*(?P<name>{_NAME})(?P<kind>\s+{one_of(_WORDS['communities'])})?[ \t]+[–—-][ \t]+\S",
    re.MULTILINE,
)
_FIELD = r"(?:[^\n,:–—]|(?<=\d):(?=\d)){0,24}"
_LABEL = re.compile(  # "- Sarmin: …", "• 07/07, at dawn, Camp 8W: …", "2. Thursday, 10:30 p.m., Las Quintas, Culiacán: …", "27 Oct – Marib, Al Jubah: …"
    rf"^(?=[ \t]*[•▪●◦*·–—-]|[^\n,:]*\d){LABEL_OPENS.pattern}(?:{_FIELD}(?:\d{_FIELD}|[ap]\.m\.)(?:,|[ \t][–—-])[ \t]*(?:[a-z][a-z ]{{2,20}},[ \t]+)?){{0,3}}"
    rf"(?P<name>{_NAME})(?:,[ \t]+(?P<finer>{_NAME}))?(?:,[ \t]+[a-z][a-z -]{{2,20}})?(?P<held>[ \t]+\([^()\n]{{2,30}}\))?:[ \t]+\S",
    re.MULTILINE,
)
_NAMED_LINE = re.compile(
    rf"^(?P<name>{_NAME})(?:[ \t]+\([^()\n]{{1,30}}\))?:[ \t]+(?P<told>[a-z])?\S", re.MULTILINE
)  # "Toretsk: Two men were killed"
_SIGNS = (
    r"(?:[^\w\n(\[\"“”'’‘]|_)*(?:\d{1,3}(?:[.)/]|[ \t]*\|)[ \t]*)?"  # bullets, emojis, the number of an entry
)
_CLOCK = r"\d{1,2}[:.h]\d{2}"
_DAY = (
    r"(?:[^\W\d_]{3,9}\.?,?[ \t]+)?(?:\d{1,2}(?:st|nd|rd|th)?[ \t]+[^\W\d_]{3,9}\.?(?:,?[ \t]+\d{4})?|[^\W\d_]{3,9}\.?[ \t]+\d{1,2}(?:,?[ \t]+\d{4})?"
    rf"|\d{{1,4}}[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?|{_CLOCK})(?:,?[ \t]+(?:\d{{4}}h?|{_CLOCK}))?"
)
_NAMES = rf"(?P<name>{_NAME})(?:,[ \t]+(?P<finer>{_NAME}))?"
_HELD_IN = r"(?:[ \t]*\([^()\n]{2,40}\))?"
_DAY_AND_PLACE = re.compile(  # "12 October – Ansongo", "14 Oct, 0730 | Ansongo | IED", "[09:12] Ansongo. Shells fell", "Ansongo, Gao (12 October)"
    rf"^{_SIGNS}(?:[\[(]?{_DAY}[\])]?[ \t]*(?:[,|:–—-][ \t]+|[ \t])[ \t]*{_NAMES}{_HELD_IN}"
    rf"(?=\.[ \t]+[\"“A-Z]|[ \t]+[–—-][ \t]|:[ \t]|[ \t]*\||[ \t]*$)"
    rf"|{_NAMES.replace('name', 'name_').replace('finer', 'finer_')}{_HELD_IN}[ \t]*(?:[,|–—-][ \t]+|[ \t]\(){_DAY}(?=[),.:|–—]|[ \t]+[–—|-]|[ \t]*$))",
    re.MULTILINE,
)
_UNDER_DAY = re.compile(  # "Saturday, 12 October: ⏎ Ansongo. Gunmen shot"
    rf"^{_SIGNS}{_DAY}\W*\n{_SIGNS}{_NAMES}{_HELD_IN}(?=\.[ \t]+[\"“A-Z]|[ \t]+[–—-][ \t]|:[ \t])",
    re.MULTILINE,
)
_NEXT_UNDER_DAY = re.compile(  # "Monguno. Two soldiers died", below the line of "Ansongo" above
    rf"[^\n]*\n{_SIGNS}{_NAMES}{_HELD_IN}(?=\.[ \t]+[\"“A-Z]|[ \t]+[–—-][ \t])"
)
_PINNED = re.compile(  # "📍 Ansongo, Gao", "**Ansongo** – Gunmen shot"
    rf"[📍📌]\ufe0f?[ \t]*{_NAMES}"
    rf"|^[ \t•*-]*\*\*{_NAMES.replace('name', 'name_').replace('finer', 'finer_')}{_HELD_IN}(?:[:.]?\*\*[ \t]*[:.–—-]?[ \t])(?=\S)",
    re.MULTILINE,
)
_ROAD = one_of(WORDS.roads)
_IS_ROAD = re.compile(rf"\s+(?:[A-Za-z]+\s+)?{_ROAD}\b")
_ROAD_ON = re.compile(
    rf"\s?[-–—/]\s?(?P<name>{_PART}(?:\s{_PART})?)(?=\s+(?:[a-z]+\s+)?{_ROAD}\b)", re.NOFLAG
)
_ROAD_TO = re.compile(rf"(?<![-–—/\w])(?P<name>{_PART}(?:\s{_PART})?)\s?[-–—/]\s?\Z")
_FROM = rf"\b{_ROAD}\s+(?:(?:{WORDS.relations['that']})\s+)?(?:{WORDS.relations['road_words']})\s+{THE}(?:[a-z]+\s+{_OF}\s+)?"
_ROAD_FROM = re.compile(rf"{_FROM}\Z")
_ROAD_VIA = re.compile(rf"{_FROM}(?P<name>{_NAME})\s+(?:{WORDS.relations['joining']})\s+{THE}\Z")
_TO = re.compile(rf"\s+(?:{WORDS.relations['joining']})\s+{THE}(?:[a-z]+\s+{_OF}\s+)?(?P<name>{_NAME})")
_PLAIN_PART = rf"{_PARTICLE}?[A-Z][\w'’]+"
_ROADS = re.compile(  # "the Gao–Dharwat road", though both are on no map
    rf"(?<![-–—/\w])(?P<name>{_PLAIN_PART})[-–—/](?P<other>{_PLAIN_PART})(?=\s+(?:[A-Za-z]+\s+)?{_ROAD}\b)"
)
_ROAD_REACH = 60  # characters
_LIST_NAME = re.compile(rf"{_PART}(?:\s{_PART})?")
_LISTED = re.compile(
    rf"(?:,\s+{_LIST_NAME.pattern})+(?:,\s+(?:{AND}\s+)?|\s+{AND}\s+)(?:{THE}[a-z]+\s+{_OF}\s+)?"
)
_INSIDE = re.compile(
    rf"\b[a-z]+\s(?P<name>{_PART}(?:\s{_PART}){{0,2}}),\s+(?:(?:{WORDS.relations['inside']})\s+)?{THE}\Z"
)
_ALONE = re.compile(rf"^(?P<name>{_PART}(?:[ \t]{_PART})?)[ \t]*$", re.MULTILINE)
_DATED_HEADS = 2  # fewer are no list
_LABELS = 3  # lines: fewer are no list
_KNOWN_LABELS = 2  # names on the map that open its lines: fewer, and people speak there
_NEXT = re.compile(rf",?\s+{AND}\s+(?P<name>{_NAME})|,\s+(?P<name_>{_NAME})")
_WITHIN = re.compile(rf"\s+{_OF}\s+{THE}(?P<name>{_NAME})")
_FIRST = re.compile(rf"^{THE}(?P<name>{_NAME})(?=\s*$|\s+{one_of(_SUFFERED['verbs'])}\s)")
_DONE = rf"{one_of(_SUFFERED['was'])}\s+(?:{one_of(_SUFFERED['again'])}\s+)?{one_of(_SUFFERED['done'])}"
_ON_DAY = rf"(?:{_SUFFERED['on']}\s+)?{one_of(_SUFFERED['days'])},?\s+"
_SUFFERS = re.compile(
    rf"(?:(?:^|(?<=[.!?\n]\s)|(?<=\n))(?:{_ON_DAY})?|\b{_ON_DAY})(?P<name>{_NAME})(?=\s+(?:{one_of(_SUFFERED['came'])}|{_DONE})\b)"
)
_LONGEST_VERB = 12  # characters
_SIDES_LONG = 32  # characters of "exchange of fire broke out"
_SHORTEST, _MOST = (
    4,
    50,
)  # characters of a name that is looked for again, and how many names: so that a text full of them stays in straight-line time
_KINDS = frozenset(_WORDS["kinds"])  # "the Valley" alone is none
_OF_MANY = ("s'", "s’")  # "MPs' cars"
_LABEL_WORDS = frozenset(label for labels in lexicon("forms")["labels"].values() for label in labels)
_BARRED, _NO_OPENERS = frozenset(_WORDS["barred"]), frozenset(_WORDS["openers"])
_LABELS_ALONE = frozenset(_WORDS["labels"])  # "Details: …"


def unresolved_toponyms(
    text: str,
    taken: Iterable[Span],
    starts: Iterable[Span] = (),
    towns: Sequence[Span] = (),
    regions: Iterable[Span] = (),
) -> list[Resolved]:
    """The names after words of place that nothing else has taken, in order.

    ``starts`` are spans that may open with one, ``towns`` and ``regions`` those on the map: what a road joins to such a town is one, too.

    >>> [
    ...     each.location
    ...     for each in unresolved_toponyms("Shells fell on Dharwat village, Beit Qasr and Umm Zuhur.", [])
    ... ]
    ['Dharwat', 'Beit Qasr', 'Umm Zuhur']
    >>> unresolved_toponyms("Shells fell on Monday in Arabic.", [])
    []
    """
    read = Taken(text, taken)
    found = list(_led_to(text))
    labels = list(_LABEL.finditer(text))
    named = [Span(*each.span(group)) for each in labels for group in ("name", "finer") if each[group]]
    held = sum(each["held"] is not None for each in labels)  # "31 JUL, Mataban (Hiraan): fighting"
    found += named if len(labels) >= _LABELS or held else []
    found += [Span(*each.span("name")) for each in _beside_a_kind(text)]
    named_lines = list(_NAMED_LINE.finditer(text))
    lines = [Span(*each.span("name")) for each in named_lines]
    known = sum(not read.free(each) for each in lines)
    items = list(_DASHED.finditer(text))
    mapped = sum(not read.free(Span(*each.span("name"))) for each in items)
    listed = len(items) > 1 and mapped >= min(_KNOWN_LABELS, len(items) - 1)
    found += [Span(*each.span("name")) for each in items if listed or each["kind"]]
    found += lines if len(lines) >= _LABELS and known >= _KNOWN_LABELS else []
    found += [Span(*each.span("name")) for each in named_lines if each["told"] and known]
    found += _headed(text)
    found += [span for road in _ROADS.finditer(text) for span in _ends_of(road)]
    found += [span for town in towns for span in _joined_to(text, town)]
    found += [span for one, other in pairwise(towns) for span in _between(text, one.end, other.start)]
    found += [span for region in regions for span in _within(text, region)]
    found += _alone(text, read)
    for whole in starts:
        first = _FIRST.match(whole.of(text))
        if first:
            found.append(Span(whole.start + first.start("name"), whole.start + first.end("name")))
    whole_names = (_bounds(text, span) for span in sorted(set(found)) if not _OWNS.match(text, span.end))
    free = (span for span in whole_names if read.free(span) and not _OF_PEOPLE.match(text, span.end))
    kept = [span for span in free if _is_name(span.of(text)) and not _is_of_a_kind(text, span)]
    again = _named_again(text, kept, Taken(text, [*taken, *kept]))
    return [_resolved(text, span) for span in sorted((*kept, *again))]


def _headed(text: str) -> Iterator[Span]:
    """The names that head the entries of a list together with a day or a clock, or behind a pin; none that tell an act."""
    heads = [*_DAY_AND_PLACE.finditer(text)]
    for each in _UNDER_DAY.finditer(text):
        below: re.Match[str] | None = each
        while below is not None:
            heads.append(below)
            below = _NEXT_UNDER_DAY.match(text, below.end())
    every = [*(heads if len(heads) >= _DATED_HEADS else []), *_PINNED.finditer(text)]
    for each in every:
        for group in ("name", "finer", "name_", "finer_"):
            if each.groupdict().get(group) and code(each[group]) is None:
                yield Span(*each.span(group))


def _ends_of(road: re.Match[str]) -> Iterator[Span]:
    """Both ends of "the Gao–Dharwat road", none of "the Pan-American highway"."""
    if _is_name(road["name"]) and _is_name(road["other"]):
        yield Span(*road.span("name"))
        yield Span(*road.span("other"))


def _joined_to(text: str, town: Span) -> Iterator[Span]:
    """The names at the other end of a road: "the Gao–Dharwat road", "a road linking Gao and Dharwat"."""
    behind = _ROAD_ON.match(text, town.end)
    if behind is None and _ROAD_FROM.search(text, max(0, town.start - _ROAD_REACH), town.start):
        behind = _TO.match(text, town.end)
    if behind is not None:
        yield Span(*behind.span("name"))
    start = max(0, town.start - _ROAD_REACH)
    before = _ROAD_TO.search(text, start, town.start) if _IS_ROAD.match(text, town.end) else None
    before = before or _ROAD_VIA.search(text, start, town.start)
    if before is not None:
        yield Span(*before.span("name"))


def _between(text: str, start: int, end: int) -> Iterator[Span]:
    """The names of a list between two towns of it: "Nikopol, Myrivka and Marhanets"."""
    if _LISTED.fullmatch(text, start, end):
        yield from (Span(*each.span()) for each in _LIST_NAME.finditer(text, start, end))


def _within(text: str, region: Span) -> Iterator[Span]:
    """The name before a region: "a strike against Myrivka, Zaporizhia Oblast"."""
    inside = _INSIDE.search(text, max(0, region.start - _ROAD_REACH), region.start)
    if inside is not None:
        yield Span(*inside.span("name"))


def _alone(text: str, read: Taken) -> Iterator[Span]:
    """The names that head a part each, on a line of their own, in a report that is so parted by towns on the map."""
    heads = [Span(*each.span("name")) for each in _ALONE.finditer(text)]
    free = [each for each in heads if read.free(each)]
    if len(heads) - len(free) >= max(_KNOWN_LABELS, len(free)):
        yield from free


def _named_again(text: str, known: Iterable[Span], read: Taken) -> Iterator[Span]:
    """Where else the names stand that words of place led to: "near Yater", then "what we know of the Yater strike"."""
    names = {name for span in known if len(name := span.of(text)) >= _SHORTEST}
    if not names:
        return
    pattern = re.compile(rf"(?<![\w'’-]){one_of(sorted(names)[:_MOST])}(?![\w-]|\s[A-Z])")
    for found in pattern.finditer(text):
        span = Span(*found.span())
        part = _PART_OF_NAME.search(text, max(0, span.start - _LONGEST_VERB), span.start)
        if read.free(span) and not part and not _OF_PEOPLE.match(text, span.end):
            yield span


def _beside_a_kind(text: str) -> Iterator[re.Match[str]]:
    """The names that what is said of them or the word beside them tells to be places: "Dharwat village", "Police Post Manzai"."""
    for pattern in (_SUFFERS, _SETTLED, _TITLED, _UNIT, _WHERE):
        yield from pattern.finditer(text)
    yield from (each for each in _OWNED.finditer(text) if not _WAY.search(each["name"]))


def _led_to(text: str) -> Iterator[Span]:
    """The names after words of place; those that a run has taken already are not gone through again."""
    end = 0
    for first in sorted((*_LED.finditer(text), *_MANY.finditer(text)), key=lambda each: each.start("name")):
        kind = _is_of_a_kind(text, Span(*first.span("name")))
        lead = (_LED.match(text, first.end("name") + 1) or first) if kind else first
        whom = _is_of_whom(text, lead)
        body = _OF_BODY.search(text, max(0, lead.start() - _LONGEST_VERB), lead.start("name"))
        deed = _DEED.search(text, max(0, lead.start() - _LONGEST_VERB), lead.start("name"))
        if lead.start("name") >= end and not (whom or body or deed or _is_of_house(text, lead)):
            for span in _run(text, lead):
                yield span
                end = span.end


def _is_of_house(text: str, lead: re.Match[str]) -> bool:
    """Whether it is a building's, a body's or a vehicle's name: "set fire to Sacred Heart hospital in Owerri"."""
    loose = _ALSO.match(text, lead.start()) or lead.groupdict().get("site")
    return (_OF_HOUSE if loose else _HOUSE_IN).match(text, lead.start("name")) is not None


def _is_of_whom(text: str, lead: re.Match[str]) -> bool:
    """Whether "by" or "between" tells who did it: "blocked by Young Patriots", "clashes between Awlad Suleiman and Tebu"."""
    words = {"by": _BY_WHOM, "between": _SIDES}.get(lead.group().split()[0].lower())
    return (
        words is not None and words.search(text, max(0, lead.start() - _SIDES_LONG), lead.start()) is not None
    )


def _run(text: str, lead: re.Match[str]) -> Iterator[Span]:
    """The name led to, and those joined to it: "on A, B and C"."""
    name, end = Span(*lead.span("name")), lead.end()
    yield name
    within = _WITHIN.match(text, end) if lead["kind"] else None
    if within is not None:  # "the Salam quarter of Dharwat"
        yield Span(*within.span("name"))
        end = within.end()
    while following := _NEXT.match(text, end):
        kind = "name" if following["name"] else "name_"
        name, end = Span(*following.span(kind)), following.end()
        yield name


def _bounds(text: str, span: Span) -> Span:
    """Without a possessive at its end."""
    return Span(span.start, span.end - 2) if text[span.end - 2 : span.end] in ("'s", "’s") else span


def _is_of_a_kind(text: str, span: Span) -> bool:
    """Whether it only says what sort of place is meant: "came to a Fulani hamlet", "in the Andean district of Pataz"."""
    if _NAMED_BEHIND.match(text, span.end) and span.of(text).endswith(_ADJECTIVES):
        return True
    return _WHOSE.search(text, max(0, span.start - _LONGEST_VERB), span.start) is not None


def _is_name(name: str) -> bool:
    words = name.split()
    known = (
        words[0].rsplit("-")[-1] in peoples() or words[0] in _NO_OPENERS or name in country_names().values()
    )
    known = (
        known
        or name in _LABELS_ALONE
        or name.lower() in _LABEL_WORDS
        or _COMPOUND.search(words[-1]) is not None
        or _KINDS.issuperset(name.lower().split())
    )
    return (
        len(name) > 2
        and not known
        and not name.isupper()
        and not name.endswith(_OF_MANY)
        and _BARRED.isdisjoint(words)
    )


def _resolved(text: str, span: Span) -> Resolved:
    toponym = Toponym(span, span.of(text), span.of(text), span)
    return Resolved(toponym, None, 0, span.of(text), reason="stands where a place stands")
