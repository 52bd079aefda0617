"""Options that more than one command has."""

from typing import Annotated

import typer

from dashboard.cli.own import own_file, shown

Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="When the report was published: 2018-05-21, '21 May 2018 14:00', yesterday. "
        "Without it the date is worked out from the text.",
    ),
]
Zone = Annotated[
    str, typer.Option("--timezone", metavar="ZONE", help="Time zone of the place, like Asia/Damascus.")
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
