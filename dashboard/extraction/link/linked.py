"""The mentions of one report, compared and brought together."""

from collections.abc import Iterable
from dataclasses import replace

from dashboard.extraction.attach.candidates import Draft
from dashboard.extraction.attach.where import Where
from dashboard.extraction.link.cluster import grouped
from dashboard.extraction.link.features import Facts, Spot

Group = tuple[Draft, ...]


def merged(mentions: Iterable[Draft]) -> list[Group]:
    """The mentions in groups, one an event, in order of the first of each; each knows how alike it was."""
    drafts = list(mentions)
    groups = grouped([facts_of(draft) for draft in drafts])
    return [
        tuple(replace(drafts[each.number], likeness=each.likeness) if each.likeness else drafts[each.number]
              for each in group)
        for group in groups
    ]  # fmt: skip


def facts_of(draft: Draft) -> Facts:
    """What a mention says, in the form in which tellings are compared."""
    coding, when, killed = draft.coding, draft.when, draft.toll.killed
    return Facts(
        event_type=coding.event_type,
        sub_event_type=coding.sub_event_type,
        ext_type=coding.ext_type,
        preparation=draft.preparation,
        start=when.start,
        end=when.end,
        ongoing=when.ongoing,
        untimed="; ".join(when.notes),
        timeless=draft.heading and when.told == "report",
        spot=_spot(draft.where),
        heading=draft.heading,
        actors=frozenset(actor.name for actor in draft.actors),
        killed=(killed.low, killed.high) if killed else None,
        waves=draft.waves,
    )


def _spot(where: Where) -> Spot | None:
    told = where.place
    if told is None:
        return None
    around = where.around.place if where.around else None
    place = told.place or around
    return Spot(
        name=told.location,
        place_id=told.place.place_id if told.place else "",
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        precision=told.precision if told.place else 0,
        admin1=place.admin1 if place else "",
        iso=place.iso if place else "",
        taken_over=where.inherited,
        around=around.place_id if around else "",
    )
