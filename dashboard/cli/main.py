"""From arguments to an exit code, with every expected trouble told in one line."""

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import typer
from typer.main import get_command

from dashboard.cli.commands import app
from dashboard.cli.logs import LOG, start
from dashboard.cli.output import complain
from dashboard.errors import DateError, SelectionError, TimelineError

PROGRAM = "conflict-timeline"
FAILED, USAGE, INTERRUPTED = 1, 2, 130
_HELP = "Usage: "


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of one run; without arguments those of the process."""
    _speak_utf8()
    start()
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        _hush()
        return 0
    return code


def _run(arguments: Sequence[str]) -> int:
    try:
        code = get_command(app).main(args=arguments, prog_name=PROGRAM, standalone_mode=False)
    except typer.TyperException as error:
        return _misused(error)
    except (TimelineError, OSError) as error:
        return _failed(error)
    except typer.Abort:
        return INTERRUPTED
    except SystemExit as stop:  # typer's way of saying that nobody reads our output any more
        return _stopped(stop)
    return int(code or 0)


def _misused(error: typer.TyperException) -> int:
    message = error.format_message().strip()
    if message.startswith(_HELP):  # a group of commands named without one of them
        sys.stderr.write(f"{message}\n")
        return USAGE
    complain(f"{message[:1].lower()}{message[1:]}")
    context = getattr(error, "ctx", None)
    sys.stderr.write(f"try: {context.command_path if context else PROGRAM} --help\n")
    return USAGE


def _failed(error: Exception) -> int:
    if isinstance(error, BrokenPipeError):
        raise error
    complain(_of_system(error) if isinstance(error, OSError) else str(error))
    LOG.debug("it failed here:", exc_info=error)
    return USAGE if isinstance(error, (DateError, SelectionError)) else FAILED


def _of_system(error: OSError) -> str:
    """What the system refused, and of which file where it says so."""
    reason = error.strerror or str(error) or type(error).__name__
    where = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else ""
    return f"{where}: {reason.lower()}" if where else f"can't write: {reason}"


def _stopped(stop: SystemExit) -> int:
    if isinstance(stop.__context__, BrokenPipeError):
        raise stop.__context__
    return stop.code if isinstance(stop.code, int) else FAILED


def _speak_utf8() -> None:
    """Whatever the locale says: reports are in every script, and JSON is UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _hush() -> None:
    """Whoever read our output has left (``| head``): no complaint when Python closes it."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
