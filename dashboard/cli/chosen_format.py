"""Which format a person means: by the file's name, by --format, by --as."""

from pathlib import Path

import typer

from dashboard.cli.output import note
from dashboard.exchange.formats import Format
from dashboard.publish.offered import NAMES, SUFFIXES, called, endings_of, misnamed, told_by

STANDARD_OUTPUT = Path("-")


def chosen_format(out: Path, named: str, flavour: str) -> Format:
    """The format that was named, else the one the file's name tells; ``flavour`` says whose .csv, .json or .html.

    Raises BadParameter where nothing tells it, and where two things tell different formats.
    """
    if flavour:
        return _flavoured(out, named, flavour)
    if named:
        return _one(called(named), out) or _refuse(
            f"{named} is no format this writes; the formats are {' '.join(NAMES)}"
        )
    if out == STANDARD_OUTPUT:
        return _refuse(f"say with --format what to write to standard output: {' '.join(NAMES)}")
    if other := misnamed(out.name):
        _tell_of(other, out)
    return told_by(out.name) or _refuse(_untold(out))


def _tell_of(flavour: str, out: Path) -> None:
    """A name like homs.acled.json contradicts itself; one like chronology.pdf may be meant so."""
    words = f"{flavour} is written as {' or '.join(endings_of(flavour))}"
    if out.name.count(".") > 1:
        _refuse(f"{out}: {words}; name a file that ends so, or say with --format what it is to be")
    note(f"{out}: {words}; this is the {out.suffix.lower()} it would be under any other name")


def _flavoured(out: Path, named: str, flavour: str) -> Format:
    """The flavour, in the file that --format or the file's name tells, where it comes in several."""
    meant = called(flavour)
    if not meant:
        return _refuse(f"--as {flavour}: is none of {' '.join(NAMES)}")
    if named:
        both = tuple(
            each for each in meant if each in called(named) or each.suffix == f".{named.lstrip('.')}"
        )
        return _one(both, out) or _refuse(
            f"--as {flavour} and --format {named} are two formats; leave one of them out"
        )
    if out == STANDARD_OUTPUT:
        return meant[0]
    return next((each for each in meant if each.suffix == out.suffix.lower()), None) or _refuse(
        f"{out}: --as {flavour} is written as {' or '.join(each.suffix for each in meant)}; "
        f"name a file that ends so, or say --format {meant[0].name}, which goes into any file"
    )


def _one(meant: tuple[Format, ...], out: Path) -> Format | None:
    """The one the file's name agrees with, else the first."""
    return next((each for each in meant if each.suffix == out.suffix.lower()), next(iter(meant), None))


def _untold(out: Path) -> str:
    suffix = out.suffix.lower()
    why = f"{suffix} is no format this writes" if suffix else "its name does not tell a format"
    return f"{out}: {why}; name a file that ends in {' '.join(SUFFIXES)}, or say --format"


def _refuse(why: str) -> Format:
    raise typer.BadParameter(why)
