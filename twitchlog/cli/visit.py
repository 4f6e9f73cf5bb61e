"""`report`: the page for a visit, as a file."""

from __future__ import annotations

import os

import twitchlog
from twitchlog import clock
from twitchlog.cli.answer import Answer
from twitchlog.cli.flags import frames_of
from twitchlog.cli.period import period
from twitchlog.findings.catalogue import all_findings
from twitchlog.report.summary import summary
from twitchlog.report.write import format_of, write_report
from twitchlog.store.diary import open_diary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.cli.answer import Asked


def report(asked: Asked, output: str, report_format: str | None, since: str | None, until: str | None) -> Answer:
    """The page for a visit, as a file."""
    format_of(output, report_format)
    now = clock.now()
    first, last = period(since, until, now)
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
