"""All that was seen and made no event: clauses, time phrases that date nothing, places not on the map, page furniture."""

from collections.abc import Iterator

from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.link.linked import Linked
from dashboard.extraction.model import Unread, UnreadReason
from dashboard.language.spans import held


def left_unread(annotations: Annotations, linked: Linked) -> tuple[Unread, ...]:
    """Everything left, in the order of the text."""
    text = annotations.told.text
    left = [each for each in linked.read if isinstance(each, Unread)]
    left += [Unread(span, span.of(text), UnreadReason.FURNITURE) for span in annotations.furniture]
    left += _times(annotations, linked)
    left += [
        Unread(place.toponym.span, place.toponym.text, UnreadReason.OFF_MAP)
        for place in annotations.places
        if place.place is None
    ]
    left += [
        Unread(each.place.toponym.span, each.place.toponym.text, UnreadReason.NO_SCENE, each.role.value)
        for each in annotations.bystanders
    ]
    return tuple(sorted(left, key=lambda each: each.span))


def _times(annotations: Annotations, linked: Linked) -> Iterator[Unread]:
    """Time phrases that name no day, or stand outside of all that was read and date nothing."""
    candidates = [each for group in linked.groups for each in group]
    used = {each.when.timex.span for each in candidates if each.when.timex}
    told = [span for each in candidates if each.clause.form for span in each.clause.form.sources]
    covered = sorted([*(each.clause.span for each in candidates), *told])
    # the days over entries date those
    heads = {frame.opened_by for frame in annotations.time.frames if frame.datelined}
    for timex in annotations.time.timexes:
        if timex.fault:
            yield Unread(timex.span, timex.text, UnreadReason.NO_SUCH_DAY, timex.fault)
        elif not (timex.span in used or timex.text in heads or held(covered, timex.span)):
            yield Unread(timex.span, timex.text, UnreadReason.DATES_NOTHING, str(timex.bearing))
