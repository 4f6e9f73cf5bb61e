"""The course of a period: its days counted, and the period cut into weeks, months, quarters or years."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from twitchlog.charts.dates import day_of_year, month, short_month
from twitchlog.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    import pandas as pd

MOST_STEPS = 14
"""Rows of the course at most: three months of weeks, a year of months, three years of quarters. Ours."""


class DayCounts(Record):
    """The days of a period, counted.

    Fields:
        recorded: Days that were checked in or have an entry.
        twitch_days: Days with at least one twitch; always recorded.
    """

    first: date
    last: date
    days: int
    recorded: int
    twitch_days: int

    @property
    def unknown(self) -> int:
        """Days of which nothing is known."""
        return self.days - self.recorded


class Step(Record):
    """One step of the course with its name: "6 to 12 Apr", "March 2026"."""

    name: str
    counts: DayCounts


def counts_of(days: pd.DataFrame) -> DayCounts:
    """Count the days of a frame that has at least one.

    Args:
        days: As `frames.day_frame` makes it; reads `day`, `recorded` and `twitches`.
    """
    return DayCounts(
        first=days["day"].iloc[0].date(),
        last=days["day"].iloc[-1].date(),
        days=len(days),
        recorded=int(days["recorded"].sum()),
        twitch_days=int((days["twitches"] > 0).sum()),
    )


def steps_of(days: pd.DataFrame) -> tuple[Step, ...]:
    """Cut a period into calendar weeks, or months, quarters or years where it is long; oldest first.

    The first and the last step hold only their days inside the period.
    """
    if days.empty:
        return ()
    dates = [stamp.date() for stamp in days["day"]]
    start_of, name = next((step for step in STEPS if len({step[0](day) for day in dates}) <= MOST_STEPS), STEPS[-1])
    kept = days.assign(start=[start_of(day) for day in dates])
    return tuple(
        Step(name=name(counts), counts=counts) for _, rows in kept.groupby("start") for counts in [counts_of(rows)]
    )


def _week_start(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _month_start(day: date) -> date:
    return day.replace(day=1)


def _quarter_start(day: date) -> date:
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def _year_start(day: date) -> date:
    return day.replace(month=1, day=1)


def _days_name(counts: DayCounts) -> str:
    first, last = counts.first, counts.last
    if first == last:
        return day_of_year(first)
    return f"{first.day if first.month == last.month else day_of_year(first)} to {day_of_year(last)}"


def _quarter_name(counts: DayCounts) -> str:
    start = _quarter_start(counts.first)
    return f"{short_month(start)} to {short_month(start.replace(month=start.month + 2))} {start.year}"


STEPS: tuple[tuple[Callable[[date], date], Callable[[DayCounts], str]], ...] = (
    (_week_start, _days_name),
    (_month_start, lambda counts: month(counts.first)),
    (_quarter_start, _quarter_name),
    (_year_start, lambda counts: str(counts.first.year)),
)
"""From fine to coarse: the first day of a day's step, and the step's name."""
