"""What the shell offers when a person asks it to complete a word: formats, types, places, zones, ids.

Nothing is told and nothing fails here: where there is no store, nothing is offered.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress

import typer

from dashboard.errors import TimelineError

_BASH = "_CONFLICT_TIMELINE_COMPLETE", "complete_bash"


def formats(incomplete: str) -> list[str]:
    """The formats of exports."""
    from dashboard.publish.offered import NAMES

    return _like(incomplete, NAMES)


def flavours(incomplete: str) -> list[str]:
    """Whose kinds of .csv, .json and .html there are."""
    from dashboard.publish.offered import FLAVOURS

    return _like(incomplete, FLAVOURS)


def types(incomplete: str) -> list[str]:
    """The types of events and their sub-types."""
    from dashboard.extraction.acled import EVENT_TYPES

    return _like(incomplete, (word for kind, subs in EVENT_TYPES.items() for word in (kind, *subs)))


def languages(incomplete: str) -> list[str]:
    """The codes of the languages that are read."""
    from dashboard.language.languages import languages as read

    return _like(incomplete, (each.code for each in read()))


def zones(incomplete: str) -> list[str]:
    """The time zones."""
    from zoneinfo import available_timezones

    return [name for name in sorted(available_timezones()) if name.startswith(incomplete)]


def places(context: typer.Context, incomplete: str) -> list[str]:
    """The places and regions of the events that are kept."""
    return _like(
        incomplete,
        sorted(
            {
                word
                for column in ("location", "admin1", "country")
                for word in _kept(context, "events", column)
            }
        ),
    )


def event_ids(context: typer.Context, incomplete: str) -> list[str]:
    """The ids of the events that are kept."""
    return _like(incomplete, _kept(context, "events", "event_id"))


def events_and_fields(context: typer.Context, incomplete: str) -> list[str]:
    """The ids of the events that are kept; and once one is named, fields with an equals sign, and a field's words."""
    words = context.params.get("words") or ()
    return fields(incomplete) if words else [*event_ids(context, incomplete), *fields(incomplete)]


def fields(incomplete: str) -> list[str]:
    """The fields that a person may set, with an equals sign; after it the words of the field."""
    from dashboard.store.checked import BY_HAND

    name, equals, begun = incomplete.partition("=")
    if not equals:
        return _like(incomplete, (f"{each}=" for each in ("when", "place", *BY_HAND)))
    column = BY_HAND.get(name)
    typed = [f"{name}={each}" for each in _like(begun, column.words)] if column else []
    return [each for each in typed if each != f"{name}="]


def review_statuses(incomplete: str) -> list[str]:
    """What a person may make of an event."""
    from dashboard.table.columns import ReviewStatus

    return _like(incomplete, (each.value for each in ReviewStatus))


def report_names(context: typer.Context, incomplete: str) -> list[str]:
    """The ids and the file names of the reports that are kept."""
    return _like(incomplete, (*_kept(context, "reports", "report_id"), *_kept(context, "reports", "url")))


def _kept(context: typer.Context, table: str, column: str) -> Iterator[str]:
    from dashboard.cli.stored import own_dataset

    with suppress(TimelineError, OSError):
        dataset = own_dataset(context.params.get("database"))
        if dataset is not None:
            yield from filter(None, getattr(dataset, table)[column].astype(str).unique())


def _like(incomplete: str, words: Iterable[str]) -> list[str]:
    """The words that begin so, in whatever case; they go on from what was typed, as typer drops all others.

    bash takes a space in a word for its end, unless it is marked.
    """
    found = [word for word in words if word.casefold().startswith(incomplete.casefold())]
    typed = [incomplete + word[len(incomplete) :] for word in found]
    name, bash = _BASH
    if os.environ.get(name) != bash:
        return typed
    return [] if " " in incomplete else [word.replace(" ", "\\ ") for word in typed]
