"""Clauses of forms: which are fields, which tells the incident, and what the fields say of it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Self

from dashboard.actors import ActorMention
from dashboard.extraction.acled import VIOLENT, EventType, SubEventType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.casualty_counts import Casualties, Count
from dashboard.extraction.annotate.clauses import Clause
from dashboard.extraction.annotate.cues import Coding, code
from dashboard.extraction.annotate.form_labels import LEXICON, FieldKind
from dashboard.extraction.annotate.form_told import FormPart, FormTold, same_days
from dashboard.extraction.annotate.form_values import harm_of, place_of, time_of
from dashboard.extraction.annotate.forms import Form, FormField
from dashboard.extraction.lexicon import one_of
from dashboard.extraction.model import Harm, Modality
from dashboard.gazetteer import REGION, Resolved
from dashboard.temporal import TimeReading
from dashboard.text import Report

_NAMING = (FieldKind.PLACE, FieldKind.REGION, FieldKind.NARRATIVE)
_READ = (FieldKind.NARRATIVE, FieldKind.KIND, FieldKind.WEAPON, FieldKind.CASUALTIES)
_SUFFER = (FieldKind.TARGET, FieldKind.KILLED, FieldKind.WOUNDED, FieldKind.CAPTURED)
_VERSUS = re.compile(rf"\s{one_of(LEXICON['values']['versus'])}\s", re.IGNORECASE)
_KINDS = {short: words for words, shorts in LEXICON["kinds"].items() for short in shorts}
_WEAPONS = {
    words: re.compile(rf"(?<![\w-]){one_of(arms)}(?![\w-])", re.IGNORECASE)
    for words, arms in LEXICON["weapons"].items()
}
_PARTED = re.compile(r"\s*[/(),;–—]\s*")  # "Armed robbery / NGO guesthouse"
_NOTHING = re.compile(rf"\W*{one_of(LEXICON['values']['nothing'])}\b", re.IGNORECASE)
_ON: str = LEXICON["values"]["on"]
_TOLD = (Modality.HAPPENED, Modality.ONGOING, Modality.CLAIMED)


@dataclass(frozen=True, slots=True)
class Told:
    """What a report was found to tell: its times, its places in order, and its actors."""

    report: Report
    time: TimeReading
    scenes: Sequence[Resolved]
    who: Sequence[ActorMention]


def may_name(clauses: Iterable[Clause], forms: Sequence[Form]) -> Iterator[Clause]:
    """The clauses that may name a place: a form's type or its dead are none."""
    barred = [each.value for form in forms for each in form.fields if each.kind not in _NAMING]
    return (clause for clause in clauses if not any(span.covers(clause.span) for span in barred))


def filled_in(
    clauses: tuple[AnnotatedClause, ...], forms: Sequence[Form], told: Told
) -> tuple[AnnotatedClause, ...]:
    """The clauses, those of a form with what it tells of them."""
    told_forms = (form for form in forms if not _is_quiet(form, told.report.text))
    spelt = [field for form in told_forms for field in form.of(FieldKind.KIND, FieldKind.WEAPON)]
    clauses = tuple(_spelt_out(each, spelt) for each in clauses)
    filled = list(clauses)
    for form in forms:
        first = bisect_left(clauses, form.span.start, key=lambda clause: clause.span.start)
        end = bisect_left(clauses, form.span.end, lo=first, key=lambda clause: clause.span.start)
        parts = _Parts.of(form, clauses, range(first, end))
        shared = _shared(form, told)
        for number in range(first, end):
            filled[number] = _filled(clauses[number], number, parts, shared)
    return tuple(filled)


def _is_quiet(form: Form, text: str) -> bool:
    """Whether its summary says that nothing happened."""
    return any(_NOTHING.match(each.value.of(text)) for each in form.of(FieldKind.NARRATIVE))


