"""``case``: the commands that seal a case into one file, and check such a file."""

from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli.options import Database, Quiet, Verbose

case = typer.Typer(
    help="Seal a case into one file, and verify it.",
    rich_markup_mode=None,
    no_args_is_help=True,
)


@case.command(
    short_help="Pack the whole case into one .zip.",
    epilog="""\b
Examples:
  conflict-timeline case seal case.zip --database case.db
  conflict-timeline case seal case.zip --originals reports/
  conflict-timeline case seal case.zip --timestamp https://freetsa.org/tsr""",
)
def seal(
    out: Annotated[Path, typer.Argument(metavar="FILE", help="The .zip to write.")],
    originals: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Where the reports were read from; files that are still the same are packed.",
        ),
    ] = None,
    timestamp: Annotated[
        str,
        typer.Option(
            metavar="URL",
            help="Ask this RFC 3161 authority for a time stamp. It is sent the SHA-256 of the manifest, nothing else.",
        ),
    ] = "",
    database: Database = None,
    _verbose: Verbose = False,
    _quiet: Quiet = False,
) -> int:
    """Pack reports, store, exports, methods and a manifest with the SHA-256 of each into one .zip."""
    from dashboard.cli.case import seal_case

    return seal_case(out, database, originals, timestamp)


@case.command(
    short_help="Check that a sealed case is as it was sealed.",
    epilog="""\b
Examples:
  conflict-timeline case verify case.zip
  conflict-timeline case verify case.zip --fingerprint 5f2a…""",
)
def verify(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .zip that 'case seal' wrote.")],
    fingerprint: Annotated[
        str, typer.Option(metavar="HEX", help="The fingerprint you were given when it was sealed.")
    ] = "",
    roots: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Certificates you trust (PEM), to check the time stamp against."),
    ] = None,
    _verbose: Verbose = False,
    _quiet: Quiet = False,
) -> int:
    """Hold every file of a sealed case against its manifest; exit code 1 where anything is not as it was sealed."""
    from dashboard.cli.case import verify_case

    return verify_case(file, fingerprint, roots)
