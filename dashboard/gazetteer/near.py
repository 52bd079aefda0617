"""Names that are nearly the one looked for: a hint for a person, never an answer."""

from collections.abc import Iterator

from dashboard.gazetteer.index import Index
from dashboard.gazetteer.place import PlaceCandidate
from dashboard.gazetteer.spelling import key, skeleton
from dashboard.text import one_letter_off

_MOST = 6
_ALL = 1e9  # people: more than any place has
_LEAST = 4  # letters of a key: below this everything is near


def near(index: Index, name: str, iso: str | None) -> tuple[PlaceCandidate, ...]:
    """Places whose folded name has the same consonants, or is one letter off; those first, and of each the most people.

    ``reasons`` say the key that matched. Nothing for a name of a few letters.
    """
    wanted = key(name)
    if len(wanted) < _LEAST:
        return ()
    found = {each.place.place_id: each for each in _alike(index, wanted, iso)}
    return tuple(sorted(found.values(), key=lambda each: -each.score)[:_MOST])


def _alike(index: Index, wanted: str, iso: str | None) -> Iterator[PlaceCandidate]:
    sound = skeleton(wanted)
    for name_key in index.every_key():
        letter = one_letter_off(wanted, name_key)
        if not letter and (name_key[0] != wanted[0] or skeleton(name_key) != sound):
            continue
        reason = f"{'one letter off' if letter else 'the same consonants'}: {name_key!r} for {wanted!r}"
        for place in index.bearing(name_key):
            if iso in (None, place.iso):
                yield PlaceCandidate(place, place.population / _ALL - letter, (reason,))
