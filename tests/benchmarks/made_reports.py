"""Made-up reports, as many as wanted, the same for the same seed: some thousand events over three years, told by several."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

_TOWNS = [
    "Douma",
    "Homs",
    "Idlib",
    "Aleppo",
    "Hama",
    "Daraa",
    "Palmyra",
    "Manbij",
    "Raqqa",
    "Harasta",
    "Zabadani",
    "Tartus",
    "Latakia",
    "Afrin",
    "Azaz",
    "Jarabulus",
    "Qamishli",
    "Hasakah",
    "Saraqib",
    "Jisr-al-Shughur",
    "Maarrat-al-Numan",
    "Rastan",
    "Talbiseh",
    "Salamiyah",
    "Suwayda",
    "Quneitra",
    "Madaya",
    "Darayya",
    "Moadamiya",
    "Arbin",
    "Saqba",
    "Zamalka",
    "Kafr-Nabl",
    "Khan-Shaykhun",
    "Binnish",
    "Ariha",
    "Tabqa",
    "Mayadin",
    "Al-Bab",
    "Kobani",
]
_ACTS = (
    "Shells hit {town}, killing {dead} civilians and wounding {hurt} others.",
    "Warplanes bombed {town} at {hour}:00, killing {dead} people.",
    "Clashes broke out in {town} between government forces and rebels; {dead} fighters were killed.",
    "Gunmen abducted {dead} men in {town}.",
    "People protested in {town} against the shortage of bread.",
    "A car bomb exploded in {town}, killing {dead} and wounding {hurt}.",
)
_FIRST = date(2016, 1, 1)
DAYS = 1_095


def made_report(number: int, seed: int = 2018, days: int = DAYS) -> str:
    """The report of that number: a headline, its day and three to eight sentences, some of which others tell too.

    >>> made_report(7) == made_report(7), made_report(7) == made_report(8)
    (True, False)
    """
    own = Random(f"{seed} {number}")
    day = _FIRST + timedelta(days=own.randrange(days))
    told = Random(f"{seed} {day}")  # what happened on a day is the same for all who tell of it
    happened = [_sentence(told) for _ in range(12)]
    sentences = own.sample(happened, own.randint(3, 8))
    return f"Daily update, {day:%A} {day.day} {day:%B %Y}\n\nReport {number}. " + " ".join(
        f"On {day:%A}, {sentence[0].lower()}{sentence[1:]}" for sentence in sentences
    )


def write_reports(folder: Path, count: int, seed: int = 2018, days: int = DAYS) -> Path:
    """So many of them as text files in a new folder."""
    folder.mkdir(parents=True)
    for name, text in _named(count, seed, days):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _named(count: int, seed: int, days: int) -> Iterator[tuple[str, str]]:
    return ((f"{number:06}.txt", made_report(number, seed, days)) for number in range(count))


def _sentence(random: Random) -> str:
    town = random.choice(_TOWNS).replace("-", " ")
    return random.choice(_ACTS).format(
        town=town, dead=random.randint(2, 9), hurt=random.randint(2, 20), hour=random.randint(10, 22)
    )
