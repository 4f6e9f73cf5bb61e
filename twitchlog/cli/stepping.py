"""Taking back and doing again: `undo`, `redo`, `history`."""

from __future__ import annotations

from datetime import UTC, datetime

from twitchlog import clock, spoken
from twitchlog.cli.answer import Answer
from twitchlog.errors import NoSuchEntry
from twitchlog.store.diary import open_diary
from twitchlog.store.rows import wall_time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from twitchlog.cli.answer import Asked
    from twitchlog.store.diary import Diary
    from twitchlog.store.journal import Batch, JournalEntry
    from twitchlog.store.rows import Row


def undo(asked: Asked, steps: int = 1) -> Answer:
    """Take back the last steps."""
    return _stepped(asked, "undone", lambda book: book.undo(steps), "twitchlog redo does it again.")


def redo(asked: Asked, steps: int = 1) -> Answer:
    """Do again what was undone last."""
    return _stepped(asked, "redone", lambda book: book.redo(steps), "twitchlog undo takes it back.")


def _stepped(asked: Asked, done: str, act: Callable[[Diary], list[Batch]], tip: str) -> Answer:
    with open_diary(asked.diary) as book:
        empty = book.is_new()
    if empty:
        raise NoSuchEntry(
            "There is nothing in the diary yet.", hint="twitchlog add left calf 30s writes a first entry."
        )
    with open_diary(asked.diary, write=True) as book:
        batches = act(book)
    lines = [f"{done.capitalize()}: {_command(batch)} ({_rows(batch)})" for batch in batches]
    return Answer(
        lines=(*lines, f"   {tip}"),
        data=lambda: {
            done: [
                {
                    "command": batch.command,
                    "words": batch.words,
                    "time": _time(batch.time).isoformat(),
                    "entries": sorted({row.entry_id for row in batch.rows if row.entry_id is not None}),
                }
                for batch in batches
            ]
        },
    )


def _command(batch: Batch) -> str:
    return f"{batch.command} {batch.words}" if batch.words else batch.command


def _rows(batch: Batch) -> str:
    numbers = sorted({row.entry_id for row in batch.rows if row.entry_id is not None})
    if len(numbers) > 3:  # noqa: PLR2004 - a line's worth
        return spoken.count(len(numbers), "entry", "entries")
    if numbers:
        return "entry " + spoken.listed([str(number) for number in numbers])
    return "day " + spoken.listed(list(dict.fromkeys(row.uid.split()[0] for row in batch.rows)))


def history(asked: Asked, number: int) -> Answer:
    """What happened to an entry, oldest first."""
    with open_diary(asked.diary) as book:
        changes = book.history(number)
    if not changes:
        raise NoSuchEntry(f"There never was an entry {number}.", hint="twitchlog list --all shows the numbers.")
    return Answer(
        lines=tuple(line for change in changes for line in _told(change)),
        data=lambda: {"id": number, "changes": [_change_json(change) for change in changes]},
    )


NOT_TOLD = ("id", "uid", "instant", "offset_s", "words", "source")
"""Columns that a person has no use for in a history; the time is told in words."""


def _told(change: JournalEntry) -> list[str]:
    taken_back = "" if change.state == "done" else " (since undone)"
    moment = _time(change.time)
    lines = [f"{spoken.short_date(moment.date())} {spoken.clock_time(moment)}  {change.command}{taken_back}"]
    before, after = _readable(change.before), _readable(change.after)
    for column in {**before, **after}:
        old, new = before.get(column), after.get(column)
        if old != new and column not in NOT_TOLD:
            lines.append(
                f"    {column}: {_value(old)} -> {_value(new)}"
                if change.action == "change"
                else f"    {column}: {_value(new if after else old)}"
            )
    return lines


def _readable(row: Row | None) -> Row:
    """A stored row with its time as on the wall, and without what is empty."""
    if row is None:
        return {}
    shown = {column: value for column, value in row.items() if value not in (None, "")}
    if row.get("instant") is not None:
        shown["time"] = wall_time(row["instant"], row["offset_s"]).isoformat()
    return shown


def _value(value: Any) -> str:
    return "nothing" if value in (None, "") else str(value)


def _change_json(change: JournalEntry) -> dict[str, Any]:
    return {
        "time": _time(change.time).isoformat(),
        "command": change.command,
        "state": change.state,
        "action": change.action,
        "before": change.before,
        "after": change.after,
    }


def _time(seconds: int) -> datetime:
    return clock.local(datetime.fromtimestamp(seconds, UTC))
