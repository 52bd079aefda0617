"""A report with everything found in it, and what its clauses are to one another."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Self

from dashboard.extraction.acled import EventType, ExtType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.bystanders import Bystander
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.annotate.landmarks import Landmarks, landmarks
from dashboard.extraction.annotate.places import Named
from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.gazetteer import Gazetteer, Resolved
from dashboard.temporal import TimeReading
from dashboard.text import Report, Span

HEARD = re.compile(
    rf"\b{one_of(CLAUSES['told-again']['explosions'])}\s+{one_of(CLAUSES['told-again']['heard'])}\b"
    rf"|\b{one_of(CLAUSES['told-again']['woken'])}\s+(?:\w+\s+){{0,2}}{one_of(CLAUSES['told-again']['explosions'])}\b",
    re.IGNORECASE,
)
"""Words that blasts were heard: "the explosion could be heard", "woken by three explosions"."""


@dataclass(frozen=True, slots=True)
class Annotations:
    """A report with all that was found in it; numbers are those of its clauses.

    ``told`` is the report as it came; ``report`` is what was read, with words whole that somebody broke up, each in its place.

    ``sums`` are the clauses whose list follows. ``lulls`` are about quiet in a report that knows of no truce;
    ``outright`` have the words of an event and no mere hint. ``evidence`` is what was seen of the event before.
    ``sentences`` has for every clause the first of its sentence and the one after its last, ``paragraphs`` the first of its paragraph.
    ``landmarks`` are the places without those that only lead to another; in ``bystanders`` nothing happens. ``country`` is
    the code of the one it is mostly about, ``known`` where places are looked up.
    """

    told: Report
    report: Report
    zone: str
    time: TimeReading
    places: tuple[Resolved, ...]
    clauses: tuple[AnnotatedClause, ...]
    sentences: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]
    sums: frozenset[int]
    lulls: frozenset[int]
    evidence: frozenset[int]
    outright: tuple[int, ...]
    landmarks: Landmarks
    bystanders: tuple[Bystander, ...]
    furniture: tuple[Span, ...]
    country: str
    known: Gazetteer

    @classmethod
    def of(
        cls, told: Report, report: Report, zone: str, time: TimeReading, named: Named, clauses: Sequence[AnnotatedClause],
        sums: frozenset[int], furniture: tuple[Span, ...], *, country: str, known: Gazetteer,
    ) -> Self:  # fmt: skip
        """The annotations, with what the clauses are to one another."""
        return cls(
            told=told,
            report=report,
            zone=zone,
            time=time,
            places=named.scenes,
            clauses=tuple(clauses),
            sentences=tuple(_runs([each.sentence for each in clauses])),
            paragraphs=tuple(first for first, _ in _runs([each.paragraph for each in clauses])),
            sums=sums,
            lulls=_lulls(clauses),
            evidence=frozenset(_evidence(clauses)),
            outright=tuple(number for number, each in enumerate(clauses) if each.outright),
            landmarks=landmarks(report.text, named.scenes),
            bystanders=named.bystanders,
            furniture=furniture,
            country=country,
            known=known,
        )

    def sentence(self, number: int) -> tuple[int, int]:
        """The first clause of a clause's sentence, and the one after its last."""
        return self.sentences[number]

    def paragraph(self, number: int) -> int:
        """The first clause of a clause's paragraph."""
        return self.paragraphs[number]

    def outright_before(self, number: int) -> int | None:
        """The last clause before it, in its paragraph, that has an event outright."""
        at = bisect_left(self.outright, number) - 1
        same = at >= 0 and self.clauses[self.outright[at]].paragraph == self.clauses[number].paragraph
        return self.outright[at] if same else None

    def has_outright(self, first: int, last: int, beside: int) -> bool:
        """Whether a clause from the first up to the last, but the one beside it, has an event outright."""
        among = self.outright[bisect_left(self.outright, first) : bisect_left(self.outright, last)]
        return bool(among) and among != (beside,)


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """For each of the numbers, which stand in order, where those like it begin and where they end."""
    end = 0
    for _, same in groupby(numbers):
        start, end = end, end + len(tuple(same))
        yield from ((start, end),) * (end - start)


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
        elif _is_heard(before) and _goes_on_with(clause):
            yield number - 1


def _is_heard(clause: AnnotatedClause) -> bool:
    """Whether it only says that blasts were heard: "Explosions could be heard in Khartoum"."""
    remote = clause.coding is not None and clause.coding.event_type is EventType.REMOTE_VIOLENCE
    return remote and HEARD.search(clause.quote) is not None and not (clause.casualties.told or clause.armed)


def _goes_on_with(clause: AnnotatedClause) -> bool:
    """Whether it says what that was, at no other place: "as the army shelled the barracks"."""
    remote = clause.coding is not None and clause.coding.event_type is EventType.REMOTE_VIOLENCE
    return remote and clause.outright and clause.link is Link.ELABORATES and not clause.places
