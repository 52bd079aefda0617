"""A text without some of its stretches, in which everything else stays where it was."""

from collections.abc import Iterable

from dashboard.text.span import Span


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with blanks where those stretches stand; ends of lines stay.

    >>> blanked("Map: Sumy. Two died.", [Span(0, 10)])
    '           Two died.'
    """
    for span in spans:
        blanks = "".join(each if each in "\r\n" else " " for each in span.of(text))
        text = text[: span.start] + blanks + text[span.end :]
    return text
