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
    if joint := _own_days(text, clause):
        yield from statements(text, Span(start, joint.start()))
        yield from statements(text, Span(joint.start("right"), clause.end))
        return
    fronted = _AFTER_FRONTED.finditer(text, start, clause.end) if _FRONTED.match(text, start) else ()
    joints = chain(
        fronted,
        *(
            each.finditer(text, start, clause.end)
            for each in (_HARM_JOINT, _JOINT, _SAME_SUBJECT, _ELIDED, _ELIDED_DAY)
        ),
    )
    for joint in sorted(joints, key=re.Match[str].start):
        before, after = Span(start, max(start, joint.start())), Span(joint.start("right"), clause.end)
        if joint.re is _SAME_SUBJECT:
            near = Span(max(before.start, before.end - _REACH), before.end)
            parts = _acts_elsewhere(text, near, Span(after.start, min(after.end, after.start + _REACH)))
        elif joint.re is _HARM_JOINT:
            parts = _is_of_two_causes(text, before, after)
        elif joint.re in _ELISIONS:
            parts = after.start > start and _is_more_of_one_act(text, Span(clause.start, before.end), joint)
        else:
            parts = _is_whole(text, before) and _PLACE.search(text, after.start, after.end) is not None
        if parts:
            yield before
            start = after.start
    yield Span(start, clause.end)


def goes_on(clause: str) -> bool:
    """Whether it does more of whoever did what stands before it: "and struck Kherson"; not "and later withdrew", how that ended."""
    return _GOES_ON.match(clause) is not None and _LATER_LEFT.match(clause) is None


def is_elided(clause: str) -> bool:
    """Whether it only says whom or where else what stands before it was done: "and three in Maru", "and then Minova on Monday"."""
    return any(each.match(f", {clause}") for each in _ELISIONS)


def _is_more_of_one_act(text: str, before: Span, joint: re.Match[str]) -> bool:
    """Whether an act is told before words for one more place of it, of another name, and on a day as well where these have one."""
    near = Span(max(before.start, before.end - _REACH), before.end)
    if joint.re is _ELIDED_DAY and _DAY.search(text, near.start, near.end) is None:
        return False
    names = {each["name"] for each in _PART.finditer(text, near.start, near.end)}
    placed = joint.re is _ELIDED_DAY or bool(names)
    acted = _ACTED.search(text, near.start, near.end) is not None or is_elided(near.of(text))
    return placed and acted and joint["name"] not in names


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
_NUMBER = rf"(?:{one_of(CLAUSES['counted']['numbers'])}|(?!(?:19|20)\d\d\b)\d[\d,]*)"  # but no year: "Feb 28, 2015 in Kirkuk"
_MORE = rf"\s+(?:(?!{one_of(_C['parts'])}\b|{_DID}\b)[\w’'-]+\s+){{0,4}}?"  # people, or things
_IN_AN_ACT = rf"(?:{one_of(_C['parts'])}\s+{one_of(_C['one'])}\s+(?:[\w-]+\s+){{1,3}}?)?"
_AND = rf"{CLAUSES['and']['word']}\s+{_THEN}"
_HIS = rf"{one_of(_C['his'])}\s+(?:(?!{one_of(CLAUSES['told-again']['remains'])}\b|\w+ed\b)[\w-]+\s+){{1,2}}?"  # "his driver"; but "his body found"
_WHOM = rf"(?:(?:{one_of(_C['whither'])}\s+)?(?:(?:{one_of(_C['one'])}|{_NUMBER}){_MORE}|{_HIS}))?"
_NAMED = rf"{_NOT_A_NAME}(?P<name>[A-Z][\w’'-]+)(?:\s+(?:{one_of(_C['in_names'])}[\s-])?[A-Z][\w’'-]+)*"
_BEHIND_PART = rf"(?=[,.;:)]|\s*$|\s\(|\s+(?:{one_of(_C['behind_parts'])}|(?:an?|{_NUMBER})\s+{one_of(_C['lengths'])})\b)"
_ELIDED = re.compile(  # "and three in Maru", "and a clinic in Funtua", "and in Sfax"; behind a comma alone "two in Maru"
    rf"(?:,?\s+(?={_AND})|,\s+(?={_NUMBER}\s))(?P<right>(?:{_AND})?{_WHOM}{_IN_AN_ACT}{one_of(_C['parts'])}\s+{THE}{_NAMED}{_BEHIND_PART})"
)
_ELIDED_DAY = re.compile(  # "and then Minova on Monday", behind a comma "Minova on Saturday"
    rf"(?:,?\s+(?={_AND})|,\s+(?={_THEN}[A-Z]))(?P<right>(?:{_AND}|{_THEN}){_WHOM}(?:{one_of(_C['parts'])}\s+)?{THE}{_NAMED}"
    rf"\s+(?:{_C['on']}\s+)?{one_of(CLAUSES['days-apart']['days'])}\b{_BEHIND_PART})"
)
_PART = re.compile(rf"\b{one_of(_C['parts'])}\s+{THE}{_NAMED}")
_ELISIONS = (_ELIDED, _ELIDED_DAY)
_ACTED = re.compile(
    rf"\b{one_of({*_C['acts'], *_C['verbs'], *CLAUSES['told-again']['any'], *CLAUSES['told-again']['words'], *CLAUSES['joined']['acts']})}\b"
)
_BEFORE = one_of([*CLAUSES["unmapped"]["before"], *_C["reaches"]])
_NAME = rf"\s+{THE}(?!{one_of(CLAUSES['unmapped']['barred'])}\b)[A-Z]"
_PLACE = re.compile(rf"\b{_BEFORE}{_NAME}")
_PLACE_OR_FRONTED = re.compile(rf"\b(?i:{_BEFORE}){_NAME}")
