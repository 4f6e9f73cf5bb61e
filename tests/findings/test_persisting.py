"""`persisting`: more than two weeks, gaps, unknown days, levels, clock changes and journeys."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from twitchlog.findings.catalogue import all_findings

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


def persisting(frames: DiaryFrames, as_of: int) -> Finding:
    """The answer of `persisting` as of a day by its number."""
    return next(finding for finding in all_findings(frames, as_of=day(as_of)) if finding.id == "persisting")


def test_fourteen_days_are_not_more_than_two_weeks(diary_of: DiaryOf) -> None:
    """On the fourteenth calendar day the answer is no, and it says what was found."""
    finding = persisting(diary_of(lines("calf left", range(1, 15))), 14)
    assert finding.answer == "no"
    assert "left calf: 14 twitch days within 14 days" in finding.text


def test_fifteen_days_are(diary_of: DiaryOf) -> None:
    """On the fifteenth it is yes, with place, numbers, entries and sources."""
    finding = persisting(diary_of(lines("calf left", range(1, 16))), 15)
    assert finding.answer == "yes"
    assert finding.text.startswith("Left calf has twitched on 15 of 15 recorded days since 1 March 2026, that is more")
    assert finding.numbers == {"level": "place", "span_days": 15, "twitch_days": 15, "recorded_days": 15, "days": 15}
    assert finding.thresholds["span_days"] == 14
    assert {"nhs.uk", "medicalnewstoday.com"} <= {str(source["url"]).split("/")[2][4:] for source in finding.sources}


def test_four_twitch_days_are_enough(diary_of: DiaryOf) -> None:
    """Four days over fifteen, unknown days between them."""
    assert persisting(diary_of(lines("jaw left", (1, 6, 11, 15))), 15).answer == "yes"


def test_three_twitch_days_are_not(diary_of: DiaryOf) -> None:
    """Three days over fifteen are too few, though other days are recorded."""
    assert persisting(diary_of(lines("jaw left", (1, 8, 15)) + lines("checked", (3, 10))), 15).answer == "no"


@pytest.mark.parametrize(("later", "answer"), [(22, "yes"), (23, "no")])
def test_a_bout_stays_open_for_seven_days(diary_of: DiaryOf, later: int, answer: str) -> None:
    """Seven days after the last twitch day it still goes on, eight days after it does not."""
    assert persisting(diary_of(lines("calf left", range(1, 16))), later).answer == answer


@pytest.mark.parametrize(("back", "answer"), [(8, "yes"), (9, "no")])
def test_three_clear_days_do_not_end_it_four_do(diary_of: DiaryOf, back: int, answer: str) -> None:
    """Days marked quiet between the 4th and the next twitch day."""
    diary = lines("calf left", (1, 2, 3, 4)) + lines("quiet", range(5, back)) + lines("calf left", range(back, 17))
    assert persisting(diary_of(diary), 16).answer == answer


@pytest.mark.parametrize(("back", "answer"), [(12, "yes"), (13, "no")])
def test_seven_unknown_days_do_not_end_it_eight_do(diary_of: DiaryOf, back: int, answer: str) -> None:
    """Days without any entry between the 4th and the next twitch day."""
    diary = lines("calf left", (1, 2, 3, 4)) + lines("calf left", range(back, 17))
    assert persisting(diary_of(diary), 16).answer == answer


def test_a_day_with_another_place_is_clear_for_this_one(diary_of: DiaryOf) -> None:
    """Four days on which only the jaw twitched end the bout of the calf."""
    diary = lines("calf left", (1, 2, 3, 4)) + lines("jaw left", range(5, 9)) + lines("calf left", range(9, 17))
    finding = persisting(diary_of(diary), 16)
    assert [place.label for place in finding.places] == ["the body (in changing places)"]


def test_a_day_with_a_cramp_alone_is_recorded_and_clear_for_the_place(diary_of: DiaryOf) -> None:
    """A cramp is an entry, but not a twitch: four such days end a bout."""
    diary = lines("calf left", (1, 2, 3, 4)) + lines("calf left cramp", range(5, 9)) + lines("calf left", range(9, 17))
    assert persisting(diary_of(diary), 16).answer == "no"


def test_a_day_marked_some_is_never_clear(diary_of: DiaryOf) -> None:
    """Four days said to have had twitching, without saying where, do not end a bout, nor make twitch days."""
    diary = lines("calf left", (1, 2, 3, 4)) + lines("some", range(5, 9)) + lines("calf left", range(9, 17))
    finding = persisting(diary_of(diary), 16)
    assert (finding.answer, finding.numbers["twitch_days"], finding.numbers["recorded_days"]) == ("yes", 12, 16)


def test_the_narrowest_level_is_named(diary_of: DiaryOf) -> None:
    """Left and right by turns: neither side alone is a bout of more than two weeks, the calf is."""
    diary = "".join(lines(f"calf {'left' if number < 9 else 'right'}", (number,)) for number in range(1, 17))
    finding = persisting(diary_of(diary), 16)
    assert (finding.numbers["level"], finding.text.split(" has")[0]) == ("part", "Calf (either side)")
    assert finding.episodes == tuple(range(1, 17))


def test_a_region_can_go_on_where_no_part_does(diary_of: DiaryOf) -> None:
    """Calf, then thigh: the leg has twitched for more than two weeks."""
    finding = persisting(diary_of(lines("calf left", range(1, 9)) + lines("thigh left", range(9, 17))), 16)
    assert (finding.numbers["level"], finding.places[0].region, finding.places[0].part) == ("region", "leg", None)
    assert finding.text.startswith("The leg has twitched on 16 of 16")


def test_a_region_needs_each_of_the_last_three_weeks(diary_of: DiaryOf) -> None:
    """The same leg, as of a week later: nothing in the last seven days, so only two of three weeks."""
    diary = diary_of(lines("calf left", range(1, 9)) + lines("thigh left", range(9, 17)))
    assert persisting(diary, 22).answer == "yes"
    assert persisting(diary, 23).answer == "no"


def test_a_place_does_not_need_each_of_three_weeks(diary_of: DiaryOf) -> None:
    """One place goes on with nothing noted in the last seven days."""
    finding = persisting(diary_of(lines("calf left", range(1, 17))), 23)
    assert (finding.answer, finding.numbers["level"]) == ("yes", "place")


def test_changing_places(diary_of: DiaryOf) -> None:
    """Something twitches every day, each time elsewhere."""
    parts = ("calf left", "jaw", "thumb right", "chest", "thigh left", "lip", "forearm left", "neck_side")
    diary = "".join(lines(parts[number // 2], (number + 1,)) for number in range(16))
    finding = persisting(diary_of(diary), 16)
    assert finding.numbers["level"] == "anywhere"
    assert finding.text.startswith("The body (in changing places) has twitched on 16 of 16 recorded days")


def test_two_places_are_both_named(diary_of: DiaryOf) -> None:
    """Where two places go on, the one that began first leads and the other is named with its day."""
    finding = persisting(diary_of(lines("calf left", range(1, 21)) + lines("jaw left", range(3, 21))), 20)
    assert [place.label for place in finding.places] == ["left calf", "left jaw"]
    assert "So has: left jaw (since 3 March 2026)." in finding.text


def test_nothing_after_the_as_of_day_is_used(diary_of: DiaryOf) -> None:
    """As of the fourteenth day the fifteenth is not known, though it is in the diary."""
    diary = diary_of(lines("calf left", range(1, 30)))
    assert persisting(diary, 14).answer == "no"
    assert persisting(diary, 15).episodes == tuple(range(1, 16))


def test_an_entry_added_late_counts_for_its_day(diary_of: DiaryOf) -> None:
    """The order of writing does not matter: the first day is written down last."""
    assert persisting(diary_of(lines("calf left", range(2, 16)) + lines("calf left", (1,))), 15).answer == "yes"


def test_few_recorded_days_cannot_say(diary_of: DiaryOf) -> None:
    """Three recorded days can't hold four twitch days; with the fourth the answer is no."""
    three = persisting(diary_of(lines("calf left", (1, 2, 3))), 3)
    assert (three.answer, three.missing) == ("cannot_say", "1 more recorded day")
    assert persisting(diary_of(lines("calf left", (1, 2, 3)) + lines("quiet", (4,))), 4).answer == "no"


