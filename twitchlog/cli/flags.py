"""`flags`: the points worth raising. pandas loads here, and nowhere before it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog import clock, spoken
from twitchlog.cli.answer import Answer
from twitchlog.cli.period import period
from twitchlog.errors import DONE, POINTS_TO_RAISE
from twitchlog.findings.catalogue import all_findings
from twitchlog.findings.coverage import coverage
from twitchlog.findings.finding import CANNOT_SAY, YES, Finding
from twitchlog.frames import DiaryFrames, diary_frames
from twitchlog.store.diary import open_diary

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.cli.answer import Asked
    from twitchlog.findings.coverage import Coverage
    from twitchlog.store.diary import Diary

WORTH_RAISING = ("urgent-now", "soon", "routine")
"""Urgencies that call for something; `information` does not."""


def frames_of(book: Diary, as_of: date) -> DiaryFrames:
    """The diary's frames up to a day."""
    first = book.first_day()
    return diary_frames(
        book.columns("episode", order="day, instant, id"),
        book.columns("symptom", order="day, instant, id"),
        book.columns("day", order="date"),
        as_of=as_of,
        first_day=None if first is None else min(as_of, first),
    )


def flags(asked: Asked, as_of: str | None, since: str | None, *, exit_code: bool) -> Answer:
    """What is worth raising with a doctor, and why."""
    now = clock.now()
    first, day = period(since, as_of, now)
    with open_diary(asked.diary) as book:
        frames = frames_of(book, day)
    found = all_findings(frames, as_of=day, since=first)
    covered = coverage(frames.days, as_of=day, since=first)
    raised = [one for one in found if one.answer == YES and one.urgency in WORTH_RAISING]
    return Answer(
        lines=tuple(_flag_lines(found, covered, day)),
        data=lambda: {
            "as_of": day.isoformat(),
            "coverage": covered.as_json(),
            "findings": [one.as_json() for one in found],
        },
        code=POINTS_TO_RAISE if exit_code and raised else DONE,
    )


def _flag_lines(found: list[Finding], covered: Coverage, day: date) -> list[str]:
    lines = [f"As of {spoken.short_date(day)}: {covered.sentence()}"]
    for one in found:
        if one.answer == YES:
            lines += ["", f"{one.title} ({one.urgency})", *_indented(one.text), *_evidence(one)]
    quiet = [one for one in found if one.answer != YES]
    if quiet:
        lines.append("")
    for one in quiet:
        said = f"cannot say yet; needed: {one.missing}" if one.answer == CANNOT_SAY else f"no sign of it. {one.text}"
        lines.append(f"{one.title}: {said}")
    lines += ["", "This describes entries. It is not a diagnosis, and a point that is missing is not an all-clear."]
    return lines


def _indented(text: str) -> list[str]:
    return [f"  {line}" for line in text.splitlines()]


def _evidence(one: Finding) -> list[str]:
    lines = []
    if one.episodes:
        shown = ", ".join(str(number) for number in one.episodes[:12])
        more = f" and {len(one.episodes) - 12} more" if len(one.episodes) > 12 else ""  # noqa: PLR2004 - a line's worth
        lines.append(f"  entries: {shown}{more}")
    lines.append(f"  rule: {one.rule}")
    lines += [f"  source: {source['title']} {source['url'] or ''}".rstrip() for source in one.sources]
    return lines
