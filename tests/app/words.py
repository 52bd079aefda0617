"""What a person reads of parts of the page."""

from collections.abc import Iterable

from dash.development.base_component import Component


def words_of(part: object) -> str:
    """The text of a part and all within it."""
    if part is None:
        return ""
    if isinstance(part, Component):
        return words_of([getattr(part, "label", None), getattr(part, "children", None)])
    if isinstance(part, Iterable) and not isinstance(part, str):
        return "".join(words_of(each) for each in part)
    return str(part)


def parts_of(part: object, kind: type[Component]) -> list[Component]:
    """All parts of a kind, in order."""
    if isinstance(part, Component):
        within = parts_of(getattr(part, "children", None), kind)
        return [part, *within] if isinstance(part, kind) else within
    if isinstance(part, list | tuple):
        return [found for each in part for found in parts_of(each, kind)]
    return []
