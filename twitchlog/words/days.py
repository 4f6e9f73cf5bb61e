"""The days that a line names: for `quiet`, and for every command that takes one day."""

from __future__ import annotations

from datetime import timedelta

from twitchlog.entry import DAY_START_HOUR, diary_day
from twitchlog.errors import TwitchlogError
from twitchlog.words import hygiene, moments, times
from twitchlog.words.refusals import LineRefused, Problem, Trouble, shown, trouble
from twitchlog.words.tokens import tokenised

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from typing import TypeVar

    from twitchlog.words.tokens import Token

    Answer = TypeVar("Answer")

MOST_DAYS = 366
"""Days in one range. Ours: a year, so that a slip in the year is noticed."""


def read_days(line: str, now: datetime, *, day_start_hour: int = DAY_START_HOUR) -> tuple[date, ...]:
    """The days that a line of `quiet` names: none is today, "A..B" is a range.

    Raises:
        LineRefused: A day in the future, a range backwards or over more than 366 days, no day at all.
    """
    return refused_kindly(lambda: days_in(line, now, day_start_hour))


def refused_kindly(read: Callable[[], Answer]) -> Answer:
    """Do a reading; what it cannot read leaves as one kind of refusal."""
    try:
        return read()
    except Trouble as met:
        raise refusal(met.problem) from None
    except LineRefused:
        raise
    except TwitchlogError as error:
        raise refusal(Problem(code=error.code, text=error.text, hint=error.hint)) from None


def refusal(problem: Problem, suggestion: str | None = None) -> LineRefused:
    """A line of days refused: it names no symptoms and no twitch."""
    return LineRefused(problem, suggestion=suggestion)


def days_in(line: str, now: datetime, day_start_hour: int) -> tuple[date, ...]:
    """The days of a line, both ends of a range included."""
    hygiene.check(line)
    words = hygiene.normalised(line).replace("…", "..").strip()
    if not words:
        return (diary_day(now, day_start_hour),)
    first, ranged, last = words.partition("..")
    start = one_day(first, now, day_start_hour)
    if not ranged:
        return (start,)
    end = one_day(last.strip(" ."), now, day_start_hour)
    if end < start:
        raise trouble("reversed_range", f"{end} is before {start}.", f"Turn it round: {end}..{start}")
    if (end - start).days >= MOST_DAYS:
        raise trouble(
            "too_many_days",
            f"{start}..{end} is more than a year.",
            f"At most {MOST_DAYS} days fit in one line; check the year.",
        )
    return tuple(start + timedelta(days=n) for n in range((end - start).days + 1))


def one_day(words: str, now: datetime, day_start_hour: int) -> date:
    """The day that words name, and nothing else; a clock time or a part of the day has no place here."""
    tokens = tokenised(words)
    if not tokens:
        raise not_a_day(words)
    found = day_at(tokens, 0)
    if found is None or found[1] != len(tokens):
        raise not_a_day(words)
    return times.resolve(times.Told(day=found[0]), now, None, day_start_hour).when.day


def not_a_day(words: str) -> Exception:
    """The refusal of words that name no day."""
    return trouble(
        "not_a_day",
        f"{shown(words.strip())} is not a day twitchlog knows.",
        "Say yesterday, mon, 2026-03-01 or 2026-03-01..2026-03-05.",
    )


def day_at(tokens: list[Token], at: int) -> tuple[moments.Day, int] | None:
    """A day at a place: its name, date, weekday (also "sat" and "sun"), or "3 days ago"."""
    found = moments.day(tokens, at)
    if found is not None:
        return found
    if tokens[at].text in moments.OTHER_WORDS_TOO:
        return moments.Day(name="weekday", number=moments.WEEKDAYS[tokens[at].text]), at + 1
    elapsed = moments.ago(tokens, at)
    if elapsed is not None and elapsed[0] == "day":
        return moments.Day(name="days_ago", number=int(min(elapsed[1], 1e9))), elapsed[2]
    return None
