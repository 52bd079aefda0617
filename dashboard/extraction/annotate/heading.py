"""Who reports, and under what headline, when the first lines say so."""

from dataclasses import replace

from dashboard.extraction.lexicon import said
from dashboard.text import Report, unbroken

_SOURCE_WORDS = said("source-names")
_LONGEST_SOURCE = 60
_LONGEST_HEADLINE = 220


def headed(report: Report) -> Report:
    r"""The report with its source and headline, where its first lines say so and nobody else did.

    >>> headed(Report("Radio Example News\n\nShells hit the market\n\nOn Monday, shells hit it.")).title
    'Shells hit the market'
    """
    lines = [line.strip() for line in unbroken(report.text).splitlines() if line.strip()]
    source = lines[0] if len(lines) > 1 and _names_a_source(lines[0]) else ""
    rest = lines[1:] if source else lines
    headline = rest[0] if len(rest) > 1 and _is_headline(rest[0]) else ""
    title = headline if not report.title or report.title == source else report.title
    return replace(report, source=report.source or source, title=title or source)


def _names_a_source(line: str) -> bool:
    return len(line) <= _LONGEST_SOURCE and not line.endswith((".", ":")) and bool(_SOURCE_WORDS.search(line))


def _is_headline(line: str) -> bool:
    return len(line) <= _LONGEST_HEADLINE and not line.endswith(".")
