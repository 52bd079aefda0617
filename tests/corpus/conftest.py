from pathlib import Path

import pytest

from dashboard.corpus import Batch
from dashboard.table import Dataset
from dashboard.table.dataset import put_together
from tests.benchmarks.made_reports import write_reports

MANY = 24


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports, and what can be wrong beside them."""
    made = write_reports(tmp_path_factory.mktemp("corpus") / "reports", MANY)
    (made / "page.txt").write_text("<html><script>99 killed in Homs</script>", encoding="utf-8")
    (made / "the-same-again.txt").write_text((made / "000003.txt").read_text("utf-8"), encoding="utf-8")
    return made


@pytest.fixture(scope="session")
def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def table_of(batches: list[Batch]) -> list[tuple[object, ...]]:
    """All events that were read, as plain rows."""
    return plain(put_together([each.dataset for each in batches]))


def plain(dataset: Dataset) -> list[tuple[object, ...]]:
    return list(dataset.events.drop(columns="dataset").astype(str).itertuples(index=False, name=None))
