"""Arabic is read in one pass with English: shapes of letters do not matter, spans point at the words as written."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.temporal import Bearing, read_time
from dashboard.temporal.lexing.arabic import bare, folded

DAY = date(2018, 5, 21)
WORDS = st.sampled_from(
    ["أمس", "اليوم", "بعد", "منتصف", "ليل", "الليل", "الأحد", "الاثنين", "–", "من", "إلى", "منذ", "قبل", "يومين",
     "٣", "19", "أيار", "مايو", "/", "2018", "الماضي", "الساعات", "الماضية", "الساعة", "الثانية", "والنصف", "صباح",
     "مساءً", "يوم", "الموافق", "الشهر", "الجاري", "رمضان", "1439", "هـ", "و", "في", "خلال", "الـ24", "ساعة", "yesterday",
     "وبالسبت", "لليوم", "الثالث", "على", "التوالي", "عيد", "الفطر", "القرن", "العشرين", "،", "."]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=25).map(" ".join)


@pytest.mark.parametrize("shape", ["أمس", "امس", "أمسِ", "أَمْس", "أمــس"])
def test_a_word_is_the_same_in_all_its_shapes(shape: str) -> None:
    (timex,) = read_time(f"سقطت قذائف {shape} على البلدة", DAY).timexes
    assert timex.value == "2018-05-20"
    assert timex.text == shape


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("سقطت قذائف بالأمسِ", "الأمسِ"),
        ("دخلت يومَي السبتِ والأَحدِ", "الأَحدِ"),
        ("خلال الـ٢٤ ساعةً الماضية", "٢٤ ساعةً الماضية"),
        ("منذ ١٩ أيّار ٢٠١٨", "١٩ أيّار ٢٠١٨"),
    ],
)
def test_a_span_holds_the_words_as_they_are_written(text: str, words: str) -> None:
    assert read_time(text, DAY).timexes[-1].text.removeprefix("الـ") == words


def test_folding_keeps_the_length_and_bare_words_lose_their_signs() -> None:
    text = "أوّلُ أيّامِ الأُسبوعِ ٢٠١٨"
    assert len(folded(text)) == len(text)
    assert bare("الأُسبوعِ") == "الاسبوع"


def test_two_days_ago_and_for_two_days_are_told_apart_by_what_is_going_on() -> None:
    (over,) = read_time("وصلت القافلة منذ يومين", DAY).timexes
    (going_on,) = read_time("القصف مستمر منذ يومين", DAY).timexes
    assert (over.bearing, going_on.bearing) == (Bearing.AT, Bearing.SINCE)


def test_a_comparison_is_no_events_time() -> None:
    (timex,) = read_time("للمرة الأولى منذ 2012", DAY).timexes
    assert timex.bearing is Bearing.COMPARISON


def test_one_text_may_mix_the_two_languages() -> None:
    english, arabic = read_time("Shells fell yesterday. سقطت قذائف أمس", DAY).timexes
    assert english.interval == arabic.interval


@given(
    st.one_of(TEXTS, st.text("وفبلكاأمسيوم ًـ٣0", max_size=60)),
    st.none() | st.dates(date(1950, 1, 1), date(2090, 1, 1)),
)
@settings(max_examples=300, deadline=None)
def test_any_arabic_text_gives_spans_inside_it(text: str, day: date | None) -> None:
    for timex in read_time(text, day).timexes:
        assert 0 <= timex.span.start < timex.span.end <= len(text)
        assert timex.text == text[timex.span.start : timex.span.end]
