"""What an actor does in a clause: acts, suffers, helps, or only speaks of it.

The words right before and after the actor decide (semantic_roles.toml), then its position before or after the
trigger. On sentences with known actors that does as well as a dependency parse, at none of its cost.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from dashboard.actors import ActorMention
from dashboard.actors.model import Category
from dashboard.extraction.lexicon import one_of
from dashboard.language.lexicon import lexicon
from dashboard.text import Span, lowered

LEXICON = lexicon("semantic_roles")


def any_phrase(phrases: Sequence[str]) -> str:
    """The phrases of a row of the lexicon, which are patterns, as one alternative; a blank in them is any blank."""
    return f"(?:{'|'.join(phrases)})".replace(" ", r"\s+")


class SemanticRole(StrEnum):
    """What an actor does in an event."""

    ACTS = "acts"
    SUFFERS = "suffers"
    HELPS = "helps"
    TELLS = "tells"


def semantic_roles(
    quote: str, start: int, trigger: Span, actors: Sequence[ActorMention]
) -> Iterator[SemanticRole]:
    """The role of each actor of a clause, in their order.

    ``start`` is where the clause begins in the report, ``trigger`` where its event's words stand in the clause.
    """
    end, last = 0, SemanticRole.ACTS
    for at, actor in enumerate(actors):
        here, after = actor.span.start - start, actor.span.end - start
        following = actors[at + 1].span.start - start if at + 1 < len(actors) else len(quote)
        if only_tells(quote, start, actor) or _comes_later(quote, here, after, trigger):
            yield SemanticRole.TELLS
            continue
        if not (at and 0 <= end <= here and _AND.fullmatch(quote, end, here) and not _pair(quote, end)):
            last = _role(quote, here, after, max(after, following), trigger)
        elif last is SemanticRole.ACTS and _done_to(quote, after, max(after, following)):
            last = SemanticRole.SUFFERS  # "was attacked by militants, and a man lost his life"
        end = after
        yield last


def only_tells(quote: str, start: int, actor: ActorMention) -> bool:
    """Whether an actor only speaks in a clause that begins at ``start``, or is named for what stands near or who was there: "despite a heavy police presence"."""
    here, after = actor.span.start - start, actor.span.end - start
    beside = _BESIDE.search(quote, max(0, here - _WINDOW), here)
    posts = beside is not None and _POSTS.match(quote, after)
    return bool(actor.category is Category.SPEAKER or _ONLY_NAMED.match(quote, after) or posts)


def _comes_later(quote: str, here: int, after: int, trigger: Span) -> bool:
    """Whether an actor comes when all is done, or looks into it: "before soldiers arrived", "police have launched a search after"; not who comes and acts."""
    comes = _COMES.match(quote, after)
    if comes is None:
        return False
    if trigger.end <= here:
        return _GOES_ON.search(quote, comes.end()) is None
    done = _AFTER_IT.search(quote, comes.end(), trigger.start)
    return done is not None and _GOES_ON.search(quote, comes.end(), done.start()) is None


def is_named_as_doer(quote: str, start: int) -> bool:
    """Whether "by" or the like before an actor says that it acts."""
    by = _by_words_before(quote, start) is SemanticRole.ACTS
    return by and bool(_BY.search(quote, max(0, start - _WINDOW), start))


def is_said_to_be_helped(quote: str, start: int, end: int) -> bool:
    """Whether somebody is only said to have helped the actor: "shot four men, accusing them of spying for the army"; what it does itself may follow."""
    helped = _SAID_TO_HELP.search(quote, max(0, start - _WINDOW), start)
    return helped is not None and _RELATIVE.match(quote, end) is None


def _role(quote: str, start: int, end: int, following: int, trigger: Span) -> SemanticRole:
    if _is_at_its_post(quote, start, end):
        return SemanticRole.ACTS
    if _FINDS.match(quote, end) or is_said_to_be_helped(quote, start, end):
        return SemanticRole.TELLS
    before = _by_words_before(quote, start)
    if before and before is not SemanticRole.ACTS:
        return before
    if before and is_named_as_doer(quote, start) and not _RELATIVE.match(quote, end):
        return before  # "a chief who was taken by militants last month was found dead"
    if _done_to(quote, end, following):
        return SemanticRole.SUFFERS
    return before or (
        SemanticRole.ACTS
        if start <= trigger.start or end < trigger.end or _DOES.match(quote, end)
        else SemanticRole.SUFFERS
    )


def _is_at_its_post(quote: str, start: int, end: int) -> bool:
    """Whether others are shot or stopped at a post of the actor."""
    at = _DONE_AT.search(quote, max(0, start - _WINDOW), start)
    return at is not None and bool(at[1] or _POST.match(quote, end))


def _by_words_before(quote: str, start: int) -> SemanticRole | None:
    window = lowered(quote[max(0, start - _WINDOW) : start])
    return next((role for role, pattern in _BEFORE if pattern.search(window)), None)


def _done_to(quote: str, end: int, following: int) -> bool:
    """Whether it is said of the actor that it was hit, killed or driven out, or died."""
    return bool(
        _PASSIVE.match(quote, end, following)
        or _REDUCED.match(quote, end)
        or _DONE_BY_NEXT.fullmatch(quote, end, following)
    )


def _pair(quote: str, end: int) -> bool:
    """Whether "and" stands between two sides: "between A and B"."""
    return bool(_BETWEEN.search(quote, max(0, end - _WINDOW), end))


def _one_of(words: Sequence[str]) -> str:
    return "(?:" + "|".join(words).lower().replace(" ?", r"\s*").replace(" ", r"\s+") + ")"


_WINDOW = 90  # characters before an actor that may say its role
_ARTICLES = rf"\s*(?:{_one_of(LEXICON['between'])}\s+){{0,4}}(?:(?:(?!{_one_of(LEXICON['not_of'])}\b)[\w-]+\s+){{1,2}}{_one_of(LEXICON['of'])}\s+(?:the\s+)?)?[“\"‘'(]?$"
_WHOSE = rf"(?:(?<=\bby)(?:\s+the)?\s+(?!{_one_of(LEXICON['not_of'])}\b)[\w-]+)?"  # "by the Monywa PDF"
_BEFORE = tuple(
    (
        role,
        re.compile(rf"\b{_one_of(LEXICON['before'][role.value])}(?!\w){_WHOSE}{_ARTICLES}"),
    )  # over lower case
    for role in (SemanticRole.TELLS, SemanticRole.HELPS, SemanticRole.SUFFERS, SemanticRole.ACTS)
)
_MANNED = LEXICON["at-their-post"]
_POST = re.compile(rf"\s+{_one_of(_MANNED['post'])}\b", re.IGNORECASE)
_DONE_AT = re.compile(
    rf"\b{_one_of(_MANNED['done'])}\s+at\s+(?:an?|the)\s+((?:[\w-]+\s+)?{_one_of(_MANNED['post'])}\s+{_one_of(_MANNED['of'])}\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
_AND = re.compile(
    rf"[”\"’')]?\s*(?:,\s*{_one_of(LEXICON['and'])}|,|{_one_of(LEXICON['joined'])})\s+(?:{_one_of(LEXICON['between'])}\s+){{0,4}}[“\"‘'(]?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"\b{_one_of(LEXICON['pair'])}\b[^.;]*$", re.IGNORECASE)
_WITH = rf"\s+and\s+{_one_of(LEXICON['after']['with'])}\s+[\w’'-]+"
_WORDS = rf"(?:['’]s?)?(?:{_WITH}|,?\s+(?!(?:\w+ed|{_one_of(LEXICON['after']['verbs'])}|{_one_of(LEXICON['after']['auxiliary'])})\b)[\w’'-]+){{0,7}}?,?"
_PASSIVE = re.compile(
    rf"[”\"]?(?:,?\s+{_one_of(LEXICON['after']['relative'])})?{_WORDS}\s+(?:{_one_of(LEXICON['after']['auxiliary'])}\s+(?:{_one_of(LEXICON['after']['adverbs'])}\s+)?{_one_of(LEXICON['after']['done_to'])}|{_one_of(LEXICON['after']['suffers'])})\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(rf",?\s+{_one_of(LEXICON['after']['relative'])}\b", re.IGNORECASE)
_ONLY_NAMED = re.compile(rf"\s+{_one_of(LEXICON['after']['only_named'])}\b", re.IGNORECASE)
_LATER = LEXICON["comes-later"]
_BESIDE = re.compile(rf"\b{_one_of(_LATER['beside'])}\s+(?:[\w’'-]+\s+){{0,3}}$", re.IGNORECASE)
_POSTS = re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s+)?{_one_of(_LATER['posts'])}\b", re.IGNORECASE)
_COMES = re.compile(
    rf"\s+(?:(?:{_one_of(LEXICON['after']['auxiliary'])}|{_one_of(LEXICON['after']['adverbs'])}|{_one_of(_LATER['helpers'])})\s+){{0,3}}{_one_of(_LATER['comes'])}\b",
    re.IGNORECASE,
)
_AFTER_IT = re.compile(rf"\b{_one_of(_LATER['after'])}\s", re.IGNORECASE)
_GOES_ON = re.compile(rf"\b{_one_of(LEXICON['and'])}\b", re.IGNORECASE)
_FINDS = re.compile(  # "police found the bodies of two men"
    rf"\s+(?:(?:has|have|had|later|also|then|on\s+\w+)\s+){{0,2}}{_one_of(LEXICON['after']['finds'])}\s+(?:[\w-]+\s+){{0,4}}?{_one_of(LEXICON['after']['bodies'])}\b",
    re.IGNORECASE,
)
THEY = re.compile(  # "The following day they attacked"; none to whom it was done
    rf"(?:{one_of(LEXICON['and'])}\s+)?(?:{one_of(LEXICON['carried']['openers'])}(?:\s+[\w’'-]+){{0,6}}?,?\s+)?{one_of(LEXICON['carried']['pronouns'])},?\s+(?!{one_of(LEXICON['carried']['passive'])}\b)",
    re.IGNORECASE,
)
"""Words that open a clause with those told before, who act in it."""
_HELPS = LEXICON["said-to-help"]
_SAID_TO_HELP = re.compile(
    rf"\b{one_of(_HELPS['said'])}\b[^.;]{{0,60}}?\b(?:{one_of(_HELPS['helping'])}|{one_of(_HELPS['giving'])}\s+(?:\w+\s+){{1,2}}{one_of(_HELPS['to'])}){_ARTICLES}",
    re.IGNORECASE,
)
_DOES = re.compile(rf"[”\"]?\s+{_one_of(LEXICON['after']['does'])}\b", re.IGNORECASE)
_REDUCED = re.compile(
    rf"[”\"]?\s+{_one_of(LEXICON['after']['participle'])}(?=\s+{_one_of(LEXICON['after']['goes_on'])}\b|[,.;:]|$)",
    re.IGNORECASE,
)
_DONE_BY_NEXT = re.compile(  # up to the next actor: "two soldiers ambushed by a militia"
    rf"[”\"]?\s+{_one_of(LEXICON['after']['done_by'])}\s+by\s+(?:{_one_of(LEXICON['between'])}\s+){{0,4}}[“\"]?",
    re.IGNORECASE,
)
_BY = re.compile(rf"\b{_one_of(LEXICON['doer'])}{_ARTICLES}", re.IGNORECASE)
