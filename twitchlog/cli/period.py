"""The days that options name: `--as-of`, `--since`, `--until`."""

from __future__ import annotations

from twitchlog import words
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


def check_period(as_of: date, since: date | None) -> None:
    """Refuse a period that ends before it begins."""
    if since is not None and since > as_of:
        raise WrongUsage(
            f"The period begins on {since} and ends on {as_of}, before it begins.", hint="Check the two dates."
        )
