"""What is said in each language: numbers, plurals, dates, times of events, and what was written by rooms that know of no page."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from dashboard.table.describe import clock_words, moment, short, title, toll, when
from dashboard.temporal import read_moment
from dashboard.wording.dates import Form, dated
from dashboard.wording.languages import codes, language
from dashboard.wording.numbers import number, percent
from dashboard.wording.retold import retold
from dashboard.wording.say import any_of, listed, say, so_many, term
from dashboard.wording.spoken import speaking, spoken

NIGHT: dict[str, Any] = {
    "granularity": "daypart",
    "timezone": "Asia/Damascus",
    "start": datetime(2018, 5, 20, 21, tzinfo=UTC),
    "end": datetime(2018, 5, 21, 3, tzinfo=UTC),
}


@pytest.mark.parametrize(
    ("code", "counts"),
    [
        ("en", {0: "0 events", 1: "1 event", 1208: "1,208 events"}),
        ("ar", {0: "لا أحداث", 1: "حدث واحد", 2: "حدثان", 3: "3 أحداث", 11: "11 حدثًا", 100: "100 حدث", 1208: "1,208 أحداث"}),
        ("fr", {0: "0 événement", 1: "1 événement", 2: "2 événements", 1208: "1\u202f208 événements"}),
        ("uk", {1: "1 подія", 2: "2 події", 5: "5 подій", 21: "21 подія", 1208: "1\xa0208 подій"}),
    ],
)  # fmt: skip
def test_a_number_of_events_has_the_form_for_so_many(code: str, counts: dict[int, str]) -> None:
    with speaking(language(code)):
        assert {count: so_many("{count} event", "{count} events", count) for count in counts} == counts


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "between 00:00 and 06:00 on Monday 21 May 2018"),
        ("ar", "بين 00:00 و06:00 يوم الاثنين 21 أيار 2018"),
        ("fr", "entre 00:00 et 06:00 le lundi 21 mai 2018"),
        ("uk", "у межах 00:00–06:00, 21 травня 2018 (понеділок)"),
    ],
)
def test_a_night_is_said_in_each_language(code: str, words: str) -> None:
    with speaking(language(code)):
        assert when(NIGHT) == words


@pytest.mark.parametrize(
    ("code", "words"),
    [("ar", "كانون الثاني 2018"), ("fr", "janvier 2018"), ("uk", "січня 2018")],
)
def test_months_are_called_as_in_the_language(code: str, words: str) -> None:
    with speaking(language(code)):
        assert dated(date(2018, 1, 5), Form.MONTH) == words


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("month", range(1, 13))
def test_a_day_as_it_stands_in_a_box_is_read_back(code: str, month: int) -> None:
    day = date(2018, month, 5)
    with speaking(language(code)):
        read = read_moment(dated(day, Form.DAY), datetime(2020, 1, 1))
    assert read.start == datetime(2018, month, 5)


@pytest.mark.parametrize("code", codes())
def test_the_example_in_a_box_is_something_that_is_read(code: str) -> None:
    with speaking(language(code)):
        assert read_moment(say("yesterday"), datetime(2018, 5, 21)).start == datetime(2018, 5, 20)


def test_the_citys_name_and_its_clock_are_said() -> None:
    spring = datetime(2018, 5, 21, tzinfo=UTC)
    with speaking(language("ar")):
        assert clock_words("Asia/Damascus", spring, spring) == "دمشق، \u2068UTC+3\u2069"
        assert moment(spring, "Asia/Damascus") == "الاثنين 21 أيار 2018، 03:00"


def test_names_of_events_and_tolls_are_said() -> None:
    shelling = {"sub_event_type": "Shelling/artillery/missile attack", "modality": "planned"}
    with speaking(language("fr")):
        assert title(shelling) == "prévu : Bombardement/artillerie/attaque de missiles"
        assert short(shelling) == "prévu : Bombardement"
        assert toll({"fatalities_low": 3, "fatalities_high": 5}) == "3–5 tués"
    with speaking(language("uk")):
        assert toll({"fatalities_low": 2}) == "щонайменше 2 загиблі"


def test_numbers_and_lists_are_written_as_the_language_writes_them() -> None:
    with speaking(language("fr")):
        assert (number(12345), percent(0.31)) == ("12\u202f345", "31\xa0%")
        assert listed(["2 rapports", "1 tableau"]) == "2 rapports et 1 tableau"
        assert any_of(["UTC+2", "UTC+3"]) == "UTC+2 ou UTC+3"


def test_words_that_run_the_other_way_are_kept_apart() -> None:
    with speaking(language("ar")):
        assert say("near {place}", place="Homs") == "قرب \u2068Homs\u2069"
        assert say("near {place}", place="حمص") == "قرب حمص"
    with speaking(language("fr")):
        assert say("near {place}", place="حمص") == "près de \u2068حمص\u2069"
    assert say("near {place}", place="حمص") == "near حمص"


def test_what_is_put_into_a_message_is_never_taken_for_parts_of_it() -> None:
    with speaking(language("fr")):
        assert say("near {place}", place="{place} %{x} {0}") == "près de {place} %{x} {0}"


def test_a_word_of_no_closed_set_stays_as_it_is() -> None:
    with speaking(language("ar")):
        assert (term("Battles"), term("urgent"), term("")) == ("المعارك", "urgent", "")


def test_outside_of_a_language_all_is_english() -> None:
    with speaking(language("ar")):
        assert spoken().code == "ar"
    assert spoken().code == "en"
    assert retold("publication day − 1") == "publication day − 1"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("publication day − 1", "jour de publication − 1"),
        ("report of Tuesday 6 March 2018", "rapport du mardi 6 mars 2018"),
        ("report of unknown date", "rapport de date inconnue"),
        ("only supposed: might", "seulement supposé : \u2068might\u2069"),
        ("a headline: what it sums up is told below", "un titre : ce qu'il résume est rapporté plus bas"),
        ("place: its place is on no map (-1.2)", "lieu : son lieu n'est sur aucune carte (-1.2)"),
        ("“5” killed, not 3", "“5” tués, et non 3"),
        ("ends at the reference time; needs the publication date", "finit au moment de référence ; a besoin de la date de publication"),
        ("21 May 2018 00:00–06:00", "21 mai 2018 00:00–06:00"),
        ("row 3: 'soon' is no date this reads", "ligne 3 : 'soon' n'est pas une date lisible ici"),
        ("5 Nonsense 2018", "5 Nonsense 2018"),
        ("crater.pdf: is an encrypted PDF; open it with its password and save a copy without one", "crater.pdf : est un PDF chiffré ; ouvrez-le avec son mot de passe et enregistrez une copie sans"),
        ("e46: was deleted; 'events restore e46' brings it back", "e46 : a été supprimé ; 'events restore e46' le ramène"),
        ("pack.zip: holds 3 files, more than 2; unpack it", "pack.zip : contient 3 fichiers, plus que 2 ; décompressez-la"),
        ("a password has 8 to 256 letters; this one has 3", "un mot de passe a 8 à 256 lettres ; celui-ci en a 3"),
        ("Ann is the last admin; make somebody else one first", "Ann est le dernier administrateur ; nommez-en d'abord un autre"),
        ("Some monitor: some words", "Some monitor: some words"),
        ("Some words of a source", "Some words of a source"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_was_written_in_english_is_said_again(words: str, told: str) -> None:
    with speaking(language("fr")):
        assert retold(words) == told
