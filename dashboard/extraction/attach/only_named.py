"""Acts that words only name: how often they are done against another time, truces that are known, what has gone on since long."""

import re
from datetime import timedelta

from dashboard.extraction.acled import SubEventType
from dashboard.extraction.attach.case import Case
from dashboard.extraction.attach.coded import NO_WORDS, UNSAID, TimeBasis
from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.gazetteer import REGION

_TRENDS, _NUMBERS, _STUNNED = CLAUSES["trends"], CLAUSES["numbers-of"], CLAUSES["stunned"]
_TRUCES, _BEGUN = CLAUSES["truces-named"], CLAUSES["begun"]
_LESS = re.compile(rf"\b{one_of(_TRENDS['less'])}\b", re.IGNORECASE)
_MORE = re.compile(rf"\b{one_of([*_TRENDS['more'], *_TRENDS['less']])}\b", re.IGNORECASE)
_AGAINST = re.compile(rf"\b{one_of(_TRENDS['against'])}\b|\d\s?%", re.IGNORECASE)
_NUMBER_OF = re.compile(
    rf"\b{one_of(_NUMBERS['counts'])}\b(?![^.;\n]{{0,30}}?\b{one_of(_NUMBERS['harmed'])}\b)[^.;\n]{{0,160}}?\b{one_of(_NUMBERS['reach'])}\b",
    re.IGNORECASE,
)
_MOST = re.compile(
    rf"\b{one_of(_NUMBERS['told'])}\b[^.;\n]{{0,40}}?\b{one_of(_NUMBERS['most'])}\b", re.IGNORECASE
)
_PART_OF = re.compile(
    rf"\b{one_of(_NUMBERS['which'])}\b,?[^.;\n]{{0,30}}?\b{one_of(_NUMBERS['led'])}\s+(?:\w+\s+){{0,2}}?{one_of(_NUMBERS['what'])}\b",
    re.IGNORECASE,
)
_SINCE_THEN = re.compile(
    rf"\b{one_of(_NUMBERS['told'])}\b[^.;\n]{{0,120}}?\b{one_of(_NUMBERS['since-then'])}\b", re.IGNORECASE
)
_FRESH = re.compile(
    rf"\W*{one_of(_STUNNED['fresh'])}\s+(?:[\w-]+\s+){{1,4}}?{one_of(_STUNNED['verbs'])}\b", re.IGNORECASE
)
_TRUCE = one_of(_TRUCES["what"])
_AGREED = re.compile(rf"\b{one_of(_TRUCES['agreed'])}\b", re.IGNORECASE)
_KNOWN = re.compile(
    rf"\b(?:the|its|their|his|this|that|what the)\s+(?:[\w-]+\s+){{0,2}}?{_TRUCE}\b", re.IGNORECASE
)
_FAILED = re.compile(
    rf"\b{_TRUCE}\b[^.;\n]{{0,60}}?\b{one_of([*_TRUCES['failed'], *_TRUCES['over']])}\b"
    rf"|\b{one_of([*_TRUCES['left'], *_TRUCES['over']])}\s+(?:[\w-]+\s+){{0,2}}?{_TRUCE}\b",
    re.IGNORECASE,
)
_BEGAN = re.compile(
    rf"\b(?:the|its|their)\s+(?:[\w-]+\s+){{0,2}}?{one_of(_BEGUN['what'])}\b[^.;,\n]{{0,60}}?\b{one_of(_BEGUN['began'])}\b"
    rf"|\b{one_of(_BEGUN['launched'])}\s+(?:[\w-]+\s+){{0,3}}?{one_of(_BEGUN['what'])}\b",
    re.IGNORECASE,
)
_TEASER = re.compile(
    rf"(?<!\w)(?:{'|'.join(re.escape(each) for each in CLAUSES['teasers']['ends'])})\W{{0,9}}$", re.IGNORECASE
)
_TEASER_LONG = 60  # characters at the end of a line
_A_WEEK = timedelta(days=7)


def is_trend(case: Case) -> bool:
    """Whether it says how often something is done against another time: "clashes eased compared to the week before"."""
    told = case.clause.quote
    if case.clause.casualties.told:
        return False
    lessened = _LESS.search(told) is not None and case.when.basis is not TimeBasis.OWN
    return lessened or (_MORE.search(told) is not None and _AGAINST.search(told) is not None)


def is_number_of_acts(case: Case) -> bool:
    """Whether it counts acts over a time, or says how many of those counted did harm: "of which 107 led to casualties"."""
    told = case.clause.quote
    return (
        _NUMBER_OF.search(told) is not None
        or _MOST.search(told) is not None
        or _PART_OF.search(told) is not None
        or _SINCE_THEN.search(told) is not None
    )


def is_stir(case: Case) -> bool:
    """Whether it is a lead of no day and no town: "A new massacre shook the province"."""
    named = any(each.precision < REGION for each in case.clause.places)
    alone = case.when.basis is not TimeBasis.OWN and not named and not case.clause.casualties.told
    return alone and _FRESH.match(case.clause.quote) is not None


def is_truce_named(case: Case) -> bool:
    """Whether it only names a truce or talks, or says that they failed or ended: "the truce", "the talks were suspended"."""
    coding = case.clause.coding
    if coding is None or coding.sub_event_type is not SubEventType.AGREEMENT:
        return False
    told = case.clause.quote
    if _FAILED.search(told) is not None:
        return True
    known = _KNOWN.search(told) is not None and _AGREED.search(told) is None
    return known and case.when.basis in NO_WORDS


def is_begun_long_ago(case: Case) -> bool:
    """Whether it says since when a campaign has gone on, a week ago or more: "the offensive began in the first week of December"."""
    when = case.when
    if when.basis is not TimeBasis.OWN or when.end is None or when.frame.day is None:
        return False
    over = when.frame.day - when.end.date() >= _A_WEEK
    began = _BEGAN.search(case.clause.quote)
    of_it = began is not None and began.start() <= case.clause.trigger - case.clause.span.start < began.end()
    return over and of_it and not case.clause.casualties.told


def is_teaser(case: Case) -> bool:
    """Whether its line only leads to another page: "What the truce has not changed | More"."""
    text, span = case.annotations.report.text, case.clause.span
    end = text.find("\n", span.start)
    end = end if end >= 0 else len(text)
    opens = max(text.rfind("\n", 0, span.start) + 1, end - _TEASER_LONG)
    return case.when.basis in UNSAID and _TEASER.search(text[opens:end].rstrip()) is not None
