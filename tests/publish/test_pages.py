"""The page that needs nothing else: chart, cards, table and key; hostile text stays text; nothing but its own scripts may run."""

import json
import re
from base64 import b64encode
from datetime import UTC, datetime
from hashlib import sha256
from html import unescape
from urllib.parse import unquote

import pytest

from dashboard.exchange.provenance import Remark
from dashboard.figures import plotly_js
from dashboard.publish.chart import figure_of
from dashboard.publish.extract import Extract, Wanted, extract_of
from dashboard.publish.pages.parts import MOST_ROWS
from dashboard.publish.pages.whole import page
from dashboard.table import Dataset
from dashboard.table.filters import Selection
from tests.sample import dataset
from tests.told import event

MADE = datetime(2026, 11, 1, tzinfo=UTC)
HOSTILE = '</script><script>alert(1)</script> <img src=x onerror="alert(2)"> \u202ereversed'
FIELDS = (
    "location",
    "actor1",
    "actor2",
    "source",
    "notes",
    "title",
    "fatalities_text",
    "conflicts",
    "doubts",
    "event_id",
)


def extract(data: Dataset | None = None, selection: Selection | None = None) -> Extract:
    return extract_of(data or dataset(), Wanted(selection or Selection()), MADE)


def markup(of: Extract | None = None) -> str:
    """The page without plotly.js."""
    return page(of or extract()).markup.replace(plotly_js.script(), "")


def test_a_page_asks_for_nothing_outside_itself() -> None:
    said = markup()
    assert not re.findall(r"<(?:script|iframe)[^>]*\ssrc=", said)
    assert not re.findall(r'<(?:img|link)[^>]*\s(?:src|href)="(?!data:)', said)
    assert "default-src 'none'" in said


def cards(said: str) -> dict[str, str]:
    """The markup of every card of a page, by its name."""
    told = re.search(r'id="told">(.*)</script>', said)
    assert told
    found: dict[str, str] = json.loads(told[1])
    return found


def test_only_its_own_scripts_may_run_and_a_server_says_the_same() -> None:
    made = page(extract())
    scripts = re.findall(r"<script>(.*?)</script>", made.markup, re.DOTALL)
    assert len(scripts) == 2
    for each in scripts:
        assert f"'sha256-{b64encode(sha256(each.encode()).digest()).decode()}'" in made.policy
    assert made.policy in made.markup
    assert "unsafe-inline" not in made.policy.partition("script-src")[2].partition(";")[0]


@pytest.mark.parametrize(("name", "width"), [("wide", 1400), ("middle", 900), ("narrow", 360)])
def test_it_holds_the_chart_for_wide_middling_and_narrow_screens(name: str, width: int) -> None:
    drawn = re.search(rf'id="{name}">(.*)</script>', markup())
    assert drawn
    assert json.loads(drawn[1]) == figure_of(extract(), width)


def test_each_event_has_a_row_that_leads_to_its_card() -> None:
    said = markup()
    rows = re.findall(r'<a href="#(event-[^"]+)">', said)
    assert rows == list(cards(said))
    assert len(rows) == len(dataset().events)


def test_a_card_tells_time_words_source_and_how_to_cite_it() -> None:
    card = cards(markup())["event-e46"]
    for words in ("Between 06:00 and 12:00 on Tuesday 6 March 2018", "Artillery struck Douma this morning", "Sample Monitor", "rule day-part of day", "Killed: 3", "Read as:", "Event e46, conflict-timeline"):  # fmt: skip
        assert words in card, words


def test_the_key_and_where_it_comes_from_are_told() -> None:
    said = markup(extract(selection=Selection(places=("Syria/Homs",))))
    assert "An exact moment" in said
    assert "Violence against civilians" in said
    assert "2 of 8 events" in said
    assert "Place: Homs" in said


@pytest.mark.parametrize("field", FIELDS)
def test_text_of_others_is_never_markup(field: str) -> None:
    rows = Dataset.from_rows([event(0, "A monitor") | {field: HOSTILE}])
    said = markup(extract(rows))
    assert "<script>alert" not in said
    assert "<img src=x" not in said
    assert not [each for each in cards(said).values() if "<script" in each or "<img" in each]
    assert said.count("<script>") == 2
    shown = re.sub(r"<[^>]*>", "", said.partition("<table>")[2].partition("</table>")[0])
    assert "\u202e" not in shown


def test_a_row_leads_to_its_card_whatever_its_id_holds() -> None:
    said = markup(extract(Dataset.from_rows([event(0, "A monitor") | {"event_id": '50% "sure" <b>'}])))
    (link,) = re.findall(r'<a href="#(event-[^"]+)">', said)
    ((name, card),) = cards(said).items()
    (made,) = re.findall(r'<article class="card" id="([^"]+)"', card)
    assert unquote(link) == name == unescape(made) == 'event-50% "sure" <b>'


def test_what_is_said_of_a_note_and_of_the_page_turns_nothing_beside_it() -> None:
    rows = Dataset.from_rows([event(0, f"A monitor{HOSTILE}") | {"location": ""}])
    noted = Remark("Seen", f"Ann{HOSTILE}", MADE, "e0")
    said = markup(extract_of(rows, Wanted(Selection()), MADE, remarks=(noted,)))
    about = re.findall(r"<li dir=auto>.*?</li>", said, re.DOTALL)
    assert [each for each in about if "Ann&lt;" in each]
    assert [each for each in about if "A monitor&lt;" in each]
    assert [each for each in about if "\u202e" in each] == []


def test_an_endless_word_may_be_broken_and_is_whole_when_it_is_copied() -> None:
    address = f"https://example.org/{'a' * 300}"
    said = markup(extract(Dataset.from_rows([event(0, address)])))
    cells = [each for each in re.findall(r"<td dir=auto>(.*?)</td>", said) if "example.org" in each]
    assert [each.replace("<wbr>", "") for each in cells] == [address]
    assert max(map(len, cells[0].split("<wbr>"))) == 30


def test_what_it_does_not_list_is_counted() -> None:
    rows = [event(each % 300, "A monitor") | {"event_id": f"e{each}"} for each in range(MOST_ROWS + 3)]
    said = markup(extract(Dataset.from_rows(rows)))
    assert "Listed are the first 2,000 of 2,003 events" in said
    assert len(cards(said)) == MOST_ROWS


def test_in_the_frame_of_another_it_leads_to_the_whole_page() -> None:
    assert (
        '<a href="/?q=%22&amp;tab=map" target="_blank" rel="noopener">'
        in page(extract(), "/?q=%22&tab=map").markup
    )
    assert "Open the whole page" not in markup()
