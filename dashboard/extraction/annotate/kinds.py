"""Clauses whose kind of event another clause says: items of a list, and deaths counted place by place."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from dashboard.extraction.acled import EventType, SubEventType
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.annotate.coordination import is_elided
from dashboard.extraction.annotate.modality import modality
from dashboard.extraction.annotate.semantic_roles import THEY
from dashboard.extraction.lexicon import AND, CLAUSES, THE, one_of, said
from dashboard.gazetteer import REGION

_LIST = re.compile(rf"^(?:{AND}\s+)?{one_of(CLAUSES['lists']['words'])}$", re.IGNORECASE)
_HARMLESS = (
    SubEventType.DISRUPTED_WEAPONS_USE,
    SubEventType.NON_VIOLENT_TRANSFER,
    SubEventType.AGREEMENT,
    SubEventType.CHANGE_TO_GROUP,
    SubEventType.OTHER,
)  # of which nobody dies: who is counted behind them died of something else
_TAKING = (SubEventType.LOOTING, SubEventType.ABDUCTION)  # nobody need die of these
_BLOWS = (EventType.REMOTE_VIOLENCE, EventType.BATTLES, EventType.VIOLENCE_AGAINST_CIVILIANS)
_THEN = re.compile(rf"(?:{AND}\s+)?{one_of(CLAUSES['in-turn']['then'])}\s+(?:{THE})")
_AGAIN = re.compile(rf"(?:\s+{one_of(CLAUSES['in-turn']['again'])})?[\s.,;!]*")
_ALSO, _FATES, _HARMED = (one_of(CLAUSES["alike"][each]) for each in ("also", "fates", "harmed"))
_ALIKE_OPENS = re.compile(
    rf"(?:{AND}\s+)?(?:{one_of(CLAUSES['alike']['opens'])}\s+)?(?:{THE})", re.IGNORECASE
)
_ALIKE = re.compile(
    rf"(?:,?\s+{_ALSO},?)?\s+{_FATES}(?:,?\s+{_ALSO})?\W*|,?\s+{_ALSO},?\s+{_HARMED}\W*|\s+{_HARMED},?\s+{_ALSO}\W*",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?:,?\s+{_ALSO})?\W*", re.IGNORECASE)
_IT = re.compile(rf"\W*{one_of(CLAUSES['alike']['it'])}\b", re.IGNORECASE)
AFTERWARDS = said("afterwards")
"""Words for what is done for the harmed, wherever they are brought."""


def handed_on(clauses: Sequence[AnnotatedClause]) -> tuple[list[AnnotatedClause], frozenset[int]]:
    """The clauses, each with the kind of event that it takes from another; and the numbers of those that sum up a list."""
    listed = dict(_items(clauses))
    sources = listed | dict(_deaths(clauses, listed)) | dict(_next_places(clauses))
    given = [
        clause if number not in sources else _of_kind(clause, clauses[sources[number]], sources[number])
        for number, clause in enumerate(clauses)
    ]
    return given, frozenset(listed.values())


def _of_kind(clause: AnnotatedClause, source: AnnotatedClause, number: int) -> AnnotatedClause:
    return replace(
        clause,
        coding=source.coding,
        modality=modality(clause.moods),
        trigger=source.trigger,
        kind_from=number,
    )


def _items(clauses: Sequence[AnnotatedClause]) -> Iterator[tuple[int, int]]:
    """The items of lists ("Among them: the mill at A; B; C") with the clause that says what they are."""
    source, listing = -1, -1
    for number, clause in enumerate(clauses):
        if _LIST.match(clause.quote):
            here = source >= 0 and clauses[source].paragraph == clause.paragraph
            listing = clause.sentence if here else -1
        elif clause.sentence == listing:
            if clause.places and not clause.outright:
                yield number, source
        elif clause.outright:
            source = number


def _next_places(clauses: Sequence[AnnotatedClause]) -> Iterator[tuple[int, int]]:
    """Places hit in turn ("bombed Rafah, then Jabalia") or alike ("Bria was not spared") with the clause that says by what."""
    source = -1
    for number, clause in enumerate(clauses):
        new = source < 0 or clauses[source].sentence != clause.sentence
        if clause.outright or (new and clause.coding is not None and not is_elided(clause.quote)):
            source = number
        elif source >= 0 and _follows_suit(clause, clauses[source]):
            yield number, source


def _follows_suit(clause: AnnotatedClause, source: AnnotatedClause) -> bool:
    same = clause.sentence == source.sentence
    shares = source.casualties.killed is not None and not source.places
    if same and clause.places and not shares and is_elided(clause.quote):
        return True  # but "15 were killed: 9 in Douma and 6 in Zamalka" shares a sum out
    if source.coding is None or source.coding.event_type not in _BLOWS:
        return False
    in_turn = same and _only_names_a_place(clause)
    return in_turn or (clause.paragraph == source.paragraph and _suffers_alike(clause))


def _only_names_a_place(clause: AnnotatedClause) -> bool:
    named = clause.places[0].toponym.span.moved(-clause.span.start) if len(clause.places) == 1 else None
    if named is None or clause.places[0].precision >= REGION or clause.link is not Link.FOLLOWS:
        return False
    return bool(_THEN.fullmatch(clause.quote, 0, named.start) and _AGAIN.fullmatch(clause.quote, named.end))


def _suffers_alike(clause: AnnotatedClause) -> bool:
    """Whether it only says of a place that it suffered what was told before: "Bria was not spared either"."""
    named = clause.places[0].toponym.span.moved(-clause.span.start) if len(clause.places) == 1 else None
    opens = _ALIKE_OPENS.match(clause.quote) if named and clause.places[0].precision < REGION else None
    if named is None or opens is None or opens.end() != named.start:
        return False
    fate = _ALIKE.fullmatch(clause.quote, named.end) is not None
    return fate or (opens.end() > 0 and _BARE.fullmatch(clause.quote, named.end) is not None)


def _deaths(clauses: Sequence[AnnotatedClause], listed: Container[int]) -> Iterator[tuple[int, int]]:
    """Deaths in a place of their own ("That fire killed two in B") with the clause that says of what."""
    source = -1
    for number, clause in enumerate(clauses):
        if clause.coding is None or number in listed:
            continue
        harm = clause.coding.event_type is EventType.VIOLENCE_AGAINST_CIVILIANS and clause.refers
        if clause.outright and not harm:
            source = number
        elif source >= 0 and _harmed_elsewhere(clauses[source], clause):
            yield number, source


def _harmed_elsewhere(source: AnnotatedClause, clause: AnnotatedClause) -> bool:
    if source.paragraph != clause.paragraph or AFTERWARDS.search(clause.quote):
        return False
    named = {each.location for each in source.places}
    own = [each for each in clause.places if each.precision < REGION and each.location not in named]
    harmed = (clause.casualties.killed, clause.casualties.wounded)
    remote = source.coding is not None and source.coding.event_type is EventType.REMOTE_VIOLENCE
    if not remote and THEY.match(clause.quote) and not _IT.match(clause.quote):
        return False  # "ambushed a convoy. The following day they killed a nurse in Jomba"
    deadly = source.coding is not None and source.coding.sub_event_type not in _HARMLESS
    if clause.link is Link.JOINED and source.coding and source.coding.sub_event_type in _TAKING:
        return False  # "burned a school in Djibo and killed a chief in Arbinda"
    return deadly and bool(own) and any(count and count.low > 0 and not count.aggregate for count in harmed)
