"""Acts of ten kinds, told in the active and the passive, as they go on, and as headlines have them: each is known by its words.

A grid over who does it, what is done and how it is put; a test lists what of it fails. Beside it stands what is no such act.
"""

import pytest

from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.cues import code

_GRID = {
    SubEventType.LOOTING: (
        (
            "Settlers {} near Burin.",
            ("set fire to farmland", "burn a hive", "demolished two shelters", "uproot olive trees"),
        ),
        (
            "Some 20 armed men came to the site on Tuesday and {}.",
            ("torched an earth-mover", "smashed solar panels", "took three motorcycles"),
        ),
        (
            "{} near Burin on Tuesday.",
            (
                "Farmland was set on fire",
                "A health post was burned",
                "Three granaries were torched",
                "Two dumpers were burnt by rebels",
            ),
        ),
        ("{} near Burin", ("Two dumpers torched", "Granary looted", "Tractor set ablaze")),
    ),
    SubEventType.ABDUCTION: (
        (
            "{} near Kolofata.",
            (
                "Raiders take 22 people",
                "Gunmen carry off two drivers",
                "Bandits snatched a nurse",
                "Militants led three farmers away",
            ),
        ),
        (
            "{} near Kolofata on Monday.",
            (
                "Four passengers were led off the bus",
                "Four passengers were carried off",
                "Two engineers were snatched",
                "A teacher was dragged away",
            ),
        ),
        ("{}", ("Two drivers carried off", "Two farmers taken hostage near Kolofata")),
    ),
    SubEventType.ARMED_CLASH: (
        (
            "{} in Lyari.",
            (
                "Police and gangsters fight",
                "Soldiers battle rebels",
                "Guards repel smugglers",
                "Rangers open fire on militants",
            ),
        ),
        (
            "{} in Lyari on Monday.",
            (
                "Police and gangsters fought for hours",
                "Officers fell into an ambush",
                "Soldiers were attacked by rebels",
                "Rangers ran into militants",
            ),
        ),
    ),
    SubEventType.ATTACK: (
        (
            "{} in Lyari.",
            (
                "Two women of a team are shot at",
                "A bus comes under fire",
                "Gunmen shoot at a taxi",
                "Unknown men fire on farmers",
            ),
        ),
        (
            "{} in Lyari on Monday.",
            ("He was beaten with rifle butts", "A shepherd was beaten", "A priest was fired on"),
        ),
    ),
    SubEventType.PROTEST_WITH_INTERVENTION: (
        (
            "{} on Monday.",
            (
                "Relatives who had gathered in front of the administration were dispersed by the police",
                "Police used batons to keep traders away",
                "Police fired into the air to disperse women",
                "Students were tear-gassed",
            ),
        ),
    ),
    SubEventType.PEACEFUL_PROTEST: (
        (
            "{} on Monday.",
            (
                "Drivers parked their vehicles in front of the city hall to demand security",
                "Residents set up a tent to ask for a ceasefire",
                "Sixty women gathered in front of the civil police to ask for their sons",
                "Youths burnt an effigy of the president",
            ),
        ),
    ),
    SubEventType.AGREEMENT: (
        (
            "{} on Monday.",
            (
                "Three militia members yielded to the police",
                "Two commanders of the group turned themselves in",
                "Nine rebels returned to the fold",
                "Leaders signed a commitment to cease hostilities",
            ),
        ),
    ),
    SubEventType.REMOTE_EXPLOSIVE: (
        (
            "{} near Landhi on Monday.",
            (
                "A truck ran over an explosive",
                "A boy died after stepping on an antipersonnel mine",
                "A motorcycle laden with explosives went off",
                "An explosive device under a bridge destroyed one of its pillars",
            ),
        ),
    ),
    SubEventType.AIR_STRIKE: (
        (
            "{} on Friday.",
            (
                "An air operation killed three civilians",
                "A driver was killed when his vehicle was hit",
                "A drone fell on a house",
            ),
        ),
    ),
}
_NONE_OF_IT = (
    ("The men took their children to the clinic.", SubEventType.ABDUCTION),
    ("The rebels took the farmers by surprise.", SubEventType.ABDUCTION),
    ("Police took nine suspects into custody.", SubEventType.ABDUCTION),
    ("Two settlers were shot at a petrol station.", SubEventType.LOOTING),
    ("The team was beaten in the final.", SubEventType.ATTACK),
    ("The minister came under fire from critics over the budget.", SubEventType.ATTACK),
    ("A wildfire burned farmland and two shelters.", SubEventType.LOOTING),
    ("Two pedestrians were killed when a car was hit by a train.", SubEventType.AIR_STRIKE),
    ("A shell destroyed two shelters.", SubEventType.LOOTING),
    ("The soldiers returned with food for the children.", SubEventType.LOOTING),
    ("Aid workers and soldiers carry sacks of rice to a camp.", SubEventType.LOOTING),
    ("Men took goods to the market.", SubEventType.LOOTING),
    ("Men took bicycles on a charity ride.", SubEventType.LOOTING),
    ("A truck loaded with goods was driven off the ferry.", SubEventType.LOOTING),
    ("Passengers were led off the burning ferry.", SubEventType.ABDUCTION),
    ("The minister was beaten in the vote.", SubEventType.ATTACK),
    ("Guards used batons to keep fans off the field.", SubEventType.PROTEST_WITH_INTERVENTION),
    ("The members returned to the fold of the party.", SubEventType.AGREEMENT),
)


@pytest.mark.parametrize("kind", list(_GRID), ids=str)
def test_an_act_is_known_in_every_voice(kind: SubEventType) -> None:
    told = [frame.format(act) for frame, acts in _GRID[kind] for act in acts]
    found = {each: coding.sub_event_type if (coding := code(each)) else None for each in told}
    assert {each: got for each, got in found.items() if got is not kind} == {}


@pytest.mark.parametrize(("told", "kind"), _NONE_OF_IT)
def test_what_sounds_like_one_is_none(told: str, kind: SubEventType) -> None:
    coding = code(told)
    assert coding is None or coding.sub_event_type is not kind
