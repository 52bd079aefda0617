"""Places that a report names and where nothing of it happens, each with the reason.

A state acts ("Russia hit a school"), speaks or stands behind somebody ("Iran-backed"), a clock is set by a city
("Moscow time"), an official speaks from one, a story was written in one. The words by which they are told stand in
bystanders.toml.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dashboard.extraction.lexicon import THE, Worded, one_of
from dashboard.gazetteer import REGION, Place, Resolved
from dashboard.gazetteer.place import PlaceKind
from dashboard.language.lexicon import lexicon
from dashboard.language.sentences import end_of
from dashboard.text import Span

_REACH, _FAR_BACK = 60, 200  # characters looked back over
_LONGEST_BYLINE = 90
_HEAD = _SENTENCE = 300  # characters
_SMALL = (PlaceKind.TOWN, PlaceKind.VILLAGE)  # from which agencies hardly write what happened elsewhere
_NAMED_BEFORE = 8  # places back


class Role(StrEnum):
    """What a place is named for where nothing happens in it, as people read it."""

    ACTS = "a state that acts"
    SPEAKS = "a state that speaks or sends"
    SPEAKER = "where somebody speaks"
    BEHIND = "a party, not a place"
    CLOCK = "whose clock counts"
    SIGNS = "where the report was written"
    BEARINGS = "by which it is told where a town lies"


@dataclass(frozen=True, slots=True)
class Bystander:
    """A place that is named for what it does or whose it is."""

    place: Resolved
    role: Role


def bystanders(text: str, places: Sequence[Resolved], seats: frozenset[str]) -> tuple[Bystander, ...]:
    """Those of the places, in order, where nothing happens; ``seats`` are the ids of the capitals.

    >>> from dashboard import gazetteer
    >>> text = "Russia hit a school in Nikopol at 1:15 Moscow time."
    >>> places = gazetteer.resolve(gazetteer.toponyms(text), text)
    >>> [(each.place.location, str(each.role)) for each in bystanders(text, places, frozenset())]
    [('Russia', 'a state that acts'), ('Moscow', 'whose clock counts')]
    """
    roles = [
        _role(text, each, seats)
        or _bearings(text, each)
        or _speaks_there(text, places, at)
        or _speakers_home(text, places, at)
        for at, each in enumerate(places)
    ]
    for at in range(1, len(places)):  # "with help from Benin and Nigeria"
        if roles[at] is None and roles[at - 1] is Role.BEHIND and _is_state(places[at]):
            roles[at] = roles[at - 1] if _joined(text, places, at) else None
    for at in range(len(places) - 1, 0, -1):  # "Russia and Belarus launched"
        if roles[at - 1] is None and roles[at] is Role.ACTS and _may_act(text, places[at - 1]):
            roles[at - 1] = roles[at] if _joined(text, places, at) else None
    for at in range(len(places) - 1, 0, -1):  # "the ministries in Yerevan and Baku said"
        speak = roles[at] in (Role.SPEAKER, Role.SPEAKS) and _led(text, places[at - 1], _TRAILING)
        if roles[at - 1] is None and speak:
            roles[at - 1] = roles[at] if _joined(text, places, at) else None
    _let_both_speak(text, places, roles)
    _keep_stamped(text, places, roles)
    _keep_only_told(places, roles, seats)
    return tuple(Bystander(place, role) for place, role in zip(places, roles, strict=True) if role)


def _let_both_speak(text: str, places: Sequence[Resolved], roles: list[Role | None]) -> None:
    """Make speakers of two towns that lead to what is said of a third: "Police in Jos and Kaduna said gunmen raided Bokkos"."""
    for at in range(1, len(places)):
        told = _SAY_AFTER.match(text, places[at].toponym.span.end) if _joined(text, places, at) else None
        led = any(_led(text, places[at - 1], each) for each in (_SAYERS, _LOCAL, _LOCALS_OF))
        if told and led and _names_another(text, places, at, told.end()):
            roles[at - 1 : at + 1] = [roles[at - 1] or Role.SPEAKER, roles[at] or Role.SPEAKER]


def _keep_stamped(text: str, places: Sequence[Resolved], roles: list[Role | None]) -> None:
    """Make the town of a report's stamp a place again, where no other is named before "the town", or none at all."""
    stamped = [at for at, each in enumerate(places) if roles[at] is Role.SIGNS and each.precision < REGION]
    line = _STAMPS.search(text, 0, _HEAD) if stamped else None
    if (
        line is None
        or not line.start() <= places[stamped[0]].toponym.span.start <= line.end() + _LONGEST_BYLINE
    ):
        return
    towns = [each for at, each in enumerate(places) if roles[at] is None and each.precision < REGION]
    points = _THE_TOWN.search(text, line.end())
    if not any(each.toponym.span.start < (points.start() if points else len(text)) for each in towns):
        roles[stamped[0]] = None


