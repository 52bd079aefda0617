"""Groups that tell too little to be an act of their own, beside others that tell one: no row is better than a doubtful one."""

from collections.abc import Sequence

from dashboard.extraction.acled import EventType, ExtType, SubEventType
from dashboard.extraction.annotate.clauses import Link
from dashboard.extraction.annotate.semantic_roles import SemanticRole
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.attach.coded import NO_WORDS, TimeBasis
from dashboard.extraction.link.leans import is_struck
from dashboard.extraction.link.retold import Group
from dashboard.gazetteer import REGION

_MOVES = frozenset({SubEventType.CHANGE_TO_GROUP, SubEventType.OTHER})
_BORROWED = NO_WORDS | {TimeBasis.TAKEN_OVER}


def is_faint(group: Group, groups: Sequence[Group]) -> bool:
    """Whether none of its words tell when it was, and they only hint at harm, count the hurt or name an act as known.

    Only beside another act of violence, and not when nobody counts more dead than it does.
    """
    standing = [each for each in group if not each.leans]
    if not standing or not all(map(_is_borrowed, standing)):
        return False
    if not is_struck(group[0]):
        return len(groups) > 1 and all(map(_only_moves, standing))
    others = [each for each in groups if each is not group and is_struck(each[0])]
    if not others or (_dead(group) and _dead(group) > max(map(_dead, others))):
        return False
    return all(map(_only_hints, standing)) or all(map(_only_hurt, standing)) or all(map(_is_named, standing))


def _is_borrowed(candidate: Candidate) -> bool:
    return candidate.when.basis in _BORROWED and not candidate.clause.another


def _only_moves(candidate: Candidate) -> bool:
    """Whether it only says who went or was sent somewhere, at no place of its own: "The president sent 300 soldiers"."""
    coding, where = candidate.coding, candidate.where
    moves = coding.sub_event_type in _MOVES and coding.ext_type in (ExtType.NONE, ExtType.DISPLACEMENT)
    return moves and where.inherited and not candidate.heading and candidate.casualties.displaced is None


def _only_hints(candidate: Candidate) -> bool:
    """Whether a sentence opens with words that may be those of harm, and says of nobody that he did it."""
    place = candidate.where.place  # "Troops shelled Masisi on Saturday. A nurse died in Kitshanga."
    town = place is not None and place.place is not None and place.precision < REGION
    elsewhere = town and not candidate.where.inherited and not candidate.heading
    dated = (
        bool(candidate.casualties.killed) and candidate.when.basis not in NO_WORDS
    )  # "… An inmate lost his life"
    opens = candidate.clause.link is Link.OPENS and candidate.clause.hints
    return opens and not (elsewhere or dated or _acts(candidate))


def _only_hurt(candidate: Candidate) -> bool:
    """Whether it counts the hurt, at no place of its own: "Three officers were wounded in the fighting"."""
    harm, struck = candidate.casualties, candidate.coding.event_type is EventType.REMOTE_VIOLENCE
    return (
        not struck
        and candidate.where.inherited
        and bool(harm.wounded)
        and not harm.killed
        and not _acts(candidate)
    )


def _is_named(candidate: Candidate) -> bool:
    """Whether it opens with the name of an act, at no place of its own: "The gunbattle went on for half an hour"."""
    known = candidate.clause.known_act
    opens = known is not None and not known.start()
    return opens and candidate.where.inherited and not candidate.casualties.killed


def _acts(candidate: Candidate) -> bool:
    return any(each.role is SemanticRole.ACTS and not each.taken_over for each in candidate.participants)


def _dead(group: Group) -> int:
    return max((each.casualties.killed.low for each in group if each.casualties.killed), default=0)
