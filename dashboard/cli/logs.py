"""How much is told beside the results: notes by default, tracebacks with --verbose, only errors with --quiet."""

import logging
import sys

from dashboard.text.passwords import without_passwords


class _Harmless(logging.Formatter):
    """Messages and tracebacks without the passwords of addresses in them."""

    def format(self, record: logging.LogRecord) -> str:
        """The message, as it may be shown."""
        return without_passwords(super().format(record))


LOG = logging.getLogger("dashboard")
_READERS = ("trafilatura", "htmldate", "courlan", "justext", "pypdf", "feedparser", "charset_normalizer")
"""Libraries that tell of every oddity of a file; what matters of it is told by whoever asked them."""
_LEVELS = {"quiet": logging.ERROR, "verbose": logging.DEBUG}


def set_quiet(asked: bool) -> bool:
    """Tell of errors only, if asked to."""
    return _set("quiet", asked=asked)


def set_verbose(asked: bool) -> bool:
    """Tell of everything, tracebacks too, if asked to."""
    return _set("verbose", asked=asked)


def start() -> None:
    """Notes and errors, on standard error: what a run begins with."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Harmless("%(message)s"))
    logging.basicConfig(handlers=[handler], force=True)
    LOG.setLevel(logging.INFO)
    for name in _READERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _set(name: str, *, asked: bool) -> bool:
    if asked:
        LOG.setLevel(_LEVELS[name])
    return asked
