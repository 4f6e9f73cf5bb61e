"""Dates as a reader says them, the same in every locale."""

from __future__ import annotations

from twitchlog.findings.finding import said_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def weekday(day: date) -> str:
    """The day of the week, in three letters."""
    return WEEKDAYS[day.weekday()]


def month(day: date) -> str:
    """The month and its year: March 2026."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """The day without its year: 6 Apr."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def span(first: date, last: date) -> str:
    """A period in as few words as are clear: 6 to 12 April 2026; 30 March to 5 April 2026."""
    if first == last:
        return said_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {said_date(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} to {said_date(last)}"
    return f"{said_date(first)} to {said_date(last)}"


def entries(number: int) -> str:
    """A number of entries: 1 entry, 2 entries."""
    return "1 entry" if number == 1 else f"{number:,} entries"
