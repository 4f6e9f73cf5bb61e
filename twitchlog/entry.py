"""What can be written down: the kinds of entry, their fields, units and limits.

Every absent value is None, or an empty tuple: nothing is invented. Ids of parts, kinds, triggers ... are those of the
vocabulary. `uid` is a UUIDv7 and makes merges safe; `id` is the small number shown to people, given by the diary.
"""

from __future__ import annotations

import os
import time
from datetime import date, datetime, timedelta

from twitchlog.errors import ImpossibleValue
from twitchlog.records import Record

DAY_START_HOUR = 4
"""The diary day turns over at this hour: after midnight still belongs to the evening. Ours."""

LONGEST_S = 7 * 24 * 3600
"""A single episode longer than a week is taken for a slip of the pen. Ours."""

HIGHEST_SCORE = 10
"""Intensity, severity, stress and worry go from 0 to 10."""

LONGEST_NOTE = 10_000
"""Characters in a note. Ours."""

EARLIEST = date(1900, 1, 1)
"""No entry lies before this day. Ours."""

PRECISIONS = ("minute", "part_of_day", "day")
PARTS_OF_DAY = ("morning", "midday", "afternoon", "evening", "night")
TWITCHING = ("none", "some")
MEDICINE_ACTIONS = ("start", "raise", "lower", "stop")
SOURCES = ("typed", "import", "demo")
SIDES = ("left", "right", "both", "middle", "unspecified")


def new_uid(moment_ms: int | None = None) -> str:
    """A UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then random bits. The `uuid` module would double the start."""
    stamp = time.time_ns() // 1_000_000 if moment_ms is None else moment_ms
    number = (stamp & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10), "big")
    number = number & ~(0xF << 76) | 0x7 << 76
    number = number & ~(0x3 << 62) | 0x2 << 62
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def diary_day(on_the_wall: datetime, day_start_hour: int = DAY_START_HOUR) -> date:
    """The diary day of a local time: the calendar date, or the one before it until `day_start_hour`."""
    return (on_the_wall.replace(tzinfo=None) - timedelta(hours=day_start_hour)).date()


def check_score(name: str, value: int | None) -> None:
    """Refuse a score outside 0 to 10."""
    if value is not None and not 0 <= value <= HIGHEST_SCORE:
        raise ImpossibleValue(
            f"{name} {value} is not possible.", hint=f"{name} goes from 0 to {HIGHEST_SCORE}, as in 4/10."
        )


def check_note(text: str | None) -> None:
    """Refuse a note that is too long to be one."""
    if text is not None and len(text) > LONGEST_NOTE:
        raise ImpossibleValue(
            f"The note has {len(text):,} characters.",
            hint=f"A note holds up to {LONGEST_NOTE:,}; shorten it or split it.",
        )


class When(Record):
    """When something was, and how exactly that is known.

    Fields:
        day: The diary day it belongs to.
        precision: "minute", "part_of_day" or "day".
        at: The aware local moment; only with precision "minute".
        part_of_day: morning, midday, afternoon, evening or night; only with precision "part_of_day".
        zone: Name of the zone where the person was, such as Europe/Berlin, where it is known.
    """

    day: date
    precision: str = "day"
    at: datetime | None = None
    part_of_day: str | None = None
    zone: str | None = None

    def check(self) -> None:
        """Hold the fields together: a moment exactly when the precision is the minute."""
        if (self.at is not None) != (self.precision == "minute"):
            raise ValueError("a moment is known exactly when the precision is the minute")
        if (self.part_of_day is not None) != (self.precision == "part_of_day"):
            raise ValueError("a part of the day is named exactly when that is the precision")
        if self.at is not None and self.at.tzinfo is None:
            raise ValueError("a moment in the diary always has its offset")
        if self.day < EARLIEST:
            raise ImpossibleValue(f"{self.day} is too long ago for this diary.", hint="Check the year.")

    @classmethod
    def moment(cls, at: datetime, zone: str | None, day_start_hour: int = DAY_START_HOUR) -> When:
        """A time known to the minute; the day follows from it."""
        return cls(day=diary_day(at, day_start_hour), precision="minute", at=at, zone=zone)


