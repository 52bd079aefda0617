"""Many reports into a store, or into one dataset: batch by batch, on all cores or a cluster, and summed up at the end."""

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import monotonic

from dashboard.cli.gather import Given, files_at, given_to, sources_at
from dashboard.cli.moments import now_utc
from dashboard.cli.output import complain, counted, note, say, say_table
from dashboard.cli.progress import meanwhile, rate_in_words
from dashboard.corpus import SIZE, Batch, Here, OnCores, Setup, read_many
from dashboard.corpus.hands import Hands
from dashboard.errors import InputError
from dashboard.gazetteer.added import Brought
from dashboard.intake import dated, read_at
from dashboard.readers import Unreadable
from dashboard.store import GivenDate, Saved, Store, added_places
from dashboard.table import Dataset
from dashboard.table.dataset import put_together
from dashboard.text import Report

FEW = 20
"""So many reports are shown one by one; more are summed up."""
_FEW_BYTES = 5_000_000
_WORTH_A_CORE = 2 * SIZE  # fewer are read before another process has begun
_NAMED = 5  # of the files that can't be read for one reason
_KINDS = 12  # of events, in the table at the end


@dataclass(frozen=True, slots=True)
class Crew:
    """Who reads: so many processes, as many as there are cores where none are named, or the workers of a Dask scheduler."""

    jobs: int | None = None
    scheduler: str = ""


ALL_CORES = Crew()


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of reading many: reports read and known, ids and names of both, failures, and what was saved.

    ``undated`` are the names of reports whose events hang on a day that is not known, ``foreign`` those of reports in languages whose events are not read.
    """

    reports: int = 0
    known: int = 0
    there: tuple[tuple[tuple[str, str], ...], ...] = ()
    failed: tuple[Unreadable, ...] = ()
    saved: Saved = field(default_factory=lambda: Saved(0, 0))
    undated: tuple[str, ...] = ()
    foreign: tuple[tuple[str, str], ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all reports that were read or known."""
        return frozenset(report_id for each in self.there for report_id, _ in each)

    @property
    def names(self) -> frozenset[str]:
        """Their names, with those of the parts of files by themselves too."""
        names = {name for each in self.there for _, name in each}
        return frozenset(names | {name.rpartition("/")[2] for name in names})

    def plus(self, batch: Batch, saved: Saved) -> "Summary":
        """The sum with one batch more."""
        return Summary(
            self.reports + len(batch.read),
            self.known + len(batch.known),
            (*self.there, (*batch.known, *((each.report_id, each.name) for each in batch.read))),
            (*self.failed, *batch.failed),
            self.saved.plus(saved),
            (*self.undated, *(each.name for each in batch.read if each.undated)),
            (*self.foreign, *((each.language, each.name) for each in batch.read if each.language)),
        )


def are_many(paths: Sequence[Path | Report], crew: Crew) -> bool:
    """Whether there is more to read than can be shown one by one, or somebody named who is to read."""
    if crew.scheduler:
        return True
    files = files_at(paths)
    return len(files) > FEW or sum(map(_size, files)) > _FEW_BYTES


def read_into(store: Store, paths: Sequence[Path | Report], given: Given, name: str, crew: Crew) -> Summary:
    """Read all that the store does not know yet, each batch kept as soon as it is read; what fails is told at the end.

    However it ends, what was kept stays, and the same again goes on from there. Raises InputError when nothing
    could be read.
    """
    said = partial(_said_of, given=given, dates=store.given_dates())
    places = tuple(added_places(store).rows)
    setup = Setup(said, name, given.largest, places, store.marks(), passed=given.imported)
    summary = Summary()
    try:
        for batch in _batches(paths, setup, crew):
            marks = {each.report_id: each.mark for each in batch.read}
            summary = summary.plus(batch, store.save(read_now(batch.dataset), marks))
    except BaseException:  # Ctrl-C too: what was kept is told however it ends
        note(
            f"{store.place}: {counted(summary.reports, 'report')} kept before it ended; the same again goes on from there"
        )
        raise
    _must_be_something(summary, paths)
    tell_gaps(summary)
    return summary


