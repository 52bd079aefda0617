"""``reports``: the commands that show which reports are in the store, and take one out."""

from typing import Annotated

import typer

from dashboard.cli import completed
from dashboard.cli.options import AsJson, Because, By, Database, Zone

reports = typer.Typer(
    help="Show the store's reports, date them, take them out.",
    rich_markup_mode=None,
    no_args_is_help=True,
)


@reports.command("list", short_help="List the reports, their ids and days.")
def list_(database: Database = None, as_json: AsJson = False) -> int:
    """List the reports with their ids, days of publication and datasets."""
    from dashboard.cli.reports import print_reports

    return print_reports(database, as_json=as_json)


@reports.command(
    short_help="Take reports out, with the events they tell.",
    epilog="""\b
Examples:
  conflict-timeline reports remove 525a1eaf4f78
  conflict-timeline reports remove post.txt --yes""",
)
def remove(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="REPORT",
            help="Ids, or file names, as 'reports list' shows them.",
            autocompletion=completed.report_names,
        ),
    ],
    database: Database = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask, though a person has worked on it.")] = False,
) -> int:
    """Take reports out, with the events they tell; reading them again brings them back."""
    from dashboard.cli.reports import remove_reports

    return remove_reports(names, database, sure=yes)


@reports.command(
    short_help="Set a report's day, and read it again.",
    epilog="""\b
Examples:
  conflict-timeline reports date post.txt --published 2018-05-21 --because "the page's address has the day"
  conflict-timeline reports date 525a1eaf4f78 --timezone Europe/London --because "written in London" """,
)
def date(
    name: Annotated[
        str,
        typer.Argument(
            metavar="REPORT",
            help="Its id, or its file's name, as 'reports list' shows them.",
            autocompletion=completed.report_names,
        ),
    ],
    because: Because,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="When it was published: 2018-05-21, '21 May 2018 14:00', yesterday."
        ),
    ] = None,
    zone: Zone = "",
    by: By = None,
    database: Database = None,
) -> int:
    """Set a report's day of publication or its zone, and read it again; the times of its events move."""
    from dashboard.cli.corrections import Said
    from dashboard.cli.reports import date_report

    return date_report(name, published, zone, Said(because, by), database)
