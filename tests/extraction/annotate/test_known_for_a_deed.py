"""What people are known for is not what is told of them: "a man accused of shelling the market was arrested" tells an arrest."""

from itertools import product

from dashboard.extraction.acled import SubEventType
from dashboard.extraction.annotate.cues import code

WANTED = (
    "man wanted for the market bombing",
    "gunrunner sought over the church massacre",
    "suspect in the mosque attack",
    "alleged planner of the hotel siege",
    "mastermind of the airport bombing",
    "man accused of shelling the market",
    "fighter suspected of killing two priests",
    "driver linked to the grenade attack",
    "man believed to have planted the mine",
    "car-bomber",
)
CAUGHT = (
    "The {} was arrested in Gao.",
    "The {} was detained at a checkpoint in Gao.",
    "The {} was taken into custody in Gao.",
    "Police arrested the {} in Gao.",
)
WRONGED = (
    "Teachers whose school was shelled last year",
    "Parents whose children were abducted",
    "Traders whose stalls had been torched",
    "Survivors of the massacre",
    "Villagers who had been bombed in May",
    "Families of men killed in the raid",
)
GATHERED = (
    "{} marched to the ministry.",
    "{} held a silent sit-in.",
    "{} staged a protest in Kaduna.",
    "{} held a vigil outside the barracks.",
)
HARMED = (
    ("Gunmen abducted a doctor who had treated victims of the bombing.", SubEventType.ABDUCTION),
    ("Rebels shelled the town whose people had marched against them.", SubEventType.SHELLING),
    ("Jets bombed the village where the teachers were abducted.", SubEventType.AIR_STRIKE),
    ("A church that had been looted in May was shelled on Monday.", SubEventType.SHELLING),
    ("Rebels whose base was bombed in May shelled the town.", SubEventType.SHELLING),
    ("Gunmen shot dead a man who had been arrested in May.", SubEventType.ATTACK),
    ("Gunmen killed a man accused of theft in Gao.", SubEventType.ATTACK),
    ("Gunmen are believed to have killed two traders in Gao.", SubEventType.ATTACK),
    ("A bomb-maker was killed in an air strike.", SubEventType.AIR_STRIKE),
    ("The bomber blew himself up in Gao.", SubEventType.SUICIDE_BOMB),
    ("Militants suspected of links to the mutiny attacked a village near Gao.", SubEventType.ATTACK),
)


def kind_of(text: str) -> SubEventType:
    coding = code(text)
    return coding.sub_event_type if coding else SubEventType.NONE


def test_who_is_caught_or_marches_was_not_at_it_again() -> None:
    arrests = ((frame.format(who), SubEventType.ARRESTS) for who, frame in product(WANTED, CAUGHT))
    protests = (
        (frame.format(who), SubEventType.PEACEFUL_PROTEST) for who, frame in product(WRONGED, GATHERED)
    )
    read = [(text, wanted, kind_of(text)) for text, wanted in (*arrests, *protests)]
    assert [each for each in read if each[1] is not each[2]] == []


def test_what_befalls_them_or_what_they_do_next_is_told() -> None:
    read = [(text, wanted, kind_of(text)) for text, wanted in HARMED]
    assert [each for each in read if each[1] is not each[2]] == []
