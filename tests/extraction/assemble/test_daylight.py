"""An event told by the sun or by a prayer has the hours of its own place."""

from datetime import date

import pytest

from dashboard.extraction import Event, read_report
from dashboard.extraction.explain import explained
from dashboard.text import Report

TOLD = [
    (
        "Shells hit Kharkiv at sunset on Saturday, killing two people.",
        date(2023, 12, 18),
        "2023-12-16 15:13 – 2023-12-16 15:53",
        "sunset at Kharkiv on 16 December 2023 was 15:33",
    ),
    (
        "Gunmen attacked a mosque in Kunduz, Afghanistan, after Friday prayers. Three people died.",
        date(2021, 10, 10),
        "2021-10-08 12:12 – 2021-10-08 15:46",
        "Dhuhr at Kunduz on 8 October 2021 was 11:42; Asr at Kunduz on 8 October 2021 was 14:58 to 15:46",
    ),
    (
        "Rebels attacked Goma before dawn on Monday, killing 3 soldiers.",
        date(2024, 2, 7),
        "2024-02-05 00:00 – 2024-02-05 05:50",
        "civil dawn at Goma (clock of Africa/Lubumbashi) on 5 February 2024 was 05:50",
    ),
    (  # all of Syria, since the place is no finer
        "Rebels in Syria attacked an army post after dark on Monday, killing 3 soldiers.",
        date(2018, 2, 7),
        "2018-02-05 17:14 – 2018-02-06 06:03",
        (
            "civil dusk over all of the country on 5 February 2018 was 17:14 to 17:38; "
            "civil dawn over all of the country on 6 February 2018 was 05:47 to 06:03"
        ),
    ),
    (
        "Gunmen attacked an army post at dawn on Monday, killing 3 soldiers.",
        date(2018, 2, 7),
        "2018-02-05 04:00 – 2018-02-05 07:00",
        "the usual hours, not the sun’s: no place is known",
    ),
    (
        "Clashes have been going on in Kharkiv since dusk on Saturday.",
        date(2023, 12, 18),
        "2023-12-16 15:33 – 2023-12-19 00:00",
        "sunset at Kharkiv on 16 December 2023 was 15:33; nautical dusk at Kharkiv on 16 December 2023 was 16:54",
    ),
    (
        "Shells hit Kharkiv on Saturday, killing two people.",
        date(2023, 12, 18),
        "2023-12-16 00:00 – 2023-12-17 00:00",
        "",
    ),
]


def the_event(text: str, published: date, zone: str = "") -> Event:
    (event,) = read_report(Report(text, published=published, timezone=zone)).events
    return event


@pytest.mark.parametrize(("text", "published", "stretch", "notes"), TOLD, ids=[each[0] for each in TOLD])
def test_an_event_has_the_hours_of_the_sun_at_its_place(
    text: str, published: date, stretch: str, notes: str
) -> None:
    event = the_event(text, published)
    assert (f"{event.start:%Y-%m-%d %H:%M} – {event.end:%Y-%m-%d %H:%M}", event.time_notes) == (
        stretch,
        notes,
    )


def test_the_mention_and_the_evidence_have_the_same_hours() -> None:
    event = the_event(*TOLD[0][:2])
    (mention,) = event.mentions
    assert (mention.start, mention.end) == (event.start, event.end)
    assert {"start", "end", "time_notes"} <= set(event.evidence())


def test_a_given_zone_says_whose_clock_counts() -> None:
    event = the_event(*TOLD[0][:2], zone="UTC")
    assert (f"{event.start:%H:%M}", event.timezone) == ("13:13", "UTC")


def test_an_evening_and_its_sunset_do_not_contradict_each_other() -> None:
    text = "Shells hit Kharkiv on Saturday evening, killing two people. The shells hit Kharkiv at sunset on Saturday, police said."
    for event in read_report(Report(text, published=date(2023, 12, 18))).events:
        assert event.conflicts == ""


def test_the_explanation_names_the_suns_times() -> None:
    told = explained(Report(TOLD[0][0], published=TOLD[0][1]))
    (time,) = (each for each in told.clauses[0].findings if each.what == "time")
    assert time.reading == TOLD[0][2]
    assert "sunset at Kharkiv on 16 December 2023 was 15:33" in time.rule
