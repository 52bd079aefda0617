"""``reports``: the commands that show which reports are in the store, and take one out."""

from typing import Annotated

import typer

from dashboard.cli import completed
from dashboard.cli.options import AsJson, Database

reports = typer.Typer(
    help="Show the reports of the store, and take reports out of it.",
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
