"""Who says what, drawn: few elements, no cell left out, hostile names as text."""

from typing import Any

import pytest

from dashboard.figures.who_says import who_says_figure
from dashboard.table import Dataset
from dashboard.table.who_says import Said, who_says
from tests.sample import dataset
from tests.told import RADIO, event, told

Figure = dict[str, Any]


def figure(width: int = 1100, data: Dataset | None = None) -> Figure:
    return who_says_figure(who_says((data or told()).index.everything), zone="UTC", width_px=width)


def cells(drawn: Figure, name: str) -> int:
    return sum(
        shape["path"].count("M") for shape in drawn["layout"]["shapes"] if shape["name"].startswith(name)
    )


def test_each_cell_that_says_something_is_drawn_once() -> None:
    found = who_says(told().index.everything)
    drawn = figure()
    assert cells(drawn, "told") == int((found.said == Said.TOLD).sum())
    assert cells(drawn, "contradicted") == int((found.said == Said.CONTRADICTED).sum())
    assert cells(drawn, "unequal") == 3 * cells(drawn, "contradicted")
    assert cells(drawn, "silent") == int((found.said == Said.SILENT).sum())


def test_as_many_cells_as_there_may_be_are_few_elements() -> None:
    rows = [event(each, "; ".join(f"source {number}" for number in range(40))) for each in range(200)]
    drawn = figure(data=Dataset.from_rows(rows))
    assert len(drawn["layout"]["meta"]["said"]) == 40
    assert len(drawn["layout"]["shapes"]) + len(drawn["layout"]["annotations"]) < 20


def test_a_source_that_told_late_has_lower_cells() -> None:
    heights = {shape["name"]: _height(shape["path"]) for shape in figure()["layout"]["shapes"]}
    assert heights["told 0"] > heights["told 2"]


def test_every_cell_can_say_what_it_is() -> None:
    meta = figure()["layout"]["meta"]
    assert {len(row) for row in meta["said"]} == {len(meta["ids"])} == {len(meta["events"])}
    told_of = [
        (row, at)
        for row, said in enumerate(meta["said"])
        for at, each in enumerate(said)
        if int(each) >= Said.TOLD
    ]
    assert sorted(meta["delays"]) == sorted(f"{row},{at}" for row, at in told_of)
    assert len(meta["templates"]) == len(Said)


def test_a_hostile_name_is_text() -> None:
    meta = figure()["layout"]["meta"]
    assert "&lt;b&gt;" in " ".join(meta["sources"])
    assert "<b>" not in " ".join(meta["sources"])
    assert not [each for each in figure()["layout"]["yaxis"]["ticktext"] if "<" in each]


@pytest.mark.parametrize("width", [1100, 360])
def test_a_long_name_is_cut_and_not_left_out(width: int) -> None:
    name = f"https://example.org/{'reports/' * 1250}"
    drawn = figure(width, Dataset.from_rows([event(0, name)]))
    (beside,) = drawn["layout"]["yaxis"]["ticktext"]
    assert "https://exam" in beside
    assert len(beside) <= 32
    assert len(drawn["layout"]["meta"]["sources"][0]) < 200


def test_a_gap_says_how_long_and_what_is_usual() -> None:
    (silences,) = [each for each in figure()["data"] if each["name"] == "silences"]
    assert "silent for 10 days" in silences["hovertext"][0]
    assert "usually every day" in silences["hovertext"][0]


@pytest.mark.parametrize(("width", "axis"), [(1100, "y"), (360, "y2")])
def test_on_a_phone_the_rhythm_stands_below(width: int, axis: str) -> None:
    (published,) = [shape for shape in figure(width)["layout"]["shapes"] if shape["name"] == "published"]
    assert published["yref"] == axis
    assert ("yaxis2" in figure(width)["layout"]) == (axis == "y2")


def test_where_nobody_tells_it_says_so() -> None:
    drawn = who_says_figure(who_says(dataset().index.everything.first(0)), zone="UTC")
    assert drawn["data"] == []
    assert "Nobody tells" in drawn["layout"]["meta"]["words"]


def test_the_matrix_in_words_counts_what_contradicts() -> None:
    assert "4 of them contradicting" in figure()["layout"]["meta"]["words"]
    assert RADIO in "".join(figure()["layout"]["meta"]["sources"])


def _height(path: str) -> float:
    heights = [float(corner.rpartition(",")[2]) for corner in path.split("Z", maxsplit=1)[0][1:].split("L")]
    return max(heights) - min(heights)