def read_together(
    paths: Sequence[Path | Report], given: Given, name: str, crew: Crew, places: Sequence[Brought]
) -> tuple[Dataset, Summary]:
    """All that can be read as one dataset, which is kept nowhere."""
    setup = Setup(partial(given_to, given=given), name, given.largest, tuple(places), passed=given.imported)
    summary, datasets = Summary(), list[Dataset]()
    for batch in _batches(paths, setup, crew):
        datasets.append(batch.dataset)
        summary = summary.plus(batch, Saved(0, 0))
    _must_be_something(summary, paths)
    tell_gaps(summary)
    return put_together(datasets, name), summary


def say_summary(summary: Summary, dataset: Dataset) -> None:
    """What was read, what was known, and what kinds of events are told."""
    failed = len(summary.failed)
    say(
        f"{counted(summary.reports, 'report')} read, {summary.known:,} known already, {failed:,} not readable"
    )
    told = dataset.mentions[["event_id", "report_id"]].drop_duplicates()["event_id"].value_counts()
    several = int((told.reindex(dataset.events["event_id"]) > 1).sum())
    shared = f"{several:,} told by more than one" if several else "none told by more than one"
    say(f"{counted(len(dataset.events), 'event')}, {shared}")
    kinds = Counter(dataset.events["sub_event_type"].astype(str).to_list())
    most = kinds.most_common(_KINDS)
    rest = len(dataset.events) - sum(count for _, count in most)
    rows = [(kind or "of no kind", f"{count:,}") for kind, count in most]
    if rows:
        say_table(("what", "events."), [*rows, *([("others", f"{rest:,}")] if rest else [])])


def tell_gaps(summary: Summary) -> None:
    """Which reports have no day, and which are in a language whose events are not read, with what to do."""
    if summary.undated:
        note(
            f"{counted(len(summary.undated), 'report')} without a day of publication, whose times stay relative until you give it "
            f"(--published, or a table with --dates): {_named(summary.undated)}"
        )
    by_language: defaultdict[str, list[str]] = defaultdict(list)
    for language, name in summary.foreign:
        by_language[language].append(name)
    for language, names in by_language.items():
        note(
            f"{counted(len(names), 'report')} in {language}, whose events are not read (events are read from English text): "
            f"{_named(names)}; add what they tell by hand (events add), or read a translation"
        )


def tell_failures(failed: Iterable[Unreadable]) -> None:
    """Why files could not be read, one line a reason."""
    by_why: defaultdict[str, list[str]] = defaultdict(list)
    for each in failed:
        by_why[each.why].append(each.name)
    for why, names in by_why.items():
        if len(names) == 1:
            complain(f"{names[0]}: {why}")
        else:
            complain(f"{len(names):,} files: {why}: {_named(names)}")


def _named(names: Sequence[str]) -> str:
    """The first of them, and how many more there are."""
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}"


def read_now(dataset: Dataset) -> Dataset:
    """The dataset with this moment as that at which its reports were read."""
    return read_at(dataset, now_utc())


def _batches(paths: Sequence[Path | Report], setup: Setup, crew: Crew) -> Iterator[Batch]:
    """What comes of each batch, first of all what can't be had at all; how far it is, is told."""
    sources, failed = sources_at(paths, setup.largest)
    yield Batch(Dataset.from_rows(), failed=tuple(failed))
    began, done = monotonic(), 0
    with _hands(crew, len(sources), setup) as hands, meanwhile("reading reports") as tell:
        for batch in read_many(sources, hands):
            done += batch.sources
            tell(rate_in_words(done, len(sources), monotonic() - began))
            yield batch


@contextmanager
def _hands(crew: Crew, files: int, setup: Setup) -> Iterator[Hands]:
    if crew.scheduler:
        from dashboard.corpus.cluster import OnCluster

        with OnCluster(crew.scheduler, setup) as workers:
            yield workers
        return
    jobs = crew.jobs or min(_cores(), max(1, files // _WORTH_A_CORE))
    if jobs == 1:
        yield Here(setup)
        return
    with OnCores(jobs, setup) as hands:
        yield hands


def _said_of(report: Report, given: Given, dates: Mapping[str, GivenDate]) -> Report:
    """The report with what was said of it now, else with the day that a person gave it before."""
    return dated(given_to(report, given), dates)


def _must_be_something(summary: Summary, paths: Sequence[Path | Report]) -> None:
    if not summary.reports and not summary.known:
        tell_failures(summary.failed)
        msg = f"{' '.join(each.called if isinstance(each, Report) else str(each) for each in paths)}: nothing could be read"
        raise InputError(msg)


def _cores() -> int:
    """As many as this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