def _spelt_out(clause: AnnotatedClause, fields: Sequence[FormField]) -> AnnotatedClause:
    """The clause of a form's kind with the coding of its abbreviation or bare word: "UAV", "Demo"; of its weapon: "82mm mortar"."""
    kind = next((field.kind for field in fields if field.value.covers(clause.span)), None)
    if kind is None:
        return clause
    if kind is FieldKind.WEAPON:
        words = next((act for act, arms in _WEAPONS.items() if arms.search(clause.quote)), None)
    else:
        said = clause.quote.casefold()
        words = next(
            (_KINDS[each] for part in (said, *_PARTED.split(said)) if (each := part.strip(" .")) in _KINDS),
            None,
        )
        words = None if words and code(said) and said.strip(" .") not in _KINDS else words
    coding = code(words) if words else None
    return replace(clause, coding=coding, trigger=clause.span.start) if coding else clause


@dataclass(frozen=True, slots=True)
class _Parts:
    """A form's clauses: by number those of its narrative, and the one that tells the incident (-1: none does).

    ``near`` are those of the narrative's paragraph that tells it, ``lines`` the clauses of its fields for all casualties, ``kinds`` of those for what happened.
    """

    narrated: Mapping[int, AnnotatedClause]
    main: int
    near: Mapping[int, AnnotatedClause]
    lines: Sequence[AnnotatedClause]
    kinds: Sequence[AnnotatedClause]

    @classmethod
    def of(cls, form: Form, clauses: Sequence[AnnotatedClause], within: range) -> Self:
        """The parts of a form with these clauses."""
        by_kind = {kind: _of_kind(form, clauses, within, kind) for kind in _READ}
        narrated = by_kind[FieldKind.NARRATIVE]
        main = _main(
            narrated, by_kind[FieldKind.KIND], by_kind[FieldKind.WEAPON], by_kind[FieldKind.CASUALTIES]
        )
        first = narrated.get(main) or next(iter(narrated.values()), None)
        near = {at: each for at, each in narrated.items() if first and each.paragraph == first.paragraph}
        return cls(
            narrated,
            main,
            near,
            tuple(by_kind[FieldKind.CASUALTIES].values()),
            tuple(by_kind[FieldKind.KIND].values()),
        )


def _of_kind(
    form: Form, clauses: Sequence[AnnotatedClause], within: range, kind: FieldKind
) -> dict[int, AnnotatedClause]:
    values = [each.value for each in form.of(kind)]
    return {at: clauses[at] for at in within if any(value.covers(clauses[at].span) for value in values)}


def _filled(clause: AnnotatedClause, number: int, parts: _Parts, shared: FormTold) -> AnnotatedClause:
    """The clause with its part in the form; a field is no event by itself."""
    if number == parts.main:
        others = {at: each for at, each in parts.near.items() if at != number}
        harm = _harm(shared.casualties, (*parts.lines, clause, *others.values()))
        told = replace(shared, part=FormPart.MAIN, fellows=tuple(others), casualties=harm)
        narrated = number in parts.narrated
        coding = _of_its_kind(clause, parts) if narrated else _on_whom(clause, told)
        return replace(clause, form=told, coding=coding)
    if number in parts.narrated:
        more = parts.main >= 0 and number in parts.near and not _is_apart(clause, shared)
        return replace(clause, form=replace(shared, part=FormPart.MORE if more else FormPart.BESIDE))
    return replace(clause, form=FormTold(FormPart.FIELD), coding=None)


def _of_its_kind(clause: AnnotatedClause, parts: _Parts) -> Coding | None:
    """What its narrative tells, as the kind that its form says where that says more: an air strike, and not only missiles."""
    own = clause.coding
    said = next((each.coding for each in parts.kinds if each.coding), None)
    if own is None or said is None or own.sub_event_type == said.sub_event_type:
        return own
    struck = own.event_type is said.event_type is EventType.REMOTE_VIOLENCE
    moved = own.event_type is EventType.STRATEGIC_DEVELOPMENTS and said.event_type in VIOLENT
    killed = said.sub_event_type is SubEventType.ATTACK and own.sub_event_type is SubEventType.ABDUCTION
    return said if struck or moved or killed else own


def _on_whom(clause: AnnotatedClause, told: FormTold) -> Coding | None:
    """The kind that a line says, told with its victims: an ambush on soldiers is a clash."""
    coding = clause.coding
    if coding is None or coding.event_type is not EventType.VIOLENCE_AGAINST_CIVILIANS:
        return coding
    whom = (
        code(" ".join((coding.cue.text, _ON, *(each.text for each in told.targets))))
        if told.targets
        else None
    )
    if whom is None:
        return coding
    return replace(
        coding, event_type=whom.event_type, sub_event_type=whom.sub_event_type, ext_type=whom.ext_type
    )


