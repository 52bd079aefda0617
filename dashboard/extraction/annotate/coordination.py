"""Two statements with nothing but "and" between them: each does something of its own at a place of its own."""

import re
from collections import deque
from collections.abc import Iterator
from itertools import chain

from dashboard.extraction.lexicon import CLAUSES, THE, one_of
from dashboard.text import Span

_REACH = 300  # characters to either side of an "and": so far an act and its place are looked for


def statements(text: str, clause: Span) -> Iterator[Span]:
    """The clause, or its two or more statements; who is not named anew does another act at another place.

    >>> text = "Two drones hit Shendi and rockets struck Ed Damer."
    >>> [each.of(text) for each in statements(text, Span(0, len(text)))]
    ['Two drones hit Shendi', 'and rockets struck Ed Damer.']
    >>> text = "Gunmen burned a clinic in Pissila and killed two guards near Titao."
    >>> [each.of(text) for each in statements(text, Span(0, len(text)))]
    ['Gunmen burned a clinic in Pissila', 'and killed two guards near Titao.']
    >>> text = "Gunmen burned a clinic in Pissila and killed two guards."
    >>> len(list(statements(text, Span(0, len(text)))))
    1
    """
    start = clause.start
    if joint := _counted_elsewhere(text, clause):
        yield from statements(text, Span(start, joint.start()))
        yield from statements(text, Span(joint.start("right"), clause.end))
        return
    if joint := _own_days(text, clause):
        yield from statements(text, Span(start, joint.start()))
        yield from statements(text, Span(joint.start("right"), clause.end))
        return
    fronted = _AFTER_FRONTED.finditer(text, start, clause.end) if _FRONTED.match(text, start) else ()
    joints = chain(
        fronted,
        _HARM_JOINT.finditer(text, start, clause.end),
        _JOINT.finditer(text, start, clause.end),
        _SAME_SUBJECT.finditer(text, start, clause.end),
    )
    for joint in sorted(joints, key=re.Match[str].start):
        before, after = Span(start, max(start, joint.start())), Span(joint.start("right"), clause.end)
        if joint.re is _SAME_SUBJECT:
            near = Span(max(before.start, before.end - _REACH), before.end)
            parts = _acts_elsewhere(text, near, Span(after.start, min(after.end, after.start + _REACH)))
        elif joint.re is _HARM_JOINT:
            parts = _is_of_two_causes(text, before, after)
        else:
            parts = _is_whole(text, before) and _PLACE.search(text, after.start, after.end) is not None
        if parts:
            yield before
            start = after.start
    yield Span(start, clause.end)


def counts_on(clause: str) -> bool:
    """Whether it only counts who suffered the same at another place: "and five in Gusau", "and one in a shooting in Yala"."""
    return _COUNTS_ON.match(clause) is not None


def goes_on(clause: str) -> bool:
    """Whether it does more of whoever did what stands before it: "and struck Kherson"; not "and later withdrew", how that ended."""
    return _GOES_ON.match(clause) is not None and _LATER_LEFT.match(clause) is None


def _counted_elsewhere(text: str, clause: Span) -> re.Match[str] | None:
    """The last "and" behind which more are counted at another place, where words of harm and a place stand before it: "killed three in Anka and five in Gusau"."""
    for joint in reversed(list(_COUNTED_JOINT.finditer(text, clause.start + 1, clause.end))):
        harmed = _HARMED.search(text, clause.start, joint.start())
        here = _STANDS.search(text, harmed.end(), joint.start()) if harmed else None
        if here is None and harmed:
            here = _STANDS.search(text, clause.start, joint.start())
        if here and here["name"] != joint["name"]:
            return joint
    return None


def _own_days(text: str, clause: Span) -> re.Match[str] | None:
    """The first "and" with a verb and no subject behind it, or with another act, that has a place and a day on either side."""
    joints = chain(
        _BARE_JOINT.finditer(text, clause.start, clause.end),
        _NOUN_JOINT.finditer(text, clause.start, clause.end),
    )
    for joint in sorted(joints, key=re.Match[str].start):
        sides = (clause.start, joint.start()), (joint.start("right"), clause.end)
        if all(_PLACE_OR_FRONTED.search(text, *side) and _DAY.search(text, *side) for side in sides):
            return joint
    return None


def _acts_elsewhere(text: str, before: Span, after: Span) -> bool:
    """Whether both sides tell a blow of the same people, each at a place of another name."""
    there = _STANDS.search(text, after.start, after.end)
    here = next(iter(deque(_STANDS.finditer(text, before.start, before.end), maxlen=1)), None)
    return (
        here is not None
        and there is not None
        and here["name"] != there["name"]
        and _ACT.search(text, before.start, here.start("name")) is not None
    )


def _is_of_two_causes(text: str, before: Span, after: Span) -> bool:
    """Whether one side tells of an accident or a disaster and the other of an act: "ten died in floods and four were hurt in an attack"."""
    sides = (before, after)
    apart = [OTHER_CAUSE.search(text, side.start, side.end) is not None for side in sides]
    acts = [_DOER_OR_ACT.search(text, side.start, side.end) is not None for side in sides]
    return apart in ([True, False], [False, True]) and acts[apart.index(False)]


def _is_whole(text: str, piece: Span) -> bool:
    """Whether the words say what was done, and where."""
    verb = _VERB.search(text, piece.start, piece.end)
    return verb is not None and _PLACE.search(text, piece.start, piece.end) is not None


