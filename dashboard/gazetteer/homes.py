"""The country and the first-level region that a file's row tells, under the names that we use."""

from collections.abc import Mapping
from functools import cached_property

from dashboard.gazetteer.packed import Named, Tables
from dashboard.gazetteer.place import PlaceKind
from dashboard.gazetteer.spelling import key


class Homes:
    """Countries and regions of our tables, by what others call them."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._named: dict[str, Mapping[str, str]] = {}

    def iso(self, *given: str) -> str:
        """The ISO code of the first of these that tells a country: a code, a P-code, a name; else empty.

        >>> (
        ...     Homes(Tables()).iso("", "SY0302"),
        ...     Homes(Tables()).iso("DR Congo (Zaire)"),
        ...     Homes(Tables()).iso("760"),
        ... )
        ('SY', 'CD', '')
        """
        return next((iso for each in given if (iso := self._iso(each.strip()))), "")

    def _iso(self, given: str) -> str:
        if len(given) == 2 and given.upper() in self._tables.countries:
            return given.upper()
        is_code = given[:2].isupper() and any(letter.isdigit() for letter in given)
        if is_code:
            return given[:2] if given[:2] in self._tables.countries else ""
        return self._countries.get(key(given.split("(", maxsplit=1)[0]), "")

    def region(self, iso: str, given: str) -> str:
        """Our name of a first-level region, or the one given where we know none.

        >>> Homes(Tables()).region("SY", "Rural Damascus")
        'Rif Dimashq'
        """
        return self._regions_of(iso).get(key(given), given)

    def coded(self, iso: str, code: str) -> str:
        """The first-level region with this GeoNames code, empty where there is none."""
        region = self._tables.regions.get(f"{iso}.{code}")
        return region.place.name if region else ""

    @cached_property
    def _countries(self) -> Mapping[str, str]:
        return {key(name): iso for iso, each in self._tables.countries.items() for name in each.names}

    @cached_property
    def _regions(self) -> Mapping[str, list[Named]]:
        """The first-level regions of each country; where two have a name, the first of them has it."""
        found: dict[str, list[Named]] = {}
        for each in (*self._tables.regions.values(), *self._tables.curated):
            if each.place.kind == PlaceKind.ADMIN1:
                found.setdefault(each.place.iso, []).append(each)
        return found

    def _regions_of(self, iso: str) -> Mapping[str, str]:
        """Our names of a country's regions, by what others call them; made for the countries that are asked for."""
        if iso not in self._named:
            regions = reversed(self._regions.get(iso, ()))
            self._named[iso] = {key(name): each.place.name for each in regions for name in each.names}
        return self._named[iso]
