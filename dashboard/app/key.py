"""How to read the chart: the key to its marks, what they promise, and the keys, one click away."""

from dash import Input, Output, html
from dash.development.base_component import Component

from dashboard.app.browser import SCREEN, Screen, is_dark
from dashboard.app.light import light
from dashboard.app.links import aria
from dashboard.app.own import Drawn
from dashboard.app.part import Answer, PagePart
from dashboard.figures.key import key
from dashboard.figures.theme import PAINTS
from dashboard.table import Dataset
from dashboard.wording.say import say, term, to_say
from dashboard.wording.spoken import spoken

KEY = "key"

_READ = (
    to_say(
        "Each bar is an event and reaches as far as its report lets it: never finer than told. What is hatched is not certain."
    ),
    to_say(
        "What is counted: an event is what happened, once, however many reports tell it, so there are fewer than were read when reports were added; those with no usable time are rows of the table and stand in the tray, not on the chart."
    ),
    to_say("A click on a mark shows its sentence, the words that tell its time, and how they were read."),
    to_say("Colour and letter tell the type. ▸ is a lane of counts: zoom in, or click its name."),
    to_say(
        "Above the lanes: ★ an event that somebody starred, ✎ a note on an event or at a moment, where it begins."
    ),
)
_LEFT_TO_RIGHT = to_say(
    "Time runs from left to right here too, as on the charts of other tools and in what is exported, so that both can be laid side by side."
)
_MAP = (
    (
        to_say("●"),
        to_say("a place: its area as large as its events are many, in the colour of their commonest type"),
    ),
    (to_say("○"), to_say("near the place, not how near")),
    (to_say("▨"), to_say("somewhere in the region, with the number of events")),
    (to_say("◇"), to_say("somewhere in the country, with the number of events")),
    (to_say("➝"), to_say("a movement whose two places are known; of many, the 30 commonest")),
)
_KEYS = (
    (to_say("← →"), to_say("from event to event, on the chart")),
    (to_say("↑ ↓ Enter"), to_say("from row to row of the table; opens the event")),
    (to_say("Space, Shift+click"), to_say("in the table: ticks rows, to correct them at once")),
    (to_say("Enter"), to_say("on the chart, or once more on the row: into the card")),
    (
        to_say("e a r s n"),
        to_say("edits, accepts, rejects or stars the open event; on to the next of the review"),
    ),
    (to_say("p , ."), to_say("plays through time and pauses; a step back, a step on")),
    (to_say("Esc"), to_say("out of a form, then of the card, back to where you were; or closes this")),
    (to_say("/"), to_say("to the search box")),
    (to_say("?"), to_say("opens and closes this")),
    (to_say("drag"), to_say("on the chart or the strip: that stretch of time")),
    (to_say("double click"), to_say("on the chart: back to where nearly all events are")),
)


def opener() -> Component:
    """The button, and the sheet that it opens."""
    return html.Details(
        [
            html.Summary(say("Key"), title=say("How to read the chart (?)")),
            Drawn(
                id=KEY,
                className="sheet",
                tabIndex="0",
                role="region",
                **aria(label=say("How to read the chart")),
            ),
        ],
        className="pops key",
        id=f"{KEY}-box",
    )


def sheet(*, dark: bool) -> list[Component]:
    """What stands on it."""
    marks = [html.Li([html.Img(src=each.source, alt=""), html.Span(each.words)]) for each in key(dark=dark)]
    types = [
        html.Li([html.Span(paint.letter, className="swatch", style={"--paint": paint.colour}), html.Span(term(paint.name))])
        for paint in PAINTS.values()
    ]  # fmt: skip
    on_map, keys = (
        [part for name, words in each for part in (html.Dt(say(name)), html.Dd(say(words)))]
        for each in (_MAP, _KEYS)
    )
    return [
        html.H2(say("How to read the chart")),
        *(html.P(say(each)) for each in (*_READ, *([_LEFT_TO_RIGHT] if spoken().direction == "rtl" else []))),
        html.H3(say("Marks")),
        html.Ul(marks, className="marks"),
        html.H3(say("Types")),
        html.Ul(types, className="types"),
        html.H3(say("On the map")),
        html.Dl(on_map),
        html.H3(say("Keys and mouse")),
        html.Dl(keys),
    ]


def _shown(_: object, __: Dataset, screen: Screen) -> object:
    return light(sheet(dark=is_dark(screen)))


PART = PagePart(
    answers=(Answer((Output(KEY, "data"),), _shown, (Input(SCREEN, "data"),), heeds=lambda _: None),),
)
