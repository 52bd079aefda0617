"""The chronology and the methods: what they say, that Word and a browser can read them, that nothing in them runs."""

import io
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pandas as pd
import pytest

from dashboard.errors import ExportError
from dashboard.exchange import as_chronology_word
from dashboard.exchange.formats import format_of
from dashboard.exchange.headings import Headings
from dashboard.exchange.narrative.chronology import chapters, when_told
from dashboard.exchange.narrative.methods import methods_of
from dashboard.exchange.narrative.tallies import Tallies
from dashboard.exchange.narrative.word import runs_from_right
from dashboard.exchange.provenance import Provenance, provenance_of
from dashboard.exchange.write import to_bytes
from dashboard.table import Dataset
from tests.sample import dataset

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ARABIC = "قصف مدفعي على دوما أمس"
HOSTILE = '<img src=x onerror=alert(1)> & \x07 "q"'


def said(of: Dataset, **more: object) -> Provenance:
    made = datetime(2026, 3, 1, tzinfo=UTC)
    return provenance_of(of.events, of=8, title="sample", zone="Asia/Damascus", made=made, **more)  # type: ignore[arg-type]


def written(ending: str, of: Dataset | None = None, **more: object) -> bytes:
    chosen = dataset() if of is None else of
    return to_bytes(chosen, format_of(ending), said(chosen, **more))


def of_rows(**told: object) -> Dataset:
    report = {"report_id": "r", "source": HOSTILE, "url": "javascript:alert(1)", "timezone": "UTC"}
    mention = {"mention_id": "m", "event_id": "e", "report_id": "r", "quote": ARABIC}
    event = {"event_id": "e", "timezone": "UTC", "granularity": "day", "location": HOSTILE} | told
    return Dataset.from_rows([event], [mention], [report], "made")


# granularity, start, end in Damascus: what a chronology says
TIMES = [
    ("daypart", "2018-05-20 18:00", "2018-05-21 06:00", "On the night of 20–21 May 2018"),
    ("daypart", "2018-05-31 18:00", "2018-06-01 06:00", "On the night of 31 May – 1 June 2018"),
    ("daypart", "2018-12-31 18:00", "2019-01-01 06:00", "On the night of 31 December 2018 – 1 January 2019"),
    ("daypart", "2018-05-21 00:00", "2018-05-21 06:00", "Between 00:00 and 06:00 on Monday 21 May 2018"),
    ("month", "2018-05-01", "2018-06-01", "In May 2018"),
    ("year", "2018-01-01", "2019-01-01", "In 2018"),
    ("day", "2018-05-21", "2018-05-22", "On Monday 21 May 2018"),
    ("unknown", "", "", "Time not known"),
]


@pytest.mark.parametrize(("grain", "start", "end", "words"), TIMES)
def test_a_time_is_never_finer_than_told(grain: str, start: str, end: str, words: str) -> None:
    zone = "Asia/Damascus"
    bounds = {name: pd.Timestamp(at, tz=zone) for name, at in (("start", start), ("end", end)) if at}
    assert when_told(bounds | {"granularity": grain, "timezone": zone}) == words


def test_entries_stand_under_their_months_in_order_and_what_has_no_time_comes_last() -> None:
    found = list(chapters([dataset().events], dataset(), Headings.MONTH))
    assert [chapter.heading for chapter in found] == ["February 2018", "March 2018", "Without a date"]
    assert sum(len(chapter.entries) for chapter in found) == 8


def test_or_under_their_places() -> None:
    found = [chapter.heading for chapter in chapters([dataset().events], dataset(), Headings.PLACE)]
    assert found == ["Douma", "Harasta", "Homs", "Kafr Batna", "Misraba", "Without a place"]


def test_every_entry_has_its_quote_its_source_and_what_contradicts_it() -> None:
    entries = [
        entry
        for chapter in chapters([dataset().events], dataset(), Headings.MONTH)
        for entry in chapter.entries
    ]
    quotes = set(dataset().mentions["quote"])
    assert {entry.notes[0].quote for entry in entries} == quotes
    assert all("Sample Monitor" in entry.notes[0].about for entry in entries)
    against = [
        note.about for entry in entries for note in entry.notes if "contradict each other" in note.about
    ]
    assert against == ["The reports contradict each other: denied by the army; told as happened elsewhere."]


def test_a_coded_row_says_whose_it_is() -> None:
    coded = Dataset.from_rows(
        events=[{"event_id": "e", "dataset": "made", "notes": "Clashes.", "source": "A paper"}]
    )
    (chapter,) = chapters([coded.events], coded, Headings.MONTH)
    (note,) = chapter.entries[0].notes
    assert (note.quote, note.about) == ("Clashes.", "A paper. From the dataset made, as coded there.")


