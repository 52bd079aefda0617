"""The stages in a row: a report in, its events out, with all that was not turned into one."""

from dataclasses import dataclass, replace

from dashboard import gazetteer
from dashboard.extraction.annotate.annotate import annotate
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.assemble.assembled import assemble
from dashboard.extraction.attach.attach import attach
from dashboard.extraction.link.linked import Linked, link
from dashboard.extraction.model import Event, Mention, Unread
from dashboard.extraction.reading import Reading
from dashboard.gazetteer import Gazetteer
from dashboard.text import Plain, Report, Span


@dataclass(frozen=True, slots=True)
class Workings:
    """A reading with all that it was made from: what stands in each clause, and what each was read as.

    All of it is of the report's plain text; ``as_it_came`` is the reading of the report itself.
    """

    reading: Reading
    annotations: Annotations
    linked: Linked
    plain: Plain
    received: Report

    def as_it_came(self) -> Reading:
        """The reading, with every quote and every span as the report has them."""
        if not self.plain.pieces:
            return self.reading
        told = self.reading.report
        report = replace(
            told,
            text=self.plain.came,
            known_as=self.received.known_as,
            title=self.received.title or _as_written(told.title, self.plain),
        )
        return replace(
            self.reading,
            report=report,
            events=tuple(_event(each, self.plain) for each in self.reading.events),
            unread=tuple(_unread(each, self.plain) for each in self.reading.unread),
        )


def workings(report: Report, places: Gazetteer | None = None) -> Workings:
    """The reading of a report, and how it came about."""
    plain = Plain.of(report.text)
    read = replace(report, text=plain.text, known_as=report.report_id) if plain.pieces else report
    annotations = annotate(read, places or gazetteer.load())
    linked = link(attach(annotations))
    return Workings(assemble(annotations, linked), annotations, linked, plain, report)


def _as_written(title: str, plain: Plain) -> str:
    """A headline that was found in the text, in the letters in which it stands there."""
    at = plain.text.find(title)
    return plain.back(Span(at, at + len(title))).of(plain.came) if title and at >= 0 else title


def _event(event: Event, plain: Plain) -> Event:
    return replace(event, mentions=tuple(_mention(each, plain) for each in event.mentions))


def _mention(mention: Mention, plain: Plain) -> Mention:
    start, end = plain.back(Span(mention.char_start, mention.char_end))
    quote = plain.came[start:end]
    if not plain.moves:
        return mention if quote == mention.quote else replace(mention, quote=quote)
    return replace(
        mention,
        char_start=start,
        char_end=end,
        quote=quote,
        time_span=mention.time_span and plain.back(mention.time_span),
        fields=tuple(
            replace(each, span=plain.back(each.span)) if each.span else each for each in mention.fields
        ),
    )


def _unread(left: Unread, plain: Plain) -> Unread:
    span = plain.back(left.span)
    return replace(left, span=span, text=span.of(plain.came))
