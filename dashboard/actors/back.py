"""Who is meant by "the organization", "the extremists", "its fighters"; and who only tells of it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter

from dashboard.actors.dictionary import peoples
from dashboard.actors.model import ActorMention, ActorType, Branch, Category
from dashboard.actors.patterns import lexicon
from dashboard.language import end_of
from dashboard.language.lexicon import one_of
from dashboard.language.spans import Taken, earliest
from dashboard.text import Span

_SPAN = attrgetter("span")
_ARMED = frozenset({ActorType.REBELS, ActorType.POLITICAL, ActorType.IDENTITY})
_FORCES = frozenset({ActorType.STATE, ActorType.EXTERNAL})
_BESIDE = re.compile(rf"\s+(?:{one_of(lexicon()['bodies']['together'])})\s+")
_FAR = 300  # characters: what is said further on is another's


@dataclass(frozen=True, slots=True)
class _Reference:
    """Words that refer back to one of some sides, or of any ("*"); ``near``: to one named a little before in its paragraph."""

    match: re.Pattern[str]
    sides: frozenset[str]
    near: bool


def with_speakers(text: str, found: list[ActorMention]) -> list[ActorMention]:
    """The mentions with those that only say, announce or are quoted marked as speakers."""
    said = [match.start() for match in _saying().finditer(text)]
    return [
        replace(each, category=Category.SPEAKER)
        if _near(said, each.span) and _only_speaks(text, each)
        else each
        for each in found
    ]


def _only_speaks(text: str, each: ActorMention) -> bool:
    """Whether it tells of what others did: "the army announced a strike" is its own."""
    announces = each.type in _ARMED | _FORCES and each.branch is not Branch.POLICE
    return _speaks(text, each.span) and not (announces and _announcing().match(text, each.span.end))


@cache
def _announcing() -> re.Pattern[str]:
    words = lexicon()["speech"]
    some = rf"(?:(?:{one_of(words['whose'])})\s+)+"
    return re.compile(rf"\s+(?:{'|'.join(words['announcing'])})\s+{some}(?:{'|'.join(words['deeds'])})\b")


def _near(said: list[int], span: Span) -> bool:
    """Whether a word of speech stands near: most actors need no closer look."""
    return bisect_right(said, span.end + 120) > bisect_left(said, span.start - 60)


@cache
def _saying() -> re.Pattern[str]:
    words = lexicon()["speech"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words['says'] + words['mouths'] + words['quoting'])})")


def _speaks(text: str, span: Span) -> bool:
    after, before, beside = _speech()
    start = max(0, span.start - 60)
    if after.match(text, span.end):
        return True
    if _COUNTED.match(
        text, span.start, span.end
    ):  # "officials said eight people, two of them girls, were killed"
        return bool(before.search(text, start, span.start))
    return bool(before.search(text, start, span.start)) or bool(
        beside.search(text, start, span.start) and _ENDS.match(text, span.end)
    )


_COUNTED = re.compile(rf"(?:\d|(?:{one_of(lexicon()['speech']['counted'])})\b)", re.IGNORECASE)
_PLACED = one_of(lexicon()["speech"]["placed"])
_ENDS = re.compile(rf"(?:\s+[Ss]tation)?(?:\s+(?:{_PLACED})\s+[^,.;:\n]{{1,40}})?\s*(?:$|[.,;:\n)])")


@cache
def _speech() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = lexicon()["speech"]
    says = "|".join(words["says"])
    after = rf"(?:['’]s?)?(?:\s+(?:{'|'.join(words['mouths'] + words['heads'])}))?(?:\s+(?:{_PLACED})\s+[^,.;:]{{1,30}})?(?:\s+(?:{words['ranks']}\.|[A-Z]\.|[A-Z][\w’'-]*(?!\.))){{0,4}}(?:,\s[^,.;]{{1,60}},|\s\([^()\n]{{1,40}}\)|,?\s+{words['unnamed']}[^,.;]{{0,60}}?,?)?\s+(?:(?:{one_of(words['auxiliary'])})\s+)*{words['not_done']}(?:{says})\b"
    mouth = rf"(?:['’]s?)?\s+(?:{'|'.join(words['mouths'])})\b"
    before = rf"\b(?:{'|'.join(words['quoting'])})\s+(?:(?:{one_of(words['before'])}|\w+ian)\s+)*[“\"]?$"
    office = rf"(?:{one_of(words['in_charge'])}|{'|'.join(words['heads'])})\s+(?:{_PLACED})\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s+){{0,3}}"
    beside = rf"\b(?:{says})\s+(?:(?:{one_of(words['before'])})\s+)*(?:{office})?$"
    return tuple(re.compile(each) for each in (f"{after}|{mouth}", before, beside))  # type: ignore[return-value]


def with_references(text: str, found: list[ActorMention]) -> list[ActorMention]:
    """The mentions with those words that refer back read as the armed group named last before them."""
    groups = [
        each
        for each in found
        if each.category in (Category.NAMED, Category.SPEAKER) and each.type in _ARMED and each.side
    ]
    firm = [each for each in found if each.category in (Category.NAMED, Category.SPEAKER)]
    named = Taken(text, map(_SPAN, firm))
    referring = (
        *_of_speakers(text, found),
        *_of_sides(text, groups),
        *_of_owners(text, found),
        *_of_us(text, found),
        *_by_last_word(text, groups),
    )
    back = earliest((each for each in referring if named.free(each.span)), _SPAN)
    taken = Taken(text, map(_SPAN, back))
    others = [
        each
        for each in found
        if each.category not in (Category.NAMED, Category.SPEAKER) and taken.free(each.span)
    ]
    return sorted((*firm, *others, *back), key=lambda each: each.span)


def _of_sides(text: str, groups: list[ActorMention]) -> Iterator[ActorMention]:
    """The group of such a side that was named last, for "the organization", "the extremists"."""
    if not groups:
        return
    alone = len({each.name for each in groups}) == 1
    for reference in _references():
        fit = [each for each in groups if "*" in reference.sides or each.side in reference.sides]
        ends = [each.span.end for each in fit]
        for match in reference.match.finditer(text):
            before = bisect_right(ends, match.start())
            if before and _BESIDE.fullmatch(text, ends[before - 1], match.start()):
                before = _another(fit, before)  # "between A and the group": the group is not A
            if not before:
                continue
            if alone or not (reference.near and _is_far(text, ends[before - 1], match.start())):
                yield _same(fit[before - 1], match)


def _by_last_word(text: str, groups: list[ActorMention]) -> Iterator[ActorMention]:
    """The group whose name ends so, for "the Front", "Council fighters": only one of them may."""
    ends: dict[str, set[str]] = {}
    for each in groups:
        last = each.name.split()[-1] if " " in each.name else ""
        if last in _bodies():
            ends.setdefault(last, set()).add(each.name)
    for last, names in ends.items():
        first = next(each for each in groups if each.name in names)
        for match in _short_form(last).finditer(text, first.span.end) if len(names) == 1 else ():
            yield _same(first, match)


@cache
def _bodies() -> frozenset[str]:
    return frozenset(lexicon()["back-by-body"]["words"])


@cache
def _short_form(last: str) -> re.Pattern[str]:
    """The last word of a name with a capital, by itself behind "the", or before its men."""
    men = one_of(lexicon()["bodies"]["men"])
    return re.compile(
        rf"(?<![A-Z]\w )\b(?:[Tt]he\s+{last}\b(?!\s+(?:[A-Z]|of\b|for\b))|{last}\s+(?:{men})\b)"
    )


def _is_far(text: str, end: int, start: int) -> bool:
    return start - end > _FAR or "\n" in text[end:start]


def _same(actor: ActorMention, match: re.Match[str]) -> ActorMention:
    return replace(actor, span=Span(*match.span()), text=match.group(), category=Category.ANAPHORA)


def _another(groups: list[ActorMention], before: int) -> int:
    """How many of the groups there are up to the last that is not the one named last."""
    last = groups[before - 1].name
    return next((at for at in range(before - 1, 0, -1) if groups[at - 1].name != last), 0)


@cache
def _references() -> tuple[_Reference, ...]:
    return tuple(
        _Reference(
            re.compile(rf"\b(?:{row['match']})(?!\w)"), frozenset(row["sides"]), row.get("near", False)
        )
        for row in lexicon()["back"]
    )


def _of_speakers(text: str, found: list[ActorMention]) -> Iterator[ActorMention]:
    """The speaker for "it had shelled", "its fighters", "one soldier" in what it says."""
    armed = _ARMED | _FORCES
    for at, each in enumerate(found):
        if each.category != Category.SPEAKER or each.type not in armed or each.branch is Branch.POLICE:
            continue
        end = end_of(text, each.span.end, _FAR)
        for match in _own().finditer(text, each.span.end, end):
            yield _same(each, match)
        for other in found[at + 1 :]:
            if other.span.start >= end:
                break
            if _is_plain_force(other) and each.type in _FORCES and other.country != each.country:
                yield replace(each, span=other.span, text=other.text, category=Category.GENERIC)


def _is_plain_force(each: ActorMention) -> bool:
    """A force of a country that the words do not tell."""
    first = each.text.split()[0]
    return (
        each.category == Category.GENERIC
        and each.type in _FORCES
        and first not in peoples()
        and each.text.islower()
    )


def _of_owners(text: str, found: list[ActorMention]) -> Iterator[ActorMention]:
    """The armed group or army named last, for "its fighters"."""
    owners = [each for each in found if each.type in _ARMED | _FORCES and _is_known(each)]
    groups = [each for each in owners if each.type in _ARMED]
    for match in _owned().finditer(text):
        among = groups if match["group"] else owners  # soldiers are an army's, fighters a group's
        before = bisect_right(among, match.start(), key=lambda each: each.span.end)
        if before and match.start() - among[before - 1].span.end <= _FAR:
            yield _same(among[before - 1], match)


def _of_us(text: str, found: list[ActorMention]) -> Iterator[ActorMention]:
    """Who speaks, for "our fighters": named before the quotation, else the armed group whose office the report is from."""
    ours = [*_us().finditer(text)]
    if not ours:
        return
    armed = [each for each in found if each.type in _ARMED | _FORCES and _is_known(each)]
    offices = (each for each in armed if each.type in _ARMED and each.span.end < _FAR)
    issuer = next((each for each in offices if _office().match(text, each.span.end)), None)
    for match in ours:
        before = bisect_right(armed, match.start(), key=lambda each: each.span.end)
        last = armed[before - 1] if before else None
        quoting = last is not None and _QUOTED.fullmatch(text, last.span.end, match.start())
        speaker = last if quoting else issuer
        if speaker is not None:
            yield _same(speaker, match)


_QUOTED = re.compile(r"[^.\n]{0,60}[:,]\s*[“\"][^”\"\n]{0,200}")


@cache
def _us() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lexicon()['us']['match']})\b")


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s)?(?:\s+[\w-]+){{0,2}}\s+(?:{lexicon()['us']['offices']})\b", re.IGNORECASE)


def _is_known(each: ActorMention) -> bool:
    """Whether it is a group by its name, or an army; "gunmen" may be anybody's."""
    named = each.category in (Category.NAMED, Category.SPEAKER, Category.ANAPHORA)
    return named or (each.category is Category.GENERIC and each.branch is Branch.MILITARY)


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lexicon()['owned']['match']})")


@cache
def _own() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lexicon()['own']['match']})\b")
