"""The commands and their options; what each does is in a module of its own, loaded when it is called."""

from pathlib import Path
from typing import Annotated

import typer

from dashboard import __version__
from dashboard.cli import completed
from dashboard.cli.case_commands import case
from dashboard.cli.event_commands import events
from dashboard.cli.options import (
    DEFAULT_LARGEST,
    AsJson,
    BadRows,
    Database,
    DatasetName,
    Dates,
    Jobs,
    Largest,
    LearnPlaces,
    Maps,
    Published,
    Quiet,
    Scheduler,
    Verbose,
    Zone,
)
from dashboard.cli.own import own_file, shown
from dashboard.cli.people_commands import people
from dashboard.cli.report_commands import reports
from dashboard.exchange.headings import Headings
from dashboard.publish.offered import FLAVOURS, SUFFIXES

app = typer.Typer(
    help="Turns conflict and situation reports into a timeline that can be defended.",
    epilog="Nothing leaves this machine unless you ask for it.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.add_typer(events, name="events")
app.add_typer(reports, name="reports")
app.add_typer(case, name="case")
app.add_typer(people, name="people")


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version and stop.")] = False,
    _verbose: Verbose = False,
    _quiet: Quiet = False,
) -> None:
    """Read reports, keep their events, show them as a timeline."""
    if version:
        typer.echo(f"conflict-timeline {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


@app.command(
    "time",
    epilog="""\b
Examples:
  conflict-timeline time "a batch left after midnight of yesterday" \\
      --published 2018-05-21
  conflict-timeline time report.txt
  conflict-timeline time "hier soir vers 22 heures" --language fr
  conflict-timeline time "at dusk on 16 December 2023" --place Kharkiv
  conflict-timeline time - --json < report.txt""",
)
def time_(
    text: Annotated[
        str,
        typer.Argument(
            metavar="TEXT", help="The words, or a file that holds one report, or - for standard input."
        ),
    ],
    published: Published = None,
    language: Annotated[
        str,
        typer.Option(
            metavar="CODE",
            help="The language of the words: ar, en, fr. Without it they tell.",
            autocompletion=completed.languages,
        ),
    ] = "",
    place: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Where it was, by name or as 33.51,36.29,Asia/Damascus: then dusk and prayers are the sun's there.",
        ),
    ] = None,
    as_json: AsJson = False,
    _verbose: Verbose = False,
    _quiet: Quiet = False,
) -> int:
    """Read the time expressions of a text."""
    from dashboard.cli.read_time import print_times

    return print_times(text, published, language, place, as_json=as_json)


@app.command(
    short_help="Read reports and tables into events, one row each.",
    epilog="""\b
Examples:
  conflict-timeline read seeds/
  conflict-timeline read report.txt --explain
  conflict-timeline read report.txt --published "21 May 2018" \\
      --timezone Asia/Damascus --json
  conflict-timeline read reports/ --into case.db
  conflict-timeline read reports/ --dates days.csv
  conflict-timeline read reports/ --into case.db --jobs 4
  conflict-timeline read mails.mbox result.json case.zip
  conflict-timeline read acled.csv ucdp.xlsx --into case.db
  conflict-timeline read list.xlsx --map "date=Day of attack,place=Town" \\
      --published 2018-05-22 --into case.db
  conflict-timeline read https://example.org/page --fetch""",
)
def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Reports, told by their content: text, saved pages (HTML, MHTML), mails (.eml, .mbox), feeds, Telegram "
            "exports (result.json, messages.html), .pdf, .docx, .odt; tables of events; .zip of all these, .gz, .bz2, .xz of one; "
            "folders; - for standard input; with --fetch addresses too.",
        ),
    ],
    into: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Keep the events in this database; without it nothing is kept."),
    ] = None,
    published: Published = None,
    timezone: Zone = "",
    dates: Dates = None,
    dataset: DatasetName = "",
    largest: Largest = DEFAULT_LARGEST,
    database: Database = None,
    as_json: AsJson = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Each clause, what was read from it, what was left and why.")
    ] = False,
    jobs: Jobs = None,
    scheduler: Scheduler = "",
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Fetch the addresses that are named; nothing else is asked for.")
    ] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from this machine and its own network too.")
    ] = False,
    maps: Maps = None,
    bad_rows: BadRows = None,
    learn_places: LearnPlaces = False,
    _verbose: Verbose = False,
    _quiet: Quiet = False,
) -> int:
    """Read reports into events, one row each, whichever of them tell of it; --into keeps them.

    Tables are told by their content: ACLED, UCDP GED, GDELT, TimelineJS, timemap, GeoJSON, KML, HXL, exports of this
    program, and any other CSV, Excel, OpenDocument, Parquet or JSON table, whose columns are guessed and shown.
    """
    from dashboard.cli.fetched import Fetch, sources_of
    from dashboard.cli.gather import Typed, given_by
    from dashboard.cli.parted import parted
    from dashboard.cli.tables import Wishes, read_tables

    given = given_by(Typed(published, timezone, largest, dates))
    sources = sources_of(paths, Fetch(fetch, allow_private, largest))
    wishes = Wishes(tuple(maps or ()), bad_rows, learn_places, as_json)
    with parted(sources.found, largest) as found:
        code = read_tables(found, given, into, dataset, wishes)
    if found.rest:
        from dashboard.cli.many import Crew
        from dashboard.cli.read_reports import Keeping, Printing, print_events

        keeping = Keeping(into, dataset or found.name)
        look, crew = Printing(as_json, explain), Crew(jobs, scheduler)
        code |= print_events(found.rest, found.given(given), database, look, keeping, crew)
    return code | int(sources.failed + found.failed > 0)


