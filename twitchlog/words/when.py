"""When it was: the words of time in a line, brought to `times.resolve`, and the way out of a refused time."""

from __future__ import annotations

from datetime import UTC, datetime

from twitchlog.words import times
from twitchlog.words.amounts import DAY, HOUR, MINUTE
from twitchlog.words.moments import HALF_DAY, Part
from twitchlog.words.refusals import Problem, Trouble, Warned, shown, trouble

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from twitchlog.words.reading import Item
    from twitchlog.words.said import Said

NAMES = {"day": "day", "part_of_day": "part", "clock": "clock", "ago": "ago_s", "moment": "moment", "now": "now"}
"""Kind of an item of time -> field of `times.Told`."""

REPEATED_TIME = "The clocks went back that night, so this time came twice; the earlier one is written."

IN_THE_MORNING = "{words} is read as the morning; for the evening write {later}."


def read_time(reading: Said) -> None:
    """Work out when it was."""
    told: dict[str, Any] = {}
    read_range(reading)
    for item in reading.of_kind("day", "part_of_day", "clock", "ago", "moment", "now"):
        name, value = NAMES[item.kind], value_of(reading, item)
        if name in told and told[name] != value:
            before = told[name]
            if not (isinstance(value, Part) and isinstance(before, Part) and value.name == before.name):
                raise trouble(
                    "two_times", "The line names two times.", "One entry has one time; write a line for each."
                )
        told[name] = value
    try:
        found = times.resolve(times.Told(**told), reading.now, reading.zone, reading.day_start_hour)
    except Trouble as met:
        raise Trouble(with_a_way_out(reading, met.problem)) from None
    reading.when = found.when
    if found.repeated:
        reading.warnings.append(Warned(code="repeated_time", text=REPEATED_TIME))
    warn_of_the_morning(reading)


def value_of(reading: Said, item: Item) -> Any:
    """What a word of time says, in the form `times.Told` takes."""
    if item.kind == "now":
        return True
    return moment(reading, item) if item.kind == "moment" else item.value


def with_a_way_out(reading: Said, problem: Problem) -> Problem:
    """The refusal of a time, with the day before or both halves of the day to choose from."""
    days = reading.of_kind("day")
    named = [*reading.of_kind("part_of_day"), *reading.of_kind("clock"), *days]
    if not named or named[0].source:
        return problem
    item = named[0]
    if problem.code == "future_time":
        return problem.replace(edits=the_day_before(reading, item, days))
    if problem.code == "ambiguous_time" and item.kind == "clock" and not item.value.midnight:
        hour, minute = item.value.hour % HALF_DAY or HALF_DAY, f":{item.value.minute:02d}" if item.value.minute else ""
        choices = tuple(reading.line.with_replaced(item, f"{hour}{minute}{half}") for half in ("am", "pm"))
        return problem.replace(choices=reading.with_note(choices))
    return problem


def the_day_before(reading: Said, item: Item, days: list[Item]) -> tuple[tuple[int, int, str], ...]:
    """The edit that turns a time still to come into the one of yesterday, or for the small hours into today's."""
    if days:
        return ((days[0].start, days[0].end, "yesterday"),) if days[0].value.name == "today" else ()
    if item.kind == "part_of_day":
        return ((item.start, item.end, f"yesterday {item.value.name}"),)
    typed = reading.line.words[item.start : item.end].replace("midnight", "00:00")
    early = item.value.hour < reading.day_start_hour <= reading.now.hour
    return ((item.start, item.end, f"{'today' if early else 'yesterday'} {typed}"),)


def moment(reading: Said, item: Item) -> datetime:
    """A date and time in one: "2026-03-01T22:30", with or without an offset."""
    try:
        found = datetime.fromisoformat(str(item.value).upper())
    except ValueError:
        raise times.impossible(shown(item.text)) from None
    if found.tzinfo is not None:
        return found.replace(microsecond=0)
    at = times.on_wall(found.replace(microsecond=0), reading.now, reading.zone, reading.day_start_hour)
    if at.repeated:
        reading.warnings.append(Warned(code="repeated_time", text=REPEATED_TIME))
    assert at.when.at is not None  # noqa: S101 - a time on the wall is known to the minute
    return at.when.at


def read_range(reading: Said) -> None:
    """Read "from 22:00 to 22:30" and "10pm-11pm": a start and a duration."""
    items = reading.line.items
    for at, item in enumerate(items):
        link, behind = (items[at + 1], items[at + 2]) if at + 2 < len(items) else (None, None)
        if item.kind != "clock" or link is None or behind is None or behind.kind not in ("clock", "number"):
            continue
        if link.text not in ("to", "-", "\u2013", "until", "till"):
            continue
        if behind.kind == "number" or item.value.bare or behind.value.bare:
            raise trouble(
                "ambiguous_time",
                "The two ends of that time are not clear.",
                "Write both in full: “from 21:00 to 21:20”.",
            )
        first, last = item.value, behind.value
        seconds = (last.hour - first.hour) * HOUR + (last.minute - first.minute) * MINUTE + last.second - first.second
        reading.range_s = seconds % DAY or None
        link.kind = behind.kind = "passed"
        if at and items[at - 1].has("cause"):
            items[at - 1].kind = "passed"


def warn_of_the_morning(reading: Said) -> None:
    """Warn where "7:30" was read as the morning although the evening is past, too."""
    at = reading.when.at
    clocks = reading.of_kind("clock")
    if at is None or not clocks or reading.of_kind("part_of_day") or not clocks[0].value.loose or at.hour >= HALF_DAY:
        return
    later = at.replace(hour=at.hour + HALF_DAY)
    if later.astimezone(UTC) <= reading.now.astimezone(UTC):
        text = IN_THE_MORNING.format(words=shown(clocks[0].text), later=f"{later:%H:%M}")
        reading.warnings.append(Warned(code="read_as_morning", text=text))
