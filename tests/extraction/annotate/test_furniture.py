"""What is of the page dates nothing of the report, parts none of it, and is said to have been left out."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.extraction.annotate.furniture import furniture
from dashboard.text import Report

OF_THE_PAGE = (
    "A view of the river at sunset on Friday, March 1, 2024. [Example Agency/File]",
    "Residents queue for water, 28 February 2024. (Photo by a staff photographer)",
    "FILE PHOTO: Supporters wave flags in the capital, January 13, 2023. AGENCY/Staff/File Photo",
    "Image: Example Satellite Company, 2 March 2024",
    "Map 2: Areas of control as of 1 March 2024.",
    "Figure 3 – Incidents by month, January 2023 – February 2024",
    "Source: Ministry of Health, 29 February 2024",
    "(Sources: Example Observatory, 27 February; health office)",
    "Page 2 of 6 | 29 February 2024",
    "www.example.org | Situation Report No. 14 | 28 February 2024",
    "[12] Example Observatory, “Weekly brief”, 27 February 2024, https://example.org/brief",
    "This story was first published on 2 March 2024.",
    "Last updated: 2 March 2024 14:05 GMT",
    "© 2022 Example Media. All rights reserved.",
    "Related: Five things to know about the conflict (8 August 2023)",
    "Also from us: Five killed in shelling of a market (8 August 2023)",
    "Share this article on Facebook Twitter WhatsApp Email",
    "5 min read",
    "1,204 views · 31 shares",
    "By Our Correspondent",
)
TOLD = (
    "Source: police said that gunmen attacked Bauchi on Monday. Two people died.",
    "By Monday night the army had retaken Sake.",
    "Map in hand, rebels entered Goma on Monday.",
    "Page two of the order names the dead of Monday's attack.",
    "The report was published on 2 March and says that rebels shelled Sake on Monday.",
    "The army shelled Sake (near Goma) on Monday.",
    "[3] BORNO – Gwoza, Ngoshe axis",
    "Comments by the governor came on Monday.",
    "The gunmen shared videos of 20 minutes of shooting in Jos on Monday.",
)
POSTS = (  # each is all that was posted, or an entry that tells on its own
    "Gunmen killed three people in Anka on Tuesday (photo: police handout).",
    "Gunmen killed two traders in Anka on Tuesday [Agency/Local Times]",
    "14:20 Two killed in Nikopol today, governor says (photo: his office)\n15:05 A drone hit a bus in Kherson.",
    "5 March: gunmen killed two in Anka [Agency/Times]\n6 March: a bomb killed three in Gwoza [Agency]",
    "INCIDENTS\n1. 5 March: two killed in Anka. https://example.org/a\n2. 6 March: a bomb in Gwoza. https://example.org/b",
    "05 Mar: Gunmen kill two in Anka https://example.org/a\n06 Mar: Bomb kills three in Gwoza https://example.org/b",
    "12 killed as gunmen raid Anka market on Tuesday https://example.org/a",
    "Sources: five killed in a drone strike on a car in Tyre on Wednesday",
    "https://example.org/a Gunmen killed two traders in Anka on Tuesday.",
    "Page 3: Gunmen kill five in Anka on Tuesday",
    "By our correspondent in Gusau: gunmen killed two traders in Anka on Tuesday",
    "Updated: Gunmen killed two traders in Anka on Tuesday, police say.",
    "SITUATION\nGunmen killed two in Anka, and burned shops.\n\nRESPONSES\nOn 5 March soldiers killed eight gunmen.",
    "Place: Anka\nComments:\nShops burned.\n\nPlace: Gwoza\nComments:\nOne soldier killed.\n\nPlace: Bama\nShots fired.",
)
_BEFORE = "Gunmen killed nine farmers in Kadugli on Tuesday."
_AFTER = "In the evening a shell hit a school there, wounding two."


@pytest.mark.parametrize("line", OF_THE_PAGE)
def test_a_line_of_the_page_changes_nothing(line: str) -> None:
    apart, plain = (
        Report("\n\n".join(each), published=date(2024, 3, 6))
        for each in ((_BEFORE, line, _AFTER), (_BEFORE, _AFTER))
    )
    with_it, without = (
        [(each.start, each.end, each.location, each.fatalities, each.sub_event_type) for each in read]
        for read in (read_report(apart).events, read_report(plain).events)
    )
    assert with_it == without
    left = " ".join(each.text for each in read_report(apart).unread if each.why == "page furniture")
    assert line in left or left in line


@pytest.mark.parametrize("line", TOLD)
def test_what_tells_something_is_not_of_the_page(line: str) -> None:
    assert not furniture(f"{_BEFORE}\n\n{line}\n\n{_AFTER}")


@pytest.mark.parametrize("text", POSTS)
def test_a_post_or_an_entry_is_no_caption_note_or_source(text: str) -> None:
    assert not furniture(text)


def test_what_readers_wrote_below_is_left_out() -> None:
    text = f"{_BEFORE}\n\n{_AFTER}\n\n3 Comments\n\nReader, 4 March 2024\nIn my village Dilling they killed 12 on Sunday."
    assert {each.location for each in read_report(Report(text, published=date(2024, 3, 6))).events} == {
        "Kadugli"
    }
