"""What a part of the page answers to, as data: a part says what a view gives and what a touch does to the view.

Only ``wiring`` knows of callbacks, and only ``address`` reads an address: a part is plain functions from
a view and a dataset, which a test can call.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from dash import Input, Output, State

from dashboard.access import Role
from dashboard.app.case import Case
from dashboard.app.kinds import Kind
from dashboard.app.url import View
from dashboard.store import Store
from dashboard.table import Dataset

Load = Callable[[], Dataset]
Said = Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server fills in when the view changes: where, and what gives it from view, dataset and ``more``.

    ``heeds`` gives what of the view it hangs on: it is filled anew only when that is another. With ``of_case`` it is
    given the case, too.
    """

    fills: tuple[Output, ...]
    given: Callable[..., object]
    more: tuple[Input | State, ...] = ()
    heeds: Callable[[View], object] = lambda view: view
    of_case: bool = False


@dataclass(frozen=True, slots=True)
class Control:
    """What a person sets: what it shows of a view, and the view once it is set.

    ``alone``: it counts only when it is the one that was touched · ``settles``: it may show something else once it is
    read · ``refuses``: it says beside it what can't be read, where ``taken`` raises DateError or SelectionError.
    """

    part: str
    prop: str
    kind: Kind
    shown: Callable[[View, Dataset], object]
    taken: Callable[[View, Any, Dataset], View]
    alone: bool = False
    settles: bool = False
    refuses: bool = False


@dataclass(frozen=True, slots=True)
class Gesture:
    """What a click or a drag on a part does to the view."""

    part: str
    prop: str
    kind: Kind
    after: Callable[[View, Said, Dataset], View]

    @property
    def name(self) -> str:
        """What it goes by among all values that the browser says."""
        return named(Input(self.part, self.prop))


@dataclass(frozen=True, slots=True)
class Deed:
    """What a person wants changed: what was sent, who it is, when, and what she saw of the case."""

    said: Mapping[str, Any]
    by: str
    at: datetime
    view: View
    dataset: Dataset


@dataclass(frozen=True, slots=True)
class Done:
    """What became of it: in words, the view to go to if another, and the number of the edit, by which it is undone, or of several.

    ``errors`` say of fields why they can't be so, where nothing was written; ``extra`` is for the script that asked.
    """

    message: str = ""
    view: View | None = None
    number: int | None = None
    numbers: tuple[int, ...] = ()
    errors: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verb:
    """A change that a person may make on the page: the kinds of the values it takes by name, and what makes it.

    ``done`` may raise any TimelineError: nothing is then changed, and its words are shown where the person is. It is asked
    for by ``hand.wish(name, values)`` of assets/hand.js, or by a form that light.js draws. ``reasoned``: it is not done
    without a reason; ``needs`` is the role it takes where several share the page.
    """

    name: str
    takes: Mapping[str, Kind]
    done: Callable[[Case, Store, Deed], Done]
    needs: Role = Role.EDITOR
    reasoned: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """What the browser answers by itself: a function in assets/, and what it is called with."""

    name: str
    asked: tuple[Input | State, ...]
    fills: tuple[Output, ...] = ()
    waits: bool = False
    room: str = "page"


@dataclass(frozen=True, slots=True)
class PagePart:
    """All that a part answers to; ``kinds`` says what the browser may send beside its controls and gestures."""

    answers: tuple[Answer, ...] = ()
    controls: tuple[Control, ...] = ()
    gestures: tuple[Gesture, ...] = ()
    scripts: tuple[Script, ...] = ()
    changes: tuple[Verb, ...] = ()
    kinds: Mapping[tuple[str, str], Kind] = field(default_factory=dict)


def named(part: Input | State) -> str:
    """A part's property as the name of an argument.

    >>> named(Input("window-from", "value"))
    'window_from__value'
    """
    return f"{part.component_id}.{part.component_property}".replace("-", "_").replace(".", "__")
