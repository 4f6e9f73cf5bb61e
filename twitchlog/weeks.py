"""Four weeks of a diary, day by day: what the week picture shows, picked straight from the store's columns.

A week here is the seven diary days that end with the day asked for, not Monday to Sunday: on a Monday evening, too, it
is a whole week. Plain Python does it: for 28 days pandas would take longer to load than to draw.
"""

from __future__ import annotations

from datetime import date, timedelta

from twitchlog import vocabulary
from twitchlog.records import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    Columns = Mapping[str, Sequence[Any]]

WEEK = 7
WEEKS = 4

TWITCHING = "twitching"
CLEAR = "clear"
UNKNOWN = "unknown"
STATES = (TWITCHING, CLEAR, UNKNOWN)
"""What a diary day is. Unknown never counts as clear."""


class WeekDay(Record):
    """One day of the four weeks.

    Fields:
        state: "twitching", "clear" or "unknown"; days outside the diary are unknown. A day can be twitching without a
            number: the person said "some" and wrote no twitch down.
        recorded: Whether the day was checked in or has an entry.
        twitches: Region id -> number of twitches; regions without any are left out.
    """

    day: date
    state: str
    recorded: bool
    twitches: Mapping[str, int]

    @property
    def total(self) -> int:
        """Twitches of the day in all regions."""
        return sum(self.twitches.values())


class Week(Record):
    """A week and the three before it.

    Fields:
        context: Four weeks of days, oldest first; the last is the day asked for.
        begins: First day of the diary, or None when it is empty.
        others: Entries of the last seven days that are not twitches, such as cramps.
    """

    context: tuple[WeekDay, ...]
    begins: date | None
    others: int

    @property
    def days(self) -> tuple[WeekDay, ...]:
        """The last seven days, oldest first."""
        return self.context[-WEEK:]


def first_of(as_of: date) -> date:
    """The first of the four weeks' days."""
    return as_of - timedelta(days=WEEK * WEEKS - 1)


def week_of(episodes: Columns, days: Columns, *, as_of: date, begins: date | None) -> Week:
    """Pick four weeks from the columns of two tables.

    Args:
        episodes: day (ISO text), region and kind of each episode; those outside the four weeks are left aside.
        days: date (ISO text), twitching ("none", "some" or None) and checked_in (0 or 1).
        as_of: The last day; nothing after it is read.
        begins: The day of the diary's first entry, None where it is empty.
    """
    twitches: dict[str, dict[str, int]] = {}
    other: dict[str, int] = {}
    for day, region, kind in zip(episodes["day"], episodes["region"], episodes["kind"], strict=True):
        if vocabulary.counts_as_twitch(kind):
            of_day = twitches.setdefault(day, {})
            of_day[region] = of_day.get(region, 0) + 1
        else:
            other[day] = other.get(day, 0) + 1
    answers = zip(days["date"], days["twitching"], days["checked_in"], strict=True)
    said = {day: (twitching, bool(checked_in)) for day, twitching, checked_in in answers}
    context = []
    for number in range(WEEK * WEEKS):
        day = first_of(as_of) + timedelta(days=number)
        written = day.isoformat()
        marked, checked_in = said.get(written, (None, False))
        counts = twitches.get(written, {})
        state = TWITCHING if counts or marked == "some" else CLEAR if checked_in else UNKNOWN
        recorded = checked_in or bool(counts) or written in other
        context.append(WeekDay(day=day, state=state, recorded=recorded, twitches=counts))
    return Week(
        context=tuple(context),
        begins=begins if begins is not None and begins <= as_of else None,
        others=sum(other.get(one.day.isoformat(), 0) for one in context[-WEEK:]),
    )
