"""Options that more than one command has."""

from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli import completed
from dashboard.cli.logs import set_quiet, set_verbose
from dashboard.cli.own import own_file, shown
from dashboard.readers import LARGEST

Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="When the report was published: 2018-05-21, '21 May 2018 14:00', yesterday. "
        "Without it the date is worked out from the text.",
    ),
]
Zone = Annotated[
    str,
    typer.Option(
        "--timezone",
        metavar="ZONE",
        help="Time zone of the place, like Asia/Damascus.",
        autocompletion=completed.zones,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
Database = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        envvar="CONFLICT_TIMELINE_DATABASE",
        help=f"A SQLite file, or postgresql+psycopg://USER@HOST/NAME. Default: {shown(own_file())}.",
    ),
]
Dates = Annotated[
    Path | None,
    typer.Option(
        "--dates",
        metavar="FILE",
        help="A table (CSV) of file names and days of publication, for reports that do not tell theirs.",
    ),
]
Largest = Annotated[
    int,
    typer.Option("--largest", metavar="MB", min=1, help="The longest file that is still read as a report."),
]
DatasetName = Annotated[
    str,
    typer.Option(
        "--dataset", metavar="NAME", help="What to call the reports together; else their folder's name."
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        min=1,
        help="How many processes read at one time; 1 is this one alone. Default: one a core, where there is enough to read.",
    ),
]
Scheduler = Annotated[
    str,
    typer.Option(metavar="ADDRESS", help="Read on the workers of this Dask scheduler, like tcp://host:8786."),
]
Verbose = Annotated[
    bool,
    typer.Option("--verbose", "-v", callback=set_verbose, is_eager=True, help="Tell more, tracebacks too."),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", callback=set_quiet, is_eager=True, help="Tell of errors only.")
]
Because = Annotated[str, typer.Option("--because", metavar="REASON", help="Why; it is kept with the edit.")]
By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who does it. Default: the name of the login.")
]
Upon = Annotated[
    int | None,
    typer.Option(
        "--upon",
        metavar="REVISION",
        help="The revision you looked at ('events show' tells it): where somebody edited the same since, nothing is written.",
    ),
]
Maps = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="ROLE=COLUMN",
        help="What a table's columns tell, like date=When,place=Town; ROLE=- for none. order=mdy: the month first.",
    ),
]
BadRows = Annotated[
    Path | None,
    typer.Option(
        "--bad-rows", metavar="FILE", help="Write a table's rows that were left out, and why, as CSV."
    ),
]
LearnPlaces = Annotated[
    bool,
    typer.Option(
        "--learn-places", help="Add the places of the tables to the store, for reports read from then on."
    ),
]
DEFAULT_LARGEST = LARGEST
