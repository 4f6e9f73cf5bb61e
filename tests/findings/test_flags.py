"""The rules: small diaries and what may be said of them, on both sides of every limit."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.findings.catalogue import RULES, all_findings
from twitchlog.findings.finding import URGENCIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from twitchlog.findings.finding import Finding
    from twitchlog.frames import DiaryFrames

    DiaryOf = Callable[..., DiaryFrames]

START = date(2026, 3, 1)


def day(number: int) -> date:
    """A day by its number, 1 for 1 March 2026."""
    return START + timedelta(days=number - 1)


def lines(words: str, numbers: Iterable[int]) -> str:
    """The same entry on several days."""
    return "".join(f"{day(number)} {words}\n" for number in numbers)


def found(frames: DiaryFrames, name: str, as_of: int, since: int | None = None) -> Finding:
    """The answer of one rule, days by their number."""
    answers = all_findings(frames, as_of=day(as_of), since=day(since) if since else None)
    return next(finding for finding in answers if finding.id == name)


# ------------------------------------------------------------------------------------------------ the list


def test_every_rule_answers_an_empty_diary(diary_of: DiaryOf) -> None:
    """An empty diary: nothing can be said, except that there are too few entries."""
    answers = all_findings(diary_of(""), as_of=START)
    assert {finding.id: finding.answer for finding in answers} == {
        "persisting": "cannot_say",
        "several_places": "cannot_say",
        "spread": "cannot_say",
        "too_few_entries": "yes",
    }
    assert {finding.id: finding.missing for finding in answers} == {
        "persisting": "4 more recorded days",
        "several_places": "2 more recorded days",
        "spread": "14 more recorded days",
        "too_few_entries": None,
    }


def test_every_rule_answers_once_the_most_urgent_first(diary_of: DiaryOf) -> None:
    """Routine points come before information; every rule is there whatever its answer."""
    answers = all_findings(diary_of(lines("calf left", range(1, 20))), as_of=day(20))
    assert len(answers) == len(RULES)
    ranks = [URGENCIES.index(finding.urgency) for finding in answers]
    assert ranks == sorted(ranks)
    assert all(finding.text and finding.sources and finding.thresholds and finding.rule for finding in answers)


def test_a_finding_is_shown_as_json_with_every_key(diary_of: DiaryOf) -> None:
    """The JSON form has the keys of the contract and holds plain values."""
    shown = found(diary_of(lines("calf left", range(1, 16))), "persisting", 15).as_json()
    said = ("id", "answer", "urgency", "title", "text", "places", "first", "last", "episodes", "numbers")
    assert tuple(shown) == (*said, "thresholds", "missing", "sources")
    assert shown["places"] == [{"region": "leg", "part": "calf", "side": "left", "label": "left calf"}]
    assert (shown["first"], shown["last"], shown["episodes"]) == ("2026-03-01", "2026-03-15", list(range(1, 16)))


# ------------------------------------------------------------------------------------------- several_places


def several(frames: DiaryFrames, as_of: int) -> Finding:
    """The answer of `several_places`."""
    return found(frames, "several_places", as_of)


def test_two_places_on_two_days_each(diary_of: DiaryOf) -> None:
    """Left calf and jaw, two days each, in one sentence."""
    finding = several(diary_of(lines("calf left", (1, 2)) + lines("jaw", (2, 3))), 3)
    assert finding.answer == "yes"
    assert finding.text.startswith("You noted twitching in left calf and jaw.")
    assert (finding.first, finding.last, finding.episodes) == (day(1), day(3), (1, 2, 3, 4))


def test_very_many_places_are_not_all_named_in_the_sentence(diary_of: DiaryOf) -> None:
    """Nine places: eight in the sentence, all nine in the finding."""
    parts = ("calf", "thigh", "foot", "thumb", "wrist", "elbow", "jaw", "cheek", "lip")
    finding = several(diary_of("".join(lines(f"{part} left", (1, 2)) for part in parts)), 3)
    assert "and 1 more place." in finding.text
    assert len(finding.places) == 9


def test_one_stray_day_is_no_second_place(diary_of: DiaryOf) -> None:
    """The jaw on one day alone does not fire, however often on that day."""
    finding = several(diary_of(lines("calf left", (1, 2)) + lines("jaw", (2, 2, 2))), 3)
    assert (finding.answer, finding.numbers["places"]) == ("no", 1)
    assert finding.text.endswith("only one place twitched on that many: left calf.")


def test_left_and_right_are_more_than_one_place(diary_of: DiaryOf) -> None:
    """Both calves on two days are two places."""
    finding = several(diary_of(lines("calf both", (1, 2))), 3)
    assert [place.label for place in finding.places] == ["left calf", "right calf"]


def test_no_side_given_is_not_a_second_place(diary_of: DiaryOf) -> None:
    """“left calf” and “calf” may be one and the same."""
    assert several(diary_of(lines("calf left", (1, 2)) + lines("calf", (3, 4))), 5).answer == "no"


@pytest.mark.parametrize(("as_of", "answer"), [(29, "yes"), (30, "no")])
def test_the_look_back_is_28_days_with_the_as_of_day(diary_of: DiaryOf, as_of: int, answer: str) -> None:
    """The 2nd of March is the first of the 28 days that end on the 29th."""
    assert several(diary_of(lines("jaw", (2, 3)) + lines("calf left", (20, 21))), as_of).answer == answer


def test_everywhere_on_two_days_fires_by_itself(diary_of: DiaryOf) -> None:
    """“all over” on two days is more than one place."""
    finding = several(diary_of(lines("everywhere", (1, 2))), 3)
    assert (finding.answer, finding.numbers["places"]) == ("yes", 0)
    assert finding.text.startswith("You noted twitching in whole body or many places.")


def test_everywhere_is_not_a_second_place(diary_of: DiaryOf) -> None:
    """“all over” on one day beside the calf on two does not fire."""
    assert several(diary_of(lines("everywhere", (1,)) + lines("calf left", (1, 2))), 3).answer == "no"


def test_sleep_starts_are_no_place(diary_of: DiaryOf) -> None:
    """Jerks while falling asleep do not make a second place."""
    assert several(diary_of(lines("calf left", (1, 2)) + lines("thigh left sleep_start", (1, 2))), 3).answer == "no"


def test_one_recorded_day_cannot_say(diary_of: DiaryOf) -> None:
    """On one day no place can have twitched on two."""
    assert several(diary_of("2026-03-01 calf left"), 1).missing == "1 more recorded day"


# --------------------------------------------------------------------------------------------------- spread


def spread(frames: DiaryFrames, as_of: int) -> Finding:
    """The answer of `spread`."""
    return found(frames, "spread", as_of)


OLD = lines("calf left", range(1, 15))


def test_a_new_place_joins_an_old_one(diary_of: DiaryOf) -> None:
    """Fourteen days of the calf, then the thumb on two days: the thumb and the arm are new."""
    finding = spread(diary_of(OLD + lines("thumb right", (20, 21))), 21)
    assert finding.answer == "yes"
    assert finding.text.startswith("Right thumb joined on 20 March 2026; before that it was left calf.")
    assert finding.text.endswith("Twitching in the arm is new as well.")
    assert (finding.first, finding.last, finding.episodes) == (day(20), day(21), tuple(range(1, 17)))
    assert (finding.numbers["recorded_before"], finding.numbers["new_regions"]) == (14, ["arm"])


def test_a_new_place_in_the_same_region_is_no_new_region(diary_of: DiaryOf) -> None:
    """The thigh joins the calf: the leg is not new."""
    finding = spread(diary_of(OLD + lines("thigh left", (20, 21))), 21)
    assert (finding.answer, finding.numbers["new_regions"]) == ("yes", [])
    assert "is new as well" not in finding.text


def test_one_day_is_not_a_place_that_joined(diary_of: DiaryOf) -> None:
    """The thumb on one day only does not fire."""
    assert spread(diary_of(OLD + lines("thumb right", (20,))), 21).answer == "no"


@pytest.mark.parametrize(("as_of", "answer"), [(33, "yes"), (34, "no")])
def test_new_means_within_the_last_14_days(diary_of: DiaryOf, as_of: int, answer: str) -> None:
    """First noted on the 20th: new until the 33rd day, not on the 34th."""
    assert spread(diary_of(OLD + lines("thumb right", (20, 21))), as_of).answer == answer


@pytest.mark.parametrize(("begins", "answer"), [(13, "yes"), (14, "no")])
def test_the_old_place_is_seven_days_older(diary_of: DiaryOf, begins: int, answer: str) -> None:
    """The calf began seven days before the thumb, or six."""
    diary = lines("quiet", range(1, begins)) + lines("calf left", range(begins, 20)) + lines("thumb right", (20, 21))
    assert spread(diary_of(diary), 21).answer == answer


@pytest.mark.parametrize(("recorded", "answer"), [(14, "yes"), (13, "cannot_say")])
def test_first_seen_needs_14_recorded_days_before(diary_of: DiaryOf, recorded: int, answer: str) -> None:
    """With thirteen recorded days before it, nobody knows whether the thumb is new."""
    finding = spread(diary_of(lines("calf left", range(1, recorded + 1)) + lines("thumb right", (20, 21))), 21)
    assert finding.answer == answer
    assert finding.missing == (None if answer == "yes" else "1 more recorded day before 20 March 2026")


@pytest.mark.parametrize(("joins", "answer"), [(92, "yes"), (93, "no")])
def test_the_old_place_twitched_in_the_90_days_before(diary_of: DiaryOf, joins: int, answer: str) -> None:
    """Two twitch days of the calf, the 2nd and the 3rd, lie in the 90 days before the 92nd, one before the 93rd."""
    diary = lines("calf left", (2, 3)) + lines("quiet", range(4, 20)) + lines("thumb right", (joins, joins + 1))
    assert spread(diary_of(diary), joins + 1).answer == answer


def test_one_older_twitch_day_is_not_enough(diary_of: DiaryOf) -> None:
    """The calf twitched once: then the thumb did not join anything."""
    diary = lines("calf left", (1,)) + lines("quiet", range(2, 20)) + lines("thumb right", (20, 21))
    assert spread(diary_of(diary), 21).answer == "no"


def test_a_place_seen_once_long_ago_is_not_new(diary_of: DiaryOf) -> None:
    """The first twitch day ever counts, however long ago, and whatever the reported period is."""
    diary = diary_of(lines("thumb right", (1,)) + lines("calf left", range(2, 60)) + lines("thumb right", (70, 71)))
    assert spread(diary, 71).answer == "no"
    assert found(diary, "spread", 71, since=10).answer == "no"


def test_the_other_side_is_a_new_place(diary_of: DiaryOf) -> None:
    """The right calf joins the left."""
    finding = spread(diary_of(OLD + lines("calf right", (20, 21))), 21)
    assert finding.text.startswith("Right calf joined on 20 March 2026; before that it was left calf.")


def test_a_place_is_not_known_to_be_new_while_earlier_entries_name_no_side(diary_of: DiaryOf) -> None:
    """“thumb” without a side, earlier, may have been the right one."""
    finding = spread(diary_of(OLD + lines("thumb", (3,)) + lines("thumb right", (20, 21))), 21)
    assert (finding.answer, finding.missing) == ("cannot_say", "the side in earlier entries of that part (thumb)")


def test_no_side_given_never_joins(diary_of: DiaryOf) -> None:
    """“calf” after “left calf” is not a new place."""
    assert spread(diary_of(OLD + lines("calf", (20, 21))), 21).answer == "no"


def test_a_parent_part_never_joins_its_child(diary_of: DiaryOf) -> None:
    """“left lower leg” after “left calf” is not a new place, nor the other way round."""
    assert spread(diary_of(OLD + lines("lower_leg left", (20, 21))), 21).answer == "no"
    diary = lines("lower_leg left", range(1, 15)) + lines("calf left", (20, 21))
    assert spread(diary_of(diary), 21).answer == "no"


def test_everywhere_neither_joins_nor_is_joined(diary_of: DiaryOf) -> None:
    """“all over” is not a place that another can follow."""
    assert spread(diary_of(OLD + lines("everywhere", (20, 21))), 21).answer == "no"
    assert spread(diary_of(lines("everywhere", range(1, 15)) + lines("calf left", (20, 21))), 21).answer == "no"


def test_two_places_can_join(diary_of: DiaryOf) -> None:
    """Thumb and jaw join the calf; each is named with its day and its region."""
    finding = spread(diary_of(OLD + lines("thumb right", (20, 21)) + lines("jaw left", (22, 23))), 23)
    assert "Left jaw joined on 22 March 2026." in finding.text
    assert finding.text.endswith("Twitching in the arm and face is new as well.")


def test_spread_is_asked_as_of_a_day(diary_of: DiaryOf) -> None:
    """As of the 20th the thumb has one day; as of the 21st two."""
    diary = diary_of(OLD + lines("thumb right", (20, 21)))
    assert (spread(diary, 20).answer, spread(diary, 21).answer) == ("no", "yes")


# ------------------------------------------------------------------------------------------ too_few_entries


def too_few(frames: DiaryFrames, as_of: int, since: int | None = None) -> Finding:
    """The answer of `too_few_entries`."""
    return found(frames, "too_few_entries", as_of, since)


def test_seven_recorded_days_of_the_last_14_are_enough(diary_of: DiaryOf) -> None:
    """Seven of fourteen are just half, and just enough."""
    finding = too_few(diary_of(lines("quiet", (1, 3, 5, 7, 9, 11, 13))), 14)
    assert (finding.answer, finding.text) == ("no", "7 of 14 days have an entry, 7 of the last 14.")


def test_six_are_too_few(diary_of: DiaryOf) -> None:
    """Six of the last fourteen days, though the twenty days before are all there."""
    finding = too_few(diary_of(lines("quiet", range(1, 27))), 34)
    assert finding.answer == "yes"
    assert finding.text.startswith("Only 6 of the last 14 days have an entry. Missing days are unknown")


def test_less_than_half_of_the_period_is_too_few(diary_of: DiaryOf) -> None:
    """Ten of twenty days are half; ten of twenty-one are not."""
    diary = diary_of(lines("quiet", (1,)) + lines("quiet", range(12, 21)))
    assert too_few(diary, 20).answer == "no"
    assert too_few(diary, 21).text.startswith("Only 10 of 21 days have an entry.")


def test_the_period_is_the_reported_one(diary_of: DiaryOf) -> None:
    """Since the twelfth, nine of ten days are recorded."""
    diary = diary_of(lines("quiet", (1,)) + lines("quiet", range(12, 21)))
    assert too_few(diary, 21, since=12).answer == "no"


def test_one_day_has_an_entry(diary_of: DiaryOf) -> None:
    """One is said as one."""
    assert too_few(diary_of("2026-03-01 quiet"), 1).text.startswith("Only 1 of the last 14 days has an entry.")


# -------------------------------------------------------------------------- against a slow count of the rules

PLACES = st.sampled_from([("calf", "left"), ("calf", "right"), ("jaw", "left"), ("thumb", "right")])
EVENTS = st.sets(st.tuples(st.integers(1, 50), PLACES), max_size=40)
CHECKS = st.sets(st.integers(1, 50))


@given(EVENTS, CHECKS, st.integers(1, 60))
def test_the_rules_are_those_of_a_slow_count(
    diary_of: DiaryOf, events: set[tuple[int, tuple[str, str]]], checks: set[int], as_of: int
) -> None:
    """On any diary with sides given, yes is said exactly when counting by hand says so."""
    text = "".join(lines(" ".join(place), (number,)) for number, place in sorted(events))
    answers = all_findings(diary_of(text + lines("checked", sorted(checks))), as_of=day(as_of))
    fired = {finding.id for finding in answers if finding.answer == "yes"}
    known = {(number, place) for number, place in events if number <= as_of}
    recorded = {number for number, _ in known} | {number for number in checks if number <= as_of}
    assert ("several_places" in fired) == slow_several(known, as_of)
    assert ("spread" in fired) == slow_spread(known, recorded, as_of)
    assert ("persisting" in fired) == slow_persisting(known, recorded, as_of)


Known = set[tuple[int, tuple[str, str]]]


def slow_several(known: Known, as_of: int) -> bool:
    """At least two places with two days each among the last 28."""
    days: dict[tuple[str, str], int] = {}
    for number, place in known:
        days[place] = days.get(place, 0) + (as_of - 27 <= number)
    return sum(count >= 2 for count in days.values()) >= 2


def slow_spread(known: Known, recorded: set[int], as_of: int) -> bool:
    """A place first seen in the last 14 days, on two days, after another that is a week older."""
    for new in {place for _, place in known}:
        days = sorted(number for number, place in known if place == new)
        if days[0] < as_of - 13 or len(days) < 2 or sum(number < days[0] for number in recorded) < 14:
            continue
        for old in {place for _, place in known} - {new}:
            older = sorted(number for number, place in known if place == old)
            if older[0] <= days[0] - 7 and sum(days[0] - 90 <= number < days[0] for number in older) >= 2:
                return True
    return False


def slow_persisting(known: Known, recorded: set[int], as_of: int) -> bool:
    """An open bout of more than 14 days at a place, a part, a region or anywhere."""
    regions = {"calf": "leg", "jaw": "face", "thumb": "arm"}
    groups: dict[tuple[str, ...], set[int]] = {}
    for number, (part, side) in known:
        for group in (("1", part, side), ("2", part), ("3", regions[part]), ("4",)):
            groups.setdefault(group, set()).add(number)
    return any(slow_lasts(days, recorded, as_of, wide=group[0] in "34") for group, days in groups.items())


def slow_lasts(days: set[int], recorded: set[int], as_of: int, *, wide: bool) -> bool:
    """Walk back from the last twitch day until a gap ends the bout."""
    last = first = max(days)
    count, clear, unknown = 1, 0, 0
    for number in range(last - 1, 0, -1):
        if number in days:
            first, count, clear, unknown = number, count + 1, 0, 0
        elif number in recorded:
            clear += 1
        else:
            unknown += 1
        if clear > 3 or unknown > 7:
            break
    weeks = {(as_of - number) // 7 for number in days}
    return as_of - last <= 7 and last - first + 1 > 14 and count >= 4 and (not wide or {0, 1, 2} <= weeks)
