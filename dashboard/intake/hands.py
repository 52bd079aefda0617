"""Reports that are kept, and what a person did with them: told before one of them is taken out."""

from collections.abc import Iterator

from dashboard.store import Edit, KeptReport, Store


def kept_report_of(store: Store, report_id: str) -> KeptReport | None:
    """The report of that id, if the store has it."""
    return next((each for each in store.reports() if each.report_id == report_id), None)


def by_hand(report: KeptReport, store: Store) -> Iterator[str]:
    """What a person did with the report's events, which would be lost without it."""
    if report.reviewed:
        yield f"{report.url}: {report.reviewed} of its events were reviewed; that is lost"
    for each in store.edits():
        if each.undone is None and report.report_id in _reports_of(each):
            yield f"{report.url}: edit {each.number} ({each.kind}, {each.because!r}) rests on it, and will not hold without it"


def _reports_of(made: Edit) -> frozenset[str]:
    return frozenset(report_id for each in made.anchors.values() for _, report_id, _, _ in each)
