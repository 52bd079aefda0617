"""The stamps of pages date a report; dates told in its sentences do not."""

from datetime import date

import pytest

from dashboard.temporal import read_time

STAMPS = [
    "Source: Newswire| 2022-03-05 04:12:55|Editor: desk",
    "Newswire | 2022-03-05 04:12:55",
    "5 March 2022 22:18 (UTC+03:00)",
    "Saturday, 5 March 2022, 09:12 (GMT+3)",
    "Posted Sat Mar 5 11:00:09 EST 2022",
    "Updated: Sat Mar  5 10:15:00 UTC 2022",
    "3/5/2022 7:17:05 PM\n3/28/2022 is the day of the vote.",
    "Published On 5 Mar 2022",
    "First published on Sat 5 Mar 2022 10.15 GMT",
    "Last update: 05/03/2022 - 18:22",
    "By Ali Khan | Mar 5, 2022 | 10:15",
    "Updated 3:14 PM EST, Sat March 5, 2022",
    "Mar 5, 2022, 10:15 AM IST",
    "2022-03-05T10:15:00+03:00",
    "Sat, 05 Mar 2022 10:15:00 GMT",
    "Date created: 5 March 2022, 10:15",
    "2022/03/05 02:32",
    "March 5 - 2022 NYALA / EL FASHER",
    "5 March 2022 6:12 PM GMT · Updated 3 hours ago",
    "MARCH 5, 2022 / 3:12 PM / UPDATED 2 HOURS AGO",
    "05.03.2022 14:35 Donetsk",
    "05.03.2022 Kharkiv. The prosecutor's office says so.",
    "By: Regional Desk / March 5, 2022",
    "By Staff Reporter March 5, 2022",
    "Text by: NEWS WIRE 05/03/2022 - 18:22",
    "March 5, 2022 by Newsroom",
    "Bulletin 17 / 2022.03.05 / 16.30 hrs",
    "PRESS RELEASE No. 12/2022 of 5 March 2022",
    "This live blog is closed. Saturday 5 March 2022. Times are local.",
    "QUETTA. Saturday, March 5, 2022.",
    "ACCESS SNAPSHOT / February 2022          Released 5 March 2022",
    "Week ending: Sun 27/02/22          Sheet issued: 05/03/22 08:00 UTC",
    "Reporting period: 21 – 28 February 2022 | Date of issue: 5 March 2022",
    "Situation as of 28 February; published 5 March 2022",
    "Front-line digest for 5 March 2022 (evening)",
    "Protection cluster, Diffa – quick note of 5 March 2022",
    "Updated 6:42 PM EST, March 5, 2022",
    "5 March 2022 – 4 minute read",
    "[5 March 2022]",
    "On Mar 5, 2022",
    "🕗 March 5, 2022, 08:02",
    "Saturday - 2 Shaaban 1443 AH - 05 March 2022 AD\nAden: Our correspondent",
    "Our Correspondent Published March 5, 2022 Updated about 5 hours ago",
    "March 5, 2022 4:12 PM GMT+3 Updated 2 hours ago",
    "THE LIVEBLOG OF SATURDAY, MARCH 5, 2022\nAll times are local",
    "Date of incident: 3 March 2022\nReported: 5 March 2022",
    "INCIDENT DATE\n3 March 2022\n\nPublished 5 March 2022",
    f"{'What this page is about. ' * 14}\n\nby OUR CORRESPONDENT\n5 March 2022 - 15:00",
    "05.03.2022, 07:30\nShells fell.\n\n05.03.2022, 09:10\nCalm.",
]
NONE = [
    "The attack of 5 March 2022, 10:15, was the worst.",
    "It was 5 March 2022 10:15 when it began.",
    "On 5 March 2022",
    "Copyright 5 March 2022",
    "In Quetta on 5 March 2022.",
    "The truce of Friday, 5 March 2022.",
    "Two killed, 5 March 2022, in Quetta.",
    "Report on the attack of 5 March 2022",
    "Week ending 5 March 2022",
    "Killed on 5 March 2022",
    "Incident date: 5 March 2022",
    "INCIDENT DATE\n5 March 2022",
    "In memory of those killed, 5 March 2022",
]


@pytest.mark.parametrize("stamp", STAMPS)
def test_a_stamp_dates_the_report(stamp: str) -> None:
    assert read_time(f"{stamp}\n\nGunmen attacked a bus in Quetta.").published.day == date(2022, 3, 5)


@pytest.mark.parametrize("words", NONE)
def test_a_date_that_is_told_is_no_stamp(words: str) -> None:
    assert read_time(f"{words}\nGunmen attacked a bus in Quetta.").published.day is None
