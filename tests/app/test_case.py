"""What the page is over: a case that is kept, and a dataset that can only be looked at."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from dashboard.app.case import Case, KeptCase, Shown, case_of, edition_of
from dashboard.app.change import Changes
from dashboard.app.kinds import is_text
from dashboard.app.part import Deed, Done, PagePart, Verb
from dashboard.errors import ConflictError, EditError
from dashboard.extraction import read_report
from dashboard.store import Store
from dashboard.table import as_reported
from dashboard.text import Report
from tests.sample import dataset

AT = datetime(2026, 11, 28, tzinfo=UTC)


def kept(folder: Path) -> KeptCase:
    """A case of one report, in a store of its own."""
    store = Store.open(str(folder / "case.db"))
    report = Report("Shelling in Douma on 6 March 2018 killed three civilians.")
    store.save(as_reported([read_report(report)], "case"))
    return KeptCase("Ann", kept=store)


def said(case: Case, store: Store, deed: Deed) -> Done:
    """A change that does what the word says."""
    if deed.said["word"] == "no":
        msg = "no: is no word"
        raise EditError(msg)
    if deed.said["word"] == "both":
        msg = "both"
        raise ConflictError(
            msg, event_id="e", field="fatalities", theirs=3, mine=5, revision=7, who="Ben", because="a list"
        )
    return Done(f"{deed.by} said {deed.said['word']}", number=1)


CHANGES = Changes.of([PagePart(changes=(Verb("say", {"word": is_text}, said),))])


def wish(word: str, by: str = "") -> dict[str, str]:
    return {"verb": "say", "turn": "1", "by": by, "word": word}


def test_a_case_gives_what_is_kept_as_it_is_now(tmp_path: Path) -> None:
    case = kept(tmp_path)
    before = case.dataset()
    assert case.dataset() is before
    event_id = str(before.events["event_id"].iloc[0])
    with Store.open(str(tmp_path / "case.db")) as other:
        other.correct(event_id, {"fatalities": 5}, because="the list", at=AT)
    after = case.dataset()
    assert after.events["fatalities"].tolist() == [5]
    assert edition_of(after) != edition_of(before)


def test_what_is_added_to_the_sample_goes_into_a_store_of_ones_own(tmp_path: Path) -> None:
    sample = kept(tmp_path).kept
    own = tmp_path / "own.db"
    case = KeptCase("Ann", kept=sample, own=lambda: Store.open(str(own)))
    assert len(case.dataset().events) == 1
    assert not own.exists()
    assert case.receiving() is case.receiving() is case.store
    assert case.store is not sample
    assert case.dataset().events.empty


def test_a_page_is_made_over_a_dataset_a_function_or_a_case(tmp_path: Path) -> None:
    data = dataset()
    assert case_of(data).dataset() is data
    assert case_of(lambda: data).dataset() is data
    assert case_of(data).store is None
    case = kept(tmp_path)
    assert case_of(case) is case
    with pytest.raises(TypeError, match="takes a Dataset"):
        case_of(5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("word", "by", "message", "errors"),
    [
        ("yes", "", "Ann said yes", {}),
        ("yes", " Ben ", "Ben said yes", {}),
        ("no", "", "", {"": "no: is no word"}),
        (
            "both",
            "",
            "",
            {
                "fatalities": "Ben set Killed to 3 meanwhile (“a list”). Nothing of yours is saved yet: choose what holds."
            },
        ),
    ],
)
def test_a_wish_is_carried_out_and_told(
    tmp_path: Path, word: str, by: str, message: str, errors: dict[str, str]
) -> None:
    answer = CHANGES.carried_out(kept(tmp_path), wish(word, by), "")
    done = answer["done"]
    assert isinstance(done, dict)
    assert (done["message"], done["errors"]) == (message, errors)
    assert isinstance(answer["changed"], str) is not bool(errors)


def test_of_two_people_the_second_is_shown_both_values(tmp_path: Path) -> None:
    done = CHANGES.carried_out(kept(tmp_path), wish("both"), "")["done"]
    assert isinstance(done, dict)
    assert done["conflict"] == {"field": "fatalities", "theirs": 3, "mine": 5, "upon": 7, "whole": False}


def test_nothing_is_changed_by_nobody_or_where_one_can_only_look(tmp_path: Path) -> None:
    nobody = CHANGES.carried_out(KeptCase(kept=kept(tmp_path).kept), wish("yes"), "")["done"]
    looking = CHANGES.carried_out(Shown(load=dataset), wish("yes", "Ann"), "")["done"]
    assert isinstance(nobody, dict)
    assert isinstance(looking, dict)
    assert nobody["errors"].keys() == {"by"}
    assert "only be looked at" in looking["errors"][""]


@pytest.mark.parametrize(
    "value",
    [
        None,
        5,
        [],
        {},
        {"verb": "say"},
        {"verb": "sing", "turn": "", "by": ""},
        {**wish("a"), "more": 1},
        {**wish("a"), "word": 5},
    ],
)
def test_what_is_no_wish_of_the_page_is_known(value: object) -> None:
    assert not CHANGES.is_wish(value)
    assert CHANGES.is_wish(wish("yes"))
