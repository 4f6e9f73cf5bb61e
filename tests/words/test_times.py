"""When something was: what the words of time mean, and which are refused."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from twitchlog import clock, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.entry import When


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Move to a zone for the rest of the test."""

    def move(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    return move


@pytest.fixture(autouse=True)
def _back_home(monkeypatch: pytest.MonkeyPatch) -> object:
    yield
    monkeypatch.undo()
    time.tzset()


def when(phrase: str, now: str, day_start_hour: int = 4) -> When:
    """The time that "left calf" with a phrase is given at a moment."""
    moment = clock.local(datetime.fromisoformat(now))
    return words.read_episode(
        f"left calf {phrase}", moment, zone=clock.zone_name(), day_start_hour=day_start_hour
    ).episode.when


def refusal(phrase: str, now: str) -> words.LineRefused:
    """The refusal of "left calf" with a phrase at a moment."""
    with pytest.raises(words.LineRefused) as refused:
        words.read_episode(f"left calf {phrase}", clock.local(datetime.fromisoformat(now)))
    return refused.value


@pytest.mark.parametrize("place", ["Europe/Berlin", "America/New_York", "Asia/Kolkata"])
def test_elapsed_time_is_the_same_everywhere(zone: Callable[[str], None], place: str) -> None:
    """Said: "20 min ago" counts back in elapsed time and stands on the wall clock of the place."""
    zone(place)
    now = datetime.fromisoformat("2026-03-04T21:40:00+01:00")
    at = when("20 min ago", now.isoformat()).at
    assert at is not None
    assert (now - at).total_seconds() == 1200
    assert at.utcoffset() == clock.local(at).utcoffset()


def test_a_clock_time_after_midnight_belongs_to_the_evening_before(zone: Callable[[str], None]) -> None:
    """Said: "22:30" said at 01:30 is the evening before, on the diary day that is still running."""
    zone("Europe/Berlin")
    told = when("22:30", "2026-03-05T01:30:00+01:00")
    assert (str(told.at), str(told.day)) == ("2026-03-04 22:30:00+01:00", "2026-03-04")


def test_a_clock_time_still_to_come_is_refused_with_yesterday_offered(zone: Callable[[str], None]) -> None:
    """Said: "22:30" said at 21:40 lies ahead; the line comes back with yesterday."""
    zone("Europe/Berlin")
    refused = refusal("22:30", "2026-03-04T21:40:00+01:00")
    assert (refused.code, refused.suggestion) == ("future_time", "left calf yesterday 22:30")
    assert when("21:40", "2026-03-04T21:40:00+01:00").at is not None


def test_the_small_hours_are_refused_with_today_offered(zone: Callable[[str], None]) -> None:
    """Said: "3am" said at ten belongs to the diary day before, so today's has to be said."""
    zone("Europe/Berlin")
    assert refusal("3am", "2026-03-04T10:00:00+01:00").suggestion == "left calf today 3am"
    assert str(when("today 3am", "2026-03-04T10:00:00+01:00").day) == "2026-03-03"


def test_a_day_alone_has_no_clock_time(zone: Callable[[str], None]) -> None:
    """Said: "yesterday" is stored as that day and nothing more."""
    zone("Europe/Berlin")
    told = when("yesterday", "2026-03-04T10:00:00+01:00")
    assert (told.precision, str(told.day), told.at) == ("day", "2026-03-03", None)


def test_yesterday_is_a_calendar_word_and_today_the_diary_day(zone: Callable[[str], None]) -> None:
    """At 01:30 the running diary day is the calendar's yesterday, so both words mean it."""
    zone("Europe/Berlin")
    assert str(when("yesterday", "2026-03-05T01:30:00+01:00").day) == "2026-03-04"
    assert str(when("today", "2026-03-05T01:30:00+01:00").day) == "2026-03-04"


@pytest.mark.parametrize(
    ("phrase", "now", "day"),
    [
        ("last night", "2026-03-05T10:00:00+01:00", "2026-03-04 night"),
        ("last night", "2026-03-05T01:30:00+01:00", "2026-03-03 night"),
        ("this morning", "2026-03-04T10:00:00+01:00", "2026-03-04 morning"),
        ("tonight", "2026-03-04T20:00:00+01:00", "2026-03-04 evening"),
        ("tonight", "2026-03-04T23:00:00+01:00", "2026-03-04 night"),
        ("tonight", "2026-03-05T01:00:00+01:00", "2026-03-04 night"),
        ("tuesday night", "2026-03-05T10:00:00+01:00", "2026-03-03 night"),
    ],
)
def test_parts_of_a_day_are_no_clock_times(zone: Callable[[str], None], phrase: str, now: str, day: str) -> None:
    """Said: "last night" and the like are kept as a part of a diary day."""
    zone("Europe/Berlin")
    told = when(phrase, now)
    assert f"{told.day} {told.part_of_day}" == day


def test_an_evening_still_to_come_is_refused(zone: Callable[[str], None]) -> None:
    """Said: "this evening" in the morning can only be a slip; yesterday's is offered."""
    zone("Europe/Berlin")
    assert refusal("this evening", "2026-03-04T10:00:00+01:00").suggestion == "left calf yesterday evening"


def test_a_weekday_is_the_latest_one_past(zone: Callable[[str], None]) -> None:
    """Said: "wed 7pm" on a Wednesday is today's once it has passed, else that of a week ago."""
    zone("Europe/Berlin")
    assert str(when("wed 7pm", "2026-03-04T21:40:00+01:00").day) == "2026-03-04"
    assert str(when("wed 7pm", "2026-03-04T18:40:00+01:00").day) == "2026-02-25"
    assert str(when("last wed", "2026-03-04T18:40:00+01:00").day) == "2026-02-25"
    assert refusal("wed", "2026-03-04T18:40:00+01:00").code == "ambiguous_time"


def test_a_time_that_the_clock_skipped_is_refused(zone: Callable[[str], None]) -> None:
    """On 29 March 2026 Berlin has no 02:30; a minute before and after the gap are there."""
    zone("Europe/Berlin")
    now = "2026-03-29T12:00:00+02:00"
    assert refusal("today 02:30", now).code == "skipped_time"
    assert str(when("today 01:59", now).at) == "2026-03-29 01:59:00+01:00"
    assert str(when("today 03:00", now).at) == "2026-03-29 03:00:00+02:00"


def test_a_time_that_came_twice_is_the_earlier_with_a_warning(zone: Callable[[str], None]) -> None:
    """On 25 October 2026 Berlin shows 02:30 twice."""
    zone("Europe/Berlin")
    read = words.read_episode("left calf today 02:30", clock.local(datetime.fromisoformat("2026-10-25T12:00:00+01:00")))
    assert str(read.episode.when.at) == "2026-10-25 02:30:00+02:00"
    assert [warned.code for warned in read.warnings] == ["repeated_time"]


def test_elapsed_time_goes_through_a_clock_change(zone: Callable[[str], None]) -> None:
    """Two hours before 03:30 summer time it was 00:30 winter time."""
    zone("Europe/Berlin")
    assert str(when("2 hours ago", "2026-03-29T03:30:00+02:00").at) == "2026-03-29 00:30:00+01:00"


def test_a_written_offset_is_kept(zone: Callable[[str], None]) -> None:
    """A moment noted on a journey keeps the wall clock of that place."""
    zone("Europe/Berlin")
    told = when("2026-03-01T22:30+05:30", "2026-03-04T10:00:00+01:00")
    assert told.at is not None
    assert (told.at.isoformat(), told.at.astimezone(UTC).hour) == ("2026-03-01T22:30:00+05:30", 17)


@pytest.mark.parametrize(
    ("phrase", "hour"),
    [
        ("7 in the evening", 19),
        ("7 in the morning", 7),
        ("half past 7 pm", 19),
        ("quarter to 8 pm", 19),
        ("noon", 12),
        ("at 14h30", 14),
    ],
)
def test_spoken_hours(zone: Callable[[str], None], phrase: str, hour: int) -> None:
    """The half of the day may be told by am, pm or a part of the day."""
    zone("Europe/Berlin")
    at = when(f"yesterday {phrase}", "2026-03-04T10:00:00+01:00").at
    assert at is not None
    assert at.hour == hour


def test_an_hour_in_either_half_of_the_day_is_refused_with_both_offered(zone: Callable[[str], None]) -> None:
    """Said: "at 7" can be breakfast or supper."""
    zone("Europe/Berlin")
    assert refusal("at 7", "2026-03-04T21:40:00+01:00").choices == ("left calf 7am", "left calf 7pm")


def test_one_in_the_morning_said_at_half_past_one(zone: Callable[[str], None]) -> None:
    """At 01:30 "1 in the morning" was half an hour ago."""
    zone("Europe/Berlin")
    assert str(when("at 1 in the morning", "2026-03-05T01:30:00+01:00").at) == "2026-03-05 01:00:00+01:00"