def _shared(form: Form, told: Told) -> FormTold:
    """What holds for all of a form's narrative."""
    text = told.report.text
    sides = _sides(form, text, told.who)
    return FormTold(
        FormPart.BESIDE,
        time=time_of(form, text, told.report, told.time),
        place=place_of(form, text, told.scenes),
        casualties=harm_of(form, text),
        doers=(*_named(form, (FieldKind.DOER,), told.who), *sides[0]),
        targets=(*_named(form, _SUFFER, told.who), *sides[1]),
        sources=tuple(each.value for each in form.fields if each.kind is not FieldKind.NARRATIVE),
    )


def _sides(
    form: Form, text: str, who: Sequence[ActorMention]
) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
    """Who did it and to whom, of a field that names the two sides: "AS v SNA"; one that names nobody else did it."""
    first, second = list[ActorMention](), list[ActorMention]()
    for field in form.of(FieldKind.SIDES):
        parted = _VERSUS.search(text, field.value.start, field.value.end)
        middle = parted.start() if parted else field.value.end
        named = [each for each in who if field.value.covers(each.span)]
        first += [each for each in named if each.span.start < middle]
        second += [each for each in named if each.span.start >= middle]
    return tuple(first), tuple(second)


def _named(form: Form, kinds: Sequence[FieldKind], who: Sequence[ActorMention]) -> Iterator[ActorMention]:
    return (each for field in form.of(*kinds) for each in who if field.value.covers(each.span))


def _main(
    narrated: Mapping[int, AnnotatedClause],
    kinds: Mapping[int, AnnotatedClause],
    arms: Mapping[int, AnnotatedClause],
    harmed: Mapping[int, AnnotatedClause],
) -> int:
    """The clause that tells the incident: of the told kind, else an act, else the line that says the kind, the weapon or who was harmed; -1 where none does."""
    told = {at: each for at, each in narrated.items() if each.coding and each.modality.modality in _TOLD}
    said = {at: each.coding.sub_event_type for at, each in kinds.items() if each.coding}
    outright = {at: each for at, each in told.items() if each.outright}
    alike = (
        at for at, each in outright.items() if each.coding and each.coding.sub_event_type in said.values()
    )
    acts = (
        at
        for at, each in outright.items()
        if not _is_mere_harm(each) and not (said and _is_what_came_of_it(each))
    )
    armed = (at for at, each in arms.items() if each.coding)
    counted = (at for at, each in harmed.items() if each.coding)
    return next(chain(alike, acts, said, told, armed, counted), -1)


def _is_mere_harm(clause: AnnotatedClause) -> bool:
    return (
        clause.coding is not None
        and clause.coding.event_type is EventType.VIOLENCE_AGAINST_CIVILIANS
        and clause.outcome
    )


def _is_what_came_of_it(clause: AnnotatedClause) -> bool:
    """Whether it tells who fled, or of a curfew, beside a kind that the form says."""
    return clause.coding is not None and clause.coding.sub_event_type is SubEventType.OTHER


def _is_apart(clause: AnnotatedClause, shared: FormTold) -> bool:
    """Whether it tells of another day or town than the form, or says that it is another act."""
    if clause.another:
        return True
    if _is_mere_harm(clause) and not clause.places:  # "First reported yesterday with 1 killed."
        return False
    if shared.time and any(not same_days(each, shared.time) for each in clause.times):
        return True
    towns = [each for each in clause.places if each.place and each.precision < REGION]
    here = shared.place.location if shared.place else ""
    return clause.outright and bool(towns) and all(each.location != here for each in towns)


def _harm(fields: Casualties, told: Sequence[AnnotatedClause]) -> Casualties:
    """The people that the fields count, else the first that the clauses do."""
    every = [fields, *(each.casualties.moved(each.span.start) for each in told)]
    counts: dict[str, Any] = {harm.value: next(_sure(every, harm), None) for harm in Harm}
    return Casualties(**counts)


def _sure(told: Sequence[Casualties], harm: Harm) -> Iterator[Count]:
    return (count for each in told if (count := each.of(harm)) and not count.aggregate)
