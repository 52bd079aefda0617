"""Patterns as lines: what a printer is given instead."""

from xml.etree import ElementTree as ET

import pytest

from dashboard.figures.hatching import hatched_by_lines, strokes

PATTERN = (
    '<pattern id="p" width="10px" height="10px" patternUnits="userSpaceOnUse">'
    '<path d="M0,10L10,0" stroke="rgb(213, 94, 0)" stroke-width="2px"/></pattern>'
)
NAME = "{http://www.w3.org/2000/svg}path"


def drawing(*shapes: str, pattern: str = PATTERN) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg"><defs>{pattern}</defs><g>{"".join(shapes)}</g></svg>'


def bar(path: str, more: str = "") -> str:
    return f"""<path d="{path}" style="stroke: none; fill: url('#p');"{more}/>"""


def drawn(svg: str) -> list[ET.Element]:
    """The paths drawn, in order, without those of the pattern."""
    group = ET.fromstring(hatched_by_lines(svg)).find("{http://www.w3.org/2000/svg}g")
    assert group is not None
    return list(group)


def test_a_bar_is_hatched_by_one_path_of_lines_below_its_edge() -> None:
    lines, edge = drawn(drawing(bar("M0,0V10H20V0Z")))
    assert (lines.get("d"), lines.get("stroke"), lines.get("stroke-width")) == (
        "M0,10L10,0M10,10L20,0",
        "rgb(213, 94, 0)",
        "2px",
    )
    assert edge.get("style") == "stroke: none; fill: none; fill-opacity: 1;"


def test_lines_of_neighbouring_bars_meet() -> None:
    assert strokes((0, 0, 20, 10), 10) == "M0,10L10,0M10,10L20,0"
    assert strokes((20, 0, 40, 10), 10) == "M20,10L30,0M30,10L40,0"


@pytest.mark.parametrize("every", [0.7, 3.0, 8.485281374238571])
@pytest.mark.parametrize("box", [(0.0, 0.0, 0.14, 15.5), (34.64, 9.25, 51.79, 24.75), (-5.0, -3.0, 4.0, 2.0)])
def test_no_line_leaves_its_bar(box: tuple[float, float, float, float], every: float) -> None:
    left, top, right, bottom = box
    ends = [each.split(",") for each in strokes(box, every).replace("L", "M").split("M")[1:]]
    assert all(
        left - 0.01 <= float(x) <= right + 0.01 and top - 0.01 <= float(y) <= bottom + 0.01 for x, y in ends
    )
    count = (right + bottom - left - top) / every
    assert abs(len(ends) / 2 - count) <= 1


def test_many_bars_in_one_path_are_hatched_each() -> None:
    lines, _ = drawn(drawing(bar("M0,0V10H20V0ZM100,0L100,10L120,10L120,0Z")))
    assert lines.get("d") == "M0,10L10,0M10,10L20,0" + "M100,10L110,0M110,10L120,0"


def test_a_moved_bar_takes_its_lines_along() -> None:
    lines, _ = drawn(drawing(bar("M0,0V10H20V0Z", ' transform="translate(5,5)"')))
    assert lines.get("transform") == "translate(5,5)"


@pytest.mark.parametrize("path", ["M0,0L10,10L20,0Z", "M0,0A5,5 0 0 1 10,10Z", "m0,0h10v10h-10z", ""])
def test_what_is_no_rectangle_is_tinted(path: str) -> None:
    (shape,) = drawn(drawing(bar(path)))
    assert shape.get("style") == "stroke: none; fill: rgb(213, 94, 0); fill-opacity: 0.3;"


def test_no_pattern_is_left_whatever_it_draws() -> None:
    dots = '<pattern id="p" width="10px" height="10px"><circle cx="5" cy="5" r="2"/></pattern>'
    assert "url(" not in hatched_by_lines(drawing(bar("M0,0V10H20V0Z"), pattern=dots))
    assert "url(" not in hatched_by_lines(drawing(bar("M0,0V10H20V0Z"), pattern=""))


def test_a_pattern_on_a_ground_keeps_it() -> None:
    pattern = PATTERN.replace("<path", '<rect width="10px" height="10px" fill="#eee"/><path')
    _, edge = drawn(drawing(bar("M0,0V10H20V0Z"), pattern=pattern))
    assert edge.get("style") == "stroke: none; fill: #eee; fill-opacity: 1;"


def test_a_faint_ground_stays_faint() -> None:
    """What is only possible would else look certain."""
    pattern = PATTERN.replace(
        "<path", '<rect width="10px" height="10px" fill="#eee" fill-opacity="0.1"/><path'
    )
    _, edge = drawn(drawing(bar("M0,0V10H20V0Z"), pattern=pattern))
    assert edge.get("style") == "stroke: none; fill: #eee; fill-opacity: 0.1;"
