"""Acts that words only name: how often they are done against another time, truces that are known, what has gone on since long."""

import re
from datetime import timedelta

from dashboard.extraction.acled import SubEventType
from dashboard.extraction.attach.case import Case
from dashboard.extraction.attach.coded import NO_WORDS, UNSAID, TimeBasis
from dashboard.extraction.lexicon import CLAUSES, Worded, one_of
from dashboard.gazetteer import REGION
from dashboard.temporal import Granularity

_TRENDS, _NUMBERS, _STUNNED = CLAUSES["trends"], CLAUSES["numbers-of"], CLAUSES["stunned"]
_TRUCES, _BEGUN = CLAUSES["truces-named"], CLAUSES["begun"]
_LESS = Worded(_TRENDS["less"], rf"\b{one_of(_TRENDS['less'])}\b")
_MORE = Worded(
    [*_TRENDS["more"], *_TRENDS["less"]],
    rf"\b{one_of([*_TRENDS['more'], *_TRENDS['less']])}\b(?!\s+{one_of(_TRENDS['onto'])}\s+(?!\w+day\b|\d))",
)
_STEPPED_UP = Worded(
    _TRENDS["stepped"],
    rf"\b{one_of(_TRENDS['stepped'])}\s+(?:[\w-]+\s+){{0,3}}?{one_of([*CLAUSES['told-again']['any'], *CLAUSES['told-again']['words']])}\b",
)
_AGAINST = re.compile(
    rf"\b{one_of(_TRENDS['against'])}\b"
    rf"|\b{one_of([*_TRENDS['more'], *_TRENDS['less']])}\s+(?:[a-z]+\s+){{0,3}}?[\d.,]+\s?{one_of(_TRENDS['shares'])}"
    rf"|[\d.,]+\s?{one_of(_TRENDS['shares'])}\s+{one_of(_TRENDS['changes'])}\b",
    re.IGNORECASE,
)
_TURNS = re.compile(rf"[,;:]|\b{one_of(_TRENDS['turns'])}\b", re.IGNORECASE)
_WORDS_BETWEEN = 60  # characters from the words for an act to those that say that there was less of it
_ACTS = one_of(_NUMBERS["acts"])
_NUMBER_OF = Worded(
    _NUMBERS["counts"],
    rf"(?<!\ba\s)\b{one_of(_NUMBERS['counts'])}\s+(?:[\w,-]+\s+){{0,3}}?{_ACTS}\b"
    rf"(?![^.;\n]{{0,30}}?\b{one_of(_NUMBERS['harmed'])}\b)[^.;\n]{{0,160}}?\b{one_of(_NUMBERS['reach'])}\b",
)
_NUMBER_HARMED = Worded(
    _NUMBERS["counts"],
    rf"\b{one_of(_NUMBERS['counts'])}\s+(?:[\w,'’-]+\s+){{0,8}}?(?:{one_of(_NUMBERS['done-to'])}|{one_of(_NUMBERS['harmed'])}\s+in\s+(?:[\w-]+\s+)?{_ACTS})\b[^.;\n]{{0,160}}?\b{one_of(_NUMBERS['reach'])}\b",
)
_MOST = Worded(
    _NUMBERS["most"],
    rf"\b{one_of(_NUMBERS['told'])}\b[^.;\n]{{0,40}}?\b{one_of(_NUMBERS['most'])}\s+(?:[\w-]+\s+)?{_ACTS}\b",
)
_PART_OF = Worded(
    _NUMBERS["led"],
    rf"\b{_ACTS}\b[^.;\n]{{0,40}}?\b{one_of(_NUMBERS['which'])}\b,?[^.;\n]{{0,30}}?\b{one_of(_NUMBERS['led'])}\s+(?:\w+\s+){{0,2}}?{one_of(_NUMBERS['what'])}\b",
)
_SINCE_THEN = Worded(
    _NUMBERS["since-then"],
    rf"\b{one_of(_NUMBERS['told'])}\b(?:(?!\b{one_of(_NUMBERS['told'])}\b)[^.;\n]){{0,120}}?\b{one_of(_NUMBERS['since-then'])}\b",
)
_FRESH = re.compile(
    rf"\W*{one_of(_STUNNED['fresh'])}\s+(?:[\w-]+\s+){{1,4}}?{one_of(_STUNNED['verbs'])}\b(?P<wide>\s+(?:[\w-]+\s+){{0,2}}?{one_of(_STUNNED['wide'])}\b)?",
    re.IGNORECASE,
)
_TRUCE = one_of(_TRUCES["what"])
_AGREED = re.compile(rf"\b{one_of(_TRUCES['agreed'])}\b", re.IGNORECASE)
_MADE = re.compile(rf"\b{one_of(_TRUCES['made'])}\b", re.IGNORECASE)
_KNOWN = re.compile(
    rf"\b(?:the|its|their|his|this|that|what the)\s+(?:[\w-]+\s+){{0,2}}?{_TRUCE}\b", re.IGNORECASE
)
_WHILE = re.compile(  # "got 14 families out in a truce of half an hour", "back from a reconciliation meeting"
    rf"\b{one_of(_TRUCES['in'])}\s+(?:a|an|the)\s+(?:[\w-]+\s+){{0,2}}?(?:{_TRUCE}|{one_of(CLAUSES['delegations']['talks'])})\b",
    re.IGNORECASE,
)
_FAILED = re.compile(
    rf"\b{_TRUCE}\b[^.;\n]{{0,60}}?\b{one_of([*_TRUCES['failed'], *_TRUCES['over']])}\b"
    rf"|\b{one_of([*_TRUCES['left'], *_TRUCES['over']])}\s+(?:[\w-]+\s+){{0,2}}?{_TRUCE}\b",
    re.IGNORECASE,
)
_BROKEN_OFF = re.compile(
    rf"\b{one_of(_TRUCES['breaks'])}\s+(?:[\w-]+\s+){{0,2}}?(?:{_TRUCE}|{one_of(_TRUCES['deals'])})\b",
    re.IGNORECASE,
)
_BODY = re.compile(  # "the UN mission to support the Hodeidah agreement", "ceasefire monitors"
    rf"\b{one_of(_TRUCES['bodies'])}\s+(?:[\w-]+\s+)?{one_of(_TRUCES['bodies-for'])}\s+(?:[\w-]+\s+){{0,4}}?{one_of(_TRUCES['deals'])}\b"
    rf"|\b{one_of(_TRUCES['deals'])}(?:['’]s)?\s+{one_of(_TRUCES['bodies-named'])}\b",
    re.IGNORECASE,
)
_BEGAN = Worded(
    _BEGUN["what"],
    rf"\b(?:the|its|their)\s+(?:[\w-]+\s+){{0,2}}?{one_of(_BEGUN['what'])}\b[^.;,\n]{{0,60}}?\b{one_of(_BEGUN['began'])}\b"
    rf"|\b{one_of(_BEGUN['launched'])}\s+(?:[\w-]+\s+){{0,3}}?{one_of(_BEGUN['what'])}\b",
)
_TEASER = re.compile(
    rf"(?<!\w)(?:{'|'.join(re.escape(each) for each in CLAUSES['teasers']['ends'])})\W{{0,9}}$", re.IGNORECASE
)
_TEASER_LONG = 60  # characters at the end of a line
_WHOLE = re.compile(r"[.!?…][\"”’)\]]*\s*[\[(|]?\s*$")  # a sentence, and no name of a page
_BEFORE = 80  # characters: so far before a clause stands what it says something of
_A_WEEK = timedelta(days=7)


