"""A report with everything found in it, each kind searched once and shared out by clause."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Self

from dashboard.actors import ActorMention
from dashboard.actors.model import Category
from dashboard.extraction.acled import STATES, EventType, ExtType
from dashboard.extraction.annotate.casualty_counts import Casualties
from dashboard.extraction.annotate.clauses import Clause, Link
from dashboard.extraction.annotate.cues import Coding, Cue
from dashboard.extraction.annotate.landmarks import Landmarks, landmarks
from dashboard.extraction.annotate.modality import ModalityCue
from dashboard.extraction.annotate.spotted import Spotted
from dashboard.extraction.lexicon import CLAUSES, any_of, said
from dashboard.extraction.model import Modality
from dashboard.gazetteer import Resolved
from dashboard.temporal import Frame, TimeReading, Timex
from dashboard.text import Report, Span

_OUTRIGHT = 2  # the strength of a cue that is no mere hint
_UNARMED = (Category.CIVILIANS, Category.CROWD)
_LULL, _AGREED = said("lulls"), any_of(CLAUSES["lulls"]["agreed"])
_PREPARES, _REFERS = said("preparation"), said("references")


@dataclass(frozen=True, slots=True)
class AnnotatedClause(Clause):
    """A clause with what stands in it; spans of actors, places and times are characters of the report.

    ``times`` are those of its time phrases that date something; ``frame`` says whose clock counts, and ``latest`` up
    to when it can be speaking. ``moods`` are all cues of modality, wherever they reach. ``trigger`` is where the words stand that make it an event. ``kind_from`` is the number of the clause that says what kind of event it is, where its own words do not.
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
    kind_from: int | None = None

    @property
    def outright(self) -> bool:
        """Whether its words are those of an event, and no mere hint."""
        return self.coding is not None and self.coding.cue.strength >= _OUTRIGHT

    @property
    def hints(self) -> bool:
        """Whether its words only hint at an event."""
        return self.coding is not None and self.coding.cue.strength < _OUTRIGHT

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
    def refers(self) -> bool:
        """Whether it opens with words for what was said just before ("it", "the attack")."""
        return _REFERS.match(self.quote) is not None

    @property
    def armed(self) -> bool:
        """Whether it names anybody but civilians and crowds."""
        return any(each.category not in _UNARMED for each in self.actors)

    @property
    def outcome(self) -> bool:
        """Whether it only says who was killed: not by whom, nor where, nor when."""
        harm = self.coding is not None and self.coding.event_type is EventType.VIOLENCE_AGAINST_CIVILIANS
        return harm and self.casualties.killed is not None and not (self.armed or self.places or self.times)

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


@dataclass(frozen=True, slots=True)
class Annotations:
    """A report with all that was found in it; numbers are those of its clauses.

    ``sums`` are the clauses whose list follows. ``lulls`` are about quiet in a report that knows of no truce;
    ``outright`` have the words of an event and no mere hint. ``evidence`` is what was seen of the event before.
    ``landmarks`` are the places without those that only lead to another.
    """

    report: Report
    zone: str
    time: TimeReading
    places: tuple[Resolved, ...]
    clauses: tuple[AnnotatedClause, ...]
    sums: frozenset[int]
    lulls: frozenset[int]
    evidence: frozenset[int]
    outright: tuple[int, ...]
    landmarks: Landmarks
    furniture: tuple[Span, ...]

    @classmethod
    def of(
        cls, report: Report, zone: str, time: TimeReading, places: tuple[Resolved, ...], clauses: Sequence[AnnotatedClause],
        sums: frozenset[int], furniture: tuple[Span, ...],
    ) -> Self:  # fmt: skip
        """The annotations, with what the clauses are to one another."""
        return cls(
            report=report,
            zone=zone,
            time=time,
            places=places,
            clauses=tuple(clauses),
            sums=sums,
            lulls=_lulls(clauses),
            evidence=frozenset(_evidence(clauses)),
            outright=tuple(number for number, each in enumerate(clauses) if each.outright),
            landmarks=landmarks(report.text, places),
            furniture=furniture,
        )

    def sentence(self, number: int) -> tuple[int, int]:
        """The first clause of a clause's sentence, and the one after its last."""
        same = self.clauses[number].sentence
        first = bisect_left(self.clauses, same, key=lambda clause: clause.sentence)
        return first, bisect_right(self.clauses, same, key=lambda clause: clause.sentence)

    def paragraph(self, number: int) -> int:
        """The first clause of a clause's paragraph."""
        return bisect_left(self.clauses, self.clauses[number].paragraph, key=lambda clause: clause.paragraph)

    def outright_before(self, number: int) -> int | None:
        """The last clause before it, in its paragraph, that has an event outright."""
        at = bisect_left(self.outright, number) - 1
        same = at >= 0 and self.clauses[self.outright[at]].paragraph == self.clauses[number].paragraph
        return self.outright[at] if same else None

    def has_outright(self, first: int, last: int, beside: int) -> bool:
        """Whether a clause from the first up to the last, but the one beside it, has an event outright."""
        among = self.outright[bisect_left(self.outright, first) : bisect_left(self.outright, last)]
        return bool(among) and among != (beside,)


def _lulls(clauses: Sequence[AnnotatedClause]) -> frozenset[int]:
    """Clauses about quiet, unless some clause says that it was agreed on."""
    truces = [
        number
        for number, each in enumerate(clauses)
        if each.coding is not None and each.coding.ext_type is ExtType.CEASEFIRE
    ]
    quiet = frozenset(number for number in truces if clauses[number].quiet)
    return quiet if len(quiet) == len(truces) else frozenset()


def _evidence(clauses: Sequence[AnnotatedClause]) -> Iterator[int]:
    """Smoke or a blast of nobody's, as more of the event just before."""
    for number, (before, clause) in enumerate(pairwise(clauses), start=1):
        seen = clause.coding is not None and clause.coding.ext_type is ExtType.UNATTRIBUTED
        if seen and before.coding is not None and clause.link is Link.ELABORATES:
            yield number
