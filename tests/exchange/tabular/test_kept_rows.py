from functools import partial
from types import ModuleType

import pandas as pd
import pytest

from dashboard.exchange.tabular import acled, ucdp
from dashboard.exchange.tabular.batch import Asked, Batch, Cells, Reading
from dashboard.exchange.tabular.built import built
from dashboard.exchange.tabular.seen import Seen
from dashboard.exchange.tabular.unchanged import unchanged_cells
from tests.exchange.tabular.made import acled_rows, ucdp_rows

FORMS = [pytest.param(acled, acled_rows, id="acled"), pytest.param(ucdp, ucdp_rows, id="ucdp")]


def imported(form: ModuleType, rows: pd.DataFrame) -> Batch:
    numbered = rows.set_axis(range(2, len(rows) + 2))
    batch, _ = built(Cells(numbered), Reading(form.KIND, partial(form.told, asked=Asked())), "made", Seen())
    return batch


def given_back(form: ModuleType, events: pd.DataFrame) -> pd.DataFrame:
    cells = unchanged_cells(events, form.KIND.name)
    own = form.HEADER[0]
    return (
        cells.assign(order=cells[own].astype(str))
        .sort_values("order")
        .drop(columns="order")
        .reset_index(drop=True)
    )


@pytest.mark.parametrize(("form", "rows_of"), FORMS)
def test_every_cell_of_an_untouched_row_comes_back_letter_for_letter(
    form: ModuleType, rows_of: object
) -> None:
    rows = rows_of(300)  # type: ignore[operator]
    batch = imported(form, rows)
    assert not batch.faults
    back = given_back(form, batch.dataset.events)
    wanted = rows.sort_values(form.HEADER[0]).reset_index(drop=True)
    pd.testing.assert_frame_equal(back, wanted, check_dtype=False)


@pytest.mark.parametrize(("form", "rows_of"), FORMS)
def test_columns_of_a_newcomer_come_back_too(form: ModuleType, rows_of: object) -> None:
    rows = rows_of(40).assign(**{'my "notes"': "so\\so", "قيمة": "x"})  # type: ignore[operator]
    back = given_back(form, imported(form, rows).dataset.events)
    assert (back['my "notes"'] == "so\\so").all()
    assert (back["قيمة"] == "x").all()


def test_a_corrected_value_is_not_given_back_as_it_was_and_all_other_cells_are() -> None:
    events = imported(acled, acled_rows(5)).dataset.events
    corrected = events.assign(fatalities=events["fatalities"].where(events.index != 2, 99), notes="mended")
    cells = unchanged_cells(corrected, "acled")
    assert cells["fatalities"].isna().tolist() == [False, False, True, False, False]
    assert (cells["notes"] == "mended").all()
    assert cells["event_date"].notna().all()


def test_rows_of_another_origin_have_no_cells() -> None:
    events = imported(acled, acled_rows(5)).dataset.events
    assert unchanged_cells(events, "ucdp").empty or not unchanged_cells(events, "ucdp").notna().any(axis=None)
