"""What the same people did in two places is two acts, and a place that suffered alike has an act of its own."""

from datetime import date
from itertools import permutations, product

from dashboard.extraction import read_report
from dashboard.extraction.acled import SubEventType
from dashboard.extraction.model import Event
from dashboard.text import Report

ACTS = (
    ("burned a school {}", SubEventType.LOOTING),
    ("abducted three teachers {}", SubEventType.ABDUCTION),
    ("killed a chief {}", SubEventType.ATTACK),
    ("attacked a market {}", SubEventType.ATTACK),
    ("wounded two traders {}", SubEventType.ATTACK),
    ("set fire to a clinic {}", SubEventType.LOOTING),
)
FRAMES = (
    "Gunmen {} and {} on Monday.",
    "On Monday rebels {} and {}.",
    "Militants {} and {} on Monday, residents said.",
)
ONE = (
    "Gunmen attacked a bus in Djibo and fled to Arbinda on Monday.",
    "Gunmen abducted a trader in Djibo and took him to Arbinda on Monday.",
    "Gunmen attacked a village near Djibo and killed two farmers on Monday.",
    "Rebels raided Djibo and burned the market of Djibo on Monday.",
    "Gunmen stopped a bus near Djibo and abducted a nurse from Arbinda on Monday.",
    "Soldiers from Arbinda attacked a camp near Djibo and freed two hostages on Monday.",
    "Rebels killed two soldiers in Djibo and wounded five others on Monday.",
    "A drone hit a truck near Djibo and killed two men from Arbinda on Monday.",
)
LEADS = (
    ("Troops shelled Bambari on Monday.", SubEventType.SHELLING),
    ("Heavy fighting engulfed Bambari on Monday.", SubEventType.ARMED_CLASH),
    ("A car bomb exploded in Bambari on Monday.", SubEventType.REMOTE_EXPLOSIVE),
)
ALIKE = (
    ("Bria was not spared: three women died there.", 3),
    ("Nor was Bria spared, where three women died.", 3),
    ("Bria was hit as well.", None),
    ("Bria suffered likewise; five people died there.", 5),
    ("In Bria, meanwhile, a girl was killed.", 1),
)


def told(text: str) -> tuple[Event, ...]:
    return read_report(Report(text, published=date(2022, 10, 20))).events


def two_places(first: tuple[str, SubEventType], second: tuple[str, SubEventType], frame: str) -> bool:
    events = told(frame.format(first[0].format("near Djibo"), second[0].format("in Arbinda")))
    read = {(each.location, each.sub_event_type, str(each.start)[:10]) for each in events}
    return read == {("near Djibo", first[1], "2022-10-17"), ("Arbinda", second[1], "2022-10-17")}


def test_two_acts_in_two_places_are_two_events() -> None:
    pairs = list(permutations(ACTS, 2))
    cells = [(*pair, FRAMES[number % len(FRAMES)]) for number, pair in enumerate(pairs)]
    assert [cell for cell in cells if not two_places(*cell)] == []


def test_what_they_did_on_the_way_or_to_whom_is_no_other_event() -> None:
    assert [text for text in ONE if len(told(text)) != 1] == []


def test_a_place_that_suffered_alike_has_an_event_of_the_same_kind() -> None:
    wrong = []
    for (lead, kind), (more, dead) in product(LEADS, ALIKE):
        read = {(each.location, each.sub_event_type, each.fatalities) for each in told(f"{lead} {more}")}
        if read != {("Bambari", kind, None), ("Bria", kind, dead)}:
            wrong.append((lead, more, read))
    assert wrong == []


COUNTED_FROM = (
    "attack on Djibo on Saturday",
    "fall of Kunda on 15 October 2022",
    "shelling of Taiz on October 15, 2022",
)
OLDER = (
    ("a bus had hit a mine near Bria.", "Bria", SubEventType.REMOTE_EXPLOSIVE),
    ("gunmen had abducted two nurses in Bria.", "Bria", SubEventType.ABDUCTION),
    ("gunmen shot dead two farmers in Bria.", "Bria", SubEventType.ATTACK),
)


def test_how_long_before_another_act_it_was_tells_neither_its_place_nor_its_kind() -> None:
    wrong = []
    for other, (act, place, kind) in product(COUNTED_FROM, OLDER):
        events = told(f"Two days before the {other}, {act}")
        read = [(each.location.removeprefix("near "), each.sub_event_type) for each in events]
        days = [str(each.start)[:10] for each in events]
        if (place, kind) not in read or "2022-10-13" not in days:
            wrong.append((other, act, read, days))
    assert wrong == []


TAKES = ("attacked", "raided", "stormed", "looted", "shelled")
NAMED_ITSELF = (
    "Fighters {0} Djibo on Monday and {1} Arbinda on Tuesday.",
    "On Monday fighters {0} Djibo and on Tuesday {1} Arbinda.",
    "Fighters killed two men in Djibo and {1} Arbinda.",
)


def test_a_town_that_is_attacked_itself_is_a_place_of_its_own() -> None:
    wrong = [
        (text, read)
        for first, second, frame in product(TAKES, TAKES, NAMED_ITSELF)
        if (text := frame.format(first, second))
        and (read := {each.location for each in told(text)}) != {"Djibo", "Arbinda"}
    ]
    assert not wrong, wrong


def test_who_is_hit_is_no_second_town() -> None:
    for more in ("hit Hamas positions", "abducted Musa Ali", "killed two", "attacked Boko Haram fighters"):
        assert {each.location for each in told(f"Soldiers raided Djibo on Monday and {more}.")} == {"Djibo"}
