"""How to read the chart: the key to its marks, what they promise, and the keys, one click away."""

from dash import Input, Output, html
from dash.development.base_component import Component

from dashboard.app.browser import SCREEN, Screen, is_dark
from dashboard.app.light import drawn_light, light, light_id, light_part
from dashboard.app.links import aria
from dashboard.app.part import Answer, PagePart
from dashboard.figures.key import key
from dashboard.figures.theme import PAINTS
from dashboard.table import Dataset

KEY = "key"

_READ = (
    "Each bar is an event and reaches as far as its report lets it: never finer than told. What is hatched is not certain.",
    "A click on a mark shows its sentence, the words that tell its time, and how they were read.",
    "Colour and letter tell the type. ▸ is a lane of counts: zoom in, or click its name.",
    "Above the lanes: ★ an event that somebody starred, ✎ a note on an event or at a moment, where it begins.",
)
_MAP = (
    ("●", "a place: its area as large as its events are many, in the colour of their commonest type"),
    ("○", "near the place, not how near"),
    ("▨", "somewhere in the region, with the number of events"),
    ("◇", "somewhere in the country, with the number of events"),
    ("➝", "a movement whose two places are known; of many, the 30 commonest"),
)
_KEYS = (
    ("← →", "from event to event, on the chart"),
    ("↑ ↓ Enter", "from row to row of the table; opens the event"),
    ("Space, Shift+click", "in the table: ticks rows, to correct them at once"),
    ("Enter", "on the chart, or once more on the row: into the card"),
    ("e a r s n", "edits, accepts, rejects or stars the open event; on to the next of the review"),
    ("p , .", "plays through time and pauses; a step back, a step on"),
    ("Esc", "out of a form, then of the card, back to where you were; or closes this"),
    ("/", "to the search box"),
    ("?", "opens and closes this"),
    ("drag", "on the chart or the strip: that stretch of time"),
    ("double click", "on the chart: back to where nearly all events are"),
)


def opener() -> Component:
    """The button, and the sheet that it opens."""
    return html.Details(
        [
            html.Summary("Key", title="How to read the chart (?)"),
            *light_part(
                KEY, className="sheet", tabIndex="0", role="region", **aria(label="How to read the chart")
            ),
        ],
        className="pops key",
        id=f"{KEY}-box",
    )


def sheet(*, dark: bool) -> list[Component]:
    """What stands on it."""
    marks = [html.Li([html.Img(src=each.source, alt=""), html.Span(each.words)]) for each in key(dark=dark)]
    types = [
        html.Li([html.Span(paint.letter, className="swatch", style={"--paint": paint.colour}), html.Span(paint.name)])
        for paint in PAINTS.values()
    ]  # fmt: skip
    on_map, keys = ([part for name, words in each for part in (html.Dt(name), html.Dd(words))] for each in (_MAP, _KEYS))  # fmt: skip
    return [
        html.H2("How to read the chart"),
        *(html.P(each) for each in _READ),
        html.H3("Marks"),
        html.Ul(marks, className="marks"),
        html.H3("Types"),
        html.Ul(types, className="types"),
        html.H3("On the map"),
        html.Dl(on_map),
        html.H3("Keys and mouse"),
        html.Dl(keys),
    ]


def _shown(_: object, __: Dataset, screen: Screen) -> object:
    return light(sheet(dark=is_dark(screen)))


PART = PagePart(
    answers=(
        Answer((Output(light_id(KEY), "data"),), _shown, (Input(SCREEN, "data"),), heeds=lambda _: None),
    ),
    scripts=(drawn_light(KEY),),
)
