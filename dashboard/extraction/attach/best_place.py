"""Which of the places that a clause names is where its act was: no region, no dateline, no mere way to find another."""

import re
from collections.abc import Sequence

from dashboard.extraction.acled import CROWDS
from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.landmarks import is_on_road, is_passed, is_under_way, is_way, led_by
from dashboard.extraction.lexicon import AND, CLAUSES, THE, Worded, one_of
from dashboard.gazetteer import REGION, Resolved
from dashboard.gazetteer.pairs import is_stretch
from dashboard.gazetteer.place import PlaceKind

_ASIDE_LONG = 60  # characters between "who" and a place


def best_place(text: str, clause: AnnotatedClause, places: Sequence[Resolved]) -> Resolved | None:
    """The first that is no region, no dateline and no mere way to find another."""
    if len(places) == 1:
        return places[0]
    return min(places, key=lambda each: _rank(text, clause, each), default=None)


def _rank(text: str, clause: AnnotatedClause, each: Resolved) -> tuple[bool, bool, bool, bool, int, int]:
    end = each.toponym.span.end
    owns = text.startswith(_OWNS, end) and not _OWN_SITE.match(text, end)
    house = _is_house(text, each) and not _is_between_towns(clause)
    return (
        (each.place is not None and not each.place.iso) or is_border(text, each),
        is_dateline(text, clause.span.start, each) or is_beside_the_act(text, each) or is_on_road(text, each),
        is_of_other_act(text, clause, each) or _is_meanwhile(clause, each),
        each.precision == REGION
        or owns
        or _sets_scene(text, clause, each)
        or (each.place is None and (_WAY.search(each.location) is not None or is_street(each)))
        or house,
        is_holder(text, each)
        + 2 * is_way(text, each)
        + 3 * is_passed(text, each)
        + (led_by(text, each, ASIDE) and not led_by(text, each, _EXPELLED))
        + led_by(text, each, _BOUND)
        + 2 * (_is_of_those_harmed(text, clause, each) or _is_whose(text, each))
        + is_under_way(text, each)
        + 2 * led_by(text, each, _WHENCE)
        + owns
        + house
        + is_stretch(each.toponym.relation) * (1 + (each.place is None)),
        each.toponym.span.start,
    )


def _is_between_towns(clause: AnnotatedClause) -> bool:
    """Whether the towns of a clause only say between which something lies: "the Kubba quarter between Omdurman and Bahri"."""
    towns = [each for each in clause.places if each.place is not None and each.precision < REGION]
    return bool(towns) and all(is_stretch(each.toponym.relation) for each in towns)


def _is_meanwhile(clause: AnnotatedClause, each: Resolved) -> bool:
    """Whether it stands in what was done elsewhere meanwhile: "as deputies in Paris debated, shops in Nouméa were set alight"."""
    opens = _MEANWHILE.match(clause.quote)
    end = clause.span.start + opens.end() if opens else 0
    return each.toponym.span.end <= end <= clause.trigger


def _sets_scene(text: str, clause: AnnotatedClause, each: Resolved) -> bool:
    """Whether it opens the clause over a finer place told behind it: "In Kirkuk, a bomb went off at Domiz", "Southwest of Mosul, … in Qayyarah"."""
    here = each.toponym.span
    opens = (here.start == clause.span.start and each.toponym.relation) or _SCENE.fullmatch(
        text, clause.span.start, here.start
    )
    behind = (other for other in clause.places if other.toponym.span.start > here.end)
    described = _APPOSED.match(text, here.end)  # "In Mingachevir, a town on the Kura"
    return bool(opens and not described) and any(
        other.precision < REGION
        and not _is_house(text, other)
        and (led_by(text, other, _AT) or led_by(text, other, _SITE_OF))
        for other in behind
    )


def is_of_other_act(text: str, clause: AnnotatedClause, each: Resolved) -> bool:
    """Whether "after" or "before" stands between it and the words of the event: "taken to Peshawar after a bomb exploded in Bannu"."""
    here, trigger = each.toponym.span, clause.trigger
    if _is_of_whom(text, clause, each):
        return True
    first, last = (here.end, trigger) if here.end <= trigger else (trigger, here.start)
    return clause.coding is not None and _OTHER_ACT.search(text, first, last) is not None


