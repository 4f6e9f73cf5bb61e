"""The days that options name: `--as-of`, `--since`, `--until`."""

from __future__ import annotations

from twitchlog import words
from twitchlog.entry import diary_day
from twitchlog.errors import WrongUsage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date, datetime


def day_named(text: str | None, now: datetime) -> date | None:
    """The day that an option names, in ISO form or as a person says it; None where it was not given.

    Raises:
        TwitchlogError: It is no day, or several, or still to come.
    """
    if text is None:
        return None
    days = words.read_days(text, now)
    if len(days) != 1:
        raise WrongUsage(f"“{text}” is more than one day.", hint="Name one day, such as 2026-03-01 or yesterday.")
    return days[0]


def last_day(text: str | None, now: datetime) -> date:
    """The day up to which is looked: the one named, else the running diary day."""
    return day_named(text, now) or diary_day(now)


def period(since: str | None, until: str | None, now: datetime) -> tuple[date | None, date]:
    """The first day, None where it was not given, and the last day of what is looked at.

    Raises:
        TwitchlogError: One of them is no day, or the period begins after it ends.
    """
    last = last_day(until, now)
    first = day_named(since, now)
    if first is not None and first > last:
        raise WrongUsage(
            f"The period begins on {first} and ends on {last}, before it begins.", hint="Check the two dates."
        )
    return first, last
