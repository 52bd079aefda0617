"""Acts some hours before or after the one told before, nobody says how many: of that day, and not of the report's."""

from datetime import date
from itertools import product

from dashboard.extraction import Event, read_report
from dashboard.text import Report

PUBLISHED = date(2022, 7, 21)  # a Thursday
STEPS = (
    "Hours later",
    "Hours earlier",
    "A few hours later",
    "Several hours earlier",
    "Minutes later",
    "Some hours later",
    "A few hours before",
)
ACTS = {
    "soldiers set ablaze a dozen houses in Kumba": "Looting/property destruction",
    "gunmen shot dead a teacher in Kumba": "Attack",
    "a roadside bomb went off in Kumba": "Remote explosive/landmine/IED",
}
FRAMES = ("{step}, {act}.", "{step}, residents said, {act}.", "{Act} {last}.")


def events(text: str) -> tuple[Event, ...]:
    return tuple(read_report(Report(text, published=PUBLISHED)).events)


def test_some_hours_on_are_of_the_day_of_the_act_before() -> None:
    wrong = []
    for step, (act, kind), frame, paragraph in product(STEPS, ACTS.items(), FRAMES, (" ", "\n\n")):
        told = frame.format(step=step, act=act, Act=act[0].upper() + act[1:], last=step[0].lower() + step[1:])
        text = f"Rebels attacked an army post in Buea, Cameroon, on Tuesday at about 2 PM.{paragraph}{told}"
        held = [
            each
            for each in events(text)
            if each.sub_event_type == kind and each.location == "Kumba" and f"{each.start:%F}" == "2022-07-19"
        ]
        wrong += [] if held else [told]
    assert not wrong


def test_who_died_hours_later_was_shot_when_it_is_told() -> None:
    text = "Gunmen shot a teacher in Kumba, Cameroon, on Tuesday at about 2 PM. He died hours later."
    (event,) = events(text)
    assert f"{event.start:%F %H:%M}" == "2022-07-19 13:30"
