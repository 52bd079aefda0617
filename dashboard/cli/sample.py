"""The sample that comes with the product, which is read and shown while nobody has reports of their own."""

from functools import cache

from dashboard import gazetteer
from dashboard.bundled import bundled
from dashboard.cli.gather import Given, read_all, reports_at
from dashboard.cli.output import note
from dashboard.consolidation import dataset_from
from dashboard.extraction import Reading
from dashboard.store import Store
from dashboard.table import Dataset, as_reported
from dashboard.text import Report

SEEDS = bundled("seeds")
SAMPLE = "sample"


@cache
def sample() -> Dataset:
    """The events of the sample report, which lives apart from everybody's own."""
    return dataset_from(_sample_readings(), SAMPLE)


def keep_sample(store: Store) -> None:
    """Keep the sample in a store that is for nothing else."""
    store.save(as_reported(_sample_readings(), SAMPLE))


def _sample_readings() -> list[Reading]:
    places = gazetteer.load()
    readings = (read_all(report, places) for report in _sample_reports())
    return [reading for reading in readings if reading is not None]


def sample_ids() -> frozenset[str]:
    """The ids of the sample's reports."""
    return frozenset(report.report_id for report in _sample_reports())


@cache
def _sample_reports() -> tuple[Report, ...]:
    return tuple(report for report in reports_at([SEEDS], Given()) if report is not None)


def tell_of_sample(store: Store) -> None:
    """Stores of earlier versions may hold the sample beside a person's own reports: it is theirs to take out."""
    for report_id in store.report_ids() & sample_ids():
        note(
            f"{store.place}: also holds the sample report; 'conflict-timeline reports remove {report_id}' takes it out"
        )
