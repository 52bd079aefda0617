"""A story tells one attack in its headline, lead and details, and one act besides: two rows, in whatever words its parts are put."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

_USUAL = {
    "title": "Gunmen kill at least 11 in attack on Ayorou",
    "date": "NIAMEY, 16 May 2023 – ",
    "lead": "At least 11 people were killed on Sunday when gunmen attacked Ayorou, officials said.",
    "detail": "The raid lasted about two hours.",
    "reaction": "The governor condemned the attack and promised that those responsible would be found.",
    "other": "In a separate incident, a roadside bomb killed two soldiers near Abala on Monday, the army said.",
    "background": "The region has been hit by violence since 2015, when jihadists took up arms.",
    "besides": "The army denied reports that it had shelled Téra.",
    "foot": "(Reporting by our staff; Editing by the desk)",
}
_OTHER_WORDS = {
    "title": [
        "At least 11 killed as gunmen storm Ayorou",
        "Niger: 11 villagers killed in Ayorou raid",
        "Death toll in Ayorou attack rises to 11",
        "Horror in Ayorou",
        "Deadly attack in Ayorou: what we know",
    ],
    "date": [
        "By our reporter\nMay 16, 2023\n\n",
        "Published: 16 May 2023 14:20\n\n",
        "16/05/2023 - 18:22\n\n",
        "Updated 3:14 PM, May 16, 2023\n\nBy Staff\n\n",
    ],
    "lead": [
        "Gunmen on motorcycles killed at least 11 people in Ayorou on Sunday, a local official and two residents said on Tuesday.",
        "An attack by armed men on Ayorou on Sunday left 11 people dead, the governor's office said.",
        "Eleven villagers, among them four women, were shot dead in Ayorou on Sunday by unidentified gunmen, police said.",
        "The death toll from Sunday's attack on Ayorou has risen to 11, officials said on Tuesday.",
    ],
    "detail": [
        "The attackers arrived on motorcycles shortly after the evening prayer and opened fire on people leaving the mosque, a resident said by telephone.",
        '"They came at around 6 p.m. and started shooting at everyone," a survivor told reporters.',
        "They went from house to house, shooting men and setting fire to granaries, said a teacher who fled.",
        "The gunmen also burned houses and drove off cattle before leaving, he added.",
        "The wounded were taken to a hospital in the regional capital.",
    ],
    "reaction": [
        "The United Nations condemned the killings and called for an investigation.",
        "The army said that it was pursuing the attackers.",
        "No group has claimed responsibility for the attack.",
        "Human rights groups called on the authorities to protect civilians.",
    ],
    "other": [
        "On Monday, two soldiers were killed when their vehicle hit a mine near Abala.",
        "Meanwhile, in Abala, a landmine explosion killed two soldiers on Monday, a security source said.",
    ],
    "background": [
        "In March last year, 69 people were killed in an ambush in the same area.",
        "More than 400 people have been killed in Tillabéri since January, according to a conflict monitor.",
        "It was the deadliest attack in the area since a massacre in December 2021 in which 50 people died.",
        "Attacks on villages have become frequent in recent months.",
        "The conflict has killed more than 40,000 people and displaced two million since 2009.",
    ],
    "besides": [
        "A march against the violence is planned for Friday in Téra.",
        "Rumours of an attack on Téra proved to be false.",
        "Residents of Téra fear that they will be next.",
    ],
    "foot": ["Photo: soldiers patrol in Téra (File)", "Related: Bomb kills three in Téra – 2 May 2023"],
}
_REPORTS = [
    pytest.param({**_USUAL, part: words}, id=words[:40].replace(" ", "_").replace("\n", "_"))
    for part, other in _OTHER_WORDS.items()
    for words in other
]


@pytest.mark.parametrize("parts", [pytest.param(_USUAL, id="usual"), *_REPORTS])
def test_each_act_is_one_row(parts: dict[str, str]) -> None:
    body = (parts[part] for part in ("detail", "reaction", "other", "background", "besides", "foot"))
    text = "\n\n".join([parts["title"], parts["date"] + parts["lead"], *body])
    events = read_report(Report(text, published=date(2023, 5, 16))).events
    told = [
        (each.location.removeprefix("near "), each.start.date() if each.start else None, each.fatalities)
        for each in events
        if each.modality in ("happened", "ongoing", "claimed")
    ]
    assert told == [("Ayorou", date(2023, 5, 14), 11), ("Abala", date(2023, 5, 15), 2)]
