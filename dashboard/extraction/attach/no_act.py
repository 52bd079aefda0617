"""What has the words of an act and tells none: a rumour set right, a standing danger, advice, how a report was made, who left talks."""

import re
from datetime import timedelta

from dashboard.extraction.acled import EventType, SubEventType
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.attach.case import Case
from dashboard.extraction.attach.coded import TimeBasis
from dashboard.extraction.lexicon import CLAUSES, Worded, one_of

_NEAR = 40  # characters from "to broker" to the truce
_NEWS = timedelta(days=8)
_SHOWN = re.compile(
    rf"(?:[\w-]+\s+){{0,3}}?{one_of(CLAUSES['seen']['pictures'])}\b[^.;\n]{{0,80}}?\b{one_of(CLAUSES['seen']['that'])}\s+that\b",
    re.IGNORECASE,
)
_RUMOURS, _DANGERS, _METHODS = CLAUSES["rumours"], CLAUSES["dangers"], CLAUSES["methods"]
_ADVICE, _TALKS = CLAUSES["advice"], CLAUSES["delegations"]
_SET_RIGHT = re.compile(
    rf"\W*(?:{one_of(_RUMOURS['before'])}\s+)*(?:[\w-]+\s+){{0,2}}?{one_of(_RUMOURS['what'])}\b(?![^.;\n]*\b{one_of(_RUMOURS['not-so'])}\b)"
    rf".*?\b(?:{one_of(_RUMOURS['untrue'])}|{one_of(_RUMOURS['are'])}\s+(?:\w+\s+)?{one_of(_RUMOURS['false'])})\b",
    re.IGNORECASE | re.DOTALL,
)
_CALLED_FALSE = re.compile(
    rf"\W*[\"“«„'‘][^\"”»\n]+[\"”»'’]\W*(?:{one_of(_RUMOURS['this'])}\s+)?{one_of(_RUMOURS['are'])}\s+(?:\w+\s+)?{one_of(_RUMOURS['false'])}\b",
    re.IGNORECASE,
)
_RUMOURED = re.compile(
    rf",\s+an?\s+{one_of(_RUMOURS['tail'])}\s+(?:which|that)?[^.;\n]{{0,40}}?\b{one_of(_RUMOURS['deny'])}\b",
    re.IGNORECASE,
)
_UNVERIFIED = re.compile(rf"\W*{one_of(_RUMOURS['label'])}\W*", re.IGNORECASE)
_NO_NEWS = re.compile(
    rf"\W*{one_of(CLAUSES['no-news']['opens'])}\s+{one_of(CLAUSES['no-news']['of'])}\s+(?:[\w'’-]+\s+){{1,5}}?(?={one_of(CLAUSES['no-news']['taken'])}\b)",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    rf"\b{one_of(CLAUSES['sought']['tries'])}\s+(?:\w+\s+)?{one_of(CLAUSES['sought']['make'])}\b",
    re.IGNORECASE,
)
_MADE = re.compile(rf",|\b{one_of(CLAUSES['sought']['made'])}\b", re.IGNORECASE)
_MADE_ANOTHER = re.compile(  # "trying to save the truce announced on Monday a new agreement"
    rf"\s+{one_of(CLAUSES['sought']['made'])}\s+(?:on\s+\w+\s+)?an?\s", re.IGNORECASE
)
_STANDING = Worded(
    [*_DANGERS["still"], *_DANGERS["goes-on"]],
    rf"\b(?:{one_of(_DANGERS['still'])}\s+(?:[\w-]+\s+){{0,3}}?{one_of(_DANGERS['nouns'])}|{one_of(_DANGERS['goes-on'])}\s+(?:\w+ly\s+)?{one_of(_DANGERS['verbs'])})\b",
)
_WORKED = re.compile(  # but "Geolocated footage published on Sunday shows that they seized Terny" tells what they did
    rf"\w,?\s+{one_of(_METHODS['verbs'])}\b[^.;\n]{{0,80}}?\b{one_of(_METHODS['what'])}\b(?![^.;\n]{{0,80}}?\b{one_of(_METHODS['show'])}\b)",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    rf"\W*{one_of(CLAUSES['contents']['opens'])}\s+(?:[\w-]+\s+){{0,3}}?{one_of(CLAUSES['contents']['what'])}(?:\s*[,:]|\s+{one_of(CLAUSES['contents']['tells'])}\b)",
    re.IGNORECASE,
)
_BIDS = re.compile(rf"\W*{one_of(_ADVICE['opens'])}\b", re.IGNORECASE)
_LEFT_TALKS = Worded(
    _TALKS["who"], rf"\b{one_of(_TALKS['who'])}\b[^.;\n]{{0,60}}?\b{one_of(_TALKS['went'])}\b"
)
_NO_RESULT = Worded(
    ["without"],
    rf"\b(?:{one_of(_TALKS['who'])}|{one_of(_TALKS['talks'])})\b[^.;\n]*\bwithout\s+(?:[\w-]+\s+){{0,2}}?{one_of(_TALKS['without'])}\b",
)
_LONG_AFTER = re.compile(
    rf"\W*(?:[\w-]+\s+){{1,3}}?{one_of(CLAUSES['comments']['long'])}\s+{one_of(CLAUSES['comments']['counted'])}\b[^,;\n]*,",
    re.IGNORECASE,
)
_NOTHING_CAME = re.compile(rf"\b(?:{'|'.join(CLAUSES['uneventful']['nothing'])})\b", re.IGNORECASE)


