"""Whence or whither somebody was, and the city of a dateline, are not where the act was: a grid of plain sentences."""

from collections.abc import Iterator
from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

_WAYS = (
    "travelling to Ocaña", "on their way to Ocaña", "heading to Ocaña", "bound for Ocaña", "en route to Ocaña",
    "returning from Ocaña", "on their way back from Ocaña", "who lived in Ocaña", "returning home to Ocaña",
)  # fmt: skip
_AT = ("near Tibú", "in Tibú", "outside Tibú")
_HARMED = ("gunmen abducted two traders", "gunmen shot dead passengers of a bus", "rebels robbed a family")
_WHO = ("Elders", "A delegation", "A patrol", "Soldiers", "A commission", "Gunmen")
_DID = ("arrested four men", "reached an agreement with the farmers", "shot dead a farmer")
_DATELINES = (
    "BOGOTA (Agency) — ",
    "Bogotá, Colombia, Feb. 11 (Agency) — ",
    "Cúcuta, Colombia (AP) -- ",
    "Cúcuta – ",
)
_STORIES = (
    ("Gunmen kill five in Tibú", "Gunmen killed five people on Monday, officials said."),
    (
        "Five dead in Tibú",
        "Five people were killed on Monday when gunmen opened fire on a market, police said.",
    ),
)


def _grid() -> Iterator[str]:
    """Texts of one act in Tibú each."""
    for way, at, harmed in product(_WAYS, _AT, _HARMED):
        yield f"Colombia, 12 February 2025\n\nOn Monday, {harmed} {way} {at}."
    for who, did in product(_WHO, _DID):
        yield f"Colombia, 12 February 2025\n\nFarmers in Tibú had complained for weeks. {who} from Ocaña {did} on Monday."
        yield f"Colombia, 12 February 2025\n\n• Tibú: {who} from Ocaña {did} on Monday.\n• Cúcuta: Nothing was reported."
    for (headline, lead), dateline in product(_STORIES, _DATELINES):
        yield f"{headline}\n\n{dateline}{lead}"


def _places(text: str) -> set[str]:
    return {
        each.location.removeprefix("near ")
        for each in read_report(Report(text, published=date(2025, 2, 12))).events
    }


def test_an_act_is_not_where_somebody_came_from_or_went() -> None:
    assert [
        (text, read) for text in _grid() if (read := _places(text)) not in ({"Tibú"}, {"outside Tibú"})
    ] == []


def test_an_act_is_there_where_nothing_else_is_told() -> None:
    alone = (
        "On Monday, gunmen shot dead two traders travelling to Ocaña.",
        "On Monday, gunmen shot dead two traders from Ocaña.",
        "Gunmen attacked Tibú on Sunday.\n\nOn Monday, troops went to Ocaña and arrested four men there.",
        "Gunmen attacked Tibú on Sunday.\n\nGunmen from Ocaña attacked El Tarra on Monday.",
        "Five lost their lives in Ocaña when gunmen opened fire on Monday.",
        "Cúcuta – Gunmen killed five people on Monday, police said.",
        "Gunmen attacked Tibú on Sunday. Residents from Ocaña said gunmen burned a house there on Monday.",
        "Gunmen attacked Tibú on Sunday. Elders from Ocaña reported that gunmen shot a man on Monday.",
    )
    wanted = (
        {"Ocaña"},
        {"Ocaña"},
        {"Tibú", "Ocaña"},
        {"Tibú", "El Tarra"},
        {"Ocaña"},
        {"Cúcuta"},
        {"Tibú", "Ocaña"},
        {"Tibú", "Ocaña"},
    )
    head = "Colombia, 12 February 2025\n\n"
    assert [
        (text, read)
        for text, want in zip(alone, wanted, strict=True)
        if (read := _places(head + text)) != want
    ] == []


def test_a_lead_that_tells_another_act_is_not_in_the_town_of_the_headline() -> None:
    told = (
        ("Militants kill five in Bannu\n\nPESHAWAR (AP) — A roadside bomb hit a police van on Monday, killing two officers.", "Peshawar"),
        ("Militants kill five in Bannu\n\nPESHAWAR (AP) — A bomb hit a police van on the outskirts of the city on Monday, killing two.", "Peshawar"),
        ("Protests spread after killing in Kisumu\n\nNAIROBI (Reuters) — Police fired tear gas at protesters on Monday.", "Nairobi"),
        ("Police kill two in Kisumu protest\n\nNAIROBI (Reuters) — Police arrested 50 protesters on Monday outside parliament.", "Nairobi"),
        ("Israel strikes Khiam\n\nBEIRUT (AP) — Gunmen opened fire at the US embassy on Monday, wounding a guard.", "Beirut"),
        ("Attack in Bunia leaves nine dead\n\nGOMA (AFP) — Nine people were killed on Monday, officials said.", "Bunia"),
        ("Bokkos, Nigeria, March 4 (Agency) — Gunmen killed five people on Monday.", "Bokkos"),
        ("Kherson, Ukraine, 4 March – A drone hit a minibus, killing one.", "Kherson"),
    )  # fmt: skip
    wrong = []
    for text, town in told:
        events = read_report(Report(text, published=date(2024, 3, 7))).events
        if events[-1].location != town:
            wrong.append((text, [each.location for each in events]))
    assert wrong == []
