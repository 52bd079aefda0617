"""Who kills and takes people or things in one raid is coded for the killing; what came before is no part of it."""

from itertools import product

from dashboard import gazetteer
from dashboard.extraction.annotate.annotate import annotate
from dashboard.text import Report

_WHO = ("Gunmen", "Bandits on motorcycles", "Fighters of Boko Haram", "The assailants")
_KILLED = ("killed six farmers", "shot dead two guards", "beheaded three men", "murdered a trader")
_TOOK = (
    "abducted four women",
    "carried off 12 passengers",
    "looted the market",
    "burned 40 houses",
    "took away three people with them",
)
_FRAMES = (
    "{who} {killed} and {took} in Djibo on Monday.",
    "{who} {took} in Djibo on Monday and {killed}.",
    "On Monday {who} entered Djibo, {killed} and {took}.",
)
_PASSIVE = (
    "Six farmers were killed and four women abducted in Djibo on Monday.",
    "At least three men were beheaded and a number of people kidnapped by men who raided Djibo.",
    "Five shopkeepers were shot dead and 40 houses burned in Djibo.",
    "Troops neutralised three bandits in Djibo on Monday and recovered two rifles.",
    "Gunmen abducted a teacher in Djibo on Monday after killing two guards.",
    "Bandits kill six, abduct traders in Djibo",
)
_APART = (
    ("Settlers burned two cars in Djibo on Monday after two settlers were killed in a shooting.", "Looting"),
    ("Police in Djibo arrested four men on Monday over the killing of two traders.", "Arrests"),
    ("Police in Djibo arrested three men suspected of killing five farmers.", "Arrests"),
    ("A man wanted over the attack in which two guards were killed has been arrested in Djibo.", "Arrests"),
    ("Gunmen abducted a trader in Djibo whose brother was killed last year.", "Abduction"),
    ("Gunmen abducted two teachers in Djibo on Monday.", "Abduction"),
    ("Gunmen looted the market in Djibo and wounded two traders.", "Looting"),
)


def _read(text: str) -> str:
    clauses = annotate(Report(text), gazetteer.load()).clauses
    return next((str(each.coding.sub_event_type) for each in clauses if each.coding), "none")


def test_a_raid_that_kills_is_coded_for_its_dead() -> None:
    grid = (
        frame.format(who=who, killed=killed, took=took)
        for who, killed, took, frame in product(_WHO, _KILLED, _TOOK, _FRAMES)
    )
    wrong = [
        (text, read) for text in (*grid, *_PASSIVE) if (read := _read(text)) not in ("Attack", "Armed clash")
    ]
    assert wrong == [], "\n".join(map(str, wrong[:20]))


def test_a_killing_told_apart_is_no_part_of_it() -> None:
    wrong = [(text, read) for text, kind in _APART if not (read := _read(text)).startswith(kind)]
    assert wrong == [], "\n".join(map(str, wrong))