def is_rumour(case: Case) -> bool:
    """Whether its sentence says that it is not so: "reports that rebels shelled the town are unfounded", "“they took the village” is a fake"."""
    told = _sentence(case)
    if _is_unverified(case) or _RUMOURED.search(told, max(0, case.clause.trigger - _start(case))):
        return True
    return (_SET_RIGHT.match(told) or _CALLED_FALSE.match(told)) is not None


def _is_unverified(case: Case) -> bool:
    """Whether its line opens with a label that says so: "Unverified: abduction of two drivers near Gotheye"."""
    first, _ = case.annotations.sentence(case.number)
    return first < case.number and _UNVERIFIED.fullmatch(case.annotations.clauses[first].quote) is not None


def is_no_news(case: Case) -> bool:
    """Whether its sentence says that nothing new is known of whom it tells taken: "No news of the teacher kidnapped at Abala a month ago".

    Not of the week before the report: "no trace of the two priests abducted in Enugu on Monday" may be all that is told of it.
    """
    opens, when = _NO_NEWS.match(_sentence(case)), case.when
    own = opens is not None and case.clause.trigger <= _start(case) + opens.end()
    fresh = when.start is not None and when.latest is not None and when.latest - when.start <= _NEWS
    return own and not (fresh and when.basis is TimeBasis.OWN)


def is_uneventful(case: Case) -> bool:
    """Whether troops only went about or stood by, and its sentence says that nothing came of it: "patrolled Bamako, but nothing happened"."""
    moved = (
        case.clause.coding is not None and case.clause.coding.sub_event_type is SubEventType.CHANGE_TO_GROUP
    )
    return moved and not case.clause.casualties.told and _NOTHING_CAME.search(_sentence(case)) is not None


def is_sought(case: Case) -> bool:
    """Whether an agreement is only sought: "elders are trying to broker a ceasefire"; not "in a bid to restore calm they signed a peace deal"."""
    coding = case.clause.coding
    if coding is None or coding.sub_event_type is not SubEventType.AGREEMENT:
        return False
    at, told = case.clause.trigger - case.clause.span.start, case.clause.quote
    end = at + len(coding.cue.text)
    return _MADE_ANOTHER.match(told, end) is None and any(
        each.start() < at <= each.end() + _NEAR and not _MADE.search(told, each.end(), end)
        for each in _SOUGHT.finditer(told)
    )


def is_danger(case: Case) -> bool:
    """Whether it tells what may still harm, and no day on which it did: "mines remain a threat along the border"."""
    return case.when.basis is not TimeBasis.OWN and _STANDING.search(case.clause.quote) is not None


def is_method(case: Case) -> bool:
    """Whether it tells how somebody found out: "we spoke with 23 witnesses and studied photographs of two mass graves"."""
    first, _ = case.annotations.sentence(case.number)
    start = case.annotations.clauses[first].span.start
    told = case.annotations.report.text[start : max(start, case.clause.trigger)]
    return _WORKED.search(told) is not None and not _is_shown(case)


def _is_shown(case: Case) -> bool:
    """Whether it is what pictures of a day show: "geolocated footage published on November 20 indicates that troops seized Terny"."""
    before = case.annotations.clauses[case.number - 1] if case.number else None
    shown = before is not None and case.clause.link is Link.REPORTED and bool(before.times)
    return shown and before is not None and _SHOWN.match(before.quote) is not None


def is_advice(case: Case) -> bool:
    """Whether its sentence bids readers do something: "Avoid the square on Thursday (opposition rally)"."""
    return _BIDS.match(_sentence(case)) is not None


def is_contents(case: Case) -> bool:
    """Whether its sentence says what the report is about to tell: "In this overview, rallies spread and Russia shelled Donetsk region"."""
    return _CONTENTS.match(_sentence(case)) is not None


def is_of_delegates(case: Case) -> bool:
    """Whether those who talk came, went or met again: "the delegations left Doha without a statement"."""
    strategic = (
        case.clause.coding is not None and case.clause.coding.event_type is EventType.STRATEGIC_DEVELOPMENTS
    )
    return (
        strategic
        and (_LEFT_TALKS.search(case.clause.quote) or _NO_RESULT.search(case.clause.quote)) is not None
    )


def is_long_before(case: Case) -> bool:
    """Whether its sentence opens with how many months or years it is over: "A month after riots broke out, the roads are open"."""
    opens = _LONG_AFTER.match(_sentence(case))
    first, _ = case.annotations.sentence(case.number)
    start = case.annotations.clauses[first].span.start
    return opens is not None and case.clause.trigger < start + opens.end()


def _start(case: Case) -> int:
    return case.annotations.clauses[case.annotations.sentence(case.number)[0]].span.start


def _sentence(case: Case) -> str:
    first, end = case.annotations.sentence(case.number)
    clauses = case.annotations.clauses
    return case.annotations.report.text[clauses[first].span.start : clauses[end - 1].span.end]
