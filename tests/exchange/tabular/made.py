"""Made-up coded rows, by a seeded generator: no row of anybody's data."""

import random
from collections.abc import Mapping

import pandas as pd

from dashboard.exchange.tabular import acled, ucdp

_PLACES = (
    ("Syria", "Rural Damascus", "Douma", "33.5711", "36.4020"),
    ("Syria", "Idleb", "Kafr Nabl", "35.6130", "36.5610"),
    ("Sudan", "Khartoum", "Omdurman", "15.6440", "32.4770"),
    ("Yemen", "Aden", "Crater", "12.7790", "45.0360"),
)
_TYPES = (
    ("Battles", "Armed clash"),
    ("Explosions/Remote violence", "Air/drone strike"),
    ("Protests", "Peaceful protest"),
)
_NOTES = (
    'He said "nothing", then left; one\ttab.',
    "قصف على المدينة",
    "Line one\nline two",
    "C:\\temp, =1+1",
    "",
)


def acled_rows(count: int, seed: int = 7) -> pd.DataFrame:
    """ACLED-shaped rows with the 31 columns, all texts."""
    chance = random.Random(seed)
    return pd.DataFrame(
        [_acled(chance, number) for number in range(count)], columns=list(acled.HEADER), dtype="str"
    )


def ucdp_rows(count: int, seed: int = 7) -> pd.DataFrame:
    """UCDP-shaped rows with the 49 columns, all texts."""
    chance = random.Random(seed)
    return pd.DataFrame(
        [_ucdp(chance, number) for number in range(count)], columns=list(ucdp.HEADER), dtype="str"
    )


def _acled(chance: random.Random, number: int) -> Mapping[str, str]:
    country, admin1, place, latitude, longitude = chance.choice(_PLACES)
    kind, sub = chance.choice(_TYPES)
    day = f"{chance.randint(2015, 2023)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return dict.fromkeys(acled.HEADER, "") | {
        "event_id_cnty": f"MAD{number}",
        "event_date": day,
        "year": day[:4],
        "time_precision": chance.choice(["1", "1", "2", "3"]),
        "disorder_type": "Political violence",
        "event_type": kind,
        "sub_event_type": sub,
        "actor1": chance.choice(["Red Brigade of Nowhere", "Blue Front", ""]),
        "assoc_actor_1": chance.choice(["", "Green League; Grey League"]),
        "inter1": chance.choice(["2", "Rebel group", "0", ""]),
        "inter2": chance.choice(["7", "Civilians", ""]),
        "interaction": chance.choice(["27", "Rebel group-Civilians"]),
        "country": country,
        "admin1": admin1,
        "location": place,
        "latitude": latitude,
        "longitude": longitude,
        "geo_precision": chance.choice(["1", "2", "3"]),
        "source": chance.choice(["The Made Monitor", "The Made Monitor; Made News"]),
        "notes": chance.choice(_NOTES),
        "fatalities": chance.choice(["0", "3", "12.0", ""]),
        "timestamp": str(1_600_000_000 + number),
    }


def _ucdp(chance: random.Random, number: int) -> Mapping[str, str]:
    country, admin1, place, latitude, longitude = chance.choice(_PLACES)
    first, length = chance.randint(1, 20), chance.choice([0, 0, 3])
    month = f"{chance.randint(2015, 2023)}-{chance.randint(1, 12):02}"
    best = chance.randint(0, 40)
    return dict.fromkeys(ucdp.HEADER, "") | {
        "id": str(number),
        "year": month[:4],
        "type_of_violence": chance.choice(["1", "2", "3", "1.0"]),
        "side_a": "Government of Nowhere",
        "side_b": chance.choice(["Blue Front", "Civilians"]),
        "source_article": chance.choice(_NOTES),
        "where_prec": str(chance.randint(1, 7)),
        "where_coordinates": f"{place} town",
        "adm_1": admin1,
        "latitude": latitude,
        "longitude": longitude,
        "country": country,
        "date_prec": str(chance.randint(1, 5)),
        "date_start": f"{month}-{first:02} 00:00:00.000",
        "date_end": f"{month}-{first + length:02} 00:00:00.000",
        "best": f"{best}.0",
        "low": str(best // 2),
        "high": str(best * 2),
    }