def is_trend(case: Case) -> bool:
    """Whether it says how often something is done against another time: "clashes eased compared to the week before"."""
    told = case.clause.quote
    if case.clause.casualties.told:
        return False
    if case.when.basis in NO_WORDS and _STEPPED_UP.search(told) is not None:
        return True
    if _MORE.search(told) is not None and _AGAINST.search(told) is not None:
        return True
    return case.when.basis is not TimeBasis.OWN and _is_lessened(case)


def _is_lessened(case: Case) -> bool:
    """Whether the act itself is what lessened: no "As clashes died down, gunmen looted", no "fighting slowed after the army stormed the town"."""
    told, at = case.clause.quote, case.clause.trigger - case.clause.span.start
    less = _LESS.search(told, max(at, 0))
    between = told[: less.start()] if less and less.start() - at <= _WORDS_BETWEEN else None
    if less is None or between is None or _TURNS.search(between) is not None:
        return False
    own = case.clause.coding.sub_event_type if case.clause.coding else SubEventType.NONE
    behind = (each.sub_event_type for each in case.clause.cues if each.span.start >= less.end())
    return not any(each not in (own, SubEventType.NONE) for each in behind)


def is_number_of_acts(case: Case) -> bool:
    """Whether it counts acts over a time, or says how many of those counted did harm: "of which 107 led to casualties"."""
    told, span, text = case.clause.quote, case.clause.span, case.annotations.report.text
    then = _SINCE_THEN.search(told)
    return (
        _NUMBER_OF.search(told) is not None
        or (
            case.clause.known_act is None
            and not _is_of_a_day(case)
            and _NUMBER_HARMED.search(told) is not None
        )
        or _MOST.search(told) is not None
        or any(
            each.end() > span.start
            for each in _PART_OF.finditer(text, max(0, span.start - _BEFORE), span.end)
        )
        or (then is not None and then.start() <= case.clause.trigger - span.start < then.end())
    )