@app.command(
    short_help="Read what arrives in a folder.",
    epilog="""\b
Examples:
  conflict-timeline watch inbox/
  conflict-timeline watch inbox/ --into case.db --timezone Asia/Damascus""",
)
def watch(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER", help="Where reports of any kind arrive; what lies there is read first."
        ),
    ],
    into: Annotated[
        str | None,
        typer.Option(metavar="URL", help=f"Keep the events in this database. Default: {shown(own_file())}."),
    ] = None,
    timezone: Zone = "",
    dates: Dates = None,
    dataset: DatasetName = "",
    largest: Largest = DEFAULT_LARGEST,
    _verbose: Verbose = False,
    _quiet: Quiet = False,
) -> int:
    """Read the reports of a folder into the database, and every other as it arrives, until Ctrl-C.

    A file is read once it has stopped growing; 'serve' on the same database shows what came.
    """
    from dashboard.cli.gather import Typed, given_by
    from dashboard.cli.watch import watch_folder

    return watch_folder(folder, into, given_by(Typed(None, timezone, largest, dates)), dataset)


@app.command(
    short_help="Show the timeline in the browser.",
    epilog="""\b
Examples:
  conflict-timeline serve
  conflict-timeline serve reports/ --port 8051 --no-browser
  conflict-timeline serve --database case.db --host 0.0.0.0 \\
      --auth people.txt --workers 2""",
)
def serve(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH", help="Reports or folders to read first.")
    ] = None,
    database: Database = None,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="PORT", min=0, max=65535, help="The port; 0 takes any free one.")
    ] = 8050,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")] = False,
    workers: Annotated[
        int,
        typer.Option(
            metavar="N",
            min=1,
            max=64,
            help="Processes that answer; for many people on a machine with more cores.",
        ),
    ] = 1,
    auth: Annotated[
        Path | None,
        typer.Option(
            "--auth",
            metavar="FILE",
            help="Ask people to sign in: those that 'conflict-timeline people' put into the file.",
        ),
    ] = None,
    proxy: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ADDRESS",
            help="A server in front of this one, which says by X-Forwarded- headers who asks; may be repeated.",
        ),
    ] = None,
    user_header: Annotated[
        str,
        typer.Option(
            "--user-header",
            metavar="NAME",
            help="The header by which that server says who is signed in, like X-Remote-User; --auth says what they may do.",
        ),
    ] = "",
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-host", metavar="NAME", help="Another name the page may be called by; may be repeated."
        ),
    ] = None,
    embed_in: Annotated[
        list[str] | None,
        typer.Option(
            "--embed-in",
            metavar="SITE",
            help="A site that may show a view in a frame, like https://news.example.org; may be repeated, * is any.",
        ),
    ] = None,
    insecure: Annotated[
        bool, typer.Option("--insecure", help="Let everybody on the network see and change everything.")
    ] = False,
    published: Published = None,
    timezone: Zone = "",
    dates: Dates = None,
    dataset: DatasetName = "",
    largest: Largest = DEFAULT_LARGEST,
    _verbose: Verbose = False,
    _quiet: Quiet = False,
) -> int:
    """Read reports, keep their events in the database, and show the timeline in the browser; without PATH what is kept."""
    from dashboard.cli.gather import Typed
    from dashboard.cli.serve import Sitting, serve_page
    from dashboard.cli.sharing import Sharing

    sharing = Sharing(auth, proxy or (), user_header, allow_host or (), insecure, embed_in or ())
    typed = Typed(published, timezone, largest, dates)
    sitting = Sitting(paths or [], typed, database, host, port, dataset, sharing, workers)
    return serve_page(sitting, browser=not no_browser)


