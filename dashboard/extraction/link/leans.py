"""The ways in which words tell again of an event told before: its harm, what else they did, what the other side did.

To add one: a row in ``LEANS``, with what it holds of and which hosts it may tell again.
"""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.link import hosts, tells_again
from dashboard.extraction.link.acts import is_like, is_part


@dataclass(frozen=True, slots=True)
class Lean:
    """A way to tell again: of which candidates it holds, of which hosts, and with what time.

    ``dated``: they may name one, ``undated``: none is told near them, ``taken``: they take one over. ``all``: of all
    that a host is told in, and not of its first words only. ``anywhere``: though it names another place, as that is
    where the harmed were brought; ``later``: though it names a later time, of some days, ``whenever``: or any, neither of which is the act's; ``near``: though it names one beside it, and a time of its own, as its words say that it is known.
    """

    why: str
    holds: Callable[[Candidate], bool]
    of: Callable[[Candidate, Candidate], bool]
    dated: bool = False
    undated: bool = True
    taken: bool = False
    all: bool = False
    anywhere: bool = False
    near: bool = False
    later: bool = False
    whenever: bool = False


TOLL_LEAN = Lean(
    "it brings the toll up to date", tells_again.brings_toll, hosts.is_any_blow, dated=True, taken=True
)
LEANS = (
    Lean(
        "it says how long it went on",
        tells_again.is_how_long,
        hosts.is_soon_before,
        dated=True,
        undated=False,
        all=True,
        whenever=True,
    ),
    Lean(
        "it says what the arms named before it did",
        tells_again.is_of_arms_named,
        hosts.is_fired_just_before,
        dated=True,
        taken=True,
        all=True,
        near=True,
    ),
    Lean(
        "it says beside what else it was",
        tells_again.is_beside_what_else,
        hosts.is_any_blow,
        dated=True,
        taken=True,
        anywhere=True,
        later=True,
        whenever=True,
    ),
    Lean(
        "it says what became of whom it hurt",
        tells_again.is_fate_of_hurt,
        hosts.is_deadly_later,
        dated=True,
        taken=True,
        whenever=True,
    ),
    Lean("it speaks of the act as known", tells_again.is_known_act, hosts.is_any_blow, dated=True),
    Lean("it speaks of such an act as known", tells_again.is_known_kind, hosts.is_of_its_kind, dated=True),
    Lean("it says who is accused of it", tells_again.is_accusation, is_like, taken=True),
    Lean("it says what an explosion did", tells_again.is_blast, hosts.is_explosion, taken=True),
    Lean("it says what was damaged", tells_again.is_damage, hosts.is_blow, taken=True),
    Lean("it says what else they did", tells_again.is_of_doers, hosts.is_soon_before, taken=True),
    Lean("it says what they did", tells_again.is_of_doers_named, hosts.is_what_they_did, taken=True),
    Lean(
        "it says what came next in it",
        tells_again.is_what_came_next,
        hosts.is_struck_just_before,
        dated=True,
        taken=True,
        near=True,
    ),
    Lean("it says how that was done", tells_again.is_how_done, hosts.is_struck_just_before, taken=True),
    Lean(
        "it says at what hour they did it",
        tells_again.is_hour_of_doers,
        hosts.is_untold_or_of_that_day,
        dated=True,
        undated=False,
        near=True,
    ),
    Lean(
        "it says when they did it",
        tells_again.is_dated_by_doers,
        hosts.is_untold_just_before,
        dated=True,
        undated=False,
    ),
    Lean(
        "it says how the crowd was dispersed",
        tells_again.is_dispersal,
        hosts.is_crowd_just_before,
        taken=True,
    ),
    Lean("it says what else they did", tells_again.is_relative_blow, hosts.is_struck_just_before),
    Lean(
        "it says what was seized there",
        tells_again.is_seizure,
        hosts.is_raid_or_arrest,
        taken=True,
        all=True,
    ),
    Lean("it says what the other side did", tells_again.is_answer, hosts.is_soon_before, taken=True),
    Lean(
        "it says what was done to those who struck",
        tells_again.is_blow_back,
        hosts.is_soon_before,
        taken=True,
    ),
    Lean(
        "it says when the dead were found",
        tells_again.is_found_dead,
        hosts.is_soon_before,
        dated=True,
        taken=True,
        later=True,
    ),
    Lean(
        "it says later how many died",
        tells_again.is_later_toll,
        hosts.has_no_more_dead,
        dated=True,
        taken=True,
        later=True,
    ),
    Lean(
        "it says where the arms came down",
        tells_again.is_landing,
        hosts.is_fired_off,
        taken=True,
        anywhere=True,
    ),
    Lean("it is what one side says of it", tells_again.is_claim, hosts.is_fought_there, taken=True, all=True),
    Lean(
        "it is what one side says of it, and when that was said",
        tells_again.is_published_claim,
        hosts.is_fought_there,
        dated=True,
        undated=False,
        all=True,
        later=True,
    ),
    Lean("it says who was taken there", tells_again.is_taking, hosts.is_fought_just_before, taken=True),
    Lean(
        "it says who was hit by it",
        tells_again.is_stray,
        hosts.is_fight_just_before,
        taken=True,
        anywhere=True,
    ),
    Lean("it says how the march went", tells_again.is_known_march, hosts.is_march, taken=True),
    Lean(
        "it says what the arms told of before did",
        tells_again.is_of_known_arms,
        hosts.is_fired_before,
        dated=True,
        taken=True,
        all=True,
        near=True,
    ),
    Lean(
        "it says what that involved",
        tells_again.is_of_it,
        hosts.is_struck_just_before,
        taken=True,
        all=True,
        anywhere=True,
    ),
    Lean(
        "it says how it was heard",
        tells_again.is_heard,
        hosts.is_fired_before,
        dated=True,
        taken=True,
        all=True,
        near=True,
    ),
    Lean(
        "it says how they left",
        tells_again.is_way_out,
        hosts.is_soon_before,
        dated=True,
        taken=True,
        all=True,
        anywhere=True,
    ),
    Lean("it says when that was", tells_again.refers_back, hosts.is_any_blow, dated=True, undated=False),
    Lean("it tells of harm only", tells_again.is_harm, hosts.is_any_blow),
    Lean("it says what killed or hurt them", tells_again.is_cause, hosts.is_bare_harm_before, taken=True),
    Lean(
        "it says who was harmed by it",
        tells_again.is_harm_there,
        hosts.is_right_before,
        taken=True,
        undated=False,
        all=True,
    ),
    Lean(
        "it says where in the town who was harmed",
        tells_again.is_harm_in_a_quarter,
        hosts.is_struck_beside,
        taken=True,
    ),
    Lean("it only counts whom it harmed", tells_again.is_bare_count, hosts.is_uncounted, taken=True),
    Lean(
        "it says in general words what was done",
        tells_again.is_general,
        hosts.is_done_there,
        dated=True,
        all=True,
    ),
    Lean(
        "it tells who fled from it",
        tells_again.is_flight_of_known_act,
        hosts.is_struck_just_before,
        dated=True,
        taken=True,
        all=True,
        anywhere=True,
        near=True,
    ),
    Lean(
        "it tells who fled",
        tells_again.is_uncounted_flight,
        hosts.is_struck_just_before,
        dated=True,
        taken=True,
    ),
    Lean("it tells who fled", tells_again.is_flight, hosts.is_any_blow),
    Lean(
        "it tells whither they fled",
        tells_again.is_flight_from_it,
        hosts.is_struck_just_before,
        taken=True,
        all=True,
        anywhere=True,
    ),
    Lean(
        "it says more of it in its sentence",
        tells_again.is_more_of_its_sentence,
        hosts.is_of_its_sentence,
        taken=True,
        all=True,
    ),
    Lean(
        "it tells what was shot down of it",
        tells_again.is_shot_down,
        hosts.is_fired_just_before,
        taken=True,
        all=True,
    ),
    Lean(
        "it speaks of what was struck as known",
        tells_again.is_of_target,
        hosts.is_on_target,
        dated=True,
        taken=True,
        near=True,
    ),
    Lean("it tells a part of the raid", is_part, hosts.is_raid),
    Lean(
        "it tells what they burned",
        tells_again.is_looting,
        hosts.is_raid_just_before,
        taken=True,
        undated=False,
        all=True,
    ),
    Lean("it tells a part of the raid", is_part, hosts.is_raid_just_before, taken=True, undated=False),
)
"""The ways in which words tell again of an event told before."""
