"""Dates, durations, numbers and lists as a person says them, the same in every answer, picture and page.

Month and weekday names are written out here, for `strftime` follows the locale.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from twitchlog.entry import When

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def long_date(day: date) -> str:
    """`1 March 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """`Sun 1 Mar 2026`."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def clock_time(moment: datetime) -> str:
    """`21:05`."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def when(said: When) -> str:
    """When something was, no more exactly than it is known: `Sun 1 Mar 2026, 21:05` or `Sun 1 Mar 2026, night`.

    After midnight the calendar date may be the day after the diary day; the diary day is named first then.
    """
    if said.at is None:
        return short_date(said.day) + (f", {said.part_of_day}" if said.part_of_day else ", time not given")
    if said.at.date() == said.day:
        return f"{short_date(said.day)}, {clock_time(said.at)}"
    return f"{short_date(said.day)}, {clock_time(said.at)} after midnight"


def duration(seconds: int) -> str:
    """`30 s`, `2 min`, `1 h 30 min`, `1 day 2 h`."""
    units = ((86400, "day"), (3600, "h"), (60, "min"), (1, "s"))
    parts = []
    for size, unit in units:
        number, seconds = divmod(seconds, size)
        if number:
            parts.append(count(number, "day") if unit == "day" else f"{number} {unit}")
    return " ".join(parts)


def count(number: int, noun: str, plural: str | None = None) -> str:
    """`1 day`, `2 days`, `1,200 entries`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) < 2:  # noqa: PLR2004 - one word needs no "and"
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def amount(value: float) -> str:
    """A number without a needless `.0`: `6.5`, `160`."""
    return f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}"  # noqa: PLR2004 - `g` would write 1e+06


def wrapped(line: str, width: int) -> list[str]:
    """A line in rows that fit a terminal, broken between words; the further rows are set in a little."""
    if len(line) <= width:
        return [line]
    margin = " " * min(len(line) - len(line.lstrip()) + 2, width // 3)
    rows = [line[: len(line) - len(line.lstrip())]]
    for word in line.split():
        begun = rows[-1].strip()
        if begun and len(rows[-1]) + 1 + len(word) > width:
            rows.append(margin + word)
        else:
            rows[-1] += f" {word}" if begun else word
    return rows


def clean(text: str) -> str:
    """Text that is safe on any screen: control characters, escapes and turns of direction are shown as `·`."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\n" else " " if c == "\t" else "·" for c in text)
