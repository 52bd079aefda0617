"""What may be done with the open event, beside what is said of it: buttons, or the form that is open, tags, notes, history."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.app.card.dossier import Dossier
from dashboard.app.card.shown import SENTENCE, Setting, card
from dashboard.app.case import Case
from dashboard.app.editing.alike import alike
from dashboard.app.editing.form import Asked, add_form, buttons, do, edit_form
from dashboard.app.editing.history import deleted_words, history
from dashboard.app.editing.many import chosen_form, many_form
from dashboard.app.editing.marks import delete_form, notes_of_event, star, tags_of_event
from dashboard.app.editing.mode import Mode
from dashboard.app.editing.regroup import join_form, split_form
from dashboard.app.editing.wording import headline
from dashboard.app.hidden import deleted_of
from dashboard.app.links import link
from dashboard.app.url import View
from dashboard.store import Deleted, Store
from dashboard.table import Dataset
from dashboard.table.describe import when
from dashboard.table.filters import Selection, facet_counts, wanted
from dashboard.wording.say import say

_MOST_TAGS = 200


def alone(view: View, dataset: Dataset, case: Case) -> object:
    """A form that is of no single event."""
    if view.edit == Mode.ADD:
        return add_form(case.by)
    if view.edit == Mode.MANY:
        return many_form(len(wanted(dataset.index, view.selection)), case.by)
    return chosen_form(case.by)


def gone(view: View, dataset: Dataset, case: Case) -> list[object]:
    """What stands in the place of an event that was deleted; nothing where the open one was not."""
    found = next((each for each in deleted_of(case, dataset) if each.event_id == view.event), None)
    return [_gone(found, view)] if found else []


def with_hands(found: Dossier, setting: Setting, dataset: Dataset, case: Case, store: Store) -> list[object]:
    """The card of an event that can be put right; beside an open form stands the sentence that one looks at."""
    view = setting.view
    edits = store.history(view.event)
    asked = Asked(found.event, dataset, edits, case.by)
    head, *parts = with_alike(card(found, setting), view, dataset, hands=True)
    *rest, foot = parts
    if view.edit:
        sentence = [each for each in rest if _is_sentence(each)]
        others = [each for each in rest if not _is_sentence(each)]
        return [head, *sentence, _form(found, asked, view), *others, *_done(asked), foot]
    marks = (
        tags_of_event(view.event, found.text("tags"), known_tags(dataset), case.by),
        notes_of_event(view.event, store.notes(view.event), case.by),
    )
    hands = buttons(view.event, asked.upon, len(found.mentions), goes_on=view.tab == "review")
    return [head, star(view.event, found.text("tags")), hands, *rest, *marks, *_done(asked), foot]


def with_alike(parts: list[Component], view: View, dataset: Dataset, *, hands: bool) -> list[object]:
    """The card with the events that seem the same, above its foot."""
    found = alike(view, dataset, hands=hands) if view.event and len(parts) > 1 else None
    return [*parts[:-1], found, parts[-1]] if found is not None else list(parts)


def known_tags(dataset: Dataset) -> Sequence[str]:
    """The tags that were put on any event, the most used first."""
    counts = dataset.once.of("tags", lambda: facet_counts(dataset.index, Selection(rejected=True), "tags"))
    return [each for each in counts if each][:_MOST_TAGS]


def _form(found: Dossier, asked: Asked, view: View) -> object:
    if view.edit == Mode.FIELDS:
        return edit_form(asked)
    if view.edit == Mode.SPLIT:
        return split_form(asked, found.mentions)
    if view.edit == Mode.DELETE:
        return delete_form(asked)
    return join_form(view.edit, asked, view)


def _done(asked: Asked) -> list[Component]:
    done = history(asked.edits, str(asked.event["timezone"]))
    return [done] if done else []


def _is_sentence(part: Any) -> bool:
    return getattr(part, "className", "") == SENTENCE


def _gone(found: Deleted, view: View) -> Component:
    return html.Section(
        [
            html.H2(say("Deleted: {event}", event=headline(found.event))),
            html.P(when(found.event)),
            html.Blockquote(str(found.event["notes"]), dir="auto", className="sentence"),
            html.P(deleted_words(found.edit), dir="auto"),
            html.Div(
                [
                    do(say("Bring back"), "restore", {"ids": [found.event_id]}),
                    link(say("Close"), replace(view, event=""), look="button"),
                ],
                className="buttons",
            ),
        ]
    )
