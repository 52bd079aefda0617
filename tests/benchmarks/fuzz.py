"""Random inputs to the readers: none may fail, and what is read must hang together.

    .venv/bin/python -m tests.benchmarks.fuzz --times 1000000 --reports 50000 --seed 1

Inputs are made of the words that readers look for, of dates at the calendar's edges, of punctuation, and of
characters of every kind, lone surrogates too. What must hold of every reading: spans lie in the text and give
the words back, stand in order, nothing ends before it starts, and the same input gives the same reading.
"""

import argparse
import traceback
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from random import Random

from dashboard.extraction import Reading, read_report
from dashboard.temporal import TimeReading, read_time
from dashboard.text import Report

_TIMES = """
yesterday|today|tomorrow|tonight|last night|Monday|Sunday|Friday|the night of|midnight of|after midnight of|the 19th|the 31st
|31 April|29 February|30 Feb 2018|May|May 2018|in 1999|1200|2018|9999|0001|the year 1|31.12.9999|31/04/2018|01/01/0001
|2018-05-21|9999-12-31T23:59:59Z|2018-02-30|100 centuries ago|99 years ago|a million years|the 100th century|the 9990s
|the 1st century|3 hours ago|for 36 hours|since|until|from|to|between|and|–|-|before|after|the day before|two weeks later
|in three days|next month|last Friday|two Saturdays ago|spring|Q3|the 12th day of|Ramadan|Eid al-Fitr|17 Rajab 1439|480 BC
|AD 70|noon|at 5 pm|14:30|24:00|25:61|2300 GMT|dawn|half past four|for the third day running|every day|a week earlier
|the following Monday|the week of|of the war|the end of|early|late|mid-|within|less than|more than|about|published on|said on
|posted on 3 March|updated|أمس|اليوم|الاثنين|مساء|٢٠١٨|٣١ نيسان|منتصف ليل|بعد|منذ|حتى|رمضان
""".replace("\n", "").split("|")
_EVENTS = """
shells fell on|warplanes bombed|killed|wounded|at least|12|a dozen|civilians|rebels|regime forces|the army|clashes|in|near|Douma
|Homs|Damascus|Kharkiv|Goma|Mali|, where|while|and|but|denied|planned to|said|according to|ceasefire|buses|evacuated|a new batch
|protesters|arrested|abducted|an IED|exploded|the town of|village|district of|“|”|(|)|Among them:|A; B; C|in retaliation for
|on|the|of|by|ISIS|the organization|3 children|up to|bringing to|the total since|no casualties|Lt. Khalid|U.N.|St. George
""".replace("\n", "").split("|")
_MARKS = [
    ". ",
    ", ",
    "; ",
    ": ",
    "\n",
    "\n\n",
    " ",
    "… ",
    "!",
    "?",
    "/",
    "'",
    "’s ",
    '"',
    "•",
    "[3]",
    "\t",
    "\r\n",
    "",
    "\x00",
]
_DAYS: list[date | None] = [
    None, date(2018, 5, 21), date(2024, 2, 29), date(1, 1, 1), date(1, 12, 31), date(9999, 12, 31), date(9998, 12, 31),
    date(9990, 6, 1), date(2, 1, 1), date(12, 1, 1), date(13, 1, 1), date(9989, 12, 31), datetime(9999, 12, 31, 23, 59), datetime(1, 1, 1, 0, 1),
    datetime(2018, 5, 21, 4, 30),
]  # fmt: skip
_MOST_PARTS = 14
_SHOWN = 12


def main() -> None:
    """Read as many random inputs as asked for, and print how many failed, by kind."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=100_000, help="inputs to read_time")
    parser.add_argument("--reports", type=int, default=5_000, help="inputs to read_report")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    for name, count, check in (
        ("read_time", asked.times, time_fault),
        ("read_report", asked.reports, report_fault),
    ):
        faults = Counter(fault for text, day in inputs(count, asked.seed) if (fault := check(text, day)))
        print(f"{name}: {count} inputs, {sum(faults.values())} faults", flush=True)
        for fault, times in faults.most_common(_SHOWN):
            print(f"  {times:>6}  {fault}")


def inputs(count: int, seed: int) -> Iterator[tuple[str, date | None]]:
    """So many texts with a day of publication; the same for the same seed."""
    random = Random(seed)
    for _ in range(count):
        parts = (_part(random) for _ in range(random.randint(1, _MOST_PARTS)))
        yield (
            "".join(part + (" " if random.random() < 0.7 else random.choice(_MARKS)) for part in parts),
            _day(random),
        )


def time_fault(text: str, day: date | None) -> str:
    """What is wrong with the reading of a text's times; empty when nothing is."""
    try:
        reading = read_time(text, day)
        return _wrong_times(text, reading) or (
            "" if reading == read_time(text, day) else "read otherwise again"
        )
    except Exception as error:  # noqa: BLE001 - every failure is what is looked for
        return _where(error)


def report_fault(text: str, day: date | None) -> str:
    """What is wrong with the reading of a report; empty when nothing is."""
    report = Report(text, published=day)
    try:
        reading = read_report(report)
        return _wrong_events(text, reading) or (
            "" if reading == read_report(report) else "read otherwise again"
        )
    except Exception as error:  # noqa: BLE001 - every failure is what is looked for
        return _where(error)


def _part(random: Random) -> str:
    kind = random.random()
    if kind < 0.55:
        return random.choice(_TIMES)
    if kind < 0.9:
        return random.choice(_EVENTS)
    if kind < 0.95:
        return str(random.choice([random.randint(0, 99), random.randint(0, 99_999)]))
    return "".join(
        chr(
            random.choice(
                [random.randint(0, 0x24F), random.randint(0x600, 0x6FF), random.randint(0, 0x10FFFF), 0xD800]
            )
        )
        for _ in range(random.randint(1, 4))
    )


def _day(random: Random) -> date | None:
    if random.random() < 0.6:
        return random.choice(_DAYS)
    return date.fromordinal(random.randint(1, date.max.toordinal()))


def _wrong_times(text: str, reading: TimeReading) -> str:
    end = 0
    for timex in reading.timexes:
        if not 0 <= timex.span.start < timex.span.end <= len(text) or timex.span.of(text) != timex.text:
            return "a span that does not give its words"
        if timex.span.start < end:
            return "time expressions out of order"
        end = timex.span.end
        if timex.start and timex.end and timex.start > timex.end:
            return "an end before its start"
    return ""


def _wrong_events(text: str, reading: Reading) -> str:
    for event in reading.events:
        if event.start and event.end and event.start > event.end:
            return "an event that ends before it starts"
        if any(text[each.char_start : each.char_end] != each.quote for each in event.mentions):
            return "a mention that does not give its words"
    if any(each.span.of(text) != each.text for each in reading.unread):
        return "something unread that does not give its words"
    return ""


def _where(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {str(error)[:80]} ({last.filename.rpartition('/')[2]}:{last.lineno})"


if __name__ == "__main__":
    main()