def _keep_only_told(places: Sequence[Resolved], roles: list[Role | None], seats: frozenset[str]) -> None:
    """Make the one town a place again in which somebody speaks, no capital, where the report names no other: "the mayor of Bokkos said"."""
    if any(role is None and not _is_state(place) for place, role in zip(places, roles, strict=True)):
        return
    spoken = [at for at, role in enumerate(roles) if role is Role.SPEAKER and places[at].precision < REGION]
    towns = {places[at].location for at in spoken}
    if len(towns) == 1 and not any(place.place and place.place.place_id in seats for place in places):
        for at in spoken:
            roles[at] = None


def _role(text: str, each: Resolved, seats: frozenset[str]) -> Role | None:
    """What a place is named for, by the words round it; None for where something may happen."""
    end, seat = each.toponym.name_span.end, each.place is not None and each.place.place_id in seats
    if _CLOCK.match(text, end):
        return Role.CLOCK
    if _HYPHENED.match(text, end) or _is_party(text, each, seat=seat):
        return Role.BEHIND
    if _is_state(each) and _ACTS.match(text, end) and _may_act(text, each):
        return Role.ACTS
    if (
        _WRITES.match(text, end)
        or _OUTLET_SAYS.match(text, end)
        or (seat and _SPEAKS.match(text, end) and _may_act(text, each, state=False))
    ):
        return Role.SPEAKS
    if _signs(text, each):
        return Role.SIGNS
    said = _SAID.match(text, each.toponym.span.end)
    source = (
        each.precision < REGION
        and _ENDS_SOURCE.match(text, each.toponym.span.end)
        and _led(text, each, _SOURCE)
    )
    told = said and (_led(text, each, _SAYERS) or _led(text, each, _HEADS))
    there = _STOPS.match(text, each.toponym.span.end) and _led(text, each, _SAID_THERE)
    away = _FOR_TALKS.match(text, each.toponym.span.end) and _led(text, each, _AWAY)
    return Role.SPEAKER if source or told or there or away or _led(text, each, _TOLD_AT) else None


def _bearings(text: str, each: Resolved) -> Role | None:
    """Whether it only tells where a town lies: "The town lies some 71 km to the north-west of Port-au-Prince"."""
    start = each.toponym.span.start
    line = text.rfind("\n", max(0, start - _FAR_BACK), start) + 1
    return Role.BEARINGS if _LIES.search(text, max(line, start - _FAR_BACK), start) else None


def _signs(text: str, each: Resolved) -> bool:
    """Whether it stands in a line that only says who wrote, or where and when: "By our correspondent in Goma", "Premium Times (Abuja)"."""
    start, end = each.toponym.span.start, each.toponym.span.end
    opens = text.rfind("\n", 0, start) + 1
    if start - opens > _LONGEST_BYLINE:
        return False
    line_end = text.find("\n", end, opens + _LONGEST_BYLINE + 2)
    if line_end < 0 and len(text) - opens > _LONGEST_BYLINE:
        return False
    line = Span(opens, len(text) if line_end < 0 else line_end).of(text).strip()
    stamped = opens < _HEAD and _STAMPED.fullmatch(line) and len(_STAMPS.findall(text)) == 1
    return len(line) <= _LONGEST_BYLINE and bool(_BYLINE.match(line) or _OUTLET.fullmatch(line) or stamped)


