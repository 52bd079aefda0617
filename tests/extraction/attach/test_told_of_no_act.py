"""Sentences with the words of an act that tell none: sought, done again and again, recalled, rumoured, or what became of somebody hurt before."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

STORY = (
    "Gunmen shot dead four traders in the market of Kadugli on Tuesday morning.\n\n"
    "In Dilling, rebels burned a church on Monday evening, residents said.\n\n"
)


def _told(words: str) -> list[str]:
    events = read_report(Report(f"{STORY}{words}\n\nThe road is open.", published=date(2024, 3, 14))).events
    return [
        each.location for each in events if each.location not in {"Kadugli", "Dilling"} or len(events) > 2
    ]


SOUGHT = [
    f"Elders {where} {tries} {make} a {what}."
    for where in ("from Babanusa", "who arrived in Babanusa on Monday")
    for tries, make in (
        ("are trying", "to broker"),
        ("are working", "to secure"),
        ("hope", "to reach"),
        ("were seeking", "to mediate"),
        ("have attempted", "to negotiate"),
    )
    for what in ("ceasefire", "truce", "peace deal")
]
NONE = [
    "The army often shells villages around Babanusa.",
    "Rebels have repeatedly attacked villages near Babanusa in recent weeks.",
    "Rebels are known to attack travellers on the road to Babanusa.",
    "With Tuesday's gunfight, 41 rebels have been killed in South Kordofan so far this year. Of these, 13 were killed in Babanusa.",
    "Since liberation, in three and a half months, 82 of our people have been killed by shelling.",
    "Today is exactly two years since rockets first hit Babanusa.",
    "According to a UN agency, 69 per cent of the landmine casualties in Sudan in the first quarter of the year were children.",
    "Nothing new on the teacher kidnapped in Babanusa a month ago.",
    "Still no trace of the doctor abducted in Babanusa on 3 March.",
    "A commander was killed by his own mine in Babanusa, a rumour which the movement denies.",
    "Unverified: abduction of two drivers near Babanusa.",
    "Unfortunately, the woman who was injured in the morning died in hospital today.",
    "His cousin, who was wounded in the same attack, lost his left leg yesterday.",
]
ACTS = [
    "After trying for weeks to reach a truce, elders signed a ceasefire in Babanusa on Wednesday.",
    "Elders in Babanusa agreed on a ceasefire on Wednesday and hope to reach a peace deal.",
    "The army repeatedly shelled Babanusa on Wednesday.",
    "Since Tuesday's attack rebels have killed two drivers in Babanusa.",
    "Rebels used a drone to attack Babanusa on Wednesday.",
    "A soldier who was wounded on Monday in Babanusa died on Wednesday.",
    "Nothing new was heard from Babanusa until Wednesday, when rebels shelled it.",
    "Of the two mines laid there, one killed a shepherd in Babanusa on Wednesday.",
    "After weeks of efforts to reach a deal, the two sides signed a ceasefire in Babanusa on Wednesday.",
    "The army and the rebels, seeking to restore calm, agreed a ceasefire in Babanusa on Wednesday.",
    "Mediators trying to save the truce announced on Wednesday a new agreement in Babanusa.",
    "Elders, meeting in a bid to restore calm, signed a peace deal in Babanusa on Wednesday.",
    "The army killed 40 civilians in Babanusa on Wednesday, witnesses said, an allegation the government denies.",
    "Rebels shelled Babanusa on Wednesday, killing six, a claim which the rebels deny.",
    "Police shot dead a protester in Babanusa on Wednesday, a report the force rejected.",
    "Rebels killed four soldiers in Babanusa on Wednesday, a claim that could not be confirmed.",
    "No information about casualties was available after a shell hit Babanusa on Wednesday.",
    "No sign of the gunmen who killed five people in Babanusa on Wednesday has been found.",
    "There is no trace of the two priests abducted in Babanusa on Wednesday.",
    "There was no word from the attackers, who kidnapped three nurses in Babanusa on Wednesday.",
    "No word of casualties yet from a strike that hit the port of Babanusa on Wednesday.",
    "The rebels have repeatedly attacked Babanusa this week, killing six civilians.",
    "The two sides have repeatedly exchanged fire in Babanusa since Tuesday night.",
    "Rebels regularly raid Babanusa and killed two traders there.",
]


def test_an_agreement_that_is_sought_is_none() -> None:
    assert [words for words in SOUGHT if _told(words)] == []


def test_what_tells_no_act_is_none() -> None:
    assert [words for words in NONE if _told(words)] == []


@pytest.mark.parametrize("words", ACTS)
def test_an_act_with_like_words_is_one(words: str) -> None:
    assert "Babanusa" in _told(words)
