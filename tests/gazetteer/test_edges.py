"""The regions between which all of a country lies."""

from dashboard import gazetteer


def test_a_countrys_edges_are_its_outermost_regions() -> None:
    edges = gazetteer.load().edges_of("SY")
    longitudes = [each.longitude for each in edges]
    assert {each.kind for each in edges} == {"admin1"}
    assert all(each.iso == "SY" for each in edges)
    assert max(longitudes) - min(longitudes) > 4


def test_a_code_that_is_no_country_has_no_edges() -> None:
    assert gazetteer.load().edges_of("ZZ") == ()
