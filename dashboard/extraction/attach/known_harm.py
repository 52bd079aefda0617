"""Words that say what came of an act told before: who was found, identified, brought away, or died later."""

import re

from dashboard.extraction.acled import TAKING, ExtType, SubEventType
from dashboard.extraction.attach.case import Case
from dashboard.extraction.attach.coded import TimeBasis
from dashboard.extraction.lexicon import CLAUSES, Worded, one_of, worded
from dashboard.text import Span

_BROUGHT = CLAUSES["brought"]
_OF_THEM = re.compile(
    rf"\W*(?!{one_of(CLAUSES['known-harm']['kin'])}\b)(?:\w+\s+){{1,2}}of\s+{one_of(CLAUSES['known-harm']['them'])}\b",
    re.IGNORECASE,
)  # "Fifteen of them have gunshot wounds"
_SEEN = re.compile(
    rf"\W*(?:[\w-]+\s+){{0,3}}?{one_of(CLAUSES['seen']['pictures'])}\b[^.;\n]{{0,60}}?\b{one_of(CLAUSES['seen']['show'])}\b",
    re.IGNORECASE,
)
_UNKNOWN = Worded(CLAUSES["of-many"]["unknown"], rf"\b{one_of(CLAUSES['of-many']['unknown'])}\b")
_KNOWN = CLAUSES["known-harm"]
_AMONG = worded(_KNOWN["among"])
_LIVED = Worded(  # but "a family of six is murdered"
    _KNOWN["of"], rf"\b{one_of(_KNOWN['of'])}\b(?!\s+(?:\d|{one_of(_KNOWN['counted'])}\b))"
)
_AMONG_SOME = re.compile(rf"\bamong\s+the\s+{one_of(_KNOWN['counted'])}\s+{one_of(_KNOWN['identified'])}\b")
_MINE = re.compile(rf"[\"“‘']\s*{one_of(_KNOWN['first'])}\b", re.IGNORECASE)
_OURS = re.compile(
    rf"[\"“‘][^\"”’]{{0,80}}?\b{one_of(_KNOWN['ours'])}\b", re.IGNORECASE
)  # "They shot my two brothers
_NEAR = 20  # characters: "survivors of the deadly attack"; but "a family of six is murdered"
_ARE = re.compile(rf"\b{one_of(_KNOWN['copula'])}\b")
_IDENTIFIED = re.compile(  # "The three soldiers killed were two privates and a corporal"
    rf"\W*the\s+(?:[\w'’-]+\s+){{0,3}}?{one_of(_KNOWN['identified'])},?\s+(?:{one_of(_KNOWN['of_them'])}\s+)?{one_of(_KNOWN['be'])}\b"
    rf"|[^.;]{{0,80}}?\bthe\s+{one_of(_KNOWN['identified'])}\s+[\w-]+\s+{one_of(_KNOWN['be'])}\b",
    re.IGNORECASE,
)
_MORE_HURT = re.compile(  # "Five more were wounded", "A fifth labourer survived"
    rf"\W*(?:(?:[\w-]+\s+){{1,3}}?{one_of(_KNOWN['more'])}|{one_of(_KNOWN['nth'])}\s+[\w-]+(?:\s+[\w-]+)?)\s+"
    rf"(?:{one_of(_KNOWN['be'])}\s+)?(?:\w+ly\s+)?{one_of(_KNOWN['hurt'])}\b",
    re.IGNORECASE,
)
_FOUND, _DIED = CLAUSES["found-later"], CLAUSES["died-later"]
_DIED_LATER = Worded(
    _DIED["died"], rf"\b{one_of(_DIED['who'])}\s+(?:{one_of(_DIED['between'])}\s+)?{one_of(_DIED['died'])}\b"
)
_OF_WOUNDS = worded(_DIED["of-wounds"])
_LATER = worded(_FOUND["words"])
_THEIR_BODIES = re.compile(
    rf"\W*(?:[\w-]+\s+){{0,2}}?(?:(?:{one_of(CLAUSES['bodies-of']['whose'])}|the\s+(?:[\w-]+\s+)?\w+s['’]|the\s+\w+['’]s)\s+{one_of(CLAUSES['bodies-of']['bodies'])}|{one_of(CLAUSES['bodies-of']['of'])})\b(?!\s+{one_of(CLAUSES['bodies-of']['others'])}\b)"
    rf"[^.;\n]{{0,60}}?\b{one_of(CLAUSES['bodies-of']['found'])}\b",
    re.IGNORECASE,
)
_CAPTIVES = Worded(
    _FOUND["held"],
    rf"\b{one_of(_FOUND['the'])}\s+{one_of(_FOUND['held'])}\s+(?:[\w-]+\s+)?{one_of(_FOUND['nouns'])}\b",
)
_CARRIED = Worded(
    _BROUGHT["who"],
    rf"\b{one_of(_BROUGHT['who'])}\b[^.;\n]{{0,60}}?\b{one_of(_BROUGHT['verbs'])}\s+(?:\w+\s+){{0,3}}?{_BROUGHT['to']}\b",
)