def _is_of_a_day(case: Case) -> bool:
    when = case.when
    return when.basis is TimeBasis.OWN and when.granularity.rank <= Granularity.DAY.rank


def is_stir(case: Case) -> bool:
    """Whether it is a lead of no day and no town, over a state or a country: "A new massacre shook the province"."""
    named = any(each.precision < REGION for each in case.clause.places)
    alone = case.when.basis is not TimeBasis.OWN and not named and not case.clause.casualties.told
    stirred = _FRESH.match(case.clause.quote) if alone else None
    return stirred is not None and (stirred["wide"] is not None or bool(case.clause.places))


def is_truce_named(case: Case) -> bool:
    """Whether it only names a truce or talks, who watches over it, or says that they failed or ended: "the truce", "the ceasefire monitors", "the talks were suspended"."""
    coding = case.clause.coding
    if coding is None or coding.sub_event_type is not SubEventType.AGREEMENT:
        return False
    told = case.clause.quote
    in_town = any(each.precision < REGION for each in case.clause.places)
    if _FAILED.search(told) is not None:
        return not in_town or _MADE.search(told) is None
    at = case.clause.trigger - case.clause.span.start
    if any(each.start() <= at < each.end() for each in (*_BODY.finditer(told), *_BROKEN_OFF.finditer(told))):
        return _MADE.search(told) is None
    held = any(each.start() <= at < each.end() for each in _WHILE.finditer(told))
    if held and _AGREED.search(told) is None:
        return True
    known = _KNOWN.search(told) is not None and _AGREED.search(told) is None
    return known and case.when.basis in NO_WORDS


def is_begun_long_ago(case: Case) -> bool:
    """Whether it says since when a campaign has gone on, a week ago or more: "the offensive began in the first week of December"."""
    when = case.when
    if when.basis is not TimeBasis.OWN or when.end is None or when.frame.day is None:
        return False
    if when.frame.day - when.end.date() < _A_WEEK or case.clause.casualties.told:
        return False
    began = _BEGAN.search(case.clause.quote)
    return began is not None and began.start() <= case.clause.trigger - case.clause.span.start < began.end()


def is_teaser(case: Case) -> bool:
    """Whether its line only leads to another page: "What the truce has not changed | More"."""
    text, span = case.annotations.report.text, case.clause.span
    end = text.find("\n", span.start)
    end = end if end >= 0 else len(text)
    line = text[max(text.rfind("\n", 0, span.start) + 1, end - _TEASER_LONG) : end].rstrip()
    leads = _TEASER.search(line) if case.when.basis in UNSAID else None
    if leads is None or leads[0][0].islower():  # "where people want to learn more"
        return False
    return _WHOLE.search(line[: leads.start()]) is None
