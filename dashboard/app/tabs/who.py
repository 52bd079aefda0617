"""The tab of who says what: sources against events, told, silent or contradicting, and each source's rhythm."""

from collections.abc import Iterator

from dash import Input, Output, html, no_update
from dash.development.base_component import Component

from dashboard.app.browser import SCREEN, Screen, is_dark, width_of
from dashboard.app.clock import zone_of
from dashboard.app.editing.mode import has_card
from dashboard.app.light import light
from dashboard.app.links import aria, link
from dashboard.app.outlook import looked_through
from dashboard.app.own import Drawn, Kept
from dashboard.app.part import Answer, PagePart
from dashboard.app.tabs.tab import Tab
from dashboard.app.url import View
from dashboard.figures.who_says import gap_words, usually, who_says_figure
from dashboard.table import Dataset
from dashboard.table.delays import delay
from dashboard.table.epochs import MISSING
from dashboard.table.filters import UNSAID, wanted
from dashboard.table.who_says import Rhythm, Said, WhoSays, who_says
from dashboard.wording.numbers import number
from dashboard.wording.say import enumerated, one_by_one, say, so_many, to_say

WHO = "who"
FIGURE = "who-figure"
NOTE = "who-note"
LIST = "who-list"
SPOKEN = "who-spoken"

_KEY = to_say(
    "A column is an event, coloured by its type · filled: told, as high as the source was quick (within a day, within a week, later) · "
    "≠ contradicts what the row says · – published from its beginning until a week after it and was silent · empty: published nothing then · "
    "hatched: days without a report, three times as long as is usual, while others published. Silence is that of the reports that are here. "
    "A click on a cell opens the event."
)
_HEADS = (
    to_say("Source"),
    to_say("Told"),
    to_say("Contradicts"),
    to_say("Silent"),
    to_say("Told after"),
    to_say("Published on"),
    to_say("Gaps"),
)
_MOST_GAPS = 3


def matrix(view: View, dataset: Dataset) -> WhoSays:
    """Who says what of the view, within the stretch that the chart shows."""
    rows, window = wanted(dataset.index, view.selection), looked_through(view, dataset)
    return dataset.once.lately(("who says", view.selection, window), lambda: who_says(rows, window))


def drawn(view: View, dataset: Dataset, screen: Screen) -> object:
    """The figure, where somebody sees it."""
    if view.tab != WHO:
        return no_update
    zone, width = zone_of(view, dataset), width_of(screen, view)
    return who_says_figure(matrix(view, dataset), zone=zone, dark=is_dark(screen), width_px=width)


def note(view: View, dataset: Dataset) -> list[Component]:
    """What is not drawn, and how to read the rest."""
    if view.tab != WHO:
        return []
    return [
        *(html.Span(each) for each in _left(matrix(view, dataset))),
        html.Span(say(_KEY), className="hint"),
    ]


def listed(view: View, dataset: Dataset) -> list[Component]:
    """The same in words: a row for each source."""
    if view.tab != WHO:
        return []
    found = matrix(view, dataset)
    if not found.sources:
        return []
    head = html.Thead(html.Tr([html.Th(say(each)) for each in _HEADS]))
    rows = [html.Tr(list(_row(view, found, at))) for at in range(len(found.sources))]
    return [html.Table([head, html.Tbody(rows)])]


def _left(found: WhoSays) -> Iterator[str]:
    """What there is no room for, with its number."""
    if found.left_events:
        yield say(
            "Drawn are the {count} events that most sources tell of; {left} more are in view: zoom in for them.",
            count=len(found.events),
            left=found.left_events,
        )
    if found.left_sources:
        yield say(
            "{left} more sources are not drawn: they tell of fewer of these events.", left=found.left_sources
        )
    if found.undated:
        yield so_many(
            "{count} event without a time has no column.",
            "{count} events without a time have no column.",
            found.undated,
        )


def _row(view: View, found: WhoSays, at: int) -> Iterator[Component]:
    name = found.sources[at]
    only = link(
        name or say("source not named"),
        view.choosing(sources=(name or UNSAID,)),
        hint=say("Only what this source tells"),
    )
    yield html.Td(only, dir="auto")
    for state in (Said.TOLD, Said.CONTRADICTED, Said.SILENT):
        count = found.count(at, state) + (found.count(at, Said.CONTRADICTED) if state is Said.TOLD else 0)
        yield html.Td(number(count), className="number")
    yield html.Td(_after(found, at))
    yield html.Td(_published(found.rhythms[at]))
    yield html.Td(_gaps(found.rhythms[at]))


def _after(found: WhoSays, at: int) -> str:
    """How long after an event it mostly told of it: the middle one of all bounds."""
    known = found.latest[at] != MISSING
    if not known.any():
        return ""
    middle = sorted(zip(found.soonest[at][known].tolist(), found.latest[at][known].tolist(), strict=True))
    return say("mostly {delay}", delay=delay(*middle[len(middle) // 2]))


def _published(rhythm: Rhythm) -> str:
    days = len(rhythm.days)
    said = so_many("{count} day", "{count} days", days) if days else say("no day known")
    return enumerated((said, "" if rhythm.usual is None else usually(rhythm.usual)))


def _gaps(rhythm: Rhythm) -> str:
    longest = sorted(rhythm.gaps, key=lambda each: -each.days)
    said = [gap_words(each, None) for each in longest[:_MOST_GAPS]]
    more = [say("and {left} more", left=len(longest) - _MOST_GAPS)] if len(longest) > _MOST_GAPS else []
    return one_by_one([*said, *more])


def _place() -> list[Component]:
    return [
        Drawn(id=NOTE, className="map-note counts-note"),
        html.Div(
            id=WHO, className="counts who-says", role="group", tabIndex=0, **aria(label=say("Who says what"))
        ),
        html.Div(id=SPOKEN, className="unseen", role="status"),
        Drawn(id=LIST, className="who-list"),
        Kept(id=FIGURE, by="who"),
    ]


def _heeded(view: View) -> object:
    return view.tab == WHO, view.selection, view.zone, view.whole, has_card(view)


TAB = Tab(
    WHO,
    to_say("Who says what"),
    above=_place,
    part=PagePart(
        answers=(
            Answer((Output(FIGURE, "data"),), drawn, (Input(SCREEN, "data"),), heeds=_heeded),
            Answer((Output(NOTE, "data"),), lambda view, dataset: light(note(view, dataset)), heeds=_heeded),
            Answer((Output(LIST, "data"),), lambda view, dataset: light(listed(view, dataset))),
        ),
    ),
)  # fmt: skip