def is_seen(case: Case) -> bool:
    """Whether pictures only show what was left of an act told before: "videos show at least 20 burnt vehicles"."""
    coding = case.clause.coding
    harm = coding is not None and (case.clause.hints or coding.sub_event_type is SubEventType.LOOTING)
    told = case.when.basis is TimeBasis.OWN or not case.told_before
    return harm and not told and _SEEN.match(case.clause.quote) is not None


def is_question(case: Case) -> bool:
    """Whether it only says that a toll is not known: "how many died on Sunday is not yet known"."""
    unknown = case.clause.hints and not case.clause.casualties.told
    return unknown and _UNKNOWN.search(case.clause.quote) is not None


def is_brought(case: Case) -> bool:
    """Whether the words that would take a place only bring the harmed there: "the wounded were taken to the hospital"."""
    coding = case.clause.coding
    moved = coding is not None and coding.sub_event_type is SubEventType.CHANGE_TO_GROUP
    harm = (case.clause.hints or moved) and case.told_before
    brought = harm or (
        coding is not None and (coding.sub_event_type in TAKING or coding.ext_type is ExtType.EVACUATION)
    )
    return coding is not None and brought and _carries(case)


def is_known_harm(case: Case) -> bool:
    """Whether it says who was harmed in an act told before: "two nurses were among the dead"."""
    harmed = case.clause.casualties
    of_them = _OF_THEM.match(case.clause.quote) and not (harmed.killed or harmed.updated or case.clause.armed)
    told = harmed.updated or case.when.basis is TimeBasis.OWN or case.clause.another
    again = not told and (
        _IDENTIFIED.match(case.clause.quote) or (_MORE_HURT.match(case.clause.quote) and not harmed.killed)
    )
    if again and case.violent and case.told_before:
        return True
    quote = case.clause.quote
    own = case.when.basis is TimeBasis.OWN
    among = (not own and _AMONG_SOME.search(quote)) or (case.clause.hints and _AMONG.search(quote))
    return case.told_before and case.violent and bool(among or of_them)


def is_died_later(case: Case) -> bool:
    """Whether it says that somebody harmed in an act told before died: "he later succumbed to his wounds"."""
    if not case.violent or not case.told_before or case.clause.armed:
        return False
    wounds = case.when.basis is not TimeBasis.OWN and not case.clause.casualties.updated
    died = _DIED_LATER.search(case.clause.quote) or (wounds and _OF_WOUNDS.search(case.clause.quote))
    return bool(died)


def is_lived_through(case: Case) -> bool:
    """Whether its words say what somebody lived through or remembers: "survivors of sexual violence", "“My father was taken"."""
    known = case.told_before and case.clause.known_act is not None  # its day may be that of a visit
    if (case.when.basis is TimeBasis.OWN and not known) or not case.violent:
        return False
    at = case.clause.trigger - case.clause.span.start
    quote = case.clause.quote
    named = any(
        each.end() <= at <= each.end() + _NEAR and not _ARE.search(quote, each.end(), at)
        for each in _LIVED.finditer(quote)
    )
    mine = (_MINE.match(case.clause.quote) or _OURS.match(case.clause.quote)) and not case.clause.places
    return named or (mine is not None and bool(mine) and case.told_before)


def is_found_later(case: Case) -> bool:
    """Whether it tells what was found of the harm of an act told before: "two bodies were pulled from the rubble"."""
    known = case.told_before and case.violent and not case.clause.places
    return known and (_LATER.search(case.clause.quote) is not None or _are_of_the_dead(case))


def _are_of_the_dead(case: Case) -> bool:
    """Whether bodies are found of those whom an act told just before killed: "killed 11 hunters. The hunters' bodies were found on 5 March"."""
    if not _THEIR_BODIES.match(case.clause.quote):
        return False
    clauses, own = case.annotations.clauses, case.clause.casualties.killed
    here = clauses[case.annotations.paragraph(case.number) : case.number]
    counted = (each.casualties.killed for each in here if each.outright)
    return any(each and each.low and (own is None or own.low <= each.low) for each in counted)


def is_of_captives(case: Case) -> bool:
    """Whether its words only say who is meant: "the detained men were taken to Khartoum"."""
    at = case.clause.trigger - case.clause.span.start
    return any(each.start() <= at < each.end() for each in _CAPTIVES.finditer(case.clause.quote))


def _carries(case: Case) -> bool:
    evacuated = case.ext_type in (ExtType.EVACUATION, ExtType.NONE)
    found = _CARRIED.search(case.clause.quote) if evacuated else None
    trigger = Span(case.clause.trigger, case.clause.trigger + 1).moved(-case.clause.span.start)
    return found is not None and Span(*found.span()).touches(trigger)
