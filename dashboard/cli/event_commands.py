"""``events``: the commands that show the events of the store, and correct them."""

from typing import Annotated

import typer

from dashboard.cli import completed
from dashboard.cli.options import AsJson, Because, By, Database, Upon

events = typer.Typer(
    help="Show the events of the store, and correct them.",
    rich_markup_mode=None,
    no_args_is_help=True,
)

Why = Annotated[str, typer.Option("--because", metavar="REASON", help="Why, if you like to say.")]
EventId = Annotated[
    str,
    typer.Argument(
        metavar="EVENT",
        help="An event's id, as 'events list' shows it.",
        autocompletion=completed.event_ids,
    ),
]
EventIds = Annotated[
    list[str],
    typer.Argument(metavar="EVENT", help="One event or more.", autocompletion=completed.event_ids),
]


@events.command("list")
def list_(database: Database = None, as_json: AsJson = False) -> int:
    """List the events with their ids, by time."""
    from dashboard.cli.events import print_list

    return print_list(database, as_json=as_json)


@events.command(short_help="Show one event with its mentions.")
def show(event_id: EventId, database: Database = None) -> int:
    """Show one event with its mentions, their ids, and why each is told to be of it."""
    from dashboard.cli.events import print_event

    return print_event(event_id, database)


@events.command(
    "set",
    short_help="Set fields of an event.",
    epilog="""\b
Examples:
  conflict-timeline events set 525a1eaf4f78 fatalities=5 --because "the hospital's list"
  conflict-timeline events set 525a1eaf4f78 when="5 March 2018 14:00" place=Douma \\
      --because "the video shows the clock tower" --by Ann""",
)
def set_(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="EVENT... FIELD=VALUE...",
            help="Events, and the fields to set: columns of the table, or when=, or place= (a name or the gazetteer's id). "
            "An empty value empties a field; times are on the clocks of the event's zone.",
            autocompletion=completed.events_and_fields,
        ),
    ],
    because: Because,
    by: By = None,
    upon: Upon = None,
    database: Database = None,
) -> int:
    """Set fields of one event or several; what was read stays beneath, and 'events undo' brings it back."""
    from dashboard.cli.corrections import Said, set_fields

    return set_fields(words, Said(because, by, upon), database)


@events.command(short_help="Mark events as none.")
def delete(
    event_ids: EventIds, because: Because, by: By = None, upon: Upon = None, database: Database = None
) -> int:
    """Mark events as none: they are no longer shown, nothing is erased, and 'events restore' brings them back."""
    from dashboard.cli.corrections import Said, delete_events

    return delete_events(event_ids, Said(because, by, upon), database)


@events.command(short_help="Bring deleted events back.")
def restore(
    event_ids: EventIds, because: Because, by: By = None, upon: Upon = None, database: Database = None
) -> int:
    """Bring deleted events back, with all that was corrected of them."""
    from dashboard.cli.corrections import Said, restore_events

    return restore_events(event_ids, Said(because, by, upon), database)


@events.command(
    short_help="Add an event that no report tells.",
    epilog="""\b
Example:
  conflict-timeline events add when="5 March 2018" place=Douma event_type=Battles \\
      notes="heard by phone" --because "a witness called" """,
)
def add(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="FIELD=VALUE...",
            help="Its fields, as in 'events set'.",
            autocompletion=completed.fields,
        ),
    ],
    because: Because,
    by: By = None,
    dataset: Annotated[
        str, typer.Option("--dataset", metavar="NAME", help="The dataset it is of.")
    ] = "by hand",
    database: Database = None,
) -> int:
    """Add an event that no report tells."""
    from dashboard.cli.corrections import Said, add_event

    return add_event(words, dataset, Said(because, by), database)


@events.command(
    short_help="Say what you made of events.",
    epilog="""\b
Example:
  conflict-timeline events review 525a1eaf4f78 --status accepted""",
)
def review(
    event_ids: EventIds,
    status: Annotated[
        str,
        typer.Option(
            "--status",
            metavar="STATUS",
            help="unreviewed, accepted, rejected, or 'needs a second look'.",
            autocompletion=completed.review_statuses,
        ),
    ],
    because: Why = "",
    by: By = None,
    upon: Upon = None,
    database: Database = None,
) -> int:
    """Say what you made of events: unreviewed, accepted, rejected, needs a second look."""
    from dashboard.cli.corrections import Said, review_events

    return review_events(event_ids, status, Said(because, by, upon), database)


@events.command(
    short_help="Put tags on events, or take them off.",
    epilog="""\b
Example:
  conflict-timeline events tag 525a1eaf4f78 --add hospital --remove urgent""",
)
def tag(
    event_ids: EventIds,
    put: Annotated[
        list[str] | None, typer.Option("--add", metavar="TAG", help="A tag to put on; may be repeated.")
    ] = None,
    off: Annotated[
        list[str] | None, typer.Option("--remove", metavar="TAG", help="A tag to take off; may be repeated.")
    ] = None,
    because: Why = "",
    by: By = None,
    database: Database = None,
) -> int:
    """Put tags on events, or take them off."""
    from dashboard.cli.corrections import Said, tag_events

    return tag_events(event_ids, put or (), off or (), Said(because, by), database)


@events.command(
    short_help="Make one event of several.",
    epilog="""\b
Example:
  conflict-timeline events join 525a1eaf4f78 37d8614ad3db \\
      --because "one convoy, told twice" """,
)
def join(
    event_ids: Annotated[
        list[str],
        typer.Argument(metavar="EVENT", help="Two events or more.", autocompletion=completed.event_ids),
    ],
    because: Because,
    by: By = None,
    upon: Upon = None,
    database: Database = None,
) -> int:
    """Make one event of several; nothing is lost, and 'events undo' takes it back."""
    from dashboard.cli.corrections import Said
    from dashboard.cli.events import join_events

    return join_events(event_ids, Said(because, by, upon), database)


@events.command(
    short_help="Make an event of some of its mentions.",
    epilog="""\b
Example:
  conflict-timeline events split 525a1eaf4f78 0f3c9a21b7de \\
      --because "that was another street" """,
)
def split(
    event_id: EventId,
    mention_ids: Annotated[
        list[str],
        typer.Argument(metavar="MENTION", help="Mentions that leave, as 'events show' lists them."),
    ],
    because: Because,
    by: By = None,
    upon: Upon = None,
    database: Database = None,
) -> int:
    """Make an event of its own of some of an event's mentions."""
    from dashboard.cli.corrections import Said
    from dashboard.cli.events import split_event

    return split_event(event_id, mention_ids, Said(because, by, upon), database)


@events.command(short_help="List what was done with one event.")
def history(event_id: EventId, database: Database = None, as_json: AsJson = False) -> int:
    """List every edit of one event: who, when and why, what it was and is, and where the reading changed beneath."""
    from dashboard.cli.corrections import print_history

    return print_history(event_id, database, as_json=as_json)


@events.command(short_help="List what was corrected, by whom and why.")
def edits(database: Database = None, as_json: AsJson = False) -> int:
    """List everything that was corrected, with who and why; what was undone too."""
    from dashboard.cli.events import print_edits

    return print_edits(database, as_json=as_json)


@events.command()
def undo(
    number: Annotated[int, typer.Argument(metavar="EDIT", help="Its number, as 'events edits' shows it.")],
    by: By = None,
    database: Database = None,
) -> int:
    """Take an edit back, of all its events; it stays in the history."""
    from dashboard.cli.corrections import Said
    from dashboard.cli.events import undo_edit

    return undo_edit(number, Said(by=by), database)
