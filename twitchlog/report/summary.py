"""The facts for a visit, picked once from the diary; every format renders these and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from twitchlog import vocabulary
from twitchlog.entry import diary_day
from twitchlog.findings.finding import CANNOT_SAY, URGENCIES, YES
from twitchlog.records import Record
from twitchlog.report.course import DayCounts, counts_of, steps_of
from twitchlog.weeks import TWITCHING, Week, first_of, week_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from twitchlog.entry import Change, MedicineEvent
    from twitchlog.findings.finding import Finding
    from twitchlog.frames import DiaryFrames
    from twitchlog.report.course import Step

INFORMATION = URGENCIES[-1]


class PlaceRow(Record):
    """One place where it twitched.

    Fields:
        place: As a person says it: "left calf".
        twitches: Entries that count as a twitch there.
        twitch_days: Days with at least one of them.
    """

    place: str
    twitches: int
    twitch_days: int
    first: date
    last: date


class Measure(Record):
    """What is known of one measure of the entries; the numbers are None where nobody gave any.

    Fields:
        given: Entries that give it.
        of: All entries.
    """

    given: int
    of: int
    lowest: float | None
    median: float | None
    highest: float | None


class Character(Record):
    """What the entries are like.

    Fields:
        kinds, activities: Label and number of entries, most frequent first; activities only where noted.
        duration: In seconds.
        intensity: 0-10 as felt.
    """

    entries: int
    kinds: tuple[tuple[str, int], ...]
    activities: tuple[tuple[str, int], ...]
    duration: Measure
    intensity: Measure


class SymptomRow(Record):
    """One symptom at one place, there or said not to be there, with its days in order."""

    symptom: str
    present: bool
    days: tuple[date, ...]


class Summary(Record):
    """Everything a report may say.

    Fields:
        made: When the summary was made.
        version: Of twitchlog.
        period: Its days counted; None where the diary holds nothing in it.
        course: The period cut into steps, oldest first.
        places: Most twitch days first.
        medicines, changes: Everything known up to the end of the period, oldest first.
        points: Findings that say yes, most urgent first.
        remarks: Findings that say yes and ask for nothing.
        cannot_say: Findings that lack days or entries.
        evidence: First and last day of a point's entries, by the point's id; only for points that rest on entries.
        week: The week picture, ending with the period.
    """

    made: datetime
    version: str
    period: DayCounts | None
    course: tuple[Step, ...]
    first_14: DayCounts | None
    last_14: DayCounts | None
    places: tuple[PlaceRow, ...]
    character: Character
    symptoms: tuple[SymptomRow, ...]
    medicines: tuple[MedicineEvent, ...]
    changes: tuple[Change, ...]
    points: tuple[Finding, ...]
    remarks: tuple[Finding, ...]
    cannot_say: tuple[Finding, ...]
    evidence: Mapping[str, tuple[date, date]]
    week: Week


def summary(
    diary: DiaryFrames,
    findings: Sequence[Finding],
    *,
    medicines: Sequence[MedicineEvent] = (),
    changes: Sequence[Change] = (),
    now: datetime,
    version: str,
    since: date | None = None,
    until: date | None = None,
) -> Summary:
    """Pick the facts for a visit.

    Args:
        diary: As `frames.diary_frames` makes it, up to `until`.
        findings: Every finding as of `until`, whatever its answer.
        medicines: In any order.
        changes: In any order.
        now: The present moment, aware.
        version: Of twitchlog.
        since: First day of the period; without it the diary's first.
        until: Last day of the period; without it the diary's last, today where the diary is empty.
    """
    days = _days_between(diary.days, since, until)
    episodes = _between(diary.episodes, since, until)
    last = until or (diary_day(now) if days.empty else days["day"].iloc[-1].date())
    yes = sorted((one for one in findings if one.answer == YES), key=lambda one: URGENCIES.index(one.urgency))
    return Summary(
        made=now,
        version=version,
        period=None if days.empty else counts_of(days),
        course=steps_of(days),
        **_first_and_last(days),
        places=_places(episodes[episodes["twitch"]]),
        character=_character(episodes),
        symptoms=_symptoms(_between(diary.symptoms, since, until)),
        medicines=tuple(sorted((one for one in medicines if one.day <= last), key=lambda one: (one.day, one.name))),
        changes=tuple(sorted((one for one in changes if one.start <= last), key=lambda one: (one.start, one.what))),
        points=tuple(one for one in yes if one.urgency != INFORMATION),
        remarks=tuple(one for one in yes if one.urgency == INFORMATION),
        cannot_say=tuple(one for one in findings if one.answer == CANNOT_SAY),
        evidence=_evidence(yes, diary.episodes),
        week=_week(diary, last),
    )


def _week(diary: DiaryFrames, last: date) -> Week:
    """The week that ends the period, with the three before it."""
    days = _between(diary.days, first_of(last), last)
    episodes = _between(diary.episodes, first_of(last), last)
    marked = {
        "date": [day.date().isoformat() for day in days["day"]],
        "twitching": ["some" if state == TWITCHING else None for state in days["state"]],
        "checked_in": list(days["checked_in"]),
    }
    noted = {
        "day": [day.date().isoformat() for day in episodes["day"]],
        "region": list(episodes["region"]),
        "kind": list(episodes["kind"]),
    }
    begins = None if diary.days.empty else diary.days["day"].iloc[0].date()
    return week_of(noted, marked, as_of=last, begins=begins)


def _between(frame: pd.DataFrame, since: date | None, until: date | None) -> pd.DataFrame:
    """The rows of a period, by `day`."""
    inside = np.ones(len(frame), dtype=bool)
    if since is not None:
        inside &= (frame["day"] >= pd.Timestamp(since)).to_numpy()
    if until is not None:
        inside &= (frame["day"] <= pd.Timestamp(until)).to_numpy()
    return frame[inside]


def _days_between(days: pd.DataFrame, since: date | None, until: date | None) -> pd.DataFrame:
    """The days of the period; those that were asked for and lie before the diary began are unknown."""
    kept = days[["day", "recorded", "twitches"]]
    if since is not None and not days.empty:
        before = pd.date_range(since, days["day"].iloc[0], inclusive="left", unit="s")
        kept = pd.concat([pd.DataFrame({"day": before, "recorded": False, "twitches": 0}), kept], ignore_index=True)
    return _between(kept, since, until)


COMPARED_DAYS = 14
"""First and last days of the period that are set side by side; half of the look-back in red_flags.toml."""


def _first_and_last(days: pd.DataFrame) -> dict[str, DayCounts | None]:
    """The first and the last 14 days counted, where they do not overlap."""
    if len(days) < 2 * COMPARED_DAYS:
        return {"first_14": None, "last_14": None}
    return {"first_14": counts_of(days.head(COMPARED_DAYS)), "last_14": counts_of(days.tail(COMPARED_DAYS))}


def _evidence(points: Sequence[Finding], episodes: pd.DataFrame) -> dict[str, tuple[date, date]]:
    """First and last day of the entries that each point rests on."""
    found = {one.id: episodes.loc[episodes["id"].isin(one.episodes), "day"] for one in points}
    return {name: (days.min().date(), days.max().date()) for name, days in found.items() if len(days)}


def _places(twitches: pd.DataFrame) -> tuple[PlaceRow, ...]:
    """One row per place and side; places as the findings count them, so both lids of one eye are the eyelid."""
    said = twitches.groupby(["region", "place", "side"], observed=True, dropna=False)["day"]
    counted = said.agg(["size", "nunique", "min", "max"]).itertuples()
    rows = [
        PlaceRow(
            place=vocabulary.place_label(region, None if pd.isna(place) else place, side),
            twitches=size,
            twitch_days=twitch_days,
            first=first.date(),
            last=last.date(),
        )
        for (region, place, side), size, twitch_days, first, last in counted
    ]
    return tuple(sorted(rows, key=lambda row: (-row.twitch_days, -row.twitches, row.place)))


def _character(episodes: pd.DataFrame) -> Character:
    """What all entries of the period are like, twitches and others."""
    noted = episodes["activity"].astype(object)
    return Character(
        entries=len(episodes),
        kinds=_frequent("kind", episodes["kind"]),
        activities=_frequent("activity", noted[noted != "unknown"]),
        duration=_measure(episodes["duration_s"]),
        intensity=_measure(episodes["intensity"]),
    )


def _frequent(name: str, ids: pd.Series[str]) -> tuple[tuple[str, int], ...]:
    """Labels of the ids with their number, most frequent first, then by name."""
    counts = ids.astype(object).dropna().value_counts()
    rows = [(vocabulary.label(name, str(one)), int(count)) for one, count in counts.items()]
    return tuple(sorted(rows, key=lambda row: (-row[1], row[0])))


def _measure(numbers: pd.Series[float]) -> Measure:
    """Lowest, median and highest of the numbers that are given."""
    given = numbers.dropna()
    if given.empty:
        return Measure(given=0, of=len(numbers), lowest=None, median=None, highest=None)
    lowest, median, highest = float(given.min()), float(given.median()), float(given.max())
    return Measure(given=len(given), of=len(numbers), lowest=lowest, median=median, highest=highest)


def _symptoms(notes: pd.DataFrame) -> tuple[SymptomRow, ...]:
    """One row per symptom, place and answer; what was there first, most days first."""
    rows: dict[tuple[str, bool], set[date]] = {}
    columns = [notes[name].astype(object) for name in ("symptom", "region", "part", "side", "present")]
    for symptom, region, part, side, present, day in zip(*columns, notes["day"], strict=True):
        where = "" if pd.isna(region) else f", {vocabulary.place_label(region, None if pd.isna(part) else part, side)}"
        said = f"{vocabulary.label('symptom', symptom)}{where}"
        rows.setdefault((said, bool(present)), set()).add(day.date())
    found = [SymptomRow(symptom=said, present=there, days=tuple(sorted(days))) for (said, there), days in rows.items()]
    return tuple(sorted(found, key=lambda row: (not row.present, -len(row.days), row.symptom)))
