"""Whether a page that was saved has its end."""

import re

from dashboard.readers.received import BREAKS_OFF

_BEGINS = re.compile(r"<(?:html|body)[\s>]", re.IGNORECASE)
_ENDS = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)


def cut_off(markup: str) -> tuple[str, ...]:
    """A note where a whole page has no end; a piece of one never has.

    >>> cut_off("<html><body><p>Calm.</p></body></html>"), cut_off("<p>Calm.</p>")
    ((), ())
    """
    is_open = _BEGINS.search(markup) and not _ENDS.search(markup)
    return (BREAKS_OFF.format("the page has no end"),) if is_open else ()
