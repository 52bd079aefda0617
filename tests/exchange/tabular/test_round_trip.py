"""A file of ACLED or UCDP, however it is written, comes back with every cell as it stood."""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.exchange.formats import format_of
from dashboard.exchange.harmless import harmless
from dashboard.exchange.provenance import provenance_of
from dashboard.exchange.tables import read_table
from dashboard.exchange.tabular import acled, ucdp
from dashboard.exchange.write import to_bytes
from tests.exchange.tabular.made import acled_rows, ucdp_rows

FORMS = [
    pytest.param(acled, acled_rows, ("notes", "actor1", "tags", "source"), id="acled"),
    pytest.param(
        ucdp, ucdp_rows, ("source_article", "side_a", "where_description", "source_office"), id="ucdp"
    ),
]
CELL = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters='\n\t,;"\\'), max_size=30
).filter(lambda each: harmless(each) == each)
MANNERS = st.tuples(
    st.sampled_from(("", "\ufeff")),
    st.sampled_from(("\n", "\r\n")),
    st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC)),
    st.sampled_from(",;\t"),
)
SEVERAL = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))


def written(rows: pd.DataFrame, manner: tuple[str, str, int, str]) -> str:
    mark, end, quoting, separator = manner
    made = io.StringIO(newline="")
    writer = csv.writer(made, quoting=quoting, delimiter=separator, lineterminator=end)  # type: ignore[arg-type]
    writer.writerow(rows.columns)
    writer.writerows(rows.to_numpy().tolist())
    return mark + made.getvalue()


def back(path: Path, form: ModuleType) -> list[dict[str, str]]:
    """What is exported of a file that was imported, by the rows' own ids."""
    ((batch),) = read_table(path)
    assert not batch.faults
    said = provenance_of(
        batch.dataset.events, of=0, title="", zone="UTC", made=datetime(2026, 1, 1, tzinfo=UTC)
    )
    content = to_bytes(batch.dataset, format_of(f".{form.KIND.name}.csv"), said).decode()
    rows = csv.DictReader(io.StringIO(content, newline=""))
    return sorted(rows, key=lambda row: str(row[form.HEADER[0]]))


@pytest.mark.parametrize(("form", "made", "columns"), FORMS)
@SEVERAL
@given(cells=st.lists(st.tuples(CELL, CELL, CELL, CELL), min_size=6, max_size=6), manner=MANNERS)
def test_every_cell_comes_back_however_the_file_is_written(
    form: ModuleType,
    made: object,
    columns: tuple[str, ...],
    cells: list[tuple[str, ...]],
    manner: tuple[str, str, int, str],
) -> None:
    rows: pd.DataFrame = made(6).assign(**dict(zip(columns, zip(*cells, strict=True), strict=True)))  # type: ignore[operator]
    with TemporaryDirectory() as folder:
        path = Path(folder, "coded.csv")
        path.write_bytes(written(rows, manner).encode())
        assert back(path, form) == sorted(rows.to_dict("records"), key=lambda row: str(row[form.HEADER[0]]))
