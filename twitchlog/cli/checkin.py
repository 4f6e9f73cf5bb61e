"""Checking days in: `quiet` and `day`."""

from __future__ import annotations

from twitchlog import clock, spoken, words
from twitchlog.cli import as_json, say
from twitchlog.cli.answer import Answer, line_of
from twitchlog.cli.looking import show_day
from twitchlog.entry import DayNote
from twitchlog.store import days
from twitchlog.store.diary import open_diary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.cli.answer import Asked


def quiet(asked: Asked, typed: Sequence[str]) -> Answer:
    """Check days in as days without twitching."""
    line, now = line_of(typed), clock.now()
    named = words.read_days(line, now)
    with open_diary(asked.diary, write=True) as book, book.step("quiet", now, line) as step:
        marked = days.mark_quiet(step, book, named)
        notes = {day: step.day_entry(day) for day in named}
    span = spoken.short_date(named[0])
    if len(named) > 1:
        span = f"{span} to {spoken.short_date(named[-1])} ({spoken.count(len(named), 'day')})"
    done = f"No twitching: {span}, checked in. {say.UNDO}" if marked else f"No twitching: {span}; it said so already."
    return Answer(
        lines=(done,),
        data=lambda: {
            "days": [as_json.day(day, note, [], {}) for day, note in notes.items()],
            "changed": [day.isoformat() for day in marked],
        },
    )


def day(asked: Asked, typed: Sequence[str]) -> Answer:
    """Check a day in with what is said of it; with nothing to write, show it."""
    line, now = line_of(typed), clock.now()
    said = words.read_day(line, now)
    if not said.factors and said.note is None and said.twitching is None:
        with open_diary(asked.diary) as book:
            return show_day(book, said.day)
    with open_diary(asked.diary, write=True) as book:
        if said.twitching == "none":
            days.refuse_twitching(book, said.day)
        with book.step("day", now, line) as step:
            days.note_day(step, DayNote(**said.as_dict()))
        shown = show_day(book, said.day)
    return shown.replace(lines=(*shown.lines, say.UNDO))
