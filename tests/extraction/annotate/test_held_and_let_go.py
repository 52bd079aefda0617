"""People kept and let go, places hit so many times, small arms with a launcher, and deals that are only named."""

from itertools import product

from dashboard.extraction.annotate.cues import code

Slots = tuple[tuple[str, ...], ...]
_FREED, _TAKEN, _SHELLED = (
    {"Other"},
    {"Abduction/forced disappearance"},
    {"Shelling/artillery/missile attack"},
)
_FOUGHT, _NONE = {"Armed clash", "Attack"}, {"none"}

GRID: list[tuple[set[str], Slots]] = [
    (_FREED, (("He", "Four of the teachers", "Two persons kidnapped on May 30"), ("regained their freedom on Monday",))),
    (_FREED, (("The driver was", "A priest taken on July 8 was", "He was"), ("freed on Sunday", "set free"))),
    (_FREED, (("He was freed on Sunday", "All were set free"), ("after talks led by elders", "following mediation"))),
    (_FREED | {"Agreement"}, (("The community released", "Dissidents freed"), ("two soldiers", "two teachers"))),
    (_TAKEN, (("The same front", "A group of men"), ("took away two minors", "led away three children"))),
    (_TAKEN, (("Two workers of an NGO were", "Three nurses were"), ("held for several hours at an illegal barrier",))),
    (_SHELLED, (("The enemy", "The Russians"), ("struck Beryslav twice", "hit Nikopol four times"))),
    (_SHELLED, (("The city was", "The village was"), ("hit eight times", "struck twice"))),
    (_SHELLED, (("The hamlet was subjected to two shellings",),)),
    (
        _FOUGHT,
        (
            ("ISIS cells attacked a military post", "Gunmen opened fire on a checkpoint"),
            ("with machineguns and RPGs", "with RPGs and machineguns", "with assault rifles and RPGs"),
        ),
    ),
    (_FOUGHT, (("Vigilantes laid an ambush", "Hunters and vigilantes lay in ambush"), ("for bandits",))),
    ({"Looting/property destruction"}, (("The rebels had set ablaze two", "Men set fire to two"), ("tippers", "dumpers"))),
    (_NONE, (("The third convoy", "Calm"), ("since the peace agreement of January 1", "since the 2016 peace accord"))),
    (_NONE, (("The judge of the peace", "A signatory of the peace agreement"), ("spoke of it", "came back in March"))),
    (_NONE, (("Peace talks are", "Negotiations are"), ("not in sight", "nowhere near"))),
    (_NONE, (("Aid convoys to Nahud", "Humanitarian deliveries"), ("remain suspended", "stay suspended"))),
    (_NONE, (("The report was released", "Steam was freed", "Dissidents released a statement"), ("on Monday",))),
    (_NONE, (("The suspects were released on bail", "The driver was freed by a court"),)),
    (_NONE, (("The city was hit twice by floods", "The town was struck twice by power outages"),)),
    ({"Agreement"}, (("The two sides signed", "The clans reached"), ("a peace agreement", "a peace deal"))),
    (_TAKEN, (("Ten people were kidnapped", "Two nurses were abducted"), ("and later freed",))),
    (_SHELLED, (("RPGs hit the post", "Rockets struck the market", "A tank shelled the village"),)),
]  # fmt: skip


def test_a_grid_of_who_is_kept_who_is_let_go_and_what_is_only_named() -> None:
    wrong = []
    for wanted, slots in GRID:
        for words in product(*slots):
            told = " ".join(words) + "."
            coding = code(told)
            read = str(coding.sub_event_type.value) if coding else "none"
            if read not in wanted:
                wrong.append((told, read, wanted))
    assert wrong == [], "\n".join(map(str, wrong))
