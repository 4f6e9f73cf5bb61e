"""What the words of time in a line mean together: the `When` of an entry, never in the future.

* No words: now. "20 min ago" counts elapsed time; the result stands on the wall clock of that instant.
* A clock time alone belongs to the diary day that is running; "yesterday", weekdays and dates are calendar words, and a
  weekday is the latest one past.
* "today" is the running diary day. "last night" is the night of the diary day before, at 01:30 not the one that is on.
* A part of a day without a clock time is stored as that; a day without either as a day.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from twitchlog import clock, spoken
from twitchlog.entry import EARLIEST, When, diary_day
from twitchlog.records import Record
from twitchlog.words.moments import HALF_DAY, HOURS, MINUTES, WEEKDAYS, Clock, Day, Part
from twitchlog.words.refusals import trouble

BEGINS = {"morning": 0, "midday": 11, "afternoon": 12, "evening": 16, "night": 18}
"""First hour that each part of a day can hold, for clock times named with it. Ours."""

ENDS = {"morning": 12, "midday": 15, "afternoon": 19, "evening": 24, "night": 30}
"""Hour behind the last one; the night goes on into the next calendar day. Ours."""

STARTED = {"morning": 4, "midday": 11, "afternoon": 12, "evening": 17, "night": 20}
"""From this hour on a part of today can be spoken of as being there. Ours."""

LATE = 22
"""From this hour on "tonight" is the night, before it the evening. Ours."""

LONGEST_AGO_DAYS = 366 * 130
WEEK_DAYS = 7

LONGEST_WITHOUT_YEAR_DAYS = 183
"""A date without a year that lies longer ago is more likely a slip for one to come. Ours."""


class Told(Record):
    """The words of time found in one line; each None where the line has none of its kind."""

    now: bool = False
    ago_s: float | None = None
    day: Day | None = None
    part: Part | None = None
    clock: Clock | None = None
    moment: datetime | None = None


class Found(Record):
    """When it was, and whether the wall clock showed that time twice."""

    when: When
    repeated: bool = False


def resolve(told: Told, now: datetime, zone: str | None, day_start_hour: int) -> Found:
    """What the words of time mean.

    Raises:
        Trouble: two_times, future_time, skipped_time, impossible_time, ambiguous_time.
    """
    others = [told.day, told.part, told.clock]
    if told.moment is not None:
        refuse_more(told.now or told.ago_s is not None or any(others))
        return minute(told.moment, now, zone, day_start_hour)
    if told.ago_s is not None:
        refuse_more(told.now or told.part is not None or told.clock is not None or not is_today(told.day))
        return elapsed(told.ago_s, now, zone, day_start_hour)
    if told.clock is not None or told.part is not None or (told.day is not None and not told.now):
        refuse_more(told.now)
        return on_a_day(told, now, zone, day_start_hour)
    refuse_more(told.now and not is_today(told.day))
    return Found(when=When.moment(now, zone, day_start_hour))


def is_today(day: Day | None) -> bool:
    """Whether the day named is none or today."""
    return day is None or day.name == "today"


def refuse_more(more: bool) -> None:  # noqa: FBT001 - one condition, and the name says which
    """Refuse a second time in the line."""
    if more:
        raise trouble("two_times", "The line names two times.", "One entry has one time; write a line for each.")


def elapsed(seconds: float, now: datetime, zone: str | None, day_start_hour: int) -> Found:
    """The instant this long ago, on the wall clock of then."""
    if seconds > LONGEST_AGO_DAYS * HOURS * MINUTES * MINUTES:
        raise impossible("so long ago")
    at = clock.local((now.astimezone(UTC) - timedelta(seconds=seconds)).replace(microsecond=0))
    return minute(at, now, zone, day_start_hour)


def impossible(what: str) -> Exception:
    """The refusal of a time or a date that no clock or calendar shows."""
    return trouble(
        "impossible_time",
        f"There is no {what} in a diary.",
        "Write the date as 2026-03-01 and the time as 22:30 or 10:30pm.",
    )


def still_to_come(what: str) -> Exception:
    """The refusal of a time in the future."""
    return trouble(
        "future_time",
        f"{what} is still to come.",
        "The diary holds what has happened; for the day before, say “yesterday”.",
    )


def minute(at: datetime, now: datetime, zone: str | None, day_start_hour: int, *, repeated: bool = False) -> Found:
    """A time known to the minute, which must not be in the future."""
    if at.astimezone(UTC) > now.astimezone(UTC):
        raise still_to_come(f"{at:%H:%M} on {at:%a} {at.date()}")
    if at.date() <= EARLIEST:
        raise impossible(f"{at.date()}")
    return Found(when=When.moment(at, zone, day_start_hour), repeated=repeated)


def on_wall(naive: datetime, now: datetime, zone: str | None, day_start_hour: int) -> Found:
    """The instant at which the wall clock showed this; one skipped is refused, of two the earlier is taken."""
    try:
        instants = clock.on_wall(naive)
    except (OverflowError, ValueError, OSError) as error:
        raise impossible(f"{naive.date()}") from error
    if not instants:
        raise trouble(
            "skipped_time",
            f"{naive:%H:%M} on {naive.date()} was skipped: the clocks went forward.",
            "Give a time before or after the change.",
        )
    return minute(instants[0], now, zone, day_start_hour, repeated=len(instants) > 1)


def on_a_day(told: Told, now: datetime, zone: str | None, day_start_hour: int) -> Found:
    """A clock time, a part of a day, or a day alone."""
    if told.clock is not None:
        check_clock(told.clock)
    running = diary_day(now, day_start_hour)
    if told.clock is not None and told.part is not None:
        return clock_in_part(told, now, zone, day_start_hour)
    if told.clock is not None:
        return clock_on_day(told.clock, told.day, now, zone, day_start_hour)
    if told.part is not None:
        day, name = part_of(told.part, told.day, now, running)
        if day > running or (day == running and not has_begun(name, now, day, day_start_hour)):
            raise still_to_come(f"The {name} of {day}")
        return Found(when=When(day=day, precision="part_of_day", part_of_day=name, zone=zone))
    day = calendar_day(told.day or Day(name="today"), now, running, alone=True)
    if day > running:
        raise still_to_come(f"{day}")
    return Found(when=When(day=day, zone=zone))


def check_clock(told: Clock) -> None:
    """Refuse 25:99, and an hour that can be in either half of the day."""
    if told.hour >= HOURS or told.minute >= MINUTES or told.second >= MINUTES:
        raise impossible("such clock time")


def has_begun(name: str, now: datetime, day: date, day_start_hour: int) -> bool:
    """Whether a part of the running diary day has begun."""
    hours = (now.replace(tzinfo=None) - datetime.combine(day, datetime.min.time())).total_seconds() / MINUTES / MINUTES
    return hours >= (min(STARTED[name], day_start_hour) if name == "morning" else STARTED[name])


def part_of(part: Part, day: Day | None, now: datetime, running: date) -> tuple[date, str]:
    """The diary day and the name of a part of a day."""
    if part.which == "last":
        if day is not None:
            raise trouble("two_times", "The line names two days.", "Say “yesterday evening” or “last night”, not both.")
        return running - timedelta(days=1), part.name
    if part.which == "tonight":
        refuse_more(not is_today(day))
        hour = now.hour if now.date() == running else HOURS
        return running, "night" if hour >= LATE else "evening"
    if part.which == "this":
        refuse_more(not is_today(day))
    if day is None or day.name == "today":
        return running, part.name
    return calendar_day(day, now, running, alone=False), part.name


def calendar_day(day: Day, now: datetime, running: date, *, alone: bool) -> date:
    """The date of a day as it was named.

    Raises:
        Trouble: ambiguous_time for a weekday alone on that weekday, future_time, impossible_time.
    """
    today = now.date()
    if day.iso is not None:
        return dated(day.iso, today)
    if day.name == "weekday":
        back = (today.weekday() - day.number) % WEEK_DAYS
        if back == 0 and day.strictly:
            back = WEEK_DAYS
        if back == 0 and alone:
            name = next(word for word, number in WEEKDAYS.items() if number == day.number)
            raise trouble(
                "ambiguous_time",
                f"Today is {name.capitalize()}: “{name}” can be today or a week ago.",
                f"Say “today”, or “last {name}” for {today - timedelta(days=WEEK_DAYS)}.",
            )
        return today - timedelta(days=back)
    if day.name == "days_ago":
        if day.number > LONGEST_AGO_DAYS:
            raise impossible("so long ago")
        return running - timedelta(days=day.number)
    return {"today": running, "yesterday": today - timedelta(days=1), "before_yesterday": today - timedelta(days=2)}[
        day.name
    ]


def dated(iso: tuple[int | None, int, int], today: date) -> date:
    """A date; without a year the latest one that is not in the future, unless that is half a year ago.

    Raises:
        Trouble: impossible_time, ambiguous_time.
    """
    year, month, number = iso
    try:
        found = date(year or today.year, month, number)
        if year is None and found > today:
            found = found.replace(year=today.year - 1)
    except ValueError:
        raise impossible(f"day {number:02d} in month {month:02d}" + (f" of {year}" if year else "")) from None
    if found < EARLIEST:
        raise impossible(f"a day in {found.year}")
    if year is None and (today - found).days > LONGEST_WITHOUT_YEAR_DAYS:
        raise trouble(
            "ambiguous_time",
            f"Without a year that date is still to come, or {spoken.long_date(found)}.",
            f"If it was then, write {found}.",
        )
    return found


def clock_on_day(told: Clock, day: Day | None, now: datetime, zone: str | None, day_start_hour: int) -> Found:
    """A clock time on the day named, or within the diary day that is running."""
    if told.bare:
        raise either_half(told)
    if told.midnight and day is not None:
        raise trouble(
            "ambiguous_time",
            "Midnight lies between two days.",
            "Say the day that begins with it: “today 00:00” is the midnight between yesterday and today.",
        )
    running = diary_day(now, day_start_hour)
    if day is None:
        on = running if told.hour >= day_start_hour else running + timedelta(days=1)
    elif day.name == "today":
        on = now.date()
        if at_clock(on, told) > now.replace(tzinfo=None) and running < on:
            on = running
    else:
        on = calendar_day(day, now, running, alone=False)
        if day.name == "weekday" and on == now.date() and at_clock(on, told) > now.replace(tzinfo=None):
            on -= timedelta(days=WEEK_DAYS)
    return on_wall(at_clock(on, told), now, zone, day_start_hour)


def at_clock(on: date, told: Clock, hour: int | None = None) -> datetime:
    """A date and a clock time; an hour from 24 up belongs to the next calendar day."""
    hour = told.hour if hour is None else hour
    midnight = datetime.combine(on, datetime.min.time())
    try:
        return midnight + timedelta(hours=hour, minutes=told.minute, seconds=told.second)
    except OverflowError as error:
        raise impossible(f"{on}") from error


def either_half(told: Clock) -> Exception:
    """The refusal of "at 7", with both halves of the day offered."""
    hour, minute_text = told.hour % HALF_DAY or HALF_DAY, f":{told.minute:02d}" if told.minute else ""
    return trouble(
        "ambiguous_time",
        f"“{hour}{minute_text}” can be in the morning or in the evening.",
        f"Say {hour}{minute_text}am or {hour}{minute_text}pm.",
    )


def clock_in_part(told: Told, now: datetime, zone: str | None, day_start_hour: int) -> Found:
    """A clock time with the part of the day it lies in: "last night 11:30", "7 in the evening", "tuesday night 1am"."""
    at, part = told.clock or Clock(hour=0, minute=0), told.part or Part(name="morning")
    day, _ = part_of(part, told.day, now, diary_day(now, day_start_hour))
    base = at.hour % HALF_DAY if at.loose else at.hour
    candidates = {base, base + HALF_DAY, base + HOURS} if at.loose else {at.hour, at.hour + HOURS}
    last = ENDS["night"] if part.which == "tonight" else ENDS[part.name]
    hours = sorted(hour for hour in candidates if BEGINS[part.name] <= hour < last)
    if not hours:
        text = f"{at.hour}:{at.minute:02d} does not lie in the {part.name}."
        raise trouble("two_times", text, "Give the clock time alone, such as 22:30 or 7pm.")
    if len(hours) > 1:
        raise either_half(at)
    on_day = at_clock(day, at, hours[0])
    small_hours = at_clock(now.date(), at, hours[0])
    if (
        is_today(told.day)
        and part.name == "morning"
        and hours[0] < day_start_hour
        and small_hours <= now.replace(tzinfo=None)
    ):
        on_day = small_hours
    return on_wall(on_day, now, zone, day_start_hour)
