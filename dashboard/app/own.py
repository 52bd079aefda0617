"""Components of our own: a value that nobody sees, and a part that is drawn from plain data.

Dash's Store would keep a value a second time, and tells the whole page when it did so: sixty of them were a third of what the
page had to do before it stood.
"""

from typing import Any

from dash.development.base_component import Component


class _Own(Component):
    """What assets/own.js draws."""

    def __init__(self, **given: Any) -> None:
        self._type = type(self).__name__
        super().__init__(**given)  # type: ignore[no-untyped-call]  # Dash says no types

    _children_props: list[str] = []  # noqa: RUF012 - as Dash declares it
    _namespace = "conflict_timeline"
    _valid_wildcard_attributes = ["data-", "aria-"]  # noqa: RUF012 - as Dash declares it


class Kept(_Own):
    """Values that the server and our scripts hand to each other; ``by``: the script that draws them whenever they change."""

    _prop_names = ["id", "by", "data", "names", "version", "counts"]  # noqa: RUF012 - as Dash declares it


class Drawn(_Own):
    """An element whose content is ``data`` as light.py makes it; ``tag`` says which, else a div."""

    _prop_names = ["id", "data", "tag", "className", "role", "tabIndex"]  # noqa: RUF012 - as Dash declares it
