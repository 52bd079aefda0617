"""A clause with all that stands in it, and what can be asked of it by itself."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from dashboard.actors import ActorMention
from dashboard.actors.model import Category
from dashboard.extraction.acled import BLOODLESS, STATES, EventType, SubEventType
from dashboard.extraction.annotate.casualty_counts import Casualties
from dashboard.extraction.annotate.clauses import Clause, Link
from dashboard.extraction.annotate.cues import Coding, Cue
from dashboard.extraction.annotate.form_told import FormTold
from dashboard.extraction.annotate.modality import ModalityCue
from dashboard.extraction.annotate.spotted import Spotted
from dashboard.extraction.lexicon import CLAUSES, any_of, said
from dashboard.extraction.model import Modality
from dashboard.gazetteer import Resolved
from dashboard.language.lexicon import any_case
from dashboard.temporal import Frame, Timex
from dashboard.text import Span

_OUTRIGHT = 2  # the strength of a cue that is no mere hint
UNARMED = (Category.CIVILIANS, Category.CROWD, Category.SPEAKER)
_LULL, _AGREED = said("lulls"), any_of(CLAUSES["lulls"]["agreed"])
_PREPARES, _REFERS = said("preparation"), said("references")

_AGAIN, _ACTS = CLAUSES["told-again"], CLAUSES["another"]
_ANOTHER = re.compile(
    rf"\b(?:(?:{any_case(_ACTS['words'])})\s+(?:[\w-]+\s+){{0,2}}?"
    rf"(?:{any_case([*_AGAIN['any'], *_AGAIN['words'], *_ACTS['acts']])})|{any_case(_ACTS['openers'])})\b"
)
_AFTER_ONE = re.compile(  # "one week after a strike in the same district"
    rf"\b(?:{any_case(_ACTS['counted'])})\s+an?\s+(?:[\w-]+\s+){{0,3}}?(?:{any_case([*_AGAIN['any'], *_AGAIN['words'], *_ACTS['acts']])})\b"
)

_ROWS = CLAUSES["told-again"]
_IN_IT = re.compile(rf"\s+(?:{any_case(_ROWS['in-it'])})\s+")
_WAS = re.compile(rf"\s+(?:{any_case(_ROWS['was'])})\s")
_KNOWN = re.compile(  # "the attack", "this deadly drone strike", "Thursday's assault"
    rf"(?:\b(?:{any_case(_ROWS['the'])})|['’][Ss])\s+(?:(?!(?:{any_case(_ROWS['apart'])})\b)[\w-]+\s+){{0,2}}?"
    rf"(?P<act>(?P<any>{any_case(_ROWS['any'])})|{any_case(_ROWS['words'])})\b"
)


def _is_named(act: re.Match[str]) -> bool:
    """Whether a clause opens with the name of an act and says what it was: "the attack was a massacre"."""
    return not act.start() and _WAS.match(act.string, act.end()) is not None


def _is_harm_of(act: re.Match[str], harm: int) -> bool:
    """Whether words of harm, which end there, lead to the name of an act: "three soldiers were killed in that attack"."""
    return harm > 0 and _IN_IT.fullmatch(act.string, harm, act.start()) is not None


@lru_cache(1000)  # many rules ask it of one clause
def _known_act(quote: str, start: int, end: int, harms: tuple[int, ...]) -> re.Match[str] | None:
    """The name of an act in a clause that speaks of the one its trigger, from ``start`` to ``end``, tells as of one known.

    ``harms`` is where the words end that may say what the act did.
    """
    trigger = Span(start, end)
    return next(
        (
            act
            for act in _KNOWN.finditer(quote)
            if _is_named(act)
            or Span(*act.span("act")).touches(trigger)
            or any(_is_harm_of(act, harm) for harm in harms)
        ),
        None,
    )


@lru_cache(1000)
def _is_another(quote: str) -> bool:
    return _ANOTHER.search(quote) is not None


@dataclass(frozen=True, slots=True)
class AnnotatedClause(Clause):
    """A clause with what stands in it; spans of actors, places and times are characters of the report.

    ``times`` are those of its time phrases that date something; ``frame`` says whose clock counts, and ``latest`` up
    to when it can be speaking. ``moods`` are all cues of modality, wherever they reach. ``trigger`` is where the words
    stand that make it an event. ``arms`` is what its subject strikes with, ``blow`` the verb of a blow whose subject was
    named before; the latter by characters of the clause. ``kind_from`` is the number of the clause that says what kind of event it is, where its
    own words do not. ``form`` is what the form that it stands in tells of it.
    """

    quote: str
    places: tuple[Resolved, ...]
    actors: tuple[ActorMention, ...]
    times: tuple[Timex, ...]
    frame: Frame
    latest: datetime | None
    casualties: Casualties
    cues: tuple[Cue, ...]
    coding: Coding | None
    moods: Spotted
    modality: ModalityCue
    trigger: int
    arms: SubEventType = SubEventType.NONE
    blow: Span | None = None
    kind_from: int | None = None
    form: FormTold | None = None

    @property
    def outright(self) -> bool:
        """Whether its words are those of an event, and no mere hint."""
        return self.coding is not None and self.coding.cue.strength >= _OUTRIGHT

    @property
    def hints(self) -> bool:
        """Whether its words only hint at an event."""
        return self.coding is not None and self.coding.cue.strength < _OUTRIGHT

    @property
    def bloodless(self) -> bool:
        """Whether its event kills nobody by itself: a deal, a withdrawal, a move of troops."""
        return self.coding is not None and self.coding.sub_event_type in BLOODLESS

    @property
    def quiet(self) -> bool:
        """Whether it is only about quiet, which nobody has agreed on."""
        return (
            self.coding is not None
            and bool(_LULL.search(self.coding.cue.text))
            and not _AGREED.search(self.quote)
        )

    @property
    def prepares(self) -> bool:
        """Whether it makes ready for the event: that is not the event."""
        return self.coding is not None and bool(_PREPARES.search(self.coding.cue.text))

    @property
    def harm(self) -> Casualties:
        """Its casualties, their spans as characters of the report."""
        return self.casualties.moved(self.span.start)

    @property
    def refers(self) -> bool:
        """Whether it opens with words for what was said just before ("it", "the attack")."""
        return _REFERS.match(self.quote) is not None

    @property
    def known_act(self) -> re.Match[str] | None:
        """Its words for its event where they speak of it as of one known: "the attack", "Thursday's assault"."""
        if self.coding is None:
            return None
        start = self.trigger - self.span.start
        end = start + len(self.coding.cue.text)
        return _known_act(self.quote, start, end, (end, *(each.span.end for each in self.cues)))

    @property
    def another(self) -> bool:
        """Whether its words set it apart from what was told before: "another attack", "one week after a strike"."""
        counted = self.link is Link.APART and _AFTER_ONE.search(self.quote) is not None
        return counted or _is_another(self.quote)

    @property
    def armed(self) -> bool:
        """Whether it names anybody but civilians, crowds and those who speak."""
        return any(each.category not in UNARMED for each in self.actors)

    @property
    def outcome(self) -> bool:
        """Whether it only says who was killed: not by whom, nor where, nor when."""
        harm = self.coding is not None and self.coding.event_type is EventType.VIOLENCE_AGAINST_CIVILIANS
        put = self.casualties.updated  # "the army puts at nine the number of militants slain"
        return (
            harm
            and self.casualties.killed is not None
            and not ((self.armed and not put) or self.places or self.times)
        )

    @property
    def is_ongoing(self) -> bool:
        """Whether it goes on: its words say so, or it is a state that happened."""
        if self.modality.modality is Modality.HAPPENED:
            return self.is_state and not self.prepares
        return self.modality.modality is Modality.ONGOING

    @property
    def is_state(self) -> bool:
        """Whether it is about what goes on by itself once begun."""
        return self.coding is not None and self.coding.ext_type in STATES