def _speakers_home(text: str, places: Sequence[Resolved], at: int) -> Role | None:
    """Whether somebody who speaks lives there, where another town was named before: "said a man who lives in Bakura"."""
    here = places[at]
    told = any(each.precision < REGION for each in places[max(0, at - _NAMED_BEFORE) : at])
    if told and _OFFICIALS_SAY.match(text, here.toponym.span.end) and not _led(text, here, _LEADS):
        return Role.SPEAKER  # "Kostiantynivka: three killed by a bomb, Donetsk prosecutors say"
    if not told:
        return None
    if here.precision >= REGION and (ruled := _RULED.match(text, here.toponym.span.end)):
        done = _led(text, here, _DONE_BY) or _SAY_AFTER_ALONE.match(text, ruled.end())
        return Role.BEHIND if done else None
    sheltered = _led(text, here, _SHELTERED) and _SAY_AFTER.match(text, here.toponym.span.end)
    speaks = _led(text, here, _SPEAKING) and _SAYS.match(text, here.toponym.span.end)
    trails = _led(text, here, _TRAILING) and _SAYS_AT_LAST.match(text, here.toponym.span.end)
    return Role.SPEAKER if sheltered or speaks or trails or _led(text, here, _LIVES) else None


def _speaks_there(text: str, places: Sequence[Resolved], at: int) -> Role | None:
    """Whether a sentence opens with where somebody speaks or lives, and names another place behind what is said: "In Goma, officials said"."""
    here = places[at].toponym.span
    if _LOCAL.search(text[max(0, here.start - _REACH) : here.start]):
        told = _SAY_AFTER.match(text, here.end)
        return Role.SPEAKER if told and _names_another(text, places, at, told.end()) else None
    if _led(text, places[at], _LOCALS_OF) and (told := _SAY_AFTER_ALONE.match(text, here.end)):
        return Role.SPEAKER if _names_another(text, places, at, told.end()) else None
    official = _OFFICIALS_SAY.match(text, here.end) if places[at].precision < REGION else None
    if official and not _led(text, places[at], _LEADS) and _names_another(text, places, at, official.end()):
        return Role.SPEAKER  # "the Bamenda bishop said gunmen killed a priest in Kumbo"
    opens = _OPENING.search(text[max(0, here.start - _REACH) : here.start]) is not None
    said = _SAY_THERE.match(text, here.end) if opens else None
    return Role.SPEAKER if said and _names_another(text, places, at, said.end()) else None


def _names_another(text: str, places: Sequence[Resolved], at: int, said: int) -> bool:
    """Whether the sentence names another place behind what says who speaks."""
    if at + 1 == len(places):
        return False
    following = places[at + 1].toponym.span.start
    return following >= said and not _STOP.search(text, said, following)


def _is_party(text: str, each: Resolved, *, seat: bool) -> bool:
    """Whether a state, or its capital, is somebody's ally, enemy or home."""
    if seat and _led(text, each, _DEALT_WITH):
        return True
    state, name = each.place is not None and each.place.kind == PlaceKind.COUNTRY, each.toponym.name_span
    if not (state or seat):
        return False
    if state and _MISSION.match(text, name.end):
        return True
    body = state and _BODY.match(text, name.end) and _may_act(text, each)
    free = not each.toponym.relation or _OUTSIDE.match(each.toponym.relation)
    owns = body or (free and _OWNS.match(text, name.end))
    return bool(owns or (state and _PARTY.search(text[max(0, name.start - _REACH) : name.start])))


def _is_state(each: Resolved) -> bool:
    return each.place is not None and each.place.kind == PlaceKind.COUNTRY and not each.toponym.relation


