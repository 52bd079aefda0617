"""States that use force: "Turkey shelled the hills" is told of its forces, and so are "strikes by Israel"."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from dashboard.actors.dictionary import country_names, peoples
from dashboard.actors.model import ActorMention, ActorType, Branch, Category
from dashboard.actors.patterns import lexicon
from dashboard.language.lexicon import one_of
from dashboard.text import Span

_WORD = re.compile(r"\w+")


def states(text: str) -> Iterator[ActorMention]:
    """The forces of every country that is told to shell, strike or invade, or by which something is shelled.

    >>> [(each.text, each.name) for each in states("Iran fired missiles; Peru hosted talks.")]
    [('Iran', 'Military Forces of Iran')]
    >>> [(each.text, each.name) for each in states("Warplanes of Turkey struck a camp.")]
    [('Warplanes of Turkey', 'Military Forces of Turkey')]
    """
    words = set(_WORD.findall(text))
    named = tuple(name for needed, name in _words() if needed <= words)
    for pattern in _told(named) if named and _force().search(text) else ():
        for match in pattern.finditer(text):
            yield _state(text, Span(*match.span("state")), Branch.MILITARY, _armed(match))
    for pattern in (_as_people(tuple(sorted(many))),) if (many := words & _many().keys()) else ():
        for match in pattern.finditer(text):
            span = Span(*match.span("state"))
            yield _forces_of(text, span, _many()[span.of(text)])
    for match in _agreeing(named).finditer(text) if len(named) > 1 and _deal().search(text) else ():
        for group in ("state", "other"):
            yield _state(text, Span(*match.span(group)), Branch.GOVERNMENT)


def _forces_of(text: str, span: Span, iso: str) -> ActorMention:
    """An army, told as its people."""
    name = f"Military Forces of {country_names()[iso]}"
    return ActorMention(
        span, span.of(text), name, ActorType.STATE, Category.GENERIC, iso, branch=Branch.MILITARY
    )


@cache
def _many() -> dict[str, str]:
    """Names of peoples in the plural to ISO codes: "Russians"."""
    names = peoples()
    return {name: iso for name, iso in names.items() if name.endswith("s") and name[:-1] in names}


@lru_cache(maxsize=256)
def _as_people(named: tuple[str, ...]) -> re.Pattern[str]:
    """A people that fights as one: "the Russians shelled the town", "Russians dropped explosives"."""
    adverbs = rf"(?:\s+(?:{'|'.join(lexicon()['states']['adverbs'])}))*"
    return re.compile(
        rf"(?:\b[Tt]he\s+|(?m:^)|(?<=[.:;!?,]\s))(?P<state>{one_of(named)}){adverbs}\s+(?:{'|'.join(lexicon()['states']['as_one'])})\b"
    )


def _armed(match: re.Match[str]) -> Span | None:
    """The arms and the state whose they are: "warplanes of Turkey"; none where the state itself acts."""
    return Span(*match.span()) if match.groupdict().get("arms") else None


def _state(text: str, span: Span, branch: Branch, whole: Span | None = None) -> ActorMention:
    """The forces of the country named, or its government; ``whole`` is all that names them."""
    iso = _countries()[" ".join(span.of(text).split())]
    body = "Military Forces" if branch is Branch.MILITARY else "Government"
    name = f"{body} of {country_names()[iso]}"
    whole = whole or span
    return ActorMention(whole, whole.of(text), name, ActorType.STATE, Category.GENERIC, iso, branch=branch)


@cache
def _words() -> tuple[tuple[frozenset[str], str], ...]:
    return tuple((frozenset(_WORD.findall(name)), name) for name in _countries())


@cache
def _countries() -> dict[str, str]:
    """Names of countries as they stand in a sentence to ISO codes."""
    owners = {name[:-2]: iso for name, iso in peoples().items() if name.endswith(("'s", "’s"))}
    return {**owners, **lexicon()["states"]["also"]}


@cache
def _force() -> re.Pattern[str]:
    words = lexicon()["states"]
    return re.compile(
        rf"\b(?:{'|'.join((*words['verbs'], *words['begins'], *words['blows'], *words['doing'], *words['fights'], *words['fight_with'], *words['fought']))})\b",
        re.IGNORECASE,
    )


@cache
def _deal() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon()['states']['agree'])})\b")


@lru_cache(maxsize=256)
def _agreeing(named: tuple[str, ...]) -> re.Pattern[str]:
    """Two states that agree, or a deal between them: "Eritrea and Ethiopia signed a truce"."""
    words = lexicon()["states"]
    one = one_of(named)
    agree, deals = "|".join(words["agree"]), "|".join(words["deals"])
    return re.compile(
        rf"\b(?P<state>{one})\s+and\s+(?:the\s+)?(?P<other>{one})\s+(?:(?:have|had|also|on\s+\w+day)\s+)*(?:{agree})\b"
        rf"(?:(?=[^.;\n]{{0,80}}\b(?:{deals})\b)|(?<=agreed)|(?<=signed))"
    )


@lru_cache(maxsize=256)
def _told(named: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """How the countries named act; over all countries at once the search would cost more than the rest of the reading."""
    words = lexicon()["states"]
    name = rf"\b(?P<state>{one_of(named)})"
    does = f"(?:{'|'.join(words['verbs'])})"
    goes_on = rf"(?:{one_of(words['goes_on'])})\s+(?:{'|'.join(words['doing'])})"
    begins = rf"(?:{'|'.join(words['begins'])})\s+(?:[\w-]+\s+){{0,4}}?(?:{'|'.join(words['deeds'])})\b"
    adverbs = rf"(?:\s+(?:{'|'.join(words['adverbs'])}))*"
    says = rf"(?:\s+(?:{'|'.join(lexicon()['speech']['announcing'] + words['says'])})\s+(?:that\s+)?(?:it|its\s+[\w-]+)\b)?"
    blows = "|".join((*words["blows"], *words["begins"]))
    by = rf"\b(?i:{does}|{blows})\s+(?:{one_of(words['by'])})\s+(?:the\s+)?(?!(?<=from\s)(?:{one_of(words['others_fire_from'])})\b){name}"
    people = rf"(?!['’-]|\s+(?:{'|'.join(words['people'])})\b)"
    fight = rf"\b(?i:{'|'.join(words['fights'])})(?:\s+(?:{'|'.join(words['fight_on'])}))?\s+between\s+"
    fought = rf"\s+(?:{'|'.join(words['fought'])})\b"
    accused = rf"\b(?:{'|'.join(words['accused'])})\s+{name}\s+(?:of|for)\s+(?:the\s+|an?\s+)?"
    acts = "|".join((*words["doing"], *words["blows"]))
    not_there = "".join(rf"(?<!\b{word} )" for word in words["not_after"])
    return (
        re.compile(
            rf"\b(?={one_of(named)})(?<![-/]){not_there}{name}{says}{adverbs}\s+(?:{does}|{begins}|{goes_on})\b(?!\s+by\b)"
        ),
        re.compile(rf"{by}(?!['’-]|\s+[A-Z])"),
        re.compile(
            rf"{fight}(?:the\s+)?{name}{people}(?=\s+and\b)(?!\s+and\s+(?:{one_of(named)})\s+[a-z]+s\b)"
        ),
        re.compile(rf"{fight}[^.;,\n]{{1,50}}?\s+and\s+(?:the\s+)?{name}{people}"),
        re.compile(rf"{name}(?=\s+and\s+[^.;,\n]{{1,40}}?{fought})"),
        re.compile(rf"\band\s+{name}(?={fought})"),
        re.compile(rf"\b(?:{'|'.join(words['fight_with'])})\s+(?:the\s+)?{name}{people}"),
        re.compile(rf"{accused}(?:{acts})\b"),
        re.compile(
            rf"\b(?P<arms>(?i:{'|'.join(words['armed'])}))\s+of\s+(?:the\s+)?{name}{people}(?!\s+[A-Z])"
        ),
    )
