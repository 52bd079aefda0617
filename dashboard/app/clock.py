"""The page's clock: which zone times are shown in, and what is typed into From and To."""

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pandas as pd

from dashboard.app.url import View
from dashboard.table import Dataset, zones
from dashboard.table.describe import clock_words
from dashboard.table.epochs import moment_of as moment_at
from dashboard.temporal.calendar.granularity import Granularity
from dashboard.temporal.calendar.interval import Interval
from dashboard.wording.dates import Form, dated
from dashboard.wording.say import say

_DAY = timedelta(days=1)


def home_zone(dataset: Dataset) -> str:
    """The zone of most events of the dataset; UTC when none says."""
    return zones.home_zone(dataset.index)


def zone_of(view: View, dataset: Dataset) -> str:
    """The zone the page shows times in: the one chosen, else the dataset's own."""
    return view.zone or home_zone(dataset)


def zone_choices(dataset: Dataset) -> list[dict[str, object]]:
    """The dataset's zones and UTC first, then every other, for the zone box."""
    own = sorted(zones.zones_of(dataset.index).keys() | {"UTC"})
    others = [each for each in _every_zone() if each not in own]
    return [{"group": say("This dataset"), "items": own}, {"group": say("Every zone"), "items": others}]


@cache
def _every_zone() -> tuple[str, ...]:
    """Every zone that this machine knows, in order: looked up in its files, once."""
    return tuple(sorted(available_timezones()))


def zone_note(view: View, dataset: Dataset) -> str:
    """The clock in words, for the time the dataset covers, else for now: ``Damascus, UTC+3``."""
    covered = dataset.index.covered
    now = latest(dataset) or datetime.now(tz=UTC)
    first, last = map(moment_at, covered) if covered else (now, now)
    return clock_words(zone_of(view, dataset), first, last)


def latest(dataset: Dataset) -> datetime | None:
    """When the last report was published; else when the last event starts."""
    return dataset.once.of("latest", lambda: _latest(dataset))


def _latest(dataset: Dataset) -> datetime | None:
    moments = (dataset.reports["published"].max(), dataset.events["start"].max())
    return next((moment.to_pydatetime() for moment in moments if not pd.isna(moment)), None)


def reference_of(dataset: Dataset, zone: str) -> datetime:
    """What "yesterday" in a box is counted from: the day of the last report, else today."""
    at = latest(dataset) or datetime.now(tz=UTC)
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def moment_of(interval: Interval, zone: str, *, last: bool) -> datetime | None:
    """The edge a typed time means: From takes where it starts, To where it ends; a clock time is itself."""
    clock = interval.granularity.rank <= Granularity.HOUR.rank
    edge = interval.end if last and not clock else interval.start
    return edge and edge.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def box_words(moment: datetime | None, zone: str, *, last: bool) -> str:
    """What stands in From or To, in words that read back as the same moment.

    >>> edge = datetime(2018, 5, 20, 21, tzinfo=UTC)
    >>> box_words(edge, "Asia/Damascus", last=False), box_words(edge, "Asia/Damascus", last=True)
    ('21 May 2018', '20 May 2018')
    """
    if moment is None:
        return ""
    local = moment.astimezone(ZoneInfo(zone))
    if local.hour or local.minute or local.second:
        return f"{dated(local, Form.DAY)} {local:%H:%M}"
    return dated(local - _DAY if last else local, Form.DAY)