def _may_act(text: str, each: Resolved, *, state: bool = True) -> bool:
    """Whether a name stands free of words that lead to a place."""
    free = not each.toponym.relation and not _led(text, each, _LEADS)
    return free and (_is_state(each) or not state)


def _joined(text: str, places: Sequence[Resolved], at: int) -> bool:
    return _JOINED.fullmatch(text, places[at - 1].toponym.span.end, places[at].toponym.span.start) is not None


def _led(text: str, each: Resolved, words: re.Pattern[str] | Worded) -> bool:
    start = each.toponym.span.start
    return words.search(text[max(0, start - _REACH) : start]) is not None


def country_of_dateline(
    text: str, each: Resolved, country: Place | None, named: Sequence[Resolved] = ()
) -> Resolved | None:
    """The country, where a name is only the city that a story was written in; None where it is no such name, or where the act was too.

    A lead says where its act was, unless that was in the city it was written in: a market, a mosque, a march. ``named``
    are the places of the report.

    >>> from dashboard import gazetteer
    >>> text = "GOMA (Agency) — Rebels hit the base."
    >>> (goma,) = gazetteer.resolve(gazetteer.toponyms(text), text)
    >>> country_of_dateline(text, goma, goma.place) is not None, country_of_dateline(text, goma, None) is None
    (True, True)
    """
    behind = _wired(text, each)
    if behind is None or country is None or each.place is None or each.place.kind in _SMALL:
        return None
    lead = Span(behind.end(), end_of(text, behind.end(), _SENTENCE))
    rest = text[lead.end : lead.end + _SENTENCE].partition("\n")[0]
    if is_in_city(lead.of(text)) or _tells_of_no_other(text, lead, named) or _THE_CITY.search(rest):
        return None
    return Resolved(each.toponym, country, 3, country.name, each.candidates, "the city of a dateline")


def _tells_of_no_other(text: str, lead: Span, named: Sequence[Resolved]) -> bool:
    """Whether the first act of a lead names no place, no part of the country, and nobody who is seldom met in a city: "soldiers", "a convoy"."""
    act = _OTHER_ACT.split(lead.of(text), maxsplit=1)[0]
    within = Span(lead.start, lead.start + len(act))
    there = (each for each in named if within.covers(each.toponym.span))
    elsewhere = any(not _is_state(each) or _led(text, each, _LEADS) for each in there)
    return not elsewhere and _ELSEWHERE.search(act) is None


def is_told_next(text: str, city: Resolved, named: Sequence[Resolved]) -> bool:
    """Whether a name is the city that a story was written in, and the sentence behind its lead names another town for its act: "The attack took place in Owo"."""
    behind = _wired(text, city)
    end = end_of(text, behind.end(), _SENTENCE) if behind else 0
    opens = _GOES_ON_NEXT.match(text, end) if behind else None
    if behind is None or opens is None or is_in_city(text[behind.end() : end]):
        return False
    act = _OTHER_ACT.split(text[opens.end() : end_of(text, opens.end(), _SENTENCE)], maxsplit=1)[0]
    within = Span(opens.end(), opens.end() + len(act))
    there = (each for each in named if within.covers(each.toponym.span) and not _is_state(each))
    towns = (each for each in there if each.location != city.location)
    return any(_DONE_THERE.search(text, opens.end(), each.toponym.name_span.start) for each in towns)


def is_in_city(words: str) -> bool:
    """Whether a sentence tells of a house of the city it was written in, or of the city: "outside parliament"."""
    return _IN_CITY.search(words) is not None


def _wired(text: str, each: Resolved) -> re.Match[str] | None:
    """What stands behind a name that opens a paragraph as the city of an agency's story: in capitals, in brackets, or with the agency behind it."""
    span = each.toponym.name_span
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start].strip()
    if before == "(":
        return _BRACKETED.match(text, span.end)
    opens = not before and each.toponym.span.start == span.start
    found = _DATELINE.match(text, span.end) if opens else None
    name = span.of(text)
    return found if found and (found["agency"] or (name.isupper() and len(name) > 2)) else None


