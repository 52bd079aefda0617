"""Components of our own: a value that nobody sees, a part that is drawn from plain data, and the boxes one types and chooses in.

Dash's Store would keep a value a second time, and tells the whole page when it did so: sixty of them were a third of what the
page had to do before it stood. A library of controls for all that a page may need was a quarter of its scripts, for a dozen boxes.
"""

from typing import Any

from dash.development.base_component import Component


class _Own(Component):
    """What assets/own.js and boxes.js draw."""

    def __init__(self, **given: Any) -> None:
        self._type = type(self).__name__
        super().__init__(**given)  # type: ignore[no-untyped-call]  # Dash says no types

    _children_props: list[str] = []  # noqa: RUF012 - as Dash declares it
    _namespace = "dashboard"  # Dash looks for a package of this name with every property: one that is there is found at once
    _valid_wildcard_attributes = ["data-", "aria-"]  # noqa: RUF012 - as Dash declares it


class Kept(_Own):
    """Values that the server and our scripts hand to each other; ``by``: the script that draws them whenever they change."""

    _prop_names = ["id", "by", "data", "names", "version", "counts"]  # noqa: RUF012 - as Dash declares it


class Drawn(_Own):
    """An element whose content is ``data`` as light.py makes it; ``tag`` says which, else a div."""

    _prop_names = ["id", "data", "tag", "className", "role", "tabIndex"]  # noqa: RUF012 - as Dash declares it


class TextBox(_Own):
    """A line of text, told with Enter and when one leaves it; with ``rest``, so many milliseconds after the last key."""

    _prop_names = ["id", "label", "value", "placeholder", "rest", "error", "className"]  # noqa: RUF012 - as Dash declares it


class ListBox(_Own):
    """One of a list, or ``many``. ``searched``: found by typing, or as ``found`` by the server; ``most`` lines are shown, or ``none`` as words."""

    _prop_names = ["id", "data", "value", "many", "searched", "found", "most", "placeholder", "none", "className"]  # fmt: skip  # noqa: RUF012 - as Dash declares it


class Switch(_Own):
    """One of a few, all of which are seen."""

    _prop_names = ["id", "data", "value", "className"]  # noqa: RUF012 - as Dash declares it


class Tabs(_Own):
    """Heads and panels, of which the one named by ``value`` is open."""

    _prop_names = ["children", "id", "value", "className"]  # noqa: RUF012 - as Dash declares it


class TabHead(_Own):
    """What opens the panel of the same value."""

    _prop_names = ["children", "id", "value"]  # noqa: RUF012 - as Dash declares it


class TabPanel(_Own):
    """What is seen while its value is that of the tabs."""

    _prop_names = ["children", "value", "className"]  # noqa: RUF012 - as Dash declares it
