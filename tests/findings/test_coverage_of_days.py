"""Coverage: how many days of the reported period are known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from twitchlog.findings.coverage import coverage

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.frames import DiaryFrames

    DiaryOf = Callable[..., DiaryFrames]

DIARY = """
    2026-03-01 calf left
    2026-03-02 quiet
    2026-03-04 calf left cramp
    2026-03-05 checked
    2026-03-09 jaw
"""


def test_coverage_reaches_from_the_first_entry_to_the_as_of_day(diary_of: DiaryOf) -> None:
    """Ten days, five of them recorded; a cramp records its day without making it a twitch day."""
    found = coverage(diary_of(DIARY).days, as_of=date(2026, 3, 10))
    assert found.as_json() == {
        "from": "2026-03-01",
        "to": "2026-03-10",
        "days": 10,
        "recorded_days": 5,
        "checked_in_days": 2,
        "twitch_days": 2,
    }


def test_since_moves_the_start(diary_of: DiaryOf) -> None:
    """The person may name the first day, also one before the diary began."""
    days = diary_of(DIARY).days
    assert coverage(days, as_of=date(2026, 3, 10), since=date(2026, 3, 4)).days == 7
    assert coverage(days, as_of=date(2026, 3, 10), since=date(2026, 3, 4)).recorded_days == 3
    assert coverage(days, as_of=date(2026, 3, 10), since=date(2026, 2, 1)).days == 38


def test_nothing_after_the_as_of_day_counts(diary_of: DiaryOf) -> None:
    """As of the 4th, the 5th and the 9th are not known yet."""
    found = coverage(diary_of(DIARY).days, as_of=date(2026, 3, 4))
    assert (found.days, found.recorded_days, found.checked_in_days, found.twitch_days) == (4, 3, 1, 1)


def test_an_empty_diary_covers_nothing(diary_of: DiaryOf) -> None:
    """A diary without an entry, and one that begins after the as-of day, cover no day."""
    assert coverage(diary_of("").days, as_of=date(2026, 3, 4)).from_day is None
    assert coverage(diary_of(DIARY).days, as_of=date(2026, 2, 4)).days == 0
