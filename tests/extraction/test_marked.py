"""A reading as HTML: what was read is marked with what it was read as, and nothing of the text is obeyed."""

import re
from datetime import date
from html import unescape
from html.parser import HTMLParser

from dashboard.extraction import Reading, read_report
from dashboard.text import Report

TEXT = (
    "Syrian regime forces shelled Saraqeb in Idlib yesterday, killing four civilians.\n"
    "Calm prevailed in Homs <script>alert('1 & 2')</script>."
)


def reading(text: str = TEXT) -> Reading:
    return read_report(Report(text, published=date(2018, 3, 6), published_source="given"))


def titles(html: str) -> dict[str, str]:
    """What is said of each marked piece of the text."""
    found = re.findall(r"<span style='[^']*' title='([^']*)'>([^<]*)</span>", html)
    return {unescape(words).strip(): unescape(why) for why, words in found}


def test_times_places_actors_and_the_dead_say_what_they_were_read_as_and_why() -> None:
    told = titles(reading()._repr_html_())
    assert told["yesterday"] == (
        "2018-03-05 00:00 – 2018-03-06 00:00 · <deictic>, counted from the report of Tuesday 6 March 2018"
    )
    assert told["Saraqeb"] == "Saraqib · only one of that name"
    assert told["Syrian regime forces"] == "Military Forces of Syria · generic"
    assert told["shelled"].startswith("Shelling/artillery/missile attack · ")
    assert "killed: 4" in told["four"]


def test_the_text_stands_there_whole_and_none_of_it_is_obeyed() -> None:
    html = reading()._repr_html_()
    words = "".join(re.findall(r">([^<]*)<", html.partition("dir='auto'")[2].partition("</p>")[0] + "<"))
    assert unescape(words) == TEXT
    assert _tags(html) <= {"div", "p", "b", "span", "small", "table", "tr", "th", "td"}


def test_a_report_of_nothing_says_so() -> None:
    assert "No events." in reading("The weather was fine.")._repr_html_()


def test_a_long_report_is_cut_and_says_so() -> None:
    html = reading("Calm prevailed. " * 3_000)._repr_html_()
    assert "…" in html
    assert html.count("Calm prevailed") < 1_500


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.add(tag)


def _tags(html: str) -> set[str]:
    parser = _Tags()
    parser.feed(html)
    return parser.seen