def _is_of_whom(text: str, clause: AnnotatedClause, each: Resolved) -> bool:
    """Whether it only says who acts, where the act has a place of its own further on: "rebels who took Bria last year attacked Bambari", "a councilman of Mocache is shot in Quevedo", "clashes between Tebu and Zintan left six dead in Gharyan", "rebels marching on Goma shelled Sake"."""
    here = each.toponym.span
    behind = [other for other in clause.places if other.toponym.span.start > clause.trigger > here.end]
    first = max(clause.span.start, here.start - _ASIDE_LONG)
    if behind and (_OF_WHOM.search(text, first, here.start) or led_by(text, each, _DOING)):
        return True
    further = (
        other for other in clause.places if other.toponym.span.start > here.end and other.precision < REGION
    )
    if _SIDE.search(text, first, each.toponym.name_span.start) and any(
        led_by(text, other, _AT) for other in further
    ):
        return True
    at = any(other.toponym.relation or led_by(text, other, _AT) for other in behind)
    town = any(other.precision < REGION for other in behind)
    return at and (
        _WHOSE.search(text, first, here.start) is not None
        or (town and _HOME.search(text, first, here.start) is not None)
    )


def is_border(text: str, each: Resolved) -> bool:
    """Whether a state is only named for its border: "an ambush near the Mali border"."""
    state = each.place is not None and each.place.kind is PlaceKind.COUNTRY
    return state and _BORDER.match(text, each.toponym.name_span.end) is not None


def _is_of_those_harmed(text: str, clause: AnnotatedClause, each: Resolved) -> bool:
    """Whether it only says where those come from who were harmed: "a convoy of residents of Kobani"; a crowd is at home."""
    crowd = clause.coding is not None and clause.coding.event_type in CROWDS
    return not crowd and led_by(text, each, _PEOPLE_OF)


def _is_whose(text: str, each: Resolved) -> bool:
    """Whether it only says whose people are meant: "four Bokkos farmers"; where nothing else does, that is where it was."""
    here = each.toponym
    return not here.relation and _MEN.match(text, here.span.end) is not None and not led_by(text, each, _AT)


def is_street(each: Resolved) -> bool:
    """Whether it is a street on no map: which town's, is told elsewhere."""
    return each.place is None and _STREET.search(each.location) is not None


def _is_house(text: str, each: Resolved) -> bool:
    """Whether it is the name, on no map, of a building, a body or a quarter: of a town named beside it, "the Sonali Bank branch in Ruma"."""
    if each.place is not None:
        return False
    return (
        each.toponym.generic in _QUARTERS
        or _HOUSE.search(each.location) is not None
        or _HOUSE_BEHIND.match(text, each.toponym.span.end) is not None
        or _BASE_IN.match(text, each.toponym.span.end) is not None
    )


def is_holder(text: str, each: Resolved) -> bool:
    """Whether it only says whose suburb or village is meant: "the Kyiv suburb of Irpin", but not "the Gomazi area of Tump"."""
    return each.place is not None and _PART_OF.match(text, each.toponym.span.end) is not None


def is_beside_the_act(text: str, each: Resolved) -> bool:
    """Whether it only tells whence somebody or a shot came, whither they were bound, or where they are based: "jets from Gao"."""
    return is_passed(text, each) or led_by(text, each, _WHENCE)


def is_home_of(text: str, clause: AnnotatedClause, each: Resolved, *, label: bool) -> bool:
    """Whether it only says whence those come who act, "elders from Kunduz reached a settlement", or whither somebody was under way; under a label also whence those come it is done to."""
    told_before = clause.coding is not None and not clause.span.start <= clause.trigger < clause.span.end
    before = each.toponym.span.end <= clause.trigger or told_before
    comes = (before or label) and led_by(text, each, _FROM) and not _only_tell(text, clause, each)
    only_whose = (told_before or (clause.refers and not clause.times)) and _is_whose(text, each)
    return each.precision < REGION and (comes or only_whose or is_under_way(text, each))


def _only_tell(text: str, clause: AnnotatedClause, each: Resolved) -> bool:
    """Whether those who come from there only tell of the act: "Residents from Huwara said settlers burned a house there"."""
    return _TELL.search(text, each.toponym.span.end, clause.trigger) is not None


def suffers_at_base(text: str, clause: AnnotatedClause, each: Resolved) -> bool:
    """Whether those based there are not who acts: "attacked troops stationed in Bunia", "troops stationed in Bunia were ambushed"."""
    here = each.toponym.span
    if not led_by(text, each, _BASED):
        return False
    by = _BY_BASED.search(text, clause.span.start, here.start)
    return _SUFFER.match(text, here.end) is not None or (clause.trigger < here.start and by is None)


def is_dateline(text: str, start: int, each: Resolved) -> bool:
    """Whether it opens a clause or paragraph that starts there, and a dash follows: "Homs – shells fell"."""
    span = each.toponym.span
    heads = (
        (head.match(text, start) for head in (_HEAD, _DATED, _STATED, _SIGNED)) if span.start > start else ()
    )
    head = next(filter(None, heads), None)
    return (span.start == start and bool(_DASH.match(text, span.end))) or (
        head is not None and span.end <= head.end()
    )


