"""Bouts: spells of twitching that gaps of clear or unknown days do not end.

Definitions (bout, span_days, open_bout): `red_flags.toml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from twitchlog.findings.points import default
from twitchlog.records import Record

if TYPE_CHECKING:
    from datetime import date

    Days = np.ndarray[Any, np.dtype[np.datetime64]]


class Bout(Record):
    """One spell of twitching.

    Fields:
        first: Its first twitch day.
        last: Its last twitch day.
        twitch_days: How many days of it had twitching.
    """

    first: date
    last: date
    twitch_days: int

    @property
    def span_days(self) -> int:
        """First to last twitch day, both counted."""
        return (self.last - self.first).days + 1

    def is_open(self, as_of: date) -> bool:
        """Whether the last twitch day lies at most `open_within` days before `as_of`."""
        within: int = default("open_within")
        return (as_of - self.last).days <= within


def bouts(days: Days, answered: Days) -> list[Bout]:
    """The bouts of one place, oldest first; empty where it never twitched.

    Between neighbouring twitch days of a bout lie at most `max_clear_gap` clear and at most `max_unknown_gap` unknown
    days; the two limits hold separately.

    Args:
        days: The place's twitch days, sorted, each once, as datetime64[D].
        answered: Days that are clear for a place that did not twitch on them, sorted, each once, as datetime64[D];
            every other day between two twitch days is unknown.
    """
    if not len(days):
        return []
    clear = np.searchsorted(answered, days[1:], "left") - np.searchsorted(answered, days[:-1], "right")
    unknown = np.diff(days).astype(int) - 1 - clear
    ends = np.flatnonzero((clear > default("max_clear_gap")) | (unknown > default("max_unknown_gap")))
    spells = np.split(days, ends + 1)
    return [Bout(first=spell[0].item(), last=spell[-1].item(), twitch_days=len(spell)) for spell in spells]


def open_bout(days: Days, answered: Days, as_of: date) -> Bout | None:
    """The bout that is still going on as of a day, if there is one; arguments as in `bouts`."""
    found = bouts(days, answered)
    return found[-1] if found and found[-1].is_open(as_of) else None
