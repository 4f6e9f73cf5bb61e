"""How much of the time the diary speaks of: every claim prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from twitchlog import spoken
from twitchlog.records import Record

if TYPE_CHECKING:
    from datetime import date


class Coverage(Record):
    """The reported period and how many of its days are known.

    Fields:
        from_day: Its first day; None for a diary that holds nothing yet.
        to_day: Its last day, the as-of day.
        days: Calendar days, both ends counted.
        recorded_days: Days checked in or with at least one episode.
        checked_in_days: Days checked in: only these enter rates.
        twitch_days: Days with at least one twitch.
    """

    from_day: date | None
    to_day: date
    days: int
    recorded_days: int
    checked_in_days: int
    twitch_days: int

    def sentence(self) -> str:
        """The coverage in words: `41 of 60 days recorded since 1 March 2026, 19 unknown; twitching on 12`."""
        if self.from_day is None:
            return "the diary is empty."
        unknown = self.days - self.recorded_days
        return (
            f"{self.recorded_days} of {spoken.count(self.days, 'day')} recorded "
            f"since {spoken.long_date(self.from_day)}, {unknown} unknown; twitching on {self.twitch_days}."
        )

    def as_json(self) -> dict[str, Any]:
        """The coverage as `data.coverage` shows it."""
        return {
            "from": self.from_day.isoformat() if self.from_day else None,
            "to": self.to_day.isoformat(),
            "days": self.days,
            "recorded_days": self.recorded_days,
            "checked_in_days": self.checked_in_days,
            "twitch_days": self.twitch_days,
        }


def coverage(days: pd.DataFrame, *, as_of: date, since: date | None = None) -> Coverage:
    """The coverage from the first entry's day, or from `since`, to `as_of`.

    Args:
        days: As `frames.day_frame` makes it.
        as_of: The last day that is looked at; later rows are left aside.
        since: The first day of the reported period, where the person named one.
    """
    days = days[days["day"] <= pd.Timestamp(as_of)]
    first = since or (None if days.empty else days["day"].min().date())
    if first is not None:
        days = days[days["day"] >= pd.Timestamp(first)]
    return Coverage(
        from_day=first,
        to_day=as_of,
        days=max(0, (as_of - first).days + 1) if first else 0,
        recorded_days=int(days["recorded"].sum()),
        checked_in_days=int(days["checked_in"].sum()),
        twitch_days=int((days["twitches"] > 0).sum()),
    )
