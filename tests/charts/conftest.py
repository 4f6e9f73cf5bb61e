"""Small weeks for the tests of the pictures."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from twitchlog.weeks import Week, week_of

if TYPE_CHECKING:
    from collections.abc import Callable

    WeekFrom = Callable[..., Week]

AS_OF = date(2026, 4, 12)


@pytest.fixture
def week_from() -> WeekFrom:
    """A function that makes a week from one letter a day, ending on 12 April, and its episodes.

    `#` is a twitching day, `o` a clear one, `.` an unknown one; an episode is (days back, region, whether a twitch).
    """

    def make(letters: str, *episodes: tuple[int, str, bool]) -> Week:
        first = AS_OF - timedelta(days=len(letters) - 1)
        answered = [number for number, letter in enumerate(letters) if letter != "."]
        days: dict[str, list[Any]] = {
            "date": [(first + timedelta(days=number)).isoformat() for number in answered],
            "twitching": ["some" if letters[number] == "#" else None for number in answered],
            "checked_in": [1 for _ in answered],
        }
        noted: dict[str, list[Any]] = {
            "day": [(AS_OF - timedelta(days=back)).isoformat() for back, _, _ in episodes],
            "region": [region for _, region, _ in episodes],
            "kind": ["twitch" if twitch else "cramp" for _, _, twitch in episodes],
        }
        return week_of(noted, days, as_of=AS_OF, begins=first if letters else None)

    return make