class Links(HTMLParser):
    """The tags of a page, its ids and where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.to: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        named = dict(attrs)
        self.ids += [named["id"] or ""] if "id" in named else []
        self.to += [named["href"] or ""] if "href" in named else []
        assert not any(name.startswith("on") for name in named)


@pytest.mark.parametrize("ending", [".chronology.html", ".methods.html"])
@pytest.mark.parametrize("of", [dataset(), of_rows()], ids=["sample", "hostile"])
def test_a_page_runs_nothing_fetches_nothing_and_its_links_lead_somewhere(ending: str, of: Dataset) -> None:
    page = Links(written(ending, of).decode())
    assert set(page.tags).isdisjoint({"script", "img", "iframe", "object", "link", "form", "base"})
    assert len(set(page.ids)) == len(page.ids)
    assert {link[1:] for link in page.to if link.startswith("#")} <= set(page.ids)
    assert not [link for link in page.to if not link.startswith(("#", "http://", "https://"))]


def test_a_quote_that_runs_from_the_right_is_set_so() -> None:
    assert runs_from_right(ARABIC)
    assert f'<q dir="auto">“{ARABIC}”</q>' in written(".chronology.html", of_rows()).decode()
    notes = parts_of(written(".chronology.docx", of_rows()))["word/footnotes.xml"]
    (paragraph,) = (each for each in notes.iter(f"{W}p") if ARABIC in "".join(each.itertext()))
    assert paragraph.find(f"{W}pPr/{W}bidi") is not None
    assert paragraph.find(f"{W}r/{W}rPr/{W}rtl") is not None


def parts_of(content: bytes) -> dict[str, ET.Element]:
    pytest.importorskip("docx")
    with ZipFile(io.BytesIO(content)) as packed:
        return {
            name: ET.fromstring(packed.read(name))
            for name in packed.namelist()
            if name.endswith((".xml", ".rels"))
        }


@pytest.mark.parametrize("of", [dataset(), of_rows()], ids=["sample", "hostile"])
def test_words_footnotes_are_real_and_each_is_marked_once(of: Dataset) -> None:
    parts = parts_of(written(".chronology.docx", of))
    marks = [each.get(f"{W}id") for each in parts["word/document.xml"].iter(f"{W}footnoteReference")]
    notes = [each.get(f"{W}id") for each in parts["word/footnotes.xml"].iter(f"{W}footnote")]
    assert notes == ["-1", "0", *marks]
    assert len(marks) >= len(of.events)
    types = parts["[Content_Types].xml"]
    assert any(each.get("PartName") == "/word/footnotes.xml" for each in types)
    targets = [each.get("Target") for each in parts["word/_rels/document.xml.rels"]]
    assert "footnotes.xml" in targets
    styles = {each.get(f"{W}styleId") for each in parts["word/styles.xml"].iter(f"{W}style")}
    assert {"FootnoteText", "FootnoteReference"} <= styles


def test_word_is_opened_again_by_the_library_and_says_who_made_it_and_when() -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document(io.BytesIO(written(".chronology.docx")))
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert headings[:3] == ["February 2018", "March 2018", "Without a date"]
    assert document.core_properties.created == datetime(2026, 3, 1, tzinfo=UTC)
    assert document.core_properties.author == "conflict-timeline"


def test_more_events_than_word_holds_are_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_chronology_word, "MOST_EVENTS", 7)
    with pytest.raises(
        ExportError, match=r"8 events are more than a Word document holds well \(7\); choose fewer"
    ):
        written(".chronology.docx")


def test_a_chronology_of_nothing_says_so_much() -> None:
    nothing = replace(dataset(), events=dataset().events.head(0))
    assert "0 of 8 events" in written(".chronology.html", nothing).decode()
    assert written(".chronology.docx", nothing)


def test_the_methods_count_rules_reasons_and_how_days_were_known() -> None:
    sections = {
        each.title: each
        for each in methods_of(
            Tallies().plus(dataset().events), dataset(), said(dataset(), edits=("2026-03-01: join: why",))
        )
    }
    assert ("day-part of day", "7") in sections["The rules that read the times"].rows
    assert sections["What was left unread"].rows == (("a lull, not an event", "1"),)
    assert sections["How the days of publication were known"].rows == (
        ("worked out from the words of the text", "1"),
    )
    assert sections["What a person changed"].lines == ("2026-03-01: join: why",)
    assert ("0.8 to 1.0", "8") in sections["How sure the rows are"].rows
    assert re.search(r"Gazetteer [0-9a-f]{12} ", " ".join(sections["What read it"].lines))


def test_reports_that_tell_of_no_chosen_event_are_in_the_methods_all_the_same() -> None:
    one = replace(dataset(), events=dataset().events.head(0))
    assert "a lull, not an event" in written(".methods.md", one).decode()


def test_a_report_writes_no_markdown() -> None:
    page = written(".methods.md", of_rows()).decode()
    assert "<img" not in page.replace("\\<img", "")


def test_reasons_of_an_earlier_version_are_counted_too() -> None:
    unread = json.dumps([{"char_start": 0, "char_end": 1, "text": "x", "why": "no longer given"}])
    old = Dataset.from_rows(reports=[{"report_id": "r", "unread": unread}])
    sections = {each.title: each for each in methods_of(Tallies().plus(old.events), old, said(old))}
    assert sections["What was left unread"].rows == (("another reason", "1"),)
