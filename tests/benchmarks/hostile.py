"""What hostile texts cost: one piece repeated N, 2N, 4N and 8N characters long, for both readers.

So do sentences of one form that each tell something else, which no memory of what was read answers.

    .venv/bin/python -m tests.benchmarks.hostile [--size 4000]

Every kind must take about twice as long when it is twice as long: the last column is how many times longer
eight times the text takes, so 8 is a straight line and 64 a square. Kinds too quick to be measured are left out.
"""

import argparse
from collections.abc import Callable
from datetime import date
from io import StringIO
from random import Random
from time import process_time

from dashboard.extraction import read_report
from dashboard.temporal import read_time
from dashboard.text import Report

PIECES = [
    "!", "…", "1,", ".", "?!", '"', "(", ")", "[", "“", "a ", "A ", "A", "A.", "a.", "Aa ", "al-",
    "Al-A", "killed ", "killed and ", "and ", ", and ", ";", "; ", ": ", "\n", "\r", " \n", "-", "–", " ",
    "\t", "Douma ", "Douma, ", "in Douma ", "north of ", "the ", "of the ", "ISIS ", "the army ",
    "the organization ", "Syrian ", "12 ", "12", "1", "1.", "1/", "dozens ", "3 children, ",
    "shelled Douma. ", "Shells fell. ", "said that ", ", where ", "Mr. ", "Lt. ", "'s ", "’", "'", "أ",
    "أمس ", "قتل ", "\u0301", "\u200f", "\ud800", "\u0000", "\ud83d\ude00", "٣", "today ", "Monday ",
    "2018 ", "12:30 ", "village ", "town of ", "Village of A ", "A, B and C ", "on A and B ",
    "Among them: ", "Among them: A; ", "at least ", "between 3 and 5 ", "Liberation Army ",
    "Blue Liberation Army ", "fighters of the ", "including ", ", including a", "which ", ", which ",
    "the total ", "(a", "(a) ", "denied ", "planned to ", "bombing ", "came under ", "A came under ",
    "In Mali, ", "it had ", "its fighters ", "@", "#a ", "http://a.b/c ", "_", "*", "|", "a-", "A-", "A'",
    "a'a ", "I. ", "U.N. ", "a.m. ", ".\n", "!\n", "a!", "! ", ". . ", "1 killed; ", "1 killed, ",
    "Photo: ", "Source: ", "killed 3 in Douma ", "Shells killed 3 in Douma on Monday. ",
    "Shells killed 3 in Douma on Monday, ", "Shells killed 3 in Douma on Monday; ",
    "Shells killed 3 in Douma\n", "the attack ", "The attack killed two. ", "first batch ", "1,000 ",
    "a hundred and ", "1 million ", "hundred ", "million ",
    "killed killed ", "“killed ", "“Shells fell. ", '"Shells fell" ', "(Shells fell. ", "[killed ", "A.A.A.", "A A. ", "Al ", "al ",
    "wounded, killed, ", "shells, ", "in ", "on ", "near ", "from A to B ", "to Douma ", "Douma and Homs ", "Douma-",
    "Douma’s ", "the town ", "the village of ", "the city of Homs, ", "southern ", "south ", "eastern Homs ", "St. ", "Gen. A ",
    "rebels ", "rebels and ", "regime forces ", "of the army ", "A Brigade ", "Brigade ", "Army of A ", "A-Army ", "gunmen, ",
    "including 3 children ", "3 of them ", "one, ", "two killed and ", "no ", "not ", "did not ", "may ", "would ", "if ", "while ",
    "when ", "after ", "after the ", "before Monday ", "since ", "from 1 to 2 ", "1-2 ", "31 April ", "31/04/2018 ", "31 April: a\n",
    "3 May: a\n", "May ", "May 2018 ", "in 2018 ", "more than 1200 ", "1200 rebels ", "the year 5 ", "12:30: A\n", "12:30 – A\n",
    "said on Monday that ", "The Observatory published on Monday that ", "And killed.\n", "the day before ", "two days after ",
    "ago ", "last ", "next ", "the ", "5 pm ", "5 pm, ", "GMT ", "and the day ", "أمس قتل ", "في ", "و", "ال", "قصف دوما ",
    "\u0640", "\u200d", "\ufeff", "\u2028", "\x0c", "\u3000", "０", "Ａ", "ß", "İ", "ſ", "é", "e\u0301",
    "$5 ", "5% ", "5,5 ", "1.1.", "1:", "1;", "1—", "--", "___ ", "== ", "* a\n", "- a\n", "• ", "1) ", "(1) ", "[1]", "&amp;",
    "<b>", "\\", "{", "}", "^", "~", "`", "´", "«", "»", "‹a› ", "‘a ", "’a ", "a.b", "a@b.c ", "@a: ", "RT @a: ",
    "Aaaa Bbbb ", "A of B ", "A of the B ", "de A ", "Mc", "O’", "a\n\n", "A\n\n", "Shells fell.\n\n", "killed.\n\n", "\n\n",
    "en route to Goma, ", "took off from Goma ", "He fled to Goma. ", "He returned from Goma; ", "The jet took off from Goma.\n",
    "The wounded were rushed to Goma. ", "Two men returned to Goma and Sake on Monday. ", "There is no evacuation of the town. ",
    "wounded and later died ",
]  # fmt: skip
VARIED = [
    "Shells hit {place} on {day}, killing {number}. ", "Rebels attacked {place} on {number} May 2018. ",
    "Clashes broke out in Al-{Word} village. ", "The {Word} Liberation Army attacked {place}. ",
    "The Observatory published on {day} that shells hit {place} yesterday.\n", "rebels attacked {place}, killing {number}, and ",
    "{place}: {number} killed; ", "Gunmen stormed {place}.\n\n", "The {order} batch of buses left {place}. ",
    "said that shells hit {place} and that ", "{number} May: Warplanes bombed {place}.\n", "{word} ", "{Word} ",
    "{number} were killed and {number} wounded, ", "Shells hit {place} ", "in {Word}, ", "{Word} and {Word}, ", "on {day} in {Word} ",
]  # fmt: skip
_PLACES = (
    "Douma",
    "Homs",
    "Aleppo",
    "Idlib",
    "Hama",
    "Daraa",
    "Raqqa",
    "Kobani",
    "Palmyra",
    "Manbij",
    "Harasta",
    "Arbin",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDERS = ("first", "second", "third", "fourth", "fifth")
_DAY = date(2018, 5, 21)
_TIMES = (1, 2, 4, 8)
_MEASURABLE = 0.002
_STRAIGHT = 12
"""Eight times the text at most so many times the cost: noise is in it, a square would be 64."""


def main() -> None:
    """Print a row for every kind whose cost can be measured, the steepest first."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=4000, help="characters of the shortest text")
    size = parser.parse_args().size
    readers: dict[str, Callable[[str], object]] = {
        "read_time": lambda text: read_time(text, _DAY),
        "read_report": lambda text: read_report(Report(text, published=_DAY)),
    }
    for name, reader in readers.items():
        reader("Shells killed two in Douma on Monday.")
        rows = [(costs(reader, piece, size), piece) for piece in (*PIECES, *VARIED)]
        steep = sorted((each for each in rows if each[0][0] >= _MEASURABLE), key=lambda each: -ratio(each[0]))
        bent = sum(ratio(each) > _STRAIGHT for each, _ in steep)
        print(
            f"\n{name}: {len(rows)} kinds, {len(steep)} long enough to measure, {bent} above {_STRAIGHT} times"
        )
        print("| piece | N s | 2N | 4N | 8N | 8N / N |\n|---|---|---|---|---|---|")
        for each, piece in steep:
            print(f"| {piece!r} | {' | '.join(f'{cost:.3f}' for cost in each)} | {ratio(each):.1f} |")


def costs(reader: Callable[[str], object], piece: str, size: int) -> list[float]:
    """The seconds of processor time for the piece repeated to N, 2N, 4N and 8N characters; the better of two."""
    return [min(_cost(reader, _repeated(piece, size * times)) for _ in range(2)) for times in _TIMES]


def ratio(each: list[float]) -> float:
    """How many times longer eight times the text takes."""
    return each[-1] / each[0]


def _repeated(piece: str, size: int) -> str:
    if piece not in VARIED:
        return (piece * (size // len(piece) + 1))[:size]
    random, text = Random(size), StringIO()
    while text.tell() < size:
        text.write(_filled(piece, random))
    return text.getvalue()[:size]


def _filled(form: str, random: Random) -> str:
    """The form with its gaps filled, each time otherwise."""
    word = "".join(random.choices("abdehiklmnorstu", k=6))
    return form.format(
        place=random.choice(_PLACES), day=random.choice(_DAYS), order=random.choice(_ORDERS), number=random.randint(1, 31),
        word=word, Word=word.title(),
    )  # fmt: skip


def _cost(reader: Callable[[str], object], text: str) -> float:
    start = process_time()
    reader(text)
    return process_time() - start


if __name__ == "__main__":
    main()
