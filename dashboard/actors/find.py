"""Who is named in a text: names of the dictionary first, then patterns, then "the organization"."""

import re
from dataclasses import replace
from datetime import date

from dashboard.actors.back import with_references, with_speakers
from dashboard.actors.model import ANAPHORA, GENERIC, NAMED, SPEAKER, ActorMention
from dashboard.actors.named import named
from dashboard.actors.unlisted import unlisted
from dashboard.actors.unnamed import home_of, peoples_in, unnamed

# "fighters of the “Islamic State” organization": the members are no actor beside their group.
_MEMBERS_OF_BARE = re.compile(r"\s+(?:of|from|belonging\s+to)\s+")
_MEMBERS_OF = re.compile(r"\s+(?:of|from|belonging\s+to)\s+(?:the\s+)?[“\"‘']?")


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
    taken = {at for each in listed for at in range(each.span.start, each.span.end)}
    more = [each for each in unlisted(text, home) if taken.isdisjoint(range(each.span.start, each.span.end))]
    found = _longest([*listed, *more, *unnamed(text, people, home)])
    whole = with_references(text, with_speakers(text, found))
    return [_sided(each, home) for each in _without_members(text, whole)]


def _longest(found: list[ActorMention]) -> list[ActorMention]:
    """Names before patterns, longer before shorter, none overlapping; in the order of the text."""
    order = sorted(
        found, key=lambda each: (each.category != NAMED, each.span.start - each.span.end, each.span.start)
    )
    taken = [False] * (max((each.span.end for each in found), default=0) + 1)
    kept = []
    for each in order:
        if not any(taken[each.span.start : each.span.end]):
            taken[each.span.start : each.span.end] = [True] * (each.span.end - each.span.start)
            kept.append(each)
    return sorted(kept, key=lambda each: each.span)


def _without_members(text: str, found: list[ActorMention]) -> list[ActorMention]:
    groups = {each.span.start for each in found if each.category in (NAMED, ANAPHORA, SPEAKER)}
    return [each for each in found if each.category != GENERIC or not _leads_to(text, each.span.end, groups)]


def _leads_to(text: str, end: int, starts: set[int]) -> bool:
    of = _MEMBERS_OF.match(text, end)
    the = _MEMBERS_OF_BARE.match(text, end)
    return bool((of and of.end() in starts) or (the and the.end() in starts))


def _sided(each: ActorMention, home: str) -> ActorMention:
    """Another country's forces are external."""
    abroad = each.type == "State Forces" and home and each.country and each.country != home
    return replace(each, type="External/Other Forces") if abroad else each
