"""What a monitor carries over from an older post of its own is counted from the day of that post, however it is put."""

from datetime import date, timedelta
from itertools import product

from dashboard.temporal import read_time

_PUBLISHED = date(2023, 8, 27)
_ABOVE = "Shells fell on Saraqeb this morning, killing a child who was at work in a field.\n\n"
_FRAMES = (
    "On {day}, {who} {told} that jets struck Jisr {when}.",
    "{who} {told} on {day} that jets struck Jisr {when}.",
    '{who} {told} on {day}: "Jets struck Jisr {when}."',
    'On {day}, {who} {told}: "A drone struck a post near Jisr, killing two. The strike came {when}."',
    'From our post of {day}: "Jets struck Jisr {when}."',
    "In a report of {day}, {who} {told} that jets struck Jisr {when}.",
    "It should be noted that on {day} {who} {told} that jets struck Jisr {when}.",
    'It is worth noting that on {day}, {who} {told} as follows: "Jets struck a post. They struck Jisr {when}."',
    '*{who} on {day}: "A drone struck a post near Jisr, killing two. The strike came {when}."',
    "On {day}, {who} {told} that a mine went off this morning. The sources added that jets struck Jisr {when}.",
)
_WHO = ("the Observatory", "local sources")
_TOLD = ("reported", "pointed out", "wrote", "indicated")
_DAYS = {"August 25": date(2023, 8, 25), "23 August": date(2023, 8, 23)}
_WHEN = {"yesterday": -1, "last night": -1, "this morning": 0, "after midnight yesterday": 0}


def _day_of(text: str, words: str) -> date | None:
    found = [each for each in read_time(text, _PUBLISHED).timexes if each.text.lower() == words]
    return found[-1].start.date() if found and found[-1].start else None


def test_words_of_an_older_post_count_from_its_day() -> None:
    wrong = []
    for frame, who, told, day, when in product(_FRAMES, _WHO, _TOLD, _DAYS, _WHEN):
        text = _ABOVE + frame.format(day=day, who=who, told=told, when=when)
        if _day_of(text, when) != _DAYS[day] + timedelta(days=_WHEN[when]):
            wrong.append(text[len(_ABOVE) :])
    assert not wrong


def test_direct_speech_counts_from_the_weekday_on_which_it_was_spoken() -> None:
    for frame in (
        'A resident said on Friday: "They came {when}."',
        'A resident on Friday: "They came {when}."',
    ):
        for when, step in _WHEN.items():
            found = _day_of(_ABOVE + frame.format(when=when), when)
            assert found == date(2023, 8, 25) + timedelta(days=step), (frame, when)


def test_what_a_paper_tells_of_words_said_on_a_weekday_or_behind_the_quotation_counts_from_its_own_day() -> (
    None
):
    said = "Police said on Friday that two men who shot at a bus were arrested yesterday."
    assert _day_of(_ABOVE + said, "yesterday") == date(2023, 8, 26)
    behind = 'From our post of 23 August: "Jets struck Jisr at dawn." Two of the wounded died yesterday.'
    assert _day_of(_ABOVE + behind, "yesterday") == date(2023, 8, 26)
    next_told = (
        "On 23 August, the Observatory reported that jets came last night. Two of the wounded died yesterday."
    )
    assert _day_of(_ABOVE + next_told, "yesterday") == date(2023, 8, 26)
    goes_on = (
        "On 23 August, the Observatory reported that jets came last night. The fighting {} yesterday in Sake."
    )
    for verb in ("continued", "went on"):
        assert _day_of(_ABOVE + goes_on.format(verb), "yesterday") == date(2023, 8, 26)
    plain = "On 23 August jets struck Jisr. Two of the wounded died yesterday, doctors said."
    assert _day_of(_ABOVE + plain, "yesterday") == date(2023, 8, 26)
