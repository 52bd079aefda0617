"""What stands between those who act and what they did leaves the act what it is: a grid over acts and asides."""

from itertools import product

from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.asides import asides
from dashboard.extraction.annotate.cues import code

_ACTS = {
    ("Warplanes", "bombed the market"): SubEventType.AIR_STRIKE,
    ("A drone", "hit a car"): SubEventType.AIR_STRIKE,
    ("Rockets", "struck the airport"): SubEventType.SHELLING,
    ("Gunmen", "stormed a church"): SubEventType.ATTACK,
    ("Gunmen", "abducted six students"): SubEventType.ABDUCTION,
    ("Insurgents", "burned 40 houses"): SubEventType.LOOTING,
    ("Rebels", "captured the town"): SubEventType.NON_STATE_OVERTAKES,
    ("Police", "arrested four men"): SubEventType.ARRESTS,
    ("Students", "marched through the town"): SubEventType.PEACEFUL_PROTEST,
    ("Soldiers", "raped two women"): SubEventType.SEXUAL_VIOLENCE,
}
_ASIDES = (
    ", an armed group active in the hills since last year,",
    ", believed to be from a camp in the hills,",
    ", which had been seen in the area since the morning,",
    ", together with men of two other groups,",
    ", according to the mayor of the commune,",
    ", an official of the district said on Monday,",
    ", as on the two days before,",
    " (some twenty by the count of residents)",
    " coming from the direction of the river",
    " suspected to be members of a breakaway faction",
    " presumably operated by the Jalisco New Generation Cartel",
    " from the neighbouring district of Tawila",
)


def test_an_act_is_known_past_what_is_said_of_those_who_did_it() -> None:
    told = {
        f"{who}{aside} {had}{did} on Monday.": kind
        for ((who, did), kind), aside, had in product(_ACTS.items(), _ASIDES, ("", "had "))
    }
    found = {each: coding.sub_event_type if (coding := code(each)) else None for each in told}
    assert {each: found[each] for each in told if found[each] is not told[each]} == {}


def test_what_goes_on_with_no_act_is_no_aside() -> None:
    told = (
        "In Homs, a town of the centre, nobody was hurt.",
        "The three, aged 9 to 12, remain in hospital.",
        "Soldiers (some twenty by the count of residents) remain there.",
        "Shells fell on Sumy, Kharkiv and Odesa.",
        "Gunmen armed with rifles and machetes.",
    )
    assert [each for each in told if asides(each)] == []
