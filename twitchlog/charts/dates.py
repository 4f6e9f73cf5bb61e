"""Dates where room is short: on an axis, in a table, in a title."""

from __future__ import annotations

from twitchlog.spoken import MONTHS, WEEKDAYS, long_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date


def weekday(day: date) -> str:
    """The day of the week, in three letters."""
    return WEEKDAYS[day.weekday()][:3]


def month(day: date) -> str:
    """The month and its year: `March 2026`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def short_month(day: date) -> str:
    """The month in three letters: `Mar`."""
    return MONTHS[day.month - 1][:3]


def day_of_year(day: date) -> str:
    """The day without its year: `6 Apr`."""
    return f"{day.day} {short_month(day)}"


def span(first: date, last: date) -> str:
    """A period in as few words as are clear: `6 to 12 April 2026`, `30 March to 5 April 2026`."""
    if first == last:
        return long_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {long_date(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} to {long_date(last)}"
    return f"{long_date(first)} to {long_date(last)}"
