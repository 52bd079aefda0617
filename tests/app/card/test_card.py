"""The card: the sentence with its phrase, how it was read, and a citation that stands alone."""

from datetime import date

import pytest
from dash import html

from dashboard.app.card.dossier import Dossier, dossier_of
from dashboard.app.card.shown import Setting, card, citation, quoted, spoken
from dashboard.app.url import View
from dashboard.consolidation import dataset_from
from dashboard.extraction import read_report
from dashboard.text import Report
from tests.app.words import parts_of, words_of
from tests.sample import ZONE, dataset

SETTING = Setting(View(), ZONE, "http://127.0.0.1:8050/?event=x", "0.1.0")


def found(place: str, kind: str = "") -> Dossier:
    events = dataset().events
    event = events[(events["location"] == place) & events["sub_event_type"].str.contains(kind)].iloc[0]
    known = dossier_of(dataset(), str(event["event_id"]))
    assert known is not None
    return known


def said(place: str, kind: str = "") -> str:
    return words_of(card(found(place, kind), SETTING))


def test_the_phrase_is_marked_in_its_sentence() -> None:
    parts = card(found("Harasta"), SETTING)
    (sentence,) = parts_of(parts, html.Blockquote)
    assert words_of(sentence) == "Warplanes bombed Harasta at 14:20 yesterday"
    assert [words_of(mark) for mark in parts_of(sentence, html.Mark)] == ["at 14:20 yesterday"]


@pytest.mark.parametrize(
    ("place", "kind", "words"),
    [
        ("Douma", "Shelling", "day-part of day"),
        ("Douma", "Shelling", "Tuesday 6 March 2018 (worked out from the text)"),
        ("Douma", "Shelling", "report of Tuesday 6 March 2018"),
        ("Douma", "Shelling", "“at least 3 civilians”"),
        ("Douma", "Shelling", "Syria › Rif Dimashq › Douma"),
        ("Douma", "Shelling", "Military Forces of Syria"),
        ("Douma", "transfer", "Douma → Idlib"),
        ("Misraba", "", "denied by the army; told as happened elsewhere"),
        ("Homs", "Armed", "Injured4"),
        ("", "", "no place named"),
        ("", "", "none in the sentence"),
    ],
)
def test_the_card_tells(place: str, kind: str, words: str) -> None:
    assert words in said(place, kind)


def test_nothing_is_said_of_what_the_report_does_not_tell() -> None:
    headings = [words_of(part) for part in parts_of(card(found("Kafr Batna"), SETTING), html.H3)]
    assert headings == ["When", "The sentence", "How it was read", "How sure", "Where", "Told once"]


def test_no_dead_is_not_the_same_as_nothing_said() -> None:
    assert "Killed0" in said("Harasta")


def test_a_citation_names_source_place_in_the_text_sentence_and_reading() -> None:
    lines = citation(found("Harasta"), SETTING).splitlines()
    assert lines[0].startswith(
        "Sample Monitor, “Shelling and <b>calm</b> around Douma & Homs”, Tuesday 6 March 2018"
    )
    assert lines[1] == "“Warplanes bombed Harasta at 14:20 yesterday”"
    assert "14:20" in lines[2]
    assert lines[3].endswith(SETTING.permalink)


def test_the_live_region_speaks_name_place_and_time() -> None:
    words = spoken(found("Harasta"), ZONE)
    assert words.startswith("Air/drone strike, Harasta: ")
    assert "14:20" in words


def test_an_event_that_is_not_there_is_said_to_be_missing() -> None:
    assert dossier_of(dataset(), "nobody") is None
    assert "nobody" in words_of(card(None, Setting(View(event="nobody"), ZONE, "", "")))
    assert card(None, SETTING) == []


def test_a_phrase_outside_its_quote_marks_nothing() -> None:
    assert quoted("short", 3, 99) == ["short"]
    assert quoted("short", None, 2) == ["short"]


def test_an_event_of_several_reports_shows_each_with_its_day_and_why_it_is_the_same() -> None:
    texts = {
        "Radio": "Artillery shelled Douma on Tuesday, killing 3.",
        "Paper": "On Tuesday shells killed 5 in Douma.",
    }
    both = dataset_from(
        read_report(Report(text, source=source, published=date(2018, 3, 6 + number)))
        for number, (source, text) in enumerate(texts.items())
    )
    (event_id,) = both.events["event_id"]
    said = words_of(card(dossier_of(both, event_id), SETTING))
    assert "Told 2 times in 2 reports" in said
    assert "Radio, Tuesday 6 March 2018" in said
    assert "Paper, Wednesday 7 March 2018" in said
    assert "Of this event: as in Radio: kind +1.0" in said
    assert "5 killed, not 3" in said


def test_the_card_tells_how_sure_the_row_is_and_what_speaks_against_it() -> None:
    report = Report("Nine farmers died in Kadugli.", published=date(2024, 3, 14))
    made = dataset_from([read_report(report)])
    known = dossier_of(made, str(made.events["event_id"].iloc[0]))
    assert known is not None
    words = words_of(card(known, SETTING))
    assert "that time, place, type and toll are all right" in words
    assert "type: only its harm is told, not what was done" in words