_WORDS = lexicon("bystanders")
_A, _S, _B = _WORDS["acts"], _WORDS["speaks"], _WORDS["stands_behind"]
_ADVERB = rf"(?:(?:{one_of(_A['adverbs'])}|[a-z]+{_A['adverb_ending']})\s+)*"
_NOT_BY = r"(?!\s+by\b)"
_LEADS = re.compile(rf"(?:\b{one_of(_A['led'])}|[-–/])\s+{THE}$|-$", re.IGNORECASE)
_ACTS = re.compile(
    rf"\s+{_ADVERB}(?:{one_of(_A['auxiliary'])}\s+{_ADVERB}(?!{one_of(_A['passive'])}\b)[a-z]+"
    rf"|{one_of(_A['continuous'])}\s+{_ADVERB}[a-z]+{_A['continuous_ending']}"
    rf"|(?!{one_of(_A['suffers'])}\b)(?:{one_of(_A['verbs'])}|[a-z]+{one_of(_A['endings'])}))\b{_NOT_BY}"
)
_SPEAKS = re.compile(rf"\s+{_ADVERB}(?:(?:has|had)\s+)?{one_of(_S['verbs'])}\b{_NOT_BY}")
_WRITES = re.compile(rf",?\s+(?:{one_of(_S['also'])}\s+)?{one_of(_S['writes'])}\b")
_OUTLET_SAYS = re.compile(  # "the Managua daily La Prensa reports"
    rf"\s+(?:[a-z-]+\s+)?{one_of(_S['outlets'])}\b(?:\s+[\w’'-]+){{0,5}}?\s+(?:{one_of(_S['has'])}\s+)?{one_of(_S['said'] + _S['say'] + _S['writes'])}\b"
)
_DEALT_WITH = Worded(_B["dealt_with"], rf"\b{one_of(_B['dealt_with'])}\s+{THE}$")
_SAYERS = Worded(
    _S["sayers"],
    rf"\b{one_of(_S['sayers'])}\s+(?:{one_of(_S['based'])}\s+)?{one_of(_S['there'])}\s+{THE}(?:[a-z]+\s+(?:city|town)\s+of\s+)?$",
)
_HEADS = Worded(_S["heads"], rf"\b{one_of(_S['heads'])}\s+{one_of(_B['of'])}\s+{THE}$")
_SAID_THERE = Worded(
    _S["said_there"],
    rf"\b{one_of(_S['said_there'])}\s+(?:{one_of(_S['on'])}\s+[A-Z][a-z]+,?\s+)?{one_of(_S['there'])}\s+{THE}$",
)
_STOPS = re.compile(
    rf"[,.;”\"’)]*(?:$|\n|[,.;”\"’)](?=\s|$)|\s+{one_of(_S['on'])}\s+[A-Z]|\s+{_S['that']}\b)"
)
_LIES = Worded(
    _WORDS["lies"]["units"],
    rf"\b{one_of(_WORDS['lies']['what'])}\s+{one_of(_WORDS['lies']['lies'])}\s(?:[^.;\n]{{0,80}}[\s\d])?{one_of(_WORDS['lies']['units'])}\b[^.;,\n]{{0,40}}$",
)
_AWAY = re.compile(rf",\s+{one_of(_S['there'])}\s+{THE}$", re.IGNORECASE)
_FOR_TALKS = re.compile(rf"\s+{one_of(_S['away_for'])}\s+(?:[\w’'-]+\s+){{0,3}}?{one_of(_S['talks'])}\b")
_LIVES = Worded(
    _S["told_by"],
    rf"\b{one_of(_S['told_by'])}\s+[^.;:!?\n]{{1,40}}?\s{one_of(_S['lives'])}\s+(?:{one_of(_S['there'])}\s+)?{THE}$",
)
_SHELTERED = Worded(
    _S["sheltered"],
    rf"\b(?:{one_of(_S['locals'])}\s+(?:[\w’'-]+\s+){{0,2}}?)?{one_of(_S['sheltered'])}\s+{THE}(?:[a-z]+\s+){{0,2}}$",
)
_TRAILING = re.compile(  # "three more were killed, a doctor in Dori said"
    rf"\w,[”\"’]?\s+(?:[\w’'-]+\s+){{1,5}}?{one_of(_S['there'])}\s+{THE}(?:[A-Z][\w’'-]+\s+{_S['and']}\s+)?$"
)
_SAYS_AT_LAST = re.compile(
    rf",?\s+(?:{one_of(_S['has'])}\s+)?{one_of(_S['said'] + _S['say'] + _S['writes'])}"
    rf"(?:\s+(?:{one_of(_S['told_to'])}|{one_of(_S['told_at'])}|{one_of(_S['on'])}\s+[A-Z]\w+|in\s+{one_of(_S['told_at'])})){{0,2}}\s*(?:[.;,”\"\n]|$)"
)
_SAYS = re.compile(rf"[^.!?\n]{{0,200}}?\b{one_of(_S['said'] + _S['say'])}\b")
_SPEAKING = Worded(_S["speaking"], rf"\b{one_of(_S['speaking'])}\s+{THE}$", re.NOFLAG)
_STAMPED = re.compile(  # "Thursday 21 July 2022 - 14:37 / Uvira / South Kivu, Security"
    r"[^.!?\n]*\b(?:19|20)\d\d\b[^.!?\n]{0,5}\b\d{1,2}[:h]\d{2}\s*[/|][^.!?\n]*"
)
_THE_TOWN = re.compile(rf"\b{one_of(_S['the_town'])}\b")
_STAMPS = re.compile(r"^[^\n]{0,40}\b(?:19|20)\d\d\b[^\n]{0,5}\b\d{1,2}[:h]\d{2}\s*[/|]", re.MULTILINE)
_DONE_BY = re.compile(rf"\b{_B['done_by']}\s+{THE}$")
_RULED = re.compile(
    rf"(?:['’]s)?\s+{one_of(_B['ruled'])}\b"
)  # "a truce brokered by the Galmudug administration"
_BYLINE = re.compile(
    rf"{one_of(_S['by'])}\s+(?:{one_of(_S['writers'])}\b|(?!{one_of(_S['no_writers'])}\b)[A-Z][\w.’'-]*\s+[A-Z])(?!.*[.!?]$)"
)
_OUTLET = re.compile(rf"{one_of(_S['outlets_the'])}?(?:[A-Z][\w&.’'-]*\s+){{1,4}}\([A-Z][\w’' -]{{1,25}}\)")
_SAID = re.compile(rf",?\s+(?:{one_of(_S['has'])}\s+)?{one_of(_S['said'])}\b")
_SAY_THERE = re.compile(
    rf"\s*,\s+{THE}(?:[\w’'-]+\s+){{0,5}}?{one_of(_S['sayers'] + _S['away'])}(?:\s+[\w’'-]+){{0,5}}?\s+{one_of(_S['said'])}\b"
)
_OFFICIALS_SAY = re.compile(
    rf"(?:['’]s)?\s+(?:[A-Za-z]+\s+){{0,2}}?{one_of(_S['officials'] + _S['titles'])}\s+(?:[A-Z][\w.’'-]*,?\s+){{0,5}}?"
    rf"(?:{one_of(_S['has'])}\s+)?{one_of(_S['said'] + _S['say'])}\b"
)
_LOCAL = Worded(
    _S["locals"],
    rf"(?:^|[.!?\n][”\"’)]?\s*)(?:[A-Z][\w-]*\s+){{0,2}}(?:[a-z-]+\s+){{0,2}}{one_of(_S['locals'])}\s+{one_of(_S['of_a_town'])}\s+{THE}$",
)
_LOCALS_OF = Worded(_S["locals_say"], rf"\b{one_of(_S['locals_say'])}\s+{one_of(_S['there'])}\s+{THE}$")
_SAY_AFTER_ALONE = re.compile(rf"\s+(?:{one_of(_S['has'])}\s+)?{one_of(_S['said'] + _S['say'])}\b")
_SAY_AFTER = re.compile(rf",?(?:\s+[\w’'-]+){{0,6}}?,?\s+{one_of(_S['said'])}\b")
_OPENING = Worded(_S["opens"], rf"(?:^|[.!?\n][”\"’)]?\s*){one_of(_S['opens'])}\s+{THE}$", re.NOFLAG)
_STOP = re.compile(r"[.!?]\s|\n")
_TOLD_AT = Worded(
    [*_S["telling"], *_S["told_at"]],
    rf"\b(?:{one_of(_S['telling'])}\s+{one_of(_S['told_to'])}|{one_of(_S['told_at'])})\s+{one_of(_S['there'])}\s+{THE}$",
)
_SOURCE = re.compile(
    rf"(?:^|[.\n]\s*){one_of(_S['according'])}\s[^.,;\n]{{0,50}}\b{one_of(_S['of'])}\s+{THE}$"
)
_ENDS_SOURCE = re.compile(r"\s*,")
_HYPHENED = re.compile(rf"[-–‑]{one_of(_B['hyphened'])}\b", re.IGNORECASE)
_PARTY = Worded(
    [*_B["before"], *_B["bodies"]],
    rf"(?:\b{one_of(_B['before'])}|\b{one_of(_B['bodies'])}\s+{one_of(_B['of'])})\s+{THE}$",
)
_OWNS = re.compile(rf"['’]s?\s+(?:[a-z]+\s+)?{one_of(_B['bodies'])}\b", re.IGNORECASE)
_OUTSIDE = re.compile(rf"{one_of(_B['outside'])}\b")  # "a blast outside Somalia's ministry"
_MISSION = re.compile(rf"(?:['’]s?)?\s+{one_of(_B['missions'])}\b", re.IGNORECASE)
_BODY = re.compile(rf"\s+{one_of(_B['bodies'])}\b")
_JOINED = re.compile(rf"\s*(?:,\s*)?{one_of(_B['joined'])}\s*{THE}")
_CLOCK = re.compile(rf"\s+{one_of(_WORDS['clock']['words'])}\b")
_DASH = one_of(_WORDS["dateline"]["dashes"])
_IN_CITY = re.compile(rf"\b{one_of(_WORDS['dateline']['in_city'])}\b(?!\s+{one_of(_B['of'])}\b)")
_THE_CITY = re.compile(rf"\b{_WORDS['dateline']['the_city']}\b(?!\s+{one_of(_B['of'])}\b)", re.IGNORECASE)
_OTHER_ACT = re.compile(rf"\b{one_of(_WORDS['dateline']['other_act'])}\b")
_DONE_THERE = re.compile(rf"\b{one_of(_WORDS['dateline']['done_there'])}\b")
_GOES_ON_NEXT = re.compile(rf"[.!?”\"’]*[ \t]+{one_of(_WORDS['dateline']['goes_on'])}\b", re.IGNORECASE)
_ELSEWHERE = re.compile(rf"\b{one_of(_WORDS['dateline']['elsewhere'])}\b", re.IGNORECASE)
_BRACKETED = re.compile(rf"(?:,\s[^,;\n()]{{1,25}}){{0,3}}\)\s*(?:{_DASH})\s")
_DATELINE = re.compile(
    rf"(?:/[A-Z][A-Z’' -]+)?(?:,\s[^,;\n()]{{1,25}}){{0,3}}?\s*(?P<agency>\((?=[^()\n]*[A-Za-z])[^()\n]{{1,30}}\)\s*)?[,.]?\s*(?:{_DASH})\s"
)
