"""The projection: kilometres as PROJ gives them, and there and back again."""

import pytest

from dashboard.figures.atlas.projection import Projection

# cs2cs of PROJ with +proj=cea +lat_ts=<parallel> +R=6371008.8 +units=km
AS_PROJ = [
    (33.5, (36.3, 33.5), (3365.9, 4216.9)),
    (0.0, (10.0, 45.0), (1112.0, 4505.0)),
    (48.5, (37.8, 48.0), (2785.1, 7145.2)),
    (15.5, (32.53, 15.59), (3485.6, 1776.8)),
    (-20.0, (-70.5, -33.4), (-7366.5, -3732.2)),
    (33.5, (180.0, -60.0), (16690.3, -6616.6)),
]


@pytest.mark.parametrize(("parallel", "degrees", "kilometres"), AS_PROJ)
def test_kilometres_are_those_of_proj_and_lead_back(
    parallel: float, degrees: tuple[float, float], kilometres: tuple[float, float]
) -> None:
    projection = Projection(parallel)
    plane = projection.plane(*degrees)
    assert [float(each) for each in plane] == pytest.approx(kilometres, abs=0.06)
    assert [float(each) for each in projection.globe(*plane)] == pytest.approx(degrees)


def test_a_square_degree_is_as_large_as_it_is_on_the_earth_wherever_it_lies() -> None:
    projection = Projection(15.0)
    sizes = []
    for south in (0.0, 30.0, 60.0):
        (west, east), (low, high) = projection.plane((30.0, 31.0), (south, south + 1))
        sizes.append((east - west) * (high - low))
    assert sizes == pytest.approx([12_363.0, 10_651.6, 6_088.0], rel=0.001)  # km² on a sphere of that radius
