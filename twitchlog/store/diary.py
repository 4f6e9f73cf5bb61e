"""The diary: open it, read it, write a step, take a step back.

Every write is one transaction with its journal rows; when a `step` block has ended without an error, the entry is on
the disk. A diary opened for reading never writes, not even to make the file.
"""

from __future__ import annotations

from datetime import date

from twitchlog.entry import DayNote
from twitchlog.errors import NoSuchEntry
from twitchlog.store import file, journal
from twitchlog.store.rows import TABLES, entry_of
from twitchlog.store.step import Step
from twitchlog.store.transaction import Transaction

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import datetime
    from typing import Any, Self

    from twitchlog.entry import Episode, Intake, MedicineEvent, SymptomNote
    from twitchlog.records import Record
    from twitchlog.store.journal import Batch, JournalEntry

NEWEST_FIRST = "day DESC, instant DESC, id DESC"
OLDEST_FIRST = "day, instant, id"
IDS = ("episode", "symptom", "intake", "medicine", "change", "suspicion", "visit", "discussed", "question")


class Diary:
    """An open diary. Use it as a context manager, or close it."""

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        """Belong to an open connection; `open_diary` makes one."""
        self.path = path
        self._connection = connection

    def __enter__(self) -> Self:
        """The diary itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file; what was not in a finished step is not in the diary."""
        self._connection.close()

    # ------------------------------------------------------------------ writing

    def step(self, command: str, now: datetime, words: str | None = None) -> Step:
        """One command's writes: all of them when the block ends, none of them when it raises.

        Raises:
            DiaryUnusable: The diary can't be written; nothing was.
        """
        time = int(now.timestamp())
        return Step(
            self._connection, self.path, time, lambda: journal.open_batch(self._connection, command, words, time)
        )

    def undo(self, steps: int = 1) -> list[Batch]:
        """Take back the last steps that are done, newest first; every row is as it was before.

        Raises:
            NoSuchEntry: There are not that many; nothing was taken back.
        """
        with Transaction(self._connection, self.path):
            return [journal.undo_one(self._connection) for _ in range(steps)]

    def redo(self, steps: int = 1) -> list[Batch]:
        """Do again the steps that were undone last, oldest first.

        Raises:
            NoSuchEntry: There are not that many; nothing was done.
        """
        with Transaction(self._connection, self.path):
            return [journal.redo_one(self._connection) for _ in range(steps)]

    # ------------------------------------------------------------------ reading

    def columns(self, table: str, where: str = "", values: Sequence[Any] = (), order: str = "") -> dict[str, list[Any]]:
        """A table column by column, as the frames take it.

        Args:
            table: Name of the table.
            where: SQL condition with `?` for each of `values`, or nothing for every row.
            values: What stands in for the marks.
            order: SQL order, with a limit where one is wanted.
        """
        names = TABLES[table].columns
        rows = self._rows(table, where, values, order)
        if not rows:
            return {name: [] for name in names}
        return dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))

    def entries(self, table: str, where: str = "", values: Sequence[Any] = (), order: str = "") -> list[Any]:
        """The entries of a table, as records; arguments as for `columns`."""
        known = TABLES[table]
        rows = self._rows(table, where, values, order)
        return [entry_of(known, dict(zip(known.columns, row, strict=True))) for row in rows]

    def episodes(self, limit: int | None = None) -> list[Episode]:
        """Episodes, newest start first; all of them where no limit is given."""
        if limit is None:
            return self.entries("episode", order=NEWEST_FIRST)
        return self.entries("episode", "true", [limit], f"{NEWEST_FIRST} LIMIT ?")

    def episodes_on(self, day: date) -> list[Episode]:
        """The episodes of one diary day, oldest first."""
        return self.entries("episode", "day = ?", [day.isoformat()], OLDEST_FIRST)

    def episodes_between(self, first: date, last: date) -> list[Episode]:
        """The episodes of some diary days, both ends included, oldest first."""
        return self._between("episode", first, last)

    def days_with_trigger(self, triggers: Sequence[str], first: date, last: date) -> list[date]:
        """The days from first to last that have an episode with one of these triggers, a day once for each."""
        wanted = set(triggers)
        return [one.when.day for one in self.episodes_between(first, last) if wanted.intersection(one.triggers)]

    def alcohol_between(self, first: date, last: date) -> dict[date, float]:
        """Grams of alcohol on each known day from first to last: said of the day, else the sum of its intakes."""
        known: dict[date, float] = {}
        for intake in self.intakes_between(first, last):
            if intake.factor == "alcohol_g":
                known[intake.when.day] = known.get(intake.when.day, 0.0) + intake.amount
        span = ["alcohol_g", first.isoformat(), last.isoformat()]
        said = self.entries("day_factor", "factor = ? AND date BETWEEN ? AND ?", span)
        return known | {row.date: row.amount for row in said}

    def symptoms_on(self, day: date) -> list[SymptomNote]:
        """The symptom notes of one diary day, oldest first."""
        return self.entries("symptom", "day = ?", [day.isoformat()], OLDEST_FIRST)

    def symptoms_of(self, episode: Episode) -> list[SymptomNote]:
        """The symptom notes that were written with an episode."""
        return self.entries("symptom", "episode_uid = ?", [episode.uid], "id")

    def symptoms_between(self, first: date, last: date) -> list[SymptomNote]:
        """The symptom notes of some diary days, both ends included, oldest first."""
        return self._between("symptom", first, last)

    def intakes_between(self, first: date, last: date) -> list[Intake]:
        """The intakes of some diary days, both ends included, oldest first."""
        return self._between("intake", first, last)

    def medicines_between(self, first: date, last: date) -> list[MedicineEvent]:
        """The medicine events of some days, both ends included, oldest first."""
        return self._between("medicine", first, last, "day, id")

    def day(self, day: date) -> DayNote | None:
        """What was said of a day, its factors included; None where nothing was."""
        rows = self.entries("day", "date = ?", [day.isoformat()])
        factors = {
            row.factor: row.amount for row in self.entries("day_factor", "date = ?", [day.isoformat()], "factor")
        }
        if not rows:
            return None
        said = rows[0]
        return DayNote(day=day, twitching=said.twitching, checked_in=said.checked_in, note=said.note, factors=factors)

    def entry(self, number: int) -> Record:
        """The entry with this number, whatever its kind.

        Raises:
            NoSuchEntry: No entry has it.
        """
        for table in IDS:
            found = self.entries(table, "id = ?", [number]) if number < 1 << 63 else []
            if found:
                entry: Record = found[0]
                return entry
        raise NoSuchEntry(f"There is no entry {number}.", hint="twitchlog list --all shows the numbers.")

    def history(self, number: int) -> list[JournalEntry]:
        """What happened to the entry with this number, oldest first; empty where it never was."""
        return file.guarded(self.path, lambda: journal.history(self._connection, number))

    def size(self, table: str) -> int:
        """How many rows a table has."""
        (count,) = file.guarded(
            self.path,
            lambda: self._connection.execute(f'SELECT count(*) FROM "{TABLES[table].name}"').fetchone(),
        )
        return int(count)

    def is_new(self) -> bool:
        """Whether nothing was ever written to it."""
        query = "SELECT NOT EXISTS (SELECT 1 FROM batch)"
        return bool(file.guarded(self.path, lambda: self._connection.execute(query).fetchone()[0]))

    def first_day(self) -> date | None:
        """The earliest day that has an episode, a symptom note, an intake or a check-in; None in an empty diary."""
        query = (
            "SELECT min(day) FROM (SELECT min(day) AS day FROM episode UNION ALL SELECT min(day) FROM symptom "
            "UNION ALL SELECT min(day) FROM intake UNION ALL SELECT min(date) FROM day)"
        )
        (first,) = file.guarded(self.path, lambda: self._connection.execute(query).fetchone())
        return None if first is None else date.fromisoformat(first)

    def _between(self, table: str, first: date, last: date, order: str = OLDEST_FIRST) -> list[Any]:
        return self.entries(table, "day BETWEEN ? AND ?", [first.isoformat(), last.isoformat()], order)

    def _rows(self, table: str, where: str, values: Sequence[Any], order: str) -> list[tuple[Any, ...]]:
        columns = ", ".join(f'"{column}"' for column in TABLES[table].columns)
        query = f'SELECT {columns} FROM "{table}"'
        query += (f" WHERE {where}" if where else "") + (f" ORDER BY {order}" if order else "")
        return file.guarded(self.path, lambda: self._connection.execute(query, values).fetchall())


def open_diary(named: str | None = None, *, write: bool = False) -> Diary:
    """Open the diary: the file or `sqlite:///` address named, else `TWITCHLOG_DIARY`, else the default one.

    Args:
        named: A file or address.
        write: Whether the diary may be written; only then is a missing one made.

    Raises:
        DiaryUnusable: It can't be opened, is another program's, or is newer than this one.
    """
    path = file.diary_path(named)
    return Diary(file.for_writing(path) if write else file.for_reading(path), path)
