"""Armed groups that are not in the dictionary, known by the form of their names ("Liberation Army")."""

import re
from collections.abc import Iterator
from functools import cache

from dashboard.actors.dictionary import peoples
from dashboard.actors.model import ActorMention, ActorType, Category
from dashboard.actors.patterns import lexicon
from dashboard.language.lexicon import one_of
from dashboard.text import Span


def unlisted(text: str, home: str) -> Iterator[ActorMention]:
    """Names of several capital words with a cause ("Liberation") and a body under arms ("Army"), as they stand.

    >>> [each.name for each in unlisted("Fighters of the Blue Hills Liberation Army came.", "")]
    ['Blue Hills Liberation Army']
    """
    for match in _form().finditer(text):
        span = Span(*match.span())
        name = " ".join(match.group().split())
        yield ActorMention(span, span.of(text), name, ActorType.REBELS, Category.NAMED, home, "opposition")
    for match in _armed().finditer(text):
        if match["name"] not in _not_named():
            span = Span(*match.span("whole"))
            name = f"{match['name']} Militia"
            yield ActorMention(
                span, span.of(text), name, ActorType.IDENTITY, Category.NAMED, home, "communal"
            )
    for match in _ethnic().finditer(text):
        span, people = Span(*match.span()), match["people"] or match["of"] or match["armed"]
        if people in _not_named():
            continue
        yield ActorMention(
            span, span.of(text), f"{people} Militia", ActorType.IDENTITY, Category.NAMED, home, "communal"
        )
    for name, span in _in_pairs(text):
        yield ActorMention(
            span, span.of(text), f"{name} Militia", ActorType.IDENTITY, Category.NAMED, home, "communal"
        )
    for name, kind, span in (*_gangs(text), *_fronts(text, home)):
        yield ActorMention(span, span.of(text), name, kind, Category.NAMED, home, _SIDES[kind])


_SIDES = {ActorType.POLITICAL: "criminal", ActorType.REBELS: "opposition"}


_AHEAD = 60  # characters


def _in_pairs(text: str) -> Iterator[tuple[str, Span]]:
    """Two peoples told with one word for both: "Kusasi and Mamprusi militias", "men from the Awlad Buhmeira and the Awlad Saqr tribes"."""
    for match in _pair().finditer(text):
        first = match.start("one")
        if match["unarmed"] and not _at_odds().search(text[max(0, first - _AHEAD) : first]):
            continue
        for which in ("one", "other"):
            if match[which] not in _not_named():
                end = match.end() if which == "other" else match.end(which)
                yield match[which], Span(match.start(which), end)


def _gangs(text: str) -> Iterator[tuple[str, ActorType, Span]]:
    """Gangs by their own names: "the Titanyen gang"."""
    for match in _gang().finditer(text):
        if match["name"] not in _not_named():
            yield f"{match['name']} Gang", ActorType.POLITICAL, Span(*match.span("whole"))


_NAME = r"[A-Z][a-z][\w’'-]{1,30}(?:\s[A-Z][a-z][\w’'-]{1,30})?"


@cache
def _ethnic() -> re.Pattern[str]:
    """Men of a people, armed: "Dinka youth", "members of the Misseriya tribe"."""
    words = lexicon()["unlisted"]
    people, men = f"(?:{one_of(words['ethnic'])})", f"(?:{one_of(words['ethnic_men'])})"
    some, tribe = f"(?i:{one_of(words['ethnic_of'])})", f"(?:{one_of(words['tribe'])})"
    armed = f"(?:{'|'.join(words['armed_people'])})"
    theirs = rf"(?P<people>{people})\s+(?:ethnic\s+)?{men}"
    of = rf"{some}\s+(?:of|from)\s+the\s+(?P<of>{_NAME})\s+{tribe}"
    under_arms = rf"(?i:armed)\s+(?P<armed>{_NAME})\s+{armed}"
    return re.compile(rf"\b(?:{theirs}|{of}|{under_arms})\b")


