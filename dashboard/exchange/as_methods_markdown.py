"""The methods behind a dataset as Markdown, to go into a paper or a repository."""

import re
from collections.abc import Iterator

from dashboard.exchange.narrative.methods import Section, methods_of
from dashboard.exchange.provenance import Provenance
from dashboard.exchange.supported import Supported, supported, tallied
from dashboard.table import Dataset
from dashboard.wording.say import say

_MARKS = re.compile(r"([\\`*_\[\]<>|#])")


def write(dataset: Dataset, provenance: Provenance) -> Iterator[bytes]:
    """The document."""
    return of_supported(supported(dataset), provenance)


def of_supported(events: Supported, provenance: Provenance) -> Iterator[bytes]:
    """The same of events that come part by part."""
    title = say("Methods: {title}", title=provenance.title) if provenance.title else say("Methods")
    parts = (f"# {escaped(title)}\n", *map(_section, methods_of(tallied(events), events.support, provenance)))
    yield "\n".join(parts).encode("utf-8", "backslashreplace")


def _section(section: Section) -> str:
    lines = "".join(f"{escaped(line)}\n\n" for line in section.lines)
    return f"## {escaped(section.title)}\n\n{lines}{_table(section)}"


def _table(section: Section) -> str:
    if not section.rows:
        return ""
    rows = (section.heads, ("---",) * len(section.heads), *(map(escaped, row) for row in section.rows))
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def escaped(text: str) -> str:
    r"""The text as Markdown shows it, on one line; what a report says is no markup.

    >>> escaped("<b>5 * 3</b> | x")
    '\\<b\\>5 \\* 3\\</b\\> \\| x'
    """
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
