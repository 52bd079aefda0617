"""The forms of pages that tell days and places: each frame over each incident gives one event with its day, place and dead."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from dashboard import read_report
from dashboard.extraction.annotate.form_tables import rows_of_tables
from dashboard.extraction.annotate.titles import link_lines

PAGE = "Weekly incident digest – {country}\nIssued 17 October 2024\n\n"
LANDS = (
    ("Nigeria", "Borno", ("Gwoza", "Dikwa", "Monguno")),
    ("Mali", "Gao", ("Ansongo", "Bourem", "Labbezanga")),
    ("Ukraine", "Donetsk", ("Kramatorsk", "Druzhkivka", "Pokrovsk")),
)
ACTS = (
    ("Armed attack", "4 killed", "Gunmen shot dead four farmers on their way home.", 4),
    ("Abduction", "3 abducted", "Armed men abducted three traders from a bus.", 0),
    ("Drone strike", "2 killed", "A drone struck a house, killing a woman and her son.", 2),
)
FIRST = date(2024, 10, 12)
FRAMES = (
    "Date: {short}\nLocation: {town}\nType: {kind}\nCasualties: {harm}\nDetails: {text}",
    "Where: {town}\nWhat: {kind}\nWhen: {short}\nEffect: {harm}\nDetails: {text}",
    "Fecha: {short}\nLugar: {town}\nTipo: {kind}\nVíctimas: {harm}\nHechos: {text}",
    "Date : {short}\nLieu : {town}\nBilan : {harm}\nFaits : {text}",
    "Date / time: {short} / 0730\nPlace: {town}\nToll on people: {harm}\nWhat was done: {text}",
    "Time / date: {short}\nTown / LGA: {town}\nType: {kind}\nHuman cost: {harm}\nDetails: {text}",
    "[{number}] {REGION} – {town} LGA – {town} axis\nWhen: {short}\nWhat: {kind}\nEffect: {harm}\nDetails: {text}",
    "{number}. {town}, {region}\nWhen: {short}\nWhat: {kind}\nCasualties: {harm}\nDetails: {text}",
    "#{number} {town} ({region})\nDate: {short}\nType: {kind}\nDetails: {text}",
    "{REGION} / {town}\nDate: {short}\nIncident: {kind}\nImpact: {harm}\nComment: {text}",
    "INCIDENT {number} – {town}\nDate: {short}\nCasualties: {harm}\nDetails: {text}",
)

HEADS = (
    "{town}, {day}\n{text}",
    "{day}, {town}\n{text}",
    "{day} – {town}\n{text}",
    "{town} ({day})\n{text}",
    "{town}, {region} – {day}\n{text}",
    "{town}, {region}, {full}. {text}",
    "{town}, {day} – {text}",
    "• {town}, {day}: {text}",
    "{day}: {town}. {text}",
    "{day} – {town} – {text}",
    "{weekday}, {day}:\n{town}. {text}",
    "📍{town}, {day}\n🔴 {text}",
    "🗓 {full}\n📍 {town}, {region}\n💥 {text}",
    "**{town}** – On {day}: {text}",
    "{number}/ {town}, {day}. {text}",
    "{short}, 0730 | {town} | {text}",
    "[{full} 08:0{number}] {town}. {text}",
)

TABLES = (
    ("Date | Location | Type | Casualties\n", "{short} | {town} | {kind} | {harm}"),
    (
        "| Date | Location | Type | Casualties |\n|---|---|---|---|\n",
        "| {short} | {town} | {kind} | {harm} |",
    ),
    ("No | Date | Region | Place | Description\n", "{number} | {full} | {region} | {town} | {text}"),
    ("Date\tRegion\tLocation\tDescription\n", "{full}\t{region}\t{town}\t{text}"),
    ("Date         Location          Description\n", "{full}   {town}     {text}"),
    ("date,location,admin1,type,casualties\n", "{full},{town},{region},{kind},{harm}"),
    ("Date\nLocation\nType\nDescription\n", "{full}\n{town}\n{kind}\n{text}"),
)


def day_of(number: int) -> date:
    return FIRST + timedelta(number)


def page(
    frame: str, country: str, region: str, towns: tuple[str, ...], between: str = "\n\n", over: str = ""
) -> str:
    """A page of as many entries as there are acts; ``over`` stands above them."""
    entries = []
    for number, (town, (kind, harm, text, _)) in enumerate(zip(towns, ACTS, strict=True)):
        day = day_of(number)
        entries.append(
            frame.format(
                number=number + 1, country=country, region=region, REGION=region.upper(), town=town, kind=kind, harm=harm,
                text=text, short=f"{day.day} {day:%b}", day=f"{day.day} {day:%B}", full=f"{day.day} {day:%B %Y}",
                weekday=f"{day:%A}",
            )
        )  # fmt: skip
    return PAGE.format(country=country) + over + between.join(entries) + "\n"


def failing(frames: tuple[str, ...], between: str = "\n\n", over: str = "") -> Iterator[tuple[str, object]]:
    """The frames and what was read of them, where it is not what they tell."""
    for frame in frames:
        for country, region, towns in LANDS:
            read = [
                (str(each.start)[:10], each.location, each.fatalities or 0)
                for each in read_report(page(frame, country, region, towns, between, over)).events
            ]
            due = [(str(day_of(at)), town, ACTS[at][3]) for at, town in enumerate(towns)]
            if len(read) != len(due) or any(
                (day, dead) != (on, many) or where not in place
                for (on, where, many), (day, place, dead) in zip(due, read, strict=True)
            ):
                yield frame, read


def test_labels_in_any_order_under_heads_and_with_unknown_labels() -> None:
    assert list(failing(FRAMES)) == []


def test_entries_with_no_line_between_them_keep_their_heads() -> None:
    numbered = tuple(each for each in FRAMES if each.startswith(("[{number}]", "{number}. ", "INCIDENT")))
    assert list(failing(numbered, "\n")) == []


def test_a_line_with_a_colon_in_a_story_is_no_label() -> None:
    text = (
        "Date: 12 October 2024\nLocation: Gwoza\nType: Armed attack\nDetails: Gunmen killed four farmers.\n\n"
        "OUTLOOK: Roads may be closed.\nThe governor said: two men were killed in Dikwa on 10 October."
    )
    read = [
        (str(each.start)[:10], each.location, each.fatalities)
        for each in read_report(text, "2024-10-17").events
    ]
    assert read == [("2024-10-12", "Gwoza", 4), ("2024-10-10", "Dikwa", 2)]


def test_places_and_days_that_head_entries() -> None:
    assert list(failing(HEADS)) == []
    assert list(failing(HEADS[6:10], "\n")) == []


def test_days_that_stand_alone_under_their_month() -> None:
    lines = "October 2024\n12\nGunmen shot dead four farmers in Gwoza.\n13\nA drone struck a house in Dikwa."
    dotted = "October 2024\n12. Gunmen shot dead four farmers in Gwoza.\n14. A drone struck a house in Dikwa."
    counted = "October 2024\n1. Gunmen shot dead four farmers in Gwoza.\n2. A drone struck a house in Dikwa."
    days = [
        [str(each.start)[8:10] for each in read_report(text, "2024-10-17").events]
        for text in (lines, dotted, counted)
    ]
    assert days[:2] == [["12", "13"], ["12", "14"]]
    assert not {"01", "02"} & set(days[2])


def test_hours_and_days_before_an_act_count_nobody() -> None:
    for mark in ("09.12 ", "• 12 – "):
        text = f"Nigeria live\n17 October 2024\n\nOctober 2024\n{mark}Gunmen shot dead four farmers in Gwoza."
        (event,) = read_report(text, "2024-10-17").events
        assert event.fatalities == 4


def test_what_heads_a_story_is_no_place_of_a_list() -> None:
    text = (
        "Update, 12 October\nGunmen killed four farmers in Gwoza.\n\n"
        "Protest, 13 October\nResidents blocked the main road in Dikwa.\n\n"
        "Details, 14 October\nA drone struck a house in Monguno."
    )
    assert [each.location for each in read_report(text, "2024-10-17").events] == ["Gwoza", "Dikwa", "Monguno"]


def test_tables_that_became_lines() -> None:
    assert [wrong for over, row in TABLES for wrong in failing((row,), "\n", over)] == []


def test_a_line_of_prose_with_bars_is_no_table() -> None:
    text = "Date | Weather | Sports\nMonday | Rain fell on Jos | Gunmen killed four in Gwoza\nThe army | said | nothing"
    assert not list(rows_of_tables(text))


def test_a_place_as_a_sentence_of_its_own_is_that_of_the_act_behind_it() -> None:
    text = (
        "In memoriam\n24 October 2022\n\nVaccinator, 19. Karachi (Orangi Town), Pakistan. Shot by men on a motorcycle on 18 September 2012.\n\n"
        "Two policemen. Pishin, Pakistan. A suicide bomber blew himself up outside the centre on 9 November 2015."
    )
    read = [(str(each.start)[:10], each.location) for each in read_report(text).events]
    assert read == [("2012-09-18", "Karachi"), ("2015-11-09", "Pishin")]
    other = "Shops closed in Gwoza. Gunmen killed four farmers in Dikwa on 12 October 2024."
    assert [each.location for each in read_report(other, "2024-10-17").events] == ["Dikwa"]


def test_a_line_of_contents_tells_no_act() -> None:
    text = (
        "Overview\nIssued 4 April 2025\n\nColombia: Fighting spreads in Guaviare | Ecuador: Gangs clash in Guayaquil | Haiti: Gunmen attack Mirebalais\n\n"
        "Ecuador\nOn 6 March, gunmen stormed a sector of Guayaquil, leaving 22 people dead."
    )
    assert [(str(each.start)[:10], each.location) for each in read_report(text).events] == [
        ("2025-03-06", "Guayaquil")
    ]
    row = "Issued 4 April 2025\n\nGuayaquil: two men were killed on 3 April | Quito: police arrested a man on 2 April"
    assert link_lines(row) == ()


@pytest.mark.parametrize(
    ("words", "link"),
    [
        (
            "Watch: gunmen storm a hotel in Kismayo. Ten people were killed.",
            "Watch: gunmen storm a hotel in Kismayo.",
        ),
        ("Also read: Lt. Gen. Burhan speaks. Shells fell on Kadugli.", "Also read: Lt. Gen. Burhan speaks."),
        (
            "Also read | Drone kills five. Who rules El Obeid?",
            "Also read | Drone kills five. Who rules El Obeid?",
        ),
        ("Related: Shells fall on Kadugli", "Related: Shells fall on Kadugli"),
        ("Watched: gunmen storm a hotel.", ""),
    ],
)
def test_of_a_line_that_tells_on_behind_a_link_only_the_link_is_none(words: str, link: str) -> None:
    assert "".join(each.of(words) for each in link_lines(words)) == link
