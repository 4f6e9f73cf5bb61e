"""`chart`: pictures of the diary, as files. matplotlib loads here; pandas does not."""

from __future__ import annotations

import os

from twitchlog import clock
from twitchlog.charts.canvas import format_of, save_week
from twitchlog.charts.weekly import alt_text
from twitchlog.cli.answer import Answer
from twitchlog.cli.period import last_day
from twitchlog.store.diary import open_diary
from twitchlog.weeks import Week, first_of, week_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from twitchlog.cli.answer import Asked
    from twitchlog.store.diary import Diary


def last_four_weeks(book: Diary, as_of: date) -> Week:
    """The week that ends on a day, with the three before it."""
    span = [first_of(as_of).isoformat(), as_of.isoformat()]
    return week_of(
        book.columns("episode", "day BETWEEN ? AND ?", span),
        book.columns("day", "date BETWEEN ? AND ?", span),
        as_of=as_of,
        begins=book.first_day(),
    )


def chart_week(asked: Asked, output: str, as_of: str | None) -> Answer:
    """The week picture, as a file."""
    format_of(output)
    now = clock.now()
    day = last_day(as_of, now)
    with open_diary(asked.diary) as book:
        week = last_four_weeks(book, day)
    save_week(week, output)
    path = os.path.abspath(output)
    alt = alt_text(week)
    return Answer(lines=(f"The week chart: {path}", f"   {alt}"), data=lambda: {"path": path, "alt": alt})
