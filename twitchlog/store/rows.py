"""Entries as rows and rows as entries: which table, which columns, how a value is stored.

Dates are ISO text, instants whole seconds UTC beside the offset of the wall clock, lists ids joined by `;`, yes and no
1 and 0. `schema.py` defines the same tables; a test holds the two equal.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from twitchlog import entry as kinds
from twitchlog.entry import When
from twitchlog.records import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Row = dict[str, Any]

WHEN = ("day", "instant", "offset_s", "zone", "precision", "part_of_day")
DATES = frozenset({"day", "date", "start", "end", "declared", "withdrawn", "asked", "done"})
LISTS = frozenset({"triggers", "sensations", "relief", "denied"})
YES_NO = frozenset({"sudden", "present", "suspected", "checked_in"})


class Table(Record):
    """One table: its name, its columns in order, its key, and the record it holds."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    record: type[Record]

    @property
    def numbered(self) -> bool:
        """Whether its rows carry the small number shown to people."""
        return self.key == ("id",)


def _table(name: str, record: type[Record], key: tuple[str, ...] = ("id",), without: tuple[str, ...] = ()) -> Table:
    fields = [field for field in record._fields if field not in ("id", "uid", "when", *without)]
    first = ("id", "uid") if key == ("id",) else ()
    when = WHEN if "when" in record._fields else ()
    return Table(name=name, record=record, key=key, columns=(*first, *when, *fields))


class _Day(Record):
    date: date
    twitching: str | None = None
    checked_in: bool = True
    note: str | None = None


class DayFactor(Record):
    """One factor as said of a whole day."""

    date: date
    factor: str
    amount: float


TABLES = {
    table.name: table
    for table in (
        _table("episode", kinds.Episode),
        _table("symptom", kinds.SymptomNote),
        _table("day", _Day, key=("date",)),
        _table("day_factor", DayFactor, key=("date", "factor")),
        _table("intake", kinds.Intake),
        _table("medicine", kinds.MedicineEvent),
        _table("change", kinds.Change),
        _table("suspicion", kinds.Suspicion),
        _table("visit", kinds.Visit),
        _table("discussed", kinds.Discussed),
        _table("question", kinds.Question),
        _table("own_factor", kinds.OwnFactor, key=("name",)),
        _table("profile", kinds.ProfileFact, key=("name",)),
    )
}
TABLE_OF = {table.record: table for table in TABLES.values()}


def row_of(entry: Record) -> Row:
    """The row that holds an entry, columns in the table's order."""
    if isinstance(entry, kinds.DayNote):
        entry = _Day(date=entry.day, twitching=entry.twitching, checked_in=entry.checked_in, note=entry.note)
    values = entry.as_dict()
    when = values.pop("when", None)
    if when is not None:
        values.update(_when_columns(when))
    return {column: _stored(values[column]) for column in TABLE_OF[type(entry)].columns}


def table_of(entry: Record) -> Table:
    """The table that holds entries of this kind."""
    return TABLES["day"] if isinstance(entry, kinds.DayNote) else TABLE_OF[type(entry)]


def entry_of(table: Table, row: Row) -> Record:
    """The entry that a row holds."""
    values = {column: _read(column, row[column]) for column in table.columns}
    if "when" in table.record._fields:
        parts = {column: values.pop(column) for column in WHEN}
        values["when"] = _when(parts)
    return table.record(**values)


def _when_columns(when: When) -> Row:
    instant = offset = None
    if when.at is not None:
        instant = int(when.at.timestamp())
        ahead = when.at.utcoffset()
        offset = int(ahead.total_seconds()) if ahead is not None else 0
    return {
        "day": when.day,
        "instant": instant,
        "offset_s": offset,
        "zone": when.zone,
        "precision": when.precision,
        "part_of_day": when.part_of_day,
    }


def _when(parts: Row) -> When:
    at = None
    if parts["instant"] is not None:
        at = wall_time(parts["instant"], parts["offset_s"])
    return When(
        day=parts["day"], precision=parts["precision"], at=at, part_of_day=parts["part_of_day"], zone=parts["zone"]
    )


def wall_time(instant: int, offset_s: int) -> datetime:
    """The aware local time of an instant (seconds UTC) where the clock was `offset_s` ahead of UTC."""
    return datetime.fromtimestamp(instant, UTC).astimezone(timezone(timedelta(seconds=offset_s)))


def _stored(value: Any) -> Any:
    if value is None or type(value) in (str, int):
        return value
    if isinstance(value, tuple):
        return ";".join(value)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def _read(column: str, value: Any) -> Any:
    if value is None:
        return None
    if column in LISTS:
        return tuple(value.split(";")) if value else ()
    if column in DATES:
        return date.fromisoformat(value)
    return bool(value) if column in YES_NO else value
