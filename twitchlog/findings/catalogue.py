"""Every finding, in the order a reader wants them: most urgent first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.findings import flags
from twitchlog.findings.as_of import DiaryAsOf
from twitchlog.findings.finding import URGENCIES, Finding

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.frames import DiaryFrames

RULES: tuple[Callable[[DiaryAsOf], Finding], ...] = (
    flags.persisting,
    flags.several_places,
    flags.spread,
    flags.too_few_entries,
)
"""Each a function of the diary as of a day; a new rule is added here and nowhere else."""


def all_findings(frames: DiaryFrames, *, as_of: date, since: date | None = None) -> list[Finding]:
    """The answer of every rule as of a day, yes or not, most urgent first, within an urgency in the order of RULES.

    Args:
        frames: As `frames.diary_frames` makes them.
        as_of: The diary day of the analysis; nothing after it is used.
        since: First day of the reported period (coverage and `too_few_entries`); the other rules have windows of their
            own, and "first seen" means the whole diary.
    """
    diary = DiaryAsOf(frames, as_of=as_of, since=since)
    return sorted((rule(diary) for rule in RULES), key=lambda found: URGENCIES.index(found.urgency))
