"""Acts as chronologies and flashes put them: in the present, with no doer, done to one told by an age or as some of a group."""

from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.cues import code

_GRID = {
    SubEventType.SHELLING: [
        f"{what} {hits} {where}."
        for what in ("A shell", "A rocket", "Another missile")
        for hits in ("hits", "strikes", "lands on", "falls on")
        for where in ("a primary school", "the market of Tamboul")
    ],
    SubEventType.ATTACK: [
        f"{who} {did} {whom} on Monday."
        for who in ("Soldiers", "Gunmen")
        for did in ("shoot", "shot dead", "stabbed", "beat")
        for whom in ("a 19-year-old", "two of them", "three of his brothers")
    ],
    SubEventType.ABDUCTION: [
        f"Gunmen {did} {whom} on Monday."
        for did in ("seized", "took", "kidnapped")
        for whom in ("a 19-year-old", "five of theirs", "two of her sons", "a motorcyclist")
    ],
    SubEventType.LOOTING: [
        f"{what} {how} on Monday."
        for what in ("A backhoe", "The power line", "A police station", "The office of the party")
        for how in ("was blown up", "itself was blown up by rebels", "was demolished by unknown persons")
    ]
    + ["The tyres of three cars were slashed in Mitrovica."],
    SubEventType.GOVERNMENT_REGAINS: [
        "The police retook the prison on Monday.",
        "The prison was retaken on Monday.",
        "The town was recaptured on Monday.",
    ],
    SubEventType.NON_STATE_OVERTAKES: [
        "The base was overrun on Monday.",
        "Fighters enter the industrial quarter of Tamboul.",
    ],
    SubEventType.PEACEFUL_PROTEST: [
        f"{many} march in Tamboul{why}."
        for many in ("Thousands", "Tens of thousands", "Hundreds")
        for why in ("", " against the coup")
    ],
    SubEventType.ARMED_CLASH: [
        "Two gangs clashed over a mine on Monday.",
        "Marines pushed back troops who had crossed.",
    ],
    SubEventType.AIR_STRIKE: [
        "An ambulance was hit by a second strike.",
        "A strike a short while ago hit the car park.",
    ],
    SubEventType.REMOTE_EXPLOSIVE: ["A train was derailed by explosives.", "A cart ran over a mine."],
}
_NONE_OF_IT = (
    "The photo was blown up to fill the page.",
    "The station was overrun with tourists.",
    "Prices were slashed on tyres.",
    "The oil company Shell hits record profit.",
    "The army recaptured its popularity in the market.",
    "The pharmacy was hit by the strike of lorry drivers.",
    "The factory was hit by a strike in Dhaka.",
    "The airline was hit by strikes at the airport.",
    "The wind blew up a tent at the camp.",
    "Gales blew up two tents in Rafah.",
    "The director of the school shot a film.",
    "Marines pushed back the date.",
)


def test_an_act_is_known_as_chronologies_have_it() -> None:
    found = {
        told: (kind, coding.sub_event_type if (coding := code(told)) else None)
        for kind, every in _GRID.items()
        for told in every
    }
    assert {told: got for told, (kind, got) in found.items() if got is not kind} == {}


def test_what_sounds_like_one_is_none() -> None:
    assert [told for told in _NONE_OF_IT if code(told)] == []
