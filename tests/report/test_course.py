"""The course of a period, cut into steps that a page can hold."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from tests.report.diaries import TODAY, facts_of, frames_of
from twitchlog.report.course import MOST_STEPS, Step


def steps(days: int) -> tuple[Step, ...]:
    """The course of a diary that began so many days ago with one twitch and has been silent since."""
    return facts_of(frames_of([{"day": TODAY - timedelta(days=days - 1), "part": "calf"}])).course


@pytest.mark.parametrize(
    ("days", "number", "first", "last"),
    [
        (1, 1, "12 Apr", "12 Apr"),
        (7, 1, "6 to 12 Apr", "6 to 12 Apr"),
        (8, 2, "5 Apr", "6 to 12 Apr"),
        (14, 2, "30 Mar to 5 Apr", "6 to 12 Apr"),
        (98, 14, "5 to 11 Jan", "6 to 12 Apr"),
        (99, 4, "January 2026", "April 2026"),
        (407, 14, "March 2025", "April 2026"),
        (408 + 28, 6, "Jan to Mar 2025", "Apr to Jun 2026"),
        (365 * 3, 13, "Apr to Jun 2023", "Apr to Jun 2026"),
        (365 * 10, 11, "2016", "2026"),
        (365 * 20, 21, "2006", "2026"),
    ],
)
def test_weeks_months_quarters_and_years(days: int, number: int, first: str, last: str) -> None:
    """The finest step that a page can hold; twenty years are twenty-one rows."""
    found = steps(days)
    assert (len(found), found[0].name, found[-1].name) == (number, first, last)
    assert number <= MOST_STEPS or number == 21


def test_the_steps_hold_every_day_of_the_period_once() -> None:
    """Their days add up, and each begins where the one before it ended."""
    found = [step.counts for step in steps(500)]
    assert sum(counts.days for counts in found) == 500
    assert found[0].first == TODAY - timedelta(days=499)
    assert found[-1].last == TODAY
    assert all((late.first - early.last).days == 1 for early, late in pairwise(found))


def test_the_week_of_a_clock_change_has_seven_days() -> None:
    """29 March 2026 has 23 hours and is one day."""
    week = next(step.counts for step in steps(30) if step.counts.last == date(2026, 3, 29))
    assert week.days == 7
