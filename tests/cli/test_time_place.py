"""``time --place``: words of the sun and of prayer at a place that a person names."""

import json

import pytest

from dashboard.cli import main


@pytest.mark.parametrize("place", ["Kharkiv", "49.98,36.25,Europe/Kyiv"])
def test_a_place_by_name_or_by_its_point_has_its_own_dusk(
    place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["time", "at dusk on 16 December 2023", "--place", place, "--json"]) == 0
    read = json.loads(capsys.readouterr().out)
    assert (read["start"], read["end"]) == ("2023-12-16T15:33:00", "2023-12-16T16:54:00")
    assert "was 15:33" in read["notes"][0]


def test_which_place_was_meant_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    main(["time", "at dusk on 16 December 2023", "--place", "Kharkiv"])
    assert "the sun is that of Kharkiv (49.9818, 36.2548; Europe/Kyiv)" in capsys.readouterr().err


def test_with_no_place_the_reason_for_the_usual_hours_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    main(["time", "at dusk on 16 December 2023", "--json"])
    assert json.loads(capsys.readouterr().out)["notes"] == [
        "the usual hours, not the sun’s: no place is known"
    ]


@pytest.mark.parametrize(
    ("place", "refused"),
    [
        ("Khrkiv", "'Khrkiv' is on no map we have; names like it: Kharkiv"),
        ("149.98,36.25,Europe/Kyiv", "latitude 149.98 is off the map"),
        ("49.98,36.25,Europe/Charkiw", "'Europe/Charkiw' is no time zone"),
        ("", "--place names no place"),
        ("  ", "--place names no place"),
        ("33.5,36.3", "33.5,36.3: the time zone of the point is missing"),
        ("33.5, 36.3,", "the time zone of the point is missing"),
        ("nan,0,UTC", "latitude nan is off the map"),
        ("33.5,-inf,UTC", "longitude -inf is"),
    ],
)
def test_a_place_that_cannot_be_is_refused(
    place: str, refused: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["time", "at dusk on 16 December 2023", "--place", place]) != 0
    assert refused in capsys.readouterr().err