def _fronts(text: str, home: str) -> Iterator[tuple[str, ActorType, Span]]:
    """Parts of a guerrilla force by their own names, where one has such: "the Carlos Patiño front"."""
    whose = lexicon()["unlisted"]["fronts_of"].get(home)
    for match in _front().finditer(text) if whose else ():
        if match["name"] in lexicon()["unlisted"]["no_fronts"]:
            continue
        yield f"{match['name']} Front ({whose})", ActorType.REBELS, Span(*match.span("whole"))


@cache
def _front() -> re.Pattern[str]:
    words = lexicon()["unlisted"]
    name = r"[A-Z][\w’'-]{1,30}"
    return re.compile(
        rf"(?<=[a-z] )(?P<whole>(?P<name>{name}(?:\s+{name}){{0,2}})\s+(?:{one_of(words['fronts'])})\b)"
    )


@cache
def _gang() -> re.Pattern[str]:
    words = lexicon()["unlisted"]
    name = r"[A-Z][\w-]{1,30}"
    return re.compile(
        rf"(?<=[a-z] )(?P<whole>(?P<name>{name}(?:\s+{name}){{0,2}})\s+(?:{one_of(words['gangs'])})\b)"
    )


@cache
def _armed() -> re.Pattern[str]:
    """A name of one word before armed men: "Kuki militants"; at the head of a sentence any word has a capital."""
    words = lexicon()["unlisted"]
    before = rf"(?=[A-Z])(?:(?<=[a-z,] )|(?<=[a-z]  )|(?:{one_of(words['suspects'])})\s+)"
    return re.compile(
        rf"{before}(?P<whole>(?P<name>[A-Z][a-z]{{2,20}}(?:-[A-Z][a-z]+)?)\s+(?:(?:{one_of(words['communal'])})\s+)?(?:{one_of(words['armed'])})\b)"
    )


@cache
def _pair() -> re.Pattern[str]:
    words = lexicon()["unlisted"]
    armed = rf"(?:(?:{one_of(words['communal'])})\s+)?(?:{one_of(words['armed'])})"
    tribes, unarmed = one_of(words["tribes"]), one_of(words["communities"])
    ahead = rf"(?:{one_of(words['before_two'])})\s+(?:the\s+)?"
    return re.compile(
        rf"\b(?i:{ahead})(?P<one>{_NAME})\s+(?:{one_of(words['joined'])})\s+(?:the\s+)?(?P<other>{_NAME})\s+"
        rf"(?:{armed}|{tribes}|(?P<unarmed>{unarmed}))\b"
    )


@cache
def _at_odds() -> re.Pattern[str]:
    """Words for a fight up to its two sides: "clashes in Mangu between the"."""
    words = lexicon()["unlisted"]
    return re.compile(
        rf"\b(?:{one_of(words['at_odds'])})\s+(?:[\w-]+\s+){{0,4}}?(?:{one_of(words['of_two'])})\s+(?:the\s+)?$",
        re.IGNORECASE,
    )


@cache
def _not_named() -> frozenset[str]:
    owners = {name for name in peoples() if not name.endswith("s")}
    countries = {name.removesuffix("'s") for name in peoples()}
    words = lexicon()["unlisted"]
    bodies = {each.replace("?", "") for each in words["bodies"]}
    return frozenset({*words["not_named"], *bodies, *owners, *countries})


@cache
def _form() -> re.Pattern[str]:
    words = lexicon()["unlisted"]
    cause, body = "|".join(words["causes"]), "|".join(words["bodies"])
    name = r"[A-Z][\w’'-]{1,40}"  # bounded, so that a page without blanks stays linear
    first = rf"(?!(?:{'|'.join(words['never_first'])})\b){name}\s+"
    more = rf"(?:{name}\s+)"
    of = one_of(words["of"])
    tail = rf"(?:\s+(?:{of})\s+{name}(?:\s+(?:(?:{of})\s+)?{name}){{0,3}})"
    return re.compile(rf"\b{first}{more}{{0,3}}?(?:{cause})\s+{more}?(?:{body})\b{tail}?")