_C = CLAUSES["coordinated"]
_DID = one_of({*_C["verbs"], *CLAUSES["joined"]["verbs"]})
_VERB = re.compile(rf"\b{_DID}\b")
_THEN = rf"(?:(?:{one_of(_C['then'])}|\w+ly)\s+)?"
_NOT_A_SUBJECT = rf"(?!{one_of(_C['not_subjects'])}\b)"
_SUBJECT = rf"{_NOT_A_SUBJECT}(?:[A-Z][a-z’'-]+\s+)?(?:(?!{one_of(_C['not_in_subjects'])}\b)[a-z\d][\w’'-]*\s+){{1,4}}?"
_JOINT = re.compile(rf"\s+(?P<right>{CLAUSES['and']['word']}\s+{_SUBJECT}{_DID}\b)")
_ON_A_DAY = (
    rf"(?:(?:{_C['on']}\s+)?{one_of(CLAUSES['days-apart']['days'])}\s+)?"  # "and on Tuesday burned a school"
)
_GOES_ON = re.compile(rf"{CLAUSES['and']['word']}\s+{_THEN}{_ON_A_DAY}{_DID}\b")
_LATER_LEFT = re.compile(  # but "and later withdrew from Masisi"
    rf"{CLAUSES['and']['word']}\s+(?:{one_of(_C['then'])}|\w+ly)\s+{one_of(_C['leaves'])}\b(?!\s+from\s+[A-Z])"
)
_BARE_JOINT = re.compile(rf"\s+(?P<right>{_GOES_ON.pattern})")
_NOUN_JOINT = re.compile(
    rf"\s+(?P<right>{CLAUSES['and']['word']}\s+{one_of(_C['one'])}\s+(?:[\w-]+\s+){{0,2}}?"
    rf"{one_of([*CLAUSES['told-again']['any'], *CLAUSES['told-again']['words']])}\b)"
)
_HARM_JOINT = re.compile(
    rf"(?:,|\s+(?={CLAUSES['and']['word']}\s))\s*(?P<right>(?:{CLAUSES['and']['word']}\s+)?{_SUBJECT}{one_of(_C['harmed'])}\b)"
)
OTHER_CAUSE = re.compile(rf"\b{one_of(CLAUSES['other-causes']['words'])}\b", re.IGNORECASE)
_DOER_OR_ACT = re.compile(
    rf"\b(?:{one_of(_C['by'])}|{one_of([*CLAUSES['told-again']['any'], *CLAUSES['told-again']['words']])})\b",
    re.IGNORECASE,
)
_ACTS = one_of(_C["acts"])
_ACT = re.compile(rf"\b{_ACTS}\b")
_SAME_SUBJECT = re.compile(
    rf"(?:,|\s+(?={CLAUSES['and']['word']}\s))\s*(?P<right>(?:{CLAUSES['and']['word']}\s+)?{_THEN}{_ACTS}\b)"
)
_MONTH = one_of(CLAUSES["captions"]["months"])
_DAY = re.compile(
    rf"\b(?:{one_of(CLAUSES['days-apart']['days'])}|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}(?!\d))\b"
)
_FRONTED = re.compile(
    rf"{one_of(_C['fronted'])}\s", re.IGNORECASE
)  # "As police fired in Lagos, gunmen killed three in Jos"
_AFTER_FRONTED = re.compile(rf",\s+(?P<right>{_SUBJECT}{_DID}\b)")
_NOT_A_NAME = rf"(?!{one_of(CLAUSES['unmapped']['barred'])}\b)"
_STANDS = re.compile(  # "in Djibo", and what is attacked itself: "raided Djibo and burned Arbinda"
    rf"\b(?:{one_of(_C['stands'])}\s+(?:{THE})?|{one_of(_C['takes_towns'])}\s+(?=(?:[A-Z][\w’'-]+\s?){{1,3}}(?:[,.;]|$|\b{one_of(_C['behind_towns'])}\b)))"
    rf"{_NOT_A_NAME}(?P<name>[A-Z][\w’'-]+)"
)
_COUNT = rf"(?:\d+(?:,\d{{3}})*|{one_of([*CLAUSES['counted']['numbers'], *_C['one']])})"
_COUNTS_ON = re.compile(  # "and five in Gusau", "and a trader near Anka", "and one in a shooting in Yala"
    rf"{CLAUSES['and']['word']}\s+{_COUNT}\s+(?:(?!{one_of(_C['not_in_subjects'])}\b|{_DID}\b)[a-z][\w’'-]*\s+){{0,3}}?"
    rf"(?:(?:in|by)\s+(?:an?|another)\s+(?:[a-z][\w-]*\s+){{1,4}}?)?{one_of(_C['stands'])}\s+(?:{THE})?{_NOT_A_NAME}(?P<name>[A-Z][\w’'-]+)"
    rf"(?:\s+[A-Z][\w’'-]+){{0,2}}(?=[.,;]|$|\s+{one_of([*_C['behind_towns'], *_C['behind_counts']])}\b)"
)
_COUNTED_JOINT = re.compile(rf",?\s+(?P<right>{_COUNTS_ON.pattern})")
_HARMED = re.compile(rf"\b{one_of(_C['harms'])}\b")
_BEFORE = one_of([*CLAUSES["unmapped"]["before"], *_C["reaches"]])
_NAME = rf"\s+{THE}(?!{one_of(CLAUSES['unmapped']['barred'])}\b)[A-Z]"
_PLACE = re.compile(rf"\b{_BEFORE}{_NAME}")
_PLACE_OR_FRONTED = re.compile(rf"\b(?i:{_BEFORE}){_NAME}")