def is_vague(text: str, clause: AnnotatedClause, each: Resolved) -> bool:
    """Whether it only says about where: a region, a country, or what lies outside or above a town."""
    before = text[clause.span.start : each.toponym.span.start]
    relation = each.toponym.relation.casefold() in CLAUSES["says-where"]["about"]
    return each.precision >= REGION or relation or _ABOUT.search(before) is not None


_ROUTE = CLAUSES["route"]
_MEANWHILE = re.compile(rf"(?:[\w ]{{0,20}},\s+)?{one_of(_ROUTE['meanwhile'])}\s[^,;\n]+,", re.IGNORECASE)
_SCENE = re.compile(rf"\W*{one_of(_ROUTE['scene'])}\s+{THE}")
_APPOSED = re.compile(rf",\s+(?:an?\s+|{THE})(?:\w+\s+)?{one_of(CLAUSES['unmapped']['kinds'])}\b")
_AT = re.compile(rf"\b{one_of(_ROUTE['at'])}\s+{THE}$")
_SITE_OF = re.compile(rf"\b{one_of(CLAUSES['unmapped']['kinds'])}\s+{_ROUTE['of']}\s+{THE}$")
ASIDE = Worded(_ROUTE["aside"], rf"\b{one_of(_ROUTE['aside'])}\s+{THE}$")
_EXPELLED = Worded(  # "Rebels were driven out of Marte, near Dikwa"
    _ROUTE["expelled"],
    rf"\b{one_of(_ROUTE['expelled'])}\s+(?:[\w-]+\s+){{0,4}}?{one_of(_ROUTE['out'])}\s+{THE}$",
)
_WHENCE = Worded(
    [*_ROUTE["movers"], *_ROUTE["based"], *_ROUTE["parted"], *_ROUTE["for"]],
    rf"\b(?:{one_of(_ROUTE['movers'])}\s+{_ROUTE['whence'][1]}|{one_of(_ROUTE['based'] + _ROUTE['parted'] + _ROUTE['for'])})\s+{THE}$",
)
_FROM = re.compile(
    rf"(?<!\d)\s(?!{one_of(_ROUTE['measures'])}\b)[\w’'-]+\s+{_ROUTE['whence'][1]}\s+{THE}$", re.IGNORECASE
)
_TELL = re.compile(rf"\b{one_of(CLAUSES['reported']['after'])}\b")
_BASED = re.compile(rf"\b{one_of(_ROUTE['based'])}\s+{THE}$", re.IGNORECASE)
_BY_BASED = re.compile(rf"\b{one_of(_ROUTE['by'])}\s+(?:[\w-]+\s+){{1,4}}{_BASED.pattern}", re.IGNORECASE)
_SUFFER = re.compile(rf"\s+(?:[\w-]+\s+){{0,3}}?{one_of(_ROUTE['suffer'])}\b")
_BOUND = re.compile(
    rf"\b{one_of(_ROUTE['from'])}\s[^.;,\n]{{2,40}}\s{one_of(_ROUTE['whither'])}\s+{THE}$", re.IGNORECASE
)
_PART_OF = re.compile(
    rf"(?:['’]s)?\s+(?:[a-z]+\s+)?{one_of(_ROUTE['parts'])}\s+{CLAUSES['unmapped']['of']}\s+[A-Z]"
)
_WAY = re.compile(rf"\b{one_of(CLAUSES['owned']['ways'])}$")
_STREET = re.compile(
    rf"^{one_of(CLAUSES['owned']['streets_before'])}\s|\s{one_of(CLAUSES['owned']['streets'])}$"
)
_QUARTERS = frozenset(CLAUSES["small-places"]["quarters"])
_HOUSES = one_of([*CLAUSES["unmapped"]["houses"], *CLAUSES["unmapped"]["never_towns"]])
_HOUSE = re.compile(rf"\s{_HOUSES}$|^{_HOUSES}\s", re.IGNORECASE)
_HOUSE_BEHIND = re.compile(rf"(?:['’]s)?\s+(?:[a-z]+\s+){{0,2}}?{_HOUSES}\b")
_BASE_IN = re.compile(rf"\s+{one_of(CLAUSES['unmapped']['bases'])}\s+(?:in|at)\s+(?=[A-Z])")
_AND_OF = rf"(?:(?-i:[A-Z])[\w’'-]+(?:,\s+|,?\s+{AND}\s+)){{0,2}}"  # "farmers from Bokkos and Mangu"
_PEOPLE_OF = Worded(
    CLAUSES["unmapped"]["people"],
    rf"\b{one_of(CLAUSES['unmapped']['people'])}\s+{one_of(_ROUTE['whence'])}\s+{THE}{_AND_OF}$",
)
_MEN = re.compile(rf"\s+(?:[a-z-]+\s+)?{one_of([*CLAUSES['unmapped']['people'], *_ROUTE['whose']])}\b")
_OWN_SITE = re.compile(rf"['’]s\s+(?:[a-z]+\s+){{0,2}}?{one_of(CLAUSES['owned']['sites'])}\b")
_BORDER = re.compile(rf"\s+{one_of(CLAUSES['owned']['border'])}\b", re.IGNORECASE)
_OWNS = ("'s ", "’s ")
_ABOUT = re.compile(rf"\b{one_of(CLAUSES['says-where']['about'])}\s+(?:[\w'’]+\s+){{0,2}}$", re.IGNORECASE)
_OTHER_ACT = re.compile(rf"\b{one_of(_ROUTE['other_act'])}\b", re.IGNORECASE)
_SIDE = Worded(  # "clashes between Tebu and "
    CLAUSES["unmapped"]["sides"],
    rf"\b{one_of(CLAUSES['unmapped']['sides'])}\s+(?:{one_of(CLAUSES['unmapped']['sides_did'])}\s+)?{_ROUTE['between']}\s+(?:[^.;,\n]{{2,40}}\s{AND}\s+)?{THE}$",
)
_OF_WHOM = re.compile(rf"\b{one_of(CLAUSES['descriptions']['opens'])}\b[^,.;\n]*$")
_DOING = re.compile(  # "rebels marching on Goma shelled Sake"
    rf"(?<![\w-])(?!{one_of(_ROUTE['before_doing'])}\b)[\w-]+\s+(?!{one_of(_ROUTE['not_doing'])}\b)[a-z]+{_ROUTE['doing']}\s+(?:{one_of(_ROUTE['doing_at'])}\s+)?{THE}$"
)
_WHOSE = re.compile(rf"\b{one_of(_ROUTE['whose'])}\s+{one_of(_ROUTE['whence'])}\s+{THE}{_AND_OF}$")
_HOME = re.compile(
    rf"\b{one_of(_ROUTE['at_home'])}\s+{one_of(_ROUTE['whence'])}\s+{THE}{_AND_OF}$", re.IGNORECASE
)
_DASH = re.compile(  # "Quibdó (Colombia), Nov 12 (Agency).- "
    r"(?:\s\([^()\n]{1,30}\)(?=,))?(?:,\s[^,;\n—]{1,20}){0,3}\s*(?:\([^()\n]{1,30}\)\s*)?\.?(?:(?:[–—:]|--?)\s|—(?=[A-Z]))"
)
_DATED = re.compile(  # "February 15, 2024 (EL FULA) – ", "(EL FULA) February 15, 2024 – ", "(Beirut, April 6, 2023) – "
    r"(?=[^\n–—]{0,60}\d)(?:(?:[\w ,.]{4,30}\s)?\([^\Wa-z\d_][^a-z()\n\d]{2,30}\)(?:\s[\w ,.]{4,30})?"
    r"|\([^\Wa-z\d_][^()\n\d,]{2,30},\s[^()\n]{3,30}\))\s*(?:[–—]|--?)\s"
)
_HEAD = re.compile(  # "CHILAPA, Gro., April 24. – "
    r"[A-Z][A-Z .'’/-]{2,40}(?:,\s[^,;\n]{1,20}){1,3}\s*(?:\([^()\n]{1,30}\)\s*)?(?:[–—]|--?)\s"
)
_SIGNED = re.compile(  # "Maiduguri, Nigeria, Feb. 11 (Agency) — "
    rf"(?=[^\n–—]{{0,80}}[\d(])(?!{one_of(_ROUTE['scene'])}\b)[A-Z][\w.'’/-]+(?:\s[A-Z][\w.'’/-]+){{0,3}}(?:,\s[A-Z\d][^,;\n–—]{{1,20}}){{1,3}}\s*(?:\([^()\n]{{1,30}}\)\s*)?\.?(?:[–—]|--?)\s"
)
_STATED = re.compile(  # "Quetta (Pakistan), Mar 6 - "
    r"[A-Z][\w .'’/-]{1,40}\s\([^()\n]{1,30}\)(?:,\s[^,;\n]{1,20}){1,3}\s*(?:\([^()\n]{1,30}\)\s*)?\.?(?:[–—]|--?)\s"
)
