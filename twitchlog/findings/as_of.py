"""The diary as the rules see it: up to a day, twitches by place, and which days are known."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from twitchlog.findings.coverage import Coverage, coverage
from twitchlog.findings.places import Said, days_by_place, homes
from twitchlog.weeks import TWITCHING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from twitchlog.findings.finding import Place
    from twitchlog.frames import DiaryFrames

    Spell = tuple[set[Place], date, date]
    Days = np.ndarray[Any, np.dtype[np.datetime64]]


class DiaryAsOf:
    """A diary as of a day: nothing after it is in here.

    `since` moves the reported period alone. A bout that began earlier keeps its true first day, and a place that was
    noted earlier is not new.

    Attributes:
        as_of: The diary day of the analysis.
        symptoms: Symptom notes up to that day.
        events: Episodes up to that day that count as twitches, oldest first.
        coverage: Of the reported period.
        recorded: Days checked in or with any episode, sorted, as datetime64[D].
        answered: Days that are clear for each place that did not twitch on them: the recorded ones without those
            marked "some" on which no twitch was written down; nobody knows where that was.
        said: The twitch days of every (region, part, side) as it was noted.
    """

    def __init__(self, frames: DiaryFrames, *, as_of: date, since: date | None = None) -> None:
        """Cut the frames at the end of `as_of`."""
        last = pd.Timestamp(as_of)
        episodes, symptoms, days = (
            frame[frame["day"] <= last] for frame in (frames.episodes, frames.symptoms, frames.days)
        )
        self.as_of = as_of
        self.symptoms = symptoms
        self.events = episodes[episodes["twitch"]].sort_values(["day", "instant", "id"])
        self.coverage: Coverage = coverage(days, as_of=as_of, since=since)
        unwritten = (days["state"] == TWITCHING) & (days["twitches"] == 0)
        self.recorded: Days = days.loc[days["recorded"], "day"].to_numpy().astype("datetime64[D]")
        self.answered: Days = days.loc[days["recorded"] & ~unwritten, "day"].to_numpy().astype("datetime64[D]")
        self._said = Said(self.events)
        self.said = self._said.days

    @cached_property
    def places(self) -> dict[Place, Days]:
        """The twitch days of every place (part and side)."""
        return self.at_level("place")

    def at_level(self, level: str) -> dict[Place, Days]:
        """The twitch days of every place of a level of `places.LEVELS`."""
        return days_by_place(self.said, level)

    def window(self, days: int) -> tuple[date, date]:
        """First and last day of "the last N days": the as-of day and the N-1 days before it."""
        last = np.datetime64(self.as_of, "D")
        return (last - (days - 1)).item(), self.as_of

    def recorded_between(self, first: date, last: date) -> int:
        """How many days from `first` to `last`, both counted, are recorded."""
        return len(between(self.recorded, first, last))

    def episode_ids(self, spells: Iterable[Spell], level: str = "place") -> tuple[int, ...]:
        """Ids of the twitches of some spells, oldest first, each once.

        Args:
            spells: Each a set of places with its first and last day, both counted.
            level: The level of those places.
        """
        of = homes(self._said.named, level)
        days = self.events["day"].to_numpy().astype("datetime64[D]")
        chosen = np.zeros(len(days), dtype=bool)
        for places, first, last in spells:
            wanted = np.array([bool(of[noted] & places) for noted in self._said.named], dtype=bool)
            start, end = np.searchsorted(days, [np.datetime64(first, "D"), np.datetime64(last, "D") + 1])
            chosen[start:end] |= wanted[self._said.codes[start:end]]
        return tuple(self.events["id"].to_numpy()[chosen].tolist())


def between(days: Days, first: date, last: date) -> Days:
    """Those of some days that lie from `first` to `last`, both counted."""
    return days[(days >= np.datetime64(first, "D")) & (days <= np.datetime64(last, "D"))]
