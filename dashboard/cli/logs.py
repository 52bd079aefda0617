"""How much is told beside the results: notes by default, tracebacks with --verbose, only errors with --quiet."""

import logging
import sys

LOG = logging.getLogger("dashboard")
_LEVELS = {"quiet": logging.ERROR, "verbose": logging.DEBUG}


def set_quiet(asked: bool) -> bool:
    """Tell of errors only, if asked to."""
    return _set("quiet", asked=asked)


def set_verbose(asked: bool) -> bool:
    """Tell of everything, tracebacks too, if asked to."""
    return _set("verbose", asked=asked)


def start() -> None:
    """Notes and errors, on standard error: what a run begins with."""
    logging.basicConfig(stream=sys.stderr, format="%(message)s", force=True)
    LOG.setLevel(logging.INFO)


def _set(name: str, *, asked: bool) -> bool:
    if asked:
        LOG.setLevel(_LEVELS[name])
    return asked
