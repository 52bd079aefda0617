"""Towns on no map that an act is done to, told in the present as chronologies and headlines do; and names that are none there."""

from itertools import product

from dashboard.extraction.annotate.unresolved_toponyms import unresolved_toponyms

_WHO = ("The army", "On May 20, the rebels")
_ONE = (
    "takes back", "retakes", "recaptures", "captures", "seizes", "storms", "overruns", "attacks", "raids", "shells",
    "bombs", "strikes", "hits", "besieges", "invades", "bombards", "pounds", "reclaims", "reclaimed", "regains",
    "withdraws from",
)  # fmt: skip
_MANY = ("capture", "seize", "retake", "recapture", "attack", "raid", "shell", "bomb", "strike")
_BEHIND = (".", " on Monday.", ", killing two.")


def test_a_town_on_no_map_is_read_behind_what_is_done_to_it() -> None:
    told = [
        *(f"{who} {verb} Elkhiweya{behind}" for who, verb, behind in product(_WHO, _ONE, _BEHIND)),
        *(f"The rebels {verb} Elkhiweya{behind}" for verb, behind in product(_MANY, _BEHIND)),
    ]
    failing = [
        text for text in told if [each.location for each in unresolved_toponyms(text, [])] != ["Elkhiweya"]
    ]
    assert not failing


def test_what_stands_behind_a_noun_is_no_town() -> None:
    told = (
        "The attacks Monday killed two.",
        "After the raids Police arrested two men.",
        "The strikes They feared came.",
        "In the attack President Tinubu condemned, two died.",
        "Two strikes Tuesday hit the port.",
        "The strike Ahmed Salem saw killed three.",
        "The drone attack Ansaru claimed killed three.",
        "Two raids Ansaru claimed killed three.",
        "The army attacks Christian villagers.",
    )
    assert [text for text in told if unresolved_toponyms(text, [])] == []
