"""What changed, step by step: the journal behind `undo`, `redo` and `history`.

A batch is one command's step. Its state is *done*, *undone*, or *dropped* (undone, and then something new was written).
"""

from __future__ import annotations

from twitchlog.errors import NoSuchEntry
from twitchlog.records import Record
from twitchlog.store.rows import TABLES
from twitchlog.store.step import put_row

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from twitchlog.store.rows import Row


class JournalEntry(Record):
    """One row that a step changed: the whole row before and after, None where there was or is none."""

    seq: int
    time: int
    batch: int
    command: str
    state: str
    action: str
    table: str
    uid: str
    entry_id: int | None
    before: Row | None
    after: Row | None


class Batch(Record):
    """One command's step, with the rows it changed in their order."""

    id: int
    time: int
    command: str
    words: str | None
    rows: tuple[JournalEntry, ...]


def open_batch(connection: sqlite3.Connection, command: str, words: str | None, time: int) -> int:
    """Begin a step inside the open transaction: what was undone can no longer be done again."""
    connection.execute("UPDATE batch SET state = 'dropped' WHERE state = 'undone'")
    made = connection.execute(
        "INSERT INTO batch (time, command, words, state) VALUES (?, ?, ?, 'done')", (time, command, words)
    )
    return int(made.lastrowid or 0)


def undo_one(connection: sqlite3.Connection) -> Batch:
    """Take back the last step that is done, inside the open transaction."""
    batch = _last(connection, "SELECT max(id) FROM batch WHERE state = 'done'", "undo")
    for row in reversed(batch.rows):
        put_row(connection, TABLES[row.table], row.after, row.before)
    connection.execute("UPDATE batch SET state = 'undone' WHERE id = ?", (batch.id,))
    return batch


def redo_one(connection: sqlite3.Connection) -> Batch:
    """Do again the step that was undone last, inside the open transaction."""
    batch = _last(connection, "SELECT min(id) FROM batch WHERE state = 'undone'", "redo")
    for row in batch.rows:
        put_row(connection, TABLES[row.table], row.before, row.after)
    connection.execute("UPDATE batch SET state = 'done' WHERE id = ?", (batch.id,))
    return batch


def history(connection: sqlite3.Connection, entry_id: int) -> list[JournalEntry]:
    """Every change of one entry, oldest first."""
    return _entries(connection, "entry_id = ?", entry_id) if entry_id < 1 << 63 else []


def _last(connection: sqlite3.Connection, query: str, verb: str) -> Batch:
    (number,) = connection.execute(query).fetchone()
    if number is None:
        raise NoSuchEntry(f"There is nothing to {verb}.", hint="twitchlog list shows what the diary holds.")
    time, command, words = connection.execute(
        "SELECT time, command, words FROM batch WHERE id = ?", (number,)
    ).fetchone()
    rows = tuple(_entries(connection, "batch = ?", number))
    return Batch(id=number, time=time, command=command, words=words, rows=rows)


def _entries(connection: sqlite3.Connection, condition: str, value: int) -> list[JournalEntry]:
    rows = connection.execute(
        "SELECT seq, journal.time, batch, command, state, action, table_name, uid, entry_id, before, after "
        f"FROM journal JOIN batch ON batch.id = batch WHERE {condition} ORDER BY seq",
        (value,),
    )
    return [
        JournalEntry(
            **dict(zip(JournalEntry._fields, row[:-2], strict=False)), before=_row(row[-2]), after=_row(row[-1])
        )
        for row in rows
    ]


def _row(text: str | None) -> Row | None:
    import json

    return None if text is None else json.loads(text)
