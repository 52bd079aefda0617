"""What was searched for, marked where it stands, and said in a line."""

from dash import html
from dash.development.base_component import Component

from dashboard.app.url import View
from dashboard.table import Dataset
from dashboard.table.search import phrases, search
from dashboard.text.folded import places_in
from dashboard.wording.say import say


def marked(text: str, searched: str) -> list[Component | str]:
    """The text with the words and phrases that were searched for marked in it.

    >>> [type(each).__name__ for each in marked("shells fell on Homs", "homs")]
    ['str', 'Mark']
    """
    parts: list[Component | str] = []
    end = 0
    for first, last in places_in(text, phrases(searched)) if searched else ():
        parts += [text[end:first], html.Mark(text[first:last], className="hit")]
        end = last
    return [each for each in (*parts, text[end:]) if each != ""]


def searched_in(view: View, dataset: Dataset) -> str:
    """What was looked through, and where it was found; "" when nothing is searched for."""
    words = view.selection.text
    if not words:
        return ""
    found = dataset.once.lately(("searched", words), lambda: search(dataset.index, words))
    if found.by_event.any():
        return say("found in events and the sentences that tell of them")
    if found.by_report.any():
        return say("no event tells of this: shown are those of the reports that do")
    return say("found nowhere: not in events, their sentences or whole reports")