class Episode(Record):
    """One twitch, or one bout of them that the person felt as one.

    Fields:
        kind: The vocabulary's kind: twitch, jerk, cramp, urge_to_move ...
        region: Always set; `part` is None where only the region is known ("leg").
        side: left, right, both, middle or unspecified.
        duration_s: Seconds, or None where nobody said.
        intensity: 0-10 as felt.
        denied: Ids the person said were *not* there: triggers, sensations, reliefs, activities. Symptoms are notes of
            their own.
        words: The line as typed.
    """

    uid: str
    when: When
    region: str
    part: str | None = None
    side: str = "unspecified"
    muscle: str | None = None
    kind: str = "twitch"
    duration_s: int | None = None
    intensity: int | None = None
    pattern: str | None = None
    activity: str | None = None
    triggers: tuple[str, ...] = ()
    sensations: tuple[str, ...] = ()
    relief: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    note: str | None = None
    words: str | None = None
    source: str = "typed"
    id: int | None = None

    def check(self) -> None:
        """Refuse what no episode can be."""
        check_score("Intensity", self.intensity)
        check_note(self.note)
        check_duration(self.duration_s)


def check_duration(seconds: int | None) -> None:
    """Refuse a duration of nothing or of more than a week."""
    if seconds is not None and not 0 < seconds <= LONGEST_S:
        raise ImpossibleValue(
            f"A duration of {seconds} s is not possible.",
            hint="An episode lasts from 1 second to 7 days: 30s, 2 min, 1h30.",
        )


class SymptomNote(Record):
    """A symptom that was there, or was said not to be there; with an episode or on its own.

    Fields:
        present: False where the person said it was not there.
        sudden: True or False where the person said so, else None.
        severity: 0-10, or None.
        episode_uid: The episode it was noted with, or None.
    """

    uid: str
    when: When
    symptom: str
    region: str | None = None
    part: str | None = None
    side: str = "unspecified"
    sudden: bool | None = None
    severity: int | None = None
    present: bool = True
    episode_uid: str | None = None
    note: str | None = None
    words: str | None = None
    source: str = "typed"
    id: int | None = None

    def check(self) -> None:
        """Refuse what no symptom note can be."""
        check_score("Severity", self.severity)
        check_note(self.note)


class DayNote(Record):
    """What the person said of one day.

    Fields:
        twitching: "none", "some", or None where they did not say.
        checked_in: Whether the day was answered (`day`, `quiet`, `ask`); only then may it count as clear.
        factors: Factor id -> amount in the factor's unit, as said of the whole day.
    """

    day: date
    twitching: str | None = None
    checked_in: bool = True
    factors: dict[str, float] = {}  # noqa: RUF012 - a record is frozen, the empty default is never written to
    note: str | None = None

    def check(self) -> None:
        """Refuse what no day can be."""
        check_note(self.note)


class Intake(Record):
    """Something taken at a time: 160 mg caffeine in two espressos."""

    uid: str
    when: When
    factor: str
    amount: float
    note: str | None = None
    words: str | None = None
    source: str = "typed"
    id: int | None = None


class MedicineEvent(Record):
    """A medicine that was started, raised, lowered or stopped on a day."""

    uid: str
    name: str
    day: date
    action: str
    dose: str | None = None
    suspected: bool = False
    note: str | None = None
    id: int | None = None


class Change(Record):
    """A change of life-style, such as less caffeine, with its first and perhaps its last day."""

    uid: str
    what: str
    start: date
    end: date | None = None
    note: str | None = None
    id: int | None = None

    def check(self) -> None:
        """Refuse a change that ends before it begins."""
        if self.end is not None and self.end < self.start:
            raise ImpossibleValue(
                f"The change ends on {self.end}, before it begins on {self.start}.", hint="Check the two dates."
            )


class Suspicion(Record):
    """One factor and lag that the person named beforehand, with the day they did."""

    uid: str
    factor: str
    lag_days: int
    declared: date
    withdrawn: date | None = None
    id: int | None = None


class Visit(Record):
    """A visit to a doctor, past or planned."""

    uid: str
    day: date
    note: str | None = None
    id: int | None = None


class Discussed(Record):
    """A point that the person has talked over with a doctor, on a day."""

    uid: str
    finding: str
    day: date
    note: str | None = None
    id: int | None = None


class Question(Record):
    """Something the person wants to ask the doctor."""

    uid: str
    text: str
    asked: date
    done: date | None = None
    id: int | None = None


class OwnFactor(Record):
    """A daily factor that the person declared: a number in a unit, or yes/no."""

    name: str
    measure: str
    unit: str | None = None


class ProfileFact(Record):
    """One answer about the person: year_of_birth, onset, conditions, family, region ..."""

    name: str
    value: str
