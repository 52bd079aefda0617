"""``read --explain``: a report clause by clause, in eighty columns, for a person at a terminal."""

from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap

from dashboard.cli.output import say
from dashboard.extraction.explain import ClauseRead, Explained, Finding
from dashboard.extraction.model import Event, Mention, Unread

WIDTH = 80
_LABEL = 10


def say_explained(explained: Explained) -> None:
    """Print every clause with what was read, then the events they were brought together to, then what was left."""
    numbers = {
        clause.mention_id: number
        for number, clause in enumerate(explained.clauses, start=1)
        if clause.mention_id
    }
    paragraph, frame = -1, ""
    for number, clause in enumerate(explained.clauses, start=1):
        if clause.paragraph != paragraph:
            say(_ruled(f"paragraph {clause.paragraph + 1}"))
        if clause.frame != frame:
            say(f"clock: {clause.frame}")
        paragraph, frame = clause.paragraph, clause.frame
        _say_all(_clause(number, clause))
    say(_ruled("events"))
    for event in explained.reading.events:
        _say_all(_event(event, numbers))
    if explained.elsewhere:
        say(_ruled("left unread outside of clauses"))
        for unread in explained.elsewhere:
            _say_all(_unread(unread))
    say()


def _say_all(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)
    say()


def _ruled(words: str) -> str:
    return f"── {words} ".ljust(WIDTH, "─")


def _clause(number: int, clause: ClauseRead) -> Iterator[str]:
    link = "" if clause.link == "opens" else f" ({clause.link})"
    yield from _hung(f"[{number}]{link} ", f"“{_flat(clause.quote)}”")
    for finding in clause.findings:
        if clause.mention_id or finding.what:
            label = finding.what if finding.counts else f"({finding.what})"
            yield from _row(label, _finding(finding))
    for why in clause.why:
        yield from _row("unread" if clause.mention_id else "no event", why)


def _finding(finding: Finding) -> str:
    words = f"“{_flat(finding.words)}” → " if finding.words else ""
    return f"{words}{finding.reading}{f'  [{finding.rule}]' if finding.rule else ''}"


def _event(event: Event, numbers: Mapping[str, int]) -> Iterator[str]:
    place = f", {event.location}" if event.location else ""
    kind = " · ".join(each for each in (event.sub_event_type, event.ext_type) if each)
    yield from _hung(f"{event.event_id}  ", f"{kind}{place} ({event.modality})")
    for mention in event.mentions:
        yield from _row(f"[{numbers[mention.mention_id]}]", _likeness(mention, event))
    for column, found in _evidence(event):
        yield from _row(column, found)
    if event.conflicts:
        yield from _row("conflict", event.conflicts)
    if event.confidence is not None:
        against = f", because of {event.doubts}" if event.doubts else ""
        yield from _row("confidence", f"{event.confidence:.2f} that it is wholly right{against}")


def _likeness(mention: Mention, event: Event) -> str:
    if mention.likeness:
        return mention.likeness
    return "the only mention" if len(event.mentions) == 1 else "its first mention"


def _evidence(event: Event) -> Iterator[tuple[str, str]]:
    """What the main columns rest on: the value, the characters of the words, the rule."""
    rests = event.evidence()
    for label, column in _SHOWN.items():
        if column in rests:
            field = rests[column].field
            at = f"characters {field.span.start}–{field.span.end}" if field.span else "no words"
            yield label, f"{field.value}  [{at}; {field.rule}]"


def _unread(unread: Unread) -> Iterator[str]:
    yield from _hung("“", f"{_flat(unread.text)}” at {unread.span.start}: {unread.why}")


def _row(label: str, text: str) -> list[str]:
    return _hung(f"    {label:<{_LABEL}} ", text)


def _hung(head: str, text: str) -> list[str]:
    """The text after its head, wrapped to the width, further lines under the first."""
    indent = " " * min(len(head), _LABEL + 5)
    return wrap(head + text, WIDTH, subsequent_indent=indent, break_on_hyphens=False) or [head]


def _flat(text: str) -> str:
    return " ".join(text.split())


_SHOWN = {
    "from": "start",
    "until": "end",
    "type": "sub_event_type",
    "place": "location",
    "actor1": "actor1",
    "actor2": "actor2",
    "killed": "fatalities",
    "injured": "injured",
    "modality": "modality",
}
