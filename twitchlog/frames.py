"""Entries -> pandas frames: every column named, typed, with its unit.

A frame is built from columns as the store gives them, `{name: list}`; nothing here reads the clock or a file. Days are
diary days (they turn over where the person set it, 04:00 by default) as naive midnights in `datetime64[s]`. Columns of
vocabulary ids are categories. What is unknown is missing (NaN, NaT or NA), never 0 and never an invented value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from twitchlog import vocabulary
from twitchlog.records import Record
from twitchlog.weeks import STATES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    Columns = Mapping[str, Sequence[Any]]
    Whole = np.ndarray[Any, np.dtype[np.int64]]
    Truth = np.ndarray[Any, np.dtype[np.bool_]]

DAY = "datetime64[s]"
"""Days and wall times: whole seconds, as the diary keeps them; reaches from 1900 to 9999."""

NOT_A_TIME = np.iinfo(np.int64).min
"""How numpy writes NaT as a number."""


class DiaryFrames(Record):
    """The diary as findings, charts and reports read it.

    Fields:
        episodes: As `episode_frame` makes it.
        symptoms: As `symptom_frame` makes it.
        days: As `day_frame` makes it: from the first entry's day to the as-of day.
    """

    episodes: pd.DataFrame
    symptoms: pd.DataFrame
    days: pd.DataFrame


def diary_frames(
    episodes: Columns, symptoms: Columns, days: Columns, *, as_of: date, first_day: date | None = None
) -> DiaryFrames:
    """The frames of a diary, from the columns of its three tables.

    Args:
        episodes: Columns for `episode_frame`.
        symptoms: Columns for `symptom_frame`.
        days: Columns for `day_frame`.
        as_of: The last diary day that is looked at.
        first_day: The first entry's day where another kind of entry is older than all of these.
    """
    frame = episode_frame(episodes)
    noted = symptom_frame(symptoms)
    known = [day for day in (first_day, _earliest(noted["day"])) if day is not None]
    return DiaryFrames(
        episodes=frame,
        symptoms=noted,
        days=day_frame(frame, days, until=as_of, first_day=min(known, default=None)),
    )


def episode_frame(columns: Columns) -> pd.DataFrame:
    """One row per episode, in the order given.

    Args:
        columns: id, uid, day (ISO text), instant (whole seconds UTC or None), offset_s, precision, part_of_day, kind,
            region, part, side, duration_s, intensity, activity, triggers (ids joined by `;`, '' for none); others are
            left aside.

    Returns:
        id, uid, day (diary day), at (naive wall time where the person was; NaT unless known to the minute),
        instant (seconds UTC, Int64), precision, part_of_day, kind, region, part (missing where only the region is
        known), place (the part that counts as one place), side, duration_s, intensity (0-10), activity,
        triggers (text), twitch (whether the kind counts as a twitch).
    """
    part = _category(columns, "part")
    kind = _category(columns, "kind")
    return pd.DataFrame(
        {
            **_identity(columns),
            **_when(columns),
            "kind": kind,
            "region": _category(columns, "region"),
            "part": part,
            "place": _mapped(part, vocabulary.place_of),
            "side": _category(columns, "side"),
            "duration_s": _numbers(columns, "duration_s"),
            "intensity": _numbers(columns, "intensity"),
            "activity": _category(columns, "activity"),
            "triggers": _text(columns, "triggers"),
            "twitch": _flags(kind, vocabulary.counts_as_twitch),
        }
    )


def symptom_frame(columns: Columns) -> pd.DataFrame:
    """One row per symptom note, in the order given.

    Args:
        columns: id, uid, episode_uid, day, instant, offset_s, precision, part_of_day, symptom, region, part, side,
            sudden (0, 1 or None), severity, present (0 or 1), note; others are left aside.

    Returns:
        id, uid, episode_uid, day, at, instant, precision, part_of_day, symptom, region, part, side, sudden
        (boolean, NA where nobody said), severity (0-10), present (False for what was said not to be there), note.
    """
    return pd.DataFrame(
        {
            **_identity(columns),
            "episode_uid": _text(columns, "episode_uid"),
            **_when(columns),
            "symptom": _category(columns, "symptom"),
            "region": _category(columns, "region"),
            "part": _category(columns, "part"),
            "side": _category(columns, "side"),
            "sudden": pd.array(_values(columns, "sudden"), dtype="Int64").astype("boolean"),
            "severity": _numbers(columns, "severity"),
            "present": np.array(_values(columns, "present"), dtype=bool),
            "note": _text(columns, "note"),
        }
    )


def day_frame(
    episodes: pd.DataFrame,
    columns: Columns,
    *,
    until: date,
    since: date | None = None,
    first_day: date | None = None,
) -> pd.DataFrame:
    """One row per calendar day, oldest first, without holes; empty where the diary holds nothing up to `until`.

    A day is *twitching* with at least one twitch, or when the person said "some" without writing one down; *clear* when
    it was checked in and nothing speaks against it; else *unknown*. A day with only other episodes (a cramp) is
    recorded but, not being checked in, not clear. Only `twitches > 0` makes a twitch day in the rules.

    Args:
        episodes: As `episode_frame` makes it; reads `day` and `twitch`.
        columns: date (ISO text), twitching ("none", "some" or None), checked_in (0 or 1), note.
        until: The last day, the as-of day; nothing after it is used.
        since: The first day; without it the first entry's.
        first_day: The first entry's day where another kind of entry is older than the episodes and days given.

    Returns:
        day, checked_in, recorded (checked in, or at least one episode), state, twitches (episodes that count as
        one), episodes (all), note (missing where there is none).
    """
    written = _day_rows(columns)
    known = [day for day in (first_day, _earliest(episodes["day"]), _earliest(written["day"])) if day is not None]
    start = since or min(known, default=None)
    first = np.datetime64(start if start is not None else until, "D")
    length = max(0, int((np.datetime64(until, "D") - first).astype(int)) + 1) if start is not None else 0
    days = first + np.arange(length)
    twitches = _per_day(episodes.loc[episodes["twitch"], "day"], first, length)
    all_of_them = _per_day(episodes["day"], first, length)
    said = written.set_index("day").reindex(pd.DatetimeIndex(days.astype(DAY)))
    checked_in = said["checked_in"].fillna(value=False).to_numpy(dtype=bool)
    some = (said["twitching"] == "some").to_numpy(dtype=bool)
    states = np.where((twitches > 0) | some, 0, np.where(checked_in, 1, 2)).astype(np.int8)
    return pd.DataFrame(
        {
            "day": days.astype(DAY),
            "checked_in": checked_in,
            "recorded": checked_in | (all_of_them > 0),
            "state": pd.Categorical.from_codes(states, categories=pd.Index(STATES)),
            "twitches": twitches,
            "episodes": all_of_them,
            "note": said["note"].to_numpy(dtype=object),
        }
    )


def _day_rows(columns: Columns) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "day": _days(columns, "date"),
            "twitching": _text(columns, "twitching"),
            "checked_in": np.array(_values(columns, "checked_in"), dtype=bool),
            "note": _text(columns, "note"),
        }
    )


def _per_day(days: pd.Series[pd.Timestamp], first: np.datetime64, length: int) -> Whole:
    """How many of `days` fall on each of `length` days from `first`."""
    index = (days.to_numpy().astype("datetime64[D]") - first).astype(np.int64)
    inside = index[(index >= 0) & (index < length)]
    return np.bincount(inside, minlength=length).astype(np.int64)


def _earliest(days: pd.Series[pd.Timestamp]) -> date | None:
    return None if days.empty else days.min().date()


def _identity(columns: Columns) -> dict[str, Any]:
    return {"id": np.array(_values(columns, "id"), dtype=np.int64), "uid": _text(columns, "uid")}


def _when(columns: Columns) -> dict[str, Any]:
    instant = pd.Series(_values(columns, "instant"), dtype="Int64")
    offset = pd.Series(_values(columns, "offset_s"), dtype="Int64")
    return {
        "day": _days(columns, "day"),
        "at": (instant + offset).to_numpy(dtype=np.int64, na_value=NOT_A_TIME).astype(DAY),
        "instant": instant,
        "precision": _category(columns, "precision"),
        "part_of_day": _category(columns, "part_of_day"),
    }


def _values(columns: Columns, name: str) -> list[Any]:
    """A column of the store; a table without any column is an empty table."""
    return list(columns[name]) if columns else []


def _days(columns: Columns, name: str) -> np.ndarray[Any, np.dtype[np.datetime64]]:
    return np.array(_values(columns, name), dtype="datetime64[D]").astype(DAY)


def _text(columns: Columns, name: str) -> pd.Series[Any]:
    return pd.Series(_values(columns, name), dtype="str")


def _numbers(columns: Columns, name: str) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.array(_values(columns, name), dtype=np.float64)


def _category(columns: Columns, name: str) -> pd.Categorical[str]:
    codes, names = pd.factorize(np.array(_values(columns, name), dtype=object), sort=True)
    return pd.Categorical.from_codes(codes, categories=pd.Index(names, dtype="str"))


def _mapped(ids: pd.Categorical[str], each: Callable[[str], str]) -> pd.Categorical[str]:
    """The category of what `each` id is mapped to; missing stays missing."""
    targets = [each(name) for name in ids.categories]
    names = sorted(set(targets))
    lookup: Whole = np.array([*(names.index(target) for target in targets), -1], dtype=np.int64)
    codes: Whole = lookup[ids.codes]
    return pd.Categorical.from_codes(codes, categories=pd.Index(names))


def _flags(ids: pd.Categorical[str], each: Callable[[str], bool]) -> Truth:
    lookup: Truth = np.array([*(each(name) for name in ids.categories), False], dtype=bool)
    flags: Truth = lookup[ids.codes]
    return flags
