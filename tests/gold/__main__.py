"""The figures of the coded reports, and what is wrong: python -m tests.gold [PART OF A NAME] [FOLDER]."""

import sys
from collections.abc import Iterator

from dashboard.extraction import Event, read_report
from dashboard.text import Report
from tests.gold.coding import FOLDER, Coded, Interval, Told, coded, reports
from tests.gold.score import (
    HAPPENED,
    Tally,
    actors_named,
    paired,
    restates,
    score,
    sub_type_right,
    time_right,
    toll_right,
    type_right,
)


def main(part: str = "", folder: str = "") -> None:
    """Print a line a report, its errors where one was asked for, and the sum."""
    together, where = Tally(), FOLDER.parent / (folder or FOLDER.name)
    for report in (coded(name, where) for name in reports(where) if part in name):
        events = read_report(Report(report.text, published=report.published)).events
        tally = score(report, events)
        together += tally
        print(f"{report.name:26}", _line(tally))
        if part:
            print(*errors(report, [event for event in events if event.modality in HAPPENED]), sep="\n")
    print(f"{'together':26}", _line(together))


def _line(tally: Tally) -> str:
    figures = "  ".join(f"{name} {value:5.1f}" for name, value in tally.figures().items())
    return f"{figures}  coded {tally.coded} read {tally.read} paired {tally.paired} restated {tally.restated}"


def errors(report: Coded, read: list[Event]) -> Iterator[str]:
    """A paragraph for every event that is missed, false, or wrong in some respect."""
    pairs = paired(report.events, read)
    for told, event in pairs:
        if wrong := wrongs(told, event):
            yield f"  {'+'.join(wrong)}\n{_coded(told)}\n{_read(event)}"
    for told in report.events:
        if not told.optional and not any(told is found for found, _ in pairs):
            yield f"  MISSED\n{_coded(told)}"
    for event in read:
        if not any(event is used for _, used in pairs):
            kinds = [other.kind for other in report.others if restates(event, other)]
            yield f"  FALSE {', '.join(kinds)}\n{_read(event)}"


def wrongs(told: Told, event: Event) -> list[str]:
    """In which respects a found event is wrong."""
    right = {
        "TIME": time_right(told, event),
        "TYPE": type_right(told, event),
        "SUB-TYPE": sub_type_right(told, event),
        "TOLL": toll_right(told, event),
        "ACTORS": actors_named(told, event) == len(told.actors),
    }
    return [name for name, is_right in right.items() if not is_right]


def _coded(told: Told) -> str:
    times = " or ".join(_when(time) for time in told.times)
    actors = "; ".join(names[0] for names in told.actors)
    dead = " or ".join(map(str, told.dead))
    return (
        f"    coded {times} | {told.places[0]} | {' or '.join(told.types)} | {actors} | {dead} | {told.what}"
    )


def _read(event: Event) -> str:
    when = _when((event.start, event.end or event.start)) if event.start else "no time"
    actors = "; ".join(filter(None, (event.actor1, event.actor2, event.assoc_actors)))
    quotes = " … ".join(mention.quote for mention in event.mentions)
    toll = "" if event.fatalities is None else event.fatalities
    return f"    read  {when} | {event.location} | {event.sub_event_type} | {actors} | {toll} | {quotes}"


def _when(time: Interval) -> str:
    return f"{time[0]:%d %b %H:%M} – {time[1]:%d %b %H:%M}"


if __name__ == "__main__":
    main(*sys.argv[1:3])
