"""Small weeks for the tests of the pictures."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from twitchlog.charts.weekly import Week, week_of

if TYPE_CHECKING:
    from collections.abc import Callable

    WeekFrom = Callable[..., Week]

AS_OF = date(2026, 4, 12)
STATES = {"#": "twitching", "o": "clear", ".": "unknown"}


@pytest.fixture
def week_from() -> WeekFrom:
    """A function that makes a week from one letter a day, ending on 12 April, and its episodes.

    `#` is a twitching day, `o` a clear one, `.` an unknown one; an episode is (days back, region, whether a twitch).
    """

    def make(letters: str, *episodes: tuple[int, str, bool]) -> Week:
        first = AS_OF - timedelta(days=len(letters) - 1)
        days = pd.DataFrame(
            {
                "day": pd.to_datetime([first + timedelta(days=number) for number in range(len(letters))]),
                "state": [STATES[letter] for letter in letters],
                "recorded": [letter != "." for letter in letters],
            }
        )
        noted = pd.DataFrame(
            {
                "day": pd.to_datetime([AS_OF - timedelta(days=back) for back, _, _ in episodes]),
                "region": [region for _, region, _ in episodes],
                "twitch": pd.Series([twitch for _, _, twitch in episodes], dtype=bool),
            }
        )
        return week_of(days, noted, as_of=AS_OF)

    return make