def test_unknown_weeks_are_not_weeks_without(diary_of: DiaryOf) -> None:
    """A diary that fell silent a month ago can't say that nothing goes on."""
    assert persisting(diary_of(lines("calf left", range(1, 16))), 45).answer == "cannot_say"


def test_only_kinds_that_count_make_twitch_days(diary_of: DiaryOf) -> None:
    """Sleep starts for three weeks are not twitching for more than two weeks."""
    assert persisting(diary_of(lines("thigh left sleep_start", range(1, 22))), 21).answer == "no"


def test_the_night_belongs_to_the_evening_before(diary_of: DiaryOf) -> None:
    """Half past one on the 16th is still the 15th day; half past four is the next."""
    days = lines("calf left", range(1, 15))
    finding = persisting(diary_of(days + "2026-03-16T01:30+01:00 calf left"), 15)
    assert (finding.answer, finding.last) == ("yes", day(15))
    assert persisting(diary_of(days + "2026-03-16T04:30+01:00 calf left"), 15).answer == "no"


def test_a_clock_change_makes_no_day_more_or_less(diary_of: DiaryOf) -> None:
    """From 20 March to 3 April, over the night of 29 March with 23 hours, are fifteen days, not fourteen."""
    spring = [f"{day(number)}T23:50+0{1 if number < 29 else 2}:00 calf left" for number in range(20, 35)]
    diary = diary_of("\n".join(spring))
    assert (persisting(diary, 33).answer, persisting(diary, 34).answer) == ("no", "yes")


def test_on_a_journey_the_day_is_the_one_of_the_place(diary_of: DiaryOf) -> None:
    """In Auckland the 15th has come while it is the 14th in Berlin; the diary day is the local one."""
    diary = lines("calf left", range(1, 14))
    assert persisting(diary_of(diary + "2026-03-15T08:00+13:00 calf left"), 15).answer == "yes"
    assert persisting(diary_of(diary + "2026-03-14T20:00+01:00 calf left"), 15).answer == "no"
