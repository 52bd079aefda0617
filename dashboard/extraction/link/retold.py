"""Groups that only tell again of an event the report tells elsewhere: its harm, its day, what was said of it.

A news story tells one attack in its headline, its lead, the details and the reactions. What names no place of
its own and only speaks of harm, of "the attack" or of what "they" did belongs to the act told last before it; where
such words name a day ("Thursday's assault"), they date it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dashboard.extraction.acled import EventType, ExtType, SubEventType
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.attach.when import NO_WORDS, TimeBasis
from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.extraction.link.features import is_another
from dashboard.gazetteer import Resolved
from dashboard.text import Span

Group = tuple[Candidate, ...]
_VIOLENT = frozenset(
    {EventType.BATTLES, EventType.REMOTE_VIOLENCE, EventType.VIOLENCE_AGAINST_CIVILIANS, EventType.RIOTS}
)
_PARTS_OF_A_RAID = frozenset({SubEventType.ABDUCTION, SubEventType.LOOTING})
_RAIDS = frozenset({SubEventType.ATTACK, SubEventType.ARMED_CLASH})
_REGION = 3  # geo_precision
_ROWS = CLAUSES["told-again"]
_KNOWN = re.compile(  # "the attack", "this deadly drone strike", "Thursday's assault"
    rf"(?:\b{one_of(_ROWS['the'])}|['’]s)\s+(?:(?!{one_of(_ROWS['apart'])}\b)[\w-]+\s+){{0,2}}?"
    rf"(?P<act>(?P<any>{one_of(_ROWS['any'])})|{one_of(_ROWS['words'])})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Lean:
    """Why words may be of an event told before, and of which kinds of event."""

    why: str
    of: Callable[[Candidate], bool]


def retold(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups, those that only tell again of another put into it."""
    kept: list[Group] = []
    for group in groups:
        at = _host(group, kept)
        if at is None:
            kept.append(group)
        else:
            kept[at] = (*kept[at], *(_leaning(each) for each in group))
    return tuple(kept)


def _leaning(candidate: Candidate) -> Candidate:
    lean = _lean(candidate)
    return replace(candidate, leans=True, alike=lean.why if lean else candidate.alike)


def _host(group: Group, kept: Sequence[Group]) -> int | None:
    """The number of the group told last before that it tells again; None for one that stands by itself."""
    if not all(map(_lean, group)):
        return None
    told = ((_last(before, group), at) for at, before in enumerate(kept))
    order = sorted((each for each in told if each[0] >= 0), reverse=True)
    return next((at for _, at in order if all(_fits(each, kept[at]) for each in group)), None)


def _last(host: Group, group: Group) -> int:
    """Where the last of a group stands that is told before the other; -1 where none is."""
    start = min(each.clause.span.start for each in group)
    return max((each.clause.span.start for each in host if each.clause.span.start < start), default=-1)


def _lean(candidate: Candidate) -> _Lean | None:
    """How it leans on an event told before; None for one that is told by itself."""
    dates = candidate.when.basis is TimeBasis.OWN
    if is_another(candidate) or not (dates or candidate.when.basis in NO_WORDS):
        return None
    act = _known_act(candidate)
    violent = candidate.coding.event_type in _VIOLENT
    if violent and act:
        return _Lean(f"told again: “{act.group()}”", _is_violent if act["any"] else _is_like(candidate))
    if violent and dates and candidate.clause.refers:
        return _Lean("told again, with its time", _is_violent)
    if dates:
        return None
    if violent and candidate.clause.hints:
        return _Lean("its harm", _is_violent)
    if candidate.coding.ext_type is ExtType.DISPLACEMENT:
        return _Lean("who fled from it", _is_violent)
    if candidate.coding.sub_event_type in _PARTS_OF_A_RAID:
        return _Lean("a part of it", _is_raid)
    return None


def _known_act(candidate: Candidate) -> re.Match[str] | None:
    """The words that speak of the act as of one known: "the attack", "this raid", "Thursday's assault"."""
    trigger = candidate.trigger
    here = candidate.clause.span.start
    acts = _KNOWN.finditer(candidate.quote)
    return next((act for act in acts if Span(*act.span("act")).moved(here).touches(trigger)), None)


def _is_like(candidate: Candidate) -> Callable[[Candidate], bool]:
    return lambda host: host.coding.event_type is candidate.coding.event_type


def _is_violent(host: Candidate) -> bool:
    return host.coding.event_type in _VIOLENT


def _is_raid(host: Candidate) -> bool:
    return host.coding.sub_event_type in _RAIDS


def _fits(candidate: Candidate, host: Group) -> bool:
    lean = _lean(candidate)
    if lean is None or not lean.of(host[0]) or candidate.clause.frame != host[0].clause.frame:
        return False
    return _is_there(candidate, host) and _is_then(candidate, host)


def _is_then(candidate: Candidate, host: Group) -> bool:
    """Whether its time, if it names one, is the host's, or the host names none."""
    if candidate.when.basis is not TimeBasis.OWN:
        return True
    named = [each.when for each in host if each.when.basis is not TimeBasis.REPORT]
    known = _known_act(candidate) is not None or not named  # "they" may have done another thing then
    return known and all(not candidate.when.is_apart(each) for each in named)


def _is_there(candidate: Candidate, host: Group) -> bool:
    """Whether it names no place, the host's, or one that holds the host's."""
    here = candidate.where.place
    if here is None or candidate.where.inherited:
        return True
    return any(_holds(here, each.where.place) for each in host if each.where.place)


def _holds(one: Resolved, other: Resolved) -> bool:
    if one.place is None or other.place is None:
        return one.location == other.location
    if one.place.place_id == other.place.place_id:
        return True
    inside = one.place.iso == other.place.iso and one.place.admin1 in ("", other.place.admin1)
    return one.precision >= _REGION and inside
