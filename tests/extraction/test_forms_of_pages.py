"""The forms of pages that tell days and places: each frame over each incident gives one event with its day, place and dead."""

from collections.abc import Iterator
from datetime import date, timedelta

from dashboard import read_report

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


def day_of(number: int) -> date:
    return FIRST + timedelta(number)


def page(frame: str, country: str, region: str, towns: tuple[str, ...], between: str = "\n\n") -> str:
    """A page of as many entries as there are acts."""
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
    return PAGE.format(country=country) + between.join(entries) + "\n"


def failing(frames: tuple[str, ...], between: str = "\n\n") -> Iterator[tuple[str, object]]:
    """The frames and what was read of them, where it is not what they tell."""
    for frame in frames:
        for country, region, towns in LANDS:
            read = [
                (str(each.start)[:10], each.location, each.fatalities or 0)
                for each in read_report(page(frame, country, region, towns, between)).events
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
