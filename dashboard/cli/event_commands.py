"""``events``: the commands that show the events of the store, and join and split them by hand."""

from typing import Annotated

import typer

from dashboard.cli import completed
from dashboard.cli.options import Database

events = typer.Typer(
    help="Show the events of the store, join and split them.",
    rich_markup_mode=None,
    no_args_is_help=True,
)

Because = Annotated[str, typer.Option("--because", metavar="REASON", help="Why; it is kept with the edit.")]
EventId = Annotated[
    str,
    typer.Argument(
        metavar="EVENT",
        help="An event's id, as 'events list' shows it.",
        autocompletion=completed.event_ids,
    ),
]


@events.command("list")
def list_(database: Database = None) -> int:
    """List the events with their ids, by time."""
    from dashboard.cli.events import print_list

    return print_list(database)


@events.command(short_help="Show one event with its mentions.")
def show(event_id: EventId, database: Database = None) -> int:
    """Show one event with its mentions, their ids, and why each is told to be of it."""
    from dashboard.cli.events import print_event

    return print_event(event_id, database)


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
    database: Database = None,
) -> int:
    """Make one event of several; nothing is lost, and 'events undo' takes it back."""
    from dashboard.cli.events import join_events

    return join_events(event_ids, because, database)


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
    database: Database = None,
) -> int:
    """Make an event of its own of some of an event's mentions."""
    from dashboard.cli.events import split_event

    return split_event(event_id, mention_ids, because, database)


@events.command(short_help="List what was joined and split, and why.")
def edits(database: Database = None) -> int:
    """List everything that was joined and split, with the reasons; what was undone too."""
    from dashboard.cli.events import print_edits

    return print_edits(database)


@events.command()
def undo(
    number: Annotated[int, typer.Argument(metavar="EDIT", help="Its number, as 'events edits' shows it.")],
    database: Database = None,
) -> int:
    """Take a join or a split back."""
    from dashboard.cli.events import undo_edit

    return undo_edit(number, database)
