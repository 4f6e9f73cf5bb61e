"""One step: everything one command writes, in one transaction, with a journal row for each row changed."""

from __future__ import annotations

from twitchlog.entry import DayNote
from twitchlog.store.rows import TABLES, entry_of, row_of, table_of
from twitchlog.store.transaction import Transaction

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from datetime import date
    from typing import Any, Self, TypeVar

    from twitchlog.records import Record
    from twitchlog.store.rows import Row, Table

    E = TypeVar("E", bound=Record)


class Step:
    """What one command writes. All of it is in the diary when the block ends, none of it when the block raises."""

    def __init__(self, connection: sqlite3.Connection, path: str, time: int, open_batch: Callable[[], int]) -> None:
        """Belong to a connection; `time` is in seconds UTC. Where nothing is written, no batch is opened."""
        self._connection = connection
        self._transaction = Transaction(connection, path)
        self._time = time
        self._open_batch = open_batch
        self._batch: int | None = None
        self._next_id: int | None = None

    def __enter__(self) -> Self:
        """Begin the transaction."""
        self._transaction.__enter__()
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Commit it, or take everything back."""
        self._transaction.__exit__(kind, error, trace)

    def add(self, entry: E) -> E:
        """Write a new entry and give it its number."""
        table = table_of(entry)
        if table.numbered:
            entry = entry.replace(id=self._new_id())
        self.write(table, None, row_of(entry))
        return entry

    def change(self, entry: Record) -> None:
        """Write an entry over the one with the same key."""
        table = table_of(entry)
        after = row_of(entry)
        before = self.row(table, after)
        if before != after:
            self.write(table, before, after)

    def remove(self, entry: Record) -> None:
        """Take an entry out of the diary; the journal keeps it."""
        table = table_of(entry)
        self.write(table, self.row(table, row_of(entry)), None)

    def set_day(self, day: DayNote) -> None:
        """Write what was said of a day, its factors included, over what was said before."""
        note = row_of(day)
        self._set(TABLES["day"], note)
        factors = TABLES["day_factor"]
        for factor, amount in day.factors.items():
            self._set(factors, {"date": note["date"], "factor": factor, "amount": amount})

    def row(self, table: Table, key: Row) -> Row | None:
        """The stored row with the same key, or None."""
        return fetch_row(self._connection, table, key)

    def write(self, table: Table, before: Row | None, after: Row | None) -> None:
        """Write one row (add, change or remove it) and its journal row."""
        if self._batch is None:
            self._batch = self._open_batch()
        put_row(self._connection, table, before, after)
        known = after or before or {}
        action = "change" if before and after else "add" if after else "remove"
        uid = known.get("uid") or " ".join(str(known[column]) for column in table.key)
        old, old_values = as_json(before)
        new, new_values = as_json(after)
        self._connection.execute(
            "INSERT INTO journal (time, batch, action, table_name, uid, entry_id, before, after) "
            f"VALUES (?, ?, ?, ?, ?, ?, {old}, {new})",
            (self._time, self._batch, action, table.name, uid, known.get("id"), *old_values, *new_values),
        )

    def day_entry(self, day: date) -> DayNote | None:
        """What was said of a day before this step, without its factors."""
        row = self.row(TABLES["day"], {"date": day.isoformat()})
        if row is None:
            return None
        known: Any = entry_of(TABLES["day"], row)
        return DayNote(day=known.date, twitching=known.twitching, checked_in=known.checked_in, note=known.note)

    def _set(self, table: Table, after: Row) -> None:
        before = self.row(table, after)
        if before != after:
            self.write(table, before, after)

    def _new_id(self) -> int:
        """The next number; one that was ever given, even to an entry since removed or undone, is not given again."""
        if self._next_id is None:
            (highest,) = self._connection.execute("SELECT max(entry_id) FROM journal").fetchone()
            self._next_id = (highest or 0) + 1
        number = self._next_id
        self._next_id += 1
        return number


def as_json(row: Row | None) -> tuple[str, list[Any]]:
    """The SQL that makes a row's JSON, and its values. SQLite writes it: importing `json` would slow every entry down.

    A number with a fraction is handed over as its shortest exact text; SQLite itself would keep 15 digits.
    """
    if row is None:
        return "NULL", []
    pairs = [f"'{column}', {'json(?)' if isinstance(value, float) else '?'}" for column, value in row.items()]
    return f"json_object({', '.join(pairs)})", [
        repr(value) if isinstance(value, float) else value for value in row.values()
    ]


def fetch_row(connection: sqlite3.Connection, table: Table, key: Row) -> Row | None:
    """The row of a table with this key, as a mapping, or None."""
    columns = ", ".join(f'"{column}"' for column in table.columns)
    found = connection.execute(
        f'SELECT {columns} FROM "{table.name}" WHERE {where(table)}',
        [key[column] for column in table.key],
    ).fetchone()
    return None if found is None else dict(zip(table.columns, found, strict=True))


def put_row(connection: sqlite3.Connection, table: Table, before: Row | None, after: Row | None) -> None:
    """Make the table hold `after` instead of `before`."""
    if after is None:
        key = [(before or {})[column] for column in table.key]
        connection.execute(f'DELETE FROM "{table.name}" WHERE {where(table)}', key)
    elif before is None:
        columns = ", ".join(f'"{column}"' for column in table.columns)
        marks = ", ".join("?" * len(table.columns))
        connection.execute(
            f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})', [after[c] for c in table.columns]
        )
    else:
        sets = ", ".join(f'"{column}" = ?' for column in table.columns)
        values = [after[column] for column in (*table.columns, *table.key)]
        connection.execute(f'UPDATE "{table.name}" SET {sets} WHERE {where(table)}', values)


def where(table: Table) -> str:
    """The condition that picks one row by its key."""
    return " AND ".join(f'"{column}" = ?' for column in table.key)
