"""What the search box finds, held against reading every text."""

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.table import Dataset, postings
from dashboard.table.filters import Selection, wanted
from dashboard.table.index import Index
from dashboard.table.search import Found, search
from dashboard.text.folded import on_one_line

EVENTS = [
    {
        "event_id": "a",
        "start": "2018-03-01T00:00:00Z",
        "notes": "Barrel  bombs\nfell on Ḥarastā.",
        "actor1": "Army of Conquest",
    },
    {
        "event_id": "b",
        "start": "2018-03-02T00:00:00Z",
        "notes": "قَصْف مدفعي على أحياء حلب",
        "location": "Aleppo",
    },
    {"event_id": "c", "start": "2018-03-03T00:00:00Z", "title": "Straße closed", "tags": "road; İzmir"},
    {"event_id": "d", "start": "2018-03-04T00:00:00Z", "notes": "conquest of an army"},
]
MENTIONS = [
    {"mention_id": "m1", "event_id": "a", "report_id": "r1", "quote": "Barrel  bombs\nfell on Ḥarastā."},
    {"mention_id": "m2", "event_id": "a", "report_id": "r2", "quote": "helicopters dropped them"},
    {"mention_id": "m3", "event_id": "b", "report_id": "r1", "quote": "shelling"},
    {"mention_id": "m4", "event_id": "x", "report_id": "r2", "quote": "of no event here"},
]
REPORTS = [
    {"report_id": "r1", "title": "Friday in the suburbs", "text": "Barrel bombs fell. A ceasefire was rumoured near the bridge."},
    {"report_id": "r2", "title": "Night watch", "text": "The bridge was empty."},
    {"report_id": "r3", "title": "Told of by nothing", "text": "bridge, bridge"},
]  # fmt: skip

# What is typed, the events that tell of it themselves, and those of the reports that do.
TYPED = [
    ("barrel bombs", "a", "b"),
    ('"barrel bombs"', "a", "b"),
    ('"bombs barrel"', "", ""),
    ('"arrel bomb"', "a", "b"),
    ('"barrel bo" fell', "a", "b"),
    ("«barrel bombs»", "a", "b"),
    ("“bombs fell on”", "a", ""),
    ("harasta", "a", ""),
    ("HARASTĀ", "a", ""),
    ("helicopters", "a", ""),
    ("helicopters barrel", "a", ""),
    ('"army of conquest"', "a", ""),
    ("conquest army", "ad", ""),
    ("قصف", "b", ""),
    ("قَصْف", "b", ""),
    ("احياء حلب", "b", ""),
    ('"مدفعي على احياء"', "b", ""),
    ("strasse", "c", ""),
    ("izmir", "c", ""),
    ("ceasefire", "", "ab"),
    ("friday bridge", "", "ab"),
    ("night ceasefire", "", ""),
    ('"the bridge was"', "", "a"),
    ("bridge", "", "ab"),
    ("(.*", "", ""),
    ('"', "", ""),
    ("no event", "", ""),
]  # fmt: skip


def _found(found: Found, dataset: Dataset) -> tuple[str, str]:
    ids = dataset.events["event_id"].to_numpy()
    return "".join(ids[found.by_event]), "".join(ids[found.by_report])


def _dataset() -> Dataset:
    return Dataset.from_rows(EVENTS, MENTIONS, REPORTS)


@pytest.mark.parametrize(("typed", "by_event", "by_report"), TYPED)
def test_words_are_found_in_rows_in_sentences_and_in_reports(
    typed: str, by_event: str, by_report: str
) -> None:
    assert _found(search(_dataset().index, typed), _dataset()) == (by_event, by_report)


def test_the_reports_are_asked_where_no_event_tells_of_it() -> None:
    index = _dataset().index
    assert wanted(index, Selection(text="fell")).frame()["event_id"].tolist() == ["a"]
    assert wanted(index, Selection(text="ceasefire")).frame()["event_id"].tolist() == ["a", "b"]
    assert len(wanted(index, Selection(text="volcano"))) == 0


def test_a_table_without_reports_is_searched_too() -> None:
    found = search(Index(_dataset().events), "barrel")
    assert found.by_event.tolist() == [True, False, False, False]
    assert not found.by_report.any()


LETTERS = "ab\n .Éé؟قَص"
texts = st.lists(st.text(alphabet=LETTERS, max_size=12), min_size=1, max_size=8)


@settings(max_examples=60, deadline=None)
@given(
    texts, st.lists(st.text(alphabet="ab.éقص", min_size=1, max_size=3), min_size=1, max_size=3), st.booleans()
)
def test_what_is_found_is_what_reading_every_text_finds(
    told: list[str], words: list[str], phrase: bool
) -> None:
    dataset = _noted(tuple(told))
    asked = [" ".join(map(on_one_line, words))] if phrase else [on_one_line(word) for word in words]
    typed = f'"{" ".join(words)}"' if phrase else " ".join(words)
    notes = [on_one_line(text) for text in dataset.events["notes"]]
    assert search(dataset.index, typed).by_event.tolist() == [
        all(each in note for each in asked) for note in notes
    ]


def _noted(told: tuple[str, ...]) -> Dataset:
    """Events with those notes; the other columns are those of one that is there already."""
    events = _PLAIN.events.take(np.arange(len(told)))
    return Dataset(
        events.assign(notes=np.array(told, dtype=object)).astype({"notes": "str"}),
        _PLAIN.mentions,
        _PLAIN.reports,
    )


_PLAIN = Dataset.from_rows([{"event_id": f"e{n}"} for n in range(8)])


def test_words_are_split_alike_with_pyarrow_and_without() -> None:
    draw = Random(2018)
    told = _noted(tuple("".join(draw.choice("ab \n\tق\u00a0.") for _ in range(9)) for _ in range(8))).events[
        "notes"
    ]
    by_arrow, here = postings._split(told), postings._split_here(told.tolist())

    def words(
        split: tuple["np.ndarray[tuple[int], np.dtype[np.int64]]", object, list[str]],
    ) -> list[list[str]]:
        lengths, codes, names = split
        every = iter([names[code] for code in np.asarray(codes).tolist()])
        return [
            [word for word in (next(every) for _ in range(length)) if word] for length in lengths.tolist()
        ]

    assert words(by_arrow) == words(here) == [text.split() for text in told]  # type: ignore[arg-type]