@app.command(
    short_help="Write the timeline or its events into a file.",
    epilog="""\b
Examples:
  conflict-timeline export timeline.html
  conflict-timeline export chronology.docx --headings place
  conflict-timeline export acled.csv
  conflict-timeline export homs.csv --place Homs --from "1 May 2018" \\
      --to 2018-05-21
  conflict-timeline export - --format json | jq .events""",
)
def export(
    out: Annotated[
        Path,
        typer.Argument(
            metavar="OUT",
            help=f"A file that ends in {' '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}, or - for standard output.",
        ),
    ],
    place: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Only this place or region; may be repeated.",
            autocompletion=completed.places,
        ),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--type",
            metavar="NAME",
            help="Only this type of event; may be repeated.",
            autocompletion=completed.types,
        ),
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="Only what may be on or after this day.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Only what may be on or before this day.")
    ] = None,
    database: Database = None,
    timezone: Zone = "",
    *,
    named: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help="The format, whatever the name ends in, like csv or pdf.",
            autocompletion=completed.formats,
        ),
    ] = "",
    flavour: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="NAME",
            help=f"Whose kind of .csv, .json or .html: {', '.join(FLAVOURS)}. A name like acled.csv says it too.",
            autocompletion=completed.flavours,
        ),
    ] = "",
    headings: Annotated[
        Headings, typer.Option("--headings", help="What a chronology is divided by.")
    ] = Headings.MONTH,
    bom: Annotated[
        bool | None,
        typer.Option(
            "--bom/--no-bom",
            help="Begin a CSV with the mark by which Excel knows UTF-8 [default: in a file, not to standard output].",
        ),
    ] = None,
    dataset: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Only events of this dataset: of a table that was read, or of reports; may be repeated.",
        ),
    ] = None,
    limit: Annotated[
        float,
        typer.Option("--time-limit", metavar="SECONDS", min=1, help="How long a picture may take to draw."),
    ] = 60,
    _verbose: Verbose = False,
    _quiet: Quiet = False,
) -> int:
    """Write the timeline or its events into a file; its name tells the format."""
    from dashboard.cli.export import Manner, export_file
    from dashboard.cli.wanted import Asked

    asked = Asked(
        tuple(place or ()), tuple(kind or ()), tuple(dataset or ()), first, last, timezone, headings
    )
    return export_file(out, asked, database, Manner(named, flavour, bom, limit))


places = typer.Typer(
    help="Bring places of your own, and see what a name may mean.",
    rich_markup_mode=None,
    no_args_is_help=True,
)
app.add_typer(places, name="places")


@places.command(
    "add",
    short_help="Add the places of a file to the store.",
    epilog="""\b
Examples:
  conflict-timeline places add SY.zip
  conflict-timeline places add syr_admin_pcodes.csv acled.csv""",
)
def add(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE",
            help="A GeoNames country file (SY.txt, SY.zip), or a CSV or Excel table with names and coordinates: "
            "OCHA P-codes, coded events of ACLED or UCDP, a list of your own.",
        ),
    ],
    database: Database = None,
) -> int:
    """Add the places of a file to the store; reports read into it from then on know them."""
    from dashboard.cli.places import add_places

    return add_places(files, database)


@places.command(
    "find",
    short_help="Show every place a name may mean, and why.",
    epilog="""\b
Examples:
  conflict-timeline places find "Jisr ash-Shugur"
  conflict-timeline places find Tripoli --country LB""",
)
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As a report spells it.")],
    country: Annotated[str | None, typer.Option(metavar="NAME", help="Only in this country.")] = None,
    region: Annotated[str | None, typer.Option(metavar="NAME", help="In this province or district.")] = None,
    database: Database = None,
    as_json: AsJson = False,
) -> int:
    """Show every place a name may mean, best first, and why."""
    from dashboard.cli.places import find_place

    return find_place(name, country, region, database, as_json=as_json)
