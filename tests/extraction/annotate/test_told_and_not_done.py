"""What goes on, is feared, is made ready or comes too late is no act; what falls of a drone, roads held and what is brought down are."""

from itertools import product

from dashboard.extraction.annotate.cues import code

Slots = tuple[tuple[str, ...], ...]
_NONE = {"none"}

GRID: list[tuple[set[str], Slots]] = [
    (_NONE, (("No exchange of fire was", "No clashes were"), ("reported", "recorded in the town"))),
    (_NONE, (("Observers expect", "Residents fear", "Officials anticipate"), ("a new battle", "another attack"))),
    (_NONE, (("An attack was being", "A raid was"), ("prepared", "planned"))),
    (_NONE, (("Landmines", "Mines", "Explosives"), ("continue to take lives", "continue to maim farmers"))),
    (_NONE, (("Soldiers", "The rebels"), ("fire nearly every night", "attack almost every day"))),
    (_NONE, (("Troops stationed in Kiremu", "Police based in Gety"), ("arrived only on Saturday", "came too late"))),
    (_NONE, (("The convoy had", "The vehicle had"), ("left Bulobarde with supplies",))),
    (_NONE, (("Partners recorded 143", "The office documented 20"), ("incidents of sudden displacement",))),
    (
        {"Air/drone strike"},
        (("Debris of a", "Fragments from a"), ("downed drone",), ("sparked a blaze at the depot", "hit a school")),
    ),
    (
        {"Disrupted weapons use"},
        (
            (
                "Several aerial targets were shot down",
                "Two air targets were intercepted",
                "The army destroyed a mine in a controlled explosion",
            ),
        ),
    ),
    (
        {"Peaceful protest"},
        (("Relatives of the missing", "Women", "Villagers"), ("blocked the M-8", "blockaded the highway")),
    ),
    ({"Attack"}, (("Motorcyclists", "Attackers"), ("opened fire on a vaccination team", "opened fire on a crew"))),
    ({"Government regains territory"}, (("The army",), ("regains Um Rawaba", "retakes El Khiwei"))),
    ({"Armed clash"}, (("Clashes were reported", "An exchange of fire was reported"), ("in the town",))),
    ({"Change to group/activity"}, (("The army was", "Troops were"), ("stationed in the town",))),
    ({"Remote explosive/landmine/IED"}, (("Landmines killed", "A mine killed"), ("two farmers",))),
    (_NONE, (("Snow", "A landslide"), ("blocked the highway",))),
    (_NONE, (("They", "The women"), ("dispersed after negotiations", "dispersed after talks with the governor"))),
    (_NONE, (("The blast wave broke windows in a dormitory",),)),
    ({"Peaceful protest"}, (("The protesters",), ("dispersed peacefully", "dispersed after an officer addressed them"))),
    ({"Protest with intervention"}, (("Police dispersed the protesters", "The protesters were dispersed by police"),)),
    ({"Attack"}, (("Enemy soldiers", "Settlers"), ("fired in the direction of residents", "fired towards farmers"))),
    ({"Armed clash"}, (("Intercommunal violence", "Clan violence"), ("between two villages was reported", "broke out"))),
    ({"Remote explosive/landmine/IED"}, (("A blast hit the depot",),)),
]  # fmt: skip


def test_a_grid_of_what_is_only_told_of_and_what_is_done() -> None:
    wrong = []
    for wanted, slots in GRID:
        for words in product(*slots):
            told = " ".join(words) + "."
            coding = code(told)
            read = str(coding.sub_event_type.value) if coding else "none"
            if read not in wanted:
                wrong.append((told, read, wanted))
    assert wrong == [], "\n".join(map(str, wrong))
