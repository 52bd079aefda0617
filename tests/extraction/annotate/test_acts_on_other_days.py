"""Two acts of a sentence, each on a day of its own, are two: one behind an "and", one told of somebody, one before what came of it."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

_AND = (
    "Dahalo stole some 90 head of cattle from a village near Djibo on 1 March",
    "Gunmen attacked a convoy near Djibo on 1 March",
    "On 1 March, jihadists burned a school in Djibo",
    "Youths blocked the road in Djibo on 1 March",
)
_SECOND = (
    "and exchanged fire with pursuing gendarmes the next day",
    "and on 2 March stormed a police post",
    ", and soldiers arrested 12 people on 2 March",
    "and looted the market on 2 March",
)
_TAKEN = (
    "Four passengers of a convoy kidnapped near Djibo on 1 March",
    "Two teachers abducted in Djibo on 1 March",
    "Mobile clinic staff, kidnapped in Djibo on 1 March,",
)
_FREED = (
    "were freed on 2 March for a ransom",
    "regained their freedom on 2 March",
    "have been set free on 2 March",
)
_RESCUED = (
    "On 2 March troops rescued",
    "The army on 2 March freed",
    "On 2 March kidnappers released",
)
_WHOM = (
    "two teachers who were kidnapped in Djibo on 1 March",
    "four women abducted in Djibo on 1 March",
    "three workers whom gunmen had abducted near Djibo on 1 March",
)
_OTHER = (
    "Women marched in Djibo on 2 March in memory of seven protesters who were shot dead in Arbinda on 1 March.",
    "Police in Djibo on 2 March arrested three suspects in connection with the kidnap of a doctor on 1 March.",
)
_ONE = (
    "A soldier wounded in Djibo on 1 March died on 2 March.",
    "Fighting in Djibo began on 1 March and went on until 2 March.",
    "Gunmen killed five people in Djibo on 1 March, the army said on 2 March.",
    "Five men killed in Djibo on 1 March were buried on 2 March.",
    "The army said on 2 March that its troops killed five rebels in Djibo on 1 March.",
    "Two men were shot in Djibo on 1 March and one of them died on 2 March.",
    "The ministry condemned on 2 March a drone strike that killed two people in Djibo on 1 March.",
    "Police arrested a man in Djibo on 1 March who was charged on 2 March.",
    "Gunmen burned a school in Djibo on 1 March, and residents returned on 2 March.",
)


def _days(text: str) -> list[str]:
    events = read_report(Report(text, published=date(2024, 3, 5))).events
    return sorted({f"{each.start:%d}" for each in events if each.start})


def test_each_of_two_acts_has_its_day() -> None:
    grid = (
        *product(_AND, _SECOND),
        *product(_TAKEN, _FREED),
        *product(_RESCUED, _WHOM),
    )
    texts = (*(f"{one} {other}.".replace(" ,", ",") for one, other in grid), *_OTHER)
    wrong = [(text, days) for text in texts if (days := _days(text)) != ["01", "02"]]
    assert wrong == [], "\n".join(map(str, wrong))


def test_what_came_of_one_act_is_no_other() -> None:
    wrong = [(text, days) for text in _ONE if len(days := _days(text)) != 1]
    assert wrong == [], "\n".join(map(str, wrong))
