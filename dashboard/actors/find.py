"""Who is named in a text: names of the dictionary first, then patterns, then "the organization"."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from operator import attrgetter

from dashboard.actors.back import with_references, with_speakers
from dashboard.actors.dictionary import at_one_home
from dashboard.actors.model import OF_STATES, ONCE_ARMED, ActorMention, ActorType, Branch, Category
from dashboard.actors.named import SHORT, named
from dashboard.actors.patterns import lexicon
from dashboard.actors.proven import proven
from dashboard.actors.sections import country_at
from dashboard.actors.states import states
from dashboard.actors.unlisted import unlisted
from dashboard.actors.unnamed import home_of, peoples_in, unnamed
from dashboard.language.lexicon import one_of
from dashboard.language.spans import Taken, longest

_SPAN = attrgetter("span")
# "fighters of the “Islamic State” organization": the members are no actor beside their group.
_OF = one_of(lexicon()["bodies"]["members_of"])
_PEOPLE_OF = re.compile(rf"\b(?:{one_of(lexicon()['bodies']['people_of'])})$")
_FORMER = rf"\b(?:{'|'.join(lexicon()['bodies']['former'])})\s*"
_ONCE = re.compile(rf"{_FORMER}$", re.IGNORECASE)
_ONCE_OF = re.compile(
    rf"{_FORMER}(?:[\w-]+\s+)?(?:{lexicon()['bodies']['once_armed']})\s+(?:{_OF})\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ONCE_ARMED = re.compile(rf"\b(?:{lexicon()['bodies']['once_armed']})$", re.IGNORECASE)
_GROUP = 1.5  # a group's name tells more of where a report is from than a town's
_WORD = 15  # characters before somebody's name
_PHRASE = 50  # and where "former members of the" stands there
_MEMBERS_OF_BARE = re.compile(rf"\s+(?:{_OF})\s+")
_OTHERS = re.compile(
    rf"['’]s?\s+(?:\w+\s+)?(?:{one_of(lexicon()['bodies']['kin'])})\b|-(?:{one_of(lexicon()['bodies']['whose'])})\b"
)  # "a soldier's wife", "a junta-appointed teacher"
_MEMBERS_OF = re.compile(rf"\s+(?:{_OF})\s+(?:the\s+)?[“\"‘']?")


def find(text: str, country: str = "", day: date | None = None) -> list[ActorMention]:
    """The actors of a text, in order, the longest match at each word, none overlapping.

    ``country`` (ISO) tells whose "regime forces" and "the army" are; without it the people most often
    named in the text tells. Forces of another country than that are external. ``day`` is the report's:
    who was not active then is not meant.

    >>> [(each.text, each.name) for each in find("ISIS fighters and Syrian regime forces clashed")]
    [('ISIS fighters', 'Islamic State'), ('Syrian regime forces', 'Military Forces of Syria')]
    """
    people = list(peoples_in(text))
    home = country or home_of(text, people)
    listed = list(named(text, home, day))
    taken = Taken(text, (each.span for each in listed))
    more = [each for each in (*unlisted(text, home), *proven(text, home)) if taken.free(each.span)]
    every = [*listed, *more, *states(text), *unnamed(text, people, home)]
    found = longest(text, every, _SPAN, lambda each: each.category == Category.NAMED)  # names before patterns
    found = [
        each
        for each in found
        if each.category is Category.CIVILIANS or not _OTHERS.match(text, each.span.end)
    ]
    found = [_as_civilian(each) if _is_former(text, each) else each for each in found]
    whole = with_references(text, with_speakers(text, found))
    return [
        _sided(each, country_at(text, each.span.start, home))
        for each in _with_short_names(_without_members(text, whole))
    ]


def homes(text: str, day: date | None = None) -> dict[str, float]:
    """What the bodies of a text that are at home in one country and nowhere else say for it (ISO); states' own may fight abroad.

    >>> homes("The LTTE shelled the army.")
    {'LK': 1.5}
    """
    known = at_one_home()
    found = {
        each.name
        for each in named(text, "", day)
        if each.type not in OF_STATES and len(each.text) > SHORT and each.name in known
    }
    counts = Counter(known[name] for name in found)
    return {iso: _GROUP * count for iso, count in counts.items()}


def _is_former(text: str, each: ActorMention) -> bool:
    """Whether somebody was armed once: "three former FARC combatants", "former members of the army"; a person, and no group."""
    if each.type in (ActorType.CIVILIANS, ActorType.PROTESTERS, ActorType.RIOTERS):
        return False
    start = each.span.start
    if _ONCE.search(text, max(0, start - _WORD), start):
        return _ONCE_ARMED.search(each.text) is not None
    of_it = _ONCE_OF.search(text, max(0, start - _PHRASE), start)
    return of_it is not None and each.type in OF_STATES  # "ex-members of the sect came in" are told as its


def _as_civilian(each: ActorMention) -> ActorMention:
    return replace(
        each,
        name="Civilians",
        type=ActorType.CIVILIANS,
        category=Category.CIVILIANS,
        branch=Branch.NONE,
        group=ONCE_ARMED,
    )


def _with_short_names(found: list[ActorMention]) -> list[ActorMention]:
    """The mentions, a state's forces each with the short name ("SAF") that the text gives them anywhere."""
    told = {each.name: each.group for each in found if each.category is Category.NAMED and each.group}
    return [
        replace(each, group=told[each.name]) if not each.group and each.name in told else each
        for each in found
    ]


def _without_members(text: str, found: list[ActorMention]) -> list[ActorMention]:
    known = (Category.NAMED, Category.ANAPHORA, Category.SPEAKER)
    groups = {each.span.start for each in found if each.category in known}
    armed = {each.span.start for each in found if each.branch is not Branch.NONE}
    return [
        each
        for each in found
        if not (each.category is Category.GENERIC and _leads_to(text, each.span.end, groups))
        and not (_PEOPLE_OF.search(each.text) and _leads_to(text, each.span.end, groups | armed))
    ]


def _leads_to(text: str, end: int, starts: set[int]) -> bool:
    of = _MEMBERS_OF.match(text, end)
    the = _MEMBERS_OF_BARE.match(text, end)
    return bool((of and of.end() in starts) or (the and the.end() in starts))


def _sided(each: ActorMention, home: str) -> ActorMention:
    """Another country's forces are external."""
    abroad = each.type == ActorType.STATE and home and each.country and each.country != home
    return replace(each, type=ActorType.EXTERNAL) if abroad else each
