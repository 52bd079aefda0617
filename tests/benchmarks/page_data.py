"""The made-up events that the page is measured with: always the same for a number."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dashboard.consolidation import dataset_from
from dashboard.extraction import read_report
from dashboard.readers import files_under, read_file
from dashboard.table import Dataset

SEED = "seed"
_SEEDS = Path(__file__).parents[2] / "seeds"
_START = datetime(2018, 1, 1, tzinfo=UTC)
_COUNTRIES, _REGIONS, _A_PLACE, _A_REPORT = 4, 14, 5, 5.6
_MOST_PLACES, _MOST_REPORTS = 20_000, 16_600
_TYPES = (
    ("Battles", "Armed clash"), ("Explosions/Remote violence", "Air/drone strike"), ("Protests", "Peaceful protest"),
    ("Violence against civilians", "Attack"), ("Strategic developments", "Agreement"), ("Riots", "Mob violence"),
)  # fmt: skip


def dataset_of(size: str) -> Dataset:
    """What is read from the seeds, or so many made-up events."""
    if size != SEED:
        return synthetic(int(size))
    return dataset_from([read_report(read_file(path)) for path in files_under(_SEEDS)], name="seeds")


def synthetic(count: int) -> Dataset:
    """So many made-up events, a fifth as many places, told by a report for each five or six; always the same."""
    dice = random.Random(1)
    places = min(max(count // _A_PLACE, 10), _MOST_PLACES)
    reports = min(max(round(count / _A_REPORT), 1), _MOST_REPORTS)
    events, mentions = [], []
    for number in range(count):
        place, kind = dice.randrange(places), dice.choice(_TYPES)
        start = _START + timedelta(hours=dice.randrange(24 * 365))
        report = dice.randrange(reports)
        quote = f"Fighters clashed near Town {place} and shells fell on its edge, killing {number % 9}."
        events.append({
            "event_id": f"e{number}", "start": start.isoformat(), "end": (start + timedelta(hours=dice.choice((1, 6, 24)))).isoformat(),
            "timezone": "Asia/Damascus", "granularity": "day", "event_type": kind[0], "sub_event_type": kind[1],
            "actor1": f"Actor {dice.randrange(200)}", "location": f"Town {place}", "admin2": f"District {place % 60}",
            "admin1": f"Region {place % _REGIONS}", "country": f"Country {place % _COUNTRIES}", "source": f"Source {report % 50}",
            "notes": quote, "n_mentions": 1, "published": start.isoformat(), "confidence": 0.8,
        })  # fmt: skip
        mentions.append({"mention_id": f"m{number}", "event_id": f"e{number}", "report_id": f"r{report}", "quote": quote,
                         "char_start": 0, "char_end": 40, "start": start.isoformat(), "end": start.isoformat()})  # fmt: skip
    told = [{"report_id": f"r{number}", "title": f"Report {number}", "text": "Fighters clashed. " * 40, "timezone": "Asia/Damascus",
             "published": (_START + timedelta(hours=number * 8760 / reports)).isoformat()} for number in range(reports)]  # fmt: skip
    return Dataset.from_rows(events, mentions, told, "synthetic")
