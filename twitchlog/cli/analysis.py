"""Looking at the diary as a whole: `flags`, `chart`, `report`. pandas and matplotlib load here and nowhere earlier."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import twitchlog
from twitchlog import clock, spoken, words
from twitchlog.cli.answer import Answer
from twitchlog.entry import diary_day
from twitchlog.errors import DONE, POINTS_TO_RAISE, WrongUsage
from twitchlog.findings.catalogue import all_findings
from twitchlog.findings.coverage import coverage
from twitchlog.findings.finding import CANNOT_SAY, YES, Finding
from twitchlog.frames import DiaryFrames, diary_frames
from twitchlog.store.diary import open_diary

if TYPE_CHECKING:
    from datetime import date, datetime

    from twitchlog.cli.answer import Asked
    from twitchlog.findings.coverage import Coverage
    from twitchlog.store.diary import Diary

WORTH_RAISING = ("urgent-now", "soon", "routine")
"""Urgencies that call for something; `information` does not."""


def day_named(text: str | None, now: datetime) -> date | None:
    """The day that an option names, in ISO form or as a person says it; None where it was not given.

    Raises:
        TwitchlogError: It is no day, or several, or still to come.
    """
    if text is None:
        return None
    days = words.read_days(text, now)
    if len(days) != 1:
        raise WrongUsage(f"“{text}” is more than one day.", hint="Name one day, such as 2026-03-01 or yesterday.")
    return days[0]


def period(as_of: date, since: date | None) -> None:
    """Refuse a period that ends before it begins."""
    if since is not None and since > as_of:
        raise WrongUsage(
            f"The period begins on {since} and ends on {as_of}, before it begins.", hint="Check the two dates."
        )


def frames_of(book: Diary, as_of: date) -> DiaryFrames:
    """The diary's frames up to a day."""
    first = book.first_day()
    return diary_frames(
        book.columns("episode", order="day, instant, id"),
        book.columns("symptom", order="day, instant, id"),
        book.columns("day", order="date"),
        as_of=as_of,
        first_day=None if first is None else min(as_of, diary_date(first)),
    )


def diary_date(text: str) -> date:
    """A date as the diary stores it."""
    from datetime import date

    return date.fromisoformat(text)


def flags(asked: Asked, as_of: str | None, since: str | None, *, exit_code: bool) -> Answer:
    """What is worth raising with a doctor, and why."""
    now = clock.now()
    day = day_named(as_of, now) or diary_day(now)
    first = day_named(since, now)
    period(day, first)
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


def chart_week(asked: Asked, output: str, as_of: str | None) -> Answer:
    """The week picture, as a file."""
    from twitchlog.charts.canvas import format_of, save_week
    from twitchlog.charts.weekly import alt_text, week_of

    format_of(output)
    now = clock.now()
    day = day_named(as_of, now) or diary_day(now)
    with open_diary(asked.diary) as book:
        frames = frames_of(book, day)
    week = week_of(frames.days, frames.episodes, as_of=day)
    save_week(week, output)
    path = os.path.abspath(output)
    alt = alt_text(week)
    return Answer(lines=(f"The week chart: {path}", f"   {alt}"), data=lambda: {"path": path, "alt": alt})


def report(asked: Asked, output: str, report_format: str | None, since: str | None, until: str | None) -> Answer:
    """The page for a visit, as a file."""
    from twitchlog.report.summary import summary
    from twitchlog.report.write import format_of, write_report

    format_of(output, report_format)
    now = clock.now()
    last = day_named(until, now) or diary_day(now)
    first = day_named(since, now)
    period(last, first)
    with open_diary(asked.diary) as book:
        frames = frames_of(book, last)
        medicines, changes = book.entries("medicine", order="day, id"), book.entries("change", order="start, id")
    facts = summary(
        frames,
        all_findings(frames, as_of=last, since=first),
        medicines=medicines,
        changes=changes,
        now=now,
        version=twitchlog.__version__,
        since=first,
        until=last,
    )
    write_report(facts, output, report_format)
    path = os.path.abspath(output)
    return Answer(lines=(f"The page for the visit: {path}",), data=lambda: {"path": path})
