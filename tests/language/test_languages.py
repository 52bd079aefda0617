"""A text that is not in English says so, instead of giving no events without a word."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.extraction import read_report
from dashboard.language.languages import language_of
from dashboard.text import Report

TEXTS = {
    "French": "Quatre civils ont été tués dans la ville de Homs par une frappe aérienne qui a visé le marché.",
    "Spanish": "El ejército atacó la ciudad de Homs el lunes y mató a tres personas según los activistas.",
    "Portuguese": "O exército atacou a cidade na segunda-feira e não há feridos, segundo os ativistas da região.",
    "German": "Die Armee hat am Montag die Stadt angegriffen und nach Angaben der Rettungskräfte drei Menschen getötet.",
    "Arabic": "قصفت قوات النظام مدينة دوما أمس",
    "Ukrainian": "Вчора російські війська обстріляли Харків, є загиблі",
    "Persian": "نیروهای دولتی شهر را گرفتند",
}
SHORT = {
    "Trois civils tués à Douma.": "French",
    "Une frappe aérienne a fait cinq morts à Homs hier soir.": "French",
    "Fuerzas del gobierno mataron a tres civiles en Duma según los vecinos": "Spanish",
    "Drei Zivilisten wurden am Montag in Duma getötet.": "German",
}
ENGLISH = [
    "Shelling in Homs, 3 killed",
    "Clashes near São Paulo and Ciudad del Este",
    "Army seizes Deir ez-Zor, naïve hopes in Raqqa",
    "Gunmen attack Café de la Paix in Ouagadougou",
    "Shells fell on Douma.",
    "Al-Shabaab fighters seized Baidoa on Monday",
    "Deir ez-Zor, al-Mayadin, al-Bukamal, al-Quriyah, as-Susah, Hajin, al-Baghuz, ash-Shaafah, Abu Hamam, Gharanij, al-Kishkiyah",
    "",
    "12 / 5 / 2018",
]


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_the_language_is_named_on_the_reading(language: str, text: str) -> None:
    notes = read_report(Report(text, published=date(2018, 5, 21))).notes
    assert any(f"seems to be in {language}" in note for note in notes)


@pytest.mark.parametrize(("text", "language"), SHORT.items())
def test_a_headline_tells_its_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ENGLISH)
def test_short_english_and_lists_of_names_are_no_other_language(text: str) -> None:
    assert language_of(text) == "English"


def test_no_report_we_hold_is_taken_for_another_language() -> None:
    for path in (*Path("tests/gold/reports").glob("*.txt"), *Path("seeds").glob("*.txt")):
        assert language_of(path.read_text(encoding="utf-8")) == "English", path
