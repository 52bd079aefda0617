"""A town that is only passed, fired from, spoken in or mourned at leaves the act where it was told before, or behind it."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

TOWNS = (("Djibo", "Dori"), ("Dikwa", "Maiduguri"), ("Azaz", "Afrin"), ("Bria", "Bambari"))
LEAD = "Gunmen attacked {here} on Monday, killing two traders.\n\n"
TOLD_BEFORE = (
    "The attackers killed three more people on Tuesday, a doctor in {other} said.",
    "A midwife who reached {other} on foot told our station that the attackers returned on Tuesday and set fire to the mosque.",
    "Witnesses told our correspondent in {other} that the gunmen burned ten shops on Tuesday.",
    "The army said in {other} that it killed six gunmen on Tuesday.",
    "Policemen sent from {other} came under fire on Tuesday.",
    "Soldiers based in {other} killed six gunmen on Tuesday.",
    "On Tuesday six gunmen were killed by soldiers stationed in {other}.",
    "Helicopters from {other} fired on the gunmen on Tuesday, killing six.",
    "Jets that took off from {other} bombed the gunmen on Tuesday.",
    "The gunmen came from {other} and killed three people on Tuesday.",
    "On Tuesday a nurse was shot and taken to a hospital in {other}.",
    "On Tuesday the gunmen burned a lorry bound for {other}.",
    "On Tuesday the gunmen burned a lorry that had left {other} at dawn.",
    "On Tuesday the gunmen burned a bus which was carrying passengers from {other} to the north.",
)
TOLD_HERE = (
    "A convoy that had left {other} was attacked at {here} on Tuesday.",
    "A funeral was held in {other} for two traders killed in {here} on Tuesday.",
    "Gunmen stormed a bar in {here} on Tuesday, killing a policeman based in {other}.",
    "Mourners attended the funeral in {other} of two traders killed in {here} on Tuesday.",
    "After leaving {other}, a bus was ambushed at {here} on Tuesday.",
    "Fired from {other}, rockets hit {here} on Tuesday and killed two.",
    "Two traders on their way to {other} were killed in {here} on Tuesday.",
    "{other}—Gunmen killed two traders in {here} on Tuesday.",
    "{other}, North—Gunmen killed two traders in {here} on Tuesday.",
)
THERE = (  # where the other town is the act's
    ("Gunmen raided {other} on Tuesday, killing two.", "{other}"),
    ("On Tuesday three people died in an attack near {other}.", "near {other}"),
    ("Fighters from {here} raided {other} on Tuesday, killing two.", "{other}"),
    ("On Tuesday two officers from {here} were shot dead in {other}.", "{other}"),
    ("On Tuesday gunmen attacked a funeral in {other} and killed three mourners.", "{other}"),
    ("On Tuesday a bomb went off at a funeral in {other}, killing six people.", "{other}"),
    ("On Tuesday troops stationed in {other} were ambushed and three were killed.", "{other}"),
    ("On Tuesday soldiers based in {other} came under fire at their camp.", "{other}"),
    ("On Tuesday the gunmen attacked a battalion based in {other}.", "{other}"),
    ("On Tuesday a bus was ambushed after leaving {other}, killing two.", "{other}"),
)


def _places(text: str) -> set[str]:
    events = read_report(Report(text, published=date(2024, 6, 12))).events
    return {each.location.removeprefix("near ") for each in events if str(each.start)[:10] == "2024-06-11"}


def test_a_town_beside_the_act_is_not_its_place() -> None:
    texts = [(LEAD + told, pair) for told, pair in product(TOLD_BEFORE, TOWNS)]
    texts += [(told, pair) for told, pair in product(TOLD_HERE, TOWNS)]
    read = [(_places(text.format(here=here, other=other)), here, text) for text, (here, other) in texts]
    assert [each for each in read if each[0] != {each[1]}] == []


def test_a_town_of_the_act_stays_its_place() -> None:
    wrong = []
    for (told, place), (here, other) in product(THERE, TOWNS):
        read = _places((LEAD + told).format(here=here, other=other))
        if read != {place.format(other=other).removeprefix("near ")}:
            wrong.append((told, here, read))
    assert wrong == []


def test_a_hashtag_that_labels_what_is_told_is_a_place_and_a_line_of_tags_none() -> None:
    assert _places("Syria, 12 June 2024\n\n– #Azaz: gunmen killed two traders on Tuesday.") == {"Azaz"}
    assert _places("Gunmen killed two traders in Azaz on Tuesday.\n\n#Afrin #Syria") == {"Azaz"}
